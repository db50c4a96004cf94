// What a table's columns and rows are taken for: units, scales, periods of layouts that issuers use.
#include <gtest/gtest.h>

#include "row_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::html;
using testing::row;
using testing::row_named;

TEST(Units, AMereDollarIsTheUsDollarWhereNoOtherIsNamed) {
  const auto checked = check_text(
      html("<p>CONSOLIDATED STATEMENTS OF OPERATIONS</p><p>(In thousands, except per share data)</p>",
           "<tr><td></td><td colspan=4>Three Months Ended June 30,</td></tr>"
           "<tr><td></td><td colspan=2>2024</td><td colspan=2>2025</td></tr>"
           "<tr><td>Revenue</td><td>$</td><td>435,713</td><td>$</td><td>489,929</td></tr>"
           "<tr><td>Cost of revenue</td><td></td><td>140,002</td><td></td><td>151,113</td></tr>"
           "<tr><td>Gross profit</td><td></td><td>295,711</td><td></td><td>338,816</td></tr>"));
  EXPECT_EQ(row(checked, "Cost of revenue"),
            "USD e3 2024-04-01..2024-06-30 140002, USD e3 2025-04-01..2025-06-30 151113");
}

TEST(Units, AMereDollarIsTheDocumentsOwnDollar) {
  const auto checked = check_text(
      "INTERIM STATEMENTS OF OPERATIONS\n\n(In thousands of Canadian dollars)\n\n"
      "\tThree Months Ended June 30,\t\n\t2024\t2025\n\t$\t$\n"
      "Revenue\t435,713\t489,929\nCost of sales\t140,002\t151,113\nGross profit\t295,711\t338,816\n");
  EXPECT_EQ(row(checked, "Revenue"),
            "CAD e3 2024-04-01..2024-06-30 435713, CAD e3 2025-04-01..2025-06-30 489929");
}

TEST(Units, AConvenienceTranslationSaysNothingOfTheOtherColumns) {
  const std::string_view rows =
      "STATEMENT OF INCOME\n\n(\u20b9 in millions, except share and per share data)\n\n"
      "\tThree months ended June 30,\t\t\n\t2024\t2025\t2025\n"
      "\t\t\tConvenience translation into US dollar in millions\n"
      "Revenues\t219,638\t221,346\t2,582\nCost of revenues\t(153,306)\t(155,979)\t(1,819)\n"
      "Gross profit\t66,332\t65,367\t763\n";
  EXPECT_EQ(row(check_text(std::string(rows)), "Revenues"),
            "INR e6 2024-04-01..2024-06-30 219638, INR e6 2025-04-01..2025-06-30 221346, "
            "USD e6 2025-04-01..2025-06-30 2582");
}

TEST(Scale, AUnitLineInTheHeadingHoldsForItsTable) {
  const auto checked = check_text(
      "SUMMARY\n\n(in thousands)\n\n\tThree months ended June 30,\t\n\t2024\t2025\n\tRMB\tRMB\n"
      "\t(in millions, except percentages and per share amounts)\t\n"
      "Revenue\t243,236\t247,652\nNet income\t24,022\t42,382\nIncome per share\t1.24\t2.20\n");
  EXPECT_EQ(row(checked, "Revenue"),
            "RMB e6 2024-04-01..2024-06-30 243236, RMB e6 2025-04-01..2025-06-30 247652");
  EXPECT_EQ(row(checked, "Income per share"),
            "RMB/share e0 2024-04-01..2024-06-30 1.24, RMB/share e0 2025-04-01..2025-06-30 2.20");
}

TEST(Scale, TitleAndUnitMayStandInTheGridAboveTheHeading) {
  const auto checked =
      check_text(html("<p>(In thousands)</p>",
                      "<tr><td colspan=3>CONSOLIDATED BALANCE SHEETS</td></tr>"
                      "<tr><td colspan=3>(In millions, except share data)</td></tr>"
                      "<tr><td></td><td>December 31, 2024</td><td>June 30, 2025</td></tr>"
                      "<tr><td></td><td>RMB</td><td>RMB</td></tr>"
                      "<tr><td>Cash and cash equivalents</td><td>1,234</td><td>2,345</td></tr>"
                      "<tr><td>Total assets</td><td>1,234</td><td>2,345</td></tr>"));
  EXPECT_EQ(row(checked, "Total assets"), "RMB e6 2024-12-31 1234, RMB e6 2025-06-30 2345");
}

TEST(Scale, SharesTakeTheScaleThatTheirLabelGives) {
  const auto checked = check_text(
      "INCOME STATEMENTS\n\n(in millions, except per share data)\n\n\tThree months ended June 30,\t\n"
      "\t2024\t2025\n\tRMB\tRMB\nNet income\t24,022\t42,382\n"
      "Weighted average number of shares used in calculating earnings per share (million shares)\t\t\n"
      "Basic\t19,122\t18,500\nWeighted average number of ADS (in thousands)\t2,390,250\t2,312,500\n");
  EXPECT_EQ(row(checked, "Basic"),
            "shares e6 2024-04-01..2024-06-30 19122, shares e6 2025-04-01..2025-06-30 18500");
  EXPECT_EQ(row(checked, "Weighted average number of ADS (in thousands)"),
            "shares e3 2024-04-01..2024-06-30 2390250, shares e3 2025-04-01..2025-06-30 2312500");
}

TEST(Periods, ADayBelowItsMonthMayLackItsComma) {
  const auto filing = [](std::string_view days) {
    return "NOTES\n\n(in thousands)\n\n\tThree Months Ended\t\t\n\tMarch\tDecember\tMarch\n" +
           std::string(days) +
           "\n\t2023\t2023\t2024\n\tRMB\tRMB\tRMB\nRent\t1,200\t1,500\t1,700\nPower\t800\t500\t300\n"
           "Total\t2,000\t2,000\t2,000\n";
  };
  for (const char* days : {"\t31,\t31,\t31,", "\t31,\t31\t31,", "\t31\t31,\t31", "\t31\t31\t31"}) {
    EXPECT_EQ(row(check_text(filing(days)), "Power"),
              "RMB e3 2023-01-01..2023-03-31 800, RMB e3 2023-10-01..2023-12-31 500, "
              "RMB e3 2024-01-01..2024-03-31 300")
        << days;
  }
}

TEST(Rows, ShareCapitalThatTellsItsCountsIsMoney) {
  const auto checked = check_text(
      "BALANCE SHEETS\n\n(in thousands)\n\n\tDecember 31, 2024\tJune 30, 2025\n\tUS$\tUS$\n"
      "Total liabilities\t900\t950\n"
      "Ordinary shares (US$0.0001 par value; 500,000,000 shares authorized; 345,678,901 shares issued and "
      "outstanding)\t35\t35\nAdditional paid-in capital\t165\t215\nTotal equity\t200\t250\n"
      "Total liabilities and equity\t1,100\t1,200\n");
  EXPECT_EQ(row(checked,
                "Ordinary shares (US$0.0001 par value; 500,000,000 shares authorized; 345,678,901 "
                "shares issued and outstanding)"),
            "USD e3 2024-12-31 35, USD e3 2025-06-30 35");
}

TEST(Rows, ThingsAndPeopleAreCounts) {
  const auto checked = check_text(
      "OPERATING DATA\n\n(RMB in thousands)\n\n\t2025Q1\t2024Q4\n"
      "Total deliveries\t94,008\t91,507\nAverage MAUs (in millions)\t366.9\t340.2\n"
      "Delivery service revenues\t1,234,567\t1,134,567\nRevenue per paying user\t42,123\t41,321\n");
  EXPECT_EQ(row(checked, "Total deliveries"),
            "pure e0 2025-01-01..2025-03-31 94008, pure e0 2024-10-01..2024-12-31 91507");
  EXPECT_EQ(row(checked, "Average MAUs (in millions)"),
            "pure e6 2025-01-01..2025-03-31 366.9, pure e6 2024-10-01..2024-12-31 340.2");
  EXPECT_EQ(row(checked, "Delivery service revenues"),
            "RMB e3 2025-01-01..2025-03-31 1234567, RMB e3 2024-10-01..2024-12-31 1134567");
}

TEST(Columns, SharesOfRevenueStandBesideChanges) {
  const auto checked = check_text(
      html("<p>STATEMENTS OF INCOME</p><p>(In millions of New Taiwan dollars)</p>",
           "<tr><td></td><td colspan=2>2Q 2025</td><td colspan=2>1Q 2025</td><td>QoQ</td></tr>"
           "<tr><td></td><td>NT$</td><td>%</td><td>NT$</td><td>%</td><td>Inc. (Dec.) %</td></tr>"
           "<tr><td>Net revenue</td><td>900,000</td><td>100.0%</td><td>800,000</td><td>100.0%</td><td>12.5%"
           "</td></tr><tr><td>Gross profit</td><td>540,000</td><td>60.0%</td><td>472,000</td><td>59.0%</td>"
           "<td>14.4%</td></tr>"));
  EXPECT_EQ(row(checked, "Gross profit"),
            "TWD e6 2025-04-01..2025-06-30 540000, percent e0 2025-04-01..2025-06-30 60.0, "
            "TWD e6 2025-01-01..2025-03-31 472000, percent e0 2025-01-01..2025-03-31 59.0, "
            "percent-change e0 2025-04-01..2025-06-30 14.4");
}

