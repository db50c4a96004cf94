// tie/duplicate: one fact in two places ties by concept or label, where the figures bear it out.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

constexpr std::string_view kHighlights =
    "FINANCIAL HIGHLIGHTS\n\n(in thousands)\n\n\tFor the six months ended June "
    "30,\t\n\t2023\t2024\n\tRMB\tRMB\n";
constexpr std::string_view kStatement =
    "\nUNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n"
    "\tFor the six months ended June 30,\t\n\t2023\t2024\n\tRMB\tRMB\n"
    "Revenues\t9,000\t9,500\nCost of revenues\t(4,000)\t(4,200)\nGross profit\t5,000\t5,300\n"
    "Research and development expenses\t(1,300)\t(1,550)\nOperating income\t3,700\t3,750\n"
    "Income tax expense\t(700)\t(750)\nNet income\t3,000\t3,000\n";

std::string filing(std::string_view highlights) {
  return std::string(kHighlights) + std::string(highlights) + std::string(kStatement);
}

TEST(TieDuplicate, HighlightsRepeatTheStatement) {
  EXPECT_EQ(relations(filing("Total revenues\t9,000\t9,500\nGross profit\t5,000\t5,300\n"), "tie/duplicate"),
            "9,000@8 = 9,000@18\n9,500@8 = 9,500@18\n5,000@9 = 5,000@20\n5,300@9 = 5,300@20\n");
}

TEST(TieDuplicate, OneCellThatDiffersIsHeldToTheOthers) {
  EXPECT_EQ(relations(filing("Total revenues\t9,000\t9,500\nGross profit\t5,000\t5,030\n"), "tie/duplicate"),
            "9,000@8 = 9,000@18\n9,500@8 = 9,500@18\n5,000@9 = 5,000@20\n5,030@9 = 5,300@20 breaks\n");
}

TEST(TieDuplicate, ASignLostInOneOfTwoCellsIsHeldToTheOther) {
  EXPECT_EQ(
      relations(filing("Total revenues\t9,000\t9,500\nGross profit\t(5,000)\t5,300\n"), "tie/duplicate"),
      "9,000@8 = 9,000@18\n9,500@8 = 9,500@18\n(5,000)@9 = 5,000@20 breaks\n5,300@9 = 5,300@20\n");
}

TEST(TieDuplicate, RowsThatAgreeInNoCellAreSkipped) {
  EXPECT_EQ(
      relations(filing("Total revenues\t9,000\t9,500\nGross profit\t4,900\t5,200\n"), "tie/duplicate"),
      "9,000@8 = 9,000@18\n9,500@8 = 9,500@18\n"
      "skip 9: named like “Gross profit” (line 20), but too few of their figures agree to say that both "
      "state one amount\n");
}

TEST(TieDuplicate, AnotherPeriodIsAnotherFact) {
  const std::string text =
      "FINANCIAL HIGHLIGHTS\n\n(in thousands)\n\n\tFor the three months ended June 30,\t\n"
      "\t2023\t2024\n\tRMB\tRMB\nRevenues\t9,000\t9,500\nGross profit\t5,000\t5,300\n" +
      std::string(kStatement);
  EXPECT_EQ(relations(text, "tie/duplicate"), "");
}

// Two tables go further back than the statement: it is held against by both, and they against each other for
// the half year that it lacks.
std::string further_back(std::string_view unit, std::string_view earlier) {
  return "FINANCIAL HIGHLIGHTS\n\n(in thousands)\n\n\tFor the six months ended June 30,\t\t\n"
         "\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\nGross profit\t4,700\t5,000\t5,300\n\n"
         "KEY FIGURES\n\n" +
         std::string(unit) +
         "\n\n\tFor the six months ended June 30,\t\n\t2022\t2024\n\tRMB\tRMB\nGross profit\t" +
         std::string(earlier) + "\n" + std::string(kStatement);
}

TEST(TieDuplicate, APeriodThatTheStatementLacksIsHeldWhereItStandsTwice) {
  EXPECT_EQ(relations(further_back("(in thousands)", "4,700\t5,300"), "tie/duplicate"),
            "5,000@8 = 5,000@28\n5,300@8 = 5,300@28\n5,300@17 = 5,300@28\n4,700@17 = 4,700@8\n");
  EXPECT_EQ(relations(further_back("(in thousands)", "4,070\t5,300"), "tie/duplicate"),
            "5,000@8 = 5,000@28\n5,300@8 = 5,300@28\n5,300@17 = 5,300@28\n4,070@17 = 4,700@8 breaks\n");
}

TEST(TieDuplicate, APeriodThatTheStatementLacksMayBeRounded) {
  EXPECT_EQ(relations(further_back("(in millions)", "4.7\t5.3"), "tie/duplicate"),
            "5,000@8 = 5,000@28\n5,300@8 = 5,300@28\n5.3@17 = 5,300@28\n4.7@17 = 4,700@8\n");
}

