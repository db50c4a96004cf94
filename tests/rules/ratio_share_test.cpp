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

// "% of revenue" in a table without revenues: the whole stands in the income statement.
TEST(RatioShare, TheWholeMayStandInAnotherTable) {
  EXPECT_EQ(
      relations(
          "STATEMENTS OF OPERATIONS\n\n(in millions)\n\n\tThree months ended March 31,\t\n\t2024\t2023\n"
          "\tUSD\tUSD\nRevenue\t22,190\t20,820\nCosts and expenses\t(20,710)\t(19,296)\n"
          "Income from operations\t1,480\t1,524\n\nCOSTS BY FUNCTION\n\n(in millions)\n\n"
          "\tThree months ended March 31,\t\n\t2024\t% of revenue\n\tUSD\t\n"
          "Cost of revenue\t14,810\t67%\nDevelopment\t1,408\t6%\nSelling\t2,882\t13%\n"
          "Administration\t1,610\t7%\nTotal costs and expenses\t20,710\t93%\n",
          "ratio/share-of-total"),
      "67%@19 % of 14,810@19 / 22,190@8\n6%@20 % of 1,408@20 / 22,190@8\n13%@21 % of 2,882@21 / 22,190@8\n"
      "7%@22 % of 1,610@22 / 22,190@8\n93%@23 % of 20,710@23 / 22,190@8\n");
}

// 2.6 would be right; with 2.5 the column adds up.
TEST(RatioShare, APercentageThatMakesItsColumnAddUpIsAPlug) {
  EXPECT_EQ(relations("STATEMENTS OF OPERATIONS\n\n(in millions)\n\n\tYear ended December 31,\t\n\t2024\t%\n"
                      "\tUSD\t\nGroceries\t10,120\t50.6\nClothing\t5,018\t25.1\nToys\t4,336\t21.7\n"
                      "Other\t518\t2.5\nExport\t18\t0.1\nTotal\t20,010\t100.0\n",
                      "ratio/share-of-total"),
            "50.6@8 % of 10,120@8 / 20,010@13\n25.1@9 % of 5,018@9 / 20,010@13\n"
            "21.7@10 % of 4,336@10 / 20,010@13\n2.5@11 % of 518@11 / 20,010@13 breaks\n"
            "or: 100.0@13 = 50.6@8 + 25.1@9 + 21.7@10 + 2.5@11 + 0.1@12\n0.1@12 % of 18@12 / 20,010@13\n"
            "100.0@13 % of 20,010@13 / 20,010@13\n");
}

}  // namespace
}  // namespace kcfin
