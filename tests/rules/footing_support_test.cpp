// How much of a table's columns must bear a reading out before the rest of them are held to it.
#include <gtest/gtest.h>

#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::summary;
using testing::verdicts;

std::string four_years(std::string_view title, std::string_view rows) {
  return std::string(title) +
         "\n\n(in thousands)\n\n\tYear ended December 31,\t\t\t\n\t2021\t2022\t2023\t2024\n"
         "\tEUR\tEUR\tEUR\tEUR\n" +
         std::string(rows);
}

// ---------------------------------------------------------------- a row that the labels leave out

// "Including" says that the row is a part of the one above; every column says that it is not.
std::string with_parking(std::string_view parking, std::string_view total) {
  return verdicts(check_text(four_years("OTHER INCOME",
                                        "Rents\t4,100\t4,250\t4,390\t4,420\n"
                                        "Including: Parking\t" +
                                            std::string(parking) +
                                            "\nFees\t1,180\t1,205\t1,240\t1,260\n"
                                            "Total other income\t" +
                                            std::string(total) + "\n")),
                  "footing/total");
}

TEST(FootingSupport, ARowThatEveryColumnAddsIsTakenIn) {
  EXPECT_EQ(with_parking("310\t322\t335\t341", "5,280\t5,455\t5,630\t5,680"), "4 0 0");
  EXPECT_EQ(with_parking("310\t322\t335\t341", "5,590\t5,777\t5,965\t6,021"), "4 0 0");
  EXPECT_EQ(with_parking("310\t322\t335\t341", "5,590\t5,777\t5,965\t6,201"), "0 0 4");
}

// A year without it adds up as the labels say; the three others do not.
TEST(FootingSupport, ARowThatIsNilInAYearIsTakenIn) {
  EXPECT_EQ(with_parking("-\t322\t335\t341", "5,280\t5,777\t5,965\t6,021"), "4 0 0");
}

// To the digit in half of the columns, within its rounding in the others.
TEST(FootingSupport, ARowThatHardlyAnyColumnAddsToTheDigitIsNot) {
  EXPECT_EQ(with_parking("310\t322\t335\t341", "5,590\t5,777\t5,964\t6,022"), "4 0 0");
  EXPECT_EQ(with_parking("310\t322\t335\t341", "5,590\t5,778\t5,964\t6,022"), "0 0 4");
}

// ---------------------------------------------------------------- a total over one row

TEST(FootingSupport, ATotalOverOneRowRepeatsItInMoreThanTheOddColumn) {
  EXPECT_EQ(summary(check_text("SPECIAL ITEMS\n\n(in thousands)\n\n\tYear ended December 31,\t\t\n"
                               "\t2022\t2023\t2024\n\tEUR\tEUR\tEUR\nReported result\t843\t901\t950\n"
                               "Special items:\t\t\t\nRent\t358\t362\t371\n"
                               "Total special items\t358\t362\t317\n")),
            "error footing/total line 11 printed 317 expected 371\n");
  EXPECT_EQ(summary(check_text("SPECIAL ITEMS\n\n(in thousands)\n\n\tYear ended December 31,\t\n"
                               "\t2023\t2024\n\tEUR\tEUR\nReported result\t901\t950\n"
                               "Special items:\t\t\nRent\t362\t371\nTotal special items\t362\t317\n")),
            "");
}

// ---------------------------------------------------------------- what no label calls a total

TEST(FootingSupport, PartsUnderTheirTotalMakeItUpInHalfOfTheYears) {
  const auto said = [](std::string_view heading, std::string_view rows) {
    return summary(
        check_text("ASSETS BY KIND\n\n(in thousands)\n\n" + std::string(heading) + std::string(rows)),
        Severity::warning);
  };
  EXPECT_EQ(said("\tDecember 31,\t\n\t2023\t2024\n\tEUR\tEUR\n",
                 "Vessels\t4,100\t4,520\n  Tankers\t2,900\t3,010\n  Ferries\t1,200\t1,240\n"
                 "Buildings\t900\t910\n"),
            "error footing/total line 8 printed 4520 expected 4250\n");
  // One year of three may be chance.
  EXPECT_EQ(said("\tDecember 31,\t\t\n\t2022\t2023\t2024\n\tEUR\tEUR\tEUR\n",
                 "Vessels\t4,100\t4,520\t4,900\n  Tankers\t2,900\t3,010\t3,100\n"
                 "  Ferries\t1,200\t1,240\t1,350\nBuildings\t900\t910\t920\n"),
            "");
}

