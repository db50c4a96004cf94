// Reads a sentence from left to right: the words between two figures say how the second one is meant.
#include "prose/reading.h"

#include <algorithm>
#include <array>
#include <span>

#include "prose/noun_phrase.h"

namespace kcfin::prose {
namespace {

// How the words right before a figure lead to it.
enum class Link : std::uint8_t {
  none,
  level,       // was, reached, amounted to; "net loss of"
  to,          // increased to
  from,        // from, starting the comparison
  compare,     // compared with
  change,      // increased by, a decrease of
  together,    // and: as the figure before
  share,       // accounted for
  equivalent,  // equivalent to
  rate,        // "at the rate of": a term of law or contract
};

struct Gap {
  Link link = Link::none;
  std::string subject;  // a new one, cleaned; empty to keep the one before
  std::string named;    // of a comparative
  Direction direction = Direction::none;
  std::uint32_t period = kNone;
  std::vector<std::uint32_t> periods;  // several: "in 2023 and 2022"
  std::uint32_t over = kNone;          // a year-over-year or quarter-over-quarter among the words
  std::string divided, divisor;
  bool negative = false, loss = false, approximate = false, bound = false, reason = false, expected = false;
  bool between = false;
  bool range = false;  // "RMB1.0 million to RMB2.0 million", "between ... and"
};

bool verb_like(const Token& token) {
  return token.is(Word::be) || token.is(Word::reach) || token.is(Word::have) || token.is(Word::verb) ||
         token.is(Word::up) || token.is(Word::down) || token.is(Word::account);
}

Direction direction_of(const Token& token) {
  if (token.is(Word::up)) return Direction::up;
  if (token.is(Word::down)) return Direction::down;
  return Direction::none;
}

class Reader {
 public:
  Reader(std::string_view text, const FiscalCalendar& calendar, SentenceReading& out)
      : text_(text), calendar_(calendar), out_(out) {}

  void run() {
    scan_quantities(text_, out_.quantities);
    if (out_.quantities.empty()) return;
    tokenize(text_, out_.quantities, out_.tokens);
    find_periods(text_, calendar_, out_.tokens, out_.periods);
    name_attributions();
    translation_.assign(out_.quantities.size(), kNone);
    separate_asides();
    walk();
    read_asides();
    mark_rebased();
  }

 private:
  struct Aside {
    std::uint32_t after = kNone;  // the quantity that it stands behind
    std::size_t begin = 0, end = 0;
  };

  // "net loss attributable to ordinary shareholders" is a name; "was mainly attributable to" gives a cause.
  void name_attributions() {
    for (std::size_t i = 1; i < out_.tokens.size(); ++i) {
      Token& token = out_.tokens[i];
      // "As a result, ..." opens the sentence and tells of no cause within it.
      if (token.is(Word::cause) && i + 1 < out_.tokens.size() && out_.tokens[i + 1].is_mark(',') && i <= 2)
        token.word = Word::adverb;
      if (!token.is(Word::cause) || !out_.tokens[i - 1].is(Word::other)) continue;
      if (text_.substr(token.begin, token.end - token.begin) == "attributable") token.word = Word::other;
    }
  }

  // ---------------------------------------------------------------- parentheses

  // Moves what stands in parentheses out of the sentence: translations to their amounts, the rest aside.
  void separate_asides() {
    const std::vector<Token>& tokens = out_.tokens;
    outer_.reserve(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (const std::size_t end = relative_clause(i); end != 0) {
        if (holds_quantity(i, end)) asides_.push_back({last_outer_quantity(), i, end});
        i = end - 1;
        continue;
      }
      const std::size_t close = tokens[i].is_mark('(') ? closing(i) : 0;
      if (close == 0) {
        outer_.push_back(tokens[i]);
        continue;
      }
      if (i == 0 && close + 1 >= tokens.size()) continue;  // the whole sentence is in parentheses
      if (sign_only(i + 1, close) && !outer_.empty() && outer_.back().kind == Token::Kind::word) {
        outer_.back().end = tokens[close].end;  // "foreign exchange gain (loss)" is one name
      } else {
        take_parentheses(i + 1, close);
      }
      i = close;
    }
  }

  [[nodiscard]] bool holds_quantity(std::size_t begin, std::size_t end) const {
    return std::any_of(out_.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                       out_.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Token& token) { return token.kind == Token::Kind::quantity; });
  }

  [[nodiscard]] std::string_view text_of(std::size_t token) const {
    if (token >= out_.tokens.size()) return {};
    return text_.substr(out_.tokens[token].begin, out_.tokens[token].end - out_.tokens[token].begin);
  }

  // Where a clause ends that tells something else of what stands before it: ", which included RMB1.0 million
  // of depreciation, were", "of which RMB2.0 million came from", "which is gross profit over revenues,". 0
  // where none starts. "which was RMB5.0 million", "which represents 5%" are said of the subject itself.
  [[nodiscard]] std::size_t relative_clause(std::size_t i) const {
    const bool comma = i > 0 && (out_.tokens[i - 1].is_mark(',') || out_.tokens[i - 1].is_mark('-'));
    if (!comma) return 0;
    std::size_t next = i;
    const bool part = text_of(i) == "of" && text_of(i + 1) == "which";
    if (part) {
      next = i + 2;
      while (next < out_.tokens.size() && out_.tokens[next].is(Word::approximate)) ++next;
      if (next >= out_.tokens.size() || out_.tokens[next].kind != Token::Kind::quantity) return 0;
      return clause_end(next, false);
    }
    if (text_of(i) != "which") return 0;
    for (++next; next < out_.tokens.size() && out_.tokens[next].is(Word::adverb);) ++next;
    if (next >= out_.tokens.size()) return 0;
    const Token& verb = out_.tokens[next];
    if (verb.is(Word::include) || verb.is(Word::exclude) || text_of(next).starts_with("contribut") ||
        text_of(next).starts_with("generat") || caused_before(i))
      return clause_end(next, false);
    return verb.is(Word::be) ? clause_end(next, true) : 0;
  }

  // "due to higher gross profit, which increased by": the clause is about the cause.
  [[nodiscard]] bool caused_before(std::size_t i) const {
    for (std::size_t k = i; k > 0; --k) {
      const Token& token = out_.tokens[k - 1];
      if (token.is(Word::cause)) return true;
      if (token.kind == Token::Kind::quantity || token.is_mark(';')) return false;
    }
    return false;
  }

  // The comma after which the sentence goes on with its verb; else, unless it must be there, the end.
  [[nodiscard]] std::size_t clause_end(std::size_t begin, bool definition) const {
    for (std::size_t i = begin; i < out_.tokens.size(); ++i) {
      if (out_.tokens[i].is_mark(';')) return definition ? 0 : i;
      if (definition && out_.tokens[i].kind == Token::Kind::quantity) return 0;
      if (out_.tokens[i].is_mark(',') && i + 1 < out_.tokens.size() && verb_like(out_.tokens[i + 1]))
        return i + 1;
    }
    return definition ? 0 : out_.tokens.size();
  }

  // ---------------------------------------------------------------- other bases

  // "8% in constant currency", "in US dollar terms": such changes are not those of the statements.
  void mark_rebased() {
    for (std::size_t i = 0; i < out_.tokens.size(); ++i) {
      if (other_basis(i)) mark_changes_around(out_.tokens[i].begin);
    }
  }

