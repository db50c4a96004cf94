// Aligned text: columns by position, headings, labels over lines, pages, prose.
#include <gtest/gtest.h>

#include <string>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

TEST(AlignedText, ColumnsAreFoundByPosition) {
  const auto document = read(
      "                          UNAUDITED BALANCE SHEETS\n"
      "                             (in thousands)\n"
      "\n"
      "                                December 31,     June 30,      June 30,\n"
      "                                    2023           2024          2024\n"
      "                                    RMB            RMB            US$\n"
      "\n"
      "Current assets:\n"
      "  Cash                            2,255,287     1,837,757       252,884\n"
      "  Restricted cash                   234,194             -             -\n"
      "Total current assets              2,489,481     1,837,757       252,884\n"
      "\n"
      "The notes are an integral part of these statements.\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document),
            "P UNAUDITED BALANCE SHEETS\n"
            "P (in thousands)\n"
            "T\n"
            "|1 December 31, |2 June 30, |3 June 30, |\n"
            "|1 2023 |2 2024 |3 2024 |\n"
            "|1 RMB |2 RMB |3 US$ |\n"
            "|0 Current assets: |\n"
            "  |0 Cash |1 2,255,287 |2 1,837,757 |3 252,884 |\n"
            "  |0 Restricted cash |1 234,194 |2 - |3 - |\n"
            "|0 Total current assets |1 2,489,481 |2 1,837,757 |3 252,884 |\n"
            "P The notes are an integral part of these statements.\n");
  EXPECT_EQ(places(document->tables[0]),
            "4 4:33 4:50 4:64\n5 5:37 5:52 5:66\n6 6:37 6:52 6:67\n8 8:1\n9 9:3 9:35 9:49 9:65\n"
            "10 10:3 10:37 10:57 10:71\n11 11:1 11:35 11:49 11:65\n");
  EXPECT_FALSE(document->tables[0].spans_known);
}

TEST(AlignedText, AHeadingKeepsThePlaceOfTheLineThatItStandsOn) {
  const auto document = read(
      "                                ende        ended\n"
      "                  De US$\n"
      "s                  1,234       2,345        3");
  ASSERT_TRUE(document);
  EXPECT_EQ(places(document->tables.at(0)), "1 2:19 1:33 1:45\n3 3:1 3:20 3:32 3:45\n");
}

TEST(AlignedText, BlankCellsStayBlank) {
  EXPECT_EQ(shown("                          2023         2024         2025\n"
                  "Revenues               1,000.0      2,000.0      3,000.0\n"
                  "Discontinued             100.0\n"
                  "Acquired                                           300.0\n"
                  "Sold                                  200.0\n"
                  "Profit                   900.0      1,800.0\n"),
            "T\n"
            "|1 2023 |2 2024 |3 2025 |\n"
            "|0 Revenues |1 1,000.0 |2 2,000.0 |3 3,000.0 |\n"
            "|0 Discontinued |1 100.0 |\n"
            "|0 Acquired |3 300.0 |\n"
            "|0 Sold |2 200.0 |\n"
            "|0 Profit |1 900.0 |2 1,800.0 |\n");
}

TEST(AlignedText, ColumnsMayDrift) {
  EXPECT_EQ(shown("                        2023                       2024\n"
                  "Cash                  21,428                     51,383\n"
                  "Deposits                   -                     75,441\n"
                  "Land use rights                    4,075         4,172\n"
                  "Tax assets                         1,560         1,113\n"
                  "Goodwill                           2,000\n"),
            "T\n"
            "|1 2023 |2 2024 |\n"
            "|0 Cash |1 21,428 |2 51,383 |\n"
            "|0 Deposits |1 - |2 75,441 |\n"
            "|0 Land use rights |1 4,075 |2 4,172 |\n"
            "|0 Tax assets |1 1,560 |2 1,113 |\n"
            "|0 Goodwill |1 2,000 |\n");
}

// Dates stand centred over columns that are wider than their figures: nearer to one column than to two.
TEST(AlignedText, ATranslationSharesTheHeadingOfTheColumnBeforeIt) {
  EXPECT_EQ(shown("                           June 30, 2022         June 30, 2023             June 30, 2022  "
                  "       June 30, 2023\n"
                  "                                     RMB             RMB             US$             RMB  "
                  "           RMB             US$\n"
                  "Profit                               529             848             126           1,104  "
                  "         2,099             312\n"),
            "T\n"
            "|1 June 30, 2022 |2 June 30, 2023 |4 June 30, 2022 |5 June 30, 2023 |\n"
            "|1 RMB |2 RMB |3 US$ |4 RMB |5 RMB |6 US$ |\n"
            "|0 Profit |1 529 |2 848 |3 126 |4 1,104 |5 2,099 |6 312 |\n");
}

TEST(AlignedText, FiguresThatOnlyASpacePartsAreTwo) {
  EXPECT_EQ(shown("                                2023         2024         2025\n"
                  "Net loss                  (1,120,578)  (2,281,982)  (2,006,927)\n"
                  "Number of shares, basic   384,588,209 393,538,141 394,742,634\n"
                  "Number of shares, diluted 384,588,209 393,538,141 394,742,634\n"),
            "T\n"
            "|1 2023 |2 2024 |3 2025 |\n"
            "|0 Net loss |1 (1,120,578) |2 (2,281,982) |3 (2,006,927) |\n"
            "|0 Number of shares, basic |1 384,588,209 |2 393,538,141 |3 394,742,634 |\n"
            "|0 Number of shares, diluted |1 384,588,209 |2 393,538,141 |3 394,742,634 |\n");
}

TEST(AlignedText, SignsStayWithTheirFigures) {
  EXPECT_EQ(shown("                        2023              2024\n"
                  "Net loss        RMB   (363,008     ) $ (664,046 )\n"
                  "Margin                  (8.5)%          17.8 %\n"
                  "Change                  (1.2 )%          5.0%\n"),
            "T\n"
            "|1 2023 |2 2024 |\n"
            "|0 Net loss |1 RMB (363,008 ) |2 $ (664,046 ) |\n"
            "|0 Margin |1 (8.5)% |2 17.8 % |\n"
            "|0 Change |1 (1.2 )% |2 5.0% |\n");
}

