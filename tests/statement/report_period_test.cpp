// The period that a filing reports is that of its statements.
#include <gtest/gtest.h>

#include "filing_text.h"

namespace kcfin {
namespace {

std::string annual(std::string_view after, std::string_view before = "") {
  return std::string(before) +
         "STATEMENTS OF OPERATIONS\n\n(In thousands)\n\n\tYear Ended December 31,\t\n\t2023\t2024\n"
         "\tUS$\tUS$\nRevenues\t90,000\t95,000\nCost of revenues\t(70,000)\t(71,000)\n"
         "Gross profit\t20,000\t24,000\nNet income\t6,000\t6,500\n\n" +
         std::string(after);
}

std::string report_end(const std::string& text) { return testing::check_text(text).filing.report.end.iso(); }

TEST(ReportPeriod, IsTheStatements) { EXPECT_EQ(report_end(annual("")), "2024-12-31"); }

TEST(ReportPeriod, AnOutlookIsNotReported) {
  EXPECT_EQ(report_end(annual("NON-GAAP OUTLOOK\n\n\tQ1 2025\tFY 2025\nAdjusted operating margin\t15%\t16%\n"
                              "Adjusted net margin\t11%\t12%\n")),
            "2024-12-31");
}

TEST(ReportPeriod, NothingThatEndsAfterTheFilingWasSignedIsReported) {
  const std::string forecast =
      "FORECAST OF RESULTS OF OPERATIONS\n\n(In thousands)\n\n\tYear Ending December 31,\n\t2025\n\tUS$\n"
      "Revenues\t99,000\nCost of revenues\t(72,000)\nGross profit\t27,000\nNet income\t6,900\n";
  EXPECT_EQ(report_end(annual(forecast, "Date: February 20, 2025\n\n")), "2024-12-31");
}

TEST(ReportPeriod, TheLastTwelveMonthsOfAMeasureMakeNoYearOfAQuarter) {
  const Checked checked = testing::check_text(
      "STATEMENTS OF OPERATIONS\n\n(In thousands)\n\n\tThree months ended September 30,\t\n\t2024\t2023\n"
      "\tUS$\tUS$\nRevenues\t25,000\t22,000\nCost of revenues\t(17,000)\t(16,000)\n"
      "Gross profit\t8,000\t6,000\nNet income\t1,600\t1,500\n\n"
      "RECONCILIATION OF NON-GAAP MEASURES\n\n(In thousands)\n\n\tTwelve months ended September "
      "30,\t\n\t2024\t2023\n\tUS$\tUS$\nNet cash flows from operating activities\t9,000\t8,000\n"
      "Capital expenditure\t(1,000)\t(900)\nFree cash flow\t8,000\t7,100\n");
  EXPECT_EQ(checked.filing.report.end.iso(), "2024-09-30");
  EXPECT_EQ(checked.filing.report_kind, ReportKind::quarter);
}

}  // namespace
}  // namespace kcfin
