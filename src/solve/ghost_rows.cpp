// Two things must meet: the form, which says that a row may be its neighbour's copy, and the equations of the
// filing, which know nothing of its figures. A row of a statement has its totals, its translation, its twin.
#include "solve/ghost_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "solve/row_evidence.h"
#include "statement/concept.h"
#include "values/text.h"

namespace kcfin::solving {
namespace {

constexpr std::size_t kMostSuspects = 64;

bool is_mark(char c) { return std::string_view(",.()-%").find(c) != std::string_view::npos; }

// How far the cells of a row repeat those above them. Texts are alike in shape where separators, points and
// parentheses stand at the same places, and digits, or what is misread for them, everywhere else.
struct Likeness {
  int cells = 0, alike = 0;         // pairs of cells; those of one shape
  int digits = 0, same_digits = 0;  // of the alike ones

  void add(std::string_view text, std::string_view above) {
    ++cells;
    if (text.size() != above.size()) return;
    int same = 0, all = 0;
    // Zeros that round both figures off are no sign of a copy.
    const auto after_zeros = [](std::string_view figure) {
      const std::size_t last = figure.find_last_of("123456789");
      return last == std::string_view::npos ? std::size_t{0} : last + 1;
    };
    const std::size_t tells = std::max(after_zeros(text), after_zeros(above));
    for (std::size_t i = 0; i < text.size(); ++i) {
      if ((is_mark(above[i]) || is_mark(text[i])) && above[i] != text[i]) return;
      if (!is_digit(above[i]) || i >= tells) continue;
      ++all;
      same += text[i] == above[i] ? 1 : 0;
    }
    ++alike;
    digits += all;
    same_digits += same;
  }

  // At least one digit in `share` is that above; of digits that have nothing to do with each other one in
  // ten.
  [[nodiscard]] bool repeats(int share) const {
    return alike > 0 && alike * 2 >= cells && digits > 0 && same_digits * share >= digits;
  }
};

Likeness likeness_of(const Tables& tables, const Row& row, const Row& above) {
  Likeness likeness;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i] == kNoFigure) continue;
    const Figure& figure = tables.figures[row.cells[i]];
    if (figure.dash) continue;
    if (above.cells[i] == kNoFigure) return {};
    likeness.add(figure.raw, tables.figures[above.cells[i]].raw);
  }
  return likeness;
}

// "Liabilities", "Mezzanine equity", "Liabilities and shareholders' equity": names of a balance sheet's
// parts.
bool names_part_of_balance_sheet(std::string_view plain) {
  static constexpr std::array<std::string_view, 16> kWords = {
      "asset",    "liability",  "equity",     "mezzanine",      "shareholder", "stockholder",
      "deficit",  "current",    "and",        "noncontrolling", "non",         "controlling",
      "interest", "noncurrent", "redeemable", "permanent"};
  bool names = false;
  while (!plain.empty()) {
    const std::size_t blank = std::min(plain.find(' '), plain.size());
    const std::string_view word = plain.substr(0, blank);
    if (std::find(kWords.begin(), kWords.end(), word) == kWords.end()) return false;
    names |= word == "asset" || word == "liability" || word == "equity" || word == "deficit";
    plain.remove_prefix(std::min(blank + 1, plain.size()));
  }
  return names;
}

// "Basic", "Diluted", but not "Diluted earnings per share", which needs no header.
bool says_only_how(std::string_view plain) {
  const bool measure = has(plain, "per ") || has(plain, "earning") || has(plain, "income") ||
                       has(plain, "loss") || has(plain, "share");
  return !measure && (plain.starts_with("basic") || plain.starts_with("diluted"));
}

// A table's totals, by what they name: asked for once a table has a row to ask about.
class Totals {
 public:
  explicit Totals(const Table& table) : table_(table) {}

  // Whether a row below this one is the total of what its label says.
  bool below(std::size_t at, const std::string& plain, const Concept* meaning) {
    if (!read_) read();
    const auto named = last_named_.find(plain);
    if (named != last_named_.end() && named->second > at) return true;
    const auto meant = meaning == nullptr ? last_meant_.end() : last_meant_.find(meaning);
    return meant != last_meant_.end() && meant->second > at;
  }

 private:
  void read() {
    read_ = true;
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const std::string total = normal_label(table_.rows[r].label);
      if (!total.starts_with("total ")) continue;
      last_named_[total.substr(6)] = r;
      if (const Concept* meaning = match_concept(table_.rows[r].label, TableKind::other))
        last_meant_[meaning] = r;
    }
  }

  const Table& table_;
  bool read_ = false;
  std::map<std::string, std::size_t> last_named_;
  std::map<const Concept*, std::size_t> last_meant_;
};

// The label of a row that should carry no figures, as it and the labels below it tell.
bool heads_rows(const Table& table, std::size_t at, Totals& totals) {
  const std::string& label = table.rows[at].label;
  if (label.empty()) return false;
  const std::string plain = normal_label(label);
  if (plain.empty() || has(plain, "total")) return false;
  if (names_part_of_balance_sheet(plain) || plain.starts_with("cash flow from") ||
      plain.starts_with("cash flow used"))
    return true;
  const bool how = has(plain, "basic") || has(plain, "diluted");
  if (how) return false;
  if (label.ends_with(':')) return true;
  if (at + 1 < table.rows.size() && says_only_how(normal_label(table.rows[at + 1].label))) return true;
  return totals.below(at, plain, match_concept(label, TableKind::other));
}

std::vector<GhostSuspect> suspects(const Tables& tables) {
  std::vector<GhostSuspect> out;
  for (std::size_t t = 0; t < tables.tables.size(); ++t) {
    const auto& rows = tables.tables[t].rows;
    std::optional<std::size_t> above;
    Totals totals(tables.tables[t]);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (rows[r].role == Role::header) continue;
      const Likeness likeness = above ? likeness_of(tables, rows[r], rows[*above]) : Likeness{};
      if (likeness.repeats(6) && out.size() < kMostSuspects && heads_rows(tables.tables[t], r, totals)) {
        out.push_back({rows[r].line, rows[r].cells, rows[*above].cells, likeness.repeats(2)});
      } else {
        above = r;
      }
    }
  }
  return out;
}

}  // namespace

std::vector<GhostSuspect> ghost_suspects(const Document& document, const Tables& tables) {
  // Markup prints what it means.
  const bool markup = std::any_of(document.tables.begin(), document.tables.end(),
                                  [](const RawTable& raw) { return raw.spans_known; });
  return markup ? std::vector<GhostSuspect>{} : suspects(tables);
}

std::vector<std::uint32_t> confirmed_ghosts(const std::vector<GhostSuspect>& suspects, const Filing& filing,
                                            const Equations& equations) {
  std::vector<RowAsked> rows;
  rows.reserve(suspects.size());
  for (const GhostSuspect& one : suspects) rows.push_back({one.cells, one.above});
  const std::vector<RowEvidence> evidence = evidence_of_rows(filing, equations, rows);
  std::vector<std::uint32_t> lines;
  for (std::size_t i = 0; i < suspects.size(); ++i) {
    if (evidence[i].holding == 0 || (suspects[i].close && evidence[i].broken > 0))
      lines.push_back(suspects[i].line);
  }
  return lines;
}

}  // namespace kcfin::solving
