// One cell to a line: what libraries leave of HTML when they take its tags out, in the ways in which they do.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

// A label, and a cell and a spacer for each of two columns: rows of five lines.
std::string spaced_row(const std::string& label, const std::string& first, const std::string& second) {
  return label + "\n" + first + "\n\n" + second + "\n\n";
}

const std::string kSpaced = "CONSOLIDATED BALANCE SHEETS\n(in thousands of US dollars)\n\n\n" +
                            spaced_row("", "June 30, 2024", "December 31, 2023") +
                            spaced_row("Current assets", "", "") + spaced_row("Cash", "1,200", "900") +
                            spaced_row("Receivables", "", "450") + spaced_row("Prepayments", "330", "") +
                            spaced_row("", "1,530", "1,350") + spaced_row("Goodwill", "70", "70") +
                            spaced_row("Total assets", "1,600", "1,420") +
                            "\n\nThe notes are a part of these statements.\n";

TEST(CellLines, BlankLinesTellTheColumns) {
  EXPECT_EQ(shown(kSpaced),
            "P CONSOLIDATED BALANCE SHEETS\nP (in thousands of US dollars)\n"
            "T\n"
            "|1 June 30, 2024 |2 December 31, 2023 |\n"
            "|0 Current assets |\n"
            "|0 Cash |1 1,200 |2 900 |\n"
            "|0 Receivables |2 450 |\n"
            "|0 Prepayments |1 330 |\n"
            "|1 1,530 |2 1,350 |\n"
            "|0 Goodwill |1 70 |2 70 |\n"
            "|0 Total assets |1 1,600 |2 1,420 |\n"
            "P The notes are a part of these statements.\n");
}

// The numbers of several notes are a cell of the row, and no label.
TEST(CellLines, NumbersOfNotesAreCells) {
  const auto row = [](const std::string& label, const std::string& notes, const std::string& first,
                      const std::string& second) {
    return label + "\n" + notes + "\n\n" + first + "\n\n" + second + "\n\n";
  };
  const std::string text =
      "CONSOLIDATED BALANCE SHEETS\n(in thousands of US dollars)\n\n\n" +
      row("", "Notes", "June 30, 2024", "December 31, 2023") + row("Cash", "4, 5", "1,200", "900") +
      row("Receivables", "12, 14, 16", "410", "450") + row("Prepayments", "", "330", "220") +
      row("Goodwill", "17", "70", "70") + row("Total assets", "", "2,010", "1,640") +
      "\n\nThe notes are a part of these statements.\n";
  EXPECT_NE(shown(text).find("|0 Receivables |1 12, 14, 16 |2 410 |3 450 |\n"), std::string::npos)
      << shown(text);
}

// A figure whose label is far away, or a number of a note, is a table's beginning all the same.
TEST(CellLines, AFigureFarBelowItsLabelBegins) {
  const std::string far =
      kSpaced + "Segments\n" + std::string(80, '\n') + "4,100\n\n3,900\n\nEnd of it all.\n";
  EXPECT_NE(shown(far).find("|0 Total assets |1 1,600 |2 1,420 |\n"), std::string::npos) << shown(far);
  const std::string numbered =
      kSpaced + "Some remark that ends here, as sentences do.\n1.\n4,100\n\nMore of the notes follows.\n";
  EXPECT_NE(shown(numbered).find("|0 Total assets |1 1,600 |2 1,420 |\n"), std::string::npos)
      << shown(numbered);
}