  [[nodiscard]] bool other_basis(std::size_t i) const {
    constexpr std::array<std::string_view, 11> kBases = {
        "CC",        "cc",         "like-for-like",    "organic",     "organically",      "Organic",
        "pro-forma", "FX-neutral", "currency-neutral", "ex-currency", "currency-adjusted"};
    constexpr std::array<std::string_view, 8> kMoney = {"dollar", "dollars", "USD",    "INR",
                                                        "RMB",    "rupee",   "rupees", "currency"};
    const std::string_view word = text_of(i), next = text_of(i + 1);
    const auto among = [&](const auto& list) {
      return std::find(list.begin(), list.end(), word) != list.end();
    };
    if (word == "constant" || word == "Constant")
      return next.starts_with("currenc") || next.starts_with("exchange") || next.starts_with("dollar");
    if (word == "comparable" || word == "forma") return next == "basis";
    if (among(kBases)) return true;
    if (!among(kMoney) || (next != "terms" && next != ",")) return false;
    for (std::size_t k = i; k > 0 && k + 4 > i; --k) {  // "In US dollars, ...", "in U.S. dollar terms"
      if (out_.tokens[k - 1].kind == Token::Kind::quantity) return false;
      if (text_of(k - 1) == "in" || text_of(k - 1) == "In") return true;
    }
    return false;
  }

  // Which of the changes around the words is meant, they do not say for sure: those of the clause before and
  // the one after, or all where the words open the sentence.
  void mark_changes_around(std::size_t at) {
    const std::uint32_t before = reading_before(at), after = reading_after(at);
    for (std::uint32_t i = 0; i < out_.readings.size(); ++i) {
      Reading& reading = out_.readings[i];
      if (!percent(reading)) continue;
      const bool clause = before != kNone && reading.subject == out_.readings[before].subject &&
                          reading.said == out_.readings[before].said;
      const bool opens = before == kNone && after != kNone && out_.quantities[reading.quantity].begin >= at;
      if (opens || i == after || clause) reading.rebased = true;
    }
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

  [[nodiscard]] bool sign_only(std::size_t begin, std::size_t end) const {
    if (end != begin + 1 || out_.tokens[begin].kind != Token::Kind::word) return false;
    const std::string_view word =
        text_.substr(out_.tokens[begin].begin, out_.tokens[begin].end - out_.tokens[begin].begin);
    return only_sign(word) || word == "losses" || word == "expense" || word == "expenses" ||
           word == "benefit";
  }

  [[nodiscard]] std::size_t closing(std::size_t open) const {
    int depth = 0;
    for (std::size_t i = open; i < out_.tokens.size(); ++i) {
      if (out_.tokens[i].is_mark('(')) ++depth;
      if (out_.tokens[i].is_mark(')') && --depth == 0) return i;
    }
    return 0;
  }

  void take_parentheses(std::size_t begin, std::size_t end) {
    const std::uint32_t before =
        !outer_.empty() && outer_.back().kind == Token::Kind::quantity ? outer_.back().index : kNone;
    const std::uint32_t only = only_quantity(begin, end);
    if (before != kNone && only != kNone && translates(before, only)) {
      translation_[before] = only;
      return;
    }
    if (holds_quantity(begin, end)) {
      asides_.push_back({before != kNone ? before : last_outer_quantity(), begin, end});
    }
  }

  // "... as at 31 December 2023 (31 December 2022: 51.0%)"
  [[nodiscard]] std::uint32_t last_outer_quantity() const {
    for (std::size_t i = outer_.size(); i > 0; --i) {
      if (outer_[i - 1].kind == Token::Kind::quantity) return outer_[i - 1].index;
      if (outer_[i - 1].kind != Token::Kind::period && !outer_[i - 1].is(Word::adverb)) break;
    }
    return kNone;
  }

  // The quantity of a group that holds one and no words but "approximately", "or", "equivalent to".
  [[nodiscard]] std::uint32_t only_quantity(std::size_t begin, std::size_t end) const {
    std::uint32_t found = kNone;
    for (std::size_t i = begin; i < end; ++i) {
      const Token& token = out_.tokens[i];
      if (token.kind == Token::Kind::quantity) {
        if (found != kNone) return kNone;
        found = token.index;
      } else if (!token.is(Word::approximate) && !token.is(Word::conjunction) &&
                 !token.is(Word::equivalent) && !token.is(Word::to) && !token.is(Word::negative)) {
        return kNone;
      }
    }
    return found;
  }

  [[nodiscard]] bool translates(std::uint32_t amount, std::uint32_t other) const {
    const Quantity& a = out_.quantities[amount];
    const Quantity& b = out_.quantities[other];
    return a.kind == QuantityKind::money && b.kind == QuantityKind::money && a.code != b.code;
  }

  void read_asides() {
    for (const Aside& aside : asides_) read_aside(aside);
  }

  // "(as of December 31, 2022: 20.1%)", "(2023: RMB5.0 million)", "(US$1.89 per ADS)".
  void read_aside(const Aside& aside) {
    std::uint32_t period = kNone;
    for (std::size_t i = aside.begin; i < aside.end; ++i) {
      const Token& token = out_.tokens[i];
      if (token.kind == Token::Kind::period) period = token.index;
      if (token.kind == Token::Kind::number && token.index >= 1990 && token.index <= 2099 &&
          period == kNone) {
        period = add_year(token.index);
      }
      if (token.kind != Token::Kind::quantity) continue;
      if (take_twins(aside.after, token.index, period)) continue;
      const std::size_t main = reading_of(aside.after);
      Reading reading;
      reading.quantity = token.index;
      reading.said = Said::nothing;
      reading.translation = translation_[token.index];
      if (main < out_.readings.size()) {
        const Reading before = out_.readings[main];
        reading.subject = before.subject;
        reading.loss = before.loss;
        if (same_kind(before.quantity, token.index) && period != kNone) {
          reading.said = Said::base;
          reading.period = period;
        }
      }
      if (reading.said == Said::nothing && out_.quantities[token.index].kind == QuantityKind::money) {
        reading.said = Said::reason;
        if (reading.subject == kNone) reading.subject = add_subject({});
      }
      out_.readings.push_back(reading);
    }
  }

  // "US$0.38 per share (US$1.89 per ADS)": the same measure by another unit, for each period of the first.
  bool take_twins(std::uint32_t after, std::uint32_t twin, std::uint32_t period) {
    if (after == kNone || period != kNone || !same_kind(after, twin) || per(after) == per(twin)) return false;
    const std::size_t count = out_.readings.size();
    bool taken = false;
    for (std::size_t i = 0; i < count; ++i) {
      if (out_.readings[i].quantity != after) continue;
      Reading reading = out_.readings[i];
      reading.quantity = twin;
      reading.translation = kNone;
      out_.readings.push_back(std::move(reading));
      taken = true;
    }
    return taken;
  }

  std::uint32_t add_year(std::uint32_t year) {
    PeriodPhrase phrase;
    phrase.kind = PeriodPhrase::Kind::same;
    phrase.year = static_cast<std::int16_t>(year);
    out_.periods.push_back(phrase);
    return static_cast<std::uint32_t>(out_.periods.size() - 1);
  }

  [[nodiscard]] std::size_t reading_of(std::uint32_t quantity) const {
    for (std::size_t i = 0; i < out_.readings.size(); ++i) {
      if (out_.readings[i].quantity == quantity) return i;
    }
    return out_.readings.size();
  }

  [[nodiscard]] Per per(std::uint32_t quantity) const { return out_.quantities[quantity].per; }
  [[nodiscard]] bool same_kind(std::uint32_t a, std::uint32_t b) const {
    const Quantity& first = out_.quantities[a];
    const Quantity& second = out_.quantities[b];
    const auto kind = [](const Quantity& q) {
      return q.kind == QuantityKind::nil ? QuantityKind::money : q.kind;
    };
    if (kind(first) != kind(second)) return false;
    return first.code == second.code || first.kind == QuantityKind::nil || second.kind == QuantityKind::nil;
  }

  // ---------------------------------------------------------------- the walk

  void walk() {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < outer_.size(); ++i) {
      if (outer_[i].kind != Token::Kind::quantity) continue;
      const std::size_t from = begin == 0 ? 0 : take_trailing(begin, i);
      read_figure(from, i, begin == 0);
      begin = i + 1;
    }
    if (begin != 0) take_trailing(begin, outer_.size());
    distribute();
  }