TEST(AlignedText, LabelsGoOverLines) {
  const auto document = read(
      "                                           2023          2024\n"
      "Investing activities:\n"
      "  Net changes of investments of three\n"
      "                                        (690,628)     1,585,395\n"
      "    months or less\n"
      "  Net loss attributable to\n"
      "    noncontrolling interests and          93,103       167,041\n"
      "    redeemable interests\n"
      "  Cash paid for the acquisition of\n"
      "    businesses                             5,000             -\n"
      "  Purchase of equipment, software          1,000         2,000\n"
      "    and licences\n"
      "Weighted average number of\n"
      "  shares used in computing\n"
      "Basic                                  3,212,328     3,198,646\n"
      "                                       3,253,166     3,224,110\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document),
            "T\n"
            "|1 2023 |2 2024 |\n"
            "|0 Investing activities: |\n"
            "  |0 Net changes of investments of three months or less |1 (690,628) |2 1,585,395 |\n"
            "  |0 Net loss attributable to noncontrolling interests and redeemable interests |1 93,103 |2 "
            "167,041 |\n"
            "  |0 Cash paid for the acquisition of businesses |1 5,000 |2 - |\n"
            "  |0 Purchase of equipment, software and licences |1 1,000 |2 2,000 |\n"
            "|0 Weighted average number of shares used in computing |\n"
            "|0 Basic |1 3,212,328 |2 3,198,646 |\n"
            "|1 3,253,166 |2 3,224,110 |\n");
  EXPECT_EQ(document->tables[0].rows[2].line, 4U);
  EXPECT_EQ(document->tables[0].rows[2].cells[0].at, (Place{3, 3}));
  EXPECT_EQ(document->tables[0].rows[2].cells[1].at, (Place{4, 41}));
}

TEST(AlignedText, WideHeadingsSpanTheColumnsUnderThem) {
  EXPECT_EQ(shown("                          For the three months ended          For the six months ended\n"
                  "                       June 30,   March 31,    June 30,        June 30,    June 30,\n"
                  "                         2023       2024         2024            2023        2024\n"
                  "                          RMB       RM B          RMB             RMB         RMB\n"
                  "Revenues               1,233,164  1,357,818    1,046,236       2,403,910   2,404,054\n"
                  "Cost of revenues        (506,272)  (246,858)    (170,646)       (469,469)   (417,504)\n"),
            "T\n"
            "|1 For the three months ended +2 |4 For the six months ended +1 |\n"
            "|1 June 30, |2 March 31, |3 June 30, |4 June 30, |5 June 30, |\n"
            "|1 2023 |2 2024 |3 2024 |4 2023 |5 2024 |\n"
            "|1 RMB |2 RMB |3 RMB |4 RMB |5 RMB |\n"
            "|0 Revenues |1 1,233,164 |2 1,357,818 |3 1,046,236 |4 2,403,910 |5 2,404,054 |\n"
            "|0 Cost of revenues |1 (506,272) |2 (246,858) |3 (170,646) |4 (469,469) |5 (417,504) |\n");
}

TEST(AlignedText, HeadingsThatRunTogetherAreParted) {
  EXPECT_EQ(shown("Item                      June 30, 2023 June 30, 2024\n"
                  "                                2023 2024\n"
                  "Revenues                        1,000,000  2,000,000\n"
                  "Costs                             500,000    600,000\n"),
            "T\n"
            "|0 Item |1 June 30, 2023 |2 June 30, 2024 |\n"
            "|1 2023 |2 2024 |\n"
            "|0 Revenues |1 1,000,000 |2 2,000,000 |\n"
            "|0 Costs |1 500,000 |2 600,000 |\n");
}

TEST(AlignedText, MoreHeadingsThanColumnsShareThem) {
  EXPECT_EQ(shown("                          2023   RMB            2024\n"
                  "Revenues                1,000.0              2,000.0\n"
                  "Costs                     100.0                150.0\n"),
            "T\n|1 2023 RMB |2 2024 |\n|0 Revenues |1 1,000.0 |2 2,000.0 |\n|0 Costs |1 100.0 |2 150.0 |\n");
}

TEST(AlignedText, PagesMayBreakATable) {
  EXPECT_EQ(shown("HARBOUR LIGHT HOLDINGS\n"
                  "                          2023         2024\n"
                  "Revenues               1,000.0      2,000.0\n"
                  "                     11\n"
                  "\fHARBOUR LIGHT HOLDINGS\n"
                  "\n"
                  "Costs                    100.0        150.0\n"
                  "\n"
                  "                     - 12 -\n"
                  "\n"
                  "Profit                   900.0      1,850.0\n"),
            "P HARBOUR LIGHT HOLDINGS\n"
            "T\n"
            "|1 2023 |2 2024 |\n"
            "|0 Revenues |1 1,000.0 |2 2,000.0 |\n"
            "|0 Costs |1 100.0 |2 150.0 |\n"
            "|0 Profit |1 900.0 |2 1,850.0 |\n");
}

TEST(AlignedText, ATableEndsWhereTheNextOnesHeadingsBegin) {
  EXPECT_EQ(shown("                          2023         2024\n"
                  "Revenues               1,000.0      2,000.0\n"
                  "Costs                    100.0        150.0\n"
                  "Statements of cash flows\n"
                  "                          2023         2024\n"
                  "Operating activities     100.0        150.0\n"
                  "Investing activities    (100.0)      (150.0)\n"),
            "T\n"
            "|1 2023 |2 2024 |\n"
            "|0 Revenues |1 1,000.0 |2 2,000.0 |\n"
            "|0 Costs |1 100.0 |2 150.0 |\n"
            "P Statements of cash flows\n"
            "T\n"
            "|1 2023 |2 2024 |\n"
            "|0 Operating activities |1 100.0 |2 150.0 |\n"
            "|0 Investing activities |1 (100.0) |2 (150.0) |\n");
}

