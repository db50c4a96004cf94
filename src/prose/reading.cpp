// Reads a sentence from left to right: the words between two figures say how the second one is meant.
#include "prose/reading.h"

#include <algorithm>
#include <array>
#include <utility>

#include "prose/asides.h"
#include "prose/before.h"
#include "prose/behind.h"
#include "prose/figure_run.h"
#include "prose/noun_phrase.h"
#include "prose/other_base.h"
#include "prose/other_basis.h"
#include "prose/part_said.h"
#include "prose/phrase.h"
#include "prose/role.h"
#include "values/text.h"

namespace kcfin::prose {
namespace {

// "attributed to common stockholders": to whom it belongs; else to what it is due.
bool attributed_to_owners(std::string_view text, const std::vector<Token>& tokens, std::size_t i) {
  constexpr std::size_t kFurthest = 6;
  constexpr auto kOwners =
      std::to_array<std::string_view>({"shareholders", "stockholders", "unitholders", "holders", "owners",
                                       "interest", "interests", "parent"});
  if (i + 1 >= tokens.size() || !tokens[i + 1].is(Word::to)) return false;
  for (std::size_t k = i + 2; k < tokens.size() && k < i + kFurthest; ++k) {
    if (tokens[k].kind != Token::Kind::word) return false;
    const std::string word = lower(text.substr(tokens[k].begin, tokens[k].end - tokens[k].begin));
    if (std::find(kOwners.begin(), kOwners.end(), word) != kOwners.end()) return true;
  }
  return false;
}

// "Registered user accounts were", "active paid subscribers rose": a participle within the subject's name.
void name_participles(std::string_view text, std::vector<Token>& tokens) {
  constexpr auto kParticiples =
      std::to_array<std::string_view>({"registered", "paid", "issued", "employed", "held"});
  constexpr std::size_t kMostWords = 4;
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (!token.is(Word::have) || !tokens[i + 1].is(Word::other)) continue;
    const std::string word = lower(text.substr(token.begin, token.end - token.begin));
    if (std::find(kParticiples.begin(), kParticiples.end(), word) == kParticiples.end()) continue;
    std::size_t verb = i + 2;
    while (verb < tokens.size() && verb <= i + kMostWords && tokens[verb].is(Word::other)) ++verb;
    if (verb < tokens.size() && verb_like(tokens[verb])) token.word = Word::other;
  }
}

// "net loss attributable to ordinary shareholders" is a name; "was mainly attributable to" gives a cause.
void name_attributions(std::string_view text, std::vector<Token>& tokens) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    // "As a result, ..." opens the sentence and tells of no cause within it.
    if (token.is(Word::cause) && i + 1 < tokens.size() && tokens[i + 1].is_mark(',') && i <= 2)
      token.word = Word::adverb;
    if (!token.is(Word::cause) || !tokens[i - 1].is(Word::other)) continue;
    // "The segment's operating result was": a name too.
    const bool result = text.substr(token.begin, token.end - token.begin) == "result";
    if (result && i + 1 < tokens.size() && tokens[i + 1].is(Word::be)) token.word = Word::other;
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    if (word == "attributable" || (word == "attributed" && attributed_to_owners(text, tokens, i)))
      token.word = Word::other;
  }
}

class Walk {
 public:
  Walk(std::string_view text, const Outer& outer, SentenceReading& out)
      : phrase_{text, outer.tokens, out.periods}, outer_(outer), out_(out) {}

