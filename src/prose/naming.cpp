// From metric to row, with everything that makes it doubtful.
#include "prose/naming.h"

#include <algorithm>
#include <optional>
#include <string>

#include "prose/disagreement.h"
#include "prose/doubt.h"
#include "prose/metric_rows.h"
#include "prose/noun_phrase.h"
#include "prose/other_basis.h"
#include "prose/other_rows.h"
#include "prose/period_choice.h"
#include "prose/row_tie.h"
#include "values/text.h"

namespace kcfin::prose {
namespace {

// A gain or loss of what, it does not say; "Loss for the period" at the head of a sentence is the whole's.
bool bare_sign(std::string_view phrase) {
  const bool head = !phrase.empty() && phrase[0] >= 'A' && phrase[0] <= 'Z';
  return !head && only_sign(phrase) &&
         (has_word(phrase, "gain") || has_word(phrase, "gains") || has_word(phrase, "loss") ||
          has_word(phrase, "losses"));
}

class Namer {
 public:
  Namer(Filing& filing, const FiscalCalendar& calendar, std::vector<Draft>& drafts)
      : filing_(filing),
        drafts_(drafts),
        rows_(filing),
        doubts_(filing, rows_, drafts),
        periods_(filing, drafts, calendar,
                 [this](const Draft& draft, const Figure& amount) { return fits(draft, amount); }),
        others_(filing, rows_, doubts_, drafts) {}

  void run() {
    for (std::size_t begin = 0; begin < drafts_.size();) {
      std::size_t end = begin + 1;
      while (end < drafts_.size() && drafts_[end].claim.paragraph == drafts_[begin].claim.paragraph &&
             drafts_[end].claim.sentence == drafts_[begin].claim.sentence) {
        ++end;
      }
      name_sentence(begin, end);
      leave_part(begin, end);
      begin = end;
    }
    weigh_scales(filing_, drafts_);
    for (Draft& draft : drafts_) {
      // A comparative says its own period, or that its period is the clause's a year before.
      const bool own = draft.own && draft.own->kind == PeriodPhrase::Kind::stated;
      draft.claim.period_source = own ? PeriodSource::clause : draft.main.source;
    }
  }

  // Where the text around it may narrow the metric, its rows say nothing.
  void name_trend(TrendDraft& draft) {
    Trend& trend = draft.trend;
    if (trend.datings.empty() || trend.metric.phrase.empty()) return;
    if (const Concept* meaning = rows_.meaning(trend.metric.phrase); meaning != nullptr)
      trend.metric.concept_name = meaning->name;
    if (trend.unresolved.empty()) trend.unresolved = doubts_.of_part(draft.heading, trend.metric.phrase);
    if (trend.unresolved.empty()) trend.unresolved = doubts_.of_part(draft.lead_phrase, trend.metric.phrase);
    if (trend.unresolved.empty()) trend.unresolved = doubts_.of_setting(draft.heading, trend.metric.phrase);
  }

 private:
  void name_sentence(std::size_t begin, std::size_t end) {
    periods_.settle(begin, end);
    for (std::size_t i = begin; i < end; ++i) name(drafts_[i]);
    for (std::size_t i = begin; i < end; ++i) take_row_of_sentence(begin, end, drafts_[i]);
    for (std::size_t i = begin; i < end; ++i) weigh_disagreement(filing_, rows_, drafts_, begin, end, i);
  }

  // A paragraph that began with a line of revenue and has come to the company's own figures speaks of these
  // from there on, until it names another such line.
  void leave_part(std::size_t begin, std::size_t end) {
    const std::uint32_t paragraph = drafts_[begin].claim.paragraph;
    std::optional<std::string> lead;
    for (std::size_t i = begin; i < end; ++i) {
      const Draft& draft = drafts_[i];
      if (draft.lead) continue;
      const std::string& phrase = draft.claim.metric.phrase;
      if (draft.lead_phrase.empty() && !rows_.items(phrase).empty()) lead = phrase;
      if (!draft.lead_phrase.empty() && of_the_whole(draft)) lead.emplace();
    }
    for (std::size_t i = end; lead && i < drafts_.size() && drafts_[i].claim.paragraph == paragraph; ++i)
      drafts_[i].lead_phrase = *lead;
  }

