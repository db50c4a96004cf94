// From metric to row, with everything that makes it doubtful.
#include "prose/naming.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>

#include "prose/noun_phrase.h"
#include "statement/concept.h"
#include "statement/row_index.h"

namespace kcfin::prose {
namespace {

// Whether the amounts that both figures stand for meet, signs aside.
bool rounds(const Figure& amount, const Figure& cell) {
  if (!amount.value || !cell.value) return false;
  const auto a = Interval::of(amount.value->size(), amount.scale_power);
  const auto b = Interval::of(cell.value->size(), cell.scale_power);
  return a && b && meets(*a, *b).value_or(false);
}

int significant_digits(const Decimal& value) {
  int count = 0;
  for (std::int64_t rest = value.size().mantissa; rest != 0; rest /= 10) ++count;
  return count;
}

bool costs(std::string_view phrase) {
  return has_word(phrase, "cost") || has_word(phrase, "costs") || has_word(phrase, "expense") ||
         has_word(phrase, "expenses");
}

bool adjusted(std::string_view phrase) {
  return has_word(phrase, "adjusted") || has_word(phrase, "non-gaap") || has_word(phrase, "normalized");
}

class Namer {
 public:
  Namer(Filing& filing, std::vector<Draft>& drafts) : filing_(filing), drafts_(drafts), index_(filing) {}

  void run() {
    for (std::size_t begin = 0; begin < drafts_.size();) {
      std::size_t end = begin + 1;
      while (end < drafts_.size() && drafts_[end].claim.paragraph == drafts_[begin].claim.paragraph &&
             drafts_[end].claim.sentence == drafts_[begin].claim.sentence) {
        ++end;
      }
      name_sentence(begin, end);
      begin = end;
    }
  }

 private:
  void name_sentence(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) name(drafts_[i]);
    for (std::size_t i = begin; i < end; ++i) weigh_disagreement(begin, end, i);
  }

  Figure& figure_of(const Draft& draft) { return filing_.figures[draft.claim.figure]; }

  // ---------------------------------------------------------------- one claim

  void name(Draft& draft) {
    Claim& claim = draft.claim;
    const Named& named = named_by(claim.metric.phrase);
    if (named.meaning != nullptr) claim.metric.concept_name = named.meaning->name;
    claim.doubt = part_doubt(draft.heading, claim.metric.phrase);
    if (claim.doubt.empty()) claim.doubt = part_doubt(draft.lead_phrase, claim.metric.phrase);
    if (claim.kind == ClaimKind::change || claim.kind == ClaimKind::point_change ||
        claim.kind == ClaimKind::share) {
      if (draft.expected || draft.bound || draft.rebased) claim.unresolved = obstacle(draft);
      return;
    }
    claim.unresolved = obstacle(draft);
    if (!claim.unresolved.empty()) return;
    const Figure& amount = figure_of(draft);
    if (!amount.period.known()) {
      claim.unresolved = "the sentence does not say of which period it is";
      return;
    }
    const RowMatch match = find(claim.metric.phrase, amount);
    switch (match.outcome) {
      case RowMatch::Outcome::found:
        take_found(draft, match);
        return;
      case RowMatch::Outcome::ambiguous:
        take_ambiguous(draft, match);
        return;
      case RowMatch::Outcome::no_column:
        if (take_other_span(draft)) return;
        claim.unresolved = Claim::kNoColumn;
        return;
      case RowMatch::Outcome::no_row:
        if (take_bare_margin(draft)) return;
        if (!take_unlabelled(draft)) claim.unresolved = Claim::kNoRow;
        return;
    }
  }

  // Why no row is looked for at all.
  [[nodiscard]] std::string obstacle(const Draft& draft) const {
    if (draft.expected) return "an expectation";
    if (draft.bound) return "a bound, not the amount itself";
    if (draft.rebased) return "at constant exchange rates or like for like";
    if (draft.claim.metric.phrase.empty()) return "the sentence names no metric";
    if (draft.said == Said::reason) return "an amount that explains another";
    if (draft.said == Said::equivalent) return "an equivalent of another figure";
    return {};
  }

