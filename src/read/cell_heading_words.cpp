// Headings are told by whole texts: a list of units, of names of columns, of quarters; months by their
// beginnings.
#include "read/cell_heading_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/grid.h"
#include "read/html_guard.h"
#include "read/line_looks.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::read_room {
namespace {

// "US dollars (*)", "RMB (1)": without the mark of a footnote.
std::string_view without_mark(std::string_view text) {
  const std::size_t open = text.rfind(" (");
  constexpr std::size_t kLongestMark = 6;  // with its blank and brackets
  return open != std::string_view::npos && open > 0 && text.ends_with(')') &&
                 text.size() - open <= kLongestMark
             ? text.substr(0, open)
             : text;
}

}  // namespace

bool unit(std::string_view text) {
  constexpr std::array<std::string_view, 8> kUnits{"RMB'000", "US$'000",     "HK$'000",   "%",
                                                   "Yen",     "Million yen", "$ million", "Shares"};
  const std::string_view bare = without_mark(text);
  const words::CurrencyForm* named =
      bare.size() < text.size() ? words::currency_at(bare, words::kEveryForm) : words::currency_alone(bare);
  return (named != nullptr && named->text.size() == bare.size()) ||
         std::find(kUnits.begin(), kUnits.end(), text) != kUnits.end();
}

bool audit_mark(std::string_view text) {
  return contains_lower(text, "audited") &&
         text.size() <= std::string_view("(as restated, unaudited)").size();
}

bool column_name(std::string_view text) {
  constexpr auto kNames = std::to_array<std::string_view>({"q/q",         "y/y",
                                                           "change",      "% change",
                                                           "change %",    "variance",
                                                           "total",       "reported",
                                                           "as reported", "adjusted",
                                                           "as adjusted", "adjustments",
                                                           "restated",    "(restated)",
                                                           "as restated", "actual",
                                                           "increase",    "at cer",
                                                           "at cer*",     "(decrease)",
                                                           "growth",      "constant currency",
                                                           "n/a"});
  return text.size() <= 20 && std::find(kNames.begin(), kNames.end(), lower(text)) != kNames.end();
}

bool names_month(std::string_view text) {
  const std::string lowered = lower(text);
  return AskedText(lowered).has_any(
      {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
}

bool holds_year(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const bool alone =
        (at == 0 || !is_digit(text[at - 1])) && (at + 4 == text.size() || !is_digit(text[at + 4]));
    if (alone && year(text.substr(at, 4))) return true;
  }
  return false;
}

bool lacks_year(std::string_view text) {
  return names_month(text) && !holds_year(text) && text.size() <= 32 &&
         std::any_of(text.begin(), text.end(), is_digit);
}

namespace {

// "€ million", "In thousands of US dollars": a unit of the whole table, where no date or year stands with it.
bool scale_alone(std::string_view text) {
  return (contains_lower(text, "million") || contains_lower(text, "thousand")) &&
         std::none_of(text.begin(), text.end(), is_digit) && !contains_lower(text, "ended");
}

}  // namespace

CellHeading::Sort sort_of(std::string_view text) {
  using Sort = CellHeading::Sort;
  if (unit(text)) return Sort::unit;
  if (year(text)) return Sort::year;
  if (audit_mark(text)) return Sort::audit;
  if (names_notes(text)) return Sort::note;
  if (text.starts_with("(Level ")) return Sort::name;  // of measurement at fair value
  if (dates_in_brackets(text)) return Sort::date;
  if (text.starts_with('(') || scale_alone(text)) return Sort::label;
  if (contains_lower(text, "ended") || contains_lower(text, "as of") || contains_lower(text, "as at"))
    return holds_year(text) ? Sort::date : Sort::phrase;
  return names_period_or_unit(text) && !column_name(text) ? Sort::date : Sort::name;
}

bool dates_in_brackets(std::string_view text) {
  constexpr std::size_t kLongestSpan = 48;
  return text.starts_with('(') && text.ends_with(')') && text.size() <= kLongestSpan && names_month(text) &&
         holds_year(text) && !contains_lower(text, "audited") && names_period_or_unit(text);
}

bool fiscal_alone(std::string_view text) {
  constexpr std::size_t kLongestFiscal = 12;
  static constexpr std::string_view kLetters = "QHFY";
  if (text.size() < 4 || text.size() > kLongestFiscal) return false;
  const bool only = text.find_first_not_of("0123456789QHFY' ") == std::string_view::npos;
  return only && text.find_first_of(kLetters) != std::string_view::npos &&
         std::count_if(text.begin(), text.end(), is_digit) >= 3;
}

bool quarter_alone(std::string_view text) {
  constexpr auto kNames = std::to_array<std::string_view>({"first quarter", "second quarter", "third quarter",
                                                           "fourth quarter", "1st quarter", "2nd quarter",
                                                           "3rd quarter", "4th quarter", "full year"});
  return text.size() <= 14 && std::find(kNames.begin(), kNames.end(), lower(text)) != kNames.end();
}

}  // namespace kcfin::read_room
