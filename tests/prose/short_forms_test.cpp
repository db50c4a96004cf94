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

}  // namespace
}  // namespace kcfin
