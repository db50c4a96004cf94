// Sums over rows that are blank in their column.
#include <gtest/gtest.h>

#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::summary;

std::string receipts(std::string_view rows) {
  return "STATEMENTS OF CASH FLOWS\n\n(in thousands)\n\n\tFor the year ended December 31,\t\n\t2023\t2024\n"
         "\tRMB\tRMB\nInvesting activities:\t\t\nPurchases\t(4,120)\t(5,317)\n" +
         std::string(rows);
}

TEST(BlankRow, ASlipThatShowsIsFoundOverIt) {
  EXPECT_EQ(summary(check_text(receipts("Disposals\t1,204\t\nRepayments\t\t2,209\nDividends\t3,310\t3,418\n"
                                        "Net cash from investing activities\t394\t301\n"))),
            "error footing/total line 13 printed 301 expected 310\n");
}

TEST(BlankRow, WhatHoldsHolds) {
  EXPECT_EQ(summary(check_text(receipts("Disposals\t1,204\t\nRepayments\t\t2,209\nDividends\t3,310\t3,418\n"
                                        "Net cash from investing activities\t394\t310\n"))),
            "");
}

// The figure may have been lost: nothing shows that it was nil.
TEST(BlankRow, WithoutASlipNothingIsClaimed) {
  EXPECT_EQ(
      summary(check_text(receipts("Disposals\t1,204\t1,111\nRepayments\t100\t\nDividends\t3,310\t3,418\n"
                                  "Net cash from investing activities\t494\t4,685\n"))),
      "");
}

}  // namespace
}  // namespace kcfin
