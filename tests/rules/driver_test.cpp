// What a measure that is named as a cause does to the one that it explains.
#include "rules/driver.h"

#include <gtest/gtest.h>

namespace kcfin::rulebook {
namespace {

Direction effect(std::string_view cause, std::string_view explained, Direction direction = Direction::up) {
  return effect_of(driver_of(cause), driver_of(explained), direction);
}

TEST(Drivers, AreToldByTheNounThatHeadsThem) {
  EXPECT_EQ(driver_of("revenues from licences"), Driver::revenue);
  EXPECT_EQ(driver_of("average selling prices of bulbs"), Driver::revenue);
  EXPECT_EQ(driver_of("Cost of revenues"), Driver::cost);
  EXPECT_EQ(driver_of("headcount of engineers"), Driver::charge);
  EXPECT_EQ(driver_of("number of employees"), Driver::charge);
  EXPECT_EQ(driver_of("number of paying users"), Driver::volume);
  EXPECT_EQ(driver_of("unit sales"), Driver::volume);
  EXPECT_EQ(driver_of("gross margin of tugs"), Driver::margin);
  EXPECT_EQ(driver_of("net loss"), Driver::loss);
}

TEST(Drivers, MoreOfWhatIsTakenOffIsLess) {
  EXPECT_EQ(effect("fuel costs", "gross profit"), Direction::down);
  EXPECT_EQ(effect("fuel costs", "gross margin"), Direction::down);
  EXPECT_EQ(effect("fuel costs", "net loss"), Direction::up);
  EXPECT_EQ(effect("revenues", "net loss"), Direction::down);
  EXPECT_EQ(effect("headcount", "operating expenses", Direction::down), Direction::down);
  EXPECT_EQ(effect("sales volume", "cost of revenues"), Direction::up);
  EXPECT_EQ(effect("number of users", "net revenues"), Direction::up);
}

// Rents may be what is earned; more units may earn less each; taxes, capitalised costs and reversals count
// backwards.
TEST(Drivers, WhatWorksEitherWayIsNotTold) {
  EXPECT_EQ(effect("rents", "gross profit"), Direction::none);
  EXPECT_EQ(effect("commissions", "net revenues"), Direction::none);
  EXPECT_EQ(effect("sales volume", "gross profit"), Direction::none);
  EXPECT_EQ(effect("revenues", "gross margin"), Direction::none);
  EXPECT_EQ(effect("revenues", "operating expenses"), Direction::none);
  EXPECT_EQ(driver_of("capitalised costs"), Driver::unknown);
  EXPECT_EQ(driver_of("deferred revenues"), Driver::unknown);
  EXPECT_EQ(driver_of("income tax expenses"), Driver::unknown);
  EXPECT_EQ(driver_of("reversal of impairment costs"), Driver::unknown);
  EXPECT_EQ(driver_of("gross profit and marketing expenses"), Driver::unknown);
  EXPECT_EQ(driver_of("cash costs per ton"), Driver::unknown);
  EXPECT_EQ(driver_of("unit costs"), Driver::unknown);
  EXPECT_EQ(driver_of("investments in robots"), Driver::unknown);
  EXPECT_EQ(driver_of("research and development investments"), Driver::charge);
  EXPECT_EQ(driver_of("strict control over costs"), Driver::unknown);
  EXPECT_EQ(driver_of("research and development expenses"), Driver::cost);
  EXPECT_EQ(driver_of("headcount and rental costs"), Driver::cost);
  EXPECT_EQ(driver_of("Sales and marketing expenses"), Driver::cost);
  EXPECT_EQ(driver_of(""), Driver::unknown);
}

}  // namespace
}  // namespace kcfin::rulebook
