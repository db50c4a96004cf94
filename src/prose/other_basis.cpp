// Finds the words of another basis, and the changes that they are said of.
#include "prose/other_basis.h"

#include <algorithm>
#include <array>
#include <string>

#include "values/text.h"
#include "words/currency.h"

namespace kcfin::prose {
namespace {

class OtherBasis {
 public:
  OtherBasis(std::string_view text, SentenceReading& out) : text_(text), out_(out) {}

  // "8% in constant currency", "in US dollar terms": such changes are not those of the statements.
  void mark() {
    for (std::size_t i = 0; i < out_.tokens.size(); ++i) {
      if (text_of(i) == "LTM" || text_of(i) == "TTM") mark_amount_behind(i);
      if (twelve_months(i)) {
        mark_amounts(i);
        mark_share_of(i);
      }
      if (other_rates(i)) mark_amount_behind(i);
      if (excludes_in_brackets(i)) mark_excluded(out_.tokens[i].begin);
      if (!other_basis(i)) continue;
      mark_changes_around(out_.tokens[i].begin);
      if (text_of(i + 1) == "," && i < 4) mark_dollars();
    }
  }

 private:
  [[nodiscard]] bool other_basis(std::size_t i) const {
    constexpr auto kBases = std::to_array<std::string_view>(
        {"CC", "cc", "CER", "like-for-like", "organic", "organically", "Organic", "pro-forma", "FX-neutral",
         "currency-neutral", "ex-currency", "currency-adjusted", "annualized", "annualised", "month-on-month",
         "month-over-month", "MoM", "week-on-week", "week-over-week"});
    constexpr std::array<std::string_view, 8> kMoney = {"dollar", "dollars", "USD",    "INR",
                                                        "RMB",    "rupee",   "rupees", "currency"};
    const std::string_view word = text_of(i), next = text_of(i + 1);
    const auto among = [&](const auto& list) {
      return std::find(list.begin(), list.end(), word) != list.end();
    };
    if (word == "constant" || word == "Constant")
      return next.starts_with("currenc") || next.starts_with("exchange") || next.starts_with("dollar");
    if (word == "comparable" || word == "forma") return next == "basis";
    if (next == "neutral" && (word == "FX" || word == "currency")) return true;
    if (among(kBases)) return true;
    if (!among(kMoney) || (next != "terms" && next != ",")) return false;
    for (std::size_t k = i; k > 0 && k + 4 > i; --k) {  // "In US dollars, ...", "in U.S. dollar terms"
      if (out_.tokens[k - 1].kind == Token::Kind::quantity) return false;
      if (text_of(k - 1) == "in" || text_of(k - 1) == "In") return true;
    }
    return false;
  }

  // "LTM Free Cash Flow to €2.9 billion": of the last twelve months, of which no column is.
  void mark_amount_behind(std::size_t i) {
    const std::uint32_t after = reading_after(out_.tokens[i].begin);
    if (after != kNone && !is_percent(out_.quantities[out_.readings[after].quantity]))
      out_.readings[after].rebased = true;
  }

  // "In the last twelve months revenue totalled RMB8.3 billion", "over the past four quarters".
  [[nodiscard]] bool twelve_months(std::size_t i) const {
    const std::string_view word = text_of(i), count = text_of(i + 1), unit = text_of(i + 2);
    return (word == "last" || word == "past" || word == "trailing" || word == "preceding") &&
           (((count == "twelve" || count == "12") && unit == "months") ||
            (count == "four" && unit == "quarters"));
  }

  [[nodiscard]] bool excludes_in_brackets(std::size_t i) const {
    const std::size_t begin = out_.tokens[i].begin;
    return begin > 0 && text_[begin - 1] == '(' &&
           (out_.tokens[i].is(Word::exclude) || text_of(i) == "exclusive");
  }

  // "Operating expenses (excluding acquisition expenses) were RMB5.0 million", "of RMB5.0 million (excluding
  // special charges) were 7.9% above": the figures of that subject are of another measure.
  void mark_excluded(std::size_t begin) {
    const std::size_t end = std::min(text_.find(')', begin), text_.size());
    std::uint32_t told = reading_before(begin);
    if (told != kNone) {
      const std::size_t stop = out_.quantities[out_.readings[told].quantity].end;
      if (text_.substr(stop, begin - 1 - stop).find_first_not_of(' ') != std::string_view::npos) told = kNone;
    }
    if (told == kNone) told = reading_after(end);
    if (told == kNone) return;
    const std::size_t from = out_.quantities[out_.readings[told].quantity].begin;
    for (Reading& reading : out_.readings) {
      const Quantity& quantity = out_.quantities[reading.quantity];
      const bool inside = quantity.begin > begin && quantity.begin < end;
      if (reading.subject == out_.readings[told].subject && quantity.begin >= from && !inside)
        reading.excluding = true;
    }
  }

