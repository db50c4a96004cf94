// Several dialects in one file: told by table, and by what most of the text is.
#include <gtest/gtest.h>

#include <string>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

const std::string kAligned =
    "CONSOLIDATED INCOME STATEMENT\n"
    "                                2024        2023\n"
    "Revenues                       3,667       4,319\n"
    "Costs                         (2,100)     (2,219)\n"
    "Gross profit                   1,567       2,100\n";
const std::string kAlignedRows =
    "T\n"
    "|1 2024 |2 2023 |\n"
    "|0 Revenues |1 3,667 |2 4,319 |\n"
    "|0 Costs |1 (2,100) |2 (2,219) |\n"
    "|0 Gross profit |1 1,567 |2 2,100 |\n";

TEST(Stretches, ATabInASentenceLeavesTheTablesAligned) {
  EXPECT_EQ(
      shown(kAligned + "\nThe margin was\t stable, 42.7% and 48.6%.\n"),
      "P CONSOLIDATED INCOME STATEMENT\n" + kAlignedRows + "P The margin was stable, 42.7% and 48.6%.\n");
}

TEST(Stretches, TabsOfPageFootersLeaveTheTablesAligned) {
  const std::string footer = "\t \xC2\xA0              7\t \xC2\xA0\n\f";
  const std::string text = shown(footer + kAligned + footer + "\n" + footer);
  EXPECT_NE(text.find(kAlignedRows), std::string::npos) << text;
}

TEST(Stretches, BreaksInHeadingsOfPipesMakeNoHtml) {
  EXPECT_EQ(shown("# Statements\n"
                  "| | Year<br>ended<br>2024 | Year<br>ended<br>2023 |\n"
                  "|---|---:|---:|\n"
                  "| Revenues | 3,667 | 4,319 |\n"
                  "| Costs | (2,100) | (2,219) |\n"),
            "P Statements\n"
            "T\n"
            "|1 Year ended 2024 |2 Year ended 2023 |\n"
            "|0 Revenues |1 3,667 |2 4,319 |\n"
            "|0 Costs |1 (2,100) |2 (2,219) |\n");
}

TEST(Stretches, BreaksHereAndThereMakeNoHtml) {
  const std::string text = shown("Line one<br>line two<br>line three<br>\n" + kAligned + kAligned + kAligned);
  EXPECT_NE(text.find(kAlignedRows), std::string::npos) << text;
}

TEST(Stretches, AlignedTablesBesideTabs) {
  const std::string tabs =
      "\t2024\t2023\n"
      "Revenues\t3,667\t4,319\n"
      "Costs\t(2,100)\t(2,219)\n"
      "Other\t1\t2\n"
      "Gross profit\t1,568\t2,102\n";
  const std::string text = shown(tabs + "\nThe same by another hand.\n\n" + kAligned + "\n" + tabs);
  EXPECT_NE(text.find(kAlignedRows), std::string::npos) << text;
  EXPECT_NE(text.find("|0 Gross profit |1 1,568 |2 2,102 |"), std::string::npos) << text;
}

TEST(Stretches, PipesAmongAlignedTables) {
  const std::string pipes =
      "| | 2024 | 2023 |\n"
      "|---|---|---|\n"
      "| Revenues | 5 | 6 |\n";
  const std::string text =
      shown(kAligned + "\n" + kAligned + "\n" + pipes + "\nA sentence | with a stroke.\n");
  EXPECT_NE(text.find(kAlignedRows), std::string::npos) << text;
  EXPECT_NE(text.find("T\n|1 2024 |2 2023 |\n|0 Revenues |1 5 |2 6 |\n"), std::string::npos) << text;
}

std::string read_as(std::string text) {
  const auto document = read(std::move(text));
  std::string out;
  for (const ReadAs& as : document->read_as)
    out += std::string(as.dialect) + ": " + std::string(as.reason) + "; ";
  return out;
}

TEST(Dialects, AFewFiguresAloneInTheirLinesMakeNoTextOfOneCellALine) {
  EXPECT_EQ(read_as("Results\n\nOrders rose\n1,234\nand fell\n2,345\nthen rose\n3,456\nand fell\n4,567\n"),
            "aligned text: no separator parts its cells: they stand under each other; ");
}

// A stroke in a sentence has every line looked at.
TEST(Dialects, ManyFiguresAloneInTheirLinesMakeATextOfOneCellALine) {
  const auto with_figures = [](int figures) {
    std::string text = "Results | Orders\n\n";
    for (int i = 0; i < figures; ++i)
      text += "Orders of branch " + std::string(1, static_cast<char>('A' + i)) + "\n1," +
              std::to_string(234 + i) + "\n";
    return read_as(text);
  };
  EXPECT_EQ(with_figures(7), "aligned text: no separator parts its cells: they stand under each other; ");
  EXPECT_EQ(with_figures(8), "text with one cell a line: its figures stand alone in their lines; ");
}

TEST(Dialects, TablesAndNextToNothingElseAreHtml) {
  std::string rows;
  for (int i = 0; i < 20; ++i) rows += "<tr><td>Revenue</td><td>1,234</td></tr>";
  const std::string table = "<table>" + rows + "</table>";
  EXPECT_EQ(read_as("Results of the half year, unaudited\n" + table),
            "HTML: elements of HTML make its paragraphs or tables; ");
  EXPECT_EQ(read_as("Results of the half year, unaudited" + std::string(200, '.') + "\n" + table),
            "aligned text: no separator parts its cells: they stand under each other; "
            "HTML: a table of markup in a text that is none else; ");
}

}  // namespace
}  // namespace kcfin::read_test
