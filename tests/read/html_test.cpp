// HTML: paragraphs, grids, signs in cells of their own, what prints nothing, and hostile markup.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Html, BlocksAreParagraphs) {
  EXPECT_EQ(shown("<html><head><title>x</title><style>p {}</style></head><body>\n"
                  "<h1>Second Quarter</h1>\n"
                  "<p>Revenues were <b>RMB5&nbsp;million</b> &#151; all\nof it.\n"
                  "<div>Costs<br>and <font size=\"1\">ex</font>penses<br><br>Margin &amp; more</div>\n"
                  "<ul><li>One</li><li><p>Two</p></ul>\n"
                  "<p>&#149;&nbsp;&nbsp;Three\n"
                  "<p align=center>- 12 -</p><hr>\n"
                  "<script>no < text</script><!-- <p>none</p> --></body></html>\n"),
            "P Second Quarter\n"
            "P Revenues were RMB5 million \xE2\x80\x94 all of it.\n"
            "P Costs and expenses\n"
            "P Margin & more\n"
            "P - One\n"
            "P - Two\n"
            "P - Three\n");
}

TEST(Html, AnchorsPointIntoTheFile) {
  const auto document = read(
      "<html><body>\n"
      "<p>Net <b>loss</b> was\n"
      "US$5&nbsp;million &amp; <i>more</i></p></body></html>");
  ASSERT_TRUE(document) << document.error().message;
  const Paragraph& paragraph = document->paragraphs[0];
  ASSERT_EQ(paragraph.text, "Net loss was US$5 million & more");
  const auto at = [&](std::string_view text) { return paragraph.place(paragraph.text.find(text)); };
  EXPECT_EQ(at("Net"), (Place{2, 4}));
  EXPECT_EQ(at("loss"), (Place{2, 11}));
  EXPECT_EQ(at("was"), (Place{2, 20}));
  EXPECT_EQ(at("US$5"), (Place{3, 1}));
  EXPECT_EQ(at("million"), (Place{3, 11}));
  EXPECT_EQ(at("&"), (Place{3, 19}));
  EXPECT_EQ(at("more"), (Place{3, 28}));
}

TEST(Html, SpacersGoAndSignsJoinTheirFigures) {
  const auto document = read(
      "<table>\n"
      "<tr><td></td><td>&nbsp;</td><td colspan=2>2024</td><td>&nbsp;</td><td "
      "colspan=2>2025</td><td></td></tr>\n"
      "<tr><td>Net "
      "loss</td><td>&nbsp;</td><td>$</td><td>(717</td><td>)</td><td>$</td><td>(773</td><td>)</td></tr>\n"
      "<tr><td>Margin</td><td></td><td></td><td>(8.5</td><td>)%</td><td></td><td>17.8</td><td>%</td></tr>\n"
      "<tr><td>Others</td><td></td><td></td><td>&#151;</td><td></td><td></td><td>5</td><td></td></tr>\n"
      "</table>");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document),
            "T\n"
            "|1 2024 |2 2025 |\n"
            "|0 Net loss |1 $(717) |2 $(773) |\n"
            "|0 Margin |1 (8.5)% |2 17.8% |\n"
            "|0 Others |1 \xE2\x80\x94 |2 5 |\n");
  EXPECT_EQ(places(document->tables[0]), "2 2:43 2:81\n3 3:9 3:51 3:84\n4 4:9 4:42 4:75\n5 5:9 5:42 5:75\n");
  EXPECT_TRUE(document->tables[0].spans_known);
  EXPECT_EQ(document->tables[0].rows[3].columns, 3);
}

