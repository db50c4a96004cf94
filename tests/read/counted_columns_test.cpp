// Text whose columns have been run together: the years of its headings count them.
#include <gtest/gtest.h>

#include <string>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

TEST(CountedColumns, YearsTellHowManyFiguresEndARow) {
  EXPECT_EQ(shown("STATEMENT OF PROFIT OR LOSS\n"
                  "Year ended June 30,\n"
                  "2026 2025\n"
                  "Note HK$'000 HK$'000\n"
                  "Sales 4,5 8,120,340 7,455,120\n"
                  "Including: Rents 61,204 58,113\n"
                  "Cost of sales 6 (5,204,110) (4,911,067)\n"
                  "Gains on properties held for sale or for\n"
                  "rent 11(a) 9 77\n"
                  "Other losses - (7)\n"
                  "Restated one 512,300\n"
                  "The notes on pages 5 to 40 are a part of these statements.\n"),
            "P STATEMENT OF PROFIT OR LOSS\n"
            "T\n"
            "|1 Year ended June 30, +1 |\n"
            "|1 2026 |2 2025 |\n"
            "|1 HK$'000 |2 HK$'000 |\n"
            "|0 Sales |1 8,120,340 |2 7,455,120 |\n"
            "|0 Including: Rents |1 61,204 |2 58,113 |\n"
            "|0 Cost of sales |1 (5,204,110) |2 (4,911,067) |\n"
            "|0 Gains on properties held for sale or for rent |1 9 |2 77 |\n"
            "|0 Other losses |1 - |2 (7) |\n"
            "|0 Restated one |1 512,300 ? |\n"
            "P The notes on pages 5 to 40 are a part of these statements.\n");
}

TEST(CountedColumns, EachSpanHasTheYearsThatGoOn) {
  EXPECT_EQ(shown("Cash flows\n"
                  "Years ended 31 December Six months ended 30 June\n"
                  "2023 2024 2025 2025 2026\n"
                  "Loss before tax (210) (640) (1,905) (870) (1,112)\n"
                  "Depreciation 21 48 190 88 95\n"
                  "Tax paid - - - - -\n"),
            "P Cash flows\n"
            "T\n"
            "|1 Years ended 31 December +2 |4 Six months ended 30 June +1 |\n"
            "|1 2023 |2 2024 |3 2025 |4 2025 |5 2026 |\n"
            "|0 Loss before tax |1 (210) |2 (640) |3 (1,905) |4 (870) |5 (1,112) |\n"
            "|0 Depreciation |1 21 |2 48 |3 190 |4 88 |5 95 |\n"
            "|0 Tax paid |1 - |2 - |3 - |4 - |5 - |\n");
}

TEST(CountedColumns, DatesCountAsYearsDo) {
  EXPECT_EQ(shown("Financial position\n"
                  "Dec. 31, 2025 June 30, 2026\n"
                  "\u20AC million \u20AC million\n"
                  "Noncurrent assets 4,310 4,128\n"
                  "Current assets 2,945 3,051\n"
                  "Total assets 7,255 7,179\n"),
            "P Financial position\n"
            "T\n"
            "|1 Dec. 31, 2025 |2 June 30, 2026 |\n"
            "|1 \u20AC million |2 \u20AC million |\n"
            "|0 Noncurrent assets |1 4,310 |2 4,128 |\n"
            "|0 Current assets |1 2,945 |2 3,051 |\n"
            "|0 Total assets |1 7,255 |2 7,179 |\n");
}

TEST(CountedColumns, TextThatHasItsColumnsKeepsThem) {
  EXPECT_EQ(shown("2026 2025 2024\n"
                  "Sales                    812        745\n"
                  "Costs                               491\n"
                  "Gains                    102        842\n"
                  "Taxes                    300        842\n"),
            shown("Years\n"
                  "Sales                    812        745\n"
                  "Costs                               491\n"
                  "Gains                    102        842\n"
                  "Taxes                    300        842\n")
                .replace(0, 8, "P 2026 2025 2024\n"));
}

// A viewer of tagged statements prints a date a line, and a blank for a blank cell.
TEST(DatedColumns, BlanksTellTheColumns) {
  const std::string text =
      "Statements of Cash Flows - USD ($)\n"
      "$ in Thousands\n"
      "3 Months Ended 6 Months Ended 12 Months Ended\n"
      "Jun. 30, 2024\n"
      "Jun. 30, 2024\n"
      "Jun. 30, 2023\n"
      "Dec. 31, 2023\n"
      "Operating activities:        \n"
      "Net loss $ (630) $ (1,210) $ (980)  \n"
      "Depreciation of 2023 additions 41 88 79  \n"
      "Stock awards   210    \n"
      "Bad debts     14  \n"
      "Other [1] 5 7 - \n"
      "Cash used (584) (905) (887)  \n"
      "[1] See the note on pages 7 to 12 of 31.\n";
  EXPECT_EQ(shown(text),
            "P Statements of Cash Flows - USD ($)\n"
            "P $ in Thousands\n"
            "T\n"
            "|1 3 Months Ended |2 6 Months Ended +1 |\n"
            "|1 Jun. 30, 2024 |2 Jun. 30, 2024 |3 Jun. 30, 2023 |\n"
            "|0 Operating activities: |\n"
            "|0 Net loss |1 $ (630) |2 $ (1,210) |3 $ (980) |\n"
            "|0 Depreciation of 2023 additions |1 41 |2 88 |3 79 |\n"
            "|0 Stock awards |2 210 |\n"
            "|0 Bad debts |3 14 |\n"
            "|0 Other |1 5 |2 7 |3 - |\n"
            "|0 Cash used |1 (584) |2 (905) |3 (887) |\n"
            "P [1] See the note on pages 7 to 12 of 31.\n");
}

// Where blank cells left nothing a row with fewer figures is left open; with nothing but such rows, all are.
TEST(DatedColumns, WithoutBlanksShortRowsAreLeftOpen) {
  const std::string dates = "12 Months Ended\nDec. 31, 2024\nDec. 31, 2023\n";
  const std::string text =
      shown("Cash flows - USD ($)\n" + dates +
            "Net loss (1,864) (1,800)\nGain (6,760) [1]\nAwards 627 539\nTaxes 18\nUsed (1,309) "
            "(1,454)\n");
  EXPECT_NE(text.find("|0 Gain |1 (6,760) ? |\n|0 Awards |1 627 |2 539 |\n"), std::string::npos) << text;
  EXPECT_EQ(shown("Cash flows\n" + dates + "Gain 6,760\nAwards 1,627\nTaxes 1,018\n")
                .find("|1 Dec. 31, 2024 |\n|2"),
            std::string::npos);
}

TEST(CountedColumns, DaysStandOverTheYears) {
  const std::string rows = "Cash $ 538 $ 1,795\nReceivables 125,095 106,514\nTotal assets 125,633 108,309\n";
  const std::string text =
      shown("Nine months ended Year ended\nSeptember 30, December 31,\n2024 2023\n" + rows);
  EXPECT_NE(text.find("|1 September 30, |2 December 31, |\n|1 2024 |2 2023 |\n"), std::string::npos) << text;
  EXPECT_NE(text.find("|1 Nine months ended |2 Year ended |\n"), std::string::npos) << text;
  const std::string lone = shown("The year of September 30,\n2024 2023\n" + rows);
  EXPECT_NE(lone.find("P The year of September 30,\n"), std::string::npos) << lone;
}

}  // namespace
}  // namespace kcfin::read_test
