// How text gets damaged: see scars.h. Figures are damaged in any dialect; cells, rows and headings are those
// of tab-separated text, the dialect that such damage comes in.
#include "harness/scars.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace kcfin::harness {
namespace {

constexpr std::string_view kDigits = "0123456789";

// ---------------------------------------------------------------- places to choose from

struct RowPlace {
  std::uint32_t table = 0, row = 0;
};

const Row& row_at(const Filing& filing, RowPlace place) { return filing.tables[place.table].rows[place.row]; }

// All figures of the row stand in the file as read, on one line of tab-separated cells.
bool whole_row(const Filing& filing, const FilingText& text, const Row& row) {
  if (row.damaged || row.line == 0 || row.line > text.lines()) return false;
  if (text.line(row.line).find('\t') == std::string::npos) return false;
  std::size_t figures = 0;
  for (const FigureId id : row.cells) {
    if (id == kNoFigure) continue;
    const Figure& figure = filing.figures[id];
    if (figure.damage != Damage::none || figure.at.line != row.line || !text.holds(figure)) return false;
    ++figures;
  }
  return figures >= 2;
}

// All figures of the row stand in the file as read, in any dialect.
bool sound_row(const Filing& filing, const FilingText& text, const Row& row) {
  if (row.line == 0 || row.line > text.lines() || row.damaged) return false;
  if (text.line(row.line).find('\t') != std::string::npos) return whole_row(filing, text, row);
  std::size_t figures = 0;
  for (const FigureId id : row.cells) {
    if (id == kNoFigure) continue;
    const Figure& figure = filing.figures[id];
    if (figure.damage != Damage::none || (!figure.dash && !text.digits(figure))) return false;
    ++figures;
  }
  return figures >= 2;
}

template <class Fits>
std::vector<RowPlace> rows_that(const Filing& filing, Fits fits) {
  std::vector<RowPlace> places;
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    for (std::uint32_t r = 0; r < filing.tables[t].rows.size(); ++r) {
      if (fits(RowPlace{t, r})) places.push_back({t, r});
    }
  }
  return places;
}

std::vector<RowPlace> whole_rows(const Filing& filing, const FilingText& text) {
  return rows_that(filing, [&](RowPlace p) { return whole_row(filing, text, row_at(filing, p)); });
}

std::vector<FigureId> figures_of(const Row& row) {
  std::vector<FigureId> figures;
  std::copy_if(row.cells.begin(), row.cells.end(), std::back_inserter(figures),
               [](FigureId id) { return id != kNoFigure; });
  return figures;
}

// A money figure of a sound row whose text has at least `groups` groups of digits.
std::optional<FigureId> grouped_figure(const Filing& filing, const FilingText& text, Draw& draw,
                                       std::size_t groups) {
  std::vector<FigureId> fitting;
  const std::vector<RowPlace> sound =
      rows_that(filing, [&](RowPlace p) { return sound_row(filing, text, row_at(filing, p)); });
  for (const RowPlace place : sound) {
    for (const FigureId id : figures_of(row_at(filing, place))) {
      const std::string_view raw = filing.figures[id].raw;
      const auto commas = static_cast<std::size_t>(std::count(raw.begin(), raw.end(), ','));
      if (commas + 1 >= groups && filing.figures[id].unit.measure == Measure::money) fitting.push_back(id);
    }
  }
  if (fitting.empty()) return std::nullopt;
  return fitting[draw.below(fitting.size())];
}

std::size_t cell_index(const std::string& line, const Figure& figure) {
  return static_cast<std::size_t>(std::count(line.begin(), line.begin() + (figure.at.column - 1), '\t'));
}

// ---------------------------------------------------------------- one figure

// `damaged`: what is left of the figure's digits and separators.
template <class Damaged>
bool scar_figure(const Filing& filing, FilingText& text, FigureId id, Damaged damaged, Scar& scar) {
  std::optional<Edit> edit = text.digits(filing.figures[id]);
  if (!edit) return false;
  const std::string sound = edit->with;
  edit->with = damaged(sound);
  if (edit->with == sound) return false;
  text.apply({*edit});
  scar.touched = {id};
  return true;
}

std::string with_points(std::string raw) {
  std::replace(raw.begin(), raw.end(), ',', '.');
  return raw;
}