TEST(Html, HeadingsSpanTheirColumns) {
  EXPECT_EQ(shown("<table><thead>"
                  "<tr><th rowspan=2>Item</th><th colspan=3>Three months ended</th></tr>"
                  "<tr><th>June 30,<br>2024</th><th><p>June 30,</p><p>2025</p></th><th>%</th></tr></thead>"
                  "<tr><td>Revenues</td><td>1,000</td><td>1,100</td><td>10.0%</td></tr></table>"),
            "T\n"
            "|0 Item |1 Three months ended +2 |\n"
            "|1 June 30, 2024 |2 June 30, 2025 |3 % |\n"
            "|0 Revenues |1 1,000 |2 1,100 |3 10.0% |\n");
}

TEST(Html, LabelsAreIndented) {
  EXPECT_EQ(shown("<table>"
                  "<tr><td><p style='margin-left:1em;text-indent:-1em'>Assets</p></td><td>1</td></tr>"
                  "<tr><td style='padding-left:10pt'>Cash</td><td>2</td></tr>"
                  "<tr><td>&nbsp;&nbsp;&nbsp;Gold</td><td>3</td></tr>"
                  "<tr><td><p style='margin:0 0 0 .25in'>Land</p></td><td>4</td></tr></table>"),
            "T\n|0 Assets |1 1 |\n  |0 Cash |1 2 |\n   |0 Gold |1 3 |\n    |0 Land |1 4 |\n");
}

TEST(Html, LabelsIndentedByColumnsAreOneColumn) {
  EXPECT_EQ(shown("<table>"
                  "<tr><td colspan=3>Assets</td><td>2024</td></tr>"
                  "<tr><td></td><td colspan=2>Cash</td><td>5</td></tr>"
                  "<tr><td></td><td></td><td>Gold</td><td>3</td></tr></table>"),
            "T\n|0 Assets |1 2024 |\n  |0 Cash |1 5 |\n    |0 Gold |1 3 |\n");
}

// Columns of which no row happens to have both are two all the same.
TEST(Html, ColumnsOfOneRowStayApart) {
  EXPECT_EQ(
      shown(
          "<table>"
          "<tr><td></td><td></td><td colspan=11>Six months</td></tr>"
          "<tr><td></td><td></td><td colspan=2>2023</td><td></td><td></td><td colspan=2>2024</td></tr>"
          "<tr><td>Access</td><td></td><td></td><td>643</td><td></td><td>7</td><td></td><td></td><td>618</td>"
          "<td></td><td></td><td></td><td>85</td></tr>"
          "<tr><td>Transit</td><td></td><td></td><td>407</td><td></td><td></td><td></td><td>402</td></tr>"
          "</table>"),
      "T\n|1 Six months +4 |\n|1 2023 |3 2024 |\n|0 Access |1 643 |2 7 |4 618 |5 85 |\n|0 Transit |1 407 |3 "
      "402 |\n");
  EXPECT_EQ(shown("<table><tr><td></td><td colspan=2>Six months</td></tr><tr><td>Access</td><td>5</td></tr>"
                  "<tr><td>Transit</td><td></td><td>6</td></tr></table>"),
            "T\n|1 Six months +1 |\n|0 Access |1 5 |\n|0 Transit |2 6 |\n");
  // A row that reaches down into a wide cell's columns.
  EXPECT_EQ(shown("<table><tr><td>A</td><td>1</td><td rowspan=2>2</td></tr><tr><td>B</td><td "
                  "colspan=3>3</td></tr></table>"),
            "T\n|0 A |1 1 |2 2 |\n|0 B |1 3 |\n");
}

TEST(Html, LinesWithinCellsThatAreRowsBecomeRows) {
  const auto document = read(
      "<table><tr><td>Revenues<br>Costs<br>Profit</td><td>10<br>(4)<br>6</td><td>20<br>-<br>20</td></tr></"
      "table>");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document),
            "T\n|0 Revenues |1 10 |2 20 |\n|0 Costs |1 (4) |2 - |\n|0 Profit |1 6 |2 20 |\n");
  EXPECT_EQ(places(document->tables[0]), "1 1:16 1:52 1:75\n1 1:28 1:58 1:81\n1 1:37 1:65 1:86\n");
}

