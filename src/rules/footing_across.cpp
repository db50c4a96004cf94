// footing/across: a row's total column against the columns that it sums.
//
// Segments, components of equity, classes of assets; as reported, adjustments, as restated; cost, accumulated
// depreciation, carrying amount. The headings say which column is the total; which columns it sums is one
// reading for the whole table, and most of its rows must bear it out.
#include <algorithm>
#include <array>
#include <optional>

#include "rules/across.h"
#include "rules/arithmetic.h"
#include "rules/column_names.h"
#include "rules/footing/amounts.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "rules/slipped_sum.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// Wider tables are no statements by component.
constexpr std::size_t kMostColumns = 40;

struct ColumnTerm {
  std::size_t column = 0;
  std::int8_t sign = 1;
};

// A total column and what it sums; `told` rows have amounts in two of its columns, `hold` of them add up,
// `slips` miss by a slip of the hand.
struct AcrossReading {
  std::size_t total = 0;
  std::vector<ColumnTerm> terms;
  int told = 0, hold = 0, slips = 0;
  bool by_levels = false;
};

class Across {
 public:
  Across(const Filing& filing, RuleId rule, Equations& out) : filing_(filing), rule_(rule), out_(out) {}

  void run() {
    for (const Table& table : filing_.tables) {
      if (table.columns.size() < 3 || table.columns.size() > kMostColumns) continue;
      for (const std::vector<std::size_t>& block : blocks_of(table)) relate_block(table, block);
    }
  }

 private:
  // ------------------------------------------------------------ headings