TEST(CellLines, SignsOnLinesOfTheirOwnJoinTheirFigures) {
  const std::string text =
      "Consolidated Statements of Operations\n(in thousands)\n\nThree Months Ended\n\nMarch 31, "
      "\n2024\n\nMarch 31, \n2023\n"
      "Revenues\n$\n5,700\n\n\xC2\xA0\n$\n4,500\n\n"
      "Cost of revenues\n(3,600\n)\n\xC2\xA0\n(2,800\n)\n"
      "Gross profit\n2,100\n\n\xC2\xA0\n1,700\n\n"
      "Gross margin\n36.8\n%\n\xC2\xA0\n37.8\n%\n";
  const std::string read = shown(text);
  EXPECT_NE(read.find("|0 Revenues |1 $5,700 |2 $4,500 |\n"
                      "|0 Cost of revenues |1 (3,600) |2 (2,800) |\n"
                      "|0 Gross profit |1 2,100 |2 1,700 |\n"
                      "|0 Gross margin |1 36.8% |2 37.8% |\n"),
            std::string::npos)
      << read;
  EXPECT_NE(read.find("|1 March 31, 2024 |2 March 31, 2023 |\n"), std::string::npos) << read;
}

TEST(CellLines, LabelsThatTheSourceWrappedAreOneCell) {
  const auto cell = [](const std::string& text) { return "                " + text + "\n              \n"; };
  const std::string text = cell("") + cell("Dec.\n      31, 2024") + cell("Dec.\n      31, 2023") +
                           cell("Cash\n      and cash equivalents") + cell("43,517") + cell("35,831") +
                           cell("Common\n      shares of $0.01\n      each") + cell("8,036") +
                           cell("20,980") + cell("Total\n      assets") + cell("51,553") + cell("56,811") +
                           cell("Other\n      figures") + cell("1,000") + cell("2,000") +
                           cell("More\n      figures") + cell("3,000") + cell("4,000");
  const std::string read = shown(text);
  EXPECT_NE(read.find("|1 Dec. 31, 2024 |2 Dec. 31, 2023 |\n"
                      "|0 Cash and cash equivalents |1 43,517 |2 35,831 |\n"
                      "|0 Common shares of $0.01 each |1 8,036 |2 20,980 |\n"
                      "|0 Total assets |1 51,553 |2 56,811 |\n"),
            std::string::npos)
      << read;
}

// Blank cells left nothing: only the count of columns is known.
const std::string kDense =
    "CONDENSED STATEMENTS OF OPERATIONS\n(In millions)\nThree Months Ended\nNine Months Ended\nJune "
    "27,\n2026\nJune 28,\n"
    "2025\nJune 27,\n2026\nJune 28,\n2025\nNet "
    "sales:\nProducts\n$\n78,678\n$\n66,613\n$\n272,629\n$\n233,287\n"
    "Services\n30,739\n27,423\n91,728\n80,408\nTotal net sales \n(1)\n109,417\n94,036\n364,357\n313,695\n"
    "Net income\n29,789\n23,434\n101,464\n84,544\n(1)\nNet sales are shown without taxes on sales in every "
    "country.\n";

// Two rows of eight hold a figure more: a column that most leave blank. Two of twenty are odd ones.
TEST(CellLines, AFewRowsOfMoreFiguresHaveAColumnThatTheOthersLeaveBlank) {
  const auto with_rows = [](int rows) {
    std::string text = "SALES BY BRANCH\n(In millions)\n";
    for (int i = 0; i < rows; ++i)
      text += "Branch " + std::string(1, static_cast<char>('A' + i)) + "\n" + std::to_string(200 + i) +
              ".5\n" + std::to_string(300 + i) + ".5\n";
    return shown(text + "Fleet\n110.5\n120.5\n130.5\nHarbour\n111.5\n121.5\n131.5\n");
  };
  const std::string three = with_rows(6), two = with_rows(18);
  EXPECT_NE(three.find("|0 Fleet |1 110.5 |2 120.5 |3 130.5 |\n"), std::string::npos) << three;
  EXPECT_NE(two.find("|0 Fleet |1 110.5 |2 120.5 |\n|1 130.5 ? |\n"), std::string::npos) << two;
}