  // Its amount is the row's, which is none of the line's that leads the paragraph.
  [[nodiscard]] bool of_the_whole(const Draft& draft) {
    const FigureId cell = draft.claim.row_figure;
    const Figure& amount = filing_.figures[draft.claim.figure];
    return cell != kNoFigure && !draft.disagrees && amount.unit.measure == Measure::money && amount.value &&
           significant_digits(*amount.value) > 2 && rounds(amount, filing_.figures[cell]) &&
           doubts_.leaves(draft.lead_phrase, row_of(filing_, cell), draft.claim.metric.phrase);
  }

  // The amount, dated so, rounds a figure of its row: what tells of which period it is. One digit tells
  // little.
  [[nodiscard]] bool fits(const Draft& draft, const Figure& amount) {
    if (!obstacle(draft).empty() || !amount.value || significant_digits(*amount.value) < 2) return false;
    const RowMatch match = rows_.find(draft.claim.metric.phrase, amount);
    if (match.outcome == RowMatch::Outcome::found) return rounds(amount, filing_.figures[match.figure]);
    return match.outcome == RowMatch::Outcome::ambiguous &&
           std::any_of(match.others.begin(), match.others.end(),
                       [&](FigureId cell) { return rounds(amount, filing_.figures[cell]); });
  }

  Figure& figure_of(const Draft& draft) { return filing_.figures[draft.claim.figure]; }

  // ---------------------------------------------------------------- one claim

  void name(Draft& draft) {
    Claim& claim = draft.claim;
    if (const Concept* meaning = rows_.meaning(claim.metric.phrase); meaning != nullptr)
      claim.metric.concept_name = meaning->name;
    claim.doubt = doubts_.of_part(draft.heading, claim.metric.phrase);
    if (claim.doubt.empty()) claim.doubt = doubts_.of_part(draft.lead_phrase, claim.metric.phrase);
    if (claim.doubt.empty() && draft.excluding) claim.doubt = kLeavesOut;
    if (claim.kind == ClaimKind::change || claim.kind == ClaimKind::point_change ||
        claim.kind == ClaimKind::share) {
      if (draft.expected || draft.bound || draft.rebased || draft.other_base)
        claim.unresolved = obstacle(draft);
      const bool money = figure_of(draft).unit.measure == Measure::money;
      if (claim.kind == ClaimKind::change && (draft.effect || (draft.narrowed && money)))
        claim.unresolved = "one of the causes of a change";
      return;
    }
    claim.unresolved = obstacle(draft);
    if (!claim.unresolved.empty()) return;
    const Figure& amount = figure_of(draft);
    if (!amount.period.known()) {
      claim.unresolved = "the sentence does not say of which period it is";
      return;
    }
    RowMatch match = rows_.find(claim.metric.phrase, amount);
    if (match.outcome == RowMatch::Outcome::no_row && !draft.written_out.empty())
      match = rows_.find(draft.written_out, amount);
    switch (match.outcome) {
      case RowMatch::Outcome::found:
        take_found(draft, match);
        return;
      case RowMatch::Outcome::ambiguous:
        take_ambiguous(draft, match);
        return;
      case RowMatch::Outcome::no_column:
        claim.unresolved = Claim::kNoColumn;
        return;
      case RowMatch::Outcome::no_row:
        if (others_.take_bare_margin(draft) || others_.take_both(draft) ||
            others_.take_dilution_unsaid(draft) || others_.take_part_of_heading(draft, true) ||
            others_.take_owners_alone(draft))
          return;
        if (!others_.take_unlabelled(draft)) claim.unresolved = Claim::kNoRow;
        return;
    }
  }

  // Why no row is looked for at all.
  [[nodiscard]] std::string obstacle(const Draft& draft) const {
    if (draft.expected) return std::string(Claim::kExpectation);
    if (draft.bound) return std::string(Claim::kBound);
    if (draft.rebased) return std::string(Claim::kOtherBasis);
    if (draft.other_base) return "against something else than a period of the statements";
    if (draft.claim.metric.phrase.empty()) return "the sentence names no metric";
    if (draft.said == Said::reason) return "an amount that explains another";
    if (bare_sign(draft.claim.metric.phrase)) return "a bare gain or loss names no row";
    if (draft.said == Said::equivalent) return "an equivalent of another figure";
    return {};
  }

