// Which row a claim names, and when none is named.
#include <gtest/gtest.h>

#include <string>

#include "kcfin/filing.h"
#include "prose_filing.h"

namespace kcfin {
namespace {

struct Read {
  Document document;
  Filing filing;
};

Read read_whole(std::string text) {
  auto document = read(std::move(text));
  EXPECT_TRUE(document);
  Read out{std::move(*document), {}};
  out.filing = assemble(out.document, read_tables(out.document));
  read_claims(out.document, out.filing);
  return out;
}

Read read_release(std::string_view prose) { return read_whole(testing::release(prose)); }

// "Port services 1010220", or the reason in brackets.
std::string row_of(const Filing& filing, const Claim& claim) {
  if (claim.row_figure == kNoFigure) return "[" + claim.unresolved + "]";
  const Figure& cell = filing.figures[claim.row_figure];
  return filing.tables[cell.table].rows[cell.row].label + " " + cell.value->text();
}

std::string rows_of(std::string_view prose) {
  const Read release = read_release(prose);
  std::string out;
  for (const Claim& claim : release.filing.claims) {
    if (claim.kind == ClaimKind::change) continue;
    out += (out.empty() ? "" : "; ") + row_of(release.filing, claim);
  }
  return out;
}

TEST(Naming, EveryQualifierMatches) {
  EXPECT_EQ(rows_of("Total revenues were RMB1,306.8 million."), "Total revenues 1306806");
  EXPECT_EQ(
      rows_of(
          "Revenues from port services were RMB1,010.2 million, compared with RMB900.5 million in the same "
          "period of 2023."),
      "Port services 1010220; Port services 900450");
  EXPECT_EQ(rows_of("Other revenues were RMB1.5 million."), "Others 1468");
  EXPECT_EQ(rows_of("Loss for the period was RMB14.2 million."), "Net loss -14248");
}

// A name has a capital in each word; a longer one is hardly a name.
TEST(Naming, WhatIsTheIssuersOwnIsNamedWithoutIt) {
  EXPECT_EQ(rows_of("Harbour Lane's gross profit was RMB286.3 million."), "Gross profit 286306");
  const auto of = [](std::string_view name) {
    std::string text = testing::release(std::string(name) + "'s gross profit was RMB286.3 million.");
    for (const std::string_view own : {"Harbour Lane Holdings", "HARBOUR LANE HOLDINGS"})
      text.replace(text.find(own), own.size(), name);
    const Read release = read_whole(text);
    return release.filing.claims.empty() ? "" : row_of(release.filing, release.filing.claims[0]);
  };
  EXPECT_EQ(of("Harbour Lane Port Services Partner"), "Gross profit 286306");
  EXPECT_EQ(of("Harbour Lane Port Services And Towage Partner"), "[no row has this name]");
}

TEST(Naming, AFurtherQualifierNamesNoRow) {
  EXPECT_EQ(rows_of("Gross profit of port services was RMB210.4 million."), "[no row has this name]");
  EXPECT_EQ(rows_of("Domestic revenues were RMB800.0 million."), "[no row has this name]");
}

TEST(Naming, UnderOneOfSeveralHeadingsAlikeAMeasureMayBeThatOfAPart) {
  EXPECT_EQ(
      rows_of("Ferry Results\n\nGross profit was RMB90.4 million.\n\nTowage Results\n\nGross profit was "
              "RMB31.7 million."),
      "[within “Ferry Results”]; [within “Towage Results”]");
  EXPECT_EQ(
      rows_of("Ferry Results\n\nLoss for the period was RMB14.2 million.\n\nTowage Results\n\nThe fleet "
              "grew."),
      "Net loss -14248");
}

TEST(Naming, AMarkGluedToAWordIsNoPartOfItAndAYearIs) {
  EXPECT_EQ(rows_of("Revenues from port1 services were RMB1,010.2 million."), "Port services 1010220");
  EXPECT_EQ(rows_of("Revenues from port2019 services were RMB1,010.2 million."), "[no row has this name]");
}

TEST(Naming, APartOfACostIsNotTheRowOfAReconciliation) {
  EXPECT_EQ(rows_of("Cost of revenues was RMB1,020.5 million. Depreciation of vessels was RMB11.0 million. "
                    "Port fees were "
                    "RMB800.0 million."),
            "Cost of revenues -1020500; [within “Cost of revenues”]; [no row has this name]");
}

TEST(Naming, TheBalanceSheetByDate) {
  EXPECT_EQ(rows_of("As of June 30, 2024, cash and cash equivalents were RMB380.1 million, compared with "
                    "RMB410.3 million as "
                    "of December 31, 2023."),
            "Cash and cash equivalents 380120; Cash and cash equivalents 410300");
  EXPECT_EQ(rows_of("Cash and cash equivalents were RMB395.0 million as of March 31, 2024."),
            "[no column of the row has this period and unit]");
}

TEST(Naming, AMeasureThatIsMisnamed) {
  const Read release = read_release(
      "Adjusted net income was RMB9.1 million, compared with net loss of RMB29.0 million in the same period "
      "of 2023.");
  ASSERT_EQ(release.filing.claims.size(), 2U);
  EXPECT_TRUE(release.filing.claims[1].misnamed);
  EXPECT_EQ(row_of(release.filing, release.filing.claims[1]), "Adjusted net (loss) income -29000");
}

TEST(Naming, AScaleWordThatIsMissing) {
  const Read release =
      read_release("Gross profit was RMB286.3 million, compared with RMB232.5 in the same period of 2023.");
  ASSERT_EQ(release.filing.claims.size(), 2U);
  EXPECT_TRUE(release.filing.claims[1].scale_missing);
  EXPECT_EQ(release.filing.figures[release.filing.claims[1].figure].scale_power, 6);
}

TEST(Naming, WhereEveryAmountOfAClauseDiffersAnotherMeasureIsMeant) {
  EXPECT_EQ(
      rows_of(
          "Interest expense was RMB12.0 million, compared with RMB9.9 million in the same period of 2023."),
      "[every amount of the clause differs from the row that it names: it may mean another]; "
      "[every amount of the clause differs from the row that it names: it may mean another]");
  EXPECT_EQ(
      rows_of(
          "Interest expense was RMB41.4 million, compared with RMB9.9 million in the same period of 2023."),
      "Interest expense -41350; Interest expense -30100");
}

TEST(Naming, BoundsExpectationsAndReasonsNameNoRow) {
  EXPECT_EQ(rows_of("Gross profit exceeded RMB280.0 million."), "[a bound, not the amount itself]");
  EXPECT_EQ(rows_of("The Company expects total revenues to be RMB1,400.0 million."), "[an expectation]");
  EXPECT_EQ(rows_of("The increase was mainly due to interest expense of RMB41.4 million."),
            "[an amount that explains another]");
}

TEST(Naming, WhatIsComparedWithAPeriodIsNotOfIt) {
  EXPECT_EQ(
      rows_of("Total revenues were RMB1,212.9 million and RMB1,306.8 million for the six months ended June "
              "30, 2023 and 2024, respectively. Cost of revenues was RMB1,022.5 million, compared with "
              "RMB980.4 million in the six months ended June 30, 2023."),
      "Total revenues 1212900; Total revenues 1306806; Cost of revenues -1020500; Cost of revenues -980400");
}

TEST(Naming, WhatIsExpectedOfAYearDatesNothingBehindIt) {
  EXPECT_EQ(rows_of("For the full year 2025, the Company expects total revenues of RMB2,800.0 million. "
                    "Interest expense was RMB41.4 million, up from RMB30.1 million a year before."),
            "[an expectation]; Interest expense -41350; Interest expense -30100");
}

TEST(Naming, TheYearToDateIsAPeriod) {
  EXPECT_EQ(rows_of("For the year to date, total revenues were RMB1,306.8 million."),
            "Total revenues 1306806");
  EXPECT_EQ(rows_of("Total revenues year to date were RMB1,306.8 million."), "Total revenues 1306806");
}

TEST(Naming, AnExclusionInFrontIsPartOfTheMeasure) {
  EXPECT_EQ(rows_of("Excluding share-based compensation of RMB6.1 million, general and administrative "
                    "expenses were RMB154.8 million, compared with RMB145.2 million in the same period of "
                    "2023."),
            "[no row has this name]; [no row has this name]; [no row has this name]");
}

TEST(Naming, AChangeThatLeavesSomethingOutIsOnAnotherBasis) {
  const Read release = read_release("Total revenues grew 7.7%, or 9.9% excluding a divested business.");
  ASSERT_EQ(release.filing.claims.size(), 2U);
  EXPECT_EQ(release.filing.claims[0].unresolved, "");
  EXPECT_EQ(release.filing.claims[1].unresolved, "on another basis than the statements'");
}

TEST(Naming, AHeadingNarrowsWhatFollows) {
  EXPECT_EQ(rows_of("Warehouse services\n\nGross profit was RMB50.2 million."),
            "[within “Warehouse services”]");
  EXPECT_EQ(rows_of("Gross profit\n\nGross profit was RMB50.2 million."), "Gross profit 286306");
}

constexpr std::string_view kSegments = R"(
Adjusted EBITA by segment in each of these periods:

|                | Three months ended June 30, 2023 | Three months ended June 30, 2024 |
|----------------|---------|---------|
| (in thousands) | RMB     | RMB     |
| Port services  | 210,400 | 240,300 |
| Ship agencies  | 31,200  | 28,900  |
| Warehousing    | 12,700  | 15,100  |
| Total          | 254,300 | 284,300 |
)";

TEST(Naming, TheTitleOfATableSaysWhatItsRowsDivide) {
  const Read release = read_whole(
      "Ship agencies adjusted EBITA was RMB28.9 million in the second quarter of 2024, compared with RMB31.2 "
      "million in the same quarter "
      "of "
      "2023.\n\nRevenue from ship agencies was RMB90.0 million.\n" +
      std::string(kSegments));
  ASSERT_EQ(release.filing.claims.size(), 3U);
  EXPECT_EQ(row_of(release.filing, release.filing.claims[0]), "Ship agencies 28900");
  EXPECT_EQ(row_of(release.filing, release.filing.claims[1]), "Ship agencies 31200");
  EXPECT_EQ(row_of(release.filing, release.filing.claims[2]), "[no row has this name]");
}

TEST(Naming, UnderTheHeadingOfASegmentItsMeasureIsMeant) {
  const Read release =
      read_whole("Ship agencies\n\nAdjusted EBITA was RMB28.9 million in the second quarter of 2024.\n" +
                 std::string(kSegments));
  ASSERT_EQ(release.filing.claims.size(), 1U);
  EXPECT_EQ(row_of(release.filing, release.filing.claims[0]), "Ship agencies 28900");
  EXPECT_EQ(release.filing.claims[0].row_source, RowSource::other);
}

constexpr std::string_view kWrapped = R"(
|                | Three months ended June 30, 2023 | Three months ended June 30, 2024 |
|----------------|---------|---------|
| (in thousands) | RMB     | RMB     |
| Net revenues:  |         |         |
| Port services  | 210,400 | 240,300 |
| Ship agency services | 31,200  | 28,900  |
| (formerly known as brokerage) |  |  |
| Warehousing    | 12,700  | 15,100  |
| Total net revenues | 254,300 | 284,300 |
)";

