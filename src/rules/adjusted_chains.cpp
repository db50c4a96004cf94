// Only the labels of the ends are asked; that the columns add up is the caller's to see.
#include "rules/adjusted_chains.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// "GAAP diluted earnings per share", "As reported".
bool names_reported(std::string_view printed) {
  const std::string label = lower(printed);
  return has(label, "reported") || (has(label, "gaap") && !has(label, "non-gaap")) || label == "ifrs";
}

bool names_adjusted(std::string_view printed) {
  static constexpr std::array<std::string_view, 6> kWords = {"adjusted", "non-gaap",   "excluding",
                                                             "core ",    "normalized", "constant"};
  const std::string label = lower(printed);
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return has(label, word); });
}

std::vector<Footing> chains(const Filing& filing, const Table& table, bool (*adds)(const Figure&)) {
  constexpr std::size_t kLongest = 24;
  std::vector<Footing> out;
  std::vector<FootingTerm> open;  // from the row that the chain starts with
  for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
    const Row& row = table.rows[r];
    if (row.role == Role::header) continue;
    const bool counted = std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
      return id != kNoFigure && adds(filing.figures[id]);
    });
    const bool reported = names_reported(row.label), adjusted = !reported && names_adjusted(row.label);
    if (!counted || reported) {
      open.clear();
      if (counted) open.push_back({r, 1});
      continue;
    }
    if (open.empty()) continue;
    if (adjusted && open.size() >= 2 && open.size() <= kLongest) {
      Footing footing;
      footing.row = r;
      footing.terms = open;
      footing.reading = "the rows from \u201c" + table.rows[open.front().row].label + "\u201d on";
      out.push_back(std::move(footing));
    }
    if (adjusted) open.clear();
    open.push_back({r, static_cast<std::int8_t>(!adjusted && row.less ? -1 : 1)});
  }
  return out;
}

}  // namespace

std::vector<Footing> adjusted_footings(const Filing& filing, const Table& table, bool (*adds)(const Figure&),
                                       std::vector<Footing> structure) {
  std::vector<Footing> out = std::move(structure);
  std::erase_if(out, [&](const Footing& footing) {
    return footing.terms.size() < 2 || !names_adjusted(table.rows[footing.row].label);
  });
  for (Footing& chain : chains(filing, table, adds)) {
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const Footing& other) { return other.row == chain.row; });
    if (!known) out.push_back(std::move(chain));
  }
  return out;
}

}  // namespace kcfin::rulebook
