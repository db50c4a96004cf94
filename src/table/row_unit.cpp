// Told by the words of labels: "per share", "number of", "(in millions)", "(%)".
#include "table/row_unit.h"

#include <algorithm>
#include <array>
#include <string>

#include "table/heading_lexer.h"
#include "table/unit_line.h"
#include "values/text.h"

namespace kcfin::table {
namespace {

// "Medicare members", "Subscribers (in millions)"; not "Membership services", "Members' equity", "Loans to
// members".
bool counts_members(const AskedText& label) {
  static constexpr Part kOther[] = {"equity", "capital", "due ", "deficit",   "interest",  "deposit", "loan",
                                    "from ",  "to ",     "for ", "contribut", "distribut", "benefits"};
  constexpr std::array<std::string_view, 3> kWho = {"members", "beneficiaries", "subscribers"};
  if (label.has_any(kOther)) return false;
  const std::string_view text = label.text();
  return std::any_of(kWho.begin(), kWho.end(), [&](std::string_view who) {
    const std::size_t at = text.find(who);
    if (at == std::string_view::npos) return false;
    const std::string_view behind = text.substr(at + who.size());
    return behind.empty() || behind.starts_with(" (") ||
           (behind.size() > 1 && behind[0] == ' ' && is_digit(behind[1])) || behind.starts_with(" at ") ||
           behind.starts_with(" live ") || behind.starts_with(", end");
  });
}

// Things and people: "Total deliveries", "Average MAUs (in millions)", "Number of stores".
bool counts_things(const AskedText& label) {
  static constexpr Part kNot[] = {"revenue", "cost", "expense", "income",  "profit",     "per ", "fee",
                                  "share",   "ads",  "amount",  "payable", "receivable", "%",    "rate"};
  static constexpr Part kThings[] = {"number of",
                                     "(in units)",
                                     "(in years)",
                                     "in ftes",
                                     "ownership days",
                                     "available days",
                                     "operating days",
                                     "calendar days",
                                     "voyage days",
                                     "monthly active",
                                     "daily active",
                                     "maus",
                                     "daus",
                                     "paying users",
                                     "paying members",
                                     "paying customers",
                                     "registered users",
                                     "active users",
                                     "active customers",
                                     "active buyers",
                                     "headcount",
                                     "deliveries",
                                     "(ounces",
                                     "(tonnes",
                                     "000's tonnes",
                                     "000's ounces",
                                     "(barrels"};
  if (label.has_any(kNot)) return false;
  return label.has_any(kThings) || counts_members(label);
}

// "Gross margin (%)"; not "3.75% senior notes".
bool names_percentages(std::string_view label) {
  for (std::size_t at = label.find('%'); at != std::string_view::npos; at = label.find('%', at + 1)) {
    if (at == 0 || !is_digit(label[at - 1])) return true;
  }
  return false;
}

// The scale that a label gives for itself: "(in millions)", "(million shares)", "(000's)".
int scale_in(std::string_view label) {
  static constexpr std::array<std::string_view, 4> kWords = {"thousand", "million", "billion", "000"};
  if (std::none_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return has(label, word); }))
    return -1;
  for (const Token& token : lex_heading(label).tokens) {
    if (token.word == Word::scale) return token.value;
  }
  return -1;
}

// "(87,172,997 shares outstanding)": a count with its separators stands in the label.
bool prints_count(std::string_view label) {
  for (std::size_t at = label.find(','); at != std::string_view::npos; at = label.find(',', at + 1)) {
    if (at > 0 && at + 3 < label.size() && is_digit(label[at - 1]) && is_digit(label[at + 1]) &&
        is_digit(label[at + 2]) && is_digit(label[at + 3]))
      return true;
  }
  return false;
}

// "Ordinary shares, US$0.0001 par value; 9,500,000,000 shares authorized, ...": the label tells the counts,
// its figures are the capital.
bool names_share_capital(const AskedText& label) {
  if (label.has("par value")) return true;
  if (!label.has("shares")) return false;
  if (label.has("at cost") || prints_count(label.text())) return true;
  if (!label.has("issued")) return false;
  const std::string_view text = label.text();
  return std::search_n(text.begin(), text.end(), 3, 0, [](char c, int) { return is_digit(c); }) != text.end();
}

bool names_share_count(const AskedText& label) {
  static constexpr Part kCounts[] = {"weighted average",   "weighted-average",
                                     "shares used",        "number of",
                                     "shares outstanding", "ads outstanding",
                                     "adss used",          "ads used",
                                     "adss outstanding",   "shares issued and outstanding",
                                     "share count",        "diluted shares",
                                     "basic shares"};
  static constexpr Part kOthers[] = {"number of employees", "number of stores"};
  static constexpr Part kShares[] = {"share", "ads"};
  // "Common shares and share equivalents (diluted)"; not "Income attributable to shares, diluted".
  static constexpr Part kHow[] = {"share equivalents", "shares (diluted)", "shares (basic)",
                                  "shares, diluted",   "shares, basic",    "shares - diluted",
                                  "shares - basic"};
  static constexpr Part kAmounts[] = {"income", "loss",  "earnings", "profit",
                                      "value",  "price", "dividend", "per "};
  if (label.has_any(kHow) && !label.has_any(kAmounts)) return true;
  return label.has_any(kShares) && label.has_any(kCounts) && !label.has_any(kOthers);
}

