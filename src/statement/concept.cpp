// Matching of labels against the concept catalogue: see concept.h for what a match means and
// concept_catalogue.inc for the lines.
#include "statement/concept.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <unordered_map>
#include <utility>

#include "statement/label_words.h"

namespace kcfin {
namespace {

using label::holds;
using label::Words;

// ---------------------------------------------------------------- the lines of the catalogue

// Where a row of a label means a concept (the catalogue's own head explains them).
enum class Home : std::uint8_t { any, income, current, noncurrent, balance, cash, note };
constexpr std::size_t kHomes = 7;

struct Line {
  enum class Kind : std::uint8_t { concept_, label, words } kind;
  Concept meaning;
  Home home;
  std::string_view text, also;
};

constexpr auto flow = Nature::flow;
constexpr auto instant = Nature::instant;
constexpr auto average = Nature::average;
constexpr auto ratio = Nature::ratio;
constexpr auto per_share = Nature::per_share;
constexpr auto none = Side::none;
constexpr auto income = Side::income;
constexpr auto expense = Side::expense;
constexpr auto asset = Side::asset;
constexpr auto liability = Side::liability;
constexpr auto equity = Side::equity;
constexpr auto cash = Side::cash;
constexpr bool item = false;
constexpr bool sum = true;

#define CONCEPT(name, nature, side, subtotal, provenance) \
  Line{Line::Kind::concept_, Concept{name, nature, side, subtotal, provenance}, Home::any, {}, {}},
#define LABEL(home, text) Line{Line::Kind::label, {}, Home::home, text, {}},
#define WORDS(home, text, also) Line{Line::Kind::words, {}, Home::home, text, also},
constexpr Line kLines[] = {
#include "statement/concept_catalogue.inc"
};
#undef CONCEPT
#undef LABEL
#undef WORDS

// ---------------------------------------------------------------- patterns

// Writes out "[x]" and "(x|y)". False where the brackets do not close.
class Pattern {
 public:
  explicit Pattern(std::string_view text) : text_(text) {}

  bool expand(std::vector<std::string>& out) {
    out = alternatives();
    return sound_ && at_ == text_.size();
  }

 private:
  std::vector<std::string> alternatives() {
    std::vector<std::string> all = sequence();
    while (at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      for (std::string& s : sequence()) all.push_back(std::move(s));
    }
    return all;
  }

  std::vector<std::string> sequence() {
    std::vector<std::string> heads = {""};
    while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')' && text_[at_] != ']') {
      const char c = text_[at_++];
      if (c != '(' && c != '[') {
        for (std::string& head : heads) head.push_back(c);
        continue;
      }
      std::vector<std::string> inner = alternatives();
      const char closing = c == '(' ? ')' : ']';
      if (at_ == text_.size() || text_[at_] != closing) {
        sound_ = false;
        return heads;
      }
      ++at_;
      if (c == '[') inner.emplace_back();
      heads = product(heads, inner);
    }
    return heads;
  }