  void run() {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < outer_.tokens.size(); ++i) {
      if (outer_.tokens[i].kind != Token::Kind::quantity) continue;
      const std::size_t from = begin == 0 ? 0 : take_behind(phrase_, begin, i, run_, out_);
      if (begin != 0) mark_narrowed(from);
      read_figure(from, i, begin == 0);
      begin = i + 1;
    }
    if (begin != 0) {
      const std::size_t end = outer_.tokens.size();
      mark_narrowed(take_behind(phrase_, begin, end, run_, out_));
    }
    distribute(out_, clause_, run_);
    deal_shares();
    doubt_margins();
    complete_comparatives();
    mark_excluding();
    carry_exclusion();
    mark_exclusion();
    carry_basis();
    mark_adjusted();
    for (Reading& reading : out_.readings) {
      if (reading.of_causes) reading.said = Said::nothing;
    }
  }

 private:
  void read_figure(std::size_t begin, std::size_t at, bool first) {
    const Before before{!out_.readings.empty(),
                        out_.readings.empty() ? Said::nothing : out_.readings.back().said};
    Gap gap = read_gap(phrase_, begin, at, first, before);
    const std::uint32_t quantity = outer_.tokens[at].index;
    if (restates(gap, begin, at, quantity)) {
      out_.readings.back().translation = quantity;
      return;
    }
    const bool joins = gap.link == Link::together && run_.trailing.empty() && !out_.readings.empty() &&
                       joins_run(gap, at, quantity);
    if (!joins) {
      distribute(out_, clause_, run_);
      run_.begin = out_.readings.size();
    }
    const std::uint32_t subject = clause_.subject;
    if (run_.basis != kNone && gap.subject.empty()) clause_.subject = run_.basis;
    run_.basis = kNone;
    enter_clause(gap);
    if (gap.represents) represented_ = subject;
    return_from_terms(gap, quantity);
    Reading reading = reading_of(gap, quantity);
    // "a 10 percentage-point increase in gross margin to 36.1%": of the measure that the change named.
    const bool arrives = gap.link == Link::to && gap.subject.empty() && !out_.readings.empty() &&
                         out_.readings.back().said == Said::change;
    if (arrives) reading.subject = out_.readings.back().subject;
    // "was favorable RMB2.0 million": a difference, and not the amount.
    reading.narrowed = reading.narrowed || phrase_.word_at(at - 1) == "favorable" ||
                       phrase_.word_at(at - 1) == "unfavorable";
    give_role(phrase_, gap, at, run_, clause_, out_, reading);
    take_comparison(gap, reading);
    if (told_before(begin, at)) reading.said = Said::nothing;
    if (describes(at, reading)) reading.said = Said::nothing;
    take_owner(at, reading);
    named_by_noun_ = gap.noun;
    // "due to a gain of RMB2.0 million, compared with RMB1.0 million": of which of the two, is not told.
    const bool after_reason = !out_.readings.empty() && out_.readings.back().said == Said::reason &&
                              out_.readings.back().subject == reading.subject;
    reading.narrowed = reading.narrowed || (reading.said == Said::base && after_reason);
    run_.link = gap.link;
    run_.direction = reading.direction;
    if (spans_range(gap, reading)) {
      Reading& lower_end = out_.readings.back();
      reading.bound = lower_end.bound = true;
      if (reading.compared == kNone) reading.compared = lower_end.compared;
      if (reading.said == Said::nothing) lower_end.said = Said::nothing;
      reading.said = lower_end.said;
    }
    run_.between = gap.between;
    out_.readings.push_back(std::move(reading));
  }

  // "taxes were RMB5.0 million, representing a rate of 20%, compared with RMB4.0 million": of taxes again.
  void return_from_terms(const Gap& gap, std::uint32_t quantity) {
    const bool again = gap.link == Link::compare && gap.subject.empty() && represented_ != kNone &&
                       out_.quantities[quantity].kind == QuantityKind::money && !out_.readings.empty() &&
                       is_percent(out_.quantities[out_.readings.back().quantity]);
    if (!again) return;
    clause_.subject = represented_;
    represented_ = kNone;
  }

  // "was previously reported as RMB5.0 million", "the RMB5.0 million originally announced": what the
  // statements no longer say.
  [[nodiscard]] bool told_before(std::size_t begin, std::size_t at) const {
    const auto once = [&](std::size_t i) {
      const std::string_view word = phrase_.word_at(i), next = phrase_.word_at(i + 1);
      return (word == "previously" || word == "originally" || word == "initially") &&
             (next == "reported" || next == "announced" || next == "stated" || next == "disclosed" ||
              next == "published" || next == "presented");
    };
    for (std::size_t i = begin; i < at; ++i) {
      if (once(i)) return true;
    }
    return once(at + 1);
  }

  // "as a RMB1.0 billion bond was redeemed": the amount describes what the noun names. A noun that names a
  // result is one of the statements: "a RMB5.0 million net loss".
  [[nodiscard]] bool describes(std::size_t at, const Reading& reading) const {
    const std::string_view article = phrase_.word_at(at - 1);
    const bool described = at > 0 && (article == "a" || article == "an") && phrase_.is(at + 1, Word::other);
    if (!described || reading.said == Said::change ||
        out_.quantities[reading.quantity].kind != QuantityKind::money)
      return false;
    const std::size_t stop = phrase_.phrase_end(at + 1, phrase_.tokens.size());
    const std::string noun = noun_phrase(phrase_.text, phrase_.range(at + 1, stop));
    constexpr std::array<std::string_view, 12> kResults = {"loss",     "losses", "profit",  "income",
                                                           "earnings", "gain",   "revenue", "revenues",
                                                           "deficit",  "ebitda", "inflow",  "outflow"};
    return std::none_of(kResults.begin(), kResults.end(),
                        [&](std::string_view word) { return has_word(noun, word); });
  }

  // "was RMB1.0 million for the quarter and, for the year, RMB5.0 million": the period stands before its
  // amount.
  void take_own_period(std::size_t at, const PeriodPhrase& period, Reading& reading) {
    const bool item = at > 1 && (phrase_.is(at - 2, Word::conjunction) || phrase_.mark(at - 2, ','));
    if (!item || out_.readings.empty() || over(period) || period.kind == PeriodPhrase::Kind::event) return;
    if (reading.said != Said::current || reading.period != kNone || reading.comparative) return;
    reading.period = phrase_.tokens[at - 1].index;
    for (Reading& before : out_.readings) {  // those are of the subject's period, and not of this one
      if (before.subject == reading.subject && before.period == kNone && before.said == Said::current)
        before.period = out_.subjects[reading.subject].period;
    }
  }

  // "3% above the first quarter's RMB5.0 million": of that period, which another amount is compared with.
  void take_owner(std::size_t at, Reading& reading) {
    const PeriodPhrase* owner = at == 0 ? nullptr : phrase_.period_at(at - 1);
    if (owner == nullptr) return;
    if (!phrase_.tokens[at - 1].possessive) return take_own_period(at, *owner, reading);
    if (owner->kind == PeriodPhrase::Kind::current || owner->kind == PeriodPhrase::Kind::event) return;
    reading.period = phrase_.tokens[at - 1].index;
    reading.comparative = true;
    if (reading.said == Said::current) reading.said = Said::base;
  }

  // The words before the figure may open a clause with a subject and a period of its own.
  void enter_clause(Gap& gap) {
    if (!gap.periods.empty()) clause_.opening = gap.periods;
    if (!gap.subject.empty() || clause_.subject == kNone) {
      // "In the first half of 2025, revenues were ..., and net income was ...": one period for both.
      if (gap.period == kNone && clause_.subject != kNone) gap.period = out_.subjects[clause_.subject].period;
      clause_.subject = out_.add_subject({gap.subject, gap.period, false, gap.divided, gap.divisor});
      clause_.expected = clause_.expected && (gap.subject.empty() || gap.listed);
      clause_.reason = clause_.reason && gap.listed;
      clause_.result = clause_.result && gap.listed;
    } else if (gap.period != kNone) {
      out_.subjects[clause_.subject].period = gap.period;
    }
    const bool goes_on = gap.listed || (gap.subject.empty() && gap.link == Link::together);
    clause_.reason = gap.reason || (clause_.reason && goes_on);
    clause_.result = gap.result || (clause_.result && goes_on);
    clause_.expected = clause_.expected || gap.expected;
  }

  // "a gross margin of A, and a net margin of B, compared to a gross margin of C, and a net margin of D": an
  // amount of the same name stands before.
  [[nodiscard]] bool told(const Reading& reading) const {
    const auto name = [&](const Reading& one) -> const std::string& {
      return one.named.empty() && one.subject != kNone ? out_.subjects[one.subject].phrase : one.named;
    };
    return std::any_of(out_.readings.begin(), out_.readings.end(), [&](const Reading& before) {
      return before.said == Said::current && !before.comparative && !name(reading).empty() &&
             name(before) == name(reading) && before.quantity != reading.quantity &&
             same_kind(out_.quantities[before.quantity], out_.quantities[reading.quantity]);
    });
  }

  // "compared to RMB3.1 million, representing 7.0% of total revenue": the share belongs to the comparative.
  void take_comparison(const Gap& gap, Reading& reading) {
    if (clause_.compared && gap.listed && reading.said == Said::current && told(reading)) {
      reading.said = Said::base;
      reading.comparative = true;
      return;
    }
    const bool opens = !gap.subject.empty() || gap.link == Link::level || gap.link == Link::to;
    if (opens && !gap.represents) clause_.compared = false;
    const bool follows =
        clause_.compared && reading.said != Said::change && (gap.link == Link::none || gap.represents);
    if (reading.said == Said::base && gap.link == Link::compare) clause_.compared = true;
    reading.comparative = reading.comparative || reading.said == Said::base || follows;
  }

  // "was A compared to B in 2023, representing 32% and 35% of revenue, respectively": one to each.
  void deal_shares() {
    for (std::size_t i = 1; i + 1 < out_.readings.size(); ++i) {
      const Reading& base = out_.readings[i - 1];
      Reading &first = out_.readings[i], &second = out_.readings[i + 1];
      const bool pair = first.said == Said::share && second.said == Said::share &&
                        first.subject == second.subject && base.subject == first.subject &&
                        base.said == Said::base && first.comparative && !second.comparative;
      if (!pair) continue;
      const std::size_t begin = out_.quantities[first.quantity].end;
      if (phrase_.text.substr(begin, out_.quantities[second.quantity].begin - begin) != " and ") continue;
      first.comparative = false;
      second.comparative = true;
      if (first.period == kNone && second.period == kNone) second.period = base.period;
    }
  }

  // "an adjusted operating profit of A and an operating margin of B": of which of both profits, it does not
  // say.
  void doubt_margins() {
    for (std::size_t i = 1; i < out_.readings.size(); ++i) {
      Reading& margin = out_.readings[i];
      const std::string &name = name_of(margin), &beside = name_of(out_.readings[i - 1]);
      if (!is_percent(out_.quantities[margin.quantity]) || !name.ends_with(" margin") ||
          says_adjusted(name) || !says_adjusted(beside))
        continue;
      const std::size_t begin = out_.quantities[out_.readings[i - 1].quantity].end;
      const std::string_view between =
          phrase_.text.substr(begin, out_.quantities[margin.quantity].begin - begin);
      const bool joined = between.starts_with(" and a ") || between.starts_with(" and an ");
      if (joined && has_word(beside, lower(std::string_view(name).substr(0, name.find(' ')))))
        margin.rebased = true;
    }
  }

  [[nodiscard]] const std::string& name_of(const Reading& reading) const {
    static const std::string kNothing;
    if (!reading.named.empty()) return reading.named;
    return reading.subject == kNone ? kNothing : out_.subjects[reading.subject].phrase;
  }

  // "compared to A, representing 7.0% of revenue, for the comparative period": the period is of both.
  void complete_comparatives() {
    for (std::size_t i = out_.readings.size(); i > 1; --i) {
      const Reading& after = out_.readings[i - 1];
      Reading& reading = out_.readings[i - 2];
      const bool terms =
          is_percent(out_.quantities[after.quantity]) && !is_percent(out_.quantities[reading.quantity]);
      const bool both = reading.comparative && after.comparative &&
                        (reading.subject == after.subject || terms) && reading.said != Said::change &&
                        after.said != Said::change;
      if (both && reading.period == kNone && reading.compared == kNone) reading.period = after.period;
    }
  }

  // "was RMB1.64, up 12%, when excluding the charge": another measure than the one that is named.
  void mark_excluding() {
    for (std::size_t i = 0; i < outer_.tokens.size(); ++i) {
      const Token& token = outer_.tokens[i];
      if (!token.is(Word::exclude)) continue;
      Reading* last = nullptr;
      for (Reading& reading : out_.readings) {
        if (out_.quantities[reading.quantity].end > token.begin) continue;
        reading.narrowed = true;
        last = &reading;
      }
      // "grew by 5%, or 7% excluding": the change right before is on that basis, whatever stands before it.
      const bool beside = i > 0 && outer_.tokens[i - 1].kind == Token::Kind::quantity;
      if (beside && last != nullptr && is_percent(out_.quantities[last->quantity])) last->rebased = true;
    }
  }

  // "Excluding a charge of RMB5.0 million, operating expenses were RMB9.0 million": the amount parts the
  // measure from what it leaves out.
  void carry_exclusion() {
    if (out_.subjects.size() < 2 || outer_.tokens.empty() || !outer_.tokens[0].is(Word::exclude)) return;
    const std::string exclusion = out_.subjects[0].phrase;
    if (!has_word(exclusion, "excluding")) return;
    for (std::size_t i = 1; i < out_.subjects.size(); ++i) {
      std::string& phrase = out_.subjects[i].phrase;
      if (!phrase.empty() && !says_adjusted(phrase)) phrase.insert(0, exclusion + " ");
    }
  }

  // "Excluding the RMB5.0 million of a charge, we had net income of RMB9.0 million": the words before an
  // amount tell what is left out, and not of which measure; those of the measures behind do not tell that it
  // is.
  void mark_exclusion() {
    if (outer_.tokens.empty() || !outer_.tokens[0].is(Word::exclude) || out_.readings.empty()) return;
    for (Reading& reading : out_.readings) {
      if (reading.subject == kNone) continue;
      const std::string& phrase =
          reading.named.empty() ? out_.subjects[reading.subject].phrase : reading.named;
      if (!has_word(phrase, "excluding") && !says_adjusted(phrase)) reading.rebased = true;
    }
  }

  // "On a non-GAAP basis, earnings per share were RMB1.19, compared with RMB1.00": of each measure in it.
  void carry_basis() {
    const bool opens =
        (phrase_.word_at(0) == "On" || phrase_.word_at(0) == "on") && phrase_.is(1, Word::article);
    if (!opens) return;
    constexpr std::size_t kFurthest = 6;
    for (std::size_t i = 2; i < kFurthest && i < phrase_.tokens.size(); ++i) {
      if (phrase_.word_at(i) != "basis") continue;
      const Token& token = phrase_.tokens[i];
      const std::string basis(
          phrase_.text.substr(phrase_.tokens[2].begin, token.begin - phrase_.tokens[2].begin));
      for (Subject& subject : out_.subjects) {
        if (says_adjusted(basis) && !subject.phrase.empty() && !says_adjusted(subject.phrase))
          subject.phrase.insert(0, basis);
      }
      return;
    }
  }

  // "Before special items, EBIT was RMB7.7 million", "Adjusted for the sale, revenue grew": no figure of the
  // sentence is on the statements' basis.
  void mark_adjusted() {
    static constexpr auto kLeftOut = std::to_array<std::string_view>(
        {"items",        "item",       "tax",           "taxes",       "charge",       "charges",
         "write-downs",  "write-offs", "impairment",    "impairments", "amortization", "depreciation",
         "compensation", "sale",       "disposal",      "acquisition", "acquisitions", "effect",
         "effects",      "impact",     "cost",          "costs",       "expense",      "expenses",
         "gain",         "gains",      "loss",          "losses",      "provision",    "provisions",
         "adjustments",  "interest",   "restructuring", "currency"});
    const std::string first = lower(phrase_.word_at(0)), second = lower(phrase_.word_at(1));
    const bool opens = first == "before" || first == "without" || (first == "net" && second == "of") ||
                       ((first == "adjusted" || first == "adjusting") && second == "for");
    if (!opens) return;
    bool measures = false;
    std::size_t comma = 1;
    for (; comma < phrase_.tokens.size() && phrase_.tokens[comma].kind == Token::Kind::word; ++comma) {
      if (verb_like(phrase_.tokens[comma])) return;  // "Before we turn to expenses, ..."
      measures =
          measures || std::find(kLeftOut.begin(), kLeftOut.end(), phrase_.word_at(comma)) != kLeftOut.end();
    }
    if (!measures || !phrase_.mark(comma, ',')) return;
    for (Reading& reading : out_.readings) reading.rebased = true;
  }

  // What stands behind an amount that a noun names may narrow the noun: "a gain of RMB5.0 million on the sale
  // of", "an income of RMB4.1 million as a result".
  void mark_narrowed(std::size_t at) {
    constexpr std::array<std::string_view, 14> kNarrow = {
        "resulting", "related",  "relating",   "arising",  "associated", "attributable", "generated",
        "stemming",  "incurred", "recognized", "recorded", "on",         "for",          "from"};
    Reading& last = out_.readings.back();
    if (part_of_change(last, at)) {
      last.said = Said::nothing;
      parts_of_change_ = true;
    }
    if (!named_by_noun_ || out_.quantities[last.quantity].kind != QuantityKind::money) return;
    const std::string_view word = phrase_.word_at(at);
    const bool narrows = std::find(kNarrow.begin(), kNarrow.end(), word) != kNarrow.end() &&
                         at + 1 < phrase_.tokens.size() && phrase_.period_at(at + 1) == nullptr &&
                         !phrase_.leads_to_figure(at);
    const bool outcome =
        word == "as" && phrase_.is(at + 1, Word::article) && phrase_.word_at(at + 2) == "result";
    last.narrowed = last.narrowed || narrows || outcome;
  }

  // "rose by RMB26.0 million, reflecting an increase of RMB19.0 million resulting from volumes": what one
  // cause makes of it.
  [[nodiscard]] bool part_of_change(const Reading& last, std::size_t at) const {
    constexpr std::size_t kClause = 34;  // "reflecting a favorable increase of "
    const Quantity& quantity = out_.quantities[last.quantity];
    if (last.said != Said::change || quantity.kind != QuantityKind::money) return false;
    const std::string_view cause = phrase_.word_at(at);
    if (cause != "resulting" && cause != "due" && cause != "attributable" && cause != "arising" &&
        cause != "related")
      return false;
    const std::size_t begin = quantity.begin < kClause ? 0 : quantity.begin - kClause;
    const std::string_view before = phrase_.text.substr(begin, quantity.begin - begin);
    return parts_of_change_ || before.find("reflect") != std::string_view::npos ||
           before.find("includ") != std::string_view::npos;
  }

  [[nodiscard]] Reading reading_of(const Gap& gap, std::uint32_t quantity) const {
    Reading reading;
    reading.quantity = quantity;
    reading.subject = clause_.subject;
    reading.translation = outer_.translation[quantity];
    reading.named = gap.named;
    reading.negative = gap.negative;
    reading.loss = gap.loss;
    reading.approximate = gap.approximate;
    reading.bound = gap.bound;
    reading.expected = clause_.expected;
    reading.direction = gap.direction;
    reading.compared = gap.over;
    reading.narrowed = clause_.result || gap.effect;
    reading.effect = gap.effect && !gap.in_full;
    if (gap.moved != kNone) {
      reading.moved = phrase_.tokens[gap.moved].begin;
      reading.moving = direction_of(phrase_.tokens[gap.moved]);
    }
    return reading;
  }

  // Two ends of a range are no amounts: "237.7% to 257.5%", "between RMB5.6 billion and RMB5.8 billion".
  [[nodiscard]] bool spans_range(const Gap& gap, const Reading& reading) const {
    if (out_.readings.empty() || !of_one_kind(out_.readings.back().quantity, reading.quantity)) return false;
    const bool percents = out_.quantities[reading.quantity].kind == QuantityKind::percent;
    return gap.range || (run_.between && gap.link == Link::together) ||
           (percents && gap.link == Link::to && gap.subject.empty() &&
            out_.readings.back().said == Said::change && !of_margin(out_.readings.back()));
  }

  // "Gross margin increased by 1.3% to 39.6%": by points, to a level.
  [[nodiscard]] bool of_margin(const Reading& change) const {
    if (change.subject == kNone) return false;
    const std::string& phrase = out_.subjects[change.subject].phrase;
    return has_word(phrase, "margin") || has_word(phrase, "rate") || has_word(phrase, "ratio");
  }

  // The figure before has the same kind, or both say one thing: "RMB7,309 million, or 3.1% of revenue", "a
  // decrease of 15% or RMB1,057 million", "compared to income of RMB785.0 million and a margin of 10%".
  [[nodiscard]] bool joins_run(const Gap& gap, std::size_t at, std::uint32_t quantity) const {
    const Reading& before = out_.readings.back();
    if (of_one_kind(before.quantity, quantity))
      return before.compared == kNone || before.said != Said::change || over(out_.periods[before.compared]);
    return before.comparative || phrase_.word_at(at - 1) == "or" || before.said == Said::change ||
           !gap.named.empty();
  }

  // "RMB1.20 billion, or US$165.8 million"
  [[nodiscard]] bool restates(const Gap& gap, std::size_t begin, std::size_t at,
                              std::uint32_t quantity) const {
    if (gap.link != Link::together || out_.readings.empty() || out_.readings.back().translation != kNone)
      return false;
    const bool worded = at > begin && (phrase_.word_at(at - 1) == "or" || gap.approximate);
    return worded && translates(out_.quantities[out_.readings.back().quantity], out_.quantities[quantity]);
  }

  [[nodiscard]] bool of_one_kind(std::uint32_t a, std::uint32_t b) const {
    return same_kind(out_.quantities[a], out_.quantities[b]);
  }

  Phrase phrase_;
  const Outer& outer_;
  SentenceReading& out_;
  Clause clause_;
  FigureRun run_;
  bool named_by_noun_ = false;         // the last figure
  bool parts_of_change_ = false;       // a change was parted by its causes
  std::uint32_t represented_ = kNone;  // the subject that the clause gives in other terms
};