TEST(Html, TablesInsideLayoutComeOut) {
  EXPECT_EQ(shown("<table><tr><td>Statements</td><td>"
                  "<table><tr><td>Revenues</td><td>5</td></tr><tr><td>Costs</td><td>4</td></tr></table>"
                  "</td></tr></table>"),
            "P Statements\nT\n|0 Revenues |1 5 |\n|0 Costs |1 4 |\n");
  // A table of one row inside a cell only sets its figure.
  EXPECT_EQ(shown("<table><tr><td>Revenues</td><td><table><tr><td>$</td><td>5</td></tr></table></td></tr>"
                  "<tr><td>Costs</td><td>4</td></tr></table>"),
            "T\n|0 Revenues |1 $ 5 |\n|0 Costs |1 4 |\n");
}

TEST(Html, TablesOfOneColumnAndListsAreText) {
  EXPECT_EQ(
      shown("<div><table><tr><td><p>One</p><p>Two</p></td></tr><tr><td>Three</td></tr></table></div>"
            "<table><tr><td>&nbsp;</td><td>&#149;</td><td>Revenues of the quarter were "
            "<b>up</b>.</td></tr></table>"
            "<table><tr><td><sup>(1)</sup></td><td>Under the terms of the agreement.</td></tr></table>"),
      "P One\nP Two\nP Three\nP - Revenues of the quarter were up.\nP (1) Under the terms of the "
      "agreement.\n");
}

TEST(Html, WhatPrintsNothingIsLeftOut) {
  EXPECT_EQ(
      shown("<html><p>Shown<span style=\"display: none\">hidden <b>too</b><span>and</span></span> and</p>"
            "<p style='visibility:hidden'>none</p><div style=\"DISPLAY:NONE\"><p>none</p></div>"
            "<ix:header><ix:hidden>none</ix:hidden></ix:header><p>in</p>"
            "<table><tr><td>A</td><td>1</td></tr><tr style='display:none'><td>B</td><td>2</td></tr>"
            "<tr><td>C</td><td hidden>9</td><td>3</td></tr></table></html>"),
      "P Shown and\nP in\nT\n|0 A |1 1 |\n|0 C |2 3 |\n");
  // Never closed: it ends with its block.
  EXPECT_EQ(shown("<html><div><font style='display:none'>none</div><p>text</p></html>"), "P text\n");
}

TEST(Html, AStyleIsSeenBehindQuotesThatBeginNoValue) {
  for (const char* const before :
       {"id=\"1\"", "\"foo", "a=b=\"foo", "a = b=\"foo", "=\"foo", "a==\"foo", "a=\"1\"=\"foo"}) {
    EXPECT_EQ(shown(std::string("<p>Net<s ") + before + " style=display:none>none</s> 5</p>"), "P Net 5\n")
        << before;
    EXPECT_EQ(shown(std::string("<p>Net<s ") + before + " STYLE='display:none'>none</s> 5</p>"), "P Net 5\n")
        << before;
  }
  EXPECT_EQ(shown("<p>Net<s id=\" style=display:none\">shown</s> 5</p>"), "P Netshown 5\n");
}

TEST(Html, RaisedFootnoteMarksAreLeftOut) {
  EXPECT_EQ(
      shown(
          "<html><p>Net loss<sup>(1)</sup> of US$1196.4<font style='vertical-align:super'><b>2</b></font> in "
          "the 1<sup>st</sup> half, 50 m<sup>2</sup></p><p><sup>1</sup> The footnote</p>"
          "<table><tr><td>Margin <SUP>a</SUP></td><td>11.4<sup>*</sup></td></tr></table></html>"),
      "P Net loss of US$1196.4 in the 1st half, 50 m2\nP 1 The footnote\nT\n|0 Margin |1 11.4 |\n");
}