TEST(AlignedText, OldTextTablesHaveTagsRulesAndLeaders) {
  EXPECT_EQ(shown("<PAGE>\n"
                  "<TABLE>\n"
                  "<CAPTION>\n"
                  "                                        2003           2004\n"
                  "                                     ---------      ---------\n"
                  "<S>                                  <C>            <C>\n"
                  "Revenues ........................    $   1,000      $   1,100\n"
                  "Costs. . . . . . . . . . . . . .          (400)          (500)\n"
                  "                                     =========      =========\n"
                  "</TABLE>\n"),
            "T\n"
            "|1 2003 |2 2004 |\n"
            "|0 Revenues |1 $ 1,000 |2 $ 1,100 |\n"
            "|0 Costs |1 (400) |2 (500) |\n");
}

TEST(AlignedText, LinesOfTextBecomeParagraphs) {
  const auto document = read(
      "Results of operations\n"
      "Total revenues of the group were RMB26.7 billion for the fourth quarter of the year,\n"
      "compared with RMB27.1 billion. The year-\n"
      "over-year decrease was due to lower sales of\n"
      "Harbour products and to the sale of the division, which had been announced in the\n"
      "\n"
      "                                   5\n"
      "\fspring of the year.\n"
      "\n"
      "  \xE2\x80\xA2 Cost of revenues was RMB10.5 billion (US$1.4 billion) for the fourth quarter of the\n"
      "    year.\n"
      "  \xE2\x80\xA2 Others.\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(
      shown(*document),
      "P Results of operations\n"
      "P Total revenues of the group were RMB26.7 billion for the fourth quarter of the year, compared with "
      "RMB27.1 billion. The year-over-year decrease was due to lower sales of Harbour products and to the "
      "sale of "
      "the division, which had been announced in the spring of the year.\n"
      "P - Cost of revenues was RMB10.5 billion (US$1.4 billion) for the fourth quarter of the year.\n"
      "P - Others.\n");
  const Paragraph& paragraph = document->paragraphs[1];
  EXPECT_EQ(paragraph.place(paragraph.text.find("compared")), (Place{3, 1}));
  EXPECT_EQ(paragraph.place(paragraph.text.find("over-year")), (Place{4, 1}));
  EXPECT_EQ(paragraph.place(paragraph.text.find("spring")), (Place{8, 2}));
  EXPECT_EQ(document->paragraphs[2].anchors[0].at, (Place{10, 7}));
}

TEST(AlignedText, ListsOfNumbersAreNoTables) {
  EXPECT_EQ(shown("Contact\n"
                  "Telephone:          10046952\n"
                  "Extension:          8523\n"
                  "1. Overview ................ 3\n"
                  "2. Statements .............. 12\n"),
            "P Contact\nP Telephone: 10046952\nP Extension: 8523\nP 1. Overview ................ 3\n"
            "P 2. Statements .............. 12\n");
}

TEST(AlignedText, NamesOverTheColumnsAreHeadings) {
  EXPECT_EQ(shown("                     RECONCILIATION OF RESULTS\n"
                  "\n"
                  "                                   Three Months Ended September 30, 2024\n"
                  "                                            Share-based      Adjusted\n"
                  "                           GAAP result     compensation     (Non-GAAP)\n"
                  "                                   RMB              RMB            RMB\n"
                  "Cost of sales             (12,738,460)            5,000    (12,733,460)\n"
                  "Research and development   (3,870,355)          300,000     (3,570,355)\n"),
            "P RECONCILIATION OF RESULTS\n"
            "T\n"
            "|1 Three Months Ended September 30, 2024 +2 |\n"
            "|2 Share-based |3 Adjusted |\n"
            "|1 GAAP result |2 compensation |3 (Non-GAAP) |\n"
            "|1 RMB |2 RMB |3 RMB |\n"
            "|0 Cost of sales |1 (12,738,460) |2 5,000 |3 (12,733,460) |\n"
            "|0 Research and development |1 (3,870,355) |2 300,000 |3 (3,570,355) |\n");
}

TEST(AlignedText, NetClosesALabel) {
  EXPECT_EQ(shown("                                        June 30,       June 30,\n"
                  "                                            2023           2024\n"
                  "Remeasurements of the net defined\n"
                  "benefit liability, net                        89             46\n"
                  "Equity instruments through other\n"
                  "comprehensive income, net                  1,170          1,140\n"),
            "T\n"
            "|1 June 30, |2 June 30, |\n"
            "|1 2023 |2 2024 |\n"
            "|0 Remeasurements of the net defined benefit liability, net |1 89 |2 46 |\n"
            "|0 Equity instruments through other comprehensive income, net |1 1,170 |2 1,140 |\n");
}

TEST(AlignedText, ADayMayStandUnderItsMonth) {
  EXPECT_EQ(shown("                                 December      June\n"
                  "                                      31,       30,\n"
                  "                                     2023      2024\n"
                  "Cash and cash equivalents         2,255,287 1,837,757\n"
                  "Restricted cash                     234,194         -\n"),
            "T\n"
            "|1 December |2 June |\n"
            "|1 31, |2 30, |\n"
            "|1 2023 |2 2024 |\n"
            "|0 Cash and cash equivalents |1 2,255,287 |2 1,837,757 |\n"
            "|0 Restricted cash |1 234,194 |2 - |\n");
}

TEST(AlignedText, ATableEndsAtTheNextOnesHeadings) {
  EXPECT_EQ(shown("                                                       2023         2024\n"
                  "Revenues                                          2,255,287    1,837,757\n"
                  "Costs                                               234,194      111,333\n"
                  "\n"
                  "BALANCE SHEETS\n"
                  "\n"
                  "                    Dec 31, 2023   Jun 30, 2024\n"
                  "Cash                   2,255,287      1,837,757\n"
                  "Inventories              234,194        111,333\n"),
            "T\n"
            "|1 2023 |2 2024 |\n"
            "|0 Revenues |1 2,255,287 |2 1,837,757 |\n"
            "|0 Costs |1 234,194 |2 111,333 |\n"
            "P BALANCE SHEETS\n"
            "T\n"
            "|1 Dec 31, 2023 |2 Jun 30, 2024 |\n"
            "|0 Cash |1 2,255,287 |2 1,837,757 |\n"
            "|0 Inventories |1 234,194 |2 111,333 |\n");
}

