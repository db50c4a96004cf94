// Rows whose cells one blank parts, under headings that take a line each.
#include "read/run_together.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

using Cells = std::vector<std::string_view>;

Cells cells_run_together(std::string_view line) {
  return read_room::cells_run_together(std::array{line}).front();
}

TEST(RunTogether, FiguresAreTakenFromTheEnd) {
  EXPECT_EQ(cells_run_together("Cost of sales (1,330) (1,430)  (9,874) "),
            (Cells{"Cost of sales", "(1,330)", "(1,430)", "(9,874)"}));
  EXPECT_EQ(cells_run_together("Trade payables 19, 30 \u00A5   338 $  2,682"),
            (Cells{"Trade payables", "19, 30", "\u00A5   338", "$  2,682"}));
  EXPECT_EQ(cells_run_together("Impairment (Note 3) - 1,087"), (Cells{"Impairment (Note 3)", "-", "1,087"}));
  EXPECT_EQ(cells_run_together("Notes 2026 2025"), (Cells{"Notes", "2026", "2025"}));
  EXPECT_EQ(cells_run_together("ASSETS Notes"), (Cells{"ASSETS", "Notes"}));
  EXPECT_EQ(cells_run_together("June 30, 2026 December 31, 2025"),
            (Cells{"June 30, 2026", "December 31, 2025"}));
  EXPECT_EQ(cells_run_together("March 31, 2026 169,539 (1.4)"),
            (Cells{"March 31, 2026", "169,539", "(1.4)"}));
  // The row is named by its currency; else the currency is its figure's.
  EXPECT_EQ(cells_run_together("USD 138.62 150.93"), (Cells{"USD", "138.62", "150.93"}));
  EXPECT_EQ(cells_run_together("USD 138.62 USD 150.93"), (Cells{"USD 138.62", "USD 150.93"}));
}

TEST(RunTogether, OtherLinesStayWhole) {
  for (const std::string_view line : {"Notes to the statements", "As at 31 August 2026", "Page 4",
                                      "Stores opened: 12", "The company was founded in 1998", ""})
    EXPECT_EQ(cells_run_together(line), Cells{line}) << line;
}

const std::string kRows =
    "Revenue 22 \u00A5 2,766 \u00A5 3,103 $21,422 \nCost of sales (1,330) (1,430) (9,874)\nGross profit "
    "1,436 1,673 11,548 \nSelling expenses 23 (1,054) (1,187) (8,197)\nOther income 15, 24 12 20 140 \nShare "
    "of the profit of companies accounted for \n   by the equity method\n16 1 1 9 \nOperating profit 395 507 "
    "3,500 \nFinance income 25 66 67 465 \nFinance costs 25 (9) (11) (77)\nProfit before taxes 452 563 3,888 "
    "\nTax 18 (122) (163) (1,129)\nGrants 11\nMinorities 1 2 14\nOwners 329 398 2,745\nDividends 1,210 1,330 "
    "9,180\nRetained 2,881 3,068 21,176\nProfit for the year 330 400 2,759 \n";

TEST(RunTogether, RowsAreReadByTheirCount) {
  const std::string text = "Millions of yen\nThousands of\nU.S. dollars\n2025 2026 2026\nNotes\n" + kRows;
  EXPECT_EQ(
      shown(text),
      "T\n|0 Millions of yen |\n|0 Thousands of U.S. dollars |\n|1 2025 |2 2026 |3 2026 |\n|0 Revenue |1 "
      "\u00A5 2,766 |2 \u00A5 3,103 |3 $21,422 |\n|0 Cost of sales |1 (1,330) |2 (1,430) |3 (9,874) |\n|0 "
      "Gross profit |1 1,436 |2 1,673 |3 11,548 |\n|0 Selling expenses |1 (1,054) |2 (1,187) |3 (8,197) "
      "|\n|0 Other income |1 12 |2 20 |3 140 |\n|0 Share of the profit of companies accounted for by the "
      "equity method |1 1 |2 1 |3 9 |\n|0 Operating profit |1 395 |2 507 |3 3,500 |\n|0 Finance income |1 66 "
      "|2 67 |3 465 |\n|0 Finance costs |1 (9) |2 (11) |3 (77) |\n|0 Profit before taxes |1 452 |2 563 |3 "
      "3,888 |\n|0 Tax |1 (122) |2 (163) |3 (1,129) |\n|0 Grants |1 11 ? |\n|0 Minorities |1 1 |2 2 |3 14 "
      "|\n|0 Owners |1 329 |2 398 |3 2,745 |\n|0 Dividends |1 1,210 |2 1,330 |3 9,180 |\n|0 Retained |1 "
      "2,881 |2 3,068 |3 21,176 |\n|0 Profit for the year |1 330 |2 400 |3 2,759 |\n");
}

