// Tables as blocks of text. Widths count terminal columns; colours come last, when all is in its place.
#include "report/table_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/characters.h"
#include "report/facts.h"
#include "report/names.h"
#include "report/style.h"

namespace kcfin::report {
namespace {

constexpr std::size_t kGap = 2, kLeastLabel = 20, kMostHeading = 16, kEasyHeading = 12, kNumber = 6;

std::string scale_mark(std::uint8_t power) {
  switch (power) {
    case 0:
      return "";
    case 3:
      return "'000";
    case 6:
      return " mn";
    case 9:
      return " bn";
    default:
      return fmt::format(" ×10^{}", power);
  }
}

std::string or_unknown(const std::string& text) { return text.empty() ? "?" : text; }

// A recovered figure carries a star; one that could not be recovered is given as it is printed.
std::string figure_text(const Figure& figure) {
  if (!has_value(figure)) return shown(figure.raw) + "?";
  if (figure.dash) return "–";
  return figure.value->grouped() + (figure.status == Status::repaired ? "*" : "");
}

struct Cell {
  std::string text, mark;
  Standing standing = Standing::held;
};

struct Line {
  std::uint32_t number = 0;  // of the file; 0 for a heading
  std::string label;
  std::vector<Cell> cells;  // one a column
};

// The heading's lines over one column, from the top down.
std::vector<std::string> heading_lines(const Column& column, std::size_t width) {
  std::vector<std::string> lines;
  const std::string printed = shown(column.printed);
  for (std::size_t start = 0; start < printed.size();) {
    const std::size_t end = std::min(printed.find(" / ", start), printed.size());
    for (std::string& line : folded(printed.substr(start, end - start), width))
      lines.push_back(fitted(line, width));
    start = end + 3;
  }
  return lines;
}

class TableWriter {
 public:
  TableWriter(const Checked& checked, const Marks& marks, std::uint32_t index, const TableLook& look)
      : filing_(checked.filing), marks_(marks), table_(filing_.tables[index]), index_(index), look_(look) {
    for (const Row& row : table_.rows) lines_.push_back(line_of(row));
    measure();
    add_heading();
  }

  std::string write() {
    title();
    std::size_t first = 0;
    do {
      const std::size_t end = end_of_block(first);
      if (first > 0) out_ += '\n';
      for (const Line& line : lines_) write_line(line, first, end);
      first = end;
    } while (first < table_.columns.size());
    return std::move(out_);
  }

 private:
  Line line_of(const Row& row) const {
    Line line;
    line.number = row.line;
    line.label = std::string(std::size_t{2} * row.depth, ' ') + shown(label_with_unit(filing_, table_, row));
    line.cells.resize(table_.columns.size());
    for (std::size_t i = 0; i < row.cells.size() && i < line.cells.size(); ++i) {
      const FigureId id = row.cells[i];
      if (id == kNoFigure) continue;
      line.cells[i] = {figure_text(filing_.figures[id]), marks_.of(id), marks_.standing(id)};
    }
    return line;
  }

  void measure() {
    labels_ = 0;
    figures_.assign(table_.columns.size(), 0);
    mark_widths_.assign(table_.columns.size(), 0);
    for (const Line& line : lines_) {
      labels_ = std::max(labels_, columns(line.label));
      for (std::size_t i = 0; i < line.cells.size(); ++i) {
        figures_[i] = std::max(figures_[i], columns(line.cells[i].text));
        mark_widths_[i] = std::max(mark_widths_[i], columns(line.cells[i].mark));
      }
    }
  }

  // The headings stand at the bottom, over the figures; a column is as wide as its heading's longest word.
  void add_heading() {
    std::vector<std::vector<std::string>> headings;
    std::size_t most = 0;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const Column& column = table_.columns[i];
      std::size_t word = 0;
      for (const std::string& piece : folded(shown(column.printed), 1)) word = std::max(word, columns(piece));
      std::vector<std::string> typed;
      if (look_.typed)
        typed = {column.period.start.iso(), or_unknown(column.period.end.iso()),
                 or_unknown(column.unit.text()) + scale_mark(column.scale_power)};
      if (column.heading != Heading::read)
        typed.emplace_back(column.heading == Heading::unknown ? "unknown" : "worked out");
      for (const std::string& line : typed) word = std::max(word, columns(line));
      std::size_t wide = 0;
      for (const std::string& line : heading_lines(column, kEasyHeading))
        wide = std::max(wide, columns(line));
      figures_[i] = std::max({figures_[i], std::min(word, kMostHeading), wide});
      headings.push_back(heading_lines(column, figures_[i]));
      headings.back().insert(headings.back().end(), typed.begin(), typed.end());
      most = std::max(most, headings.back().size());
    }
    std::vector<Line> lines(most);
    for (std::size_t i = 0; i < headings.size(); ++i) {
      for (std::size_t k = 0; k < most; ++k) {
        lines[k].cells.resize(headings.size());
        const std::size_t above = most - headings[i].size();
        if (k >= above) lines[k].cells[i].text = headings[i][k - above];
      }
    }
    lines_.insert(lines_.begin(), lines.begin(), lines.end());
    std::size_t taken = kNumber + kGap;
    for (std::size_t i = 0; i < figures_.size(); ++i) taken += width_of(i);
    labels_ =
        std::min(labels_, std::max(kLeastLabel, look_.width > taken ? look_.width - taken : std::size_t{0}));
  }

