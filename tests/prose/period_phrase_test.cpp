// Phrases of time, and what they mean for a sentence about the second quarter of 2024.
#include "prose/period_phrase.h"

#include <gtest/gtest.h>

#include <string>

namespace kcfin::prose {
namespace {

const Period kQuarter{{2024, 4, 1}, {2024, 6, 30}};

std::string said(std::string_view text, const Period& current = kQuarter,
                 const FiscalCalendar& calendar = {}) {
  std::vector<Token> tokens;
  std::vector<PeriodPhrase> phrases;
  tokenize(text, {}, tokens);
  find_periods(text, calendar, tokens, phrases);
  std::string out;
  for (const PeriodPhrase& phrase : phrases) {
    if (!out.empty()) out += "; ";
    const Period period = resolve(phrase, current, calendar);
    out += period.start.known() ? period.start.iso() + ".." : std::string();
    out += period.end.known() ? period.end.iso() : "none";
  }
  return out;
}

TEST(Periods, StatedInFull) {
  EXPECT_EQ(said("in the first quarter of 2024"), "2024-01-01..2024-03-31");
  EXPECT_EQ(said("for the three months ended March 31, 2025"), "2025-01-01..2025-03-31");
  EXPECT_EQ(said("for the six months ended 30 June 2023"), "2023-01-01..2023-06-30");
  EXPECT_EQ(said("in the second half of 2022"), "2022-07-01..2022-12-31");
  EXPECT_EQ(said("for fiscal year 2023"), "2023-01-01..2023-12-31");
  EXPECT_EQ(said("for the year ended December 31, 2023"), "2023-01-01..2023-12-31");
  EXPECT_EQ(said("in 2023"), "2023-01-01..2023-12-31");
  EXPECT_EQ(said("in 1Q24 versus Q4 2023"), "2024-01-01..2024-03-31; 2023-10-01..2023-12-31");
  EXPECT_EQ(said("during the first nine months of 2024"), "2024-01-01..2024-09-30");
  EXPECT_EQ(said("in the nine month period ended September 30, 2024"), "2024-01-01..2024-09-30");
  EXPECT_EQ(said("in FY45"), "2045-01-01..2045-12-31");
  EXPECT_EQ(said("in the twelve month ended June 30, 2024"), "2023-07-01..2024-06-30");
}

// The span of what is compared, where the sentence says that it is as long.
TEST(Periods, TheSameMonthsSayHowMany) {
  const auto months = [](std::string_view text) {
    std::vector<Token> tokens;
    std::vector<PeriodPhrase> phrases;
    tokenize(text, {}, tokens);
    find_periods(text, {}, tokens, phrases);
    return phrases.size() == 1 ? phrases.front().months : -1;
  };
  EXPECT_EQ(months("compared with the same nine months of 2023"), 9);
  EXPECT_EQ(months("compared with the same six months of 2023"), 6);
  EXPECT_EQ(months("compared with the same twelve months of 2023"), 12);
  EXPECT_EQ(months("compared with the same period of 2023"), 0);
}

TEST(Periods, TheYearBefore) {
  const Period year{{2024, 1, 1}, {2024, 12, 31}};
  EXPECT_EQ(said("for the year before", year), said("for the prior year", year));
  EXPECT_EQ(said("in the quarter before", year), said("in the prior quarter", year));
  EXPECT_NE(said("for the year before", year), said("for the year", year));
  EXPECT_EQ(said("for the year before taxes", year), "");
}

TEST(Periods, TheYearAtHand) {
  const Period year{{2024, 1, 1}, {2024, 12, 31}};
  EXPECT_EQ(said("for the full year", year), "2024-01-01..2024-12-31");
  EXPECT_EQ(said("for the full year"), "none");
  EXPECT_EQ(said("on a year-to-date basis"), "2024-01-01..2024-06-30");
}

TEST(Periods, TwoSpansOfOneEnd) {
  EXPECT_EQ(said("for the three and six months ended June 30, 2024"),
            "2024-04-01..2024-06-30; 2024-01-01..2024-06-30");
  EXPECT_EQ(said("for the three- and nine-month periods ended September 30, 2024"),
            "2024-07-01..2024-09-30; 2024-01-01..2024-09-30");
  EXPECT_EQ(said("three and six employees"), "");
}

TEST(Periods, Instants) {
  EXPECT_EQ(said("as of June 30, 2024"), "2024-06-30");
  EXPECT_EQ(said("as at 31 December 2023"), "2023-12-31");
  EXPECT_EQ(said("at the end of 2023"), "2023-12-31");
  EXPECT_EQ(said("of December 31, 2022"), "2022-12-31");
}

TEST(Periods, DaysThatAreNotInTheCalendarTellNoPeriod) {
  EXPECT_EQ(said("for the six months ended June 74, 2025"), "none");
  EXPECT_EQ(said("for the three months ended 31 June 2025"), "none");
  EXPECT_EQ(said("as of February 29, 2023"), "none");
  EXPECT_EQ(said("as of February 29, 2024"), "2024-02-29");
}

TEST(Periods, ALeapDayHasADayBeforeItInOtherYears) {
  EXPECT_EQ(said("for the six months ended August 28, 2024, compared with the same period of last year"),
            "2024-02-29..2024-08-28; 2023-04-01..2023-06-30");
  const Period half{{2024, 2, 29}, {2024, 8, 28}};
  EXPECT_EQ(said("in the same period of last year", half), "2023-02-28..2023-08-28");
}

TEST(Periods, DaysOfEventsAreNone) {
  EXPECT_EQ(said("on April 16, 2025"), "none");
  EXPECT_EQ(said("announced in May 2023"), "none");
}

TEST(Periods, AgainstTheCurrentOne) {
  EXPECT_EQ(said("in the same quarter of 2023"), "2023-04-01..2023-06-30");
  EXPECT_EQ(said("in the same period last year"), "2023-04-01..2023-06-30");
  EXPECT_EQ(said("in the same period"), "2023-04-01..2023-06-30");
  EXPECT_EQ(said("in the prior-year period"), "2023-04-01..2023-06-30");
  EXPECT_EQ(said("a year ago"), "2023-04-01..2023-06-30");
  EXPECT_EQ(said("the corresponding period in 2022"), "2022-04-01..2022-06-30");
  EXPECT_EQ(said("last quarter"), "2024-01-01..2024-03-31");
  EXPECT_EQ(said("the immediately preceding quarter"), "2024-01-01..2024-03-31");
  EXPECT_EQ(said("this quarter"), "2024-04-01..2024-06-30");
  EXPECT_EQ(said("in the fourth quarter"), "2023-10-01..2023-12-31");
  EXPECT_EQ(said("year-over-year and quarter over quarter"),
            "2023-04-01..2023-06-30; 2024-01-01..2024-03-31");
}

TEST(Periods, TheHalfBefore) {
  const Period half{{2024, 7, 1}, {2024, 12, 31}};
  for (const std::string_view text :
       {"from the previous half", "from the preceding half year",
        "compared with the previous half-year period", "over the preceding six months",
        "from the prior six-month period", "half-on-half", "half over half"})
    EXPECT_EQ(said(text, half), "2024-01-01..2024-06-30") << text;
  EXPECT_EQ(said("from the previous half", {{2024, 1, 1}, {2024, 6, 30}}), "2023-07-01..2023-12-31");
  EXPECT_EQ(said("from the previous half", {{}, {2024, 6, 30}}), "2023-12-31");
}

TEST(Periods, MonthsOfAYear) {
  EXPECT_EQ(said("for the six months 2024"), "2024-01-01..2024-06-30");
  EXPECT_EQ(said("for the six months"), "");
  EXPECT_EQ(said("from the same quarter two years ago"), "none");
}

TEST(Periods, TheSameInstantAYearBefore) {
  EXPECT_EQ(said("in the same period of 2023", {{}, {2024, 2, 29}}), "2023-02-28");
}

TEST(Periods, TheSameMonthsAYearBefore) {
  const Period months{{2024, 1, 1}, {2024, 9, 30}};
  EXPECT_EQ(said("compared with the same nine months of 2023", months), "2023-01-01..2023-09-30");
  EXPECT_EQ(said("compared with the same 40 stores of 2023", months), "2023-01-01..2023-12-31");
}

TEST(Periods, ADayBeyondItsMonthIsNone) {
  EXPECT_EQ(said("as of June 31, 2024"), "none");
  EXPECT_EQ(said("as of June 45, 2024"), "");
  EXPECT_EQ(said("as of 45 June 2024"), "none");
}

TEST(Periods, ListsShareTheirDate) {
  EXPECT_EQ(said("for the six months ended June 30, 2025 and 2024"),
            "2025-01-01..2025-06-30; 2024-01-01..2024-06-30");
}

// "Fiscal 2023" ends in January 2024.
TEST(Periods, AFiscalYearNamedAfterTheOneInWhichItBegins) {
  FiscalCalendar calendar;
  calendar.last_month = 1;
  calendar.named_before = 1;
  EXPECT_EQ(said("in the second quarter of fiscal 2023", kQuarter, calendar), "2023-05-01..2023-07-31");
  EXPECT_EQ(said("fiscal 2023 and 2022", kQuarter, calendar),
            "2023-02-01..2024-01-31; 2022-02-01..2023-01-31");
  EXPECT_EQ(said("in fiscal 2023", kQuarter, calendar), "2023-02-01..2024-01-31");
  EXPECT_EQ(said("in the second half of fiscal 2023", kQuarter, calendar), "2023-08-01..2024-01-31");
  EXPECT_EQ(said("in the first nine months of fiscal 2023", kQuarter, calendar), "2023-02-01..2023-10-31");
}

TEST(Periods, AFiscalYearThatEndsInMarch) {
  EXPECT_EQ(said("in the first quarter of fiscal year 2025", kQuarter, {3}), "2024-04-01..2024-06-30");
  EXPECT_EQ(said("for fiscal year 2024", kQuarter, {3}), "2023-04-01..2024-03-31");
  EXPECT_EQ(said("in the second quarter of fiscal 2025 and 2024", kQuarter, {3}),
            "2024-07-01..2024-09-30; 2023-07-01..2023-09-30");
  EXPECT_EQ(said("for the years ended March 31, 2024 and 2023", kQuarter, {3}),
            "2023-04-01..2024-03-31; 2022-04-01..2023-03-31");
  EXPECT_EQ(said("for the first six months of fiscal 2024", kQuarter, {3}), "2023-04-01..2023-09-30");
  EXPECT_EQ(said("in the first nine months of fiscal year 2024", kQuarter, {12}), "2024-01-01..2024-09-30");
  EXPECT_EQ(said("for the first three months of fiscal 2024", kQuarter, {9}), "2023-10-01..2023-12-31");
}

TEST(Periods, NamesThatHoldTheirWordsAreNone) {
  EXPECT_EQ(said("financial services and last-mile delivery"), "");
  EXPECT_EQ(said("the Company expects growth"), "");
}

}  // namespace
}  // namespace kcfin::prose