TEST(Naming, CapitalsStandForTheWordsBeforeThem) {
  const Read release = read_whole(
      "Ship agency services (SAS). Revenues from SAS were RMB28.9 million in the second quarter of 2024.\n" +
      std::string(kWrapped));
  ASSERT_EQ(release.filing.claims.size(), 1U);
  EXPECT_EQ(row_of(release.filing, release.filing.claims[0]), "Ship agency services 28900");
}

TEST(Naming, ARemarkInParenthesesIsNoSection) {
  const Read release =
      read_whole("Revenues from warehousing were RMB15.1 million in the second quarter of 2024.\n" +
                 std::string(kWrapped));
  ASSERT_EQ(release.filing.claims.size(), 1U);
  EXPECT_EQ(row_of(release.filing, release.filing.claims[0]), "Warehousing 15100");
}

TEST(Naming, EachIsComparedWithTheOneOfItsName) {
  const Read release = read_release(
      "Net loss was RMB14.2 million and net loss margin was 1.1%, compared to net loss of RMB58.8 million "
      "and net "
      "loss margin of 4.1% in the same period of 2023.");
  ASSERT_GE(release.filing.claims.size(), 3U);
  EXPECT_EQ(row_of(release.filing, release.filing.claims[2]), "Net loss -49550");
}

