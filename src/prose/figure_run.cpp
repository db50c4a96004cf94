// Deals periods and subjects to the figures of a run.
#include "prose/figure_run.h"

#include <algorithm>
#include <array>
#include <utility>

#include "prose/noun_phrase.h"

namespace kcfin::prose {
namespace {

class Dealer {
 public:
  Dealer(SentenceReading& out, const Clause& clause, FigureRun& run)
      : out_(out), clause_(clause), run_(run) {}

  // Gives the periods and subjects that stand behind a run of figures to its members.
  void distribute() {
    const std::size_t count = out_.readings.size() - run_.begin;
    if (count == 0) return;
    give_periods(count);
    if (count > 1) give_subjects(count);
    if (count > 1 && run_.respectively && !dealt(count)) drop_ratios(count);
    run_.trailing.clear();
    run_.each = run_.respectively = false;
    run_.begin = out_.readings.size();
  }

 private:
  void give_periods(std::size_t count) {
    const bool opens = run_.trailing.empty() && count > 1 && out_.readings[run_.begin].said == Said::current;
    if (opens && clause_.opening.size() == count) {
      for (std::size_t i = 0; i < count; ++i) give_period(out_.readings[run_.begin + i], clause_.opening[i]);
      run_.several = clause_.opening;
    } else if (opens && clause_.opening.size() > 1 && run_.respectively) {
      // "For the three and six months ended June 30, 2024 and 2023": which is whose is not told.
      for (std::size_t i = 0; i < count; ++i) out_.readings[run_.begin + i].said = Said::nothing;
    }
    if (run_.trailing.empty() && run_.respectively && clause_.opening.size() > 1) deal_to_changes(count);
    if (run_.trailing.empty()) return;
    if (count == 1 && run_.trailing.size() == 2 && run_.respectively && deals_to_pair()) {
      give_period(out_.readings[run_.begin - 1], run_.trailing[0]);
      give_period(out_.readings[run_.begin], run_.trailing[1]);
    } else if (run_.trailing.size() == count) {
      for (std::size_t i = 0; i < count; ++i) give_period(out_.readings[run_.begin + i], run_.trailing[i]);
      run_.several = run_.trailing;
    } else if (run_.trailing.size() == 1 && count > 1 && run_.several.size() == count && years_back() != 0) {
      for (std::size_t i = 0; i < count; ++i) {
        PeriodPhrase phrase;
        phrase.period = years_before(out_.periods[run_.several[i]].period, years_back());
        out_.periods.push_back(phrase);
        give_period(out_.readings[run_.begin + i], static_cast<std::uint32_t>(out_.periods.size() - 1));
      }
    } else if (run_.trailing.size() == 1) {
      for (std::size_t i = 0; i < count; ++i) give_period(out_.readings[run_.begin + i], run_.trailing[0]);
    } else if (count == 1) {  // one amount for several periods
      for (std::size_t i = 1; i < run_.trailing.size() && run_.each; ++i) {
        Reading again = out_.readings[run_.begin];
        give_period(again, run_.trailing[i]);
        out_.readings.push_back(std::move(again));
      }
      give_period(out_.readings[run_.begin], run_.trailing[0]);
    }
  }

  // "For the three and six months, costs fell by RMB6.0 million and RMB17.1 million, or 16.8% and 20.4%,
  // respectively": changes belong to the periods that open the clause, in their order.
  void deal_to_changes(std::size_t count) {
    const std::size_t periods = clause_.opening.size();
    const auto of = [&](std::size_t i) -> Reading& { return out_.readings[run_.begin + i]; };
    if (count % periods != 0) return;
    for (std::size_t i = 0; i < count; ++i) {
      const bool kin =
          same_kind(out_.quantities[of(i).quantity], out_.quantities[of(i - i % periods).quantity]);
      if (of(i).said != Said::change || !kin) return;
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (of(i).period == kNone) of(i).period = clause_.opening[i % periods];
    }
  }

  // "was RMB5.0 million as compared to RMB4.0 million for 2024 and 2023, respectively": the amount and what
  // it is compared with.
  [[nodiscard]] bool deals_to_pair() const {
    if (run_.begin == 0) return false;
    const Reading &before = out_.readings[run_.begin - 1], &reading = out_.readings[run_.begin];
    return reading.said == Said::base && before.said == Said::current && before.subject == reading.subject &&
           before.period == kNone;
  }

