// Releases of other issuers, where they are at hand: statements typed, totals read, figures held.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <vector>

#include "filing_text.h"

namespace kcfin {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(KCFIN_FILINGS_DIR) / "filings" / "other";

std::vector<Checked> filings() {
  std::vector<Checked> out;
  if (!fs::exists(kFolder)) return out;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    out.push_back(testing::check_text({std::istreambuf_iterator<char>(file), {}}));
  }
  return out;
}

// The figures below are those of three filings; another folder holds others.
bool at_hand() {
  return fs::exists(kFolder) && std::distance(fs::directory_iterator(kFolder), fs::directory_iterator()) == 3;
}

// "RMB 1000 2025-03-31 88888954, ...": a concept's row in the statement of a kind.
std::string row(const Checked& checked, TableKind kind, std::string_view concept_name) {
  std::string out;
  for (const Table& table : checked.filing.tables) {
    if (table.kind != kind || !out.empty()) continue;
    for (const Row& row : table.rows) {
      if (row.concept_name != concept_name || row.role == Role::header || !out.empty()) continue;
      for (const FigureId id : row.cells) {
        if (id == kNoFigure) continue;
        const Figure& figure = checked.filing.figures[id];
        out += (out.empty() ? "" : ", ") + figure.unit.text() + " e" + std::to_string(figure.scale_power) +
               " " + (figure.period.start.known() ? figure.period.start.iso() + ".." : "") +
               figure.period.end.iso() + " " + (figure.value ? figure.value->text() : "none");
      }
    }
  }
  return out;
}

// The row of each filing that has one.
std::set<std::string> rows(TableKind kind, std::string_view concept_name) {
  std::set<std::string> out;
  for (const Checked& checked : filings()) out.insert(row(checked, kind, concept_name));
  out.erase("");
  return out;
}

TEST(ConformanceOfOtherIssuers, TotalAssets) {
  if (!at_hand()) GTEST_SKIP() << "not the three filings in " << kFolder;
  EXPECT_EQ(rows(TableKind::balance_sheet, "Assets"),
            (std::set<std::string>{
                "RMB e3 2021-12-31 52053151, RMB e3 2022-06-30 48503627",
                "RMB e3 2023-12-31 185924978, RMB e3 2024-12-31 195991550, USD e3 2024-12-31 26850732",
                "RMB e3 2024-12-31 82706105, RMB e3 2025-03-31 88888954, USD e3 2025-03-31 12249224"}));
}

TEST(ConformanceOfOtherIssuers, NetResultAndOperatingCash) {
  if (!at_hand()) GTEST_SKIP() << "not the three filings in " << kFolder;
  EXPECT_TRUE(rows(TableKind::income_statement, "ProfitLoss")
                  .contains("RMB e3 2024-01-01..2024-03-31 -1367890, RMB e3 2024-10-01..2024-12-31 -1329973, "
                            "RMB e3 2025-01-01..2025-03-31 -664046, USD e3 2025-01-01..2025-03-31 -91509"));
  EXPECT_EQ(rows(TableKind::income_statement, "ProfitLoss").size(), 3U);
  EXPECT_EQ(rows(TableKind::cash_flow, "NetCashProvidedByUsedInOperatingActivities").size(), 1U);
}

TEST(ConformanceOfOtherIssuers, NothingIsWrongAndNearlyEveryFigureIsHeld) {
  if (!at_hand()) GTEST_SKIP() << "not the three filings in " << kFolder;
  for (const Checked& checked : filings()) {
    EXPECT_EQ(testing::summary(checked, Severity::warning), "");
    EXPECT_GE(checked.report.figures_checked * 100, checked.report.figures * 97);
  }
}

}  // namespace
}  // namespace kcfin