TEST(CellLines, WithoutBlankLinesTheCountOfColumnsTells) {
  const std::string read = shown(kDense);
  EXPECT_NE(read.find("|1 Three Months Ended +1 |3 Nine Months Ended +1 |\n"
                      "|1 June 27, 2026 |2 June 28, 2025 |3 June 27, 2026 |4 June 28, 2025 |\n"
                      "|0 Net sales: |\n"
                      "|0 Products |1 $78,678 |2 $66,613 |3 $272,629 |4 $233,287 |\n"
                      "|0 Services |1 30,739 |2 27,423 |3 91,728 |4 80,408 |\n"
                      "|0 Total net sales |1 109,417 |2 94,036 |3 364,357 |4 313,695 |\n"
                      "|0 Net income |1 29,789 |2 23,434 |3 101,464 |4 84,544 |\n"),
            std::string::npos)
      << read;
}

TEST(CellLines, ThenARowWithFewerFiguresIsLeftOpen) {
  std::string text = kDense;
  text.replace(text.find("27,423\n91,728\n"), 14, "");
  const std::string read = shown(text);
  EXPECT_NE(read.find("|0 Services |1 30,739 80,408 ? |\n"), std::string::npos) << read;
}

TEST(CellLines, ALoneFigureIsLeftAsItStandsUnderNoColumn) {
  std::string text = kDense;
  text.replace(text.find("27,423\n91,728\n80,408\n"), 21, "");
  const auto document = read(text);
  ASSERT_TRUE(document) << document.error().message;
  for (const RawRow& row : document->tables[0].rows) {
    for (const RawCell& cell : row.cells) EXPECT_EQ(cell.unplaced, cell.text == "30,739") << cell.text;
  }
  EXPECT_NE(shown(text).find("|0 Services |1 30,739 ? |\n"), std::string::npos) << shown(text);
}

TEST(CellLines, OnlyTheTableThatCannotBeToldIsRefused) {
  const std::string scattered =
      "Holdings\nAlpha\n1,100\nBeta\n2,200\n3,300\n4,400\nGamma\n5,500\n6,600\nDelta\n7,700\n8,800\n9,900\n1,"
      "010\n1,020\n"
      "That is all that is known of these holdings so far.\n";
  const auto document = read(scattered + kSpaced);
  ASSERT_TRUE(document) << document.error().message;
  ASSERT_EQ(document->tables.size(), 1U);
  EXPECT_EQ(document->tables[0].rows.size(), 8U);
  EXPECT_FALSE(document->loose_rows.empty());
}

// Every line is a cell, and a blank one an empty line: the label below tells how long a row is.
TEST(CellLines, AnEmptyLineIsABlankCellWhereEveryLineIsOne) {
  EXPECT_EQ(
      shown("CONSOLIDATED BALANCE SHEETS\n(in thousands of US dollars)\n\n\nJune 30, 2024\nMarch 31, 2024\n"
            "December 31, 2023\nCash\n1,200\n900\n800\nReceivables\n\n450\n\nPrepayments\n330\n\n210\n"
            "Inventories\n210\n190\n180\nTotal assets\n1,740\n1,540\n1,190\n"),
      "P CONSOLIDATED BALANCE SHEETS\nP (in thousands of US dollars)\nT\n"
      "|1 June 30, 2024 |2 March 31, 2024 |3 December 31, 2023 |\n"
      "|0 Cash |1 1,200 |2 900 |3 800 |\n|0 Receivables |2 450 |\n|0 Prepayments |1 330 |3 210 |\n"
      "|0 Inventories |1 210 |2 190 |3 180 |\n|0 Total assets |1 1,740 |2 1,540 |3 1,190 |\n");
}

// Figures of three digits and fewer, which might be anything, where each stands below its heading.
TEST(CellLines, SmallFiguresBelowTheirHeadingsAreATable) {
  const std::string rows =
      "Current assets:\n\n\nCash\n1,812\n1,652\nRestricted cash\n103\n39\nReceivables\n220\n185\n"
      "Inventories\n316\n190\nPrepayments\n339\n337\nTotal current assets\n790\n403\n";
  const std::string title = "CONSOLIDATED BALANCE SHEETS\n\n(in millions of euros)\n\n\n";
  EXPECT_NE(shown(title + "December 31, 2023\nJune 30, 2024\n\nEUR\nEUR\n" + rows)
                .find("|0 Restricted cash |1 103 |2 39 |\n"),
            std::string::npos);
  EXPECT_EQ(shown(title + rows).find("|0 Restricted cash"), std::string::npos);
}

