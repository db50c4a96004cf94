// Annual and quarterly reports in markup: years of weeks, headings over the labels, units of counts.
#include <gtest/gtest.h>

#include "filing_text.h"
#include "table/unit_line.h"

namespace kcfin {
namespace {

using testing::check_text;

// The periods and units of a row's figures, "USD e6 2023-01-30..2024-01-28".
std::string columns(const Checked& checked, std::string_view label) {
  const Filing& filing = checked.filing;
  for (const Table& table : filing.tables) {
    for (const Row& row : table.rows) {
      if (row.label != label || row.role == Role::header) continue;
      std::string out;
      for (const FigureId id : row.cells) {
        if (id == kNoFigure) continue;
        const Figure& figure = filing.figures[id];
        out += out.empty() ? "" : ", ";
        out += figure.unit.text() + " e" + std::to_string(figure.scale_power) + " ";
        if (figure.period.start.known()) out += figure.period.start.iso() + "..";
        out += figure.period.end.iso();
      }
      return out;
    }
  }
  return "no such row";
}

std::string page(std::string_view before, std::string_view rows) {
  return "<html><body>" + std::string(before) + "<table>" + std::string(rows) + "</table></body></html>";
}

constexpr std::string_view kIncome =
    "<tr><td>Net sales</td><td>$</td><td>9,410</td><td>$</td><td>9,020</td></tr>"
    "<tr><td>Cost of sales</td><td></td><td>6,300</td><td></td><td>6,110</td></tr>"
    "<tr><td>Gross profit</td><td></td><td>3,110</td><td></td><td>2,910</td></tr>";

TEST(FiscalYears, HaveTheDaysThatTheFilingGivesThem) {
  const auto checked =
      check_text(page("<p>Our fiscal year ended February 1, 2025 (\"fiscal 2024\") had 52 weeks, as had the "
                      "fiscal year ended "
                      "February 3, 2024 (\"fiscal 2023\").</p><p>CONSOLIDATED STATEMENTS OF "
                      "OPERATIONS</p><p>(In millions)</p>",
                      "<tr><td></td><td colspan=2>Fiscal 2024</td><td colspan=2>Fiscal 2023</td></tr>" +
                          std::string(kIncome)));
  EXPECT_EQ(columns(checked, "Cost of sales"),
            "USD e6 2024-02-04..2025-02-01, USD e6 2023-02-05..2024-02-03");
}

TEST(FiscalYears, OfAWeekdayFollowFromOneAnother) {
  // The last Saturday of January and the Saturday nearest to its end are both February 1, 2025 only by the
  // second rule, which then gives the year before.
  const auto checked =
      check_text(page("<p>The fiscal year ended February 1, 2025 (\"fiscal 2024\") is reported.</p>"
                      "<p>CONSOLIDATED STATEMENTS OF OPERATIONS</p><p>(In millions)</p>",
                      "<tr><td></td><td colspan=2>Fiscal 2024</td><td colspan=2>Fiscal 2023</td></tr>" +
                          std::string(kIncome)));
  EXPECT_EQ(columns(checked, "Cost of sales"),
            "USD e6 2024-02-04..2025-02-01, USD e6 2023-02-05..2024-02-03");
}

TEST(FiscalYears, AreUnknownWhereNothingTellsTheirDays) {
  const auto checked =
      check_text(page("<p>For the fiscal year ended January 27, 2024 we report sales.</p>"
                      "<p>CONSOLIDATED STATEMENTS OF OPERATIONS</p><p>(In millions)</p>",
                      "<tr><td></td><td colspan=2>Fiscal 2023</td><td colspan=2>Fiscal 2022</td></tr>" +
                          std::string(kIncome)));
  EXPECT_EQ(columns(checked, "Cost of sales"), "USD e6 , USD e6 ");
}

TEST(FiscalYears, OfWholeMonthsStayWholeMonths) {
  const auto checked =
      check_text(page("<p>The fiscal year ended June 30, 2024 (\"fiscal 2024\") is reported.</p>"
                      "<p>CONSOLIDATED STATEMENTS OF OPERATIONS</p><p>(In millions)</p>",
                      "<tr><td></td><td colspan=2>Fiscal 2024</td><td colspan=2>Fiscal 2023</td></tr>" +
                          std::string(kIncome)));
  EXPECT_EQ(columns(checked, "Cost of sales"),
            "USD e6 2023-07-01..2024-06-30, USD e6 2022-07-01..2023-06-30");
}

TEST(Weeks, GiveASpanItsFirstDay) {
  const auto checked =
      check_text(page("<p>CONSOLIDATED STATEMENTS OF OPERATIONS</p><p>(In millions)</p>",
                      "<tr><td></td><td colspan=2>12 Weeks Ended</td><td colspan=2>24 Weeks Ended</td></tr>"
                      "<tr><td></td><td colspan=2>June 17, 2023</td><td colspan=2>June 17, 2023</td></tr>" +
                          std::string(kIncome)));
  EXPECT_EQ(columns(checked, "Cost of sales"),
            "USD e6 2023-03-26..2023-06-17, USD e6 2023-01-01..2023-06-17");
}

TEST(Weeks, AreMeantByMonthsThatEndOnAWeekday) {
  const auto checked =
      check_text(page("<p>CONSOLIDATED STATEMENTS OF OPERATIONS</p><p>(In millions)</p>",
                      "<tr><td></td><td colspan=4>Nine Months Ended</td></tr>"
                      "<tr><td></td><td colspan=2>July 1, 2023</td><td colspan=2>July 2, 2022</td></tr>" +
                          std::string(kIncome)));
  EXPECT_EQ(columns(checked, "Cost of sales"),
            "USD e6 2022-10-02..2023-07-01, USD e6 2021-10-03..2022-07-02");
}

TEST(ListedDates, GoToTheColumnsInOrder) {
  const auto checked = check_text(page(
      "<p>Consolidated balance sheets at December 31, 2023 and January 1, 2023 (Dollars in Millions)</p>",
      "<tr><td></td><td>2023</td><td>2022</td></tr>"
      "<tr><td>Inventories</td><td>$1,118</td><td>1,026</td></tr>"
      "<tr><td>Total current assets</td><td>3,410</td><td>3,205</td></tr>"
      "<tr><td>Total assets</td><td>9,912</td><td>9,480</td></tr>"));
  EXPECT_EQ(columns(checked, "Inventories"), "USD e6 2023-12-31, USD e6 2023-01-01");
}

TEST(ListedDates, OfALineInTheGridGoToTheColumnsInOrder) {
  const auto checked =
      check_text(page("",
                      "<tr><td colspan=3>Consolidated Statement of Income</td></tr>"
                      "<tr><td colspan=3>Fiscal years ended December 30, 2023 and December 31, 2022</td></tr>"
                      "<tr><td colspan=3>(in millions except per share amounts)</td></tr>"
                      "<tr><td></td><td>2023</td><td>2022</td></tr>"
                      "<tr><td>Net revenue</td><td>$9,147</td><td>8,639</td></tr>"
                      "<tr><td>Cost of sales</td><td>4,188</td><td>4,058</td></tr>"
                      "<tr><td>Gross profit</td><td>4,959</td><td>4,581</td></tr>"));
  EXPECT_EQ(columns(checked, "Cost of sales"),
            "USD e6 2023-01-01..2023-12-30, USD e6 2022-01-02..2022-12-31");
}

TEST(YearsAlone, OfAStatementAreThoseOfTheAnnualReport) {
  const std::string rows =
      "<tr><td></td><td>2023</td><td>2022</td></tr>"
      "<tr><td>Net revenue</td><td>$9,147</td><td>8,639</td></tr>"
      "<tr><td>Cost of sales</td><td>4,188</td><td>4,058</td></tr>"
      "<tr><td>Gross profit</td><td>4,959</td><td>4,581</td></tr>";
  const std::string title = "<p>Consolidated statements of earnings (Dollars in Millions)</p>";
  EXPECT_EQ(columns(check_text(page("<p>For the fiscal year ended December 31, 2023</p>" + title, rows)),
                    "Cost of sales"),
            "USD e6 2023-01-01..2023-12-31, USD e6 2022-01-01..2022-12-31");
  EXPECT_EQ(columns(check_text(page(title, rows)), "Cost of sales"), "USD e6 , USD e6 ");
}

TEST(Headings, StandOverTheLabelsBehindATitle) {
  const auto checked = check_text(
      page("",
           "<tr><td>STATEMENT OF EARNINGS</td></tr>"
           "<tr><td>For the years ended December 31 (In millions; per-share amounts in dollars)</td>"
           "<td>2023</td><td>2022</td></tr>"
           "<tr><td>Sales of equipment</td><td>$26,793</td><td>22,334</td></tr>"
           "<tr><td>Sales of services</td><td>37,772</td><td>32,808</td></tr>"
           "<tr><td>Total revenues</td><td>64,565</td><td>55,142</td></tr>"));
  EXPECT_EQ(columns(checked, "Sales of services"),
            "USD e6 2023-01-01..2023-12-31, USD e6 2022-01-01..2022-12-31");
}

TEST(Headings, GiveTheScaleBesideThePeriodInTheLabelColumn) {
  const auto checked =
      check_text(page("<p>Condensed Consolidated Statements of Income</p>",
                      "<tr><td>Millions, Except Per Share Amounts, for the Three Months Ended June 30,</td>"
                      "<td>2025</td><td>2024</td></tr>"
                      "<tr><td>Freight revenues</td><td>$5,821</td><td>5,640</td></tr>"
                      "<tr><td>Operating expenses</td><td>3,611</td><td>3,602</td></tr>"
                      "<tr><td>Operating income</td><td>2,210</td><td>2,038</td></tr>"));
  EXPECT_EQ(columns(checked, "Operating expenses"),
            "USD e6 2025-04-01..2025-06-30, USD e6 2024-04-01..2024-06-30");
}

TEST(Spans, KeepTheirFirstDay) {
  const auto checked =
      check_text(page("<p>CONSOLIDATED STATEMENTS OF OPERATIONS</p><p>(In thousands)</p>",
                      "<tr><td></td><td colspan=2>Period from July 22 to September 30, 2023</td>"
                      "<td colspan=2>Period from January 1 to July 21, 2023</td></tr>" +
                          std::string(kIncome)));
  EXPECT_EQ(columns(checked, "Cost of sales"),
            "USD e3 2023-07-22..2023-09-30, USD e3 2023-01-01..2023-07-21");
}

TEST(Spans, OverTwoLinesAreOne) {
  const auto checked = check_text(
      page("<p>CONSOLIDATED STATEMENTS OF OPERATIONS</p><p>(In thousands)</p>",
           "<tr><td></td><td colspan=2>Successor</td><td colspan=2>Predecessor</td></tr>"
           "<tr><td></td><td colspan=2>July 22, 2023 to</td><td colspan=2>January 1, 2023 to</td></tr>"
           "<tr><td></td><td colspan=2>September 30, 2023</td><td colspan=2>July 21, 2023</td></tr>" +
               std::string(kIncome)));
  EXPECT_EQ(columns(checked, "Cost of sales"),
            "USD e3 2023-07-22..2023-09-30, USD e3 2023-01-01..2023-07-21");
}

TEST(UnitLines, GiveCountsTheirOwnScale) {
  using table::scale_statement;
  EXPECT_EQ(scale_statement("(U.S. dollars in millions, shares in thousands)").scale_power, 6);
  EXPECT_EQ(scale_statement("(U.S. dollars in millions, shares in thousands)").shares_power, 3);
  EXPECT_EQ(scale_statement("(dollars in millions except per share data; shares in thousands)").shares_power,
            3);
  EXPECT_EQ(scale_statement("(In millions, except count of shares, which are stated in thousands, and "
                            "per-share amounts)")
                .shares_power,
            3);
  EXPECT_EQ(scale_statement("(Dollars and shares in millions, except per share amounts)").scale_power, 6);
  EXPECT_EQ(scale_statement("(Dollars and shares in millions, except per share amounts)").shares_power, 6);
  EXPECT_EQ(scale_statement("(in thousands, except share and per share data)").shares_power, -1);
  EXPECT_EQ(scale_statement("(in millions, except per share amounts)").shares_power, -1);
}

constexpr std::string_view kPerShare =
    "<tr><td></td><td colspan=2>Three Months Ended June "
    "30,</td></tr><tr><td></td><td>2025</td><td>2024</td></tr>"
    "<tr><td>Revenue</td><td>$4,531</td><td>5,212</td></tr>"
    "<tr><td>Net income</td><td>1,722</td><td>2,291</td></tr>"
    "<tr><td>Income allocated to common stock for diluted EPS</td><td>1,714</td><td>2,281</td></tr>"
    "<tr><td>Earnings per share:</td></tr><tr><td>Diluted</td></tr>"
    "<tr><td>Continuing operations</td><td>$1.90</td><td>2.46</td></tr>"
    "<tr><td>Discontinued operations</td><td>(0.03)</td><td>0.02</td></tr>"
    "<tr><td></td><td>$1.87</td><td>2.48</td></tr>"
    "<tr><td>Average shares outstanding - basic</td><td>908,211</td><td>920,402</td></tr>"
    "<tr><td>Effect of dilutive securities</td><td>8,310</td><td>10,118</td></tr>"
    "<tr><td>Average shares outstanding - diluted</td><td>916,521</td><td>930,520</td></tr>";

TEST(Counts, AndAmountsPerShareAreNoMoney) {
  const auto checked = check_text(
      page("<p>STATEMENTS OF INCOME</p><p>(In millions, except per share data; shares in thousands)</p>",
           kPerShare));
  const std::string spans = "2025-04-01..2025-06-30", before = "2024-04-01..2024-06-30";
  EXPECT_EQ(columns(checked, "Effect of dilutive securities"),
            "shares e3 " + spans + ", shares e3 " + before);
  EXPECT_EQ(columns(checked, "Average shares outstanding - basic"),
            "shares e3 " + spans + ", shares e3 " + before);
  EXPECT_EQ(columns(checked, "Income allocated to common stock for diluted EPS"),
            "USD e6 " + spans + ", USD e6 " + before);
  EXPECT_EQ(columns(checked, "Discontinued operations"),
            "USD/share e0 " + spans + ", USD/share e0 " + before);
  EXPECT_EQ(columns(checked, ""), "USD/share e0 " + spans + ", USD/share e0 " + before);
}

TEST(Counts, UnderAHeaderOfTheirOwnMakeWayForAmountsPerShare) {
  const auto checked = check_text(
      page("<p>STATEMENTS OF INCOME</p><p>(dollars in millions, except per share amounts)</p>",
           "<tr><td></td><td colspan=2>Three Months Ended June "
           "30,</td></tr><tr><td></td><td>2025</td><td>2024</td></tr>"
           "<tr><td>Revenue</td><td>$32,596</td><td>33,789</td></tr><tr><td>Net "
           "income</td><td>4,766</td><td>5,315</td></tr>"
           "<tr><td>Basic Earnings Per Common Share</td></tr>"
           "<tr><td>Net income attributable to the parent</td><td>$1.10</td><td>1.24</td></tr>"
           "<tr><td>Weighted-average shares outstanding (in millions)</td><td>4,208</td><td>4,201</td></tr>"
           "<tr><td>Common stock in treasury, at cost (87,172,997 shares "
           "outstanding)</td><td>3,830</td><td>4,013</td></tr>"));
  const std::string spans = "2025-04-01..2025-06-30", before = "2024-04-01..2024-06-30";
  EXPECT_EQ(columns(checked, "Net income attributable to the parent"),
            "USD/share e0 " + spans + ", USD/share e0 " + before);
  EXPECT_EQ(columns(checked, "Common stock in treasury, at cost (87,172,997 shares outstanding)"),
            "USD e6 " + spans + ", USD e6 " + before);
}

TEST(Dates, OfFiguresAreReadInTheOrderOfTheOthers) {
  const std::string rows =
      "<tr><td></td><td colspan=2>12 Weeks Ended</td></tr>"
      "<tr><td></td><td>6/17/2023</td><td>6/11/2022</td></tr>"
      "<tr><td>Net revenue</td><td>$9,147</td><td>8,639</td></tr>"
      "<tr><td>Cost of sales</td><td>4,188</td><td>4,058</td></tr>"
      "<tr><td>Gross profit</td><td>4,959</td><td>4,581</td></tr>";
  EXPECT_EQ(
      columns(check_text(page("<p>STATEMENTS OF INCOME</p><p>(in millions)</p>", rows)), "Cost of sales"),
      "USD e6 2023-03-26..2023-06-17, USD e6 2022-03-20..2022-06-11");
}

TEST(Balances, OfAStatementOfChangesHaveTheirOwnDays) {
  const auto checked = check_text(page(
      "<p>CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY</p><p>(In millions)</p>",
      "<tr><td></td><td colspan=2>Common Stock</td><td>Retained Earnings</td><td>Total</td></tr>"
      "<tr><td></td><td>Shares</td><td>Amount</td><td></td><td></td></tr>"
      "<tr><td>Balance at January 1, 2024</td><td>100</td><td>$1,204</td><td>3,300</td><td>4,504</td></tr>"
      "<tr><td>Net income</td><td></td><td></td><td>410</td><td>410</td></tr>"
      "<tr><td>Issuance of common stock</td><td>2</td><td>96</td><td></td><td>96</td></tr>"
      "<tr><td>Balance at June 30, 2024</td><td>102</td><td>$1,300</td><td>3,710</td><td>5,010</td></tr>"));
  EXPECT_EQ(checked.filing.tables.front().kind, TableKind::changes_in_equity);
  EXPECT_EQ(columns(checked, "Balance at June 30, 2024"),
            "shares e6 2024-06-30, USD e6 2024-06-30, USD e6 2024-06-30, USD e6 2024-06-30");
  EXPECT_EQ(columns(checked, "Issuance of common stock"),
            "shares e6 2024-01-01..2024-06-30, USD e6 2024-01-01..2024-06-30, USD e6 2024-01-01..2024-06-30");
}

TEST(Tiles, LaidOutWithATableAreNoFinancialTable) {
  const auto checked =
      check_text(page("<p>2024 Highlights</p>",
                      "<tr><td colspan=2>Growth at scale</td><td colspan=2>Better margins</td></tr>"
                      "<tr><td>$1Bn</td><td>Sales in one day</td><td>$1.1Bn</td><td>Income from operations "
                      "in 2024</td></tr>"
                      "<tr><td>+25%</td><td>Growth of revenue</td><td>+500bps</td><td>Expansion of the "
                      "margin</td></tr>") +
                 page("<p>STATEMENTS OF INCOME</p><p>(in millions)</p>",
                      "<tr><td></td><td colspan=2>Years Ended December "
                      "31,</td></tr><tr><td></td><td>2024</td><td>2023</td></tr>" +
                          std::string("<tr><td>Revenue</td><td>$5,000</td><td>4,000</td></tr>"
                                      "<tr><td>Cost of revenue</td><td>2,000</td><td>1,700</td></tr>")));
  EXPECT_EQ(checked.filing.tables.size(), 1U);
}

TEST(Currencies, NamedNowAndThenAreNotTheDocuments) {
  std::string rows = "<tr><td></td><td>2025</td><td>2024</td></tr>";
  for (const std::string_view label :
       {"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"})
    rows += "<tr><td>" + std::string(label) + "</td><td>$</td><td>1,204</td><td>$</td><td>1,187</td></tr>";
  rows += "<tr><td>Notes due 2030</td><td></td><td>A$1,550</td><td></td><td>-</td></tr>";
  EXPECT_EQ(
      columns(check_text(page("<p>Year ended December 31 (in millions)</p>", rows)), "Two").substr(0, 3),
      "USD");
}

TEST(FiscalYears, AreMeantByYearsAloneWhereAllSpansAreYears) {
  const auto filing = [](std::string_view span, std::string_view title = "") {
    return columns(
        check_text(
            std::string(title) + "STATEMENTS OF ROYALTIES\n\n(in thousands of euros)\n\n\t" +
            std::string(span) +
            "\t\n\t2024\t2023\nLicences\t4,100\t3,900\nMilestones\t1,600\t1,500\nTotal\t5,700\t5,400\n\n"
            "STATEMENTS OF OPERATIONS\n\n\t2024\t2023\nRevenue\t9,100\t8,200\n"
            "Cost of sales\t(2,600)\t(2,500)\nGross profit\t6,500\t5,700\n"),
        "Gross profit");
  };
  EXPECT_EQ(filing("Year ended March 31,"), "EUR e3 2023-04-01..2024-03-31, EUR e3 2022-04-01..2023-03-31");
  // They may be the quarters of these years.
  EXPECT_EQ(filing("Three months ended March 31,").find(".."), std::string::npos);
  EXPECT_EQ(filing("Year ended March 31,", "Report for the third quarter\n\n").find(".."), std::string::npos);
}

TEST(Periods, OfWeeksAreQuartersAndYears) {
  const auto months = [](Date start, Date end) { return Period{start, end}.months(); };
  EXPECT_EQ(months({2023, 1, 29}, {2024, 2, 3}), 12);
  EXPECT_EQ(months({2023, 3, 26}, {2023, 6, 17}), 3);
  EXPECT_EQ(months({2023, 10, 1}, {2024, 1, 6}), 3);
  EXPECT_EQ(months({2023, 1, 1}, {2023, 6, 17}), 6);
  EXPECT_EQ(months({2023, 1, 1}, {2023, 9, 9}), 9);
  EXPECT_EQ(months({2023, 1, 1}, {2023, 6, 30}), 6);
  EXPECT_EQ(months({2023, 7, 22}, {2023, 9, 30}), 2);
  EXPECT_EQ(days_later({2024, 2, 28}, 2), (Date{2024, 3, 1}));
  EXPECT_EQ(days_between({2023, 12, 31}, {2024, 3, 1}), 61);
}

}  // namespace
}  // namespace kcfin
