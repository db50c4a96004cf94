// A hand-written scanner for the text of a cell: one pass, no allocation for a well-formed figure.
#include "table/number.h"

#include <algorithm>
#include <array>
#include <string>

#include "table/heading_lexer.h"
#include "values/percentage_points.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::table {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void trim(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool take_end(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

// A minus sign or one of the dashes that stand for it.
bool take_minus(std::string_view& text) {
  if (text.empty() || is_digit(text.front())) return false;
  return take(text, "-") || take(text, "\u2212") || take(text, "\u2013") || take(text, "\u2014");
}

bool only_dashes(std::string_view text) {
  bool any = false;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
    } else if (take_minus(text) || take(text, "\u2012") || take(text, "\u2015")) {
      any = true;
    } else {
      return false;
    }
  }
  return any;
}

// A bare $ or ¥ does not tell its currency: the heading does. A code is a word of its own.
void take_currency(std::string_view& text, Scanned& out) {
  const words::CurrencyForm* mark = words::currency_at(text, words::kMarks);
  if (mark == nullptr) return;
  const std::string_view rest = text.substr(mark->text.size());
  if (is_letter(mark->text.back()) && !rest.empty() && is_letter(rest.front())) return;
  if (!mark->shared()) out.money = currency(mark->code);
  out.bare_dollar = out.bare_dollar || mark->text == "$";
  text = rest;
  trim(text);
}

// "pts", "bps", "ppts.": percentage points.
bool take_points(std::string_view& text) {
  const auto take_any = [&](const auto& units) {
    return std::any_of(units.begin(), units.end(),
                       [&](std::string_view unit) { return take_end(text, unit); });
  };
  if (text.empty() || (!is_letter(text.back()) && text.back() != '.')) return false;
  if (take_any(kPointUnits) || take_any(kBasisPointUnits)) return true;
  return take_end(text, ".") && (take_any(kPointUnits) || take_any(kBasisPointUnits));
}

// Footnote marks that stand behind a figure: *, †, a superscript digit, (1), [2], a lower-case letter.
void drop_footnotes(std::string_view& text) {
  if (text.empty() || is_digit(text.back())) return;
  for (bool again = text.back() != ')' && text.back() != ']'; again;) {
    again = false;
    for (const std::string_view mark :
         {"*", "#", "^", "\u2020", "\u2021", "\u00b9", "\u00b2", "\u00b3", "\u2074"}) {
      if (take_end(text, mark)) again = true;
    }
    trim(text);
  }
  const std::size_t n = text.size();
  const bool bracketed = n > 4 && (text[n - 1] == ')' || text[n - 1] == ']') && is_digit(text[n - 2]) &&
                         (text[n - 3] == '(' || text[n - 3] == '[');
  if (bracketed && (is_digit(text[n - 4]) || text[n - 4] == ')' || text[n - 4] == ' ')) {
    text.remove_suffix(3);
    trim(text);
  }
  if (text.size() > 2 && text.back() >= 'a' && text.back() <= 'f' && is_digit(text[text.size() - 2]))
    text.remove_suffix(1);
}

// Digits with separators and at most one point, by the rules of the grouping. Nothing else.
struct Digits {
  bool well_formed = false, grouped = false;
  std::uint8_t decimals = 0;
};

// Sizes of the groups from the right: 3, 3, 3, ... or 3, 2, 2, ...; the first may be shorter.
bool groups_fit(std::string_view whole, Grouping grouping) {
  std::size_t end = whole.size();
  for (bool last = true;; last = false) {
    const std::size_t comma = end == 0 ? std::string_view::npos : whole.rfind(',', end - 1);
    const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    const std::size_t size = end - begin;
    const std::size_t full = last || grouping == Grouping::thousands ? 3 : 2;
    if (comma == std::string_view::npos) return size >= 1 && size <= full;
    if (size != full) return false;
    end = comma;
  }
}

Digits digits_of(std::string_view text, Grouping grouping) {
  Digits out;
  if (text.empty() || text.size() > 40) return out;
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (point != std::string_view::npos &&
      (fraction.empty() || !std::all_of(fraction.begin(), fraction.end(), is_digit)))
    return out;
  for (const char c : whole) {
    if (!is_digit(c) && c != ',') return out;
    if (c == ',') out.grouped = true;
  }
  if (out.grouped && !groups_fit(whole, grouping) &&
      !(grouping == Grouping::indian && groups_fit(whole, Grouping::thousands)))
    return out;
  if (whole.size() > 1 && whole.front() == '0') return out;  // a leading zero is right only before the point
  out.decimals = static_cast<std::uint8_t>(fraction.size());
  out.well_formed = true;
  return out;
}