TEST(Html, SloppyMarkupIsReadAsBrowsersDo) {
  EXPECT_EQ(shown("<html><table><tr><td>A<td>1<tr><td>B<td align='right>2</table><p>Text<p>More</html>"),
            "T\n|0 A |1 1 |\n|0 B |1 2 |\nP Text\nP More\n");
  EXPECT_EQ(shown("<div><td>no table</td></tr> &lt;5% < 6 &copy 2025 &bogus; <b>a</i></p></div>"),
            "P no table <5% < 6 \xC2\xA9 2025 &bogus; a\n");
}

TEST(Html, ReferencesWithoutASemicolonKeepThePlacesBehindThem) {
  const auto document = read("<p>June&nbsp34 &#1630 &AMP;5 &rarr;6 &notit;7</p>");
  ASSERT_TRUE(document);
  const Paragraph& paragraph = document->paragraphs[0];
  EXPECT_EQ(paragraph.text,
            "June 34 \u065E &5 \u2192"
            "6 \u00ACit;7");
  EXPECT_EQ(paragraph.place(paragraph.text.find("34")), (Place{1, 13}));
  EXPECT_EQ(paragraph.place(paragraph.text.find('5')), (Place{1, 28}));
  EXPECT_EQ(paragraph.place(paragraph.text.find('6')), (Place{1, 36}));
  EXPECT_EQ(paragraph.place(paragraph.text.find('7')), (Place{1, 45}));
}

// The parser shows another character in their place.
TEST(Html, CharactersThatAreNoneKeepThePlacesBehindThem) {
  const auto document = read(
      "<p>\xC2\x8B"
      "1\xEF\xBF\xBE"
      "2\xF0\x9F\xBF\xBF"
      "3</p>");
  ASSERT_TRUE(document);
  const Paragraph& paragraph = document->paragraphs[0];
  EXPECT_EQ(paragraph.text, "\uFFFD1\uFFFD2\uFFFD3");
  EXPECT_EQ(paragraph.place(paragraph.text.find('1')), (Place{1, 6}));
  EXPECT_EQ(paragraph.place(paragraph.text.find('2')), (Place{1, 10}));
  EXPECT_EQ(paragraph.place(paragraph.text.find('3')), (Place{1, 15}));
}

TEST(Html, WhiteSpaceMayBeAReference) {
  const auto document = read("<p>one&#x20li;&#10;42&Tab;7</p>");
  ASSERT_TRUE(document);
  const Paragraph& paragraph = document->paragraphs[0];
  EXPECT_EQ(paragraph.text, "one li; 42 7");
  EXPECT_EQ(paragraph.place(paragraph.text.find("li")), (Place{1, 12}));
  EXPECT_EQ(paragraph.place(paragraph.text.find("42")), (Place{1, 20}));
  EXPECT_EQ(paragraph.place(paragraph.text.find('7')), (Place{1, 27}));
}

TEST(Html, HiddenAndRaisedRunsThatOverlapEndOnce) {
  EXPECT_EQ(shown("<p>Net<s style=display:none>a<sup></s>"), "P Net\n");
  EXPECT_EQ(shown("<p>Net<s style=display:none>a<sup></s> 5</p>"), "P Net 5\n");
  EXPECT_EQ(shown("<p>Net<s style=display:none><sup>a</s>5</p>"), "P Net5\n");
  EXPECT_EQ(shown("<p>Net<sup>1<span style=display:none></sup>x</span> 5</p>"), "P Net 5\n");
  EXPECT_EQ(shown("<p>Net<sup style=display:none>1</sup> 5</p>"), "P Net 5\n");
}

