// Finds the subject of a word of change that no figure follows, and what it is compared with.
#include "prose/trend.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "prose/asides.h"
#include "prose/cause.h"
#include "prose/change_word.h"
#include "prose/noun_phrase.h"
#include "prose/one_of.h"
#include "prose/phrase.h"
#include "values/text.h"

namespace kcfin::prose {
namespace {

// What is said of another basis, of what is usual, or only if something happens.
bool hedges(std::string_view word) {
  static constexpr std::array<std::string_view, 27> kHedges = {
      "typically",   "generally",  "usually",  "normally",      "historically", "tend",
      "tends",       "may",        "might",    "can",           "if",           "when",
      "unless",      "whether",    "no",       "neither",       "constant",     "organic",
      "organically", "underlying", "pro",      "like-for-like", "same-store",   "seasonally",
      "absent",      "currency",   "adjusting"};
  return one_of(word, kHedges);
}

class TrendReader {
 public:
  TrendReader(std::string_view text, const std::vector<Token>& tokens, const SentenceReading& sentence,
              std::vector<TrendReading>& out)
      : phrase_{text, tokens, sentence.periods}, out_(out) {}

  void run() {
    if (speaks_otherwise()) return;
    for (std::size_t i = 0; i < size(); ++i) {
      if (direction_of(phrase_.tokens[i]) == Direction::none || behind_cause(i)) continue;
      const std::string_view word = phrase_.word_at(i);
      if (change_adjective(word)) {
        if (!read_adjective(i)) read_comparative(i);
      } else if (change_noun(lowered(word))) {
        read_noun(i);
      } else if (change_verb(word) || (change_participle(word) && behind_have(i))) {
        read_verb(i);
      }
    }
    read_causes(phrase_, out_);
  }

 private:
  // The periods around a word of change: those of its own, and those that they are compared with.
  struct Periods {
    std::vector<std::uint32_t> own, compared;
  };

  [[nodiscard]] std::size_t size() const { return phrase_.tokens.size(); }

  [[nodiscard]] static std::string lowered(std::string_view word) { return lower(word); }

  [[nodiscard]] bool speaks_otherwise() const {
    for (std::size_t i = 0; i < size(); ++i) {
      const Token& token = phrase_.tokens[i];
      if (token.is(Word::expect) || token.is(Word::exclude) || token.is(Word::same)) return true;
      if (token.kind != Token::Kind::word) continue;
      if (hedges(lowered(phrase_.word_at(i)))) return true;
      if (phrase_.word_at(i) == "not") return true;
    }
    return false;
  }

  [[nodiscard]] bool behind_cause(std::size_t i) const {
    return i > 0 && (phrase_.is(i - 1, Word::to) || phrase_.is(i - 1, Word::by)) && i > 1 &&
           phrase_.is(i - 2, Word::cause);
  }

  // ---------------------------------------------------------------- where its clause begins

  // Behind ";", ":", a bullet, "while", or an "and" with a verb before it.
  [[nodiscard]] std::size_t clause_begin(std::size_t i) const {
    bool verb = false;
    std::size_t begin = i;
    for (std::size_t k = i; k > 0; --k) {
      const Token& token = phrase_.tokens[k - 1];
      if (token.is_mark(';') || token.is_mark(':') || token.is_mark('?') || token.is(Word::whereas)) return k;
      if (token.is(Word::conjunction)) {
        for (std::size_t v = 0; v + 1 < k && !verb; ++v) verb = verb_like(phrase_.tokens[v]);
        if (verb) return k;
      }
      begin = k - 1;
    }
    return begin;
  }

  // A cause stands before it in its part of the sentence: what is said explains something else.
  [[nodiscard]] bool explains(std::size_t i) const {
    for (std::size_t k = i; k > 0; --k) {
      const Token& token = phrase_.tokens[k - 1];
      if (token.is_mark(';') || token.is(Word::whereas)) return false;
      if (token.is(Word::cause) || token.is(Word::include)) return true;
    }
    return false;
  }

  // ---------------------------------------------------------------- behind the metric and its word of change

  // Reads periods and comparisons from `k` on; true where nothing else belongs to the direction.
  [[nodiscard]] bool read_behind(std::size_t k, Periods& periods, std::size_t& stop) const {
    bool compares = false;
    for (; k < size(); ++k) {
      const Token& token = phrase_.tokens[k];
      stop = k;
      if (token.kind == Token::Kind::period) {
        take_period(token.index, compares, periods);
      } else if (token.is(Word::compare)) {
        compares = true;
        if (phrase_.is(k + 1, Word::with) || phrase_.is(k + 1, Word::to)) ++k;
        if (phrase_.period_at(k + 1) == nullptr) return false;
      } else if (token.is(Word::from) || token.is(Word::than)) {
        compares = true;
        if (phrase_.period_at(k + 1) == nullptr) return false;
      } else if (token.is(Word::adverb) || token.is(Word::each)) {
        continue;
      } else if (token.is(Word::as) && phrase_.is(k + 1, Word::compare)) {
        continue;
      } else if (token.is_mark(',')) {
        if (!goes_on(k + 1)) return true;
      } else if (token.is(Word::conjunction)) {
        if (phrase_.period_at(k + 1) == nullptr) return direction_at(k + 1) == Direction::none;
      } else {
        return ends(k);
      }
    }
    stop = size();
    return true;
  }

