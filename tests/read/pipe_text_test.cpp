// Pipe tables, tables of markup within text, and text with one cell to a line.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

TEST(PipeText, RowsMayBeRagged) {
  const auto document = read(
      "# Results\n"
      "\n"
      "|  | 2024 | 2025 |\n"
      "|---|---:|:-:|\n"
      "| **Revenues** | 3,667 | 4,319 |\n"
      "|   Costs | (100) |\n"
      "Profit | - | 5 | 6\n"
      "\n"
      "* Each share.\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document),
            "P Results\n"
            "T\n"
            "|1 2024 |2 2025 |\n"
            "|0 Revenues |1 3,667 |2 4,319 |\n"
            "  |0 Costs |1 (100) |\n"
            "|0 Profit |1 - |2 5 |3 6 |\n"
            "P - Each share.\n");
  EXPECT_EQ(places(document->tables[0]), "3 3:6 3:13\n5 5:5 5:18 5:26\n6 6:5 6:13\n7 7:1 7:10 7:14 7:18\n");
}

TEST(PipeText, SignsInCellsOfTheirOwnJoin) {
  EXPECT_EQ(shown("| | | 2024 | | | 2025 | |\n|-|-|-|-|-|-|-|\n| Net loss | $ | (717 | ) | $ | (773 | ) |\n"
                  "| Margin | | 8.5 | % | | 9.0 | % |\n"),
            "T\n|1 2024 |2 2025 |\n|0 Net loss |1 $(717) |2 $(773) |\n|0 Margin |1 8.5% |2 9.0% |\n");
}

TEST(PipeText, EscapedPipesAreText) {
  EXPECT_EQ(shown("| a \\| b | 1 |\n| c | 2 |\n"), "T\n|0 a | b |1 1 |\n|0 c |1 2 |\n");
}

TEST(MarkupInText, TablesOfMarkupAreRead) {
  EXPECT_EQ(shown("# Results\n\nRevenues were up.\nCosts were down.\n\n"
                  "<table><tr><td></td><td "
                  "colspan=\"2\">RMB</td></tr><tr><td>Revenues</td><td>1</td><td>2</td></tr></table>\n\n"
                  "The end of the report, which goes on for so long that most of the text stands outside of "
                  "the table.\n"),
            "P # Results\nP Revenues were up.\nP Costs were down.\n"
            "T\n|1 RMB +1 |\n|0 Revenues |1 1 |2 2 |\n"
            "P The end of the report, which goes on for so long that most of the text stands outside of the "
            "table.\n");
}

TEST(PipeText, AHeadingWithoutItsCornerStandsOverTheFigures) {
  EXPECT_EQ(shown("|Three months ended June 30, 2024|Three months ended June 30, 2023|\n|---|---|\n"
                  "|Revenues|$512,804|$467,120|\n|Net income|43,972|28,996|\n"),
            "T\n"
            "|1 Three months ended June 30, 2024 |2 Three months ended June 30, 2023 |\n"
            "|0 Revenues |1 $512,804 |2 $467,120 |\n"
            "|0 Net income |1 43,972 |2 28,996 |\n");
}

TEST(PipeText, BareRowsHaveLeftOutTheirBlankCells) {
  EXPECT_EQ(shown("Statements of income\n\nQuarter ended June 30, | Six months ended June 30,\n"
                  "2026 | 2025 | 2026 | 2025\nSales:\nPumps | $412.6 | $390.1 | $806.0 | $771.4\n"
                  "Pipes | 87.4 | 80.9 | 171.0 | 160.6\nMargin:\nPumps | 21.4 | % | 20.8 | % | 21.0 | % | "
                  "20.5 | %\nPipes | 9.1 | 9.3\n\nThe end.\n"),
            "P Statements of income\n"
            "T\n"
            "|1 Quarter ended June 30, +1 |3 Six months ended June 30, +1 |\n"
            "|1 2026 |2 2025 |3 2026 |4 2025 |\n"
            "|0 Sales: |\n"
            "|0 Pumps |1 $412.6 |2 $390.1 |3 $806.0 |4 $771.4 |\n"
            "|0 Pipes |1 87.4 |2 80.9 |3 171.0 |4 160.6 |\n"
            "|0 Margin: |\n"
            "|0 Pumps |1 21.4% |2 20.8% |3 21.0% |4 20.5% |\n"
            "|0 Pipes |1 9.1 9.3 ? |\n"
            "P The end.\n");
}

