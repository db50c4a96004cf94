// What a finding points at: a word where a word is wrong, a figure otherwise.
#include "report/printed.h"

#include <gtest/gtest.h>

#include "filing_text.h"
#include "prose_filing.h"
#include "report/excerpt.h"

namespace kcfin::report {
namespace {

using kcfin::testing::check_text;
using kcfin::testing::release;

TEST(Printed, AWrongWordIsMarkedInItsSentence) {
  const Checked checked = check_text(
      release("Ferries ran.\n\nThe pier was decreased in length. Gross profit decreased year over year."));
  ASSERT_EQ(checked.report.findings.size(), 1U);
  const Finding& finding = checked.report.findings.front();
  EXPECT_EQ(printed(checked.filing, finding), "decreased");
  const auto place = in_sentence(checked, finding);
  ASSERT_TRUE(place);
  EXPECT_EQ(place->at, 47U);
  EXPECT_EQ(quote(*place), "The pier was decreased in length. Gross profit decreased");
  const auto shown = excerpt(checked, finding, 100);
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->mark, 47U);
  EXPECT_EQ(shown->mark_width, 9U);
}

TEST(Printed, AFigureOfASentenceAndOneOfATable) {
  const Checked checked = check_text(release("Gross profit was RMB286.9 million."));
  ASSERT_FALSE(checked.report.findings.empty());
  const Finding& finding = checked.report.findings.front();
  EXPECT_EQ(printed(checked.filing, finding), "RMB286.9 million");
  EXPECT_TRUE(in_sentence(checked, finding));
  Finding of_table;
  of_table.figure = checked.filing.tables.front().rows.back().cells.front();
  EXPECT_FALSE(in_sentence(checked, of_table));
  EXPECT_EQ(printed(checked.filing, Finding{}), "");
}

}  // namespace
}  // namespace kcfin::report
