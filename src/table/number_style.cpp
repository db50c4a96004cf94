// Figures that leave no doubt vote; every figure is then written in the one plain style.
#include "table/number_style.h"

#include <algorithm>
#include <array>

#include "values/text.h"

namespace kcfin::table {
namespace {

// ---------------------------------------------------------------- characters

std::size_t rune_size(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

struct PlainForm {
  std::string_view rune, plain;
};
constexpr std::array kPlainForms = {
    PlainForm{"\u2010", "-"}, PlainForm{"\u2011", "-"}, PlainForm{"\u2212", "-"}, PlainForm{"\ufe63", "-"},
    PlainForm{"\uff0d", "-"}, PlainForm{"\u00a0", " "}, PlainForm{"\u2007", " "}, PlainForm{"\u2008", " "},
    PlainForm{"\u2009", " "}, PlainForm{"\u200a", " "}, PlainForm{"\u202f", " "}, PlainForm{"\u3000", " "},
    PlainForm{"\u2019", "'"}, PlainForm{"\u2018", "'"}, PlainForm{"\u200e", ""},  PlainForm{"\u200f", ""},
    PlainForm{"\u202a", ""},  PlainForm{"\u202b", ""},  PlainForm{"\u202c", ""},  PlainForm{"\ufeff", ""}};

constexpr std::array<std::string_view, 4> kUp{"\u25b3", "\u25b2", "\u25b5", "\u25b4"};
constexpr std::array<std::string_view, 4> kDown{"\u25bd", "\u25bc", "\u25bf", "\u25be"};

bool one_of(std::string_view rune, const std::array<std::string_view, 4>& runes) {
  return std::find(runes.begin(), runes.end(), rune) != runes.end();
}

// What a character outside ASCII is written as in a plain number; itself where it has no plain form.
std::string_view plain_form(std::string_view rune, const NumberStyle& style, std::array<char, 1>& held) {
  if (rune.size() == 3 && rune.starts_with('\xef')) {
    // U+FF01 to U+FF5E are ASCII in full width.
    const int point = ((rune[1] & 0x3f) << 6) | (rune[2] & 0x3f);
    const int ascii = point - 0xF01 + '!';
    if (ascii >= '!' && ascii <= '~') {
      held[0] = static_cast<char>(ascii);
      return {held.data(), 1};
    }
  }
  if (one_of(rune, kUp)) return style.triangles_point ? "" : "-";
  if (one_of(rune, kDown)) return "-";
  for (const PlainForm& entry : kPlainForms) {
    if (entry.rune == rune) return entry.plain;
  }
  return rune;
}

std::string plain_characters(std::string_view text, const NumberStyle& style) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if ((text[at] & 0x80) == 0) {
      out += text[at++];
      continue;
    }
    const std::string_view rune = text.substr(at, rune_size(text[at]));
    std::array<char, 1> held{};
    out += plain_form(rune, style, held);
    at += rune.size();
  }
  return out;
}

bool all_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

// ---------------------------------------------------------------- groups

// How many digits stand in the text from `at` on.
std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

// Three digits and no more follow the character, and one to three stand before it: it parts thousands.
bool parts_thousands(std::string_view text, std::size_t at) {
  if (at == 0 || !is_digit(text[at - 1]) || digits_at(text, at + 1) != 3) return false;
  std::size_t before = at;
  while (before > 0 && is_digit(text[before - 1])) --before;
  return at - before <= 3;
}

// ---------------------------------------------------------------- votes

// What the figures of a document look like. `sure` ones can be read in one style only.
struct Votes {
  int sure_points = 0, sure_commas = 0;    // of decimals
  int grouped_by_comma = 0, by_point = 0;  // a single group, which may be decimals
  int blanks = 0, apostrophes = 0;
  int indian = 0;
  bool up = false, down = false;  // triangles
};

// From the first digit to the last; empty where anything else than digits and what parts them stands there.
std::string_view figure_in(std::string_view text) {
  while (!text.empty() && !is_digit(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_digit(text.back())) text.remove_suffix(1);
  constexpr std::size_t kLongest = 32;
  const auto parts_or_digit = [](char c) {
    return is_digit(c) || c == ',' || c == '.' || c == '\'' || c == ' ';
  };
  if (text.size() > kLongest || !std::all_of(text.begin(), text.end(), parts_or_digit)) return {};
  return text;
}

void count_separators(std::string_view figure, Votes& votes) {
  int commas = 0, points = 0, blanks = 0, apostrophes = 0;
  bool commas_fit = true, points_fit = true, blanks_fit = true, apostrophes_fit = true;
  std::size_t last = std::string_view::npos;
  for (std::size_t at = 0; at < figure.size(); ++at) {
    const bool fits = !is_digit(figure[at]) && parts_thousands(figure, at);
    switch (figure[at]) {
      case ',':
        ++commas;
        commas_fit = commas_fit && fits;
        last = at;
        break;
      case '.':
        ++points;
        points_fit = points_fit && fits;
        last = at;
        break;
      case ' ':
        ++blanks;
        blanks_fit = blanks_fit && fits;
        break;
      case '\'':
        ++apostrophes;
        apostrophes_fit = apostrophes_fit && fits;
        break;
      default:
        break;
    }
  }
  if (blanks > 0 && blanks_fit) ++votes.blanks;
  if (apostrophes > 0 && apostrophes_fit) ++votes.apostrophes;
  if ((blanks > 0 && !blanks_fit) || (apostrophes > 0 && !apostrophes_fit)) return;
  const bool last_is_comma = last != std::string_view::npos && figure[last] == ',';
  const bool other_group = blanks + apostrophes > 0;
  if (commas > 1 && points == 0 && commas_fit) ++votes.sure_points;
  if (points > 1 && commas == 0 && points_fit) ++votes.sure_commas;
  if (commas > 0 && points == 1 && !last_is_comma && commas_fit) ++votes.sure_points;
  if (points > 0 && commas == 1 && last_is_comma && points_fit) ++votes.sure_commas;
  if (commas == 1 && points == 0) {
    if (!commas_fit || other_group)
      ++votes.sure_commas;
    else
      ++votes.grouped_by_comma;
  }
  if (points == 1 && commas == 0) {
    if (!points_fit || other_group)
      ++votes.sure_points;
    else
      ++votes.by_point;
  }
}

void count(std::string_view text, Votes& votes) {
  if (looks_indian(text)) ++votes.indian;
  std::string plain;
  if (!all_ascii(text)) {
    for (std::size_t at = 0; at < text.size(); at += rune_size(text[at])) {
      const std::string_view rune = text.substr(at, rune_size(text[at]));
      votes.up |= one_of(rune, kUp);
      votes.down |= one_of(rune, kDown);
    }
    plain = plain_characters(text, {});
    text = plain;
  }
  const std::string_view figure = figure_in(text);
  if (figure.size() > 2) count_separators(figure, votes);
}

// The text with the separators that the style has in the plain ones' places.
void plain_separators(std::string& text, const NumberStyle& style) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    char& c = text[at];
    if (style.decimal_comma && (c == ',' || c == '.') && at > 0 && is_digit(text[at - 1])) {
      c = c == ',' ? '.' : ',';
    } else if (((style.blanks && c == ' ') || (style.apostrophes && c == '\'')) &&
               parts_thousands(text, at)) {
      c = ',';
    }
  }
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

NumberStyle number_style(const Document& document) {
  constexpr std::size_t kLongest = 60;  // longer cells are labels and text
  constexpr int kHabit = 3;             // figures: fewer are slips of the text
  constexpr int kIndian = 5;
  Votes votes;
  for (const RawTable& table : document.tables) {
    for (const RawRow& row : table.rows) {
      for (const RawCell& cell : row.cells) {
        if (cell.text.size() <= kLongest) count(cell.text, votes);
      }
    }
  }
  NumberStyle style;
  const int commas = votes.grouped_by_comma + votes.sure_points;
  if (votes.indian >= kIndian) style.grouping = Grouping::indian;
  style.decimal_comma = style.grouping == Grouping::thousands && votes.sure_commas >= kHabit &&
                        votes.sure_commas > 2 * votes.sure_points;
  style.blanks = votes.blanks >= kHabit && votes.blanks > votes.grouped_by_comma;
  style.apostrophes = votes.apostrophes >= kHabit && votes.apostrophes > commas;
  style.triangles_point = votes.up && votes.down;
  return style;
}

std::string_view plain_number(std::string_view text, const NumberStyle& style, std::string& buffer) {
  const bool plain = all_ascii(text);
  if (plain && !style.decimal_comma && !style.blanks && !style.apostrophes) return text;
  if (std::none_of(text.begin(), text.end(), is_digit) && plain) return text;
  buffer = plain ? std::string(text) : plain_characters(text, style);
  if (std::any_of(buffer.begin(), buffer.end(), is_digit)) plain_separators(buffer, style);
  return buffer;
}

}  // namespace kcfin::table