TEST(TieDuplicate, ALossWithoutItsSignIsTheSameInSize) {
  const std::string losses =
      "\nUNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n"
      "\tFor the six months ended June 30,\t\n\t2023\t2024\n\tRMB\tRMB\n"
      "Revenues\t9,000\t9,500\nCost of revenues\t(9,500)\t(9,700)\nGross loss\t(500)\t(200)\n"
      "Operating expenses\t(1,300)\t(1,550)\nOperating loss\t(1,800)\t(1,750)\nIncome tax expense\t-\t-\n"
      "Net loss\t(1,800)\t(1,750)\n";
  EXPECT_EQ(relations(std::string(kHighlights) + "Revenues\t9,000\t9,500\nNet loss\t1,800\t1,750\n" + losses,
                      "tie/duplicate"),
            "9,000@8 = 9,000@18\n9,500@8 = 9,500@18\n1,800@9 = -(1,800)@24\n1,750@9 = -(1,750)@24\n");
}

// A rounding of the statement's figure ties within its interval; one unit more does not.
TEST(TieDuplicate, BillionsRoundThousands) {
  const std::string billions =
      "FINANCIAL HIGHLIGHTS\n\n(in RMB billions)\n\n\tFor the six months ended June "
      "30,\t\t\n\t2022\t2023\t2024\n"
      "\tRMB\tRMB\tRMB\nRevenues\t8.51\t9.05\t9.67\n"
      "\nUNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n"
      "\tFor the six months ended June 30,\t\t\n\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n"
      "Revenues\t8,514,999\t9,045,000\t9,664,999\nCost of revenues\t(1,000,000)\t(2,000,000)\t(3,000,000)\n"
      "Gross profit\t7,514,999\t7,045,000\t6,664,999\nNet income\t7,514,999\t7,045,000\t6,664,999\n";
  EXPECT_EQ(relations(billions, "tie/duplicate"),
            "8.51@8 = 8,514,999@17\n9.05@8 = 9,045,000@17\n9.67@8 = 9,664,999@17 breaks\n");
}

// A statement printed twice vouches for each of its rows, even for one whose only cell differs.
TEST(TieDuplicate, AReprintTiesARowThatAgreesNowhere) {
  const std::string heading =
      "UNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tFor the year ended December "
      "31,\n"
      "\t2024\n\tRMB\n";
  const auto rows = [](std::string_view interest) {
    return "Revenues\t9,500\nCost of revenues\t(4,200)\nGross profit\t5,300\n"
           "Research and development expenses\t(1,550)\nOperating income\t3,750\n"
           "Interest income\t" +
           std::string(interest) + "\nIncome tax expense\t(750)\nNet income\t3,012\n";
  };
  const std::string text = heading + rows("12") + "\n" + heading + rows("21");
  EXPECT_NE(relations(text, "tie/duplicate").find("21@29 = 12@13 breaks\n"), std::string::npos);
}

// "Others" of two sections and "Prepayments" current and non-current are four facts.
TEST(TieDuplicate, ALabelThatStandsTwiceNeedsItsSection) {
  const std::string sheet =
      "UNAUDITED CONSOLIDATED BALANCE SHEETS\n\n(in thousands)\n\n\tDec 31, 2023\tJun 30, 2024\n\tRMB\tRMB\n"
      "ASSETS\t\t\nCurrent assets:\t\t\nPrepayments and other assets\t100\t200\nTotal current "
      "assets\t100\t200\nNon-current assets:\t\t\nPrepayments and other assets\t300\t400\n"
      "Total non-current assets\t300\t400\nTotal assets\t400\t600\n";
  const std::string text = sheet + "\nSome words between the two prints of the balance sheet.\n\n" + sheet;
  EXPECT_EQ(relations(text, "tie/duplicate"),
            "100@26 = 100@9\n200@26 = 200@9\n100@27 = 100@10\n200@27 = 200@10\n300@29 = 300@12\n"
            "400@29 = 400@12\n300@30 = 300@13\n400@30 = 400@13\n400@31 = 400@14\n600@31 = 600@14\n");
}

// Blocks of one table name their parts alike. One size that is equal with the sign turned does not make two
// of of them one; the same sign does, and so do two of them.
TEST(TieDuplicate, OneEqualSizeInAnotherBlockIsChance) {
  const auto blocks = [](std::string_view first, std::string_view second) {
    return "RECONCILIATION BY SEGMENT\n\n(in thousands)\n\n\tFor the six months ended June 30,\t\n"
           "\t2023\t2024\n\tRMB\tRMB\nSouth\nReported result\t2,467\t509\nAdjustments:\nMarketing\t" +
           std::string(first) + "\nNorth\nReported result\t139\t861\nAdjustments:\nMarketing\t" +
           std::string(second) + "\n";
  };
  EXPECT_EQ(relations(blocks("30\t655", "(30)\t(287)"), "tie/duplicate").find("breaks"), std::string::npos);
  EXPECT_NE(relations(blocks("30\t655", "30\t287"), "tie/duplicate").find("breaks"), std::string::npos);
}

}  // namespace
}  // namespace kcfin
