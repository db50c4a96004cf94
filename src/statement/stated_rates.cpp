// A rate is looked for around the one dollar that it prices: before it, "RMB7.11 to US$1.00", or behind it,
// "US$1.00 = RMB7.11".
#include "statement/stated_rates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statement/blank.h"
#include "statement/written_date.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::statement {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// ---------------------------------------------------------------- one dollar

// "US$1", "$1.00", "USD 1"; `digits_end` is behind its digits.
struct OneDollar {
  std::size_t begin = 0, digits_end = 0;
};

std::size_t after_zeros(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with(".0")) return at;
  ++at;
  while (at < text.size() && text[at] == '0') ++at;
  return at;
}

// Where the sign begins that ends at a place.
std::optional<std::size_t> sign_before(std::string_view text, std::size_t end) {
  const std::string_view before = text.substr(0, end);
  if (before.ends_with("USD")) return end - 3;
  if (before.ends_with("US$")) return end - 3;
  if (!before.ends_with('$')) return std::nullopt;
  std::string_view rest = before.substr(0, end - 1);
  if (!rest.empty() && blank(rest.back()) && rest.substr(0, rest.size() - 1).ends_with("U.S."))
    rest.remove_suffix(1);
  return rest.ends_with("U.S.") ? rest.size() - 4 : end - 1;
}

// The first one dollar whose sign begins at a place or behind it.
std::optional<OneDollar> one_dollar(std::string_view text, std::size_t from) {
  for (std::size_t one = text.find('1', from); one != kNone; one = text.find('1', one + 1)) {
    const std::size_t sign_end = one > 0 && blank(text[one - 1]) ? one - 1 : one;
    const auto begin = sign_before(text, sign_end);
    if (begin && *begin >= from) return OneDollar{*begin, after_zeros(text, one + 1)};
  }
  return std::nullopt;
}

// "$1,000", "$1.05", "$12" are more than one dollar.
bool goes_on(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '.' || text[at] == ',')) ++at;
  return at < text.size() && is_digit(text[at]);
}

// ---------------------------------------------------------------- the figure

