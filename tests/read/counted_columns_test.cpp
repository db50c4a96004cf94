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
                  "rent 11(a) 13 842\n"
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
            "|0 Gains on properties held for sale or for rent |1 13 |2 842 |\n"
            "|0 Other losses |1 - |2 (7) |\n"
            "|0 Restated one |1 512,300 ? |\n"
            "P The notes on pages 5 to 40 are a part of these statements.\n");
}

TEST(CountedColumns, EachSpanHasTheYearsThatGoOn) {
  EXPECT_EQ(shown("Cash flows\n"
                  "Years ended 31 December Six months ended 30 June\n"
                  "2023 2024 2025 2025 2026\n"
                  "Loss before tax (143) (787) (2,958) (1,235) (2,357)\n"
                  "Depreciation 16 63 270 131 132\n"
                  "Tax paid - - - - -\n"),
            "P Cash flows\n"
            "T\n"
            "|1 Years ended 31 December +2 |4 Six months ended 30 June +1 |\n"
            "|1 2023 |2 2024 |3 2025 |4 2025 |5 2026 |\n"
            "|0 Loss before tax |1 (143) |2 (787) |3 (2,958) |4 (1,235) |5 (2,357) |\n"
            "|0 Depreciation |1 16 |2 63 |3 270 |4 131 |5 132 |\n"
            "|0 Tax paid |1 - |2 - |3 - |4 - |5 - |\n");
}

TEST(CountedColumns, DatesCountAsYearsDo) {
  EXPECT_EQ(shown("Financial position\n"
                  "Dec. 31, 2025 June 30, 2026\n"
                  "\u20AC million \u20AC million\n"
                  "Noncurrent assets 7,865 7,573\n"
                  "Current assets 5,766 5,636\n"
                  "Total assets 13,631 13,209\n"),
            "P Financial position\n"
            "T\n"
            "|1 Dec. 31, 2025 |2 June 30, 2026 |\n"
            "|1 \u20AC million |2 \u20AC million |\n"
            "|0 Noncurrent assets |1 7,865 |2 7,573 |\n"
            "|0 Current assets |1 5,766 |2 5,636 |\n"
            "|0 Total assets |1 13,631 |2 13,209 |\n");
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

}  // namespace
}  // namespace kcfin::read_test
