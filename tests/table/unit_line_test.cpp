// Unit lines, one a line.
#include "table/unit_line.h"

#include <gtest/gtest.h>

#include <string>

namespace kcfin::table {
namespace {

// "e6 RMB, shares e3, shares excepted"; "none" where the text is no unit line.
std::string read(std::string_view text) {
  const ScaleStatement found = scale_statement(text);
  std::string out = found.scale_power < 0 ? "none" : "e" + std::to_string(found.scale_power);
  if (found.code[0] != 0) out += " " + std::string(found.code.data());
  if (found.shares_power >= 0) out += ", shares e" + std::to_string(found.shares_power);
  if (found.shares_excepted) out += ", shares excepted";
  return out;
}

struct Line {
  std::string_view text, expected;
};

template <std::size_t N>
void expect(const Line (&lines)[N]) {
  for (const Line& line : lines) EXPECT_EQ(read(line.text), line.expected) << line.text;
}

TEST(UnitLine, NamesAScale) {
  expect({{"(in thousands)", "e3"},
          {"(Amounts in millions)", "e6"},
          {"(In Millions of Renminbi)", "e6 RMB"},
          {"(in millions of euros)", "e6 EUR"},
          {"(RMB and USD in thousands)", "e3"},
          {"(Unit: RMB million)", "e6 RMB"},
          {"R$ thousand", "e3 BRL"},
          {"(in billions of yen)", "e9 JPY"},
          {"(000s of U.S. dollars)", "e3 USD"},
          {"(numbers in US$ 000's, except per share data)", "e3 USD"},
          {"RMB'000", "e3 RMB"},
          {"(expressed in US $000's)", "e3 USD"},
          {"Consolidated balance sheets (in \u20ac millions)", "e6 EUR"},
          {"\u20ac millions, unless otherwise stated", "e6 EUR"}});
}

TEST(UnitLine, NamesAScaleOfOtherPlaces) {
  expect({{"(Unit: RMB ten thousand)", "e4 RMB"},
          {"(in ten thousands of Renminbi)", "e4 RMB"},
          {"(hundred millions of yen)", "e8 JPY"},
          {"(Unit: hundred million yen)", "e8 JPY"},
          {"(\u20b9 in crores, unless otherwise stated)", "e7 INR"},
          {"(` in lakhs)", "e5"},
          {"(Rs. in Lakhs)", "e5 INR"},
          {"\uff08\u5355\u4f4d\uff1a\u4e07\u5143\uff09", "e4 RMB"},
          {"(\u767e\u4e07\u5186)", "e6 JPY"}});
}

TEST(UnitLine, GluesAScaleToACurrency) {
  expect({{"(US$m)", "e6 USD"},
          {"\u00a3m", "e6 GBP"},
          {"(\u20acbn)", "e9 EUR"},
          {"CONSOLIDATED INCOME STATEMENT (MUSD)", "e6 USD"},
          {"TEUR", "e3 EUR"},
          {"in TEUR", "e3 EUR"},
          {"(kEUR)", "e3 EUR"},
          {"MSEK", "e6 SEK"},
          {"EURm", "e6 EUR"},
          {"(NOK 000)", "e3 NOK"},
          {"Mio. EUR", "e6 EUR"},
          {"(in MSEK, except for per share data, unless otherwise stated in the notes)", "e6 SEK"},
          {"(Amounts in TEUR, except for share and per share data, unless otherwise stated)",
           "e3 EUR, shares excepted"},
          {"(mars)", "none"}});
}

TEST(UnitLine, SaysOfEachMeasureWhatItsClauseSays) {
  expect({{"(All amounts in thousands, except for share and per share data)", "e3, shares excepted"},
          {"(in millions, except per share data)", "e6"},
          {"(U.S. dollars in millions, shares in thousands)", "e6 USD, shares e3"},
          {"(Shares in thousands, dollars in millions)", "e6, shares e3"},
          {"(In millions, except count of shares, which are stated in thousands, and per share amounts)",
           "e6, shares e3, shares excepted"},
          {"(in millions, except percentages and per share amounts)", "e6"}});
}

TEST(UnitLine, NamesACurrencyAloneForSingleUnits) {
  expect(
      {{"(Expressed in Canadian dollars - unaudited)", "e0 CAD"},
       {"(in RMB)", "e0 RMB"},
       {"(Expressed in Canadian dollars, unless otherwise stated)", "e0 CAD"},
       {"Unit: Yen", "e0 JPY"},
       {"(Expressed in Canadian dollars, unless otherwise stated in the notes that follow them)", "e0 CAD"},
       {"Expressed in Canadian dollars, unless otherwise stated, the statements give what the company and "
        "its "
        "branches have earned in the half year",
        "none"},
       {"In RMB terms, revenues grew faster", "none"},
       {"Expressed in Canadian dollars, the margin was higher", "none"}});
}

TEST(UnitLine, IsNoSentence) {
  expect({{"Revenue was RMB 5 million", "none"},
          {"RMB 5 million", "none"},
          {"The Company", "none"},
          {"Cash of US$5.0 million", "none"},
          {"in MSEK the sales of the group in all of its markets grew as they had grown", "none"},
          {"Sales of the group in all of its markets, measured in MSEK, grew as before", "none"},
          {"Investments in Minsk", "none"}});
}

}  // namespace
}  // namespace kcfin::table
