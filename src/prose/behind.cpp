// Reads on behind a figure as long as the words belong to it.
#include "prose/behind.h"

#include <string>
#include <utility>
#include <vector>

#include "prose/noun_phrase.h"
#include "words/currency.h"

namespace kcfin::prose {
namespace {

class WordsBehind {
 public:
  WordsBehind(const Phrase& phrase, FigureRun& run, SentenceReading& out)
      : phrase_(phrase), run_(run), out_(out) {}

  std::size_t take(std::size_t begin, std::size_t end) {
    std::size_t i = begin;
    while (i < end) {
      const std::size_t next = take_one(begin, i, end);
      if (next == i) break;
      i = next;
    }
    return i;
  }

 private:
  std::size_t take_one(std::size_t begin, std::size_t i, std::size_t end) {
    Reading& last = out_.readings.back();
    if (const PeriodPhrase* phrase = phrase_.period_at(i); phrase != nullptr) {
      if (over(*phrase)) {
        if (const std::size_t next = take_several_overs(i, end); next != i) return next;
        if (last.said != Said::change && percent(last) && (i == begin || last.direction != Direction::none) &&
            run_.link != Link::level && run_.link != Link::to && run_.link != Link::from &&
            run_.link != Link::compare) {
          last.said = Said::change;
        }
        if (last.said == Said::change || !percent(last)) compare_run(last, phrase_.tokens[i].index);
      } else if (phrase->kind != PeriodPhrase::Kind::event) {
        run_.trailing.push_back(phrase_.tokens[i].index);
      }
      return i + 1;
    }
    if (const std::size_t next = take_counted(last, begin, i, end); next != i) return next;
    if (const std::size_t next = take_sign(last, begin, i, end); next != i) return next;
    if (i == begin) {
      if (const std::size_t next = take_distance(last, i); next != i) return next;
    }
    if (i == begin && phrase_.is(i, Word::of) &&
        (phrase_.word_at(i + 1) == "it" || phrase_.word_at(i + 1) == "that")) {
      last.said = Said::nothing;  // "with RMB1.7 million of it from new berths": a part
      return i + 2;
    }
    if (i == begin && last.said == Said::base && phrase_.period_at(i + 1) != nullptr &&
        (phrase_.word_at(i) == "reported" || phrase_.word_at(i) == "recorded"))
      return i + 1;  // "the RMB5.0 million reported in the second quarter of 2024"
    if (phrase_.is(i, Word::respectively)) return run_.respectively = true, i + 1;
    if (phrase_.is(i, Word::each)) return run_.each = true, i + 1;
    if (const std::size_t next = take_basis(last, i, end); next != i) return next;
    if (const std::size_t next = take_separator(i, end); next != i) return next;
    if (const std::size_t next = take_comparison(last, i, end); next != i) return next;
    if (const std::size_t next = take_change_noun(last, begin, i, end); next != i) return next;
    if (const std::size_t next = take_measure_behind(last, begin, i, end); next != i) return next;
    if (const std::size_t next = take_margin(last, begin, i, end); next != i) return next;
    return take_whole(last, begin, i, end);
  }

  // "a net income of RMB5.0 million and a 23.9% net margin": what the percentage is stands behind it.
  std::size_t take_margin(Reading& last, std::size_t begin, std::size_t i, std::size_t end) {
    const bool open = last.said == Said::nothing || last.said == Said::current || last.said == Said::base;
    if (i != begin || !open || out_.quantities[last.quantity].kind != QuantityKind::percent) return i;
    const std::size_t stop = margin_end(phrase_, i, end);
    if (stop == i) return i;
    name_margin(noun_phrase(phrase_.text, phrase_.range(i, stop)), last, last, out_);
    return stop;
  }