  [[nodiscard]] std::span<const Token> range(std::size_t begin, std::size_t end) const {
    return std::span<const Token>(outer_).subspan(begin, end - begin);
  }
  [[nodiscard]] bool is(std::size_t i, Word word) const { return i < outer_.size() && outer_[i].is(word); }
  [[nodiscard]] bool mark(std::size_t i, char c) const { return i < outer_.size() && outer_[i].is_mark(c); }
  [[nodiscard]] std::string_view word_at(std::size_t i) const {
    return i < outer_.size() ? text_.substr(outer_[i].begin, outer_[i].end - outer_[i].begin)
                             : std::string_view{};
  }
  [[nodiscard]] const PeriodPhrase* period_at(std::size_t i) const {
    if (i >= outer_.size() || outer_[i].kind != Token::Kind::period) return nullptr;
    return &out_.periods[outer_[i].index];
  }
  [[nodiscard]] static bool over(const PeriodPhrase& phrase) {
    return phrase.kind == PeriodPhrase::Kind::over_year || phrase.kind == PeriodPhrase::Kind::over_quarter;
  }

  std::uint32_t add_subject(Subject subject) {
    out_.subjects.push_back(std::move(subject));
    return static_cast<std::uint32_t>(out_.subjects.size() - 1);
  }

  // What stands behind a figure and belongs to it: periods, "respectively", "each", "increase", "of <whole>".
  // Returns where the words that lead to the next figure begin.
  std::size_t take_trailing(std::size_t begin, std::size_t end) {
    std::size_t i = begin;
    while (i < end) {
      const std::size_t next = take_one(begin, i, end);
      if (next == i) break;
      i = next;
    }
    return i;
  }

  std::size_t take_one(std::size_t begin, std::size_t i, std::size_t end) {
    Reading& last = out_.readings.back();
    if (const PeriodPhrase* phrase = period_at(i); phrase != nullptr) {
      if (over(*phrase)) {
        if (last.said != Said::change && percent(last) && (i == begin || last.direction != Direction::none) &&
            last_link_ != Link::level && last_link_ != Link::to && last_link_ != Link::from &&
            last_link_ != Link::compare) {
          last.said = Said::change;
        }
        if (last.said == Said::change || !percent(last)) compare_run(last, outer_[i].index);
      } else if (phrase->kind != PeriodPhrase::Kind::event) {
        trailing_.push_back(outer_[i].index);
      }
      return i + 1;
    }
    if (const std::size_t next = take_counted(last, begin, i, end); next != i) return next;
    if (const std::size_t next = take_sign(last, begin, i, end); next != i) return next;
    if (i == begin && is(i, Word::more) && is(i + 1, Word::than) && !percent(last)) {
      last.said = Said::nothing;  // "RMB1.7 billion less than at the end of March"
      return i + 2;
    }
    if (is(i, Word::respectively)) return respectively_ = true, i + 1;
    if (is(i, Word::each)) return each_ = true, i + 1;
    if (const std::size_t next = take_separator(i, end); next != i) return next;
    if (const std::size_t next = take_comparison(last, i); next != i) return next;
    if (const std::size_t next = take_change_noun(last, begin, i, end); next != i) return next;
    if (const std::size_t next = take_measure_behind(last, begin, i, end); next != i) return next;
    return take_whole(last, begin, i, end);
  }

  // "an increase of RMB25.3 million in staff costs", "with RMB3.1 billion in cash": what it is stands behind.
  std::size_t take_measure_behind(Reading& last, std::size_t begin, std::size_t i, std::size_t end) {
    if (i != begin || word_at(i) != "in") return i;
    const bool change = last.said == Said::change && last_link_ == Link::change;
    const bool unnamed = last.said == Said::current && last_link_ == Link::none &&
                         out_.quantities[last.quantity].kind == QuantityKind::money;
    if (!change && !unnamed) return i;
    const std::size_t stop = phrase_end(i + 1, end);
    std::string phrase = noun_phrase(text_, range(i + 1, stop));
    if (phrase.empty() || phrase == "total" || phrase == "aggregate") return i;
    last.subject = add_subject({std::move(phrase), out_.subjects[last.subject].period, false, {}, {}});
    return stop;
  }

  // "21,350 vehicles in the second quarter": what is counted, unless a verb makes it the next subject.
  [[nodiscard]] std::size_t take_counted(const Reading& last, std::size_t begin, std::size_t i,
                                         std::size_t end) const {
    if (i != begin || out_.quantities[last.quantity].kind != QuantityKind::count) return i;
    std::size_t next = i;
    while (next < end && outer_[next].is(Word::other) && !outer_[next].possessive) ++next;
    return next < end && (verb_like(outer_[next]) || outer_[next].is(Word::of)) ? i : next;
  }

  // "compared with RMB5.0 million of net loss": the sign stands behind.
  std::size_t take_sign(Reading& last, std::size_t begin, std::size_t i, std::size_t end) const {
    if (i != begin || out_.quantities[last.quantity].kind != QuantityKind::money) return i;
    std::size_t next = i;
    while (next < end && (outer_[next].is(Word::of) || outer_[next].is(Word::article) ||
                          word_at(next) == "net" || word_at(next) == "in"))
      ++next;
    if (next >= end || !only_sign(word_at(next)) || word_at(next) == "positive") return i;
    const bool closes =
        next + 1 >= end || outer_[next + 1].kind != Token::Kind::word || !outer_[next + 1].is(Word::other);
    if (!closes) return i;
    last.loss = last.loss || says_loss(word_at(next));
    return next + 1;
  }

  [[nodiscard]] bool percent(const Reading& reading) const {
    const QuantityKind kind = out_.quantities[reading.quantity].kind;
    return kind == QuantityKind::percent || kind == QuantityKind::points;
  }

  // A comma or "and" before a further period or "respectively".
  std::size_t take_separator(std::size_t i, std::size_t end) const {
    if (!mark(i, ',') && !is(i, Word::conjunction)) return i;
    const std::size_t next = mark(i, ',') && is(i + 1, Word::conjunction) ? i + 2 : i + 1;
    if (next >= end) return i;
    if (is(next, Word::respectively) || is(next, Word::each)) return next;
    const PeriodPhrase* phrase = period_at(next);
    if (phrase == nullptr || phrase->kind == PeriodPhrase::Kind::event) return i;
    // "..., in 2024 total revenues were": the period opens the next clause.
    const bool opens =
        next + 1 < end && (outer_[next + 1].is(Word::other) || outer_[next + 1].is(Word::article));
    return opens ? i : next;
  }

  // "from the same period of 2021", "compared with the prior quarter", without an amount.
  std::size_t take_comparison(Reading& last, std::size_t i) {
    std::size_t next = i;
    if (mark(next, ',')) ++next;
    if (is(next, Word::as) && is(next + 1, Word::compare)) ++next;
    const std::size_t link = next;
    if (is(next, Word::compare) && (is(next + 1, Word::with) || is(next + 1, Word::to))) {
      next += 2;
    } else if (is(next, Word::from) || is(next, Word::compare) || is(next, Word::than) ||
               is(next, Word::bound)) {
      ++next;
    }
    const PeriodPhrase* phrase = next == link ? nullptr : period_at(next);
    if (phrase == nullptr || phrase->kind == PeriodPhrase::Kind::event) return i;
    // "compared with the same period, ..." says against what the change is; an amount of its own would follow
    // the link, not the period.
    compare_run(last, outer_[next].index);
    return next + 1;
  }

  // Gives the last change the period that it is against, and what stands with it in the same words: "15% or
  // RMB1,057 million year-over-year", "10% and 29%, respectively, year-over-year".
  void compare_run(Reading& last, std::uint32_t period) {
    if (last.compared != kNone) return;
    const bool shared = respectively_ || last_link_ == Link::together;
    last.compared = period;
    for (std::size_t k = run_begin_; shared && k < out_.readings.size(); ++k) {
      if (out_.readings[k].compared == kNone) out_.readings[k].compared = period;
    }
  }

