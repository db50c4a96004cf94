// What kind of statement a table is.
#include <gtest/gtest.h>

#include "filing_text.h"

namespace kcfin {
namespace {

std::string operations(std::string_view headers) {
  return "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tYear ended December "
         "31,\t\n\t2005\t2006\n" +
         std::string(headers) +
         "Revenue:\t\t\nVoyage revenue\t46,232\t48,004\nOther revenue\t381\t227\nTotal "
         "revenue\t46,613\t48,231\n"
         "Voyage expenses\t21,429\t19,489\n";
}

// "(As adjusted)" over its columns makes a statement no reconciliation; a row that adjusts does.
TEST(Kinds, AWordOverTheColumnsIsNoAdjustment) {
  const auto kind = [](const std::string& text) {
    return testing::check_text(text).filing.tables.at(0).kind;
  };
  EXPECT_EQ(kind(operations("")), TableKind::income_statement);
  EXPECT_EQ(kind(operations("(As adjusted)\t\t\n")), TableKind::income_statement);
  EXPECT_EQ(kind(operations("") + "Adjusted net loss\t(5)\t(4)\n"), TableKind::non_gaap);
}

}  // namespace
}  // namespace kcfin
