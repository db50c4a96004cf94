// ratio/margin: a margin follows from its two amounts, or is skipped.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

std::string with_margins(std::string_view rows) {
  return "UNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n"
         "\tFor the six months ended June 30,\t\n\t2023\t2024\n\tRMB\tRMB\n"
         "Revenues\t8,000\t9,000\nCost of revenues\t(6,000)\t(6,300)\nGross profit\t2,000\t2,700\n"
         "Operating loss\t(500)\t(450)\nIncome tax expense\t-\t-\nNet loss\t(504)\t(441)\n"
         "\nMARGINS\n\n\tFor the six months ended June 30,\t\n\t2023\t2024\n" +
         std::string(rows);
}

TEST(RatioMargin, GrossOperatingAndNetMargin) {
  EXPECT_EQ(relations(with_margins("Gross margin\t25.0%\t30.0%\nOperating loss margin\t(6.3)%\t(5.0)%\n"
                                   "Net loss margin\t-6.3%\t-4.9%\n"),
                      "ratio/margin"),
            "25.0%@19 % of 2,000@10 / 8,000@8\n30.0%@19 % of 2,700@10 / 9,000@8\n"
            "(6.3)%@20 % of (500)@11 / 8,000@8\n(5.0)%@20 % of (450)@11 / 9,000@8\n"
            "-6.3%@21 % of (504)@13 / 8,000@8\n-4.9%@21 % of (441)@13 / 9,000@8\n");
}

TEST(RatioMargin, OneThatDoesNotFollowBreaks) {
  EXPECT_EQ(relations(with_margins("Gross margin\t25.0%\t33.0%\n"), "ratio/margin"),
            "25.0%@19 % of 2,000@10 / 8,000@8\n33.0%@19 % of 2,700@10 / 9,000@8 breaks\n");
}

// (500) / 8,000 is 6.25%: halves round either way, anything further does not.
TEST(RatioMargin, AHalfRoundsEitherWay) {
  EXPECT_EQ(relations(with_margins("Operating loss margin\t(6.2)%\t(5.0)%\n"), "ratio/margin"),
            "(6.2)%@19 % of (500)@11 / 8,000@8\n(5.0)%@19 % of (450)@11 / 9,000@8\n");
  EXPECT_EQ(relations(with_margins("Operating loss margin\t(6.4)%\t(5.0)%\n"), "ratio/margin"),
            "(6.4)%@19 % of (500)@11 / 8,000@8 breaks\n(5.0)%@19 % of (450)@11 / 9,000@8\n");
}

TEST(RatioMargin, AMarginOfAnotherDefinitionIsSkipped) {
  EXPECT_EQ(relations(with_margins("Gross margin\t22.0%\t27.0%\n"), "ratio/margin"),
            "skip 19: it follows from the printed amounts in no column, so it may be defined otherwise\n");
  EXPECT_EQ(relations(with_margins("Gross margin\t25.0%\t30.0%\nAdjusted EBITDA margin\t3.0%\t4.0%\n"),
                      "ratio/margin"),
            "25.0%@19 % of 2,000@10 / 8,000@8\n30.0%@19 % of 2,700@10 / 9,000@8\n"
            "skip 20: the amount that it is a margin of is not printed\n");
}

// A margin under the name of its amount, in a table of margins.
TEST(RatioMargin, AnAmountsNameAmongMargins) {
  EXPECT_EQ(
      relations(with_margins("Gross margin\t25.0%\t30.0%\nOperating loss\t(6.3)%\t(5.0)%\n"), "ratio/margin"),
      "25.0%@19 % of 2,000@10 / 8,000@8\n30.0%@19 % of 2,700@10 / 9,000@8\n"
      "(6.3)%@20 % of (500)@11 / 8,000@8\n(5.0)%@20 % of (450)@11 / 9,000@8\n");
}

TEST(RatioMargin, MarginsOfSegmentsStandOverTheirOwnRevenues) {
  const std::string text =
      "UNAUDITED SEGMENT INFORMATION\n\n(in thousands)\n\n\tFor the six months ended June "
      "30,\t\n\t2023\t2024\n\tRMB\tRMB\nNet revenues:\t\t\nGames\t800\t900\nMusic\t200\t100\nTotal net "
      "revenues\t1,000\t1,000\nGross profit:\t\t\nGames\t400\t450\nMusic\t50\t20\nTotal gross "
      "profit\t450\t470\nGross profit margin:\t\t\nGames\t50.0%\t50.0%\nMusic\t25.0%\t25.0%\n";
  EXPECT_EQ(relations(text, "ratio/margin"),
            "50.0%@17 % of 400@13 / 800@9\n50.0%@17 % of 450@13 / 900@9\n25.0%@18 % of 50@14 / 200@10\n"
            "25.0%@18 % of 20@14 / 100@10 breaks\n");
}

TEST(RatioMargin, ALabelMayNameBothAmounts) {
  EXPECT_EQ(relations(with_margins("Operating loss as a percentage of revenues\t(6.3)%\t(5.0)%\n"
                                   "Cost of revenues as % of revenues\t75.0%\t71.0%\n"
                                   "Deposits as a percentage of loans\t80.0%\t81.0%\n"),
                      "ratio/margin"),
            "(6.3)%@19 % of (500)@11 / 8,000@8\n(5.0)%@19 % of (450)@11 / 9,000@8\n"
            "75.0%@20 % of -(6,000)@9 / 8,000@8\n71.0%@20 % of -(6,300)@9 / 9,000@8 breaks\n"
            "skip 21: the two amounts that its label names are not printed\n");
}

// The amount stands in a table that lost its labels: two years of three tell which row it is, one does not.
TEST(RatioMargin, TheAmountOfALostLabelIsToldByItsMargins) {
  const auto with_margins_of_ebitda = [](std::string_view margins) {
    return relations(
        "UNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tFor the year ended December "
        "31,\t\t\n\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\nRevenues\t8,000\t9,000\t10,000\n\nMARGINS\n\n"
        "\tFor the year ended December 31,\t\t\n\t2022\t2023\t2024\nAdjusted EBITDA margin\t" +
            std::string(margins) +
            "\n\nNON-GAAP MEASURES\n\n(in thousands)\n\n\tFor the year ended December 31,\t\t\n"
            "\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n\t510\t650\t702\n\t960\t1,170\t1,250\n",
        "ratio/margin");
  };
  EXPECT_EQ(with_margins_of_ebitda("12.0%\t13.0%\t12.5%"),
            "12.0%@14 % of 960@24 / 8,000@8\n13.0%@14 % of 1,170@24 / 9,000@8\n"
            "12.5%@14 % of 1,250@24 / 10,000@8\n");
  EXPECT_EQ(with_margins_of_ebitda("12.0%\t13.0%\t15.2%"),
            "12.0%@14 % of 960@24 / 8,000@8\n13.0%@14 % of 1,170@24 / 9,000@8\n"
            "15.2%@14 % of 1,250@24 / 10,000@8 breaks\n");
  EXPECT_EQ(with_margins_of_ebitda("12.0%\t15.0%\t15.2%"),
            "skip 14: the amount that it is a margin of is not printed\n");
}

}  // namespace
}  // namespace kcfin