TEST(AlignedText, ALabelInCapitalsGoesOnWithItsConjunction) {
  EXPECT_EQ(
      shown("                                            2023         2024\n"
            "Net cash used in investing           (1,229,213)  (2,629,242)\n"
            "NET DECREASE IN CASH, CASH EQUIVALENTS\n"
            "AND RESTRICTED CASH                  (1,229,213)  (2,629,242)\n"),
      "T\n"
      "|1 2023 |2 2024 |\n"
      "|0 Net cash used in investing |1 (1,229,213) |2 (2,629,242) |\n"
      "|0 NET DECREASE IN CASH, CASH EQUIVALENTS AND RESTRICTED CASH |1 (1,229,213) |2 (2,629,242) |\n");
}

TEST(AlignedText, TheUnitMayStandWhereTheLabelsDo) {
  EXPECT_EQ(shown("(US$ million, except percentages and per share amounts)      1Q25      1Q24       YoY\n"
                  "Net interest income                                          77.9      53.9     44.5%\n"
                  "Net interest margin                                         3.03%     2.15%    88 bps\n"),
            "T\n"
            "|0 (US$ million, except percentages and per share amounts) |1 1Q25 |2 1Q24 |3 YoY |\n"
            "|0 Net interest income |1 77.9 |2 53.9 |3 44.5% |\n"
            "|0 Net interest margin |1 3.03% |2 2.15% |3 88 bps |\n");
}

TEST(AlignedText, TwoHeadingsALittleOffStandOverTwoColumnsEach) {
  EXPECT_EQ(shown("                       Three Months Ended          Nine Months Ended\n"
                  "                         September 30,               September 30,\n"
                  "                           2024          2023          2024          2023\n"
                  "Research                 33,308        30,211        96,901        88,305\n"
                  "Administration           10,136         9,573        30,455        27,475\n"),
            "T\n"
            "|1 Three Months Ended +1 |3 Nine Months Ended +1 |\n"
            "|1 September 30, +1 |3 September 30, +1 |\n"
            "|1 2024 |2 2023 |3 2024 |4 2023 |\n"
            "|0 Research |1 33,308 |2 30,211 |3 96,901 |4 88,305 |\n"
            "|0 Administration |1 10,136 |2 9,573 |3 30,455 |4 27,475 |\n");
}

TEST(AlignedText, AUnitBesideThePeriodsIsNoTitle) {
  EXPECT_EQ(shown("($ in millions)                    Q2 2025       Q2 2024\n"
                  "                               (unaudited)   (unaudited)\n"
                  "Revenue                                880           804\n"
                  "Cost of revenue                      (500)         (444)\n"
                  "Margin                               43.2%         44.8%\n"),
            "T\n"
            "|0 ($ in millions) |1 Q2 2025 |2 Q2 2024 |\n"
            "|1 (unaudited) |2 (unaudited) |\n"
            "|0 Revenue |1 880 |2 804 |\n"
            "|0 Cost of revenue |1 (500) |2 (444) |\n"
            "|0 Margin |1 43.2% |2 44.8% |\n");
}

TEST(AlignedText, LongNamesOfColumnsStandBelowTheirPeriod) {
  EXPECT_EQ(
      shown("                                  Three Months Ended June 30, 2025\n"
            "                   GAAP Result   Organizational optimization charges   Adjusted Result\n"
            "Cost of sales         (17,354)                                    31           (17,323)\n"
            "Research               (3,438)                                   120            (3,318)\n"),
      "T\n"
      "|1 Three Months Ended June 30, 2025 +2 |\n"
      "|1 GAAP Result |2 Organizational optimization charges |3 Adjusted Result |\n"
      "|0 Cost of sales |1 (17,354) |2 31 |3 (17,323) |\n"
      "|0 Research |1 (3,438) |2 120 |3 (3,318) |\n");
}

TEST(AlignedText, ALabelThatFillsItsColumnGoesOnFurtherIn) {
  EXPECT_EQ(shown("                                                        2023         2024\n"
                  "Net profit attributable to shareholders               737.6        763.8\n"
                  "Net profit per share attributable to Sample\n"
                  "  Technology Group's shareholders\n"
                  "Basic                                                  0.57         0.59\n"
                  "Total comprehensive income of Sample Credit\n"
                  "  Technology Group                                    741.1        770.2\n"
                  "Comprehensive income, by shareholder classes\n"
                  "  Ordinary shareholders                               700.0        701.0\n"
                  "  Preferred shareholders                               41.1         69.2\n"),
            "T\n"
            "|1 2023 |2 2024 |\n"
            "|0 Net profit attributable to shareholders |1 737.6 |2 763.8 |\n"
            "|0 Net profit per share attributable to Sample Technology Group's shareholders |\n"
            "|0 Basic |1 0.57 |2 0.59 |\n"
            "|0 Total comprehensive income of Sample Credit Technology Group |1 741.1 |2 770.2 |\n"
            "|0 Comprehensive income, by shareholder classes |\n"
            "  |0 Ordinary shareholders |1 700.0 |2 701.0 |\n"
            "  |0 Preferred shareholders |1 41.1 |2 69.2 |\n");
}

TEST(AlignedText, ADashWithAPercentSignIsNil) {
  EXPECT_EQ(shown("                    Note      2024      2023    Change\n"
                  "Revenues               2   1,671.1   1,661.1        1%\n"
                  "Depreciation           9     671.1     671.1        -%\n"),
            "T\n"
            "|1 Note |2 2024 |3 2023 |4 Change |\n"
            "|0 Revenues |1 2 |2 1,671.1 |3 1,661.1 |4 1% |\n"
            "|0 Depreciation |1 9 |2 671.1 |3 671.1 |4 -% |\n");
}

TEST(AlignedText, ALongHeaderBetweenTwoRowsIsNoSentence) {
  EXPECT_EQ(shown("                                   2024      2025\n"
                  "Net income                      2,091.8   2,183.3\n"
                  "Weighted average number of ordinary shares used in computing the amounts (in millions):\n"
                  "Basic                             393.0     393.0\n"),
            "T\n"
            "|1 2024 |2 2025 |\n"
            "|0 Net income |1 2,091.8 |2 2,183.3 |\n"
            "|0 Weighted average number of ordinary shares used in computing the amounts (in millions): |\n"
            "|0 Basic |1 393.0 |2 393.0 |\n");
}