std::string without_head(const std::string& raw) {
  const std::size_t first = raw.find_first_of(kDigits);
  const std::size_t comma = raw.find(',');
  return raw.substr(0, first) + raw.substr(comma);
}

bool separators(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const auto id = grouped_figure(filing, text, draw, 2);
  return id && scar_figure(filing, text, *id, with_points, scar);
}

bool glyphs(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const auto id = grouped_figure(filing, text, draw, 2);
  if (!id) return false;
  const auto misread = [&](std::string digits) {
    constexpr std::string_view kFrom = "1107758", kTo = "/lO/?SB";
    std::vector<std::pair<std::size_t, char>> changes;
    for (std::size_t i = 0; i < digits.size(); ++i) {
      for (std::size_t k = 0; k < kFrom.size(); ++k) {
        if (digits[i] == kFrom[k] && kTo[k] != '?') changes.emplace_back(i, kTo[k]);
      }
    }
    if (changes.empty()) return digits;
    const auto [at, glyph] = changes[draw.below(changes.size())];
    digits[at] = glyph;
    return digits;
  };
  return scar_figure(filing, text, *id, misread, scar);
}

bool lost_head(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const auto id = grouped_figure(filing, text, draw, 2);
  return id && scar_figure(filing, text, *id, without_head, scar);
}

bool foreign_head(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const auto id = grouped_figure(filing, text, draw, 2);
  if (!id) return false;
  const std::string head = {'0', kDigits[draw.below(10)], kDigits[draw.below(10)]};
  const auto replaced = [&](const std::string& digits) { return head + digits.substr(digits.find(',')); };
  return scar_figure(filing, text, *id, replaced, scar);
}

bool blank_inside(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const auto id = grouped_figure(filing, text, draw, 2);
  if (!id) return false;
  const auto parted = [&](std::string digits) {
    return digits.insert(digits.find(',') + (draw.coin() ? 1 : 0), " ");
  };
  return scar_figure(filing, text, *id, parted, scar);
}

// ---------------------------------------------------------------- rows

// A header row that stands right under a row with figures.
std::vector<RowPlace> headers_under_figures(const Filing& filing, const FilingText& text) {
  return rows_that(filing, [&](RowPlace p) {
    if (p.row == 0 || row_at(filing, p).role != Role::header || row_at(filing, p).at.line == 0) return false;
    const Row& above = row_at(filing, {p.table, p.row - 1});
    const std::uint32_t line = row_at(filing, p).at.line;
    return whole_row(filing, text, above) && line == above.line + 1 &&
           text.line(line).find('\t') != std::string::npos;
  });
}

std::string garbled(std::string raw, Draw& draw) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (kDigits.find(raw[i]) != std::string_view::npos) places.push_back(i);
  }
  const std::size_t times = std::min<std::size_t>(places.size(), 1 + draw.below(3));
  for (std::size_t i = 0; i < times; ++i) {
    constexpr std::string_view kMisread = "00445577/";
    raw[places[draw.below(places.size())]] = kMisread[draw.below(kMisread.size())];
  }
  return raw;
}

bool ghost(const Filing& filing, FilingText& text, Draw& draw, Scar& /*scar*/) {
  const std::vector<RowPlace> headers = headers_under_figures(filing, text);
  if (headers.empty()) return false;
  const RowPlace place = headers[draw.below(headers.size())];
  const Row& above = row_at(filing, {place.table, place.row - 1});
  std::string& line = text.line(row_at(filing, place).at.line);
  std::vector<std::string> cells = cells_of(text.line(above.line));
  const std::string label = cells_of(line).front();
  for (const FigureId id : figures_of(above)) {
    const std::size_t at = cell_index(text.line(above.line), filing.figures[id]);
    cells[at] = garbled(cells[at], draw);
  }
  cells[0] = label;
  line = line_of(cells);
  return true;
}

bool debris(const Filing& filing, FilingText& text, Draw& draw, Scar& /*scar*/) {
  const std::vector<RowPlace> headers = headers_under_figures(filing, text);
  if (headers.empty()) return false;
  std::string& line = text.line(row_at(filing, headers[draw.below(headers.size())]).at.line);
  std::vector<std::string> cells = cells_of(line);
  if (cells.size() < 3) return false;
  constexpr std::array<std::string_view, 5> kDebris = {"((()", "/", "(()", "_|", "\\"};
  for (std::size_t i = 1 + draw.below(2); i < cells.size(); i += 1 + draw.below(2)) {
    cells[i] = kDebris[draw.below(kDebris.size())];
  }
  line = line_of(cells);
  return true;
}

