// The two counts are known by their own labels; the rows between them only by their place. No scale is taken
// on one column's word: a quotient of few digits is soon met.
#include "table/share_counts.h"

#include <algorithm>
#include <optional>
#include <string>

#include "values/text.h"
#include "words/dilution.h"

namespace kcfin::table {
namespace {

const Figure* first_figure(const Row& row, const std::vector<Figure>& figures) {
  for (const FigureId id : row.cells) {
    if (id != kNoFigure) return &figures[id];
  }
  return nullptr;
}

bool counts_shares(const Row& row, const std::vector<Figure>& figures) {
  const Figure* first = first_figure(row, figures);
  return first != nullptr && first->unit.measure == Measure::shares;
}

bool is_amount_per_share(const Figure& figure) { return figure.unit.measure == Measure::per_share; }
bool is_count(const Figure& figure) { return figure.unit.measure == Measure::shares; }

class CountScales {
 public:
  CountScales(Table& table, std::vector<Figure>& figures) : table_(table), figures_(figures) {}

  void run() {
    for (const Row& row : table_.rows) {
      const Figure* first = first_figure(row, figures_);
      if (first == nullptr || row.role == Role::header) continue;
      const std::string label = lower(row.label);
      if (is_amount_per_share(*first) && !has(label, "dividend")) amounts_.push_back(&row);
      if (is_count(*first) && !has(label, "anti") && !has(label, "effect")) counts_.push_back(&row);
      if (first->unit.measure == Measure::money && names_income(label)) incomes_.push_back(&row);
    }
    if (amounts_.empty() || counts_.empty() || counts_.size() > kMostCounts ||
        amounts_.size() * incomes_.size() > kMostPairs)
      return;
    for (const Row* count : counts_) settle(*count);
  }

 private:
  static constexpr std::size_t kMostCounts = 8;  // of longer lists few are averages
  static constexpr std::size_t kMostPairs = 2000;
  static constexpr std::uint8_t kScales[] = {0, 3, 6};

  static bool names_income(const std::string& label) {
    return has(label, "income") || has(label, "profit") || has(label, "earnings") || has(label, "loss") ||
           has(label, "holders");
  }

  void settle(const Row& count) {
    const std::uint8_t now = first_figure(count, figures_)->scale_power;
    if (explained(count, now, false)) return;
    for (const std::uint8_t scale : kScales) {
      if (scale == now || !explained(count, scale, true)) continue;
      const Row *first = &count, *last = &count;
      for (const Row* other : counts_) {
        if (!of_its_size(count, *other)) continue;
        first = std::min(first, other);
        last = std::max(last, other);
      }
      // What dilutes stands between the two.
      for (const Row* row = first; row <= last; ++row) give(*row, now, scale);
      return;
    }
  }

  // Whether an income over the count is the amount per share in two columns, or, if `throughout`, in all of
  // them, one of which has two digits.
  [[nodiscard]] bool explained(const Row& count, std::uint8_t scale, bool throughout) const {
    for (const Row* amount : amounts_) {
      for (const Row* income : incomes_) {
        int hold = 0, judged = 0;
        bool digits = false;
        const std::size_t columns = table_.columns.size();
        for (std::size_t c = 0; c < columns && static_cast<std::size_t>(hold) + (columns - c) >= 2; ++c) {
          const auto held = quotient_holds(*income, count, scale, *amount, c);
          if (!held) continue;
          ++judged;
          hold += *held ? 1 : 0;
          if (throughout && !*held) break;
          digits |= *held && figures_[amount->cells[c]].value->size().mantissa >= 10;
        }
        if (hold >= 2 && (!throughout || (hold == judged && digits))) return true;
      }
    }
    return false;
  }

  [[nodiscard]] const Figure* usable(const Row& row, std::size_t column) const {
    const FigureId id = row.cells[column];
    return id != kNoFigure && figures_[id].usable() && !figures_[id].value->zero() ? &figures_[id] : nullptr;
  }

  [[nodiscard]] std::optional<bool> quotient_holds(const Row& income, const Row& count, std::uint8_t scale,
                                                   const Row& amount, std::size_t column) const {
    const Figure *top = usable(income, column), *bottom = usable(count, column),
                 *own = usable(amount, column);
    if (top == nullptr || bottom == nullptr || own == nullptr || !is_amount_per_share(*own) ||
        !is_count(*bottom) || top->unit.measure != Measure::money || top->unit.code != own->unit.code)
      return std::nullopt;
    const auto money = Interval::of(*top->value, top->scale_power);
    const auto shares = Interval::of(*bottom->value, scale);
    const auto printed = Interval::of(*own->value, own->scale_power);
    const auto made = money && shares ? divide(*money, *shares) : std::nullopt;
    return made && printed ? meets(*made, *printed) : std::nullopt;
  }

  // The basic and the diluted count do not differ by a factor of ten.
  [[nodiscard]] bool of_its_size(const Row& count, const Row& other) const {
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const Figure *a = usable(count, c), *b = usable(other, c);
      if (a == nullptr || b == nullptr) continue;
      const auto one = Interval::of(a->value->size(), 0), two = Interval::of(b->value->size(), 0);
      const auto quotient = one && two ? divide(*one, *two) : std::nullopt;
      return quotient && compare(quotient->high, Fraction{10, 1}) == std::strong_ordering::less &&
             compare(quotient->low, Fraction{1, 10}) == std::strong_ordering::greater;
    }
    return false;
  }

  void give(const Row& row, std::uint8_t from, std::uint8_t scale) {
    for (const FigureId id : row.cells) {
      if (id != kNoFigure && is_count(figures_[id]) && figures_[id].scale_power == from)
        figures_[id].scale_power = scale;
    }
  }

  Table& table_;
  std::vector<Figure>& figures_;
  std::vector<const Row*> amounts_, counts_, incomes_;
};

}  // namespace

void settle_count_scales(Table& table, std::vector<Figure>& figures) { CountScales(table, figures).run(); }

void settle_share_counts(Table& table, std::vector<Figure>& figures) {
  for (std::size_t basic = 0; basic < table.rows.size(); ++basic) {
    const Row& counted = table.rows[basic];
    const std::string label = lower(counted.label);
    if (!counts_shares(counted, figures) || !has(label, "basic") || has(label, "dilut")) continue;
    std::size_t diluted = basic + 1;
    while (diluted < table.rows.size() && !counts_shares(table.rows[diluted], figures) &&
           words::names_dilution(table.rows[diluted].label))
      ++diluted;
    if (diluted == table.rows.size() || !counts_shares(table.rows[diluted], figures) ||
        !has(lower(table.rows[diluted].label), "dilut"))
      continue;
    const Figure like = *first_figure(counted, figures);
    for (std::size_t r = basic + 1; r < diluted; ++r) {
      for (const FigureId id : table.rows[r].cells) {
        if (id == kNoFigure || figures[id].unit.measure != Measure::money) continue;
        figures[id].unit = like.unit;
        figures[id].scale_power = like.scale_power;
      }
    }
  }
}

}  // namespace kcfin::table
