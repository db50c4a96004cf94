// Directions without a figure, against the paragraph's own figures and the rows that they name.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "filing_text.h"
#include "prose_filing.h"
#include "prose_quarter_filing.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::quarter_release;
using testing::release;
using testing::summary;

// What is said of a sentence in a release of six months, and in one of a quarter and its year.
std::string said(std::string_view prose) { return summary(check_text(release(prose)), Severity::warning); }
std::string said_of_quarter(std::string_view prose) {
  return summary(check_text(quarter_release(prose)), Severity::warning);
}

TEST(Trends, AVerbIsHeldToTheRow) {
  EXPECT_EQ(said("Total revenues increased, primarily due to more berths."), "");
  EXPECT_EQ(said("Total revenues decreased, primarily due to more berths."), "warning ratio/change line 5\n");
  const auto checked = check_text(release("Gross profit fell year over year."));
  ASSERT_EQ(checked.report.findings.size(), 1U);
  EXPECT_EQ(checked.report.findings.front().message,
            "the sentence says “fell” of “Gross profit”, which went up from 232,500 to 286,306");
}

TEST(Trends, CostsMoveByTheirSize) {
  EXPECT_EQ(said("The increase in cost of revenues was mainly due to fuel."), "");
  EXPECT_EQ(said("The decrease in cost of revenues was mainly due to fuel."),
            "warning ratio/change line 5\n");
  EXPECT_EQ(said("Net loss decreased, mainly due to more berths."), "");
  EXPECT_EQ(said("Net loss increased, mainly due to more berths."), "warning ratio/change line 5\n");
}

// Through nothing, and what "improved" may mean of a loss, is not told.
TEST(Trends, WhatCanBeReadInTwoWaysIsSilent) {
  EXPECT_EQ(said("Operating income decreased year over year."), "");
  EXPECT_EQ(said("Net loss improved year over year."), "");
  EXPECT_EQ(said("Interest expense improved year over year."), "");
  // The quarter fell, the year rose, or the other way round: which of them is meant, is not said.
  EXPECT_EQ(said_of_quarter("Investment income declined."), "");
  EXPECT_EQ(said_of_quarter("Other income declined."), "");
  EXPECT_EQ(said_of_quarter("General and administrative expenses increased."),
            "warning ratio/change line 3\n");
}

TEST(Trends, EveryPeriodThatIsNotExcludedMustContradict) {
  EXPECT_EQ(said_of_quarter("Gross profit increased."), "");
  EXPECT_EQ(said_of_quarter("Gross profit decreased."), "warning ratio/change line 3\n");
  EXPECT_EQ(said_of_quarter("Gross profit decreased quarter over quarter."), "");  // no such column
  EXPECT_EQ(said_of_quarter("Gross profit decreased in the fourth quarter of 2024."),
            "warning ratio/change line 3\n");
}

TEST(Trends, AFigureOfTheSameParagraphSaysMoreThanTheRows) {
  EXPECT_EQ(
      said("Berth income was RMB5.1 million, compared with RMB4.0 million in the same period of 2023. The "
           "fleet was renewed. The increase in berth income was due to tourism."),
      "");
  EXPECT_EQ(
      said("Berth income was RMB5.1 million, compared with RMB4.0 million in the same period of 2023. The "
           "fleet was renewed. The decrease in berth income was due to tourism."),
      "error ratio/change line 5\n");
  EXPECT_EQ(said("Berth income increased by 27.5% year over year. The increase was due to tourism."), "");
  EXPECT_EQ(said("Berth income increased by 27.5% year over year. The decrease was due to tourism."),
            "error ratio/change line 5\n");
  // One of both went that way.
  EXPECT_EQ(
      said("Berth income increased by 27.5% and crane income decreased by 4.1% year over year. The decrease "
           "was due to tourism."),
      "");
}

// Of another paragraph under the same heading only what has the very name is held against it.
TEST(Trends, ThePartsOfASectionAreNamed) {
  constexpr std::string_view kBefore =
      "Gross profit for the tug business was RMB5.1 million, compared with RMB4.0 million in the same period "
      "of 2023."
      "\n\n";
  EXPECT_EQ(said(std::string(kBefore) + "The increase in tug gross profit was due to tourism."), "");
  EXPECT_EQ(said(std::string(kBefore) + "The decrease in tug gross profit was due to tourism."),
            "error ratio/change line 7\n");
  EXPECT_EQ(said(std::string(kBefore) + "The decrease in harbour tug gross profit was due to tourism."), "");
}

TEST(Trends, ARatioToRevenuesIsNotTheMeasure) {
  EXPECT_EQ(
      said(
          "As a percentage of revenues, crane expenses were 22.6%, compared with 19.4% in the same period of "
          "2023. The decrease in crane expenses was due to a mild winter."),
      "");
}

TEST(Trends, AnotherComparisonIsNotContradicted) {
  EXPECT_EQ(
      said("Berth income increased by 27.5% year over year. The sequential decrease was due to tourism."),
      "");
}

// A part of the measure, or its parent under another heading, is not the row.
TEST(Trends, AMetricUnderAForeignHeadingIsNotTheWholes) {
  EXPECT_EQ(said("Tugs\n\nGross profit decreased year over year."), "");
  EXPECT_EQ(said("Gross profit\n\nGross profit decreased year over year."), "warning ratio/change line 7\n");
  EXPECT_EQ(said("Gross profit of tugs decreased year over year."), "");
}

