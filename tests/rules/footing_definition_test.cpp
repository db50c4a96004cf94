// footing/definition: diluted shares; amounts per share of operations, and with what adjusts them.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

std::string shares(std::string_view diluted) {
  return "NET INCOME PER SHARE\n\n(in millions, except share and per share amounts)\n\n"
         "\tThree months ended June 30,\t\n\t2024\t2023\n\tUSD\tUSD\nNet income\t130\t120\n"
         "Basic weighted average number of shares outstanding\t1,000,000,000\t1,000,000,000\n"
         "Stock options\t3,600,000\t2,000,000\nConvertible senior notes\t6,400,000\t6,000,000\n"
         "Diluted weighted average number of shares outstanding\t" +
         std::string(diluted) + "\t1,008,000,000\n";
}

TEST(FootingDefinition, WhatDilutesIsAddedToTheBasicCount) {
  EXPECT_EQ(relations(shares("1,010,000,000"), "footing/definition"),
            "1,010,000,000@12 = 1,000,000,000@9 + 3,600,000@10 + 6,400,000@11\n"
            "1,008,000,000@12 = 1,000,000,000@9 + 2,000,000@10 + 6,000,000@11\n");
}

TEST(FootingDefinition, ADilutedCountThatDoesNotFollowBreaks) {
  EXPECT_EQ(relations(shares("1,001,000,000"), "footing/definition"),
            "1,001,000,000@12 = 1,000,000,000@9 + 3,600,000@10 + 6,400,000@11 breaks\n"
            "1,008,000,000@12 = 1,000,000,000@9 + 2,000,000@10 + 6,000,000@11\n");
}

// Each count is rounded to a share: two more are within.
TEST(FootingDefinition, RoundingsAreAllowedFor) {
  EXPECT_EQ(relations(shares("1,010,000,002"), "footing/definition"),
            "1,010,000,002@12 = 1,000,000,000@9 + 3,600,000@10 + 6,400,000@11\n"
            "1,008,000,000@12 = 1,000,000,000@9 + 2,000,000@10 + 6,000,000@11\n");
}

// What dilutes is no diluted count, whatever it is reported as.
TEST(FootingDefinition, OptionsThatDiluteAreAddedToTheCountThatNamesThem) {
  const auto plus = [](std::string_view count) {
    return "CONSOLIDATED STATEMENTS OF EARNINGS\n\n(in millions, except per share amounts; shares in "
           "thousands)\n\n"
           "\tThree months ended June 30,\t\n\t2024\t2023\n\tUSD\tUSD\nRevenue\t900\t800\nNet "
           "earnings\t130\t120\n"
           "Average number of common shares outstanding used for basic earnings per "
           "share\t1,740,359\t1,753,865\n"
           "Dilutive common stock options\t9,889\t11,598\n"
           "Average number of common shares outstanding plus dilutive common stock options\t" +
           std::string(count) + "\t1,765,463\n";
  };
  EXPECT_EQ(relations(plus("1,750,248"), "footing/definition"),
            "1,750,248@12 = 1,740,359@10 + 9,889@11\n1,765,463@12 = 1,753,865@10 + 11,598@11\n");
  EXPECT_EQ(relations(plus("1,750,249"), "footing/definition"),
            "1,750,249@12 = 1,740,359@10 + 9,889@11\n1,765,463@12 = 1,753,865@10 + 11,598@11\n");
  EXPECT_EQ(relations(plus("1,750,842"), "footing/definition"),
            "1,750,842@12 = 1,740,359@10 + 9,889@11 breaks\n1,765,463@12 = 1,753,865@10 + 11,598@11\n");
}

// ---------------------------------------------------------------- amounts per share

std::string per_share(std::string_view rows) {
  return "EARNINGS PER SHARE\n\n(in millions, except per share amounts)\n\n"
         "\tYear ended December 31,\t\n\t2024\t2023\n\tUSD\tUSD\nNet income\t400\t300\n" +
         std::string(rows);
}

