// footing/period: quarters make halves, for flows only.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

std::string quarters(std::string_view rows) {
  return "UNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands, except share data)\n\n"
         "\tFor the Three Months Ended\t\tFor the Six Months Ended\n\tMar 31, 2024\tJun 30, 2024\tJun 30, "
         "2024\n"
         "\tRMB\tRMB\tRMB\nRevenues\t1,000\t1,100\t2,100\nCost of revenues\t(400)\t(500)\t(900)\n"
         "Gross profit\t600\t600\t1,200\nNet income\t600\t600\t1,200\n" +
         std::string(rows);
}

constexpr std::string_view kSound =
    "2,100@8 = 1,000@8 + 1,100@8\n(900)@9 = (400)@9 + (500)@9\n1,200@10 = 600@10 + 600@10\n"
    "1,200@11 = 600@11 + 600@11\n";

TEST(FootingPeriod, TwoQuartersMakeAHalf) {
  EXPECT_EQ(relations(quarters("Interest expense\t(51)\t(59)\t(110)\n"), "footing/period"),
            std::string(kSound) + "(110)@12 = (51)@12 + (59)@12\n");
}

TEST(FootingPeriod, AHalfThatDiffersBreaks) {
  EXPECT_EQ(relations(quarters("Interest expense\t(51)\t(59)\t(140)\n"), "footing/period"),
            std::string(kSound) + "(140)@12 = (51)@12 + (59)@12 breaks\n");
}

// Each figure is rounded by half a unit: two addends and a total may miss by one.
TEST(FootingPeriod, OneUnitIsRounding) {
  EXPECT_EQ(relations(quarters("Interest expense\t(51)\t(59)\t(111)\n"), "footing/period"),
            std::string(kSound) + "(111)@12 = (51)@12 + (59)@12\n");
  EXPECT_EQ(relations(quarters("Interest expense\t(51)\t(59)\t(112)\n"), "footing/period"),
            std::string(kSound) + "(112)@12 = (51)@12 + (59)@12 breaks\n");
}

TEST(FootingPeriod, AveragesRatiosAndAmountsPerShareDoNotAddUp) {
  EXPECT_EQ(
      relations(quarters("Gross margin\t60.0%\t54.5%\t57.1%\nBasic earnings per share\t0.60\t0.60\t1.20\n"
                         "Weighted average number of ordinary shares, basic\t1,000\t1,000\t1,000\n"),
                "footing/period"),
      kSound);
}

TEST(FootingPeriod, CashAtADateDoesNotAddUp) {
  const std::string flows =
      "UNAUDITED CONSOLIDATED STATEMENTS OF CASH FLOWS\n\n(in thousands)\n\n"
      "\tFor the Three Months Ended\t\tFor the Six Months Ended\n\tMar 31, 2024\tJun 30, 2024\tJun 30, 2024\n"
      "\tRMB\tRMB\tRMB\nNet cash generated from operating activities\t30\t40\t70\n"
      "Net cash used in investing activities\t(10)\t(20)\t(30)\nNet increase in cash and cash "
      "equivalents\t20\t20\t40\nCash and cash equivalents at beginning of period\t100\t120\t100\n"
      "Cash and cash equivalents at end of period\t120\t140\t140\n";
  EXPECT_EQ(relations(flows, "footing/period"),
            "70@8 = 30@8 + 40@8\n(30)@9 = (10)@9 + (20)@9\n40@10 = 20@10 + 20@10\n");
}

// Each translated column has a rate of its own.
TEST(FootingPeriod, TranslatedColumnsDoNotAddUp) {
  const std::string text =
      "Amounts in U.S. dollars are translated at RMB7.2672 to US$1.00, the rate of June 28, 2024.\n\n"
      "UNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n"
      "\tFor the Three Months Ended\t\tFor the Six Months Ended\n\tMar 31, 2024\tJun 30, 2024\tJun 30, 2024\n"
      "\tUS$\tUS$\tUS$\nRevenues\t138\t151\t290\nCost of revenues\t(55)\t(69)\t(124)\nGross "
      "profit\t83\t82\t166\n"
      "Net income\t83\t82\t166\n\n"
      "\tFor the Three Months Ended\t\tFor the Six Months Ended\n\tMar 31, 2024\tJun 30, 2024\tJun 30, 2024\n"
      "\tRMB\tRMB\tRMB\nRevenues\t1,000\t1,100\t2,100\nCost of revenues\t(400)\t(500)\t(900)\n"
      "Gross profit\t600\t600\t1,200\nNet income\t600\t600\t1,200\n";
  EXPECT_EQ(relations(text, "footing/period"),
            "2,100@18 = 1,000@18 + 1,100@18\n(900)@19 = (400)@19 + (500)@19\n1,200@20 = 600@20 + 600@20\n"
            "1,200@21 = 600@21 + 600@21\n");
}

// Rows of a table that is no statement are flows only if nearly all of them add up.
TEST(FootingPeriod, AnUnknownTableMustShowThatItHoldsFlows) {
  const auto sales = [](std::string_view third) {
    return "The following table sets forth what each line of business sold:\n\n(in thousands)\n\n"
           "\tFor the Three Months Ended\t\tFor the Six Months Ended\n\tMar 31, 2024\tJun 30, 2024\tJun 30, "
           "2024\n\tRMB\tRMB\tRMB\nTravel\t1,000\t1,100\t2,100\nHotels\t400\t500\t900\nMeals\t60\t70\t130\n" +
           std::string(third);
  };
  EXPECT_EQ(
      relations(sales("Games\t10\t20\t30\n"), "footing/period"),
      "2,100@8 = 1,000@8 + 1,100@8\n900@9 = 400@9 + 500@9\n130@10 = 60@10 + 70@10\n30@11 = 10@11 + 20@11\n");
  EXPECT_EQ(relations(sales("Games\t10\t20\t25\n"), "footing/period"),
            "2,100@8 = 1,000@8 + 1,100@8\n900@9 = 400@9 + 500@9\n130@10 = 60@10 + 70@10\n"
            "25@11 = 10@11 + 20@11 breaks\n");
  EXPECT_EQ(relations(sales("Games\t10\t20\t25\nRooms\t70\t80\t80\n"), "footing/period"),
            "skip 8: too few rows of table t1 add up over its periods to say that they are flows\n");
}

// The half stands in the statement, the quarters in another table of the same line.
TEST(FootingPeriod, PeriodsOfTwoTables) {
  const std::string text =
      "FINANCIAL HIGHLIGHTS\n\n(in thousands)\n\n\tFor the Three Months Ended\t\n\tMar 31, 2024\tJun 30, "
      "2024\n"
      "\tRMB\tRMB\nRevenues\t1,000\t1,100\nNet income\t600\t610\n"
      "\nUNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n"
      "\tThree Months Ended\tSix Months Ended\n\tJun 30, 2024\tJun 30, 2024\n\tRMB\tRMB\n"
      "Revenues\t1,100\t2,100\nCost of revenues\t(500)\t(900)\nGross profit\t600\t1,200\nNet "
      "income\t610\t1,200\n";
  EXPECT_EQ(relations(text, "footing/period"),
            "2,100@18 = 1,000@8 + 1,100@18\n1,200@21 = 600@9 + 610@21 breaks\n");
}

}  // namespace
}  // namespace kcfin
