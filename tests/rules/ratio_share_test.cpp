// ratio/share-of-total: percentages beside amounts or counts.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

std::string staff(std::string_view rows) {
  return "The table below breaks down our employees by function as of December 31, 2024:\n\n"
         "Function\tNumber of Employees\tPercentage\n" +
         std::string(rows) + "Total\t12,335\t100.0%\n";
}

TEST(RatioShare, EachRowIsAShareOfTheTotal) {
  EXPECT_EQ(relations(staff("Research\t1,188\t9.6%\nSales\t340\t2.8%\nAdministration\t648\t5.3%\n"
                            "Services\t10,159\t82.4%\n"),
                      "ratio/share-of-total"),
            "9.6%@4 % of 1,188@4 / 12,335@8\n2.8%@5 % of 340@5 / 12,335@8\n5.3%@6 % of 648@6 / 12,335@8\n"
            "82.4%@7 % of 10,159@7 / 12,335@8\n100.0%@8 % of 12,335@8 / 12,335@8\n");
}

// 648 people are 648: the share is 5.253%, outside 5.15% to 5.25%.
TEST(RatioShare, CountsOfPeopleAreExact) {
  EXPECT_EQ(
      relations(staff("Research\t1,188\t9.6%\nSales\t340\t2.8%\nAdministration\t648\t5.2%\n"
                      "Services\t10,159\t82.4%\n"),
                "ratio/share-of-total"),
      "9.6%@4 % of 1,188@4 / 12,335@8\n2.8%@5 % of 340@5 / 12,335@8\n5.2%@6 % of 648@6 / 12,335@8 breaks\n"
      "82.4%@7 % of 10,159@7 / 12,335@8\n100.0%@8 % of 12,335@8 / 12,335@8\n");
}

constexpr std::string_view kPairs =
    "UNAUDITED CONSOLIDATED STATEMENTS OF COMPREHENSIVE INCOME\n\n(in millions)\n\n"
    "\tFor the three months ended June 30,\t\t\t\n\t2023\t%\t2024\t%\n\tNT$\t\tNT$\t\n";

// Costs printed negative have positive shares here, losses negative ones.
TEST(RatioShare, SharesOfRevenues) {
  EXPECT_EQ(
      relations(std::string(kPairs) + "Net revenue\t2,000\t100.0\t2,500\t100.0\n"
                                      "Cost of revenue\t(1,200)\t60.0\t(1,400)\t56.0\n"
                                      "Gross profit\t800\t40.0\t1,100\t44.0\n"
                                      "Operating expenses\t(900)\t45.0\t(900)\t36.0\n"
                                      "Operating income (loss)\t(100)\t(5.0)\t200\t9.0\n",
                "ratio/share-of-total"),
      "100.0@8 % of 2,000@8 / 2,000@8\n60.0@9 % of -(1,200)@9 / 2,000@8\n40.0@10 % of 800@10 / 2,000@8\n"
      "45.0@11 % of -(900)@11 / 2,000@8\n(5.0)@12 % of (100)@12 / 2,000@8\n"
      "100.0@8 % of 2,500@8 / 2,500@8\n56.0@9 % of -(1,400)@9 / 2,500@8\n44.0@10 % of 1,100@10 / 2,500@8\n"
      "36.0@11 % of -(900)@11 / 2,500@8\n9.0@12 % of 200@12 / 2,500@8 breaks\n");
}

// Percentages of something that the table does not print.
TEST(RatioShare, AColumnThatIsNoShareOfAnyRowIsSkipped) {
  EXPECT_EQ(relations(staff("Research\t1,188\t11.6%\nSales\t340\t20.8%\nAdministration\t648\t15.2%\n"
                            "Services\t10,159\t52.4%\n"),
                      "ratio/share-of-total"),
            "skip 3: too few rows of table t1 are shares of one row, so the whole is not identified\n");
}

}  // namespace
}  // namespace kcfin
