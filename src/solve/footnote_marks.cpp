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

constexpr std::uint8_t kTenthsOfACent = 3;  // decimals

bool in_tenths_of_a_cent(const Figure& figure) {
  const bool per_share = figure.unit.measure == Measure::per_share || figure.unit.measure == Measure::per_ads;
  return per_share && figure.value && figure.value->decimals >= kTenthsOfACent;
}

// "$0.071 per share" for $0.07: an amount per share in tenths of a cent, without its last digit. Two digits
// leave room for much else: only where no other amount per share is so fine, the one that it translates not
// either.
std::optional<Decimal> without_last_digit(const Network& network, FigureId id, std::ptrdiff_t as_fine) {
  const Figure& figure = network.figure(id);
  if (as_fine != 1 || !in_tenths_of_a_cent(figure) || figure.value->decimals != kTenthsOfACent ||
      figure.value->mantissa % 10 == 0)
    return std::nullopt;
  return Decimal{figure.value->mantissa / 10, static_cast<std::uint8_t>(kTenthsOfACent - 1)};
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

struct Behind {
  Decimal value;
  bool first = true;  // the mark stands before it
};

std::optional<Behind> behind_the_mark(const Network& network, FigureId id, std::ptrdiff_t as_fine,
                                      Values& values) {
  const Figure& figure = network.figure(id);
  if (figure.in_table() || figure.damage != Damage::none || !figure.value || !values[id]) return std::nullopt;
  const Evidence printed = evidence_of(network, id, values);
  if (printed.translations == 0 || printed.translated > 0 || printed.others > 0) return std::nullopt;
  for (const bool first : {true, false}) {
    const auto rest = first ? without_first_digit(figure) : without_last_digit(network, id, as_fine);
    if (!rest) continue;
    values[id] = rest;
    const bool holds = evidence_of(network, id, values).translated > 0;
    values[id] = figure.value;
    if (holds) return Behind{*rest, first};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Recovery> take_off_footnote_marks(Filing& filing, const Network& network, Values& values) {
  std::vector<Recovery> out;
  const auto as_fine = std::count_if(filing.figures.begin(), filing.figures.end(), in_tenths_of_a_cent);
  for (FigureId id = 0; id < filing.figures.size(); ++id) {
    const auto behind = behind_the_mark(network, id, as_fine, values);
    if (!behind) continue;
    const std::optional<Decimal> value = behind->value;
    values[id] = value;
    Figure& figure = filing.figures[id];
    figure.damage = Damage::malformed;
    figure.status = Status::repaired;
    figure.value = value;
    out.push_back({id, true, !behind->first || lacks_separator(figure.raw),
                   behind->first ? "its first digit is the mark of a footnote"
                                 : "its last digit is the mark of a footnote"});
  }
  return out;
}

}  // namespace kcfin::solving
