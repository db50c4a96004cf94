// Another value printed in place: in the dress of the one that stands there, in any dialect.
#include "harness/filing_text.h"

#include <gtest/gtest.h>

namespace kcfin::harness {
namespace {

Figure figure_at(std::uint32_t line, std::uint32_t column, std::string_view raw, Decimal value) {
  Figure figure;
  figure.at.line = line;
  figure.at.column = column;
  figure.raw = raw;
  figure.value = value;
  return figure;
}

// The text with the other value; empty where it cannot be printed.
std::string printed(std::string_view text, const Figure& figure, const Decimal& value) {
  FilingText filing(text);
  const auto edits = filing.printing(figure, value);
  if (!edits) return {};
  filing.apply(*edits);
  return filing.bytes();
}

TEST(Dress, KeepsSeparatorsAndDecimalSign) {
  EXPECT_EQ(dressed_like("1,234,567", {7654, 0}), "7,654");
  EXPECT_EQ(dressed_like("1234567", {7654321, 0}), "7654321");
  EXPECT_EQ(dressed_like("1'284'615", {1284651, 0}), "1'284'651");
  EXPECT_EQ(dressed_like("12 845", {12845000, 0}), "12 845 000");
  EXPECT_EQ(dressed_like("12,34,567.89", {1234567890, 2}), "1,23,45,678.90");
  EXPECT_EQ(dressed_like("1.234,5", {123450, 1}), "12.345,0");
  EXPECT_EQ(dressed_like("0.37", {-73, 2}), "0.73");
  EXPECT_EQ(dressed_like(".45", {54, 2}), "0.54");
  EXPECT_EQ(dressed_like("999", {1234, 0}), "1,234");
}

TEST(Printing, ReplacesDigitsWhereverTheDollarStands) {
  EXPECT_EQ(printed("Cash\t$ 1,234\t99", figure_at(1, 6, "$ 1,234", {1234, 0}), {1243, 0}),
            "Cash\t$ 1,243\t99");
  EXPECT_EQ(printed("<td>$</td><td>1,234</td>", figure_at(1, 15, "$1,234", {1234, 0}), {1243, 0}),
            "<td>$</td><td>1,243</td>");
}

TEST(Printing, MovesNoColumnOfAlignedText) {
  EXPECT_EQ(printed("Cash           1,234      99", figure_at(1, 16, "1,234", {1234, 0}), {1234000, 0}),
            "Cash       1,234,000      99");
  EXPECT_EQ(printed("Cash           1,234      99", figure_at(1, 16, "1,234", {1234, 0}), {9, 0}),
            "Cash               9      99");
}

TEST(Printing, ChangesTheSignByItsOwnMark) {
  EXPECT_EQ(printed("a\t(950 )\tb", figure_at(1, 3, "(950 )", {-950, 0}), {950, 0}), "a\t950  \tb");
  EXPECT_EQ(printed("a\t-9.3%\tb", figure_at(1, 3, "-9.3%", {-93, 1}), {93, 1}), "a\t9.3%\tb");
  EXPECT_EQ(printed("a\t9.3%\tb", figure_at(1, 3, "9.3%", {93, 1}), {-93, 1}), "a\t-9.3%\tb");
  EXPECT_EQ(printed("a\t950\tb", figure_at(1, 3, "950", {950, 0}), {-950, 0}), "a\t(950)\tb");
}

TEST(Printing, FindsTheClosingBracketInTheNextCell) {
  EXPECT_EQ(printed("<td>(<b>1,234</b></td>\n<td>)</td>", figure_at(1, 5, "(1,234)", {-1234, 0}), {1234, 0}),
            "<td><b>1,234</b></td>\n<td> </td>");
  EXPECT_EQ(printed("<td>(1,234</td><td>x</td>", figure_at(1, 5, "(1,234)", {-1234, 0}), {1234, 0}), "");
}

TEST(Printing, KeepsTheBracketsWhereTheSignStays) {
  EXPECT_EQ(printed("<td>(1,234</td><td>)</td>", figure_at(1, 5, "(1,234)", {-1234, 0}), {-1243, 0}),
            "<td>(1,243</td><td>)</td>");
}

TEST(Printing, DoesNotTakeTheBeginningOfALongerFigure) {
  EXPECT_EQ(printed("a\t12345", figure_at(1, 3, "123", {123, 0}), {132, 0}), "");
}

TEST(Printing, KnowsWhereTheFigureComesToStand) {
  const std::string_view text = "Cash           1,234      1,999";
  const Figure first = figure_at(1, 16, "1,234", {1234, 0}), second = figure_at(1, 27, "1,999", {1999, 0});
  FilingText filing(text);
  const auto one = filing.printing(first, {1234000, 0}), two = filing.printing(second, {9, 0});
  ASSERT_TRUE(one && two);
  std::vector<Edit> all = *one;
  all.insert(all.end(), two->begin(), two->end());
  EXPECT_TRUE(stand_after(first, *one, all).has({1, 12}));
  EXPECT_TRUE(stand_after(second, *two, all).has({1, 31}));
  EXPECT_FALSE(stand_after(second, *two, all).has({1, 12}));
}

}  // namespace
}  // namespace kcfin::harness
