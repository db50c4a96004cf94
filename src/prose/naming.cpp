// From metric to row, with everything that makes it doubtful.
#include "prose/naming.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "prose/doubt.h"
#include "prose/metric_rows.h"
#include "prose/noun_phrase.h"
#include "prose/period_choice.h"
#include "prose/slip.h"
#include "prose/unlabelled_row.h"
#include "statement/concept_name.h"
#include "values/text.h"

namespace kcfin::prose {
namespace {

int significant_digits(const Decimal& value) {
  int count = 0;
  for (std::int64_t rest = value.size().mantissa; rest != 0; rest /= 10) ++count;
  return count;
}

// "An operating loss" in a sentence on a segment's operating income is that income, below nothing.
bool same_result(std::string_view named, std::string_view subject) {
  static constexpr std::array<std::string_view, 5> kResults = {"income", "loss", "losses", "profit",
                                                               "earnings"};
  const auto names_result = [](std::string_view phrase) {
    return std::any_of(kResults.begin(), kResults.end(),
                       [&](std::string_view word) { return has_word(phrase, word); });
  };
  if (says_adjusted(named) != says_adjusted(subject) || !names_result(named) || !names_result(subject))
    return false;
  const std::string lowered = lower(named);
  for (std::string_view rest = lowered; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    if (!word.empty() && !names_result(word) && !has_word(subject, word)) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

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
        unlabelled_(filing) {}

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
    weigh_scales();
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
  // Amounts that are a thousand times their row's figures, in a table that no amount ties to as it is
  // printed: it does not say that it is in thousands.
  void weigh_scales() {
    for (Draft& draft : drafts_) {
      if (!draft.disagrees) continue;
      const Figure& cell = filing_.figures[draft.claim.row_figure];
      Figure scaled = cell;
      scaled.scale_power = static_cast<std::uint8_t>(cell.scale_power + 3);
      if (cell.scale_power != 0 || !rounds(figure_of(draft), scaled) || borne_out(cell.table)) continue;
      untie(draft, "the table does not say its scale");
    }
  }

  [[nodiscard]] bool borne_out(std::uint32_t table) const {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
      const FigureId cell = draft.claim.row_figure;
      return cell != kNoFigure && !draft.disagrees && filing_.figures[cell].table == table &&
             filing_.figures[cell].unit.measure == Measure::money;
    });
  }

  void name_sentence(std::size_t begin, std::size_t end) {
    periods_.settle(begin, end);
    for (std::size_t i = begin; i < end; ++i) name(drafts_[i]);
    for (std::size_t i = begin; i < end; ++i) take_row_of_sentence(begin, end, drafts_[i]);
    for (std::size_t i = begin; i < end; ++i) weigh_disagreement(begin, end, i);
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
           doubts_.leaves(draft.lead_phrase, cell_row(cell), draft.claim.metric.phrase);
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
        if (take_bare_margin(draft) || take_both(draft) || take_part_of_heading(draft, true) ||
            take_owners_alone(draft))
          return;
        if (!take_unlabelled(draft)) claim.unresolved = Claim::kNoRow;
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
      if (translates_otherwise(draft, match.figure) && take_share_of_owners(draft, match.row)) return;
      tie(draft, match.figure, by_words(draft, match.row));
      return;
    }
    if (take_heading(draft) || take_part_of_heading(draft, false) || take_component(draft, cell) ||
        take_missing_scale(draft, match.figure) || take_whole_units(draft, match.figure) ||
        take_share_of_owners(draft, match.row) || take_misnamed(draft)) {
      return;
    }
    if (std::string doubt = doubts_.of_row(draft, match.row); !doubt.empty()) {
      claim.unresolved = std::move(doubt);
      return;
    }
    if (by_words(draft, match.row) == RowSource::words && names_more(draft, match.row)) {
      claim.unresolved = "it says more than the label of the row";
      return;
    }
    if (dated_as_its_current(draft)) {
      claim.unresolved = "the sentence does not say of which period it is";
      return;
    }
    tie(draft, match.figure, by_words(draft, match.row));
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