TEST(AlignedText, ABracketMayStandFarBehindItsFigureAndRightBeforeTheNext) {
  EXPECT_EQ(shown("                          2023              2024              2025\n"
                  "Revenues            42,000            51,000            60,500\n"
                  "Costs              (40,915      ) (64,822        ) (51,000        )\n"
                  "Gains               10,000      (4,000      ) (2,000        )\n"),
            "T\n"
            "|1 2023 |2 2024 |3 2025 |\n"
            "|0 Revenues |1 42,000 |2 51,000 |3 60,500 |\n"
            "|0 Costs |1 (40,915 ) |2 (64,822 ) |3 (51,000 ) |\n"
            "|0 Gains |1 10,000 |2 (4,000 ) |3 (2,000 ) |\n");
}

TEST(AlignedText, ACurrencyBehindAFigureIsTheNextColumns) {
  EXPECT_EQ(shown("                                 2024         2025\n"
                  "Investing activities     $ (59,479) $   (51,241)\n"
                  "Financing activities      (219,088)           - $\n"),
            "T\n"
            "|1 2024 |2 2025 |\n"
            "|0 Investing activities |1 $ (59,479) |2 $ (51,241) |\n"
            "|0 Financing activities |1 (219,088) |2 - |\n");
}

TEST(AlignedText, ReadsFiguresOfOtherPlaces) {
  EXPECT_EQ(shown("                               2024           2023\n"
                  "Net sales                 1'284'615      1'210'872\n"
                  "Cost                       -792'340       -755’118\n"
                  "Change                     \u25b3"
                  "131,877       \u22128,307\n"
                  "Tax                       （24,318）     [21,705]\n"
                  "Interest                   5,644-      (45,210)a\n"),
            "T\n"
            "|1 2024 |2 2023 |\n"
            "|0 Net sales |1 1'284'615 |2 1'210'872 |\n"
            "|0 Cost |1 -792'340 |2 -755'118 |\n"
            "|0 Change |1 \u25b3"
            "131,877 |2 \u22128,307 |\n"
            "|0 Tax |1 (24,318) |2 [21,705] |\n"
            "|0 Interest |1 5,644- |2 (45,210)a |\n");
}

TEST(AlignedText, BlanksPartThousandsWhereFiguresAreSoByHabit) {
  const std::string rows =
      "                               2024           2023\n"
      "Chiffre d'affaires           84 312         79 905\n"
      "Costs                       (71 204)       (66 118)\n"
      "Profit                       13 108         13 787\n"
      "Equity                    1 284 615      1 210 872\n";
  EXPECT_EQ(shown(rows),
            "T\n"
            "|1 2024 |2 2023 |\n"
            "|0 Chiffre d'affaires |1 84 312 |2 79 905 |\n"
            "|0 Costs |1 (71 204) |2 (66 118) |\n"
            "|0 Profit |1 13 108 |2 13 787 |\n"
            "|0 Equity |1 1 284 615 |2 1 210 872 |\n");
  EXPECT_EQ(shown("                               2024      2023\n"
                  "Revenues                      1,312 1,905\n"
                  "Stores                           12 845\n"),
            "T\n"
            "|1 2024 |2 2023 |\n"
            "|0 Revenues |1 1,312 |2 1,905 |\n"
            "|0 Stores |1 12 |2 845 |\n");
}

TEST(AlignedText, DatesOverSeveralLinesAreStackedThoughTheirNeighboursStandBetween) {
  EXPECT_EQ(shown("                             December\n"
                  "                                            March 31,\n"
                  "                             31,\n"
                  "                             2023           2024\n"
                  "                             RMB            RMB\n"
                  "Cash                         300,000        350,000\n"
                  "Receivables                  100,000        120,000\n"),
            "T\n"
            "|1 December 31, 2023 RMB |2 March 31, 2024 RMB |\n"
            "|0 Cash |1 300,000 |2 350,000 |\n"
            "|0 Receivables |1 100,000 |2 120,000 |\n");
}

TEST(AlignedText, SpansOverSeveralLinesAreStacked) {
  EXPECT_EQ(shown("                       January 1 –    January 1 –\n"
                  "                          June 30,       June 30,\n"
                  "                              2024           2023\n"
                  "Revenue                    1,234.5        1,187.3\n"
                  "Cost                        (802.1)        (783.6)\n"),
            "T\n"
            "|1 January 1 – June 30, 2024 |2 January 1 – June 30, 2023 |\n"
            "|0 Revenue |1 1,234.5 |2 1,187.3 |\n"
            "|0 Cost |1 (802.1) |2 (783.6) |\n");
}

// A rule across the page, as those draw who print tables to a terminal.
const std::string kRule = [] {
  std::string out = " ";
  for (int i = 0; i < 60; ++i) out += "\u2500";
  return out + "\n";
}();

TEST(AlignedText, HeadingsOverARuleAreStackedColumnByColumn) {
  EXPECT_EQ(shown("STATEMENTS OF INCOME\n(in thousands of euros)\n\n"
                  "                Three                                     \n"
                  "               Months                      Year           \n"
                  "                Ended                     Ended           \n"
                  "              Septem\u2026                  September           \n"
                  "                  30,                       30,           \n"
                  "                 2024        2023          2024       2023\n" +
                  kRule +
                  "  Sales \n"
                  "  of            1,200       1,100         4,300      4,150\n"
                  "  timber\n"
                  "  Freight         300         210           900        850\n"
                  "  Total       $ 1,500     $ 1,310         5,20\u2026    $ 5,000\n\n"
                  "The notes are an integral part of these statements.\n"),
            "P STATEMENTS OF INCOME\nP (in thousands of euros)\nT\n"
            "|1 Three Months Ended Septem\u2026 30, 2024 |2 2023 |3 Year Ended September 30, 2024 |4 2023 |\n"
            "|0 Sales of timber |1 1,200 |2 1,100 |3 4,300 |4 4,150 |\n"
            "|0 Freight |1 300 |2 210 |3 900 |4 850 |\n"
            "|0 Total |1 $ 1,500 |2 $ 1,310 |3 5,20\u2026 |4 $ 5,000 |\n"
            "P The notes are an integral part of these statements.\n");
}

