// Percentages in rows below the amount that they speak of.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

std::string results(std::string_view rows) {
  return "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in millions)\n\n\tYear ended December 31,\t\n"
         "\t2024\t2023\n\tUSD\tUSD\nTotal revenues\t8,000\t7,500\nCost of revenues\t6,000\t5,500\n"
         "Gross profit\t2,000\t2,000\nSales and marketing\t900\t800\n"
         "Operating income\t1,100\t1,200\n\nSALES AND MARKETING\n\n(in millions)\n\n\tYear ended December "
         "31,\t\n"
         "\t2024\t2023\n\tUSD\tUSD\n" +
         std::string(rows);
}

TEST(RatioRows, APercentageOfRevenueBelowAnExpense) {
  EXPECT_EQ(relations(results("Sales and marketing\t900\t800\nPercentage of total revenues\t11.3%\t10.7%\n"),
                      "ratio/margin"),
            "11.3%@22 % of 900@21 / 8,000@8\n10.7%@22 % of 800@21 / 7,500@8\n");
}

TEST(RatioRows, OneOfThreeThatDoesNotFollowBreaks) {
  const std::string two =
      "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in millions)\n\n\tYear ended December 31,\t\t\n"
      "\t2024\t2023\t2022\n\tUSD\tUSD\tUSD\nTotal revenues\t8,000\t7,500\t7,000\nSales and "
      "marketing\t900\t800\t700\n"
      "As a % of revenues\t11.2%\t10.7%\t";
  // 900 / 8,000 is 11.25%: a half rounds either way.
  EXPECT_EQ(relations(two + "10.0%\n", "ratio/margin"),
            "11.2%@10 % of 900@9 / 8,000@8\n10.7%@10 % of 800@9 / 7,500@8\n10.0%@10 % of 700@9 / 7,000@8\n");
  EXPECT_EQ(relations(two + "12.0%\n", "ratio/margin"),
            "11.2%@10 % of 900@9 / 8,000@8\n10.7%@10 % of 800@9 / 7,500@8\n"
            "12.0%@10 % of 700@9 / 7,000@8 breaks\n");
}

TEST(RatioRows, APercentageThatFollowsFromNoColumnIsOfSomethingElse) {
  EXPECT_EQ(relations(results("Sales and marketing\t900\t800\nPercentage of total revenues\t31.0%\t29.0%\n"),
                      "ratio/margin"),
            "");
}

TEST(RatioRows, APercentageChangeBelowAnAmount) {
  EXPECT_EQ(relations(results("Sales and marketing\t900\t800\nPercentage change\t12.5%\t\n"), "ratio/change"),
            "12.5%@22 change 900@21 / 800@21\n");
  EXPECT_EQ(
      relations(results("Sales and marketing\t900\t800\nPercentage change, constant currency\t12.5%\t\n"),
                "ratio/change"),
      "");
}

// ---------------------------------------------------------------- in one table

std::string segment(std::string_view rows) {
  return "ORCHARD MACHINES\n\n(in millions)\n\n\tYear ended December "
         "31,\t\t\n\t2024\t2023\t2022\n\tUSD\tUSD\tUSD\n" +
         std::string(rows);
}

TEST(RatioRows, ASegmentsMarginIsOfItsOwnAmounts) {
  const std::string_view rows =
      "Segment revenues\t800\t750\t700\nSegment profit\t90\t80\t70\nSegment profit margin\t";
  // 90 / 800 is 11.25%: a half rounds either way.
  EXPECT_EQ(relations(segment(std::string(rows) + "11.2%\t10.7%\t10.0%\n"), "ratio/margin"),
            "11.2%@10 % of 90@9 / 800@8\n10.7%@10 % of 80@9 / 750@8\n10.0%@10 % of 70@9 / 700@8\n");
  EXPECT_EQ(relations(segment(std::string(rows) + "11.4%\t10.7%\t10.0%\n"), "ratio/margin"),
            "11.4%@10 % of 90@9 / 800@8 breaks\n10.7%@10 % of 80@9 / 750@8\n10.0%@10 % of 70@9 / 700@8\n");
  EXPECT_EQ(relations(segment(std::string(rows) + "21.4%\t20.7%\t20.0%\n"), "ratio/margin"), "");
}

