// Texts that are the same hash the same wherever they stand; of the others hardly any two do.
#include "values/text_hash.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace kcfin {
namespace {

TEST(TextHash, EveryByteCountsWhateverTheLength) {
  std::set<std::size_t> seen;
  std::size_t texts = 0;
  for (std::size_t length = 0; length <= 40; ++length) {
    const std::string text(length, 'a'), shifted = "x" + text + "x";
    EXPECT_EQ(TextHash{}(text), TextHash{}(std::string_view(shifted).substr(1, length)));
    seen.insert(TextHash{}(text));
    ++texts;
    for (std::size_t at = 0; at < length; ++at) {
      std::string other = text;
      other[at] = 'b';
      seen.insert(TextHash{}(other));
      ++texts;
    }
  }
  EXPECT_EQ(seen.size(), texts);
}

TEST(TextHash, SpreadsOverATable) {
  std::set<std::size_t> places;
  for (int i = 0; i < 1000; ++i)
    places.insert(TextHash{}("Revenue of segment " + std::to_string(i)) % 100'003);
  EXPECT_GT(places.size(), 980U);
}

}  // namespace
}  // namespace kcfin