// One row that lacks a figure does not make numbers of notes of the others' first ones, nor a stroke in the
// foot of a page another dialect.
TEST(RunTogether, AFirstColumnOfSmallFiguresIsKept) {
  std::string rows = "Stores by region\n2026 2025 2024\n";
  for (const std::string_view name : {"Asia", "Europe", "America", "Africa", "Oceania", "Japan", "China",
                                      "Korea", "India", "Brazil", "Canada", "Peru"})
    rows += std::string(name) + " 12 1,400 150\n";
  const std::string text = rows + "Head office 1,350 230\nTotal 144 16,800 1,800\nAlder plc | Page 3\n";
  EXPECT_NE(shown(text).find("|0 Asia |1 12 |2 1,400 |3 150 |\n"), std::string::npos) << shown(text);
  EXPECT_NE(shown(text).find("|0 Head office |1 1,350 230 ? |\n"), std::string::npos) << shown(text);
}

// A sentence that is wrapped behind a figure is no row.
TEST(RunTogether, SentencesGoOnBehindTheirFigures) {
  EXPECT_NE(shown("2025 2026 2026\n" + kRows +
                  "\nNet sales rose on demand from makers and came to 2,766\nmillion yen.\n")
                .find("P Net sales rose on demand from makers and came to 2,766 million yen.\n"),
            std::string::npos);
}

// Each date stands in brackets under a name, and ends the table above it.
TEST(RunTogether, NamesGoWithTheDatesInBracketsBelowThem) {
  const auto table = [](const std::string& first, const std::string& second) {
    return "Previous\n" + first + "\nCurrent\n" + second +
           "\nRevenue 2,766 3,103\nCost of sales (1,330) (1,430)\nGross profit 1,436 1,673\nExpenses (1,054) "
           "(1,187)\n"
           "Operating profit 1,382 1,486\nTax 1,122 1,163\nProfit for the year 1,260 1,323\n";
  };
  const std::string rows =
      "|0 Revenue |1 2,766 |2 3,103 |\n|0 Cost of sales |1 (1,330) |2 (1,430) |\n|0 Gross profit |1 1,436 |2 "
      "1,673 |\n"
      "|0 Expenses |1 (1,054) |2 (1,187) |\n|0 Operating profit |1 1,382 |2 1,486 |\n|0 Tax |1 1,122 |2 "
      "1,163 |\n"
      "|0 Profit for the year |1 1,260 |2 1,323 |\n";
  EXPECT_EQ(
      shown(table("(July 1, 2024 thru \nMarch 31, 2025)", "(July 1, 2025 thru \nMarch 31, 2026)") +
            table("(June 30, 2025)", "(March 31, 2026)")),
      "T\n|1 Previous (July 1, 2024 thru March 31, 2025) |2 Current (July 1, 2025 thru March 31, 2026) |\n" +
          rows + "T\n|1 Previous (June 30, 2025) |2 Current (March 31, 2026) |\n" + rows);
}

// Two rows of aligned text among as many of the others are enough to leave it to the place of its columns.
TEST(RunTogether, AlignedTextIsNone) {
  EXPECT_EQ(
      shown("Note 2026 2025\n" + kRows + "Cash          1,200         900\nReceivables     310         290\n")
          .find("|1 \u00A5 2,766 |2"),
      std::string::npos);
}

}  // namespace
}  // namespace kcfin::read_test