  // "representing 34% of last twelve months revenues": of no column.
  void mark_share_of(std::size_t i) {
    const std::uint32_t share = reading_before(out_.tokens[i].begin);
    if (share == kNone || out_.quantities[out_.readings[share].quantity].kind != QuantityKind::percent)
      return;
    const std::size_t end = out_.quantities[out_.readings[share].quantity].end;
    std::string_view between = text_.substr(end, out_.tokens[i].begin - end);
    while (between.ends_with(' ')) between.remove_suffix(1);
    if (between == " of" || between == " of the" || between == " of our" || between == " of its")
      out_.readings[share].rebased = true;
  }

  // "revenue at realized rates was US$2.6 billion", "at average exchange rates"
  [[nodiscard]] bool other_rates(std::size_t i) const {
    constexpr auto kRates = std::to_array<std::string_view>(
        {"realized", "realised", "actual", "average", "budget", "budgeted", "prior-year", "historical"});
    if (i == 0 || text_of(i - 1) != "at" ||
        std::find(kRates.begin(), kRates.end(), text_of(i)) == kRates.end())
      return false;
    return text_of(i + 1).starts_with("rate") ||
           ((text_of(i + 1) == "exchange" || text_of(i + 1) == "currency") &&
            text_of(i + 2).starts_with("rate"));
  }

  // Those words open the sentence and are of all its amounts, or stand behind the one that they are of; in a
  // clause of their own they are of what follows.
  void mark_amounts(std::size_t i) {
    constexpr std::size_t kOpening = 3;
    const std::size_t at = out_.tokens[i].begin;
    std::uint32_t one = i < kOpening ? kNone : reading_before(at);
    if (one != kNone) {
      const std::size_t end = out_.quantities[out_.readings[one].quantity].end;
      const std::string_view between = text_.substr(end, at - end);
      if (between.find(',') != std::string_view::npos || between.find(" and ") != std::string_view::npos ||
          between.find(" while ") != std::string_view::npos) {
        one = reading_after(at);
        if (one == kNone) return;
      }
    }
    for (std::uint32_t r = 0; r < out_.readings.size(); ++r) {
      const bool money = out_.quantities[out_.readings[r].quantity].kind == QuantityKind::money;
      if (money && (one == kNone || r == one)) out_.readings[r].rebased = true;
    }
  }

  // "In US dollars, revenue was $19.35 billion": the amounts are in another currency than the statements'.
  void mark_dollars() {
    for (Reading& reading : out_.readings) {
      const Quantity& quantity = out_.quantities[reading.quantity];
      if (quantity.kind == QuantityKind::money && text_[quantity.begin] == '$') reading.rebased = true;
    }
  }

  // Which of the changes around the words is meant, they do not say for sure: those of the clause before and
  // the one after, or all where the words open the sentence.
  void mark_changes_around(std::size_t at) {
    const std::uint32_t before = reading_before(at), after = reading_after(at);
    if (at > 0 && text_[at - 1] == '(' && after != kNone) {  // "+7% (CER: 8%)"
      if (is_percent(out_.quantities[out_.readings[after].quantity])) out_.readings[after].rebased = true;
      return;
    }
    if (before != kNone && without_figure(before, at)) return;
    if (before != kNone && restates(before)) {
      out_.readings[before].rebased = true;
      return;
    }
    for (std::uint32_t i = 0; i < out_.readings.size(); ++i) {
      Reading& reading = out_.readings[i];
      if (!is_percent(out_.quantities[reading.quantity])) continue;
      const bool clause =
          before != kNone && reading.subject == out_.readings[before].subject &&
          reading.said == out_.readings[before].said &&
          (out_.quantities[reading.quantity].end > at || !divided(out_.quantities[reading.quantity].end, at));
      const bool opens = before == kNone && after != kNone && out_.quantities[reading.quantity].begin >= at;
      if (opens || i == after || clause) reading.rebased = true;
    }
  }

  // "rose 4.1% to RMB5.0 million, or 6.0% in constant currency", "up 5% on a reported basis and 7% at": a
  // change that stands before it is given on that basis once more.
  [[nodiscard]] bool restates(std::uint32_t change) const {
    const std::uint32_t own = out_.readings[change].quantity;
    if (own == 0 || !is_percent(out_.quantities[own]) || !changed_before(change)) return false;
    const std::size_t begin = out_.quantities[own - 1].end;
    const std::string_view between = text_.substr(begin, out_.quantities[own].begin - begin);
    return or_else(between) || between.find(" reported ") != std::string_view::npos || in_currency(between);
  }