  // "RMB14.6 million on a GAAP basis, or RMB15.8 million on a non-GAAP basis": the second is another measure,
  // and so is what the words after it are said of.
  std::size_t take_basis(Reading& last, std::size_t i, std::size_t end) {
    constexpr std::size_t kFurthest = 5;
    if (phrase_.word_at(i) != "on" || !phrase_.is(i + 1, Word::article) || last.subject == kNone) return i;
    std::size_t stop = i + 2;
    while (stop < end && stop < i + kFurthest && phrase_.word_at(stop) != "basis") {
      if (phrase_.tokens[stop].kind != Token::Kind::word) return i;
      ++stop;
    }
    if (stop == end || stop == i + 2 || phrase_.word_at(stop) != "basis") return i;
    const std::string_view words = phrase_.text.substr(
        phrase_.tokens[i + 2].begin, phrase_.tokens[stop].begin - phrase_.tokens[i + 2].begin);
    if (says_adjusted(words)) {
      take_adjusted(last, words);
    } else if (words == "GAAP " || words == "IFRS ") {
      if (last.subject == run_.adjusted) last.subject = run_.plain;
      run_.basis = last.subject;
    } else {
      return i;
    }
    return stop + 1;
  }

  void take_adjusted(Reading& last, std::string_view basis) {
    if (last.subject == run_.adjusted) return;
    std::string phrase = last.named.empty() ? out_.subjects[last.subject].phrase : last.named;
    if (phrase.empty() || says_adjusted(phrase)) return;
    run_.plain = last.subject;
    phrase.insert(0, basis);
    if (!last.named.empty()) {
      last.named = std::move(phrase);
      return;
    }
    last.subject = out_.add_subject({std::move(phrase), out_.subjects[last.subject].period, false, {}, {}});
    run_.adjusted = run_.basis = last.subject;
  }

  // "by 4.2% and 1.9% year over year and quarter over quarter, respectively": one to each change of the run.
  std::size_t take_several_overs(std::size_t i, std::size_t end) {
    std::vector<std::uint32_t> overs;
    std::size_t stop = i;
    for (std::size_t k = i; k < end; ++k) {
      const PeriodPhrase* phrase = phrase_.period_at(k);
      if (phrase != nullptr && over(*phrase)) {
        overs.push_back(phrase_.tokens[k].index);
        stop = k + 1;
      } else if (!phrase_.mark(k, ',') && !phrase_.is(k, Word::conjunction)) {
        break;
      }
    }
    if (overs.size() < 2 || overs.size() != out_.readings.size() - run_.begin) return i;
    for (std::size_t k = 0; k < overs.size(); ++k) {
      Reading& reading = out_.readings[run_.begin + k];
      if (!percent(reading) || reading.compared != kNone) return i;
    }
    for (std::size_t k = 0; k < overs.size(); ++k) {
      out_.readings[run_.begin + k].compared = overs[k];
      out_.readings[run_.begin + k].said = Said::change;
    }
    return stop;
  }

  // "an increase of RMB25.3 million in staff costs", "with RMB3.1 billion in cash": what it is stands behind.
  std::size_t take_measure_behind(Reading& last, std::size_t begin, std::size_t i, std::size_t end) {
    if (i == begin && phrase_.is(i, Word::of)) mark_of_another(last, i + 1, end);
    if (i == begin && phrase_.word_at(i) != "in") return take_flow(last, i, end);
    if (i != begin) return i;
    const bool change = last.said == Said::change && run_.link == Link::change;
    const bool unnamed = last.said == Said::current && run_.link == Link::none &&
                         out_.quantities[last.quantity].kind == QuantityKind::money;
    if (unnamed_flow(last, i + 1, end)) return take_flow(last, i + 1, end);
    if (!change && !unnamed) return i;
    const std::size_t stop = phrase_.phrase_end(i + 1, end);
    std::string phrase = noun_phrase(phrase_.text, phrase_.range(i + 1, stop));
    if (phrase.empty() || phrase == "total" || phrase == "aggregate") return i;
    if (names_currency(phrase)) return stop;  // "rose 9% in Danish kroner"
    last.subject = out_.add_subject({std::move(phrase), out_.subjects[last.subject].period, false, {}, {}});
    last.narrowed = last.narrowed || unnamed;  // "RMB1.0 million in hydro, RMB2.0 million in wind": of what?
    return stop;
  }