TEST(PipeText, ASpanStandsOverTheYearsOfBareRows) {
  EXPECT_EQ(shown("Nine months ended September 30,\n2026 | 2025\nOperating activities:\n"
                  "Net income | 61.0 | 50.2\nOther, net | (4.5 | ) | 3.3\n56.5 | 53.5\n"),
            "T\n"
            "|1 Nine months ended September 30, +1 |\n"
            "|1 2026 |2 2025 |\n"
            "|0 Operating activities: |\n"
            "|0 Net income |1 61.0 |2 50.2 |\n"
            "|0 Other, net |1 (4.5) |2 3.3 |\n"
            "|1 56.5 |2 53.5 |\n");
  EXPECT_EQ(shown("Years ended December 31, | Change\n2026 | 2025 | 2026 vs. 2025\n"
                  "Sales | 1,204.6 | 1,150.3 | 4.7 | %\nCosts | 781.5 | 758.0 | 3.1 | %\n"),
            "T\n"
            "|1 Years ended December 31, +1 |3 Change |\n"
            "|1 2026 |2 2025 |3 2026 vs. 2025 |\n"
            "|0 Sales |1 1,204.6 |2 1,150.3 |3 4.7% |\n"
            "|0 Costs |1 781.5 |2 758.0 |3 3.1% |\n");
}

TEST(PipeText, ASpanStandsOverTheDatesOfBareRows) {
  EXPECT_EQ(shown("Three Months Ended\nMarch 31, 2026 | March 31, 2025\nSales | 418,360 | 402,915\n"
                  "Costs | (301,240) | (296,118)\n"),
            "T\n"
            "|1 Three Months Ended +1 |\n"
            "|1 March 31, 2026 |2 March 31, 2025 |\n"
            "|0 Sales |1 418,360 |2 402,915 |\n"
            "|0 Costs |1 (301,240) |2 (296,118) |\n");
}

TEST(PipeText, RowsWithoutANoteMayHaveTheirBlankCellBehind) {
  EXPECT_EQ(
      shown("in EUR thousand | Note | H1 2026 | H1 2025 |\n---|---|---|---|\nSales | (5) | 512,340 | "
            "498,155 |\nChanges in stocks | 6,215 | -3,425 | |\nMaterials | (5) | -261,418 | -255,092 |\n"
            "Attributable to | |||\nOwners | 257,030 | 239,621 | |\nOthers | 107 | 17 | |\n"
            "257,137 | 239,638 ||\n"),
      "T\n"
      "|0 in EUR thousand |1 Note |2 H1 2026 |3 H1 2025 |\n"
      "|0 Sales |1 (5) |2 512,340 |3 498,155 |\n"
      "|0 Changes in stocks |2 6,215 |3 -3,425 |\n"
      "|0 Materials |1 (5) |2 -261,418 |3 -255,092 |\n"
      "|0 Attributable to |\n"
      "|0 Owners |2 257,030 |3 239,621 |\n"
      "|0 Others |2 107 |3 17 |\n"
      "|2 257,137 |3 239,638 |\n");
}

TEST(PipeText, WhereAHeadingOfBareRowsStandsMayNotBeTold) {
  EXPECT_EQ(shown("Quarter ended June 30, | Year ended December 31,\n2026 | 2025 | 2024 | 2023 | 2022\n"
                  "Sales | 1 | 2 | 3 | 4 | 5\nCosts | 1 | 2 | 3 | 4 | 5\n"),
            "T\n"
            "|1 2026 |2 2025 |3 2024 |4 2023 |5 2022 |\n"
            "|0 Sales |1 1 |2 2 |3 3 |4 4 |5 5 |\n"
            "|0 Costs |1 1 |2 2 |3 3 |4 4 |5 5 |\n");
}

