// Slips of the hand, each with a figure that is none of its kind.
#include "values/slip.h"

#include <gtest/gtest.h>

namespace kcfin {
namespace {

Slip slip(std::int64_t printed, std::int64_t right) { return slip_between({printed, 0}, {right, 0}); }

TEST(Slip, IsNamedOnlyWhereTheFiguresShowIt) {
  EXPECT_EQ(slip(7245, 7425), Slip::transposed);
  EXPECT_EQ(slip(7245, 4275), Slip::transposed);  // neighbours or not
  EXPECT_EQ(slip(7245, 7454), Slip::none);
  EXPECT_EQ(slip(7245, 7945), Slip::digit);
  EXPECT_EQ(slip(-7245, 7245), Slip::sign);
  EXPECT_EQ(slip(-7245, 7945), Slip::none);
  EXPECT_EQ(slip(72, 72000), Slip::thousand);
  EXPECT_EQ(slip(-72, 72000), Slip::thousand);
  EXPECT_EQ(slip(72, 72431), Slip::thousand);  // in the other scale, rounded
  EXPECT_EQ(slip(72431, 72), Slip::thousand);
  EXPECT_EQ(slip(72, 73431), Slip::none);
  EXPECT_EQ(slip(7, 7431), Slip::none);
  EXPECT_EQ(slip(720, 72), Slip::ten);
  EXPECT_EQ(slip(7200, 72), Slip::none);
  EXPECT_EQ(slip(1111, 9876), Slip::none);
  EXPECT_EQ(slip(7245, 7245), Slip::none);
  EXPECT_EQ(slip(0, 7), Slip::none);
}

TEST(Slip, TellsADigitDoubledFromOneTooMany) {
  EXPECT_EQ(slip(725, 7245), Slip::missing);
  EXPECT_EQ(slip(77245, 7245), Slip::doubled);
  EXPECT_EQ(slip(72455, 7245), Slip::doubled);
  EXPECT_EQ(slip(79245, 7245), Slip::surplus);
  EXPECT_EQ(slip(72459, 7245), Slip::surplus);
  EXPECT_EQ(slip(97245, 7245), Slip::surplus);
  EXPECT_EQ(slip(79246, 7245), Slip::none);
  EXPECT_EQ(slip(72, 7), Slip::none);  // of one digit anything could be made
}

TEST(Slip, NeedsEqualDecimals) { EXPECT_EQ(slip_between({7245, 2}, {7425, 0}), Slip::none); }

TEST(Slip, TellsNothingOfSmallFigures) {
  EXPECT_FALSE(telling_slip({91, 0}, {19, 0}));
  EXPECT_FALSE(telling_slip({99, 0}, {98, 0}));
  EXPECT_TRUE(telling_slip({910, 0}, {190, 0}));
  EXPECT_TRUE(telling_slip({90, 0}, {900, 0}));
  EXPECT_FALSE(telling_slip({910, 0}, {777, 0}));
}

TEST(Slip, HasWordsForEach) {
  EXPECT_EQ(words_of(Slip::none), "");
  EXPECT_EQ(words_of(Slip::transposed), "two digits are transposed");
  EXPECT_EQ(words_of(Slip::surplus), "it has a digit too many");
}

}  // namespace
}  // namespace kcfin
