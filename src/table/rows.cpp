// Labels that stand over several lines are joined, each cell finds its column, and what the form of a text
// shows to be damaged is marked so. Values are never mended here: candidates are handed on.
#include "table/rows.h"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <string>

#include "table/figure_units.h"
#include "table/number_damage.h"
#include "table/row_labels.h"
#include "values/text.h"

namespace kcfin::table {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// ---------------------------------------------------------------- damage seen by form

class RowBuilder {
 public:
  RowBuilder(const Draft& draft, const Surroundings& around, std::span<const std::uint32_t> ghosts,
             std::uint32_t table_index, Table& table, std::vector<Figure>& figures)
      : draft_(draft),
        ghosts_(ghosts),
        table_index_(table_index),
        table_(table),
        figures_(figures),
        units_(draft, around.scale, table) {}

  void run() {
    count_forms();
    for (const BodyRow& raw : draft_.body) add(raw);
    flush_pending();
    mark_damaged_rows();
  }

 private:
  // How the table prints its amounts, so that a departure can be seen.
  void count_forms() {
    for (const BodyRow& row : draft_.body) {
      for (const BodyCell& cell : row.cells) {
        const auto column = column_of(cell.raw->column);
        if (column && cell.scanned.form == Form::figure && cell.scanned.parts.size() == 2) ++spaced_signs_;
        if (!column || cell.scanned.form != Form::figure || cell.scanned.percent ||
            table_.columns[*column].unit.measure != Measure::money)
          continue;
        if (cell.scanned.dotted) ++dotted_;
        if (cell.scanned.value.decimals == 0) ++integers_;
        if (cell.scanned.value.decimals == 2) ++cents_;
      }
    }
  }

  // Nearly all of its amounts have two decimals.
  [[nodiscard]] bool prints_cents() const { return cents_ >= 8 && cents_ > 8 * integers_; }
  // "42-73" among them; the cell as it is to be read is the last of `mended_`.
  bool mend_point(const BodyCell& cell) {
    BodyCell mended = cell;
    if (!point_misread_as_dash(cell.raw->text, mended.scanned)) return false;
    mended_.push_back(std::move(mended));
    return true;
  }

  [[nodiscard]] std::optional<std::size_t> column_of(std::uint16_t grid) const {
    const auto found = std::lower_bound(draft_.value_columns.begin(), draft_.value_columns.end(), grid);
    if (found == draft_.value_columns.end() || *found != grid) return std::nullopt;
    return static_cast<std::size_t>(found - draft_.value_columns.begin());
  }

  void add(const BodyRow& raw) {
    std::vector<const BodyCell*> cells(table_.columns.size(), nullptr);
    std::string label = raw.label != nullptr ? clean_label(raw.label->text) : std::string();
    Place label_at = raw.label != nullptr ? raw.label->at : Place{};
    std::size_t shift = 0;
    bool any_value = false, any_debris = false;
    for (const BodyCell& cell : raw.cells) {
      const Form form = cell.scanned.form;
      if (form == Form::debris) any_debris = true;
      if (form == Form::words && label.empty() && !any_value) {
        label = clean_label(cell.raw->text);
        label_at = cell.raw->at;
        if (const auto column = column_of(cell.raw->column)) shift = *column + 1;
        continue;
      }
      const auto column = column_of(cell.raw->column);
      const bool undefined = form == Form::undefined && !(column && prints_cents() && mend_point(cell));
      if (!column || form == Form::blank || form == Form::words || form == Form::debris || undefined)
        continue;
      cells[*column] = form == Form::undefined ? &mended_.back() : &cell;
      any_value = true;
    }
    if (is_smear(raw)) return;
    if (!any_value) {
      add_header(raw, label, label_at);
      return;
    }
    // Only a text that came through a scanner has ghosts; markup prints what it means.
    const bool colon = label.ends_with(':') && raw.label != nullptr && !draft_.spans_known;
    const bool known = std::find(ghosts_.begin(), ghosts_.end(), raw.raw->line) != ghosts_.end();
    if (known || (colon && is_ghost(cells, any_debris))) {
      add_ghost(raw, label, label_at, cells);
      return;
    }
    add_figures(raw, label, label_at, cells, shift);
  }