TEST(Naming, ItIsKeptHowPeriodAndRowWereFound) {
  const Read release = read_release(
      "Total revenues were RMB1,306.8 million in the first half of 2024. Gross profit was RMB286.3 "
      "million. "
      "This represents an increase of 5%.");
  const std::vector<Claim>& claims = release.filing.claims;
  ASSERT_EQ(claims.size(), 3U);
  EXPECT_EQ(claims[0].period_source, PeriodSource::clause);
  EXPECT_EQ(claims[0].row_source, RowSource::label);
  EXPECT_EQ(claims[1].period_source, PeriodSource::amounts);
  EXPECT_TRUE(claims[2].metric_carried);
  EXPECT_EQ(read_release("Other revenues were RMB1.5 million.").filing.claims[0].period_source,
            PeriodSource::amounts);
  EXPECT_EQ(read_release("Other revenues were RMB1.9 million.").filing.claims[0].period_source,
            PeriodSource::heading);
}

// Tables of three or six months, of an issuer whose year is not the calendar's.
Filing second_quarter(std::string_view title, std::string_view table, std::string_view sentences) {
  std::string text(title);
  text += "\n\nJuniper Dale Holdings today reported its unaudited results.\n\n";
  text += sentences;
  text += "\n\nCONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n";
  text += table;
  auto document = read(text);
  EXPECT_TRUE(document);
  Filing filing = assemble(*document, read_tables(*document));
  read_claims(*document, filing);
  return filing;
}