std::size_t digits_at(std::string_view text, std::size_t at, std::size_t most) {
  std::size_t count = 0;
  while (count < most && at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

// How long the figure of a rate is that begins at a place: "7.1135", "1,345.50", "148"; 0 where there is
// none.
std::size_t rate_figure(std::string_view text, std::size_t at) {
  const auto decimals = [&](std::size_t point) -> std::size_t {
    const std::size_t count = point < text.size() && text[point] == '.' ? digits_at(text, point + 1, 6) : 0;
    return count == 0 ? 0 : count + 1;
  };
  const std::size_t whole = digits_at(text, at, 4);
  if (whole == 0) return 0;
  if (const std::size_t behind = decimals(at + whole)) return whole + behind;
  const bool thousands = whole <= 2 && at + whole < text.size() && text[at + whole] == ',' &&
                         digits_at(text, at + whole + 1, 3) == 3;
  if (thousands) return whole + 4 + decimals(at + whole + 4);
  return whole >= 2 ? whole : 0;
}

// A sign or code of a currency that is not the dollar's.
bool of_another(const words::CurrencyForm* form) { return form != nullptr && form->code != "USD"; }

// ---------------------------------------------------------------- before the dollar, and behind it

struct Stated {
  const words::CurrencyForm* form = nullptr;  // never null
  std::string_view figure;
};

std::size_t without_blanks(std::string_view text, std::size_t end) {
  while (end > 0 && blank(text[end - 1])) --end;
  return end;
}

// "RMB7.1135 to", up to the dollar.
std::optional<Stated> stated_before(std::string_view text, std::size_t dollar) {
  static constexpr auto kLinks =
      std::to_array<std::string_view>({"per", "to", "=", "for", ":", "equal", "equals", "and"});
  constexpr std::size_t kLongestFigure = 13;
  const std::size_t link_end = without_blanks(text, dollar);
  for (const std::string_view link : kLinks) {
    if (!text.substr(0, link_end).ends_with(link)) continue;
    const std::size_t end = without_blanks(text, link_end - link.size());
    for (std::size_t begin = end; begin-- > 0 && end - begin <= kLongestFigure && !blank(text[begin]);) {
      if (!is_digit(text[begin]) || rate_figure(text, begin) != end - begin) continue;
      const std::size_t mark_end = begin > 0 && blank(text[begin - 1]) ? begin - 1 : begin;
      const words::CurrencyForm* form = words::currency_before(text.substr(0, mark_end), words::kMarks);
      if (!of_another(form)) continue;
      return Stated{form, text.substr(begin, end - begin)};
    }
  }
  return std::nullopt;
}

// "= RMB7.1135", from behind the dollar on.
std::optional<Stated> stated_behind(std::string_view text, std::size_t at) {
  static constexpr auto kLinks =
      std::to_array<std::string_view>({"=", "to", ":", "for", "equals", "equal", "into", "per", "at"});
  const auto pass_blanks = [&] {
    while (at < text.size() && blank(text[at])) ++at;
  };
  pass_blanks();
  const auto link = std::find_if(kLinks.begin(), kLinks.end(),
                                 [&](std::string_view one) { return text.substr(at).starts_with(one); });
  if (link == kLinks.end()) return std::nullopt;
  at += link->size();
  pass_blanks();
  const words::CurrencyForm* form = words::currency_at(text.substr(at), words::kMarks);
  if (!of_another(form)) return std::nullopt;
  at += form->text.size();
  if (at < text.size() && blank(text[at])) ++at;
  const std::size_t length = rate_figure(text, at);
  if (length == 0) return std::nullopt;
  return Stated{form, text.substr(at, length)};
}

// ---------------------------------------------------------------- what it says

// The currency that a rate is stated in units of, by the mark that stands before its figure. A dollar has
// never bought fifty yuan, nor less than fifty yen since the dollar floats.
Currency rate_currency(const words::CurrencyForm& form, const Decimal& rate) {
  if (form.shared()) return currency(compare(rate, Decimal{50, 0}) >= 0 ? "JPY" : "RMB");
  return currency(form.code);
}

// A full stop that ends a sentence; "U.S. dollars" and "No. 5" go on.
bool ends_sentence(std::string_view text, std::size_t stop) {
  if (!text.substr(stop).starts_with(". ") || stop == 0) return false;
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool initial = upper(text[stop - 1]) && (stop == 1 || text[stop - 2] == '.' || text[stop - 2] == ' ');
  return !initial && !text.substr(0, stop).ends_with("No");
}

// The date that follows the rate in its sentence, or else stands before it.
Date date_near(std::string_view text, std::size_t offset) {
  std::size_t end = std::min(offset + 8, text.size());
  while (end < text.size() && !ends_sentence(text, end)) ++end;
  const Date after = first_date(text.substr(offset, end - offset));
  if (after.known()) return after;
  std::size_t begin = offset;
  while (begin > 0 && !ends_sentence(text, begin)) --begin;
  return first_date(text.substr(begin, offset - begin));
}

void add(const Paragraph& paragraph, const Stated& stated, Filing& filing) {
  std::string digits(stated.figure);
  std::erase(digits, ',');
  const auto value = Decimal::parse(digits);
  if (!value || value->zero()) return;
  const auto offset = static_cast<std::size_t>(stated.figure.data() - paragraph.text.data());
  Rate rate;
  rate.from = rate_currency(*stated.form, *value);
  rate.to = currency("USD");
  rate.rate = *value;
  rate.at = paragraph.place(offset);
  rate.as_of = date_near(paragraph.text, offset);
  filing.rates.push_back(rate);
}

// Every one dollar of a text, in order.
std::vector<OneDollar> dollars_of(std::string_view text) {
  std::vector<OneDollar> out;
  for (std::size_t at = 0; true; at = out.back().digits_end) {
    const auto dollar = one_dollar(text, at);
    if (!dollar) return out;
    out.push_back(*dollar);
  }
}

}  // namespace

void read_rates(const Paragraph& paragraph, Filing& filing) {
  const std::string_view text = paragraph.text;
  const std::vector<OneDollar> dollars = dollars_of(text);
  std::size_t done = 0;
  for (const OneDollar& dollar : dollars) {
    if (goes_on(text, dollar.digits_end)) continue;
    const auto stated = stated_before(text, dollar.begin);
    if (!stated || stated->figure.data() < text.data() + done) continue;
    add(paragraph, *stated, filing);
    done = dollar.digits_end;
  }
  for (const OneDollar& dollar : dollars) {
    if (const auto stated = stated_behind(text, dollar.digits_end)) add(paragraph, *stated, filing);
  }
}

}  // namespace kcfin::statement
