// The reader of statements' names, held to patterns that say the same, over arrangements of their words.
#include "statement/statement_names.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <array>
#include <random>
#include <string>

namespace kcfin::statement {
namespace {

std::string named(std::string_view text) {
  std::string out;
  for (const StatementName& name : statement_names(text))
    out += std::to_string(static_cast<int>(name.kind)) + ":" +
           std::string(text.substr(name.begin, name.end - name.begin)) + "|";
  return out;
}

std::string named_by_patterns(std::string_view text) {
  struct Pattern {
    TableKind kind;
    RE2 pattern;
  };
  static const std::array<Pattern, 4> kPatterns = {{
      {TableKind::changes_in_equity,
       {"(?i)\\bstatements? of (?:consolidated |the )?(?:changes in |movements? in )?(?:consolidated )?"
        "(?:total )?(?:(?:share|stock)holders?(?:'|\u2019)?s?(?:'|\u2019)? )?(?:equity|deficit|net assets)"
        "(?: \\(deficit\\))?"}},
      {TableKind::cash_flow,
       {"(?i)\\b(?:statements? of (?:(?:standalone|consolidated|audited|unaudited) )*cash ?flows?|"
        "cash ?flows? statements?)"}},
      {TableKind::balance_sheet,
       {"(?i)\\b(?:balance ?sheets?|statements? of (?:consolidated )?financial (?:position|condition)|"
        "statements? of (?:(?:standalone|consolidated|audited|unaudited) )*assets and liabilities)"}},
      {TableKind::income_statement,
       {"(?i)\\b(?:statements? of (?:consolidated )?(?:net )?"
        "(?:operations|income|earnings|comprehensive (?:income|loss|earnings)|profits? (?:or|and) "
        "loss(?:es)?|loss|other comprehensive)|statements? of "
        "(?:(?:standalone|consolidated|audited|unaudited) )*financial results|"
        "income statements?|profit and loss (?:accounts?|statements?))"}},
  }};
  std::string out;
  for (const Pattern& one : kPatterns) {
    re2::StringPiece match;
    const re2::StringPiece whole(text.data(), text.size());
    if (one.pattern.Match(whole, 0, whole.size(), RE2::UNANCHORED, &match, 1))
      out += std::to_string(static_cast<int>(one.kind)) + ":" + std::string(match) + "|";
  }
  return out;
}

TEST(StatementNames, AreReadAsThePatternsHaveThem) {
  static constexpr auto kParts = std::to_array<std::string_view>({"Statement",
                                                                  "statements",
                                                                  " of ",
                                                                  " of ",
                                                                  "of",
                                                                  " ",
                                                                  "consolidated ",
                                                                  "Consolidated",
                                                                  "the ",
                                                                  "changes in ",
                                                                  "movement ",
                                                                  "movements in ",
                                                                  "total ",
                                                                  "shareholders",
                                                                  "stockholder's ",
                                                                  "\u2019 ",
                                                                  "' ",
                                                                  "equity",
                                                                  " (deficit)",
                                                                  "DEFICIT",
                                                                  "net assets",
                                                                  "cash",
                                                                  "Cash ",
                                                                  "flows",
                                                                  "flow",
                                                                  "balance",
                                                                  "sheet",
                                                                  "SHEETS",
                                                                  "financial",
                                                                  " position",
                                                                  " condition",
                                                                  " results",
                                                                  "unaudited ",
                                                                  "standalone ",
                                                                  "assets and liabilities",
                                                                  "net ",
                                                                  "income",
                                                                  "Operations",
                                                                  "comprehensive ",
                                                                  "loss",
                                                                  "losses",
                                                                  "profit",
                                                                  "profits",
                                                                  " or ",
                                                                  " and ",
                                                                  "accounts",
                                                                  "other comprehensive",
                                                                  "earnings",
                                                                  "1",
                                                                  "_",
                                                                  "(",
                                                                  "x"});
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same arrangements every time
  std::size_t with_name = 0;
  for (int i = 0; i < 40000; ++i) {
    std::string text = random() % 2 == 0 ? "Statements of " : "";
    for (std::size_t n = 2 + random() % 6; n-- > 0;) text += kParts[random() % kParts.size()];
    const std::string expected = named_by_patterns(text);
    ASSERT_EQ(named(text), expected) << text;
    with_name += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(with_name, 4000U);
}

TEST(StatementNames, TheFirstCounts) {
  const auto name =
      first_statement_name("Consolidated Statements of Operations and Statements of Cash Flows");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->kind, TableKind::income_statement);
  EXPECT_EQ(name->begin, 13U);
  EXPECT_FALSE(first_statement_name("Misstatements of incomes past"));
  EXPECT_FALSE(first_statement_name("Revenue of the account"));
}

}  // namespace
}  // namespace kcfin::statement