std::optional<Decimal> value_of(std::string_view text) {
  std::array<char, 48> buffer{};
  std::size_t size = 0;
  for (const char c : text) {
    if (c != ',') buffer[size++] = c;
  }
  return Decimal::parse({buffer.data(), size});
}

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

// A footnote mark set as a last digit: 4,605,7242.
void propose_footnote(Scanned& out, std::string_view body, bool negative) {
  const std::size_t comma = body.rfind(',');
  if (comma == std::string_view::npos || body.size() - comma != 5 || body.find('.') != std::string_view::npos)
    return;
  std::string without(body.substr(0, body.size() - 1));
  std::erase(without, ',');
  propose(out, without, negative, "its last digit read as a footnote mark");
}

// Well-formed figures in one cell, one after the other.
bool scan_several(std::string_view text, Grouping grouping, Scanned& out) {
  std::vector<Decimal> parts;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view piece = text.substr(0, space);
    text = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
    trim(text);
    if (piece.empty()) continue;
    if (only_dashes(piece)) {
      parts.push_back(Decimal{});
      continue;
    }
    bool negative = false;
    if (piece.size() > 2 && piece.front() == '(' && piece.back() == ')') {
      negative = true;
      piece = piece.substr(1, piece.size() - 2);
    } else if (piece.size() > 1 && take(piece, "-")) {
      negative = true;
    }
    if (!digits_of(piece, grouping).well_formed) return false;
    const auto value = value_of(piece);
    if (!value) return false;
    parts.push_back(negative ? value->negated() : *value);
  }
  if (parts.size() < 2) return false;
  out.form = Form::several;
  out.parts = std::move(parts);
  return true;
}

bool undefined_word(std::string_view text) {
  constexpr std::size_t kLongest = 14;
  std::string lower;
  for (const char c : text) {
    if (lower.size() > kLongest) return false;
    if (is_letter(c)) {
      lower += static_cast<char>(c | 0x20);
    } else if (std::string_view("/. *()").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return lower == "na" || lower == "nm" || lower == "nmf" || lower == "notmeaningful" ||
         lower == "notapplicable";
}

Form form_without_digits(std::string_view text, Scanned& out) {
  std::string_view rest = text;
  Scanned mark;
  take_currency(rest, mark);
  take_end(rest, "%");
  if (rest.size() != text.size() && only_dashes(rest)) {
    out.money = mark.money;
    out.bare_dollar = mark.bare_dollar;
    return Form::dash;
  }
  if (undefined_word(text)) return Form::undefined;
  if (text.size() > 6 || text.find_first_of("$%") != std::string_view::npos) return Form::words;
  const bool latin = std::any_of(text.begin(), text.end(), is_letter);
  return latin ? Form::words : Form::debris;
}

// "June 30, 2024": the label of a row.
bool names_day(std::string_view text) {
  const std::vector<Token>& tokens = lex_heading(text).tokens;
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.word == Word::month_day; });
}

// Sign, currency and percent sign off; what is left should be digits.
struct Body {
  std::string_view digits;
  bool negative = false;
};

Body body_of(std::string_view text, Scanned& out) {
  Body body{text, false};
  std::string_view& rest = body.digits;
  take_currency(rest, out);
  drop_footnotes(rest);
  if (take_end(rest, "%")) out.percent = true;
  trim(rest);
  out.points = take_points(rest);
  trim(rest);
  if (out.points) take_end(rest, "%");  // "1.2% pts"
  trim(rest);
  if (!rest.empty() && rest.front() == '(') {
    std::string_view inner = rest.substr(1);
    trim(inner);
    if (take_end(inner, "%")) out.percent = true;
    if (take_end(inner, ")")) {
      trim(inner);
      if (take_end(inner, "%")) out.percent = true;
    }
    trim(inner);
    body.negative = true;
    rest = inner;
  }
  take_currency(rest, out);
  if (take_minus(rest)) {
    body.negative = true;
    trim(rest);
    take_currency(rest, out);
  }
  trim(rest);
  return body;
}