std::string rows_of_second_quarter(std::string_view title, std::string_view table,
                                   std::string_view sentence) {
  const Filing filing = second_quarter(title, table, sentence);
  std::string out;
  for (const Claim& claim : filing.claims) out += (out.empty() ? "" : "; ") + row_of(filing, claim);
  return out;
}

TEST(Naming, TheTitleTellsWhichQuarterTheReportedOneIs) {
  const std::string_view quarters =
      "\tThree months ended\t\t\n\tSeptember 30, 2022\tJune 30, 2023\tSeptember 30, 2023\n\tEUR\tEUR\tEUR\n"
      "Total revenues\t411,200\t508,100\t455,900\nCost of revenues\t(300,100)\t(310,400)\t(302,700)\n"
      "Gross profit\t111,100\t197,700\t153,200\n";
  const std::string_view sentence =
      "Gross profit was EUR153.2 million, compared with EUR111.1 million for the second quarter of fiscal "
      "year "
      "2023.";
  EXPECT_EQ(rows_of_second_quarter("Juniper Dale Announces Second Quarter of Fiscal Year 2024 Results",
                                   quarters, sentence),
            "Gross profit 153200; Gross profit 111100");
  // Where nothing tells it a year is the calendar's.
  EXPECT_EQ(
      rows_of_second_quarter("Juniper Dale Announces Results", quarters,
                             "Gross profit was EUR197.7 million in the second quarter of fiscal year 2023."),
      "Gross profit 197700");
}

// Columns of both halves say nothing of where the year begins.
TEST(Naming, TheTitleTellsWhichHalfTheReportedOneIs) {
  const std::string_view halves =
      "\tSix months ended\t\t\n\tDecember 31, 2023\tJune 30, 2024\tDecember 31, 2024\n\tEUR\tEUR\tEUR\n"
      "Total revenues\t411,200\t508,100\t455,900\nCost of revenues\t(300,100)\t(310,400)\t(302,700)\n"
      "Gross profit\t111,100\t197,700\t153,200\n";
  EXPECT_EQ(
      rows_of_second_quarter("Juniper Dale Announces First Half of Fiscal Year 2025 Results", halves,
                             "Gross profit rose to EUR153.2 million, compared with EUR111.1 million for the "
                             "first half of fiscal year 2024."),
      "Gross profit 153200; Gross profit 111100");
}