// "Income allocated to common stock for diluted EPS", "Net income used in computing income per share": the
// amount that is divided, no quotient.
bool names_numerator(const AskedText& label) {
  static constexpr Part kUses[] = {" for basic e",  " for diluted e",  " for basic and diluted e",
                                   " for comput",   " for calculat",   " used in ",
                                   " used to ",     " used for ",      "numerator",
                                   " for purposes", " for the purpose"};
  return label.has_any(kUses);
}

// "Non-GAAP net income for computing non-GAAP diluted earnings per share" is an income; what it serves for is
// not its own measure. "Dividends declared, $0.57 per share" names a rate beside its amount.
std::string_view own_words(const AskedText& label) {
  static constexpr Part kServes[] = {"for computing",   "used in computing",   "used to compute",
                                     "for calculating", "used in calculating", "used to calculate"};
  static constexpr Part kPer[] = {" per share", " per common share", " per ordinary share", " per ads"};
  const std::string_view text = label.text();
  for (const Part& serves : kServes) {
    const std::size_t at = label.has(serves) ? text.find(serves.text) : 0;
    if (at > 0) return text.substr(0, at);
  }
  for (const Part& per : kPer) {
    const std::size_t at = label.has(per) ? text.find(per.text) : 0;
    if (at > 0 && is_digit(text[at - 1])) return text.substr(0, at);
  }
  return text;
}

RowUnit unit_of_label(std::string_view whole) {
  static constexpr Part kPerAds[] = {"per american depositary share", "per ads", "per adr"};
  static constexpr Part kPerShare[] = {"per share",
                                       "per ordinary share",
                                       "per common share",
                                       "per equity share",
                                       "per diluted share",
                                       "per diluted common share",
                                       "per basic share",
                                       "per basic and diluted",
                                       "earnings per",
                                       "loss per",
                                       " eps"};
  static constexpr Part kPerOther[] = {"per day", "per ounce", "per tonne", "per barrel"};
  const AskedText all(whole);
  if (names_share_capital(all)) return RowUnit::column;
  if (names_share_count(all)) return RowUnit::shares;
  const std::string_view text = own_words(all);
  const AskedText label = text.size() == whole.size() ? all : AskedText(text);
  if ((label.has_any(kPerAds) || label.has_any(kPerShare)) && names_numerator(label)) return RowUnit::column;
  if (label.has_any(kPerAds)) return RowUnit::per_ads;
  if (label.has_any(kPerShare) || text.starts_with("eps")) return RowUnit::per_share;
  if (label.has_any(kPerOther)) return RowUnit::per_other;
  if (counts_things(label)) return RowUnit::count;
  return names_percentages(text) ? RowUnit::percent : RowUnit::column;
}

}  // namespace

RowMeasure measure_of_label(std::string_view label) {
  const RowUnit unit = unit_of_label(label);
  const bool counted = unit == RowUnit::shares || unit == RowUnit::count;
  return {unit, counted ? scale_in(label) : -1};
}

LabelUnit unit_in_parentheses(std::string_view label) {
  static constexpr Part kThings[] = {"users", "subscribers", "customers", "members", "units", "vehicles"};
  LabelUnit out;
  const std::size_t open = label.rfind('(');
  if (open == std::string_view::npos || label.find(')', open) == std::string_view::npos) return out;
  const std::string_view unit = label.substr(open, label.find(')', open) - open + 1);
  const std::string name = lower(label.substr(0, open));
  if (unit == "(M)" || unit == "(in M)") {
    out.scale_power = 6;
  } else if (const ScaleStatement stated = scale_statement(unit); stated.scale_power > 0) {
    out.scale_power = stated.scale_power;
    out.code = stated.code;
  }
  out.things = out.scale_power >= 0 && out.code[0] == 0 && AskedText(name).has_any(kThings);
  return out;
}

bool names_dilution(std::string_view label) { return has(label, "dilut"); }

bool says_only_how(std::string_view label) {
  static constexpr std::array<std::string_view, 11> kWords = {
      "basic", "diluted", "continuing", "discontinued",   "ordinary",     "class ",
      "ads",   "- ",      "per ",       "outstanding - ", "outstanding, "};
  while (!label.empty() && (label.front() == '-' || label.front() == ' ')) label.remove_prefix(1);
  if (label.empty()) return true;
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return label.starts_with(word); });
}

}  // namespace kcfin::table