// Segments of one period, each with its own name over the column.
constexpr std::string_view kSegments =
    "SEGMENT INFORMATION\n\n(RMB in millions)\n\n"
    "\tThree months ended\t\t\tThree months ended\t\t\n"
    "\tSeptember 30, 2023\t\t\tSeptember 30, 2024\t\t\n"
    "\tSearch\tVideo\tother\tSearch\tVideo\tother\n"
    "Services\t7,025\t5,798\t(211)\t7,714\t5,787\t(178)\n"
    "Goods\t1,000\t2,000\t(20)\t1,100\t2,100\t(21)\n"
    "Total revenues\t8,025\t7,798\t(231)\t8,814\t7,887\t(199)\n";

TEST(Columns, NamesTellColumnsOfOnePeriodApart) {
  const auto checked = check_text(std::string(kSegments));
  EXPECT_EQ(row(checked, "Goods"),
            "RMB e6 2023-07-01..2023-09-30 1000, RMB e6 2023-07-01..2023-09-30 2000, "
            "RMB e6 2023-07-01..2023-09-30 -20, RMB e6 2024-07-01..2024-09-30 1100, "
            "RMB e6 2024-07-01..2024-09-30 2100, RMB e6 2024-07-01..2024-09-30 -21");
  EXPECT_EQ(testing::summary(checked), "");
}

TEST(Columns, WithoutNamesTwoOfOnePeriodAreNotRead) {
  const auto checked = check_text(
      "SEGMENT INFORMATION\n\n(RMB in millions)\n\n\tThree months ended September 30, 2024\t\n"
      "Services\t7,025\t5,798\nGoods\t1,000\t2,000\n");
  EXPECT_EQ(row(checked, "Goods"), "RMB e6  1000, RMB e6  2000");
}

TEST(Columns, ATranslationIsOfTheDateBesideIt) {
  const auto checked = check_text(
      "BALANCE SHEETS\n\n(in thousands)\n\n\tDecember 31, 2023\tSeptember 30, 2024\t\n\tRMB\tRMB\tUS$\n"
      "Cash\t1,234\t2,345\t334\nInventory\t1,000\t2,000\t285\n");
  EXPECT_EQ(row(checked, "Inventory"),
            "RMB e3 2023-12-31 1000, RMB e3 2024-09-30 2000, USD e3 2024-09-30 285");
}

TEST(Columns, NumbersOfNotesAreNoFigures) {
  const auto checked = check_text(
      "BALANCE SHEETS\n\n(RMB in thousands)\n\nParticulars\tNotes\tMarch 31, 2024\tSeptember 30, 2024\n"
      "Cash\t2.16\t1,234\t2,345\nInventory\t5, 14\t1,000\t2,000\nOther\t12(b)\t1,100\t2,100\n"
      "Total assets\t\t3,334\t6,445\n");
  EXPECT_EQ(row(checked, "Inventory"), "RMB e3 2024-03-31 1000, RMB e3 2024-09-30 2000");
}

// "5,14" whose comma a converter has lost.
TEST(Columns, AFewNumbersOfNotesMayHaveRunTogether) {
  const auto filing = [](std::string_view second) {
    return check_text(
        "BALANCE SHEETS\n\n(RMB in thousands)\n\nParticulars\tNotes\tMarch 31, 2024\tSeptember 30, 2024\n"
        "Cash\t4\t1,234\t2,345\nInventory\t" +
        std::string(second) +
        "\t1,000\t2,000\nReceivables\t6\t100\t200\nOther\t8914\t1,100\t2,100\n"
        "Total assets\t\t3,434\t6,645\n");
  };
  const std::string_view amounts = "RMB e3 2024-03-31 1100, RMB e3 2024-09-30 2100";
  EXPECT_EQ(row(filing("5"), "Other"), amounts);
  // An amount that has slipped there is no number of notes run on.
  EXPECT_NE(row(filing("1,100"), "Inventory").find("1100"), std::string::npos);
  // Half of them are amounts of notes.
  EXPECT_NE(row(filing("5140"), "Other"), amounts);
}

TEST(Columns, NumbersOfNotesAreNoFiguresWhateverStandsOverThem) {
  const auto filing = [](std::string_view heading, std::string_view reference) {
    return check_text("BALANCE SHEETS\n\n(RMB in thousands)\n\n\t" + std::string(heading) +
                      "\tMarch 31, 2024\tSeptember 30, 2024\n\t\tAudited\tUnaudited\nCash\t4\t1,234\t2,345\n"
                      "Inventory\t" +
                      std::string(reference) + "\t1,000\t2,000\nTotal assets\t\t2,234\t4,345\n");
  };
  const std::string_view amounts = "RMB e3 2024-03-31 1000, RMB e3 2024-09-30 2000";
  EXPECT_EQ(row(filing("Ref.", "5, 6"), "Inventory"), amounts);
  EXPECT_EQ(row(filing("Schedule", "8(a)"), "Inventory"), amounts);
  // Under a unit, or written as amounts are, they may be figures.
  EXPECT_NE(row(filing("%", "5, 6"), "Inventory"), amounts);
  EXPECT_NE(row(filing("Ref.", "5"), "Inventory"), amounts);
}

TEST(Tables, OfSmallAmountsAreReadUnderAScaleOfTheirOwn) {
  const auto filing = [](std::string_view scale, std::string_view figure) {
    return check_text(
        "INCOME STATEMENTS\n\n(in thousands of euros)\n\n\tYear ended December 31, 2024\n"
        "Revenue\t4,100\nCost of sales\t(2,600)\nGross profit\t1,500\n\nProvisions\n\n" +
        std::string(scale) + "\tWarranties\tLegal\tTotal\nOpening balance\t235\t74\t309\n" +
        "Charges\t86\t62\t148\nUsed\t" + std::string(figure) + "\t12\t16\n");
  };
  EXPECT_EQ(row(filing("(in millions of euros)\n\n", "-"), "Charges"), "EUR e6  86, EUR e6  62, EUR e6  148");
  // Ages and pages have no scale, and none of them is negative or nil.
  EXPECT_EQ(row(filing("", "-"), "Charges"), "no such row");
  EXPECT_EQ(row(filing("(in millions of euros)\n\n", "4"), "Charges"), "no such row");
}

TEST(Columns, QuartersOfAYearAreASpan) {
  const auto checked = check_text(
      "INCOME STATEMENTS\n\n\u20ac millions, unless otherwise stated\n\n"
      "\tQ3 2024\tQ3 2023\t\u0394 in %\tQ1\u2013Q3 2024\tQ1\u2013Q3 2023\t\u0394 in %\n"
      "Cloud\t3,464\t3,758\t-7.8%\t4,970\t3,768\t31.9%\nServices\t110\t100\t10.0%\t300\t300\t0.0%\n"
      "Total revenue\t3,574\t3,858\t-7.4%\t5,270\t4,068\t29.5%\n");
  EXPECT_EQ(row(checked, "Cloud"),
            "EUR e6 2024-07-01..2024-09-30 3464, EUR e6 2023-07-01..2023-09-30 3758, "
            "percent-change e0 2024-07-01..2024-09-30 -7.8, EUR e6 2024-01-01..2024-09-30 4970, "
            "EUR e6 2023-01-01..2023-09-30 3768, percent-change e0 2024-01-01..2024-09-30 31.9");
}

TEST(Rows, AReferenceToANoteBelongsToTheLabelBeforeIt) {
  const auto checked = check_text(
      "BALANCE SHEETS\n\n(RMB in thousands)\n\n\tMarch 31, 2024\tSeptember 30, 2024\n"
      "Financial assets at fair value through profit or loss\t\t\n(Note 7)\t1,234\t2,345\n"
      "Right-of-use assets (Notes 12\t\t\nand 30)\t1,000\t2,000\n");
  EXPECT_EQ(row(checked, "Financial assets at fair value through profit or loss (Note 7)"),
            "RMB e3 2024-03-31 1234, RMB e3 2024-09-30 2345");
  EXPECT_EQ(row(checked, "Right-of-use assets (Notes 12 and 30)"),
            "RMB e3 2024-03-31 1000, RMB e3 2024-09-30 2000");
}

// A phrase that a cell's border cuts in two, wherever it cuts.
TEST(Heading, APhraseThatABorderCutsIsOne) {
  const std::string_view rows =
      "\n\t2023\t2024\t2024\n\tRMB\tRMB\tUS$\nRevenue\t7,200\t14,400\t2,000\n"
      "Cost of revenue\t(720)\t(1,440)\t(200)\nGross profit\t6,480\t12,960\t1,800\n";
  const std::string_view phrase = "For the six months ended June 30,";
  for (std::size_t cut = 3; cut + 1 < phrase.size(); ++cut) {
    const auto checked =
        check_text("INCOME STATEMENTS\n\n(in thousands)\n\n\t" + std::string(phrase.substr(0, cut)) + "\t" +
                   std::string(phrase.substr(cut)) + "\t" + std::string(rows));
    EXPECT_EQ(row(checked, "Revenue"),
              "RMB e3 2023-01-01..2023-06-30 7200, RMB e3 2024-01-01..2024-06-30 14400, "
              "USD e3 2024-01-01..2024-06-30 2000")
        << phrase.substr(0, cut) << '|' << phrase.substr(cut);
  }
}

