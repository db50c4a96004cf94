// From the words that lead to a figure to what it states.
#include "prose/role.h"

#include <string>
#include <utility>

#include "prose/noun_phrase.h"
#include "prose/phrase.h"

namespace kcfin::prose {
namespace {

class Role {
 public:
  Role(const Phrase& phrase, const FigureRun& run, Clause& clause, SentenceReading& out)
      : phrase_(phrase), run_(run), clause_(clause), out_(out) {}

  void give(const Gap& gap, std::size_t at, Reading& reading) {
    const QuantityKind kind = out_.quantities[reading.quantity].kind;
    const Link link = gap.link;
    if (kind == QuantityKind::percent && phrase_.word_at(at + 1) == "per" &&
        phrase_.word_at(at + 2) == "annum") {
      reading.said = Said::nothing;
    } else if (kind == QuantityKind::points) {
      reading.said = Said::change;
    } else if (link == Link::together && further_change(at, reading)) {
      reading.said = Said::change;
    } else if (link == Link::together) {
      follow(at, reading);
    } else if (kind == QuantityKind::percent && change_noun(at) != Direction::none) {
      reading.said = Said::change;
      reading.direction = change_noun(at);
    } else if (kind == QuantityKind::percent) {
      // "grew from RMB5.0 million to RMB6.0 million, or by 20%"
      if (link == Link::change && reading.direction == Direction::none && phrase_.word_at(at - 1) == "by")
        reading.direction = moving(reading);
      reading.said = percent_role(link, reading);
    } else if (link == Link::from || link == Link::compare) {
      reading.said = Said::base;
    } else if (link == Link::change) {
      reading.said = Said::change;
    } else if (link == Link::equivalent) {
      reading.said = Said::equivalent;
    } else if (kind == QuantityKind::money && paid(gap)) {
      reading.said = Said::reason;
    } else if (further_amount(gap, at, reading)) {
      reading.said = Said::change;
    } else {
      reading.said = Said::current;
    }
    if (clause_.reason && reading.said != Said::change && kind != QuantityKind::percent)
      reading.said = Said::reason;
    if (kind == QuantityKind::percent && of_several_causes(gap, at)) reading.of_causes = true;
    if (kind == QuantityKind::count) count(gap, at, reading);
    if (reading.said == Said::change && reading.direction == Direction::none) {
      reading.direction = link == Link::together || link == Link::none ? run_.direction : gap.direction;
    }
  }

 private:
  // "Revenue growth was driven by 12% and 9% growth over the prior year in orders and payments": of what each
  // is, is told far behind, and not by the subject.
  [[nodiscard]] bool of_several_causes(const Gap& gap, std::size_t at) const {
    const bool second = at > 0 && phrase_.word_at(at - 1) == "and" && gap.subject.empty();
    if (second) return !out_.readings.empty() && out_.readings.back().of_causes;
    return gap.reason && gap.link == Link::change && phrase_.word_at(at + 1) == "and";
  }

  // "Revenue growth was 14%": a change, though a verb stands between.
  [[nodiscard]] Direction change_noun(std::size_t at) const {
    std::size_t i = at;
    bool verb = false;
    for (; i > 0; --i) {
      verb = verb || phrase_.is(i - 1, Word::be);
      const bool passed = phrase_.is(i - 1, Word::be) || phrase_.is(i - 1, Word::approximate) ||
                          phrase_.is(i - 1, Word::adverb) || phrase_.period_at(i - 1) != nullptr;
      if (!passed) break;
    }
    const std::string_view word = i > 0 ? phrase_.word_at(i - 1) : std::string_view{};
    const bool noun = word == "growth" || word == "increase" || word == "decrease" || word == "decline";
    return verb && noun ? direction_of(phrase_.tokens[i - 1]) : Direction::none;
  }

  // Which way the amount before is said to have moved.
  [[nodiscard]] Direction moving(const Reading& reading) const {
    for (std::size_t i = out_.readings.size(); i > 0; --i) {
      const Reading& before = out_.readings[i - 1];
      if (before.subject != reading.subject) break;
      if (before.moving != Direction::none) return before.moving;
    }
    return Direction::none;
  }

  // "up 20% from RMB3.3 billion and 3% from RMB3.9 billion": a second change of the same clause.
  [[nodiscard]] bool further_change(std::size_t at, Reading& reading) const {
    if (out_.quantities[reading.quantity].kind != QuantityKind::percent) return false;
    const PeriodPhrase* next = phrase_.period_at(at + 1);
    const bool compares = phrase_.is(at + 1, Word::from) || phrase_.is(at + 1, Word::compare) ||
                          (next != nullptr && over(*next));
    if (!compares) return false;
    for (std::size_t i = out_.readings.size(); i > 0; --i) {
      const Reading& before = out_.readings[i - 1];
      if (before.subject != reading.subject) return false;
      if (before.said != Said::change) continue;
      reading.direction = before.direction;
      return percent(before);
    }
    return false;
  }

  // "up RMB0.10 from the spring and RMB0.20 from the same quarter of 2023", where the words between tell of
  // no period.
  [[nodiscard]] bool further_amount(const Gap& gap, std::size_t at, Reading& reading) const {
    if (out_.readings.empty() || gap.link != Link::none || !gap.subject.empty()) return false;
    const Reading& before = out_.readings.back();
    const bool further = before.said == Said::change && !percent(before) &&
                         before.subject == reading.subject && phrase_.word_at(at - 1) == "and" &&
                         (phrase_.is(at + 1, Word::from) || phrase_.is(at + 1, Word::compare));
    if (further) reading.direction = before.direction;
    return further;
  }

