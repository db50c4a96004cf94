// One cell to a line without lines for blank cells: numbers of notes before the figures, and headings that
// stand over groups of columns.
#include <gtest/gtest.h>

#include <string>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

const std::string kHead =
    "Statements of financial position\n(in thousands of US dollars)\n|Notes\n|June 30,\n2024\n|December "
    "31,\n2023\n";

TEST(CellNotes, ANumberOfANoteIsNoFigure) {
  EXPECT_EQ(
      shown(
          kHead +
          "|Assets\n|Cash\n|$\n|1,200\n|$\n|900\n|Receivables\n|14b\n|410\n|450\n|Inventories\n|6\n|330\n"
          "|220\n|Deposits\n|22\n|14\n|1,962\n|1,584\n|Cash in trust\n|10 a),b)\n|70\n|-\n|Plant\n|8.1\n|68\n"
          "|416\n|Total assets\n|$\n|2,100\n|$\n|2,000\n"),
      "P Statements of financial position\nP (in thousands of US dollars)\n"
      "T\n"
      "|1 June 30, 2024 |2 December 31, 2023 |\n"
      "|0 Assets |\n"
      "|0 Cash |1 $1,200 |2 $900 |\n"
      "|0 Receivables |1 410 |2 450 |\n"
      "|0 Inventories |1 330 |2 220 |\n"
      "|0 Deposits |1 22 |2 14 |\n"
      "|1 1,962 |2 1,584 |\n"
      "|0 Cash in trust |1 70 |2 - |\n"
      "|0 Plant |1 68 |2 416 |\n"
      "|0 Total assets |1 $2,100 |2 $2,000 |\n");
}

TEST(CellNotes, AHeadingOfTwoLinesIsOne) {
  std::string text = kHead + "|Cash\n|1,200\n|900\n|Receivables\n|14\n|410\n|450\n|Total\n|1,610\n|1,350\n";
  text.replace(text.find("|Notes\n"), 7, "|Note\nRef.\n");
  EXPECT_NE(shown(text).find("|1 June 30, 2024 |2 December 31, 2023 |\n|0 Cash |1 1,200 |2 900 |\n"
                             "|0 Receivables |1 410 |2 450 |\n"),
            std::string::npos)
      << shown(text);
}

// A number of a note and one figure: which column is blank nothing tells.
TEST(CellNotes, WithOneFigureTheRowIsLeftOpen) {
  const std::string text =
      shown(kHead +
            "|Cash\n|1,200\n|900\n|Receivables\n|14\n|410\n|450\n|Note payable\n|9\n|51,504\n"
            "|Loans\n|5\n|7\n|Total\n|1,610\n|1,350\n");
  EXPECT_NE(text.find("|0 Note payable |1 51,504 ? |\n"), std::string::npos) << text;
  EXPECT_NE(text.find("|0 Loans |1 5 |2 7 |\n"), std::string::npos) << text;
}

// Without a heading of notes a small figure is a figure.
TEST(CellNotes, WithoutTheirHeadingThereAreNone) {
  std::string text =
      kHead + "|Cash\n|1,200\n|900\n|Deposits\n|110\n|100\n|Loans\n|5\n|7\n|Total\n|1,315\n|1,007\n";
  text.erase(text.find("|Notes\n"), 7);
  EXPECT_NE(shown(text).find("|0 Loans |1 5 |2 7 |\n"), std::string::npos) << shown(text);
}

TEST(CellNotes, NamesThatComeAgainTellTheGroups) {
  const std::string text = shown(
      "Restatement\nFor the three months ended March 31, 2019\nFor the three months ended March 31, 2018\n"
      "Previously Reported\nCorrections\nAs Restated\nPreviously Reported\nAs Restated\n"
      "Sales\n1,200\n(30)\n1,170\n900\n880\nCosts\n700\n10\n710\n500\n510\nResult\n500\n(40)"
      "\n460\n400\n370\n");
  EXPECT_NE(
      text.find(
          "|1 For the three months ended March 31, 2019 +2 |4 For the three months ended March 31, 2018 "
          "+1 |\n"),
      std::string::npos)
      << text;
}

