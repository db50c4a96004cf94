// Told from the pieces of one line and where the table's figures stand.
#include "read/line_looks.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "read/aligned_headings.h"
#include "read/grid.h"
#include "read/html_attributes.h"
#include "read/html_guard.h"
#include "read/prose_text.h"
#include "values/text.h"

namespace kcfin::read_room {

void FigureArea::include(const TextLine& line) {
  for (std::size_t at = 0; at < line.pieces.size(); ++at) {
    const Piece& piece = line.pieces[at];
    if (!piece.figure || (at == 0 && line.pieces.size() > 1)) continue;
    left = right == 0 ? piece.left : std::min(left, piece.left);
    right = std::max(right, piece.right);
    if (at > 0 && line.pieces[at - 1].figure) gap = std::min(gap, piece.left - line.pieces[at - 1].right);
  }
}

std::uint32_t FigureArea::slack() const {
  constexpr std::uint32_t kLeast = 6, kMost = 10;
  return gap == ~0U ? kLeast : std::clamp(gap / 2, kLeast, kMost);
}

namespace {

// "Q1", "1Q24", "Q1-24", "2H 2024", "FY24", "9M24" at the front of the text.
bool names_quarter(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<char>(text[i] | 0x20) : ' '; };
  const bool number_first = is_digit(at(0)) && (at(1) == 'q' || at(1) == 'h' || at(1) == 'm');
  const bool letter_first = (at(0) == 'q' || at(0) == 'h') && is_digit(at(1));
  const bool year = at(0) == 'f' && at(1) == 'y' && is_digit(at(2));
  if (!number_first && !letter_first && !year) return false;
  const char after = at(year ? 3 : 2);
  if (after == '-') return letter_first && is_digit(at(3));
  return is_digit(after) || after == ' ' || after == '\'' || after == '/';
}

}  // namespace

bool names_notes(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  constexpr std::array<std::string_view, 10> kNames{"Note", "Notes",    "NOTE",      "NOTES",    "Note(s)",
                                                    "Ref",  "Note Ref", "Notes Ref", "Note ref", "Note No"};
  return std::find(kNames.begin(), kNames.end(), text) != kNames.end();
}

bool names_labels(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  return equal_lower(text, "particulars") || text.ends_with(" Particulars");
}

namespace {

// "sept. 30,", "dec. 31": a month cut short by a point, and a day.
bool short_month_with_day(std::string_view lowered) {
  constexpr std::array<std::string_view, 10> kMonths{"jan.", "feb.",  "mar.", "apr.", "aug.",
                                                     "sep.", "sept.", "oct.", "nov.", "dec."};
  const auto with_day = [&](std::string_view month) {
    return lowered.size() > month.size() + 1 && lowered.starts_with(month) && lowered[month.size()] == ' ' &&
           is_digit(lowered[month.size() + 1]);
  };
  return std::any_of(kMonths.begin(), kMonths.end(), with_day);
}

}  // namespace

bool names_period_or_unit(std::string_view text) {
  const std::string lowered = lower(text);
  if (AskedText(lowered).has_any(
          {"january",   "february", "march",    "april",    "may ",   "june",  "july",  "august",
           "september", "october",  "november", "december", "ended",  "as of", "as at", "months",
           "year",      "quarter",  "rmb",      "us$",      "usd",    "hk$",   "nt$",   "eur",
           "change",    "note",     "thousand", "million",  "yoy",    "qoq",   "jan ",  "mar ",
           "jun ",      "sep ",     "dec ",     "1h",       "period", "six",   "%"}))
    return true;
  if (names_quarter(text) || short_month_with_day(lowered)) return true;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const bool alone =
        (at == 0 || !is_digit(text[at - 1])) && (at + 4 == text.size() || !is_digit(text[at + 4]));
    if (alone && year(text.substr(at, 4))) return true;
  }
  return false;
}

namespace {

// "2025", and "2025*" with the mark of a footnote.
bool year_with_mark(std::string_view text) {
  while (text.size() > 4 && text.back() == '*') text.remove_suffix(1);
  return year(text);
}

// "12]" alone in a line: the end of "[Refer note 5 and" above it.
bool closes_words(const TextLine& line) {
  const std::string_view text = line.pieces.front().text;
  return line.pieces.size() == 1 && text.ends_with(']') && text.find('[') == std::string_view::npos;
}

}  // namespace

