// Real filings, where they are at hand: what their sentences claim is held to the tables, and what one filing
// says of a period to what another said.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(KCFIN_FILINGS_DIR) / "filings";

Checked checked(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  auto out = check(text.str(), {}, {.list_checks = true});
  EXPECT_TRUE(out) << file;
  return out ? std::move(*out) : Checked{};
}

// One issuer's, oldest first.
const std::vector<Checked>& filings() {
  static const std::vector<Checked> kFilings = [] {
    std::vector<Checked> out;
    if (!fs::exists(kFolder)) return out;
    for (const auto& entry : fs::directory_iterator(kFolder)) {
      if (entry.path().extension() == ".txt") out.push_back(checked(entry.path()));
    }
    std::sort(out.begin(), out.end(),
              [](const Checked& a, const Checked& b) { return a.filing.report.end < b.filing.report.end; });
    return out;
  }();
  return kFilings;
}

std::string_view rule_of(const Check& made) { return rules()[made.rule].id; }

// Figures of which a check says why it was not made.
std::set<FigureId> reasoned(const Report& report) {
  std::set<FigureId> out;
  for (const Check& made : report.checks) {
    if (made.verdict == Verdict::skipped && !made.reason.empty()) out.insert(made.figure);
  }
  return out;
}

TEST(ConformanceOfProse, EveryPercentageIsRecomputedOrHasItsReason) {
  if (filings().empty()) GTEST_SKIP() << "no filings in " << kFolder;
  for (const Checked& filing : filings()) {
    const std::set<FigureId> reasons = reasoned(filing.report);
    for (const Claim& claim : filing.filing.claims) {
      const bool percentage = claim.kind == ClaimKind::change || claim.kind == ClaimKind::point_change ||
                              claim.kind == ClaimKind::margin || claim.kind == ClaimKind::share;
      if (!percentage) continue;
      EXPECT_TRUE(filing.report.checks_of[claim.figure] > 0 || reasons.contains(claim.figure))
          << filing.filing.report.end.iso() << " line " << filing.filing.figures[claim.figure].at.line << " "
          << claim.metric.phrase;
    }
  }
}

TEST(ConformanceOfProse, EveryPairOfCurrenciesIsChecked) {
  if (filings().empty()) GTEST_SKIP() << "no filings in " << kFolder;
  for (const Checked& filing : filings()) {
    const auto pairs =
        std::count_if(filing.report.checks.begin(), filing.report.checks.end(), [](const Check& made) {
          return rule_of(made) == "translation/prose" && made.verdict != Verdict::skipped;
        });
    EXPECT_GE(pairs, 21) << filing.filing.report.end.iso();
  }
}

TEST(ConformanceOfProse, NearlyEveryAmountThatNamesARowIsTied) {
  if (filings().empty()) GTEST_SKIP() << "no filings in " << kFolder;
  for (const Checked& filing : filings()) {
    const Report::ClaimCounts& claims = filing.report.claims;
    EXPECT_EQ(claims.found, claims.tied + claims.recomputed + claims.unresolved);
    EXPECT_GE(claims.tied * 100, claims.found * 60) << filing.filing.report.end.iso();
    EXPECT_LE(claims.unresolved * 100, claims.found * 10) << filing.filing.report.end.iso();
  }
}

TEST(ConformanceOfComparatives, AgreeButForAReclassificationTwoUnitsAndARedefinedRatio) {
  if (filings().empty()) GTEST_SKIP() << "no filings in " << kFolder;
  Comparatives comparatives;
  std::size_t agree = 0, units = 0, moved = 0, redefined = 0, other = 0;
  for (const Checked& filing : filings()) {
    Report report = filing.report;
    comparatives.hold(filing.filing, Comparatives::lines_of(filing.filing), report, {.list_checks = true});
    comparatives.add("earlier", filing.filing, Comparatives::lines_of(filing.filing));
    for (const Check& made : report.checks) {
      if (rule_of(made) == "tie/comparative" && made.verdict == Verdict::exact) ++agree;
    }
    for (const Finding& finding : report.findings) {
      if (rules()[finding.rule].id != "tie/comparative") continue;
      EXPECT_EQ(finding.severity, Severity::note);
      const auto says = [&](std::string_view words) {
        return finding.message.find(words) != std::string::npos;
      };
      ++(says("one unit apart")       ? units
         : says("a reclassification") ? moved
         : says("definition changed") ? redefined
                                      : other);
    }
  }
  EXPECT_GE(agree, 140U);
  EXPECT_EQ(moved, 1U);
  EXPECT_EQ(units, 2U);
  EXPECT_EQ(redefined, 1U);
  EXPECT_EQ(other, 0U);
}

}  // namespace
}  // namespace kcfin