// The parser leaves out an end tag that ends nothing, and joins the text around it.
TEST(Html, TagsThatEndNothingKeepThePlacesBehindThem) {
  const auto document = read(
      "<div>1</dt></dd>2 </dt>\n</h1>3</dt><4 &lt; 5</dt>&#54;</dt>\u2014 7"
      "<table><tr><td>8</p></h1>9</table>");
  ASSERT_TRUE(document) << document.error().message;
  const Paragraph& paragraph = document->paragraphs[0];
  ASSERT_EQ(paragraph.text, "12 3<4 < 56\u2014 7");
  const auto at = [&](std::string_view text) { return paragraph.place(paragraph.text.find(text)); };
  EXPECT_EQ(at("2"), (Place{1, 17}));
  EXPECT_EQ(at("3"), (Place{2, 6}));
  EXPECT_EQ(at("<4"), (Place{2, 12}));
  EXPECT_EQ(at("4"), (Place{2, 13}));
  EXPECT_EQ(at("5"), (Place{2, 20}));
  EXPECT_EQ(at("6"), (Place{2, 26}));
  EXPECT_EQ(at("7"), (Place{2, 40}));
}

// The parser's own numbers overflow there.
TEST(Html, AReferenceBeyondUnicodeIsNoCharacter) {
  const auto document =
      read("<p>1&#x100000032;3&#4294967348;5 &#xeeeeeeeeeeeeeeeee 6&#x110000;7&#x10FFFF;8</p>");
  ASSERT_TRUE(document) << document.error().message;
  const Paragraph& paragraph = document->paragraphs[0];
  ASSERT_EQ(paragraph.text, "1\uFFFD3\uFFFD5 \uFFFD 6\uFFFD7\U0010FFFF8");
  EXPECT_EQ(paragraph.place(paragraph.text.find('3')), (Place{1, 18}));
  EXPECT_EQ(paragraph.place(paragraph.text.find('5')), (Place{1, 32}));
  EXPECT_EQ(paragraph.place(paragraph.text.find('6')), (Place{1, 55}));
  EXPECT_EQ(paragraph.place(paragraph.text.find('8')), (Place{1, 77}));
}

TEST(Html, ATagEndsTheReferenceBeforeIt) {
  EXPECT_EQ(shown("<p>&#5<b>3;</b> &l<i>t;</i> &#<u>6</u>5; R&D<b>s</b> R&D<sup>1</sup> 5&nbsp<b>34</b></p>"),
            "P \u00053; &lt; &#65; R&Ds R&D 5 34\n");
}

TEST(Html, PreformattedTextIsReadAsText) {
  const auto document =
      read("<html><p>Head</p>\n<pre>\nRevenues\t5\nCosts &amp; more\t4\n</pre><p>Foot</p></html>");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document), "P Head\nT\n|0 Revenues |1 5 |\n|0 Costs & more |1 4 |\nP Foot\n");
  EXPECT_EQ(places(document->tables[0]), "3 3:1 3:10\n4 4:1 4:18\n");
}

TEST(Html, Windows1252MarkupKeepsItsPlaces) {
  const auto document = read(
      "<html><p>Soci\xE9t\xE9 \x96 net</p><table><tr><td>\xC9quit\xE9</td><td>5</td></tr></table></html>");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document),
            "P Soci\xC3\xA9t\xC3\xA9 \xE2\x80\x93 net\nT\n|0 \xC3\x89quit\xC3\xA9 |1 5 |\n");
  EXPECT_EQ(places(document->tables[0]), "1 1:42 1:57\n");
}

