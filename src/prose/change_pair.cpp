// A change and its amounts stand in one clause, of one measure.
#include "prose/change_pair.h"

#include <algorithm>

namespace kcfin::prose {
namespace {

class ChangePairs {
 public:
  ChangePairs(Filing& filing, const FiscalCalendar& calendar, std::vector<Draft>& drafts)
      : filing_(filing), calendar_(calendar), drafts_(drafts) {}

  void run(std::size_t first) {
    first_ = first;
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      Draft& change = drafts_[i];
      if (change.said != Said::change) continue;
      if (const std::size_t at = current_of(first, i); at != drafts_.size()) take_current(at, change);
      if (const std::size_t at = base_of(first, i); at != drafts_.size())
        change.claim.base = drafts_[at].claim.figure;
      date_base(change, filing_.figures);
    }
  }

 private:
  // A change of percentage points is between percentages; one of percent or money is between amounts. "Gross
  // margin increased by 1.3% to 39.6%" is between percentages too, where its clause has no amounts.
  [[nodiscard]] bool comparable(const Draft& change, const Draft& other) const {
    if (other.clause != change.clause) return false;
    const bool percent = measure_of(other) == Measure::percent;
    if (change.claim.kind == ClaimKind::point_change) return percent;
    if (other.claim.kind == ClaimKind::change) return false;
    return !percent ||
           (measure_of(change) == Measure::percent_change && of_margins(change) && other.said != Said::share);
  }

  [[nodiscard]] bool of_margins(const Draft& change) const {
    return std::all_of(drafts_.begin() + static_cast<std::ptrdiff_t>(first_), drafts_.end(),
                       [&](const Draft& draft) {
                         return draft.clause != change.clause || draft.claim.kind == ClaimKind::change ||
                                draft.claim.kind == ClaimKind::margin;
                       });
  }

  // "RMB7.7 billion in the quarter and RMB26.8 billion in 2024, representing increases of 22% and 19%": as
  // many amounts as changes belong together in their order.
  [[nodiscard]] std::size_t current_of(std::size_t first, std::size_t change) const {
    std::vector<std::size_t> currents, changes;
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      if (drafts_[i].said == Said::current && comparable(drafts_[change], drafts_[i])) currents.push_back(i);
      if (drafts_[i].said == Said::change && drafts_[i].clause == drafts_[change].clause &&
          measure_of(drafts_[i]) == measure_of(drafts_[change]))
        changes.push_back(i);
    }
    if (currents.empty()) return drafts_.size();
    if (currents.size() == changes.size()) {
      const auto rank = std::find(changes.begin(), changes.end(), change) - changes.begin();
      return currents[static_cast<std::size_t>(rank)];
    }
    return currents.front();
  }

  [[nodiscard]] Measure measure_of(const Draft& draft) const {
    return filing_.figures[draft.claim.figure].unit.measure;
  }

  // The change is of the period of the amount that it leads to.
  void take_current(std::size_t at, Draft& change) {
    change.claim.current = drafts_[at].claim.figure;
    // "decreased by 17.3% to RMB5.0 million in 2024 from 2023": what stands behind the amount is the
    // change's.
    if (!change.against) change.against = drafts_[at].against;
    if (!change.own) change.own = drafts_[at].own;
    date_claim(change, filing_.figures[change.claim.figure], change.main.period, calendar_);
  }

  // "including RMB14 million (2023: RMB6 million) for leases": what the whole changed by is not between
  // these.
  [[nodiscard]] static bool of_a_part(const Draft& base) { return base.narrowed; }

  [[nodiscard]] std::size_t base_of(std::size_t first, std::size_t change) const {
    const std::size_t none = drafts_.size();
    if (change + 1 < none && drafts_[change + 1].said == Said::base && !of_a_part(drafts_[change + 1]) &&
        comparable(drafts_[change], drafts_[change + 1]) &&
        periods_agree(drafts_[change], drafts_[change + 1])) {
      return change + 1;
    }
    // "Sales for 2023 and 2022 were RMB5.0 million and RMB4.0 million, increasing 25%": one of its amounts.
    for (std::size_t i = first; i < none; ++i) {
      const Period& period = filing_.figures[drafts_[i].claim.figure].period;
      if (drafts_[i].said == Said::current && comparable(drafts_[change], drafts_[i]) && period.known() &&
          drafts_[i].claim.figure != drafts_[change].claim.current &&
          period == drafts_[change].compared_period)
        return i;
    }
    if (const std::size_t earlier = earlier_of_two(first, change); earlier != none) return earlier;
    std::size_t only = none;
    int bases = 0;
    int changes = 0;
    for (std::size_t i = first; i < none; ++i) {
      if (drafts_[i].said == Said::change && drafts_[i].clause == drafts_[change].clause) ++changes;
      if (drafts_[i].said != Said::base || of_a_part(drafts_[i]) || !comparable(drafts_[change], drafts_[i]))
        continue;
      const Period& period = filing_.figures[drafts_[i].claim.figure].period;
      if (period.known() && period == drafts_[change].compared_period) return i;
      ++bases;
      only = i;
    }
    return bases == 1 &&
                   (changes == 1 ||
                    (!drafts_[change].against && drafts_[change].claim.kind != ClaimKind::point_change)) &&
                   periods_agree(drafts_[change], drafts_[only])
               ? only
               : none;
  }

  // "was RMB5.0 million at June 30, 2024 and RMB4.0 million at June 30, 2023, an increase of 25%": between
  // both.
  [[nodiscard]] std::size_t earlier_of_two(std::size_t first, std::size_t change) const {
    std::vector<std::size_t> amounts;
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      if (i < change && drafts_[i].said == Said::current && comparable(drafts_[change], drafts_[i])) {
        amounts.push_back(i);
      } else if (i != change && drafts_[i].clause == drafts_[change].clause) {
        return drafts_.size();
      }
    }
    if (amounts.size() != 2 || drafts_[change].against) return drafts_.size();
    const Figure &now = filing_.figures[drafts_[amounts[0]].claim.figure],
                 &then = filing_.figures[drafts_[amounts[1]].claim.figure];
    const bool alike = now.unit == then.unit && now.period.known() && then.period.known() &&
                       now.period.months() == then.period.months() && then.period.end < now.period.end;
    return alike ? amounts[1] : drafts_.size();
  }

  [[nodiscard]] bool periods_agree(const Draft& change, const Draft& base) const {
    const Period& period = filing_.figures[base.claim.figure].period;
    return !change.compared_period.known() || !period.known() || change.compared_period.end == period.end;
  }

  Filing& filing_;
  const FiscalCalendar& calendar_;
  std::vector<Draft>& drafts_;
  std::size_t first_ = 0;  // of the sentence
};

}  // namespace

void pair_changes(std::size_t first, Filing& filing, const FiscalCalendar& calendar,
                  std::vector<Draft>& drafts) {
  ChangePairs(filing, calendar, drafts).run(first);
}

}  // namespace kcfin::prose