TEST(FootingDefinition, OperationsAddUpUnderTheHeaderOfTheirBasis) {
  const std::string_view rows =
      "Basic earnings per share:\t\t\nContinuing operations\t1.75\t0.62\nDiscontinued "
      "operations\t0.09\t2.77\n"
      "Net income\t1.84\t3.39\nDiluted earnings per share:\t\t\nContinuing operations\t1.68\t0.61\n"
      "Discontinued operations\t0.09\t2.70\nNet income\t";
  EXPECT_EQ(relations(per_share(std::string(rows) + "1.77\t3.31\n"), "footing/definition"),
            "1.84@12 = 1.75@10 + 0.09@11\n3.39@12 = 0.62@10 + 2.77@11\n"
            "1.77@16 = 1.68@14 + 0.09@15\n3.31@16 = 0.61@14 + 2.70@15\n");
  // A cent may be lost in rounding, two may not.
  EXPECT_EQ(relations(per_share(std::string(rows) + "1.78\t3.33\n"), "footing/definition"),
            "1.84@12 = 1.75@10 + 0.09@11\n3.39@12 = 0.62@10 + 2.77@11\n"
            "1.78@16 = 1.68@14 + 0.09@15\n3.33@16 = 0.61@14 + 2.70@15 breaks\n");
}

TEST(FootingDefinition, OperationsAddUpWhereTheyAreTheHeaders) {
  EXPECT_EQ(
      relations(per_share("Continuing operations:\t\t\nDiluted earnings per share\t5.56\t0.91\n"
                          "Basic earnings per share\t5.60\t0.93\nDiscontinued operations:\t\t\n"
                          "Diluted earnings per share\t1.15\t0.23\nBasic earnings per share\t1.15\t0.24\n"
                          "Net earnings:\t\t\nDiluted earnings per share\t6.71\t1.14\n"
                          "Basic earnings per share\t6.75\t1.17\n"),
                "footing/definition"),
      "6.71@16 = 5.56@10 + 1.15@13\n1.14@16 = 0.91@10 + 0.23@13\n"
      "6.75@17 = 5.60@11 + 1.15@14\n1.17@17 = 0.93@11 + 0.24@14\n");
}

// "Net income" below the parts, without a header of its own, counts as they do.
TEST(FootingDefinition, AWholeGoesOnFromThePartsAboveIt) {
  const auto text = [](std::string_view total) {
    return "STATEMENTS OF INCOME\n\n(in millions, except per share amounts)\n\n"
           "\tYear ended December 31,\t\n\t2024\t2023\n\tUSD\tUSD\nNet income\t400\t300\n"
           "Basic earnings per share, continuing operations\t1.75\t0.62\n"
           "Earnings per share, discontinued operations\t0.09\t2.77\nEarnings per share\t" +
           std::string(total) + "\n";
  };
  EXPECT_EQ(relations(text("1.84\t3.39"), "footing/definition"),
            "1.84@11 = 1.75@9 + 0.09@10\n3.39@11 = 0.62@9 + 2.77@10\n");
  EXPECT_EQ(relations(text("1.84\t3.93"), "footing/definition"),
            "1.84@11 = 1.75@9 + 0.09@10\n3.93@11 = 0.62@9 + 2.77@10 breaks\n");
  // Dividends are no whole of the earnings above them.
  EXPECT_EQ(relations(text("1.84\t3.39\nDividends per share\t1.84\t3.39"), "footing/definition"),
            "1.84@11 = 1.75@9 + 0.09@10\n3.39@11 = 0.62@9 + 2.77@10\n");
}