  // "up 9% in Danish kroner and by 5% at CER"
  [[nodiscard]] static bool in_currency(std::string_view words) {
    if (!words.starts_with(" in ")) return false;
    const words::CurrencyForm* name =
        words::currency_at(words.substr(4), static_cast<words::Forms>(words::Form::name));
    return name != nullptr;
  }

  [[nodiscard]] bool changed_before(std::uint32_t change) const {
    return std::any_of(out_.readings.begin(), out_.readings.end(), [&](const Reading& reading) {
      return reading.said == Said::change && reading.subject == out_.readings[change].subject &&
             reading.quantity < out_.readings[change].quantity;
    });
  }

  // ", or ", "(or ", "or decreased ": nothing but a word of change stands behind.
  [[nodiscard]] static bool or_else(std::string_view words) {
    constexpr std::size_t kWord = 12;
    const std::size_t at = words.rfind("or ");
    return at != std::string_view::npos && at > 0 && (words[at - 1] == ' ' || words[at - 1] == '(') &&
           words.size() - at <= kWord + 3 && words.find_first_of(",;()", at) == std::string_view::npos;
  }

  // "fell 6% (or flat in constant currency)": what is said of that basis is no figure.
  [[nodiscard]] bool without_figure(std::uint32_t change, std::size_t at) const {
    const std::size_t end = out_.quantities[out_.readings[change].quantity].end;
    const std::string_view between = text_.substr(end, at - end);
    return between.find("or flat") != std::string_view::npos ||
           between.find("or unchanged") != std::string_view::npos;
  }

  // The figure read last before a place, or first after it, within the same part of the sentence.
  [[nodiscard]] std::uint32_t reading_before(std::size_t at) const {
    std::uint32_t found = kNone;
    for (std::uint32_t i = 0; i < out_.readings.size(); ++i) {
      const Quantity& quantity = out_.quantities[out_.readings[i].quantity];
      const bool nearer = found == kNone || quantity.end > out_.quantities[out_.readings[found].quantity].end;
      if (quantity.end <= at && nearer) found = i;
    }
    const bool apart = found != kNone && divided(out_.quantities[out_.readings[found].quantity].end, at);
    return apart ? kNone : found;
  }

  [[nodiscard]] std::uint32_t reading_after(std::size_t at) const {
    std::uint32_t found = kNone;
    for (std::uint32_t i = 0; i < out_.readings.size(); ++i) {
      const Quantity& quantity = out_.quantities[out_.readings[i].quantity];
      const bool nearer =
          found == kNone || quantity.begin < out_.quantities[out_.readings[found].quantity].begin;
      if (quantity.begin >= at && nearer) found = i;
    }
    const bool apart = found != kNone && divided(at, out_.quantities[out_.readings[found].quantity].begin);
    return apart ? kNone : found;
  }

  [[nodiscard]] bool divided(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin).find(';') != std::string_view::npos;
  }

  [[nodiscard]] std::string_view text_of(std::size_t token) const {
    if (token >= out_.tokens.size()) return {};
    return text_.substr(out_.tokens[token].begin, out_.tokens[token].end - out_.tokens[token].begin);
  }

  std::string_view text_;
  SentenceReading& out_;
};

}  // namespace

bool rebases_changes(std::string_view paragraph) {
  constexpr std::size_t kLongest = 400;  // a sentence that says so
  const std::size_t at = paragraph.find("therwise");
  if (at == std::string_view::npos) return false;
  const std::size_t stop = paragraph.rfind(". ", at), begin = stop == std::string_view::npos ? 0 : stop + 2;
  const std::string_view sentence = paragraph.substr(begin, paragraph.find_first_of(".;", at) - begin);
  if (sentence.size() > kLongest || sentence.find(';') != std::string_view::npos) return false;
  const std::string text = lower(sentence);
  const AskedText asked(text);
  return asked.has_any({"unless", "except"}) && asked.has_any({"growth", "change", "variation"}) &&
         !has(text, " not ") &&
         (sentence.find("at CER") != std::string_view::npos ||
          asked.has_any({"at constant", "in constant", "on a constant", "on a like-for-like",
                         "in local currenc", "at local currenc", "on an organic", "on a comparable"}));
}

void mark_rebased(std::string_view text, SentenceReading& sentence) { OtherBasis(text, sentence).mark(); }

}  // namespace kcfin::prose
