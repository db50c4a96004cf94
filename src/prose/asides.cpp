// Takes parentheses and relative clauses out of a sentence, and reads those that state a figure.
#include "prose/asides.h"

#include <algorithm>
#include <utility>

#include "prose/behind.h"
#include "prose/noun_phrase.h"
#include "prose/phrase.h"

namespace kcfin::prose {
namespace {

class Separator {
 public:
  Separator(std::string_view text, const SentenceReading& sentence, Outer& outer)
      : text_(text), sentence_(sentence), outer_(outer) {}

  // Moves what stands in parentheses out of the sentence: translations to their amounts, the rest aside.
  void separate() {
    const std::vector<Token>& tokens = sentence_.tokens;
    outer_.translation.assign(sentence_.quantities.size(), kNone);
    outer_.tokens.reserve(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (const std::size_t end = relative_clause(i); end != 0) {
        if (holds_quantity(i, end)) outer_.asides.push_back({last_outer_quantity(), i, end});
        i = end - 1;
        continue;
      }
      const std::size_t close = tokens[i].is_mark('(') ? closing(i) : 0;
      if (close == 0) {
        outer_.tokens.push_back(tokens[i]);
        continue;
      }
      if (i == 0 && close + 1 >= tokens.size()) continue;  // the whole sentence is in parentheses
      if (sign_only(i + 1, close) && !outer_.tokens.empty() &&
          outer_.tokens.back().kind == Token::Kind::word) {
        outer_.tokens.back().end = tokens[close].end;  // "foreign exchange gain (loss)" is one name
      } else {
        take_parentheses(i + 1, close);
      }
      i = close;
    }
  }

 private:
  [[nodiscard]] bool holds_quantity(std::size_t begin, std::size_t end) const {
    return std::any_of(sentence_.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                       sentence_.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Token& token) { return token.kind == Token::Kind::quantity; });
  }

  [[nodiscard]] std::string_view text_of(std::size_t token) const {
    if (token >= sentence_.tokens.size()) return {};
    return text_.substr(sentence_.tokens[token].begin,
                        sentence_.tokens[token].end - sentence_.tokens[token].begin);
  }

  // Where a clause ends that tells something else of what stands before it: ", which included RMB1.0 million
  // of depreciation, were", "of which RMB2.0 million came from", "which is gross profit over revenues,". 0
  // where none starts. "which was RMB5.0 million", "which represents 5%" are said of the subject itself.
  [[nodiscard]] std::size_t relative_clause(std::size_t i) const {
    const bool comma =
        i > 0 && (sentence_.tokens[i - 1].is_mark(',') || sentence_.tokens[i - 1].is_mark('-'));
    if (!comma) return 0;
    std::size_t next = i;
    const bool part = text_of(i) == "of" && text_of(i + 1) == "which";
    if (part) {
      next = i + 2;
      while (next < sentence_.tokens.size() && sentence_.tokens[next].is(Word::approximate)) ++next;
      if (next >= sentence_.tokens.size() || sentence_.tokens[next].kind != Token::Kind::quantity) return 0;
      return clause_end(next, false);
    }
    if (text_of(i) != "which" || sets_off(i)) return 0;
    for (++next; next < sentence_.tokens.size() && sentence_.tokens[next].is(Word::adverb);) ++next;
    if (next >= sentence_.tokens.size()) return 0;
    const Token& verb = sentence_.tokens[next];
    if (verb.is(Word::include) || verb.is(Word::exclude) || text_of(next).starts_with("contribut") ||
        text_of(next).starts_with("generat") || caused_before(i) ||
        (direction_of(verb) != Direction::none && included_before(i)))
      return clause_end(next, false);
    return verb.is(Word::be) ? clause_end(next, true) : 0;
  }

  // "due to higher fees, which was partially offset by lower rents": of what the whole sentence says.
  [[nodiscard]] bool sets_off(std::size_t i) const {
    const std::size_t end = sentence_.tokens.size();
    for (++i; i < end && (sentence_.tokens[i].is(Word::be) || sentence_.tokens[i].is(Word::adverb));) ++i;
    return text_of(i) == "offset" && !holds_quantity(i, end);
  }

  // "due to higher gross profit, which increased by": the clause is about the cause.
  [[nodiscard]] bool caused_before(std::size_t i) const {
    for (std::size_t k = i; k > 0; --k) {
      const Token& token = sentence_.tokens[k - 1];
      if (token.is(Word::cause)) return true;
      if (token.kind == Token::Kind::quantity || token.is_mark(';')) return false;
    }
    return false;
  }

