// Headers that carry the figures of the row above, garbled but well formed; and rows that only look like it.
#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::summary;

Checked balance_sheet(std::string_view rows) {
  return check_text(
      "UNAUDITED CONDENSED CONSOLIDATED BALANCE SHEETS\n\n(All amounts in thousands)\n\n"
      "\tDec 31, 2023\tJun 30, 2024\n\tRMB\tRMB\nASSETS\t\t\n" +
      std::string(rows));
}

// "12,345 header": the first cell's value, or "-", and the row's role.
std::string row_of(const Checked& checked, std::string_view label) {
  for (const Table& table : checked.filing.tables) {
    for (const Row& row : table.rows) {
      if (row.label != label) continue;
      const bool given =
          row.cells.front() != kNoFigure && checked.filing.figures[row.cells.front()].value.has_value();
      return (given ? checked.filing.figures[row.cells.front()].value->grouped() : "-") + " " +
             std::string(name(row.role));
    }
  }
  return "none";
}

TEST(GhostRow, UnderAHeaderWithoutAColonIsSetAside) {
  const Checked checked = balance_sheet(
      "Cash\t41,250\t52,130\nReceivables\t12,345\t23,456\nTotal current assets\t53,595\t75,586\n"
      "Non-current assets\t53,745\t77,546\nGoodwill\t1,005\t2,014\nTotal assets\t54,600\t77,600\n");
  EXPECT_EQ(row_of(checked, "Non-current assets"), "- header");
  EXPECT_EQ(row_of(checked, "Total assets"), "54,600 total");
  EXPECT_EQ(summary(checked), "note text/row line 11\n");
}

TEST(GhostRow, UnderAHeaderWhoseTotalFollowsIsSetAside) {
  const Checked checked = balance_sheet(
      "Cash\t41,250\t52,130\nLoans to customers\t47,250\t52,430\nSecured loans\t12,345\t23,456\n"
      "Other loans\t1,000\t2,000\nTotal loans to customers\t13,345\t25,456\nTotal assets\t54,595\t77,586\n");
  EXPECT_EQ(row_of(checked, "Loans to customers"), "- header");
  EXPECT_EQ(summary(checked), "note text/row line 9\n");
}

// A row that its total holds is no ghost, however like its neighbour it is.
TEST(GhostRow, ARowThatAnEquationHoldsStays) {
  const Checked checked = balance_sheet(
      "Cash\t41,250\t52,130\nOther current assets:\t41,350\t52,830\nTotal current assets\t82,600\t104,960\n"
      "Goodwill\t1,000\t2,000\nTotal assets\t83,600\t106,960\n");
  EXPECT_EQ(row_of(checked, "Other current assets:"), "41,350 item");
  EXPECT_EQ(summary(checked), "");
}

// Zeros that round both rows off are no sign that one copies the other.
TEST(GhostRow, ARowOfRoundFiguresStays) {
  const Checked checked = balance_sheet(
      "Current liabilities\t3,000\t5,000\nNon-current liabilities\t2,000\t2,000\nTotal "
      "liabilities\t5,000\t7,000\n");
  EXPECT_EQ(row_of(checked, "Non-current liabilities"), "2,000 subtotal");
}

// "Diluted" needs a row that heads it; "Diluted earnings per share" says itself what it is.
TEST(GhostRow, ARowOverOneWithANameOfItsOwnStays) {
  const Checked checked = check_text(
      "RESULTS\n\n(In millions)\n\n\tThree months ended March 31,\t\n\t2023\t2024\n\tRMB\tRMB\n"
      "Net income\t40,123\t20,234\nNet income attributable to ordinary shareholders\t41,123\t20,734\n"
      "Diluted earnings per share\t2.01\t1.02\n");
  EXPECT_EQ(row_of(checked, "Net income attributable to ordinary shareholders"), "41,123 total");
}

// Nothing holds the second row, but its figures are not those of the first.
TEST(GhostRow, ARowThatRepeatsNothingStays) {
  const Checked checked = balance_sheet("Cash\t41,250\t52,130\nLiabilities\t78,913\t99,847\n");
  EXPECT_EQ(row_of(checked, "Liabilities"), "78,913 item");
}

// One figure of four that is like the one above it is chance.
TEST(GhostRow, ARowOfWhichHalfIsLikeTheRowAboveIsSetAside) {
  const auto with = [](std::string_view header) {
    return row_of(
        check_text("UNAUDITED CONDENSED CONSOLIDATED BALANCE SHEETS\n\n(All amounts in thousands)\n\n"
                   "\tDec 31, 2021\tDec 31, 2022\tDec 31, 2023\tDec 31, 2024\n\tRMB\tRMB\tRMB\tRMB\n"
                   "ASSETS\t\t\t\t\nCash\t41,250\t52,130\t61,250\t72,130\n"
                   "Receivables\t12,345\t23,456\t12,345\t23,456\n"
                   "Total current assets\t53,595\t75,586\t73,595\t95,586\nNon-current assets\t" +
                   std::string(header) +
                   "\nGoodwill\t1,005\t2,014\t1,005\t2,014\nTotal assets\t54,600\t77,600\t74,600\t97,600\n"),
        "Non-current assets");
  };
  EXPECT_EQ(with("53,745\t77,546\t7,114\t9,117"), "- header");
  EXPECT_EQ(with("53,745\t7,214\t7,114\t9,117"), "53,745 subtotal");
}

}  // namespace
}  // namespace kcfin
