// The trends of a filing's sentences: what their words leave open is told by what stands around them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "prose/claim_period.h"
#include "prose/draft.h"
#include "prose/trend.h"

namespace kcfin::prose {

// A trend, and where it stands.
struct TrendDraft {
  Trend trend;
  std::string heading;      // above the paragraph, or run in at its beginning
  std::string lead_phrase;  // the metric that the paragraph is about
};

// A sentence, and what the text before it says.
struct TrendSetting {
  const Paragraph& paragraph;
  std::uint32_t paragraph_index = 0, sentence = 0,
                offset = 0;  // `offset` is where it starts in the paragraph
  MainPeriod main;
  std::string_view heading, lead;
  std::span<const Draft> drafts;  // under the same heading, so far
  std::size_t first = 0;          // the index of the first of them among all
  std::size_t before = 0,
              before_end = 0;    // in `drafts`: those of the last sentence with figures before this one
  std::string_view before_text;  // that sentence
};

class Trends {
 public:
  Trends(const Filing& filing, const FiscalCalendar& calendar) : filing_(filing), calendar_(calendar) {}

  // Takes what `readings` say of the sentence.
  void take(const TrendSetting& setting, std::string_view text, const SentenceReading& sentence,
            const std::vector<TrendReading>& readings);
  [[nodiscard]] std::vector<TrendDraft>& drafts() { return drafts_; }

 private:
  [[nodiscard]] std::vector<Period> mains(const TrendSetting& setting, const SentenceReading& sentence,
                                          const TrendReading& reading) const;
  void date(const std::vector<Period>& mains, const SentenceReading& sentence, const TrendReading& reading,
            Trend& trend) const;
  void take_cause(const TrendSetting& setting, std::string_view text, const SentenceReading& sentence,
                  const TrendReading& reading, std::size_t first);
  [[nodiscard]] bool of_explained(const TrendSetting& setting, const Trend& cause, std::size_t first,
                                  const Period& own) const;
  [[nodiscard]] static bool several_metrics(const TrendSetting& setting);
  void find_claims(const TrendSetting& setting, Trend& trend) const;

  const Filing& filing_;
  const FiscalCalendar& calendar_;
  std::vector<TrendDraft> drafts_;
};

}  // namespace kcfin::prose
