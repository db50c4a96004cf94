// A hand-written scanner for the text of a cell: one pass, no allocation for a well-formed figure.
#include "table/number.h"

#include <algorithm>
#include <array>
#include <string>

#include "table/heading_lexer.h"
#include "table/number_damage.h"
#include "values/ascii.h"
#include "values/percentage_points.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::table {
namespace {

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
  if (ascii::letter(mark->text.back()) && !rest.empty() && ascii::letter(rest.front())) return;
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
  if (text.empty() || (!ascii::letter(text.back()) && text.back() != '.')) return false;
  if (take_any(kPointUnits) || take_any(kBasisPointUnits)) return true;
  return take_end(text, ".") && (take_any(kPointUnits) || take_any(kBasisPointUnits));
}

// The length of a footnote's number or letter in brackets at the end of the text: "(1)", "[2]", "(12)",
// "(b)"; 0 where a figure in brackets stands there.
std::size_t bracketed_mark(std::string_view text) {
  if (text.empty() || (text.back() != ')' && text.back() != ']')) return 0;
  const std::size_t open = text.find_last_of("([");
  if (open == std::string_view::npos || open == 0) return 0;
  const std::string_view mark = text.substr(open + 1, text.size() - open - 2);
  const char before = text[open - 1];
  const bool glued = is_digit(before) || before == ')' || before == ']' || before == '%';
  const bool number = mark.size() == 1 || (mark.size() == 2 && glued && mark.front() != '0');
  const bool digits = number && std::all_of(mark.begin(), mark.end(), is_digit);
  const bool letter = mark.size() == 1 && mark.front() >= 'a' && mark.front() <= 'z';
  return (digits && (glued || before == ' ')) || (letter && glued) ? text.size() - open : 0;
}

// Footnote marks that stand behind a figure: *, †, a superscript digit, (1), [2], (b), a lower-case letter;
// an asterisk may stand before it.
void drop_footnotes(std::string_view& text) {
  if (text.size() > 2 && text.front() == '*' && is_digit(text.back())) text.remove_prefix(1);
  for (bool again = true; again && !text.empty() && !is_digit(text.back());) {
    again = false;
    for (const std::string_view mark :
         {"*", "#", "^", "\u2020", "\u2021", "\u00b9", "\u00b2", "\u00b3", "\u2074"}) {
      if (take_end(text, mark)) again = true;
    }
    trim(text);
    if (const std::size_t mark = bracketed_mark(text); mark > 0) {
      text.remove_suffix(mark);
      trim(text);
      again = true;
    }
  }
  const std::size_t n = text.size();
  if (n < 3 || text.back() < 'a' || text.back() > 'f') return;
  const char before = text[n - 2];
  if (is_digit(before) || before == ')' || before == ']' || before == '%') text.remove_suffix(1);
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

bool nil_word(std::string_view text) { return text == "nil" || text == "Nil" || text == "NIL"; }

bool undefined_word(std::string_view text) {
  constexpr std::size_t kLongest = 14;
  std::string lower;
  for (const char c : text) {
    if (lower.size() > kLongest) return false;
    if (ascii::letter(c)) {
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
  if (nil_word(text)) return Form::dash;
  if (undefined_word(text)) return Form::undefined;
  if (text.size() > 6 || text.find_first_of("$%") != std::string_view::npos) return Form::words;
  const bool latin = std::any_of(text.begin(), text.end(), ascii::letter);
  return latin ? Form::words : Form::debris;
}

// "June 30, 2024": the label of a row.
bool names_day(std::string_view text) {
  const std::vector<Token>& tokens = lex_heading(text).tokens;
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.word == Word::month_day; });
}

// "$134.2 m", "1.2 billion": the scale that a cell gives for itself. A mere letter is one behind a currency
// only.
void take_scale(std::string_view& text, Scanned& out) {
  struct Scale {
    std::string_view word;
    int power;
    bool letter;
  };
  static constexpr std::array kScales = {Scale{"million", 6, false},  Scale{"billion", 9, false},
                                         Scale{"thousand", 3, false}, Scale{"mn", 6, true},
                                         Scale{"bn", 9, true},        Scale{"m", 6, true},
                                         Scale{"k", 3, true}};
  if (text.empty() || !ascii::letter(text.back())) return;
  for (const Scale& scale : kScales) {
    if (!text.ends_with(scale.word) || (scale.letter && out.money[0] == 0 && !out.bare_dollar)) continue;
    std::string_view rest = text.substr(0, text.size() - scale.word.size());
    trim(rest);
    if (rest.empty() || !is_digit(rest.back())) continue;
    text = rest;
    out.scale_power = static_cast<std::uint8_t>(scale.power);
    return;
  }
}

// Sign, currency and percent sign off; what is left should be digits.
struct Body {
  std::string_view digits;
  bool negative = false;
};

// "(1,234)", "(1,234 )", "(1,234", "[1,234]": what is inside of the brackets of a negative figure.
bool take_brackets(std::string_view& text, Scanned& out) {
  const bool square = text.size() > 3 && text.front() == '[' && text.back() == ']';
  if (!square && (text.empty() || text.front() != '(')) return false;
  text.remove_prefix(1);
  trim(text);
  if (take_end(text, "%")) out.percent = true;
  if (take_end(text, square ? "]" : ")")) {
    trim(text);
    if (take_end(text, "%")) out.percent = true;
  }
  trim(text);
  return true;
}

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
  body.negative = take_brackets(rest, out);
  take_currency(rest, out);
  take_scale(rest, out);
  if (take_minus(rest)) {
    body.negative = true;
    trim(rest);
    take_currency(rest, out);
  } else if (rest.size() > 1 && rest.front() == '+') {
    rest.remove_prefix(1);
  } else if (rest.size() > 1 && rest.back() == '-' && is_digit(rest[rest.size() - 2])) {
    body.negative = true;  // "5,644-"
    rest.remove_suffix(1);
  }
  if (rest.size() > 1 && rest.back() == 'x' && is_digit(rest[rest.size() - 2])) {
    out.multiple = true;  // "2.5x"
    rest.remove_suffix(1);
  }
  trim(rest);
  return body;
}

