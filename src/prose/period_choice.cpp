// Tries each period that the text does not exclude, and takes the one that most amounts of the sentence
// fulfil.
#include "prose/period_choice.h"

#include <algorithm>
#include <utility>

namespace kcfin::prose {
namespace {

void add(std::vector<Period>& periods, const Period& period) {
  if (period.known() && std::find(periods.begin(), periods.end(), period) == periods.end())
    periods.push_back(period);
}

bool is_change(const Draft& draft) {
  return draft.claim.kind == ClaimKind::change || draft.claim.kind == ClaimKind::point_change;
}

}  // namespace

PeriodChoice::PeriodChoice(Filing& filing, std::vector<Draft>& drafts, const FiscalCalendar& calendar,
                           Fits fits)
    : filing_(filing), drafts_(drafts), calendar_(calendar), fits_(std::move(fits)) {
  for (const Table& table : filing.tables) {
    for (const Column& column : table.columns) {
      if (!column.period.instant()) add(spans_, column.period);
    }
  }
}

// What the sentence before was found to speak of, what stands around, and any other span of the tables with
// the same end: a quarter or the year to date.
std::vector<Period> PeriodChoice::admissible(const Draft& draft) const {
  std::vector<Period> out;
  if (draft.claim.paragraph == paragraph_) add(out, settled_);
  add(out, draft.main.period);
  for (const Period& other : draft.main.others) add(out, other);
  const Date end = draft.main.period.end;
  for (const Period& span : spans_) {
    if (span.end == end && !draft.main.period.instant()) add(out, span);
  }
  return out;
}

void PeriodChoice::settle(std::size_t begin, std::size_t end) {
  if (drafts_[begin].claim.paragraph != paragraph_) settled_ = {};
  paragraph_ = drafts_[begin].claim.paragraph;
  std::size_t open = begin;
  while (open < end && drafts_[open].main.stated()) ++open;
  if (open == end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Period& main = drafts_[i].main.period;
      const bool to_come = filing_.report.end.known() && main.end > filing_.report.end;
      if (!main.instant() && !to_come) settled_ = main;
    }
  } else {
    const std::vector<Period> mains = admissible(drafts_[open]);
    const Period* best = nullptr;
    int most = 0;
    for (const Period& main : mains) {
      const int count = fitting(begin, end, main);
      if (count <= most) continue;
      best = &main;
      most = count;
    }
    const bool told = best != nullptr;
    if (!told && !mains.empty()) best = &mains.front();
    if (best != nullptr) date(begin, end, *best);
    if (told) settled_ = *best;
    for (std::size_t i = begin; i < end; ++i) {
      if (drafts_[i].main.stated()) continue;
      if (told) {
        drafts_[i].main.source = PeriodSource::amounts;
      } else {
        keep_datings(drafts_[i], mains);
      }
    }
  }
  for (std::size_t i = begin; i < end; ++i) {
    date_comparative(drafts_[i]);
    date_moved_base(begin, end, drafts_[i]);
  }
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_change(drafts_[i])) continue;
    date_base(drafts_[i], filing_.figures);
    add_usual_bases(drafts_[i]);
  }
}

// "increased by RMB12.3 million", without more: against any period that it usually is.
void PeriodChoice::add_usual_bases(Draft& change) {
  Claim& claim = change.claim;
  const bool over_the_span = change.against && change.against->kind == PeriodPhrase::Kind::current;
  if (claim.base != kNoFigure || claim.base_period.known() || (change.against && !over_the_span)) return;
  const Period now = claim.current != kNoFigure ? filing_.figures[claim.current].period
                                                : filing_.figures[claim.figure].period;
  for (const Period& base : usual_bases(now, calendar_)) claim.datings.push_back({now, base});
  claim.period_in_doubt = true;
}

int PeriodChoice::fitting(std::size_t begin, std::size_t end, const Period& main) {
  int count = 0;
  for (std::size_t i = begin; i < end; ++i) {
    Draft& draft = drafts_[i];
    if (draft.main.stated() || is_change(draft)) continue;
    Figure figure = filing_.figures[draft.claim.figure];
    const Period compared = draft.compared_period;
    date_claim(draft, figure, main, calendar_);
    draft.compared_period = compared;
    if (figure.period.known() && fits_(draft, figure)) ++count;
  }
  return count;
}

void PeriodChoice::date(std::size_t begin, std::size_t end, const Period& main) {
  for (std::size_t i = begin; i < end; ++i) {
    Draft& draft = drafts_[i];
    if (draft.main.stated()) continue;
    draft.main.period = main;
    Figure& figure = filing_.figures[draft.claim.figure];
    date_claim(draft, figure, main, calendar_);
    if (draft.claim.translation != kNoFigure) filing_.figures[draft.claim.translation].period = figure.period;
  }
  for (std::size_t i = begin; i < end; ++i) {
    if (is_change(drafts_[i])) date_base(drafts_[i], filing_.figures);
  }
}

// No amount has told: changes and ratios may hold for any of the periods.
void PeriodChoice::keep_datings(Draft& draft, const std::vector<Period>& mains) {
  Claim& claim = draft.claim;
  claim.period_in_doubt = draft.main.source == PeriodSource::report && mains.size() > 1;
  for (const Period& main : mains) {
    if (main == draft.main.period) continue;
    Figure figure = filing_.figures[claim.figure];
    const Period compared = draft.compared_period;
    date_claim(draft, figure, main, calendar_);
    if (figure.period.known()) claim.datings.push_back({figure.period, draft.compared_period});
    draft.compared_period = compared;
  }
}

// "compared with RMB5.0 million": the period that its amount fulfils, of those that such words mean.
void PeriodChoice::date_comparative(Draft& draft) {
  Figure& figure = filing_.figures[draft.claim.figure];
  if (!draft.claim.comparative || figure.period.known() || is_change(draft)) return;
  for (const Period& base : usual_bases(draft.main.period, calendar_)) {
    Figure trial = figure;
    trial.period = base;
    if (!fits_(draft, trial)) continue;
    figure.period = base;
    return;
  }
}

// "rose to RMB5.0 million from RMB4.0 million" where no usual base has the amount, though the row has the
// other one: against the year before, as such words mean most often.
void PeriodChoice::date_moved_base(std::size_t begin, std::size_t end, Draft& base) {
  Figure& figure = filing_.figures[base.claim.figure];
  if (base.said != Said::base || figure.period.known() || !base.claim.subject.empty()) return;
  bool moved = base.moved.direction != Direction::none;
  bool borne_out = false;
  for (std::size_t i = begin; i < end; ++i) {
    const Draft& other = drafts_[i];
    if (other.clause != base.clause || other.said != Said::current) continue;
    moved = moved || other.moved.direction != Direction::none;
    borne_out = borne_out || fits_(other, filing_.figures[other.claim.figure]);
  }
  const std::vector<Period> bases = usual_bases(base.main.period, calendar_);
  if (!moved || !borne_out || bases.empty()) return;
  figure.period = bases.front();
  base.main.source = PeriodSource::report;
}

}  // namespace kcfin::prose
