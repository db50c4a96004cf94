// Tables with their lines in columns and their years in rows.
#include <algorithm>
#include <string>

#include "filing_text.h"
#include "relations.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::relations;

// `rows`: below the amounts of two years; `span`: over every column.
std::string filing(std::string_view rows, std::string_view span = "Three months ended June 30,") {
  const std::string over(span);
  return "<html><body><p>Consolidated Statements of Operations (in US $ millions)</p><table>"
         "<tr><td></td><td>Three months ended June 30, 2024</td><td>Three months ended June 30, "
         "2023</td></tr>"
         "<tr><td>Revenue</td><td>1,320</td><td>1,100</td></tr>"
         "<tr><td>Cost of revenue</td><td>660</td><td>600</td></tr>"
         "<tr><td>Gross profit</td><td>660</td><td>500</td></tr></table>"
         "<p>Growth of our measures (in US $ millions, except percentages)</p><table>"
         "<tr><td></td><td colspan=\"3\">" +
         over +
         "</td></tr><tr><td></td><td>Revenue</td><td>Gross profit</td><td>Bookings</td></tr>"
         "<tr><td>2023 as reported</td><td>1,100</td><td>500</td><td>2,000</td></tr>"
         "<tr><td>2024 as reported</td><td>1,320</td><td>660</td><td>2,500</td></tr>" +
         std::string(rows) + "</table></body></html>";
}

std::string count(const std::string& text, std::string_view rule) {
  const std::string found = relations(text, rule);
  return std::to_string(std::count(found.begin(), found.end(), '\n')) +
         (found.find("breaks") == std::string::npos ? "" : ", one breaks");
}

constexpr std::string_view kChange =
    "<tr><td>Percentage change YoY</td><td>20%</td><td>32%</td><td>25%</td></tr>";

TEST(YearRows, AreOfTheSpanOfTheirHeadingInTheirYear) {
  const auto checked = check_text(filing(kChange));
  const Table& table = checked.filing.tables.back();
  ASSERT_EQ(table.rows.size(), 3U);
  const auto period = [&](std::size_t row) {
    return checked.filing.figures[table.rows[row].cells[1]].period;
  };
  EXPECT_EQ(period(0), (Period{calendar_date(2023, 4, 1), calendar_date(2023, 6, 30)}));
  EXPECT_EQ(period(1), (Period{calendar_date(2024, 4, 1), calendar_date(2024, 6, 30)}));
  EXPECT_FALSE(period(2).known());
  EXPECT_EQ(table.columns[0].heading, Heading::read);
}

TEST(YearRows, AHeadingWithAYearOfItsOwnKeepsIt) {
  const auto checked = check_text(filing(kChange, "Three months ended June 30, 2024"));
  const Table& table = checked.filing.tables.back();
  EXPECT_EQ(checked.filing.figures[table.rows[0].cells[1]].period.end, calendar_date(2024, 6, 30));
}

TEST(YearRows, AChangeBelowTwoYearsIsOfTheLaterAgainstTheEarlier) {
  EXPECT_EQ(count(filing(kChange), "ratio/change"), "3");
  EXPECT_EQ(count(filing("<tr><td>Percentage change YoY</td><td>20%</td><td>23%</td><td>25%</td></tr>"),
                  "ratio/change"),
            "3, one breaks");
  // At other rates, or of other amounts than these.
  EXPECT_EQ(count(filing("<tr><td>Change at constant currency</td><td>20%</td><td>32%</td><td>25%</td></tr>"),
                  "ratio/change"),
            "0");
  EXPECT_EQ(
      count(filing("<tr><td>Change in customers</td><td>7%</td><td>8%</td><td>9%</td></tr>"), "ratio/change"),
      "0");
}

TEST(YearRows, AnAmountIsThatOfTheLineThatItsColumnNames) {
  EXPECT_EQ(count(filing(kChange), "tie/statements"), "4");
  std::string slip = filing(kChange);
  slip.replace(slip.rfind("660"), 3, "606");
  EXPECT_EQ(count(slip, "tie/statements"), "4, one breaks");
}

}  // namespace
}  // namespace kcfin