  [[nodiscard]] static bool names_currency(std::string_view phrase) {
    const words::CurrencyForm* name =
        words::currency_at(phrase, static_cast<words::Forms>(words::Form::name));
    return name != nullptr &&
           (name->text.size() == phrase.size() || phrase.substr(name->text.size()) == " terms");
  }

  // "generated A of cash flow from operations and issued B of long-term debt": B is of what stands behind it.
  void mark_of_another(Reading& last, std::size_t i, std::size_t end) const {
    if (last.subject == kNone || out_.quantities[last.quantity].kind != QuantityKind::money) return;
    const std::string& named = out_.subjects[last.subject].phrase;
    const std::string behind = noun_phrase(phrase_.text, phrase_.range(i, phrase_.phrase_end(i, end)));
    const std::string_view first = std::string_view(behind).substr(0, behind.find(' '));
    last.narrowed = last.narrowed || (!named.empty() && !first.empty() && !has_word(named, first));
  }

  // "we generated RMB637.7 million operating cash flow"
  std::size_t take_flow(Reading& last, std::size_t i, std::size_t end) {
    const std::size_t from = phrase_.is(i, Word::of) ? i + 1 : i;
    if (!unnamed_flow(last, from, end)) return i;
    const std::size_t stop = phrase_.phrase_end(from, end);
    out_.subjects[last.subject].phrase = noun_phrase(phrase_.text, phrase_.range(from, stop));
    return stop;
  }

  // "we generated RMB6.0 million in operating cash flow": the words before name no metric, those behind do.
  [[nodiscard]] bool unnamed_flow(const Reading& last, std::size_t i, std::size_t end) const {
    if (last.said != Said::current || run_.link != Link::level || last.subject == kNone ||
        !out_.subjects[last.subject].phrase.empty() ||
        out_.quantities[last.quantity].kind != QuantityKind::money)
      return false;
    const std::string phrase = noun_phrase(phrase_.text, phrase_.range(i, phrase_.phrase_end(i, end)));
    return has_word(phrase, "cash flow") || has_word(phrase, "cash flows");
  }

  // "21,350 vehicles in the second quarter": what is counted, unless a verb makes it the next subject.
  [[nodiscard]] std::size_t take_counted(const Reading& last, std::size_t begin, std::size_t i,
                                         std::size_t end) const {
    if (i != begin || out_.quantities[last.quantity].kind != QuantityKind::count) return i;
    std::size_t next = i;
    while (next < end && phrase_.tokens[next].is(Word::other) && !phrase_.tokens[next].possessive) ++next;
    return next < end && (verb_like(phrase_.tokens[next]) || phrase_.tokens[next].is(Word::of)) ? i : next;
  }

  // "compared with RMB5.0 million of net loss": the sign stands behind.
  std::size_t take_sign(Reading& last, std::size_t begin, std::size_t i, std::size_t end) const {
    if (i != begin || out_.quantities[last.quantity].kind != QuantityKind::money) return i;
    std::size_t next = i;
    while (next < end && (phrase_.tokens[next].is(Word::of) || phrase_.tokens[next].is(Word::article) ||
                          phrase_.word_at(next) == "net" || phrase_.word_at(next) == "in"))
      ++next;
    if (next >= end || !only_sign(phrase_.word_at(next)) || phrase_.word_at(next) == "positive") return i;
    const bool closes = next + 1 >= end || phrase_.tokens[next + 1].kind != Token::Kind::word ||
                        !phrase_.tokens[next + 1].is(Word::other);
    if (!closes) return i;
    last.loss = last.loss || says_loss(phrase_.word_at(next));
    return next + 1;
  }

  [[nodiscard]] bool percent(const Reading& reading) const {
    return is_percent(out_.quantities[reading.quantity]);
  }

