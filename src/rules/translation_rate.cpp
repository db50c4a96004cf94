// translation/rate: the stated rate, against itself and against the tables.
#include <algorithm>
#include <optional>

#include "rules/arithmetic.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "rules/stated_rate.h"

namespace kcfin::rulebook {
namespace {

// "RMB7.2513 per US$1.00"
std::string words(const Decimal& rate, const Rate& of) {
  const std::string from(Unit{Measure::money, of.from}.currency_code());
  std::string to(Unit{Measure::money, of.to}.currency_code());
  if (to == "USD") to = "US$";
  return from + rate.text() + " per " + to + "1.00";
}

// 7.30 and 7.2993 are one rate, stated at two precisions.
bool one_rate(const Decimal& a, const Decimal& b) {
  const auto left = Interval::of(a, 0), right = Interval::of(b, 0);
  if (a.decimals == b.decimals) return same_value(a, b);
  return left && right && meets(*left, *right).value_or(true);
}

// A row's amount and its translation.
struct Leaf {
  FigureId amount = kNoFigure, translation = kNoFigure;
};

class StatedRates {
 public:
  StatedRates(const StatementIndex& index, RuleId rule, Equations& out)
      : index_(index), rule_(rule), out_(out) {}

  void run() {
    const std::vector<Rate> rates = different_rates();
    for (std::size_t i = 1; i < rates.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (contradict(rates[j], rates[i])) {
          remark_two(rates[j], rates[i]);
          break;
        }
      }
    }
    if (!rates.empty()) hold_against_tables(rates);
  }

 private:
  // Each rate where it is stated first. A filing states a handful; of more than some dozens none is telling.
  [[nodiscard]] std::vector<Rate> different_rates() const {
    constexpr std::size_t kMost = 48;
    std::vector<Rate> out;
    for (const Rate& rate : index_.filing().rates) {
      const bool there = std::any_of(out.begin(), out.end(), [&](const Rate& other) {
        return other.from == rate.from && other.to == rate.to && other.as_of == rate.as_of &&
               other.rate == rate.rate;
      });
      if (!there && out.size() < kMost) out.push_back(rate);
    }
    return out;
  }

  static bool contradict(const Rate& a, const Rate& b) {
    return a.from == b.from && a.to == b.to && a.as_of.known() && b.as_of.known() &&
           trading_date(a.as_of) == trading_date(b.as_of) && !one_rate(a.rate, b.rate);
  }

  void remark_two(const Rate& first, const Rate& second) {
    Remark remark;
    remark.rule = rule_;
    remark.at = second.at;
    remark.message = "two rates are stated for " + first.as_of.iso() + ": " + words(first.rate, first) +
                     " on line " + std::to_string(first.at.line) + ", " + words(second.rate, second) +
                     " here";
    find_leaves(first);
    const int by_first = explained(first.rate), by_second = explained(second.rate);
    if (by_first != by_second) {
      const Rate& better = by_first > by_second ? first : second;
      remark.suggestion = "the tables follow " + words(better.rate, better) + ": " +
                          std::to_string(std::max(by_first, by_second)) + " of " +
                          std::to_string(leaves_.size()) + " translated amounts, against " +
                          std::to_string(std::min(by_first, by_second));
    }
    out_.remarks.push_back(std::move(remark));
  }

  // ------------------------------------------------------------ the tables

  // Another rate explains nearly all the leaves, and no stated rate half of them.
  void hold_against_tables(const std::vector<Rate>& rates) {
    constexpr std::size_t kEnough = 6;
    const Rate* best = nullptr;
    int most = -1;
    for (const Rate& rate : rates) {
      if (rate.from != index_.reporting()) continue;
      find_leaves(rate);
      if (const int n = explained(rate.rate); n > most) {
        most = n;
        best = &rate;
      }
    }
    if (best == nullptr || leaves_.size() < kEnough) return;
    find_leaves(*best);
    const int all = static_cast<int>(leaves_.size());
    const auto implied = implied_rate(best->rate.decimals);
    if (most * 2 >= all || !implied || explained(*implied) * 10 < all * 9) return;
    Remark remark;
    remark.rule = rule_;
    remark.at = best->at;
    remark.message = "the tables are translated at about " + words(*implied, *best) + " (" +
                     std::to_string(explained(*implied)) + " of " + std::to_string(all) +
                     " amounts), not at the stated " + words(best->rate, *best) + " (" +
                     std::to_string(most) + ")";
    remark.suggestion = "state the rate that the tables were translated at";
    remark.explains_translations = true;
    out_.remarks.push_back(std::move(remark));
  }

