// Labels that stand over several lines, and the marks around them.
#include "table/row_labels.h"

#include <algorithm>
#include <array>

#include "values/text.h"

namespace kcfin::table {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool names_a_company_on(std::string_view next) {
  static constexpr std::array<std::string_view, 9> kSuffixes = {
      "limited", "ltd", "inc", "holdings", "holding", "group", "corporation", "company", "shareholders"};
  const std::string text = lower(next);
  return std::any_of(kSuffixes.begin(), kSuffixes.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool capitals_only(std::string_view text) { return std::none_of(text.begin(), text.end(), is_lower); }

// "(Notes 6 and", whose parenthesis the next line closes.
bool leaves_parenthesis_open(std::string_view pending, std::string_view next) {
  const std::size_t open = pending.rfind('(');
  return open != std::string_view::npos && pending.find(')', open) == std::string_view::npos &&
         next.find(')') < next.find('(');
}

}  // namespace

bool ends_open(std::string_view label) {
  static constexpr std::array<std::string_view, 20> kOpen = {
      " to", " of", " and", " in",  " for", " the", " from", " on",  " by", " with",
      " at", " or", ",",    " per", " as",  " net", " used", " non", "-",   "'"};
  const std::string text = lower(label);
  if (text.ends_with(", net")) return false;
  return std::any_of(kOpen.begin(), kOpen.end(), [&](std::string_view word) { return text.ends_with(word); });
}

bool goes_on(std::string_view pending, std::string_view next) {
  if (pending.empty() || pending.ends_with(':')) return false;
  if (next.empty()) return !capitals_only(pending);
  if (next.starts_with("(Note") || leaves_parenthesis_open(pending, next)) return true;
  if (capitals_only(pending) != capitals_only(next)) return false;
  if (is_lower(next.front()) || (next.front() == '(' && next.size() > 1 && is_lower(next[1]))) return true;
  if (ends_open(pending)) return true;
  return has(lower(pending), "attributable to") && names_a_company_on(next);
}

bool begins_with_dash(std::string_view text) {
  return text.starts_with('-') || text.starts_with("\u2013") || text.starts_with("\u2014");
}

std::string clean_label(std::string_view text) {
  const auto trim = [&] {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  };
  trim();
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark :
         {"- ", "\u2013 ", "\u2014 ", "\u2212 ", "\u2022 ", "\u25cf ", "\u00b7 ", "* "}) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        trim();
        again = true;
      }
    }
  }
  if (text.starts_with("\u2013") || text.starts_with("\u2014")) text.remove_prefix(3);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {"*", "\u00b9", "\u00b2", "\u00b3", "\u2074", "\u2020"}) {
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
    trim();
    const std::size_t n = text.size();
    if (n > 4 && (text[n - 1] == ')' || text[n - 1] == ']') && is_digit(text[n - 2]) &&
        (text[n - 3] == '(' || text[n - 3] == '[')) {
      text.remove_suffix(3);
      trim();
      again = true;
    }
  }
  return std::string(text);
}

}  // namespace kcfin::table