  // A comma or "and" before a further period or "respectively".
  std::size_t take_separator(std::size_t i, std::size_t end) const {
    if (!phrase_.mark(i, ',') && !phrase_.is(i, Word::conjunction)) return i;
    const std::size_t next = phrase_.mark(i, ',') && phrase_.is(i + 1, Word::conjunction) ? i + 2 : i + 1;
    if (next >= end) return i;
    if (phrase_.is(next, Word::respectively) || phrase_.is(next, Word::each)) return next;
    const PeriodPhrase* phrase = phrase_.period_at(next);
    if (phrase == nullptr || phrase->kind == PeriodPhrase::Kind::event) return i;
    // "..., in 2024 total revenues were": the period opens the next clause.
    const bool opens = next + 1 < end && (phrase_.tokens[next + 1].is(Word::other) ||
                                          phrase_.tokens[next + 1].is(Word::article));
    // "RMB5.0 million, a sequential increase of 5% and a year-over-year decrease of": the next change's own.
    const bool adjective = over(*phrase) && next + 2 < end && phrase_.is(next + 2, Word::of) &&
                           direction_of(phrase_.tokens[next + 1]) != Direction::none;
    return opens || adjective ? i : next;
  }

  // How far an amount is from another: "RMB1.7 billion less than at the end of March", "3% above the prior
  // year", "RMB8.7 million below that of 2023".
  std::size_t take_distance(Reading& last, std::size_t i) {
    const std::string_view word = phrase_.word_at(i);
    const bool level = word == "above" || word == "below";
    const bool more = phrase_.is(i, Word::more) && phrase_.is(i + 1, Word::than);
    const bool stated = last.said == Said::current || (percent(last) && last.said == Said::nothing);
    if (!(level && stated) && !(more && !percent(last))) return i;
    const std::size_t next = more ? i + 2 : i + 1;
    const PeriodPhrase* base = phrase_.period_at(next);
    const bool told = base != nullptr && base->kind != PeriodPhrase::Kind::event;
    if (percent(last) && !told) return i;
    if (!told) return last.said = Said::nothing, next;
    last.said = percent(last) ? Said::change : Said::nothing;
    last.direction = word == "above" ? Direction::up : Direction::down;
    if (last.compared == kNone) last.compared = phrase_.tokens[next].index;
    if (percent(last)) take_distance_before(last);
    return next + 1;
  }

  // "was RMB3.5 million, or 7.9% above the second quarter of 2023": the amount is as far.
  void take_distance_before(const Reading& last) {
    if (out_.readings.size() < 2) return;
    Reading& amount = out_.readings[out_.readings.size() - 2];
    const Quantity &first = out_.quantities[amount.quantity], &second = out_.quantities[last.quantity];
    if (amount.said != Said::current || amount.subject != last.subject || first.kind != QuantityKind::money)
      return;
    const std::string_view between = phrase_.text.substr(first.end, second.begin - first.end);
    if (between != ", or " && between != " or ") return;
    amount.said = Said::change;
    amount.direction = last.direction;
    amount.compared = last.compared;
  }

  // Behind the link at `i`, "from the third quarter of 2024 and the second quarter of 2025": as many periods
  // as the run has changes, one to each.
  std::size_t deal_bases(std::size_t i) {
    const std::size_t count = out_.readings.size() - run_.begin;
    std::vector<std::uint32_t> bases;
    std::size_t next = i;
    while (const PeriodPhrase* phrase = phrase_.period_at(next)) {
      if (phrase->kind == PeriodPhrase::Kind::event) return i;
      bases.push_back(phrase_.tokens[next++].index);
      const std::size_t further = next;
      while (phrase_.mark(next, ',') || phrase_.is(next, Word::conjunction) || phrase_.is(next, Word::from) ||
             phrase_.is(next, Word::bound))
        ++next;
      if (phrase_.period_at(next) == nullptr) next = further;
      if (next == further) break;
    }
    if (bases.size() < 2 || bases.size() != count) return i;
    for (std::size_t k = 0; k < count; ++k) {
      const Reading& reading = out_.readings[run_.begin + k];
      if (!percent(reading) || reading.said != Said::change || reading.compared != kNone) return i;
    }
    for (std::size_t k = 0; k < count; ++k) out_.readings[run_.begin + k].compared = bases[k];
    return next;
  }