// "(5)" behind a label is of a note; two of them, one below the other, are the figures of its row.
TEST(CellLines, TheFirstRowMayHaveFiguresThatLookLikeMarks) {
  const std::string table = shown(
      "CASH FLOWS\n\n(in millions of euros)\n\n\nYear ended December 31,\n\n2024\n2023\n\nEUR\nEUR\n"
      "Operating activities\n(78)\n(55)\nInvesting activities\n(437)\n(118)\n"
      "Financing activities\n(1,464)\n(1,693)\nNet decrease\n(1,979)\n(1,866)\n");
  EXPECT_NE(table.find("|0 Operating activities |1 (78) |2 (55) |\n"), std::string::npos) << table;
  EXPECT_NE(table.find("|1 2024 |2 2023 |\n"), std::string::npos) << table;
}

// Where blank cells left no line, brackets on lines of their own are no cells: a row with fewer figures is
// left open, and not told by its length.
TEST(CellLines, BracketsTakeNoPlaceWhereBlankCellsHaveNone) {
  const std::string table = shown(
      "SEGMENTS\n(in thousands of euros)\nYear ended December 31, 2024\nNorth\nSouth\nEliminations\nTotal\n"
      "EUR\nEUR\nEUR\nEUR\nSales\n44,778\n417,516\n9\n462,303\nBetween segments\n6,852\n(6,852\n)\n9\n"
      "Costs\n(23,799\n)\n(38,800\n)\n6,852\n(55,747\n)\nResult\n20,979\n378,716\n6,861\n406,556\n"
      "Interest\n1,201\n2,402\n3,603\n7,206\n");
  EXPECT_NE(table.find("|0 Sales |1 44,778 |2 417,516 |3 9 |4 462,303 |\n"), std::string::npos) << table;
  EXPECT_NE(table.find("|0 Costs |1 (23,799) |2 (38,800) |3 6,852 |4 (55,747) |\n"), std::string::npos)
      << table;
  EXPECT_EQ(table.find("|2 (6,852)"), std::string::npos) << table;
}

// Two rows that lack a figure are as long as each other, and no longer than that.
TEST(CellLines, RowsThatLackAFigureAreNoRowsInFull) {
  const std::string table = shown(
      "SEGMENTS\n(in thousands of euros)\nYear ended December 31, 2024\nNorth\nSouth\nEliminations\nTotal\n"
      "EUR\nEUR\nEUR\nEUR\nSales\n3,073\n868\n3,941\nBetween segments\n97\n-\n(97)\n"
      "Total sales\n3,170\n868\n(97)\n3,941\nCosts\n(1,573)\n(364)\n97\n(1,840)\n"
      "Result\n1,597\n504\n-\n2,101\nInterest\n12\n3\n1,001\n1,016\nTaxes\n22\n33\n1,002\n1,057\n");
  EXPECT_NE(table.find("|0 Total sales |1 3,170 |2 868 |3 (97) |4 3,941 |\n"), std::string::npos) << table;
  EXPECT_EQ(table.find("|3 3,941"), std::string::npos) << table;
  EXPECT_EQ(table.find("|3 (97) |\n"), std::string::npos) << table;
}

// One date over several years is no part of the first.
TEST(CellLines, ADateStandsOverTheYearsBelowIt) {
  const std::string rows = "Sales\n5,383\n7,659\nCosts\n1,126\n1,110\nResult\n4,257\n6,549\n";
  const auto headings = [&](std::string_view lines) {
    const std::string table = shown("INCOME\n\n(in thousands of euros)\n\n\n" + std::string(lines) + rows);
    const std::size_t begin = table.find("\nT\n") + 3;
    return table.substr(begin, table.find("|0 Sales") - begin);
  };
  EXPECT_EQ(headings("Year ended June 30,\n\n2024\n2023\n\n"),
            "|1 Year ended June 30, +1 |\n|1 2024 |2 2023 |\n");
  EXPECT_EQ(headings("June 30,\n2024\nDecember 31,\n2023\n"), "|1 June 30, 2024 |2 December 31, 2023 |\n");
}

