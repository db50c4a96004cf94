// footing/across over percentages: a change and what it is made of.
//
// "Total Change" beside "Operations" and "Currency"; "Reported" beside "Volume", "Price / Mix", "Currency",
// "Acquisitions". The headings name the parts, one of them the currency or the acquisitions; most rows must
// bear the reading out.
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "rules/across.h"
#include "rules/arithmetic.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

enum class Name : std::uint8_t { none, total, part, outside };  // outside: currency, acquisitions

class ChangeParts {
 public:
  ChangeParts(const Filing& filing, RuleId rule, Equations& out) : filing_(filing), rule_(rule), out_(out) {}

  void run() {
    for (const Table& table : filing_.tables) {
      if (table.columns.size() >= 3 && table.columns.size() <= kMostColumns) relate_table(table);
    }
  }

 private:
  static constexpr std::size_t kMostColumns = 40;

  // What the last line of a heading says.
  static Name name_of(const Column& column) {
    static constexpr std::array<std::string_view, 7> kOutside = {
        "currency", "exchange", "translation", "acquisition", "divestiture", "disposal", "perimeter"};
    static constexpr std::array<std::string_view, 9> kParts = {
        "operation", "organic", "volume", "price", "pricing", "mix", "comparable", "underlying", "other"};
    static constexpr std::array<std::string_view, 5> kTotals = {"total", "reported", "(gaap)", "sales growth",
                                                                "sales change"};
    const std::string heading = lower(column.printed);
    const std::size_t slash = heading.rfind(" / ");
    const std::string_view last =
        std::string_view(heading).substr(slash == std::string::npos ? 0 : slash + 3);
    if (has(last, "constant") || has(last, "excluding")) return Name::part;
    if (has_any(last, kOutside)) return Name::outside;
    if (has_any(last, kParts)) return Name::part;
    return has_any(last, kTotals) ? Name::total : Name::none;
  }

  // The parts stand in one run, behind the total or before it.
  void relate_table(const Table& table) {
    std::vector<Name> names;
    for (const Column& column : table.columns) names.push_back(name_of(column));
    for (std::size_t total = 0; total < names.size(); ++total) {
      if (names[total] != Name::total) continue;
      std::vector<std::size_t> behind, before;
      for (std::size_t c = total + 1; c < names.size() && is_part(names[c]); ++c) behind.push_back(c);
      for (std::size_t c = total; c-- > 0 && is_part(names[c]);) before.push_back(c);
      if (!relate_run(table, names, total, behind)) relate_run(table, names, total, before);
    }
  }

  static bool is_part(Name name) { return name == Name::part || name == Name::outside; }

  bool relate_run(const Table& table, const std::vector<Name>& names, std::size_t total,
                  const std::vector<std::size_t>& parts) {
    constexpr int kEnough = 3;
    const auto outside = [&](std::size_t c) { return names[c] == Name::outside; };
    if (parts.size() < 2 || std::none_of(parts.begin(), parts.end(), outside)) return false;
    std::vector<Equation> equations;
    Fit fit;
    for (const Row& row : table.rows) {
      auto equation = equation_of(row, total, parts);
      if (!equation) continue;
      if (adds_amounts(filing_, *equation)) fit.count(holds(filing_, *equation));
      equations.push_back(std::move(*equation));
    }
    if (fit.hold < kEnough || (fit.hold < fit.judged - 1 && fit.hold * 5 < fit.judged * 4)) return false;
    for (Equation& equation : equations) out_.equations.push_back(std::move(equation));
    return true;
  }

  [[nodiscard]] bool in_percent(FigureId id) const {
    const Measure measure = filing_.figures[id].unit.measure;
    return measure == Measure::percent || measure == Measure::percent_change;
  }

  [[nodiscard]] std::optional<Equation> equation_of(const Row& row, std::size_t total,
                                                    const std::vector<std::size_t>& parts) const {
    const FigureId result = row.cells[total];
    if (row.role == Role::header || result == kNoFigure || !in_percent(result)) return std::nullopt;
    Equation equation;
    equation.rule = rule_;
    equation.relation = Relation::sum;
    equation.support = Support::both;
    equation.result = result;
    equation.reading = "the columns that it is made of";
    for (const std::size_t part : parts) {
      const FigureId id = row.cells[part];
      if (id == kNoFigure || !in_percent(id)) return std::nullopt;  // "*", too large to be said
      equation.terms.push_back({id, 1});
    }
    return equation;
  }

  const Filing& filing_;
  RuleId rule_;
  Equations& out_;
};

}  // namespace

void relate_parts_of_changes(const Filing& filing, RuleId rule, Equations& out) {
  ChangeParts(filing, rule, out).run();
}

}  // namespace kcfin::rulebook