TEST(AlignedText, HeadingsMayGoOnBelowTheirRule) {
  EXPECT_NE(shown("\n                Quarter               Year to           \n"
                  "                  ended                  date           \n" +
                  kRule +
                  "                  2024                  2024            \n"
                  "  Sales          1,200                 4,300            \n"
                  "  Freight          300                   900            \n")
                .find("|1 Quarter ended 2024 |2 Year to date 2024 |\n|0 Sales |1 1,200 |2 4,300 |\n"),
            std::string::npos);
}

TEST(AlignedText, NamesOverEveryColumnAreHeadingsAboveRulesAndWords) {
  EXPECT_EQ(shown("The segments did as follows.\n\n"
                  "                Three Months Ended June 30, 2024\n"
                  "         -----------------------------------------------\n"
                  "                        Other\n"
                  "            Norway    Countries     Sweden      Total\n"
                  "         ----------- ----------- ----------- -----------\n\n"
                  "Net\n"
                  " revenues  $ 14,922    $  5,369    $  3,560    $ 23,851\n"
                  "Direct\n"
                  " costs      (10,316)     (2,340)     (2,023)    (14,679)\n"
                  "         ----------- ----------- ----------- -----------\n"
                  "Margin        4,606       3,029       1,537       9,172\n"),
            "P The segments did as follows.\nT\n"
            "|1 Three Months Ended June 30, 2024 +3 |\n"
            "|2 Other |\n"
            "|1 Norway |2 Countries |3 Sweden |4 Total |\n"
            "|0 Net revenues |1 $ 14,922 |2 $ 5,369 |3 $ 3,560 |4 $ 23,851 |\n"
            "|0 Direct costs |1 (10,316) |2 (2,340) |3 (2,023) |4 (14,679) |\n"
            "|0 Margin |1 4,606 |2 3,029 |3 1,537 |4 9,172 |\n");
}

TEST(AlignedText, TwoHeadingsMayStandOverTheLabels) {
  EXPECT_NE(shown("SUMMARY\n\n"
                  "                                     Year ended March 31,\n"
                  "Sr No  Particulars                  2024       2023       2022\n"
                  "1      Revenue                     1,200      1,100      1,000\n"
                  "2      Cost of sales                 700        600        500\n")
                .find("|0 Sr No Particulars |1 2024 |2 2023 |3 2022 |\n"),
            std::string::npos);
}

TEST(AlignedText, APeriodOverTwoColumnsIsNotStacked) {
  EXPECT_EQ(shown("                               Three months ended\n"
                  "                            March 31,      June 30,\n"
                  "                                 2024          2024\n"
                  "Revenue                       1,234.5       1,187.3\n"
                  "Cost                           (802.1)       (783.6)\n"),
            "T\n"
            "|1 Three months ended +1 |\n"
            "|1 March 31, |2 June 30, |\n"
            "|1 2024 |2 2024 |\n"
            "|0 Revenue |1 1,234.5 |2 1,187.3 |\n"
            "|0 Cost |1 (802.1) |2 (783.6) |\n");
}

TEST(AlignedText, DatesOneSpaceApartAreHeadingsHoweverWideTheyAreTogether) {
  EXPECT_EQ(shown("                       March 31,    June 30,     September 30, September 30, September "
                  "30, December 31,\n"
                  "                         2022         2023           2023          2022          2023     "
                  "     2023\n"
                  "Net income               210,000      350,000        420,000       700,000     1,050,000  "
                  "     150,000\n"
                  "Depreciation              70,000       84,000         91,000       210,000       252,000  "
                  "      36,000\n"),
            "T\n"
            "|1 March 31, |2 June 30, |3 September 30, |4 September 30, |5 September 30, |6 December 31, |\n"
            "|1 2022 |2 2023 |3 2023 |4 2022 |5 2023 |6 2023 |\n"
            "|0 Net income |1 210,000 |2 350,000 |3 420,000 |4 700,000 |5 1,050,000 |6 150,000 |\n"
            "|0 Depreciation |1 70,000 |2 84,000 |3 91,000 |4 210,000 |5 252,000 |6 36,000 |\n");
}

TEST(AlignedText, ALabelBesideItsFiguresGoesOnBelowWithACapital) {
  EXPECT_EQ(
      shown("                                                 2023        2024\n"
            "Net loss attributable to the Example         (160,000)   (110,000)\n"
            " Holdings Limited's shareholders\n"
            "Add:\n"
            "Share-based compensation expenses, in all      30,000      40,000\n"),
      "T\n"
      "|1 2023 |2 2024 |\n"
      "|0 Net loss attributable to the Example Holdings Limited's shareholders |1 (160,000) |2 (110,000) |\n"
      "|0 Add: |\n"
      "|0 Share-based compensation expenses, in all |1 30,000 |2 40,000 |\n");
}

TEST(AlignedText, ASectionUnderARowOfFiguresIsNoPartOfItsLabel) {
  EXPECT_EQ(shown("                                                 2023        2024\n"
                  "Net income of the Example Holdings           (160,000)   (110,000)\n"
                  "  Attributable\n"
                  "    Share-based compensation expenses, all     30,000      40,000\n"),
            "T\n"
            "|1 2023 |2 2024 |\n"
            "|0 Net income of the Example Holdings |1 (160,000) |2 (110,000) |\n"
            "  |0 Attributable |\n"
            "    |0 Share-based compensation expenses, all |1 30,000 |2 40,000 |\n");
}

TEST(AlignedText, ARowMayStandOnTwoLinesWithSomeOfItsFiguresOnEach) {
  const auto document = read(
      "                                       2022        2023        2024\n"
      "Net loss                            (61,000)    (45,000)    (30,000)\n"
      "Weighted average number of shares,              102,634\n"
      "diluted                             100,231                 103,301\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document),
            "T\n"
            "|1 2022 |2 2023 |3 2024 |\n"
            "|0 Net loss |1 (61,000) |2 (45,000) |3 (30,000) |\n"
            "|0 Weighted average number of shares, diluted |1 100,231 |2 102,634 |3 103,301 |\n");
  EXPECT_EQ(places(document->tables[0]), "1 1:40 1:52 1:64\n2 2:1 2:37 2:49 2:61\n3 3:1 4:37 3:49 4:61\n");
}

