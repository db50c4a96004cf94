// Statements as a viewer of tagged statements has them: their currency, their dated columns, blocks of years.
#include <gtest/gtest.h>

#include "row_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::html;
using testing::row;

std::string position(std::string_view title) {
  return "MAPLE WORKS INC.\n\n" + std::string(title) +
         "\n12 Months Ended\nDec. 31, 2024\nDec. 31, 2023\nRevenue 5,200 4,100\n"
         "Cost of sales (3,100) (2,600)\nGross profit 2,100 1,500\n";
}

TEST(ViewerText, TheCodeBehindTheTitleIsTheCurrency) {
  EXPECT_EQ(
      row(check_text(position("Consolidated Statements of Income - CNY (¥)\n¥ in Thousands")), "Revenue"),
      "RMB e3 2024-01-01..2024-12-31 5200, RMB e3 2023-01-01..2023-12-31 4100");
  EXPECT_EQ(row(check_text(position("Consolidated Statements of Income - A (b)\nin Thousands")), "Revenue"),
            " e3 2024-01-01..2024-12-31 5200,  e3 2023-01-01..2023-12-31 4100");
}

TEST(ViewerText, AColumnWithADateOfItsOwnIsNoCellGoneAstray) {
  const auto sheet = [](std::string_view second) {
    std::string rows =
        "<tr><td></td><td>June 30, 2024</td><td>" + std::string(second) + "</td><td>June 30, 2023</td></tr>";
    for (const std::string_view label : {"Cash", "Land", "Plant", "Tools", "Stock", "Loans", "Bonds", "Tax"})
      rows += "<tr><td>" + std::string(label) + "</td><td>5,200</td><td></td><td>4,100</td></tr>";
    rows += "<tr><td>Goodwill</td><td>7,200</td><td>6,300</td><td>5,100</td></tr>";
    return html("<p>BALANCE SHEETS</p><p>(in thousands of euros)</p>", rows);
  };
  EXPECT_EQ(row(check_text(sheet("March 31, 2024")), "Goodwill"),
            "EUR e3 2024-06-30 7200, EUR e3 2024-03-31 6300, EUR e3 2023-06-30 5100");
  EXPECT_EQ(row(check_text(sheet("")), "Goodwill"), "EUR e3 2024-06-30 7200, EUR e3 2023-06-30 5100");
}

// A year alone over the columns, between the rows of quarters of another year; with names of its own, or
// where the names say their year, it takes none.
TEST(ViewerText, AYearAloneHasTheQuartersOfTheYearAbove) {
  const auto filing = [](std::string_view first, std::string_view second) {
    const auto rows = [](std::string_view names) {
      return std::string(names) +
             "<tr><td>Revenue</td><td>5,200</td><td>4,100</td></tr>"
             "<tr><td>Cost of sales</td><td>(3,100)</td><td>(2,600)</td></tr>"
             "<tr><td>Gross profit</td><td>2,100</td><td>1,500</td></tr>";
    };
    return html("<p>QUARTERLY INCOME STATEMENTS</p><p>(in thousands of euros)</p>",
                rows(first) + rows(second));
  };
  const auto second_of = [](const auto& checked) {
    std::string out;
    for (const Column& column : checked.filing.tables.back().columns) out += column.period.end.iso() + " ";
    return std::to_string(checked.filing.tables.size()) + " " + out;
  };
  const std::string quarters = "<tr><td></td><td>March 31</td><td>June 30</td></tr>";
  const std::string ended = "<tr><td></td><td colspan=2>Quarter ended</td></tr>";
  const std::string year = "<tr><td></td><td colspan=2>2023</td></tr>";
  const std::string above = "<tr><td></td><td colspan=2>2024</td></tr>";
  EXPECT_EQ(second_of(check_text(filing(ended + quarters + above, year))), "2 2023-03-31 2023-06-30 ");
  EXPECT_EQ(second_of(check_text(
                filing(ended + quarters + above, year + "<tr><td></td><td>Europe</td><td>Asia</td></tr>"))),
            "2   ");
}

// The years of rows give their figures a period; what speaks of two years has none of them.
TEST(RowsOfYears, ARowThatComparesTwoYearsIsOfNeither) {
  const auto checked =
      check_text(html("<p>Growth of our measures (in US $ millions)</p>",
                      "<tr><td></td><td colspan=3>Three months ended June 30,</td></tr>"
                      "<tr><td></td><td>Revenue</td><td>Gross profit</td><td>Bookings</td></tr>"
                      "<tr><td>2023 as reported</td><td>1,100</td><td>500</td><td>2,000</td></tr>"
                      "<tr><td>2024 as reported</td><td>1,320</td><td>660</td><td>2,500</td></tr>"
                      "<tr><td>2024 compared with 2023</td><td>220</td><td>160</td><td>500</td></tr>"));
  EXPECT_NE(row(checked, "2024 as reported").find("2024-06-30"), std::string::npos);
  EXPECT_EQ(row(checked, "2024 compared with 2023").find("2024-06-30"), std::string::npos);
}

}  // namespace
}  // namespace kcfin