  [[nodiscard]] std::size_t width_of(std::size_t column) const {
    return kGap + figures_[column] + (mark_widths_[column] > 0 ? 1 + mark_widths_[column] : 0);
  }

  [[nodiscard]] std::size_t end_of_block(std::size_t first) const {
    std::size_t taken = kNumber + kGap + labels_, end = first;
    while (end < figures_.size() && (end == first || taken + width_of(end) <= look_.width))
      taken += width_of(end++);
    return end;
  }

  void title() {
    out_ += painted(Style::place, table_id(index_), look_.color);
    out_ +=
        table_.first_line == table_.last_line
            ? fmt::format("  {}  line {}\n", words_for(table_.kind), table_.first_line)
            : fmt::format("  {}  lines {}–{}\n", words_for(table_.kind), table_.first_line, table_.last_line);
    if (!table_.title.empty())
      out_ += painted(Style::place, fitted(shown(table_.title), look_.width), look_.color) + "\n";
  }

  static Style style_of(Standing standing) {
    switch (standing) {
      case Standing::contradicted:
        return Style::error;
      case Standing::damaged:
        return Style::warning;
      case Standing::unheld:
        return Style::note;
      case Standing::held:
        break;
    }
    return Style::held;
  }

  void write_line(const Line& line, std::size_t first, std::size_t end) {
    std::string text(kNumber, ' ');
    if (line.number > 0)
      text = painted(Style::faint, padded_left(std::to_string(line.number), kNumber), look_.color);
    text += std::string(kGap, ' ') + padded_right(fitted(line.label, labels_), labels_);
    std::string pending;  // blanks that only matter where something follows
    for (std::size_t i = first; i < end; ++i) {
      const Cell cell = i < line.cells.size() ? line.cells[i] : Cell{};
      pending += std::string(kGap + figures_[i] - std::min(figures_[i], columns(cell.text)), ' ');
      const bool loud = cell.standing == Standing::contradicted || cell.standing == Standing::damaged;
      const Style style = style_of(cell.standing);
      if (!cell.text.empty()) {
        text += pending + painted(loud ? style : Style::plain, cell.text, look_.color);
        pending.clear();
      }
      if (mark_widths_[i] == 0) continue;
      if (!cell.mark.empty()) text += pending + ' ' + painted(style, cell.mark, look_.color);
      if (!cell.mark.empty()) pending.clear();
      pending += std::string((cell.mark.empty() ? 1 : 0) + mark_widths_[i] - columns(cell.mark), ' ');
    }
    text.erase(text.find_last_not_of(' ') + 1);
    if (!text.empty()) out_ += text + "\n";
  }

  const Filing& filing_;
  const Marks& marks_;
  const Table& table_;
  const std::uint32_t index_;
  const TableLook& look_;
  std::vector<Line> lines_;
  std::size_t labels_ = 0;
  std::vector<std::size_t> figures_, mark_widths_;
  std::string out_;
};

}  // namespace

std::string label_with_unit(const Filing& filing, const Table& table, const Row& row) {
  const Unit* unit = nullptr;
  for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
    if (row.cells[i] == kNoFigure) continue;
    const Figure& figure = filing.figures[row.cells[i]];
    if (figure.unit.measure == Measure::unknown || figure.unit.measure == Measure::money ||
        figure.unit.measure == table.columns[i].unit.measure)
      continue;
    unit = &figure.unit;
    break;
  }
  if (unit == nullptr) return row.label;
  const std::string_view words = unit->measure == Measure::per_share ? "per share"
                                 : unit->measure == Measure::per_ads ? "per ADS"
                                                                     : "";
  return fmt::format("{} ({})", row.label, words.empty() ? unit->text() : std::string(words));
}

std::string table_text(const Checked& checked, const Marks& marks, std::uint32_t table,
                       const TableLook& look) {
  return TableWriter(checked, marks, table, look).write();
}

std::string legend_text(const TableLook& look) {
  std::string text;
  for (const Mark& mark : kMarks) text += fmt::format("{} {}, ", mark.letter, mark.word);
  text += fmt::format("{} {}, {} {}, * recovered, ? damaged", kContradicted.letter, kContradicted.word,
                      kUnheldMark, kUnheldWord);
  std::string out;
  for (const std::string& line : folded(text, look.width))
    out += painted(Style::faint, line, look.color) + "\n";
  return out;
}

}  // namespace kcfin::report
