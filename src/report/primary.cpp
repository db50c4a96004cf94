// Places that print one fact are ranked by their statement, their heading and their digits.
#include "report/primary.h"

#include <map>
#include <tuple>

#include "report/facts.h"

namespace kcfin::report {
namespace {

// The lower, the sooner a table of this kind speaks for a fact.
int rank_of(TableKind kind, bool instant) {
  switch (kind) {
    case TableKind::income_statement:
      return 0;
    case TableKind::balance_sheet:
      return instant ? 0 : 2;
    case TableKind::cash_flow:
      return 1;
    case TableKind::changes_in_equity:
      return 3;
    case TableKind::highlights:
      return 4;
    case TableKind::non_gaap:
      return 5;
    case TableKind::note:
      return 6;
    case TableKind::other:
      break;
  }
  return 7;
}

struct Print {
  FigureId id;
  std::tuple<int, bool, int> rank;  // the lesser speaks for the fact
};

}  // namespace

std::vector<Primary> primaries_of(const Checked& checked) {
  std::vector<Primary> primaries(checked.filing.figures.size(), Primary::nameless);
  std::map<std::tuple<std::string_view, Period, std::string>, Print> best;
  for_each_fact(checked, [&](const Fact& fact) {
    const Figure& figure = fact.figure;
    const std::string_view element = fact.row.element_of(figure);
    if (element.empty() || !has_value(figure) || !figure.period.known() || fact.column.difference) return;
    primaries[fact.id] = Primary::no;
    const int coarseness = static_cast<int>(figure.scale_power) - static_cast<int>(figure.value->decimals);
    const Print print{fact.id,
                      {rank_of(fact.table.kind, figure.period.instant()),
                       fact.column.heading != Heading::read, coarseness}};
    const auto [there, fresh] = best.try_emplace({element, figure.period, figure.unit.text()}, print);
    if (!fresh && print.rank < there->second.rank) there->second = print;
  });
  for (const auto& [name, print] : best) primaries[print.id] = Primary::yes;
  return primaries;
}

}  // namespace kcfin::report
