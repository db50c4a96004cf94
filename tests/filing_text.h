// Filings written in a test, and what the program makes of them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "kcfin/finding.h"

namespace kcfin::testing {

// A filing of one table in tab-separated text, RMB in thousands unless the text says otherwise. Every break
// is claimed: what a rule or a cause is shown by does not hang on how sure the program is of it.
inline Checked check_text(std::string text, bool list_checks = true) {
  auto checked = check(std::move(text), {}, {.list_checks = list_checks, .claim_all = true});
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

// The row of that label; an empty one where there is none.
inline const Row& row_named(const Checked& checked, std::string_view label) {
  static const Row none;
  for (const Table& table : checked.filing.tables) {
    for (const Row& row : table.rows) {
      if (row.label == label) return row;
    }
  }
  return none;
}

// A row's cells: "14400 repaired, damaged, blank, 2000".
inline std::string cells(const Checked& checked, std::string_view label) {
  std::string out;
  for (const FigureId id : row_named(checked, label).cells) {
    if (!out.empty()) out += ", ";
    if (id == kNoFigure) {
      out += "blank";
      continue;
    }
    const Figure& figure = checked.filing.figures[id];
    out += figure.value ? figure.value->text() : "damaged";
    if (figure.status == Status::repaired) out += " repaired";
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
