// What nothing in a filing can lead to.
#include "words/standalone.h"

#include <gtest/gtest.h>

namespace kcfin::words {
namespace {

bool stands_alone(std::string_view label, std::string_view heading, Measure measure) {
  return !why_nothing_holds(label, heading, measure).empty();
}

TEST(Standalone, AgreedRatesPricesAndTermsFollowFromNothing) {
  EXPECT_TRUE(stands_alone("3.25% Senior Notes due 2031", "Effective Rate", Measure::percent));
  EXPECT_TRUE(stands_alone("Granted", "Options / Weighted-average exercise price", Measure::per_share));
  EXPECT_TRUE(stands_alone("Expected life (in years)", "2024", Measure::pure));
  EXPECT_TRUE(stands_alone("Cash dividends declared per share", "2024", Measure::per_share));
}

TEST(Standalone, OwnershipAndCountsFollowFromNothing) {
  EXPECT_TRUE(stands_alone("Nanjing Works Co., Ltd.", "Percentage of ownership", Measure::percent));
  EXPECT_TRUE(stands_alone("Number of stores", "2024", Measure::pure));
  EXPECT_TRUE(stands_alone("Total deliveries", "", Measure::pure));
}

TEST(Standalone, AChangeAtConstantRatesIsOfAmountsThatAreNotPrinted) {
  EXPECT_TRUE(stands_alone("Europe", "Change (CER)", Measure::percent_change));
  EXPECT_FALSE(stands_alone("Europe", "Change", Measure::percent_change));
}

TEST(Standalone, WhatACheckCouldHoldIsNone) {
  EXPECT_FALSE(stands_alone("Gross margin", "2024", Measure::percent));
  EXPECT_FALSE(stands_alone("Effective tax rate", "2024", Measure::percent));
  EXPECT_FALSE(stands_alone("Basic earnings per share", "2024", Measure::per_share));
  EXPECT_FALSE(stands_alone("Interest rate contracts", "2024", Measure::money));
  // A line above the last stands over several columns.
  EXPECT_FALSE(stands_alone("Granted", "Number and exercise price / Shares", Measure::shares));
}

}  // namespace
}  // namespace kcfin::words