  // The columns of one period, unit and scale, where there are three of them: only their names tell them
  // apart.
  static std::vector<std::vector<std::size_t>> blocks_of(const Table& table) {
    std::vector<std::vector<std::size_t>> out;
    std::vector<bool> taken(table.columns.size(), false);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const Column& first = table.columns[c];
      if (taken[c] || first.difference || first.unit.measure == Measure::percent ||
          first.unit.measure == Measure::percent_change)
        continue;
      std::vector<std::size_t> block;
      for (std::size_t i = c; i < table.columns.size(); ++i) {
        const Column& other = table.columns[i];
        if (taken[i] || other.difference || other.unit != first.unit || other.period != first.period ||
            other.scale_power != first.scale_power)
          continue;
        taken[i] = true;
        block.push_back(i);
      }
      if (block.size() >= 3) out.push_back(std::move(block));
    }
    return out;
  }

  static bool names_total(std::string_view name) {
    static constexpr std::array<std::string_view, 12> kTotals = {
        "total",     "consolidated", "restated", "as adjusted",  "as revised",      "pro forma",
        "pro-forma", "non-gaap",     "combined", "net carrying", "carrying amount", "net book"};
    return has_any(name, kTotals) || name == "group" || name == "net";
  }
  enum class Stock : std::uint8_t { counted, amount };  // what a column of shares holds

  // Counts beside amounts: "Number of shares" in a statement of changes in equity.
  static bool names_count(std::string_view name, Stock stock = Stock::counted) {
    static constexpr std::array<std::string_view, 4> kCounts = {"number", "%", "per share", "units"};
    return (stock == Stock::counted && has(name, "shares")) || has_any(name, kCounts);
  }
  static bool names_deduction(std::string_view name) {
    static constexpr std::array<std::string_view, 6> kTakenOff = {
        "accumulated", "amortization", "depreciation", "allowance", "impairment", "less"};
    return has_any(name, kTakenOff) && !has(name, "income") && !has(name, "earnings");
  }

  // The levels of fair values: their headings say what they make up, and most rows stand in one of them
  // alone.
  static bool names_level(std::string_view name) {
    static constexpr std::array<std::string_view, 5> kLevels = {"level 1", "level 2", "level 3",
                                                                "quoted price", "observable"};
    return has_any(name, kLevels);
  }

  // ------------------------------------------------------------ readings

  void relate_block(const Table& table, const std::vector<std::size_t>& block) {
    const std::vector<std::string> names = own_names(table, block);
    if (std::all_of(names.begin(), names.end(), [](const std::string& name) { return name.empty(); }))
      return relate_nameless(table, block);
    for (std::size_t i = 0; i < block.size(); ++i) {
      if (names_count(names[i]) || !names_total(names[i])) continue;
      if (relate_levels(table, block, names, i)) continue;
      // "Ordinary shares" may head how many they are or what was paid in for them.
      auto runs = runs_of(names, i, Stock::counted);
      if (auto more = runs_of(names, i, Stock::amount); more != runs)
        runs.insert(runs.end(), more.begin(), more.end());
      relate_total(table, block, names, i, runs);
    }
  }

  // What the total at `total` may sum, as positions in the block: the columns since the total before it, all
  // columns before it, or that total and those since.
  static std::vector<std::vector<std::size_t>> runs_of(const std::vector<std::string>& names,
                                                       std::size_t total, Stock stock) {
    if (total == 0) return {parts_after(names, total, stock)};
    std::vector<std::size_t> parts, since;
    std::optional<std::size_t> last_total;
    for (std::size_t i = 0; i < total; ++i) {
      if (names_count(names[i], stock)) continue;
      if (names_total(names[i])) {
        last_total = i;
        since.clear();
      } else {
        parts.push_back(i);
        since.push_back(i);
      }
    }
    std::vector<std::vector<std::size_t>> runs = {since, parts};
    if (last_total) {
      runs.push_back(since);
      runs.back().insert(runs.back().begin(), *last_total);
    }
    return runs;
  }

  // Columns that lost their names: the last one is what the others make up, where every row of several shows
  // it.
  void relate_nameless(const Table& table, const std::vector<std::size_t>& block) {
    constexpr int kEnough = 4;
    AcrossReading reading;
    reading.total = block.back();
    for (std::size_t i = 0; i + 1 < block.size(); ++i) reading.terms.push_back({block[i], 1});
    fit(table, reading);
    if (reading.hold >= kEnough && borne_out(reading)) emit(table, reading);
  }

  static std::vector<std::size_t> parts_after(const std::vector<std::string>& names, std::size_t total,
                                              Stock stock) {
    std::vector<std::size_t> out;
    for (std::size_t i = total + 1; i < names.size() && !names_total(names[i]); ++i) {
      if (!names_count(names[i], stock)) out.push_back(i);
    }
    return out;
  }

  // The levels right before their total, or right behind it. They sum fair values: what stands beside them
  // may be carried at another amount.
  bool relate_levels(const Table& table, const std::vector<std::size_t>& block,
                     const std::vector<std::string>& names, std::size_t total) {
    if (!has(names[total], "total") && !has(names[total], "fair value")) return false;
    AcrossReading before, behind;
    before.total = behind.total = block[total];
    before.by_levels = behind.by_levels = true;
    for (std::size_t i = total; i-- > 0 && names_level(names[i]);) before.terms.push_back({block[i], 1});
    for (std::size_t i = total + 1; i < names.size() && names_level(names[i]); ++i)
      behind.terms.push_back({block[i], 1});
    std::reverse(before.terms.begin(), before.terms.end());
    for (AcrossReading* reading : {&before, &behind}) {
      if (reading->terms.size() < 2) continue;
      fit(table, *reading);
      if (!borne_out(*reading)) continue;
      emit(table, *reading);
      return true;
    }
    return false;
  }

  // The run that most rows bear out, with deductions printed positive taken off where that is so.
  void relate_total(const Table& table, const std::vector<std::size_t>& block,
                    const std::vector<std::string>& names, std::size_t total,
                    const std::vector<std::vector<std::size_t>>& runs) {
    AcrossReading best;
    for (const std::vector<std::size_t>& run : runs) {
      if (run.size() < 2) continue;
      for (const bool taken_off : {false, true}) {
        AcrossReading reading;
        reading.total = block[total];
        bool any = false;
        for (const std::size_t part : run) {
          const bool minus = taken_off && names_deduction(names[part]);
          any |= minus;
          reading.terms.push_back({block[part], static_cast<std::int8_t>(minus ? -1 : 1)});
        }
        if (taken_off && !any) continue;
        fit(table, reading);
        if (reading.hold > best.hold) best = std::move(reading);
      }
    }
    if (borne_out(best) || (best.hold == 1 && best.slips == 1 && best.told == 2)) emit(table, best);
  }

  // One row may be wrong, of many a fifth.
  static bool borne_out(const AcrossReading& reading) {
    return reading.hold >= 2 && (reading.hold >= reading.told - 1 || reading.hold * 5 >= reading.told * 4);
  }

  // What stands in one column only says nothing of how they add up, unless the headings do.
  void fit(const Table& table, AcrossReading& reading) const {
    for (const Row& row : table.rows) {
      const auto equation = equation_of(row, reading);
      if (!equation || !adds_amounts(filing_, *equation, reading.by_levels ? 1 : 2)) continue;
      const auto held = holds(filing_, *equation);
      if (!held) continue;
      ++reading.told;
      if (*held) ++reading.hold;
      if (!*held && misses_by_a_slip(filing_, *equation, Signs::borne_out)) ++reading.slips;
    }
  }

  [[nodiscard]] std::optional<Equation> equation_of(const Row& row, const AcrossReading& reading) const {
    const FigureId total = row.cells[reading.total];
    if (row.role == Role::header || total == kNoFigure || !adds_up(filing_.figures[total]) ||
        left_open(filing_, row))
      return std::nullopt;
    Equation equation;
    equation.rule = rule_;
    equation.relation = Relation::sum;
    equation.support = Support::both;
    equation.result = total;
    equation.reading = "the columns that it sums";
    for (const ColumnTerm& term : reading.terms) {
      const FigureId id = row.cells[term.column];
      if (id == kNoFigure) {
        ++equation.blanks;
      } else if (filing_.figures[id].unit == filing_.figures[total].unit) {
        equation.terms.push_back({id, term.sign});
      } else {
        return std::nullopt;  // a percentage among amounts
      }
    }
    if (equation.terms.empty()) return std::nullopt;
    return equation;
  }

  // A row whose total column alone is filled is missing in the columns below, so that their totals do not add
  // up across.
  [[nodiscard]] static bool some_row_stands_in_the_total_alone(const Table& table,
                                                               const AcrossReading& reading) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
      return row.role == Role::item && row.cells[reading.total] != kNoFigure &&
             std::all_of(reading.terms.begin(), reading.terms.end(),
                         [&](const ColumnTerm& term) { return row.cells[term.column] == kNoFigure; });
    });
  }

  void emit(const Table& table, const AcrossReading& reading) {
    const bool totals_too = !some_row_stands_in_the_total_alone(table, reading);
    for (const Row& row : table.rows) {
      if (row.role != Role::item && !totals_too) continue;
      auto equation = equation_of(row, reading);
      if (equation) out_.equations.push_back(std::move(*equation));
    }
  }

  const Filing& filing_;
  RuleId rule_;
  Equations& out_;
};

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  Across(input.filing(), rule, out).run();
  relate_parts_of_changes(input.filing(), rule, out);
}

}  // namespace

const Rule footing_across = {
    .id = "footing/across",
    .severity = Severity::error,
    .summary = "a row's total column against its components; reported + adjustments = adjusted",
    .checks =
        "Tables with several columns of one period that only their names tell apart: segments and their "
        "total, "
        "components of equity, as reported, adjustments and as restated, cost, accumulated depreciation and "
        "carrying amount. The headings say which column is a total. What it sums is the columns before it, "
        "since "
        "the total before, or that total and the columns since; most rows must bear the reading out. Of "
        "columns "
        "that lost their names the last one, where four rows are the sum of all before it. Levels of "
        "fair values make up their total by their headings. Columns of "
        "changes in percent against their parts: operations and currency, volume, price and acquisitions.",
    .arithmetic =
        "total = sum of its columns, those headed as deductions taken off where they are printed positive. "
        "Tolerance as in footing/total. Rows with an amount in one column only are no evidence.",
    .example =
        "Profit before tax of four segments 32,196 + 19,205 + 21,195 - 14,324 = 58,272, printed 85,272.",
    .advice =
        "Where the column of the total adds up too, both sums name the wrong figure; else compare the row "
        "with "
        "the segments' own figures.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
