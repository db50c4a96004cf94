// The count of figures in most rows is the count of columns; a heading row is told by how many cells it is
// short of that.
#include "read/bare_pipes.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "read/bare_headings.h"
#include "read/grid.h"
#include "read/html_attributes.h"
#include "read/line_looks.h"
#include "read/prose_text.h"
#include "read/text_line.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

template <typename Holds>
bool every_cell(std::string_view line, Holds holds) {
  for (bool more = true; more;) {
    const std::size_t end = line.find('|');
    if (!holds(trimmed(line.substr(0, end)))) return false;
    more = end != std::string_view::npos;
    if (more) line.remove_prefix(end + 1);
  }
  return true;
}

class Rows {
 public:
  Rows(RawTable& table, Builder& builder) : table_(&table), builder_(&builder) {}

  void settle() {
    for (RawRow& row : table_->rows) side_by_side(row);
    std::size_t body = 0;
    while (body < table_->rows.size() && !holds_figures(table_->rows[body])) ++body;
    columns_ = usual_figures(body);
    if (columns_ == 0) return;
    for (std::size_t at = 0; at < body; ++at)
      if (table_->rows[at].cells.size() > 1) headings_ = at + 1;
    tell_percentages(body);
    set_bare_headings(std::span(table_->rows).first(headings_), percent_);
    for (std::size_t at = body; at < table_->rows.size(); ++at) {
      // "May 31, | February 28," over the statement that follows in the same table.
      if (dates_among_rows(table_->rows[at]))
        set_bare_headings(std::span(table_->rows).subspan(at, 1), percent_);
    }
    for (std::size_t at = body; at < table_->rows.size(); ++at) set_row(table_->rows[at]);
    std::erase_if(table_->rows, [](const RawRow& row) { return row.cells.empty(); });
  }

 private:
  static void side_by_side(RawRow& row) {
    std::uint16_t column = 0;
    for (RawCell& cell : row.cells) cell.column = column++;
    row.columns = column;
  }

