// Periods by what they are to the one at hand: "the same quarter of 2023", "last quarter", "this year".
#pragma once

#include <cstddef>

#include "prose/named_period.h"

namespace kcfin::prose {

class RelativePeriod : public NamedPeriod {
 protected:
  using NamedPeriod::NamedPeriod;

  // Each matcher returns how many tokens it took, 0 for none.
  // "same quarter of 2023", "same period last year", "corresponding period in 2022", "same period".
  [[nodiscard]] std::size_t match_same(std::size_t i, PeriodPhrase& out) const;
  // "last quarter", "the preceding quarter", "last year", "prior-year period", "previous year".
  [[nodiscard]] std::size_t match_previous(std::size_t i, PeriodPhrase& out) const;
  [[nodiscard]] std::size_t match_current(std::size_t i, PeriodPhrase& out) const;
  // "the Reporting Period", "the period"
  [[nodiscard]] std::size_t match_period(std::size_t i, PeriodPhrase& out) const;

 private:
  // How many tokens name six months: "half", "half year", "six months"; 0 for none.
  [[nodiscard]] std::size_t half_at(std::size_t i) const;
  [[nodiscard]] std::size_t year_after(std::size_t i, PeriodPhrase& out) const;
};

}  // namespace kcfin::prose
