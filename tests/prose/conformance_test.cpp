// Real filings, where they are at hand: what their sentences claim is held to the tables, and what one filing
// says of a period to what another said.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(KCFIN_FILINGS_DIR) / "filings";

struct Expected {
  const char* file;
  std::size_t pairs;                         // amounts with their US$ in parentheses
  std::multiset<std::string> warned, noted;  // findings on sentences: "198 tie/prose 1.4"
};

const std::vector<Expected>& filings() {
  static const std::vector<Expected> kFilings = {
      {"kc-2023-h1.txt", 27, {"216 tie/prose 910.6"}, {"198 tie/prose 1.4"}},
      {"kc-2024-q2.txt", 21, {}, {"56 translation/prose 6.9"}},
      {"kc-2024-fy.txt", 33, {"156 tie/prose -265.1"}, {"170 translation/prose 276.7", "228 tie/prose 0.1"}},
      {"kc-2025-h1.txt", 31, {"232 tie/prose 518.4"}, {"218 translation/prose 15.1"}}};
  return kFilings;
}

Checked checked(const char* file) {
  std::ifstream stream(kFolder / file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  auto out = check(text.str(), {}, {.list_checks = true});
  EXPECT_TRUE(out) << file;
  return out ? std::move(*out) : Checked{};
}

std::string_view rule_of(const Check& made) { return rules()[made.rule].id; }

TEST(ConformanceOfProse, FindsWhatTheSentencesGetWrongAndNoMore) {
  if (!fs::exists(kFolder)) GTEST_SKIP() << "no filings in " << kFolder;
  for (const Expected& expected : filings()) {
    SCOPED_TRACE(expected.file);
    const Checked filing = checked(expected.file);
    std::multiset<std::string> warned, noted;
    for (const Finding& finding : filing.report.findings) {
      const bool prose = finding.figure != kNoFigure && !filing.filing.figures[finding.figure].in_table();
      if (!prose || finding.cause != kNoCause || !finding.reported) continue;
      (finding.severity == Severity::note ? noted : warned)
          .insert(std::to_string(finding.at.line) + " " + std::string(rules()[finding.rule].id) + " " +
                  finding.reported->text());
    }
    EXPECT_EQ(warned, expected.warned);
    EXPECT_EQ(noted, expected.noted);
  }
}

TEST(ConformanceOfProse, EveryPairOfCurrenciesIsChecked) {
  if (!fs::exists(kFolder)) GTEST_SKIP() << "no filings in " << kFolder;
  for (const Expected& expected : filings()) {
    const Checked filing = checked(expected.file);
    const auto pairs =
        std::count_if(filing.report.checks.begin(), filing.report.checks.end(), [](const Check& made) {
          return rule_of(made) == "translation/prose" && made.verdict != Verdict::skipped;
        });
    EXPECT_GE(static_cast<std::size_t>(pairs), expected.pairs) << expected.file;
  }
}

TEST(ConformanceOfProse, EveryPercentageIsRecomputedOrHasItsReason) {
  if (!fs::exists(kFolder)) GTEST_SKIP() << "no filings in " << kFolder;
  for (const Expected& expected : filings()) {
    const Checked filing = checked(expected.file);
    std::set<FigureId> reasoned;
    for (const Check& made : filing.report.checks) {
      if (made.verdict == Verdict::skipped && !made.reason.empty()) reasoned.insert(made.figure);
    }
    for (const Claim& claim : filing.filing.claims) {
      const bool percentage = claim.kind == ClaimKind::change || claim.kind == ClaimKind::point_change ||
                              claim.kind == ClaimKind::margin || claim.kind == ClaimKind::share;
      if (!percentage) continue;
      EXPECT_TRUE(filing.report.checks_of[claim.figure] > 0 || reasoned.contains(claim.figure))
          << expected.file << ":" << filing.filing.figures[claim.figure].at.line << " "
          << claim.metric.phrase;
    }
  }
}

TEST(ConformanceOfProse, NearlyEveryAmountThatNamesARowIsTied) {
  if (!fs::exists(kFolder)) GTEST_SKIP() << "no filings in " << kFolder;
  for (const Expected& expected : filings()) {
    const Report report = checked(expected.file).report;
    EXPECT_GE(report.claims.tied, 59U) << expected.file;
    EXPECT_LE(report.claims.unresolved, 9U) << expected.file;
  }
}

TEST(ConformanceOfComparatives, FourFilingsAgreeButInFourPlaces) {
  if (!fs::exists(kFolder)) GTEST_SKIP() << "no filings in " << kFolder;
  Comparatives comparatives;
  std::size_t agree = 0;
  std::vector<std::string> differ;
  for (const Expected& expected : filings()) {
    Checked filing = checked(expected.file);
    comparatives.hold(filing.filing, filing.report, {.list_checks = true});
    comparatives.add(expected.file, filing.filing);
    for (const Check& made : filing.report.checks) {
      if (rule_of(made) == "tie/comparative" && made.verdict == Verdict::exact) ++agree;
    }
    for (const Finding& finding : filing.report.findings) {
      if (rules()[finding.rule].id != "tie/comparative") continue;
      EXPECT_EQ(finding.severity, Severity::note);
      differ.push_back(finding.label + " " + finding.reported->text() + " " + finding.expected->text());
    }
  }
  EXPECT_GE(agree, 140U);
  EXPECT_EQ(
      differ,
      (std::vector<std::string>{
          "General and administrative expenses -550042 -735177",
          "Less: Comprehensive income (loss) attributable to non-controlling interests -775 -776",
          "Comprehensive loss attributable to Kingsoft Cloud Holdings Limited shareholders -897537 -897536",
          "gearing ratio 68.7 127.2"}));
}

}  // namespace
}  // namespace kcfin
