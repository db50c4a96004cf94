// What the text of a cell is taken for, one text a line.
#include "table/number.h"

#include <gtest/gtest.h>

#include <string>

namespace kcfin::table {
namespace {

constexpr std::string_view kForms[] = {"blank",   "figure", "dash",      "damaged",
                                       "several", "debris", "undefined", "words"};

// "-1234.5 %", "damaged 4605724 46057242", "several 1 2", "words".
std::string scanned(std::string_view text, const NumberStyle& style = {}) {
  const Scanned found = scan_cell(text, style);
  std::string out = found.form == Form::figure ? found.value.text()
                                               : std::string(kForms[static_cast<std::size_t>(found.form)]);
  if (found.percent) out += " %";
  if (found.points) out += " points";
  if (found.multiple) out += " times";
  if (found.scale_power > 0) out += " e" + std::to_string(found.scale_power);
  if (found.money[0] != 0) out += " " + std::string(found.money.data());
  if (found.bare_dollar) out += " $";
  for (const Candidate& candidate : found.candidates) out += " ?" + candidate.value.text();
  if (found.form == Form::several)
    for (const Decimal& part : found.parts) out += " " + part.text();
  return out;
}

struct Line {
  std::string_view text, expected;
};

template <std::size_t N>
void expect(const Line (&lines)[N], const NumberStyle& style = {}) {
  for (const Line& line : lines)
    EXPECT_EQ(scanned(line.text, style), line.expected) << "of “" << line.text << "”";
}

TEST(Number, IsDigitsWithCommasAndAPoint) {
  expect({{"", "blank"},
          {"  ", "blank"},
          {"0", "0"},
          {"7", "7"},
          {"1,234", "1234"},
          {"12,845,001", "12845001"},
          {"1,234.50", "1234.50"},
          {"0.37", "0.37"},
          {"100", "100"},
          {" 1,234 ", "1234"},
          {"123456", "123456"},
          {"999,999,999,999", "999999999999"}});
}

TEST(Number, IsNegativeInBracketsAndBehindAMinus) {
  expect({{"(664,046)", "-664046"},
          {"(664,046", "-664046"},
          {"(363,008     )", "-363008"},
          {"( 363,008 )", "-363008"},
          {"-9.3", "-9.3"},
          {"- 9.3", "-9.3"},
          {"\u22121,234", "-1234"},
          {"\u20111,234", "-1234"},
          {"\u20131,234", "-1234"},
          {"\u20141,234", "-1234"},
          {"5,644-", "-5644"},
          {"+5,644", "5644"},
          {"[15,212]", "-15212"},
          {"\uff08"
           "15,212"
           "\uff09",
           "-15212"},
          {"\uff08\uff11\uff12\uff0c\uff13\uff14\uff15\uff09", "-12345"},
          {"\u200f(1,234)\u200e", "-1234"},
          {"\u202b"
           "1,234"
           "\u202c",
           "1234"}});
}

TEST(Number, IsNegativeBehindATriangle) {
  expect({{"\u25b3"
           "1,234",
           "-1234"},
          {"\u25b2"
           "1,234",
           "-1234"},
          {"\u25b2 0.5%", "-0.5 %"},
          {"\u25b3"
           "12.5",
           "-12.5"}});
}

TEST(Number, RisesAndFallsByTrianglesWhereADocumentHasBoth) {
  const NumberStyle style{.triangles_point = true};
  expect({{"\u25b2 5.2%", "5.2 %"}, {"\u25bc 5.2%", "-5.2 %"}}, style);
}

TEST(Number, CarriesPercentSignsAndPoints) {
  expect({{"17.8%", "17.8 %"},
          {"(8.5)%", "-8.5 %"},
          {"(8.5%)", "-8.5 %"},
          {"(1.2 )%", "-1.2 %"},
          {"( 2)%", "-2 %"},
          {"-9.3%", "-9.3 %"},
          {"+9.3%", "9.3 %"},
          {"12 %", "12 %"},
          {"1.5 pts", "1.5 points"},
          {"(3)ppts", "-3 points"},
          {"2.5x", "2.5 times"}});
}

TEST(Number, CarriesItsCurrencyAndScale) {
  expect({{"$1,234", "1234 $"},
          {"US$1,234", "1234 USD"},
          {"($1,234)", "-1234 $"},
          {"$(1,234)", "-1234 $"},
          {"-$1,234", "-1234 $"},
          {"\u20ac1,234", "1234 EUR"},
          {"RMB1,234", "1234 RMB"},
          {"\u20b9"
           "1,234",
           "1234 INR"},
          {"$ 134.2 m", "134.2 e6 $"},
          {"$1.5bn", "1.5 e9 $"},
          {"1.2 billion", "1.2 e9"},
          {"US$3 million", "3 e6 USD"}});
}

TEST(Number, LeavesFootnoteMarksBehind) {
  expect(
      {{"11.41b", "11.41"},       {"6,900c", "6900"},      {"(45,210)a", "-45210"}, {"(4,880)(b)", "-4880"},
       {"4,880(b)", "4880"},      {"1,234(1)", "1234"},    {"1,234 (1)", "1234"},   {"1,234(12)", "1234"},
       {"(20,000)(4)", "-20000"}, {"(4)(6)", "-4"},        {"(4)", "-4"},           {"18%(3)", "18 %"},
       {"(36)%(2)", "-36 %"},     {"38%(2)(3)", "38 %"},   {"18%a", "18 %"},        {"1,234*", "1234"},
       {"*1,234", "1234"},        {"1,234\u2020", "1234"}, {"1,234\u00b9", "1234"}, {"1,234[2]", "1234"}});
}

TEST(Number, IsNoneOfADash) {
  expect({{"-", "dash"},
          {"\u2013", "dash"},
          {"\u2014", "dash"},
          {"--", "dash"},
          {"\u2212", "dash"},
          {"- -", "dash"},
          {"$ -", "dash $"},
          {"-%", "dash"},
          {"Nil", "dash"},
          {"nil", "dash"},
          {"n.m.", "undefined"},
          {"N/M", "undefined"},
          {"n/a", "undefined"},
          {"NM", "undefined"},
          {"Not meaningful", "undefined"},
          {"_", "damaged ?0"}});
}

TEST(Number, IsNoneOfARangeOrABound) {
  expect({{"15%-16%", "undefined %"},
          {"$618 - $628", "undefined $"},
          {"1.55 to 1.63", "undefined"},
          {"0.0001 - 1.50", "undefined"},
          {"2.4 - 4.8", "undefined"},
          {"15.00 \u2013 16.00", "undefined"},
          {">100%", "undefined %"},
          {"(<0.1%)", "undefined %"},
          {"100%+", "undefined"},
          {"90-179 Days", "words"},
          {"90 days", "words"},
          {"June 30, 2024", "words"},
          {"12 months", "words"},
          {"Class A 2,000", "words"}});
}

TEST(Number, IsSeveralWhereOneCellHoldsTwo) {
  expect({{"1,234 5,678", "several 1234 5678"},
          {"(1,234) -", "several -1234 0"},
          {"12 845", "several 12 845"},
          {"1,234 (5,678)", "several 1234 -5678"}});
}

TEST(Number, IsDamagedWhereItsFormIsNoFigures) {
  expect({{"2.313.183", "damaged ?2313183"},
          {"057,250", "damaged"},
          {",157", "damaged"},
          {"4,605,7242", "damaged ?4605724"},
          {"1 ,280,885", "damaged ?1280885"},
          {"1,2S0", "damaged ?1250"},
          {"1'234", "damaged ?1234"},
          {"12,34", "damaged ?12.34"},
          {"1234,567", "damaged"},
          {"12345.678.901", "damaged"}});
}

TEST(Number, HasADecimalCommaWhereTheDocumentHas) {
  const NumberStyle style{.decimal_comma = true};
  expect({{"1.234,5", "1234.5"},
          {"(802,1)", "-802.1"},
          {"0,8", "0.8"},
          {"2,43", "2.43"},
          {"1.284.615", "1284615"},
          {"1.284", "1284"},
          {"4,0%", "4.0 %"},
          {"\u22121.234,5", "-1234.5"},
          {"1,234.5", "damaged"}},
         style);
}

TEST(Number, PartsThousandsByApostrophesWhereTheDocumentDoes) {
  const NumberStyle style{.apostrophes = true};
  expect({{"1'284'615", "1284615"},
          {"(214\u2019"
           "306)",
           "-214306"},
          {"0.45", "0.45"},
          {"1'284.50", "1284.50"}},
         style);
}

TEST(Number, PartsThousandsByBlanksWhereTheDocumentDoes) {
  const NumberStyle style{.blanks = true};
  expect({{"12 845", "12845"},
          {"24\u202f118\u202f042", "24118042"},
          {"(71\u00a0"
           "204)",
           "-71204"},
          {"1 234.5", "1234.5"},
          {"12 84", "several 12 84"}},
         style);
  const NumberStyle french{.decimal_comma = true, .blanks = true};
  expect({{"1 234,5", "1234.5"}, {"(12 845,07)", "-12845.07"}}, french);
}

TEST(Number, GroupsAsInIndiaWhereTheDocumentDoes) {
  const NumberStyle style{.grouping = Grouping::indian};
  expect({{"12,34,567", "1234567"}, {"1,23,456.78", "123456.78"}, {"1,234", "1234"}}, style);
  expect({{"12,34,567", "damaged"}});
}

// The style of a document whose cells are these.
NumberStyle style_of(std::initializer_list<std::string_view> cells) {
  Document document;
  RawTable table;
  for (const std::string_view text : cells) {
    RawRow row;
    RawCell cell;
    cell.text = text;
    row.cells.push_back(cell);
    table.rows.push_back(row);
  }
  document.tables.push_back(table);
  return number_style(document);
}

TEST(NumberStyle, IsDecidedByFiguresThatLeaveNoDoubt) {
  EXPECT_TRUE(style_of({"1.234,5", "802,1", "0,8", "1.187"}).decimal_comma);
  EXPECT_FALSE(style_of({"1,234.5", "802.1", "0.8", "1,187"}).decimal_comma);
  EXPECT_FALSE(style_of({"1,234", "802", "1,187", "2,345"}).decimal_comma);
  EXPECT_FALSE(style_of({"1,234.5", "802.1", "0.8", "1,187", "2,43", "12,34", "1.234,5"}).decimal_comma);
}

TEST(NumberStyle, TakesSeparatorsThatFiguresAreUsuallyPartedBy) {
  EXPECT_TRUE(style_of({"1'284'615", "214'306", "12'000"}).apostrophes);
  EXPECT_FALSE(style_of({"1'284'615", "214,306", "12,000", "1,000"}).apostrophes);
  EXPECT_TRUE(style_of({"12 845", "1 234 567", "(71 204)"}).blanks);
  EXPECT_FALSE(style_of({"12 845", "1,234 567", "1,234", "71,204"}).blanks);
  // Three cells in which several figures ran together are no figures whose thousands are parted.
  EXPECT_TRUE(style_of({"12 845 204", "131 204 511", "371 204 310"}).blanks);
  EXPECT_FALSE(style_of({"12 845 204 131 204 511 371 204 310 118", "13 845 204 131 204 511 371 204 310 118",
                         "14 845 204 131 204 511 371 204 310 118"})
                   .blanks);
  EXPECT_TRUE(style_of({"1 234,5", "12 845,0", "0,8"}).decimal_comma);
}

TEST(NumberStyle, GroupsAsInIndiaWhereSeveralFiguresDo) {
  const auto grouping = [](std::initializer_list<std::string_view> cells) {
    return style_of(cells).grouping;
  };
  EXPECT_EQ(grouping({"12,34,567", "1,23,456", "45,67,890", "9,87,654", "3,21,098"}), Grouping::indian);
  EXPECT_EQ(grouping({"12,34,567", "1,23,456", "45,67,890", "9,87,654"}), Grouping::thousands);
  EXPECT_EQ(grouping({"1,234,567", "123,456", "4,567,890", "987,654", "321,098"}), Grouping::thousands);
}

TEST(NumberStyle, KnowsTrianglesThatPointUpAndDown) {
  EXPECT_TRUE(style_of({"\u25b2 5%", "\u25bc 3%"}).triangles_point);
  EXPECT_FALSE(style_of({"\u25b2 5", "\u25b3 3"}).triangles_point);
}

TEST(Number, ItsPointOrItsBracketsMayBeMisread) {
  expect({{"7,764,19", "damaged ?7764.19"},
          {"(150,00)", "damaged ?-150.00"},
          {"5,142-37", "damaged ?5142.37"},
          {"9,89557", "damaged ?9895.57"},
          {"{187.52)", "damaged ?-187.52"},
          {"(8,492.63}", "damaged ?-8492.63"},
          {"1542.61)", "damaged ?-542.61"},
          {"42-73", "undefined"}});
}

}  // namespace
}  // namespace kcfin::table