  // How many years "the same periods of 2023" stand before the several periods of the run before; 0 where the
  // words behind this run do not go back to those.
  [[nodiscard]] int years_back() const {
    using Kind = PeriodPhrase::Kind;
    const PeriodPhrase& phrase = out_.periods[run_.trailing.front()];
    const bool stated = std::all_of(run_.several.begin(), run_.several.end(), [&](std::uint32_t at) {
      return out_.periods[at].kind == Kind::stated && out_.periods[at].period.end.known();
    });
    if (!stated || (phrase.kind != Kind::same && phrase.kind != Kind::last_year)) return 0;
    return phrase.year == 0 ? 1 : out_.periods[run_.several.back()].period.end.year - phrase.year;
  }

  // "Sales rose 9% in the first nine months": no amount stands by, of which the period could be.
  [[nodiscard]] bool dates_change(const Reading& change, std::uint32_t period) const {
    const bool alone =
        change.compared == kNone && std::all_of(out_.quantities.begin(), out_.quantities.end(),
                                                [](const Quantity& q) { return is_percent(q); });
    const auto at = std::find_if(out_.tokens.begin(), out_.tokens.end(), [&](const Token& token) {
      return token.kind == Token::Kind::period && token.index == period;
    });
    if (!alone || at == out_.tokens.begin() || at == out_.tokens.end()) return false;
    const Token& before = *(at - 1);
    return !before.is(Word::from) && !before.is(Word::than) && !before.is(Word::compare) &&
           !before.is(Word::with) && !before.is(Word::to) && !before.is(Word::bound);
  }

  void give_period(Reading& reading, std::uint32_t period) {
    const QuantityKind kind = out_.quantities[reading.quantity].kind;
    const bool change =
        reading.said == Said::change && (kind == QuantityKind::percent || kind == QuantityKind::points);
    if (reading.period != kNone || (change && !dates_change(reading, period))) return;
    // "to RMB5.0 million from RMB4.0 million in the quarter": the period at hand is of the amount arrived at.
    const bool at_hand = out_.periods[period].kind == PeriodPhrase::Kind::current;
    if (reading.said == Said::base && at_hand) {
      const auto place = static_cast<std::size_t>(&reading - out_.readings.data());
      if (place == 0) return;
      Reading& before = out_.readings[place - 1];
      if (before.said == Said::current && before.subject == reading.subject && before.period == kNone)
        before.period = period;
      return;
    }
    reading.period = period;
  }

  // Each figure of the run has a subject or a period of its own.
  [[nodiscard]] bool dealt(std::size_t count) const {
    const Reading &first = out_.readings[run_.begin], &second = out_.readings[run_.begin + 1];
    return run_.trailing.size() == count || first.subject != second.subject ||
           first.period != second.period || first.said == Said::change || first.comparative;
  }

  // "was 18.0% and 15.7% for the quarters ended 2023 and 2022, respectively": which is whose is not told.
  void drop_ratios(std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
      Reading& reading = out_.readings[run_.begin + i];
      if (is_percent(out_.quantities[reading.quantity])) reading.said = Said::nothing;
    }
  }

  // How many figures the subjects are dealt to: all of the run, or half of "RMB2.0 million and RMB1.0
  // million, or 20% and 10% of revenues, respectively"; 0 where the run mixes kinds otherwise ("RMB140.2
  // million, or 11.6% of total revenues" is said of one).
  [[nodiscard]] std::size_t group_of_a_kind(std::size_t count) const {
    const auto kin = [&](std::size_t a, std::size_t b) {
      return same_kind(out_.quantities[out_.readings[run_.begin + a].quantity],
                       out_.quantities[out_.readings[run_.begin + b].quantity]);
    };
    std::size_t group = 1;
    while (group < count && kin(0, group)) ++group;
    if (group == count) return count;
    if (count != 2 * group || !run_.respectively) return 0;
    for (std::size_t i = group + 1; i < count; ++i) {
      if (!kin(group, i)) return 0;
    }
    return group;
  }

  // "cash of RMB5.0 million and restricted cash of RMB1.0 million, compared with RMB4.0 million and RMB2.0
  // million, respectively": each with the one in its place.
  [[nodiscard]] bool compares_as_many(std::size_t count) const {
    const Reading& first = out_.readings[run_.begin];
    if (!run_.respectively || first.said != Said::base) return false;
    std::vector<const Reading*> currents;
    for (std::size_t i = 0; i < run_.begin; ++i) {
      const Reading& before = out_.readings[i];
      if (before.said != Said::current ||
          !same_kind(out_.quantities[before.quantity], out_.quantities[first.quantity]))
        continue;
      for (const Reading* other : currents) {
        if (other->subject == before.subject && other->named == before.named) return false;
      }
      currents.push_back(&before);
    }
    if (currents.size() != count) return false;
    for (std::size_t i = 0; i < count; ++i) {
      out_.readings[run_.begin + i].subject = currents[i]->subject;
      out_.readings[run_.begin + i].named = currents[i]->named;
    }
    return true;
  }

