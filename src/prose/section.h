// Where a paragraph stands: the headings above it say the period, the scale of bare amounts and whether a
// sentence tells what was or what is expected.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "prose/claim_period.h"
#include "prose/period_phrase.h"

namespace kcfin::prose {

struct Section {
  std::string_view heading;  // the nearest one
  MainPeriod period;         // of amounts whose sentence says none
  bool outlook = false;      // what is expected
  bool notes = false;        // notes to the statements: bare amounts are in their scale
  std::uint8_t note_scale = 0;
};

class SectionReader {
 public:
  SectionReader(const Document& document, const Filing& filing);

  [[nodiscard]] const FiscalCalendar& calendar() const { return calendar_; }
  // The section of the next paragraph, in order. True where the paragraph is a heading itself.
  bool enter(const Paragraph& paragraph);
  [[nodiscard]] const Section& section() const { return section_; }

 private:
  // `opening`: the line before, where the heading began in it.
  void read_heading(std::string_view text, std::string_view opening);
  void lead_in(std::string_view text);
  void read_period(std::string_view text, PeriodSource source);
  [[nodiscard]] Period year_compared() const;
  [[nodiscard]] Period year_of_results(std::string_view text) const;
  void leave_bullets(std::string_view text);

  const Filing& filing_;
  FiscalCalendar calendar_;
  Section section_;
  std::optional<MainPeriod> outside_;  // the period outside the list that a lead-in opened
  bool bullets_ = false;               // that list's items begin with a bullet
  std::string_view opening_;           // the first line of a heading that goes on in the next
  std::vector<Token> tokens_;
  std::vector<PeriodPhrase> periods_;
};

// A paragraph that names what follows: short, without a full stop.
[[nodiscard]] bool is_heading(const Paragraph& paragraph);

}  // namespace kcfin::prose
