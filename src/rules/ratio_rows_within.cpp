// Margins of a segment or a region stand in its own table, with the two amounts that they divide: the column
// need not be known, nor the line be the whole company's.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/ratio_rows.h"
#include "rules/row_relations.h"
#include "statement/label_words.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// "Segment profit margin" is of the segment's profit, "Operating income as a percentage of net sales" says of
// what; "Percent of sales" is of the amount above it.
struct Sides {
  std::string part, whole;
};

class MarginsWithin {
 public:
  MarginsWithin(const Filing& filing, RuleId rule, Equations& out)
      : filing_(filing), rule_(rule), out_(out), held_(held_by(rule, out)) {}

  void run() {
    for (const Table& table : filing_.tables) {
      if (table.rows.size() > kMostRowsLookedUp) continue;
      for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
        if (!in_percent(table.rows[r])) continue;
        const auto sides = sides_of(table.rows[r].label);
        if (sides) relate_row(table, r, *sides);
      }
    }
  }

 private:
  [[nodiscard]] bool in_percent(const Row& row) const {
    return row.role != Role::header && std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
             return id != kNoFigure && filing_.figures[id].unit.measure == Measure::percent &&
                    !held_.contains(id);
           });
  }
  [[nodiscard]] bool in_money(const Row& row) const {
    return row.role != Role::header && std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
             return id != kNoFigure && filing_.figures[id].unit.measure == Measure::money;
           });
  }

  static std::optional<Sides> sides_of(std::string_view label) {
    static constexpr std::array<std::string_view, 6> kLinks = {
        "as a percentage of ", "as percentage of ", "as a % of ", "percentage of ", "percent of ", "% of "};
    const std::string text = lower(label);
    for (const std::string_view link : kLinks) {
      const std::size_t at = text.find(link);
      if (at != std::string::npos) return Sides{text.substr(0, at), text.substr(at + link.size())};
    }
    static constexpr std::array<std::string_view, 6> kEnds = {" margin (%)", " margin %", " margins",
                                                              " margin",     " (%)",      " %"};
    for (const std::string_view end : kEnds) {
      if (text.ends_with(end)) return Sides{text.substr(0, text.size() - end.size()), {}};
    }
    return std::nullopt;
  }

  static std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> out;
    if (text.empty()) return out;
    for (const std::string_view word : label::folded(text).meaning) {
      if (word != "total" && word != "gaap") out.emplace(word);
    }
    return out;
  }

  static bool names(const Row& row, const std::set<std::string>& words) {
    const std::set<std::string> own = words_of(row.label);
    return !words.empty() && std::includes(own.begin(), own.end(), words.begin(), words.end());
  }

  void relate_row(const Table& table, std::uint32_t r, const Sides& sides) {
    const auto part = part_of(table, r, words_of(sides.part));
    if (!part) return;
    for (const std::uint32_t whole : wholes_of(table, *part, words_of(sides.whole))) {
      std::vector<Equation> made;
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (of_changes(table.columns[c])) continue;
        auto equation = equation_of(table, r, *part, whole, c);
        if (equation) made.push_back(std::move(*equation));
      }
      const Fit fit = fit_of(filing_, made);
      if (fit.hold < 2 || fit.hold * 3 < fit.judged * 2) continue;
      return take_row(table.rows[r], rule_, std::move(made), out_);
    }
  }

  // Below two changes stands the change of the margin, in points.
  static bool of_changes(const Column& column) {
    static constexpr std::array<std::string_view, 5> kWords = {"change", "variance", "increase", "decrease",
                                                               "b/(w)"};
    const std::string heading = lower(column.printed);
    return column.difference || has_any(heading, kWords);
  }

  // The nearest amount above of those words, or the nearest of all where the label names none.
  [[nodiscard]] std::optional<std::uint32_t> part_of(const Table& table, std::uint32_t r,
                                                     const std::set<std::string>& words) const {
    for (std::uint32_t above = r; above-- > 0;) {
      const Row& row = table.rows[above];
      if (in_money(row) && (words.empty() || names(row, words))) return above;
    }
    return std::nullopt;
  }

  // What the label says the margin is of, else revenues or sales: above the part first, then below it.
  [[nodiscard]] std::vector<std::uint32_t> wholes_of(const Table& table, std::uint32_t part,
                                                     const std::set<std::string>& words) const {
    const auto fits = [&](std::uint32_t r) {
      const Row& row = table.rows[r];
      if (r == part || !in_money(row)) return false;
      return words.empty() ? names(row, {"revenue"}) || names(row, {"sale"}) : names(row, words);
    };
    std::vector<std::uint32_t> out;
    for (std::uint32_t above = part; above-- > 0 && out.empty();) {
      if (fits(above)) out.push_back(above);
    }
    for (std::uint32_t below = part + 1; below < table.rows.size(); ++below) {
      if (!fits(below)) continue;
      out.push_back(below);
      break;
    }
    return out;
  }

  [[nodiscard]] std::optional<Equation> equation_of(const Table& table, std::uint32_t r, std::uint32_t part,
                                                    std::uint32_t whole, std::size_t c) const {
    auto equation = quotient_of_rows(rule_, Relation::ratio, table, r, part, whole, c);
    if (!equation || held_.contains(equation->result)) return std::nullopt;
    const Figure &own = filing_.figures[equation->result],
                 &amount = filing_.figures[equation->terms[0].figure],
                 &base = filing_.figures[equation->terms[1].figure];
    if (own.unit.measure != Measure::percent || amount.unit.measure != Measure::money ||
        amount.unit != base.unit)
      return std::nullopt;
    // Costs printed negative may have positive shares.
    const bool turned = amount.value && own.value && amount.value->mantissa < 0 && own.value->mantissa > 0;
    if (turned) equation->terms[0].sign = -1;
    return equation;
  }

  const Filing& filing_;
  RuleId rule_;
  Equations& out_;
  std::set<FigureId> held_;  // by the rule already
};

}  // namespace

void relate_margins_within(const Filing& filing, RuleId rule, Equations& out) {
  MarginsWithin(filing, rule, out).run();
}

}  // namespace kcfin::rulebook