TEST(RatioRows, AMarginIsOfTheAmountThatItsLabelNames) {
  EXPECT_EQ(
      relations(segment("Net sales\t800\t750\t700\nSegment profit\t90\t80\t70\nDepreciation\t30\t30\t30\n"
                        "Segment profit as a percentage of net sales\t11.3%\t10.7%\t10.0%\n"),
                "ratio/margin"),
      "11.3%@11 % of 90@9 / 800@8\n10.7%@11 % of 80@9 / 750@8\n10.0%@11 % of 70@9 / 700@8\n");
}

// ---------------------------------------------------------------- under a header that says what they are

std::string expenses(std::string_view rows) {
  return results("Cost of revenues\t6,000\t5,500\nSales and marketing\t900\t800\n" + std::string(rows));
}

TEST(RatioRows, SharesUnderAHeaderAreOfTheRowsOfTheirNames) {
  EXPECT_EQ(relations(expenses("Percent of total revenues:\t\t\nCost of revenues\t75.0%\t73.3%\n"
                               "Sales and marketing\t11.3\t10.7\n"),
                      "ratio/margin"),
            "75.0%@24 % of 6,000@21 / 8,000@8\n73.3%@24 % of 5,500@21 / 7,500@8\n"
            "11.3@25 % of 900@22 / 8,000@8\n10.7@25 % of 800@22 / 7,500@8\n");
}

TEST(RatioRows, GrowthUnderAHeaderIsOfTheRowsOfItsNames) {
  EXPECT_EQ(relations(expenses("Year-over-year percentage growth:\t\t\nCost of revenues\t9.1%\t\n"
                               "Sales and marketing\t12.5\t\n"),
                      "ratio/change"),
            "9.1%@24 change 6,000@21 / 5,500@21\n12.5@25 change 900@22 / 800@22\n");
}

// ---------------------------------------------------------------- a statement in percent of revenues

std::string in_percent(std::string_view selling, std::string_view operating) {
  return "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in millions)\n\n\tYear ended December 31,\t\n"
         "\t2024\t2023\n\tUSD\tUSD\nTotal revenues\t8,000\t7,500\nCost of revenues\t6,000\t5,500\n"
         "Gross profit\t2,000\t2,000\nSales and marketing\t900\t800\nOperating income\t1,100\t1,200\n\n"
         "The following table sets forth our results of operations as a percentage of revenues:\n\n"
         "\tYear ended December 31,\t\n\t2024\t2023\nTotal revenues\t100%\t100%\n"
         "Cost of revenues\t75%\t73%\nGross profit\t25%\t27%\nSales and marketing\t" +
         std::string(selling) + "\nOperating income\t" + std::string(operating) + "\n";
}

std::string rest_in_percent(std::string_view selling, std::string_view operating) {
  return relations(in_percent(selling, operating), "ratio/margin");
}

TEST(RatioRows, AStatementInPercentFollowsFromTheIncomeStatement) {
  const std::string said = rest_in_percent("11%\t11%", "14%\t16%");
  EXPECT_NE(said.find("75%@19 % of 6,000@9 / 8,000@8\n73%@19 % of 5,500@9 / 7,500@8\n"), std::string::npos)
      << said;
  EXPECT_NE(said.find("11%@21 % of 900@11 / 8,000@8\n"), std::string::npos) << said;
  EXPECT_EQ(said.find("breaks"), std::string::npos) << said;
}

TEST(RatioRows, APercentageThatItsLineDoesNotGiveBreaks) {
  const std::string said = rest_in_percent("11%\t17%", "14%\t16%");
  EXPECT_NE(said.find("17%@21 % of 800@11 / 7,500@8 breaks\n"), std::string::npos) << said;
}

// 11.25% may be made 12% so that the column adds up: nothing is said of it.
TEST(RatioRows, AWholePercentageThatWasEvenedOutSaysNothing) {
  const std::string said = rest_in_percent("12%\t11%", "14%\t16%");
  EXPECT_EQ(said.find("12%@21"), std::string::npos) << said;
  EXPECT_NE(said.find("11%@21 % of 800@11 / 7,500@8\n"), std::string::npos) << said;
}

}  // namespace
}  // namespace kcfin
