// Rows by name: a concept where the catalogue has one, else the words of label and headers.
#include "statement/row_index.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "statement/concept.h"
#include "statement/concept_name.h"
#include "statement/label_words.h"
#include "values/text.h"

namespace kcfin {
namespace {

std::uint8_t rank_of(TableKind kind) {
  switch (kind) {
    case TableKind::income_statement:
    case TableKind::balance_sheet:
    case TableKind::cash_flow:
      return 0;
    case TableKind::non_gaap:
      return 1;
    case TableKind::highlights:
      return 2;
    case TableKind::changes_in_equity:
      return 3;
    case TableKind::note:
      return 4;
    case TableKind::other:
      return 5;
  }
  return 5;
}

std::uint64_t wording_of(const label::Words& words) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const std::string_view word : words) {
    if (word == "the" || word == "our") continue;
    hash = (hash ^ std::hash<std::string_view>{}(word)) * 1099511628211ULL;
  }
  return hash;
}

constexpr std::array<std::string_view, 2> kCosts = {"cost", "expense"};

template <class T>
void sort_unique(std::vector<T>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool subset(const std::vector<std::uint32_t>& part, const std::vector<std::uint32_t>& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

// Capitals in parentheses that stand for the words before them: "Value-added services (VAS)".
std::string_view abbreviation(std::string_view label) {
  const std::size_t open = label.rfind('(');
  const std::size_t close = label.find(')', open == std::string_view::npos ? label.size() : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return {};
  std::string_view inner = label.substr(open + 1, close - open - 1);
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (inner.ends_with('s')) inner.remove_suffix(1);
  if (inner.size() < 2 || inner.size() > 6 || !std::all_of(inner.begin(), inner.end(), capital)) return {};
  return inner;
}

std::string_view without_parentheses(std::string_view label) {
  return label.substr(0, std::min(label.rfind('('), label.size()));
}

// "Gross profit of the cloud business" stands in the row "Cloud" or "Cloud services"; "revenues from cloud
// services", under "Net revenues".
void add_parts(const std::string& phrase, std::vector<std::string>& out) {
  std::vector<std::string> parts = {phrase};
  for (const std::string_view noun : {" businesses", " business", " segment"}) {
    if (!phrase.ends_with(noun)) continue;
    parts.front().resize(phrase.size() - noun.size());
    if (!parts.front().ends_with("services")) parts.push_back(parts.front() + " services");
    break;
  }
  const bool of_part = phrase.find(" of ") != std::string::npos || phrase.find(" from ") != std::string::npos;
  if (parts.front() != phrase) {
    out.insert(out.end(), parts.begin(), parts.end());
  } else if (of_part && !phrase.ends_with("services")) {
    parts.push_back(phrase + " services");
    out.push_back(parts.back());
  }
  if (!phrase.starts_with("revenues ")) return;
  for (const std::string& part : parts) out.push_back("net " + part);
}

// Other wordings of a metric that sentences use and tables do not, tried where the phrase names no row.
std::vector<std::string> wordings(std::string_view phrase) {
  std::vector<std::string> out;
  std::string lower(phrase);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  if (has(lower, "ebit") && lower.ends_with(" loss")) out.push_back(lower.substr(0, lower.size() - 5));
  const bool flow = has(lower, "flow") && !has(lower, "free") && !has(lower, "margin");
  const bool plain = has(lower, "operating cash") || has(lower, "activit") || has(lower, "operations");
  if (flow && plain) {
    for (const std::string_view activity : {"operating", "investing", "financing"}) {
      if (has(lower, activity.substr(0, 6)))
        out.push_back("net cash " + std::string(activity) + " activities");
    }
  }
  if (lower.starts_with("consolidated "))
    out.push_back(lower.substr(std::string_view("consolidated ").size()));
  add_parts(lower, out);
  return out;
}

}  // namespace

namespace {

// Columns of segments or components only: no phrase names one by its period and unit.
bool of_segments(const Table& table) {
  return table.columns.size() > 1 &&
         std::all_of(table.columns.begin(), table.columns.end(), [&](const Column& own) {
           return std::count_if(table.columns.begin(), table.columns.end(), [&](const Column& other) {
                    return other.period.known() && !other.difference && other.period == own.period &&
                           other.unit == own.unit;
                  }) > 1;
         });
}

// What a table divides, as its title says it: "a breakdown of our adjusted EBITA by segment" gives the rows
// their measure, and what sentences call the parts. Empty where the title says no such thing.
std::string measure_divided(std::string_view title) {
  constexpr std::array<std::string_view, 14> kParts = {
      "segment", "product", "region", "geograph", "categor", "business",   "channel",
      "source",  "country", "market", "service",  "type",    "reportable", "operating segment"};
  const std::string text = lower(title);
  for (const std::string_view part : kParts) {
    const std::size_t by = text.find(" by " + std::string(part));
    if (by == std::string::npos) continue;
    std::string_view measure = std::string_view(text).substr(0, by);
    if (const std::size_t of = measure.rfind(" of "); of != std::string_view::npos)
      measure = measure.substr(of + 4);
    if (measure.size() > 60) return {};
    return std::string(measure) + " segment business";
  }
  return {};
}

// A table that goes on with the lines of the one before it, for other periods.
bool same_lines(const Table& before, const Table& table) {
  std::size_t same = 0;
  for (const Row& row : table.rows) {
    same +=
        static_cast<std::size_t>(std::any_of(before.rows.begin(), before.rows.end(), [&](const Row& other) {
          return !row.plain.empty() && other.plain == row.plain;
        }));
  }
  return same >= 3 && same * 2 >= table.rows.size();
}

// How many rows an income statement opens with that its total of revenues sums.
std::uint32_t lines_of_revenues(const Table& table) {
  if (table.kind != TableKind::income_statement) return 0;
  const auto total = std::find_if(table.rows.begin(), table.rows.end(), [](const Row& row) {
    return row.role != Role::item && row.role != Role::header;
  });
  const bool revenues = total != table.rows.end() && total->concept_name == "Revenues"_concept;
  return revenues ? static_cast<std::uint32_t>(total - table.rows.begin()) : 0;
}

}  // namespace

RowIndex::RowIndex(const Filing& filing) : filing_(filing) {
  std::string measure;
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    const Table& table = filing.tables[t];
    const bool goes_on = t > 0 && table.title.empty() && same_lines(filing.tables[t - 1], table);
    if (!goes_on) measure = measure_divided(table.title);
    if (of_segments(table)) continue;
    const std::uint32_t lines = lines_of_revenues(table);
    for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      if (row.role == Role::header || row.label.empty()) continue;
      // "Revenues from timber" is "Timber" above the total, whether a header says so or not.
      const bool line = r < lines && row.section.empty() && row.concept_name.empty() && measure.empty();
      add({t, r}, table, row, line ? "revenues sales" : std::string_view(measure));
    }
  }
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.rank < b.rank; });
  index_entries();
}