// What changed stands over its own columns, behind the years that it lies between.
TEST(CellLines, AChangeStandsOverTheColumnsBehindTheYears) {
  EXPECT_EQ(
      shown("CONSOLIDATED STATEMENTS OF OPERATIONS\n(in thousands of US dollars)\n\n\nYear ended December "
            "31,\nChange\n"
            "2024\n2023\nAmount\n%\nSales\n5,383\n7,659\n(2,276)\n(29.7)\nCosts\n1,126\n1,110\n16\n1.4\n"
            "Result\n4,257\n6,549\n(2,292)\n(35.0)\n"),
      "P CONSOLIDATED STATEMENTS OF OPERATIONS\nP (in thousands of US dollars)\nT\n"
      "|1 Year ended December 31, +3 |\n|3 Change +1 |\n|1 2024 |2 2023 |3 Amount |4 % |\n"
      "|0 Sales |1 5,383 |2 7,659 |3 (2,276) |4 (29.7) |\n|0 Costs |1 1,126 |2 1,110 |3 16 |4 1.4 |\n"
      "|0 Result |1 4,257 |2 6,549 |3 (2,292) |4 (35.0) |\n");
}

TEST(CellLines, AnotherPeriodBelowIsAnotherTable) {
  const std::string text = kSpaced + "\n\n" + "As of September 30, 2024\n\n" +
                           spaced_row("", "2024", "2023") + spaced_row("Cash", "700", "600") +
                           spaced_row("Debt", "1,300", "1,250");
  const auto document = read(text);
  ASSERT_TRUE(document);
  ASSERT_EQ(document->tables.size(), 2U);
  EXPECT_EQ(document->tables[1].rows.size(), 4U) << shown(*document);
}

TEST(CellLines, YearsTellHeadingsOfUnequalGroups) {
  const auto spread = [](const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& cell : cells) out += cell + "\n\n\n";
    return out;
  };
  const std::string read =
      shown("CONSOLIDATED STATEMENTS OF INCOME\n(in thousands of euros)\n\n\n" +
            spread({"Six months ended", "Three months ended", "Year ended"}) +
            spread({"June 30", "June 30", "December 31"}) + spread({"2024", "2023", "2024", "2023", "2023"}) +
            spread({"Revenue", "2,300", "2,150", "1,200", "1,100", "4,400"}) +
            spread({"Cost of sales", "(1,300)", "(1,250)", "(700)", "(600)", "(2,500)"}) +
            spread({"Gross profit", "1,000", "900", "500", "500", "1,900"}));
  EXPECT_NE(read.find("|1 Six months ended +1 |3 Three months ended +1 |5 Year ended |\n"
                      "|1 June 30 +1 |3 June 30 +1 |5 December 31 |\n"
                      "|1 2024 |2 2023 |3 2024 |4 2023 |5 2023 |\n"),
            std::string::npos)
      << read;
}

TEST(CellLines, APhraseGoesWithItsDate) {
  const auto read = [](const std::string& headings) {
    return shown(
        "STATEMENTS OF INCOME\n(in thousands of euros)\n\n" + headings +
        "Revenue\n2,300\n2,150\nCost of sales\n(1,300)\n(1,250)\nGross profit\n1,000\n900\n"
        "Selling\n(120)\n(110)\nResearch\n(210)\n(205)\nIncome taxes\n(50)\n(45)\nNet income\n620\n540\n");
  };
  EXPECT_NE(read("Three months ended\nJune 30, 2024\nThree months ended\nJune 30, 2023\n")
                .find("|1 Three months ended June 30, 2024 |2 Three months ended June 30, 2023 |\n"),
            std::string::npos);
  // "December" over "31, 2023".
  EXPECT_NE(read("June 30, \n2024\nDecember \n31, 2023\n").find("|1 June 30, 2024 |2 December 31, 2023 |\n"),
            std::string::npos)
      << read("June 30, \n2024\nDecember \n31, 2023\n");
}