// The parts stand below what they make, each basis apart.
TEST(FootingDefinition, OperationsBelowTheWholeThatTheyMake) {
  const auto text = [](std::string_view parts) {
    return per_share(
        "Basic net income per share:\t3.95\t0.53\n-Continuing operations\t1.28\t0.79\n"
        "-Discontinued operations\t2.67\t(0.26)\nDiluted net income per share:\t3.91\t0.53\n" +
        std::string(parts));
  };
  const std::string basic = "3.95@9 = 1.28@10 + 2.67@11\n0.53@9 = 0.79@10 + (0.26)@11\n";
  EXPECT_EQ(relations(text("-Continuing operations\t1.27\t0.79\n-Discontinued operations\t2.64\t(0.26)\n"),
                      "footing/definition"),
            basic + "3.91@12 = 1.27@13 + 2.64@14\n0.53@12 = 0.79@13 + (0.26)@14\n");
  // One column that breaks says nothing against the other alone: two must add up.
  EXPECT_EQ(relations(text("-Continuing operations\t1.27\t0.79\n-Discontinued operations\t2.46\t(0.26)\n"),
                      "footing/definition"),
            basic);
  // One part alone is no sum.
  EXPECT_EQ(relations(text("-Continuing operations\t3.91\t0.53\n"), "footing/definition"), basic);
}

TEST(FootingDefinition, WhatAdjustsAnAmountPerShareIsAddedToIt) {
  const std::string_view rows =
      "Reconciliation of diluted earnings per share:\t\t\nDiluted earnings per share, as "
      "reported\t3.52\t2.40\nRestructuring, net of tax\t0.31\t0.11\n"
      "Amortization of intangible assets, net of tax\t1.02\t0.98\nAdjusted diluted earnings per share\t";
  EXPECT_EQ(relations(per_share(std::string(rows) + "4.85\t3.49\n"), "footing/definition"),
            "4.85@13 = 3.52@10 + 0.31@11 + 1.02@12\n3.49@13 = 2.40@10 + 0.11@11 + 0.98@12\n");
  // Neither column adds up: it is not known what is added.
  EXPECT_EQ(relations(per_share(std::string(rows) + "5.85\t3.94\n"), "footing/definition"), "");
}

// ---------------------------------------------------------------- percentages

std::string in_percent(std::string_view rows) {
  return "SALES BY REGION, AS A PERCENTAGE OF REVENUES\n\n\tFor the year ended December 31,\t\t\n"
         "\t2022\t2023\t2024\n\t%\t%\t%\n" +
         std::string(rows);
}

TEST(FootingDefinition, PartsOfAWholeMakeAHundred) {
  const std::string_view rows =
      "North\t41.2%\t39.8%\t40.0%\nSouth\t36.5%\t37.1%\t36.0%\nAbroad\t22.3%\t23.1%\t";
  EXPECT_EQ(relations(in_percent(std::string(rows) + "24.0%\nTotal\t100.0%\t100.0%\t100.0%\n"),
                      "footing/definition"),
            "100.0%@9 = 41.2%@6 + 36.5%@7 + 22.3%@8\n100.0%@9 = 39.8%@6 + 37.1%@7 + 23.1%@8\n"
            "100.0%@9 = 40.0%@6 + 36.0%@7 + 24.0%@8\n");
  // Four rounded percentages may be off by two tenths together, not by three.
  EXPECT_EQ(relations(in_percent(std::string(rows) + "23.8%\nTotal\t100.0%\t100.0%\t100.0%\n"),
                      "footing/definition"),
            "100.0%@9 = 41.2%@6 + 36.5%@7 + 22.3%@8\n100.0%@9 = 39.8%@6 + 37.1%@7 + 23.1%@8\n"
            "100.0%@9 = 40.0%@6 + 36.0%@7 + 23.8%@8\n");
  EXPECT_EQ(relations(in_percent(std::string(rows) + "23.7%\nTotal\t100.0%\t100.0%\t100.0%\n"),
                      "footing/definition"),
            "100.0%@9 = 41.2%@6 + 36.5%@7 + 22.3%@8\n100.0%@9 = 39.8%@6 + 37.1%@7 + 23.1%@8\n"
            "100.0%@9 = 40.0%@6 + 36.0%@7 + 23.7%@8 breaks\n");
}