  // "a 9% increase", "a 10.3% year-over-year increase in operating profit"
  std::size_t take_change_noun(Reading& last, std::size_t begin, std::size_t i, std::size_t end) {
    const bool noun = change_noun(last, i);
    if (!noun || !nothing_but_period(begin, i)) return i;
    last.said = Said::change;
    last.direction = direction_of(outer_[i]);
    for (std::size_t k = run_begin_; k + 1 < out_.readings.size(); ++k) {
      if (percent(out_.readings[k]) && out_.readings[k].direction == Direction::none) {
        out_.readings[k].direction = last.direction;
        out_.readings[k].said = Said::change;
      }
    }
    if (i + 1 >= end || word_at(i + 1) != "in") return i + 1;
    const std::size_t stop = phrase_end(i + 2, end);
    std::string phrase = noun_phrase(text_, range(i + 2, stop));
    if (phrase.empty()) return i + 1;
    last.subject = add_subject({std::move(phrase), kNone, false, {}, {}});
    return stop;
  }

  // After a percentage any word of change is one; after an amount a noun is ("a RMB35.0 million increase
  // in").
  [[nodiscard]] bool change_noun(const Reading& last, std::size_t i) const {
    if (direction_of(outer_[i]) == Direction::none || last.said == Said::base) return false;
    const std::string_view word = word_at(i);
    const bool noun = word == "increase" || word == "decrease" || word == "decline" || word == "reduction" ||
                      word == "drop" || word == "higher" || word == "lower";
    return percent(last) || (noun && out_.quantities[last.quantity].kind == QuantityKind::money);
  }

  [[nodiscard]] bool nothing_but_period(std::size_t begin, std::size_t i) const {
    for (std::size_t k = begin; k < i; ++k) {
      if (outer_[k].kind != Token::Kind::period && !outer_[k].is(Word::adverb)) return false;
    }
    return true;
  }

  // "26% of revenues from public cloud services"
  std::size_t take_whole(Reading& last, std::size_t begin, std::size_t i, std::size_t end) {
    if (i != begin || !is(i, Word::of) || out_.quantities[last.quantity].kind != QuantityKind::percent)
      return i;
    if (last.said == Said::change || last_link_ == Link::rate || last_link_ == Link::change) return i;
    if (last.said == Said::base && !last.comparative) return i;
    const std::size_t stop = phrase_end(i + 1, end);
    std::string phrase = noun_phrase(text_, range(i + 1, stop));
    if (phrase.empty()) return i;
    last.said = Said::share;  // of a comparative too: "compared to RMB7,309 million, or 3.1% of revenue"
    last.whole = std::move(phrase);
    return stop;
  }

  // Where a noun phrase that starts at `i` ends.
  [[nodiscard]] std::size_t phrase_end(std::size_t i, std::size_t end) const {
    while (i < end && outer_[i].kind != Token::Kind::mark && outer_[i].kind != Token::Kind::period &&
           outer_[i].kind != Token::Kind::quantity && !verb_like(outer_[i]) && !outer_[i].is(Word::compare) &&
           !outer_[i].is(Word::pronoun) && !outer_[i].is(Word::whereas) && !outer_[i].is(Word::cause) &&
           !leads_to_figure(i)) {
      ++i;
    }
    return i;
  }

  // "41% of total revenue from 47%"
  [[nodiscard]] bool leads_to_figure(std::size_t i) const {
    if (!is(i, Word::from) && !is(i, Word::to)) return false;
    std::size_t next = i + 1;
    while (is(next, Word::approximate) || is(next, Word::negative) || is(next, Word::article)) ++next;
    return next < outer_.size() && outer_[next].kind == Token::Kind::quantity;
  }

  // ---------------------------------------------------------------- one figure

  void read_figure(std::size_t begin, std::size_t at, bool first) {
    Gap gap;
    read_gap(begin, at, first, gap);
    const std::uint32_t quantity = outer_[at].index;
    if (restates(gap, begin, at, quantity)) {
      out_.readings.back().translation = quantity;
      return;
    }
    const bool joins = gap.link == Link::together && trailing_.empty() && !out_.readings.empty() &&
                       joins_run(gap, at, quantity);
    if (!joins) {
      distribute();
      run_begin_ = out_.readings.size();
    }
    if (!gap.periods.empty()) opening_ = gap.periods;
    if (!gap.subject.empty() || clause_ == kNone) {
      // "In the first half of 2025, revenues were ..., and net income was ...": one period for both.
      if (gap.period == kNone && clause_ != kNone) gap.period = out_.subjects[clause_].period;
      clause_ = add_subject({gap.subject, gap.period, false, gap.divided, gap.divisor});
      expected_ = expected_ && gap.subject.empty();
      reason_ = false;
    } else if (gap.period != kNone) {
      out_.subjects[clause_].period = gap.period;
    }
    reason_ = gap.reason || (reason_ && gap.subject.empty() && gap.link == Link::together);
    expected_ = expected_ || gap.expected;
    Reading reading;
    reading.quantity = quantity;
    reading.subject = clause_;
    reading.translation = translation_[quantity];
    reading.named = gap.named;
    reading.negative = gap.negative;
    reading.loss = gap.loss;
    reading.approximate = gap.approximate;
    reading.bound = gap.bound;
    reading.expected = expected_;
    reading.direction = gap.direction;
    reading.compared = gap.over;
    give_role(gap, at, reading);
    reading.comparative = reading.comparative || reading.said == Said::base;
    last_link_ = gap.link;
    last_direction_ = reading.direction;
    if (spans_range(gap, reading)) {
      Reading& lower_end = out_.readings.back();
      reading.bound = lower_end.bound = true;
      if (reading.compared == kNone) reading.compared = lower_end.compared;
      if (reading.said == Said::nothing) lower_end.said = Said::nothing;
      reading.said = lower_end.said;
    }
    between_ = gap.between;
    out_.readings.push_back(std::move(reading));
  }

  // Two ends of a range are no amounts: "237.7% to 257.5%", "between RMB5.6 billion and RMB5.8 billion".
  [[nodiscard]] bool spans_range(const Gap& gap, const Reading& reading) const {
    if (out_.readings.empty() || !same_kind(out_.readings.back().quantity, reading.quantity)) return false;
    const bool percents = out_.quantities[reading.quantity].kind == QuantityKind::percent;
    return gap.range || (between_ && gap.link == Link::together) ||
           (percents && gap.link == Link::to && gap.subject.empty() &&
            out_.readings.back().said == Said::change);
  }

  // The figure before has the same kind, or both say one thing: "RMB7,309 million, or 3.1% of revenue", "a
  // decrease of 15% or RMB1,057 million", "compared to income of RMB785.0 million and a margin of 10%".
  [[nodiscard]] bool joins_run(const Gap& gap, std::size_t at, std::uint32_t quantity) const {
    const Reading& before = out_.readings.back();
    if (same_kind(before.quantity, quantity))
      return before.compared == kNone || before.said != Said::change || over_phrase(before.compared);
    return before.comparative || word_at(at - 1) == "or" || before.said == Said::change || !gap.named.empty();
  }
  [[nodiscard]] bool over_phrase(std::uint32_t period) const { return over(out_.periods[period]); }

  // "RMB1.20 billion, or US$165.8 million"
  [[nodiscard]] bool restates(const Gap& gap, std::size_t begin, std::size_t at,
                              std::uint32_t quantity) const {
    if (gap.link != Link::together || out_.readings.empty() || out_.readings.back().translation != kNone)
      return false;
    const bool worded = at > begin && (word_at(at - 1) == "or" || gap.approximate);
    return worded && translates(out_.readings.back().quantity, quantity);
  }