  // "compared with third quarter 2022 net income of RMB4.0 million": behind the period stand the words of the
  // amount that ends the gap.
  [[nodiscard]] bool names_amount(std::size_t i, std::size_t end) const {
    if (end < i + 2 || end >= phrase_.tokens.size() || !phrase_.is(end - 1, Word::of)) return false;
    for (; i + 1 < end; ++i) {
      if (!phrase_.is(i, Word::other)) return false;
    }
    return true;
  }

  // "from the same period of 2021", "compared with the prior quarter", without an amount.
  std::size_t take_comparison(Reading& last, std::size_t i, std::size_t end) {
    std::size_t next = i;
    if (phrase_.mark(next, ',')) ++next;
    if (phrase_.is(next, Word::as) && phrase_.is(next + 1, Word::compare)) ++next;
    const std::size_t link = next;
    if (phrase_.is(next, Word::compare) &&
        (phrase_.is(next + 1, Word::with) || phrase_.is(next + 1, Word::to))) {
      next += 2;
    } else if (phrase_.is(next, Word::from) || phrase_.is(next, Word::compare) ||
               phrase_.is(next, Word::than) || phrase_.is(next, Word::bound)) {
      ++next;
    }
    const PeriodPhrase* phrase = next == link ? nullptr : phrase_.period_at(next);
    if (phrase == nullptr || phrase->kind == PeriodPhrase::Kind::event) return i;
    if (const std::size_t dealt = deal_bases(next); dealt != next) return dealt;
    if (names_amount(next + 1, end)) return i;
    // "compared with the same period, ..." says against what the change is; an amount of its own would follow
    // the link, not the period.
    compare_run(last, phrase_.tokens[next].index);
    return next + 1;
  }

  // Gives the last change the period that it is against, and what stands with it in the same words: "15% or
  // RMB1,057 million year-over-year", "10% and 29%, respectively, year-over-year".
  void compare_run(Reading& last, std::uint32_t period) {
    if (last.compared != kNone) return;
    const bool shared = run_.respectively || run_.link == Link::together;
    last.compared = period;
    for (std::size_t k = run_.begin; shared && k < out_.readings.size(); ++k) {
      if (out_.readings[k].compared == kNone) out_.readings[k].compared = period;
    }
  }

  // "a 9% increase", "a 10.3% year-over-year increase in operating profit"
  std::size_t take_change_noun(Reading& last, std::size_t begin, std::size_t i, std::size_t end) {
    if (i == begin && phrase_.mark(i, ',') && percent(last) && i + 1 < end &&
        article_before(out_.readings[run_.begin])) {
      const std::size_t next = take_change_noun(last, begin, i + 1, end);
      return next == i + 1 ? i : next;
    }
    const bool noun = change_noun(last, i);
    if (!noun || !nothing_but_period(begin, i)) return i;
    last.said = Said::change;
    last.direction = direction_of(phrase_.tokens[i]);
    for (std::size_t k = run_.begin; k + 1 < out_.readings.size(); ++k) {
      const bool named = percent(out_.readings[k]) || article_before(out_.readings[k]);
      if (named && out_.readings[k].direction == Direction::none) {
        out_.readings[k].direction = last.direction;
        out_.readings[k].said = Said::change;
      }
    }
    if (i + 1 >= end) return i + 1;
    // "an increase in second quarter revenues": the preposition went with the period.
    const PeriodPhrase* dated = phrase_.period_at(i + 1);
    const bool measure =
        phrase_.word_at(i + 1) == "in" || (dated != nullptr && phrase_.word_at(i + 1).starts_with("in ") &&
                                           i + 2 < end && phrase_.is(i + 2, Word::other));
    if (!measure) return i + 1;
    const std::size_t stop = phrase_.phrase_end(i + 2, end);
    std::string phrase = noun_phrase(phrase_.text, phrase_.range(i + 2, stop));
    if (phrase.empty()) return i + 1;
    const std::uint32_t period = dated == nullptr ? kNone : phrase_.tokens[i + 1].index;
    last.subject = out_.add_subject({std::move(phrase), period, false, {}, {}});
    return stop;
  }

  // "which was a RMB12.0 million, or 35%, decrease": the noun is that of both.
  [[nodiscard]] bool article_before(const Reading& reading) const {
    const std::string_view before = phrase_.text.substr(0, out_.quantities[reading.quantity].begin);
    return before.ends_with(" a ") || before.ends_with(" an ");
  }

