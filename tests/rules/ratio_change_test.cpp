// ratio/change: a column of percentages compares two columns of amounts; the rows show which, and how.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

std::string yearly(std::string_view rows) {
  return "FINANCIAL HIGHLIGHTS\n\n(in thousands)\n\n\tFor the six months ended June 30,\t\t\n"
         "\t2023\t2024\tChange (%)\n\tRMB\tRMB\t\n" +
         std::string(rows);
}

TEST(RatioChange, AgainstTheOneEarlierPeriod) {
  EXPECT_EQ(
      relations(yearly("Revenues\t4,080\t3,700\t(9.3)\nGross profit\t145\t401\t176.6\n"), "ratio/change"),
      "(9.3)@8 change 3,700@8 / 4,080@8\n176.6@9 change 401@9 / 145@9\n");
}

TEST(RatioChange, OneRowThatDoesNotFollowBreaks) {
  EXPECT_EQ(
      relations(yearly("Revenues\t4,080\t3,700\t(9.3)\nGross profit\t145\t401\t167.6\n"), "ratio/change"),
      "(9.3)@8 change 3,700@8 / 4,080@8\n167.6@9 change 401@9 / 145@9 breaks\n");
}

// 1,000 to 1,125 is 12.5%, which a filer without decimals rounds either way.
TEST(RatioChange, AHalfRoundsEitherWay) {
  EXPECT_EQ(relations(yearly("Revenues\t1,000\t1,125\t13\nGross profit\t1,000\t1,125\t12\n"
                             "Net income\t1,000\t1,125\t14\n"),
                      "ratio/change"),
            "13@8 change 1,125@8 / 1,000@8\n12@9 change 1,125@9 / 1,000@9\n14@10 change 1,125@10 / 1,000@10 "
            "breaks\n");
}

// A loss that shrank: by its size, a fall; by its sign, a rise. One row shows which, for all.
TEST(RatioChange, TheRowsShowHowLossesChange) {
  EXPECT_EQ(relations(yearly("Operating loss\t(1,370)\t(1,100)\t(19.7)\nNet loss\t(1,365)\t(1,107)\t18.9\n"
                             "Net loss attributable to owners of the Company\t(1,356)\t(1,106)\t(18.4)\n"),
                      "ratio/change"),
            "(19.7)@8 change in size (1,100)@8 / (1,370)@8\n"
            "18.9@9 change in size (1,107)@9 / (1,365)@9 breaks\n"
            "(18.4)@10 change in size (1,106)@10 / (1,356)@10\n");
  EXPECT_EQ(
      relations(yearly("Revenues\t4,080\t3,700\t(9.3)\nNet loss\t(1,365)\t(1,107)\t18.9\n"), "ratio/change"),
      "(9.3)@8 change 3,700@8 / 4,080@8\n18.9@9 change (1,107)@9 / (1,365)@9\n");
}

std::string two_bases(std::string_view rows) {
  return "KEY FINANCIAL RESULTS\n\n(in thousands)\n\n\tFor the Three Months Ended\t\t\t% Change\t\n"
         "\tMarch 31, 2025\tDecember 31, 2024\tMarch 31, 2024\tYoY\tQoQ\n\tRMB\tRMB\tRMB\t\t\n" +
         std::string(rows);
}

TEST(RatioChange, MostRowsShowWhichPeriodIsCompared) {
  EXPECT_EQ(
      relations(two_bases("Revenues\t1,500\t1,600\t1,000\t50.0%\t-6.3%\nGross profit\t240\t230\t120\t100.0%\t"
                          "4.3%\nNet income\t66\t60\t50\t20.0%\t10.0%\n"),
                "ratio/change"),
      "50.0%@8 change 1,500@8 / 1,000@8\n100.0%@9 change 240@9 / 120@9\n"
      "20.0%@10 change 66@10 / 50@10 breaks\n"
      "-6.3%@8 change 1,500@8 / 1,600@8\n4.3%@9 change 240@9 / 230@9\n10.0%@10 change 66@10 / 60@10\n");
}

