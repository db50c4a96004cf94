// Short names of periods, changes between percentages and sentences that a line breaks behind an amount: what
// is true passes, a word or a figure changed is told.
#include <gtest/gtest.h>

#include <string>

#include "filing_text.h"

namespace kcfin {
namespace {

std::string alarms(const std::string& sentences) {
  return testing::summary(
      testing::check_text("Sample Motors Inc.\n\nSample Motors Inc. reports its second quarter of 2025\n\n" +
                          sentences +
                          "\n\nUNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(In thousands, except per "
                          "share data)\n\n\tThree Months Ended June 30,\t\n\t2025\t2024\n\tUSD\tUSD\n"
                          "Revenue:\t\t\nCar sales\t901,033\t682,012\nRepairs\t70,233\t61,022\nTotal "
                          "revenue\t971,266\t743,034\nCost of revenue\t761,023\t610,022\nGross "
                          "profit\t210,243\t133,012\nSelling expenses\t88,410\t92,115\nOperating "
                          "income\t121,833\t40,897\nDiluted earnings per share\t1.87\t0.69\nGross "
                          "margin\t21.6%\t17.9%\n"),
      Severity::warning);
}

TEST(ShortForms, AQuarterIsNamedWithAHyphen) {
  EXPECT_EQ(alarms("Second-quarter total revenue increased 30.7% to $971.3 million."), "");
  EXPECT_NE(alarms("Second-quarter total revenue decreased 30.7% to $971.3 million."), "");
  EXPECT_EQ(alarms("Second-quarter 2025 total revenue was $971.3 million, up 30.7%."), "");
  EXPECT_NE(alarms("Second-quarter 2025 total revenue was $931.3 million, up 30.7%."), "");
  EXPECT_EQ(alarms("Second-quarter 2024 total revenue was $743.0 million."), "");
  // Of a quarter of which the filing prints nothing, nothing is said.
  EXPECT_EQ(alarms("First-quarter total revenue was $931.3 million."), "");
  EXPECT_EQ(alarms("Full-year 2024 total revenue was $3,931.3 million."), "");
}

TEST(ShortForms, TheYearIsJoinedToItsQuarter) {
  EXPECT_EQ(alarms("Total revenue was $971.3 million in Q2'25, up 30.7% from $743.0 million in Q2'24."), "");
  EXPECT_NE(alarms("Total revenue was $971.3 million in Q2'25, down 30.7% from $743.0 million in Q2'24."),
            "");
  EXPECT_NE(alarms("Total revenue was $971.3 million in Q2\u201925, against $793.0 million in Q2\u201924."),
            "");
  EXPECT_NE(alarms("Total revenue was $971.3 million in Q2/2025, against $793.0 million in Q2/2024."), "");
  EXPECT_NE(alarms("Total revenue was $971.3 million in Q2 FY25, against $793.0 million in Q2 FY24."), "");
  EXPECT_EQ(alarms("Total revenue was $1,931.3 million in 6M/2025, against $1,793.0 million in 6M/2024."),
            "");
  EXPECT_EQ(alarms("Q2 25 is the name of our newest car, of which we sold 931."), "");
}

TEST(ShortForms, AMarginChangesByPercent) {
  EXPECT_EQ(alarms("Gross margin increased by 3.7% to 21.6%, compared to 17.9% a year ago."), "");
  EXPECT_NE(alarms("Gross margin decreased by 3.7% to 21.6%, compared to 17.9% a year ago."), "");
  EXPECT_EQ(alarms("Gross margin increased by 20.7% to 21.6%, compared to 17.9% a year ago."), "");
  // Costs and their share of revenue in one clause: of which of both the change is, is not told.
  EXPECT_EQ(alarms("Selling expenses were $88.4 million, or 9.1% of total revenue, down 4.0%."), "");
}

TEST(ShortForms, PointsLieBetweenTheMarginsOfTheRow) {
  EXPECT_EQ(alarms("Gross margin expanded 370 basis points to 21.6%."), "");
  EXPECT_NE(alarms("Gross margin expanded 470 basis points to 21.6%."), "");
  EXPECT_EQ(alarms("Gross margin rose 3.7 percentage points."), "");
  EXPECT_NE(alarms("Gross margin fell 3.7 percentage points."), "");
  // Against which period it is, is not told: another may have been meant.
  EXPECT_EQ(alarms("Gross margin rose 1.2 percentage points."), "");
  EXPECT_EQ(alarms("Costs of shops relative to sales improved by 10 points to 47% from 57%."), "");
}

TEST(ShortForms, AMarginBesideAChangeIsNoChange) {
  EXPECT_EQ(alarms("Operating income rose 198% from $40.9 million to $121.8 million, with a 7 percentage "
                   "points higher operating margin of 12.5%."),
            "");
}

TEST(ShortForms, ALineThatEndsInTwoAmountsGoesOn) {
  const std::string lines =
      "Total revenue for the second quarter of 2025 was higher than it has been in any quarter that we\n"
      "have reported so far. Diluted earnings per share in the second quarter rose to $1.87 (EUR1.60)\n"
      "from $0.69 in the second quarter of 2024, and the shops of the south did better than those of the\n"
      "north.  Gross margin, which tells what we earn with a car, was 21.6% in the second quarter of\n"
      "2025 and higher than it was before that; customers of ours were also happier than ever before.\n";
  EXPECT_EQ(alarms(lines), "");
  std::string wrong = lines;
  wrong.replace(wrong.find("rose to"), 7, "fell to");
  EXPECT_NE(alarms(wrong), "");
  wrong = lines;
  wrong.replace(wrong.find("21.6%"), 5, "23.6%");
  EXPECT_NE(alarms(wrong), "");
}

TEST(ShortForms, AChangeStandsInParentheses) {
  EXPECT_EQ(
      alarms("Total revenue was $971.3 million (a 30.7% increase in comparison to the second quarter of "
             "2024)."),
      "");
  EXPECT_NE(
      alarms("Total revenue was $971.3 million (a 30.7% decrease in comparison to the second quarter of "
             "2024)."),
      "");
  EXPECT_NE(alarms("Total revenue was $971.3 million (30.7% lower than in the second quarter of 2024)."), "");
  EXPECT_NE(
      alarms("Total revenue was $971.3 million (an increase of 33.9% from the second quarter of 2024)."), "");
  EXPECT_NE(alarms("Total revenue was $971.3 million (compared to $793.0 million in the second quarter of "
                   "2024)."),
            "");
  // Of something else, and about.
  EXPECT_EQ(alarms("Total revenue was $971.3 million (a 12.0% increase in volumes)."), "");
  EXPECT_EQ(alarms("Total revenue was $971.3 million (an increase of about 30% from the second quarter of "
                   "2024)."),
            "");
  EXPECT_EQ(
      alarms("Total revenue was $971.3 million (including $40.0 million in the second quarter of 2024)."),
      "");
  // Of two comparisons each has a direction of its own.
  EXPECT_EQ(alarms("Total revenue decreased sequentially to $971.3 million (a 30.7% increase from the second "
                   "quarter of 2024)."),
            "");
}

TEST(ShortForms, AClauseBehindTellsWhichWayItWent) {
  const std::string sentence =
      "Selling expenses were $88.4 million, decreased from $92.1 million in the same quarter of 2024, the "
      "year-over-year decrease was mainly due to fewer shops.";
  EXPECT_EQ(alarms(sentence), "");
  std::string wrong = sentence;
  wrong.replace(wrong.find("year decrease"), 13, "year increase");
  EXPECT_NE(alarms(wrong), "");
  EXPECT_EQ(alarms("Selling expenses were $88.4 million, the increase in advertising was due to a fair."),
            "");
}

TEST(ShortForms, AMarginIsSaidOfRevenue) {
  EXPECT_EQ(alarms("Operating margin increased from 5.5 percent to 12.5 percent of revenue."), "");
  EXPECT_NE(alarms("Operating margin decreased from 5.5 percent to 12.5 percent of revenue."), "");
  EXPECT_NE(alarms("Operating margin increased from 5.5 percent to 13.5 percent of revenue."), "");
}

TEST(ShortForms, AChangeLiesBetweenTwoDates) {
  const std::string between =
      "Active riders were 402 million as of June 30, 2025 and 361 million as of June 30, "
      "2024, which represented an increase of ";
  EXPECT_EQ(alarms(between + "11%."), "");
  EXPECT_NE(alarms(between + "17%."), "");
  // The second is of a longer span.
  EXPECT_EQ(
      alarms("Total revenue was $971.3 million in the second quarter of 2025 and $1,702.0 million in the "
             "six months ended June 30, 2024, an increase of 31%."),
      "");
}

TEST(ShortForms, TheVerbStandsOnce) {
  EXPECT_EQ(alarms("Total revenue amounted to $971.3 million and cost of revenue to $761.0 million."), "");
  EXPECT_NE(alarms("Total revenue amounted to $931.3 million and cost of revenue to $761.0 million."), "");
}

TEST(ShortForms, ALetterOfASymbolFontIsABullet) {
  EXPECT_EQ(alarms("l Total revenue was $971.3 million, up 30.7% year-over-year."), "");
  EXPECT_NE(alarms("l Total revenue was $931.3 million, up 30.7% year-over-year."), "");
  EXPECT_NE(alarms("\u00A7 Total revenue was $971.3 million, down 30.7% year-over-year."), "");
}

TEST(ShortForms, AColonNamesTheFigureBehindIt) {
  EXPECT_EQ(alarms("Total revenue: $971.3 million, +30.7% year over year."), "");
  EXPECT_NE(alarms("Total revenue: $931.3 million, +30.7% year over year."), "");
  EXPECT_NE(alarms("Total revenue: $971.3 million, -30.7% year over year."), "");
  EXPECT_NE(alarms("Total revenue: $971.3 million (+33.9% YoY)."), "");
  // What stands before the colon is a sentence, or names no row.
  EXPECT_EQ(alarms("Total revenue grew with one of our cars alone: $12.0 million came from it."), "");
  EXPECT_EQ(alarms("Highlights: $12.0 million of new orders."), "");
}

TEST(ShortForms, EachComparisonHasItsOwnWord) {
  EXPECT_EQ(alarms("Total revenue decreased sequentially but increased 30.7% year over year."), "");
  EXPECT_NE(alarms("Total revenue decreased sequentially but declined 30.7% year over year."), "");
  EXPECT_EQ(alarms("On a year-over-year basis total revenue increased 30.7%."), "");
  EXPECT_NE(alarms("On a year-over-year basis total revenue decreased 30.7%."), "");
  EXPECT_EQ(alarms("Total revenue grew from $743.0 million to $971.3 million, or by 30.7%."), "");
  EXPECT_NE(alarms("Total revenue grew from $743.0 million to $971.3 million, or by 33.9%."), "");
}

TEST(ShortForms, MonthsAreOfTheIssuersYear) {
  const auto alarms_of = [](const std::string& sentence) {
    return testing::summary(
        testing::check_text(
            "Sample Lamps Inc.\n\nSample Lamps Inc. reports its second fiscal quarter ended February 28, "
            "2025\n\n" +
            sentence +
            "\n\nUNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(In thousands)\n\n"
            "\tSix Months Ended\t\n\tFebruary 28, 2025\tFebruary 29, 2024\n\tUSD\tUSD\n"
            "Lamps\t81,033\t62,012\nRepairs\t10,233\t9,022\nTotal "
            "revenue\t91,266\t71,034\nCost of revenue\t61,023\t50,022\nGross "
            "profit\t30,243\t21,012\n"),
        Severity::warning);
  };
  EXPECT_EQ(
      alarms_of("Total revenue was $91.3 million in the first six months of fiscal 2025, compared with $71.0 "
                "million in the first six months of fiscal 2024."),
      "");
  EXPECT_NE(
      alarms_of("Total revenue was $91.3 million in the first six months of fiscal 2025, compared with $79.0 "
                "million in the first six months of fiscal 2024."),
      "");
  EXPECT_EQ(
      alarms_of(
          "Lamps represented 88.8% and 87.3% of total revenue in the first six months of fiscal 2025 and "
          "2024, respectively."),
      "");
  EXPECT_NE(
      alarms_of(
          "Lamps represented 87.3% and 88.8% of total revenue in the first six months of fiscal 2025 and "
          "2024, respectively."),
      "");
  // Of months of which the filing has no column nothing is said.
  EXPECT_EQ(alarms_of("Total revenue was $141.3 million in the first nine months of fiscal 2024."), "");
}

}  // namespace
}  // namespace kcfin