TEST(CellNotes, APhraseStandsOverAllDatesBehindIt) {
  const std::string text = shown(
      "Data for the Quarter Ended\nMarch 31,\nJune 30,\nSept. 30,\nDec. 31,\n2018\n"
      "Sales\n1,010\n953\n805\n892\nInterest\n(80)\n(74)\n(78)\n(74)\nResult\n366\n305\n194\n217\n");
  EXPECT_NE(
      text.find("|1 Data for the Quarter Ended +3 |\n|1 March 31, |2 June 30, |3 Sept. 30, |4 Dec. 31, |\n"
                "|1 2018 +3 |\n"),
      std::string::npos)
      << text;
}

TEST(CellNotes, ANameBehindThoseOfTheColumnsIsTheRows) {
  const std::string text = shown(
      "|For the Three Months Ended June 30,\n|For the Six Months Ended June "
      "30,\n|2024\n|2023\n|Change\n|2024\n|2023\n"
      "|Change\n|RESULTS FOR THE "
      "PERIOD\n|Interest\n|$\n|400\n|$\n|500\n|(20.0)\n|%\n|$\n|900\n|$\n|1,000\n|(10.0)\n|%\n"
      "|Fees\n|60\n|50\n|20.0\n|110\n|100\n|10.0\n|Total\n|460\n|550\n|(16.4)\n|1,010\n|1,100\n|(8.2)\n");
  EXPECT_NE(text.find("|1 2024 |2 2023 |3 Change |4 2024 |5 2023 |6 Change |\n|0 RESULTS FOR THE PERIOD |\n"),
            std::string::npos)
      << text;
}

TEST(CellNotes, StrokesAloneAreBlankCells) {
  const std::string text = shown(
      "Highlights\n||||||\n(in million USD)\n|\nQ3 2023\n|\nQ3 "
      "2022\n|\n||\nRevenues\n|\n$24.5\n|\n$34.0\n|\n||\nResult\n|\n"
      "($5.0)\n|\n$7.1\n|\n||\nEBITDA\n|\n$7.1\n|\n$18.6\n|\n||\nAdjusted "
      "EBITDA\n|\n$9.5\n|\n$19.0\n|\n||\n");
  EXPECT_NE(
      text.find("|1 Q3 2023 |2 Q3 2022 |\n|0 Revenues |1 $24.5 |2 $34.0 |\n|0 Result |1 ($5.0) |2 $7.1 |\n"),
      std::string::npos)
      << text;
}

// "2016 (1)" with the mark of a footnote, over quarters of another year: the rows below are another table's.
TEST(CellNotes, AYearWithAMarkIsAYear) {
  const std::string quarters = "|(in thousands, except per share amounts)\n|1st Quarter\n|2nd Quarter\n";
  const std::string rows = "|Revenue\n|2,232\n|1,979\n|Costs\n|1,551\n|1,301\n|Result\n|681\n|678\n";
  const std::string text = shown("|2017\n" + quarters + rows + "|2016 (1)\n" + quarters + rows);
  EXPECT_NE(text.find("|0 Result |1 681 |2 678 |\nT\n|1 2016 +1 |\n"), std::string::npos) << text;
}

TEST(CellNotes, DigitsOfAYearMayBeSetApart) {
  const std::string text = shown(
      "|June 30,\n|December 31\n|2 0 2 3\n|2 0 2 2\n|2 0 2 2\n|Cash\n|1,109\n|1,712\n|1,506\n"
      "|Stocks\n|983\n|738\n|719\n|Assets\n|2,092\n|2,450\n|2,225\n");
  EXPECT_NE(text.find("|1 June 30, +1 |3 December 31 |\n|1 2023 |2 2022 |3 2022 |\n"), std::string::npos)
      << text;
}