TEST(RatioChange, PercentagesChangeByPoints) {
  EXPECT_EQ(
      relations(
          two_bases("Revenues\t1,500\t1,600\t1,000\t50.0%\t-6.3%\nGross "
                    "margin\t15.6%\t14.4%\t12.9%\t2.7pts\t1.2pts\nNet income\t66\t60\t50\t32.0%\t10.0%\n"),
          "ratio/change"),
      "50.0%@8 change 1,500@8 / 1,000@8\n2.7pts@9 points 15.6%@9 / 12.9%@9\n32.0%@10 change 66@10 / 50@10\n"
      "-6.3%@8 change 1,500@8 / 1,600@8\n1.2pts@9 points 15.6%@9 / 14.4%@9\n10.0%@10 change 66@10 / 60@10\n");
}

// The column compares with a period that the table does not print.
TEST(RatioChange, AColumnThatFollowsFromNoPrintedPeriodIsSkipped) {
  EXPECT_EQ(relations(yearly("Revenues\t4,080\t3,700\t12.0\nGross profit\t145\t401\t31.4\nNet "
                             "income\t100\t110\t44.0\n"),
                      "ratio/change"),
            "skip 5: its rows follow from no two printed periods\n");
}

TEST(RatioChange, MarginsMayChangeByBasisPoints) {
  EXPECT_EQ(relations(two_bases("Revenues\t1,500\t1,600\t1,000\t50.0%\t-6.3%\nGross margin\t16.0%\t14.4%"
                                "\t12.0%\t400 bps\t155 bps\nNet margin\t4.4%\t3.8%\t5.0%\t60 bps\t71 bps\n"),
                      "ratio/change"),
            "50.0%@8 change 1,500@8 / 1,000@8\n400 bps@9 points 16.0%@9 / 12.0%@9\n"
            "60 bps@10 points 4.4%@10 / 5.0%@10 breaks\n-6.3%@8 change 1,500@8 / 1,600@8\n"
            "155 bps@9 points 16.0%@9 / 14.4%@9\n71 bps@10 points 4.4%@10 / 3.8%@10 breaks\n");
}

// "Change" over an amount and a percentage: the first column is held as an amount.
std::string with_amounts_of_change(std::string_view rows) {
  return "RESULTS OF OPERATIONS\n\n(in thousands)\n\n\tFor the Three Months Ended March 31,\t\tChange\t\n"
         "\t2025\t2024\t\t\n\tUSD\tUSD\t\t\n" +
         std::string(rows);
}

TEST(RatioChange, OneRowShowsThatItsChangeIsAnAmount) {
  EXPECT_EQ(
      relations(with_amounts_of_change("Research and development\t1,589\t1,074\t515\t48%\n"), "ratio/change"),
      "515@8 = 1,589@8 - 1,074@8\n48%@8 change 1,589@8 / 1,074@8\n");
}

TEST(RatioChange, AnAmountOfChangeThatIsWrongBreaks) {
  EXPECT_EQ(relations(with_amounts_of_change("Research and development\t1,589\t1,074\t515\t48%\n"
                                             "Selling expenses\t2,310\t2,100\t210\t10%\n"
                                             "General expenses\t1,215\t1,003\t221\t21%\n"),
                      "ratio/change"),
            "515@8 = 1,589@8 - 1,074@8\n210@9 = 2,310@9 - 2,100@9\n221@10 = 1,215@10 - 1,003@10 breaks\n"
            "48%@8 change 1,589@8 / 1,074@8\n10%@9 change 2,310@9 / 2,100@9\n"
            "21%@10 change 1,215@10 / 1,003@10\n");
}

// 1.3 % beside two margins is their change in points, in a column that is in amounts else.
TEST(RatioChange, APercentageAmongAmountsOfChangeIsInPoints) {
  EXPECT_EQ(relations(with_amounts_of_change("Net sales\t2,236\t1,883\t353\t19%\n"
                                             "Gross profit\t886\t722\t164\t23%\n"
                                             "Gross margin\t39.6%\t38.3%\t1.3%\t\n"),
                      "ratio/change"),
            "353@8 = 2,236@8 - 1,883@8\n164@9 = 886@9 - 722@9\n1.3%@10 points 39.6%@10 / 38.3%@10\n"
            "or: 1.3%@10 change 39.6%@10 / 38.3%@10 breaks\n19%@8 change 2,236@8 / 1,883@8\n"
            "23%@9 change 886@9 / 722@9\n");
}

TEST(RatioChange, ADashBesideAmountsThatDifferIsNotGiven) {
  EXPECT_EQ(relations(yearly("Revenues\t4,080\t3,700\t(9.3)\nOther income\t146\t10\t-\nFees\t120\t120\t-\n"),
                      "ratio/change"),
            "(9.3)@8 change 3,700@8 / 4,080@8\n-@10 change 120@10 / 120@10\n");
}

