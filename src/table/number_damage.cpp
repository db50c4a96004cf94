// Candidates for what a damaged figure was before a scanner or a converter garbled it.
#include "table/number_damage.h"

#include <algorithm>
#include <string>
#include <vector>

#include "values/text.h"

namespace kcfin::table {
namespace {

void propose(Scanned& out, std::string_view digits, bool negative, std::string why) {
  const auto value = Decimal::parse(digits);
  if (!value) return;
  const Decimal reading = negative ? value->negated() : *value;
  for (const auto& known : out.candidates) {
    if (known.value == reading) return;
  }
  out.candidates.push_back({reading, std::move(why)});
}

bool is_separator(char c) { return c == ',' || c == '.' || c == ';' || c == '\'' || c == ':'; }

// Without the blanks that stand beside a separator: "1 ,280,885".
std::string closed_up(std::string_view body) {
  std::string out;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const bool beside =
        (i > 0 && is_separator(body[i - 1])) || (i + 1 < body.size() && is_separator(body[i + 1]));
    if (body[i] != ' ' || !beside) out += body[i];
  }
  return out;
}

// Separators misread: 2.313.183, 2,313,183, a blank inside a figure.
void propose_separators(Scanned& out, std::string_view text, bool negative) {
  const std::string body = closed_up(text);
  std::string joined;
  std::size_t group = 0, groups = 0;
  for (const char c : body) {
    if (is_digit(c)) {
      joined += c;
      ++group;
    } else if (is_separator(c) || c == ' ') {
      if (groups == 0 ? (group == 0 || group > 3) : group != 3) return;
      ++groups;
      group = 0;
    } else {
      return;
    }
  }
  if (groups > 0 && group == 3 && joined.front() != '0') propose(out, joined, negative, "separators misread");
}

// Digits in groups of three, one of them foreign or lost: what is left of them. A lost or foreign first group
// may have been of any size.
std::string legible_of(std::string_view text, bool negative) {
  if (text.find("\u2026") != std::string_view::npos) return {};  // cut short: nobody knows how many
  const std::string body = closed_up(text);
  std::vector<std::string> groups(1);
  for (const char c : body) {
    if (is_separator(c) || c == ' ') {
      groups.emplace_back();
    } else if (c != '(' && c != ')') {
      groups.back() += is_digit(c) ? c : '?';
    }
  }
  const bool whole = std::all_of(groups.begin() + 1, groups.end(),
                                 [](const std::string& group) { return group.size() == 3; });
  std::string& head = groups.front();
  if (!whole || groups.size() < 2) return {};
  if (head.empty() || head.size() > 3 || head.front() == '0') head = "*";
  std::string out = negative ? "-" : "";
  for (const std::string& group : groups) out += group;
  return out;
}

// Letters that a scanner sets for digits.
void propose_letters(Scanned& out, std::string_view body, bool negative) {
  constexpr std::string_view kLetters = "OoQDlI|iZzSsbGBgq";
  constexpr std::string_view kDigits = "00001111225566899";
  std::string mended;
  bool any = false;
  for (const char c : body) {
    const std::size_t at = kLetters.find(c);
    if (at != std::string_view::npos) {
      mended += kDigits[at];
      any = true;
    } else if (is_digit(c) || c == '.') {
      mended += c;
    } else if (c != ',') {
      return;
    }
  }
  if (any) propose(out, mended, negative, "letters read as digits");
}

// Without brackets that a scanner took for others, or lost one of: "{187.52)", "542.61}". A stroke may have
// been the one that is lost: "1542.61)".
struct Bracketed {
  std::string_view digits;
  bool brackets = false, closed_only = false;
};
Bracketed without_brackets(std::string_view text) {
  const bool opened = !text.empty() && (text.front() == '(' || text.front() == '{' || text.front() == '[');
  if (opened) text.remove_prefix(1);
  const bool closed = !text.empty() && (text.back() == ')' || text.back() == '}' || text.back() == ']');
  if (closed) text.remove_suffix(1);
  return {text, opened || closed, closed && !opened};
}

// "5,142.37" of "5,142-37", "5,142,37" or "5,14237": the point misread or lost before two decimals.
std::string with_point(std::string_view body) {
  constexpr std::size_t kGroup = 3, kDecimals = 2;
  std::vector<std::string> groups(1);
  for (const char c : body) {
    if (is_digit(c)) {
      groups.back() += c;
    } else if (c == ',' || c == '.' || c == '-' || c == ';' || c == ':') {
      groups.emplace_back();
    } else {
      return {};
    }
  }
  if (groups.size() >= 2 && groups.back().size() == kGroup + kDecimals) {
    const std::string last = groups.back();
    groups.back() = last.substr(0, kGroup);
    groups.push_back(last.substr(kGroup));
  }
  if (groups.size() < 2 || groups.back().size() != kDecimals || groups.front().empty() ||
      groups.front().size() > kGroup)
    return {};
  std::string out = groups.front();
  for (std::size_t i = 1; i + 1 < groups.size(); ++i) {
    if (groups[i].size() != kGroup) return {};
    out += groups[i];
  }
  return out + "." + groups.back();
}

void propose_point(Scanned& out, std::string_view text, bool negative) {
  const Bracketed body = without_brackets(text);
  const std::string why = body.brackets ? "its brackets misread" : "its point misread";
  if (body.closed_only && body.digits.starts_with('1'))
    propose(out, with_point(body.digits.substr(1)), true, "a bracket read as a digit");
  propose(out, with_point(body.digits), negative || body.brackets, why);
}

// A footnote mark set as a last digit: 4,605,7242.
void propose_footnote(Scanned& out, std::string_view body, bool negative) {
  const std::size_t comma = body.rfind(',');
  if (comma == std::string_view::npos || body.size() - comma != 5 || body.find('.') != std::string_view::npos)
    return;
  std::string without(body.substr(0, body.size() - 1));
  std::erase(without, ',');
  propose(out, without, negative, "its last digit read as a footnote mark");
}

}  // namespace

void propose_originals(Scanned& out, std::string_view digits, bool negative) {
  propose_separators(out, digits, negative);
  propose_letters(out, digits, negative);
  propose_point(out, digits, negative);
  propose_footnote(out, digits, negative);
  out.legible = legible_of(digits, negative);
}

bool point_misread_as_dash(std::string_view text, Scanned& out) {
  const Bracketed body = without_brackets(text);
  if (body.closed_only || std::count(body.digits.begin(), body.digits.end(), '-') != 1) return false;
  const std::string digits = with_point(body.digits);
  if (digits.empty()) return false;
  out = Scanned{};
  out.form = Form::damaged;
  propose(out, digits, body.brackets, "its point misread");
  return true;
}

}  // namespace kcfin::table