TEST(AlignedText, AUnitLineUnderTheHeadingsMayBeWide) {
  EXPECT_EQ(shown("                              Three months ended September 30,\n"
                  "                             2022              2023\n"
                  "                                                                YoY %\n"
                  "                             RMB               RMB             Change\n"
                  "                    (in millions, except percentages and per share amounts)\n"
                  "\n"
                  "Revenue                   200,000           220,000               10%\n"
                  "Operating margin              12%               15%\n"),
            "T\n"
            "|1 Three months ended September 30, +2 |\n"
            "|1 2022 RMB |2 2023 RMB |3 YoY % Change |\n"
            "|1 (in millions, except percentages and per share amounts) +2 |\n"
            "|0 Revenue |1 200,000 |2 220,000 |3 10% |\n"
            "|0 Operating margin |1 12% |2 15% |\n");
}

TEST(AlignedText, DatedColumnsOfFiguresBelowAThousandAreATable) {
  EXPECT_EQ(shown("                             June 30, 2023    December 31, 2022\n"
                  "Trade payables                         650                  510\n"
                  "Other                                   20                   10\n"
                  "Total                                  670                  520\n"),
            "T\n"
            "|1 June 30, 2023 |2 December 31, 2022 |\n"
            "|0 Trade payables |1 650 |2 510 |\n"
            "|0 Other |1 20 |2 10 |\n"
            "|0 Total |1 670 |2 520 |\n");
}

TEST(AlignedText, ADashTooManyInOneRowMakesNoColumn) {
  EXPECT_EQ(shown("                  2021      2022      2023\n"
                  "Cash flows         37        39     1,211\n"
                  "Purchases         (10)       (5)       (2)\n"
                  "Change             (5)        3         6\n"
                  "Free cash flow     22        37 —   1,215\n"),
            "T\n"
            "|1 2021 |2 2022 |3 2023 |\n"
            "|0 Cash flows |1 37 |2 39 |3 1,211 |\n"
            "|0 Purchases |1 (10) |2 (5) |3 (2) |\n"
            "|0 Change |1 (5) |2 3 |3 6 |\n"
            "|0 Free cash flow |1 22 |2 37 |3 1,215 |\n");
}

// Two rows and the years over them say that there are two columns; two rows alone do not.
TEST(AlignedText, HeadingsSayThatADashIsOneTooMany) {
  const std::string rows =
      "Cash flows         37        39\n"
      "Purchases         (10)       (5)\n"
      "Free cash flow     27 —      34\n";
  EXPECT_EQ(shown("                 2022      2023\n" + rows),
            "T\n"
            "|1 2022 |2 2023 |\n"
            "|0 Cash flows |1 37 |2 39 |\n"
            "|0 Purchases |1 (10) |2 (5) |\n"
            "|0 Free cash flow |1 27 |2 34 |\n");
  EXPECT_EQ(shown(rows),
            "T\n"
            "|0 Cash flows |1 37 |3 39 |\n"
            "|0 Purchases |1 (10) |3 (5) |\n"
            "|0 Free cash flow |1 27 |2 \u2014 |3 34 |\n");
}

// "Number of" stands on "branches"; a title stands over the table.
TEST(AlignedText, WordsOverAColumnAreItsHeading) {
  const auto under = [](const std::string& over) {
    return shown(over +
                 "\n"
                 "                        Branches             Employees\n"
                 "                    2023      2024        2023      2024\n"
                 "North             1,200     1,260       3,100     3,200\n"
                 "South             1,100     1,130       2,900     2,950\n");
  };
  EXPECT_TRUE(under("                        Number of").starts_with("T\n|2 Number of |\n|1 Branches +1 |"));
  EXPECT_TRUE(
      under("                             By region").starts_with("P By region\nT\n|1 Branches +1 |"));
}

TEST(AlignedText, DatesCutAfterTheirMonthAreStackedBesideWholeOnes) {
  EXPECT_EQ(shown("                 June 30,    September\n"
                  "                   2022       30, 2022\n"
                  "Cash              1,039          1,040\n"
                  "Debt                (15)           (5)\n"),
            "T\n"
            "|1 June 30, 2022 |2 September 30, 2022 |\n"
            "|0 Cash |1 1,039 |2 1,040 |\n"
            "|0 Debt |1 (15) |2 (5) |\n");
}

// Headings and figures with but a blank between some of them: no column has kept its place.
TEST(AlignedText, FirstFiguresStandBehindLabelsWhereColumnsLostTheirPlaces) {
  const auto under = [](const std::string& heading) {
    return shown("STATEMENTS OF INCOME\n" + heading +
                 "\n"
                 "Sales    7,446        100.0 4,691          100.0 8\n"
                 "Cost of sales (5,720)       (76.8) (3,219)        (68.6) 5\n"
                 "Gross Profit 1,726          23.2 1,472            31.4 17\n"
                 "Operating Expenses (1,003)         (13.5) (1,195)          (25.5) (16)\n"
                 "Other Income 24               0.3 89                 1.9 (73)\n"
                 "Operating Income 1,747          10.0 366          7.8 104\n"
                 "EBITDA 1,586        1,297            \n");
  };
  EXPECT_EQ(under("Q1-24 % Q4-23 % QoQ %"),
            "P STATEMENTS OF INCOME\n"
            "T\n"
            "|1 Q1-24 % Q4-23 % QoQ % |\n"
            "|0 Sales |1 7,446 |2 100.0 |3 4,691 |4 100.0 |5 8 |\n"
            "|0 Cost of sales |1 (5,720) |2 (76.8) |3 (3,219) |4 (68.6) |5 5 |\n"
            "|0 Gross Profit |1 1,726 |2 23.2 |3 1,472 |4 31.4 |5 17 |\n"
            "|0 Operating Expenses |1 (1,003) |2 (13.5) |3 (1,195) |4 (25.5) |5 (16) |\n"
            "|0 Other Income |1 24 |2 0.3 |3 89 |4 1.9 |5 (73) |\n"
            "|0 Operating Income |1 1,747 |2 10.0 |3 366 |4 7.8 |5 104 |\n"
            "|0 EBITDA 1,586 |1 1,297 ? |\n");
  // Headings that stand apart keep the columns where they are.
  EXPECT_NE(under("            Q1-24            %     Q4-23      %     QoQ")
                .find("|0 Operating Expenses (1,003) |"),
            std::string::npos);
}

