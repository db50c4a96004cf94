// footing/roll-forward: an opening balance, its movements, its closing balance.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

std::string note(std::string_view rows) {
  return "ALLOWANCE FOR CREDIT LOSSES\n\n(in millions)\n\n\tThree months ended June "
         "30,\t\n\t2024\t2023\n\tUSD\tUSD\n" +
         std::string(rows);
}

TEST(FootingRollForward, OpeningAndMovementsAreTheClosingBalance) {
  EXPECT_EQ(relations(note("Allowance, beginning of the period\t72\t25\nProvision for credit losses\t25\t14\n"
                           "Loans charged off, net\t(14)\t(3)\nAllowance, end of the period\t83\t36\n"),
                      "footing/roll-forward"),
            "83@11 = 72@8 + 25@9 + (14)@10\n36@11 = 25@8 + 14@9 + (3)@10\n");
}

TEST(FootingRollForward, AClosingBalanceThatDoesNotFollowBreaks) {
  EXPECT_EQ(relations(note("Allowance, beginning of the period\t72\t25\nProvision for credit losses\t25\t14\n"
                           "Loans charged off, net\t(14)\t(3)\nAllowance, end of the period\t38\t36\n"),
                      "footing/roll-forward"),
            "38@11 = 72@8 + 25@9 + (14)@10 breaks\n36@11 = 25@8 + 14@9 + (3)@10\n");
}

// Four rounded figures: two units are within.
// A movement whose column nothing tells may be of any: no column is judged, and that is the reason given.
TEST(FootingRollForward, AMovementLeftOpenIsNoNil) {
  const auto said = [](std::string_view move) {
    return relations(
        "Movements of the provision\n(in thousands)\nYear ended December "
        "31,\n2021\n2022\n2023\nEUR\nEUR\nEUR\n"
        "Opening balance\n1,000\n1,250\n1,310\nAdditions\n400\n210\n320\nUtilised\n" +
            std::string(move) + "Closing balance\n1,250\n1,310\n1,480\nOther\n1,111\n2,222\n3,333\n",
        "footing/roll-forward");
  };
  EXPECT_NE(said("(150)\n(150)\n(150)\n").find("1,250@"), std::string::npos) << said("(150)\n(150)\n(150)\n");
  EXPECT_EQ(said("(150)\n").find(" = "), std::string::npos) << said("(150)\n");
  EXPECT_NE(said("(150)\n").find("under no column"), std::string::npos) << said("(150)\n");
}

TEST(FootingRollForward, RoundingsAreAllowedFor) {
  EXPECT_EQ(relations(note("Allowance, beginning of the period\t72\t25\nProvision for credit losses\t25\t14\n"
                           "Loans charged off, net\t(14)\t(3)\nAllowance, end of the period\t85\t36\n"),
                      "footing/roll-forward"),
            "85@11 = 72@8 + 25@9 + (14)@10\n36@11 = 25@8 + 14@9 + (3)@10\n");
}

// What is used up may be printed positive; the label says so, and the columns bear it out.
TEST(FootingRollForward, WhatIsUsedIsTakenOff) {
  EXPECT_EQ(
      relations(note("At January 1\t120\t110\nAdditions\t140\t50\nUtilized\t40\t20\nAt June 30\t220\t140\n"),
                "footing/roll-forward"),
      "220@11 = 120@8 + 140@9 - 40@10\n140@11 = 110@8 + 50@9 - 20@10\n");
}

// The only column may miss by a slip; an odd sign in it may be ours.
TEST(FootingRollForward, TheOnlyColumnMayMissByASlip) {
  const auto options = [](std::string_view granted) {
    return relations(
        "SHARE OPTIONS\n\n\tNumber of options\nOutstanding at January 1, 2024\t2,716\nGranted\t" +
            std::string(granted) +
            "\nExercised\t(1,482)\nForfeited\t(126)\nOutstanding at June 30, 2024\t2,143\n",
        "footing/roll-forward");
  };
  EXPECT_EQ(options("1,035"), "2,143@8 = 2,716@4 + 1,035@5 + (1,482)@6 + (126)@7\n");
  EXPECT_EQ(options("1,305"), "2,143@8 = 2,716@4 + 1,305@5 + (1,482)@6 + (126)@7 breaks\n");
  EXPECT_NE(options("(1,035)").find("skip"), std::string::npos);
  EXPECT_NE(options("1,792").find("skip"), std::string::npos);
}

// Average prices beside what they are of, under headings that say nothing.
TEST(FootingRollForward, PricesBesideCountsAreNotRolled) {
  EXPECT_EQ(relations("SHARE AWARDS\n\n\t$\t$\nUnvested at January 1, 2024\t2,800\t23.40\n"
                      "Granted\t1,035\t25.11\nVested\t(1,482)\t18.63\nForfeited\t(210)\t26.38\n"
                      "Unvested at June 30, 2024\t2,143\t27.06\n",
                      "footing/roll-forward"),
            "2,143@8 = 2,800@4 + 1,035@5 + (1,482)@6 + (210)@7\n");
}