  // A table of margins may name the measure alone: "Normalized adjusted EBITDA", 7.6%.
  bool take_bare_margin(Draft& draft) {
    const std::string_view phrase = draft.claim.metric.phrase;
    if (draft.claim.kind != ClaimKind::margin || phrase.size() < 8 ||
        !has_word(phrase.substr(phrase.size() - 6), "margin"))
      return false;
    const RowMatch match = rows_.find(phrase.substr(0, phrase.size() - 7), figure_of(draft));
    if (match.outcome != RowMatch::Outcome::found || !rounds(figure_of(draft), filing_.figures[match.figure]))
      return false;
    tie(draft, match.figure, RowSource::other);
    return true;
  }

  static void tie(Draft& draft, FigureId cell, RowSource source) {
    draft.claim.row_figure = cell;
    draft.claim.row_source = source;
  }

  static void untie(Draft& draft, std::string why) {
    draft.disagrees = false;
    draft.claim.row_figure = kNoFigure;
    draft.claim.row_source = RowSource::none;
    draft.claim.unresolved = std::move(why);
  }

  [[nodiscard]] RowRef cell_row(FigureId cell) const {
    return {filing_.figures[cell].table, filing_.figures[cell].row};
  }

  // How a row was found that the metric names.
  [[nodiscard]] RowSource by_words(const Draft& draft, RowRef at) const {
    const Row& row = filing_.tables[at.table].rows[at.row];
    const Metric& metric = draft.claim.metric;
    if (normal_label(metric.phrase) == row.plain) return RowSource::label;
    const bool same = !metric.concept_name.empty() && metric.concept_name == row.concept_name;
    return same ? RowSource::meaning : RowSource::words;
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
        if (other.row_source == RowSource::amount && cell_row(other.row_figure) == cell_row(cell) &&
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

  // "negative RMB265.1 in 2023" among millions: the digits fit where a scale word should stand.
  bool take_missing_scale(Draft& draft, FigureId cell) {
    Figure& amount = figure_of(draft);
    if (draft.scale_stated || amount.unit.measure != Measure::money) return false;
    for (const std::uint8_t power : {std::uint8_t{6}, std::uint8_t{9}, std::uint8_t{3}}) {
      Figure scaled = amount;
      scaled.scale_power = power;
      if (!rounds(scaled, filing_.figures[cell]) || !scale_in_sight(draft, power)) continue;
      amount.scale_power = power;
      draft.claim.scale_missing = !draft.cut_off;
      tie(draft, cell, by_words(draft, cell_row(cell)));
      return true;
    }
    draft.claim.unresolved = "no scale word stands with it";
    return true;
  }

  // Other amounts of the paragraph are printed in that scale.
  [[nodiscard]] bool scale_in_sight(const Draft& draft, std::uint8_t power) const {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& other) {
      const Figure& figure = filing_.figures[other.claim.figure];
      return &other != &draft && other.claim.paragraph == draft.claim.paragraph && other.scale_stated &&
             figure.unit.measure == Measure::money && figure.scale_power == power;
    });
  }

  // A bare amount has its section's scale, unless the row says that it is in whole units or in thousands.
  bool take_whole_units(Draft& draft, FigureId cell) {
    Figure& amount = figure_of(draft);
    const bool bare = amount.unit.measure == Measure::money && !amount.dash && amount.value->decimals == 0 &&
                      amount.raw.find("illion") == std::string_view::npos &&
                      amount.raw.find("bn") == std::string_view::npos;
    if (!bare) return false;
    for (const std::uint8_t power : {std::uint8_t{0}, std::uint8_t{3}, std::uint8_t{6}}) {
      Figure scaled = amount;
      scaled.scale_power = power;
      if (!rounds(scaled, filing_.figures[cell])) continue;
      amount.scale_power = power;
      if (draft.claim.translation != kNoFigure) filing_.figures[draft.claim.translation].scale_power = power;
      tie(draft, cell, by_words(draft, cell_row(cell)));
      return true;
    }
    return false;
  }

  // A row of several columns for one period, of components and their total: the amount is one of them.
  bool take_component(Draft& draft, const Figure& cell) {
    for (const FigureId id : filing_.tables[cell.table].rows[cell.row].cells) {
      if (id == kNoFigure) continue;
      const Figure& other = filing_.figures[id];
      if (!(other.period == cell.period) || !(other.unit == cell.unit) || !rounds(figure_of(draft), other))
        continue;
      tie(draft, id, RowSource::amount);
      return true;
    }
    return false;
  }

