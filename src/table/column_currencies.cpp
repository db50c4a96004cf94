// The currencies of the heading, dealt out to the columns; else what the figures, the unit line and the
// filing say.
#include "table/column_currencies.h"

#include <algorithm>

#include "table/column_figures.h"
#include "words/currency.h"

namespace kcfin::table {
namespace {

// "New Zealand dollars" over the labels, beside "$000s" over the columns; none where nothing is named
// there.
Currency currency_over_labels(const ColumnHeads& heads) {
  if (heads.draft.value_columns.front() == 0) return {};
  for (const HeadingRow& row : heads.draft.heading) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c].column != 0) continue;
      for (const Token& token : row.lexed[c].tokens) {
        if (token.word == Word::unit && !token.bare) return token.code;
      }
    }
  }
  return {};
}

// "Convenience translation into US dollars" over some columns of a filing kept in another currency says
// nothing of the others.
bool only_translations(const ColumnHeads& heads, const std::vector<Token>& units) {
  return heads.around.main_currency[0] != 0 &&
         std::all_of(units.begin(), units.end(), [&](const Token& unit) {
           return !unit.bare && unit.code == currency("USD") && unit.code != heads.around.main_currency;
         });
}

}  // namespace

void deal_unit_lines(ColumnHeads& heads) {
  if (heads.around.before.code[0] == 0 || heads.around.scale.code[0] == 0) return;
  std::vector<bool> translation(heads.amounts.size());
  for (std::size_t i = 0; i < heads.amounts.size(); ++i) {
    const Over& over = *heads.amounts[i];
    if (over.own_unit || over.year == 0) return;  // a unit beside the columns is the lines' own
    if (i == 0 || !heads.amounts[i - 1]->same_date(over)) continue;
    const auto column = [&](const Over* of) {
      return heads.draft.value_columns[static_cast<std::size_t>(of - heads.overs.data())];
    };
    if (!at_one_rate(heads.draft, column(heads.amounts[i - 1]), column(heads.amounts[i]))) return;
    translation[i] = true;
  }
  if (std::find(translation.begin(), translation.end(), true) == translation.end()) return;
  for (std::size_t i = 0; i < heads.amounts.size(); ++i) {
    const ScaleStatement& line = translation[i] ? heads.around.scale : heads.around.before;
    heads.amounts[i]->unit = line.code;
    heads.amounts[i]->scale = line.scale_power;
    heads.amounts[i]->own_unit = true;
    heads.amounts[i]->unit_lost = false;
    heads.amounts[i]->sources.unit = heads.amounts[i]->sources.scale = line.said;
  }
  heads.worked_out = true;
  heads.why = "a year that is given again is of the translation";
}

void deal_units(ColumnHeads& heads) {
  const std::vector<Token> units = in_order(heads.draft, Word::unit);
  const bool sound = std::all_of(heads.amounts.begin(), heads.amounts.end(),
                                 [](const Over* over) { return over->unit[0] != 0 && !over->unit_lost; });
  if ((!sound && !only_translations(heads, units)) || units.size() == heads.amounts.size())
    deal(units, heads.amounts, [](Over& over, const Token& token) {
      if (over.unit != token.code || over.unit_lost)
        over.sources.unit = "the currencies of the heading, taken in order";
      over.unit = token.code;
      over.shared_sign = token.bare;
      over.unit_lost = false;
    });
  const Currency named = currency_over_labels(heads);
  std::vector<Over*> money = heads.amounts;
  for (Over& over : heads.overs) {
    if (over.difference) money.push_back(&over);
  }
  for (Over* over : money) {
    if (over->shared_sign)
      over->unit = words::meant_by_sign(over->unit, named[0] != 0 ? named : heads.around.main_currency);
    if (over->unit[0] != 0) continue;
    const auto index = static_cast<std::size_t>(over - heads.overs.data());
    const auto take = [&](Currency code, const std::string& source) {
      if (over->unit[0] != 0 || code[0] == 0) return;
      over->unit = code;
      over->sources.unit = source;
    };
    take(printed_currency(heads.draft, heads.draft.value_columns[index], heads.around.main_currency),
         "the marks that its figures carry");
    take(heads.around.scale.code, heads.around.scale.said);
    take(heads.around.main_currency, "the currency that the document names most");
  }
}

}  // namespace kcfin::table