  // What follows the comma still says of when or against what.
  [[nodiscard]] bool goes_on(std::size_t k) const {
    if (phrase_.is(k, Word::as)) return phrase_.is(k + 1, Word::compare);
    return phrase_.is(k, Word::compare) || phrase_.is(k, Word::each) ||
           (phrase_.period_at(k) != nullptr && over(*phrase_.period_at(k)));
  }

  [[nodiscard]] Direction direction_at(std::size_t k) const {
    while (phrase_.is(k, Word::adverb)) ++k;
    return k < size() ? direction_of(phrase_.tokens[k]) : Direction::none;
  }

  // The words at `k` begin another part of the sentence.
  [[nodiscard]] bool ends(std::size_t k) const {
    const Token& token = phrase_.tokens[k];
    if (token.kind == Token::Kind::mark)
      return !token.is_mark('(') && !token.is_mark('/') && !token.is_mark('&');
    if (token.is(Word::cause) || token.is(Word::whereas) || token.is(Word::with) || token.is(Word::as))
      return true;
    const std::string_view word = phrase_.word_at(k);
    static constexpr std::array<std::string_view, 7> kCauses = {"on",        "despite",    "through", "amid",
                                                                "following", "reflecting", "led"};
    return one_of(word, kCauses);
  }

  void take_period(std::uint32_t index, bool compares, Periods& periods) const {
    const PeriodPhrase& period = phrase_.periods[index];
    if (period.kind == PeriodPhrase::Kind::event) return;
    auto& list = over(period) || compares ? periods.compared : periods.own;
    list.push_back(index);
  }

  // ---------------------------------------------------------------- the shapes

  [[nodiscard]] bool behind_have(std::size_t i) const {
    while (i > 0 && phrase_.is(i - 1, Word::adverb)) --i;
    return i > 0 && (phrase_.word_at(i - 1) == "has" || phrase_.word_at(i - 1) == "have");
  }

  // "Gross margin improved year over year", "Revenue has decreased, primarily due to"
  void read_verb(std::size_t i) {
    std::size_t end = i;
    while (end > 0 && (phrase_.is(end - 1, Word::adverb) || phrase_.word_at(end - 1) == "has" ||
                       phrase_.word_at(end - 1) == "have"))
      --end;
    take_clause(i, end, i + 1);
  }

  // "Operating expenses were higher in the third quarter"
  void read_comparative(std::size_t i) {
    std::size_t end = i;
    while (end > 0 && phrase_.is(end - 1, Word::adverb)) --end;
    const std::string_view be = end > 0 ? phrase_.word_at(end - 1) : std::string_view();
    if (be != "was" && be != "were") return;
    take_clause(i, end - 1, i + 1);
  }

  // The subject ends at `end`, and what is said of it goes on at `behind`.
  void take_clause(std::size_t i, std::size_t end, std::size_t behind) {
    const std::size_t begin = clause_begin(end);
    if (begin == end || explains_subject(begin, end) || narrows(begin, end)) return;
    Periods periods;
    if (!takes_subject(begin, end, periods)) return;
    std::size_t stop = behind;
    if (!read_behind(behind, periods, stop)) return;
    const std::string named = name_of(begin, end);
    if (!named.empty()) take(named, i, begin, periods);
  }

  // "due to X, Y and Z increased": the clause of a cause, unless a comma parts it from the subject.
  [[nodiscard]] bool explains_subject(std::size_t begin, std::size_t end) const {
    std::size_t cause = end;
    for (std::size_t k = begin; k < end; ++k) {
      if (phrase_.is(k, Word::cause)) cause = k;
    }
    if (cause != end) {
      return std::none_of(phrase_.tokens.begin() + static_cast<std::ptrdiff_t>(cause),
                          phrase_.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                          [](const Token& token) { return token.is_mark(','); });
    }
    return begin > 0 && phrase_.is(begin - 1, Word::conjunction) && explains(begin);
  }