// Narrow columns cut it into more pieces.
TEST(Heading, APhraseThatSeveralBordersCutIsOne) {
  const auto checked = check_text(
      "INCOME STATEMENTS\n\n(in thousands)\n\n\tThre\te Mon\tths E\tnde\td June 30,\n"
      "\t2020\t2021\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\tRMB\tRMB\n"
      "Revenue\t7,200\t14,400\t9,200\t18,400\t18,500\n");
  EXPECT_EQ(row(checked, "Revenue"),
            "RMB e3 2020-04-01..2020-06-30 7200, RMB e3 2021-04-01..2021-06-30 14400, "
            "RMB e3 2022-04-01..2022-06-30 9200, RMB e3 2023-04-01..2023-06-30 18400, "
            "RMB e3 2024-04-01..2024-06-30 18500");
}

TEST(Heading, FiguresThatAreNoDaysStandUnderTheirMonths) {
  const auto under_months = [](std::string_view first) {
    return check_text("COSTS\n\n(in thousands of RMB)\n\n\tDecember 2023\tDecember 2024\n" +
                      std::string(first) + "Wages\t1,200\t1,300\nRent\t800\t900\n");
  };
  const Checked days = under_months("\t25,\t22,\n"), figures = under_months("\t45\t62\n");
  EXPECT_EQ(days.filing.tables.at(0).rows.size(), 2U);
  EXPECT_EQ(row(days, "Wages"), "RMB e3 2023-12-25 1200, RMB e3 2024-12-22 1300");
  EXPECT_EQ(figures.filing.tables.at(0).rows.size(), 3U);
  EXPECT_EQ(row(figures, ""), "RMB e3 2023-12-31 45, RMB e3 2024-12-31 62");
}

TEST(Heading, TwoPhrasesSideBySideStayTwo) {
  const auto checked = check_text(
      "INCOME STATEMENTS\n\n(in thousands)\n\n\tThree months\t\tSix months\t\n"
      "\tended June 30,\t\tended June 30,\t\n\t2023\t2024\t2023\t2024\n\tRMB\tRMB\tRMB\tRMB\n"
      "Revenue\t7,200\t14,400\t9,200\t18,400\n");
  EXPECT_EQ(row(checked, "Revenue"),
            "RMB e3 2023-04-01..2023-06-30 7200, RMB e3 2024-04-01..2024-06-30 14400, "
            "RMB e3 2023-01-01..2023-06-30 9200, RMB e3 2024-01-01..2024-06-30 18400");
}

constexpr std::string_view kThreeColumns =
    "Revenue\t7,200\t14,400\t2,000\nCost of revenue\t(3,600)\t(7,200)\t(1,000)\nGross "
    "profit\t3,600\t7,200\t1,000\n";
constexpr std::string_view kThreePeriods =
    "RMB e3 2023-01-01..2023-06-30 7200, RMB e3 2024-01-01..2024-06-30 14400, "
    "USD e3 2024-01-01..2024-06-30 2000";

Checked with_heading(std::string_view heading) {
  return check_text("INCOME STATEMENTS\n\n(RMB in thousands)\n\n" + std::string(heading) +
                    std::string(kThreeColumns));
}

TEST(Heading, WordsThatRunTogetherAreDealtOut) {
  for (const std::string_view heading :
       {"\tFor the six months ended June 30,\t\t\n\t202320242024\t\t\n\tRMBRMBUS$\t\t\n",
        "\tFor the six months ended June 30,\t\t\n\t2023\t20242024\t\n\tRMB\tRMBUS$\t\n",
        "\tFor the six months ended June 30,\t\t\n\t2023 2024\t\t2024\n\tRMB\tRMB US$\t\n"}) {
    const auto checked = with_heading(heading);
    EXPECT_EQ(row(checked, "Revenue"), kThreePeriods) << heading;
    EXPECT_EQ(testing::summary(checked), "note text/header line 5\n") << heading;
  }
}

TEST(Heading, ACurrencyThatIsLostIsToldByTheRateBetweenTwoColumns) {
  for (const std::string_view units : {"\tRMB\tRMB\t\n", "\tRMB\t\tUS$\n", "\t\tRMB\tUS$\n"}) {
    const auto checked =
        with_heading("\tFor the six months ended June 30,\t\t\n\t2023\t2024\t2024\n" + std::string(units));
    EXPECT_EQ(row(checked, "Revenue"), kThreePeriods) << units;
  }
}

// Within what rounding leaves of it: two per cent off is no rate.
TEST(Heading, ARateIsTheSameInEveryRow) {
  const auto with_costs = [](std::string_view costs) {
    return row(
        check_text("INCOME STATEMENTS\n\n(RMB in thousands)\n\n\tFor the six months ended June 30,\t\t\n"
                   "\t2023\t2024\t2024\n\tRMB\tRMB\t\nRevenue\t7,200\t14,400\t2,000\n"
                   "Cost of revenue\t(3,600)\t(7,200)\t(" +
                   std::string(costs) + ")\nGross profit\t3,600\t7,200\t1,000\n"),
        "Revenue");
  };
  EXPECT_EQ(with_costs("1,003"), kThreePeriods);
  EXPECT_EQ(with_costs("1,020"), "RMB e3  7200, RMB e3  14400, RMB e3  2000");
}

TEST(Heading, TwoColumnsOfOnePeriodThatNoRateExplainsStayUnknown) {
  const auto checked = check_text(
      "INCOME STATEMENTS\n\n(RMB in thousands)\n\n\tFor the six months ended June 30,\t\n\t2024\t\n"
      "\tRMB\tRMB\nRevenue\t7,200\t14,400\nCost of revenue\t(3,600)\t(6,200)\nGross "
      "profit\t3,600\t8,200\n");
  EXPECT_EQ(row(checked, "Revenue"), "RMB e3  7200, RMB e3  14400");
  EXPECT_EQ(testing::summary(checked), "warning text/header line 5\n");
}

TEST(Heading, PercentagesThatAreChangesAreReadSoWithoutTheWord) {
  const auto checked = check_text(
      "INCOME STATEMENTS\n\n(RMB in thousands)\n\n\tFor the six months ended June 30,\t\t\n"
      "\t2023\t2024\t\n\tRMB\tRMB\t%\nRevenue\t7,200\t14,400\t100.0\nCost of "
      "revenue\t(3,600)\t(7,500)\t108.3\n"
      "Gross profit\t3,600\t6,900\t91.7\n");
  EXPECT_EQ(row(checked, "Gross profit"),
            "RMB e3 2023-01-01..2023-06-30 3600, RMB e3 2024-01-01..2024-06-30 6900, "
            "percent-change e0 2024-01-01..2024-06-30 91.7");
}

TEST(Rows, FiguresBelowALabelThatSaysOnlyHowKeepTheHeadersUnit) {
  const auto checked = check_text(
      "INCOME STATEMENTS\n\n(RMB in thousands)\n\n\tFor the six months ended June "
      "30,\t\n\t2023\t2024\n\tRMB\tRMB\n"
      "Net loss\t(7,200)\t(14,400)\nNet loss per share:\t\t\nBasic and diluted\t\t\n\t(0.23)\t(0.17)\n");
  EXPECT_EQ(row(checked, "Basic and diluted"),
            "RMB/share e0 2023-01-01..2023-06-30 -0.23, RMB/share e0 2024-01-01..2024-06-30 -0.17");
}

TEST(Rows, AHeaderThatSaysOnlyHowKeepsTheUnitAboveIt) {
  const auto checked = check_text(
      "INCOME STATEMENTS\n\n(RMB in thousands)\n\n\tFor the six months ended June "
      "30,\t\n\t2023\t2024\n\tRMB\tRMB\n"
      "Net income\t7,200\t14,400\nNet income per share:\t\t\nBasic and "
      "diluted:\t\t\nBasic\t4\t8\nDiluted\t3\t7\n");
  EXPECT_EQ(row(checked, "Basic"),
            "RMB/share e0 2023-01-01..2023-06-30 4, RMB/share e0 2024-01-01..2024-06-30 8");
}

TEST(Columns, AChangeMayBeAnAmount) {
  const auto checked = check_text(
      "RESULTS OF OPERATIONS\n\n(in thousands, except percentages)\n\n"
      "\tThree Months Ended September 30,\t\tChange\t\n\t2023\t2024\tAmount\t%\n\tRMB\tRMB\tRMB\t\n"
      "Products\t1,000,000\t1,200,000\t200,000\t20.0%\nServices\t500,000\t450,000\t(50,000)\t(10.0)%\n"
      "Total revenues\t1,500,000\t1,650,000\t150,100\t10.0%\n");
  EXPECT_EQ(row(checked, "Services"),
            "RMB e3 2023-07-01..2023-09-30 500000, RMB e3 2024-07-01..2024-09-30 450000, "
            "RMB e3 2024-07-01..2024-09-30 -50000, percent-change e0 2024-07-01..2024-09-30 -10.0");
  EXPECT_EQ(testing::verdicts(checked, "ratio/change"), "5 1 0");
}

