// What a filing says of its roundings.
#include "statement/rounding_note.h"

#include <gtest/gtest.h>

namespace kcfin::statement {
namespace {

TEST(RoundingNote, AmountsAreCutOffWhereItSaysSo) {
  EXPECT_TRUE(says_amounts_are_rounded_down("(Figures of less than a million yen are rounded down.)"));
  EXPECT_TRUE(says_amounts_are_rounded_down(
      "The statements are in yen. All values are rounded down to the nearest million, unless noted."));
  EXPECT_TRUE(says_amounts_are_rounded_down("Amounts less than one thousand yen have been omitted."));
  EXPECT_TRUE(says_amounts_are_rounded_down("(Rounded down to the nearest million yen)"));
  EXPECT_TRUE(says_amounts_are_rounded_down("Fractions of one million yen are truncated."));
}

TEST(RoundingNote, NotWhereItSpeaksOfSomethingElse) {
  EXPECT_FALSE(says_amounts_are_rounded_down("All amounts are rounded to the nearest million."));
  EXPECT_FALSE(says_amounts_are_rounded_down("Disclosures on segments have been omitted."));
  EXPECT_FALSE(says_amounts_are_rounded_down(
      "Interests of less than a million dollars are listed. Others have been omitted."));
  EXPECT_FALSE(says_amounts_are_rounded_down(
      "The award of each officer is rounded down to the nearest thousand shares."));
}

}  // namespace
}  // namespace kcfin::statement
