// What titles, headers and labels say of the units of the figures beside and below them.
#include "table/figure_units.h"

#include <algorithm>

#include "values/text.h"

namespace kcfin::table {
namespace {

bool has_decimals(const std::vector<const BodyCell*>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const BodyCell* cell) {
    return cell != nullptr && cell->scanned.form == Form::figure && cell->scanned.value.decimals >= 2;
  });
}

bool whole_figures(const std::vector<const BodyCell*>& cells) {
  return std::none_of(cells.begin(), cells.end(), [](const BodyCell* cell) {
    return cell != nullptr && cell->scanned.form == Form::figure &&
           (cell->scanned.value.decimals >= 2 || cell->scanned.bare_dollar || cell->scanned.money[0] != 0);
  });
}

// Where one count of a row is so large the row is in units, whatever the heading's scale.
bool forms_large(const std::vector<const BodyCell*>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const BodyCell* cell) {
    return cell != nullptr && cell->scanned.form == Form::figure && cell->scanned.value.decimals == 0 &&
           cell->scanned.value.size().mantissa >= 50'000'000;
  });
}

}  // namespace

FigureUnits::FigureUnits(const Draft& draft, const ScaleStatement& scale, const Table& table)
    : draft_(draft), scale_(scale), table_(table), section_(unit_of_title(lower(table.title))) {}

// "Reconciliation of adjusted earnings per share": of all its rows, where none is a whole amount.
RowMeasure FigureUnits::unit_of_title(std::string_view title) const {
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

// A header's unit holds for its rows: until a header beside it, or above it, that begins another section.
// "Diluted" under "Earnings per share:" leaves what that header says.
void FigureUnits::begin_section(const std::string& label, std::uint16_t indent) {
  const std::string own = lower(label);
  percent_section_.begin(own);
  const RowMeasure measure = measure_of_label(own);
  const bool goes_on = !own.empty() && own.size() < 32 && says_only_how(own);
  if (!goes_on || measure.unit != RowUnit::column) section_ = measure;
  LabelUnit unit = section_.unit == RowUnit::column ? unit_in_parentheses(label) : LabelUnit{};
  unit.indent = indent;
  if (unit.scale_power >= 0 || indent <= section_unit_.indent) section_unit_ = unit;
}

void FigureUnits::undo_section(const std::string& label, RowMeasure above) {
  section_ = says_only_how(lower(label)) ? above : RowMeasure{};
}

RowMeasure FigureUnits::of_row(const std::string& label, const std::vector<const BodyCell*>& cells,
                               bool listed) {
  RowMeasure measure = measure_of(lower(label), cells, listed);
  large_ = forms_large(cells);
  counts_above_ = measure.unit == RowUnit::shares ? std::optional(measure) : std::nullopt;
  if (section_unit_.things && measure.unit == RowUnit::column) measure.unit = RowUnit::count;
  if (measure.unit == RowUnit::count && measure.scale_power < 0)
    measure.scale_power = section_unit_.scale_power;
  own_unit_ = measure.unit == RowUnit::column ? unit_in_parentheses(label) : LabelUnit{};
  return measure;
}

// `listed`: a dash stands before the label.
RowMeasure FigureUnits::measure_of(const std::string& label, const std::vector<const BodyCell*>& cells,
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

void FigureUnits::give(Figure& figure, const Column& column, const Scanned& scanned,
                       RowMeasure measure) const {
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
      return count_shares(figure, column, measure.scale_power);
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
void FigureUnits::take_label_unit(Figure& figure, const LabelUnit& unit) const {
  if (unit.scale_power < 0) return;
  figure.scale_power = static_cast<std::uint8_t>(unit.scale_power);
  const bool one = std::all_of(table_.columns.begin(), table_.columns.end(), [&](const Column& column) {
    return column.unit.measure != Measure::money || column.unit.code == figure.unit.code;
  });
  if (unit.code[0] != 0 && one) figure.unit.code = unit.code;
}

// Shares are counted in the scale that their label gives, or in the table's if it does not except them.
void FigureUnits::count_shares(Figure& figure, const Column& column, int stated) const {
  figure.unit = {Measure::shares, {}};
  if (stated >= 0) {
    figure.scale_power = static_cast<std::uint8_t>(stated);
    return;
  }
  if (scale_.shares_power >= 0) {
    figure.scale_power = static_cast<std::uint8_t>(large_ ? 0 : scale_.shares_power);
    return;
  }
  const bool in_scale = scale_.scale_power > 0 && !scale_.shares_excepted && column.scale_power > 0;
  if (!in_scale || large_) figure.scale_power = 0;
}

}  // namespace kcfin::table