TEST(Rows, ADashAndTheFigureBelowItInOneCellAreTwo) {
  const std::string_view head =
      "INCOME STATEMENTS\n\n(RMB in thousands)\n\n\tFor the six months ended June "
      "30,\t\t\n\t2022\t2023\t2024\n"
      "\tRMB\tRMB\tRMB\nOperating expenses:\t\t\t\n";
  const auto checked =
      check_text(std::string(head) +
                 "Sales\t7,200\t14,400\t2,000\nCharges\t\t208\t-\n"
                 "Research\t- 1,000\t2,000\t3,000\nTotal operating expenses\t8,200\t16,608\t5,000\n");
  EXPECT_EQ(row(checked, "Charges").substr(0, 43), "RMB e3 2022-01-01..2022-06-30 0, RMB e3 202");
  EXPECT_EQ(row(checked, "Research").substr(0, 34), "RMB e3 2022-01-01..2022-06-30 1000");
}

TEST(Rows, TwoFiguresInACellOfARowThatStandsTooFarRightAreOfTheColumnTheyMoveTo) {
  const auto checked = check_text(
      "BALANCE SHEETS\n\n(In thousands)\n\n\tDecember 31,\tJune 30,\tJune 30,\n\t2023\t2024\t2024\n"
      "\tRMB\tRMB\tUS$\n"
      "Paid-in capital\t\t1,234\t170\n"
      "\tReserves\t5,678\t21,765 22,345\n"
      "Total\t6,000\t23,579\t3,245\n");
  EXPECT_EQ(row(checked, "Reserves"), "RMB e3 2023-12-31 none, RMB e3 2024-06-30 none, -");
}

TEST(Heading, DaysUnderMonthsThatRunTogetherAreTakenInOrder) {
  for (const std::string_view heading :
       {"\tJune\tJune\tJune\n\t30,\t30,\t30,\n", "\tJuneJuneJune\t\t\n\t30,\t30,\t30,\n",
        "\tJune\tJune\tJune\n\t30,30,30,\t\t\n", "\tJune\tJune June\t\n\t30,\t30,\t30,\n"}) {
    const auto checked = with_heading("\tSix months ended\t\t\n" + std::string(heading) +
                                      "\t2023\t2024\t2024\n\tRMB\tRMB\tUS$\n");
    EXPECT_EQ(row(checked, "Revenue"), kThreePeriods) << heading;
  }
}

TEST(Heading, YearsGluedToNotesAndToAChangeAreYears) {
  const auto notes = check_text(
      "INCOME STATEMENTS\n\n(RMB in thousands)\n\n\t\tFor the six months ended June 30,\t\t\n"
      "\tNotes202320242024\t\t\t\n\t\tRMB\tRMB\tUS$\nRevenue\t5\t7,200\t14,400\t2,000\n"
      "Cost of revenue\t6\t(3,600)\t(7,200)\t(1,000)\nGross profit\t\t3,600\t7,200\t1,000\n");
  EXPECT_EQ(row(notes, "Revenue"), kThreePeriods);
  const auto change = check_text(
      "INCOME STATEMENTS\n\n(RMB in thousands)\n\n\tFor the six months ended June 30,\t\t\n"
      "\t20232024Year-on-year change\t\t\n\tRMB\tRMB\t\nRevenue\t7,200\t14,400\t100.0%\n"
      "Cost of revenue\t3,600\t7,500\t108.3%\nGross profit\t3,600\t6,900\t91.7%\n");
  EXPECT_EQ(row(change, "Gross profit"),
            "RMB e3 2023-01-01..2023-06-30 3600, RMB e3 2024-01-01..2024-06-30 6900, "
            "percent-change e0 2024-01-01..2024-06-30 91.7");
}

// Dates centred over groups of columns may seem to stand a column off: the rate tells.
TEST(Columns, WhatTheColumnBesideItIsAtOneRateIsOfItsPeriod) {
  const auto checked = check_text(
      "STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n"
      "                                                   Three months ended                                 "
      "                   Nine months ended\n"
      "                    September 30, 2023       June 30, 2024             September 30, 2024           "
      "September 30, 2023             September 30, 2024\n"
      "                                   RMB                 RMB                 RMB                 US$    "
      "             RMB                 RMB                 US$\n"
      "  Vehicle sales              16,829,279          12,691,107          18,460,439           2,630,592   "
      "       12,278,015          16,924,900           2,411,779\n"
      "  Other sales                 1,304,309           1,240,433           1,302,419             185,593   "
      "        1,345,482           1,082,503             154,255\n"
      "Total revenues               18,133,588          13,931,540          19,762,858           2,816,185   "
      "       13,623,497          18,007,403           2,566,034\n"
      "\nTranslated at RMB7.0176 to US$1.00.\n");
  EXPECT_EQ(row(checked, "Total revenues"),
            "RMB e3 2023-07-01..2023-09-30 18133588, RMB e3 2024-04-01..2024-06-30 13931540, "
            "RMB e3 2024-07-01..2024-09-30 19762858, USD e3 2024-07-01..2024-09-30 2816185, "
            "RMB e3 2023-01-01..2023-09-30 13623497, RMB e3 2024-01-01..2024-09-30 18007403, "
            "USD e3 2024-01-01..2024-09-30 2566034");
}

TEST(Columns, ANameMayStandOverSeveral) {
  const auto checked = check_text(html("<p>RESULTS BY SEGMENT</p><p>(RMB in millions)</p>",
                                       "<tr><td></td><td colspan=3>Quarter ended June 30, 2024</td></tr>"
                                       "<tr><td></td><td colspan=3>Segments of the group</td></tr>"
                                       "<tr><td></td><td>Search</td><td>Video</td><td>Total</td></tr>"
                                       "<tr><td>Services</td><td>7,025</td><td>5,798</td><td>12,823</td></tr>"
                                       "<tr><td>Goods</td><td>1,000</td><td>2,000</td><td>3,000</td></tr>"));
  EXPECT_EQ(row(checked, "Goods"),
            "RMB e6 2024-04-01..2024-06-30 1000, RMB e6 2024-04-01..2024-06-30 2000, "
            "RMB e6 2024-04-01..2024-06-30 3000");
}

TEST(Columns, AFiscalYearEndsWhereTheReleaseSays) {
  const std::string_view table =
      "FINANCIAL HIGHLIGHTS\n\n(in thousands US$)\n\n\t1Q FY2025\t1Q FY2024\nNet "
      "revenues\t1,435,416\t1,100,099\n"
      "Operating income\t293,167\t205,156\nNet income\t245,428\t165,391\n";
  const std::string_view first =
      "Results for the first fiscal quarter ended August 31, 2024, of fiscal year 2025.\n\n";
  EXPECT_EQ(row(check_text(std::string(first) + std::string(table)), "Net income"),
            "USD e3 2024-06-01..2024-08-31 245428, USD e3 2023-06-01..2023-08-31 165391");
  EXPECT_EQ(row(check_text(std::string(table)), "Net income"),
            "USD e3 2025-01-01..2025-03-31 245428, USD e3 2024-01-01..2024-03-31 165391");
  const std::string_view third =
      "Results of the third quarter of fiscal year 2025, ended December 31, 2024.\n\n"
      "INCOME STATEMENTS\n\n(RMB in millions)\n\n\tThird Quarter Fiscal 2025\tFY2024\nRevenue\t1,200\t4,100\n"
      "Cost of revenue\t(200)\t(1,100)\nGross profit\t1,000\t3,000\n";
  EXPECT_EQ(row(check_text(std::string(third)), "Revenue"),
            "RMB e6 2024-10-01..2024-12-31 1200, RMB e6 2023-04-01..2024-03-31 4100");
}

TEST(Heading, ATranslationHasTheDateOfItsAmount) {
  const auto ageing = [](std::string_view years) {
    return check_text(
        "NOTES\n\n(RMB in thousands)\n\n\tDec 31,\tJune 30,\tJune 30,\n" + std::string(years) +
        "\tRMB\tRMB\tUS$\nNot yet due\t5,900\t14,400\t2,000\nWithin a year\t8,100\t7,200\t1,000\n"
        "Receivables\t14,000\t21,600\t3,000\n");
  };
  const auto borrowed = ageing("\t2022\t\t2023\n");
  EXPECT_EQ(row(borrowed, "Not yet due"),
            "RMB e3 2022-12-31 5900, RMB e3 2023-06-30 14400, USD e3 2023-06-30 2000");
  EXPECT_EQ(testing::summary(borrowed), "note text/header line 5\n");
  const auto both = ageing("\t2022\t2022\t2023\n");
  EXPECT_EQ(row(both, "Not yet due"), "RMB e3 2022-12-31 5900, RMB e3  14400, USD e3  2000");
}