  // "Total other income, net. Other income was RMB20.0 million": the heading's row, where it has the figure.
  bool take_heading(Draft& draft) {
    if (draft.heading.empty()) return false;
    std::string_view heading = draft.heading;
    while (heading.ends_with('.') || heading.ends_with(':')) heading.remove_suffix(1);
    const RowMatch match = rows_.find(heading, figure_of(draft));
    if (match.outcome != RowMatch::Outcome::found || !rounds(figure_of(draft), filing_.figures[match.figure]))
      return false;
    tie(draft, match.figure, RowSource::other);
    return true;
  }

  // "Cloud. Adjusted EBITA was RMB20.0 million": of the segment that the heading, or the paragraph's first
  // metric, names. Where no other row is meant (`alone`), a figure that this one has not is held to it too.
  bool take_part_of_heading(Draft& draft, bool alone) {
    for (const std::string_view part : {draft.heading, std::string_view(draft.lead_phrase)}) {
      if (part.empty() || part.size() > 60 || says_adjusted(part) || !draft.claim.subject.empty()) continue;
      const std::string name = draft.claim.metric.phrase + " of " + std::string(part);
      const RowMatch match = rows_.find(name, figure_of(draft));
      if (match.outcome != RowMatch::Outcome::found) continue;
      const bool fits = rounds(figure_of(draft), filing_.figures[match.figure]);
      if (!fits && (!alone || !doubts_.of_row(draft, match.row).empty())) continue;
      tie(draft, match.figure, RowSource::other);
      draft.disagrees = !fits;
      return true;
    }
    return false;
  }

  // The translation beside the amount is not that of the row.
  [[nodiscard]] bool translates_otherwise(const Draft& draft, FigureId cell) const {
    if (draft.claim.translation == kNoFigure) return false;
    const FigureId beside = translated(draft, cell);
    return beside != kNoFigure && !rounds(filing_.figures[draft.claim.translation], filing_.figures[beside]);
  }

  // The cell of the row and period in the currency of the claim's translation.
  [[nodiscard]] FigureId translated(const Draft& draft, FigureId cell) const {
    const Figure& at = filing_.figures[cell];
    const Unit& unit = filing_.figures[draft.claim.translation].unit;
    for (const FigureId id : filing_.tables[at.table].rows[at.row].cells) {
      if (id != kNoFigure && filing_.figures[id].unit == unit && filing_.figures[id].period == at.period)
        return id;
    }
    return kNoFigure;
  }

  // "Basic and diluted net loss per ADS was RMB0.42": either row, where the table has one for each.
  bool take_both(Draft& draft) {
    const std::string& phrase = draft.claim.metric.phrase;
    const std::string key = lower(phrase);
    const std::size_t at = key.find("basic and diluted");
    if (at == std::string::npos) return false;
    FigureId first = kNoFigure;
    for (const std::string_view one : {"basic", "diluted"}) {
      std::string name = phrase;
      name.replace(at, std::string_view("basic and diluted").size(), one);
      const RowMatch match = rows_.find(name, figure_of(draft));
      if (match.outcome != RowMatch::Outcome::found) continue;
      if (first == kNoFigure) first = match.figure;
      if (!rounds(figure_of(draft), filing_.figures[match.figure])) continue;
      if (draft.claim.row_figure == kNoFigure) {
        tie(draft, match.figure, RowSource::words);
      } else {
        draft.claim.other_rows.push_back(match.figure);
      }
    }
    if (draft.claim.row_figure != kNoFigure) return true;
    if (first == kNoFigure) return false;
    if (const std::string doubt =
            doubts_.of_row(draft, {filing_.figures[first].table, filing_.figures[first].row});
        !doubt.empty()) {
      draft.claim.unresolved = doubt;
      return true;
    }
    tie(draft, first, RowSource::words);
    return true;
  }

