// The rate between an amount and its translation fixes every printed digit; that the digits behind the first
// one are right by chance is next to impossible.
#include "solve/footnote_marks.h"

#include <algorithm>
#include <string>

#include "values/text.h"

namespace kcfin::solving {
namespace {

// The amount without its first digit; empty where no digit before the point would be left, where a zero would
// lead, or where a separator stands behind the first digit.
std::optional<Decimal> without_first_digit(const Figure& figure) {
  const std::size_t first = figure.raw.find_first_of("0123456789");
  if (first == std::string_view::npos || first + 1 >= figure.raw.size() || !is_digit(figure.raw[first + 1]))
    return std::nullopt;
  const bool zero_leads = figure.raw[first + 1] == '0' && first + 2 < figure.raw.size() &&
                          (is_digit(figure.raw[first + 2]) || figure.raw[first + 2] == ',');
  const std::string digits = figure.value->size().text();
  if (zero_leads || !digits.starts_with(figure.raw[first])) return std::nullopt;
  const auto rest = Decimal::parse(std::string_view(digits).substr(1));
  if (!rest || rest->zero()) return std::nullopt;
  return figure.value->mantissa < 0 ? rest->negated() : *rest;
}

// Four digits or more without a separator of thousands: the form alone speaks of the mark. Elsewhere the
// author may have slipped, and a person should look.
bool lacks_separator(std::string_view raw) {
  const std::size_t first = std::min(raw.find_first_of("0123456789"), raw.size());
  std::size_t end = first;
  while (end < raw.size() && is_digit(raw[end])) ++end;
  return end - first >= 4;
}

struct Evidence {
  int translations = 0, translated = 0;  // equations of translation; those that hold
  int others = 0;                        // other equations that hold
};

Evidence evidence_of(const Network& network, FigureId id, const Values& values) {
  Evidence out;
  for (const EquationId equation : network.of(id)) {
    const bool holds = network.holds(equation, values);
    if (network.equation(equation).relation == Relation::translation) {
      ++out.translations;
      out.translated += holds ? 1 : 0;
    } else {
      out.others += holds ? 1 : 0;
    }
  }
  return out;
}

std::optional<Decimal> behind_the_mark(const Network& network, FigureId id, Values& values) {
  const Figure& figure = network.figure(id);
  if (figure.in_table() || figure.damage != Damage::none || !figure.value || !values[id]) return std::nullopt;
  const Evidence printed = evidence_of(network, id, values);
  if (printed.translations == 0 || printed.translated > 0 || printed.others > 0) return std::nullopt;
  const auto rest = without_first_digit(figure);
  if (!rest) return std::nullopt;
  values[id] = rest;
  const bool holds = evidence_of(network, id, values).translated > 0;
  values[id] = figure.value;
  return holds ? rest : std::nullopt;
}

}  // namespace

std::vector<Recovery> take_off_footnote_marks(Filing& filing, const Network& network, Values& values) {
  std::vector<Recovery> out;
  for (FigureId id = 0; id < filing.figures.size(); ++id) {
    const auto value = behind_the_mark(network, id, values);
    if (!value) continue;
    values[id] = value;
    Figure& figure = filing.figures[id];
    figure.damage = Damage::malformed;
    figure.status = Status::repaired;
    figure.value = value;
    out.push_back({id, true, lacks_separator(figure.raw), "its first digit is the mark of a footnote"});
  }
  return out;
}

}  // namespace kcfin::solving
