// The solver: agreement of translations, plugs, damaged figures, causes and candidates.
#include <gtest/gtest.h>

#include "filing_text.h"
#include "solve/faults.h"
#include "solve/severity.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::summary;

// Net revenue of two kinds in RMB and US$ at 7.2000 for one US$.
std::string translated(std::string_view rows) {
  return "The translations were made at the rate of RMB7.2000 to US$1.00, the noon buying rate on June 30, "
         "2024.\n\n"
         "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n"
         "\tFor the six months ended June 30,\t\t\n\t2023\t2024\t2024\n\tRMB\tRMB\tUS$\n" +
         std::string(rows);
}

TEST(Translation, EachCellMeetsItsQuotient) {
  EXPECT_EQ(summary(check_text(translated("Revenues:\t\t\t\nAds\t7,200\t14,400\t2,000\nGames\t3,600\t7,"
                                          "205\t1,001\nTotal revenues\t10,800\t21,605\t3,001\n"))),
            "");
}

TEST(Translation, APlugOfOneUnitIsANote) {
  // 7,207 / 7.2 = 1,000.97 and 14,403 / 7.2 = 2,000.42, yet 21,610 / 7.2 = 3,001.39 and the parts add up.
  EXPECT_EQ(summary(check_text(translated("Revenues:\t\t\t\nAds\t7,200\t14,403\t2,001\nGames\t3,600\t7,"
                                          "207\t1,001\nTotal revenues\t10,800\t21,610\t3,002\n"))),
            "note translation/cell line 11 printed 2001 expected 2000\n");
}

// 14,403 / 7.2 = 2,000.42, 7,203 / 7.2 = 1,000.42 and 3,603 / 7.2 = 500.42 come to 3,501.25.
TEST(Translation, APlugMayMakeATotalThatIsNotPrinted) {
  const auto list = [](std::string_view first, std::string_view rmb) {
    return summary(check_text(translated("Compensation cost included in:\t\t\t\nSales\t7,200\t" +
                                         std::string(rmb) + "\t" + std::string(first) +
                                         "\nResearch\t3,600\t7,203\t1,000\nStaff\t1,800\t3,603\t500\n")));
  };
  EXPECT_EQ(list("2,001", "14,403"), "note translation/cell line 11 printed 2001 expected 2000\n");
  EXPECT_EQ(list("2,000", "14,403"), "");  // each meets its own quotient
  EXPECT_EQ(list("2,001", "14,397"), "warning translation/cell line 11 printed 2001 expected 2000\n");
  EXPECT_NE(list("2,002", "14,403").find("printed 2002 expected 2000"), std::string::npos);
}

// Ads and taxes are off by as much, so that the net income meets its quotient: every row of the statement is
// rounded under it, however many totals stand between.
TEST(Translation, APlugMayMakeATotalSeveralTotalsFurtherOn) {
  const auto off_by = [](int off) {
    const auto at = [&](int dollars) { return std::to_string(dollars + off); };
    return summary(
        check_text(translated(
            "Revenues:\t\t\t\nAds\t7,200\t14,400\t" + at(2000) +
            "\nGames\t5,400\t10,800\t1,500\nMusic\t3,600\t7,200\t1,000\nTravel\t2,880\t5,760\t800\n"
            "Books\t2,160\t4,320\t600\nFilms\t1,800\t3,600\t500\nRents\t1,440\t2,880\t400\n"
            "Fees\t1,080\t2,160\t300\nTotal revenues\t25,560\t51,120\t" +
            at(7100) + "\nCost of revenues\t(5,400)\t(10,800)\t(1,500)\nGross profit\t20,160\t40,320\t" +
            at(5600) + "\nOperating expenses\t(3,600)\t(7,200)\t(1,000)\nOperating income\t16,560\t33,120\t" +
            at(4600) + "\nInterest income\t360\t720\t100\nIncome before income tax\t16,920\t33,840\t" +
            at(4700) + "\nIncome tax expense\t(1,800)\t(3,600)\t(" + at(500) +
            ")\nNet income\t15,120\t30,240\t4,200\n")),
        Severity::warning);
  };
  EXPECT_EQ(off_by(6), "");  // of twelve rows, each rounded by a half at most
  EXPECT_NE(off_by(7), "");
}

TEST(Translation, AFigureFromAnotherRowIsBlamedAndItsTotalsFollow) {
  const auto checked =
      check_text(translated("Revenues:\t\t\t\nAds\t7,200\t14,400\t1,001\nGames\t3,600\t7,205\t1,001\nTotal "
                            "revenues\t10,800\t21,605\t2,002\n"));
  EXPECT_EQ(summary(checked),
            "error translation/cell line 11 printed 1001 expected 2000\n  error translation/cell line 13 "
            "printed 2002 expected 3001\n");
  EXPECT_NE(checked.report.findings.front().suggestion.find(
                "the figure of \u201cGames\u201d (line 12) stands here"),
            std::string::npos);
  EXPECT_EQ(checked.report.consequences, 1U);
}

