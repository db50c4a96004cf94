// Names that have the same words.
#include "words/reworded.h"

#include <gtest/gtest.h>

namespace kcfin::words {
namespace {

TEST(Reworded, NamesOfTheSameWordsAreOne) {
  EXPECT_EQ(words_in_order("net revenues from games"), words_in_order("games net revenues"));
  EXPECT_EQ(words_in_order("gross margin for the licences"), words_in_order("licences  gross margin"));
  EXPECT_NE(words_in_order("net revenues from games"), words_in_order("gross revenues from games"));
  EXPECT_NE(words_in_order("other other income"), words_in_order("other income"));
  EXPECT_EQ(words_in_order("of the"), "");
}

}  // namespace
}  // namespace kcfin::words
