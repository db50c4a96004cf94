// The heading alone does not tell 83,455 from 15% under one "Change"; the two amounts beside it do.
#include "table/difference_columns.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "values/text.h"

namespace kcfin::table {
namespace {

constexpr std::size_t kMostColumns = 32;
// Where the heading says nothing, so many rows must show that a column gives differences.
constexpr int kManyRows = 3;

class Differences {
 public:
  Differences(Table& table, std::vector<Figure>& figures) : table_(table), figures_(figures) {}

  void run() {
    if (table_.columns.size() > kMostColumns) return;
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      if (without_date(c)) {
        if (const auto pair = two_before(c); pair && differs(c, pair->first, pair->second, kManyRows))
          give_date(c, pair->first);
        continue;
      }
      if (!may_be_change(c)) continue;
      for (std::size_t base = 0; base < table_.columns.size(); ++base) {
        const auto now = current_of(c, base);
        if (!now || !differs(c, *now, base, 1)) continue;
        mark(c, *now);
        break;
      }
    }
  }

 private:
  [[nodiscard]] bool is_amount(std::size_t c) const {
    const Column& column = table_.columns[c];
    const Measure measure = column.unit.measure;
    return column.heading != Heading::unknown && column.period.known() && !column.difference &&
           (measure == Measure::money || measure == Measure::pure);
  }

  // Read as a change, or as amounts of a period that a column before it has already.
  [[nodiscard]] bool may_be_change(std::size_t c) const {
    const Column& column = table_.columns[c];
    if (column.heading == Heading::unknown || !column.period.known()) return false;
    return column.difference || column.unit.measure == Measure::percent_change || is_amount(c);
  }

  // "H / (L)": a heading that names no period.
  [[nodiscard]] bool without_date(std::size_t c) const {
    const Column& column = table_.columns[c];
    return !column.period.known() && column.unit.measure == Measure::money;
  }

  // The two columns of amounts right before it, the later first.
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> two_before(std::size_t c) const {
    if (c < 2 || !is_amount(c - 1) || !is_amount(c - 2)) return std::nullopt;
    const Column &left = table_.columns[c - 2], &right = table_.columns[c - 1];
    if (left.unit != right.unit || left.period.months() != right.period.months() ||
        left.period == right.period)
      return std::nullopt;
    return left.period.end < right.period.end ? std::pair{c - 1, c - 2} : std::pair{c - 2, c - 1};
  }

  void give_date(std::size_t c, std::size_t now) {
    Column& column = table_.columns[c];
    column.period = table_.columns[now].period;
    column.heading = table_.columns[now].heading;
    column.why = table_.columns[now].why;
    for (const Row& row : table_.rows) {
      if (row.cells[c] != kNoFigure) figures_[row.cells[c]].period = column.period;
    }
    mark(c, now);
  }

  // The nearest amounts before the change, of its period; the base is of an earlier one of the same length.
  [[nodiscard]] std::optional<std::size_t> current_of(std::size_t c, std::size_t base) const {
    const Column& change = table_.columns[c];
    if (!is_amount(base) || base >= c || change.period.months() != table_.columns[base].period.months() ||
        !(table_.columns[base].period.end < change.period.end))
      return std::nullopt;
    for (std::size_t i = c; i-- > 0;) {
      if (i == base || !is_amount(i) || table_.columns[i].period != change.period) continue;
      if (table_.columns[i].unit != table_.columns[base].unit) continue;
      const bool same_unit = change.unit == table_.columns[i].unit;
      if (change.unit.measure != Measure::percent_change && !same_unit) continue;
      return i;
    }
    return std::nullopt;
  }

  [[nodiscard]] const Figure* figure(std::uint32_t r, std::size_t c) const {
    const FigureId id = table_.rows[r].cells[c];
    return id == kNoFigure || !figures_[id].usable() ? nullptr : &figures_[id];
  }

  static bool in_percent(const Figure& figure) { return has(figure.raw, "%"); }

  // Whether the change's size is the difference of the two, as near as they are printed.
  static bool is_difference(const Figure& change, const Figure& now, const Figure& before) {
    const Decimal &a = *now.value, &b = *before.value, &c = *change.value;
    if (a.decimals != b.decimals || c.decimals != a.decimals) return false;
    const auto size = [](Wide value) { return value < 0 ? -value : value; };
    const Wide by_sign = size(static_cast<Wide>(a.mantissa) - b.mantissa);
    const Wide by_size = size(size(a.mantissa) - size(b.mantissa));
    const Wide printed = size(c.mantissa);
    return size(printed - by_sign) <= 1 || size(printed - by_size) <= 1;
  }

  // Most rows must show it, and none of them in a column of percentages.
  [[nodiscard]] bool differs(std::size_t c, std::size_t now, std::size_t base, int least) const {
    int judged = 0, hold = 0;
    bool told = false;  // a difference of some size: those of a few units are met by chance
    for (std::uint32_t r = 0; r < table_.rows.size(); ++r) {
      const Figure *change = figure(r, c), *a = figure(r, now), *b = figure(r, base);
      if (change == nullptr || a == nullptr || b == nullptr || in_percent(*a) || in_percent(*b)) continue;
      if (in_percent(*change)) return false;
      if (change->dash || change->value->zero()) continue;
      ++judged;
      if (!is_difference(*change, *a, *b)) continue;
      ++hold;
      told |= change->value->size().mantissa >= 5;
    }
    return told && hold >= least && hold * 3 >= judged * 2;
  }

  void mark(std::size_t c, std::size_t now) {
    Column& column = table_.columns[c];
    const bool as_percent = column.unit.measure == Measure::percent_change;
    column.difference = true;
    column.unit = table_.columns[now].unit;
    column.scale_power = table_.columns[now].scale_power;
    for (Row& row : table_.rows) {
      if (row.cells[c] == kNoFigure) continue;
      Figure& own = figures_[row.cells[c]];
      const Figure* beside = row.cells[now] == kNoFigure ? nullptr : &figures_[row.cells[now]];
      if (own.unit.measure == Measure::percent || in_percent(own)) {
        own.unit = {Measure::percent_change, {}};
        own.scale_power = 0;
      } else if (as_percent) {
        const bool amounts = beside != nullptr && beside->unit.measure != Measure::percent;
        own.unit = amounts ? beside->unit : column.unit;
        own.scale_power = amounts ? beside->scale_power : column.scale_power;
      }
    }
  }

  Table& table_;
  std::vector<Figure>& figures_;
};

}  // namespace

void settle_differences(Table& table, std::vector<Figure>& figures) { Differences(table, figures).run(); }

}  // namespace kcfin::table