TEST(Rows, PercentagePointsAreWrittenInManyWays) {
  const auto checked = check_text(
      "SUMMARY OF RESULTS\n\n(NT$ million)\n\n\t1Q25\t1Q24\tYoY change\n"
      "Net revenue\t1,200\t1,000\t20.0%\nGross margin\t53.5%\t53.1%\t0.4 ppts\n"
      "Operating margin\t43.5%\t44.6%\t(1.1) pct. pts.\nNet margin\t38.9%\t38.3%\t60bp\n");
  EXPECT_EQ(row(checked, "Gross margin"),
            "percent e0 2025-01-01..2025-03-31 53.5, percent e0 2024-01-01..2024-03-31 53.1, "
            "percent-change e0 2025-01-01..2025-03-31 0.4");
  EXPECT_EQ(row(checked, "Operating margin"),
            "percent e0 2025-01-01..2025-03-31 43.5, percent e0 2024-01-01..2024-03-31 44.6, "
            "percent-change e0 2025-01-01..2025-03-31 -1.1");
  EXPECT_EQ(row(checked, "Net margin"),
            "percent e0 2025-01-01..2025-03-31 38.9, percent e0 2024-01-01..2024-03-31 38.3, "
            "percent-change e0 2025-01-01..2025-03-31 60");
}

// "$7" under the dates of two columns is an amount, and no short year.
TEST(Rows, SmallAmountsOfMoneyBeginATable) {
  const auto checked = testing::check_text(
      "<html><body><p>Cost of the pension plan (in millions)</p><table>"
      "<tr><td></td><td colspan=2>Years ended December "
      "31,</td></tr><tr><td></td><td>2024</td><td>2023</td></tr>"
      "<tr><td>Service cost</td><td>$7</td><td>$22</td></tr><tr><td>Interest "
      "cost</td><td>31</td><td>28</td></tr>"
      "<tr><td>Net cost</td><td>$38</td><td>$50</td></tr></table></body></html>");
  ASSERT_EQ(checked.filing.tables.size(), 1U);
  EXPECT_EQ(checked.filing.tables.front().rows.front().label, "Service cost");
  ASSERT_EQ(checked.filing.figures.size(), 6U);
  EXPECT_EQ(checked.filing.figures.front().raw, "$7");
}

// Rows that a dash makes parts of an amount per share are per share too.
TEST(Rows, PartsOfAnAmountPerShareAreWhatItIs) {
  const auto checked = testing::check_text(
      "STATEMENTS OF INCOME\n(in thousands, except per share data)\n\n\tYear ended December "
      "31,\t\n\t2024\t2023\n"
      "\tUSD\tUSD\nNet income\t15,744\t10,500\nBasic net income per share\t4.92\t3.28\n"
      "-Continuing operations\t4.74\t3.28\n-Discontinued operations\t0.18\t-\nDividends paid\t1,200\t1,100\n"
      "-Interim\t400\t300\n");
  std::string units;
  for (const Figure& figure : checked.filing.figures) {
    if (figure.column == 0) units += std::string(figure.raw) + " " + figure.unit.text() + "|";
  }
  EXPECT_EQ(units, "15,744 USD|4.92 USD/share|4.74 USD/share|0.18 USD/share|1,200 USD|400 USD|");
}

// Years where the labels stand, above "Thereafter".
TEST(Rows, AYearMayBeALabel) {
  const auto checked = testing::check_text(
      "<html><body><p>The loans fall due as follows (in millions of US dollars):</p><table>"
      "<tr><td></td><td>Loans</td><td>Leases</td></tr><tr><td>July to December "
      "2024</td><td>1,411</td><td>1,060</td></tr>"
      "<tr><td>2025</td><td>2,871</td><td>1,120</td></tr><tr><td>2026</td><td>3,407</td><td>1,095</td></tr>"
      "<tr><td>Thereafter</td><td>1,022</td><td>1,040</td></tr>"
      "<tr><td>Total</td><td>8,711</td><td>4,315</td></tr></table></body></html>");
  ASSERT_EQ(checked.filing.tables.size(), 1U);
  const Table& table = checked.filing.tables.front();
  EXPECT_EQ(table.columns.size(), 2U);
  EXPECT_EQ(table.rows[1].label, "2025");
  EXPECT_EQ(checked.filing.figures.size(), 10U);
}

TEST(Rows, ADayIsALabel) {
  const auto checked = check_text(
      "DELINQUENCY RATES\n\nAs of\t15-29 days\t30-59 days\nMay 31, 2024\t0.91%\t1.54%\n"
      "June 30, 2024\t0.85%\t1.47%\nSeptember 30, 2024\t0.88%\t1.51%\n");
  EXPECT_EQ(testing::summary(checked, Severity::warning), "");
  ASSERT_EQ(checked.filing.tables.size(), 1U);
  ASSERT_EQ(checked.filing.tables[0].rows.size(), 3U);
  EXPECT_EQ(checked.filing.tables[0].rows[1].label, "June 30, 2024");
}

std::string changes(std::string_view rows) {
  return "STATEMENTS OF PROFIT OR LOSS\n\n(In US$ million)\n\n"
         "\tFOR THE THREE MONTHS ENDED\t\t(A) - (B)\t\n\t(A)\t(B)\tCHANGE\t%\n"
         "\tMarch 31, 2025\tMarch 31, 2024\t\t\n" +
         std::string(rows);
}

TEST(Columns, AChangeThatIsTheDifferenceOfTwoColumnsIsAnAmount) {
  const auto checked = check_text(
      changes("Interest income\t205.1\t190.9\t14.2\t7%\nInterest expense\t(127.2)\t(135.5)\t8.3\t(6%)\n"
              "Net interest income\t77.9\t55.4\t22.5\t41%\n"));
  EXPECT_EQ(row(checked, "Net interest income"),
            "USD e6 2025-01-01..2025-03-31 77.9, USD e6 2024-01-01..2024-03-31 55.4, "
            "USD e6 2025-01-01..2025-03-31 22.5, percent-change e0 2025-01-01..2025-03-31 41");
  EXPECT_EQ(testing::summary(checked, Severity::warning), "");
}

// Three rows of four show it; of five they leave it open.
TEST(Columns, AChangeThatMostRowsShowToBeADifferenceIsAnAmount) {
  const auto unit_of_change = [](std::string_view rows) {
    const auto checked = check_text(
        "STATEMENTS OF PROFIT OR LOSS\n\n(In US$ million)\n\n\tYear ended December "
        "31,\t\tChange\n\t2024\t2023\t\n"
        "Interest income\t205.1\t190.9\t14.2\nInterest expense\t(127.2)\t(135.5)\t8.3\n"
        "Net interest income\t77.9\t55.4\t22.5\n" +
        std::string(rows));
    return checked.filing.figures[row_named(checked, "Interest income").cells.at(2)].unit.text();
  };
  EXPECT_EQ(unit_of_change("Fees\t31.5\t24.4\t9.1\n"), "USD");
  EXPECT_EQ(unit_of_change("Fees\t31.5\t24.4\t29.1\nTrading\t12.5\t11.3\t10.6\n"), "percent-change");
}

TEST(Heading, MonthsWithoutADateAreThoseOfTheYear) {
  const std::string rows =
      "Net sales\t169,272\t158,737\t499,948\t474,312\nCost of sales\t96,490\t90,584\t290,061\t278,620\n"
      "Gross profit\t72,782\t68,153\t209,887\t195,692\n";
  const auto checked = check_text(
      "STATEMENTS OF OPERATIONS\n\n(in thousands of U.S. dollars)\n\n\tThree Months\t\tNine Months\t\n"
      "\t2024\t2023\t2024\t2023\n" +
      rows);
  EXPECT_EQ(row(checked, "Net sales"),
            "USD e3 2024-07-01..2024-09-30 169272, USD e3 2023-07-01..2023-09-30 158737, "
            "USD e3 2024-01-01..2024-09-30 499948, USD e3 2023-01-01..2023-09-30 474312");
  // Three months alone may be those of any quarter.
  const auto alone = check_text(
      "STATEMENTS OF OPERATIONS\n\n(in thousands of U.S. dollars)\n\n\tThree Months\t\n\t2024\t2023\n"
      "Net sales\t169,272\t158,737\nCost of sales\t96,490\t90,584\nGross profit\t72,782\t68,153\n");
  EXPECT_EQ(row(alone, "Net sales"), "USD e3  169272, USD e3  158737");
}

TEST(Rows, ARangeOfAnOutlookIsNoDamage) {
  const auto checked = check_text(
      "OUTLOOK\n\n(In millions of US$)\n\n\tQ1 2025\tFY 2025\nRevenue\t$618-$628\t$2,635 to $2,705\n"
      "Operating margin\t15%\t15%-16%\nCapital expenditure\t20.5\t82.0\n");
  EXPECT_EQ(testing::summary(checked, Severity::note), "");
  EXPECT_EQ(row(checked, "Capital expenditure"),
            "USD e6 2025-01-01..2025-03-31 20.5, USD e6 2025-01-01..2025-12-31 82.0");
}