void find_words(std::string_view text, const FiscalCalendar& calendar, SentenceReading& out) {
  tokenize(text, out.quantities, out.tokens);
  find_periods(text, calendar, out.tokens, out.periods);
  name_attributions(text, out.tokens);
  name_participles(text, out.tokens);
}

}  // namespace

void SentenceReading::clear() {
  quantities.clear();
  periods.clear();
  subjects.clear();
  readings.clear();
  tokens.clear();
}

std::uint32_t SentenceReading::add_subject(Subject subject) {
  subjects.push_back(std::move(subject));
  return static_cast<std::uint32_t>(subjects.size() - 1);
}

void take_apart(std::string_view text, const FiscalCalendar& calendar, SentenceReading& out) {
  out.clear();
  scan_quantities(text, out.quantities);
  find_words(text, calendar, out);
}

void read_sentence(std::string_view text, const FiscalCalendar& calendar, SentenceReading& out) {
  out.clear();
  scan_quantities(text, out.quantities);
  if (out.quantities.empty()) return;
  find_words(text, calendar, out);
  const Outer outer = separate_asides(text, out);
  Walk(text, outer, out).run();
  read_asides(text, outer, out);
  mark_rebased(text, out);
  mark_other_bases(text, out);
  mark_parts_said(text, out);
}

}  // namespace kcfin::prose
