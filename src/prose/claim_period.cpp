// From the phrases of time in a sentence, and the text around it, to the periods of its figures.
#include "prose/claim_period.h"

#include <algorithm>

#include "prose/draft.h"
#include "prose/reading.h"

namespace kcfin::prose {
namespace {

using Kind = PeriodPhrase::Kind;

// "the period", "the Reporting Period": the one at hand, whichever that is.
bool says_nothing(const PeriodPhrase& phrase) {
  return phrase.kind == Kind::event || (phrase.kind == Kind::current && phrase.number == 0);
}

class MainPeriods {
 public:
  MainPeriods(const SentenceReading& sentence, const MainPeriod& around, const FiscalCalendar& calendar)
      : sentence_(sentence), around_(around), calendar_(calendar) {}

  void find(std::vector<MainPeriod>& out) const {
    out.assign(sentence_.subjects.size(), around_);
    for (std::uint32_t s = 0; s < out.size(); ++s) take_clause(s, out[s]);
    for (std::uint32_t s = 0; s < out.size(); ++s) {
      if (out[s].source > PeriodSource::sentence) take_sentence(s, out);
      if (out[s].source > PeriodSource::sentence) leave_compared(s, out[s]);
      if (out[s].source > PeriodSource::sentence) take_span_compared(s, out[s]);
    }
  }

 private:
  void take_clause(std::uint32_t subject, MainPeriod& main) const {
    const std::uint32_t phrase = own_phrase(subject);
    if (phrase == kNone || says_nothing(sentence_.periods[phrase])) return;
    const Period period = resolve(sentence_.periods[phrase], around_.period, calendar_);
    if (period.known()) main = {period, PeriodSource::clause, {}};
  }

  // The phrase of the subject, or of the first figure that is its own.
  [[nodiscard]] std::uint32_t own_phrase(std::uint32_t subject) const {
    for (const Reading& reading : sentence_.readings) {
      if (reading.subject != subject || reading.period == kNone || reading.comparative) continue;
      if (reading.said == Said::current || reading.said == Said::share || reading.said == Said::reason)
        return reading.period;
    }
    return sentence_.subjects[subject].period;
  }

  // "A was RMB5.0 million and B was RMB1.0 million in the quarter": the only span of the sentence's clauses.
  static void take_sentence(std::uint32_t subject, std::vector<MainPeriod>& mains) {
    const MainPeriod* only = nullptr;
    for (const MainPeriod& other : mains) {
      if (other.source != PeriodSource::clause || other.period.instant()) continue;
      if (only != nullptr && !(only->period == other.period)) return;
      only = &other;
    }
    if (only == nullptr) return;
    MainPeriod& main = mains[subject];
    std::vector<Period> others = {main.period};
    others.insert(others.end(), main.others.begin(), main.others.end());
    main = {only->period, PeriodSource::sentence, std::move(others)};
  }

  // "was 5%, compared with 4% in the first quarter of 2024", "fell 5% from", after a sentence that speaks of
  // that quarter: what is compared with it is later.
  void leave_compared(std::uint32_t subject, MainPeriod& main) const {
    Date latest;
    for (const Reading& reading : sentence_.readings) {
      if (reading.subject != subject) continue;
      for (const std::uint32_t at : {reading.compared, reading.comparative ? reading.period : kNone}) {
        if (at == kNone || sentence_.periods[at].kind != Kind::stated) continue;
        latest = std::max(latest, sentence_.periods[at].period.end);
      }
    }
    if (!latest.known() || !main.period.end.known() || main.period.end > latest) return;
    const auto later = std::find_if(main.others.begin(), main.others.end(), [&](const Period& other) {
      return other.end.known() && other.end > latest;
    });
    if (later == main.others.end()) return;
    const Period taken = *later;
    main.others.erase(later);
    main.period = taken;
    main.source = PeriodSource::report;
  }

  // "a 91% increase from the same quarter of 2019", "up from RMB5.0 million in 2007": what is compared has
  // the span of what it is compared with.
  void take_span_compared(std::uint32_t subject, MainPeriod& main) const {
    for (const Reading& reading : sentence_.readings) {
      if (reading.subject != subject) continue;
      for (const std::uint32_t at : {reading.compared, reading.comparative ? reading.period : kNone}) {
        if (at == kNone) continue;
        const PeriodPhrase& phrase = sentence_.periods[at];
        const int stated =
            phrase.kind == Kind::stated && !phrase.period.instant() ? phrase.period.months() : 0;
        const int months = stated != 0 ? stated : phrase.months;
        if (months == 0 || !main.period.end.known() || main.period.instant()) continue;
        if (months != main.period.months()) {
          main.others.insert(main.others.begin(), main.period);
          main.period = span_ending(main.period.end, months);
        }
        if (stated != 0) main.source = PeriodSource::sentence;
        return;
      }
    }
  }

  const SentenceReading& sentence_;
  const MainPeriod& around_;
  const FiscalCalendar& calendar_;
};

}  // namespace

void find_main_periods(const SentenceReading& sentence, const MainPeriod& around,
                       const FiscalCalendar& calendar, std::vector<MainPeriod>& out) {
  MainPeriods(sentence, around, calendar).find(out);
}

void date_claim(Draft& draft, Figure& figure, const Period& main, const FiscalCalendar& calendar) {
  const Period own = draft.own ? resolve(*draft.own, main, calendar) : Period{};
  const Period& at = draft.said == Said::change && own.known() ? own : main;
  draft.compared_period = draft.against ? resolve(*draft.against, at, calendar) : Period{};
  if (draft.said == Said::change && draft.compared_period.known() && draft.compared_period == at) {
    // "up 5% from the first quarter", in one: the year before's. "Over the year": against what, is not told.
    const bool numbered =
        draft.against->kind == Kind::named_quarter || draft.against->kind == Kind::named_half;
    draft.compared_period = numbered ? calendar.snapped(years_before(at, 1)) : Period{};
  }
  if (draft.said == Said::change) {
    figure.period = at;
  } else if (draft.own) {
    figure.period = own;
  } else if (!draft.claim.comparative) {
    figure.period = main;
  } else {
    figure.period = draft.compared_period;
  }
}

void date_base(Draft& change, std::vector<Figure>& figures) {
  Claim& claim = change.claim;
  claim.base_period = change.compared_period;
  if (claim.base == kNoFigure) return;
  Figure& base = figures[claim.base];
  if (!base.period.known()) base.period = change.compared_period;
  if (base.period.known()) claim.base_period = base.period;
}

std::vector<Period> usual_bases(const Period& main, const FiscalCalendar& calendar) {
  if (!main.known()) return {};
  std::vector<Period> out = {calendar.snapped(years_before(main, 1))};
  PeriodPhrase quarter_before;
  quarter_before.kind = Kind::last_quarter;
  if (main.instant() || main.months() == 3) out.push_back(resolve(quarter_before, main, calendar));
  Date year_end = calendar.year(main.end.year).end;
  if (year_end >= main.end) year_end = calendar.year(main.end.year - 1).end;
  if (main.instant()) out.push_back({{}, year_end});
  return out;
}

}  // namespace kcfin::prose