// "15%-16%", "$618 - $628", "1.55 to 1.63": an outlook, which has no one value. Its ends are alike in form
// and lie near each other, as the halves of a damaged figure do not.
bool is_range(std::string_view text, Grouping grouping) {
  for (const std::string_view joint : {"-", "\u2013", "\u2014", "~", " to "}) {
    const std::size_t at = text.find(joint, 1);
    if (at == std::string_view::npos) continue;
    std::array<Decimal, 2> ends;
    const std::array<std::string_view, 2> sides{text.substr(0, at), text.substr(at + joint.size())};
    bool figures = true;
    for (std::size_t i = 0; i < 2 && figures; ++i) {
      std::string_view side = sides[i];
      trim(side);
      Scanned ignored;
      const Body body = body_of(side, ignored);
      const auto value = digits_of(body.digits, grouping).well_formed ? value_of(body.digits) : std::nullopt;
      figures = value.has_value() && !body.negative;
      if (figures) ends[i] = *value;
    }
    if (figures && ends[0].decimals == ends[1].decimals && ends[0].mantissa < ends[1].mantissa &&
        ends[1].mantissa <= 2 * ends[0].mantissa)
      return true;
  }
  return false;
}

void take_figure(Scanned& out, const Decimal& value, bool negative, const Digits& digits) {
  out.form = Form::figure;
  out.value = negative ? value.negated() : value;
  out.grouped = digits.grouped;
  out.dotted = !digits.grouped && digits.decimals == 3;
}

// What most cells are: digits, commas and points, in parentheses or not, and nothing else.
bool scan_plain_figure(std::string_view text, Grouping grouping, Scanned& out) {
  const bool negative = text.size() > 2 && text.front() == '(' && text.back() == ')';
  const std::string_view body = negative ? text.substr(1, text.size() - 2) : text;
  if (!std::all_of(body.begin(), body.end(), [](char c) { return is_digit(c) || c == ',' || c == '.'; }))
    return false;
  const Digits digits = digits_of(body, grouping);
  const auto value = digits.well_formed ? value_of(body) : std::nullopt;
  if (value) take_figure(out, *value, negative, digits);
  return value.has_value();
}

}  // namespace

bool looks_indian(std::string_view text) {
  const std::size_t last = text.rfind(',');
  if (last == std::string_view::npos || last < 3 || text.size() - last < 4) return false;
  const std::size_t before = text.rfind(',', last - 1);
  if (before == std::string_view::npos || last - before != 3 || before == 0) return false;
  return is_digit(text[before - 1]) && is_digit(text[before + 1]) && is_digit(text[before + 2]) &&
         is_digit(text[last + 1]) && is_digit(text[last + 2]) && is_digit(text[last + 3]);
}

Scanned scan_cell(std::string_view text, Grouping grouping) {
  Scanned out;
  trim(text);
  if (text.empty() || scan_plain_figure(text, grouping, out)) return out;
  if (only_dashes(text)) {
    out.form = Form::dash;
    return out;
  }
  if (text.find_first_not_of("_ ") == std::string_view::npos) {
    out.form = Form::damaged;
    out.candidates.push_back({Decimal{}, "a dash misread"});
    return out;
  }
  if (std::none_of(text.begin(), text.end(), is_digit)) {
    out.form = form_without_digits(text, out);
    return out;
  }

  const Body body = body_of(text, out);
  const Digits digits = digits_of(body.digits, grouping);
  if (digits.well_formed) {
    if (const auto value = value_of(body.digits)) {
      take_figure(out, *value, body.negative, digits);
      // "- 73,116" may be a dash and a figure.
      Scanned apart;
      if (body.negative && text.find(' ') != std::string_view::npos && text.front() != '(' &&
          scan_several(text, grouping, apart))
        out.parts = std::move(apart.parts);
    } else {
      out.form = Form::damaged;  // more digits than any figure has
    }
    return out;
  }
  if (scan_several(text, grouping, out)) return out;
  if (is_range(text, grouping)) {
    out.form = Form::undefined;
    return out;
  }

  const auto count_digits = std::count_if(body.digits.begin(), body.digits.end(), is_digit);
  const auto count_letters = std::count_if(body.digits.begin(), body.digits.end(), is_letter);
  if (count_letters > 0 && (count_letters >= count_digits || count_letters > 4 || names_day(text))) {
    out.form = Form::words;
    return out;
  }
  out.form = Form::damaged;
  propose_separators(out, body.digits, body.negative);
  propose_letters(out, body.digits, body.negative);
  propose_footnote(out, body.digits, body.negative);
  out.legible = legible_of(body.digits, body.negative);
  return out;
}

}  // namespace kcfin::table
