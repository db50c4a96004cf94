// The words of headings, one by one: periods as issuers write them, currencies, scales.
#include "table/heading_lexer.h"

#include <gtest/gtest.h>

#include <string>

#include "table/unit_line.h"

namespace kcfin::table {
namespace {

// "months 6, day 6-30, year 2025"
std::string words(std::string_view text) {
  std::string out;
  for (const Token& token : lex_heading(text).tokens) {
    if (!out.empty()) out += ", ";
    switch (token.word) {
      case Word::months:
        out += "months " + std::to_string(token.value);
        break;
      case Word::month_day:
        out += "day " + std::to_string(token.month) + "-" + std::to_string(token.day);
        break;
      case Word::year:
        out += "year " + std::to_string(token.value);
        break;
      case Word::quarter:
        out += "quarter " + std::to_string(token.value);
        break;
      case Word::half:
        out += "half " + std::to_string(token.value);
        break;
      case Word::unit:
        out += token.bare ? "a dollar" : std::string(token.code.data());
        break;
      case Word::scale:
        out += "scale " + std::to_string(token.value);
        break;
      case Word::percent:
        out += "percent";
        break;
      case Word::per_share:
        out += "per share";
        break;
      default:
        out += "other";
    }
  }
  return out;
}

TEST(HeadingLexer, AYearMayStandBeforeItsQuarter) {
  EXPECT_EQ(words("2025Q1"), "year 2025, quarter 1");
  EXPECT_EQ(words("2025 Q1"), "year 2025, quarter 1");
  EXPECT_EQ(words("2024H2"), "year 2024, half 2");
  EXPECT_EQ(words("1Q25"), "quarter 1, year 2025");
}

TEST(HeadingLexer, TheNumberOfAQuarterMayBeWrittenInDigits) {
  EXPECT_EQ(words("2nd Quarter 2026"), "quarter 2, year 2026");
  EXPECT_EQ(words("3 rd quarter 2026"), "quarter 3, year 2026");
  EXPECT_EQ(words("1st half 2026"), "half 1, year 2026");
  EXPECT_EQ(words("4th fiscal quarter 2026"), "quarter 4, other, year 2026");
  EXPECT_EQ(words("second fiscal quarter"), "quarter 2, other");
  EXPECT_EQ(words("22nd quarter"), words("quarter"));
}

TEST(HeadingLexer, AnApostropheMayPartACurrencyFromItsScale) {
  EXPECT_EQ(words("HK$'million"), "HKD, scale 6");
  EXPECT_EQ(words("RMB'billion"), "RMB, scale 9");
}

TEST(HeadingLexer, MonthsJoinedAreASpan) {
  EXPECT_EQ(words("January to June"), "months 6, day 6-0");
  EXPECT_EQ(words("January 1 to June 30, 2025"), "months 6, day 6-30, year 2025");
  EXPECT_EQ(words("July 1, 2024 through June 30, 2025"), "months 12, day 6-30, year 2025");
  EXPECT_EQ(words("Apr-Jun 2025"), "months 3, day 6-0, year 2025");
  EXPECT_EQ(words("October \u2013 March"), "months 6, day 3-0");
  // Two instants are none.
  EXPECT_EQ(words("December 31, June 30"), "day 12-31, day 6-30");
  EXPECT_EQ(words("December 31, 2024 to June 30, 2025"), "day 12-31, year 2024, day 6-30, year 2025");
}

TEST(HeadingLexer, PointsMayPartADate) {
  EXPECT_EQ(words("Aug.31.10Unaudited"), "day 8-31, year 2010, other");
  EXPECT_EQ(words("As atNov.30.09(1)Audited"), "other, day 11-30, year 2009, other");
}

TEST(HeadingLexer, ASpanMayNameItsDaysFirst) {
  EXPECT_EQ(words("1 Dec 2023-30 Nov 2024"), "months 12, day 11-30, year 2024");
  EXPECT_EQ(words("1 July to 30 September 2025"), "months 3, day 9-30, year 2025");
  // Of the first month there are less than two weeks.
  EXPECT_EQ(words("July 22 to September 30, 2025"), "months 2, day 9-30, year 2025");
  EXPECT_EQ(words("July 12 to September 30, 2025"), "months 3, day 9-30, year 2025");
  EXPECT_EQ(words("(July 1, 2024 thru March 31, 2025)"), "months 9, day 3-31, year 2025");
  EXPECT_EQ(words("Period from June 23, to March 31, 2025"), "months 9, day 3-31, year 2025");
  // Two days of balances are no span.
  EXPECT_EQ(words("31 December 2024 - 30 June 2025"), "day 12-31, year 2024, day 6-30, year 2025");
}

TEST(HeadingLexer, ANarrowColumnCutsTheMonth) {
  EXPECT_EQ(words("Septem\u2026 30, 2025"), "day 9-30, year 2025");
}

TEST(HeadingLexer, SpansOfAYearHaveShortNames) {
  EXPECT_EQ(words("Q1\u2013Q3 2024"), "months 9, day 9-0, year 2024");
  EXPECT_EQ(words("Q1-Q2 2024"), "months 6, day 6-0, year 2024");
  EXPECT_EQ(words("2024 Q1-Q3"), "year 2024, months 9, day 9-0");
  EXPECT_EQ(words("9M24"), "months 9, day 9-0, year 2024");
  EXPECT_EQ(words("12M 2023"), "months 12, day 12-0, year 2023");
  EXPECT_EQ(words("6M"), "months 6, day 6-0");
  EXPECT_EQ(words("Sales 6M 2024"), "months 6, day 6-0, year 2024");
  EXPECT_EQ(words("Sales by 6M"), "");
  EXPECT_EQ(words("Q1 2024"), "quarter 1, year 2024");
}

TEST(HeadingLexer, NumericDatesAreReadWhereTheMonthIsBeyondDoubt) {
  EXPECT_EQ(words("06/30/2025"), "day 6-30, year 2025");
  EXPECT_EQ(words("31.12.2024"), "day 12-31, year 2024");
  EXPECT_EQ(words("2025-06-30"), "day 6-30, year 2025");
  auto tokens = lex_heading("03/06/2025").tokens;
  settle_numeric_dates(tokens, Token::Order::either);
  EXPECT_TRUE(tokens.empty());
  tokens = lex_heading("03/06/2025").tokens;
  settle_numeric_dates(tokens, Token::Order::day_first);
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0].month, 6);
  EXPECT_EQ(tokens[0].day, 3);
}