  void give_role(const Gap& gap, std::size_t at, Reading& reading) {
    const QuantityKind kind = out_.quantities[reading.quantity].kind;
    const Link link = gap.link;
    if (kind == QuantityKind::percent && word_at(at + 1) == "per" && word_at(at + 2) == "annum") {
      reading.said = Said::nothing;
    } else if (kind == QuantityKind::points) {
      reading.said = Said::change;
    } else if (link == Link::together) {
      follow(reading);
    } else if (kind == QuantityKind::percent) {
      reading.said = percent_role(link, reading);
    } else if (link == Link::from || link == Link::compare) {
      reading.said = Said::base;
    } else if (link == Link::change) {
      reading.said = Said::change;
    } else if (link == Link::equivalent) {
      reading.said = Said::equivalent;
    } else {
      reading.said = Said::current;
    }
    if (reason_ && reading.said != Said::change && kind != QuantityKind::percent) reading.said = Said::reason;
    if (kind == QuantityKind::count) count_role(link, at, reading);
    if (reading.said == Said::change && reading.direction == Direction::none) {
      reading.direction = link == Link::together || link == Link::none ? last_direction_ : gap.direction;
    }
  }

  static Said percent_role(Link link, const Reading& reading) {
    switch (link) {
      case Link::change:
        return reading.direction == Direction::none ? Said::nothing : Said::change;
      case Link::level:
      case Link::to:
        return Said::current;
      case Link::from:
      case Link::compare:
        return Said::base;
      case Link::share:
        return Said::share;
      default:
        return Said::nothing;
    }
  }

  // "and RMB1,775.7 million", "and 4.0%": as the last figure of its kind.
  void follow(Reading& reading) {
    const Reading* previous = out_.readings.empty() ? nullptr : &out_.readings.back();
    if (previous != nullptr && previous->comparative &&
        (!reading.named.empty() || percent(reading) != percent(*previous))) {
      reading.said = Said::base;  // the second comparative of a pair
      reading.comparative = true;
      return;
    }
    if (previous != nullptr && previous->said == Said::change && percent(reading) != percent(*previous)) {
      reading.said = Said::change;
      reading.direction = previous->direction;
      reading.compared = previous->compared;
      return;
    }

    for (std::size_t i = out_.readings.size(); i > 0; --i) {
      const Reading& before = out_.readings[i - 1];
      if (before.subject != reading.subject || !same_kind(before.quantity, reading.quantity)) continue;
      reading.said = before.said;
      if (reading.named.empty()) reading.named = before.named;
      if (reading.direction == Direction::none) reading.direction = before.direction;
      if (before.said == Said::base && !reading.negative && reading.named == before.named)
        reading.loss = reading.loss || before.loss;
      return;
    }
    const bool money = out_.quantities[reading.quantity].kind != QuantityKind::percent;
    reading.said = money ? (reason_ ? Said::reason : Said::current) : Said::nothing;
  }

  // A bare number is a claim where it is said of a subject, or counts employees, shares or ADSs.
  void count_role(Link link, std::size_t at, Reading& reading) {
    if (reading.said == Said::change) return;
    std::size_t stop = at + 1;
    const std::size_t last = phrase_end(at + 1, outer_.size());
    while (stop < last && !outer_[stop].is(Word::preposition) && !outer_[stop].is(Word::of) &&
           !outer_[stop].is(Word::as) && !outer_[stop].is(Word::at)) {
      ++stop;
    }
    std::string noun = noun_phrase(text_, range(at + 1, stop));
    const bool counted = has_word(noun, "employees") || has_word(noun, "shares") || has_word(noun, "adss") ||
                         has_word(noun, "staff") || has_word(noun, "personnel");
    const bool verbless = link == Link::none || link == Link::share || link == Link::rate;
    if (counted && (verbless || have_before_)) {
      reading.subject = clause_ = add_subject(
          {std::move(noun), clause_ == kNone ? kNone : out_.subjects[clause_].period, false, {}, {}});
      reading.said = link == Link::equivalent ? Said::equivalent : Said::current;
      return;
    }
    if (verbless && reading.said != Said::base) reading.said = Said::nothing;
    if (link == Link::equivalent && counted) {
      reading.subject = add_subject({std::move(noun), kNone, false, {}, {}});
    }
    const bool subject = reading.subject != kNone && !out_.subjects[reading.subject].phrase.empty();
    if (!subject) reading.said = Said::nothing;
  }

  // ---------------------------------------------------------------- the words before a figure

  void read_gap(std::size_t begin, std::size_t at, bool first, Gap& gap) {
    last_represents_ = have_before_ = false;
    for (std::size_t i = begin; i < at; ++i) {
      if (outer_[i].is(Word::expect)) gap.expected = true;
    }
    read_prefix_periods(begin, at, first, gap);
    std::size_t end = before_modifiers(begin, at, gap);
    if (end == begin && !first) {
      gap.link = gap.subject.empty() ? Link::together : Link::none;
      if (begin == at || !separator(begin, at)) gap.link = Link::together;
      return;
    }
    read_link(begin, end, first, gap);
    if (gap.link != Link::together && gap.link != Link::equivalent && gap.link != Link::rate)
      read_subject(begin, end, gap);
    read_division(begin, end, gap);
  }

  [[nodiscard]] bool separator(std::size_t begin, std::size_t at) const {
    return begin < at && (mark(begin, ',') || is(begin, Word::conjunction));
  }

  // Periods that open a clause or stand between its subject and its verb.
  void read_prefix_periods(std::size_t begin, std::size_t at, bool first, Gap& gap) const {
    bool opening = true;
    for (std::size_t i = begin; i < at; ++i) {
      const PeriodPhrase* phrase = period_at(i);
      if (phrase == nullptr) {
        const Token& token = outer_[i];
        if (token.is_mark(';') || token.is_mark(':') || token.is(Word::whereas)) {
          opening = true;
        } else if (!token.is(Word::adverb) && !token.is(Word::conjunction) &&
                   token.kind != Token::Kind::mark) {
          opening = false;
        }
        continue;
      }
      if (over(*phrase) || compared_with(begin, i)) {
        gap.over = outer_[i].index;
        continue;
      }
      if (phrase->kind == PeriodPhrase::Kind::event) continue;
      const bool before_verb = leads_to_verb(i + 1, at);
      const bool opens = opening && (first || i > begin);
      const bool in_subject = before_verb && gap.period == kNone && !after_verb(begin, i);
      const bool listed = gap.period != kNone && i > begin && period_list(begin, i);
      if (!(opens || in_subject || listed || (i > begin && is(i - 1, Word::have)))) continue;
      gap.period = outer_[i].index;
      gap.periods.push_back(gap.period);
    }
  }

  // "Compared with the second quarter of 2023, ..."
  [[nodiscard]] bool compared_with(std::size_t begin, std::size_t i) const {
    if (i == begin) return false;
    if (is(i - 1, Word::compare) || is(i - 1, Word::from) || is(i - 1, Word::than)) return true;
    return (is(i - 1, Word::with) || is(i - 1, Word::to)) && i >= begin + 2 && is(i - 2, Word::compare);
  }

  // A verb follows, after further periods at most.
  [[nodiscard]] bool leads_to_verb(std::size_t i, std::size_t at) const {
    if (i < at && mark(i, ',')) return true;
    while (i < at &&
           (outer_[i].is(Word::conjunction) || mark(i, ',') || outer_[i].kind == Token::Kind::period))
      ++i;
    return i < at && (verb_like(outer_[i]) || outer_[i].is(Word::adverb));
  }

  // "in 2023, 2022 and 2021": this period follows another.
  [[nodiscard]] bool period_list(std::size_t begin, std::size_t i) const {
    std::size_t k = i;
    while (k > begin && (outer_[k - 1].is_mark(',') || outer_[k - 1].is(Word::conjunction))) --k;
    return k > begin && k < i && outer_[k - 1].kind == Token::Kind::period;
  }

  [[nodiscard]] bool after_verb(std::size_t begin, std::size_t i) const {
    for (std::size_t k = begin; k < i; ++k) {
      if (verb_like(outer_[k])) return true;
    }
    return false;
  }

