// Matching of labels against the concept catalogue: see concept.h for what a match means,
// concept_catalogue.inc for the lines and catalogue_lines.h for their compiled form.
#include "statement/concept.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

#include "statement/catalogue_lines.h"
#include "statement/label_words.h"
#include "values/text.h"

namespace kcfin {
namespace {

using catalogue::CompiledLabel;
using catalogue::Home;
using catalogue::kNone;
using catalogue::Line;
using catalogue::Meanings;
using catalogue::lines::kAll;
using label::holds;
using label::Words;

// ---------------------------------------------------------------- the catalogue, compiled

namespace table {
using catalogue::CompiledLabel;
#include "compiled_catalogue.inc"
}  // namespace table

constexpr auto kConcepts = [] {
  constexpr auto is_concept = [](const Line& line) { return line.kind == Line::Kind::concept_; };
  std::array<Concept, std::count_if(std::begin(kAll), std::end(kAll), is_concept)> out;
  std::size_t count = 0;
  for (const Line& line : kAll) {
    if (is_concept(line)) out[count++] = line.meaning;
  }
  return out;
}();

// The numbers of the concepts, by name.
constexpr auto kByName = [] {
  std::array<std::uint16_t, kConcepts.size()> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint16_t>(i);
  std::sort(out.begin(), out.end(),
            [](std::uint16_t a, std::uint16_t b) { return kConcepts[a].name < kConcepts[b].name; });
  return out;
}();

// Null where no label has these words.
const Meanings* find_label(std::string_view key) {
  constexpr std::size_t kCount = std::size(table::kSlots);
  for (std::size_t slot = catalogue::slot_hash(key) % kCount;; slot = (slot + 1) % kCount) {
    if (table::kSlots[slot] == kNone) return nullptr;
    const CompiledLabel& label = table::kLabels[table::kSlots[slot]];
    if (std::string_view(table::kText).substr(label.start, label.length) == key) return &label.meanings;
  }
}

// A label known by its words, in any order.
struct WordSet {
  Home home = Home::any;
  std::uint16_t meaning = 0;
  std::string_view first;
  std::uint64_t shape = 0;  // of the first
  Words needed, allowed;    // sorted
};

// Words by their first letter and length, in 64 classes: most labels have none of a set's.
std::uint64_t shape_of(std::string_view word) {
  const std::size_t first = static_cast<unsigned char>(word.front());
  return std::uint64_t{1} << ((first * 7 + word.size()) % 64);
}

Words single_words(std::string_view text) {
  Words out;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    if (space > 0) out.push_back(text.substr(0, space));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return out;
}

WordSet word_set(const Line& line, std::uint16_t meaning) {
  WordSet set{line.home, meaning, {}, 0, single_words(line.text), single_words(line.also)};
  set.first = set.needed.front();
  set.shape = shape_of(set.first);
  std::sort(set.needed.begin(), set.needed.end());
  set.allowed.insert(set.allowed.end(), set.needed.begin(), set.needed.end());
  std::sort(set.allowed.begin(), set.allowed.end());
  return set;
}

// Some fifty; made on first use, never changed after.
const std::vector<WordSet>& word_sets() {
  static const std::vector<WordSet> sets = [] {
    std::vector<WordSet> out;
    std::uint16_t concepts = 0;
    for (const Line& line : kAll) {
      if (line.kind == Line::Kind::concept_) ++concepts;
      if (line.kind == Line::Kind::words)
        out.push_back(word_set(line, static_cast<std::uint16_t>(concepts - 1)));
    }
    return out;
  }();
  return sets;
}

// ---------------------------------------------------------------- sections

// What the headers above a row say about its label.
struct Context {
  bool current = false, noncurrent = false;
  bool supplement =
      false;  // cash flow: supplemental disclosures and the table that ties cash to the balance sheet
  bool foreign = false;  // a header that says of what part or in what sense the rows below are
};

bool plain_header(const Words& words, const std::string& key) {
  constexpr std::array<std::string_view, 43> kPlain = {"data",       "month",         "year",
                                                       "quarter",    "period",        "ended",
                                                       "unaudited",  "statement",     "reconciliation",
                                                       "gaap",       "adjusted",      "result",
                                                       "highlight",  "rmb",           "usd",
                                                       "asset",      "liability",     "equity",
                                                       "income",     "expense",       "revenue",
                                                       "adjustment", "cash",          "activity",
                                                       "per",        "weightedshare", "weightedads",
                                                       "margin",     "excluding",     "key",
                                                       "financial",  "metric",        "consolidated",
                                                       "gross",      "numerator",     "denominator",
                                                       "add",        "adding",        "back",
                                                       "plus",       "less",          "minus",
                                                       "deduct"};
  if (words.empty() || find_label(key) != nullptr) return true;
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return std::find(kPlain.begin(), kPlain.end(), w) != kPlain.end();
  });
}