  // Nothing but a noun phrase and periods.
  [[nodiscard]] bool takes_subject(std::size_t begin, std::size_t end, Periods& periods) const {
    for (std::size_t k = begin; k < end; ++k) {
      const Token& token = phrase_.tokens[k];
      if (token.kind == Token::Kind::period) {
        take_period(token.index, false, periods);
        continue;
      }
      if (token.kind == Token::Kind::quantity || token.is(Word::pronoun) || token.is(Word::than) ||
          token.is(Word::compare) || token.is(Word::represent) || token.is(Word::account))
        return false;
      const bool cash = token.is(Word::have) && k > begin && cash_before(k);
      if (verb_like(token) && !cash) return false;
    }
    return true;
  }

  // The metric among the words [begin, end). "innovative businesses' gross profit": whose it is belongs to
  // its name.
  [[nodiscard]] std::string name_of(std::size_t begin, std::size_t end) const {
    const std::span<const Token> range = phrase_.range(begin, end);
    std::vector<Token> tokens(range.begin(), range.end());
    for (Token& token : tokens) {
      const std::string_view word = phrase_.text.substr(token.begin, token.end - token.begin);
      const bool part = (word.front() < 'A' || word.front() > 'Z') && word != "company" && word != "group";
      if (token.possessive && part) token.possessive = false;
    }
    return noun_phrase(phrase_.text, tokens);
  }

  // "In the north, sales increased": where they did, so not all of them. "In 2024," and "Due to demand," say
  // nothing of the kind.
  [[nodiscard]] bool narrows(std::size_t begin, std::size_t end) const {
    std::size_t piece = begin;
    for (std::size_t k = begin; k < end; ++k) {
      if (!phrase_.tokens[k].is_mark(',')) continue;
      const Token& first = phrase_.tokens[piece];
      const bool led =
          first.is(Word::preposition) || first.is(Word::at) || first.is(Word::of) || first.is(Word::from);
      if (led && names_something(phrase_.range(piece, k))) return true;
      piece = k + 1;
    }
    return false;
  }

  // "Net cash generated from operating activities"
  [[nodiscard]] bool cash_before(std::size_t k) const {
    const std::string_view word = phrase_.word_at(k - 1);
    return word == "cash" || word == "Cash" || word == "premiums";
  }

  // "The year-over-year increase in gross profit was primarily due to", "The decrease was"
  void read_noun(std::size_t i) {
    Periods periods;
    const std::optional<std::size_t> begin = opening(i, periods);
    if (!begin || (*begin > 0 && explains(*begin))) return;
    const bool names = phrase_.word_at(i + 1) == "in" || phrase_.is(i + 1, Word::of);
    read_named(i, *begin, names ? i + 2 : i + 1, names, periods);
  }

  // "The lower effective tax rate for the quarter was due to"
  bool read_adjective(std::size_t i) {
    Periods periods;
    const std::optional<std::size_t> begin = opening(i, periods);
    if (!begin || phrase_.is(i, Word::be)) return false;
    if (*begin == i || (*begin > 0 && explains(*begin))) return false;
    read_named(i, *begin, i + 1, true, periods);
    return true;
  }

  // Where the noun phrase of the change begins: "The slight year-over-year and quarter-over-quarter" before
  // it. Empty where anything else stands there.
  [[nodiscard]] std::optional<std::size_t> opening(std::size_t i, Periods& periods) const {
    std::size_t k = i;
    for (; k > 0; --k) {
      const Token& token = phrase_.tokens[k - 1];
      const std::string_view word = phrase_.word_at(k - 1);
      if (token.kind == Token::Kind::period) {
        take_period(token.index, false, periods);
        // The article before a period is a part of it.
        if (word.starts_with("The ") || word.starts_with("the "))
          return opens_clause(k - 1) ? std::optional(k - 1) : std::nullopt;
      } else if (token.is(Word::article) || word == "This" || word == "These" || word == "this" ||
                 word == "these") {
        if (word == "a" || word == "an" || word == "another" || word == "A" || word == "An") return {};
        return opens_clause(k - 1) ? std::optional(k - 1) : std::nullopt;
      } else if (!token.is(Word::adverb) && !token.is(Word::conjunction) && word != "net" && word != "both" &&
                 word != "respective") {
        return {};
      }
    }
    const std::string_view first = phrase_.word_at(0);
    return i == 0 && first.front() >= 'A' && first.front() <= 'Z' ? std::optional(i) : std::nullopt;
  }

  [[nodiscard]] bool opens_clause(std::size_t k) const {
    if (k == 0) return true;
    const Token& before = phrase_.tokens[k - 1];
    return before.is_mark(',') || before.is_mark(';') || before.is_mark('"') || before.is_mark('?') ||
           before.is_mark(':') || before.is_mark('-') || before.is(Word::whereas) ||
           before.is(Word::conjunction) || before.kind == Token::Kind::period || before.is(Word::adverb);
  }