TEST(PipeText, DatesAmongBareRowsHeadWhatFollows) {
  EXPECT_EQ(shown("Results | May 31, | May 31,\n2026 | 2025\nSales | 412 | 398\nCosts | 301 | 296\n"
                  "May 31, | February 28,\nBalances | 2026 | 2026\nCash | 21 | 17\nDebt | 90 | 95\n"),
            "T\n"
            "|0 Results |1 May 31, |2 May 31, |\n"
            "|1 2026 |2 2025 |\n"
            "|0 Sales |1 412 |2 398 |\n"
            "|0 Costs |1 301 |2 296 |\n"
            "|1 May 31, |2 February 28, |\n"
            "|0 Balances |1 2026 |2 2026 |\n"
            "|0 Cash |1 21 |2 17 |\n"
            "|0 Debt |1 90 |2 95 |\n");
}

TEST(PipeText, ADateOfBareRowsStandsOverTheYearsUpToWhereTheyGoUpAgain) {
  EXPECT_EQ(shown("Three Months Ended | Six Months Ended\nJune 30, | March 31, | June 30,\n"
                  "(in millions) | 2026 | 2025 | 2026 | 2026 | 2025\n"
                  "Sales | 11 | 12 | 13 | 24 | 25\nCosts | 1 | 2 | 3 | 4 | 5\n"),
            "T\n"
            "|1 Three Months Ended +2 |4 Six Months Ended +1 |\n"
            "|1 June 30, +1 |3 March 31, |4 June 30, +1 |\n"
            "|0 (in millions) |1 2026 |2 2025 |3 2026 |4 2026 |5 2025 |\n"
            "|0 Sales |1 11 |2 12 |3 13 |4 24 |5 25 |\n"
            "|0 Costs |1 1 |2 2 |3 3 |4 4 |5 5 |\n");
}

TEST(PipeText, PercentagesTellOverWhichColumnsTheHeadingsOfBareRowsStand) {
  const std::string rows =
      "Sales | 1,204 | 1,150 | 54 | 4.7 | % | 2,310 | 2,250 | 60 | 2.7 | %\n"
      "Costs | 781 | 758 | 23 | 3.0 | % | 1,540 | 1,512 | 28 | 1.9 | %\n"
      "Rent | 77 | 75 | 2 | 2.7 | % | 154 | 150 | 4 | 2.7 | %\n"
      "Staff | 410 | 402 | 8\nMembers at the end | 91 | 88\n";
  EXPECT_EQ(shown("(in thousands) | Quarter ended June 30, | Change | Half year ended June 30, | Change\n"
                  "2026 | 2025 | % | 2026 | 2025 | %\n" +
                  rows),
            "T\n"
            "|0 (in thousands) |1 Quarter ended June 30, +1 |3 Change +1 |5 Half year ended June 30, +1 |7 "
            "Change +1 |\n"
            "|1 2026 |2 2025 |4 % |5 2026 |6 2025 |8 % |\n"
            "|0 Sales |1 1,204 |2 1,150 |3 54 |4 4.7% |5 2,310 |6 2,250 |7 60 |8 2.7% |\n"
            "|0 Costs |1 781 |2 758 |3 23 |4 3.0% |5 1,540 |6 1,512 |7 28 |8 1.9% |\n"
            "|0 Rent |1 77 |2 75 |3 2 |4 2.7% |5 154 |6 150 |7 4 |8 2.7% |\n"
            "|0 Staff |1 410 402 8 ? |\n|0 Members at the end |1 91 88 ? |\n");
  EXPECT_EQ(shown("2026 / 2025 | 2025 / 2024\n2026 | 2025 | 2024 | % Change\n"
                  "Sales | 1,204 | 100.0 | % | 1,150 | 100.0 | % | 998 | 100.0 | % | 4.7 | % | 15.2 | %\n"
                  "Costs | 781 | 64.9 | % | 758 | 65.9 | % | 701 | 70.2 | % | 3.0 | % | 8.1 | %\n"
                  "Ships | 91 | 88 | 87\n"),
            "T\n"
            "|1 2026 +1 |3 2025 +1 |5 2024 +1 |7 % Change +1 |\n"
            "|0 Sales |1 1,204 |2 100.0% |3 1,150 |4 100.0% |5 998 |6 100.0% |7 4.7% |8 15.2% |\n"
            "|0 Costs |1 781 |2 64.9% |3 758 |4 65.9% |5 701 |6 70.2% |7 3.0% |8 8.1% |\n"
            "|0 Ships |1 91 |3 88 |5 87 |\n");
}

