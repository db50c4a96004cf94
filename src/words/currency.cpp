// The table of currencies, sorted for look-ups when the program is compiled.
#include "words/currency.h"

#include <algorithm>
#include <array>

namespace kcfin::words {
namespace {

// A line a currency; "|" parts its forms. Adding one is adding a line.
struct Entry {
  std::string_view code, signs, codes, names, headings;
};

constexpr std::array kCurrencies = {
    Entry{"USD", "US$|U.S.$|U.S. $|US\\$|$", "USD",
          "United States dollars|US dollars|U.S. dollars|US dollar|U.S. dollar", "uss"},
    Entry{"RMB", "\u00a5|\uffe5", "RMB|Rmb|CNY|Renminbi", "Renminbi|yuan", "\u4eba\u6c11\u5e01"},
    Entry{"HKD", "HK$", "HKD", "Hong Kong dollars|HK dollars", ""},
    Entry{"TWD", "NT$", "TWD|NTD", "New Taiwan dollars|NT dollars", ""},
    Entry{"EUR", "\u20ac", "EUR", "euros|euro|Euros|Euro", ""},
    Entry{"GBP", "\u00a3", "GBP", "pounds sterling|British pounds", "stg"},
    Entry{"CHF", "", "CHF", "Swiss francs", "sfr."},
    Entry{"JPY", "(Y)", "JPY", "Japanese yen|yen", ""},
    Entry{"KRW", "\u20a9", "KRW", "Korean won|Korean Won", "won"},
    Entry{"INR", "\u20b9|Rs.|Rs", "INR", "Indian rupees|rupees", ""},
    Entry{"PKR", "", "PKR", "Pakistani rupees", ""},
    Entry{"BRL", "R$", "BRL", "Brazilian reais|Brazilian real|reais", ""},
    Entry{"SGD", "S$|SG$", "SGD", "Singapore dollars", ""},
    Entry{"CAD", "C$|CA$|Cdn$|CDN$", "CAD", "Canadian dollars", ""},
    Entry{"AUD", "A$|AU$", "AUD", "Australian dollars", ""},
    Entry{"NZD", "NZ$", "NZD", "New Zealand dollars", ""},
    Entry{"ILS", "\u20aa", "NIS|ILS", "New Israeli Shekels|Israeli shekels|shekels", ""},
    Entry{"MXN", "MX$|Mex$|Ps.", "MXN", "Mexican pesos", ""},
    Entry{"ARS", "AR$", "ARS", "Argentine pesos", "p$"},
    Entry{"CLP", "Ch$", "CLP", "Chilean pesos", ""},
    Entry{"COP", "COP$", "COP", "Colombian pesos", ""},
    Entry{"PEN", "S/.", "PEN", "Peruvian soles|soles", ""},
    Entry{"DKK", "", "DKK", "Danish kroner", ""},
    Entry{"SEK", "", "SEK", "Swedish kronor|Swedish krona", ""},
    Entry{"NOK", "", "NOK", "Norwegian kroner|Norwegian krone", ""},
    Entry{"ISK", "", "ISK", "Icelandic kr\u00f3nur", ""},
    Entry{"PLN", "", "PLN", "Polish zlotys|Polish zloty", ""},
    Entry{"CZK", "", "CZK", "Czech koruna|Czech crowns", ""},
    Entry{"HUF", "", "HUF", "Hungarian forints", ""},
    Entry{"RON", "", "RON", "Romanian lei", ""},
    Entry{"RUB", "\u20bd", "RUB|RUR", "Russian rubles|Russian roubles|rubles|roubles", ""},
    Entry{"UAH", "\u20b4", "UAH", "Ukrainian hryvnias", ""},
    Entry{"TRY", "\u20ba", "TRY", "Turkish liras|Turkish lira", ""},
    Entry{"KZT", "\u20b8", "KZT", "Kazakhstani tenge|tenge", ""},
    Entry{"ZAR", "", "ZAR", "South African rand|rand", ""},
    Entry{"NGN", "\u20a6", "NGN", "Nigerian naira|naira", ""},
    Entry{"EGP", "", "EGP", "Egyptian pounds", ""},
    Entry{"SAR", "", "SAR", "Saudi riyals", ""},
    Entry{"AED", "", "AED", "UAE dirhams", ""},
    Entry{"QAR", "", "QAR", "Qatari riyals", ""},
    Entry{"KWD", "", "KWD", "Kuwaiti dinars", ""},
    Entry{"PHP", "\u20b1", "PHP", "Philippine pesos", ""},
    Entry{"THB", "\u0e3f", "THB", "Thai baht|baht", ""},
    Entry{"IDR", "Rp", "IDR", "Indonesian rupiah|rupiah", ""},
    Entry{"VND", "\u20ab", "VND", "Vietnamese dong", ""},
    Entry{"MYR", "", "MYR", "Malaysian ringgit|ringgit", ""},
};

constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
constexpr unsigned char byte(char c) { return static_cast<unsigned char>(c); }

template <class Take>
constexpr void for_each_form(const Entry& entry, Take take) {
  const auto part = [&](std::string_view forms, Form form) {
    while (!forms.empty()) {
      const std::size_t end = std::min(forms.find('|'), forms.size());
      take(CurrencyForm{forms.substr(0, end), entry.code, form});
      forms.remove_prefix(std::min(end + 1, forms.size()));
    }
  };
  part(entry.signs, Form::sign);
  part(entry.codes, Form::code);
  part(entry.names, Form::name);
  part(entry.headings, Form::heading);
}

constexpr std::size_t kCount = [] {
  std::size_t count = 0;
  for (const Entry& entry : kCurrencies) for_each_form(entry, [&](const CurrencyForm&) { ++count; });
  return count;
}();

using List = std::array<CurrencyForm, kCount>;
using Starts = std::array<std::uint16_t, 257>;  // of each byte's forms in its list

// The list in order of a byte of each form, longest first.
template <class Key>
constexpr List sorted_by(Key key) {
  List list{};
  std::size_t next = 0;
  for (const Entry& entry : kCurrencies)
    for_each_form(entry, [&](const CurrencyForm& form) { list[next++] = form; });
  std::sort(list.begin(), list.end(), [&](const CurrencyForm& a, const CurrencyForm& b) {
    if (key(a.text) != key(b.text)) return key(a.text) < key(b.text);
    return a.text.size() != b.text.size() ? a.text.size() > b.text.size() : a.text < b.text;
  });
  return list;
}

template <class Key>
constexpr Starts starts_of(const List& list, Key key) {
  Starts starts{};
  std::size_t at = 0;
  for (std::size_t c = 0; c < 257; ++c) {
    while (at < list.size() && key(list[at].text) < c) ++at;
    starts[c] = static_cast<std::uint16_t>(at);
  }
  return starts;
}

constexpr unsigned char first(std::string_view text) { return byte(lowered(text.front())); }
constexpr unsigned char last(std::string_view text) { return byte(text.back()); }

constexpr List kByFirst = sorted_by(first);
constexpr Starts kFirst = starts_of(kByFirst, first);
constexpr List kByLast = sorted_by(last);
constexpr Starts kLast = starts_of(kByLast, last);

// The beginnings of the forms, two bytes each in one of 4,096 classes: few places of a text begin like any.
constexpr std::size_t class_of(char a, char b) { return (std::size_t{byte(a)} * 31 + byte(b)) % 4096; }
constexpr std::array<bool, 4096> kBeginnings = [] {
  std::array<bool, 4096> out{};
  for (const CurrencyForm& form : kByFirst) {
    for (std::size_t b = 0; b < 256; ++b) {
      if (form.text.size() == 1 || byte(form.text[1]) == b)
        out[class_of(form.text[0], static_cast<char>(b))] = true;
    }
  }
  return out;
}();

bool begins_one(std::string_view text) {
  return kBeginnings[class_of(text[0], text.size() > 1 ? text[1] : ' ')];
}

bool wanted(const CurrencyForm& form, Forms forms) { return (static_cast<unsigned>(form.form) & forms) != 0; }

std::span<const CurrencyForm> among(const List& list, const Starts& starts, unsigned char c) {
  return std::span(list).subspan(starts[c], static_cast<std::size_t>(starts[c + 1U] - starts[c]));
}

// The longest wanted one that `stands` tells to be there.
template <class Stands>
const CurrencyForm* longest(std::span<const CurrencyForm> list, Forms forms, Stands stands) {
  for (const CurrencyForm& form : list) {
    if (wanted(form, forms) && stands(form.text)) return &form;
  }
  return nullptr;
}

}  // namespace

const CurrencyForm* currency_at(std::string_view text, Forms forms) {
  if (text.empty() || !begins_one(text)) return nullptr;
  return longest(among(kByFirst, kFirst, first(text)), forms, [&](std::string_view form) {
    return text.size() >= form.size() && text[form.size() - 1] == form.back() && text.starts_with(form);
  });
}

const CurrencyForm* currency_at_lowered(std::string_view text, Forms forms) {
  if (text.empty()) return nullptr;
  return longest(among(kByFirst, kFirst, byte(text.front())), forms, [&](std::string_view form) {
    return text.size() >= form.size() &&
           std::equal(form.begin(), form.end(), text.begin(), [](char a, char b) { return lowered(a) == b; });
  });
}

const CurrencyForm* currency_before(std::string_view text, Forms forms) {
  if (text.empty()) return nullptr;
  return longest(among(kByLast, kLast, last(text)), forms,
                 [&](std::string_view form) { return text.ends_with(form); });
}

const CurrencyForm* currency_alone(std::string_view text) {
  if (text.empty()) return nullptr;
  return longest(among(kByFirst, kFirst, first(text)), kMarks,
                 [&](std::string_view form) { return text == form; });
}

bool names_currency(std::string_view text, Forms forms) {
  for (; !text.empty(); text.remove_prefix(1)) {
    if (begins_one(text) && currency_at(text, forms) != nullptr) return true;
  }
  return false;
}

std::span<const CurrencyForm> currency_forms() { return kByFirst; }

bool is_dollar(Currency code) {
  constexpr std::array<std::string_view, 7> kDollars = {"USD", "HKD", "TWD", "CAD", "AUD", "SGD", "NZD"};
  return std::find(kDollars.begin(), kDollars.end(), std::string_view(code.data())) != kDollars.end();
}

bool share_a_sign(Currency a, Currency b) {
  const auto yen_or_yuan = [](Currency code) {
    const std::string_view name(code.data());
    return name == "JPY" || name == "RMB";
  };
  return (is_dollar(a) && is_dollar(b)) || (yen_or_yuan(a) && yen_or_yuan(b));
}

Currency meant_by_sign(Currency given, Currency own) { return share_a_sign(given, own) ? own : given; }

}  // namespace kcfin::words
