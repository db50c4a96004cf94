// Lists of words, sorted; letters are lower case, and an apostrophe may be curly in the text.
#include "statement/title_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "values/text.h"

namespace kcfin::statement {
namespace {

constexpr auto kStates = std::to_array<std::string_view>({
    "annual",      "audited",      "combined",   "company",   "comparative",
    "condensed",   "consolidated", "financial",  "group",     "half-year",
    "half-yearly", "halfyear",     "halfyearly", "interim",   "non-consolidated",
    "parent",      "preliminary",  "primary",    "quarterly", "separate",
    "standalone",  "un-audited",   "unaudited",
});
static_assert(std::is_sorted(kStates.begin(), kStates.end()));

constexpr auto kFollowing = std::to_array<std::string_view>({
    "1h",
    "1q",
    "2h",
    "2q",
    "3q",
    "4q",
    "a",
    "accumulated",
    "amount",
    "amounts",
    "and",
    "as",
    "at",
    "audited",
    "basis",
    "billion",
    "billions",
    "by",
    "comprehensive",
    "condensed",
    "consolidated",
    "cont'd",
    "contd",
    "continued",
    "date",
    "dates",
    "deficit",
    "direct",
    "dollar",
    "dollars",
    "earnings",
    "end",
    "ended",
    "ending",
    "equity",
    "eur",
    "euro",
    "euros",
    "except",
    "expressed",
    "financial",
    "first",
    "fiscal",
    "for",
    "fourth",
    "from",
    "full",
    "function",
    "gaap",
    "group",
    "h1",
    "h2",
    "half",
    "ifrs",
    "in",
    "income",
    "indirect",
    "interim",
    "investment",
    "jul",
    "july",
    "jun",
    "june",
    "loss",
    "losses",
    "may",
    "method",
    "million",
    "millions",
    "month",
    "months",
    "nature",
    "nine",
    "of",
    "on",
    "operations",
    "or",
    "other",
    "per",
    "period",
    "periods",
    "pound",
    "pounds",
    "profit",
    "q1",
    "q2",
    "q3",
    "q4",
    "quarter",
    "quarters",
    "retained",
    "rmb",
    "second",
    "share",
    "shareholder",
    "shareholder's",
    "shareholders",
    "shareholders'",
    "six",
    "sterling",
    "stockholder",
    "stockholder's",
    "stockholders",
    "stockholders'",
    "the",
    "third",
    "thousand",
    "thousands",
    "three",
    "to",
    "twelve",
    "u.s.",
    "un-audited",
    "unaudited",
    "us",
    "usd",
    "week",
    "weeks",
    "with",
    "year",
    "years",
    "yen",
});
static_assert(std::is_sorted(kFollowing.begin(), kFollowing.end()));

// Months but for the shortest, however they are cut: "sept".
constexpr auto kBegin =
    std::to_array<std::string_view>({"apr", "aug", "dec", "feb", "jan", "mar", "nov", "oct", "sep"});

constexpr auto kOthers = std::to_array<std::string_view>({
    "accompanying", "adjustment", "adjustments", "analysis", "contents",       "data",
    "discussion",   "effect",     "effects",     "exhibit",  "exhibits",       "following",
    "from",         "highlight",  "highlights",  "impact",   "index",          "information",
    "item",         "items",      "line",        "note",     "notes",          "our",
    "page",         "part",       "parts",       "proforma", "reconciliation", "reconciliations",
    "report",       "reports",    "review",      "schedule", "schedules",      "see",
    "selected",     "summarised", "summarized",  "summary",  "these",          "this",
});
static_assert(std::is_sorted(kOthers.begin(), kOthers.end()));

template <class List>
bool listed(const List& list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

bool small(char c) { return c >= 'a' && c <= 'z'; }
bool of_word(char c) { return small(c) || is_digit(c) || c == '_'; }

// In lower case, with straight apostrophes.
std::string plain(std::string_view text) {
  constexpr std::string_view kCurly = "\u2019";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(kCurly)) {
      out += '\'';
      at += kCurly.size();
    } else {
      const char c = text[at++];
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
  }
  return out;
}

bool begins_a_month(std::string_view word) {
  return std::any_of(kBegin.begin(), kBegin.end(), [&](std::string_view month) {
    return word.starts_with(month) && std::all_of(word.begin(), word.end(), of_word);
  });
}

// "fy", "FY2024"
bool fiscal_year(std::string_view word) {
  return word.starts_with("fy") && std::all_of(word.begin() + 2, word.end(), is_digit);
}

bool follows(std::string_view word) {
  return listed(kFollowing, word) || std::none_of(word.begin(), word.end(), small) || begins_a_month(word) ||
         fiscal_year(word);
}

// A word, or the word without the mark behind it.
template <class Holds>
bool with_mark(const std::string& word, std::string_view marks, Holds holds) {
  if (holds(word)) return true;
  return !word.empty() && marks.find(word.back()) != std::string_view::npos &&
         holds(std::string_view(word).substr(0, word.size() - 1));
}

}  // namespace

bool tells_of_state(std::string_view word) {
  return with_mark(plain(word), ",:", [](std::string_view one) { return listed(kStates, one); });
}

bool goes_on_with_title(std::string_view word) { return with_mark(plain(word), ",.;:", follows); }

bool names_another_thing(std::string_view before) {
  const std::string text = plain(before);
  const std::string_view all = text;
  for (std::size_t at = 0; at < all.size();) {
    if (!of_word(all[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < all.size() && of_word(all[end])) ++end;
    const std::string_view word = all.substr(at, end - at);
    const bool pro_forma = word == "pro" && all.substr(end).starts_with(" forma") &&
                           (end + 6 == all.size() || !of_word(all[end + 6]));
    if (pro_forma || listed(kOthers, word) || word.starts_with("supplement")) return true;
    at = end;
  }
  return false;
}

}  // namespace kcfin::statement
