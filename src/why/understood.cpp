// What is understood of a figure: its row, its column, its statement; or the sentence that it stands in.
#include <fmt/format.h>

#include "solve/wording.h"
#include "statement/concept.h"
#include "values/scale_word.h"
#include "why/stations.h"

namespace kcfin::why {
namespace {

// "ProfitLoss, by the catalogue", "AdjustedEBITDA, a measure of the program’s own".
std::string concept_words(std::string_view name) {
  constexpr std::string_view kOwn = "kcfin:";
  return name.starts_with(kOwn) ? fmt::format("{}, a measure of the program’s own", name.substr(kOwn.size()))
                                : fmt::format("{}, by the catalogue", name);
}

std::string meaning_line(const Row& row) {
  if (row.concept_name.empty()) return "no line of the catalogue has it: it is held by its words alone";
  std::string text = "means " + concept_words(row.concept_name);
  if (!row.element.empty() && row.element != row.concept_name)
    text += fmt::format("; filers report it as {}", row.element);
  return text;
}

std::string_view role_words(Role role) {
  switch (role) {
    case Role::header:
      return "a header";
    case Role::item:
      return "an item";
    case Role::subtotal:
      return "a subtotal";
    case Role::total:
      break;
  }
  return "a total";
}

std::string_view kind_words(TableKind kind) {
  switch (kind) {
    case TableKind::income_statement:
      return "an income statement";
    case TableKind::balance_sheet:
      return "a balance sheet";
    case TableKind::cash_flow:
      return "a statement of cash flows";
    case TableKind::changes_in_equity:
      return "a statement of changes in equity";
    case TableKind::non_gaap:
      return "a table of non-GAAP measures";
    case TableKind::highlights:
      return "a table of highlights";
    case TableKind::note:
      return "a table of a note";
    case TableKind::other:
      break;
  }
  return "a table of no kind that is known";
}

std::string_view measure_words(const Figure& figure) {
  switch (figure.unit.measure) {
    case Measure::per_share:
      return "money per share";
    case Measure::per_ads:
      return "money per ADS";
    case Measure::shares:
      return "a count of shares";
    case Measure::percent:
    case Measure::percent_change:
      return "a percentage";
    case Measure::pure:
      return "a count or a ratio";
    case Measure::money:
    case Measure::unknown:
      break;
  }
  return "money";
}

std::string scale_name(std::uint8_t power) {
  if (power == 0) return "single units";
  const std::string_view word = scale_word(power);
  return word.empty() ? fmt::format("10^{}", power) : std::string(word);
}

std::string from(const std::string& source) { return source.empty() ? source : ", from " + source; }

void add_heading(const Column& column, Station& station) {
  station.lines.push_back(column.printed.empty()
                              ? "no words stand over it"
                              : fmt::format("{}, line {}", quoted(column.printed), column.at.line));
  if (column.heading == Heading::worked_out) station.lines.push_back("worked out: " + column.why);
  if (column.heading == Heading::unknown) station.lines.push_back("not understood: " + column.why);
}

std::string_view claim_words(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::amount:
      return "an amount";
    case ClaimKind::change:
      return "a change";
    case ClaimKind::point_change:
      return "a change in points";
    case ClaimKind::margin:
      return "a margin";
    case ClaimKind::share:
      return "a share of a whole";
    case ClaimKind::per_share:
      return "an amount per share";
    case ClaimKind::count:
      break;
  }
  return "a count";
}

// A figure of a row as the station names it: "“Revenues”, RMB, six months to 2024-06-30: 3,796,909 (55:33)".
std::string named(const Filing& filing, FigureId id) {
  return fmt::format("{}: {} ({})", solving::figure_name(filing, id), quoted(filing.figures[id].raw),
                     place_text(filing.figures[id].at));
}

const Claim* claim_of(const Filing& filing, FigureId id) {
  for (const Claim& claim : filing.claims) {
    if (claim.figure == id || claim.translation == id || claim.current == id || claim.base == id)
      return &claim;
  }
  return nullptr;
}

void add_row_of(const Filing& filing, const Claim& claim, Station& station) {
  if (claim.row_figure != kNoFigure) {
    station.lines.push_back("names the row " + named(filing, claim.row_figure));
    for (const FigureId other : claim.other_rows)
      station.lines.push_back("or, as it prints the same, " + named(filing, other));
  } else {
    station.lines.push_back("names no row: " + (claim.unresolved.empty() ? std::string("none was looked for")
                                                                         : claim.unresolved));
  }
}

}  // namespace