// The upper row's figure printed in one cell with the lower row's.
bool merged_cells(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const std::vector<RowPlace> uppers = rows_that(filing, [&](RowPlace p) {
    const auto& rows = filing.tables[p.table].rows;
    return p.row + 1 < rows.size() && whole_row(filing, text, rows[p.row]) &&
           whole_row(filing, text, rows[p.row + 1]) && rows[p.row + 1].line == rows[p.row].line + 1;
  });
  if (uppers.empty()) return false;
  const RowPlace place = uppers[draw.below(uppers.size())];
  const Row& upper = row_at(filing, place);
  const Row& lower = row_at(filing, {place.table, place.row + 1});
  const std::size_t column = draw.below(std::min(upper.cells.size(), lower.cells.size()));
  const FigureId above = upper.cells[column], below = lower.cells[column];
  if (above == kNoFigure || below == kNoFigure) return false;
  const std::string both =
      std::string(filing.figures[above].raw) + " " + std::string(filing.figures[below].raw);
  text.replace(filing.figures[below], both);
  text.replace(filing.figures[above], "");
  scar.touched = {above, below};
  return true;
}

bool row_below_label(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const std::vector<RowPlace> rows = whole_rows(filing, text);
  if (rows.empty()) return false;
  const Row& row = row_at(filing, rows[draw.below(rows.size())]);
  std::vector<std::string> cells = cells_of(text.line(row.line));
  if (cells[0].empty()) return false;
  std::vector<std::string> label(cells.size());
  label[0] = cells[0];
  cells[0].clear();
  text.insert_after(row.line, line_of(cells));
  text.line(row.line) = line_of(label);
  scar.touched = figures_of(row);
  scar.moved_from = row.line;
  scar.moved_by = 1;
  return true;
}

// A row with broken figures and one that is well formed, but the row above's.
bool copied_on_broken_row(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const std::vector<RowPlace> rows = rows_that(filing, [&](RowPlace p) {
    if (p.row == 0 || !whole_row(filing, text, row_at(filing, p))) return false;
    return whole_row(filing, text, row_at(filing, {p.table, p.row - 1})) &&
           figures_of(row_at(filing, p)).size() >= 3;
  });
  if (rows.empty()) return false;
  const RowPlace place = rows[draw.below(rows.size())];
  const Row& row = row_at(filing, place);
  const Row& above = row_at(filing, {place.table, place.row - 1});
  const std::vector<FigureId> figures = figures_of(row);
  const std::size_t copied = draw.below(row.cells.size());
  if (row.cells[copied] == kNoFigure || above.cells[copied] == kNoFigure) return false;
  std::size_t broken = 0;
  for (std::size_t i = figures.size(); i-- > 0;) {
    const Figure& figure = filing.figures[figures[i]];
    const std::string raw(figure.raw);
    if (figures[i] == row.cells[copied]) {
      text.replace(figure, filing.figures[above.cells[copied]].raw);
    } else if (raw.find(',') != std::string::npos && broken < 2) {
      text.replace(figure, draw.coin() ? with_points(raw) : without_head(raw));
      ++broken;
    }
  }
  scar.touched = figures;
  return broken > 0;
}

// The row's figures one cell to the right, the last one lost.
bool shifted_row(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const std::vector<RowPlace> rows = whole_rows(filing, text);
  if (rows.empty()) return false;
  const Row& row = row_at(filing, rows[draw.below(rows.size())]);
  const std::vector<FigureId> figures = figures_of(row);
  std::string& line = text.line(row.line);
  std::vector<std::string> cells = cells_of(line);
  const std::size_t first = cell_index(line, filing.figures[figures.front()]);
  const std::size_t last = cell_index(line, filing.figures[figures.back()]);
  for (std::size_t i = last; i > first; --i) cells[i] = cells[i - 1];
  cells[first].clear();
  line = line_of(cells);
  scar.touched = figures;
  return true;
}

// ---------------------------------------------------------------- tables

