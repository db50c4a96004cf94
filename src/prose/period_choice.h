// Which of its admissible periods a sentence speaks of, where it does not say so: its amounts tell.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "kcfin/filing.h"
#include "prose/draft.h"

namespace kcfin::prose {

class PeriodChoice {
 public:
  // Whether the amount of a claim, dated so, rounds the figure of its row.
  using Fits = std::function<bool(const Draft&, const Figure&)>;

  PeriodChoice(Filing& filing, std::vector<Draft>& drafts, const FiscalCalendar& calendar, Fits fits);

  // Settles the sentence whose claims are drafts [begin, end); sentences come in order.
  void settle(std::size_t begin, std::size_t end);

 private:
  [[nodiscard]] std::vector<Period> admissible(const Draft& draft) const;
  [[nodiscard]] int fitting(std::size_t begin, std::size_t end, const Period& main);
  void date(std::size_t begin, std::size_t end, const Period& main);
  void keep_datings(Draft& draft, const std::vector<Period>& mains);
  void date_comparative(Draft& draft);
  void date_moved_base(std::size_t begin, std::size_t end, Draft& base);
  void add_usual_bases(Draft& change);

  Filing& filing_;
  std::vector<Draft>& drafts_;
  const FiscalCalendar& calendar_;
  Fits fits_;
  std::vector<Period> spans_;  // of the tables' columns
  Period settled_;             // by the amounts of the last sentence, and its paragraph
  std::uint32_t paragraph_ = 0;
};

}  // namespace kcfin::prose