  // "including RMB10.2 million from games, which increased by": the clause is about a part.
  [[nodiscard]] bool included_before(std::size_t i) const {
    bool figure = false;
    for (std::size_t k = i; k > 0; --k) {
      const Token& token = sentence_.tokens[k - 1];
      if (token.is(Word::include)) return figure;
      if (token.is_mark(';')) return false;
      figure = figure || token.kind == Token::Kind::quantity;
    }
    return false;
  }

  // The comma after which the sentence goes on with its verb; else, unless it must be there, the end.
  [[nodiscard]] std::size_t clause_end(std::size_t begin, bool definition) const {
    for (std::size_t i = begin; i < sentence_.tokens.size(); ++i) {
      if (sentence_.tokens[i].is_mark(';')) return definition ? 0 : i;
      if (definition && sentence_.tokens[i].kind == Token::Kind::quantity) return 0;
      if (sentence_.tokens[i].is_mark(',') && i + 1 < sentence_.tokens.size() &&
          verb_like(sentence_.tokens[i + 1]))
        return i + 1;
    }
    return definition ? 0 : sentence_.tokens.size();
  }

  [[nodiscard]] bool sign_only(std::size_t begin, std::size_t end) const {
    if (end != begin + 1 || sentence_.tokens[begin].kind != Token::Kind::word) return false;
    const std::string_view word = text_.substr(sentence_.tokens[begin].begin,
                                               sentence_.tokens[begin].end - sentence_.tokens[begin].begin);
    return only_sign(word) || word == "losses" || word == "expense" || word == "expenses" ||
           word == "benefit";
  }

  [[nodiscard]] std::size_t closing(std::size_t open) const {
    int depth = 0;
    for (std::size_t i = open; i < sentence_.tokens.size(); ++i) {
      if (sentence_.tokens[i].is_mark('(')) ++depth;
      if (sentence_.tokens[i].is_mark(')') && --depth == 0) return i;
    }
    return 0;
  }

  void take_parentheses(std::size_t begin, std::size_t end) {
    const std::uint32_t before = !outer_.tokens.empty() && outer_.tokens.back().kind == Token::Kind::quantity
                                     ? outer_.tokens.back().index
                                     : kNone;
    const std::uint32_t only = only_quantity(begin, end);
    if (before != kNone && only != kNone &&
        translates(sentence_.quantities[before], sentence_.quantities[only])) {
      outer_.translation[before] = only;
      return;
    }
    if (const std::size_t first = first_of_translations(before, begin, end); first != end) {
      outer_.translation[before] = sentence_.tokens[first].index;
      outer_.asides.push_back({before, first + 1, end});
      return;
    }
    if (holds_quantity(begin, end)) {
      outer_.asides.push_back({before != kNone ? before : last_outer_quantity(), begin, end});
    }
  }

  // "... as at 31 December 2023 (31 December 2022: 51.0%)"
  [[nodiscard]] std::uint32_t last_outer_quantity() const {
    for (std::size_t i = outer_.tokens.size(); i > 0; --i) {
      if (outer_.tokens[i - 1].kind == Token::Kind::quantity) return outer_.tokens[i - 1].index;
      if (outer_.tokens[i - 1].kind != Token::Kind::period && !outer_.tokens[i - 1].is(Word::adverb)) break;
    }
    return kNone;
  }

  // "(US$1.3 million 1)": the mark of a footnote that lost its place above the line.
  [[nodiscard]] static bool note_mark(const Token& token) {
    constexpr std::uint32_t kMost = 9;
    return token.kind == Token::Kind::number && token.index != 0 && token.index <= kMost;
  }

  // The quantity of a group that holds one and no words but "approximately", "or", "equivalent to".
  [[nodiscard]] std::uint32_t only_quantity(std::size_t begin, std::size_t end) const {
    std::uint32_t found = kNone;
    for (std::size_t i = begin; i < end; ++i) {
      const Token& token = sentence_.tokens[i];
      if (token.kind == Token::Kind::quantity) {
        if (found != kNone) return kNone;
        found = token.index;
      } else if (!token.is(Word::approximate) && !token.is(Word::conjunction) &&
                 !token.is(Word::equivalent) && !token.is(Word::to) && !token.is(Word::negative) &&
                 !(i + 1 == end && note_mark(token))) {
        return kNone;
      }
    }
    return found;
  }

