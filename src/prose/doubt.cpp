// Headings, leads and words that narrow a metric.
#include "prose/doubt.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "prose/change_word.h"
#include "prose/noun_phrase.h"
#include "values/ascii.h"
#include "values/text.h"

namespace kcfin::prose {
namespace {

using ascii::capital;

// "operating cash flows from changes in working capital" is not the row of operating cash flows.
bool adds_qualifier(std::string_view phrase, std::string_view label) {
  constexpr std::array<std::string_view, 6> kQualifiers = {"changes", "before",      "excluding",
                                                           "average", "incremental", "underlying"};
  return std::any_of(kQualifiers.begin(), kQualifiers.end(),
                     [&](std::string_view word) { return has_word(phrase, word) && !has_word(label, word); });
}

// What a heading is of, before the word for it: "Tool Rental", "Results".
struct PartHeading {
  std::string_view name, kind;
};

// A word of periods, of the whole or of how it is told.
bool tells_of_whole(std::string_view name) {
  constexpr std::array<std::string_view, 30> kWhole = {
      "consolidated", "financial", "operating", "operational", "operations", "company",  "group",  "overall",
      "total",        "summary",   "gaap",      "non-gaap",    "interim",    "selected", "key",    "recent",
      "preliminary",  "reports",   "announces", "quarter",     "quarterly",  "year",     "annual", "fiscal",
      "months",       "half",      "full",      "first",       "second",     "earnings"};
  return name.find_first_of("0123456789") != std::string_view::npos ||
         std::any_of(kWhole.begin(), kWhole.end(),
                     [&](std::string_view word) { return has_word(name, word); });
}

// The name of what may be a part: in capitals, and no word in it that tells of the whole.
bool may_name_part(std::string_view name) {
  return !name.empty() && !tells_of_whole(name) && capital(name.front());
}

PartHeading part_heading(std::string_view heading) {
  constexpr std::array<std::string_view, 6> kKinds = {" Results", " Segment", " Division",
                                                      " RESULTS", " SEGMENT", " Business"};
  while (!heading.empty() && (heading.back() == ':' || heading.back() == ' ')) heading.remove_suffix(1);
  for (const std::string_view kind : kKinds) {
    if (!heading.ends_with(kind)) continue;
    const std::string_view name = heading.substr(0, heading.size() - kind.size());
    return may_name_part(name) ? PartHeading{name, kind} : PartHeading{};
  }
  return {};
}

}  // namespace

Doubts::Doubts(const Filing& filing, MetricRows& rows, const std::vector<Draft>& drafts)
    : filing_(filing), rows_(rows) {
  for (const Draft& draft : drafts) {
    if (const PartHeading part = part_heading(draft.heading); !part.name.empty())
      parts_[part.kind].insert(part.name);
  }
}

std::string Doubts::one_of_parts(std::string_view heading) const {
  const PartHeading part = part_heading(heading);
  const auto alike = parts_.find(part.kind);
  if (part.name.empty() || alike == parts_.end() || alike->second.size() < 2) return {};
  return "within “" + std::string(heading) + "”";
}

std::string Doubts::within_cost(const Draft& draft, RowRef row) {
  if (draft.lead_phrase.empty() || !says_cost(draft.lead_phrase)) return {};
  const std::optional<RowRef> lead = rows_.row(draft.lead_phrase);
  const bool same_statement = lead && lead->table == row.table;
  const TableKind kind = filing_.tables[row.table].kind;
  const bool part = kind == TableKind::non_gaap || kind == TableKind::cash_flow || kind == TableKind::note;
  if (same_statement || !part) return {};
  const bool own = !says_cost(draft.claim.metric.phrase) && (says_adjusted(draft.claim.metric.phrase) ||
                                                             has_word(draft.claim.metric.phrase, "ebitda"));
  return own ? std::string() : "within “" + draft.lead_phrase + "”";
}

std::string Doubts::of_row(const Draft& draft, RowRef row) {
  const Claim& claim = draft.claim;
  if (claim.approximate) return "an approximation";
  if (filing_.figures[draft.claim.figure].dash) return "nil, where the row has a figure";
  if (!claim.subject.empty() && rows_.rows(claim.subject) != rows_.rows(claim.metric.phrase))
    return "a comparative that names a measure of its own";
  if (draft.narrowed) return "the words around it may make it a part of the row";
  if (adds_qualifier(claim.metric.phrase, filing_.tables[row.table].rows[row.row].label))
    return "it says more than the label of the row";
  if (claim.kind == ClaimKind::count) return "a count of another kind than the row's";
  if (std::string head = of_heading(draft.heading, row, claim.metric.phrase); !head.empty()) return head;
  if (std::string part = one_of_parts(draft.heading); !part.empty()) return part;
  if (std::string head = of_heading(draft.lead_phrase, row, claim.metric.phrase); !head.empty()) return head;
  if (claim.period_in_doubt) return "the sentence does not say of which period it is";
  return {};
}

std::string Doubts::of_setting(std::string_view heading, std::string_view phrase) {
  constexpr std::array<std::string_view, 8> kTold = {"results",  "highlights", "discussion", "liquidity",
                                                     "overview", "review",     "commentary", "analysis"};
  if (heading.empty() || tells_of_whole(heading) || may_move(heading) ||
      (!phrase.empty() && has_word(heading, lower(phrase))))
    return {};
  if (std::any_of(kTold.begin(), kTold.end(), [&](std::string_view word) { return has_word(heading, word); }))
    return {};
  if (!rows_.rows(heading).empty() && rows_.items(heading).empty()) return {};
  const std::vector<RowRef>&named = rows_.rows(heading), &own = rows_.rows(phrase);
  const bool same = std::any_of(own.begin(), own.end(), [&](const RowRef& at) {
    return std::find(named.begin(), named.end(), at) != named.end();
  });
  return same ? std::string() : "within “" + std::string(heading) + "”";
}

// A heading or first sentence that is about one item (a segment, a line of revenue) qualifies what follows.
std::string Doubts::of_heading(std::string_view heading, RowRef row, std::string_view phrase) {
  const std::vector<RowRef>& rows = rows_.items(heading);
  const bool same = std::any_of(rows.begin(), rows.end(), [&](const RowRef& at) {
    return at == row || rows_.within(at, phrase) || siblings(at, row);
  });
  return same || rows.empty() ? std::string() : "within “" + std::string(heading) + "”";
}

// Two items of one section: what is said of one says nothing of the other.
bool Doubts::siblings(RowRef a, RowRef b) const {
  if (a.table != b.table) return false;
  const Row &first = filing_.tables[a.table].rows[a.row], &second = filing_.tables[b.table].rows[b.row];
  return first.role == Role::item && second.role == Role::item && first.concept_name.empty() &&
         second.concept_name.empty() && first.section == second.section;
}

std::string Doubts::of_part(std::string_view heading, std::string_view phrase) {
  if (std::string part = one_of_parts(heading); !part.empty()) return part;
  const std::vector<RowRef>& rows = rows_.items(heading);
  if (rows.empty() || heading == phrase) return {};
  const std::vector<RowRef>& own = rows_.rows(phrase);
  const bool named = !own.empty() && std::all_of(own.begin(), own.end(), [&](const RowRef& at) {
    return std::find(rows.begin(), rows.end(), at) != rows.end();
  });
  const bool same = named || std::any_of(rows.begin(), rows.end(),
                                         [&](const RowRef& at) { return rows_.within(at, phrase); });
  return same ? std::string() : "within “" + std::string(heading) + "”";
}

}  // namespace kcfin::prose
