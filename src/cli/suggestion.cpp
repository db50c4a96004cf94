// Nearness of words: how many letters were mistyped, left out, doubled or swapped.
#include "cli/suggestion.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace kcfin::cli {
namespace {

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

// Optimal string alignment distance, letters of either case alike.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1])) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

constexpr std::size_t kLongestWord = 64;

}  // namespace

std::string_view nearest(std::string_view given, std::span<const std::string_view> known) {
  if (given.empty() || given.size() > kLongestWord) return {};
  std::string_view best;
  std::size_t least =
      given.size() / 3 + 2;  // a third of the letters and one more: farther off is another word
  for (const std::string_view word : known) {
    // A part of a rule's name is enough: "prose" is not near "tie/prose" by letters.
    const std::size_t far = word.ends_with(given) || word.starts_with(given) ? 1 : distance(given, word);
    if (far < least) {
      least = far;
      best = word;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view given, std::span<const std::string_view> known) {
  const std::string_view word = nearest(given, known);
  return word.empty() ? std::string() : "; did you mean " + std::string(word) + "?";
}

}  // namespace kcfin::cli