// The second column excludes what currencies did; that most of its rows are alike proves nothing.
TEST(RatioChange, AChangeOnAnotherBasisIsSkipped) {
  EXPECT_EQ(relations(with_amounts_of_change("Footwear\t8,421\t8,114\t4%\t4%\nApparel\t3,388\t3,434\t(1)%\t"
                                             "(1)%\nEquipment\t531\t486\t9%\t9%\nOther\t13\t14\t(7)%\t1%\n"),
                      "ratio/change"),
            "4%@8 change 8,421@8 / 8,114@8\n(1)%@9 change 3,388@9 / 3,434@9\n"
            "9%@10 change 531@10 / 486@10\n(7)%@11 change 13@11 / 14@11\n"
            "skip 5: another column gives the change of the printed amounts; this one is on another basis\n");
}

// ---------------------------------------------------------------- amounts beside the change

std::string beside(std::string_view heading, std::string_view last) {
  const auto row = [](std::initializer_list<std::string_view> cells) {
    std::string out = "<tr>";
    for (const std::string_view cell : cells) out += "<td>" + std::string(cell) + "</td>";
    return out + "</tr>";
  };
  return "<html><body><p>SALES BY PRODUCT</p><p>(USD in millions)</p><table>" +
         row({"", "2023", "2022", "2021", "% Change '23 vs. '22", heading}) +
         row({"Saws", "1,100", "1,000", "800", "10.0%", "25.0%"}) +
         row({"Drills", "900", "1,000", "1,250", "(10.0)%", "(20.0)%"}) +
         row({"Lathes", "660", "600", "500", "10.0%", "20.0%"}) +
         row({"Presses", "210", "200", "160", "5.0%", "25.0%"}) +
         row({"Vices", "55", "50", "40", "10.0%", last}) + "</table></body></html>";
}

std::size_t made_of(std::string_view said, std::string_view what) {
  std::size_t out = 0;
  for (std::size_t at = said.find(what); at != std::string_view::npos; at = said.find(what, at + 1)) ++out;
  return out;
}

TEST(RatioChange, TheYearsOfTheHeadingSayWhichColumnsAreCompared) {
  const std::string sound = relations(beside("% Change '22 vs. '21", "25.0%"), "ratio/change");
  EXPECT_EQ(made_of(sound, " change "), 10U) << sound;
  EXPECT_EQ(made_of(sound, "breaks"), 0U) << sound;
  // 50 over 40, each rounded, is 22.4% to 27.8%.
  EXPECT_EQ(made_of(relations(beside("% Change '22 vs. '21", "27.8%"), "ratio/change"), "breaks"), 0U);
  EXPECT_EQ(made_of(relations(beside("% Change '22 vs. '21", "28.0%"), "ratio/change"), "breaks"), 1U);
}

// "+/-", and a span against itself a year before.
TEST(RatioChange, SignsAndSpansHeadChangesToo) {
  for (const std::string_view heading : {"+/-", "9M-9M", "Q3-Q3"}) {
    EXPECT_EQ(made_of(relations(beside(heading, "25.0%"), "ratio/change"), " change "), 10U) << heading;
    EXPECT_EQ(made_of(relations(beside(heading, "27.8%"), "ratio/change"), "breaks"), 0U) << heading;
    EXPECT_EQ(made_of(relations(beside(heading, "28.0%"), "ratio/change"), "breaks"), 1U) << heading;
  }
  EXPECT_EQ(made_of(relations(beside("A1-B2", "25.0%"), "ratio/change"), " change "), 5U);
}

TEST(RatioChange, AChangeAtConstantRatesIsOfOtherAmounts) {
  const std::string said = relations(beside("% Change, constant currency", "25.0%"), "ratio/change");
  EXPECT_EQ(made_of(said, "20.0%"), 0U) << said;
}

// Beside percentages a change is in points.
TEST(RatioChange, MarginsChangeByPoints) {
  const std::string text =
      "<html><body><p>SEGMENT MARGINS</p><table><tr><td></td><td>2023</td><td>2022</td><td>V pts</td></tr>"
      "<tr><td>Saws</td><td>18.8%</td><td>18.7%</td><td>0.1pts</td></tr>"
      "<tr><td>Drills</td><td>9.3%</td><td>13.5%</td><td>(4.2)pts</td></tr>"
      "<tr><td>Lathes</td><td>7.1%</td><td>6.0%</td><td>1.1pts</td></tr>"
      "<tr><td>Presses</td><td>9.1%</td><td>7.6%</td><td>1.5pts</td></tr></table></body></html>";
  const std::string said = relations(text, "ratio/change");
  EXPECT_EQ(made_of(said, " points "), 4U) << said;
  EXPECT_EQ(made_of(said, "breaks"), 0U) << said;
}

