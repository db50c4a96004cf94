// Forms of damaged text: what only a scanner sets among digits, what a word or a range is.
#include "solve/text_evidence.h"

#include <algorithm>
#include <string>

#include "values/ascii.h"

namespace kcfin::solving {
namespace {

using ascii::digit;
using ascii::letter;

// What stands between or beside digits without being a digit, a separator, a sign, a bracket, a currency or a
// percent sign.
struct Form {
  bool word = false;       // two letters or more in a row
  bool strokes = false;    // a single letter, a brace or a stroke among digits
  bool range = false;      // a dash between digits
  bool slash = false;      // "7/1/00", "1:1"
  bool blank = false;      // a blank between digits
  bool separator = false;  // nothing but digits, separators, brackets and signs
};

Form form_of(std::string_view raw) {
  Form form;
  form.separator = true;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char c = raw[i];
    const char before = i > 0 ? raw[i - 1] : ' ', after = i + 1 < raw.size() ? raw[i + 1] : ' ';
    if (letter(c)) {
      form.separator = false;
      if (letter(before) || letter(after)) {
        form.word = true;
      } else if (digit(before) || digit(after)) {
        form.strokes = true;
      }
    } else if (c == '{' || c == '}' || c == '|' || c == '_' || c == '\\' || c == '?' || c == '[' ||
               c == ']' || c == '~' || c == '\'') {
      form.strokes = true;
      form.separator = false;
    } else if (c == '/' || c == ':') {
      form.slash = true;
      form.separator = false;
    } else if (c == '-' || c == '\x93') {  // the last byte of an en dash
      form.range = form.range || digit(after);
    } else if (c == ' ') {
      const bool figure_before = digit(before) || before == '%' || before == ')';
      form.blank = form.blank || (figure_before && (digit(after) || after == '(' || after == '$'));
    }
  }
  return form;
}

bool malformed(const Figure& figure) {
  return figure.damage != Damage::none && figure.damage != Damage::suspect;
}

}  // namespace

TextTraitReader::TextTraitReader(const Filing& filing, std::span<const std::uint32_t> checks_of)
    : filing_(filing) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> rows;
  for (FigureId id = 0; id < filing.figures.size(); ++id) {
    const Figure& figure = filing.figures[id];
    if (!figure.in_table()) continue;
    if (id < checks_of.size() && checks_of[id] > 0) ++held_[figure.table];
    if (!malformed(figure)) continue;
    tables_.insert(figure.table);
    if (rows.insert({figure.table, figure.row}).second) ++damaged_[figure.table];
  }
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    const Table& table = filing.tables[t];
    const bool unknown = std::any_of(table.columns.begin(), table.columns.end(),
                                     [](const Column& column) { return column.heading == Heading::unknown; });
    const bool lost =
        std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.label_lost; });
    if (unknown || lost) tables_.insert(t);
  }
}

void TextTraitReader::add_surroundings(std::uint32_t table, std::vector<Trait>& out) const {
  constexpr int kWellHeld = 8;
  constexpr std::size_t kMany = 3;
  const auto count = [&](const std::map<std::uint32_t, int>& counts) {
    const auto found = counts.find(table);
    return found == counts.end() ? 0 : found->second;
  };
  const Table& own = filing_.tables[table];
  if (own.of_markup) out.push_back(Trait::text_from_markup);
  const bool statement = own.kind == TableKind::income_statement || own.kind == TableKind::balance_sheet ||
                         own.kind == TableKind::cash_flow || own.kind == TableKind::non_gaap;
  out.push_back(statement ? Trait::text_in_statement : Trait::text_in_note);
  const int held = count(held_);
  out.push_back(held == 0           ? Trait::text_nothing_held
                : held >= kWellHeld ? Trait::text_well_held
                                    : Trait::text_little_held);
  const int damaged = count(damaged_);
  if (damaged >= 4) out.push_back(Trait::text_table_many);
  out.push_back(tables_.size() <= 1      ? Trait::text_alone
                : tables_.size() < kMany ? Trait::text_two_tables
                                         : Trait::text_many_tables);
}

std::vector<Trait> TextTraitReader::of_row(const DamagedText& text) const {
  std::vector<Trait> out{Trait::text_row};
  if (text.recovered > 0)
    out.push_back(text.one_reading ? Trait::text_recovered : Trait::text_recovered_beyond);
  if (text.confirmed > 0) out.push_back(Trait::text_confirmed);
  if (text.lost > 0) out.push_back(Trait::text_lost);
  Form any;
  bool separators = false, two = false, shifted = false, legible = false;
  for (const FigureId id : text.figures) {
    const Figure& figure = filing_.figures[id];
    two = two || figure.damage == Damage::two_in_one;
    shifted = shifted || figure.damage == Damage::shifted || figure.damage == Damage::lost;
    if (!malformed(figure)) continue;
    const Form form = form_of(figure.raw);
    any.word = any.word || form.word;
    any.strokes = any.strokes || (form.strokes && !form.word);
    any.range = any.range || form.range;
    any.slash = any.slash || form.slash;
    any.blank = any.blank || form.blank;
    legible = legible || !figure.legible.empty();
    separators = separators || (form.separator && !form.range && !form.blank);
  }
  if (two) out.push_back(Trait::text_two_in_one);
  if (shifted) out.push_back(Trait::text_shifted);
  if (any.word) out.push_back(Trait::text_word);
  if (any.strokes) out.push_back(Trait::text_strokes);
  if (any.range) out.push_back(Trait::text_range);
  if (any.slash) out.push_back(Trait::text_slash);
  if (any.blank) out.push_back(Trait::text_blank);
  if (separators) out.push_back(Trait::text_separators);
  if (legible) out.push_back(Trait::text_legible);
  if (text.figures.empty()) return out;
  const Figure& first = filing_.figures[text.figures.front()];
  if (!first.in_table()) {
    out.push_back(Trait::text_in_sentence);
    return out;
  }
  if (filing_.tables[first.table].rows[first.row].label.empty()) out.push_back(Trait::text_no_label);
  add_surroundings(first.table, out);
  return out;
}

std::vector<Trait> TextTraitReader::of_heading(std::uint32_t table) const {
  std::vector<Trait> out{Trait::text_heading};
  const std::vector<Column>& columns = filing_.tables[table].columns;
  const auto read = std::count_if(columns.begin(), columns.end(),
                                  [](const Column& column) { return column.heading != Heading::unknown; });
  if (read > 0) out.push_back(Trait::text_heading_in_part);
  const bool dated = std::any_of(columns.begin(), columns.end(), [](const Column& column) {
    return column.period.known() || std::any_of(column.printed.begin(), column.printed.end(), digit);
  });
  if (!dated) out.push_back(Trait::text_heading_without_dates);
  add_surroundings(table, out);
  return out;
}

std::vector<Trait> TextTraitReader::of_lost_labels(std::uint32_t table, bool named) const {
  std::vector<Trait> out{Trait::text_labels};
  if (named) out.push_back(Trait::text_labels_named);
  add_surroundings(table, out);
  return out;
}

}  // namespace kcfin::solving