  // "RMB1.95 (US$0.27 or HK$2.13)": two currencies beside the amount's own; `end` where the group is another.
  [[nodiscard]] std::size_t first_of_translations(std::uint32_t amount, std::size_t begin,
                                                  std::size_t end) const {
    if (amount == kNone) return end;
    std::size_t first = end;
    for (std::size_t i = begin; i < end; ++i) {
      const Token& token = sentence_.tokens[i];
      if (token.kind == Token::Kind::quantity) {
        if (!translates(sentence_.quantities[amount], sentence_.quantities[token.index])) return end;
        if (first == end) first = i;
      } else if (!token.is(Word::approximate) && !token.is(Word::conjunction) && !token.is_mark(',')) {
        return end;
      }
    }
    return first;
  }

  std::string_view text_;
  const SentenceReading& sentence_;
  Outer& outer_;
};

class AsideReader {
 public:
  AsideReader(std::string_view text, const Outer& outer, SentenceReading& out)
      : text_(text), outer_(outer), out_(out) {}

  void read(const Aside& aside) {
    std::uint32_t period = kNone;
    for (std::size_t i = aside.begin; i < aside.end; ++i) {
      const Token& token = out_.tokens[i];
      if (token.kind == Token::Kind::period) period = token.index;
      if (token.is_year() && period == kNone) period = add_year(token.index);
      if (token.kind != Token::Kind::quantity) continue;
      if (period == kNone) period = period_behind(aside, i);
      if (take_twins(aside.after, token.index, period)) continue;
      const std::size_t main = reading_of(aside.after);
      Reading reading;
      reading.quantity = token.index;
      reading.said = Said::nothing;
      reading.translation = outer_.translation[token.index];
      if (main < out_.readings.size()) {
        const Reading before = out_.readings[main];
        reading.subject = before.subject;
        reading.loss = before.loss;
        reading.narrowed = before.narrowed || before.said == Said::reason;
        reading.expected = before.expected;
        if (before.said != Said::change &&
            same_kind(out_.quantities[before.quantity], out_.quantities[token.index]) && period != kNone) {
          reading.said = Said::base;
          reading.period = period;
        }
      }
      if (reading.said == Said::nothing && main < out_.readings.size()) {
        take_change(aside, i, out_.readings[main], reading);
        take_margin(aside, i, out_.readings[main], reading);
      }
      if (reading.said == Said::nothing && out_.quantities[token.index].kind == QuantityKind::money) {
        reading.said = Said::reason;
        if (reading.subject == kNone) reading.subject = out_.add_subject({});
      }
      out_.readings.push_back(reading);
    }
  }

 private:
  // "RMB6.6 million (11.7% operating margin)": of the period and side of the amount.
  void take_margin(const Aside& aside, std::size_t at, const Reading& main, Reading& reading) {
    const bool alone =
        at == aside.begin && main.said != Said::change && main.said != Said::reason && main.subject != kNone;
    if (!alone || out_.quantities[reading.quantity].kind != QuantityKind::percent) return;
    const Phrase phrase{text_, out_.tokens, out_.periods};
    if (margin_end(phrase, at + 1, aside.end) != aside.end || at + 1 == aside.end) return;
    std::string name = noun_phrase(text_, phrase.range(at + 1, aside.end));
    const std::string& beside = main.named.empty() ? out_.subjects[main.subject].phrase : main.named;
    const std::string_view first = std::string_view(beside).substr(0, beside.find(' ') + 1);
    if (says_adjusted(first) && !says_adjusted(name)) name.insert(0, first);
    name_margin(std::move(name), main, reading, out_);
    reading.period = main.period;
    reading.compared = main.compared;
  }