  // Takes "approximately", "negative", "a total of", "more than" off the end; returns where the link ends.
  std::size_t before_modifiers(std::size_t begin, std::size_t end, Gap& gap) const {
    while (end > begin) {
      const std::size_t i = end - 1;
      const Token& token = outer_[i];
      if (token.is(Word::approximate)) {
        gap.approximate = true;
      } else if (token.is(Word::negative)) {
        gap.negative = true;
      } else if (token.is(Word::bound)) {
        gap.bound = true;
        if (i > begin && is(i - 1, Word::at)) --end;
      } else if (token.is(Word::than) && i > begin && is(i - 1, Word::more)) {
        gap.bound = true;
        --end;
      } else if (token.is(Word::to) && i > begin && word_at(i - 1) == "up") {
        gap.bound = true;
        --end;
      } else if (word_at(i) == "between") {
        gap.between = true;
      } else if (token.is(Word::of) && i > begin && total_word(word_at(i - 1))) {
        --end;
      } else if (!token.is(Word::article) && !token.is(Word::adverb) && !token.is(Word::each) &&
                 !token.is_mark('"')) {
        return end;
      }
      --end;
    }
    return end;
  }

  [[nodiscard]] static bool total_word(std::string_view word) {
    return word == "total" || word == "aggregate" || word == "sum";
  }

  // The last word before the figure says how it is meant.
  void read_link(std::size_t begin, std::size_t end, bool first, Gap& gap) {
    if (end == begin) return;
    const std::size_t i = end - 1;
    const Token& token = outer_[i];
    if (token.kind == Token::Kind::period) {  // "were, in 2024, RMB5.0 million"
      read_link(begin, i, first, gap);
      return;
    }
    switch (token.word) {
      case Word::of:
      case Word::at:
        read_noun_link(begin, i, first, gap);
        return;
      case Word::by:
        gap.link = Link::change;
        gap.direction = direction_before(begin, i);
        if (i > begin && is(i - 1, Word::cause)) gap.reason = true;
        return;
      case Word::to:
        read_to(begin, i, gap);
        return;
      case Word::with:
        gap.link = i > begin && is(i - 1, Word::compare) ? Link::compare : Link::none;
        return;
      case Word::compare:
      case Word::than:
        gap.link = Link::compare;
        return;
      case Word::from:
        gap.link = Link::from;
        return;
      case Word::have:
        have_before_ = true;
        gap.link = Link::level;
        return;
      case Word::reach:
        gap.bound = gap.bound || over_it(word_at(i));
        gap.link = Link::level;
        return;
      case Word::be:
        gap.link = Link::level;
        return;
      case Word::up:
      case Word::down:
        gap.link = Link::change;
        gap.direction = direction_of(token);
        return;
      case Word::represent:
        last_represents_ = true;
        gap.link = Link::none;
        return;
      case Word::include:
      case Word::cause:
        gap.reason = true;
        return;
      case Word::preposition:
        gap.link = i > begin && is(i - 1, Word::account) ? Link::share : Link::none;
        if (gap.link == Link::none) gap.direction = Direction::none;
        return;
      default:
        gap.link = only_separators(begin, end) && !first ? Link::together : Link::none;
        return;
    }
  }

  // "exceeded RMB3.0 billion" does not say by how much.
  [[nodiscard]] static bool over_it(std::string_view word) {
    return word.starts_with("exceed") || word.starts_with("surpass") || word == "topped";
  }

  [[nodiscard]] bool only_separators(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (outer_[i].kind != Token::Kind::mark && !is(i, Word::conjunction) && !is(i, Word::adverb))
        return false;
    }
    return true;
  }

  [[nodiscard]] Direction direction_before(std::size_t begin, std::size_t i) const {
    for (std::size_t k = i; k > begin; --k) {
      if (const Direction direction = direction_of(outer_[k - 1]); direction != Direction::none)
        return direction;
    }
    return Direction::none;
  }

  void read_to(std::size_t begin, std::size_t i, Gap& gap) const {
    if (i == begin) {  // "from RMB1.0 million to", "by 13.4% to"; but "RMB1.0 million to" starts a range
      const bool after_base = !out_.readings.empty() && (out_.readings.back().said == Said::base ||
                                                         out_.readings.back().said == Said::change);
      gap.link = after_base ? Link::to : Link::none;
      gap.range = !after_base && !out_.readings.empty();
      return;
    }
    const Token& before = outer_[i - 1];
    if (before.is(Word::compare)) {
      gap.link = Link::compare;
    } else if (before.is(Word::equivalent)) {
      gap.link = Link::equivalent;
    } else if (before.is(Word::cause)) {
      gap.reason = true;
    } else if (before.is(Word::reach)) {
      gap.link = Link::level;
    } else {
      gap.link = moved(begin, i) ? Link::to : Link::none;
    }
  }