void RowIndex::index_entries() {
  by_word_.resize(ids_.size());
  const auto count = static_cast<std::uint32_t>(entries_.size());
  for (const Table& table : filing_.tables) entry_of_.emplace_back(table.rows.size(), count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Entry& entry = entries_[i];
    entry_of_[entry.row.table][entry.row.row] = i;
    if (!entry.concept_name.empty()) by_concept_[entry.concept_name].push_back(i);
    for (const Words* name : {&entry.name->label, &entry.name->alias}) {
      if (!name->empty()) by_word_[name->back()].push_back(i);
    }
  }
}

std::uint32_t RowIndex::id(std::string_view word) {
  if (const auto known = ids_.find(word); known != ids_.end()) return known->second;
  return ids_.emplace(word, static_cast<std::uint32_t>(ids_.size())).first->second;
}

// A label's words; labels repeat where a statement is printed twice.
const RowIndex::Name& RowIndex::name_of(const Row& row) {
  const auto [known, added] = names_.try_emplace(row.label);
  Name& name = known->second;
  if (!added) return name;
  const label::Folded& folded = label::folded(row.label);
  name.wording = wording_of(folded.words);
  const std::string_view shortened = abbreviation(row.label);
  if (!shortened.empty()) {
    name.alias = ids_of(shortened);
    name.label = ids_of(without_parentheses(row.label));
  } else {
    name.label = ids_of(folded.meaning);
  }
  return name;
}

RowIndex::Words RowIndex::ids_of(std::string_view text) { return ids_of(label::folded(text).meaning); }

RowIndex::Words RowIndex::ids_of(const std::vector<std::string_view>& words) {
  Words out;
  out.reserve(words.size());
  for (const std::string_view word : words) out.push_back(id(word));
  sort_unique(out);
  return out;
}

