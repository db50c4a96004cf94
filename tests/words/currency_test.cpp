// Every currency is known to every room: one table, asked in several ways.
#include "words/currency.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "kcfin/finding.h"

namespace kcfin::words {
namespace {

std::string code(const CurrencyForm* form) { return form == nullptr ? "" : std::string(form->code); }

TEST(Currency, TheLongestFormIsTaken) {
  EXPECT_EQ(code(currency_at("US$5", kMarks)), "USD");
  EXPECT_EQ(code(currency_at("R$5", kMarks)), "BRL");
  EXPECT_EQ(currency_at("NT$5", kMarks)->text, "NT$");
  EXPECT_EQ(currency_at_lowered("euros in millions", kEveryForm)->text.size(),
            std::string_view("euros").size());
  EXPECT_EQ(code(currency_before("of HK$", kMarks)), "HKD");
  EXPECT_EQ(code(currency_before("a total of $", kMarks)), "USD");
}

TEST(Currency, OnlyTheFormsThatAreAskedFor) {
  EXPECT_EQ(currency_at("Swiss francs", kMarks), nullptr);
  EXPECT_EQ(code(currency_at("Swiss francs", kMarks | Form::name)), "CHF");
  EXPECT_EQ(currency_at("won a contract", kMarks | Form::name), nullptr);  // a word of sentences
  EXPECT_EQ(code(currency_at_lowered("won", kEveryForm)), "KRW");
  EXPECT_EQ(currency_at("", kEveryForm), nullptr);
  EXPECT_EQ(currency_at_lowered("", kEveryForm), nullptr);
  EXPECT_EQ(currency_before("", kEveryForm), nullptr);
}

TEST(Currency, StandsAlone) {
  EXPECT_EQ(code(currency_alone("CHF")), "CHF");
  EXPECT_EQ(code(currency_alone("\u20aa")), "ILS");
  EXPECT_EQ(currency_alone("RMB'000"), nullptr);
  EXPECT_EQ(currency_alone("yen"), nullptr);
}

TEST(Currency, IsNamedInAText) {
  EXPECT_TRUE(names_currency("revenues of \u20b9 5 crore", kMarks));
  EXPECT_TRUE(names_currency("5.2 million yuan", kMarks | Form::name));
  EXPECT_FALSE(names_currency("revenues grew", kMarks));
}

TEST(Currency, SomeSignsAreShared) {
  EXPECT_TRUE(currency_alone("$")->shared());
  EXPECT_TRUE(currency_alone("\u00a5")->shared());
  EXPECT_FALSE(currency_alone("US$")->shared());
  EXPECT_TRUE(is_dollar(currency("NZD")));
  EXPECT_FALSE(is_dollar(currency("EUR")));
}

// A filing with one wrong translation that carries into a total, and one wrong amount in a sentence: whatever
// its currency and however that is written, three errors.
std::string filing_in(const std::string& mark) {
  return "The translations were made at the rate of " + mark + "3.7000 to US$1.00 on December 31, 2024.\n\n" +
         "CONSOLIDATED STATEMENTS OF INCOME\n\n(in thousands)\n\n\tFor the year ended December 31,\t\t\n" +
         "\t2023\t2024\t2024\n\t" + mark + "\t" + mark + "\tUS$\n" +
         "Revenue\t7,400\t14,800\t9,000\nCost of revenue\t(3,700)\t(7,400)\t(5,000)\nGross "
         "profit\t3,700\t7,400\t4,000\n\nRevenue was " +
         mark + "19.8 million in 2024, compared with " + mark + "7.4 million in 2023.\n";
}

TEST(Currency, IsCheckedLikeAnyOther) {
  for (const std::string mark : {"RMB", "CHF", "NIS", "\u20aa", "NZ$", "SEK", "ZAR", "PLN ", "KRW", "\u20ac",
                                 "Ps.", "AED ", "NT$", "A$", "C$", "THB", "\u20a9", "TRY"}) {
    const Result<Checked> checked = check(filing_in(mark), {}, {.claim_all = true});
    ASSERT_TRUE(checked) << mark;
    EXPECT_EQ(checked->report.errors, 3U) << mark;
    EXPECT_EQ(checked->report.figures_checked, 9U) << mark;
  }
}

// The same with the right figures in their place.
TEST(Currency, IsNoFindingWhereItIsRight) {
  for (const std::string mark : {"RMB", "NIS", "SEK", "AED "}) {
    std::string text = filing_in(mark);
    for (const auto& [wrong, right] : {std::pair<std::string, std::string>{"9,000", "4,000"},
                                       {"(5,000)", "(2,000)"},
                                       {"\t4,000\n\n", "\t2,000\n\n"},
                                       {"19.8 million", "14.8 million"}})
      text.replace(text.find(wrong), wrong.size(), right);
    const Result<Checked> checked = check(std::move(text));
    ASSERT_TRUE(checked) << mark;
    EXPECT_TRUE(checked->report.findings.empty()) << mark;
    EXPECT_EQ(checked->report.figures_checked, 9U) << mark;
  }
}

// A dollar buys more than fifty yen and less than fifty yuan.
TEST(Currency, ARateTellsYenFromYuan) {
  const auto rate_in = [](std::string text) {
    const Result<Checked> checked = check(std::move(text));
    return checked && checked->filing.rates.size() == 1
               ? std::string(checked->filing.rates[0].from.data()) + checked->filing.rates[0].rate.text()
               : std::string();
  };
  EXPECT_EQ(rate_in("The rate was \u00a5149.58 to US$1.00.\n\n\t2024\nRevenue\t5,000\n"), "JPY149.58");
  EXPECT_EQ(rate_in("The rate was \u00a57.2993 to US$1.00.\n\n\t2024\nRevenue\t5,000\n"), "RMB7.2993");
  EXPECT_EQ(rate_in("The rate was KRW1,472.50 to US$1.00.\n\n\t2024\nRevenue\t5,000\n"), "KRW1472.50");
}

}  // namespace
}  // namespace kcfin::words