  static std::vector<std::string> product(const std::vector<std::string>& heads,
                                          const std::vector<std::string>& tails) {
    std::vector<std::string> all;
    all.reserve(heads.size() * tails.size());
    for (const std::string& head : heads) {
      for (const std::string& tail : tails) all.push_back(head + tail);
    }
    return all;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool sound_ = true;
};

// ---------------------------------------------------------------- the catalogue, compiled

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

// A label known by its words, in any order.
struct WordSet {
  Home home = Home::any;
  std::uint16_t meaning = 0;
  Words needed, allowed;  // sorted
};

constexpr std::uint16_t kNone = 0xffff;
using Meanings = std::array<std::uint16_t, kHomes>;

struct Catalogue {
  std::vector<Concept> concepts;
  TextMap<std::uint16_t> names;
  TextMap<Meanings> labels;
  TextMap<std::vector<std::uint16_t>> sets_by_word;  // by their first word
  std::vector<WordSet> sets;
  std::vector<std::string> faults;
};

Words single_words(std::string_view text) {
  Words out;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    if (space > 0) out.push_back(text.substr(0, space));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return out;
}

void add_label(Catalogue& catalogue, const Line& line, std::uint16_t meaning) {
  std::vector<std::string> written;
  if (!Pattern(line.text).expand(written)) {
    catalogue.faults.push_back("brackets: " + std::string(line.text));
  }
  for (const std::string& one : written) {
    std::string storage;
    const std::string key = label::join(label::meaning_words(label::label_words(one, storage)));
    if (key.empty()) catalogue.faults.push_back("empty: " + std::string(line.text));
    Meanings none_yet;
    none_yet.fill(kNone);
    std::uint16_t& at =
        catalogue.labels.try_emplace(key, none_yet).first->second[static_cast<std::size_t>(line.home)];
    if (at != kNone && at != meaning) {
      catalogue.faults.push_back("\"" + key + "\" names both " + std::string(catalogue.concepts[at].name) +
                                 " and " + std::string(catalogue.concepts[meaning].name));
    }
    at = meaning;
  }
}

void add_words(Catalogue& catalogue, const Line& line, std::uint16_t meaning) {
  WordSet set{line.home, meaning, single_words(line.text), single_words(line.also)};
  const std::string anchor(set.needed.front());
  std::sort(set.needed.begin(), set.needed.end());
  set.allowed.insert(set.allowed.end(), set.needed.begin(), set.needed.end());
  std::sort(set.allowed.begin(), set.allowed.end());
  catalogue.sets_by_word[anchor].push_back(static_cast<std::uint16_t>(catalogue.sets.size()));
  catalogue.sets.push_back(std::move(set));
}

Catalogue compile() {
  Catalogue catalogue;
  for (const Line& line : kLines) {
    if (line.kind == Line::Kind::concept_) {
      const auto index = static_cast<std::uint16_t>(catalogue.concepts.size());
      if (!catalogue.names.emplace(line.meaning.name, index).second) {
        catalogue.faults.push_back("stands twice: " + std::string(line.meaning.name));
      }
      catalogue.concepts.push_back(line.meaning);
      continue;
    }
    const auto meaning = static_cast<std::uint16_t>(catalogue.concepts.size() - 1);
    line.kind == Line::Kind::label ? add_label(catalogue, line, meaning)
                                   : add_words(catalogue, line, meaning);
  }
  return catalogue;
}

// Compiled once, on first use; never changed after.
const Catalogue& catalogue() {
  static const Catalogue compiled = compile();
  return compiled;
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
  if (words.empty() || catalogue().labels.contains(key)) return true;
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
  std::string storage;
  for (const std::string& header : section) {
    const Words words = label::meaning_words(label::label_words(header, storage));
    const bool noncurrent = holds(words, "noncurrent") || (holds(words, "long") && holds(words, "term"));
    if (noncurrent || holds(words, "current")) {
      context.noncurrent = noncurrent;
      context.current = !noncurrent;
    }
    if (holds(words, "supplemental") || holds(words, "supplementary") || holds(words, "noncash") ||
        holds(words, "reconciliation")) {
      context.supplement = true;
    }
    if (kind == TableKind::balance_sheet || kind == TableKind::cash_flow) continue;
    if (allocation(words) || (!statement(kind) && !plain_header(words, label::join(words))))
      context.foreign = true;
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

const Concept* match_key(const Words& words, std::span<const Home> where) {
  const Catalogue& known = catalogue();
  if (const auto found = known.labels.find(label::join(words)); found != known.labels.end()) {
    for (const Home home : where) {
      const std::uint16_t meaning = found->second[static_cast<std::size_t>(home)];
      if (meaning != kNone) return &known.concepts[meaning];
    }
  }
  Words sorted;
  for (const std::string_view word : words) {
    const auto sets = known.sets_by_word.find(word);
    if (sets == known.sets_by_word.end()) continue;
    if (sorted.empty()) {
      sorted = words;
      std::sort(sorted.begin(), sorted.end());
      sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    }
    for (const std::uint16_t index : sets->second) {
      const WordSet& set = known.sets[index];
      const bool here = std::find(where.begin(), where.end(), set.home) != where.end();
      if (here && subset(set.needed, sorted) && subset(sorted, set.allowed))
        return &known.concepts[set.meaning];
    }
  }
  return nullptr;
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
    std::string storage;
    Words whole = label::label_words(section[i - 1], storage);
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
  std::string storage;
  Words whole = label::label_words(header, storage);
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
  std::string storage;
  const Words words = label::label_words(text, storage);
  if (words.empty()) return nullptr;
  if (!section.empty() && party(words)) {
    std::string header;
    if (attributes(label::label_words(section.back(), header)))
      return match_party(words, section.back(), where);
  }
  if (needs_header(words)) {
    if (const Concept* found = match_with_header(words, section, where)) return found;
  }
  return match_key(label::meaning_words(words), where);
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
  const Catalogue& known = catalogue();
  const auto found = known.names.find(name);
  return found == known.names.end() ? nullptr : &known.concepts[found->second];
}

std::span<const Concept> concepts() { return catalogue().concepts; }

std::string normal_label(std::string_view label) {
  std::string storage;
  return label::join(label::label_words(label, storage));
}

CashPoint cash_point(std::string_view label) {
  // Few labels speak of cash: most need no look at their words.
  const auto says = [&](std::string_view part) { return label.find(part) != std::string_view::npos; };
  if (!says("ash") && !says("ASH")) return CashPoint::none;
  std::string storage;
  const Words words = label::label_words(label, storage);
  if (!holds(words, "cash")) return CashPoint::none;
  for (const std::string_view word : words) {
    if (word == "beginning" || word == "opening" || word == "start" || word == "begin")
      return CashPoint::opening;
    if (word == "end" || word == "ending" || word == "closing") return CashPoint::closing;
  }
  return CashPoint::none;
}

std::vector<std::string> catalogue_faults() { return catalogue().faults; }

}  // namespace kcfin
