// Every equation of the published filings judged a second time, by rationals of any size and without a word
// of the program's arithmetic: the verdicts must be the same.
#include <gmpxx.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "kcfin/finding.h"
#include "rules/arithmetic.h"

namespace kcfin {
namespace {

namespace fs = std::filesystem;

mpq_class power(int exponent) {
  mpz_class ten;
  mpz_ui_pow_ui(ten.get_mpz_t(), 10, static_cast<unsigned long>(exponent < 0 ? -exponent : exponent));
  return exponent < 0 ? mpq_class(1, ten) : mpq_class(ten);
}

mpq_class value_of(const Decimal& decimal) {
  return mpq_class(static_cast<long>(decimal.mantissa)) * power(-static_cast<int>(decimal.decimals));
}

struct Range {
  mpq_class low, high;
};

// Half a unit of the last printed place either way, in units; whole numbers of things are what they are.
Range range_of(const Figure& figure) {
  const mpq_class amount = value_of(*figure.value) * power(figure.scale_power);
  const bool counted =
      figure.unit.measure == Measure::pure && figure.scale_power == 0 && figure.value->decimals == 0;
  const mpq_class half =
      counted ? mpq_class(0) : power(figure.scale_power - static_cast<int>(figure.value->decimals)) / 2;
  return {amount - half, amount + half};
}

bool around_zero(const Range& range) { return sgn(range.low) <= 0 && sgn(range.high) >= 0; }

Range size_of(const Range& range) {
  const mpq_class a = abs(range.low), b = abs(range.high);
  return {around_zero(range) ? mpq_class(0) : std::min(a, b), std::max(a, b)};
}

// Of a and b in their ranges, where `made` is monotone in each.
template <class Made>
Range of_corners(const Range& a, const Range& b, const Made& made) {
  std::vector<mpq_class> all;
  for (const mpq_class& x : {a.low, a.high}) {
    for (const mpq_class& y : {b.low, b.high}) all.push_back(made(x, y));
  }
  return {*std::min_element(all.begin(), all.end()), *std::max_element(all.begin(), all.end())};
}

Range times(const Range& range, const mpq_class& factor) {
  return of_corners(range, {factor, factor},
                    [](const mpq_class& x, const mpq_class& y) -> mpq_class { return x * y; });
}

std::optional<Range> quotient(const Range& a, const Range& b) {
  if (around_zero(b)) return std::nullopt;
  return of_corners(a, b, [](const mpq_class& x, const mpq_class& y) -> mpq_class { return x / y; });
}

Range less(const Range& a, const Range& b) { return {a.low - b.high, a.high - b.low}; }

// (now - then) / size of then: monotone in each as long as then keeps its sign.
std::optional<Range> growth(const Range& now, const Range& then) {
  if (around_zero(then)) return std::nullopt;
  return of_corners(now, then,
                    [](const mpq_class& x, const mpq_class& y) -> mpq_class { return (x - y) / abs(y); });
}

// By the words of equation.h.
std::optional<Range> made_of(const Filing& filing, const Equation& equation) {
  std::vector<Range> terms;
  for (const Term& term : equation.terms) {
    if (term.figure == kNoFigure || !filing.figures[term.figure].value) return std::nullopt;
    const Range own = range_of(filing.figures[term.figure]);
    terms.push_back(term.sign < 0 ? Range{-own.high, -own.low} : own);
  }
  const mpq_class rate = value_of(equation.rate);
  const bool rated = sgn(rate) != 0;
  std::optional<Range> out;
  switch (equation.relation) {
    case Relation::sum:
      out = Range{};
      for (const Range& term : terms) out = Range{out->low + term.low, out->high + term.high};
      return out;
    case Relation::same:
      return terms[0];
    case Relation::opposite:
      return size_of(terms[0]);
    case Relation::translation:
    case Relation::scaled:
      return rated ? std::optional(times(terms[0], 1 / rate)) : std::nullopt;
    case Relation::ratio:
      out = quotient(terms[0], terms[1]);
      return out ? std::optional(times(*out, 100)) : out;
    case Relation::change:
      out = growth(terms[0], terms[1]);
      return out ? std::optional(times(*out, 100)) : out;
    case Relation::loss_change:
      out = growth(size_of(terms[0]), size_of(terms[1]));
      return out ? std::optional(times(*out, 100)) : out;
    case Relation::difference:
      out = less(terms[0], terms[1]);
      return rated ? times(*out, rate) : *out;
    case Relation::per_unit:
      out = quotient(terms[0], terms[1]);
      return out && rated ? std::optional(times(*out, rate)) : out;
  }
  return std::nullopt;
}

// The place that the last printed digit has.
int last_place(const Figure& figure) { return figure.scale_power - static_cast<int>(figure.value->decimals); }

// Of an amount of money that lost what was behind its last digit.
Range range_cut_off(const Figure& figure) {
  const mpq_class value = value_of(*figure.value) * power(figure.scale_power),
                  unit = power(last_place(figure));
  if (figure.unit.measure != Measure::money) return range_of(figure);
  return {sgn(value) > 0 ? value : mpq_class(value - unit), sgn(value) < 0 ? value : mpq_class(value + unit)};
}

bool adds_up_cut_off(const Filing& filing, const Equation& equation) {
  Range sum{};
  for (const Term& term : equation.terms) {
    const Range own = range_cut_off(filing.figures[term.figure]);
    sum = {sum.low + (term.sign < 0 ? mpq_class(-own.high) : own.low),
           sum.high + (term.sign < 0 ? mpq_class(-own.low) : own.high)};
  }
  const Range total = range_cut_off(filing.figures[equation.result]);
  return total.low <= sum.high && sum.low <= total.high;
}

std::optional<bool> judged(const Filing& filing, const Equation& equation) {
  if (equation.result == kNoFigure || !filing.figures[equation.result].value) return std::nullopt;
  const auto made = made_of(filing, equation);
  if (!made) return std::nullopt;
  const Figure& result = filing.figures[equation.result];
  const bool opposite = equation.relation == Relation::opposite;
  if (opposite || equation.relation == Relation::same) {
    const Figure& term = filing.figures[equation.terms[0].figure];
    if (last_place(result) == last_place(term)) {  // one fact, printed alike, is one figure
      const mpq_class own = value_of(*result.value) * power(result.scale_power);
      const mpq_class other = value_of(*term.value) * power(term.scale_power) * equation.terms[0].sign;
      return opposite ? abs(own) == abs(other) : own == other;
    }
  }
  const Range own = opposite ? size_of(range_of(result)) : range_of(result);
  if (own.low <= made->high && made->low <= own.high) return true;
  return filing.rounded_down && equation.relation == Relation::sum && adds_up_cut_off(filing, equation);
}

std::vector<fs::path> published() {
  std::vector<fs::path> files;
  const fs::path folder = fs::path(KCFIN_FILINGS_DIR) / "filings";
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".htm" || extension == ".html" || extension == ".txt" || extension == ".md")
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::size_t judge_twice(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const auto checked = check(std::string{std::istreambuf_iterator<char>(file), {}});
  if (!checked) return 0;
  std::size_t told = 0;
  for (const Equation& equation : relate(checked->filing).equations) {
    const auto first = rulebook::holds(checked->filing, equation);
    const auto second = judged(checked->filing, equation);
    told += second ? 1 : 0;
    // The program's arithmetic may end before that of any size; it then says nothing.
    EXPECT_TRUE(first == second || !first)
        << path << ": line " << checked->filing.figures[equation.result].at.line << ", relation "
        << static_cast<int>(equation.relation);
    EXPECT_EQ(first.has_value(), second.has_value()) << path;
  }
  return told;
}

TEST(SecondJudge, SaysTheSameOfTheFilingsOfTestdata) {
  std::size_t told = 0;
  for (const auto& entry : fs::directory_iterator(KCFIN_TESTDATA)) {
    if (entry.is_regular_file()) told += judge_twice(entry.path());
  }
  EXPECT_GT(told, 1500U);
}

// Under a sanitizer, which takes ten times as long, every fifth is enough: what is looked for there is not
// the verdict.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t kStep = 5;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr std::size_t kStep = 5;
#else
constexpr std::size_t kStep = 1;
#endif
#else
constexpr std::size_t kStep = 1;
#endif

TEST(ConformanceSecondJudge, SaysTheSameOfEveryPublishedFiling) {
  const std::vector<fs::path> files = published();
  if (files.empty()) GTEST_SKIP() << "no filings at " << KCFIN_FILINGS_DIR;
  std::size_t told = 0;
  for (std::size_t i = 0; i < files.size(); i += kStep) told += judge_twice(files[i]);
  RecordProperty("equations", static_cast<int>(told));
  EXPECT_GT(told, kStep == 1 ? 50000U : 5000U);
}

}  // namespace
}  // namespace kcfin