TEST(Html, LimitsAreEnforced) {
  EXPECT_EQ(shown("<html>\n" + repeated("<table><tr><td>", 300) + "x"),
            "error: line 2: markup nested more than 256 deep");
  // Other blocks that are never closed mean nothing.
  EXPECT_EQ(shown("<html>\n" + repeated("<div><center>", 10'000) + "text"), "P text\n");
  ReadLimits limits;
  limits.max_columns = 4;
  EXPECT_EQ(shown("<table>\n<tr>\n<td>a</td><td colspan=4>b</td></tr></table>", limits),
            "error: line 3: row of more than 4 columns");
  limits.max_rows = 2;
  EXPECT_EQ(shown("<table>\n<tr><td>a\n<tr><td>a\n<tr><td>a</table>", limits),
            "error: line 4: table of more than 2 rows");
}

// "3 a cell of a table", or nothing.
std::string cut_off(const std::string& text) {
  const auto document = read(text);
  if (!document || document->cut_off.line == 0) return "";
  return std::to_string(document->cut_off.line) + " " + std::string(document->cut_off.within);
}

// A page that was not loaded to its end.
TEST(Html, ThatEndsWithinATableOrATagIsCutOff) {
  const std::string table = "<html><body><p>Sales</p>\n<table><tr><td>Cash</td><td>5</td></tr>\n<tr><td>Pl";
  EXPECT_EQ(cut_off(table), "3 a cell of a table");
  EXPECT_EQ(cut_off(table + "\n\n"), "3 a cell of a table");
  EXPECT_EQ(cut_off(table + "ant</td><td"), "3 a tag");
  EXPECT_EQ(cut_off(table + "ant</td></tr></table><p>So it ends.</"), "3 a tag");
  EXPECT_EQ(cut_off(table + "ant</td><"), "3 a tag");
  EXPECT_EQ(cut_off(table + "ant</td>\n"), "3 a table");
  EXPECT_EQ(cut_off(table + "ant</td></tr>"), "3 a table");
  EXPECT_EQ(cut_off("<html><table><tbody><tr><td>Cash</td><td>5</td></tr></TBODY>"), "1 a table");
}

TEST(Html, ThatLeavesItsElementsOpenIsNotCutOff) {
  const std::string table = "<html><body><p>Sales</p>\n<table><tr><td>Cash</td><td>5</td></tr>\n<tr><td>Pl";
  EXPECT_EQ(cut_off(table + "ant</td></tr></table>"), "");
  EXPECT_EQ(cut_off(table + "ant</td></tr></table><p>So it end"), "");  // nobody can tell
  EXPECT_EQ(cut_off("<table><tr><td>Cash</td><td>5</td></tr>"), "");    // a piece of a page
  EXPECT_EQ(cut_off(table + "ant</td></tr><p>The end of the release.</p>"), "");
  EXPECT_EQ(cut_off(table + "ant</td></tr></body></html>"), "");
  EXPECT_EQ(cut_off("<html><body><p>Sales<table><tr><td>Cash<td>5<tr><td>Plant<td>7"), "");
  EXPECT_EQ(cut_off("<html><body><p>Sales rose, and 5 < 7"), "");
}

// Cells of markup are pieces as those of text are.
TEST(Html, CellsCountTowardsThePiecesOfADocument) {
  ReadLimits limits;
  limits.max_pieces = 5;
  const std::string row = "<tr><td>Cash</td><td>5</td><td>7</td></tr>";
  EXPECT_TRUE(read("<html><table>" + row + "</table></html>", limits));
  EXPECT_FALSE(read("<html><table>" + row + row + "</table></html>", limits));
}

// Each of these takes a parser that does as browsers do minutes or gigabytes.
TEST(Html, HostileMarkupTakesNoTime) {
  const auto start = std::chrono::steady_clock::now();
  std::string attributes = "<p";
  for (int i = 0; i < 50'000; ++i) attributes += " a" + std::to_string(i);
  std::string fonts = "<html>";
  for (int i = 0; i < 20'000; ++i) fonts += "<font id=" + std::to_string(i) + "><p>x";
  EXPECT_TRUE(read(attributes + ">text</p>"));
  EXPECT_TRUE(read(fonts));
  EXPECT_TRUE(read("<html>" + repeated("<b><i>", 200'000) + "x"));
  EXPECT_TRUE(read("<html>" + repeated("<a", 200'000)));
  EXPECT_TRUE(read("<html>" + repeated("<svg></x>", 50'000)));
  EXPECT_TRUE(read("<html>" + repeated("<!--", 100'000)));
  EXPECT_TRUE(read("<html>" + repeated("<p>&amp;&#x41;&notit;", 50'000)));
  EXPECT_TRUE(read("<html>" + repeated("<table>", 50'000)));
  EXPECT_TRUE(read("<html>" + repeated("<pre>", 50'000)));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace kcfin::read_test