// What is said to have caused a change must work its way: more of the same, or less of what is taken off.
TEST(Trends, ACauseWorksTheWayOfWhatItExplains) {
  constexpr std::string_view kUp =
      "Berth fees rose. Crane maintenance expenses increased by 5.0%, primarily due to ";
  EXPECT_EQ(said(std::string(kUp) + "higher wage costs."), "");
  EXPECT_EQ(said(std::string(kUp) + "lower wage costs."), "warning ratio/change line 5\n");
  EXPECT_EQ(said(std::string(kUp) + "lower wage costs in the prior year."), "");  // which it is compared with
  EXPECT_EQ(said(std::string(kUp) + "lower tides."), "");
  EXPECT_EQ(said(std::string(kUp) + "more traffic, partially offset by a decrease in fuel costs."), "");
  EXPECT_EQ(said(std::string(kUp) + "more traffic, partially offset by an increase in fuel costs."),
            "warning ratio/change line 5\n");
  EXPECT_EQ(said("The increase in crane gross profit was due to lower fuel costs."), "");
  EXPECT_EQ(said("The decrease in crane gross profit was due to lower fuel costs."),
            "warning ratio/change line 5\n");
  EXPECT_EQ(
      said("The decrease in crane gross profit was due to increased revenues from tugs, which have lower "
           "margins."),
      "");
}

// Each cause of a list is held for itself, and what sets a change off works against it.
TEST(Trends, EveryCauseOfAListIsHeld) {
  constexpr std::string_view kUp = "Crane maintenance expenses increased by 5.0%, mainly due to ";
  EXPECT_EQ(said(std::string(kUp) + "increased headcount, higher rents and an increase in wages."), "");
  EXPECT_NE(said(std::string(kUp) + "decreased headcount, higher rents and an increase in wages."), "");
  EXPECT_NE(said(std::string(kUp) + "increased headcount, lower rents and an increase in wages."), "");
  EXPECT_NE(said(std::string(kUp) + "increased headcount, higher rents and a decrease in wages."), "");
  EXPECT_NE(said(std::string(kUp) + "new cranes and lower headcount."), "");
  EXPECT_NE(said(std::string(kUp) + "a RMB2.0 million decrease in wages."), "");
  EXPECT_NE(said(std::string(kUp) + "new cranes, which was partially offset by higher rents."), "");
  EXPECT_EQ(said(std::string(kUp) + "new cranes, which was partially offset by lower rents."), "");
  EXPECT_EQ(said(std::string(kUp) + "new cranes that need lower headcount."), "");
}

// More of the whole makes the ratio of a cost to it smaller; more of what is sold cheaper makes less profit.
TEST(Trends, ACauseOfARatioOrAMixIsNotHeld) {
  EXPECT_EQ(
      said("As a percentage of revenues, crane expenses decreased to 22.6% from 24.1% in the same period of "
           "2023, mainly due to higher volumes."),
      "");
  EXPECT_EQ(said("The decrease in crane gross profit was due to increased sales of lower-priced cranes."),
            "");
  EXPECT_EQ(said("The decrease in cash costs per lift was due to higher volumes."), "");
}

TEST(Trends, ACauseOfThePeriodBeforeExplainsTheOpposite) {
  constexpr std::string_view kDown =
      "Crane maintenance expenses decreased by 5.0% in the first half of 2024 due to higher wages in the ";
  EXPECT_EQ(said(std::string(kDown) + "same period of 2023."), "");
  EXPECT_NE(said(std::string(kDown) + "first half of 2024 as compared to the same period of 2023."), "");
}

// A cause that is a line of the statement went the way that it is named for.
TEST(Trends, ACauseIsHeldToItsRow) {
  constexpr std::string_view kLoans =
      "Total assets decreased by RMB24.9 million from December 31, 2023 to RMB405.5 million as of June 30, "
      "2024, primarily due to a ";
  EXPECT_EQ(said(std::string(kLoans) + "decrease in cash and cash equivalents."), "");
  EXPECT_NE(said(std::string(kLoans) + "decrease in restricted cash."), "");
  EXPECT_EQ(said(std::string(kLoans) + "decrease in cash and cash equivalents and restricted cash."), "");
  EXPECT_EQ(said(std::string(kLoans) + "decrease in fuel."), "");
}

// The word is blamed, once, whatever follows from it.
TEST(Trends, AWordIsBlamedAndNoFigure) {
  const auto checked = check_text(
      release("Total revenues decreased by 7.7% to RMB1,306.8 million from RMB1,212.9 million in the same "
              "period of 2023, primarily due to higher traffic."));
  ASSERT_FALSE(checked.report.findings.empty());
  const Finding& root = checked.report.findings.front();
  EXPECT_EQ(root.severity, Severity::error);
  EXPECT_EQ(root.word, "decreased");
  EXPECT_EQ(root.at.column, 16U);
  EXPECT_EQ(root.message,
            "the sentence says “decreased” of “Total revenues”, which went up from 1,212,900 to 1,306,806");
  EXPECT_EQ(checked.report.errors + checked.report.warnings, 1U);
}

TEST(Trends, AWordIsWeighedByWhatContradictsIt) {
  const auto sure = check_text(release("Gross profit decreased from RMB232.5 million to RMB286.3 million."));
  ASSERT_EQ(sure.report.findings.size(), 1U);
  EXPECT_EQ(sure.report.findings.front().severity, Severity::error);
  EXPECT_EQ(sure.report.findings.front().word, "decreased");
  const auto row = check_text(release("Gross profit decreased year over year."));
  ASSERT_EQ(row.report.findings.size(), 1U);
  EXPECT_EQ(row.report.findings.front().severity, Severity::warning);
  EXPECT_TRUE(compare(*row.report.findings.front().confidence, *sure.report.findings.front().confidence) < 0);
}

TEST(Trends, EqualFiguresAreNoContradiction) { EXPECT_EQ(said_of_quarter("Goodwill increased."), ""); }

}  // namespace
}  // namespace kcfin
