// Finds the columns of a table that hold figures by counting them.
#include "table/value_columns.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "values/ascii.h"

namespace kcfin::table {
namespace {

// "7", "2.16", "5, 14", "12(b)": what stands under "Notes".
bool note_number(std::string_view text) {
  int digits = 0;
  bool any = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    digits = digit ? digits + 1 : 0;
    if (digits > 2 ||
        (!digit && !ascii::letter(c) && std::string_view(" .,;&()-/").find(c) == std::string_view::npos))
      return false;
    any |= digit;
  }
  return any;
}

// "5, 14", "12(b)": of the numbers of notes those that no amount is written like.
bool several_notes(std::string_view text) {
  return note_number(text) &&
         (text.find(", ") != std::string_view::npos ||
          (text.front() != '(' && text.ends_with(')') && ascii::letter(text[text.size() - 2])));
}

// "151617": three of them, of which a converter has lost the commas.
bool notes_run_on(std::string_view text) {
  return text.size() > 2 && std::all_of(text.begin(), text.end(), ascii::digit);
}

// Whether a period or a unit stands over a grid column.
bool measured(const Draft& draft, std::uint16_t column) {
  for (const HeadingRow& row : draft.heading) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].column > column || column >= row.cells[i].column + row.cells[i].span) continue;
      if (std::any_of(row.lexed[i].tokens.begin(), row.lexed[i].tokens.end(), [](const Token& token) {
            return token.word != Word::notes && token.word != Word::audited;
          }))
        return true;
    }
  }
  return false;
}

// Whether a day with its year stands over a grid column and over no other.
bool dated_alone(const Draft& draft, std::uint16_t column) {
  for (const HeadingRow& row : draft.heading) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::vector<Token>& tokens = row.lexed[i].tokens;
      if (row.cells[i].column == column && row.cells[i].span == 1 && tokens.size() == 2 &&
          tokens[0].word == Word::month_day && tokens[1].word == Word::year)
        return true;
    }
  }
  return false;
}

// Whether a heading stands over a grid column.
bool headed(const Draft& draft, std::uint16_t column) {
  return std::any_of(draft.heading.begin(), draft.heading.end(),
                     [&](const HeadingRow& row) { return cell_above(row.cells, column) != nullptr; });
}

}  // namespace

bool figure_like(const Scanned& scanned) {
  return scanned.form == Form::figure || scanned.form == Form::dash || scanned.form == Form::damaged ||
         scanned.form == Form::several;
}

const RawCell* cell_above(const std::vector<RawCell>& cells, std::uint16_t column) {
  const auto above = std::find_if(cells.begin(), cells.end(), [&](const RawCell& cell) {
    return cell.column <= column && column < cell.column + cell.span;
  });
  return above == cells.end() ? nullptr : &*above;
}

std::vector<std::uint16_t> find_value_columns(const Draft& draft) {
  struct Count {
    int figures = 0, notes = 0, lists = 0, run_on = 0;
  };
  std::map<std::uint16_t, Count> counts;
  int rows = 0;
  for (const BodyRow& row : draft.body) {
    bool any = false;
    for (const BodyCell& cell : row.cells) {
      if (!figure_like(cell.scanned)) continue;
      Count& count = counts[cell.raw->column];
      ++count.figures;
      if (note_number(cell.raw->text)) ++count.notes;
      if (several_notes(cell.raw->text)) ++count.lists;
      if (notes_run_on(cell.raw->text)) ++count.run_on;
      any = true;
    }
    if (any) ++rows;
  }
  std::vector<std::uint16_t> columns;
  for (const auto& [column, count] : counts) columns.push_back(column);
  if (columns.empty()) return columns;

  // Note numbers: a column under "Notes" with nothing else in it.
  constexpr int kMostRunOn = 4;  // one in so many
  const auto under_notes = [](const Count& count) {
    return count.notes + count.run_on == count.figures && count.run_on * kMostRunOn <= count.figures;
  };
  for (const HeadingRow& row : draft.heading) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool notes = std::any_of(row.lexed[i].tokens.begin(), row.lexed[i].tokens.end(),
                                     [](const Token& token) { return token.word == Word::notes; });
      const std::uint16_t column = row.cells[i].column;
      const auto found = counts.find(column);
      if (notes && found != counts.end() && under_notes(found->second)) std::erase(columns, column);
    }
  }
  // So is the first of them where it holds nothing else and is the only one without a heading.
  const auto only_notes = [&](std::uint16_t column) {
    return counts[column].notes == counts[column].figures;
  };
  if (draft.spans_known && columns.size() > 1 && only_notes(columns.front()) &&
      !headed(draft, columns.front()) &&
      std::all_of(columns.begin() + 1, columns.end(),
                  [&](std::uint16_t column) { return headed(draft, column) && !only_notes(column); }))
    columns.erase(columns.begin());
  // And the first of them, whatever is said over it that is no period or unit, where some cells are written
  // as no amount is and no other column holds such.
  if (columns.size() > 1 && only_notes(columns.front()) && counts[columns.front()].lists > 0 &&
      !measured(draft, columns.front()) &&
      std::all_of(columns.begin() + 1, columns.end(),
                  [&](std::uint16_t column) { return !only_notes(column) && counts[column].lists == 0; }))
    columns.erase(columns.begin());
  // A column that hardly any row uses is a cell gone astray, where enough others are used and no date of its
  // own stands over it.
  int most = 0;
  for (const std::uint16_t column : columns) most = std::max(most, counts[column].figures);
  std::erase_if(columns, [&](std::uint16_t column) {
    return counts[column].figures * 8 < most && !dated_alone(draft, column);
  });
  return columns;
}

}  // namespace kcfin::table