  // "US$0.38 per share (US$1.89 per ADS)": the same measure by another unit, for each period of the first.
  bool take_twins(std::uint32_t after, std::uint32_t twin, std::uint32_t period) {
    if (after == kNone || period != kNone) return false;
    const Quantity &first = out_.quantities[after], &second = out_.quantities[twin];
    if (!same_kind(first, second) || first.per == second.per) return false;
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

  // "RMB5.0 million (+17%)", "18.4% (up 30 bps)", "(-4% year-over-year)", "(a 17% increase in comparison to
  // 2023)": by how much it changed.
  void take_change(const Aside& aside, std::size_t at, const Reading& main, Reading& reading) const {
    const Quantity &amount = out_.quantities[main.quantity], &by = out_.quantities[reading.quantity];
    const bool money = amount.kind == QuantityKind::money && by.kind == QuantityKind::percent;
    const bool points = amount.kind == QuantityKind::percent && by.kind == QuantityKind::points;
    if (main.said != Said::current || (!money && !points)) return;
    Direction direction = by.marked_negative ? Direction::down : Direction::none;
    bool approximate = false;
    for (std::size_t i = aside.begin; i < at; ++i) {
      const Token& token = out_.tokens[i];
      const Direction said = token.is_mark('+') ? Direction::up : direction_of(token);
      if (direction == Direction::none) direction = said;
      approximate = approximate || token.is(Word::approximate);
      const bool leads = said != Direction::none || token.is(Word::article) || token.is(Word::of) ||
                         token.is(Word::by) || token.is(Word::approximate) || token.is(Word::adverb);
      if (!leads) return;  // "(prices: +17%)": of something else
    }
    if (!take_compared(at + 1, change_end(aside, at), direction, reading)) return;
    reading.said = Said::change;
    reading.direction = direction;
    reading.approximate = reading.approximate || approximate;
  }

  // "(up 25% or 27% at constant currency)": the change of the statements ends before that of another basis.
  [[nodiscard]] std::size_t change_end(const Aside& aside, std::size_t at) const {
    const Phrase phrase{text_, out_.tokens, out_.periods};
    std::size_t stop = at + 1;
    while (stop < aside.end && out_.tokens[stop].kind == Token::Kind::period) ++stop;
    std::size_t next = stop;
    while (next < aside.end &&
           (phrase.mark(next, ',') || phrase.mark(next, ';') || phrase.mark(next, '+') ||
            phrase.is(next, Word::conjunction) || phrase.is(next, Word::up) || phrase.is(next, Word::down)))
      ++next;
    if (next == stop || next >= aside.end || out_.tokens[next].kind != Token::Kind::quantity)
      return aside.end;
    for (std::size_t i = next + 1; i < aside.end; ++i) {
      if (phrase.word_at(i) == "constant") return stop;
      if (out_.tokens[i].kind != Token::Kind::word) break;
    }
    return aside.end;
  }

  // "increase", "year-over-year", "higher than in 2023", "from the same quarter of 2023" behind a percentage;
  // false where it is said of something else ("+17% in volume"), or no word tells the direction.
  bool take_compared(std::size_t begin, std::size_t end, Direction& direction, Reading& reading) const {
    bool linked = false;
    for (std::size_t i = begin; i < end; ++i) {
      const Token& token = out_.tokens[i];
      if (token.kind == Token::Kind::period) {
        if (!linked && !over(out_.periods[token.index])) return false;
        if (reading.compared == kNone) reading.compared = token.index;
      } else if (i == begin && direction == Direction::none && direction_of(token) != Direction::none) {
        direction = direction_of(token);
      } else {
        const bool link = token.is(Word::from) || token.is(Word::than) || token.is(Word::compare) ||
                          text_.substr(token.begin, token.end - token.begin) == "over";
        linked = linked || link;
        const bool joins = linked && (token.is(Word::with) || token.is(Word::to));
        const bool leads = token.is(Word::preposition) && i + 1 < end &&
                           out_.tokens[i + 1].is(Word::compare);  // "in comparison to"
        if (!joins && !leads && !link && !token.is_mark('"')) return false;
      }
    }
    return direction != Direction::none;
  }

  // "(compared to RMB5.0 million in 2023)": the period stands behind its amount.
  [[nodiscard]] std::uint32_t period_behind(const Aside& aside, std::size_t at) const {
    if (at == aside.begin || at + 2 != aside.end || out_.tokens[at + 1].kind != Token::Kind::period)
      return kNone;
    const bool compares =
        std::all_of(out_.tokens.begin() + static_cast<std::ptrdiff_t>(aside.begin),
                    out_.tokens.begin() + static_cast<std::ptrdiff_t>(at), [](const Token& token) {
                      return token.is(Word::compare) || token.is(Word::with) || token.is(Word::to) ||
                             token.is(Word::as) || token.is(Word::from) || token.is(Word::approximate);
                    });
    const PeriodPhrase& period = out_.periods[out_.tokens[at + 1].index];
    return compares && !over(period) && period.kind != PeriodPhrase::Kind::event ? out_.tokens[at + 1].index
                                                                                 : kNone;
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

  std::string_view text_;
  const Outer& outer_;
  SentenceReading& out_;
};

}  // namespace

Outer separate_asides(std::string_view text, const SentenceReading& sentence) {
  Outer outer;
  Separator(text, sentence, outer).separate();
  return outer;
}

void read_asides(std::string_view text, const Outer& outer, SentenceReading& sentence) {
  AsideReader reader(text, outer, sentence);
  for (const Aside& aside : outer.asides) reader.read(aside);
}

}  // namespace kcfin::prose
