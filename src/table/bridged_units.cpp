// The unit is told by place and by print: rows without a unit of their own, as many decimals as both ends
// have, and no amount of the table outside that has so many.
#include "table/bridged_units.h"

#include <algorithm>
#include <optional>

namespace kcfin::table {
namespace {

// What all figures of a row are, and the most decimals that one of them has.
struct Print {
  Measure measure = Measure::unknown;
  Unit unit;
  int decimals = 0;
  bool any = false;  // a figure that is not nil
};

class Bridges {
 public:
  Bridges(Table& table, std::vector<Figure>& figures) : table_(table), figures_(figures) {}

  void run() {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::size_t from = kNone;
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const Row& row = table_.rows[r];
      if (row.role == Role::header) continue;
      const auto own = print_of(row);
      if (!own) {
        from = kNone;
      } else if (is_end(*own)) {
        if (from != kNone && ends_bridge(from, r, *own)) settle(from, r, *own);
        from = r;
      } else if (own->measure != Measure::money) {
        from = kNone;
      }
    }
  }

 private:
  static constexpr std::size_t kLongest = 24;

  // Percentages without decimals are soon mistaken for counts.
  static bool is_end(const Print& print) {
    return print.any && ((print.measure == Measure::per_share && print.decimals >= 2) ||
                         (print.measure == Measure::percent && print.decimals >= 1));
  }

  // Of a row whose figures are of one measure; money where it is a column's own.
  [[nodiscard]] std::optional<Print> print_of(const Row& row) const {
    Print out;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c] == kNoFigure) continue;
      const Figure& figure = figures_[row.cells[c]];
      if (table_.columns[c].unit.measure != Measure::money) continue;  // a change, a share
      if (out.measure != Measure::unknown && out.measure != figure.unit.measure) {
        if (!figure.dash) return std::nullopt;
        continue;
      }
      if (figure.dash) continue;
      out.measure = figure.unit.measure;
      out.unit = figure.unit;
      if (!figure.value) continue;
      out.any = true;
      out.decimals = std::max<int>(out.decimals, figure.value->decimals);
    }
    if (out.measure == Measure::unknown) out.measure = Measure::money;  // nil throughout
    return out;
  }

  [[nodiscard]] bool ends_bridge(std::size_t from, std::size_t to, const Print& end) const {
    const auto begin = print_of(table_.rows[from]);
    if (!begin || begin->measure != end.measure || begin->decimals != end.decimals || to - from < 2 ||
        to - from > kLongest)
      return false;
    bool any = false;
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const Row& row = table_.rows[r];
      if (row.role == Role::header) continue;
      const auto own = print_of(row);
      if (r > from && r < to) {
        if (own->any && own->decimals != end.decimals) return false;
        any |= own->any;
      } else if (own && own->measure == Measure::money && own->any && own->decimals > 0 &&
                 !stands_in_bridge(r)) {
        return false;
      }
    }
    return any;
  }

  // Between two ends of one measure and as many decimals: another bridge's row.
  [[nodiscard]] bool stands_in_bridge(std::size_t r) const {
    const auto next_end = [&](int step) -> std::optional<Print> {
      for (std::size_t i = r + static_cast<std::size_t>(step); i < table_.rows.size();
           i += static_cast<std::size_t>(step)) {
        if (table_.rows[i].role == Role::header) continue;
        const auto own = print_of(table_.rows[i]);
        if (!own || own->measure != Measure::money) return own;
      }
      return std::nullopt;
    };
    const auto above = next_end(-1), below = next_end(1);
    return above && below && is_end(*above) && is_end(*below) && above->measure == below->measure;
  }

  void settle(std::size_t from, std::size_t to, const Print& end) {
    for (std::size_t r = from + 1; r < to; ++r) {
      for (const FigureId id : table_.rows[r].cells) {
        if (id == kNoFigure || figures_[id].unit.measure != Measure::money) continue;
        figures_[id].unit.measure = end.measure;
        if (end.measure == Measure::percent) figures_[id].unit.code = {};
        figures_[id].scale_power = 0;
      }
    }
  }

  Table& table_;
  std::vector<Figure>& figures_;
};

}  // namespace

void settle_bridged_units(Table& table, std::vector<Figure>& figures) { Bridges(table, figures).run(); }

}  // namespace kcfin::table
