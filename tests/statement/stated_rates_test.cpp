// Rates of exchange in sentences: what is one, of which currency, of which date; held to patterns that say
// the same, over arrangements of their parts.
#include "statement/stated_rates.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <array>
#include <random>
#include <string>

#include "words/currency.h"

namespace kcfin::statement {
namespace {

std::string code_of(const Currency& currency) { return {currency.data(), currency[2] == 0 ? 2U : 3U}; }

Filing filing_of(std::string_view text) {
  Filing filing;
  read_rates(Paragraph{text, {{0, {1, 1}}}}, filing);
  return filing;
}

// "RMB 7.1135 2024-06-30|"
std::string rates(std::string_view text) {
  const Filing filing = filing_of(text);
  std::string out;
  for (const Rate& rate : filing.rates)
    out += code_of(rate.from) + " " + rate.rate.text() + " " + rate.as_of.iso() + "|";
  return out;
}

TEST(StatedRates, StandBeforeTheDollarOrBehindIt) {
  EXPECT_EQ(rates("Translations were made at RMB7.1135 to US$1.00, the noon buying rate on June 30, 2024."),
            "RMB 7.1135 2024-06-30|");
  EXPECT_EQ(rates("On 31 March 2024 the rate was US$1 = JPY 148.20. Later it rose."),
            "JPY 148.20 2024-03-31|");
  EXPECT_EQ(rates("Korean won at KRW1,345.50 to US$1.00 as of December 29, 2023"), "KRW 1345.50 2023-12-29|");
  EXPECT_EQ(rates("of NT$32.42 to U.S. $1.00 and of NT$30.65 to U.S.$1.00"), "TWD 32.42 |TWD 30.65 |");
}

TEST(StatedRates, AreOfOneDollarAndNoMore) {
  EXPECT_EQ(rates("RMB7.11 to US$1.05"), "");
  EXPECT_EQ(rates("RMB7.11 to US$1,000"), "");
  EXPECT_EQ(rates("RMB7.11 to US$10"), "");
  EXPECT_EQ(rates("RMB 7.11 to US$1."), "RMB 7.11 |");
  EXPECT_EQ(rates("US$0.92 to US$1.00"), "");           // a dollar has no rate of its own
  EXPECT_EQ(rates("a dividend of RMB7 and US$1"), "");  // one digit is no rate
}

// A sign that yen and yuan share.
TEST(StatedRates, OfASharedSignFollowTheSizeOfTheRate) {
  EXPECT_EQ(rates("\u00a5148.20 to US$1.00"), "JPY 148.20 |");
  EXPECT_EQ(rates("\u00a57.11 to US$1.00"), "RMB 7.11 |");
}

// ---------------------------------------------------------------- the same by patterns

std::string pattern_of_marks() {
  std::string pattern;
  for (const words::CurrencyForm& form : words::currency_forms()) {
    const bool mark = form.form == words::Form::sign || form.form == words::Form::code;
    if (!mark || form.code == "USD") continue;
    pattern += (pattern.empty() ? "(" : "|") + RE2::QuoteMeta({form.text.data(), form.text.size()});
  }
  return pattern + ")";
}

std::string figures_by_patterns(const std::string& text) {
  static const std::string kDollar = "(?:US\\$|U\\.S\\.\\s?\\$|USD|\\$)\\s?1(?:\\.0+)?";
  static const std::string kFigure = "(\\d{1,4}\\.\\d{1,6}|\\d{1,2},\\d{3}(?:\\.\\d{1,6})?|\\d{2,4})";
  static const RE2 kBefore(pattern_of_marks() + "\\s?" + kFigure + "\\s*(?:per|to|=|for|:|equals?|and)\\s*" +
                               kDollar + "(?:[^\\d.,]|[.,](?:[^\\d]|$)|$)",
                           RE2::Latin1);
  static const RE2 kBehind(
      kDollar + "\\s*(?:=|to|:|for|equals?|into|per|at)\\s*" + pattern_of_marks() + "\\s?" + kFigure,
      RE2::Latin1);
  std::string out;
  for (const RE2* pattern : {&kBefore, &kBehind}) {
    re2::StringPiece rest(text), mark, figure;
    while (RE2::FindAndConsume(&rest, *pattern, &mark, &figure)) {
      // The patterns see Singapore's dollar in "US$".
      const bool of_us = mark == "S$" && mark.data() > text.data() && mark.data()[-1] == 'U';
      if (of_us) continue;
      std::string digits(figure);
      std::erase(digits, ',');
      out += digits + "|";
    }
  }
  return out;
}

std::string figures_read(const std::string& text) {
  std::string out;
  for (const Rate& rate : filing_of(text).rates) out += rate.rate.text() + "|";
  return out;
}

TEST(StatedRates, AreReadAsThePatternsHaveThem) {
  static constexpr auto kParts = std::to_array<std::string_view>(
      {"RMB",    "NT$",   "JPY",  "Rs.",      "7.11",    "148.20", "1,345.5",    "32",       "12.3456",
       "8",      " ",     " ",    " to ",     " per ",   " = ",    "=",          " equals ", " and ",
       " at ",   " for ", "US$1", "US$ 1.00", "USD 1.0", "USD1",   "U.S. $1.00", "U.S.$1",   "$1",
       "$1,000", "$1.05", "$12",  ".",        ",",       ";",      "x"});
  std::mt19937 random(11);  // NOLINT(cert-msc51-cpp): the same arrangements every time
  std::size_t with_rate = 0;
  for (int i = 0; i < 60000; ++i) {
    std::string text;
    for (std::size_t n = 4 + random() % 6; n-- > 0;) text += kParts[random() % kParts.size()];
    const std::string by_patterns = figures_by_patterns(text);
    ASSERT_EQ(figures_read(text), by_patterns) << text;
    with_rate += by_patterns.empty() ? 0 : 1;
  }
  EXPECT_GT(with_rate, 300U);
}

}  // namespace
}  // namespace kcfin::statement