std::vector<std::uint32_t> whole_tables(const Filing& filing, const FilingText& text, std::size_t most_rows) {
  std::vector<std::uint32_t> tables;
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    const Table& table = filing.tables[t];
    const bool whole = std::all_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
      return figures_of(row).empty() || whole_row(filing, text, row);
    });
    const auto rows = std::count_if(table.rows.begin(), table.rows.end(),
                                    [](const Row& row) { return !figures_of(row).empty(); });
    const bool read = std::all_of(table.columns.begin(), table.columns.end(),
                                  [](const Column& column) { return column.heading == Heading::read; });
    if (whole && read && rows >= 2 && static_cast<std::size_t>(rows) <= most_rows) tables.push_back(t);
  }
  return tables;
}

std::vector<FigureId> figures_of(const Table& table) {
  std::vector<FigureId> figures;
  for (const Row& row : table.rows) {
    const std::vector<FigureId> more = figures_of(row);
    figures.insert(figures.end(), more.begin(), more.end());
  }
  return figures;
}

bool labels_lost(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const std::vector<std::uint32_t> tables = whole_tables(filing, text, 6);
  if (tables.empty()) return false;
  const Table& table = filing.tables[tables[draw.below(tables.size())]];
  for (const Row& row : table.rows) {
    std::string& line = text.line(row.line);
    if (const std::size_t tab = line.find('\t'); tab != std::string::npos) line.erase(0, tab);
  }
  scar.touched = figures_of(table);
  return true;
}

bool smear(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const std::vector<std::uint32_t> tables = whole_tables(filing, text, 12);
  if (tables.empty()) return false;
  const Table& table = filing.tables[tables[draw.below(tables.size())]];
  std::string all;
  for (const FigureId id : figures_of(table)) all += std::string(filing.figures[id].raw) + " ";
  text.insert_after(table.last_line, "\t" + all + "\t" + all.substr(0, all.find(' ', all.size() / 2)));
  scar.moved_from = table.last_line + 1;
  scar.moved_by = 1;
  return true;
}

// ---------------------------------------------------------------- headings

// The lines of the heading of a table: those with tabs right above its first row.
std::vector<std::uint32_t> heading_lines(const FilingText& text, const Table& table) {
  std::uint32_t first = table.first_line;
  for (const Row& row : table.rows) first = std::min(first, row.at.line == 0 ? row.line : row.at.line);
  std::vector<std::uint32_t> lines;
  for (std::uint32_t line = first; line-- > 1 && text.line(line).find('\t') != std::string::npos;) {
    lines.insert(lines.begin(), line);
  }
  return lines;
}

struct Heading {
  const Table* table = nullptr;
  std::vector<std::uint32_t> lines;
};

std::optional<Heading> any_heading(const Filing& filing, const FilingText& text, Draw& draw) {
  const std::vector<std::uint32_t> tables = whole_tables(filing, text, 200);
  if (tables.empty()) return std::nullopt;
  const Table& table = filing.tables[tables[draw.below(tables.size())]];
  Heading heading{&table, heading_lines(text, table)};
  if (heading.lines.empty()) return std::nullopt;
  return heading;
}

bool scar_heading(const Heading& heading, Scar& scar) {
  scar.touched = figures_of(*heading.table);
  scar.heading = true;
  return true;
}

std::vector<std::size_t> filled(const std::vector<std::string>& cells) {
  std::vector<std::size_t> at;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (!cells[i].empty()) at.push_back(i);
  }
  return at;
}

// "2023" and "2024" of two cells in the first: "2023 2024", or without the blank.
bool heading_joined(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const auto heading = any_heading(filing, text, draw);
  if (!heading) return false;
  std::string& line = text.line(heading->lines[draw.below(heading->lines.size())]);
  std::vector<std::string> cells = cells_of(line);
  const std::vector<std::size_t> at = filled(cells);
  if (at.size() < 2) return false;
  const std::size_t first = draw.below(at.size() - 1);
  cells[at[first]] += (draw.coin() ? " " : "") + cells[at[first + 1]];
  cells[at[first + 1]].clear();
  line = line_of(cells);
  return scar_heading(*heading, scar);
}

// All the words of a line in its first cell, run together.
bool heading_run_together(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const auto heading = any_heading(filing, text, draw);
  if (!heading) return false;
  std::string& line = text.line(heading->lines[draw.below(heading->lines.size())]);
  std::vector<std::string> cells = cells_of(line);
  const std::vector<std::size_t> at = filled(cells);
  if (at.size() < 2) return false;
  for (std::size_t i = 1; i < at.size(); ++i) {
    cells[at[0]] += cells[at[i]];
    cells[at[i]].clear();
  }
  line = line_of(cells);
  return scar_heading(*heading, scar);
}

