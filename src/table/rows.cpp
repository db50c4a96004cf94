// Labels that stand over several lines are joined, each cell finds its column, and what the form of a text
// shows to be damaged is marked so. Values are never mended here: candidates are handed on.
#include "table/rows.h"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <string>

#include "table/number_damage.h"
#include "table/percent_section.h"
#include "table/row_unit.h"
#include "values/text.h"

namespace kcfin::table {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// ---------------------------------------------------------------- labels over several lines

bool ends_open(std::string_view label) {
  static constexpr std::array<std::string_view, 20> kOpen = {
      " to", " of", " and", " in",  " for", " the", " from", " on",  " by", " with",
      " at", " or", ",",    " per", " as",  " net", " used", " non", "-",   "'"};
  const std::string text = lower(label);
  if (text.ends_with(", net")) return false;
  return std::any_of(kOpen.begin(), kOpen.end(), [&](std::string_view word) { return text.ends_with(word); });
}

bool names_a_company_on(std::string_view next) {
  static constexpr std::array<std::string_view, 9> kSuffixes = {
      "limited", "ltd", "inc", "holdings", "holding", "group", "corporation", "company", "shareholders"};
  const std::string text = lower(next);
  return std::any_of(kSuffixes.begin(), kSuffixes.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool capitals_only(std::string_view text) { return std::none_of(text.begin(), text.end(), is_lower); }

// "(Notes 6 and", whose parenthesis the next line closes.
bool leaves_parenthesis_open(std::string_view pending, std::string_view next) {
  const std::size_t open = pending.rfind('(');
  return open != std::string_view::npos && pending.find(')', open) == std::string_view::npos &&
         next.find(')') < next.find('(');
}

// A label without figures whose row goes on in the next line.
bool goes_on(std::string_view pending, std::string_view next) {
  if (pending.empty() || pending.ends_with(':')) return false;
  if (next.empty()) return !capitals_only(pending);
  if (next.starts_with("(Note") || leaves_parenthesis_open(pending, next)) return true;
  if (capitals_only(pending) != capitals_only(next)) return false;
  if (is_lower(next.front()) || (next.front() == '(' && next.size() > 1 && is_lower(next[1]))) return true;
  if (ends_open(pending)) return true;
  return has(lower(pending), "attributable to") && names_a_company_on(next);
}

// ---------------------------------------------------------------- damage seen by form

class RowBuilder {
 public:
  RowBuilder(const Draft& draft, const Surroundings& around, std::span<const std::uint32_t> ghosts,
             std::uint32_t table_index, Table& table, std::vector<Figure>& figures)
      : draft_(draft),
        around_(around),
        ghosts_(ghosts),
        table_index_(table_index),
        table_(table),
        figures_(figures) {}

  void run() {
    count_forms();
    section_ = unit_of_title(lower(table_.title));
    for (const BodyRow& raw : draft_.body) add(raw);
    flush_pending();
    mark_damaged_rows();
  }

 private:
  // "Reconciliation of adjusted earnings per share": of all its rows, where none is a whole amount.
  [[nodiscard]] RowMeasure unit_of_title(std::string_view title) const {
    while (!title.empty() && (title.back() == ':' || title.back() == ' ')) title.remove_suffix(1);
    if (!title.ends_with(" per share")) return {};
    for (const BodyRow& row : draft_.body) {
      for (const BodyCell& cell : row.cells)
        if (cell.scanned.form == Form::damaged ||
            (cell.scanned.form == Form::figure && cell.scanned.value.decimals < 2))
          return {};
    }
    return {RowUnit::per_share, -1};
  }

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
    pending_ = Pending{label, at, raw.raw->indent, section_};
    header_unit(label, raw.raw->indent);
    wrapped_ = false;
  }

  // A header's unit holds for its rows: until a header beside it, or above it, that begins another section.
  // "Diluted" under "Earnings per share:" leaves what that header says.
  void header_unit(const std::string& label, std::uint16_t indent) {
    const std::string own = lower(label);
    percent_section_.begin(own);
    const RowMeasure measure = measure_of_label(own);
    const bool goes_on = !own.empty() && own.size() < 32 && says_only_how(own);
    if (!goes_on || measure.unit != RowUnit::column) section_ = measure;
    LabelUnit unit = section_.unit == RowUnit::column ? unit_in_parentheses(label) : LabelUnit{};
    unit.indent = indent;
    if (unit.scale_power >= 0 || indent <= section_unit_.indent) section_unit_ = unit;
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
    header_unit(label, raw.raw->indent);
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
      section_ = says_only_how(lower(pending_->label)) ? pending_->above : RowMeasure{};
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
    RowMeasure measure = row_measure(lower(row.label), cells, listed);
    counts_above_ = measure.unit == RowUnit::shares ? std::optional(measure) : std::nullopt;
    if (section_unit_.things && measure.unit == RowUnit::column) measure.unit = RowUnit::count;
    if (measure.unit == RowUnit::count && measure.scale_power < 0)
      measure.scale_power = section_unit_.scale_power;
    own_unit_ = measure.unit == RowUnit::column ? unit_in_parentheses(row.label) : LabelUnit{};
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

  // `listed`: a dash stands before the label.
  [[nodiscard]] RowMeasure row_measure(const std::string& label, const std::vector<const BodyCell*>& cells,
                                       bool listed) {
    RowMeasure own = measure_of_label(label);
    if (own.unit == RowUnit::per_share || own.unit == RowUnit::per_ads) {
      list_of_ = own;
    } else if (!listed) {
      list_of_.reset();
    } else if (list_of_ && own.unit == RowUnit::column && has_decimals(cells)) {
      return *list_of_;
    }
    if (own.unit == RowUnit::shares && own.scale_power < 0 && section_.unit == RowUnit::shares)
      own.scale_power = section_.scale_power;
    // "Basic net income per share: 0.53" over its parts.
    const bool announces =
        label.find_last_not_of(' ') != std::string::npos && label[label.find_last_not_of(' ')] == ':';
    if (announces && (own.unit == RowUnit::per_share || own.unit == RowUnit::per_ads)) section_ = own;
    if (own.unit != RowUnit::column) return own;
    if (percent_section_.takes(cells)) return {RowUnit::percent, -1};
    if (counts_above_ && names_dilution(label) && whole_figures(cells))
      return {RowUnit::shares, counts_above_->scale_power};
    if (section_.unit != RowUnit::shares && section_.unit != RowUnit::per_share &&
        section_.unit != RowUnit::per_ads)
      return own;
    if (says_only_how(label)) return section_;
    // Figures with decimals among whole amounts are still per share.
    if (has_decimals(cells) && section_.unit != RowUnit::shares) return section_;
    section_ = {};
    return {};
  }

  static bool has_decimals(const std::vector<const BodyCell*>& cells) {
    return std::any_of(cells.begin(), cells.end(), [](const BodyCell* cell) {
      return cell != nullptr && cell->scanned.form == Form::figure && cell->scanned.value.decimals >= 2;
    });
  }

  static bool begins_with_dash(std::string_view text) {
    return text.starts_with('-') || text.starts_with("\u2013") || text.starts_with("\u2014");
  }

  static bool whole_figures(const std::vector<const BodyCell*>& cells) {
    return std::none_of(cells.begin(), cells.end(), [](const BodyCell* cell) {
      return cell != nullptr && cell->scanned.form == Form::figure &&
             (cell->scanned.value.decimals >= 2 || cell->scanned.bare_dollar || cell->scanned.money[0] != 0);
    });
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
    give_unit(figure, column, scanned, measure);
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

  void give_unit(Figure& figure, const Column& column, const Scanned& scanned, RowMeasure measure) const {
    if (column.unit.measure == Measure::percent_change) return;
    const bool money = column.unit.measure == Measure::money;
    if (scanned.multiple) {
      figure.unit = {Measure::pure, {}};
      figure.scale_power = 0;
      return;
    }
    if (scanned.percent || scanned.points || (money && measure.unit == RowUnit::percent)) {
      figure.unit = {Measure::percent, {}};
      figure.scale_power = 0;
      return;
    }
    switch (money ? measure.unit : RowUnit::column) {
      case RowUnit::column:
        if (money) take_label_unit(figure, own_unit_.scale_power >= 0 ? own_unit_ : section_unit_);
        return;
      case RowUnit::percent:
        return;
      case RowUnit::shares:
        return count_shares(figure, column, scanned, measure.scale_power);
      case RowUnit::count:
        figure.unit = {Measure::pure, {}};
        figure.scale_power = static_cast<std::uint8_t>(std::max(measure.scale_power, 0));
        return;
      case RowUnit::per_other:
        figure.scale_power = 0;
        return;
      case RowUnit::per_share:
      case RowUnit::per_ads:
        figure.unit.measure = measure.unit == RowUnit::per_ads ? Measure::per_ads : Measure::per_share;
        figure.scale_power = 0;
    }
  }

  // The unit that the row's label, or the header above it, states. Its currency is the table's only where the
  // table's columns have no several.
  void take_label_unit(Figure& figure, const LabelUnit& unit) const {
    if (unit.scale_power < 0) return;
    figure.scale_power = static_cast<std::uint8_t>(unit.scale_power);
    const bool one = std::all_of(table_.columns.begin(), table_.columns.end(), [&](const Column& column) {
      return column.unit.measure != Measure::money || column.unit.code == figure.unit.code;
    });
    if (unit.code[0] != 0 && one) figure.unit.code = unit.code;
  }

  // Shares are counted in the scale that their label gives, or in the table's if it does not except them.
  void count_shares(Figure& figure, const Column& column, const Scanned& scanned, int stated) const {
    figure.unit = {Measure::shares, {}};
    if (stated >= 0) {
      figure.scale_power = static_cast<std::uint8_t>(stated);
      return;
    }
    if (around_.scale.shares_power >= 0) {
      figure.scale_power = static_cast<std::uint8_t>(forms_large(scanned) ? 0 : around_.scale.shares_power);
      return;
    }
    const bool in_scale =
        around_.scale.scale_power > 0 && !around_.scale.shares_excepted && column.scale_power > 0;
    if (!in_scale || forms_large(scanned)) figure.scale_power = 0;
  }

  // A count with ten digits or more is in units, whatever the heading's scale.
  [[nodiscard]] static bool forms_large(const Scanned& scanned) {
    return scanned.form == Form::figure && scanned.value.decimals == 0 &&
           scanned.value.size().mantissa >= 50'000'000;
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
  const Surroundings& around_;
  std::span<const std::uint32_t> ghosts_;
  std::uint32_t table_index_;
  Table& table_;
  std::vector<Figure>& figures_;
  int integers_ = 0, dotted_ = 0;   // amounts without decimals; with three
  int cents_ = 0;                   // amounts with two decimals
  std::deque<BodyCell> mended_;     // cells that are read otherwise than by themselves
  int spaced_signs_ = 0;            // figures behind a minus and a blank, "- 73,116"
  std::optional<Pending> pending_;  // a label without figures: a header, or the first part of a longer label
  RowMeasure section_;
  PercentSection percent_section_;
  std::optional<RowMeasure> list_of_;       // of the amount per share over rows that a dash makes its parts
  LabelUnit section_unit_;                  // of the header above
  LabelUnit own_unit_;                      // of the row's label
  std::optional<RowMeasure> counts_above_;  // the row above counts shares
  bool wrapped_ = false;                    // the last row's label came from, or may go on in, another line
};

}  // namespace

std::string clean_label(std::string_view text) {
  const auto trim = [&] {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  };
  trim();
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark :
         {"- ", "\u2013 ", "\u2014 ", "\u2212 ", "\u2022 ", "\u25cf ", "\u00b7 ", "* "}) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        trim();
        again = true;
      }
    }
  }
  if (text.starts_with("\u2013") || text.starts_with("\u2014")) text.remove_prefix(3);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {"*", "\u00b9", "\u00b2", "\u00b3", "\u2074", "\u2020"}) {
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
    trim();
    const std::size_t n = text.size();
    if (n > 4 && (text[n - 1] == ')' || text[n - 1] == ']') && is_digit(text[n - 2]) &&
        (text[n - 3] == '(' || text[n - 3] == '[')) {
      text.remove_suffix(3);
      trim();
      again = true;
    }
  }
  return std::string(text);
}

void build_rows(const Draft& draft, const Surroundings& around, std::span<const std::uint32_t> ghosts,
                std::uint32_t table_index, Table& table, std::vector<Figure>& figures) {
  RowBuilder(draft, around, ghosts, table_index, table, figures).run();
}

}  // namespace kcfin::table