  void take_found(Draft& draft, const RowMatch& match) {
    Claim& claim = draft.claim;
    const Figure& cell = filing_.figures[match.figure];
    if (const std::string doubt = strict_doubt(draft, match.row); !doubt.empty()) {
      claim.unresolved = doubt;
      return;
    }
    if (!cell.usable() || rounds(figure_of(draft), cell)) {
      tie(draft, match.figure);
      return;
    }
    if (take_other_span(draft) || take_missing_scale(draft, match.figure) ||
        take_whole_units(draft, match.figure) || take_share_of_owners(draft, match.row) ||
        take_misnamed(draft)) {
      return;
    }
    if (const std::string doubt = doubts(draft, match.row); !doubt.empty()) {
      claim.unresolved = doubt;
      return;
    }
    tie(draft, match.figure);
    draft.disagrees = true;
  }

  // A table of margins may name the measure alone: "Normalized adjusted EBITDA", 7.6%.
  bool take_bare_margin(Draft& draft) {
    const std::string_view phrase = draft.claim.metric.phrase;
    if (draft.claim.kind != ClaimKind::margin || phrase.size() < 8 ||
        !has_word(phrase.substr(phrase.size() - 6), "margin"))
      return false;
    const RowMatch match = find(phrase.substr(0, phrase.size() - 7), figure_of(draft));
    if (match.outcome != RowMatch::Outcome::found || !rounds(figure_of(draft), filing_.figures[match.figure]))
      return false;
    tie(draft, match.figure);
    return true;
  }

  static void tie(Draft& draft, FigureId cell) { draft.claim.row_figure = cell; }

  // The amount may be any of several rows' figures: a tie decides, and without one nothing is said.
  void take_ambiguous(Draft& draft, const RowMatch& match) {
    for (const FigureId cell : match.others) {
      if (!rounds(figure_of(draft), filing_.figures[cell])) continue;
      tie(draft, cell);
      return;
    }
    draft.claim.unresolved = "several rows have this name";
  }

  // A period that nothing states may be another span with the same end: a quarter or the year to date.
  bool take_other_span(Draft& draft) {
    if (!draft.period_assumed) return false;
    Figure& amount = figure_of(draft);
    FigureId found = kNoFigure;
    for (const FigureId id :
         index_.cells_ending(rows_of(draft.claim.metric.phrase), amount.unit, amount.period.end)) {
      const Figure& cell = filing_.figures[id];
      if (!cell.usable() || !rounds(amount, cell)) continue;
      if (found != kNoFigure && !(filing_.figures[found].period == cell.period)) return false;
      found = id;
    }
    if (found == kNoFigure) return false;
    amount.period = filing_.figures[found].period;
    tie(draft, found);
    return true;
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
      draft.claim.scale_missing = true;
      tie(draft, cell);
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
      tie(draft, cell);
      return true;
    }
    return false;
  }

  // "Net income" may mean the owners' share of it.
  bool take_share_of_owners(Draft& draft, RowRef row) {
    if (filing_.tables[row.table].rows[row.row].concept_name != "ProfitLoss") return false;
    for (const std::string_view share : kOwnersShares) {
      const RowMatch match = find(share, figure_of(draft));
      if (match.outcome != RowMatch::Outcome::found ||
          !rounds(figure_of(draft), filing_.figures[match.figure]))
        continue;
      tie(draft, match.figure);
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
      if (adjusted(claim.metric.phrase)) return false;
      meant = "adjusted " + claim.metric.phrase;
    }
    const RowMatch match = find(meant, amount);
    if (match.outcome != RowMatch::Outcome::found || !rounds(amount, filing_.figures[match.figure]))
      return false;
    if (significant_digits(*amount.value) < 3) return false;
    if (claim.subject.empty()) claim.subject = meant;
    claim.misnamed = true;
    tie(draft, match.figure);
    return true;
  }