  // From the metric, or what stands in its place, to the verb of the change.
  void read_named(std::size_t i, std::size_t begin, std::size_t from, bool names, Periods& periods) {
    std::size_t verb = from;
    bool compares = false;
    std::size_t name_end = from;
    bool named = names;
    for (; verb < size(); ++verb) {
      const Token& token = phrase_.tokens[verb];
      if (token.is(Word::be) || token.is(Word::cause)) break;
      if (token.kind == Token::Kind::quantity || token.is(Word::pronoun) || token.is_mark(';')) return;
      if (token.kind == Token::Kind::period) {
        take_period(token.index, compares, periods);
        named = false;
      } else if (token.is(Word::compare) || token.is(Word::from) || token.is(Word::than)) {
        if (token.is(Word::from) && named) {  // "revenues from licences"
          name_end = verb + 1;
          continue;
        }
        compares = true;
        named = false;
      } else if (named) {
        if (verb_like(token) && !(token.is(Word::have) && cash_before(verb))) return;
        name_end = verb + 1;
      } else if (!token.is(Word::with) && !token.is(Word::to) && !token.is(Word::as) &&
                 !token.is(Word::adverb) && !token.is(Word::each) && !token.is(Word::conjunction) &&
                 !token.is_mark(',') && !token.is(Word::preposition)) {
        return;
      }
    }
    if (verb >= size() || states_figure(verb) || !tells(verb)) return;
    std::string metric;
    if (!names && (sets_off(verb) || phrase_.word_at(begin).ends_with("hese"))) return;
    if (names) {
      metric = name_of(from, name_end);
      if (metric.empty()) return;
    }
    take(metric, i, begin, periods);
  }

  // What was, or what something is due to; "the increase in provisions is recognised" tells how it is done.
  [[nodiscard]] bool tells(std::size_t verb) const {
    const std::string_view word = phrase_.word_at(verb);
    if (word == "was" || word == "were") return true;
    if (phrase_.is(verb, Word::cause)) return word == "resulted" || word.starts_with("reflect");
    for (++verb; phrase_.is(verb, Word::adverb);) ++verb;
    return phrase_.is(verb, Word::cause);
  }

  // "These increases were partially offset by": of what stands further before, as like as not.
  [[nodiscard]] bool sets_off(std::size_t verb) const {
    for (std::size_t k = verb; k < size() && k < verb + 4; ++k) {
      if (phrase_.word_at(k).starts_with("offset")) return true;
    }
    return false;
  }

  // "The increase in revenue was RMB5.0 million": a figure follows, which is read as one.
  [[nodiscard]] bool states_figure(std::size_t verb) const {
    for (std::size_t k = verb + 1; k < size() && k < verb + 4; ++k) {
      if (phrase_.is(k, Word::cause)) return false;
      if (phrase_.tokens[k].kind == Token::Kind::quantity) return true;
    }
    return false;
  }

  // A reading for each period of its own, and each that it is compared with.
  void take(const std::string& named, std::size_t i, std::size_t begin, Periods periods) {
    if (speaks_of_more(named)) return;
    if (periods.own.empty()) periods.own.push_back(kNone);
    if (periods.compared.empty()) periods.compared.push_back(kNone);
    if (periods.own.size() > 2 || periods.compared.size() > 2) return;
    for (const std::uint32_t own : periods.own) {
      for (const std::uint32_t compared : periods.compared) {
        TrendReading reading;
        reading.phrase = named;
        reading.direction = direction_of(phrase_.tokens[i]);
        reading.at = phrase_.tokens[i].begin;
        reading.size = phrase_.tokens[i].end - phrase_.tokens[i].begin;
        reading.own = own;
        reading.compared = compared;
        reading.clause = begin < size() ? phrase_.tokens[begin].begin : 0;
        out_.push_back(std::move(reading));
      }
    }
  }

  // "growth in revenue", "the rate of increase", "costs as a percentage of revenues"
  [[nodiscard]] static bool speaks_of_more(std::string_view named) {
    static constexpr std::array<std::string_view, 12> kMore = {
        "growth", "increase", "decrease", "percentage", "rate of", "proportion",
        "change", "changes",  "impact",   "effect",     "average", "number"};
    return std::any_of(kMore.begin(), kMore.end(),
                       [&](std::string_view word) { return has_word(named, word); });
  }

  Phrase phrase_;
  std::vector<TrendReading>& out_;
};

}  // namespace

void read_trends(std::string_view text, const SentenceReading& sentence, std::vector<TrendReading>& out) {
  const Outer outer = separate_asides(text, sentence);
  TrendReader(text, outer.tokens, sentence, out).run();
}

}  // namespace kcfin::prose
