// Sound filings in the layouts of many issuers: nothing is found, and most figures are held.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "filing_text.h"

namespace kcfin {
namespace {

Checked bundled(const std::string& name) {
  std::ifstream file(std::string(KCFIN_TESTDATA "/") + name, std::ios::binary);
  return testing::check_text({std::istreambuf_iterator<char>(file), {}});
}

TEST(SoundFilings, ThreeAndNineMonths) {
  const Checked filing = bundled("three-and-nine-months.txt");
  EXPECT_EQ(testing::summary(filing), "");
  EXPECT_GE(filing.report.claims.tied, 8U);
}

TEST(SoundFilings, DifferencesAndBasisPoints) {
  const Checked filing = bundled("differences-and-basis-points.txt");
  EXPECT_EQ(testing::summary(filing), "");
  EXPECT_EQ(filing.report.figures_checked, filing.report.figures);
}

TEST(SoundFilings, WeeksAndRatios) {
  const Checked filing = bundled("weeks-and-ratios.txt");
  EXPECT_EQ(testing::summary(filing), "");
  EXPECT_GE(filing.report.figures_checked * 10, filing.report.figures * 8);
}

TEST(SoundFilings, SegmentsAndRestatedColumns) {
  const Checked filing = bundled("segments-and-restated-columns.htm");
  EXPECT_EQ(testing::summary(filing), "");
  EXPECT_EQ(filing.report.figures_checked, filing.report.figures);
}

TEST(SoundFilings, BalancesRolledForward) {
  const Checked filing = bundled("balances-rolled-forward.txt");
  EXPECT_EQ(testing::summary(filing), "");
  EXPECT_EQ(filing.report.figures_checked, filing.report.figures);
}

TEST(SoundFilings, PartsAndPercentagesBelow) {
  const Checked filing = bundled("parts-and-percentages-below.txt");
  EXPECT_EQ(testing::summary(filing), "");
  EXPECT_EQ(filing.report.figures_checked, filing.report.figures);
}

TEST(SoundFilings, PercentagesOfOneWhole) {
  const Checked filing = bundled("percentages-of-one-whole.txt");
  EXPECT_EQ(testing::summary(filing), "");
  EXPECT_EQ(filing.report.figures_checked, filing.report.figures);
}

TEST(SoundFilings, NotesAndTheirLines) {
  const Checked filing = bundled("notes-and-their-lines.txt");
  EXPECT_EQ(testing::summary(filing), "");
  EXPECT_EQ(filing.report.figures_checked, filing.report.figures);
}

TEST(SoundFilings, DilutiveShares) {
  const Checked filing = bundled("dilutive-shares.txt");
  EXPECT_EQ(testing::summary(filing), "");
  EXPECT_GE(filing.report.figures_checked, 8U);
}

}  // namespace
}  // namespace kcfin