const RowIndex::Words& RowIndex::section_of(const Row& row, std::string_view measure) {
  std::string headers(measure);
  for (const std::string& header : row.section) headers += ' ' + header;
  const auto [known, added] = sections_.try_emplace(std::move(headers));
  if (!added) return known->second;
  for (const std::string& header : row.section) {
    const Words words = ids_of(header);
    known->second.insert(known->second.end(), words.begin(), words.end());
  }
  if (!measure.empty()) {
    const Words words = ids_of(measure);
    known->second.insert(known->second.end(), words.begin(), words.end());
  }
  sort_unique(known->second);
  return known->second;
}

void RowIndex::add(RowRef at, const Table& table, const Row& row, std::string_view measure) {
  entries_.push_back({at, rank_of(table.kind), row.concept_name, &name_of(row), &section_of(row, measure)});
}

RowIndex::Words RowIndex::known(std::string_view phrase, bool& complete) const {
  Words out;
  complete = true;
  for (const std::string_view word : label::folded(phrase).meaning) {
    const auto found = ids_.find(word);
    if (found == ids_.end()) {
      complete = false;
    } else {
      out.push_back(found->second);
    }
  }
  sort_unique(out);
  return out;
}

std::vector<const RowIndex::Entry*> RowIndex::named(std::string_view phrase, const Concept* meaning) const {
  std::vector<const Entry*> out;
  if (meaning != nullptr) {
    if (const auto rows = by_concept_.find(meaning->name); rows != by_concept_.end()) {
      for (const std::uint32_t i : rows->second) out.push_back(&entries_[i]);
      return out;
    }
  }
  bool complete = false;
  const Words words = known(phrase, complete);
  if (!complete || words.empty()) return out;
  Words rest, near;
  for (const std::uint32_t word : words)
    near.insert(near.end(), by_word_[word].begin(), by_word_[word].end());
  sort_unique(near);
  for (const std::uint32_t i : near) {
    const Entry& entry = entries_[i];
    for (const Words* name : {&entry.name->label, &entry.name->alias}) {
      if (name->empty() || name->size() > words.size() || !subset(*name, words)) continue;
      rest.clear();
      std::set_difference(words.begin(), words.end(), name->begin(), name->end(), std::back_inserter(rest));
      if (subset(rest, *entry.section)) {
        out.push_back(&entry);
        break;
      }
    }
  }
  if (out.size() > 1) {
    const std::string said = lower(phrase);
    if (has(said, "revenue") || has(said, "sales")) leave_costs(words, out);
  }
  return out;
}

// "Revenues from cloud services", "vehicle sales" are no rows under "Cost of revenues", which has all their
// words.
void RowIndex::leave_costs(const Words& words, std::vector<const Entry*>& found) const {
  const auto cost_of = [&](const Entry* entry) {
    return std::any_of(kCosts.begin(), kCosts.end(), [&](std::string_view word) {
      const auto cost = ids_.find(word);
      return cost != ids_.end() &&
             std::binary_search(entry->section->begin(), entry->section->end(), cost->second) &&
             !std::binary_search(words.begin(), words.end(), cost->second);
    });
  };
  if (!std::all_of(found.begin(), found.end(), cost_of)) std::erase_if(found, cost_of);
}

std::vector<RowRef> RowIndex::rows(std::string_view phrase) const {
  return rows(phrase, match_concept(phrase, TableKind::other));
}

std::vector<RowRef> RowIndex::rows(std::string_view phrase, const Concept* meaning) const {
  std::vector<const Entry*> found = named(phrase, meaning);
  if (found.empty()) {
    for (const std::string& wording : wordings(phrase)) {
      found = named(wording, match_concept(wording, TableKind::other));
      if (!found.empty()) break;
    }
  }
  if (found.size() > 1) keep_own_wording(phrase, found);
  std::vector<RowRef> out;
  out.reserve(found.size());
  for (const Entry* entry : found) out.push_back(entry->row);
  return out;
}

// Rows worded as the phrase is stand alone, unless all of them carry one name anyway.
void RowIndex::keep_own_wording(std::string_view phrase, std::vector<const Entry*>& found) {
  const bool one_name = std::all_of(found.begin(), found.end(),
                                    [&](const Entry* entry) { return entry->name == found.front()->name; });
  if (one_name) return;
  const std::uint64_t wording = wording_of(label::folded(phrase).words);
  const auto own = [&](const Entry* entry) { return entry->name->wording == wording; };
  if (std::none_of(found.begin(), found.end(), own)) return;
  found.erase(std::remove_if(found.begin(), found.end(), [&](const Entry* entry) { return !own(entry); }),
              found.end());
}