TEST(Rows, DaysYearsAndRatesPerDayAreNoAmountsInThousands) {
  const auto checked = check_text(
      "FLEET DATA\n\n(In thousands of U.S. dollars)\n\n\tThree months ended September 30,\t\n\t2023\t2024\n"
      "Voyage revenues\t98,000\t99,120\nOwnership days\t2,944\t2,999\nAverage age of fleet (in years)\t11.2\t"
      "11.6\nSales of systems (in units)\t100\t116\nTime charter rate (per day)\t27,047\t29,169\n"
      "Adjusted diluted EPS\t7.34\t7.06\nLoans past due over 90 days\t1,200\t1,300\n");
  EXPECT_EQ(row(checked, "Ownership days"),
            "pure e0 2023-07-01..2023-09-30 2944, pure e0 2024-07-01..2024-09-30 2999");
  EXPECT_EQ(row(checked, "Average age of fleet (in years)"),
            "pure e0 2023-07-01..2023-09-30 11.2, pure e0 2024-07-01..2024-09-30 11.6");
  EXPECT_EQ(row(checked, "Sales of systems (in units)"),
            "pure e0 2023-07-01..2023-09-30 100, pure e0 2024-07-01..2024-09-30 116");
  EXPECT_EQ(row(checked, "Time charter rate (per day)"),
            "USD e0 2023-07-01..2023-09-30 27047, USD e0 2024-07-01..2024-09-30 29169");
  EXPECT_EQ(row(checked, "Adjusted diluted EPS"),
            "USD/share e0 2023-07-01..2023-09-30 7.34, USD/share e0 2024-07-01..2024-09-30 7.06");
  EXPECT_EQ(row(checked, "Loans past due over 90 days"),
            "USD e3 2023-07-01..2023-09-30 1200, USD e3 2024-07-01..2024-09-30 1300");
}

TEST(Scale, BillionsMayBeShort) {
  const auto checked = check_text(
      "INCOME STATEMENT\n\n(Unit: KRW bn)\t4Q24\t3Q24\tQoQ\nOperating revenue\t4,826.6\t4,724.9\t2.2%\n"
      "Operating income\t988.1\t890.0\t11.0%\n(Margin %)\t20.5%\t18.8%\t1.6%p\n");
  EXPECT_EQ(row(checked, "Operating income"),
            "KRW e9 2024-10-01..2024-12-31 988.1, KRW e9 2024-07-01..2024-09-30 890.0, "
            "percent-change e0 2024-10-01..2024-12-31 11.0");
  EXPECT_EQ(row(checked, "(Margin %)"),
            "percent e0 2024-10-01..2024-12-31 20.5, percent e0 2024-07-01..2024-09-30 18.8, "
            "percent-change e0 2024-10-01..2024-12-31 1.6");
}

TEST(Columns, TheLastDayOfFebruary) {
  const auto checked = check_text(
      "STATEMENTS OF OPERATIONS\n\n(In thousands)\n\n\tFor the Three Months Ended February "
      "28/29,\t\n\t2025\t2024\n"
      "\tUSD\tUSD\nNet revenues\t1,244\t1,182\nCost of revenues\t600\t590\nGross profit\t644\t592\n");
  EXPECT_EQ(row(checked, "Net revenues"),
            "USD e3 2024-12-01..2025-02-28 1244, USD e3 2023-12-01..2024-02-29 1182");
}

std::string without_currency(const std::string& sentences) {
  return "Sample Therapeutics AG\n\n" + sentences +
         "\n\nSTATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tThree Months Ended September "
         "30,\t\n\t2024\t2023\n"
         "Research and development\t33,308\t30,211\nGeneral and administrative\t10,136\t9,573\n"
         "Total operating expenses\t43,444\t39,784\nNet loss\t(40,679)\t(37,170)\n";
}

TEST(Units, SentencesTellTheCurrencyThatNoTableDoes) {
  EXPECT_EQ(
      row(check_text(without_currency("Net loss was $40.7 million, compared to $37.2 million for the same "
                                      "quarter of 2023. R&D expenses were $33.3 million.")),
          "Net loss"),
      "USD e3 2024-07-01..2024-09-30 -40679, USD e3 2023-07-01..2023-09-30 -37170");
  EXPECT_EQ(
      row(check_text(without_currency("Net loss was $40.7 million. R&D expenses were $33.3 million and the "
                                      "upfront payment was \u20ac10.0 million or $11.0 million.")),
          "Net loss"),
      " e3 2024-07-01..2024-09-30 -40679,  e3 2023-07-01..2023-09-30 -37170");
}

TEST(Columns, AChangeInTheDocumentsOwnDollars) {
  const auto checked = check_text(
      "STATEMENTS OF INCOME\n\n(in millions of Canadian dollars)\n\n\tThree months ended June 30,\t\t\t\n"
      "\t2025\t2024\t$ Change\t% Change\nRevenue\t1,583.6\t1,552.0\t31.6\t2.0%\nCost of "
      "sales\t820.0\t810.0\t10.0"
      "\t1.2%\nGross profit\t763.6\t742.0\t21.6\t2.9%\n");
  EXPECT_EQ(row(checked, "Gross profit"),
            "CAD e6 2025-04-01..2025-06-30 763.6, CAD e6 2024-04-01..2024-06-30 742.0, "
            "CAD e6 2025-04-01..2025-06-30 21.6, percent-change e0 2025-04-01..2025-06-30 2.9");
}

TEST(Numbers, AFileOfDecimalCommasIsReadByThem) {
  const auto checked = check_text(
      "INCOME STATEMENT\n\n(in EUR million, except per share data)\n\n"
      "\tSix months ended June 30,\t\n\t2024\t2023\n"
      "Revenue\t1.234,5\t1.187,3\nCost of sales\t-802,1\t-783,6\nGross profit\t432,4\t403,7\n"
      "Basic earnings per share\t2,43\t2,22\n");
  EXPECT_EQ(row(checked, "Revenue"),
            "EUR e6 2024-01-01..2024-06-30 1234.5, EUR e6 2023-01-01..2023-06-30 1187.3");
  EXPECT_EQ(row(checked, "Basic earnings per share"),
            "EUR/share e0 2024-01-01..2024-06-30 2.43, EUR/share e0 2023-01-01..2023-06-30 2.22");
  EXPECT_EQ(testing::verdicts(checked, "footing/total"), "2 0 0");
}

TEST(Numbers, ADashInAColumnOfChangesIsNotGivenBesideAmountsThatDiffer) {
  const auto checked = check_text(
      "SUMMARY\n\n(in EUR millions)\n\n\tQ3 2024\tQ3 2025\tY/Y\n"
      "Revenue\t4,000\t4,400\t10%\nCash\t6,000\t9,000\t--\nDebt\t500\t500\t-\n");
  EXPECT_EQ(testing::cells(checked, "Cash"), "6000, 9000, blank");
  EXPECT_EQ(testing::cells(checked, "Debt"), "500, 500, 0");
}

TEST(Units, AHeaderStatesThoseOfItsRows) {
  const auto checked = check_text(
      "SUMMARY\n\n\tQ2 2025\tQ3 2025\n"
      "USERS (M)\nTotal Users\t690\t710\n"
      "FINANCIALS (\u20acM)\nTotal Revenue\t4,200\t4,400\n"
      "Other\nOrders\t1,200\t1,400\n");
  EXPECT_EQ(row(checked, "Total Users"),
            "pure e6 2025-04-01..2025-06-30 690, pure e6 2025-07-01..2025-09-30 710");
  EXPECT_EQ(row(checked, "Total Revenue"),
            "EUR e6 2025-04-01..2025-06-30 4200, EUR e6 2025-07-01..2025-09-30 4400");
  EXPECT_EQ(row(checked, "Orders"), " e0 2025-04-01..2025-06-30 1200,  e0 2025-07-01..2025-09-30 1400");
}

TEST(Units, SharesMayHaveAScaleOfTheirOwn) {
  const auto checked = check_text(
      "STATEMENTS OF OPERATIONS\n\n(U.S. dollars in millions, shares in thousands)\n\n"
      "\tThree months ended March 31,\t\n\t2025\t2024\n"
      "Net income\t23,433\t18,183\nWeighted average shares, basic\t14,902,886\t15,348,175\n");
  EXPECT_EQ(row(checked, "Net income"),
            "USD e6 2025-01-01..2025-03-31 23433, USD e6 2024-01-01..2024-03-31 18183");
  EXPECT_EQ(row(checked, "Weighted average shares, basic"),
            "shares e3 2025-01-01..2025-03-31 14902886, shares e3 2024-01-01..2024-03-31 15348175");
}

