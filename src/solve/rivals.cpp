// The most plausible of those that explain as much is named only where its slip hardly comes about by chance.
#include "solve/rivals.h"

#include <algorithm>
#include <set>

#include "values/slip.h"

namespace kcfin::solving {
namespace {

constexpr int kClearly = 30;  // hundredths of a mended statement by which the best must lead
constexpr int kDecides = 15;  // by how much a telling slip must be the more plausible
constexpr std::size_t kMostRivals = 80, kMostNamed = 12;

struct Ranked {
  const Hypothesis* hypothesis = nullptr;
  int plausibility = 0;
};

int bits(Wide value) {
  int n = 0;
  for (Wide rest = value < 0 ? -value : value; rest != 0; rest >>= 1) ++n;
  return n;
}

// How much nearer to another period's figure the right one lies than the printed one, which may be that
// figure itself.
int nearer(const Decimal& printed, const Decimal& right, const Decimal& other) {
  if (printed == other) return 0;
  const Wide before = static_cast<Wide>(printed.mantissa) - other.mantissa;
  const Wide after = static_cast<Wide>(right.mantissa) - other.mantissa;
  const bool odd_before = (printed.mantissa < 0) != (other.mantissa < 0);
  const bool odd_after = (right.mantissa < 0) != (other.mantissa < 0);
  const int sign = odd_before == odd_after ? 0 : odd_before ? 20 : -20;
  return sign + 3 * std::clamp(bits(before) - bits(after), -8, 8);
}

class Chooser {
 public:
  explicit Chooser(const Inquiry& inquiry) : network_(inquiry.network), inquiry_(inquiry) {}

  [[nodiscard]] Choice choose(const std::vector<const Hypothesis*>& best_first) const {
    std::vector<Ranked> ranked = rivals_of(best_first);
    put_transposed_first(ranked);
    const bool alone = ranked.size() == 1;
    const bool told_apart = !alone && decides(ranked[0], ranked[1], *best_first.front());
    const Hypothesis* chosen = alone || told_apart ? ranked.front().hypothesis : best_first.front();
    Choice out{explained_by(*chosen), chosen};
    for (const Ranked& rival : ranked) {
      if (alone || (told_apart && rival.hypothesis == chosen)) continue;
      const Hypothesis& other = *rival.hypothesis;
      auto& named = told_apart ? out.explanation.others : out.explanation.rivals;
      named.push_back({other.figure, other.value, other.slip});
    }
    return out;
  }

 private:
  // The best and what mends as much as it does, for other figures; most plausible first.
  [[nodiscard]] std::vector<Ranked> rivals_of(const std::vector<const Hypothesis*>& best_first) const {
    const Hypothesis& best = *best_first.front();
    std::vector<Ranked> out{{&best, plausibility(best)}};
    std::set<FigureId> seen{best.figure};
    for (std::size_t i = 1; i < best_first.size() && out.size() < kMostRivals; ++i) {
      const Hypothesis& other = *best_first[i];
      if (best.worth - other.worth >= kClearly) break;
      const bool overlaps = std::any_of(other.mends.begin(), other.mends.end(), [&](std::size_t s) {
        return std::find(best.mends.begin(), best.mends.end(), s) != best.mends.end();
      });
      if (overlaps && seen.insert(other.figure).second) out.push_back({&other, plausibility(other)});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Ranked& a, const Ranked& b) { return a.plausibility > b.plausibility; });
    if (out.size() > kMostNamed) out.resize(kMostNamed);
    return out;
  }

  // The only rival in which a slip shows has digits transposed: of figures of some length, hardly one does by
  // chance.
  void put_transposed_first(std::vector<Ranked>& ranked) const {
    const auto found = std::find_if(ranked.begin(), ranked.end(),
                                    [&](const Ranked& rival) { return transposed(*rival.hypothesis); });
    if (found == ranked.end() || ranked.front().plausibility - found->plausibility >= kDecides) return;
    const bool alone = std::none_of(ranked.begin(), ranked.end(), [&](const Ranked& rival) {
      const Hypothesis& other = *rival.hypothesis;
      return &other != found->hypothesis && telling_slip(printed(other), other.value);
    });
    if (alone) std::rotate(ranked.begin(), found, found + 1);
  }

