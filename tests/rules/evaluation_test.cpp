// What the relations make of their terms, held to brute force over small exact rationals; and the two that
// ask it, the rules about printed figures and the network about values that are tried, held to each other.
#include "rules/evaluation.h"

#include <gtest/gtest.h>

#include <array>
#include <numeric>
#include <optional>
#include <vector>

#include "rules/arithmetic.h"
#include "solve/network.h"

namespace kcfin {
namespace {

// An exact rational of its own, so that nothing is held to itself.
struct Small {
  long n = 0, d = 1;
};
Small small(long n, long d) {
  if (d < 0) n = -n, d = -d;
  const long g = std::max(1L, std::gcd(n < 0 ? -n : n, d));
  return {n / g, d / g};
}
Small operator+(Small a, Small b) { return small(a.n * b.d + b.n * a.d, a.d * b.d); }
Small operator-(Small a, Small b) { return small(a.n * b.d - b.n * a.d, a.d * b.d); }
Small operator*(Small a, Small b) { return small(a.n * b.n, a.d * b.d); }
Small operator/(Small a, Small b) { return small(a.n * b.d, a.d * b.n); }
bool operator<(Small a, Small b) { return a.n * b.d < b.n * a.d; }
Small size_of(Small a) { return {a.n < 0 ? -a.n : a.n, a.d}; }

// By the words of equation.h.
std::optional<Small> by_definition(const Equation& equation, const std::vector<Small>& t) {
  const Small rate = small(equation.rate.mantissa, equation.rate.decimals == 1 ? 10 : 1);
  const bool rated = !equation.rate.zero();
  const auto quotient = [](Small a, Small b) { return b.n == 0 ? std::nullopt : std::optional(a / b); };
  const auto hundredfold = [](std::optional<Small> a) { return a ? std::optional(*a * Small{100, 1}) : a; };
  switch (equation.relation) {
    case Relation::sum:
      return std::accumulate(t.begin(), t.end(), Small{});
    case Relation::same:
      return t[0];
    case Relation::opposite:
      return size_of(t[0]);
    case Relation::translation:
    case Relation::scaled:
      return rated ? std::optional(t[0] / rate) : std::nullopt;
    case Relation::ratio:
      return hundredfold(quotient(t[0], t[1]));
    case Relation::change:
      return hundredfold(quotient(t[0] - t[1], size_of(t[1])));
    case Relation::loss_change:
      return hundredfold(quotient(size_of(t[0]) - size_of(t[1]), size_of(t[1])));
    case Relation::difference:
      return rated ? (t[0] - t[1]) * rate : t[0] - t[1];
    case Relation::per_unit: {
      const auto made = quotient(t[0], t[1]);
      return made && rated ? std::optional(*made * rate) : made;
    }
  }
  return std::nullopt;
}

struct Range {
  Small low, high;
};

// The least and the most that the terms can make: every relation is monotone in each term between its ends
// and the places where it turns, zero.
std::optional<Range> by_force(const Equation& equation, const std::vector<Range>& terms) {
  const std::size_t count = terms.size();
  std::vector<std::vector<Small>> choices;
  for (std::size_t i = 0; i < count; ++i) {
    const bool minus = equation.terms[i].sign < 0;
    Range own = terms[i];
    if (minus) own = {Small{} - terms[i].high, Small{} - terms[i].low};
    choices.push_back({own.low, own.high});
    const bool around_zero = own.low < Small{} && Small{} < own.high;
    if (around_zero) choices.back().push_back(Small{});
  }
  std::optional<Range> out;
  std::vector<std::size_t> at(count, 0);
  while (true) {
    std::vector<Small> chosen;
    for (std::size_t i = 0; i < count; ++i) chosen.push_back(choices[i][at[i]]);
    const auto made = by_definition(equation, chosen);
    if (!made) return std::nullopt;
    if (!out) out = Range{*made, *made};
    if (*made < out->low) out->low = *made;
    if (out->high < *made) out->high = *made;
    std::size_t i = 0;
    while (i < count && ++at[i] == choices[i].size()) at[i++] = 0;
    if (i == count) return out;
  }
}

Range printed_range(const Decimal& value) {
  const long d = value.decimals == 1 ? 10 : 1;
  return {small(2 * value.mantissa - 1, 2 * d), small(2 * value.mantissa + 1, 2 * d)};
}

Fraction fraction(Small a) { return {a.n, a.d}; }

bool same_amount(const Fraction& a, const Fraction& b) {
  const auto order = compare(a, b);
  return order && *order == 0;
}

constexpr std::array kRelations = {
    Relation::sum,   Relation::same,   Relation::opposite,    Relation::translation, Relation::scaled,
    Relation::ratio, Relation::change, Relation::loss_change, Relation::difference,  Relation::per_unit};

std::size_t terms_of(Relation relation) {
  switch (relation) {
    case Relation::sum:
      return 3;
    case Relation::same:
    case Relation::opposite:
    case Relation::translation:
    case Relation::scaled:
      return 1;
    default:
      return 2;
  }
}

// One equation over figures that are money of one scale, and all that is asked of it.
class Trial {
 public:
  Trial(Relation relation, const std::vector<Decimal>& values, const std::vector<int>& signs, Decimal rate,
        const Decimal& result) {
    equation_.relation = relation;
    equation_.rate = rate;
    add(result);
    equation_.result = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      add(values[i]);
      equation_.terms.push_back({static_cast<FigureId>(i + 1), static_cast<std::int8_t>(signs[i])});
    }
  }