  void take_found(Draft& draft, const RowMatch& match) {
    Claim& claim = draft.claim;
    const Figure& cell = filing_.figures[match.figure];
    if (const std::string doubt = doubts_.within_cost(draft, match.row); !doubt.empty()) {
      claim.unresolved = doubt;
      return;
    }
    if (!cell.usable() || rounds(figure_of(draft), cell)) {
      if (translates_otherwise(filing_, draft, match.figure) &&
          others_.take_share_of_owners(draft, match.row))
        return;
      tie(draft, match.figure, source_by_words(filing_, draft, match.row));
      return;
    }
    if (others_.take_heading(draft) || others_.take_part_of_heading(draft, false) ||
        others_.take_component(draft, cell) || others_.take_missing_scale(draft, match.figure) ||
        others_.take_whole_units(draft, match.figure) || others_.take_share_of_owners(draft, match.row) ||
        others_.take_misnamed(draft)) {
      return;
    }
    if (std::string doubt = doubts_.of_row(draft, match.row); !doubt.empty()) {
      claim.unresolved = std::move(doubt);
      return;
    }
    if (source_by_words(filing_, draft, match.row) == RowSource::words && names_more(draft, match.row)) {
      claim.unresolved = "it says more than the label of the row";
      return;
    }
    if (dated_as_its_current(draft)) {
      claim.unresolved = "the sentence does not say of which period it is";
      return;
    }
    tie(draft, match.figure, source_by_words(filing_, draft, match.row));
    draft.disagrees = true;
  }

  // "Repurchases of Class A and Class C shares" is not the row of the latter alone.
  [[nodiscard]] bool names_more(const Draft& draft, RowRef at) const {
    const std::string& label = filing_.tables[at.table].rows[at.row].label;
    return has_word(draft.claim.metric.phrase, "and") && !has_word(label, "and") &&
           label.find_first_of("&,/") == std::string::npos;
  }

  // "compared to RMB6.0 million for the third quarter of", and there the page ends: what is compared with the
  // amount of that very quarter is of another.
  [[nodiscard]] bool dated_as_its_current(const Draft& draft) {
    const Figure& own = figure_of(draft);
    return draft.claim.comparative && std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& other) {
             const Figure& amount = figure_of(other);
             return other.clause == draft.clause && other.said == Said::current && amount.unit == own.unit &&
                    amount.period == own.period && other.claim.metric.phrase == draft.claim.metric.phrase;
           });
  }

  // The amount may be any of several rows' figures: a tie decides, and without one nothing is said.
  void take_ambiguous(Draft& draft, const RowMatch& match) {
    for (const FigureId cell : match.others) {
      if (!rounds(figure_of(draft), filing_.figures[cell])) continue;
      tie(draft, cell, RowSource::amount);
      return;
    }
    draft.claim.unresolved = kSeveralRows;
  }

  static constexpr std::string_view kSeveralRows = "several rows have this name";

  // "a net exchange loss of A, compared to a net exchange gain of B and a net exchange loss of C": of the
  // rows that have the name, two of the amounts are of one, and so is the third.
  void take_row_of_sentence(std::size_t begin, std::size_t end, Draft& draft) {
    if (draft.claim.unresolved != kSeveralRows || draft.claim.approximate || draft.narrowed) return;
    const RowMatch match = rows_.find(draft.claim.metric.phrase, figure_of(draft));
    for (const FigureId cell : match.others) {
      int agreeing = 0;
      for (std::size_t i = begin; i < end; ++i) {
        const Claim& other = drafts_[i].claim;
        if (other.row_source == RowSource::amount &&
            row_of(filing_, other.row_figure) == row_of(filing_, cell) &&
            significant_digits(*filing_.figures[other.figure].value) > 2)
          ++agreeing;
      }
      if (agreeing < 2 || !filing_.figures[cell].usable()) continue;
      draft.claim.unresolved.clear();
      tie(draft, cell, RowSource::amount);
      draft.disagrees = true;
      return;
    }
  }

  Filing& filing_;
  std::vector<Draft>& drafts_;
  MetricRows rows_;
  Doubts doubts_;
  PeriodChoice periods_;
  OtherRows others_;
};

}  // namespace

void name_rows(Filing& filing, const FiscalCalendar& calendar, std::vector<Draft>& drafts,
               std::vector<TrendDraft>& trends) {
  if (drafts.empty() && trends.empty()) return;
  Namer namer(filing, calendar, drafts);
  namer.run();
  for (TrendDraft& trend : trends) namer.name_trend(trend);
}

}  // namespace kcfin::prose