  // One cell that holds a whole table again, or a part of it.
  [[nodiscard]] static bool is_smear(const BodyRow& raw) {
    constexpr std::size_t kMany = 4;
    return raw.label == nullptr && std::any_of(raw.cells.begin(), raw.cells.end(), [](const BodyCell& cell) {
             return cell.scanned.parts.size() >= kMany ||
                    (cell.scanned.form == Form::words && cell.raw->text.size() > 60 &&
                     std::count_if(cell.raw->text.begin(), cell.raw->text.end(), is_digit) > 30);
           });
  }

  void flush_pending() {
    if (!pending_) return;
    Row row;
    row.at = pending_->at;
    row.line = pending_->at.line;
    row.label = std::move(pending_->label);
    row.indent = pending_->indent;
    row.role = Role::header;
    row.cells.assign(table_.columns.size(), kNoFigure);
    table_.rows.push_back(std::move(row));
    pending_.reset();
  }

  void add_header(const BodyRow& raw, const std::string& label, Place at) {
    if (label.empty()) return;
    // The rest of a label whose figures stood on the line before.
    if (!pending_ && !table_.rows.empty() && wrapped_ &&
        (is_lower(label.front()) || ends_open(table_.rows.back().label))) {
      Row& above = table_.rows.back();
      if (above.role != Role::header && raw.raw->line <= above.line + 2) {
        above.label += ' ';
        above.label += label;
        return;
      }
    }
    if (pending_ && goes_on(pending_->label, label)) {
      pending_->label += ' ';
      pending_->label += label;
      return;
    }
    flush_pending();
    pending_ = Pending{label, at, raw.raw->indent, units_.section()};
    units_.begin_section(label, raw.raw->indent);
    wrapped_ = false;
  }

  // A header with a malformed figure or with debris. Well-formed figures may be the row's own: see the solve
  // room.
  [[nodiscard]] static bool is_ghost(const std::vector<const BodyCell*>& cells, bool any_debris) {
    return any_debris || std::any_of(cells.begin(), cells.end(), [](const BodyCell* cell) {
             return cell != nullptr && cell->scanned.form == Form::damaged;
           });
  }

