// Measure, currency and scale of an amount.
#include "prose/stated_figure.h"

#include "prose/noun_phrase.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::prose {
Per per_of(std::string_view phrase) {
  if (phrase.find("per ") == std::string_view::npos && phrase.find("EPS") == std::string_view::npos)
    return Per::none;
  std::string text = lower(phrase);
  for (const std::string_view words : {"basic and diluted ", "fully diluted ", "diluted ", "basic "}) {
    const std::size_t at = text.find("per " + std::string(words));
    if (at != std::string::npos) text.erase(at + 4, words.size());  // "earnings per diluted share"
  }
  if (has(text, "per ads") || has(text, "per adr") || has(text, "per american depositary")) return Per::ads;
  if (has(text, "per share") || has(text, "per ordinary share") || has(text, "per class a") ||
      has(text, "per common share") || has_word(phrase, "eps")) {
    return Per::share;
  }
  return Per::none;
}

Figure stated_figure(std::string_view text, const Quantity& quantity, std::string_view phrase,
                     const Currency& reporting) {
  Figure figure;
  figure.raw = text.substr(quantity.begin, quantity.end - quantity.begin);
  figure.value = quantity.value;
  figure.unit.code = quantity.code;
  figure.scale_power = quantity.scale_power;
  const bool shared_sign =
      figure.raw.starts_with("$") || figure.raw.starts_with("\u00a5") || figure.raw.starts_with("\uffe5");
  if (shared_sign) figure.unit.code = words::meant_by_sign(figure.unit.code, reporting);
  switch (quantity.kind) {
    case QuantityKind::percent:
      figure.unit.measure = Measure::percent;
      break;
    case QuantityKind::points:
      figure.unit.measure = Measure::percent_change;
      break;
    case QuantityKind::count:
      figure.unit.measure = has_word(phrase, "shares") || has_word(phrase, "adss") || has_word(phrase, "ads")
                                ? Measure::shares
                                : Measure::pure;
      break;
    case QuantityKind::nil:
      figure.unit.code = reporting;
      figure.value.reset();
      figure.dash = true;
      figure.unit.measure = Measure::money;
      break;
    case QuantityKind::money: {
      const Per per = quantity.per != Per::none ? quantity.per : per_of(phrase);
      figure.unit.measure = per == Per::none  ? Measure::money
                            : per == Per::ads ? Measure::per_ads
                                              : Measure::per_share;
      break;
    }
  }
  return figure;
}

std::uint8_t scale_of_list(std::string_view text, const std::vector<Quantity>& quantities, std::uint32_t at) {
  for (std::uint32_t i = at; i + 1 < quantities.size(); ++i) {
    const Quantity& here = quantities[i];
    const Quantity& next = quantities[i + 1];
    if (next.code != here.code) return 0;
    std::string_view between = text.substr(here.end, next.begin - here.end);
    if (between != " and " && between != ", " && between != ", and " && between != " or " &&
        between != " to ")
      return 0;
    if (next.scale_stated) return next.scale_power;
  }
  return 0;
}

}  // namespace kcfin::prose