FigureId RowIndex::cell(RowRef row, const Unit& unit, const Period& period) const {
  const Table& table = filing_.tables[row.table];
  return cell(table, table.rows[row.row], unit, period);
}

namespace {

// Columns of segments or components: their period and unit do not tell them apart.
bool has_twin(const Table& table, const Row& row, std::size_t column) {
  const Column& own = table.columns[column];
  for (std::size_t c = 0; c < row.cells.size() && c < table.columns.size(); ++c) {
    if (c != column && row.cells[c] != kNoFigure && !table.columns[c].difference &&
        table.columns[c].period == own.period && table.columns[c].unit == own.unit)
      return true;
  }
  return false;
}

}  // namespace

FigureId RowIndex::cell(const Table& table, const Row& row, const Unit& unit, const Period& period) const {
  if (!period.known()) return kNoFigure;
  const CashPoint cash = has(row.concept_name, "Cash") ? cash_point(row.label) : CashPoint::none;
  for (std::size_t c = 0; c < row.cells.size() && c < table.columns.size(); ++c) {
    if (row.cells[c] == kNoFigure || table.columns[c].heading == Heading::unknown ||
        table.columns[c].difference)
      continue;
    const Figure& figure = filing_.figures[row.cells[c]];
    if (!(figure.unit == unit)) continue;
    const Period& column = table.columns[c].period;
    if (cash == CashPoint::opening) {
      if (period.instant() && column.start.known() && day_after(period.end) == column.start)
        return row.cells[c];
      continue;
    }
    const bool at_end = (column.instant() || cash == CashPoint::closing) && column.end == period.end;
    if (column == period || at_end) return has_twin(table, row, c) ? kNoFigure : row.cells[c];
  }
  return kNoFigure;
}

std::vector<FigureId> RowIndex::cells_ending(const std::vector<RowRef>& rows, const Unit& unit,
                                             Date end) const {
  std::vector<FigureId> out;
  for (const RowRef& at : rows) {
    const Table& table = filing_.tables[at.table];
    const Row& row = table.rows[at.row];
    for (std::size_t c = 0; c < row.cells.size() && c < table.columns.size(); ++c) {
      if (row.cells[c] == kNoFigure || table.columns[c].period.end != end || table.columns[c].difference)
        continue;
      if (filing_.figures[row.cells[c]].unit == unit) out.push_back(row.cells[c]);
    }
  }
  return out;
}

RowMatch RowIndex::find(std::string_view phrase, const Unit& unit, const Period& period) const {
  return find(rows(phrase), unit, period);
}

RowMatch RowIndex::find(const std::vector<RowRef>& candidates, const Unit& unit, const Period& period) const {
  RowMatch match;
  if (candidates.empty()) return match;
  match.outcome = RowMatch::Outcome::no_column;
  std::uint8_t rank = 0;
  for (const RowRef& at : candidates) {
    const std::uint8_t here = rank_of(filing_.tables[at.table].kind);
    if (match.figure != kNoFigure && here != rank) break;
    const FigureId figure = cell(at, unit, period);
    if (figure == kNoFigure) continue;
    rank = here;
    if (match.figure == kNoFigure) {
      match.outcome = RowMatch::Outcome::found;
      match.figure = figure;
      match.row = at;
      continue;
    }
    const Figure& first = filing_.figures[match.figure];
    const Figure& other = filing_.figures[figure];
    if (first.scale_power != other.scale_power || !first.value || !other.value) continue;
    if (same_value(*first.value, *other.value) || same_value(first.value->size(), other.value->size()))
      continue;
    if (match.others.empty()) match.others.push_back(match.figure);
    match.others.push_back(figure);
    match.outcome = RowMatch::Outcome::ambiguous;
  }
  return match;
}

bool RowIndex::within(RowRef row, std::string_view phrase) const {
  bool complete = false;
  const Words words = known(phrase, complete);
  const std::uint32_t i = entry_of_[row.table][row.row];
  return i < entries_.size() && !entries_[i].name->label.empty() && subset(entries_[i].name->label, words);
}

}  // namespace kcfin