TEST(PipeText, ATextRepeatedInEveryCellIsOne) {
  EXPECT_EQ(shown("| | 2024 | 2023 |\n|---|---|---|\n| Net revenues: | Net revenues: | Net revenues: |\n"
                  "| Advertising | 412,906 | 455,200 |\n| Others | 412,906 | 412,906 |\n"),
            "T\n"
            "|1 2024 |2 2023 |\n"
            "|0 Net revenues: |\n"
            "|0 Advertising |1 412,906 |2 455,200 |\n"
            "|0 Others |1 412,906 |2 412,906 |\n");
}

TEST(PipeText, TheHeadingOfNotesStandsOverTheirNumbers) {
  EXPECT_EQ(shown("| Note | | 2024 | 2023 |\n|---|---|---|---|\n| Revenue | 20 | 4,000 | 3,400 |\n"
                  "| Costs | 4, 5 | 2,800 | 2,500 |\n"),
            "T\n"
            "|1 Note |2 2024 |3 2023 |\n"
            "|0 Revenue |1 20 |2 4,000 |3 3,400 |\n"
            "|0 Costs |1 4, 5 |2 2,800 |3 2,500 |\n");
}

TEST(PipeText, YearsWithinCellsMakeColumns) {
  EXPECT_EQ(shown("| | Note | Nine months ended September 30, |\n|---|---|---|\n"
                  "| Net income | | 2024: 770, 2023: (460) |\n| Depreciation | 7, 8 | 2024: 60, 2023: 90 |\n"
                  "| Total | | 2024: 1,830, 2023: 1,370 |\n"),
            "T\n"
            "|1 Note |2 Nine months ended September 30, +1 |\n"
            "|2 2024 |3 2023 |\n"
            "|0 Net income |2 770 |3 (460) |\n"
            "|0 Depreciation |1 7, 8 |2 60 |3 90 |\n"
            "|0 Total |2 1,830 |3 1,370 |\n");
}

TEST(MarkupInText, RaisedMarksOfFootnotesGo) {
  EXPECT_EQ(shown("Revenue^(1)^ of the year, the 4^th^ in a row, storage^(5)(6)^ too.\n"),
            "P Revenue of the year, the 4th in a row, storage too.\n");
}

TEST(MarkupInText, WhatIsRaisedIsReadAsAllTextIs) {
  EXPECT_EQ(shown("A\x0B^\x0B^ b^\xE2\x80\x99s^ and 3 ^\n7^ years.\n"), "P A ^ ^ b's and 3 ^\nP 7^ years.\n");
}

constexpr std::string_view kCellLines =
    "Statements of operations\n(in thousands)\n\nFor the six months ended June "
    "30,\n2024\n2025\nRMB\nUS$\n\nRevenues:\n"
    "Cloud services\n2,421,912\n415,823\nOther services\n\n1,245,400\n187,115\nTotal "
    "revenues\n3,667,312\n602,938\n"
    "Cost of revenues\n(3,055,864)\n(511,201)\nGross profit\n611,448\n91,737\nOthers\n-\n-\nNet "
    "loss\n(717,334)\n(107,901)\n"
    "The notes are an integral part of these statements.\n";

TEST(CellLines, RowsAreReadWhereTheyAreCertain) {
  const auto document = read(std::string(kCellLines));
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(shown(*document),
            "P Statements of operations\nP (in thousands)\n"
            "T\n"
            "|1 For the six months ended June 30, +1 |\n"
            "|1 2024 |2 2025 |\n"
            "|1 RMB |2 US$ |\n"
            "|0 Revenues: |\n"
            "|0 Cloud services |1 2,421,912 |2 415,823 |\n"
            "|0 Other services |1 1,245,400 |2 187,115 |\n"
            "|0 Total revenues |1 3,667,312 |2 602,938 |\n"
            "|0 Cost of revenues |1 (3,055,864) |2 (511,201) |\n"
            "|0 Gross profit |1 611,448 |2 91,737 |\n"
            "|0 Others |1 - |2 - |\n"
            "|0 Net loss |1 (717,334) |2 (107,901) |\n"
            "P The notes are an integral part of these statements.\n");
  EXPECT_EQ(document->tables[0].rows[5].line, 14U);
  EXPECT_EQ(document->tables[0].rows[5].cells[1].at, (Place{16, 1}));
}