TEST(AlignedText, ASpanInTheMiddleOfItsColumnsIsNotStackedOverOne) {
  EXPECT_EQ(shown("STATEMENTS OF INCOME\n"
                  "                                          Quarter ended                   Year ended\n"
                  "                             March 31,   December 31,    March 31,\n"
                  "                                                                           March 31,\n"
                  "       Particulars             2026          2025          2025*              2026\n"
                  "                                                         Unaudited\n"
                  "                              Audited     Unaudited                         Audited\n"
                  "                                                       [Refer note 5\n"
                  "                                                          and 7]\n"
                  "Revenue                          1,250         1,100         1,000              4,300\n"
                  "Cost of sales                     (700)         (600)         (500)            (2,400)\n"),
            "P STATEMENTS OF INCOME\n"
            "T\n"
            "|1 Quarter ended +2 |4 Year ended |\n"
            "|0 Particulars |1 March 31, 2026 Audited |2 December 31, 2025 Unaudited |"
            "3 March 31, 2025* Unaudited [Refer note 5 and 7] |4 March 31, 2026 Audited |\n"
            "|0 Revenue |1 1,250 |2 1,100 |3 1,000 |4 4,300 |\n"
            "|0 Cost of sales |1 (700) |2 (600) |3 (500) |4 (2,400) |\n");
}

TEST(AlignedText, ASpanGoesOnAroundTheLineOfItsNeighbours) {
  EXPECT_NE(
      shown("                                                           Nine months\n"
            "                               Quarter ended                                   Period from\n"
            "                                                              ended\n"
            "Particulars\n"
            "                        December 31,   September 30,      December 31,       June 23, 2024 to\n"
            "                                                                               March 31,\n"
            "                            2025            2025               2025               2025\n"
            "Revenue                         1,250           1,100              3,300             4,300\n"
            "Cost of sales                    (700)           (600)            (1,900)           (2,400)\n")
          .find("|1 Quarter ended +1 |3 Nine months ended |4 Period from |\n"),
      std::string::npos);
}

TEST(AlignedText, HeadingsStandFurtherLeftThanFiguresThatAreFarApart) {
  EXPECT_NE(shown("                                      Year ended                 Year ended\n"
                  "                                       June 30,                   June 30,\n"
                  "                                         2024                       2023\n"
                  "                                       Audited                   Restated\n"
                  "Cash at the end of the year                        1,250                      1,100\n"
                  "Cash at the beginning of the year                  1,100                        900\n")
                .find("|1 June 30, |2 June 30, |\n|1 2024 |2 2023 |\n|1 Audited |2 Restated |\n"),
            std::string::npos);
}

TEST(AlignedText, ATableBesideATextIsReadByItself) {
  const auto page = [](std::string_view second, std::string_view fourth) {
    return shown(
        "Summary\n"
        "Our mills had a strong quarter. Orders of all                RESULTS               Q3 2024   Q3 "
        "2025\n" +
        std::string(second) +
        "                                                             Boards                     516       "
        "740\n"
        "and plywood led the growth, as they did in the               Plywood                    272       "
        "453\n" +
        std::string(fourth) +
        "                                                             Total revenue              788     "
        "1,193\n"
        "to lower freight. Cash came to a new high by the             Gross profit               240       "
        "320\n"
        "end of the quarter.                                          Operating income            54        "
        "82\n");
  };
  EXPECT_EQ(
      page("sorts were above those of the year before. Boards\n",
           "spring. Costs grew less than revenue, which is due\n"),
      "P Summary\n"
      "P Our mills had a strong quarter. Orders of all sorts were above those of the year before. Boards and "
      "plywood led the growth, as they did in the spring. Costs grew less than revenue, which is due to "
      "lower "
      "freight. Cash came to a new high by the end of the quarter.\n"
      "T\n"
      "|0 RESULTS |1 Q3 2024 |2 Q3 2025 |\n"
      "|0 Boards |1 516 |2 740 |\n"
      "|0 Plywood |1 272 |2 453 |\n"
      "|0 Total revenue |1 788 |2 1,193 |\n"
      "|0 Gross profit |1 240 |2 320 |\n"
      "|0 Operating income |1 54 |2 82 |\n");
  // A line reaches over the place where the labels start: no text beside a table.
  EXPECT_EQ(page("sorts were above those of the year before. Boards of every kind were\n", "")
                .find("P Our mills had a strong quarter. Orders of all sorts"),
            std::string::npos);
}

TEST(AlignedText, NamesOverEachColumnBelowATitleBeginAnotherTable) {
  const std::string first =
      "                                     2024          2023\n"
      "Revenue                            82,146        54,958\n"
      "Costs                             (33,571)      (39,095)\n"
      "\n";
  const std::string second =
      "                          Severance    Impairments     Exit costs          Total\n"
      "Balance at January 1           235             -             74            309\n"
      "Charges                         86            21             62            169\n"
      "Used                           (90)          (21)           (46)          (157)\n"
      "Balance at December 31         231             -             90            321\n";
  const auto tables = [&](const std::string& between) {
    const auto document = read(first + between + second);
    return document ? document->tables.size() : 0U;
  };
  EXPECT_EQ(tables("Repositioning reserves\n\n"), 2U);
  EXPECT_EQ(tables("Repositioning reserves\n\n(in thousands)\n\n"), 2U);
  // A header of rows right over the names is no title.
  EXPECT_EQ(tables("Repositioning reserves\n"), 1U);
}

}  // namespace
}  // namespace kcfin::read_test