// "For the s" in one cell, "ix months ended June 30," in the next.
bool heading_split(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const auto heading = any_heading(filing, text, draw);
  if (!heading) return false;
  std::string& line = text.line(heading->lines.front());
  std::vector<std::string> cells = cells_of(line);
  const std::vector<std::size_t> at = filled(cells);
  if (at.size() != 1 || at[0] + 1 >= cells.size() || cells[at[0]].size() < 8) return false;
  std::string& phrase = cells[at[0]];
  const std::size_t cut = 3 + draw.below(phrase.size() - 6);
  cells[at[0] + 1] = phrase.substr(cut);
  phrase.erase(cut);
  line = line_of(cells);
  return scar_heading(*heading, scar);
}

bool heading_cell_lost(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const auto heading = any_heading(filing, text, draw);
  if (!heading) return false;
  std::string& line = text.line(heading->lines[draw.below(heading->lines.size())]);
  std::vector<std::string> cells = cells_of(line);
  const std::vector<std::size_t> at = filled(cells);
  if (at.size() < 2) return false;
  cells[at[draw.below(at.size())]].clear();
  line = line_of(cells);
  return scar_heading(*heading, scar);
}

// "Revenues: RMB RMB US$": the last line of the heading on the first row's.
bool units_on_first_label(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  const auto heading = any_heading(filing, text, draw);
  if (!heading || heading->lines.size() < 2) return false;
  const std::uint32_t units = heading->lines.back();
  const Row& first = heading->table->rows.front();
  if (first.role != Role::header || first.at.line != units + 1) return false;
  std::vector<std::string> cells = cells_of(text.line(units));
  if (!cells[0].empty() || filled(cells).size() < 2) return false;
  cells[0] = cells_of(text.line(units + 1)).front();
  text.line(units) = line_of(cells);
  text.erase(units + 1);
  scar.moved_from = units + 1;
  scar.moved_by = -1;
  return scar_heading(*heading, scar);
}

// ---------------------------------------------------------------- sentences

// The mark of a footnote glued to an amount: "(US$1196.4 million)" for US$196.4 million.
bool footnote_mark(const Filing& filing, FilingText& text, Draw& draw, Scar& scar) {
  std::vector<FigureId> amounts;
  for (const Claim& claim : filing.claims) {
    if (claim.translation == kNoFigure) continue;
    const Figure& figure = filing.figures[claim.translation];
    if (figure.value && figure.damage == Damage::none && text.holds(figure))
      amounts.push_back(claim.translation);
  }
  if (amounts.empty()) return false;
  const FigureId id = amounts[draw.below(amounts.size())];
  if (filing.figures[id].raw.find(',') != std::string_view::npos) return false;
  const auto marked = [&](std::string digits) { return digits.insert(0, 1, kDigits[1 + draw.below(3)]); };
  scar.prose = true;
  return scar_figure(filing, text, id, marked, scar);
}

constexpr std::array kKinds = {
    ScarKind{"separators read as points", separators},
    ScarKind{"strokes and letters for digits", glyphs},
    ScarKind{"head lost", lost_head},
    ScarKind{"head replaced", foreign_head},
    ScarKind{"blank inside a figure", blank_inside},
    ScarKind{"two rows' figures in one cell", merged_cells},
    ScarKind{"figures one line below the label", row_below_label},
    ScarKind{"copied figure on a broken row", copied_on_broken_row},
    ScarKind{"row shifted by a cell", shifted_row},
    ScarKind{"ghost of the row above", ghost},
    ScarKind{"debris on a header row", debris},
    ScarKind{"smear of a whole table", smear},
    ScarKind{"labels lost", labels_lost},
    ScarKind{"heading cells joined", heading_joined},
    ScarKind{"heading run together", heading_run_together},
    ScarKind{"heading phrase split", heading_split},
    ScarKind{"heading cell lost", heading_cell_lost},
    ScarKind{"units on the first label", units_on_first_label},
    ScarKind{"footnote mark glued to an amount", footnote_mark},
};

}  // namespace

std::span<const ScarKind> scar_kinds() { return kKinds; }

}  // namespace kcfin::harness
