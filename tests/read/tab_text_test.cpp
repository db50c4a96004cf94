// Tab-separated text: rows, places, light markup.
#include <gtest/gtest.h>

#include <string>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

TEST(TabText, ConsecutiveLinesWithTabsAreOneTable) {
  EXPECT_EQ(shown("Revenues of the year\n"
                  "\n"
                  "\t2024\t2025\n"
                  "Revenues\t3,667\t4,319\n"
                  "\n"
                  "\tRMB\t\n"
                  "Net loss\t(717)\t-\n"
                  "Other text.\n"),
            "P Revenues of the year\n"
            "T\n"
            "|1 2024 |2 2025 |\n"
            "|0 Revenues |1 3,667 |2 4,319 |\n"
            "T\n"
            "|1 RMB |\n"
            "|0 Net loss |1 (717) |2 - |\n"
            "P Other text.\n");
}

TEST(TabText, AHeaderWithoutItsEmptyCellsStaysInItsTable) {
  EXPECT_EQ(shown("\t2024\t2025\n"
                  "ASSETS\n"
                  "Current assets:\n"
                  "  Cash\t3,667\t4,319\n"
                  "Total assets\t3,667\t4,319\n"
                  "A sentence that follows at once is none of its rows.\n"
                  "More text\n"),
            "T\n"
            "|1 2024 |2 2025 |\n"
            "|0 ASSETS |\n"
            "|0 Current assets: |\n"
            "  |0 Cash |1 3,667 |2 4,319 |\n"
            "|0 Total assets |1 3,667 |2 4,319 |\n"
            "P A sentence that follows at once is none of its rows.\n"
            "P More text\n");
}

// What is longer than any heading is a paragraph, though no full stop ends it.
TEST(TabText, ALongLineOverATableIsNoneOfItsHeaders) {
  const std::string remark =
      "The amounts below are those of the company and of the yards that it has leased out to others since "
      "the spring "
      "of the year before the last one";
  const std::string table = "Cash\t3,667\t4,319\nTotal assets\t3,667\t4,319\n";
  const std::string rows = "|0 Cash |1 3,667 |2 4,319 |\n|0 Total assets |1 3,667 |2 4,319 |\n";
  EXPECT_EQ(shown("\t2024\t2025\n" + remark + "\n" + table),
            "T\n|1 2024 |2 2025 |\nP " + remark + "\nT\n" + rows);
  EXPECT_EQ(shown("\t2024\t2025\nASSETS\n" + table), "T\n|1 2024 |2 2025 |\n|0 ASSETS |\n" + rows);
}

TEST(TabText, CellsKeepTheirPlaces) {
  const auto document = read("x\n\t2024\t<u>(1)</u>\r\nNet  loss\t\t \xC2\xA0 5\n");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->tables.size(), 1U);
  EXPECT_EQ(places(document->tables[0]), "2 2:2 2:10\n3 3:1 3:16\n");
  EXPECT_EQ(document->tables[0].rows[0].columns, 3);
  EXPECT_EQ(document->tables[0].rows[1].cells[0].text, "Net loss");
  EXPECT_FALSE(document->tables[0].spans_known);
  EXPECT_EQ(document->lines, 3U);
}

TEST(TabText, MarkupIsTakenOut) {
  EXPECT_EQ(
      shown(
          "**Gross** margin of the *Group* and <i>others</i>, US\\$5&nbsp;million, [99.1](#)\n"
          "The \xE2\x80\x9C**Company**\xE2\x80\x9D and its shareholders\xE2\x80\x99 equity \xE2\x80\x93 all\n"
          "**REPORT OF\n"
          "THE ISSUER**\n"
          "A \\& B &amp; C &#8212; D &#x2014; E &unknown; 3 * 4 < 5\n"),
      "P Gross margin of the Group and others, US$5 million, 99.1\n"
      "P The \"Company\" and its shareholders' equity \xE2\x80\x93 all\n"
      "P REPORT OF\n"
      "P THE ISSUER\n"
      "P A & B & C \xE2\x80\x94 D \xE2\x80\x94 E &unknown; 3 * 4 < 5\n");
}

TEST(TabText, FootnoteMarksOfFiguresAreLeftOut) {
  EXPECT_EQ(
      shown("Shareholders<sup>(1)</sup>\t11.41<sup>b</sup>\t260.3\xC2\xB9\t1<sup>st</sup>\t12 m\xC2\xB2\n"),
      "T\n|0 Shareholders |1 11.41 |2 260.3 |3 1st |4 12 m\xC2\xB2 |\n");
}

TEST(TabText, BulletsMakeListItems) {
  EXPECT_EQ(shown("- Revenues were nil.\n  \xE2\x80\xA2 Costs.\n-5 degrees\n"),
            "P - Revenues were nil.\nP - Costs.\nP -5 degrees\n");
}

TEST(TabText, LeadingSpacesIndentALabel) {
  EXPECT_EQ(shown("Assets\t\n  Cash\t5\n\xC2\xA0\xC2\xA0\xC2\xA0Gold\t6\n"),
            "T\n|0 Assets |\n  |0 Cash |1 5 |\n   |0 Gold |1 6 |\n");
}

TEST(TabText, ALineSetOffByATabIsNoTable) {
  EXPECT_EQ(shown("\tNotes to the statements\n\nText\n"), "P Notes to the statements\nP Text\n");
}

TEST(TabText, TextsThatNeedNoChangeAreViewsOfTheFile) {
  const auto document = read("Net loss\t(717)\nPlain text, as it stands \xE2\x80\x94 all of it.\n");
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->made->empty());
}

TEST(TabText, AnchorsFollowTheTextThroughChanges) {
  const auto document = read("first\n  - It was **US\\$5 million** \xE2\x80\x9Cnet\xE2\x80\x9D of tax\n");
  ASSERT_TRUE(document);
  const Paragraph& paragraph = document->paragraphs[1];
  ASSERT_EQ(paragraph.text, "It was US$5 million \"net\" of tax");
  const auto at = [&](std::string_view text) { return paragraph.place(paragraph.text.find(text)); };
  EXPECT_EQ(at("It"), (Place{2, 5}));
  EXPECT_EQ(at("US$"), (Place{2, 14}));
  EXPECT_EQ(at("5 million"), (Place{2, 18}));
  EXPECT_EQ(at("net"), (Place{2, 33}));
  EXPECT_EQ(at("tax"), (Place{2, 43}));
}

TEST(TabText, AnchorsCountTheBytesOfAConvertedFile) {
  const auto document = read("The caf\xE9 lost RMB5 million in the year, as it had said it would\n");
  ASSERT_TRUE(document);
  const Paragraph& paragraph = document->paragraphs[0];
  EXPECT_EQ(paragraph.place(paragraph.text.find("RMB5")), (Place{1, 15}));
}

TEST(TabText, LimitsAreEnforced) {
  ReadLimits limits;
  limits.max_columns = 3;
  EXPECT_EQ(shown("a\tb\tc\n", limits), "T\n|0 a |1 b |2 c |\n");
  EXPECT_EQ(shown("x\na\tb\tc\td\n", limits), "error: line 2: row of more than 3 columns");
  limits.max_rows = 2;
  EXPECT_EQ(shown("a\tb\na\tb\na\tb\n", limits), "error: line 3: table of more than 2 rows");
}

}  // namespace
}  // namespace kcfin::read_test