TEST(CellLines, NamesOfColumnsStandRightAboveTheFirstRow) {
  const auto named = [](const std::vector<std::string>& names) {
    std::string out = "(in millions of euros)\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n";
    for (const std::string& name : names) out += "\n \n" + name + "\n";
    const auto row = [](const std::string& label, const std::vector<std::string>& figures) {
      std::string text = "\n\n" + label + "\n";
      for (const std::string& figure : figures) text += " \n\n" + figure + "\n \n";
      return text;
    };
    return shown("STATEMENT OF CHANGES IN EQUITY\n" + out +
                 row("July 1, 2023", {"300.0", "(20.5)", "90.5", "370.0"}) +
                 row("Net income", {"-", "-", "40.0", "40.0"}) +
                 row("Dividends declared", {"-", "-", "(10.0)", "(10.0)"}) +
                 row("Shares reissued", {"-", "4.5", "-", "4.5"}) +
                 row("At June 30, 2024", {"300.0", "(16.0)", "120.5", "404.5"}));
  };
  EXPECT_NE(named({"Issued share\ncapital", "Own shares", "Retained earnings", "Total"})
                .find("|1 Issued share capital |2 Own shares |3 Retained earnings |4 Total |\n"
                      "|0 July 1, 2023 |1 300.0 |2 (20.5) |3 90.5 |4 370.0 |\n"),
            std::string::npos)
      << named({"Issued share\ncapital", "Own shares", "Retained earnings", "Total"});
  // One too few: nothing tells which column has none.
  EXPECT_EQ(named({"Own shares", "Retained earnings", "Total"}).find("|1 Own shares"), std::string::npos);
}

// "Results", "Less segment two", …: one period is of all columns, whether it stands below their names, above
// them, or above the table's unit line.
TEST(CellLines, NamesOfColumnsStandBesideTheirPeriod) {
  const std::string rows =
      "Revenue\n1,200\n(30)\n(70)\n1,100\nCost of sales\n(700)\n20\n30\n(650)\n"
      "Gross profit\n500\n(10)\n(40)\n450\n"
      "Selling expenses\n(1,100)\n10\n20\n(1,070)\nOther income\n1,040\n-\n(10)\n1,030\n";
  const std::string names =
      "Results\nLess segment two\nOther items and the costs of moving house\n1, 2\n"
      "Adjusted results\n";
  const std::string heading =
      "|1 Results |2 Less segment two |3 Other items and the costs of moving house |4 Adjusted results |\n";
  const std::string unit = "(in millions, except per share data)\n";
  const std::string title = "Adjusted and other results of the company and its segments\n";
  const std::string below = shown(title + unit + names + "Q3 Fiscal 2024\n" + rows);
  EXPECT_NE(below.find(heading + "|0 Q3 Fiscal 2024 |\n|0 Revenue |1 1,200 "), std::string::npos) << below;
  const std::string above = shown(title + unit + "Three months ended June 30, 2024\n" + names + rows);
  EXPECT_NE(above.find("|1 Three months ended June 30, 2024 +3 |\n" + heading + "|0 Revenue |1 1,200 "),
            std::string::npos)
      << above;
  const std::string over_unit = shown("Q3 Fiscal 2024 Supplemental Information\n" + unit + names + rows);
  EXPECT_NE(over_unit.find(heading + "|0 Revenue |1 1,200 "), std::string::npos) << over_unit;
  // One more text than columns may be anything.
  const std::string more = shown(title + unit + "Continuing\n" + names + "Q3 Fiscal 2024\n" + rows);
  EXPECT_EQ(more.find("|1 Results "), std::string::npos) << more;
}