bool figure_row(const TextLine& line) {
  const std::vector<Piece>& pieces = line.pieces;
  if (pieces.empty() || !pieces.back().figure || closes_words(line)) return false;
  std::size_t first = pieces.size();
  while (first > 0 && pieces[first - 1].figure) --first;
  const auto all_years = std::all_of(pieces.begin() + static_cast<std::ptrdiff_t>(first), pieces.end(),
                                     [](const Piece& piece) { return year_with_mark(piece.text); });
  return !all_years;
}

namespace {

// Names of statements, which are titles however they stand.
bool names_statement(std::string_view text) {
  const std::string lowered = lower(text);
  return AskedText(lowered).has_any({"statement", "balance sheet", "consolidated", "reconciliation",
                                     "notes to", "information", "results of", "highlights"});
}

bool audit_mark(std::string_view text) {
  return contains_lower(text, "audited") && text.size() <= std::string_view("(unaudited)").size();
}

}  // namespace

namespace {

// "(in millions, except percentages and per share amounts)" over the columns, however wide.
bool unit_line(const TextLine& line) {
  constexpr std::uint32_t kWidest = 100;
  if (!line.one_piece() || line.pieces.front().width() > kWidest) return false;
  const std::string_view text = line.text();
  return text.starts_with('(') && text.ends_with(')') &&
         (contains_lower(text, "thousand") || contains_lower(text, "million") ||
          contains_lower(text, "lakh") || contains_lower(text, "crore"));
}

}  // namespace

bool heading_row(const TextLine& line, const FigureArea& area) {
  constexpr std::uint32_t kWidest = 48;
  const std::vector<Piece>& pieces = line.pieces;
  if (pieces.empty() || figure_row(line)) return false;
  const bool years = std::all_of(pieces.begin(), pieces.end(),
                                 [](const Piece& piece) { return year_with_mark(piece.text); });
  std::size_t over = 0;
  bool names = years || closes_words(line);
  for (const Piece& piece : pieces) {
    // The unit of the table in the place of the labels: "(in millions of US$, except per share data)".
    const bool wide_label = &piece == &pieces.front() && pieces.size() > 1 && piece.text.starts_with('(');
    if ((piece.width() > kWidest && !wide_label && !unit_line(line) &&
         dates_and_units(piece, true).size() < 2) ||
        (pieces.size() == 1 && names_statement(piece.text)) ||
        (piece.width() > 20 && ends_sentence(piece.text)))
      return false;
    if (piece.middle2() / 2 + area.slack() < area.left) continue;
    ++over;
    names = names || names_period_or_unit(piece.text) || audit_mark(piece.text);
  }
  const std::size_t of_labels = over > 2 ? 2 : 1;  // "Sr No" and "Particulars" before several columns
  if (over + of_labels < pieces.size() || !names) return false;
  const bool starts_in_area = pieces.front().left + 12 >= area.left;
  return over >= 2 || (over == 1 && (starts_in_area || pieces.size() == 2));
}

bool heading_of_labels(const TextLine& line, const FigureArea& area) {
  return !line.blank() && names_labels(line.pieces.back().text) && line.pieces.size() <= 2 &&
         line.pieces.back().right < area.left;
}

bool headings_only(const TextLine& line) {
  constexpr std::uint32_t kWidest = 32;
  return line.pieces.size() > 1 && !figure_row(line) &&
         std::all_of(line.pieces.begin(), line.pieces.end(), [](const Piece& piece) {
           return piece.width() <= kWidest && (year(piece.text) || names_period_or_unit(piece.text));
         });
}

bool names_over_columns(const TextLine& line, const FigureArea& area) {
  constexpr std::uint32_t kWidestAlone = 32, kWidestBesideOthers = 48;
  std::span<const Piece> pieces = line.pieces;
  // The heading of the labels stands apart.
  if (pieces.size() > 2 && pieces.front().left + kWidestAlone < area.left) pieces = pieces.subspan(1);
  const std::uint32_t widest = pieces.size() > 1 ? kWidestBesideOthers : kWidestAlone;
  return !pieces.empty() && !figure_row(line) &&
         std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
           const bool group = pieces.size() > 1 && equal_lower(piece.text, "consolidated");
           return piece.width() <= widest && piece.middle2() / 2 + area.slack() >= area.left &&
                  (group || !names_statement(piece.text)) && !ends_sentence(piece.text);
         });
}

}  // namespace kcfin::read_room