  // "Net income" may mean the owners' share of it.
  bool take_share_of_owners(Draft& draft, RowRef row) {
    if (filing_.tables[row.table].rows[row.row].concept_name != "ProfitLoss"_concept) return false;
    for (const std::string_view share : kOwnersShares) {
      const RowMatch match = rows_.find(share, figure_of(draft));
      if (match.outcome != RowMatch::Outcome::found ||
          !rounds(figure_of(draft), filing_.figures[match.figure]) ||
          translates_otherwise(draft, match.figure))
        continue;
      tie(draft, match.figure, RowSource::other);
      return true;
    }
    return false;
  }

  // "Net income" where the statements have the owners' share of it alone.
  bool take_owners_alone(Draft& draft) {
    const Claim& claim = draft.claim;
    if (claim.metric.concept_name != "ProfitLoss"_concept || !claim.doubt.empty()) return false;
    for (const std::string_view share : kOwnersShares) {
      const RowMatch match = rows_.find(share, figure_of(draft));
      if (match.outcome != RowMatch::Outcome::found) continue;
      const bool fits = rounds(figure_of(draft), filing_.figures[match.figure]);
      if (!fits && !doubts_.of_row(draft, match.row).empty()) continue;
      tie(draft, match.figure, RowSource::other);
      draft.disagrees = !fits;
      return true;
    }
    return false;
  }

  // A comparative that names another measure than its sentence, or a measure named without "adjusted", whose
  // figure it prints.
  bool take_misnamed(Draft& draft) {
    Claim& claim = draft.claim;
    const Figure& amount = figure_of(draft);
    std::string meant = claim.subject;
    if (meant.empty()) {
      if (says_adjusted(claim.metric.phrase)) return false;
      meant = "adjusted " + claim.metric.phrase;
    }
    const RowMatch match = rows_.find(meant, amount);
    if (match.outcome != RowMatch::Outcome::found || !rounds(amount, filing_.figures[match.figure]))
      return false;
    if (significant_digits(*amount.value) < 3) return false;
    if (claim.subject.empty()) claim.subject = meant;
    claim.misnamed = !same_result(claim.metric.phrase, claim.subject);
    tie(draft, match.figure, RowSource::other);
    return true;
  }

  // Where every amount of a clause differs from the row that it names, the clause is about something else.
  void weigh_disagreement(std::size_t begin, std::size_t end, std::size_t at) {
    if (!drafts_[at].disagrees) return;
    int agreeing = 0;
    int disagreeing = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (drafts_[i].clause != drafts_[at].clause || drafts_[i].claim.row_figure == kNoFigure) continue;
      ++(drafts_[i].disagrees ? disagreeing : agreeing);
    }
    if (agreeing > 0) return;
    if (disagreeing < 2) return weigh_distance(drafts_[at]);
    for (std::size_t i = begin; i < end; ++i) {
      if (drafts_[i].clause != drafts_[at].clause || !drafts_[i].disagrees) continue;
      untie(drafts_[i], "every amount of the clause differs from the row that it names: it may mean another");
    }
  }

  // A figure that is far from its row's, by no slip, and nothing else that says that the row is meant.
  void weigh_distance(Draft& draft) {
    const Figure& cell = filing_.figures[draft.claim.row_figure];
    const std::vector<RowRef>& heading = rows_.rows(draft.heading);
    const RowRef row{cell.table, cell.row};
    const bool under_it = std::find(heading.begin(), heading.end(), row) != heading.end();
    if (under_it || !far_from(figure_of(draft), cell) || stands_near(filing_, figure_of(draft), cell)) return;
    untie(draft, "no slip makes the row's figure of it: another figure of that name may be meant");
  }

  // A table that lost its labels, or prints a total without one: the figure itself is the tie.
  bool take_unlabelled(Draft& draft) {
    const Figure& amount = figure_of(draft);
    if (!amount.value || significant_digits(*amount.value) < 3) return false;
    const FigureId cell = unlabelled_.find(amount);
    if (cell == kNoFigure) return false;
    tie(draft, cell, RowSource::amount);
    return true;
  }

  Filing& filing_;
  std::vector<Draft>& drafts_;
  MetricRows rows_;
  Doubts doubts_;
  PeriodChoice periods_;
  UnlabelledRows unlabelled_;
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
