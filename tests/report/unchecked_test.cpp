// Why figures are held by no check.
#include "report/unchecked.h"

#include "filing_text.h"

namespace kcfin::report {
namespace {

std::string listed(std::string text) {
  const auto checked = check(std::move(text), {}, {.list_checks = true});
  EXPECT_TRUE(checked);
  std::string out;
  if (!checked) return out;
  for (const Unchecked& entry : unchecked_figures(*checked)) {
    out += std::to_string(entry.figures) + " on";
    for (const std::uint32_t line : entry.lines) out += " " + std::to_string(line);
    out += ": " + entry.reason + "\n";
  }
  return out;
}

constexpr const char* kBalance =
    "BALANCE SHEETS\n\n(RMB in thousands)\n\n\tDecember 31, 2023\tJune 30, 2024\n"
    "Current assets:\t\t\nCash and cash equivalents\t1,000\t2,000\nInventories\t3,000\t4,000\n"
    "Total current assets\t4,000\t6,000\n";

TEST(Unchecked, IsEmptyWhereEveryFigureIsHeld) { EXPECT_EQ(listed(kBalance), ""); }

TEST(Unchecked, AFigureThatNothingLeadsTo) {
  EXPECT_EQ(listed(std::string(kBalance) + "Memo: pledged deposits\t77\t88\n"),
            "2 on 10: no total sums it, no other place states it, and no rate or ratio leads to it\n");
}

TEST(Unchecked, ASkippedCheckSaysWhyItWasNotMade) {
  EXPECT_EQ(listed("BALANCE SHEETS\n\n(in thousands)\n\n\tDecember 31, 2023\tDecember 31, 2023\n\tRMB\tUS$\n"
                   "Cash\t1,000\t141\nInventories\t3,000\t423\n"),
            "4 on 7 8: no exchange rate is stated\n");
}

}  // namespace
}  // namespace kcfin::report