// Its translation is rounded, so that only the slip tells the figure to the digit.
TEST(Causes, ALongFigureIsToldByItsSlip) {
  EXPECT_EQ(
      summary(check_text(translated("Ads\t7,200,000\t41,400,075\t2,000,010\nGames\t3,600,000\t7,205,000\t"
                                    "1,000,694\nFees\t1,800,000\t3,600,000\t500,000\n"))),
      "error translation/cell line 10 printed 41400075 expected 14400075\n");
}

TEST(Causes, ATotalThatItsTranslationContradictsIsBlamed) {
  // The total's digits are transposed; parts and translation agree on 21,605.
  const auto checked =
      check_text(translated("Revenues:\t\t\t\nAds\t7,200\t14,400\t2,000\nGames\t3,600\t7,205\t1,001\nTotal "
                            "revenues\t10,800\t26,105\t3,001\n"));
  ASSERT_EQ(checked.report.errors, 1U);
  const Finding& root = checked.report.findings.front();
  EXPECT_EQ(root.at.line, 13U);
  EXPECT_EQ(root.expected->text(), "21605");
  EXPECT_TRUE(root.candidates.empty());
  EXPECT_NE(root.suggestion.find("two digits are transposed"), std::string::npos);
}

TEST(Causes, WhereNothingElseHoldsTheAddendsAllAreCandidates) {
  const auto checked = check_text(
      "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n\tFor the "
      "six months ended June 30,\t\t\n\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n"
      "Operating expenses:\t\t\t\nSelling expenses\t(200)\t(300)\t(400)\nResearch and development "
      "expenses\t(1,100)\t(1,250)\t(1,400)\nTotal operating expenses\t(1,300)\t(1,950)\t(1,800)\n");
  ASSERT_EQ(checked.report.findings.size(), 1U);
  EXPECT_EQ(checked.report.findings.front().at.line, 11U);
  EXPECT_EQ(checked.report.findings.front().candidates.size(), 3U);
}

TEST(Damage, ASeparatorMisreadIsRecoveredByItsTotal) {
  const auto checked =
      check_text(translated("Revenues:\t\t\t\nAds\t7,200\t14,400\t2.000\nGames\t3,600\t7,205\t1,"
                            "001\nOther\t3,600\t7,200\t1,000\nTotal revenues\t14,400\t28,805\t4,001\n"));
  EXPECT_EQ(summary(checked), "note text/number line 11\n");
  bool repaired = false;
  for (const Figure& figure : checked.filing.figures) {
    if (figure.raw == "2.000") {
      repaired = figure.status == Status::repaired && figure.value && figure.value->text() == "2000";
    }
  }
  EXPECT_TRUE(repaired);
}

TEST(Damage, ALostHeadWithoutProofHasNoValue) {
  const auto checked = check_text(
      translated("Users and sales:\t\t\t\nAds\t,200\t14,400\t2,000\nGames\t3,600\t7,205\t1,001\n"));
  for (const Figure& figure : checked.filing.figures) {
    if (figure.raw != ",200") continue;
    EXPECT_EQ(figure.status, Status::damaged);
    EXPECT_FALSE(figure.value);
  }
  EXPECT_EQ(checked.report.warnings, 1U);
  EXPECT_EQ(checked.report.errors, 0U);
}

TEST(Severity, IsOneTable) {
  using solving::Break;
  using solving::severity_of;
  EXPECT_EQ(severity_of({.relation = Relation::sum, .units_off = 5}), Severity::error);
  EXPECT_EQ(severity_of({.relation = Relation::translation, .units_off = 1}), Severity::warning);
  EXPECT_EQ(severity_of({.relation = Relation::same, .units_off = 1}), Severity::note);
  EXPECT_EQ(severity_of({.relation = Relation::same, .same_precision = false, .units_off = 1}),
            Severity::warning);
  EXPECT_EQ(severity_of({.relation = Relation::sum, .sound_text = false, .units_off = 5}), Severity::warning);
  EXPECT_EQ(severity_of({.relation = Relation::change, .across_zero = true, .units_off = 5}), Severity::note);
}

TEST(Claims, AreCountedAsTiedOrNot) {
  const auto checked = check_text(
      translated("Revenues:\t\t\t\nAds\t7,200\t14,400\t2,000\nGames\t3,600\t7,200\t1,000\nTotal "
                 "revenues\t10,800\t21,600\t3,000\n") +
      "\nTotal revenues were RMB21.6 million (US$3.0 million) in the six months ended June 30, 2024.\n");
  EXPECT_EQ(checked.report.claims.found, 1U);
  EXPECT_EQ(checked.report.claims.tied, 1U);
  EXPECT_EQ(checked.report.claims.unresolved, 0U);
}

TEST(Damage, AHashBehindAFigureIsAFootnoteMark) {
  EXPECT_EQ(summary(check_text(translated("Revenues:\t\t\t\nAds\t7,200\t14,400\t2,000#\nGames\t3,600\t7,"
                                          "200\t1,000\nTotal revenues\t10,800\t21,600\t3,000\n"))),
            "");
}

}  // namespace
}  // namespace kcfin
