// translation/cell: every US$ cell against the cell that it translates.
#include <algorithm>
#include <optional>

#include "rules/registry.h"
#include "rules/rule_input.h"
#include "rules/stated_rate.h"

namespace kcfin::rulebook {
namespace {

bool translatable(Measure measure) {
  return measure == Measure::money || measure == Measure::per_share || measure == Measure::per_ads;
}

// The column that a US$ column translates: the same period in the reporting currency, nearest to its left.
std::size_t source_column(const Table& table, std::size_t dollars, Currency from) {
  for (std::size_t step = 1; step <= table.columns.size(); ++step) {
    for (const int side : {-1, 1}) {
      const auto at = static_cast<std::ptrdiff_t>(dollars) + side * static_cast<std::ptrdiff_t>(step);
      if (at < 0 || at >= static_cast<std::ptrdiff_t>(table.columns.size())) continue;
      const Column& column = table.columns[static_cast<std::size_t>(at)];
      if (column.unit.measure == Measure::money && column.unit.code == from && column.period.known() &&
          column.difference == table.columns[dollars].difference &&
          column.period == table.columns[dollars].period)
        return static_cast<std::size_t>(at);
    }
  }
  return table.columns.size();
}

// What a US$ figure may be made of: an amount that was rounded to what is printed, one of which the rest was
// cut off.
struct Made {
  bool rounded = false, cut = false;
};

std::optional<Made> made_from(const Figure& amount, const Figure& dollars, const Rate& rate) {
  if (!amount.usable() || !dollars.usable() || amount.value->zero() || dollars.value->zero() ||
      amount.unit.measure != Measure::money || dollars.unit.measure != Measure::money)
    return std::nullopt;
  const auto power = power_of_ten(rate.rate.decimals);
  const auto printed = Interval::of(amount.value->size(), amount.scale_power);
  const auto translated = Interval::of(dollars.value->size(), dollars.scale_power);
  const auto middle_of = printed ? middle(*printed) : std::nullopt;
  if (!power || !translated || !middle_of) return std::nullopt;
  const auto meant = multiply(*translated, Interval::exact({rate.rate.mantissa, *power}));
  const auto half = subtract(Interval::exact(printed->high), Interval::exact(*middle_of));
  const auto above = half ? add(*printed, *half) : std::nullopt;
  const auto rounded = meant ? meets(*meant, *printed) : std::nullopt;
  const auto cut = meant && above ? meets(*meant, *above) : std::nullopt;
  if (!rounded || !cut) return std::nullopt;
  return Made{*rounded, *cut};
}

// Amounts are "rounded down to the nearest million yen": translations that were made before that tell it.
bool cut_off(const Filing& filing, const Table& table, std::size_t source, std::size_t dollars,
             const Rate& rate) {
  constexpr int kFewest = 5, kOften = 10;
  int rounded = 0, cut = 0;
  for (const Row& row : table.rows) {
    if (row.role == Role::header || row.cells[dollars] == kNoFigure || row.cells[source] == kNoFigure)
      continue;
    const auto made = made_from(filing.figures[row.cells[source]], filing.figures[row.cells[dollars]], rate);
    if (!made) continue;
    rounded += made->rounded && !made->cut ? 1 : 0;
    cut += made->cut && !made->rounded ? 1 : 0;
  }
  return cut >= kFewest && rounded * kOften <= cut;
}

void relate_cells(const RuleInput& input, RuleId rule, Equations& out) {
  const Filing& filing = input.filing();
  const Rate* rate = stated_rate(filing);
  for (const Table& table : filing.tables) {
    for (std::size_t dollars = 0; dollars < table.columns.size(); ++dollars) {
      const Column& column = table.columns[dollars];
      if (column.unit.measure != Measure::money || column.unit.currency_code() != "USD" ||
          !column.period.known())
        continue;
      const Currency from = rate != nullptr ? rate->from : reporting_currency(table);
      const std::size_t source = source_column(table, dollars, from);
      if (source == table.columns.size()) continue;
      const bool cut = rate != nullptr && cut_off(filing, table, source, dollars, *rate);
      for (const Row& row : table.rows) {
        if (row.role == Role::header || row.cells[dollars] == kNoFigure) continue;
        const FigureId result = row.cells[dollars];
        if (!translatable(filing.figures[result].unit.measure)) continue;
        const FigureId term = row.cells[source];
        const auto skip = [&](std::string reason) {
          out.skips.push_back({rule, result, filing.figures[result].at, std::move(reason)});
        };
        if (rate == nullptr) {
          skip("no exchange rate is stated");
        } else if (term == kNoFigure) {
          skip("the cell that it translates is blank");
        } else if (const auto made =
                       cut ? made_from(filing.figures[term], filing.figures[result], *rate) : std::nullopt;
                   made && made->cut && !made->rounded) {
          skip("the amounts of the column are cut off, not rounded");
        } else {
          Equation equation;
          equation.rule = rule;
          equation.relation = Relation::translation;
          equation.result = result;
          equation.terms = {{term, 1}};
          equation.rate = rate->rate;
          equation.reading = "the stated rate";
          out.equations.push_back(std::move(equation));
        }
      }
    }
  }
}

}  // namespace

const Rule translation_cell = {
    .id = "translation/cell",
    .severity = Severity::error,
    .summary = "a US$ cell against its RMB cell at the stated rate",
    .checks =
        "Every cell of a US$ column beside a column of the same period in the reporting currency, per-share "
        "figures too.",
    .arithmetic =
        "US$ = RMB / rate, both as intervals. A US$ figure also agrees where it is the footing of US$ "
        "figures that "
        "agree, repeats one that agrees for the same amount, or is a plug: a leaf a little off its quotient "
        "so that "
        "its column adds up to the digit (a note). Where the US$ figures of a column show that its amounts "
        "were "
        "cut off, not rounded, what only that explains is skipped.",
    .example =
        "Impairment of long-lived assets RMB185,135 translated as US$8,031 at 7.2513: 185,135 / 7.2513 = "
        "25,531.",
    .advice =
        "Look for the printed figure in a neighbouring row: a figure copied from there is the usual slip.",
    .relate = relate_cells,
};

}  // namespace kcfin::rulebook