// What is produced is counted, and what a unit of it costs is in single units, whatever the table is in.
TEST(Units, SharesAndTheirEquivalentsAreCountedAndAmountsPerDilutedShareAreNot) {
  const auto checked = check_text(
      "RECONCILIATION OF ADJUSTED NET INCOME\n\n(In millions, except per share data)\n\n"
      "\tThree months ended June 30,\t\n\t2024\t2025\n"
      "Net income\t14.2\t29.3\nAdjusted net income per diluted share\t0.91\t1.17\n"
      "Common shares and share equivalents (diluted)\t41.0\t44.0\n"
      "Weighted-average common shares\nOutstanding - basic\t40.2\t43.1\n");
  EXPECT_EQ(row(checked, "Adjusted net income per diluted share"),
            "/share e0 2024-04-01..2024-06-30 0.91, /share e0 2025-04-01..2025-06-30 1.17");
  EXPECT_EQ(row(checked, "Common shares and share equivalents (diluted)"),
            "shares e6 2024-04-01..2024-06-30 41.0, shares e6 2025-04-01..2025-06-30 44.0");
  EXPECT_EQ(row(checked, "Outstanding - basic"),
            "shares e6 2024-04-01..2024-06-30 40.2, shares e6 2025-04-01..2025-06-30 43.1");
}

TEST(Units, MembersAreCountedAndMembershipsAreSold) {
  const auto checked = check_text(
      "KEY METRICS\n\n(RMB in thousands)\n\n\tThree months ended June 30,\t\n\t2024\t2025\n"
      "Premium members at period end\t437,000\t498,000\nMembership services\t12,440\t11,902\n"
      "Loans to members\t1,440\t1,302\nTotal revenues\t55,210\t51,876\n");
  EXPECT_EQ(row(checked, "Premium members at period end"),
            "pure e0 2024-04-01..2024-06-30 437000, pure e0 2025-04-01..2025-06-30 498000");
  EXPECT_EQ(row(checked, "Membership services"),
            "RMB e3 2024-04-01..2024-06-30 12440, RMB e3 2025-04-01..2025-06-30 11902");
  EXPECT_EQ(row(checked, "Loans to members"),
            "RMB e3 2024-04-01..2024-06-30 1440, RMB e3 2025-04-01..2025-06-30 1302");
}

TEST(Units, ATitlePerShareIsOfItsRows) {
  const auto checked = check_text(
      "RECONCILIATION OF ADJUSTED EARNINGS PER SHARE\n\n(in thousands, except per share data)\n\n"
      "\tThree months ended June 30,\t\n\t2024\t2025\n"
      "Diluted loss per share\t(0.08)\t(0.28)\nPension settlement\t0.03\t0.12\n"
      "Adjusted loss per share\t(0.05)\t(0.16)\n");
  EXPECT_EQ(row(checked, "Pension settlement"),
            "/share e0 2024-04-01..2024-06-30 0.03, /share e0 2025-04-01..2025-06-30 0.12");
}

TEST(Columns, PercentagesMayHaveTheirSignAtTheFirstAndTheTotalAlone) {
  const auto checked = check_text(html("<p>RESULTS OF OPERATIONS</p><p>(in thousands)</p>",
                                       "<tr><td></td><td colspan=2>Year ended December 31, 2025</td></tr>"
                                       "<tr><td>Sales</td><td>112,819</td><td>100.0%</td></tr>"
                                       "<tr><td>Cost of sales</td><td>49,012</td><td>43.4</td></tr>"
                                       "<tr><td>Operating expenses</td><td>59,400</td><td>52.7</td></tr>"
                                       "<tr><td>Operating income</td><td>4,407</td><td>3.9%</td></tr>"));
  EXPECT_EQ(row(checked, "Cost of sales"),
            " e3 2025-01-01..2025-12-31 49012, percent e0 2025-01-01..2025-12-31 43.4");
}

TEST(Units, OuncesAreCountedAndCostSingleUnits) {
  const auto checked = check_text(
      "CASH COSTS\n\n(in thousands of US dollars)\n\n\tThree months ended June 30,\t\n\t2025\t2024\n"
      "Cash operating costs\t42,402\t39,388\nGold production (ounces)\t41,533\t58,034\n"
      "Total cash costs (per ounce)\t1,021\t679\nTonnes of ore milled (000's tonnes)\t656\t663\n");
  EXPECT_EQ(row(checked, "Cash operating costs"),
            "USD e3 2025-04-01..2025-06-30 42402, USD e3 2024-04-01..2024-06-30 39388");
  EXPECT_EQ(row(checked, "Gold production (ounces)"),
            "pure e0 2025-04-01..2025-06-30 41533, pure e0 2024-04-01..2024-06-30 58034");
  EXPECT_EQ(row(checked, "Total cash costs (per ounce)"),
            "USD e0 2025-04-01..2025-06-30 1021, USD e0 2024-04-01..2024-06-30 679");
  EXPECT_EQ(row(checked, "Tonnes of ore milled (000's tonnes)"),
            "pure e3 2025-04-01..2025-06-30 656, pure e3 2024-04-01..2024-06-30 663");
}

// "In thousands of dollars" is not said of the shares: the amounts per share tell what they are in.
TEST(Units, AmountsPerShareTellTheScaleOfTheirCount) {
  const auto checked = [](std::string_view amounts) {
    return check_text(
        "STATEMENTS OF OPERATIONS\n\n(expressed in thousands of United States dollars)\n\n"
        "\tThree months ended March 31,\t\n\t2025\t2024\nNet income\t8,214\t6,930\n"
        "Income per share - basic\t" +
        std::string(amounts) +
        "\nWeighted average number of common shares outstanding - basic\t32,781,080\t28,530,300\n"
        "Dilutive impact of share options\t321,375\t1,026,508\n"
        "Weighted average number of common shares outstanding - diluted\t33,102,455\t29,556,808\n");
  };
  const std::string label = "Weighted average number of common shares outstanding - ";
  EXPECT_EQ(row(checked("0.25\t0.24"), label + "basic"),
            "shares e0 2025-01-01..2025-03-31 32781080, shares e0 2024-01-01..2024-03-31 28530300");
  EXPECT_EQ(row(checked("0.25\t0.24"), label + "diluted"),
            "shares e0 2025-01-01..2025-03-31 33102455, shares e0 2024-01-01..2024-03-31 29556808");
  EXPECT_EQ(row(checked("0.25\t0.24"), "Dilutive impact of share options"),
            "shares e0 2025-01-01..2025-03-31 321375, shares e0 2024-01-01..2024-03-31 1026508");
  // One column that does not follow, and the scale stays what the line says.
  EXPECT_EQ(row(checked("0.25\t0.42"), label + "basic"),
            "shares e3 2025-01-01..2025-03-31 32781080, shares e3 2024-01-01..2024-03-31 28530300");
}

// So is a row of which one count is too large to be in thousands: each of its figures.
TEST(Units, ACountTooLargeForThousandsTellsTheScaleOfItsRow) {
  const auto checked = [](std::string_view counts) {
    return check_text(
        "STATEMENTS OF OPERATIONS\n\n(in thousands of U.S. dollars)\n\n\tNine months ended September "
        "30,\t\n\t2025\t"
        "2024\nNet loss\t(98,714)\t(88,603)\nWeighted average shares outstanding\t" +
        std::string(counts) + "\n");
  };
  EXPECT_EQ(row(checked("55,147,000\t49,777,000"), "Weighted average shares outstanding"),
            "shares e0 2025-01-01..2025-09-30 55147000, shares e0 2024-01-01..2024-09-30 49777000");
  EXPECT_EQ(row(checked("45,147,000\t49,777,000"), "Weighted average shares outstanding"),
            "shares e3 2025-01-01..2025-09-30 45147000, shares e3 2024-01-01..2024-09-30 49777000");
}

TEST(Units, ACurrencyAloneMeansSingleUnitsButBesideAScaleOnlyTheCurrency) {
  const std::string rows =
      "\tJune 30, 2024\tDecember 31, 2023\n\t$\t$\nCash\t4,182,306\t2,915,774\nDebt\t1,182,306\t1,915,774\n";
  EXPECT_EQ(
      row(check_text("BALANCE SHEETS\n\n(Expressed in Canadian dollars - unaudited)\n\n" + rows), "Cash"),
      "CAD e0 2024-06-30 4182306, CAD e0 2023-12-31 2915774");
  EXPECT_EQ(row(check_text("BALANCE SHEETS\n\n(in thousands)\n\n(Expressed in Canadian dollars)\n\n" + rows),
                "Cash"),
            "CAD e3 2024-06-30 4182306, CAD e3 2023-12-31 2915774");
}

constexpr std::string_view kNoCurrency =
    "\n\nSTATEMENTS OF OPERATIONS\n\n(In thousands)\n\n\tThree months ended June 30,\t\n\t2024\t2025\n"
    "Revenue\t435,713\t489,929\nCost of revenue\t140,002\t151,113\nGross profit\t295,711\t338,816\n";

TEST(Units, AmountsOfSeveralSentencesTellTheCurrencyThatNoTableNames) {
  const std::string three =
      "Revenue was $489.9 million. Costs were $151.1 million. Profit was $338.8 million.";
  EXPECT_EQ(row(check_text(three + std::string(kNoCurrency)), "Revenue"),
            "USD e3 2024-04-01..2024-06-30 435713, USD e3 2025-04-01..2025-06-30 489929");
  EXPECT_EQ(row(check_text(three.substr(0, 27) + std::string(kNoCurrency)), "Revenue"),
            " e3 2024-04-01..2024-06-30 435713,  e3 2025-04-01..2025-06-30 489929");
}

