// Periods by their names: "first quarter of 2024", "fiscal year 2024", "2Q24", "year over year".
#pragma once

#include <cstddef>

#include "prose/dated_period.h"

namespace kcfin::prose {

class NamedPeriod : public DatedPeriod {
 protected:
  using DatedPeriod::DatedPeriod;

  // Each matcher returns how many tokens it took, 0 for none.
  // "first quarter of 2024", "second half of 2023", "first nine months of 2024", "Q1 2024", "fourth quarter".
  [[nodiscard]] std::size_t match_ordinal(std::size_t i, PeriodPhrase& out) const;
  // "fiscal year 2024", "full year of 2023", "fiscal year ended March 31, 2024", "full year 2024".
  [[nodiscard]] std::size_t match_fiscal(std::size_t i, PeriodPhrase& out) const;
  // "year ended December 31, 2024", "year 2024", "quarter ended June 30, 2024", "year over year", "year-end".
  [[nodiscard]] std::size_t match_year_or_quarter(std::size_t i, PeriodPhrase& out) const;
  // A quarter, half or year written in one word, with its year in it or after it.
  [[nodiscard]] std::size_t match_compact(std::size_t i, std::string_view word, PeriodPhrase& out) const;
  // "fourth-quarter sales", "first-half 2024 profit", "full-year 2024".
  [[nodiscard]] std::size_t match_hyphened(std::size_t i, std::string_view word, PeriodPhrase& out) const;
  // A definite "the quarter" names a period only where its noun phrase ends there.
  [[nodiscard]] bool closes(std::size_t i) const;
  // "the first quarter's RMB5.0 million": what stands behind a possessive is its figure.
  [[nodiscard]] bool owns_figure(std::size_t i) const {
    return at(i) != nullptr && at(i)->kind == Token::Kind::quantity;
  }

 private:
  [[nodiscard]] std::size_t match_months_after(std::size_t i, std::size_t next, PeriodPhrase& out) const;
};

}  // namespace kcfin::prose