// One end of a range; nothing where it is no figure.
std::optional<Decimal> end_of_range(std::string_view side, Grouping grouping) {
  trim(side);
  Scanned ignored;
  const Body body = body_of(side, ignored);
  if (body.negative || !digits_of(body.digits, grouping).well_formed) return std::nullopt;
  return value_of(body.digits);
}

bool less(const Decimal& a, const Decimal& b) {
  Wide left = a.mantissa, right = b.mantissa;
  for (int i = a.decimals; i < b.decimals; ++i) left *= 10;
  for (int i = b.decimals; i < a.decimals; ++i) right *= 10;
  return left < right;
}

enum class Range : std::uint8_t { none, near, certain };

// "15%-16%", "$618 - $628", "1.55 to 1.63", "0.01 - 12.50": an outlook, or the least and the most of
// something, which has no one value. Ends that are whole numbers are alike and lie near each other, as the
// halves of a damaged figure do not; with decimals and blanks around the joint no other reading is left.
Range range_of(std::string_view text, Grouping grouping) {
  for (const std::string_view joint : {" - ", " \u2013 ", " to ", "-", "\u2013", "\u2014", "~"}) {
    const std::size_t at = text.find(joint, 1);
    if (at == std::string_view::npos) continue;
    const auto low = end_of_range(text.substr(0, at), grouping);
    const auto high = end_of_range(text.substr(at + joint.size()), grouping);
    if (!low || !high || !less(*low, *high)) continue;
    const bool set_off = joint.front() == ' ' && low->decimals > 0 && high->decimals > 0;
    if (set_off) return Range::certain;
    if (low->decimals == high->decimals && high->mantissa <= 2 * low->mantissa) return Range::near;
  }
  return Range::none;
}

// "> 100%", "(<0.1%)", "100%+": a bound, no figure.
bool is_bound(std::string_view text) {
  while (!text.empty() && (text.front() == '(' || text.front() == ' ' || text.front() == '-'))
    text.remove_prefix(1);
  return !text.empty() && (text.front() == '<' || text.front() == '>' || text.ends_with("%+"));
}

// A whole word among the digits: "90-179 Days".
bool holds_a_word(std::string_view text) {
  constexpr std::size_t kWord = 3;
  std::size_t letters = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && ascii::letter(text[at])) {
      ++letters;
      continue;
    }
    const bool apart = at == letters || text[at - letters - 1] == ' ' || text[at - letters - 1] == '(';
    if (letters >= kWord && apart && (at == text.size() || !is_digit(text[at]))) return true;
    letters = 0;
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

Scanned scan_cell(std::string_view printed, const NumberStyle& style) {
  Scanned out;
  std::string buffer;
  std::string_view text = plain_number(printed, style, buffer);
  const Grouping grouping = style.grouping;
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
  const Range range = range_of(text, grouping);
  if (range != Range::certain && scan_several(text, grouping, out)) return out;
  if (range != Range::none || is_bound(text)) {
    out.form = Form::undefined;
    return out;
  }

  const auto count_digits = std::count_if(body.digits.begin(), body.digits.end(), is_digit);
  const auto count_letters = std::count_if(body.digits.begin(), body.digits.end(), ascii::letter);
  if (count_letters > 0 &&
      (count_letters >= count_digits || count_letters > 4 || holds_a_word(body.digits) || names_day(text))) {
    out.form = Form::words;
    return out;
  }
  out.form = Form::damaged;
  propose_originals(out, body.digits, body.negative);
  return out;
}

}  // namespace kcfin::table
