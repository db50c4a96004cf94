// The period that a filing reports is that of its statements.
#include <gtest/gtest.h>

#include <vector>

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

// Cash flows of the quarter, of the year so far and of the last twelve months.
std::string cash_flows(std::string_view income_span) {
  return "STATEMENTS OF OPERATIONS\n\n(In thousands)\n\n\t" + std::string(income_span) +
         " ended June 30,\t\n\t2024\t2023\n\tUS$\tUS$\nRevenues\t25,000\t22,000\n"
         "Cost of revenues\t(17,000)\t(16,000)\nGross profit\t8,000\t6,000\nNet income\t1,600\t1,500\n\n"
         "STATEMENTS OF CASH FLOWS\n\n(In thousands)\n\n\tTwelve months ended June 30,\t\n\t2024\t2023\n"
         "\tUS$\tUS$\nNet income\t3,600\t3,500\nNet cash provided by operating activities\t9,000\t8,000\n"
         "Net cash used in investing activities\t(4,000)\t(3,000)\n"
         "Net cash used in financing activities\t(1,000)\t(1,000)\n";
}

TEST(ReportPeriod, TheLastTwelveMonthsOfCashFlowsMakeNoYearOfAHalf) {
  EXPECT_EQ(testing::check_text(cash_flows("Six months")).filing.report_kind, ReportKind::interim);
  // The last quarter of a year has its cash flows beside it.
  EXPECT_EQ(testing::check_text(cash_flows("Three months")).filing.report_kind, ReportKind::annual);
  EXPECT_EQ(testing::check_text(cash_flows("Twelve months")).filing.report_kind, ReportKind::annual);
}

TEST(ReportPeriod, AFiscalQuarterIsNoFiscalYear) {
  const Checked checked = testing::check_text(
      "<html><body><p>Consolidated statements of comprehensive income (in US $ millions)</p><table>"
      "<tr><td></td><td colspan=\"2\">Fiscal Second Quarter Ended</td><td colspan=\"2\">Fiscal Six Months "
      "Ended</td></tr><tr><td></td><td>June 29, 2025</td><td>June 30, 2024</td><td>June 29, 2025</td>"
      "<td>June 30, 2024</td></tr><tr><td>Net "
      "earnings</td><td>537</td><td>686</td><td>1,536</td><td>1,941</td>"
      "</tr><tr><td>Foreign currency translation</td><td>(164)</td><td>(89)</td><td>(39)</td><td>34</td></tr>"
      "<tr><td>Comprehensive income</td><td>373</td><td>597</td><td>1,497</td><td>1,975</td></tr>"
      "</table></body></html>");
  ASSERT_EQ(checked.filing.tables.size(), 1U);
  std::vector<int> months;
  for (const Column& column : checked.filing.tables[0].columns) months.push_back(column.period.months());
  EXPECT_EQ(months, (std::vector<int>{3, 3, 6, 6}));
}

}  // namespace
}  // namespace kcfin