  [[nodiscard]] bool transposed(const Hypothesis& rival) const {
    return telling(printed(rival)) && slip_between(printed(rival), rival.value) == Slip::transposed;
  }

  // A slip that hardly comes about by chance, where no rival has the like: another cell's figure stands in
  // this one, digits are transposed, a sign is odd in its row, a figure is a thousand times too large.
  [[nodiscard]] bool decides(const Ranked& first, const Ranked& second, const Hypothesis& best) const {
    const Hypothesis& own = *first.hypothesis;
    if (own.mends.size() < best.mends.size()) return false;
    const bool other_slip = telling_slip(printed(*second.hypothesis), second.hypothesis->value);
    if (transposed(own) && !other_slip) return true;
    if (first.plausibility - second.plausibility < kDecides) return false;
    const Slip slip = slip_between(printed(own), own.value);
    return (!own.sources.empty() && !unchanged(own)) || slip == Slip::thousand || slip == Slip::sign;
  }

  [[nodiscard]] Explanation explained_by(const Hypothesis& best) const {
    Explanation out;
    out.figure = best.figure;
    out.value = best.value;
    out.about = best.about && slip_between(printed(best), best.value) == Slip::none;
    out.against = best.breaks;
    out.slip = best.slip;
    out.sources = best.sources;
    out.statements = best.mends;
    std::stable_sort(out.statements.begin(), out.statements.end(), [&](std::size_t a, std::size_t b) {
      return rank_to_report(a, best.figure) < rank_to_report(b, best.figure);
    });
    return out;
  }

  // An equation that gives the figure tells more than one that only repeats it.
  [[nodiscard]] int rank_to_report(std::size_t s, FigureId figure) const {
    const Equation& equation = network_.equation(inquiry_.statements[s].readings.front());
    const bool repeats = equation.relation == Relation::same || equation.relation == Relation::opposite;
    if (equation.result == figure) return repeats ? 1 : 0;
    const bool operand = std::any_of(equation.terms.begin(), equation.terms.end(),
                                     [&](const Term& term) { return term.figure == figure; });
    return operand ? 2 : 3;
  }

  // How well the mended value would fit its row: a likely slip, and nearer to the row's other periods than
  // what is printed.
  [[nodiscard]] int plausibility(const Hypothesis& rival) const {
    const Decimal& printed = this->printed(rival);
    int score = rival.sources.empty() ? 0 : unchanged(rival) ? 20 : 30;
    if (slip_between(printed, rival.value) != Slip::none) score += 8;
    const Figure& figure = network_.figure(rival.figure);
    if (!figure.in_table()) return score;
    const Row& row = network_.filing().tables[figure.table].rows[figure.row];
    for (const FigureId other : row.cells) {
      if (other == kNoFigure || other == rival.figure || !inquiry_.current[other]) continue;
      const Figure& neighbour = network_.figure(other);
      const Decimal& value = *inquiry_.current[other];
      if (!(neighbour.unit == figure.unit) || value.zero() || value.decimals != printed.decimals ||
          rival.value.decimals != printed.decimals)
        continue;
      score += nearer(printed, rival.value, value);
    }
    return score;
  }

  // A balance that is the same at two dates may be no slip at all: share capital, goodwill.
  [[nodiscard]] bool unchanged(const Hypothesis& rival) const {
    if (rival.sources.empty()) return false;
    const Figure& figure = network_.figure(rival.figure);
    const Figure& source = network_.figure(rival.sources.front());
    return figure.row == source.row && figure.unit == source.unit && figure.period.instant();
  }

  [[nodiscard]] const Decimal& printed(const Hypothesis& of) const { return *inquiry_.current[of.figure]; }

  const Network& network_;
  const Inquiry& inquiry_;
};

}  // namespace

Choice choose(const Inquiry& inquiry, const std::vector<const Hypothesis*>& best_first) {
  return Chooser(inquiry).choose(best_first);
}

}  // namespace kcfin::solving