TEST(CellNotes, OneYearBehindNamesIsThatOfAll) {
  const std::string text = shown(
      "Total\nDec. 31 (2)\nSept. "
      "30\n2018\nRevenue\n2,232\n1,979\n253\nCosts\n1,551\n1,301\n250\nResult\n681\n"
      "678\n3\n");
  EXPECT_NE(text.find("|1 Total |2 Dec. 31 (2) |3 Sept. 30 |\n|1 2018 +2 |\n|0 Revenue |"), std::string::npos)
      << text;
}

TEST(CellNotes, TotalFirstIsAColumn) {
  const std::string text = shown(
      "As at June 30, 2024\n\nTotal\n\nLevel 1\n\nLevel 2\n\nFinancial "
      "assets:\n\n\n\n\nEquity\n\n2,232\n\n1,979\n\n253\n\n"
      "Contracts\n\n1,551\n\n1,301\n\n250\n\nTotal assets\n\n3,783\n\n3,280\n\n503\n\n");
  EXPECT_NE(text.find("|1 Total |2 Level 1 |3 Level 2 |\n|0 Financial assets: |\n"), std::string::npos)
      << text;
}

TEST(CellNotes, AnAsteriskMayStandBeforeAFigure) {
  const std::string text =
      shown(kHead + "|Cash\n|1,200\n|900\n|Goodwill\n|14\n|410\n|*450\n|Total\n|1,610\n|1,350\n");
  EXPECT_NE(text.find("|0 Goodwill |1 410 |2 *450 |\n"), std::string::npos) << text;
}

// Lines between two strokes are one cell; behind a stroke of their own they begin one.
TEST(CellNotes, LinesBetweenStrokesAreOneCell) {
  const auto row = [](const std::string& label, const std::string& first, const std::string& second,
                      const std::string& third) {
    const std::string blank = "|\n|\n|\n|\n";
    return label + "\n" + blank + first + "\n" + blank + second + "\n" + blank + third + "\n" + blank;
  };
  const std::string text = shown(
      "(in thousands, except shares)\n|\nNumber of Shares\n|\n|\nAdditional\nPaid-in\nCapital\n"
      "|\n|\nAccumulated Deficit\n|\n|\n|\n|\n|\n|\n" +
      row("Balance, January 1", "1,200", "3,400", "-700") + row("Net loss", "-", "-", "-100") +
      row("Issue of shares", "100", "200", "-") + row("Balance, March 31", "1,300", "3,600", "-800"));
  EXPECT_NE(text.find("|1 Number of Shares |2 Additional Paid-in Capital |3 Accumulated Deficit |\n"),
            std::string::npos)
      << text;
}

TEST(CellNotes, DatesTellTheGroups) {
  const std::string text = shown(
      "|3 Months Ended\n|12 Months Ended\n|\nDec. 31, 2018\n|\nSep. 30, 2018\n|\nJun. 30, 2018\n|\nDec. 31, "
      "2018\n"
      "|Revenue\n|$ 933\n|$ 813\n|$ 757\n|$ "
      "3,191\n|Costs\n|645\n|531\n|485\n|2,154\n|Result\n|288\n|282\n|272\n"
      "|1,037\n");
  EXPECT_NE(text.find("|1 3 Months Ended +2 |4 12 Months Ended |\n"), std::string::npos) << text;
}

// Where a quarter of all lines are figures alone, few of them will do where they follow each other.
TEST(CellNotes, AShortTableMayBeTheWholeText) {
  const std::string table =
      "Movements\n\n2025\n2024\nOpening balance\n589\n636\nAdditions\n97\n64\nClosing balance\n686\n700\n";
  EXPECT_NE(shown(table).find("|0 Additions |1 97 |2 64 |\n"), std::string::npos) << shown(table);
  std::string words;
  for (int line = 0; line < 20; ++line) words += "The group makes tools and sells them abroad\n";
  EXPECT_EQ(shown(table + words).find("|2"), std::string::npos);
}

}  // namespace
}  // namespace kcfin::read_test
