// The count of figures in most rows is the count of columns; a heading row is told by how many cells it is
// short of that.
#include "read/bare_pipes.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

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
    for (std::size_t at = 0; at < headings_; ++at) set_heading(at);
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
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const RawCell& cell) { return cell.column > 0 && figure_of_a_row(cell.text); });
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

  void set_heading(std::size_t at) {
    RawRow& row = table_->rows[at];
    const std::size_t cells = row.cells.size();
    if (cells == 0 || cells > columns_) return;
    const std::vector<std::size_t> spans = spans_of(at);
    std::size_t column = 1;
    for (std::size_t i = 0; i < cells; ++i) {
      row.cells[i].column = static_cast<std::uint16_t>(column);
      row.cells[i].span = static_cast<std::uint16_t>(spans.empty() ? 1 : spans[i]);
      column += row.cells[i].span;
    }
    row.columns = static_cast<std::uint16_t>(columns_ + 1);
    // Which columns a heading stands over cannot be told: it names none.
    if (spans.empty()) row.cells.clear();
  }

  // Over how many columns each cell of a heading row stands.
  [[nodiscard]] std::vector<std::size_t> spans_of(std::size_t at) const {
    const std::vector<RawCell>& cells = table_->rows[at].cells;
    std::vector<std::size_t> spans(cells.size(), 1);
    if (cells.size() == columns_) return spans;
    // "Years ended December 31, | Change": the period has the years, the other one column.
    const auto period = [](const RawCell& cell) { return names_span(cell.text); };
    if (std::count_if(cells.begin(), cells.end(), period) == 1) {
      const auto own = std::find_if(cells.begin(), cells.end(), period) - cells.begin();
      spans[static_cast<std::size_t>(own)] = columns_ - cells.size() + 1;
    } else if (columns_ % cells.size() == 0) {
      spans.assign(cells.size(), columns_ / cells.size());
    } else {
      return {};
    }
    return years_agree(at, spans) ? spans : std::vector<std::size_t>{};
  }

  static bool names_span(std::string_view text) {
    return text != "%" && !contains_lower(text, "change") && names_period_or_unit(text);
  }

  // Under no heading a year stands twice.
  [[nodiscard]] bool years_agree(std::size_t at, const std::vector<std::size_t>& spans) const {
    if (at + 1 >= headings_ || table_->rows[at + 1].cells.size() != columns_) return true;
    const std::vector<RawCell>& below = table_->rows[at + 1].cells;
    std::size_t first = 0;
    for (const std::size_t span : spans) {
      for (std::size_t a = first; a < first + span; ++a)
        for (std::size_t b = a + 1; b < first + span; ++b)
          if (year(below[a].text) && below[a].text == below[b].text) return false;
      first += span;
    }
    return true;
  }

  void set_row(RawRow& row) {
    std::vector<RawCell>& cells = row.cells;
    if (holds_figures(row)) {
      const std::size_t first = labels(row);
      if (cells.size() - first < columns_) {
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
  std::size_t columns_ = 0;   // of figures
  std::size_t headings_ = 0;  // rows
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
