// footing/definition: basic + dilutive = diluted shares.
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

}  // namespace
}  // namespace kcfin
