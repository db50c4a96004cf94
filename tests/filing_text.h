// Filings written in a test, and what the program makes of them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "kcfin/finding.h"

namespace kcfin::testing {

// A filing of one table in tab-separated text, RMB in thousands unless the text says otherwise.
inline Checked check_text(std::string text, bool list_checks = true) {
  auto checked = check(std::move(text), {}, {.list_checks = list_checks});
  EXPECT_TRUE(checked) << (checked ? std::string() : checked.error().message);
  return checked ? std::move(*checked) : Checked{};
}

inline std::string rule_of(const Finding& finding) { return std::string(rules()[finding.rule].id); }

// "error footing/total 12 reported 5 expected 4" for each root finding of note or more, one a line.
inline std::string summary(const Checked& checked, Severity least = Severity::note) {
  std::string out;
  for (const Finding& finding : checked.report.findings) {
    if (finding.severity < least) continue;
    out += finding.cause == kNoCause ? "" : "  ";
    out += std::string(name(finding.severity)) + " " + rule_of(finding) + " line " +
           std::to_string(finding.at.line);
    if (finding.reported) out += " printed " + finding.reported->text();
    if (finding.expected) out += " expected " + finding.expected->text();
    out += "\n";
  }
  return out;
}

// How many statements of a rule passed, failed and were skipped: "3 0 1".
inline std::string verdicts(const Checked& checked, std::string_view rule) {
  int passed = 0, failed = 0, skipped = 0;
  for (const Check& made : checked.report.checks) {
    if (rules()[made.rule].id != rule) continue;
    if (made.verdict == Verdict::skipped) {
      ++skipped;
    } else if (made.verdict == Verdict::inconsistent) {
      ++failed;
    } else {
      ++passed;
    }
  }
  return std::to_string(passed) + " " + std::to_string(failed) + " " + std::to_string(skipped);
}

}  // namespace kcfin::testing
