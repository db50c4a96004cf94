// An amount per share is basic or diluted by its label, by the nearest header that says either, by the rows
// above it
// ("Diluted: continuing operations, discontinued operations" and their sum), or since the row below is the
// diluted one.
#include "statement/per_share_elements.h"

#include <string>

#include "statement/concept.h"
#include "values/text.h"

namespace kcfin::statement {
namespace {

enum class Sense : std::uint8_t { none, basic, diluted };

// Of a text that speaks of one and not of the other; "assuming dilution".
Sense sense_of(std::string_view text) {
  const bool basic = has(text, "basic"), diluted = has(text, "dilut");
  if (basic == diluted) return Sense::none;
  return basic ? Sense::basic : Sense::diluted;
}

// Whether the text speaks of both or of either.
bool speaks(std::string_view text) { return has(text, "basic") || has(text, "dilut"); }

Sense sense_of(const Row& row) {
  if (speaks(row.plain)) return sense_of(row.plain);
  for (auto header = row.section.rbegin(); header != row.section.rend(); ++header) {
    const std::string lowered = lower(*header);
    if (speaks(lowered)) return sense_of(lowered);
  }
  return Sense::none;
}

// What the row's figures are: those of its first.
Measure measure_of(const Filing& filing, const Row& row) {
  for (const FigureId id : row.cells) {
    if (id != kNoFigure) return filing.figures[id].unit.measure;
  }
  return Measure::unknown;
}

bool of_dividends(const Row& row) { return has(row.plain, "dividend"); }

// The amounts per share of one run of rows go on with the sense of the first.
Sense sense_above(const Filing& filing, const Table& table, std::size_t r) {
  if (!table.rows[r].label.empty() && !has(table.rows[r].plain, "discontinued")) return Sense::none;
  constexpr std::size_t kFarthest = 8;  // rows: a run has three or four
  const std::size_t last = r > kFarthest ? r - kFarthest : 0;
  while (r > last && measure_of(filing, table.rows[r - 1]) == Measure::per_share) {
    --r;
    if (of_dividends(table.rows[r])) return Sense::none;
    if (const Sense found = sense_of(table.rows[r]); found != Sense::none) return found;
  }
  return Sense::none;
}

// "Earnings per common share" over "Earnings per common share, assuming dilution".
Sense sense_below(const Filing& filing, const Table& table, std::size_t r) {
  if (r + 1 >= table.rows.size() || table.rows[r].label.empty() || speaks(table.rows[r].plain))
    return Sense::none;
  const Row& below = table.rows[r + 1];
  const bool diluted = measure_of(filing, below) == Measure::per_share &&
                       sense_of(below.plain) == Sense::diluted && !of_dividends(below);
  return diluted ? Sense::basic : Sense::none;
}

// What dilutes; "anti-dilutive shares excluded", "having no dilutive effect": what does not; "shares
// outstanding plus dilutive options": with what dilutes.
std::string_view element_of_dilutive(const Row& row) {
  if (has(row.plain, "anti") || has(row.plain, "no dilutive") || has(row.plain, "not dilutive"))
    return "AntidilutiveSecuritiesExcludedFromComputationOfEarningsPerShareAmount";
  return has(row.plain, "plus dilutive") ? "WeightedAverageNumberOfDilutedSharesOutstanding"
                                         : "WeightedAverageNumberDilutedSharesOutstandingAdjustment";
}

std::string_view element_of_count(const Row& row) {
  if (has(row.plain, "dilutive")) return element_of_dilutive(row);
  if (has(row.plain, "issued") || has(row.plain, "end of")) return {};
  const Sense sense = sense_of(row);
  if (sense == Sense::none) return {};
  return sense == Sense::basic ? "WeightedAverageNumberOfSharesOutstandingBasic"
                               : "WeightedAverageNumberOfDilutedSharesOutstanding";
}

// "Earnings per share from continuing operations" over "Basic earnings per share".
std::string_view of_continuing(const Row& row, const Concept& known) {
  if (row.section.empty() || has(row.plain, "continuing")) return {};
  const std::string header = lower(row.section.back());
  if (!has(header, "per share") || !has(header, "continuing") || has(header, "discontinu")) return {};
  if (known.name == "EarningsPerShareBasic") return "IncomeLossFromContinuingOperationsPerBasicShare";
  if (known.name == "EarningsPerShareDiluted") return "IncomeLossFromContinuingOperationsPerDilutedShare";
  return {};
}

std::string_view of_discontinued(Sense sense) {
  return sense == Sense::basic
             ? "DiscontinuedOperationIncomeLossFromDiscontinuedOperationNetOfTaxPerBasicShare"
             : "DiscontinuedOperationIncomeLossFromDiscontinuedOperationNetOfTaxPerDilutedShare";
}

}  // namespace

std::string_view element_by_measure(const Filing& filing, const Table& table, std::size_t r) {
  if (table.kind != TableKind::income_statement) return {};
  const Row& row = table.rows[r];
  const Concept* known = find_concept(row.concept_name);
  const Measure measure = measure_of(filing, row);
  if (measure == Measure::shares) return known == nullptr ? element_of_count(row) : std::string_view{};
  if (measure != Measure::per_share) return {};
  if (known != nullptr && known->nature == Nature::per_share) {
    if (known->name == "IncomeLossFromDiscontinuedOperationsNetOfTaxPerBasicShare")
      return of_discontinued(Sense::basic);
    if (known->name == "IncomeLossFromDiscontinuedOperationsNetOfTaxPerDilutedShare")
      return of_discontinued(Sense::diluted);
    return of_continuing(row, *known);
  }
  if (of_dividends(row)) return {};
  Sense sense = sense_of(row);
  if (sense == Sense::none && !speaks(row.plain)) sense = sense_above(filing, table, r);
  if (sense == Sense::none) sense = sense_below(filing, table, r);
  if (sense == Sense::none) return {};
  if (has(row.plain, "discontinued")) return of_discontinued(sense);
  if (has(row.plain, "continuing"))
    return sense == Sense::basic ? "IncomeLossFromContinuingOperationsPerBasicShare"
                                 : "IncomeLossFromContinuingOperationsPerDilutedShare";
  return sense == Sense::basic ? "EarningsPerShareBasic" : "EarningsPerShareDiluted";
}

}  // namespace kcfin::statement