TEST(Fiscal, AYearMayBeSaidToEndInAMonthOfAnyYear) {
  const auto checked = check_text(
      "The fiscal year of the company and of all its subsidiaries ends on June 30, as in the years "
      "before.\n\nSTATEMENTS OF OPERATIONS\n\n(In thousands of RMB)\n\n\tFiscal year\t\n"
      "\t2023\t2024\nRevenue\t435,713\t489,929\nCost of revenue\t140,002\t151,113\n"
      "Gross profit\t295,711\t338,816\n");
  EXPECT_EQ(row(checked, "Revenue"),
            "RMB e3 2022-07-01..2023-06-30 435713, RMB e3 2023-07-01..2024-06-30 489929");
}

TEST(Fiscal, AQuarterThatIsNoneOfACalendarYearTellsWhenTheYearEnds) {
  const auto filing = [](std::string_view sentence) {
    return std::string(sentence) +
           "\n\nRESULTS OF OPERATIONS\n\n(In thousands)\n\n\tFiscal Years Ended\t\n\t2026\t2025\n"
           "Sales\t392,403\t394,618\nCost of sales\t271,992\t277,324\nGross profit\t120,411\t117,294\n";
  };
  EXPECT_EQ(row(check_text(filing("Revenues for the first quarter ended May 31, 2026 were up.")), "Sales"),
            " e3 2025-03-01..2026-02-28 392403,  e3 2024-03-01..2025-02-28 394618");
  EXPECT_EQ(row(check_text(filing("Revenues for the first quarter ended March 31, 2026 were up.")), "Sales"),
            " e3 2026-01-01..2026-12-31 392403,  e3 2025-01-01..2025-12-31 394618");
  // Near the top, where the release speaks of itself.
  const auto behind = [&](int paragraphs) {
    std::string text;
    for (int i = 0; i < paragraphs; ++i) text += "A branch was opened.\n\n";
    return row(check_text(filing(text + "Revenues for the first quarter ended May 31, 2026 were up.")),
               "Sales");
  };
  EXPECT_EQ(behind(20), " e3 2025-03-01..2026-02-28 392403,  e3 2024-03-01..2025-02-28 394618");
  EXPECT_EQ(behind(60), " e3 2026-01-01..2026-12-31 392403,  e3 2025-01-01..2025-12-31 394618");
}

TEST(Fiscal, WeeksSayWhenAYearEnds) {
  const auto checked = check_text(
      "All results are those of 52 weeks that ended June 29, 2024, or 53 weeks ended July 1, 2023.\n\n"
      "STATEMENTS OF OPERATIONS\n\n(In thousands of RMB)\n\n\tFiscal year\t\n"
      "\t2023\t2024\nRevenue\t435,713\t489,929\nCost of revenue\t140,002\t151,113\n"
      "Gross profit\t295,711\t338,816\n");
  EXPECT_EQ(row(checked, "Revenue"),
            "RMB e3 2022-07-03..2023-07-01 435713, RMB e3 2023-07-02..2024-06-29 489929");
}

std::string continued_after(int paragraphs) {
  std::string between;
  for (int i = 0; i < paragraphs; ++i) between += "<p>A line about something else</p>";
  return html("<p>CONSOLIDATED BALANCE SHEETS</p><p>(In thousands of RMB)</p>",
              "<tr><td></td><td>June 30, 2023</td><td>June 30, 2024</td></tr>"
              "<tr><td>Cash</td><td>1,200</td><td>1,300</td></tr>"
              "<tr><td>Receivables</td><td>2,400</td><td>2,500</td></tr></table>" +
                  between +
                  "<p>CONSOLIDATED BALANCE SHEETS (continued)</p><table>"
                  "<tr><td>Loans</td><td>1,100</td><td>1,250</td></tr>"
                  "<tr><td>Payables</td><td>2,500</td><td>2,550</td></tr>");
}

TEST(Pages, GoOnNearTheOneBefore) {
  EXPECT_EQ(row(check_text(continued_after(2)), "Loans"), "RMB e3 2023-06-30 1100, RMB e3 2024-06-30 1250");
  EXPECT_EQ(row(check_text(continued_after(12)), "Loans"), "RMB e3  1100, RMB e3  1250");
}

TEST(Fiscal, DividendsAndTrendsEndNoYear) {
  const auto with = [](std::string_view sentence) {
    return row(
        check_text(std::string(sentence) +
                   "\n\nSTATEMENTS OF OPERATIONS\n\n(In thousands of RMB)\n\n\tFiscal year\t\n\t2023\t2024\n"
                   "Revenue\t435,713\t489,929\nCost of revenue\t140,002\t151,113\n"
                   "Gross profit\t295,711\t338,816\n"),
        "Revenue");
  };
  const std::string_view calendar =
      "RMB e3 2023-01-01..2023-12-31 435713, RMB e3 2024-01-01..2024-12-31 489929";
  EXPECT_EQ(with("Fiscal year dividends were paid on September 30, 2024."), calendar);
  EXPECT_EQ(with("Our fiscal year results depend on the season, which begins on March 10."), calendar);
  EXPECT_EQ(with("Fiscal year trends of the sector turned on March 31, 2024."), calendar);
  EXPECT_EQ(with("Our fiscal year ends on March 31."),
            "RMB e3 2022-04-01..2023-03-31 435713, RMB e3 2023-04-01..2024-03-31 489929");
}

// ---------------------------------------------------------------- between two rows of another unit

std::string in_millions(std::string_view rows) {
  return "RECONCILIATION OF NON-GAAP MEASURES\n\n(in millions)\n\n\tYear ended December "
         "31,\t\n\t2024\t2023\n\t"
         "USD\tUSD\n" +
         std::string(rows);
}

TEST(Units, WhatLeadsFromOneAmountPerShareToAnotherIsPerShareToo) {
  const auto checked = check_text(in_millions(
      "Net income\t656\t598\nDiluted earnings per share, as reported\t6.56\t5.98\nRestructuring\t0.25\t-\n"
      "Legal matters\t0.02\t0.31\nCore diluted earnings per share\t6.83\t6.29\n"));
  EXPECT_EQ(row(checked, "Restructuring"),
            "USD/share e0 2024-01-01..2024-12-31 0.25, USD/share e0 2023-01-01..2023-12-31 0");
  EXPECT_EQ(row(checked, "Net income"),
            "USD e6 2024-01-01..2024-12-31 656, USD e6 2023-01-01..2023-12-31 598");
}

// Amounts with as many decimals elsewhere: nothing tells which these are.
TEST(Units, BetweenTwoAmountsPerShareStandAmountsWhereTheTableHasDecimals) {
  const auto checked =
      check_text(in_millions("Net income\t656.10\t598.20\nDiluted earnings per share, as "
                             "reported\t6.56\t5.98\nRestructuring\t25.10\t-\n"
                             "Legal matters\t2.00\t31.05\nCore diluted earnings per share\t6.83\t6.29\n"));
  EXPECT_EQ(row(checked, "Legal matters"),
            "USD e6 2024-01-01..2024-12-31 2.00, USD e6 2023-01-01..2023-12-31 31.05");
}

TEST(Units, OnlyTheFirstAndTheLastOfRatesMayPrintTheSign) {
  const auto checked = check_text(in_millions(
      "Statutory income tax rate\t21.00%\t21.00%\nCanadian taxes\t0.01\t0.02\nState taxes\t3.28\t3.50\n"
      "Effective income tax rate\t24.29%\t24.52%\n"));
  EXPECT_EQ(row(checked, "State taxes"),
            "percent e0 2024-01-01..2024-12-31 3.28, percent e0 2023-01-01..2023-12-31 3.50");
}

TEST(Units, UnderAHeaderOfPercentagesTheFirstRowShowsTheSign) {
  const auto checked = check_text(
      in_millions("Cost of sales\t5,480\t5,160\nFulfilment\t1,680\t1,590\nPercent of net sales:\t\t\n"
                  "Cost of sales\t54.8%\t51.6%\nFulfilment\t16.8\t15.9\nTotal net sales\t10,000\t10,000\n"));
  EXPECT_EQ(checked.filing.tables.at(0).rows.size(), 6u);
  const Row& share = checked.filing.tables.at(0).rows.at(4);
  ASSERT_NE(share.cells.at(0), kNoFigure);
  EXPECT_EQ(checked.filing.figures[share.cells.at(0)].unit.text(), "percent");
  EXPECT_EQ(row(checked, "Total net sales"),
            "USD e6 2024-01-01..2024-12-31 10000, USD e6 2023-01-01..2023-12-31 10000");
}

TEST(Periods, AsOfOrForAPeriodIsThePeriod) {
  const auto checked = check_text(
      "SUMMARY OF RESULTS\n\n(in millions)\n\n\tAs of or for the three months ended June "
      "30,\t\n\t2024\t2023\n\tUSD\t"
      "USD\nTotal revenues\t15,381\t13,556\nNet income\t2,451\t1,879\nTotal assets\t43,908\t31,182\n");
  EXPECT_EQ(row(checked, "Net income"),
            "USD e6 2024-04-01..2024-06-30 2451, USD e6 2023-04-01..2023-06-30 1879");
}

}  // namespace
}  // namespace kcfin
