// translation/rate: one rate for one date, and the one that the tables follow.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

std::string balance(std::string_view rate, std::string_view dollars_at_7_2993, std::string_view after = "") {
  return "Translations into U.S. dollars are made at RMB" + std::string(rate) +
         " to US$1.00, the noon buying rate on December 31, 2024.\n\n" +
         "UNAUDITED CONSOLIDATED BALANCE SHEETS\n\n(in thousands)\n\n\tDec 31, 2024\tDec 31, "
         "2024\n\tRMB\tUS$\n" +
         std::string(dollars_at_7_2993) + std::string(after);
}

constexpr std::string_view kRows =
    "Cash and cash equivalents\t729,930\t100,000\nRestricted cash\t72,993\t10,000\nAccounts receivable, "
    "net\t145,986\t20,000\nInventories\t218,979\t30,000\nGoodwill\t291,972\t40,000\nProperty and equipment, "
    "net\t364,965\t50,000\n";

TEST(TranslationRate, TheStatedRateExplainsTheTables) {
  EXPECT_EQ(relations(balance("7.2993", kRows), "translation/rate"), "");
}

TEST(TranslationRate, AnotherRateExplainsThem) {
  EXPECT_EQ(relations(balance("7.0999", kRows), "translation/rate"),
            "remark 1: the tables are translated at about RMB7.2993 per US$1.00 (6 of 6 amounts), not at the "
            "stated RMB7.0999 per US$1.00 (0)\n");
}

// One amount that follows from no rate does not make the rate wrong.
TEST(TranslationRate, OneAmountProvesNothing) {
  std::string rows(kRows);
  rows.replace(rows.find("50,000\n"), 6, "51,000");
  EXPECT_EQ(relations(balance("7.2993", rows), "translation/rate"), "");
  EXPECT_EQ(relations(balance("7.0999", "Cash and cash equivalents\t729,930\t100,000\n"), "translation/rate"),
            "");
}

// A tenth of the amounts may follow from neither rate, and no more.
TEST(TranslationRate, AnotherRateMustExplainNearlyAll) {
  const std::string more =
      "Investments\t437,958\t60,000\nDeposits\t510,951\t70,000\nPrepayments\t583,944\t80,000\n";
  EXPECT_EQ(relations(balance("7.0999", std::string(kRows) + more + "Loans\t656,937\t99,000\n"),
                      "translation/rate"),
            "remark 1: the tables are translated at about RMB7.2993 per US$1.00 (9 of 10 amounts), not at "
            "the stated "
            "RMB7.0999 per US$1.00 (0)\n");
  EXPECT_EQ(relations(balance("7.0999",
                              std::string(kRows) + more + "Loans\t656,937\t99,000\nDues\t800,000\t77,000\n"),
                      "translation/rate"),
            "");
}

// Small amounts follow from both rates; the stated one must not explain half of them.
TEST(TranslationRate, TheStatedRateMayExplainSome) {
  const std::string both = "Notes\t7,299\t1,000\nRents\t8,029\t1,100\nDues\t8,759\t1,200\n";
  EXPECT_EQ(relations(balance("7.2980", std::string(kRows) + both), "translation/rate"),
            "remark 1: the tables are translated at about RMB7.2993 per US$1.00 (9 of 9 amounts), not at the "
            "stated "
            "RMB7.2980 per US$1.00 (3)\n");
}

// Of three digits too many rates make what is printed.
TEST(TranslationRate, AmountsOfThreeDigitsProveNothing) {
  EXPECT_EQ(
      relations(
          balance("7.0999",
                  "Cash\t3,650\t500\nDeposits\t4,380\t600\nInventories\t5,110\t700\nGoodwill\t5,839\t800\n"
                  "Loans\t6,569\t900\nPlant\t6,934\t950\n"),
          "translation/rate"),
      "");
}

TEST(TranslationRate, TwoRatesForOneDate) {
  EXPECT_EQ(relations(balance("7.2993", kRows,
                              "\nThe amounts above were translated at US$1.00 = RMB7.2939, the "
                              "rate on December 31, 2024.\n"),
                      "translation/rate"),
            "remark 16: two rates are stated for 2024-12-31: RMB7.2993 per US$1.00 on line 1, RMB7.2939 per "
            "US$1.00 here\n");
}

// 7.30 is 7.2993 rounded; another date has another rate.
TEST(TranslationRate, ARoundedRateAndAnotherDateAgree) {
  EXPECT_EQ(relations(balance("7.2993", kRows,
                              "\nThe amounts above were translated at US$1.00 = RMB7.30, the "
                              "rate on December 31, 2024.\n"),
                      "translation/rate"),
            "");
  EXPECT_EQ(relations(balance("7.2993", kRows,
                              "\nAmounts of the year before were translated at US$1.00 = "
                              "RMB7.0999, the rate on December 29, 2023.\n"),
                      "translation/rate"),
            "");
}

// The last day of trading and the month's end are one date.
TEST(TranslationRate, ThreeDaysBeforeTheMonthsEndAreItsRate) {
  EXPECT_NE(relations(balance("7.2993", kRows,
                              "\nOther amounts were translated at US$1.00 = RMB7.2090, the rate "
                              "on December 29, 2024.\n"),
                      "translation/rate"),
            "");
  EXPECT_EQ(relations(balance("7.2993", kRows,
                              "\nOther amounts were translated at US$1.00 = RMB7.2090, the rate "
                              "on December 20, 2024.\n"),
                      "translation/rate"),
            "");
}

}  // namespace
}  // namespace kcfin