// One column tells nothing where it does not add up.
TEST(FootingRollForward, WhatNoColumnBearsOutIsSkipped) {
  EXPECT_EQ(relations(note("Balance at January 1, 2024\t120\t110\nAdditions\t140\t50\n"
                           "Balance at June 30, 2024\t220\t140\n"),
                      "footing/roll-forward"),
            "skip 10: the rows since the opening balance make it up in too few columns\n");
}

// A closing balance opens the next period; a sum over movements is no movement.
TEST(FootingRollForward, SeveralPeriodsStandBelowOneAnother) {
  EXPECT_EQ(relations(note("Balance at December 31, 2022\t1,200\t2,100\nNet income\t300\t200\n"
                           "Other comprehensive income\t40\t(20)\nTotal comprehensive income\t340\t180\n"
                           "Balance at December 31, 2023\t1,540\t2,280\nDividends\t(100)\t(80)\n"
                           "Balance at December 31, 2024\t1,440\t2,200\n"),
                      "footing/roll-forward"),
            "1,540@12 = 1,200@8 + 300@9 + 40@10\n2,280@12 = 2,100@8 + 200@9 + (20)@10\n"
            "1,440@14 = 1,540@12 + (100)@13\n2,200@14 = 2,280@12 + (80)@13\n");
}

// The closing balance has the name of what is carried on, and no word that it closes.
TEST(FootingRollForward, AClosingBalanceOfAnotherNameIsToldByTheColumns) {
  const std::string_view rows =
      "Beginning balance\t4,059\t4,828\nNet earnings\t950\t740\nDividends\t(142)\t(155)\n"
      "Retained earnings\t4,867\t5,413\nBeginning balance\t(809)\t(733)\nPurchases\t(326)\t(345)\n"
      "Treasury stock\t(1,135)\t";
  EXPECT_EQ(relations(note(std::string(rows) + "(1,078)\n"), "footing/roll-forward"),
            "4,867@11 = 4,059@8 + 950@9 + (142)@10\n5,413@11 = 4,828@8 + 740@9 + (155)@10\n"
            "(1,135)@14 = (809)@12 + (326)@13\n(1,078)@14 = (733)@12 + (345)@13\n");
  // One of two columns does not: it may be anything.
  EXPECT_EQ(relations(note(std::string(rows) + "(1,870)\n"), "footing/roll-forward"),
            "4,867@11 = 4,059@8 + 950@9 + (142)@10\n5,413@11 = 4,828@8 + 740@9 + (155)@10\n");
}

TEST(FootingRollForward, TheNameMayFollowThePoint) {
  EXPECT_EQ(relations(note("Beginning retained earnings\t4,059\t4,828\nNet income\t950\t740\n"
                           "Ending retained earnings\t5,009\t5,568\n"),
                      "footing/roll-forward"),
            "5,009@10 = 4,059@8 + 950@9\n5,568@10 = 4,828@8 + 740@9\n");
}

TEST(FootingRollForward, ADeductionOfEitherSignIsTakenOff) {
  EXPECT_EQ(relations(note("Balance, beginning of period\t(533)\t(592)\nGains on translation\t(99)\t76\n"
                           "Less: Tax (tax benefit)\t65\t(31)\nBalance, end of period\t(697)\t(485)\n"),
                      "footing/roll-forward"),
            "(697)@11 = (533)@8 + (99)@9 - 65@10\n(485)@11 = (592)@8 + 76@9 - (31)@10\n");
}

// Two things that are carried on have balances of their own.
TEST(FootingRollForward, AnotherSubjectDoesNotClose) {
  EXPECT_EQ(
      relations(
          note("Options, January 1, 2024\t120\t110\nGranted\t140\t50\nUnits, June 30, 2024\t260\t160\n"),
          "footing/roll-forward"),
      "");
}

// What moved in all stands below what moved: it is their sum, and the balance follows from it.
TEST(FootingRollForward, TheNetChangeSumsTheMovementsAboveIt) {
  EXPECT_EQ(
      relations(note("Balance at March 31\t(1,491)\t(2,608)\nBefore reclassifications\t11\t13\n"
                     "Amounts reclassified\t(17)\t41\nNet current period comprehensive income\t(6)\t54\n"
                     "Balance at June 30\t(1,497)\t(2,554)\n"),
                "footing/roll-forward"),
      "(6)@11 = 11@9 + (17)@10\n54@11 = 13@9 + 41@10\n"
      "(1,497)@12 = (1,491)@8 + (6)@11\n(2,554)@12 = (2,608)@8 + 54@11\n");
}

}  // namespace
}  // namespace kcfin
