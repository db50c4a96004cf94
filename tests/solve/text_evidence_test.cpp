// Text that looks damaged: claimed where a scanner has been, a note where it was only not understood.
#include <gtest/gtest.h>

#include <algorithm>

#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::summary;

std::string borrowings(std::string_view due) {
  return "<html><body><table><tr><td></td><td>Due</td><td>December 31, 2024</td></tr><tr><td>(in "
         "thousands)</td>"
         "<td></td><td>RMB</td></tr>"
         "<tr><td>Notes</td><td>" +
         std::string(due) +
         "</td><td>4,120</td></tr><tr><td>Bank loans</td><td>2026</td><td>1,377</td></tr>"
         "<tr><td>Leases</td><td>2027</td><td>2,208</td></tr><tr><td>Total</td><td></td><td>7,705</td></tr>"
         "</table></body></html>\n";
}

Checked as_the_program_does(std::string text) {
  auto checked = check(std::move(text));
  EXPECT_TRUE(checked);
  return checked ? std::move(*checked) : Checked{};
}

// No scanner has been in markup: what stands in a cell and is no figure is not damage.
TEST(TextEvidence, ARangeInACellOfMarkupIsNoDamage) {
  for (const std::string_view due : {"2025 - 2031", "2025-2031", "1:1", "Q2 2025"}) {
    const Checked checked = as_the_program_does(borrowings(due));
    EXPECT_EQ(checked.report.warnings, 0U) << due << "\n" << summary(checked);
  }
}

std::string costs(std::string_view rows) {
  return "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tFor the year ended December 31,\t\n"
         "\t2023\t2024\n\tRMB\tRMB\nCosts:\t\t\nCloud costs\t(2,104)\t(2,555)\nOther "
         "costs\t(1,411)\t(1,617)\n" +
         std::string(rows) + "Total costs\t(4,837)\t(5,701)\n";
}

// A head is lost, and what is left is not what makes the total.
TEST(TextEvidence, AFigureThatCannotBeReadIsToldAndHasNoValue) {
  const Checked checked = as_the_program_does(costs("Hosting costs\t(1,322)\t(,52\n"));
  const auto told = std::find_if(checked.report.findings.begin(), checked.report.findings.end(),
                                 [](const Finding& finding) { return finding.at.line == 11; });
  ASSERT_NE(told, checked.report.findings.end()) << summary(checked);
  EXPECT_EQ(told->origin, Origin::text);
}

// What was weighed is told, and adds up to what is claimed.
TEST(TextEvidence, WhatIsClaimedIsMoreLikelyThanNot) {
  for (const std::string_view cell : {"1,529 1", "l,529", "1.5.2.9", "S29", ",529", "1,5/9"}) {
    const Checked checked = as_the_program_does(costs("Hosting costs\t(1,322)\t" + std::string(cell) + "\n"));
    for (const Finding& finding : checked.report.findings) {
      if (!finding.confidence || finding.origin != Origin::text) continue;
      EXPECT_FALSE(finding.evidence.empty());
      EXPECT_EQ(finding.severity >= Severity::warning, compare(*finding.confidence, Decimal{50, 2}) >= 0)
          << cell;
    }
  }
}

}  // namespace
}  // namespace kcfin
