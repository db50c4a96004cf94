// Each of the rows that words can mean, where its figure tells so.
#include "prose/other_rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "prose/noun_phrase.h"
#include "prose/row_tie.h"
#include "statement/concept_name.h"
#include "values/text.h"

namespace kcfin::prose {
namespace {

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

}  // namespace

bool OtherRows::take_bare_margin(Draft& draft) {
  const std::string_view phrase = draft.claim.metric.phrase;
  if (draft.claim.kind != ClaimKind::margin || phrase.size() < 8 ||
      !has_word(phrase.substr(phrase.size() - 6), "margin"))
    return false;
  const RowMatch match = rows_.find(phrase.substr(0, phrase.size() - 7), filing_.figures[draft.claim.figure]);
  if (match.outcome != RowMatch::Outcome::found ||
      !rounds(filing_.figures[draft.claim.figure], filing_.figures[match.figure]))
    return false;
  tie(draft, match.figure, RowSource::other);
  return true;
}

bool OtherRows::take_missing_scale(Draft& draft, FigureId cell) {
  Figure& amount = filing_.figures[draft.claim.figure];
  if (draft.scale_stated || amount.unit.measure != Measure::money) return false;
  for (const std::uint8_t power : {std::uint8_t{6}, std::uint8_t{9}, std::uint8_t{3}}) {
    Figure scaled = amount;
    scaled.scale_power = power;
    if (!rounds(scaled, filing_.figures[cell]) || !scale_in_sight(draft, power)) continue;
    amount.scale_power = power;
    draft.claim.scale_missing = !draft.cut_off;
    tie(draft, cell, source_by_words(filing_, draft, row_of(filing_, cell)));
    return true;
  }
  draft.claim.unresolved = "no scale word stands with it";
  return true;
}

bool OtherRows::scale_in_sight(const Draft& draft, std::uint8_t power) const {
  return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& other) {
    const Figure& figure = filing_.figures[other.claim.figure];
    return &other != &draft && other.claim.paragraph == draft.claim.paragraph && other.scale_stated &&
           figure.unit.measure == Measure::money && figure.scale_power == power;
  });
}

bool OtherRows::take_whole_units(Draft& draft, FigureId cell) {
  Figure& amount = filing_.figures[draft.claim.figure];
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
    tie(draft, cell, source_by_words(filing_, draft, row_of(filing_, cell)));
    return true;
  }
  return false;
}

bool OtherRows::take_component(Draft& draft, const Figure& cell) {
  for (const FigureId id : filing_.tables[cell.table].rows[cell.row].cells) {
    if (id == kNoFigure) continue;
    const Figure& other = filing_.figures[id];
    if (!(other.period == cell.period) || !(other.unit == cell.unit) ||
        !rounds(filing_.figures[draft.claim.figure], other))
      continue;
    tie(draft, id, RowSource::amount);
    return true;
  }
  return false;
}

bool OtherRows::take_heading(Draft& draft) {
  if (draft.heading.empty()) return false;
  std::string_view heading = draft.heading;
  while (heading.ends_with('.') || heading.ends_with(':')) heading.remove_suffix(1);
  const RowMatch match = rows_.find(heading, filing_.figures[draft.claim.figure]);
  if (match.outcome != RowMatch::Outcome::found ||
      !rounds(filing_.figures[draft.claim.figure], filing_.figures[match.figure]))
    return false;
  tie(draft, match.figure, RowSource::other);
  return true;
}

bool OtherRows::take_part_of_heading(Draft& draft, bool alone) {
  for (const std::string_view part : {draft.heading, std::string_view(draft.lead_phrase)}) {
    if (part.empty() || part.size() > 60 || says_adjusted(part) || !draft.claim.subject.empty()) continue;
    const std::string name = draft.claim.metric.phrase + " of " + std::string(part);
    const RowMatch match = rows_.find(name, filing_.figures[draft.claim.figure]);
    if (match.outcome != RowMatch::Outcome::found) continue;
    const bool fits = rounds(filing_.figures[draft.claim.figure], filing_.figures[match.figure]);
    if (!fits && (!alone || !doubts_.of_row(draft, match.row).empty())) continue;
    tie(draft, match.figure, RowSource::other);
    draft.disagrees = !fits;
    return true;
  }
  return false;
}

