// The periods of columns whose heading says them once, over the labels, in a title, in a section, or a column
// off.
#include <gtest/gtest.h>

#include "row_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::html;
using testing::row;

constexpr std::string_view kOpening = "<p>FORM 6-K</p><p>Maple Works Inc.</p>";

TEST(PeriodOverLabels, IsSaidOfAllYears) {
  const auto filing = [](std::string_view label) {
    return html(std::string(kOpening) + "<p>SUMMARY OF RESULTS</p><p>(in thousands of euros)</p>",
                "<tr><td>" + std::string(label) +
                    "</td><td>2024</td><td>2023</td></tr>"
                    "<tr><td>Revenue</td><td>5,200</td><td>4,100</td></tr>"
                    "<tr><td>Cost of sales</td><td>(3,100)</td><td>(2,600)</td></tr>"
                    "<tr><td>Gross profit</td><td>2,100</td><td>1,500</td></tr>");
  };
  EXPECT_EQ(
      row(check_text(filing("RESULTS OF THE TIMBER DIVISION Three months ended June 30")), "Cost of sales"),
      "EUR e3 2024-04-01..2024-06-30 -3100, EUR e3 2023-04-01..2023-06-30 -2600");
}

TEST(PeriodOfTitle, IsThatOfNamedColumns) {
  const auto filing = [](std::string_view title, std::string_view second) {
    return html(std::string(kOpening) + "<p>" + std::string(title) + "</p>",
                "<tr><td>(amounts in millions of euros)</td><td>Group</td><td>" + std::string(second) +
                    "</td><td>Total</td></tr>"
                    "<tr><td>Interest income</td><td>2,326</td><td>1,449</td><td>3,775</td></tr>"
                    "<tr><td>Fee income</td><td>1,128</td><td>601</td><td>1,729</td></tr>"
                    "<tr><td>Operating income</td><td>3,454</td><td>2,050</td><td>5,504</td></tr>");
  };
  EXPECT_EQ(
      row(check_text(filing("Pro Forma Income Statement for the six months ended 30 June 2009", "Disposals")),
          "Fee income"),
      "EUR e6 2009-01-01..2009-06-30 1128, EUR e6 2009-01-01..2009-06-30 601, "
      "EUR e6 2009-01-01..2009-06-30 1729");
  // Two periods in the title are none; and a day in mid-month is no period of a table.
  EXPECT_EQ(row(check_text(filing("Income Statement for the six months ended 30 June 2009 and 30 June 2008",
                                  "Sold")),
                "Fee income"),
            "EUR e6  1128, EUR e6  601, EUR e6  1729");
  EXPECT_EQ(
      row(check_text(filing("Selected information on the sale of 12 March 2009", "Sold")), "Fee income"),
      "EUR e6  1128, EUR e6  601, EUR e6  1729");
}

TEST(PeriodOfGroup, StandsWholeOverItsFirstColumn) {
  const auto filing = [](std::string_view years) {
    return html(
        std::string(kOpening) + "<p>STATEMENTS OF INCOME</p><p>(in thousands of euros)</p>",
        "<tr><td></td><td>Three Months Ended June 30,</td><td></td><td>Six Months Ended June "
        "30,</td><td></td>"
        "</tr>" +
            std::string(years) +
            "<tr><td>Revenue</td><td>1,200</td><td>1,100</td><td>2,300</td><td>2,150</td></tr>"
            "<tr><td>Cost of sales</td><td>(700)</td><td>(600)</td><td>(1,300)</td><td>(1,250)</td></tr>"
            "<tr><td>Gross profit</td><td>500</td><td>500</td><td>1,000</td><td>900</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("<tr><td></td><td>2024</td><td>2023</td><td>2024</td><td>2023</td></tr>")),
                "Revenue"),
            "EUR e3 2024-04-01..2024-06-30 1200, EUR e3 2023-04-01..2023-06-30 1100, "
            "EUR e3 2024-01-01..2024-06-30 2300, EUR e3 2023-01-01..2023-06-30 2150");
}

TEST(PeriodOfGroup, GoesToItsOwnNamesWhereItsSpanIsAGroupOff) {
  const auto filing = [](std::string_view names) {
    return html(
        "<p>FORM 6-K</p><p>Maple Works Inc.</p><p>Annual report 2024</p><p>For the year ended December 31, "
        "2024</p><p>NON-GAAP MEASURES</p><p>(in millions of euros)</p>",
        "<tr><td>ADJUSTED EARNINGS</td><td colspan=2>2024</td><td colspan=2>2023</td><td></td><td></td></tr>"
        "<tr><td></td><td></td><td></td>" +
            std::string(names) +
            "</tr>"
            "<tr><td>Earnings</td><td></td><td></td><td>900</td><td>810</td><td>700</td><td>630</td></tr>"
            "<tr><td>Impairment of assets</td><td></td><td></td><td>50</td><td>45</td><td>40</td>"
            "<td>36</td></tr>"
            "<tr><td>Adjusted earnings</td><td></td><td></td><td>950</td><td>855</td><td>740</td>"
            "<td>666</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("<td>Earnings before tax</td><td>Earnings after tax</td>"
                                  "<td>Earnings before tax</td><td>Earnings after tax</td>")),
                "Impairment of assets"),
            "EUR e6 2024-01-01..2024-12-31 50, EUR e6 2024-01-01..2024-12-31 45, "
            "EUR e6 2023-01-01..2023-12-31 40, EUR e6 2023-01-01..2023-12-31 36");
  // The names do not repeat: whose the second year is, is not told.
  EXPECT_EQ(row(check_text(filing("<td>Earnings before tax</td><td>Earnings after tax</td>"
                                  "<td>Profit before tax</td><td>Profit after tax</td>")),
                "Impairment of assets"),
            "EUR e6  50, EUR e6  45, EUR e6  40, EUR e6  36");
}

TEST(OpenedSpan, GoesToEachOfTheDaysThatItStandsOver) {
  EXPECT_EQ(
      row(check_text(html(std::string(kOpening) + "<p>STATEMENTS OF INCOME</p><p>(in thousands of euros)</p>",
                          "<tr><td></td><td>Quarter ended</td><td colspan=2>From June 23, 2024 to</td></tr>"
                          "<tr><td></td><td>March 31,</td><td>December 31,</td><td>March 31,</td></tr>"
                          "<tr><td></td><td>2025</td><td>2024</td><td>2025</td></tr>"
                          "<tr><td>Revenue</td><td>1,200</td><td>1,100</td><td>2,300</td></tr>"
                          "<tr><td>Cost of sales</td><td>(700)</td><td>(600)</td><td>(1,300)</td></tr>"
                          "<tr><td>Gross profit</td><td>500</td><td>500</td><td>1,000</td></tr>")),
          "Revenue"),
      "EUR e3 2025-01-01..2025-03-31 1200, EUR e3 2024-06-23..2024-12-31 1100, "
      "EUR e3 2024-06-23..2025-03-31 2300");
}