  void give_subjects(std::size_t count) {
    const Reading& first = out_.readings[run_.begin];
    if (first.subject == kNone) return;
    const std::size_t group = group_of_a_kind(count);
    if (group < 2) return;
    if (group == count && compares_as_many(count)) return;
    const bool named =
        std::any_of(out_.readings.begin() + static_cast<std::ptrdiff_t>(run_.begin) + 1, out_.readings.end(),
                    [](const Reading& one) { return !one.named.empty(); });
    if (named && first.said == Said::current)
      return;  // "cash and cash equivalents of A and restricted cash of B"
    const bool periods_differ =
        run_.trailing.size() == group || (clause_.opening.size() == group && first.said == Said::current);
    const bool told = run_.respectively || first.said == Said::current || first.subject == run_.parts_of;
    if (periods_differ || !told) return;
    const std::uint32_t whole = first.subject;
    if (run_.parts_of != whole) {
      const std::vector<std::string> parts = split_subject(out_.subjects[whole].phrase, group);
      if (parts.size() != group) return;
      run_.parts_of = whole;
      run_.parts_begin = out_.subjects.size();
      for (const std::string& part : parts) {
        out_.add_subject({part, out_.subjects[whole].period, out_.subjects[whole].carried, {}, {}});
      }
    }
    if (run_.parts_begin + group > out_.subjects.size()) return;
    for (std::size_t i = 0; i < count; ++i) {
      out_.readings[run_.begin + i].subject = static_cast<std::uint32_t>(run_.parts_begin + i % group);
    }
    const Reading& last = out_.readings.back();
    for (std::size_t i = group; i < count && last.said == Said::share; ++i) {
      out_.readings[run_.begin + i].said = Said::share;
      out_.readings[run_.begin + i].whole = last.whole;
    }
  }

  SentenceReading& out_;
  const Clause& clause_;
  FigureRun& run_;
};

// Nouns that can end one of several metrics.
bool head_noun(std::string_view word) {
  constexpr std::array<std::string_view, 29> kHeads = {
      "earnings", "expenses", "expense", "costs",       "cost",      "revenues", "revenue",     "loss",
      "losses",   "profit",   "income",  "margin",      "assets",    "deficit",  "liabilities", "share",
      "shares",   "ads",      "adss",    "ebitda",      "ebit",      "cash",     "users",       "mau",
      "dau",      "maus",     "daus",    "equivalents", "borrowings"};
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

// "net sales", but not "sales force expenses": nouns that are a metric of their own where they end its name.
bool names_metric(std::string_view phrase) {
  constexpr std::array<std::string_view, 9> kEnds = {"sales",     "orders",      "backlog",
                                                     "debt",      "dividends",   "equity",
                                                     "inventory", "inventories", "expenditures"};
  if (names_head(phrase)) return true;
  const std::string_view last = phrase.substr(phrase.rfind(' ') + 1);
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return last.size() == end.size() && has_word(last, end); });
}

// "Non-GAAP basic and diluted earnings": both are non-GAAP.
void share_qualifier(std::vector<std::string>& parts) {
  constexpr std::array<std::string_view, 5> kQualifiers = {"non-gaap", "adjusted", "normalized", "normalised",
                                                           "pro-forma"};
  const std::size_t space = parts.front().find(' ');
  if (space == std::string::npos) return;
  const std::string first = parts.front().substr(0, space + 1);
  const auto qualified = [&](const std::string& part) {
    return std::any_of(kQualifiers.begin(), kQualifiers.end(),
                       [&](std::string_view word) { return has_word(part, word); });
  };
  if (!qualified(first)) return;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (!qualified(parts[i])) parts[i].insert(0, first);
  }
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
    share_qualifier(parts);
  } else if (names_head(first) && !names_metric(last)) {
    std::size_t link = std::string::npos;
    for (const std::string_view preposition : {" from ", " of ", " for "}) {
      if (const std::size_t at = first.rfind(preposition); at != std::string::npos)
        link = at + preposition.size();
    }
    if (link == std::string::npos) return;
    const std::string lead = first.substr(0, link);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (!names_metric(parts[i])) parts[i].insert(0, lead);
    }
  }
}

}  // namespace

void distribute(SentenceReading& sentence, const Clause& clause, FigureRun& run) {
  Dealer(sentence, clause, run).distribute();
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
    } else if (phrase.substr(i, 2) == ", " && phrase.substr(i + 2, 4) != "net ") {
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