TEST(FootingDefinition, AStatementInPercentOfRevenuesAddsUpAsTheStatementDoes) {
  EXPECT_EQ(relations(in_percent("Revenues\t100.0%\t100.0%\t100.0%\nCost of revenues\t61.4%\t60.9%\t60.0%\n"
                                 "Gross profit\t38.6%\t39.1%\t40.0%\n"),
                      "footing/definition"),
            "38.6%@8 = 100.0%@6 - 61.4%@7\n39.1%@8 = 100.0%@6 - 60.9%@7\n40.0%@8 = 100.0%@6 - 60.0%@7\n");
}

// Margins beside each other are parts of nothing.
TEST(FootingDefinition, PercentagesWithoutAWholeAreNotAdded) {
  EXPECT_EQ(
      relations(in_percent("Gross margin, tools\t20.0%\t21.0%\t22.0%\nGross margin, machines\t10.0%\t9.0%\t"
                           "8.0%\nTotal\t30.0%\t30.0%\t30.0%\n"),
                "footing/definition"),
      "");
}

// ---------------------------------------------------------------- reported and adjusted percentages

std::string margins(std::string_view adjusted) {
  return "RECONCILIATION OF NON-GAAP MEASURES\n\n\tYear ended December "
         "31,\t\t\n\t2022\t2023\t2024\n\t%\t%\t%\n"
         "GAAP gross margin\t51.2%\t52.0%\t53.1%\nShare-based compensation\t0.8%\t0.9%\t0.9%\n"
         "Amortization\t1.1%\t1.0%\t0.7%\nNon-GAAP gross margin\t53.1%\t" +
         std::string(adjusted) + "\t54.7%\n";
}

TEST(FootingDefinition, AnAdjustedMarginIsTheReportedOneAndItsAdjustments) {
  const std::string first = "53.1%@9 = 51.2%@6 + 0.8%@7 + 1.1%@8\n";
  const std::string last = "54.7%@9 = 53.1%@6 + 0.9%@7 + 0.7%@8\n";
  EXPECT_EQ(relations(margins("53.9%"), "footing/definition"),
            first + "53.9%@9 = 52.0%@6 + 0.9%@7 + 1.0%@8\n" + last);
  // Four roundings make two tenths, not three.
  EXPECT_EQ(relations(margins("54.1%"), "footing/definition"),
            first + "54.1%@9 = 52.0%@6 + 0.9%@7 + 1.0%@8\n" + last);
  EXPECT_EQ(relations(margins("54.2%"), "footing/definition"),
            first + "54.2%@9 = 52.0%@6 + 0.9%@7 + 1.0%@8 breaks\n" + last);
}

// Of two years one adds up to the digit: the other is held to it, however it went wrong.
TEST(FootingDefinition, OfTwoColumnsOneMayShowWhatIsSummed) {
  const auto rates = [](std::string_view adjusted) {
    return "RECONCILIATION OF NON-GAAP MEASURES\n\n\tYear ended December 31,\t\n\t2023\t2024\n\t%\t%\n"
           "Reported operating margin\t11.9%\t12.4%\nRestructuring\t0.7%\t0.8%\nLegal matters\t0.2%\t0.1%\n"
           "Adjusted operating margin\t" +
           std::string(adjusted) + "\t13.3%\n";
  };
  const std::string second = "13.3%@9 = 12.4%@6 + 0.8%@7 + 0.1%@8\n";
  EXPECT_EQ(relations(rates("12.8%"), "footing/definition"),
            "12.8%@9 = 11.9%@6 + 0.7%@7 + 0.2%@8\n" + second);
  EXPECT_EQ(relations(rates("17.6%"), "footing/definition"),
            "17.6%@9 = 11.9%@6 + 0.7%@7 + 0.2%@8 breaks\n" + second);
}

}  // namespace
}  // namespace kcfin