  [[nodiscard]] bool moved(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (direction_of(outer_[i]) != Direction::none || is(i, Word::verb) || is(i, Word::reach)) return true;
    }
    return false;
  }

  // "net loss of", "an increase of", "arriving at": the noun before says what the figure is.
  void read_noun_link(std::size_t begin, std::size_t of, bool first, Gap& gap) {
    if (of == begin) {
      gap.link = out_.readings.empty() ? Link::none : Link::together;
      return;
    }
    std::size_t head = of - 1;
    while (head > begin && (outer_[head].kind == Token::Kind::period || outer_[head].is(Word::adverb)))
      --head;
    const Token& noun = outer_[head];
    if (direction_of(noun) != Direction::none) {
      gap.link = Link::change;
      gap.direction = direction_of(noun);
      return;
    }
    if (verb_like(noun)) {
      gap.link = Link::level;
      return;
    }
    if (word_at(head) == "excess") {
      gap.bound = true;
      return;
    }
    const std::size_t start = noun_start(begin, of);
    gap.named = noun_phrase(text_, range(start, of));
    const Direction moving = direction_before(begin, of);
    if (is(of, Word::at) && moving != Direction::none &&
        !has_word(gap.named, "margin")) {  // "grew faster at 33%"
      gap.link = Link::change;
      gap.direction = moving;
      gap.named.clear();
      return;
    }
    if (is_rate(gap.named)) {
      gap.link = Link::rate;
      gap.named.clear();
      return;
    }
    link_of_noun(begin, start, first, gap);
    if (only_sign(gap.named) && !gap.reason) {
      gap.loss = gap.loss || says_loss(gap.named);
      gap.named.clear();
    } else if (gap.link != Link::compare && gap.link != Link::from && gap.link != Link::together) {
      gap.subject = gap.named;
      gap.named.clear();
    }
  }

  // "the rate of 16.5%" is a term, not a result; an effective rate is one.
  [[nodiscard]] static bool is_rate(std::string_view phrase) {
    return (has_word(phrase, "rate") || has_word(phrase, "rates")) && !has_word(phrase, "effective") &&
           !has_word(phrase, "utilization") && !has_word(phrase, "take") && !has_word(phrase, "growth");
  }

  [[nodiscard]] std::size_t noun_start(std::size_t begin, std::size_t of) const {
    std::size_t i = of;
    while (i > begin) {
      const Token& token = outer_[i - 1];
      if (token.kind == Token::Kind::mark && !token.is_mark('"') && !token.is_mark('-') &&
          !list_comma(begin, i - 1, of))
        break;
      if (verb_like(token) || token.is(Word::compare) || token.is(Word::cause) || token.is(Word::include) ||
          token.is(Word::represent) || token.is(Word::whereas) || token.is(Word::than) ||
          token.is(Word::pronoun)) {
        break;
      }
      if (token.is(Word::from) && from_links(begin, i - 1)) break;
      const bool after_link =
          i >= begin + 2 && (is(i - 2, Word::compare) || is(i - 2, Word::cause) || is(i - 2, Word::reach));
      if ((token.is(Word::with) || token.is(Word::to)) && after_link) break;
      if (token.is(Word::conjunction) && i - 1 == begin && begin != 0) break;
      if ((token.is(Word::preposition) || token.is(Word::with)) && is(i, Word::article) && i + 1 < of &&
          total_word_ahead(i + 1))
        break;
      --i;
    }
    return i;
  }

  [[nodiscard]] bool total_word_ahead(std::size_t i) const {
    return total_word(word_at(i)) || word_at(i) == "cash";
  }

  // A comma inside "cash, cash equivalents and restricted cash of": an "and" follows before the end.
  [[nodiscard]] bool list_comma(std::size_t begin, std::size_t comma, std::size_t of) const {
    if (!outer_[comma].is_mark(',') || comma == begin) return false;
    if (word_at(comma + 1) == "net") return true;  // "other loss, net of"
    for (std::size_t i = comma + 1; i < of; ++i) {
      if (outer_[i].is(Word::conjunction)) return true;
      if (verb_like(outer_[i])) return false;
    }
    return false;
  }

  // "from" compares where a change stands before it or where it opens the words after a figure.
  [[nodiscard]] bool from_links(std::size_t begin, std::size_t from) const {
    if (from == begin) return begin != 0;
    for (std::size_t i = begin; i < from; ++i) {
      if (direction_of(outer_[i]) != Direction::none) return true;
    }
    return mark(from - 1, ',');
  }

  void link_of_noun(std::size_t begin, std::size_t start, bool first, Gap& gap) {
    if (start == begin) {
      gap.link = first ? Link::level : Link::together;
      return;
    }
    const Token& left = outer_[start - 1];
    if (left.is(Word::from)) {
      gap.link = Link::from;
    } else if (left.is(Word::compare) || left.is(Word::than)) {
      gap.link = Link::compare;
    } else if ((left.is(Word::with) || left.is(Word::to)) && start >= begin + 2) {
      const Token& further = outer_[start - 2];
      gap.link = further.is(Word::compare) ? Link::compare : Link::level;
      gap.reason = further.is(Word::cause);
    } else if (left.is(Word::conjunction) && start == begin + 1 && !first) {
      gap.link = Link::together;
    } else if (direction_of(left) != Direction::none && start < outer_.size() && word_at(start) == "in") {
      gap.link = Link::change;  // "the increase in gross margin of 2.7 percentage points"
      gap.direction = direction_of(left);
    } else {
      gap.link = Link::level;
      gap.reason = reason_before(begin, start) || left.is(Word::include);
      if (left.is(Word::have)) have_before_ = true;
    }
  }

  // A cause after the last verb: what follows explains the subject. "resulting in" states a result.
  [[nodiscard]] bool reason_before(std::size_t begin, std::size_t end) const {
    for (std::size_t i = end; i > begin; --i) {
      const Token& token = outer_[i - 1];
      if (token.is(Word::cause)) return word_at(i) != "in";
      if (token.is(Word::include)) return true;
      if (token.is(Word::be) || token.is(Word::have) || token.is(Word::reach)) return false;
    }
    return false;
  }

  // ---------------------------------------------------------------- the subject

  void read_subject(std::size_t begin, std::size_t end, Gap& gap) {
    if (gap.link != Link::none && reason_before(begin, end) && gap.link != Link::change) gap.reason = true;
    if (!gap.subject.empty()) return;
    if (gap.link == Link::change && transitive(begin, end, Word::by, gap)) return;
    if (gap.link == Link::to && transitive(begin, end, Word::to, gap)) return;
    std::size_t segment = end;
    while (segment > begin) {
      const std::size_t start = segment_start(begin, segment);
      for (std::size_t i = start; i < segment; ++i) {
        if (!subject_verb(start, i)) continue;
        gap.subject = noun_phrase(text_, range(start, i));
        if (gap.subject.empty()) gap.subject = changed_measure(i, segment);
        if (!gap.subject.empty()) return;
        break;
      }
      segment = start > begin ? start - 1 : begin;
    }
    if (gap.link == Link::none && last_represents_) return;
  }

  // "The decrease in finance costs from": the measure stands behind the change.
  [[nodiscard]] std::string changed_measure(std::size_t change, std::size_t end) const {
    if (direction_of(outer_[change]) == Direction::none || word_at(change + 1) != "in") return {};
    std::size_t stop = change + 2;
    while (stop < end && !verb_like(outer_[stop]) && !is(stop, Word::from) && !is(stop, Word::by) &&
           !is(stop, Word::to) && !is(stop, Word::cause) && outer_[stop].kind != Token::Kind::mark) {
      ++stop;
    }
    return noun_phrase(text_, range(change + 2, stop));
  }

  // A verb ends the subject, but "cash generated from" and "cash used in" are names.
  [[nodiscard]] bool subject_verb(std::size_t start, std::size_t i) const {
    const Token& token = outer_[i];
    if (!verb_like(token) && !token.is(Word::represent)) return false;
    if (token.is(Word::have) && is(i + 1, Word::by)) return false;  // "revenue contributed by"
    if (i > start && is_cash(word_at(i - 1)) && (word_at(i) == "generated" || word_at(i) == "paid"))
      return false;
    // "increased advertising revenues": an adjective before a noun, not the verb of one.
    return true;
  }
  [[nodiscard]] static bool is_cash(std::string_view word) {
    return word == "cash" || word == "Cash" || word == "flow" || word == "flows";
  }

  // Clauses of one gap are separated by ";", ":", "while" and ", and".
  [[nodiscard]] std::size_t segment_start(std::size_t begin, std::size_t end) const {
    for (std::size_t i = end; i > begin; --i) {
      const Token& token = outer_[i - 1];
      if (token.is_mark(';') || token.is_mark(':') || token.is(Word::whereas)) return i;
      if (token.is(Word::conjunction) && i >= begin + 2 && mark(i - 2, ',') && verb_between(begin, i))
        return i;
    }
    return begin;
  }

  [[nodiscard]] bool verb_between(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (verb_like(outer_[i])) return true;
    }
    return begin != 0;
  }

  // "decreased sales and marketing expenses by 16%", "driving the ratio to 27.3%"
  bool transitive(std::size_t begin, std::size_t end, Word closing, Gap& gap) const {
    if (!is(end - 1, closing)) return false;
    const auto drives = [&](const Token& token) {
      return closing == Word::by ? direction_of(token) != Direction::none : token.is(Word::verb);
    };
    std::size_t verb = end - 1;
    while (verb > begin && !drives(outer_[verb - 1])) --verb;
    if (verb == begin || !names_something(range(verb, end - 1))) return false;
    if (closing == Word::to && moved(verb, end - 1)) return false;
    gap.subject = noun_phrase(text_, range(verb, end - 1));
    return !gap.subject.empty();
  }

  // "representing total liabilities divided by total assets"
  void read_division(std::size_t begin, std::size_t end, Gap& gap) const {
    for (std::size_t i = begin; i + 1 < end; ++i) {
      if (!is(i, Word::divide) || !is(i + 1, Word::by)) continue;
      std::size_t start = i;
      while (start > begin && outer_[start - 1].kind != Token::Kind::mark &&
             !is(start - 1, Word::represent) && !is(start - 1, Word::as) && !verb_like(outer_[start - 1]) &&
             !is(start - 1, Word::by)) {
        --start;
      }
      gap.divided = noun_phrase(text_, range(start, i));
      gap.divisor = noun_phrase(text_, range(i + 2, phrase_end(i + 2, end)));
      return;
    }
  }

  // ---------------------------------------------------------------- lists of figures

  // Gives the periods and subjects that stand behind a run of figures to its members.
  void distribute() {
    const std::size_t count = out_.readings.size() - run_begin_;
    if (count == 0) return;
    give_periods(count);
    if (count > 1) give_subjects(count);
    trailing_.clear();
    each_ = respectively_ = false;
    run_begin_ = out_.readings.size();
  }

  void give_periods(std::size_t count) {
    const bool opens = trailing_.empty() && count > 1 && out_.readings[run_begin_].said == Said::current;
    if (opens && opening_.size() == count) {
      for (std::size_t i = 0; i < count; ++i) give_period(out_.readings[run_begin_ + i], opening_[i]);
      several_ = opening_;
    } else if (opens && opening_.size() > 1 && respectively_) {
      // "For the three and six months ended June 30, 2024 and 2023": which is whose is not told.
      for (std::size_t i = 0; i < count; ++i) out_.readings[run_begin_ + i].said = Said::nothing;
    }
    if (trailing_.empty()) return;
    if (trailing_.size() == count) {
      for (std::size_t i = 0; i < count; ++i) give_period(out_.readings[run_begin_ + i], trailing_[i]);
      several_ = trailing_;
    } else if (trailing_.size() == 1 && count > 1 && several_.size() == count && years_back() != 0) {
      for (std::size_t i = 0; i < count; ++i) {
        PeriodPhrase phrase;
        phrase.period = years_before(out_.periods[several_[i]].period, years_back());
        out_.periods.push_back(phrase);
        give_period(out_.readings[run_begin_ + i], static_cast<std::uint32_t>(out_.periods.size() - 1));
      }
    } else if (trailing_.size() == 1) {
      for (std::size_t i = 0; i < count; ++i) give_period(out_.readings[run_begin_ + i], trailing_[0]);
    } else if (count == 1) {  // one amount for several periods
      for (std::size_t i = 1; i < trailing_.size() && each_; ++i) {
        Reading again = out_.readings[run_begin_];
        give_period(again, trailing_[i]);
        out_.readings.push_back(std::move(again));
      }
      give_period(out_.readings[run_begin_], trailing_[0]);
    }
  }

  // How many years "the same periods of 2023" stand before the several periods of the run before; 0 where the
  // words behind this run do not go back to those.
  [[nodiscard]] int years_back() const {
    using Kind = PeriodPhrase::Kind;
    const PeriodPhrase& phrase = out_.periods[trailing_.front()];
    const bool stated = std::all_of(several_.begin(), several_.end(), [&](std::uint32_t at) {
      return out_.periods[at].kind == Kind::stated && out_.periods[at].period.end.known();
    });
    if (!stated || (phrase.kind != Kind::same && phrase.kind != Kind::last_year)) return 0;
    return phrase.year == 0 ? 1 : out_.periods[several_.back()].period.end.year - phrase.year;
  }

  void give_period(Reading& reading, std::uint32_t period) const {
    const QuantityKind kind = out_.quantities[reading.quantity].kind;
    const bool change =
        reading.said == Said::change && (kind == QuantityKind::percent || kind == QuantityKind::points);
    if (reading.period == kNone && !change) reading.period = period;
  }

  void give_subjects(std::size_t count) {
    const Reading& first = out_.readings[run_begin_];
    if (first.subject == kNone) return;
    for (std::size_t i = 1; i < count;
         ++i) {  // "RMB140.2 million, or 11.6% of total revenues" is said of one
      if (!same_kind(first.quantity, out_.readings[run_begin_ + i].quantity)) return;
    }
    const bool periods_differ =
        trailing_.size() == count || (opening_.size() == count && first.said == Said::current);
    const bool told = respectively_ || first.said == Said::current || first.subject == parts_of_;
    if (periods_differ || !told) return;
    const std::uint32_t whole = first.subject;
    if (parts_of_ != whole) {
      const std::vector<std::string> parts = split_subject(out_.subjects[whole].phrase, count);
      if (parts.size() != count) return;
      parts_of_ = whole;
      parts_begin_ = out_.subjects.size();
      for (const std::string& part : parts) {
        add_subject({part, out_.subjects[whole].period, out_.subjects[whole].carried, {}, {}});
      }
    }
    if (parts_begin_ + count > out_.subjects.size()) return;
    for (std::size_t i = 0; i < count; ++i) {
      out_.readings[run_begin_ + i].subject = static_cast<std::uint32_t>(parts_begin_ + i);
    }
  }

  std::string_view text_;
  const FiscalCalendar& calendar_;
  SentenceReading& out_;
  std::vector<Token> outer_;
  std::vector<std::uint32_t> translation_;
  std::vector<Aside> asides_;
  std::vector<std::uint32_t> trailing_;  // periods behind the current run
  std::vector<std::uint32_t> opening_;   // periods that open the clause
  std::vector<std::uint32_t> several_;   // periods of the last run that had one to each figure
  std::size_t run_begin_ = 0;
  std::uint32_t clause_ = kNone;
  std::uint32_t parts_of_ = kNone;
  std::size_t parts_begin_ = 0;
  Link last_link_ = Link::none;
  Direction last_direction_ = Direction::none;
  bool each_ = false, respectively_ = false, reason_ = false, expected_ = false;
  bool last_represents_ = false, have_before_ = false, between_ = false;
};