  // ---------------------------------------------------------------- doubts

  // A part of another cost is not the row of the same name elsewhere, whatever its amount is.
  std::string strict_doubt(const Draft& draft, RowRef row) {
    if (draft.lead_phrase.empty() || !costs(draft.lead_phrase)) return {};
    const std::optional<RowRef> lead = row_of(draft.lead_phrase);
    const bool same_statement = lead && lead->table == row.table;
    const TableKind kind = filing_.tables[row.table].kind;
    const bool part = kind == TableKind::non_gaap || kind == TableKind::cash_flow || kind == TableKind::note;
    if (same_statement || !part) return {};
    const bool own = !costs(draft.claim.metric.phrase) &&
                     (adjusted(draft.claim.metric.phrase) || has_word(draft.claim.metric.phrase, "ebitda"));
    return own ? std::string() : "within “" + draft.lead_phrase + "”";
  }

  // Why a disagreement with the row may mean that the row is not meant.
  std::string doubts(const Draft& draft, RowRef row) {
    const Claim& claim = draft.claim;
    if (claim.approximate) return "an approximation";
    if (figure_of(draft).dash) return "nil, where the row has a figure";
    if (!claim.subject.empty()) return "a comparative that names a measure of its own";
    if (claim.kind == ClaimKind::count) return "a count of another kind than the row's";
    if (std::string head = heading_doubt(draft.heading, row, claim.metric.phrase); !head.empty()) return head;
    if (std::string head = heading_doubt(draft.lead_phrase, row, claim.metric.phrase); !head.empty())
      return head;
    if (draft.period_assumed && spans_ending(figure_of(draft).period.end) > 1)
      return "the sentence does not say of which period it is";
    return {};
  }

  // A heading or first sentence that is about one item (a segment, a line of revenue) qualifies what follows.
  std::string heading_doubt(std::string_view heading, RowRef row, std::string_view phrase) {
    const std::vector<RowRef>& rows = item_rows(heading);
    const bool same = std::any_of(rows.begin(), rows.end(), [&](const RowRef& at) {
      return at == row || index_.within(at, phrase) || siblings(at, row);
    });
    return same || rows.empty() ? std::string() : "within “" + std::string(heading) + "”";
  }

  // Two items of one section: what is said of one says nothing of the other.
  [[nodiscard]] bool siblings(RowRef a, RowRef b) const {
    if (a.table != b.table) return false;
    const Row &first = filing_.tables[a.table].rows[a.row], &second = filing_.tables[b.table].rows[b.row];
    return first.role == Role::item && second.role == Role::item && first.concept_name.empty() &&
           second.concept_name.empty() && first.section == second.section;
  }

  // The same of a measure that may have no row: "gross margin" under the heading of a segment.
  std::string part_doubt(std::string_view heading, std::string_view phrase) {
    const std::vector<RowRef>& rows = item_rows(heading);
    if (rows.empty() || heading == phrase) return {};
    const std::vector<RowRef>& own = rows_of(phrase);
    const bool named = !own.empty() && std::all_of(own.begin(), own.end(), [&](const RowRef& at) {
      return std::find(rows.begin(), rows.end(), at) != rows.end();
    });
    const bool same = named || std::any_of(rows.begin(), rows.end(),
                                           [&](const RowRef& at) { return index_.within(at, phrase); });
    return same ? std::string() : "within “" + std::string(heading) + "”";
  }

  // The rows that a heading names, where they are lines of a statement and no measure of the whole.
  const std::vector<RowRef>& item_rows(std::string_view heading) {
    static const std::vector<RowRef> kNone;
    if (heading.empty()) return kNone;
    const std::vector<RowRef>& rows = rows_of(heading);
    const bool items = std::all_of(rows.begin(), rows.end(), [&](const RowRef& at) {
      const Row& named = filing_.tables[at.table].rows[at.row];
      return named.role == Role::item && named.concept_name.empty();
    });
    return items ? rows : kNone;
  }