Station row_station(const Asked& asked) {
  Station station{"row", {}};
  const Figure& figure = asked.figure();
  const Row& row = asked.filing().tables[figure.table].rows[figure.row];
  const RawCell* printed = raw_cell_at(asked.checked.document, row.at);
  if (row.label.empty()) {
    station.lines.emplace_back("no label stands before it");
  } else if (row.label_lost) {
    station.lines.push_back(quoted(row.label) + ": the table lost its labels, its figures gave this one");
  } else {
    station.lines.push_back(
        fmt::format("{}, line {}", quoted(printed != nullptr ? printed->text : row.label), row.at.line));
    if (printed != nullptr && printed->text != row.label)
      station.lines.push_back("the label is " + quoted(row.label) +
                              (row.label.size() > printed->text.size()
                                   ? ": it goes on in another line"
                                   : ": marks before and behind it are gone"));
    station.lines.push_back("compared as " + quoted(row.plain));
    station.lines.push_back(meaning_line(row));
  }
  std::string above;
  for (const std::string& header : row.section) above += (above.empty() ? "" : " › ") + quoted(header);
  if (!above.empty()) station.lines.push_back("stands under " + above);
  station.lines.push_back(fmt::format("{}{}", role_words(row.role), row.less ? ", taken off" : ""));
  return station;
}

Station column_station(const Asked& asked) {
  Station station{"column", {}};
  const Figure& figure = asked.figure();
  const Column& column = asked.filing().tables[figure.table].columns[figure.column];
  add_heading(column, station);
  if (column.period.known())
    station.lines.push_back("period: " + solving::period_text(column.period) + from(column.sources.period));
  const std::string unit = column.unit.text();
  if (!unit.empty()) station.lines.push_back("unit: " + unit + from(column.sources.unit));
  station.lines.push_back("scale: " + scale_name(column.scale_power) +
                          (column.scale_power > 0 ? from(column.sources.scale) : std::string()));
  if (column.difference) station.lines.emplace_back("holds differences between two other columns");
  if (figure.period != column.period && figure.period.known())
    station.lines.push_back("the row has a date of its own: " + solving::period_text(figure.period));
  if (figure.unit != column.unit || figure.scale_power != column.scale_power)
    station.lines.push_back(fmt::format(
        "the figure is {} ({}, {}): its row or its own marks say so", measure_words(figure),
        figure.unit.text().empty() ? "no unit" : figure.unit.text(), scale_name(figure.scale_power)));
  return station;
}

Station statement_station(const Asked& asked) {
  const Figure& figure = asked.figure();
  const Table& table = asked.filing().tables[figure.table];
  Station station{"statement", {}};
  station.lines.push_back(fmt::format("t{}, {}, lines {} to {}{}", figure.table + 1, kind_words(table.kind),
                                      table.first_line, table.last_line,
                                      table.notes_section ? ", behind the heading of the notes" : ""));
  station.lines.push_back(table.title.empty() ? "without a title: told by its rows"
                                              : "titled " + quoted(table.title));
  return station;
}

Station claim_station(const Asked& asked) {
  Station station{"sentence", {}};
  const Filing& filing = asked.filing();
  const Claim* claim = claim_of(filing, asked.id);
  if (claim == nullptr) {
    station.lines.emplace_back("an amount that no claim of its sentence uses");
    return station;
  }
  std::string head =
      fmt::format("{}{} of {}", claim->approximate ? "about: " : "", claim_words(claim->kind),
                  claim->metric.phrase.empty() ? "no metric that is named" : quoted(claim->metric.phrase));
  if (!claim->metric.concept_name.empty())
    head += ", which means " + concept_words(claim->metric.concept_name);
  station.lines.push_back(std::move(head));
  if (claim->figure != asked.id)
    station.lines.push_back("beside " + named(filing, claim->figure == kNoFigure ? asked.id : claim->figure));
  const Figure& figure = asked.figure();
  const std::string unit = figure.unit.text();
  station.lines.push_back(joined({figure.value ? figure.value->grouped() : std::string("no value"), unit,
                                  figure.scale_power > 0 ? scale_name(figure.scale_power) : std::string(),
                                  solving::period_text(figure.period)}));
  if (claim->scale_missing) station.lines.emplace_back("a scale word is missing while its digits fit");
  if (claim->base_period.known())
    station.lines.push_back("against " + solving::period_text(claim->base_period));
  if (claim->period_in_doubt) station.lines.emplace_back("nothing says for sure which period it is of");
  if (claim->misnamed)
    station.lines.push_back("its words name one metric and print the figure of " + quoted(claim->subject));
  if (!claim->doubt.empty()) station.lines.push_back("in doubt: " + claim->doubt);
  add_row_of(filing, *claim, station);
  return station;
}

}  // namespace kcfin::why
