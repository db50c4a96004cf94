// How sure a finding is, and what is said where it is not.
#include "solve/confidence.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "filing_text.h"

namespace kcfin {
namespace {

using solving::confidence_of;
using solving::Trait;
// As the program does it: what is not sure enough is not claimed.
Checked weighed_text(std::string text) {
  auto checked = check(std::move(text), {}, {.list_checks = true});
  EXPECT_TRUE(checked);
  return checked ? std::move(*checked) : Checked{};
}

bool weighed(const Finding& finding, std::string_view words) {
  return std::find(finding.evidence.begin(), finding.evidence.end(), words) != finding.evidence.end();
}

TEST(Confidence, LiesBetweenOneAndNinetyNine) {
  EXPECT_GE(confidence_of({}), 1);
  std::vector<Trait> everything, slips(40, Trait::kinds_two), doubts(40, Trait::many_others);
  EXPECT_EQ(confidence_of(slips), 99);
  EXPECT_EQ(confidence_of(doubts), 1);
  EXPECT_EQ(confidence_of({}), 50);
}

TEST(Confidence, SlipsSpeakForAnErrorAndConfusionAgainstOne) {
  for (const Trait trait : {Trait::slip_transposed, Trait::mends_two, Trait::kinds_two, Trait::alone})
    EXPECT_GT(confidence_of({trait}), 50) << solving::words_of(trait);
  for (const Trait trait : {Trait::off_by_one, Trait::unexplained, Trait::table_breaks, Trait::many_others})
    EXPECT_LT(confidence_of({trait}), 50) << solving::words_of(trait);
}

// Every trait has words of its own, by which tests/real/fit knows it.
TEST(Confidence, TraitsHaveWordsOfTheirOwn) {
  std::set<std::string_view> words;
  std::size_t count = 0;
#define WEIGHT(trait, text, weight) words.insert(solving::words_of(Trait::trait)), ++count;
#include "solve/weights.inc"
#undef WEIGHT
  EXPECT_EQ(words.size(), count);
}

TEST(Confidence, WhatSpeaksAgainstComesGravestFirst) {
  const std::vector<std::string_view> words =
      solving::against({Trait::prior, Trait::kinds_two, Trait::no_slip, Trait::many_others,
                        Trait::paragraph_breaks, Trait::off_by_one});
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(std::find(words.begin(), words.end(), "checks of different kinds point at it"), words.end());
}

std::string statement(std::string_view cost_of_2024) {
  return "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tFor the year ended December "
         "31,\t\n\t2023\t2024\n\tRMB\tRMB\nRevenues:\t\t\nCloud\t6,512\t7,211\nOther\t3,007\t3,105\n"
         "Total revenues\t9,519\t10,316\nCost of revenues\t(4,211)\t(" +
         std::string(cost_of_2024) +
         ")\nGross profit\t5,308\t5,500\nSelling expenses\t(1,204)\t(1,317)\nResearch "
         "expenses\t(2,118)\t(2,209)\n"
         "Total operating expenses\t(3,322)\t(3,526)\nOperating income\t1,986\t1,974\n"
         "Interest income\t112\t126\nIncome before tax\t2,098\t2,100\nIncome tax expense\t(398)\t(415)\n"
         "Net income\t1,700\t1,685\n";
}

TEST(Confidence, ATransposedFigureInASoundStatementIsSure) {
  const Checked checked = weighed_text(statement("4,861"));  // 4,816 is right
  ASSERT_EQ(checked.report.errors, 1U);
  const Finding& finding = checked.report.findings.front();
  ASSERT_TRUE(finding.confidence.has_value());
  EXPECT_TRUE(compare(*finding.confidence, Decimal{90, 2}) >= 0);
  EXPECT_TRUE(weighed(finding, "it stands in a statement"));
  EXPECT_TRUE(weighed(finding, "nothing else in the filing breaks"));
  EXPECT_TRUE(checked.report.not_understood.empty());
}

TEST(Confidence, ASoundFilingWeighsNothing) {
  const Checked checked = weighed_text(statement("4,816"));
  EXPECT_TRUE(checked.report.findings.empty());
  EXPECT_TRUE(checked.report.not_understood.empty());
  EXPECT_GT(checked.report.passed, 10U);
}

// Sentences of which each disagrees with its row in another way were misread; that is said, and nothing
// claimed.
TEST(Confidence, WhatIsMoreLikelyMisreadIsNotUnderstood) {
  const Checked checked = weighed_text(
      statement("4,816") +
      "\nRevenues were RMB4.1 million, gross profit was RMB9.9 million, operating income was RMB0.4 million, "
      "income before tax was RMB3.3 million and net income was RMB5.2 million in 2024.\n\n"
      "Revenues were RMB6.6 million in 2024. Gross profit was RMB1.1 million in 2024. Net income was RMB9.4 "
      "million in 2024.\n");
  const Report& report = checked.report;
  EXPECT_EQ(report.errors, 0U);
  EXPECT_GT(report.not_understood.size(), 3U);
  for (const Finding& finding : report.not_understood) {
    EXPECT_EQ(finding.fingerprint.size(), 16U);
    EXPECT_EQ(finding.cause, kNoCause);
    EXPECT_TRUE(compare(*finding.confidence, Decimal{50, 2}) < 0);
    EXPECT_FALSE(finding.against.empty());
  }
  EXPECT_GE(report.skipped, report.not_understood.size());
}

// Their checks are listed as skipped, with what speaks against them.
TEST(Confidence, ASkipSaysWhatSpeaksAgainstTheBreak) {
  auto checked =
      check(statement("4,816") +
                "\nRevenues were RMB4.1 million, gross profit was RMB9.9 million, operating income "
                "was RMB0.4 million, income before tax was RMB3.3 million and net income was RMB5.2 "
                "million in 2024.\n",
            {}, {.list_checks = true});
  ASSERT_TRUE(checked);
  const auto& checks = checked->report.checks;
  const auto doubted = std::count_if(checks.begin(), checks.end(), [](const Check& made) {
    return made.verdict == Verdict::skipped && made.reason.starts_with("not understood: ");
  });
  EXPECT_GT(doubted, 0);
}

// ---------------------------------------------------------------- what is weighed

// Of the first that breaks, whether it is claimed or not.
bool first_weighs(const std::string& text, Trait trait) {
  const Checked checked = weighed_text(text);
  const Report& report = checked.report;
  const auto& found = report.findings.empty() ? report.not_understood : report.findings;
  EXPECT_FALSE(found.empty());
  return !found.empty() && weighed(found.front(), solving::words_of(trait));
}

TEST(Weighing, HowFarAFigureIsOff) {
  EXPECT_TRUE(first_weighs(statement("4,820"), Trait::off_by_few));
  EXPECT_FALSE(first_weighs(statement("4,826"), Trait::off_by_few));
  EXPECT_FALSE(first_weighs(statement("3,816"), Trait::off_much));
  EXPECT_TRUE(first_weighs(statement("1,816"), Trait::off_much));
}

// A cost stands in one sum, revenues in two, and a sentence may state them too.
TEST(Weighing, HowManyChecksPointAtAFigure) {
  std::string text = statement("4,816");
  EXPECT_FALSE(first_weighs(statement("4,861"), Trait::mends_two));
  text.replace(text.find("10,316"), 6, "10,361");
  EXPECT_TRUE(first_weighs(text, Trait::mends_two));
  EXPECT_FALSE(first_weighs(text, Trait::mends_three));
  text += "\nTotal revenues were RMB10.316 million in 2024.\n";
  EXPECT_FALSE(first_weighs(text, Trait::mends_two));
  EXPECT_TRUE(first_weighs(text, Trait::mends_three));
}

// Totals of which the last two digits are transposed.
TEST(Weighing, HowMuchElseBreaks) {
  const auto with_wrong_totals = [](int wrong) {
    std::string text =
        "INCOME BY BRANCH\n\n(in thousands)\n\n\tFor the year ended December 31,\t\t\n\t2022\t2023\t2024\n"
        "\tRMB\tRMB\tRMB\n";
    for (int i = 0; i < 24; ++i) {
      const std::string branch = "branch " + std::string(1, static_cast<char>('A' + i)),
                        tens = std::to_string(10 + i);
      const std::string turned{tens.rbegin(), tens.rend()};
      text += fmt::format(
          "Income of {0}:\t\t\t\nSales\t1,2{1}\t1,3{1}\t1,4{1}\nFees\t300\t400\t500\n"
          "Total income of {0}\t1,5{1}\t1,7{1}\t1,9{2}\n",
          branch, tens, i < wrong ? turned : tens);
    }
    return text;
  };
  EXPECT_TRUE(first_weighs(with_wrong_totals(1), Trait::alone));
  EXPECT_TRUE(first_weighs(with_wrong_totals(6), Trait::few_others));  // one of them, 11, is right
  EXPECT_TRUE(first_weighs(with_wrong_totals(12), Trait::many_others));
}

TEST(Weighing, HowLongASumIs) {
  const auto sum_of = [](int rows) {
    std::string text =
        "CONSOLIDATED BALANCE SHEETS\n\n(in thousands)\n\n\tDecember 31,\t\n\t2023\t2024\n\tRMB\tRMB\n"
        "Current assets:\t\t\n";
    for (int i = 0; i < rows; ++i)
      text += "Deposits at bank " + std::string(1, static_cast<char>('A' + i)) + "\t1,0" +
              std::to_string(10 + i) + "\t2,0" + std::to_string(10 + i) + "\n";
    const int first = 1010 * rows + rows * (rows - 1) / 2, second = first + 1000 * rows + 2000;
    const auto grouped = [](int amount) {
      const std::string last = std::to_string(1000 + amount % 1000).substr(1);
      return std::to_string(amount / 1000) + "," + last;
    };
    return text + "Total current assets\t" + grouped(first) + "\t" + grouped(second) + "\n";
  };
  EXPECT_FALSE(first_weighs(sum_of(7), Trait::long_sum));
  EXPECT_TRUE(first_weighs(sum_of(8), Trait::long_sum));
}

// ---------------------------------------------------------------- one cause, one finding

std::string balance(std::string_view date, std::string_view rows) {
  return "Sample Holdings Limited\n\n(Exact Name of Registrant as Specified in Its Charter)\n\n"
         "CONSOLIDATED BALANCE SHEETS\n\n(in thousands)\n\n\t" +
         std::string(date) + "\n\tRMB\n" + std::string(rows);
}

TEST(Restatement, LinesOfOnePeriodThatDifferAreOneFinding) {
  const Checked then =
      weighed_text(balance("December 31, 2023",
                           "Cash and cash equivalents\t1,000\nInventories\t2,000\nGoodwill\t3,000\n"
                           "Prepayments\t4,000\nTotal assets\t10,000\n"));
  Checked now = weighed_text(balance("December 31, 2023",
                                     "Cash and cash equivalents\t1,007\nInventories\t2,113\nGoodwill\t3,229\n"
                                     "Prepayments\t4,331\nTotal assets\t10,680\n"));
  Comparatives comparatives;
  comparatives.add("then.txt", then.filing, Comparatives::lines_of(then.filing));
  comparatives.hold(now.filing, Comparatives::lines_of(now.filing), now.report);
  EXPECT_EQ(now.report.warnings, 1U);
  EXPECT_EQ(now.report.errors, 0U);
  EXPECT_EQ(now.report.consequences, 5U);
  ASSERT_FALSE(now.report.findings.empty());
  EXPECT_EQ(now.report.findings.front().message,
            "5 lines of the period to 2023-12-31 differ from what then.txt prints: a restatement");
}

TEST(Restatement, OneLineThatDiffersStandsForItself) {
  const Checked then =
      weighed_text(balance("December 31, 2023", "Cash and cash equivalents\t1,000\nInventories\t2,000\n"));
  Checked now =
      weighed_text(balance("December 31, 2023", "Cash and cash equivalents\t1,070\nInventories\t2,000\n"));
  Comparatives comparatives;
  comparatives.add("then.txt", then.filing, Comparatives::lines_of(then.filing));
  comparatives.hold(now.filing, Comparatives::lines_of(now.filing), now.report);
  EXPECT_EQ(now.report.warnings, 1U);
  EXPECT_EQ(now.report.consequences, 0U);
}

// Where nobody knows whose a filing is, it is nobody's comparative.
TEST(Restatement, FilingsOfUnknownIssuersAreNotHeldToEachOther) {
  const std::string text = balance("December 31, 2023", "Cash and cash equivalents\t1,000\n");
  Checked then = weighed_text(text);
  Checked now = weighed_text(balance("December 31, 2023", "Cash and cash equivalents\t7,000\n"));
  then.filing.issuer.clear();
  now.filing.issuer.clear();
  Comparatives comparatives;
  comparatives.add("then.txt", then.filing, Comparatives::lines_of(then.filing));
  comparatives.hold(now.filing, Comparatives::lines_of(now.filing), now.report);
  EXPECT_TRUE(now.report.findings.empty());
}

TEST(WrongRate, TranslationsThatBreakByItFollowFromIt) {
  const Checked checked = weighed_text(
      "Translations into U.S. dollars are made at RMB7.0999 to US$1.00, the noon buying rate on December 31, "
      "2024.\n\nUNAUDITED CONSOLIDATED BALANCE SHEETS\n\n(in thousands)\n\n\tDec 31, 2024\tDec 31, "
      "2024\n\tRMB\tUS$\nCash and cash equivalents\t729,930\t100,000\nRestricted cash\t72,993\t10,000\n"
      "Accounts receivable, net\t145,986\t20,000\nInventories\t218,979\t30,000\nGoodwill\t291,972\t40,000\n"
      "Property and equipment, net\t364,965\t50,000\nTotal assets\t1,824,825\t250,000\n");
  EXPECT_EQ(checked.report.errors, 0U);
  EXPECT_EQ(checked.report.warnings, 1U);
  const auto roots = std::count_if(
      checked.report.findings.begin(), checked.report.findings.end(),
      [](const Finding& finding) { return finding.cause == kNoCause && finding.severity != Severity::note; });
  EXPECT_EQ(roots, 1);
  EXPECT_TRUE(std::none_of(
      checked.report.not_understood.begin(), checked.report.not_understood.end(),
      [](const Finding& finding) { return rules()[finding.rule].id.starts_with("translation/"); }));
}

}  // namespace
}  // namespace kcfin
