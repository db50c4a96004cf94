// Of which period a sentence's figures are: its clause says so, or what stands around it, in this order.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "kcfin/filing.h"
#include "prose/period_phrase.h"

namespace kcfin::prose {

struct SentenceReading;
struct Draft;

// The period of a clause's own figures, and the others that the text around it does not exclude.
struct MainPeriod {
  Period period;
  PeriodSource source = PeriodSource::report;
  std::vector<Period> others;

  // The clause itself, or its sentence, says it, or its amounts do.
  [[nodiscard]] bool stated() const { return source <= PeriodSource::amounts; }
};

// The main period of each subject of a sentence; `around` is what the text before it tells.
void find_main_periods(const SentenceReading& sentence, const MainPeriod& around,
                       const FiscalCalendar& calendar, std::vector<MainPeriod>& out);

// Dates the claim's figure, and what its change is compared with, for that main period of its clause.
void date_claim(Draft& draft, Figure& figure, const Period& main, const FiscalCalendar& calendar);

// Gives a change the period that it is against: its base's, where the sentence prints one, else `against`.
void date_base(Draft& change, std::vector<Figure>& figures);

// The periods that "compared with RMB5.0 million", without more, may mean for a figure of `main`.
[[nodiscard]] std::vector<Period> usual_bases(const Period& main, const FiscalCalendar& calendar);

}  // namespace kcfin::prose