// Three columns of four add up: most of them to the digit, or all but one within their rounding.
TEST(FootingSupport, ARowThatNearlyEveryColumnSumsDoesSoToTheDigit) {
  const auto said = [](std::string_view received) {
    return summary(
        check_text(four_years("INCOME OF THE PROPERTIES",
                              "Rents\t4,100\t4,250\t4,390\t4,420\nFees\t1,180\t1,205\t1,240\t1,260\n"
                              "Parking\t310\t322\t335\t341\nReceived\t" +
                                  std::string(received) + "\n")),
        Severity::warning);
  };
  EXPECT_EQ(said("5,590\t5,777\t5,964\t6,201"), "error footing/total line 11 printed 6201 expected 6021\n");
  EXPECT_EQ(said("5,590\t5,778\t5,964\t6,201"), "");
}

// ---------------------------------------------------------------- small numbers

// What a retirement costs, in millions: no column of it says much, four of them do.
std::string retirement_costs(std::string_view total) {
  return verdicts(check_text(four_years("RETIREMENT BENEFITS",
                                        "Service cost\t3\t5\t6\t10\nInterest cost\t49\t26\t39\t54\n"
                                        "Expected return on plan assets\t(38)\t(41)\t(61)\t(46)\n"
                                        "Retirement cost\t" +
                                            std::string(total) + "\n")),
                  "footing/total");
}

TEST(FootingSupport, SmallSumsOfAllColumnsTellTogether) {
  EXPECT_EQ(retirement_costs("14\t(10)\t(16)\t18"), "4 0 0");
}

// Of four that tell together one may be wrong.
TEST(FootingSupport, OneOfSeveralSmallSumsThatIsWrongBreaks) {
  EXPECT_EQ(retirement_costs("14\t(10)\t(16)\t81"), "3 1 0");
}

// Within their rounding they are met by chance: each must be so to the digit.
TEST(FootingSupport, SmallSumsThatMeetWithinTheirRoundingTellNothing) {
  EXPECT_EQ(retirement_costs("15\t(9)\t(15)\t19"), "0 0 0");
}

// ---------------------------------------------------------------- a run that nothing but its figures tells

std::string businesses(std::string_view all) {
  return verdicts(check_text(four_years("SELECTED DATA",
                                        "Gross margin\t14,207\t15,057\t14,745\t14,597\n"
                                        "Before tax\t1,287\t6,306\t5,217\t4,826\n"
                                        "Businesses kept\t491\t5,376\t4,309\t4,132\n"
                                        "Businesses sold\t423\t232\t1,719\t83\n"
                                        "All businesses\t" +
                                            std::string(all) + "\n")),
                  "footing/total");
}

TEST(FootingSupport, ARunThatEveryColumnAddsUpBeyondChanceIsASum) {
  EXPECT_EQ(businesses("914\t5,608\t6,028\t4,215"), "4 0 0");
}

// Three columns to the digit show it; the fourth is held to it.
TEST(FootingSupport, OneColumnOfARunBeyondChanceMayBreak) {
  EXPECT_EQ(businesses("914\t5,608\t6,028\t4,251"), "3 1 0");
  EXPECT_EQ(businesses("914\t5,608\t6,028\t4,216"), "4 0 0");
}

TEST(FootingSupport, TwoColumnsOfARunAreChance) {
  EXPECT_EQ(businesses("914\t5,608\t6,208\t4,251"), "0 0 0");
  EXPECT_EQ(businesses("914\t5,608\t6,029\t4,216"), "0 0 0");
}

// "Non-current financial assets-" over what it consists of: a sum, and no part of the totals beside its
// parts.
TEST(FootingTotal, ALineOverItsPartsIsTheirSum) {
  for (const std::string mark : {"-", ""}) {
    const std::string rows =
        "BALANCE SHEETS\n\n(All amounts in thousands)\n\n\tDecember 31,\t\n\t2023\t2024\n\tEUR\tEUR\n"
        "NON-CURRENT ASSETS:\t\t\nPlant\t9,710\t8,845\nGoodwill\t28,638\t24,013\nLong-term financial assets" +
        mark +
        "\t2,112\t896\nAvailable for sale\t1,459\t84\nLoans\t653\t812\nTotal non-current "
        "assets\t40,460\t33,754\n"
        "CURRENT ASSETS:\t\t\nInventories\t1,966\t1,759\nCash\t10,924\t9,779\nTotal current "
        "assets\t12,890\t11,538\n"
        "ASSETS HELD FOR SALE\t78\t11\nTOTAL ASSETS\t53,428\t45,303\n";
    const auto checked = check_text(rows);
    EXPECT_EQ(verdicts(checked, "footing/total"), "8 0 0") << mark;
    EXPECT_EQ(summary(checked), "") << mark;
  }
}

}  // namespace
}  // namespace kcfin