TEST(HeadingLexer, TwoDigitsBehindAMonthAreAYearWhereNoOtherStands) {
  EXPECT_EQ(words("Jun-25"), "day 6-0, year 2025");
  EXPECT_EQ(words("Dec'24"), "day 12-0, year 2024");
  EXPECT_EQ(words("June-30, 2025"), "day 6-30, year 2025");
  EXPECT_EQ(words("Jun 25, 2025"), "day 6-25, year 2025");
}

TEST(HeadingLexer, WhatIsExceptedIsNoWordOfTheHeading) {
  EXPECT_EQ(words("(in millions, except percentages and per share amounts)"), "scale 6");
  EXPECT_EQ(words("per share"), "per share");
}

TEST(HeadingLexer, LettersBehindACurrencyAreItsScale) {
  EXPECT_EQ(words("\u20acm"), "EUR, scale 6");
  EXPECT_EQ(words("US$bn"), "USD, scale 9");
  EXPECT_EQ(words("RMB'000"), "RMB, scale 3");
  EXPECT_EQ(words("$"), "a dollar");
  EXPECT_EQ(words("Canadian dollars"), "CAD");
  EXPECT_EQ(words("\u20b9 in crores"), "INR, scale 7");
}

TEST(ScaleStatement, IsReadFromAUnitLineThatSaysNothingElse) {
  EXPECT_EQ(scale_statement("(R$ thousand)").scale_power, 3);
  EXPECT_EQ(scale_statement("in RMB billions, except for percentage").scale_power, 9);
  EXPECT_EQ(scale_statement("Main metrics (R$ million)").scale_power, 6);
  EXPECT_EQ(scale_statement("In millions of EUR unless otherwise stated").scale_power, 6);
  EXPECT_EQ(scale_statement("Unit: RMB million").scale_power, 6);
}

TEST(ScaleStatement, IsNoneWhereAnAmountIsMeant) {
  EXPECT_EQ(scale_statement("Revenue was RMB 5 million").scale_power, -1);
  EXPECT_EQ(scale_statement("Revenues exceeded a million").scale_power, -1);
  EXPECT_EQ(scale_statement("(US$2.3 million)").scale_power, -1);
}

TEST(HeadingLexer, WeeksStandForMonths) {
  EXPECT_EQ(words("Thirteen weeks ended September 28, 2024"), "months 3, day 9-28, year 2024");
  EXPECT_EQ(words("52 weeks ended"), "months 12");
  EXPECT_EQ(words("8 weeks ended"), "months 2");
  EXPECT_EQ(words("18 weeks ended"), "months 4");
  EXPECT_EQ(words("22 weeks ended"), "months 5");
  for (const char* quarter : {"12 weeks ended", "14 weeks ended"}) EXPECT_EQ(words(quarter), "months 3");
  EXPECT_EQ(words("36 weeks ended"), "months 9");
  for (const char* year : {"52 weeks ended", "53 weeks ended"}) EXPECT_EQ(words(year), "months 12");
  EXPECT_EQ(words("Twenty-six weeks period ended"), "months 6");
  EXPECT_EQ(words("12 stores"), "");
}

TEST(HeadingLexer, AHalfYearIsTheFirst) {
  EXPECT_EQ(words("Half year 2025 US$m"), "half 1, year 2025, USD, scale 6");
  EXPECT_EQ(words("Half-year ended December 31, 2024"), "months 6, day 12-31, year 2024");
}

TEST(HeadingLexer, TheLastDayOfFebruaryInTwoYears) {
  EXPECT_EQ(words("Three Months Ended February 28/29,"), "months 3, day 2-29");
}

}  // namespace
}  // namespace kcfin::table
