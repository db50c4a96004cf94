// `extract` for a person: each table as it was understood, its figures aligned.
#include <fmt/format.h>

#include <algorithm>

#include "report/characters.h"
#include "report/claims.h"
#include "report/facts.h"
#include "report/format.h"

namespace kcfin::report {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastLabel = 20;

std::string scale_mark(std::uint8_t power) {
  switch (power) {
    case 3:
      return "'000";
    case 6:
      return " mn";
    case 9:
      return " bn";
    default:
      return "";
  }
}

std::string or_unknown(const std::string& text) { return text.empty() ? "?" : text; }

// A recovered figure carries a star; one that could not be recovered is given as it is printed.
std::string cell_text(const Figure& figure) {
  if (!has_value(figure)) return shown(figure.raw) + "?";
  if (figure.dash) return "–";
  return figure.value->grouped() + (figure.status == Status::repaired ? "*" : "");
}

// The table as a grid of texts: three lines of heading, then a line a row.
using Grid = std::vector<std::vector<std::string>>;

Grid grid_of(const Filing& filing, const Table& table) {
  Grid grid(3);
  for (auto& line : grid) line.emplace_back();
  for (const Column& column : table.columns) {
    grid[0].push_back(column.period.start.iso());
    grid[1].push_back(or_unknown(column.period.end.iso()));
    grid[2].push_back(or_unknown(column.unit.text()) + scale_mark(column.scale_power));
  }
  for (const Row& row : table.rows) {
    auto& line = grid.emplace_back();
    line.push_back(std::string(std::size_t{2} * row.depth, ' ') + shown(row.label));
    for (const FigureId id : row.cells) line.push_back(id == kNoFigure ? "" : cell_text(filing.figures[id]));
    line.resize(table.columns.size() + 1);
  }
  return grid;
}

std::vector<std::size_t> widths_of(const Grid& grid, std::size_t width) {
  std::vector<std::size_t> widths(grid.front().size(), 0);
  for (const auto& line : grid) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], columns(line[i]));
  }
  std::size_t figures = 0;
  for (std::size_t i = 1; i < widths.size(); ++i) figures += kGap + widths[i];
  widths[0] = std::min(widths[0], std::max(kLeastLabel, width > figures ? width - figures : 0));
  return widths;
}

// Columns that do not fit beside each other stand in blocks under each other, each with the labels.
std::size_t end_of_block(const std::vector<std::size_t>& widths, std::size_t first, std::size_t width) {
  std::size_t taken = widths[0];
  std::size_t end = first;
  while (end < widths.size() && (end == first || taken + kGap + widths[end] <= width)) {
    taken += kGap + widths[end++];
  }
  return end;
}

void write_block(std::string& out, const Grid& grid, const std::vector<std::size_t>& widths,
                 std::size_t first, std::size_t end) {
  for (const auto& line : grid) {
    std::string text = padded_right(fitted(line[0], widths[0]), widths[0]);
    for (std::size_t i = first; i < end; ++i)
      text += std::string(kGap, ' ') + padded_left(line[i], widths[i]);
    text.erase(text.find_last_not_of(' ') + 1);
    if (!text.empty()) out += text + "\n";
  }
}

void write_table(std::string& out, const Filing& filing, std::size_t index, std::size_t width) {
  const Table& table = filing.tables[index];
  out +=
      fmt::format("\nt{}  {}  lines {}–{}\n", index + 1, name(table.kind), table.first_line, table.last_line);
  if (!table.title.empty()) out += fitted(shown(table.title), width) + "\n";
  const Grid grid = grid_of(filing, table);
  const std::vector<std::size_t> widths = widths_of(grid, width);
  std::size_t first = 1;
  do {
    const std::size_t end = end_of_block(widths, first, width);
    if (first > 1) out += '\n';
    write_block(out, grid, widths, first, end);
    first = end;
  } while (first < widths.size());
}

void write_head(std::string& out, const FileResult& file) {
  const Filing& filing = file.checked.filing;
  out += shown(file.name) + "\n";
  if (!filing.issuer.empty()) out += shown(filing.issuer) + ", ";
  out += shown(filing.form);
  if (filing.report.known()) {
    out += fmt::format(", {} report to {}", name(filing.report_kind), filing.report.end.iso());
  }
  if (filing.signed_on.known()) out += ", signed " + filing.signed_on.iso();
  out += "\n";
  for (const Rate& rate : filing.rates) {
    out += fmt::format("{}{} for {}1{}, line {}\n", rate.from.data(), rate.rate.text(), rate.to.data(),
                       rate.as_of.known() ? " on " + rate.as_of.iso() : "", rate.at.line);
  }
}

std::string row_words(const Filing& filing, const Claim& claim) {
  if (claim.row_figure == kNoFigure) return claim.unresolved.empty() ? "names no row" : claim.unresolved;
  const Figure& figure = filing.figures[claim.row_figure];
  if (!figure.in_table()) return fmt::format("line {}", figure.at.line);
  return fmt::format("line {}: {} {}", figure.at.line, filing.tables[figure.table].rows[figure.row].label,
                     figure.raw);
}

void write_claims(std::string& out, const Filing& filing) {
  out += "\nclaims\n";
  for (const Claim& claim : filing.claims) {
    if (claim.figure == kNoFigure) continue;
    const Figure& figure = filing.figures[claim.figure];
    out += fmt::format("{:>6}  {}  {}  {}\n", figure.at.line, padded_right(name(claim.kind), 12),
                       shown(claim.metric.phrase), shown(figure.raw));
    out += fmt::format("        → {}\n", shown(row_words(filing, claim)));
  }
}

class ExtractText final : public Format {
 public:
  explicit ExtractText(const ExtractView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] std::string_view separator() const override { return "\n"; }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    const Filing& filing = file.checked.filing;
    std::vector<Piece> pieces(1);
    std::string& out = pieces[0].text;
    write_head(out, file);
    for (std::size_t i = 0; i < filing.tables.size(); ++i) write_table(out, filing, i, view_.width);
    if (view_.claims) write_claims(out, filing);
    return pieces;
  }

 private:
  ExtractView view_;
};

}  // namespace

std::unique_ptr<Format> extract_text(const ExtractView& view) { return std::make_unique<ExtractText>(view); }

}  // namespace kcfin::report
