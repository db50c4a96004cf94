// A shift is a hypothesis about a whole row, so the whole row is held against the filing's equations twice:
// as printed, and moved back by a cell.
#include "solve/shifted_rows.h"

#include <algorithm>
#include <vector>

#include "solve/row_evidence.h"

namespace kcfin::solving {
namespace {

constexpr std::size_t kMostSuspects = 64;

Row& row_at(Filing& filing, RowRef place) { return filing.tables[place.table].rows[place.row]; }

std::size_t first_filled(const Row& row) {
  return static_cast<std::size_t>(
      std::find_if(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; }) -
      row.cells.begin());
}

// Figures of sound text, without a blank between the first and the last.
bool runs_on(const Filing& filing, const Row& row, std::size_t first) {
  bool ended = false;
  for (std::size_t i = first; i < row.cells.size(); ++i) {
    const FigureId id = row.cells[i];
    if (id == kNoFigure) {
      ended = true;
    } else if (ended || filing.figures[id].damage != Damage::none) {
      return false;
    }
  }
  return true;
}

// A figure takes the period of another column, and its unit and scale where it had those of its own column.
void move_to(Figure& figure, const Column& from, const Column& to) {
  figure.period = to.period;
  if (figure.unit == from.unit && figure.scale_power == from.scale_power) {
    figure.unit = to.unit;
    figure.scale_power = to.scale_power;
  } else if (figure.unit.code == from.unit.code) {
    figure.unit.code = to.unit.code;
  }
}

void move_back(Filing& filing, Row& row) {
  const Table& table = filing.tables[filing.figures[row.cells[first_filled(row)]].table];
  for (std::size_t i = first_filled(row); i < row.cells.size(); ++i) {
    const FigureId id = row.cells[i];
    row.cells[i] = kNoFigure;
    row.cells[i - 1] = id;
    if (id == kNoFigure) continue;
    filing.figures[id].column = static_cast<std::uint32_t>(i - 1);
    move_to(filing.figures[id], table.columns[i], table.columns[i - 1]);
  }
}

// The row moves as one: what proves the shift proves each of its figures. Only the last one is lost.
void mark_moved(Filing& filing, Row& row) {
  row.damaged = true;
  FigureId last = kNoFigure;
  for (const FigureId id : row.cells) {
    if (id == kNoFigure) continue;
    Figure& figure = filing.figures[id];
    figure.candidates = {{*figure.value, "its row stands a cell too far right"}};
    figure.damage = Damage::shifted;
    figure.status = Status::repaired;
    last = id;
  }
  Figure lost = filing.figures[last];
  const Column& column = filing.tables[lost.table].columns[++lost.column];
  lost.raw = {};
  lost.value.reset();
  lost.dash = false;
  lost.candidates.clear();
  lost.damage = Damage::lost;
  lost.status = Status::damaged;
  move_to(lost, filing.tables[lost.table].columns[lost.column - 1], column);
  row.cells[lost.column] = static_cast<FigureId>(filing.figures.size());
  filing.figures.push_back(lost);
}

// Equations of table figures alone: what sentences say was read for the rows as printed.
Equations between_tables(const Equations& equations, const Filing& filing) {
  const auto in_table = [&](FigureId id) { return id < filing.figures.size(); };
  Equations out;
  for (const Equation& equation : equations.equations) {
    const bool all =
        in_table(equation.result) && std::all_of(equation.terms.begin(), equation.terms.end(),
                                                 [&](const Term& term) { return in_table(term.figure); });
    if (all) out.equations.push_back(equation);
  }
  return out;
}

std::vector<RowEvidence> evidence_of(Filing& filing, const std::vector<RowRef>& places,
                                     const Equations& equations) {
  std::vector<RowAsked> rows;
  rows.reserve(places.size());
  for (const RowRef place : places) rows.push_back({row_at(filing, place).cells, {}});
  return evidence_of_rows(filing, equations, rows);
}

bool speaks_for_shift(const RowEvidence& printed, const RowEvidence& moved) {
  if (moved.broken > 0 || moved.holding <= printed.holding) return false;
  return printed.broken > 0 || (printed.holding == 0 && (moved.exact_sums > 0 || moved.holding > 1));
}

bool known_to_nothing(const RowEvidence& evidence) { return evidence.holding == 0 && evidence.broken == 0; }

// A table that prints a dash for nil, or percentages alone, and whose other rows are full: a blank is no nil.
bool leaves_no_cell_blank(const Filing& filing, RowRef place) {
  const Table& table = filing.tables[place.table];
  // A change that is not given is no cell that was lost.
  if (table.columns.front().unit.measure == Measure::percent_change) return false;
  bool dashes = false, percentages = true;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const Row& row = table.rows[r];
    if (row.role == Role::header) continue;
    const auto blanks = std::count(row.cells.begin(), row.cells.end(), kNoFigure);
    if (r == place.row ? blanks != 1 || row.cells.front() != kNoFigure : blanks != 0) return false;
    for (const FigureId id : row.cells) {
      if (id == kNoFigure) continue;
      dashes = dashes || filing.figures[id].dash;
      percentages = percentages && filing.figures[id].unit.measure == Measure::percent;
    }
  }
  return dashes || percentages;
}

// Neither column can be told: the figures are given without a value.
void set_aside(Filing& filing, Row& row) {
  row.damaged = true;
  for (const FigureId id : row.cells) {
    if (id == kNoFigure) continue;
    Figure& figure = filing.figures[id];
    figure.value.reset();
    figure.damage = Damage::shifted;
    figure.status = Status::damaged;
  }
}

}  // namespace

std::vector<RowRef> rows_that_start_late(const Filing& filing) {
  std::vector<RowRef> out;
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    const auto& rows = filing.tables[t].rows;
    std::size_t full = 0, blank = 0;
    for (const Row& row : rows) {
      if (row.role == Role::header || row.cells.size() < 2) continue;
      ++(row.cells.front() != kNoFigure ? full : blank);
    }
    if (blank == 0 || full < blank) continue;
    for (std::uint32_t r = 0; r < rows.size(); ++r) {
      if (rows[r].role == Role::header || rows[r].damaged || rows[r].cells.size() < 2) continue;
      const std::size_t first = first_filled(rows[r]);
      if (first == 0 || first == rows[r].cells.size() || !runs_on(filing, rows[r], first)) continue;
      if (out.size() < kMostSuspects) out.push_back({t, r});
    }
  }
  return out;
}

bool move_shifted_rows_back(Filing& filing, const std::vector<RowRef>& places, const Equations& equations) {
  const std::vector<RowEvidence> printed = evidence_of(filing, places, between_tables(equations, filing));
  // What holds as printed and is nowhere contradicted is no suspect.
  std::vector<RowRef> left;
  std::vector<RowEvidence> left_printed;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (printed[i].holding > 0 && printed[i].broken == 0) continue;
    left.push_back(places[i]);
    left_printed.push_back(printed[i]);
  }
  if (left.empty()) return false;
  Filing trial = filing;
  for (const RowRef place : left) move_back(trial, row_at(trial, place));
  const std::vector<RowEvidence> moved = evidence_of(trial, left, relate(trial));
  bool any = false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    Row& row = row_at(filing, left[i]);
    if (speaks_for_shift(left_printed[i], moved[i])) {
      move_back(filing, row);
      mark_moved(filing, row);
    } else if (known_to_nothing(left_printed[i]) && leaves_no_cell_blank(filing, left[i])) {
      set_aside(filing, row);
    } else {
      continue;
    }
    any = true;
  }
  return any;
}

}  // namespace kcfin::solving