  void add_ghost(const BodyRow& raw, const std::string& label, Place at,
                 const std::vector<const BodyCell*>& cells) {
    flush_pending();
    Row row;
    row.at = at;
    row.line = raw.raw->line;
    row.label = label;
    row.indent = raw.raw->indent;
    row.role = Role::header;
    row.damaged = true;
    row.cells.assign(table_.columns.size(), kNoFigure);
    units_.begin_section(label, raw.raw->indent);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i] == nullptr) continue;
      Figure figure = figure_at(*cells[i], i, RowMeasure{});
      figure.value.reset();
      figure.candidates.clear();
      figure.status = Status::damaged;
      figure.damage = Damage::ghost;
      row.cells[i] = push(std::move(figure));
    }
    table_.rows.push_back(std::move(row));
    wrapped_ = false;
  }

  void add_figures(const BodyRow& raw, std::string label, Place at, const std::vector<const BodyCell*>& cells,
                   std::size_t shift) {
    wrapped_ = label.empty();
    std::uint16_t indent = raw.raw->indent;
    if (pending_ && goes_on(pending_->label, label)) {
      label = label.empty() ? pending_->label : pending_->label + " " + label;
      at = pending_->at;
      indent = pending_->indent;
      units_.undo_section(pending_->label, pending_->above);
      pending_.reset();
      wrapped_ = true;
    } else {
      flush_pending();
    }
    Row row;
    row.line = raw.raw->line;
    row.label = std::move(label);
    row.indent = indent;
    row.cells.assign(table_.columns.size(), kNoFigure);
    const bool listed = raw.label != nullptr && begins_with_dash(raw.label->text);
    const RowMeasure measure = units_.of_row(row.label, cells, listed);
    const std::size_t first_row = table_.rows.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i] == nullptr || change_not_given(cells, i)) continue;
      Figure figure = figure_at(*cells[i], i, measure);
      figure.row = static_cast<std::uint32_t>(first_row);
      row.cells[i] = push(std::move(figure));
      row.line = cells[i]->raw->at.line;
    }
    row.at = at.line != 0 ? at : figures_[*std::find_if(row.cells.begin(), row.cells.end(), [](FigureId id) {
                                   return id != kNoFigure;
                                 })].at;
    if (shift > 0) shift_back(row, shift);
    table_.rows.push_back(std::move(row));
    for (std::size_t i = shift; i < cells.size(); ++i) {
      if (cells[i] == nullptr) continue;
      const std::size_t column = i - shift;
      const Form form = cells[i]->scanned.form;
      if (form == Form::several || (form == Form::figure && cells[i]->scanned.parts.size() == 2 &&
                                    above_lacks(column) && spaced_signs_ == 1))
        split_two(column, *cells[i]);
    }
  }

  // A dash in a column of changes beside amounts that differ says that no change is given, not that it is
  // nil.
  [[nodiscard]] bool change_not_given(const std::vector<const BodyCell*>& cells, std::size_t at) const {
    if (cells[at]->scanned.form != Form::dash || table_.columns[at].unit.measure != Measure::percent_change)
      return false;
    const Decimal* first = nullptr;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i] == nullptr || i == at || cells[i]->scanned.form != Form::figure ||
          table_.columns[i].unit.measure == Measure::percent_change || table_.columns[i].difference)
        continue;
      const Decimal& value = cells[i]->scanned.value;
      if (first != nullptr && (value.mantissa != first->mantissa || value.decimals != first->decimals))
        return true;
      first = &value;
    }
    return false;
  }

  // The row before the last has figures, but none in this column.
  [[nodiscard]] bool above_lacks(std::size_t column) const {
    if (table_.rows.size() < 2) return false;
    const Row& above = table_.rows[table_.rows.size() - 2];
    return above.role != Role::header && above.cells[column] == kNoFigure;
  }

  // Two figures in one cell beneath a cell that lacks its own: the first belongs to the row above.
  void split_two(std::size_t column, const BodyCell& cell) {
    Row& row = table_.rows.back();
    Figure& own = figures_[row.cells[column]];
    own.damage = Damage::two_in_one;
    own.candidates.clear();
    own.value.reset();
    own.status = Status::damaged;
    if (above_lacks(column) && cell.scanned.parts.size() == 2) {
      Row& above = table_.rows[table_.rows.size() - 2];
      own.candidates.push_back({cell.scanned.parts[1], "the second of two figures in the cell"});
      Figure lost = own;
      lost.row = static_cast<std::uint32_t>(table_.rows.size() - 2);
      lost.damage = Damage::lost;
      lost.candidates = {{cell.scanned.parts[0], "the first of two figures in the cell below"}};
      above.cells[column] = push(std::move(lost));
      above.damaged = true;
      return;
    }
    for (const Decimal& part : cell.scanned.parts)
      own.candidates.push_back({part, "one of several figures in the cell"});
  }

  // The label stands in a column of figures, so every figure stands as many columns too far right.
  void shift_back(Row& row, std::size_t shift) {
    row.damaged = true;
    std::vector<FigureId> moved(row.cells.size(), kNoFigure);
    for (std::size_t i = shift; i < row.cells.size(); ++i) {
      const FigureId id = row.cells[i];
      if (id == kNoFigure) continue;
      Figure& figure = figures_[id];
      const std::size_t to = i - shift;
      const Decimal printed = figure.value.value_or(Decimal{});
      figure.column = static_cast<std::uint32_t>(to);
      figure.period = table_.columns[to].period;
      if (figure.unit.measure == Measure::money) figure.unit = table_.columns[to].unit;
      if (figure.value) figure.candidates = {{printed, "its row stands a cell too far right"}};
      figure.damage = Damage::shifted;
      figure.status = Status::damaged;
      figure.value.reset();
      moved[to] = id;
    }
    row.cells = std::move(moved);
  }

  Figure figure_at(const BodyCell& cell, std::size_t index, RowMeasure measure) {
    const Column& column = table_.columns[index];
    const Scanned& scanned = cell.scanned;
    Figure figure;
    figure.at = cell.raw->at;
    figure.raw = cell.raw->text;
    figure.unit = column.unit;
    figure.scale_power = column.scale_power;
    figure.period = column.period;
    figure.table = table_index_;
    figure.row = static_cast<std::uint32_t>(table_.rows.size());
    figure.column = static_cast<std::uint32_t>(index);
    units_.give(figure, column, scanned, measure);
    if (scanned.scale_power > 0 && figure.unit.measure == Measure::money)
      figure.scale_power = scanned.scale_power;
    const bool wrong_point =
        scanned.dotted && figure.unit.measure == Measure::money && integers_ >= 3 && integers_ > 2 * dotted_;
    if (scanned.form == Form::dash) {
      figure.dash = true;
      figure.value = Decimal{};
    } else if (scanned.form == Form::figure && !wrong_point) {
      figure.value = scanned.value;
    } else {
      figure.status = Status::damaged;
      figure.damage = cell.raw->unplaced ? Damage::unplaced : Damage::malformed;
      figure.candidates = scanned.candidates;
      figure.legible = scanned.legible;
      if (wrong_point && !cell.raw->unplaced)
        figure.candidates = {{Decimal{scanned.value.mantissa, 0}, "a separator read as a point"}};
    }
    return figure;
  }

  FigureId push(Figure figure) {
    figures_.push_back(std::move(figure));
    return static_cast<FigureId>(figures_.size() - 1);
  }

  // A row with one damaged cell is a damaged row: its other figures are suspects too.
  void mark_damaged_rows() {
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      Row& row = table_.rows[r];
      const bool malformed = std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
        return id != kNoFigure &&
               (figures_[id].damage == Damage::malformed || figures_[id].damage == Damage::two_in_one);
      });
      for (const FigureId id : row.cells) {
        if (id == kNoFigure) continue;
        Figure& figure = figures_[id];
        figure.row = static_cast<std::uint32_t>(r);
        if (!malformed || figure.damage != Damage::none) continue;
        figure.damage = Damage::suspect;
        figure.candidates = {{*figure.value, "as printed, on a damaged row"}};
        figure.value.reset();
        figure.status = Status::damaged;
      }
      row.damaged |= malformed;
    }
  }

  struct Pending {
    std::string label;
    Place at;
    std::uint16_t indent = 0;
    RowMeasure above;  // what the header before it says of the figures
  };

  const Draft& draft_;
  std::span<const std::uint32_t> ghosts_;
  std::uint32_t table_index_;
  Table& table_;
  std::vector<Figure>& figures_;
  int integers_ = 0, dotted_ = 0;   // amounts without decimals; with three
  int cents_ = 0;                   // amounts with two decimals
  std::deque<BodyCell> mended_;     // cells that are read otherwise than by themselves
  int spaced_signs_ = 0;            // figures behind a minus and a blank, "- 73,116"
  std::optional<Pending> pending_;  // a label without figures: a header, or the first part of a longer label
  FigureUnits units_;
  bool wrapped_ = false;  // the last row's label came from, or may go on in, another line
};

}  // namespace

void build_rows(const Draft& draft, const Surroundings& around, std::span<const std::uint32_t> ghosts,
                std::uint32_t table_index, Table& table, std::vector<Figure>& figures) {
  RowBuilder(draft, around, ghosts, table_index, table, figures).run();
}

}  // namespace kcfin::table