TEST(RatioChange, ASharesChangeIsInPoints) {
  const std::string_view heading =
      "OPERATING EXPENSES\n\n(in millions)\n\n\tThree months ended June 30,\t\t\t\t\n"
      "\t2023\t\t2024\t\t% of Revenue YoY change\n\tRMB\t% of Revenue\tRMB\t% of Revenue\t\n";
  const std::string rows =
      "Cost of revenue\t6,400\t64%\t6,930\t63%\t(1)%\nSelling\t1,100\t11%\t1,210\t11%\t0%\n"
      "Research\t700\t7%\t660\t6%\t(1)%\nAdministration\t500\t5%\t440\t4%\t(1)%\nTotal\t8,700\t87%\t9,"
      "240\t84%\t";
  const std::string said = relations(std::string(heading) + rows + "(3)%\n", "ratio/change");
  EXPECT_NE(said.find("(1)%@8 points 63%@8 / 64%@8\n"), std::string::npos) << said;
  EXPECT_EQ(said.find("breaks"), std::string::npos) << said;
  EXPECT_NE(relations(std::string(heading) + rows + "(5)%\n", "ratio/change").find("breaks"),
            std::string::npos);
}

// Two rows a column say little; the columns of one table say it together.
TEST(RatioChange, TheColumnsOfATableOfFewRowsSayTogetherWhatTheyCompare) {
  const auto table = [](std::string_view last) {
    return "RECONCILIATION OF NON-GAAP MEASURES\n\n(in millions)\n\n\tQuarter ended June 30,\t\t\tSix months "
           "ended "
           "June 30,\t\t\n\t2024\t2023\tInc/(Dec)\t2024\t2023\tInc/(Dec)\n\tUSD\tUSD\t\tUSD\tUSD\t\n"
           "GAAP operating income\t3,104.1\t1,711.8\t81%\t5,636.5\t4,024.4\t40%\n"
           "Restructuring\t18.0\t882.7\t\t198.5\t1,009.8\t\n"
           "Non-GAAP operating income\t3,122.1\t2,594.5\t20%\t5,835.0\t5,034.2\t" +
           std::string(last) + "\n";
  };
  EXPECT_EQ(relations(table("16%"), "ratio/change"),
            "81%@8 change 3,104.1@8 / 1,711.8@8\n20%@10 change 3,122.1@10 / 2,594.5@10\n"
            "40%@8 change 5,636.5@8 / 4,024.4@8\n16%@10 change 5,835.0@10 / 5,034.2@10\n");
  EXPECT_NE(relations(table("61%"), "ratio/change").find("61%@10 change 5,835.0@10 / 5,034.2@10 breaks"),
            std::string::npos);
}

// Where the rows compare with one period or the other, both are tried for each.
TEST(RatioChange, TwoPeriodsMayExplainAColumnTogether) {
  const auto changes = [](std::string_view gross, std::string_view net) {
    return relations(
        "KEY FINANCIAL RESULTS\n\n(in thousands)\n\n\tFor the Three Months Ended\t\t\t\n"
        "\tMarch 31, 2025\tDecember 31, 2024\tMarch 31, 2024\t% Change\n\tRMB\tRMB\tRMB\t\n"
        "Revenues\t1,500\t1,600\t1,000\t50.0%\nGross profit\t240\t230\t120\t" +
            std::string(gross) + "\nNet income\t66\t60\t50\t" + std::string(net) + "\n",
        "ratio/change");
  };
  const std::string two = changes("4.3%", "23.0%");
  EXPECT_NE(two.find("4.3%@9 change 240@9 / 230@9\n"), std::string::npos) << two;
  EXPECT_NE(two.find("23.0%@10 change 66@10 / 50@10 breaks\n"), std::string::npos) << two;
  EXPECT_EQ(changes("3.4%", "23.0%"), "skip 5: its rows follow from no two printed periods\n");
}

}  // namespace
}  // namespace kcfin