  // Items of the latest period with enough digits to tell one rate from another.
  void find_leaves(const Rate& rate) {
    leaves_.clear();
    const Unit from{Measure::money, rate.from}, to{Measure::money, rate.to};
    for (const RowRef at : index_.rows()) {
      if (index_.row(at).role != Role::item) continue;
      for (const FigureId id : index_.row(at).cells) {
        if (id == kNoFigure || index_.filing().figures[id].unit != to) continue;
        const Period period = index_.period(at, id);
        if (period.end != index_.filing().report.end) continue;
        const FigureId amount = index_.cell(at, period, from);
        if (amount != kNoFigure && telling(amount) && telling(id)) leaves_.push_back({amount, id});
      }
    }
  }

  [[nodiscard]] bool telling(FigureId id) const {
    constexpr std::int64_t kFourDigits = 1000;
    const Figure& figure = index_.filing().figures[id];
    return figure.usable() && figure.value->size().mantissa >= kFourDigits;
  }

  [[nodiscard]] int explained(const Decimal& rate) const {
    return static_cast<int>(std::count_if(leaves_.begin(), leaves_.end(), [&](const Leaf& leaf) {
      Equation equation;
      equation.relation = Relation::translation;
      equation.result = leaf.translation;
      equation.terms = {{leaf.amount, 1}};
      equation.rate = rate;
      return holds(index_.filing(), equation).value_or(false);
    }));
  }

  // The median of what the leaves imply, the largest of them alone: they tell the last decimal.
  [[nodiscard]] std::optional<Decimal> implied_rate(std::uint8_t decimals) const {
    constexpr std::size_t kLargest = 15;
    std::vector<Leaf> largest = leaves_;
    const auto& figures = index_.filing().figures;
    std::sort(largest.begin(), largest.end(), [&](const Leaf& a, const Leaf& b) {
      return compare(figures[b.translation].value->size(), figures[a.translation].value->size()) < 0;
    });
    if (largest.size() > kLargest) largest.resize(kLargest);
    std::vector<Decimal> rates;
    for (const Leaf& leaf : largest) {
      const auto amount = exact_value(figures[leaf.amount]),
                 translation = exact_value(figures[leaf.translation]);
      if (!amount || !translation) continue;
      const auto quotient = divide(Interval::exact(*amount), Interval::exact(*translation));
      const auto rate = quotient ? rounded(quotient->low, decimals) : std::nullopt;
      if (rate && rate->mantissa > 0) rates.push_back(*rate);
    }
    if (rates.empty()) return std::nullopt;
    const auto middle = rates.begin() + static_cast<std::ptrdiff_t>(rates.size() / 2);
    std::nth_element(rates.begin(), middle, rates.end(),
                     [](const Decimal& a, const Decimal& b) { return compare(a, b) < 0; });
    return *middle;
  }

  const StatementIndex& index_;
  RuleId rule_;
  Equations& out_;
  std::vector<Leaf> leaves_;
};

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  if (input.filing().rates.empty()) return;
  const StatementIndex& index = input.statements();
  StatedRates(index, rule, out).run();
}

}  // namespace

const Rule translation_rate = {
    .id = "translation/rate",
    .severity = Severity::warning,
    .summary = "the stated rate: the same wherever it is stated, and the one the tables imply",
    .checks =
        "Every rate that the filing states for translations: all that are stated for one date must agree, "
        "and "
        "the translated items of the report's period must follow from one of them.",
    .arithmetic =
        "Rates of one date must be equal at the precision of the coarser. A translated item of four digits "
        "or "
        "more follows from a rate if amount / rate meets its interval; the tables contradict the stated rate "
        "only where it explains less than half of them and another rate at least nine tenths.",
    .example = "RMB7.2513 per US$1.00 for 2023-06-30 in one note, RMB7.2531 for the same date in another.",
    .advice = "State the rate that the tables were translated at, once.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
