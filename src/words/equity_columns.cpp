// How the columns of a statement of changes in equity are named.
#include "words/equity_columns.h"

#include <algorithm>
#include <array>
#include <string>

#include "values/text.h"

namespace kcfin::words {
namespace {

// Lower case, without blanks: those of a heading may be lost.
std::string letters_of(std::string_view text) {
  std::string out = lower(text);
  std::erase_if(out, [](char c) { return c == ' ' || c == '/'; });
  return out;
}

}  // namespace

bool columns_of_equity(const Table& table) {
  static constexpr std::array<std::string_view, 17> kComponents = {
      "capital",         "reserve",          "retainedearnings", "accumulateddeficit", "treasury",
      "surplus",         "retainedloss",     "retainedprofit",   "ownshares",          "noncontrolling",
      "non-controlling", "minorityinterest", "totalequity",      "translation",        "comprehensive",
      "ordinaryshares",  "commonstock"};
  const auto named = std::count_if(table.columns.begin(), table.columns.end(), [](const Column& column) {
    const std::string letters = letters_of(column.printed);
    return std::any_of(kComponents.begin(), kComponents.end(),
                       [&](std::string_view component) { return has(letters, component); });
  });
  return named >= 3 && 2 * static_cast<std::size_t>(named) > table.columns.size();
}

}  // namespace kcfin::words
