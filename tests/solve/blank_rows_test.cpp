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

// A row that comes from nothing prints no change, however many blanks of the table are nil.
TEST(BlankRow, OfADifferenceThatIsNotPrintedNothingIsClaimed) {
  const auto results = [](std::string_view change) {
    return check_text(
        "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tYear ended December "
        "31,\t\tChange\n\t2024\t2023\tAmount\n\tRMB\tRMB\tRMB\nRevenues\t9,400\t8,100\t1,300\n"
        "Cost of revenues\t(4,000)\t(3,600)\t(400)\nGross profit\t5,400\t4,500\t900\n"
        "Wages\t(1,200)\t(1,150)\t(50)\nRent\t(300)\t(340)\t40\nGrants received\t60\t\t\n"
        "Operating income\t3,960\t3,010\t" +
        std::string(change) + "\n");
  };
  EXPECT_EQ(summary(results("950"), Severity::warning), "");
  EXPECT_EQ(summary(results("650"), Severity::warning),
            "error ratio/change line 14 printed 650 expected 950\n");
}

}  // namespace
}  // namespace kcfin