// Under such a header every row is a part of another thing: "Share-based compensation allocated to:".
bool allocation(const Words& words) {
  constexpr std::array<std::string_view, 8> kAllocation = {"allocated",    "allocation",   "included",
                                                           "amortization", "depreciation", "impairment",
                                                           "segment",      "geographic"};
  if (holds(words, "share") && holds(words, "compensation")) return true;
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return std::find(kAllocation.begin(), kAllocation.end(), w) != kAllocation.end();
  });
}

bool statement(TableKind kind) {
  return kind == TableKind::income_statement || kind == TableKind::balance_sheet ||
         kind == TableKind::cash_flow;
}

Context read_context(std::span<const std::string> section, TableKind kind) {
  Context context;
  for (const std::string& header : section) {
    const label::Folded& folded = label::folded(header);
    const Words& words = folded.meaning;
    const bool noncurrent = holds(words, "noncurrent") || (holds(words, "long") && holds(words, "term"));
    if (noncurrent || holds(words, "current")) {
      context.noncurrent = noncurrent;
      context.current = !noncurrent;
    }
    // "Reconciliation of net earnings to net cash provided by operating activities" heads the statement
    // itself.
    const bool of_income =
        holds(words, "reconciliation") && holds(words, "income") && holds(words, "operating");
    if (holds(words, "supplemental") || holds(words, "supplementary") || holds(words, "noncash") ||
        (holds(words, "reconciliation") && !of_income)) {
      context.supplement = true;
    }
    if (kind == TableKind::balance_sheet || kind == TableKind::cash_flow) continue;
    if (allocation(words) || (!statement(kind) && !plain_header(words, folded.key))) context.foreign = true;
  }
  return context;
}

// ---------------------------------------------------------------- matching

// The homes whose labels a row of this table may bear, the nearest first.
std::span<const Home> homes(TableKind kind, const Context& context) {
  static constexpr std::array kIncome = {Home::income, Home::any};
  static constexpr std::array kCurrent = {Home::current, Home::balance, Home::any};
  static constexpr std::array kNoncurrent = {Home::noncurrent, Home::balance, Home::any};
  static constexpr std::array kBalance = {Home::balance, Home::any};
  static constexpr std::array kCash = {Home::cash, Home::any};
  static constexpr std::array kSupplement = {Home::balance, Home::any};
  static constexpr std::array kNote = {Home::note, Home::any, Home::income, Home::balance};
  static constexpr std::array kReconciliation = {Home::any, Home::income, Home::cash};
  static constexpr std::array kUnknown = {Home::any, Home::income, Home::balance};
  switch (kind) {
    case TableKind::income_statement:
      return kIncome;
    case TableKind::balance_sheet:
      if (context.noncurrent) return kNoncurrent;
      if (context.current) return kCurrent;
      return kBalance;
    case TableKind::cash_flow:
      if (context.supplement) return kSupplement;
      return kCash;
    case TableKind::note:
      return kNote;
    case TableKind::non_gaap:
      return kReconciliation;
    case TableKind::changes_in_equity:
    case TableKind::highlights:
    case TableKind::other:
      break;
  }
  return kUnknown;
}

bool subset(const Words& needed, const Words& of) {
  return std::includes(of.begin(), of.end(), needed.begin(), needed.end());
}

const Concept* match_key(const Words& words, std::string_view key, std::span<const Home> where) {
  if (const Meanings* found = find_label(key); found != nullptr) {
    for (const Home home : where) {
      const std::uint16_t meaning = (*found)[static_cast<std::size_t>(home)];
      if (meaning != kNone) return &kConcepts[meaning];
    }
  }
  Words sorted;
  std::uint64_t shapes = 0;
  for (const std::string_view word : words) shapes |= word.empty() ? 0 : shape_of(word);
  for (const WordSet& set : word_sets()) {
    if ((shapes & set.shape) == 0) continue;
    const bool here = std::find(where.begin(), where.end(), set.home) != where.end();
    if (!here || !holds(words, set.first)) continue;
    if (words.front() == "restricted" && set.first == "cash") continue;  // a part of the cash at a date
    if (sorted.empty()) {
      sorted = words;
      std::sort(sorted.begin(), sorted.end());
      sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    }
    if (subset(set.needed, sorted) && subset(sorted, set.allowed)) return &kConcepts[set.meaning];
  }
  return nullptr;
}

const Concept* match_key(const Words& words, std::span<const Home> where) {
  return match_key(words, label::join(words), where);
}

// "Basic", "- Diluted", "ADS - basic and diluted": such a label says what it is only with its header.
bool needs_header(const Words& words) {
  constexpr std::array<std::string_view, 12> kOpen = {"basic", "diluted", "ordinary",   "common",
                                                      "share", "ads",     "and",        "per",
                                                      "rmb",   "usd",     "continuing", "discontinued"};
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](std::string_view w) {
    return std::find(kOpen.begin(), kOpen.end(), w) != kOpen.end() || w == "operation";
  });
}