  void hold() const {
    std::vector<Range> ranges;
    std::vector<Interval> amounts;
    for (const Term& term : equation_.terms) {
      const Decimal& value = *filing_.figures[term.figure].value;
      ranges.push_back(printed_range(value));
      amounts.push_back({fraction(ranges.back().low), fraction(ranges.back().high)});
    }
    const auto forced = by_force(equation_, ranges);
    const auto made = rulebook::made_of(equation_, amounts);
    if (!forced) {
      // A divisor that may be zero makes nothing.
      EXPECT_FALSE(made.has_value());
      return;
    }
    ASSERT_TRUE(made.has_value());
    EXPECT_TRUE(same_amount(made->low, fraction(forced->low)));
    EXPECT_TRUE(same_amount(made->high, fraction(forced->high)));
    hold_both(*forced);
  }

 private:
  void add(const Decimal& value) {
    Figure figure;
    figure.value = value;
    figure.unit.measure = Measure::money;
    filing_.figures.push_back(figure);
  }

  // The rules and the network say the same, and what the ranges say.
  void hold_both(const Range& forced) const {
    Equations equations;
    equations.equations.push_back(equation_);
    const solving::Network network(filing_, equations);
    const solving::Values values = printed();
    const bool repeats = equation_.relation == Relation::same || equation_.relation == Relation::opposite;
    const bool network_holds = network.holds(0, values);
    EXPECT_EQ(rulebook::holds(filing_, equation_), std::optional(network_holds));
    Range own = printed_range(*filing_.figures[0].value);
    if (equation_.relation == Relation::opposite && own.high < Small{1, 1000})
      own = {Small{} - own.high, Small{} - own.low};
    const bool one_precision = filing_.figures[0].value->decimals == filing_.figures[1].value->decimals;
    if (repeats && one_precision) return;  // they must be equal
    if (equation_.relation == Relation::opposite && own.low < Small{}) return;
    EXPECT_EQ(network_holds, !(own.high < forced.low) && !(forced.high < own.low));
    auto expected = rulebook::expected(filing_, equation_);
    // The rules give a size; the network the size with the printed sign.
    if (equation_.relation == Relation::opposite && expected && filing_.figures[0].value->mantissa < 0)
      expected = expected->negated();
    EXPECT_EQ(network.judge(0, values).expected, expected);
  }

  [[nodiscard]] solving::Values printed() const {
    solving::Values values;
    for (const Figure& figure : filing_.figures) values.push_back(figure.value);
    return values;
  }

  Filing filing_;
  Equation equation_;
};

TEST(Evaluation, IsWhatBruteForceMakesOfEveryRelation) {
  const std::array<Decimal, 7> values = {Decimal{-30, 1}, Decimal{-2, 0}, Decimal{0, 0}, Decimal{1, 0},
                                         Decimal{7, 1},   Decimal{4, 0},  Decimal{25, 1}};
  const std::array<Decimal, 5> results = {Decimal{-50, 0}, Decimal{0, 0}, Decimal{3, 0}, Decimal{25, 1},
                                          Decimal{100, 0}};
  std::size_t tried = 0;
  for (const Relation relation : kRelations) {
    const bool rated = relation == Relation::translation || relation == Relation::scaled;
    for (const Decimal& a : values) {
      for (const Decimal& b : values) {
        for (const Decimal& result : results) {
          for (const int sign : {1, -1}) {
            const std::size_t terms = terms_of(relation);
            std::vector<Decimal> chosen = {a};
            std::vector<int> signs = {1};
            if (terms > 1) chosen.push_back(b), signs.push_back(relation == Relation::sum ? sign : 1);
            if (terms > 2) chosen.push_back(Decimal{2, 0}), signs.push_back(1);
            SCOPED_TRACE(::testing::Message() << "relation " << static_cast<int>(relation) << ": " << a.text()
                                              << ", " << b.text() << " makes " << result.text());
            Trial(relation, chosen, signs, rated ? Decimal{25, 1} : Decimal{}, result).hold();
            if (relation == Relation::difference || relation == Relation::per_unit)
              Trial(relation, chosen, signs, Decimal{2, 0}, result).hold();
            ++tried;
          }
        }
      }
    }
  }
  EXPECT_GT(tried, 4000U);
}

TEST(Evaluation, MakesNothingOfAnotherNumberOfTermsOrOfNoRate) {
  Equation equation;
  equation.relation = Relation::ratio;
  equation.terms = {{1, 1}};
  const std::array one = {Interval::exact({1, 1})};
  EXPECT_FALSE(rulebook::made_of(equation, one));
  equation.relation = Relation::translation;
  EXPECT_FALSE(rulebook::made_of(equation, one));
  equation.rate = Decimal{2, 0};
  EXPECT_TRUE(rulebook::made_of(equation, one));
  EXPECT_FALSE(rulebook::made_of(equation, {}));
}

TEST(Evaluation, TakesATermsOwnSignInEveryRelation) {
  Equation equation;
  equation.relation = Relation::difference;
  equation.terms = {{1, 1}, {2, -1}};
  const auto made = rulebook::made_of(equation, std::array{Interval::exact({3, 1}), Interval::exact({4, 1})});
  ASSERT_TRUE(made);
  EXPECT_TRUE(same_amount(made->low, {7, 1}));
}

}  // namespace
}  // namespace kcfin