TEST(YearEnded, OverAYearWhoseDayIsDamagedIsTheFiscalYear) {
  const auto filing = [](std::string_view span) {
    return html(
        "<p>FORM 6-K</p><p>Maple Works Inc.</p><p>The financial year ended March 31, 2024 was good.</p>"
        "<p>CASH FLOWS</p><p>(in thousands of euros)</p>",
        "<tr><td></td><td>" + std::string(span) + "</td><td>" + std::string(span) +
            "</td></tr><tr><td></td><td>Man:h31,</td><td>Man:h31,</td></tr>"
            "<tr><td></td><td>2024</td><td>2023</td></tr>"
            "<tr><td>Receivables</td><td>1,200</td><td>1,100</td></tr>"
            "<tr><td>Inventories</td><td>(700)</td><td>(600)</td></tr>"
            "<tr><td>Payables</td><td>500</td><td>500</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("Year ended")), "Receivables"),
            "EUR e3 2023-04-01..2024-03-31 1200, EUR e3 2022-04-01..2023-03-31 1100");
  EXPECT_EQ(row(check_text(filing("12 months or more")), "Receivables"), "EUR e3  1200, EUR e3  1100");
}

TEST(UnitLines, OfTwoCurrenciesAreOfAmountsAndTheirTranslations) {
  const auto filing = [](std::string_view third) {
    return html(
        "<p>FORM 6-K</p><p>Maple Works Inc.</p><p>Annual report 2024</p><p>For the year ended March 31, "
        "2024</p><p>STATEMENT OF INCOME</p><p>Millions of yen</p><p>Thousands of U.S. dollars</p>",
        "<tr><td></td><td>2023</td><td>2024</td><td>2024</td></tr>"
        "<tr><td>Net sales</td><td>2,450</td><td>2,900</td><td>20,000</td></tr>"
        "<tr><td>Cost of sales</td><td>(1,200)</td><td>(1,450)</td><td>(10,000)</td></tr>"
        "<tr><td>Gross profit</td><td>1,250</td><td>1,450</td><td>" +
            std::string(third) + "</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("10,000")), "Net sales"),
            "JPY e6 2022-04-01..2023-03-31 2450, JPY e6 2023-04-01..2024-03-31 2900, "
            "USD e3 2023-04-01..2024-03-31 20000");
  // Not at one rate: no translation.
  EXPECT_EQ(row(check_text(filing("17,000")), "Net sales").find("JPY e6 2022-04-01"), std::string::npos);
}

TEST(Titles, AreNotThoseOfThePageBefore) {
  const auto filing = [](std::string_view between) {
    return "FORM 6-K\n\nMaple Works Inc.\n\nAnnual report for the year ended December 31, 2024\n\n"
           "STATEMENT OF FINANCIAL POSITION\n\n" +
           std::string(between) +
           "(in thousands of euros)\n"
           "                        2024       2023\n"
           "Revenue                5,200      4,100\n"
           "Cost of sales         (3,100)    (2,600)\n"
           "Gross profit           2,100      1,500\n";
  };
  EXPECT_EQ(row(check_text(filing("### Page 4\n\n")), "Revenue"),
            "EUR e3 2024-01-01..2024-12-31 5200, EUR e3 2023-01-01..2023-12-31 4100");
  EXPECT_EQ(row(check_text(filing("")), "Revenue"), "EUR e3 2024-12-31 5200, EUR e3 2023-12-31 4100");
}

TEST(Scale, IsThatOfAnotherTableWithTheSameFigures) {
  const auto filing = [](std::string_view unit, std::string_view label, std::string_view inventories) {
    return "<html><body>" + std::string(kOpening) + "<p>BALANCE SHEETS</p><table><tr><td>" +
           std::string(unit) +
           "</td><td>June 30, 2024</td><td>June 30, 2023</td></tr>"
           "<tr><td></td><td>$</td><td>$</td></tr>"
           "<tr><td>" +
           std::string(label) +
           "</td><td>2,512</td><td>4,304</td></tr>"
           "<tr><td>Inventories</td><td>21,300</td><td>18,800</td></tr>"
           "<tr><td>Total</td><td>23,812</td><td>23,104</td></tr></table>"
           "<p>The following table shows what is tied up as at June 30, 2024 and 2023:</p><table>"
           "<tr><td></td><td>2024</td><td>2023</td></tr><tr><td></td><td>$</td><td>$</td></tr>"
           "<tr><td>Receivables</td><td>2,512</td><td>4,304</td></tr>"
           "<tr><td>Goods on hand</td><td>" +
           std::string(inventories) +
           "</td></tr><tr><td>Tied up</td><td>23,812</td><td>23,104</td></tr></table></body></html>";
  };
  const std::string_view same = "21,300</td><td>18,800", other = "22,300</td><td>19,800";
  EXPECT_EQ(
      row(check_text(filing("(In thousands of US dollars)", "Trade receivables", same)), "Goods on hand"),
      "USD e3 2024-06-30 21300, USD e3 2023-06-30 18800");
  EXPECT_EQ(row(check_text(filing("", "Trade receivables", same)), "Goods on hand"),
            "USD e0 2024-06-30 21300, USD e0 2023-06-30 18800");
  // A row that names its own.
  EXPECT_EQ(row(check_text(filing("", "Receivables (in thousands of US dollars)", other)), "Goods on hand"),
            "USD e3 2024-06-30 22300, USD e3 2023-06-30 19800");
  EXPECT_EQ(row(check_text(filing("", "Claims (in thousands of US dollars)", other)), "Goods on hand"),
            "USD e0 2024-06-30 22300, USD e0 2023-06-30 19800");
}

TEST(PeriodToDate, BeginsWithTheFiscalYear) {
  const auto filing = [](std::string_view first, std::string_view second) {
    return html(
        std::string(kOpening) + "<p>STATEMENTS OF INCOME</p><p>(in thousands of euros)</p>",
        "<tr><td></td><td colspan=2>" + std::string(first) + "</td><td colspan=2>" + std::string(second) +
            "</td></tr><tr><td></td><td>Sep. 30 2024</td><td>Sep. 30 2023</td><td>Sep. 30 2024</td>"
            "<td>Sep. 30 2023</td></tr>"
            "<tr><td>Revenue</td><td>1,200</td><td>1,100</td><td>3,300</td><td>3,150</td></tr>"
            "<tr><td>Cost of sales</td><td>(700)</td><td>(600)</td><td>(2,100)</td><td>(2,050)</td></tr>"
            "<tr><td>Gross profit</td><td>500</td><td>500</td><td>1,200</td><td>1,100</td></tr>");
  };
  const std::string read =
      "EUR e3 2024-07-01..2024-09-30 1200, EUR e3 2023-07-01..2023-09-30 1100, "
      "EUR e3 2024-01-01..2024-09-30 3300, EUR e3 2023-01-01..2023-09-30 3150";
  EXPECT_EQ(row(check_text(filing("For the three months ended", "For the period ended")), "Revenue"), read);
  EXPECT_EQ(row(check_text(filing("Quarter ended", "Year to date")), "Revenue"), read);
}

TEST(Differences, MayBeNamedByTheirSigns) {
  const auto checked = check_text(html(
      std::string(kOpening) + "<p>STATEMENTS OF INCOME</p><p>(in thousands of euros)</p>",
      "<tr><td></td><td>9M/2024</td><td>9M/2023</td><td>+/-</td><td>Q3/2024</td><td>Q3/2023</td>"
      "<td>+/-</td></tr>"
      "<tr><td>Revenue</td><td>3,300</td><td>3,150</td><td>150</td><td>1,200</td><td>1,100</td><td>100</td>"
      "</tr>"
      "<tr><td>Cost of sales</td><td>(2,100)</td><td>(2,050)</td><td>(50)</td><td>(700)</td><td>(600)</td>"
      "<td>(100)</td></tr>"
      "<tr><td>Gross profit</td><td>1,200</td><td>1,100</td><td>100</td><td>500</td><td>500</td><td>-</td>"
      "</tr>"));
  EXPECT_EQ(row(checked, "Cost of sales"),
            "EUR e3 2024-01-01..2024-09-30 -2100, EUR e3 2023-01-01..2023-09-30 -2050, "
            "EUR e3 2024-01-01..2024-09-30 -50, EUR e3 2024-07-01..2024-09-30 -700, "
            "EUR e3 2023-07-01..2023-09-30 -600, EUR e3 2024-07-01..2024-09-30 -100");
}

TEST(DatedRows, AreBalancesUnderTheComponentsOfEquity) {
  const auto checked = check_text(html(
      std::string(kOpening) + "<p>STATEMENT OF MOVEMENTS</p><p>(in millions of euros)</p>",
      "<tr><td></td><td>Share capital</td><td>Own shares</td><td>Retainedearnings</td><td>Total</td></tr>"
      "<tr><td>July 1, 2023</td><td>1,300</td><td>(20)</td><td>90</td><td>1,370</td></tr>"
      "<tr><td>Net income</td><td>-</td><td>-</td><td>40</td><td>40</td></tr>"
      "<tr><td>Dividends declared</td><td>-</td><td>-</td><td>(10)</td><td>(10)</td></tr>"
      "<tr><td>Shares reissued</td><td>-</td><td>4</td><td>-</td><td>4</td></tr>"
      "<tr><td>At June 30, 2024</td><td>1,300</td><td>(16)</td><td>120</td><td>1,404</td></tr>"));
  ASSERT_EQ(checked.filing.tables.size(), 1U);
  EXPECT_EQ(checked.filing.tables.front().kind, TableKind::changes_in_equity);
  EXPECT_EQ(row(checked, "At June 30, 2024"),
            "EUR e6 2024-06-30 1300, EUR e6 2024-06-30 -16, EUR e6 2024-06-30 120, EUR e6 2024-06-30 1404");
  EXPECT_EQ(row(checked, "Net income"),
            "EUR e6 2023-07-01..2024-06-30 0, EUR e6 2023-07-01..2024-06-30 0, "
            "EUR e6 2023-07-01..2024-06-30 40, EUR e6 2023-07-01..2024-06-30 40");
}

TEST(DatedRows, AreNamedAsEquityToo) {
  const auto checked = check_text(html(
      std::string(kOpening) + "<p>STATEMENT OF CHANGES IN EQUITY</p><p>For the six months ended 30 June "
                              "2024</p><p>(in millions of "
                              "euros)</p>",
      "<tr><td></td><td>Share capital</td><td>Own shares</td><td>Retained earnings</td><td>Total</td></tr>"
      "<tr><td>Equity at 1 July 2023 (audited)</td><td>1,300</td><td>(20)</td><td>90</td><td>1,370</td></tr>"
      "<tr><td>Net income</td><td>-</td><td>-</td><td>40</td><td>40</td></tr>"
      "<tr><td>Equity at 31 December 2023</td><td>1,300</td><td>(20)</td><td>130</td><td>1,410</td></tr>"
      "<tr><td>Dividends declared</td><td>-</td><td>-</td><td>(10)</td><td>(10)</td></tr>"
      "<tr><td>Equity at 30 June 2024</td><td>1,300</td><td>(20)</td><td>120</td><td>1,400</td></tr>"));
  EXPECT_EQ(row(checked, "Equity at 31 December 2023"),
            "EUR e6 2023-12-31 1300, EUR e6 2023-12-31 -20, EUR e6 2023-12-31 130, EUR e6 2023-12-31 1410");
  EXPECT_EQ(row(checked, "Net income"),
            "EUR e6 2023-07-01..2023-12-31 0, EUR e6 2023-07-01..2023-12-31 0, "
            "EUR e6 2023-07-01..2023-12-31 40, EUR e6 2023-07-01..2023-12-31 40");
}

// "Q1-24 % Q4-23 % QoQ %" in one cell: amounts and their percentages in turn, and the change.
// A sign of several currencies below the name of one of them says nothing else.
TEST(SharedSign, UnderANamedCurrencyIsThatOne) {
  const auto filing = [](std::string_view name, std::string_view sign) {
    return html(std::string(kOpening) + "<p>STATEMENTS OF OPERATIONS</p><p>Six months ended June 30</p>",
                "<tr><td></td><td>" + std::string(name) + "</td><td>" + std::string(name) +
                    "</td></tr><tr><td></td><td>2024</td><td>2023</td></tr><tr><td></td><td>" +
                    std::string(sign) + "</td><td>" + std::string(sign) +
                    "</td></tr><tr><td>Revenue</td><td>5,200</td><td>4,100</td></tr>"
                    "<tr><td>Cost of sales</td><td>(3,100)</td><td>(2,600)</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("Yen (Millions)", "\u00a5")), "Revenue"),
            "JPY e6 2024-01-01..2024-06-30 5200, JPY e6 2023-01-01..2023-06-30 4100");
  EXPECT_EQ(row(check_text(filing("RMB (Millions)", "\u00a5")), "Revenue"),
            "RMB e6 2024-01-01..2024-06-30 5200, RMB e6 2023-01-01..2023-06-30 4100");
  EXPECT_EQ(row(check_text(filing("Canadian dollars (Millions)", "$")), "Revenue"),
            "CAD e6 2024-01-01..2024-06-30 5200, CAD e6 2023-01-01..2023-06-30 4100");
}

TEST(HeadingsRunTogether, AreAmountsAndPercentagesInTurn) {
  const auto checked =
      check_text(std::string("FORM 6-K\nMaple Works Inc.\n(in millions of euros)\nSTATEMENTS OF INCOME\n") +
                 "Q1-24 % Q4-23 % QoQ %\n"
                 "Sales    7,446        100.0 4,691          100.0 59\n"
                 "Cost of sales (5,720)       (76.8) (3,219)        (68.6) 78\n"
                 "Gross Profit 1,726          23.2 1,472            31.4 17\n"
                 "Operating Expenses (1,003)         (13.5) (1,195)          (25.5) (16)\n"
                 "Operating Income 723          9.7 277          5.9 161\n");
  EXPECT_EQ(row(checked, "Gross Profit"),
            "EUR e6 2024-01-01..2024-03-31 1726, percent e0 2024-01-01..2024-03-31 23.2, "
            "EUR e6 2023-10-01..2023-12-31 1472, percent e0 2023-10-01..2023-12-31 31.4, "
            "percent-change e0 2024-01-01..2024-03-31 17");
}

TEST(YearsAlone, ThatFollowEachOtherAreFiscalYears) {
  const auto filing = [](std::string_view first) {
    return html(
        std::string(kOpening) + "<p>Consolidated balance sheets \u20ac million</p><p>Year on Year</p>",
        "<tr><td></td><td>" + std::string(first) +
            "</td><td>2023</td><td>2024</td></tr>"
            "<tr><td>Cash</td><td>1,200</td><td>1,100</td><td>1,300</td></tr>"
            "<tr><td>Inventories</td><td>700</td><td>600</td><td>650</td></tr>"
            "<tr><td>Total assets</td><td>1,900</td><td>1,700</td><td>1,950</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("2022")), "Inventories"),
            "EUR e6 2022-12-31 700, EUR e6 2023-12-31 600, EUR e6 2024-12-31 650");
  EXPECT_EQ(row(check_text(filing("2020")), "Inventories"), "EUR e6  700, EUR e6  600, EUR e6  650");
}

TEST(CurrencyOverLabels, IsThatOfBareSigns) {
  const auto checked = check_text(html(
      std::string(kOpening) + "<p>STATEMENTS OF INCOME</p>",
      "<tr><td>New Zealand dollars</td><td>June 30, 2024<br>$000s</td><td>June 30, 2023<br>$000s</td></tr>"
      "<tr><td>Revenue</td><td>1,200</td><td>1,100</td></tr>"
      "<tr><td>Cost of sales</td><td>(700)</td><td>(600)</td></tr>"
      "<tr><td>Gross profit</td><td>500</td><td>500</td></tr>"));
  EXPECT_EQ(row(checked, "Revenue"), "NZD e3 2024-06-30 1200, NZD e3 2023-06-30 1100");
}

TEST(PeriodOfSection, StandsAboveABalanceSheetToo) {
  const auto part = [](std::string_view period, std::string_view label) {
    return "<tr><td>" + std::string(period) +
           "</td></tr><tr><td>Income statement</td></tr>"
           "<tr><td>" +
           std::string(label) +
           "</td><td>3,315</td><td>3,300</td><td>6,615</td></tr>"
           "<tr><td>Balance sheet</td></tr>"
           "<tr><td>Assets</td><td>1,225</td><td>1,200</td><td>2,425</td></tr>";
  };
  const auto checked = check_text(html(std::string(kOpening) + "<p>Segments (in millions of euros)</p>",
                                       "<tr><td></td><td>Timber</td><td>Paper</td><td>Total</td></tr>" +
                                           part("June 2024", "Turnover") + part("June 2023", "Sales")));
  EXPECT_EQ(row(checked, "Turnover"),
            "EUR e6 2024-06-30 3315, EUR e6 2024-06-30 3300, EUR e6 2024-06-30 6615");
  EXPECT_EQ(row(checked, "Sales"), "EUR e6 2023-06-30 3315, EUR e6 2023-06-30 3300, EUR e6 2023-06-30 6615");
}

TEST(Twins, OfTheSameFiguresAreOneFactPrintedTwice) {
  const auto filing = [](std::string_view last) {
    return html(
        std::string(kOpening) + "<p>STATEMENTS OF INCOME</p><p>(in thousands of euros)</p>",
        "<tr><td></td><td colspan=2>Three Months Ended September 30, 2024</td>"
        "<td>Nine Months Ended September 30, 2024</td></tr>"
        "<tr><td></td><td>Predecessor July 1 to July 21</td><td>Successor July 22 to September 30</td>"
        "<td>Successor July 22 to September 30</td></tr>"
        "<tr><td>Revenue</td><td>1,200</td><td>4,100</td><td>4,100</td></tr>"
        "<tr><td>Cost of sales</td><td>(700)</td><td>(3,600)</td><td>(" +
            std::string(last) +
            ")</td></tr>"
            "<tr><td>Gross profit</td><td>500</td><td>500</td><td>500</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("3,600")), "Revenue"),
            "EUR e3 2024-07-01..2024-07-21 1200, EUR e3 2024-07-22..2024-09-30 4100, "
            "EUR e3 2024-07-22..2024-09-30 4100");
  EXPECT_EQ(row(check_text(filing("3,610")), "Revenue"), "EUR e3  1200, EUR e3  4100, EUR e3  4100");
}

// Four columns of one date without a name of their own are nobody's, unless they are parts and their whole.
TEST(Twins, AreOfOnePeriodWhereTheyAddAcross) {
  const auto filing = [](std::string_view restated, std::string_view fifth) {
    return html(std::string(kOpening) + "<p>RESTATED MEASURES</p><p>(in thousands of euros)</p>",
                "<tr><td></td><td colspan=4>Year ended December 31, 2023</td></tr>"
                "<tr><td>Revenue</td><td>1,200</td><td>(30)</td><td>-</td><td>1,170</td></tr>"
                "<tr><td>Cost of sales</td><td>(700)</td><td>20</td><td>5</td><td>" +
                    std::string(restated) +
                    "</td></tr><tr><td>Gross profit</td><td>500</td><td>(10)</td><td>5</td><td>495</td></tr>"
                    "<tr><td>Other income</td><td>40</td><td>" +
                    std::string(fifth) + "</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("(675)", "-</td><td>(3)</td><td>37")), "Revenue"),
            "EUR e3 2023-01-01..2023-12-31 1200, EUR e3 2023-01-01..2023-12-31 -30, "
            "EUR e3 2023-01-01..2023-12-31 0, EUR e3 2023-01-01..2023-12-31 1170");
  EXPECT_EQ(row(check_text(filing("(575)", "-</td><td>(3)</td><td>47")), "Revenue"),
            "EUR e3  1200, EUR e3  -30, EUR e3  0, EUR e3  1170");
  // The quarters of a year add up too.
  EXPECT_EQ(
      row(check_text(html(std::string(kOpening) + "<p>MEASURES</p><p>(in thousands of euros)</p>",
                          "<tr><td></td><td colspan=5>Year ended December 31, 2023</td></tr>"
                          "<tr><td>Revenue</td><td>10</td><td>20</td><td>30</td><td>40</td><td>100</td></tr>"
                          "<tr><td>Costs</td><td>5</td><td>6</td><td>7</td><td>8</td><td>26</td></tr>"
                          "<tr><td>Profit</td><td>5</td><td>14</td><td>23</td><td>32</td><td>74</td></tr>")),
          "Revenue"),
      "EUR e3  10, EUR e3  20, EUR e3  30, EUR e3  40, EUR e3  100");
}

TEST(ComparedPeriods, AreChangesOfTheFirst) {
  const auto checked = check_text(
      html(std::string(kOpening) + "<p>GROWTH</p>",
           "<tr><td></td><td>Net revenue<br>Three Months Ended June 30, 2024 as compared to the Three Months "
           "Ended June 30, 2023</td></tr>"
           "<tr><td>Reported</td><td>14%</td></tr><tr><td>Acquisitions</td><td>(1)%</td></tr>"
           "<tr><td>Adjusted growth</td><td>13%</td></tr>"));
  EXPECT_NE(row(checked, "Acquisitions").find("2024-04-01..2024-06-30 -1"), std::string::npos)
      << row(checked, "Acquisitions");
}

TEST(FiscalYearsAndQuarters, AreTheIssuersOwn) {
  const auto filing = [](std::string_view opening, std::string_view heading) {
    return html("<p>FORM 6-K</p><p>Maple Works Inc.</p><p>" + std::string(opening) +
                    "</p><p>STATEMENTS OF INCOME</p><p>(in thousands of euros)</p>",
                "<tr><td></td><td>" + std::string(heading) + "</td></tr>" +
                    "<tr><td>Revenue</td><td>1,200</td></tr><tr><td>Cost of sales</td><td>(700)</td></tr>"
                    "<tr><td>Gross profit</td><td>500</td></tr>");
  };
  // A year that is said to end tells the month, whatever it is called; the quarters of such a year may be its
  // own or the calendar's.
  EXPECT_EQ(
      row(check_text(filing("Results for the financial year ended March 31, 2024.", "FY24")), "Revenue"),
      "EUR e3 2023-04-01..2024-03-31 1200");
  EXPECT_EQ(
      row(check_text(filing("Results for the financial year ended March 31, 2024.", "Third Quarter 2024")),
          "Revenue"),
      "EUR e3  1200");
  EXPECT_EQ(row(check_text(filing("Results.", "Third Quarter 2024")), "Revenue"),
            "EUR e3 2024-07-01..2024-09-30 1200");
  // The day on a cover behind "second fiscal quarter" ends no quarter.
  EXPECT_EQ(
      row(check_text(filing("The market value on the last business day of the second fiscal quarter of 2023 "
                            "was $5 billion. At January 31, 2024 there were 1,000 shares.",
                            "Fiscal 2023")),
          "Revenue"),
      "EUR e3 2023-01-01..2023-12-31 1200");
  EXPECT_EQ(
      row(check_text(filing("Maple Works announced results for its fiscal third quarter ended June 30, 2024.",
                            "Q3 Fiscal 2024")),
          "Revenue"),
      "EUR e3 2024-04-01..2024-06-30 1200");
}

TEST(QuartersAmongRows, LeaveTheYearsOfTheHeadingOpen) {
  const auto filing = [](std::string_view among) {
    return html(std::string(kOpening) + "<p>SUMMARY</p><p>(in thousands of euros)</p>",
                "<tr><td></td><td>FY24</td></tr><tr><td>Revenue</td><td>1,200</td></tr>"
                "<tr><td>" +
                    std::string(among) +
                    "</td></tr><tr><td>Cost of sales</td><td>(700)</td></tr>"
                    "<tr><td>Gross profit</td><td>500</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("Q4 FY24")), "Revenue"), "EUR e3  1200");
  EXPECT_EQ(row(check_text(filing("Costs")), "Revenue"), "EUR e3 2024-01-01..2024-12-31 1200");
}

TEST(ColumnsOfShares, AreToldByTheirOwnHeading) {
  const auto filing = [](std::string_view units) {
    return html(std::string(kOpening) + "<p>MOVEMENTS OF CAPITAL</p><p>(in thousands)</p>",
                "<tr><td></td><td>Shares</td><td>Amount</td></tr>" + std::string(units) +
                    "<tr><td>Balance at January 1, 2024</td><td>5,200</td><td>71,100</td></tr>"
                    "<tr><td>Shares issued</td><td>700</td><td>9,600</td></tr>"
                    "<tr><td>Balance at June 30, 2024</td><td>5,900</td><td>80,700</td></tr>");
  };
  // A currency over several columns says nothing of a count; one right under the name does.
  EXPECT_EQ(row(check_text(filing("<tr><td></td><td colspan=2>EUR</td></tr>")), "Balance at June 30, 2024"),
            "shares e3 2024-06-30 5900, EUR e3 2024-06-30 80700");
  EXPECT_EQ(row(check_text(filing("<tr><td></td><td>EUR</td><td>EUR</td></tr>")), "Balance at June 30, 2024"),
            "EUR e3 2024-06-30 5900, EUR e3 2024-06-30 80700");
}

TEST(NotesColumn, MayStandWithoutAHeading) {
  const auto checked = check_text(
      html(std::string(kOpening) + "<p>STATEMENTS OF INCOME</p><p>for the year ended December 31,</p>"
                                   "<p>(in thousands of euros)</p>",
           "<tr><td></td><td></td><td>2023</td><td>2024</td></tr>"
           "<tr><td>Revenue</td><td>6</td><td>4,100</td><td>5,200</td></tr>"
           "<tr><td>Cost of sales</td><td>6 7</td><td>(2,600)</td><td>(3,100)</td></tr>"
           "<tr><td>Gross profit</td><td></td><td>1,500</td><td>2,100</td></tr>"
           "<tr><td>Income taxes</td><td>12</td><td>(300)</td><td>(450)</td></tr>"));
  EXPECT_EQ(row(checked, "Cost of sales"),
            "EUR e3 2023-01-01..2023-12-31 -2600, EUR e3 2024-01-01..2024-12-31 -3100");
}

TEST(PeriodOfSection, OpensTheRowsOfAnotherPeriod) {
  const auto checked =
      check_text(html(std::string(kOpening) + "<p>RESULTS BY SEGMENT</p><p>(in thousands of euros)</p>",
                      "<tr><td></td><td>2024</td><td>2023</td></tr>"
                      "<tr><td>Three months ended June 30</td></tr>"
                      "<tr><td>Revenue</td><td>1,200</td><td>1,100</td></tr>"
                      "<tr><td>Cost of sales</td><td>(700)</td><td>(600)</td></tr>"
                      "<tr><td>Gross profit</td><td>500</td><td>500</td></tr>"
                      "<tr><td>Six months ended June 30</td></tr>"
                      "<tr><td>Sales</td><td>2,300</td><td>2,150</td></tr>"
                      "<tr><td>Cost of goods</td><td>(1,300)</td><td>(1,250)</td></tr>"
                      "<tr><td>Gross margin</td><td>1,000</td><td>900</td></tr>"));
  EXPECT_EQ(row(checked, "Revenue"),
            "EUR e3 2024-04-01..2024-06-30 1200, EUR e3 2023-04-01..2023-06-30 1100");
  EXPECT_EQ(row(checked, "Sales"), "EUR e3 2024-01-01..2024-06-30 2300, EUR e3 2023-01-01..2023-06-30 2150");
}

TEST(PeriodOfSection, IsThatOfNamedColumns) {
  const auto checked = check_text(html(
      std::string(kOpening) + "<p>Fair values of assets and liabilities were as follows:</p>",
      "<tr><td></td><td></td><td colspan=2>Basis of measurement</td></tr>"
      "<tr><td>(in millions of euros)</td><td>Balances</td><td>Quoted prices</td><td>Other inputs</td></tr>"
      "<tr><td>June 30, 2023:</td></tr>"
      "<tr><td>Equity securities</td><td>3,315</td><td>3,315</td><td>-</td></tr>"
      "<tr><td>Forward contracts</td><td>1,225</td><td>-</td><td>1,225</td></tr>"
      "<tr><td>Total assets</td><td>4,540</td><td>3,315</td><td>1,225</td></tr>"
      "<tr><td>December 31, 2022:</td></tr>"
      "<tr><td>Equity shares</td><td>3,307</td><td>3,307</td><td>-</td></tr>"
      "<tr><td>Forwards</td><td>1,412</td><td>-</td><td>1,412</td></tr>"
      "<tr><td>Total of assets</td><td>4,719</td><td>3,307</td><td>1,412</td></tr>"));
  EXPECT_EQ(row(checked, "Forward contracts"),
            "EUR e6 2023-06-30 1225, EUR e6 2023-06-30 0, EUR e6 2023-06-30 1225");
  EXPECT_EQ(row(checked, "Forwards"), "EUR e6 2022-12-31 1412, EUR e6 2022-12-31 0, EUR e6 2022-12-31 1412");
}

TEST(PeriodOfSection, DividesNoStatementOfChanges) {
  const auto checked = check_text(
      html(std::string(kOpening) + "<p>(in millions of euros)</p>",
           "<tr><td></td><td>Hedges</td><td>Pensions</td><td>Total</td></tr>"
           "<tr><td>Balance at March 31, 2023</td><td>1,002</td><td>3,697</td><td>4,699</td></tr>"
           "<tr><td>Quarter ended June 30, 2023:</td></tr>"
           "<tr><td>Gains</td><td>1,085</td><td>1,100</td><td>2,185</td></tr>"
           "<tr><td>Balance at June 30, 2023</td><td>2,087</td><td>4,797</td><td>6,884</td></tr>"));
  EXPECT_EQ(checked.filing.tables.size(), 1U);
}

TEST(NamesOverYears, StandInARowOfTheirOwn) {
  const auto checked = check_text(html(
      std::string(kOpening) + "<p>(in thousands of euros)</p>",
      "<tr><td colspan=7>PROFIT BY PRODUCT (NON-GAAP)</td></tr>"
      "<tr><td></td><td colspan=3>Sales</td><td colspan=3>Profit margin</td></tr>"
      "<tr><td>Three months ended June 30</td><td>2024</td><td>2023</td><td>V%</td><td>2024</td><td>2023</td>"
      "<td>V pts</td></tr>"
      "<tr><td>Timber</td><td>5,200</td><td>4,000</td><td>30%</td><td>19.2%</td><td>18.3%</td><td>0.9pts</"
      "td></tr>"
      "<tr><td>Paper</td><td>3,100</td><td>3,100</td><td>-%</td><td>12.2%</td><td>10.3%</td><td>1.9pts</td></"
      "tr>"
      "<tr><td>Total</td><td>8,300</td><td>7,100</td><td>17%</td><td>16.1%</td><td>14.3%</td><td>1.8pts</"
      "td></tr>"));
  EXPECT_EQ(row(checked, "Timber"),
            "EUR e3 2024-04-01..2024-06-30 5200, EUR e3 2023-04-01..2023-06-30 4000, "
            "percent-change e0 2024-04-01..2024-06-30 30, percent e0 2024-04-01..2024-06-30 19.2, "
            "percent e0 2023-04-01..2023-06-30 18.3, percent-change e0 2024-04-01..2024-06-30 0.9");
}

TEST(DatesInOrder, LatestFirstInTwoGroups) {
  // The cells of the heading stand a column off those of the figures.
  const auto checked = check_text(
      "FORM 6-K\n\nMaple Works Inc.\n\nSTATEMENTS OF INCOME\n\n(in thousands of euros)\n\n"
      "| | Three Months Ended | | Six Months Ended | | | | | |\n"
      "|---|---|---|---|---|---|---|---|---|\n"
      "| | June 29, 2024 | | July 1, 2023 | June 29, 2024 | July 1, 2023 | | | |\n"
      "| Revenue | € | 1,200 | | 1,100 | | 2,300 | | 2,150 |\n"
      "| Cost of sales | | (700) | | (600) | | (1,300) | | (1,250) |\n"
      "| Gross profit | | 500 | | 500 | | 1,000 | | 900 |\n");
  EXPECT_NE(row(checked, "Revenue").find("2024-03-31..2024-06-29 1200"), std::string::npos)
      << row(checked, "Revenue");
}

TEST(StackedPhrase, IsReadFromTopToBottom) {
  const auto checked = check_text(
      html(std::string(kOpening) + "<p>STATEMENTS OF INCOME</p><p>(in thousands of euros)</p>",
           "<tr><td></td><td>Three</td></tr><tr><td></td><td>Months</td></tr>"
           "<tr><td></td><td>Ended</td><td></td><td>Year Ended</td><td></td></tr>"
           "<tr><td></td><td>December 31,</td><td></td><td>December 31,</td><td></td></tr>"
           "<tr><td></td><td>2024</td><td>2023</td><td>2024</td><td>2023</td></tr>"
           "<tr><td>Revenue</td><td>1,200</td><td>1,100</td><td>4,300</td><td>4,150</td></tr>"
           "<tr><td>Cost of sales</td><td>(700)</td><td>(600)</td><td>(2,300)</td><td>(2,250)</td></tr>"
           "<tr><td>Gross profit</td><td>500</td><td>500</td><td>2,000</td><td>1,900</td></tr>"));
  EXPECT_EQ(row(checked, "Revenue"),
            "EUR e3 2024-10-01..2024-12-31 1200, EUR e3 2023-10-01..2023-12-31 1100, "
            "EUR e3 2024-01-01..2024-12-31 4300, EUR e3 2023-01-01..2023-12-31 4150");
}

TEST(AnnualReport, YearsAloneOverEarningsAreItsYears) {
  const auto filing = [](std::string_view row) {
    return html(std::string(kOpening) +
                    "<p>Annual report for the fiscal year ended December 31, 2023</p><p>GROUP "
                    "HIGHLIGHTS</p><p>(in thousands of euros)</p>",
                "<tr><td>ADJUSTED EARNINGS</td><td>2023</td><td>2022</td></tr>"
                "<tr><td>Earnings of the group</td><td>1,200</td><td>1,100</td></tr>" +
                    std::string(row) + "<tr><td>Adjusted earnings</td><td>1,250</td><td>1,180</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("<tr><td>Restructuring costs</td><td>50</td><td>80</td></tr>")),
                "Adjusted earnings"),
            "EUR e3 2023-01-01..2023-12-31 1250, EUR e3 2022-01-01..2022-12-31 1180");
  // What stands at a day leaves it open.
  EXPECT_EQ(row(check_text(filing("<tr><td>Receivables sold</td><td>50</td><td>80</td></tr>")),
                "Adjusted earnings"),
            "EUR e3  1250, EUR e3  1180");
  // A summary of cash flows is of flows, too.
  const auto cash = check_text(
      html(std::string(kOpening) + "<p>Annual report for the fiscal year ended December 31, 2023</p>"
                                   "<p>Cash activity</p><p>(in thousands of euros)</p>",
           "<tr><td></td><td>2023</td><td>2022</td></tr>"
           "<tr><td>Net cash provided by operating activities</td><td>3,442</td><td>2,811</td></tr>"
           "<tr><td>Net cash used for investing activities</td><td>(1,495)</td><td>(1,430)</td></tr>"
           "<tr><td>Net cash used for financing activities</td><td>(1,009)</td><td>(1,523)</td></tr>"));
  EXPECT_EQ(row(cash, "Net cash used for investing activities"),
            "EUR e3 2023-01-01..2023-12-31 -1495, EUR e3 2022-01-01..2022-12-31 -1430");
}

TEST(PeriodOverLabels, GoesOnOverTheNamesOfTheTableBefore) {
  const auto filing = [](std::string_view first) {
    return std::string("<html><body>") + std::string(kOpening) +
           "<p>(in millions of euros)</p><table><tr><td colspan=4>CASH BY SEGMENT (NON-GAAP)</td></tr>"
           "<tr><td>For the year ended December 31, 2023</td><td>Timber</td><td>Paper</td><td>Total</td></tr>"
           "<tr><td>Cash from operations</td><td>6,494</td><td>1,064</td><td>7,558</td></tr>"
           "<tr><td>Capital expenditures</td><td>(1,830)</td><td>(392)</td><td>(2,222)</td></tr>"
           "<tr><td>Free cash of 2023</td><td>4,664</td><td>672</td><td>5,336</td></tr></table>"
           "<p>Paper made prepayments.</p><table><tr><td colspan=4>For the year ended December 31, "
           "2022</td></tr><tr><td>" +
           std::string(first) +
           "</td><td>5,514</td><td>1,759</td><td>7,273</td></tr>"
           "<tr><td>Additions</td><td>(1,624)</td><td>(281)</td><td>(1,905)</td></tr>"
           "<tr><td>Free cash of "
           "2022</td><td>3,890</td><td>1,478</td><td>5,368</td></tr></table></body></html>";
  };
  const auto checked = check_text(filing("Cash from operations"));
  EXPECT_EQ(row(checked, "Capital expenditures"),
            "EUR e6 2023-01-01..2023-12-31 -1830, EUR e6 2023-01-01..2023-12-31 -392, "
            "EUR e6 2023-01-01..2023-12-31 -2222");
  EXPECT_EQ(row(checked, "Additions"),
            "EUR e6 2022-01-01..2022-12-31 -1624, EUR e6 2022-01-01..2022-12-31 -281, "
            "EUR e6 2022-01-01..2022-12-31 -1905");
  // Another table has names of its own.
  EXPECT_EQ(row(check_text(filing("Orders")), "Additions"), "EUR e6  -1624, EUR e6  -281, EUR e6  -1905");
}

TEST(PeriodOfGroup, IsThatOfYearsBesideSharesOfRevenue) {
  const auto checked = check_text(html(
      std::string(kOpening) + "<p>The following tables set forth selected data (in millions of euros):</p>",
      "<tr><td></td><td colspan=3>Fiscal Year Ended January 31,</td><td></td></tr>"
      "<tr><td></td><td>2025</td><td>% of Total Revenues</td><td>2024</td><td>% of Total Revenues</td></tr>"
      "<tr><td>Subscriptions</td><td>35,679</td><td>94%</td><td>32,537</td><td>93%</td></tr>"
      "<tr><td>Services</td><td>2,216</td><td>6</td><td>2,320</td><td>7</td></tr>"
      "<tr><td>Total revenues</td><td>37,895</td><td>100</td><td>34,857</td><td>100</td></tr>"));
  EXPECT_EQ(row(checked, "Services"),
            "EUR e6 2024-02-01..2025-01-31 2216, percent e0 2024-02-01..2025-01-31 6, "
            "EUR e6 2023-02-01..2024-01-31 2320, percent e0 2023-02-01..2024-01-31 7");
}

TEST(PeriodOfGroup, IsDividedByTheSpansBelowIt) {
  const auto checked = check_text(
      html(std::string(kOpening) + "<p>STATEMENTS OF CASH FLOWS</p><p>(in thousands of euros)</p>",
           "<tr><td></td><td colspan=3>Nine Months Ended</td></tr><tr><td></td><td colspan=3>September "
           "30,</td></tr>"
           "<tr><td></td><td colspan=2>2023</td><td>2022</td></tr>"
           "<tr><td></td><td>Predecessor January 1 to July 21</td><td>Successor July 22 to September 30</td>"
           "<td>Predecessor January 1 to September 30</td></tr>"
           "<tr><td>Net loss</td><td>(5,200)</td><td>(4,100)</td><td>(3,300)</td></tr>"
           "<tr><td>Depreciation</td><td>1,100</td><td>1,600</td><td>1,900</td></tr>"
           "<tr><td>Net cash used in operating "
           "activities</td><td>(4,100)</td><td>(2,500)</td><td>(1,400)</td></tr>"));
  EXPECT_EQ(row(checked, "Depreciation"),
            "EUR e3 2023-01-01..2023-07-21 1100, EUR e3 2023-07-22..2023-09-30 1600, "
            "EUR e3 2022-01-01..2022-09-30 1900");
}

TEST(Remarks, BetweenRowsLeaveTheColumnsAsTheyAre) {
  const auto filing = [](std::string_view remark) {
    return std::string("<html><body>") + std::string(kOpening) +
           "<p>(in millions of euros)</p><table><tr><td></td><td>March 31, 2024</td><td>March 31, 2023</td>"
           "<td>March 31, 2022</td></tr>"
           "<tr><td>Net worth</td><td>4,918</td><td>7,826</td><td>5,321</td></tr>"
           "<tr><td>Reserves</td><td>1,228</td><td>1,227</td><td>1,226</td></tr></table><p>" +
           std::string(remark) +
           "</p><table><tr><td>Total debts</td><td>3,270</td><td>3,305</td><td>3,371</td></tr>"
           "<tr><td>Working "
           "capital</td><td>1,560</td><td>1,490</td><td>1,470</td></tr></table></body></html>";
  };
  EXPECT_EQ(row(check_text(filing("Not annualised")), "Total debts"),
            "EUR e6 2024-03-31 3270, EUR e6 2023-03-31 3305, EUR e6 2022-03-31 3371");
  EXPECT_EQ(row(check_text(filing("Selected information on leases")), "Total debts"),
            "EUR e6  3270, EUR e6  3305, EUR e6  3371");
}

// "Year Ended October 31, 2018" over its quarters; of a year that ends within a month none is told.
TEST(QuarterOfYear, EndsWhereTheYearSays) {
  const auto filing = [](std::string_view year) {
    return html(std::string(kOpening) + "<p>SELECTED QUARTERLY DATA</p><p>(in thousands of euros)</p>",
                "<tr><td></td><td colspan=2>Year Ended " + std::string(year) +
                    "</td></tr><tr><td></td><td>First Quarter</td><td>Fourth Quarter</td></tr>"
                    "<tr><td>Revenue</td><td>5,200</td><td>4,100</td></tr>"
                    "<tr><td>Cost of sales</td><td>(3,100)</td><td>(2,600)</td></tr>"
                    "<tr><td>Gross profit</td><td>2,100</td><td>1,500</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("October 31, 2018")), "Revenue"),
            "EUR e3 2017-11-01..2018-01-31 5200, EUR e3 2018-08-01..2018-10-31 4100");
  EXPECT_EQ(row(check_text(filing("October 27, 2018")), "Revenue"), "EUR e3  5200, EUR e3  4100");
}

// A day below the name of a statement is that of its only column; below other words it is a letter's.
TEST(DayBelowTitle, IsThatOfTheOnlyColumn) {
  const auto filing = [](std::string_view title) {
    return "MAPLE WORKS INC.\n\n" + std::string(title) +
           "\n\nDecember 31, 2007\n\nASSETS\n\n(in euros)\n\nCash\t28,604\nReceivables\t12,000\n"
           "Total current assets\t40,604\nEquipment\t9,000\nTotal assets\t49,604\n";
  };
  EXPECT_EQ(row(check_text(filing("BALANCE SHEET")), "Equipment"), "EUR e0 2007-12-31 9000");
  EXPECT_EQ(row(check_text(filing("Letter of the chairman")), "Equipment"), "EUR e0  9000");
}

// "Quarters ended" over the days of quarters and the year that they sum to.
TEST(FullYear, IsNoQuarterUnderQuartersEnded) {
  const auto filing = [](std::string_view last) {
    return html(std::string(kOpening) + "<p>QUARTERLY RESULTS</p><p>(in thousands of euros)</p>",
                "<tr><td></td><td colspan=3>Quarters Ended</td></tr><tr><td></td><td>September 30</td>"
                "<td>December 31</td><td>" +
                    std::string(last) +
                    "</td></tr><tr><td></td><td>2024</td><td>2024</td><td>2024</td></tr>"
                    "<tr><td>Revenue</td><td>1,200</td><td>1,100</td><td>4,300</td></tr>"
                    "<tr><td>Cost of sales</td><td>(700)</td><td>(600)</td><td>(2,300)</td></tr>"
                    "<tr><td>Gross profit</td><td>500</td><td>500</td><td>2,000</td></tr>");
  };
  EXPECT_EQ(row(check_text(filing("Full Year")), "Revenue"),
            "EUR e3 2024-07-01..2024-09-30 1200, EUR e3 2024-10-01..2024-12-31 1100, "
            "EUR e3 2024-01-01..2024-12-31 4300");
  EXPECT_EQ(row(check_text(filing("Fiscal")), "Revenue"), "EUR e3  1200, EUR e3  1100, EUR e3  4300");
}

}  // namespace
}  // namespace kcfin