  struct Named {
    const Concept* meaning = nullptr;
    std::vector<RowRef> rows;
  };

  const Named& named_by(std::string_view phrase) {
    if (const auto known = named_.find(phrase); known != named_.end()) return known->second;
    Named named;
    named.meaning = match_concept(phrase, TableKind::other);
    named.rows = index_.rows(phrase, named.meaning);
    return named_.emplace(phrase, std::move(named)).first->second;
  }

  const std::vector<RowRef>& rows_of(std::string_view phrase) { return named_by(phrase).rows; }

  std::optional<RowRef> row_of(std::string_view phrase) {
    const std::vector<RowRef>& rows = rows_of(phrase);
    return rows.empty() ? std::nullopt : std::optional(rows.front());
  }

  // How many spans the statements give for one end: with one, an unstated period is no question.
  [[nodiscard]] int spans_ending(Date end) const {
    std::vector<Date> starts;
    for (const Table& table : filing_.tables) {
      for (const Column& column : table.columns) {
        if (column.period.end == end && column.period.start.known()) starts.push_back(column.period.start);
      }
    }
    std::sort(starts.begin(), starts.end());
    return static_cast<int>(std::unique(starts.begin(), starts.end()) - starts.begin());
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
    if (agreeing > 0 || disagreeing < 2) return;
    for (std::size_t i = begin; i < end; ++i) {
      if (drafts_[i].clause != drafts_[at].clause || !drafts_[i].disagrees) continue;
      drafts_[i].disagrees = false;
      drafts_[i].claim.row_figure = kNoFigure;
      drafts_[i].claim.unresolved =
          "every amount of the clause differs from the row that it names: it may mean another";
    }
  }

  // ---------------------------------------------------------------- rows without a name

  // A table that lost its labels, or prints a total without one, and a count printed to the digit: the figure
  // itself is the tie.
  bool take_unlabelled(Draft& draft) {
    const Figure& amount = figure_of(draft);
    if (!amount.value || significant_digits(*amount.value) < 3) return false;
    for (const FigureId id : unlabelled()) {
      const Figure& cell = filing_.figures[id];
      if (!(cell.unit == amount.unit)) continue;
      const bool meant = counted(cell) ? same_value(*cell.value, *amount.value)
                                       : cell.period == amount.period && rounds(amount, cell);
      if (!meant) continue;
      tie(draft, id);
      return true;
    }
    return false;
  }

  [[nodiscard]] static bool counted(const Figure& cell) {
    return cell.unit.measure == Measure::pure || cell.unit.measure == Measure::shares;
  }

  const std::vector<FigureId>& unlabelled() {
    if (unlabelled_found_) return unlabelled_;
    unlabelled_found_ = true;
    for (FigureId id = 0; id < filing_.figures.size() && filing_.figures[id].in_table(); ++id) {
      const Figure& cell = filing_.figures[id];
      if (!cell.usable()) continue;
      const Row& row = filing_.tables[cell.table].rows[cell.row];
      if (row.role != Role::header && (counted(cell) || row.label.empty() || row.label_lost))
        unlabelled_.push_back(id);
    }
    return unlabelled_;
  }

  RowMatch find(std::string_view phrase, const Figure& amount) {
    return index_.find(rows_of(phrase), amount.unit, amount.period);
  }

  Filing& filing_;
  std::vector<Draft>& drafts_;
  RowIndex index_;
  std::map<std::string, Named, std::less<>> named_;  // by phrase; sentences repeat them
  std::vector<FigureId> unlabelled_;
  bool unlabelled_found_ = false;
};

}  // namespace

void name_rows(Filing& filing, std::vector<Draft>& drafts) {
  if (!drafts.empty()) Namer(filing, drafts).run();
}

}  // namespace kcfin::prose