TEST(CellLines, PiecesOfSentencesAreNoRows) {
  const std::string text =
      kSpaced +
      "Sales grew by \n30%\n to \n$4.51 billion\n, and earnings by \n19%\n in the second quarter.\n"
      "They were \n$0.78\n a share, up from \n$0.60\n in the quarter a year before.\n";
  const auto document = read(text);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->tables.size(), 1U) << shown(*document);
}

TEST(CellLines, ALongLabelStandsNearItsFigures) {
  const std::string label =
      "Common stock of a par value of $0.001 each; 4,990,000,000 shares are authorized, and "
      "311,000,000 and 298,000,000 shares are issued and outstanding as of September 30, 2024 and December "
      "31, 2023, "
      "respectively, all of them fully paid";
  std::string text = "Balance sheets\n\n2023\n2024\n\nCash\n1,200\n1,300\nLoans\n2,200\n2,300\n";
  EXPECT_EQ(shown(text + label + "\n\n\n3,200\n3,300\nDeficit\n4,200\n4,300\n"),
            "P Balance sheets\nT\n|1 2023 |2 2024 |\n|0 Cash |1 1,200 |2 1,300 |\n|0 Loans |1 2,200 |2 2,300 "
            "|\n|0 " +
                label + " |1 3,200 |2 3,300 |\n|0 Deficit |1 4,200 |2 4,300 |\n");
}

TEST(CellLines, AStrokeAloneEndsACell) {
  // "Sales | (5) | 512,340 | 498,155 |" with a line for each cell and each stroke; a blank cell has none.
  const auto row = [](const std::vector<std::string>& cells) {
    std::string lines;
    for (const std::string& cell : cells) lines += (cell.empty() ? "" : cell + "\n") + std::string("|\n");
    return lines;
  };
  EXPECT_EQ(
      shown("Statement of profit or loss\n" + row({"in EUR thousand", "Note", "H1 2026", "H1 2025"}) +
            row({"Sales", "(5)", "512,340", "498,155"}) + row({"Changes in stocks", "", "6,215", "-3,425"}) +
            row({"Cost of", "(6)", "-261,418", "-255,092"}) + row({"materials sold", "", "-1", "-2"}) +
            row({"Gross profit", "", "257,136", "239,636"}) + row({"Owners", "", "257,029", "239,619"}) +
            row({"Others", "", "107", "17"})),
      "P Statement of profit or loss\n"
      "P in EUR thousand\n"
      "T\n"
      "|1 Note +1 |\n"
      "|1 H1 2026 |2 H1 2025 |\n"
      "|0 Sales |1 512,340 |2 498,155 |\n"
      "|0 Changes in stocks |1 6,215 |2 -3,425 |\n"
      "|0 Cost of |1 -261,418 |2 -255,092 |\n"
      "|0 materials sold |1 -1 |2 -2 |\n"
      "|0 Gross profit |1 257,136 |2 239,636 |\n"
      "|0 Owners |1 257,029 |2 239,619 |\n"
      "|0 Others |1 107 |2 17 |\n");
}

TEST(CellLines, AStrokeMayStandBeforeOrBehindItsCell) {
  const std::string table =
      "T\n|1 30 June 2026 |2 30 June 2025 |\n|0 Liquid assets |1 84.2 |2 79.6 |\n|0 Receivables |1 95.7 "
      "|2 "
      "90.1 |\n|0 Inventories |1 41.3 |2 38.8 |\n|0 Own shares |1 (6.2) |2 (3.9) |\n|0 Total assets |1 "
      "215.0 "
      "|2 204.6 |\n";
  EXPECT_EQ(shown("Balance sheet\n|30 June 2026\n|30 June 2025\n|Liquid assets\n|84.2\n|79.6\n|Receivables\n"
                  "|95.7\n|90.1\n|Inventories\n|41.3\n|38.8\n|Own shares\n|(6.2)\n|(3.9)\n|Total assets\n"
                  "|215.0\n|204.6\n|X\n"),
            "P Balance sheet\n" + table + "P X\n");
  EXPECT_EQ(shown("Balance sheet\n30 June 2026 |\n30 June 2025 |\nLiquid assets |\n84.2 |\n79.6 |\n"
                  "Receivables |\n95.7 |\n90.1 |\nInventories |\n41.3 |\n38.8 |\nOwn shares |\n(6.2) |\n"
                  "(3.9) |\nTotal assets |\n215.0 |\n204.6 |\n"),
            "P Balance sheet\n" + table);
}