const Concept* match_with_header(const Words& words, std::span<const std::string> section,
                                 std::span<const Home> where) {
  for (std::size_t i = section.size(); i > 0; --i) {
    Words whole = label::folded(section[i - 1]).words;
    const bool speaks = std::any_of(whole.begin(), whole.end(), [](std::string_view w) {
      return w == "per" || w == "weighted" || w == "eps";
    });
    if (!speaks) continue;
    whole.insert(whole.end(), words.begin(), words.end());
    return match_key(label::meaning_words(std::move(whole)), where);
  }
  return nullptr;
}

// Under "Attributable to:" a party is named alone; whose share of what it is, the header says or nothing
// does.
bool attributes(const Words& header) {
  return header.size() >= 2 && header.back() == "to" && header[header.size() - 2] == "attributable";
}

bool party(const Words& words) {
  constexpr std::array<std::string_view, 7> kParties = {"owner",  "holder",  "shareholder", "noncontrolling",
                                                        "parent", "company", "equityholder"};
  return std::any_of(kParties.begin(), kParties.end(), [&](std::string_view w) { return holds(words, w); });
}

const Concept* match_party(const Words& words, const std::string& header, std::span<const Home> where) {
  Words whole = label::folded(header).words;
  if (whole.size() == 2) return nullptr;
  whole.insert(whole.end(), words.begin(), words.end());
  return match_key(label::meaning_words(std::move(whole)), where);
}

// "Operating expenses: Selling and marketing expenses": a header printed on its first item's line.
std::string_view after_header(std::string_view text) {
  const std::size_t colon = text.rfind(": ");
  return colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 2);
}

const Concept* match_words(std::string_view text, std::span<const std::string> section,
                           std::span<const Home> where) {
  const label::Folded& folded = label::folded(text);
  const Words& words = folded.words;
  if (words.empty()) return nullptr;
  if (!section.empty() && party(words)) {
    if (attributes(label::folded(section.back()).words)) return match_party(words, section.back(), where);
  }
  if (needs_header(words)) {
    if (const Concept* found = match_with_header(words, section, where)) return found;
  }
  return match_key(folded.meaning, folded.key, where);
}

}  // namespace

const Concept* match_concept(std::string_view label, TableKind kind, std::span<const std::string> section) {
  constexpr std::size_t kLongest = 400;  // no label of a concept is longer; a smear may be
  if (label.size() > kLongest) return nullptr;
  Context context = read_context(section, kind);
  if (const Concept* found = context.foreign ? nullptr : match_words(label, section, homes(kind, context))) {
    return found;
  }
  const std::string_view rest = after_header(label);
  if (rest.empty() || context.foreign) return nullptr;
  std::vector<std::string> deeper(section.begin(), section.end());
  deeper.emplace_back(label.substr(0, label.size() - rest.size()));
  context = read_context(deeper, kind);
  return context.foreign ? nullptr : match_words(rest, deeper, homes(kind, context));
}

const Concept* find_concept(std::string_view name) {
  const auto found =
      std::lower_bound(kByName.begin(), kByName.end(), name,
                       [](std::uint16_t a, std::string_view b) { return kConcepts[a].name < b; });
  return found == kByName.end() || kConcepts[*found].name != name ? nullptr : &kConcepts[*found];
}

std::span<const Concept> concepts() { return kConcepts; }

std::string normal_label(std::string_view label) { return label::folded(label).plain; }

CashPoint cash_point(std::string_view label) {
  if (!has(label, "ash") && !has(label, "ASH")) return CashPoint::none;
  const auto letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const auto one_of = [](std::string_view word, std::initializer_list<std::string_view> lower) {
    return std::any_of(lower.begin(), lower.end(), [&](std::string_view other) {
      return std::equal(word.begin(), word.end(), other.begin(), other.end(),
                        [](char a, char b) { return (a | 0x20) == b; });
    });
  };
  bool cash = false;
  CashPoint point = CashPoint::none;
  for (std::size_t at = 0; at < label.size();) {
    std::size_t end = at;
    while (end < label.size() && letter(label[end])) ++end;
    const std::string_view word = label.substr(at, end - at);
    at = std::max(end, at + 1);
    if (word.size() < 3 || word.size() > 9) continue;
    if (one_of(word, {"cash"})) cash = true;
    if (point != CashPoint::none) continue;
    if (one_of(word, {"beginning", "opening", "start", "begin"})) point = CashPoint::opening;
    if (one_of(word, {"end", "ending", "closing"})) point = CashPoint::closing;
  }
  return cash ? point : CashPoint::none;
}

}  // namespace kcfin