TEST(CellLines, HeadingsOfOneSortAreARow) {
  const std::string rows =
      "Revenues\n2,421,912\n3,245,400\n446,415\n5,415,823\n6,187,115\n851,051\n"
      "Cost of revenues\n(1,421,912)\n(1,245,400)\n(171,311)\n(2,415,823)\n(3,187,115)\n(438,395)\n"
      "Gross profit\n1,000,000\n2,000,000\n275,104\n3,000,000\n3,000,000\n412,656\n";
  EXPECT_EQ(
      shown("Statements of operations\n\nFor the three months ended June 30,\nFor the six months ended June "
            "30,\n"
            "2024\n2025\n2024\n2025\nRMB\nRMB\nUS$\nRMB\nRMB\nUS$\n(Unaudited)\n(Unaudited)\n(Unaudited)\n"
            "(Unaudited)\n" +
            rows),
      "P Statements of operations\n"
      "T\n"
      "|1 For the three months ended June 30, +2 |4 For the six months ended June 30, +2 |\n"
      "|1 2024 2025 2024 2025 +5 |\n"
      "|1 RMB |2 RMB |3 US$ |4 RMB |5 RMB |6 US$ |\n"
      "|0 Revenues |1 2,421,912 |2 3,245,400 |3 446,415 |4 5,415,823 |5 6,187,115 |6 851,051 |\n"
      "|0 Cost of revenues |1 (1,421,912) |2 (1,245,400) |3 (171,311) |4 (2,415,823) |5 (3,187,115) |6 "
      "(438,395) |\n"
      "|0 Gross profit |1 1,000,000 |2 2,000,000 |3 275,104 |4 3,000,000 |5 3,000,000 |6 412,656 |\n");
}

TEST(CellLines, ARowThatLacksAFigureIsLeftOpen) {
  std::string text(kCellLines);
  text.erase(text.find("187,115\n"), 8);
  text.erase(text.find("\n1,245,400"),
             1);  // with it the row would be as long as the others: its first cell blank
  const std::string read = shown(text);
  EXPECT_NE(read.find("|0 Cloud services |1 2,421,912 |2 415,823 |\n"
                      "|0 Other services |1 1,245,400 ? |\n"
                      "|0 Total revenues |1 3,667,312 |2 602,938 |\n"),
            std::string::npos)
      << read;
}

// Tables of markup among Markdown's lines: one that nothing closes ends with its rows, and hides nothing
// behind it.
TEST(PipeText, ATableOfMarkupThatNothingClosesEndsWithItsRows) {
  const std::string words =
      "The company says so here, in a sentence of its own that goes on for a while.\n\n"
      "It says more of the kind in another one, so that the text is none of markup.\n\n";
  const std::string open = "<table><tr><td>Cash</td><td>1,200</td></tr><tr><td>Loans</td><td>300</td></tr>";
  const std::string rows = "T\n|0 Cash |1 1,200 |\n|0 Loans |1 300 |\n";
  const auto tables = [](const std::string& text) {
    const auto document = read(text);
    return document ? document->tables.size() : 0;
  };
  EXPECT_NE(shown(words + words + open + "</table>\n\n" + words).find(rows), std::string::npos);
  EXPECT_NE(shown(words + words + open + "\n\n" + words).find(rows), std::string::npos);
  EXPECT_EQ(tables(words + words + open + "\n\n" + words + open + "</table>\n" + words), 2U);
  EXPECT_EQ(tables(words + words + open + "\n\n" + open + "\n\n" + words), 2U);
  // Cut within a cell, whose text is there.
  EXPECT_NE(shown(words + words + words + words + open + "<tr><td>Plant</td><td>7").find("|0 Plant |1 7 |"),
            std::string::npos);
}

// Each begins a table that nothing closes.
TEST(PipeText, ManyOpenTablesTakeNoTime) {
  std::string text;
  while (text.size() < 400'000) text += "Words before them, so that the text is none of markup.\n\n";
  for (int i = 0; i < 20'000; ++i) text += "some words and more <table><tr><td>\n";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_TRUE(read(text));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

}  // namespace
}  // namespace kcfin::read_test