// Nouns that can end one of several metrics.
bool head_noun(std::string_view word) {
  constexpr std::array<std::string_view, 28> kHeads = {
      "expenses", "expense", "costs",  "cost",   "revenues", "revenue",     "loss",
      "losses",   "profit",  "income", "margin", "assets",   "deficit",     "liabilities",
      "share",    "shares",  "ads",    "adss",   "ebitda",   "ebit",        "cash",
      "users",    "mau",     "dau",    "maus",   "daus",     "equivalents", "borrowings"};
  return std::any_of(kHeads.begin(), kHeads.end(), [&](std::string_view head) {
    return word.size() == head.size() && has_word(word, head);
  });
}

bool names_head(std::string_view phrase) {
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    if (head_noun(phrase.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

// "basic and diluted net loss per ADS" is basic net loss per ADS and diluted net loss per ADS; "revenues from
// the Mainland and overseas" is revenues from both.
void share_heads(std::vector<std::string>& parts) {
  const std::string& last = parts.back();
  const std::string& first = parts.front();
  if (!names_head(first) && names_head(last)) {
    const std::size_t space = last.find(' ');
    if (space == std::string::npos) return;
    const std::string head = last.substr(space);
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      if (!names_head(parts[i])) parts[i] += head;
    }
  } else if (names_head(first) && !names_head(last)) {
    std::size_t link = std::string::npos;
    for (const std::string_view preposition : {" from ", " of ", " for "}) {
      if (const std::size_t at = first.rfind(preposition); at != std::string::npos)
        link = at + preposition.size();
    }
    if (link == std::string::npos) return;
    const std::string lead = first.substr(0, link);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (!names_head(parts[i])) parts[i].insert(0, lead);
    }
  }
}

}  // namespace

void SentenceReading::clear() {
  quantities.clear();
  periods.clear();
  subjects.clear();
  readings.clear();
  tokens.clear();
}

void read_sentence(std::string_view text, const FiscalCalendar& calendar, SentenceReading& out) {
  out.clear();
  Reader(text, calendar, out).run();
}

std::vector<std::string> split_subject(std::string_view phrase, std::size_t count) {
  std::vector<std::string> parts;
  std::vector<std::pair<std::size_t, std::size_t>> breaks;  // begin and end of each possible separator
  const auto word_before = [&](std::size_t at) {
    const std::size_t space = phrase.rfind(' ', at == 0 ? 0 : at - 1);
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    return phrase.substr(begin, at - begin);
  };
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase.substr(i, 6) == ", and ") {
      breaks.emplace_back(i, i + 6);
      i += 5;
    } else if (phrase.substr(i, 2) == ", ") {
      breaks.emplace_back(i, i + 2);
    } else if (phrase.substr(i, 5) == " and ") {
      breaks.emplace_back(i, i + 5);
    }
  }
  if (breaks.size() + 1 != count) {  // "research and development and general and administrative expenses"
    breaks.erase(std::remove_if(breaks.begin(), breaks.end(),
                                [&](const auto& at) { return !head_noun(word_before(at.first)); }),
                 breaks.end());
  }
  if (breaks.size() + 1 != count) return parts;
  std::size_t begin = 0;
  for (const auto& [end, next] : breaks) {
    parts.emplace_back(phrase.substr(begin, end - begin));
    begin = next;
  }
  parts.emplace_back(phrase.substr(begin));
  share_heads(parts);
  return parts;
}

}  // namespace kcfin::prose