bool OtherRows::take_dilution_unsaid(Draft& draft) {
  if (draft.claim.kind != ClaimKind::per_share) return false;
  const Figure& amount = filing_.figures[draft.claim.figure];
  std::string name = lower(draft.claim.metric.phrase);
  const bool basic = has_word(name, "basic"), diluted = has_word(name, "diluted");
  if (basic && diluted) return false;
  for (const std::string_view word : {"fully-diluted ", "fully diluted ", "basic ", "diluted "}) {
    if (const std::size_t at = name.find(word); at != std::string::npos) name.erase(at, word.size());
  }
  for (const std::string_view words : {"basic and diluted ", "diluted ", "basic "}) {
    if ((basic || diluted) && words != "basic and diluted ") break;
    const RowMatch match = rows_.find(std::string(words) + name, amount);
    if (match.outcome != RowMatch::Outcome::found || !rounds(amount, filing_.figures[match.figure])) continue;
    tie(draft, match.figure, RowSource::words);
    return true;
  }
  return false;
}

bool OtherRows::take_both(Draft& draft) {
  const std::string& phrase = draft.claim.metric.phrase;
  const std::string key = lower(phrase);
  const std::size_t at = key.find("basic and diluted");
  if (at == std::string::npos) return false;
  FigureId first = kNoFigure;
  for (const std::string_view one : {"basic", "diluted"}) {
    std::string name = phrase;
    name.replace(at, std::string_view("basic and diluted").size(), one);
    const RowMatch match = rows_.find(name, filing_.figures[draft.claim.figure]);
    if (match.outcome != RowMatch::Outcome::found) continue;
    if (first == kNoFigure) first = match.figure;
    if (!rounds(filing_.figures[draft.claim.figure], filing_.figures[match.figure])) continue;
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

bool OtherRows::take_share_of_owners(Draft& draft, RowRef row) {
  if (filing_.tables[row.table].rows[row.row].concept_name != "ProfitLoss"_concept) return false;
  for (const std::string_view share : kOwnersShares) {
    const RowMatch match = rows_.find(share, filing_.figures[draft.claim.figure]);
    if (match.outcome != RowMatch::Outcome::found ||
        !rounds(filing_.figures[draft.claim.figure], filing_.figures[match.figure]) ||
        translates_otherwise(filing_, draft, match.figure))
      continue;
    tie(draft, match.figure, RowSource::other);
    return true;
  }
  return false;
}

bool OtherRows::take_owners_alone(Draft& draft) {
  const Claim& claim = draft.claim;
  if (claim.metric.concept_name != "ProfitLoss"_concept || !claim.doubt.empty()) return false;
  for (const std::string_view share : kOwnersShares) {
    const RowMatch match = rows_.find(share, filing_.figures[draft.claim.figure]);
    if (match.outcome != RowMatch::Outcome::found) continue;
    const bool fits = rounds(filing_.figures[draft.claim.figure], filing_.figures[match.figure]);
    if (!fits && !doubts_.of_row(draft, match.row).empty()) continue;
    tie(draft, match.figure, RowSource::other);
    draft.disagrees = !fits;
    return true;
  }
  return false;
}

bool OtherRows::take_misnamed(Draft& draft) {
  Claim& claim = draft.claim;
  const Figure& amount = filing_.figures[draft.claim.figure];
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

bool OtherRows::take_unlabelled(Draft& draft) {
  const Figure& amount = filing_.figures[draft.claim.figure];
  if (!amount.value || significant_digits(*amount.value) < 3) return false;
  const FigureId cell = unlabelled_.find(amount);
  if (cell == kNoFigure) return false;
  tie(draft, cell, RowSource::amount);
  return true;
}

}  // namespace kcfin::prose