  static bool holds_figures(const RawRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const RawCell& cell) {
      return cell.column > 0 && figure_of_a_row(cell.text) && !compares_years(cell.text);
    });
  }

  static bool dates_among_rows(const RawRow& row) {
    return row.cells.size() > 1 && !holds_figures(row) &&
           std::all_of(row.cells.begin(), row.cells.end(),
                       [](const RawCell& cell) { return names_period_or_unit(cell.text); });
  }

  // Sums may lack a label.
  static std::size_t labels(const RawRow& row) { return figure_of_a_row(row.cells.front().text) ? 0 : 1; }

  // How many figures most rows have; 0 where there is no such count.
  [[nodiscard]] std::size_t usual_figures(std::size_t body) const {
    std::map<std::size_t, std::size_t> seen;
    std::size_t rows = 0;
    for (std::size_t at = body; at < table_->rows.size(); ++at) {
      if (!holds_figures(table_->rows[at])) continue;
      ++rows;
      ++seen[table_->rows[at].cells.size() - labels(table_->rows[at])];
    }
    for (const auto& [figures, count] : seen)
      if (count * 2 > rows) return figures;
    return 0;
  }

  // Which columns hold percentages: in most of their figures, or in the first of them, where the others are
  // printed as the first but for its sign.
  void tell_percentages(std::size_t body) {
    struct Seen {
      std::size_t figures = 0, marked = 0;
      bool first = false, grouped = false;
    };
    std::vector<Seen> seen(columns_);
    for (std::size_t at = body; at < table_->rows.size(); ++at) {
      const RawRow& row = table_->rows[at];
      if (!holds_figures(row) || row.cells.size() - labels(row) != columns_) continue;
      for (std::size_t i = 0; i < columns_; ++i) {
        const std::string_view text = row.cells[i + labels(row)].text;
        if (std::none_of(text.begin(), text.end(), is_digit)) continue;
        Seen& column = seen[i];
        column.first |= column.figures++ == 0 && marked(text);
        column.marked += marked(text) ? 1 : 0;
        column.grouped |= text.find(',') != std::string_view::npos;
      }
    }
    all_marked_ = true;
    for (const Seen& column : seen) {
      percent_.push_back(column.marked * 2 > column.figures || (column.first && !column.grouped));
      all_marked_ = all_marked_ && (!percent_.back() || column.marked == column.figures);
    }
  }

  static bool marked(std::string_view text) {
    return text.find('%') != std::string_view::npos || text.ends_with("pp") || text.ends_with("bps");
  }

  // The columns of a row that lacks figures, where its amounts and percentages fit them in one way only;
  // empty where they fit in none or in several.
  [[nodiscard]] std::vector<std::size_t> only_fit(const RawRow& row, std::size_t first) const {
    if (!all_marked_ || std::find(percent_.begin(), percent_.end(), true) == percent_.end()) return {};
    const std::size_t count = row.cells.size() - first;
    const auto fits = [&](std::size_t cell, std::size_t column) {
      const std::string_view text = row.cells[first + cell].text;
      return std::none_of(text.begin(), text.end(), is_digit) || marked(text) == percent_[column];
    };
    std::vector<std::size_t> leftmost, rightmost(count);
    for (std::size_t column = 0; column < columns_ && leftmost.size() < count; ++column)
      if (fits(leftmost.size(), column)) leftmost.push_back(column);
    std::size_t left = count;
    for (std::size_t column = columns_; column-- > 0 && left > 0;)
      if (fits(left - 1, column)) rightmost[--left] = column;
    if (leftmost.size() < count || left > 0 || leftmost != rightmost) return {};
    return leftmost;
  }

  void set_row(RawRow& row) {
    std::vector<RawCell>& cells = row.cells;
    if (holds_figures(row)) {
      const std::size_t first = labels(row);
      const bool lacks = cells.size() - first < columns_;
      if (const std::vector<std::size_t> only = lacks ? only_fit(row, first) : std::vector<std::size_t>{};
          !only.empty()) {
        for (std::size_t i = 0; i < only.size(); ++i)
          cells[first + i].column = static_cast<std::uint16_t>(only[i] + first);
      } else if (lacks) {
        std::string text;
        for (std::size_t at = first; at < cells.size(); ++at) (text += cells[at].text) += ' ';
        cells.resize(first + 1);
        cells[first].text = builder_->keep(trimmed(text));
        cells[first].unplaced = true;
      }
      for (RawCell& cell : cells) cell.column = static_cast<std::uint16_t>(cell.column + 1 - first);
    }
    row.columns = std::max({row.columns, static_cast<std::uint16_t>(columns_ + 1),
                            static_cast<std::uint16_t>(cells.empty() ? 0 : cells.back().column + 1)});
  }

  RawTable* table_;
  Builder* builder_;
  std::size_t columns_ = 0;    // of figures
  std::size_t headings_ = 0;   // rows
  std::vector<bool> percent_;  // of the columns
  bool all_marked_ = false;    // every percentage in them has its sign
};

}  // namespace

bool bare_row(std::string_view line) {
  return line.find('|') != std::string_view::npos &&
         every_cell(line, [](std::string_view cell) { return !cell.empty(); });
}

bool dates_alone(std::string_view line) {
  return every_cell(line, [](std::string_view cell) {
    constexpr std::size_t kYear = 4, kLongest = 24;
    return year(cell) || (cell.size() > kYear && cell.size() <= kLongest && names_period_or_unit(cell) &&
                          year(cell.substr(cell.size() - kYear)));
  });
}

bool header_among_rows(std::string_view line) {
  constexpr std::size_t kLongest = 160;
  return !line.empty() && line.size() <= kLongest && !line.starts_with('#') &&
         (line.ends_with(':') || !ends_sentence(line));
}

bool span_over_dates(std::string_view line) {
  constexpr std::size_t kLongest = 48;
  return header_among_rows(line) && line.size() <= kLongest && names_period_or_unit(line);
}

void settle_bare_rows(RawTable& table, Builder& builder) { Rows(table, builder).settle(); }

}  // namespace kcfin::read_room