  // "repurchased 1.2 million shares for US$90.0 million": what was paid is no figure of a row.
  [[nodiscard]] bool paid(const Gap& gap) const {
    return gap.price && !out_.readings.empty() &&
           out_.quantities[out_.readings.back().quantity].kind == QuantityKind::count;
  }

  [[nodiscard]] bool percent(const Reading& reading) const {
    return is_percent(out_.quantities[reading.quantity]);
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

  // A noun of change right behind the figure, or behind "year-over-year": "a 62% increase".
  [[nodiscard]] Direction noun_behind(std::size_t at) const {
    const PeriodPhrase* phrase = phrase_.period_at(at + 1);
    const std::size_t i = phrase != nullptr && over(*phrase) ? at + 2 : at + 1;
    const std::string_view word = phrase_.word_at(i);
    const bool noun = word == "increase" || word == "decrease" || word == "decline" ||
                      word == "improvement" || word == "growth" || word == "reduction";
    return noun ? direction_of(phrase_.tokens[i]) : Direction::none;
  }

  // "and RMB1,775.7 million", "and 4.0%": as the last figure of its kind.
  void follow(std::size_t at, Reading& reading) {
    const Reading* previous = out_.readings.empty() ? nullptr : &out_.readings.back();
    // "compared to RMB1.12 in the same period of 2024, a 62% increase"
    if (const Direction direction = noun_behind(at); percent(reading) && direction != Direction::none) {
      reading.said = Said::change;
      reading.direction = direction;
      return;
    }
    if (previous != nullptr && previous->comparative &&
        (!reading.named.empty() || percent(reading) != percent(*previous))) {
      reading.said = Said::base;  // the second comparative of a pair
      reading.comparative = true;
      return;
    }
    // "up 5 percentage points, with an operating margin of 34%": the margin itself.
    if (percent(reading) && has_word(reading.named, "margin")) {
      reading.said = Said::current;
      return;
    }
    // "an increase of 97% and RMB5.60 for the six months": the next amount, no second way to say the change.
    const bool next_amount = phrase_.word_at(at - 1) == "and" && !percent(reading);
    if (previous != nullptr && previous->said == Said::change && !next_amount &&
        percent(reading) != percent(*previous)) {
      reading.said = Said::change;
      reading.direction = previous->direction;
      reading.compared = previous->compared;
      return;
    }

    for (std::size_t i = out_.readings.size(); i > 0; --i) {
      const Reading& before = out_.readings[i - 1];
      if (before.subject != reading.subject ||
          !same_kind(out_.quantities[before.quantity], out_.quantities[reading.quantity]))
        continue;
      reading.said = before.said;
      if (reading.named.empty()) reading.named = before.named;
      if (reading.direction == Direction::none) reading.direction = before.direction;
      if (before.said == Said::base && !reading.negative && reading.named == before.named)
        reading.loss = reading.loss || before.loss;
      return;
    }
    const bool money = out_.quantities[reading.quantity].kind != QuantityKind::percent;
    reading.said = money ? (clause_.reason ? Said::reason : Said::current) : Said::nothing;
  }

  // A bare number is a claim where it is said of a subject, or counts employees, shares or ADSs.
  void count(const Gap& gap, std::size_t at, Reading& reading) {
    const Link link = gap.link;
    if (reading.said == Said::change) return;
    std::size_t stop = at + 1;
    const std::size_t last = phrase_.phrase_end(at + 1, phrase_.tokens.size());
    while (stop < last && !phrase_.tokens[stop].is(Word::preposition) && !phrase_.tokens[stop].is(Word::of) &&
           !phrase_.tokens[stop].is(Word::as) && !phrase_.tokens[stop].is(Word::at)) {
      ++stop;
    }
    std::string noun = noun_phrase(phrase_.text, phrase_.range(at + 1, stop));
    const bool counted = has_word(noun, "employees") || has_word(noun, "shares") || has_word(noun, "adss") ||
                         has_word(noun, "staff") || has_word(noun, "personnel");
    const bool verbless = link == Link::none || link == Link::share || link == Link::rate;
    if (counted && (verbless || gap.have)) {
      reading.subject = clause_.subject =
          out_.add_subject({std::move(noun),
                            clause_.subject == kNone ? kNone : out_.subjects[clause_.subject].period,
                            false,
                            {},
                            {}});
      reading.said = link == Link::equivalent ? Said::equivalent : Said::current;
      return;
    }
    if (verbless && reading.said != Said::base) reading.said = Said::nothing;
    if (link == Link::equivalent && counted) {
      reading.subject = out_.add_subject({std::move(noun), kNone, false, {}, {}});
    }
    const bool subject = reading.subject != kNone && !out_.subjects[reading.subject].phrase.empty();
    if (!subject) reading.said = Said::nothing;
  }

  const Phrase& phrase_;
  const FigureRun& run_;
  Clause& clause_;
  SentenceReading& out_;
};

}  // namespace

void give_role(const Phrase& phrase, const Gap& gap, std::size_t at, const FigureRun& run, Clause& clause,
               SentenceReading& sentence, Reading& reading) {
  Role(phrase, run, clause, sentence).give(gap, at, reading);
}

}  // namespace kcfin::prose