  // After a percentage any word of change is one; after an amount a noun is ("a RMB35.0 million increase
  // in").
  [[nodiscard]] bool change_noun(const Reading& last, std::size_t i) const {
    if (direction_of(phrase_.tokens[i]) == Direction::none || last.said == Said::base) return false;
    const std::string_view word = phrase_.word_at(i);
    const bool noun = word == "increase" || word == "decrease" || word == "decline" || word == "reduction" ||
                      word == "drop" || word == "higher" || word == "lower";
    return percent(last) || (noun && out_.quantities[last.quantity].kind == QuantityKind::money);
  }

  [[nodiscard]] bool nothing_but_period(std::size_t begin, std::size_t i) const {
    if (i > begin && phrase_.mark(i - 1, ',')) --i;  // "a RMB12.0 million, or 35%, decrease"
    for (std::size_t k = begin; k < i; ++k) {
      if (phrase_.tokens[k].kind != Token::Kind::period && !phrase_.tokens[k].is(Word::adverb)) return false;
    }
    return true;
  }

  // "26% of revenues from public cloud services"
  std::size_t take_whole(Reading& last, std::size_t begin, std::size_t i, std::size_t end) {
    const bool of = phrase_.is(i, Word::of);
    // "accounted for 47.2% total revenue", the "of" left out
    const bool named = run_.link == Link::share && phrase_.is(i, Word::other);
    if (i != begin || !(of || named) || out_.quantities[last.quantity].kind != QuantityKind::percent)
      return i;
    if (last.said == Said::change || run_.link == Link::rate || run_.link == Link::change) return i;
    if (last.said == Said::base && !last.comparative) return i;
    const std::size_t from = of ? i + 1 : i, stop = phrase_.phrase_end(from, end);
    std::string phrase = noun_phrase(phrase_.text, phrase_.range(from, stop));
    if (phrase.empty()) return i;
    last.said = Said::share;  // of a comparative too: "compared to RMB7,309 million, or 3.1% of revenue"
    last.whole = std::move(phrase);
    share_whole(last);
    return stop;
  }

  // "represented 42% and 37% of revenues": the first is of them too.
  void share_whole(const Reading& last) {
    for (std::size_t k = run_.begin; k + 1 < out_.readings.size(); ++k) {
      Reading& before = out_.readings[k];
      const bool alike =
          percent(before) && before.subject == last.subject && before.whole.empty() &&
          (before.said == Said::nothing || before.said == Said::current || before.said == Said::share);
      if (!alike) continue;
      before.said = Said::share;
      before.whole = last.whole;
    }
  }

  const Phrase& phrase_;
  FigureRun& run_;
  SentenceReading& out_;
};

}  // namespace

std::size_t margin_end(const Phrase& phrase, std::size_t begin, std::size_t end) {
  constexpr std::size_t kMostWords = 4;
  std::size_t i = begin;
  while (i < end && i < begin + kMostWords && phrase.is(i, Word::other) && phrase.word_at(i) != "margin") ++i;
  return i > begin && i < end && i < begin + kMostWords && phrase.word_at(i) == "margin" ? i + 1 : begin;
}

void name_margin(std::string name, const Reading& beside, Reading& margin, SentenceReading& sentence) {
  const bool compared = beside.comparative || beside.said == Said::base;
  const std::uint32_t subject = beside.subject;
  margin.comparative = compared;
  margin.said = compared ? Said::base : Said::current;
  if (compared) {
    margin.subject = subject;
    margin.named = std::move(name);
    return;
  }
  const std::uint32_t period = subject == kNone ? kNone : sentence.subjects[subject].period;
  margin.subject = sentence.add_subject({std::move(name), period, false, {}, {}});
}

std::size_t take_behind(const Phrase& phrase, std::size_t begin, std::size_t end, FigureRun& run,
                        SentenceReading& sentence) {
  return WordsBehind(phrase, run, sentence).take(begin, end);
}

}  // namespace kcfin::prose