// Blank cells left nothing: what is a percentage and what is none tells which columns a shorter row has.
TEST(CellLines, PercentagesTellTheColumnsOfShorterRows) {
  const auto table = [](const std::string& last) {
    return "Income statements\n(in millions)\n2026\nas % of sales\n2025\nas % of sales\nSales\n9,100\n100.0 "
           "%\n8,200\n"
           "100.0 %\nCosts\n(2,600)\n(28.6)%\n(2,500)\n(30.5)%\nOther "
           "income\n217\n244\nImpairment\n(61)\n(22)\n"
           "Restructuring\n(105)\n(110)\nOther\n(31)\n(40)\nOperating income\n6,520\n71.6 %\n5,772\n70.4 "
           "%\n" +
           last + "Net income\n5,100\n56.0 %\n4,400\n53.7 %\n";
  };
  const std::string shown_rows =
      "|0 Sales |1 9,100 |2 100.0 % |3 8,200 |4 100.0 % |\n"
      "|0 Costs |1 (2,600) |2 (28.6)% |3 (2,500) |4 (30.5)% |\n"
      "|0 Other income |1 217 |3 244 |\n|0 Impairment |1 (61) |3 (22) |\n"
      "|0 Restructuring |1 (105) |3 (110) |\n|0 Other |1 (31) |3 (40) |\n"
      "|0 Operating income |1 6,520 |2 71.6 % |3 5,772 |4 70.4 % |\n";
  const std::string last = "|0 Net income |1 5,100 |2 56.0 % |3 4,400 |4 53.7 % |\n";
  EXPECT_NE(shown(table("")).find(shown_rows + last), std::string::npos) << shown(table(""));
  // One figure may be of either year; "(7)" may be a mark.
  EXPECT_NE(shown(table("Taxes\n(310)\n")).find(shown_rows + "|0 Taxes |1 (310) ? |\n" + last),
            std::string::npos)
      << shown(table("Taxes\n(310)\n"));
  EXPECT_NE(shown(table("Taxes\n(7)\n(310)\n")).find(shown_rows + "|0 Taxes |1 (7) (310) ? |\n" + last),
            std::string::npos)
      << shown(table("Taxes\n(7)\n(310)\n"));
}

TEST(CellLines, AUnitOverNamesOfColumnsBeginsAnotherTable) {
  const std::string first =
      "Year ended December 31,\n\n2024\n2023\n\nRevenue\n9,100\n8,200\n\nCosts\n(2,600)\n(2,500)\n\nGross "
      "profit\n6,500\n5,700\n\n";
  const std::string second =
      "Brazil\n7,711\n5,306\n3,382\n16,399\n\nPeru\n30\n45\n81\n156\n\nTotal\n7,741\n5,351\n3,463\n16,555\n";
  const auto tables = [&](const std::string& between) {
    std::size_t count = 0;
    const std::string all = shown(first + between + second);
    for (std::size_t at = all.find("T\n"); at != std::string::npos; at = all.find("T\n", at + 1))
      count += at == 0 || all[at - 1] == '\n' ? 1 : 0;
    return count;
  };
  EXPECT_EQ(tables("Sales by product\n\n(in thousands)\n\nCement\nConcrete\nServices\nTotal\n\n"), 2U);
  // Headers of rows are no names of columns.
  EXPECT_EQ(tables("(in thousands)\n\nSales by product\n\n"), 1U);
}

}  // namespace
}  // namespace kcfin::read_test