TEST(Naming, SixMonthsBeginWithTheYear) {
  EXPECT_EQ(
      rows_of_second_quarter(
          "Juniper Dale Announces Results",
          "\tThree months ended September 30,\t\tSix months ended September 30,\t\n\t2022\t2023\t2022\t2023\n"
          "\tEUR\tEUR\tEUR\tEUR\nTotal revenues\t411,200\t455,900\t808,300\t964,000\n"
          "Cost of revenues\t(300,100)\t(302,700)\t(600,900)\t(613,100)\n"
          "Gross profit\t111,100\t153,200\t207,400\t350,900\n",
          "Gross profit was EUR153.2 million, compared with EUR111.1 million for the second quarter of "
          "fiscal year "
          "2023."),
      "Gross profit 153200; Gross profit 111100");
}

TEST(Naming, AYearThatEndsEarlyMayBeNamedAfterTheOneBefore) {
  const std::string_view months =
      "\tSix months ended July 31,\t\n\t2023\t2022\n\tEUR\tEUR\nTotal revenues\t964,000\t808,300\n"
      "Cost of revenues\t(613,100)\t(600,900)\nGross profit\t350,900\t207,400\n";
  const auto end_of_its_period = [&](std::string_view text) {
    std::string sentence("Gross profit was EUR350.9 million in the first six months of fiscal 2023. ");
    sentence.append(text);
    const Filing filing = second_quarter("Juniper Dale Announces Results", months, sentence);
    return filing.figures[filing.claims.at(0).figure].period.end.iso();
  };
  EXPECT_EQ(
      end_of_its_period("In fiscal 2023 and in fiscal 2022 no shop was closed. Fiscal 2023 began well."),
      "2023-07-31");
  // Of a fiscal 2024 that ends in January 2024 the text speaks as well: its 2023 is the year before.
  EXPECT_EQ(
      end_of_its_period("In fiscal 2024 and in fiscal 2023 no shop was closed. Fiscal 2023 began well."),
      "2022-07-31");
  // It is compared with, and not itself with a year before it.
  EXPECT_EQ(end_of_its_period("It was more than in fiscal 2023. Fiscal 2023 began well."), "2022-07-31");
}

TEST(Naming, AnAmountOfSomethingElseIsNoneOfTheRowBefore) {
  EXPECT_EQ(rows_of("The Company earned RMB286.3 million of gross profit and issued RMB20.0 million of "
                    "long-term notes."),
            "[no row has this name]; [the words around it may make it a part of the row]");
}

// A paragraph that opens with a line of revenue is about it until it comes to the company's own figures.
TEST(Naming, WhatFollowsTheCompanysFiguresIsTheCompanys) {
  EXPECT_EQ(
      rows_of("Revenues from port services were RMB1,010.2 million. Gross profit was RMB268.3 million."),
      "Port services 1010220; [within “Revenues from port services”]");
  EXPECT_EQ(rows_of("Revenues from port services were RMB1,010.2 million. Total operating expenses were "
                    "RMB259.2 million. "
                    "Gross profit was RMB268.3 million."),
            "Port services 1010220; Total operating expenses -259204; Gross profit 286306");
  EXPECT_EQ(
      rows_of("Revenues from port services were RMB1,010.2 million. Total operating expenses were RMB259.2 "
              "million. "
              "Revenues from warehouse services were RMB295.1 million. Gross profit was RMB268.3 million."),
      "Port services 1010220; Total operating expenses -259204; Warehouse services 295118; "
      "[within “Revenues from warehouse services”]");
}

// No header stands over the lines that total revenues sum.
TEST(Naming, LinesAboveTheTotalOfRevenuesAreRevenues) {
  EXPECT_EQ(rows_of_second_quarter(
                "Juniper Dale Announces Results",
                "\tThree months ended September 30,\t\n\t2022\t2023\n\tEUR\tEUR\n"
                "Timber\t311,200\t350,100\nOptics\t100,000\t105,800\n"
                "Total revenues\t411,200\t455,900\nTimber costs\t(300,100)\t(302,700)\n"
                "Gross profit\t111,100\t153,200\n",
                "Revenues from timber were EUR350.1 million. Sales of optics were EUR150.8 million. "
                "Profit from timber was EUR70.0 million."),
            "Timber 350100; Optics 105800; [no row has this name]");
}

}  // namespace
}  // namespace kcfin
