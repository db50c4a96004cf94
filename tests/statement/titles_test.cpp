// Titles of statements: which texts are ones, and which of them were read.
#include "statement/titles.h"

#include <gtest/gtest.h>

#include "filing_text.h"

namespace kcfin {
namespace {

using statement::titled_statement_of;

TEST(Titles, NameAStatementAndSayNothingElse) {
  EXPECT_EQ(titled_statement_of("CONDENSED CONSOLIDATED BALANCE SHEETS (Unaudited)"),
            TableKind::balance_sheet);
  EXPECT_EQ(titled_statement_of("Example Holdings Limited Consolidated statement of financial position"),
            TableKind::balance_sheet);
  EXPECT_EQ(
      titled_statement_of("Unaudited Condensed Consolidated Statements of Operations and Comprehensive Loss"),
      TableKind::income_statement);
  EXPECT_EQ(titled_statement_of("Consolidated income statement for the year ended December 31, 2024"),
            TableKind::income_statement);
  EXPECT_EQ(titled_statement_of("Appendix 3: Consolidated income statements"), TableKind::income_statement);
  EXPECT_EQ(titled_statement_of("CONSOLIDATED STATEMENTS OF CASH FLOWS (continued)"), TableKind::cash_flow);
  EXPECT_EQ(titled_statement_of("Cash flow statement"), TableKind::cash_flow);
  EXPECT_EQ(titled_statement_of("Statements of Changes in Shareholders' Equity"),
            TableKind::changes_in_equity);
}

// A year behind the name is no page.
TEST(Titles, MayEndInAYear) {
  EXPECT_EQ(titled_statement_of("Consolidated balance sheets 2024"), TableKind::balance_sheet);
  EXPECT_EQ(titled_statement_of("Consolidated balance sheets 124"), std::nullopt);
}

TEST(Titles, AreNoSentencesContentsOrNotes) {
  for (const char* text : {
           "The consolidated balance sheets are an integral part of the report",
           "Consolidated balance sheets 4",
           "Consolidated Balance Sheets ........ F-3",
           "Notes to the Consolidated Statements of Cash Flows",
           "See the accompanying consolidated statements of operations",
           "Reconciliation of the Statement of Operations",
           "Report of the auditors on the balance sheet",
           "Consolidated balance sheets were audited by the firm.",
           "Selected balance sheet data",
           "Cash and cash equivalents in the balance sheet",
       })
    EXPECT_FALSE(titled_statement_of(text)) << text;
}

// Rows whose columns nothing tells: every label first, then every figure, between rules of dots.
constexpr std::string_view kRead =
    "FORM 6-K\n\nSAMPLE LIMITED\n\nCONSOLIDATED STATEMENTS OF OPERATIONS\n(in RMB thousands)\n"
    "\tThree months ended June 30, 2024\tThree months ended June 30, 2023\n"
    "Revenues\t4,000\t3,000\nCost of revenues\t(2,500)\t(2,000)\nGross profit\t1,500\t1,000\n"
    "Operating expenses\t(500)\t(400)\nIncome tax expense\t(100)\t(50)\nNet income\t900\t550\n";

std::string with_loose_rows(int rows) {
  std::string text(kRead);
  text += "\nCONSOLIDATED BALANCE SHEETS\n(in RMB thousands)\n";
  // One row at a time, a sentence after each: no table can be made of them.
  for (int i = 0; i < rows; ++i)
    text += "Amount of line " + std::to_string(i) + "    12,3" + std::to_string(10 + i) +
            "\nThis line says something else about the business of the company.\n";
  return text;
}

TEST(Titles, AStatementThatIsNamedAndNotReadIsAWarningAtItsTitle) {
  const Checked checked = testing::check_text(with_loose_rows(6));
  EXPECT_EQ(testing::summary(checked, Severity::warning), "warning text/table line 15\n");
  ASSERT_FALSE(checked.report.findings.empty());
  EXPECT_EQ(checked.filing.figures_outside_tables, 6U);
  ASSERT_EQ(checked.filing.statement_titles.size(), 2U);
  EXPECT_TRUE(checked.filing.statement_titles[0].table);
  EXPECT_TRUE(checked.filing.statement_titles[1].unread());
}

std::string loose_rows(int rows) {
  std::string text;
  for (int i = 0; i < rows; ++i)
    text += "Amount of line " + std::to_string(i) + "    12,3" + std::to_string(10 + i) +
            "\nThis line says something else about the business of the company.\n";
  return text;
}

// What a few lines below a table cannot be read belongs to it.
TEST(Titles, RowsUnderATableMayGoOnWithIt) {
  const Checked checked = testing::check_text(std::string(kRead) + "\n" + loose_rows(7));
  ASSERT_EQ(checked.filing.statement_titles.size(), 1U);
  EXPECT_EQ(checked.filing.statement_titles.front().rows_left, 7U);
  EXPECT_TRUE(checked.filing.statement_titles.front().read_in_part());
}

// A statement of one cell a line is long.
TEST(Titles, RowsMayStandFarBelowTheirTitle) {
  std::string between;
  for (int i = 0; i < 200; ++i) between += "\n";
  const Checked checked =
      testing::check_text(std::string(kRead) + "\nCONSOLIDATED BALANCE SHEETS\n" + between + loose_rows(4));
  ASSERT_EQ(checked.filing.statement_titles.size(), 2U);
  EXPECT_TRUE(checked.filing.statement_titles.back().unread());
}

TEST(Titles, TwoRowsProveNothing) {
  EXPECT_EQ(testing::summary(testing::check_text(with_loose_rows(2)), Severity::warning), "");
}

// A row of twelve figures is what is left of three.
TEST(Titles, RowsThatRanTogetherAreSeveral) {
  const auto under_its_title = [](std::string_view figures) {
    std::string text(kRead);
    text += "\nCONSOLIDATED BALANCE SHEETS\n(in RMB thousands)\n";
    for (const std::string_view label : {"Assets", "Liabilities"})
      text += std::string(label) + std::string(figures) +
              "\nThis line says something else about the business of the company.\n";
    return testing::summary(testing::check_text(text), Severity::warning);
  };
  EXPECT_EQ(under_its_title("    12,310    12,455"), "");
  EXPECT_EQ(under_its_title("    12,310    12,455    1,002    1,871    9,210    8,415"),
            "warning text/table line 15\n");
}

// A whole statement on one line is one that is not read.
TEST(Titles, AStatementOnOneLineIsNotRead) {
  std::string text = std::string(kRead) + "\nThe consolidated balance sheets of the company show";
  for (int i = 0; i < 40; ++i)
    text += " the amount in line " + std::to_string(i) + " " + std::to_string(12 + i) + ",310";
  EXPECT_EQ(testing::summary(testing::check_text(text + "\n"), Severity::warning),
            "warning text/table line 15\n");
}

TEST(Titles, ARowThatNamesAStatementIsNone) {
  const Checked checked = testing::check_text(
      std::string(kRead) + "\nCash in the consolidated balance sheets    12,310    12,455\n" +
      "This line says something else about the business of the company.\n" + loose_rows(3));
  EXPECT_EQ(checked.filing.figures_outside_tables, 5U);
  EXPECT_EQ(checked.filing.statement_titles.size(), 1U);
}

// Figures alone in their lines go with the line above them, which may be a long sentence.
TEST(Titles, ASentenceOverFiguresIsNoStatement) {
  std::string text =
      "SAMPLE LIMITED\n\nAs the reader will see in the consolidated balance sheets, which the company has "
      "drawn up "
      "as in the years before and which its auditors have not looked at, the branches of the company hold "
      "the "
      "amounts that follow, branch by branch, from the first that was opened to the one that was opened "
      "last, "
      "all of them in thousands of the currency of the country in which the branch stands and does most of "
      "its "
      "business\n";
  for (int i = 0; i < 24; ++i) text += std::to_string(12 + i) + ",310\n";
  const auto document = read(std::move(text));
  ASSERT_TRUE(document);
  const Filing filing = assemble(*document, read_tables(*document));
  EXPECT_EQ(filing.figures_outside_tables, 24U);
  EXPECT_EQ(filing.statement_titles.size(), 0U);
}

TEST(Titles, AContentsPageNamesStatementsThatStandElsewhere) {
  const std::string contents =
      "CONTENTS\n\nConsolidated Balance Sheets\n\nConsolidated Statements of Operations\n\n"
      "Consolidated Statements of Cash Flows\n\n";
  EXPECT_EQ(testing::summary(testing::check_text(contents + std::string(kRead)), Severity::warning), "");
}

}  // namespace
}  // namespace kcfin
