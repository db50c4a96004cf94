// Rows of a table that lost its labels: named by their figures elsewhere, or not at all.
#include <gtest/gtest.h>

#include "filing_text.h"

namespace kcfin {
namespace {

std::string labels_of_last_table(std::string_view rows) {
  const auto checked = testing::check_text(
      "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n"
      "\tFor the six months ended June 30,\t\n\t2023\t2024\n\tRMB\tRMB\n"
      "Cloud services\t1,200\t1,300\nHosting services\t400\t500\nOther services\t400\t600\n"
      "Total revenues\t2,000\t2,400\n\nSegment figures\n\n"
      "\tFor the six months ended June 30,\t\n\t2023\t2024\n\tRMB\tRMB\n" +
      std::string(rows));
  std::string labels;
  for (const Row& row : checked.filing.tables.back().rows) labels += "[" + row.label + "]";
  return labels;
}

TEST(LostLabels, ARowIsNamedByTheSameFiguresElsewhere) {
  EXPECT_EQ(labels_of_last_table("\t1,200\t1,300\n\t2,000\t2,400\n"), "[Cloud services][Total revenues]");
}

TEST(LostLabels, OneFigureThatDiffersLeavesARowUnnamed) {
  EXPECT_EQ(labels_of_last_table("\t1,200\t1,301\n\t2,000\t2,400\n"), "[][Total revenues]");
}

TEST(LostLabels, OneFigureAloneNamesNothing) {
  EXPECT_EQ(labels_of_last_table("\t400\t\n\t2,000\t2,400\n"), "[][Total revenues]");
}

}  // namespace
}  // namespace kcfin
