// ratio/per-share: income over shares, and a share against an ADS.
#include "filing_text.h"
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

std::string income(std::string_view rows, std::string_view before = "") {
  return std::string(before) +
         "UNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands, except for share and per share "
         "data)\n\n\tFor the six months ended June 30,\t\t\n\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n"
         "Revenues\t90,000\t95,000\t99,000\nOperating income\t7,000\t7,500\t7,900\n"
         "Income tax expense\t(1,000)\t(1,000)\t(1,000)\nNet income\t6,000\t6,500\t6,900\n" +
         std::string(rows);
}

TEST(RatioPerShare, IncomeOverTheAverageNumberOfShares) {
  EXPECT_EQ(
      relations(income("Weighted average number of ordinary shares, basic\t2,000,000\t2,100,000\t2,200,000\n"
                       "Net income per share, basic\t3.00\t3.10\t3.13\n"),
                "ratio/per-share"),
      "3.00@13 each 6,000@11 / 2,000,000@12\n3.10@13 each 6,500@11 / 2,100,000@12\n"
      "3.13@13 each 6,900@11 / 2,200,000@12 breaks\n");
}

// 6,900 thousand over 2,200,000 shares is 3.136...: 3.14 follows, 3.13 does not; the thousands' own rounding
// is too small to matter.
TEST(RatioPerShare, TheLastDecimalIsARounding) {
  EXPECT_EQ(
      relations(income("Weighted average number of ordinary shares, basic\t2,000,000\t2,100,000\t2,200,000\n"
                       "Net income per share, basic\t3.00\t3.10\t3.14\n"),
                "ratio/per-share"),
      "3.00@13 each 6,000@11 / 2,000,000@12\n3.10@13 each 6,500@11 / 2,100,000@12\n"
      "3.14@13 each 6,900@11 / 2,200,000@12\n");
}

// What is left for ordinary shareholders is the numerator, not net income.
TEST(RatioPerShare, TheIncomeOfOrdinaryShareholders) {
  EXPECT_EQ(
      relations(income("Accretion of redeemable preferred shares\t(600)\t(500)\t(300)\n"
                       "Net income attributable to ordinary shareholders\t5,400\t6,000\t6,600\n"
                       "Weighted average number of ordinary shares, basic\t2,000,000\t2,000,000\t2,000,000\n"
                       "Net income per share, basic\t2.70\t3.00\t3.30\n"),
                "ratio/per-share"),
      "2.70@15 each 5,400@13 / 2,000,000@14\n3.00@15 each 6,000@13 / 2,000,000@14\n"
      "3.30@15 each 6,600@13 / 2,000,000@14\n");
}

TEST(RatioPerShare, AnIncomeThatIsNotIdentifiedIsSkipped) {
  EXPECT_EQ(
      relations(income("Weighted average number of ordinary shares, basic\t2,000,000\t2,000,000\t2,000,000\n"
                       "Net income per share, basic\t2.70\t2.90\t3.10\n"),
                "ratio/per-share"),
      "skip 13: the income that it divides is not identified\n");
}

// Notes that dilute may add their interest to the income: without more evidence nothing is claimed.
TEST(RatioPerShare, DilutedIncomeMayBeAdjusted) {
  const std::string shares =
      "Weighted average number of ordinary shares, basic\t2,000,000\t2,000,000\t2,000,000\n"
      "Weighted average number of ordinary shares, diluted\t2,000,000\t2,000,000\t2,500,000\n"
      "Net income per share, basic\t3.00\t3.25\t3.45\n";
  EXPECT_EQ(
      relations(income(shares + "Net income per share, diluted\t3.00\t3.25\t2.80\n"), "ratio/per-share"),
      "3.00@14 each 6,000@11 / 2,000,000@12\n3.25@14 each 6,500@11 / 2,000,000@12\n"
      "3.45@14 each 6,900@11 / 2,000,000@12\n"
      "3.00@15 each 6,000@11 / 2,000,000@13\n3.25@15 each 6,500@11 / 2,000,000@13\n"
      "skip 15: the diluted income may be adjusted for what dilutes it\n");
}

// By a few per cent; by more it is wrong. 6,900 over 2,500 is 2.76.
TEST(RatioPerShare, AnAdjustmentOfDilutedIncomeIsSmall) {
  const auto last = [](std::string_view diluted) {
    const std::string said = relations(
        income("Weighted average number of ordinary shares, basic\t2,000,000\t2,000,000\t2,000,000\n"
               "Weighted average number of ordinary shares, diluted\t2,500,000\t2,500,000\t2,500,000\n"
               "Net income per share, basic\t3.00\t3.25\t3.45\nNet income per share, diluted\t2.40\t2.60\t" +
               std::string(diluted) + "\n"),
        "ratio/per-share");
    return said.substr(said.rfind('\n', said.size() - 2) + 1);
  };
  EXPECT_EQ(last("2.87"), "skip 15: the diluted income may be adjusted for what dilutes it\n");
  EXPECT_EQ(last("2.98"), "2.98@15 each 6,900@11 / 2,500,000@13 breaks\n");
}

constexpr std::string_view kAds = "Each ADS represents five ordinary shares of the Company.\n\n";

TEST(RatioPerShare, AnAdsIsSoManyShares) {
  const std::string rows =
      "Weighted average number of ordinary shares, basic\t2,000,000\t2,000,000\t2,000,000\n"
      "Net income per share, basic\t3.00\t3.25\t3.45\nNet income per ADS, basic\t15.00\t16.25\t17.52\n";
  EXPECT_EQ(relations(income(rows, kAds), "ratio/per-share"),
            "3.00@15 each 6,000@13 / 2,000,000@14\n3.25@15 each 6,500@13 / 2,000,000@14\n"
            "3.45@15 each 6,900@13 / 2,000,000@14\n"
            "15.00@16 each 6,000@13 / 2,000,000@14\n16.25@16 each 6,500@13 / 2,000,000@14\n"
            "17.52@16 each 6,900@13 / 2,000,000@14 breaks\n"
            "3.00@15 x rate = 15.00@16\n3.25@15 x rate = 16.25@16\n3.45@15 x rate = 17.52@16 breaks\n");
  EXPECT_EQ(relations(income(rows), "ratio/per-share"),
            "3.00@13 each 6,000@11 / 2,000,000@12\n3.25@13 each 6,500@11 / 2,000,000@12\n"
            "3.45@13 each 6,900@11 / 2,000,000@12\n"
            "skip 14: no average number of shares is printed for it\n"
            "skip 14: the number of shares to the ADS is not stated\n");
}

std::string both_counts(std::string_view shares, std::string_view adss) {
  return "Weighted average number of ordinary shares, basic\t" + std::string(shares) +
         "\nWeighted average number of ADSs, basic\t" + std::string(adss) +
         "\nNet income per share, basic\t3.00\t3.10\t3.14\nNet income per ADS, basic\t";
}

// Where nothing states how many shares an ADS has, the counts of both tell.
TEST(RatioPerShare, CountsTellHowManySharesAnAdsHas) {
  const std::string counts = both_counts("2,000,000\t2,100,000\t2,200,000", "400,000\t420,000\t440,000");
  const auto held = [](std::string_view last, std::string_view says) {
    return "3.00@14 each 6,000@11 / 2,000,000@12\n3.10@14 each 6,500@11 / 2,100,000@12\n"
           "3.14@14 each 6,900@11 / 2,200,000@12\n"
           "15.00@15 each 6,000@11 / 400,000@13\n15.48@15 each 6,500@11 / 420,000@13\n" +
           std::string(last) + "@15 each 6,900@11 / 440,000@13" + std::string(says) +
           "\n3.00@14 x rate = 15.00@15\n3.10@14 x rate = 15.48@15\n3.14@14 x rate = " + std::string(last) +
           "@15" + std::string(says) +
           "\n400,000@13 x rate = 2,000,000@12\n420,000@13 x rate = 2,100,000@12\n"
           "440,000@13 x rate = 2,200,000@12\n";
  };
  EXPECT_EQ(relations(income(counts + "15.00\t15.48\t15.68\n"), "ratio/per-share"), held("15.68", ""));
  EXPECT_EQ(relations(income(counts + "15.00\t15.48\t16.68\n"), "ratio/per-share"), held("16.68", " breaks"));
}

// One count that is repeated, or two cells, tell nothing; neither do counts that are no whole multiples.
TEST(RatioPerShare, TooFewCountsTellNothing) {
  const auto said = [](std::string_view shares, std::string_view adss, std::string_view amounts) {
    return relations(income(both_counts(shares, adss) + std::string(amounts) + "\n"), "ratio/per-share");
  };
  constexpr std::string_view kNotStated = "the number of shares to the ADS is not stated";
  EXPECT_TRUE(said("2,000,000\t2,000,000\t2,000,000", "400,000\t400,000\t400,000", "15.00\t15.48\t15.68")
                  .find(kNotStated) != std::string::npos);
  EXPECT_TRUE(said("2,000,000\t2,100,000\t2,200,000", "-\t-\t440,000", "-\t-\t15.68").find(kNotStated) !=
              std::string::npos);
  EXPECT_TRUE(said("2,000,000\t2,100,000\t2,200,000", "430,000\t455,000\t470,000", "13.95\t14.29\t14.68")
                  .find(kNotStated) != std::string::npos);
}

// Before its ADSs were listed an issuer had none: the dashes are no nil.
TEST(RatioPerShare, ADashBesideAnAmountPerShareWasLeftOpen) {
  const std::string said = relations(
      income(both_counts("2,000,000\t2,100,000\t2,200,000", "-\t2,100,000\t2,200,000") + "-\t3.10\t3.14\n"),
      "ratio/per-share");
  EXPECT_EQ(said.find("breaks"), std::string::npos) << said;
  EXPECT_NE(said.find("3.10@14 x rate = 3.10@15\n3.14@14 x rate = 3.14@15\n"), std::string::npos) << said;
}

// "Income after income taxes" is a profit too.
TEST(RatioPerShare, OfSeveralProfitsTheOneThatFits) {
  EXPECT_EQ(
      relations(
          income("Income after income taxes\t5,900\t6,400\t6,800\n"
                 "Profit from equity method investments\t200\t200\t200\nNet income\t6,100\t6,600\t7,000\n"
                 "Weighted average number of ordinary shares, basic\t2,000,000\t2,000,000\t2,000,000\n"
                 "Net income per share, basic\t3.05\t3.30\t3.50\n"),
          "ratio/per-share"),
      "3.05@16 each 6,100@14 / 2,000,000@15\n3.30@16 each 6,600@14 / 2,000,000@15\n"
      "3.50@16 each 7,000@14 / 2,000,000@15\n");
}

// 2.58 at 7.2672 is 0.355, printed 0.36; the income in dollars over the shares is 0.3548.
TEST(RatioPerShare, ATranslationOfARoundedFigureMayMissByAUnit) {
  const auto translated = [](std::string_view dollars) {
    return relations(
        "UNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands, except for share and per share "
        "data)\n\n\tFor the three months ended June 30,\t\t\n\t2023\t2024\t2024\n\tRMB\tRMB\tUS$\n"
        "Revenues\t9,000,000\t9,500,000\t1,307,244\nIncome tax expense\t(100,000)\t(100,000)\t(13,760)\n"
        "Net income\t600,000\t644,600\t88,700\n"
        "Weighted average number of shares, basic\t250,000,000\t250,000,000\t250,000,000\n"
        "Net income per share, basic\t2.40\t2.58\t" +
            std::string(dollars) +
            "\n\nTranslations were made at the rate of RMB7.2672 to US$1.00, the rate on June 30, 2024.\n",
        "ratio/per-share");
  };
  EXPECT_EQ(translated("0.36"),
            "2.40@12 each 600,000@10 / 250,000,000@11\n2.58@12 each 644,600@10 / 250,000,000@11\n");
  EXPECT_EQ(translated("0.35"),
            "2.40@12 each 600,000@10 / 250,000,000@11\n2.58@12 each 644,600@10 / 250,000,000@11\n"
            "0.35@12 each 88,700@10 / 250,000,000@11\n");
  EXPECT_EQ(translated("0.37"),
            "2.40@12 each 600,000@10 / 250,000,000@11\n2.58@12 each 644,600@10 / 250,000,000@11\n"
            "0.37@12 each 88,700@10 / 250,000,000@11 breaks\n");
}

// ---------------------------------------------------------------- in one table

// Class by class, of one period: no statement has the income that a class divides.
std::string classes(std::string_view basic) {
  const auto row = [](std::string_view label, std::initializer_list<std::string_view> cells) {
    std::string out = "<tr><td>" + std::string(label) + "</td>";
    for (const std::string_view cell : cells) out += "<td>" + std::string(cell) + "</td>";
    return out + "</tr>";
  };
  return "<html><body><p>Note 9: Net income per share</p><p>(in thousands, except per share "
         "amounts)</p><table>"
         "<tr><td></td><td colspan=2>Year ended December 31, 2024</td><td colspan=2>Year ended December 31, "
         "2023</td></tr><tr><td></td><td>Class A</td><td>Class B</td><td>Class A</td><td>Class B</td></tr>" +
         row("Basic net income per share:", {"", "", "", ""}) +
         row("Allocation of undistributed earnings", {"$61,200", "$8,160", "$52,500", "$7,350"}) +
         row("Number of shares used in per share computation", {"60,000", "8,000", "62,500", "8,750"}) +
         row("Basic net income per share", {"$1.02", "$1.02", "$0.84", basic}) + "</table></body></html>";
}

TEST(RatioPerShare, AClassDividesWhatItsOwnTableAllocates) {
  EXPECT_EQ(relations(classes("$0.84"), "ratio/per-share"),
            "$1.02@1 each $61,200@1 / 60,000@1\n$1.02@1 each $8,160@1 / 8,000@1\n"
            "$0.84@1 each $52,500@1 / 62,500@1\n$0.84@1 each $7,350@1 / 8,750@1\n");
}

TEST(RatioPerShare, OneClassThatDoesNotFollowBreaks) {
  EXPECT_EQ(relations(classes("$0.48"), "ratio/per-share"),
            "$1.02@1 each $61,200@1 / 60,000@1\n$1.02@1 each $8,160@1 / 8,000@1\n"
            "$0.84@1 each $52,500@1 / 62,500@1\n$0.48@1 each $7,350@1 / 8,750@1 breaks\n");
}

// The statement calls the owners' share by the company's name; what it means is known by its place.
TEST(RatioPerShare, TheIncomeOfTheCompanyByItsName) {
  const auto text = [](std::string_view last) {
    return income(
        "Less: Net income attributable to noncontrolling interests\t400\t500\t300\n"
        "Net income attributable to Heronway Labs\t5,600\t6,000\t6,600\n"
        "Weighted average number of ordinary shares, basic\t2,000,000\t2,000,000\t2,000,000\n"
        "Net income per share, basic\t2.80\t3.00\t" +
        std::string(last) + "\n");
  };
  EXPECT_EQ(relations(text("3.30"), "ratio/per-share"),
            "2.80@15 each 5,600@13 / 2,000,000@14\n3.00@15 each 6,000@13 / 2,000,000@14\n"
            "3.30@15 each 6,600@13 / 2,000,000@14\n");
  EXPECT_EQ(relations(text("3.20"), "ratio/per-share"),
            "2.80@15 each 5,600@13 / 2,000,000@14\n3.00@15 each 6,000@13 / 2,000,000@14\n"
            "3.20@15 each 6,600@13 / 2,000,000@14 breaks\n");
}

// A statement that says neither basic nor diluted: all columns must follow, or nothing is claimed, for what
// takes part in the income beside the shares is not said either.
TEST(RatioPerShare, NeitherBasicNorDiluted) {
  const auto text = [](std::string_view last) {
    return income(
        "Average number of shares outstanding\t2,000,000\t2,100,000\t2,200,000\n"
        "Earnings per share\t3.00\t3.10\t" +
        std::string(last) + "\n");
  };
  EXPECT_EQ(relations(text("3.14"), "ratio/per-share"),
            "3.00@13 each 6,000@11 / 2,000,000@12\n3.10@13 each 6,500@11 / 2,100,000@12\n"
            "3.14@13 each 6,900@11 / 2,200,000@12\n");
  EXPECT_EQ(relations(text("3.13"), "ratio/per-share"),
            "skip 13: its label says neither basic nor diluted\n");
}

// The header says what is counted, the rows below it only how.
TEST(RatioPerShare, CountsBelowTheirHeader) {
  const auto text = [](std::string_view last) {
    return "NOTE 7. EARNINGS PER SHARE\n\n(in thousands, except for share and per share data)\n\n"
           "\tFor the six months ended June 30,\t\n\t2023\t2024\n\tRMB\tRMB\n"
           "Undistributed earnings of the class\t6,500\t6,900\nWeighted average shares:\t\t\n"
           "Basic\t2,100,000\t2,200,000\nEarnings per share:\t\t\nBasic\t3.10\t" +
           std::string(last) + "\n";
  };
  EXPECT_EQ(relations(text("3.14"), "ratio/per-share"),
            "3.10@12 each 6,500@8 / 2,100,000@10\n3.14@12 each 6,900@8 / 2,200,000@10\n");
  EXPECT_EQ(relations(text("3.41"), "ratio/per-share"),
            "skip 12: the income that it divides is not identified\n");
}

// ---------------------------------------------------------------- per unit of what is produced

std::string per_ounce(std::string_view costs, std::string_view label = "Gold production (ounces)") {
  return "RECONCILIATION OF CASH COSTS\n\n(in thousands of US dollars)\n\n"
         "\tThree months ended June 30,\t\t\n\t2024\t2023\t2022\n\tUSD\tUSD\tUSD\n"
         "Production costs\t46,605\t41,526\t39,818\nInventory adjustment\t(4,203)\t(2,138)\t(1,090)\n"
         "Cash operating costs\t42,402\t39,388\t38,728\n" +
         std::string(label) + "\t41,533\t58,034\t60,115\nTotal cash costs (per ounce)\t" +
         std::string(costs) + "\n";
}

TEST(RatioPerShare, AnOunceCostsWhatStandsAboveIt) {
  EXPECT_EQ(relations(per_ounce("1,021\t679\t644"), "ratio/per-share"),
            "1,021@12 each 42,402@10 / 41,533@11\n679@12 each 39,388@10 / 58,034@11\n"
            "644@12 each 38,728@10 / 60,115@11\n");
  // One of three that does not follow is too many: nothing is claimed.
  EXPECT_EQ(relations(per_ounce("1,021\t679\t464"), "ratio/per-share"), "");
  // A unit beyond the rounding.
  EXPECT_EQ(relations(per_ounce("1,022\t679\t644"), "ratio/per-share"), "");
  // A nil column says nothing, and tonnes are no ounces.
  EXPECT_EQ(relations(per_ounce("1,021\t679\t-"), "ratio/per-share"),
            "1,021@12 each 42,402@10 / 41,533@11\n679@12 each 39,388@10 / 58,034@11\n");
  EXPECT_EQ(relations(per_ounce("1,021\t679\t644", "Ore milled (tonnes)"), "ratio/per-share"), "");
}

TEST(RatioPerShare, OfFourColumnsOneMayBreak) {
  EXPECT_EQ(relations("RECONCILIATION OF CASH COSTS\n\n(in thousands of US dollars)\n\n"
                      "\tYear ended December 31,\t\t\t\n\t2024\t2023\t2022\t2021\n\tUSD\tUSD\tUSD\tUSD\n"
                      "Minesite operating costs\t48,602\t44,787\t95,096\t88,782\n"
                      "Tonnes of ore milled (000's tonnes)\t656\t663\t1,305\t1,339\n"
                      "Minesite costs per tonne\t74\t68\t73\t96\n",
                      "ratio/per-share"),
            "74@10 each 48,602@8 / 656@9\n68@10 each 44,787@8 / 663@9\n73@10 each 95,096@8 / 1,305@9\n"
            "96@10 each 88,782@8 / 1,339@9 breaks\n");
}

// What is taken off in one quarter alone makes "net of by-products" another amount than the costs above.
TEST(PerUnit, AnAmountThatSaysMoreThanTheRowsAboveIsNotTheirs) {
  const auto checked = testing::check_text(
      "OPERATING RESULTS\n\n(in thousands of US dollars, except per ounce amounts)\n\n"
      "\tQ1 2024\tQ2 2024\tQ3 2024\tQ4 2024\n"
      "Total cash costs\t50,000\t51,000\t52,000\t54,500\nGold sold (ounces)\t50,000\t50,500\t51,000\t50,000\n"
      "Cash costs per ounce\t1,000\t1,010\t1,020\t1,090\n"
      "Cash costs per ounce, net of by-products\t1,000\t1,010\t1,020\t1,050\n");
  EXPECT_EQ(testing::summary(checked, Severity::warning), "");
}

// 9,100 over 2,000,000 is 4.55: the amount per ADS is twice the rounded amount per share, here by a filer who
// rounds before.
TEST(RatioPerShare, AnAmountPerAdsThatIsTheRoundedShareTimesTheRatioFollows) {
  const std::string rows =
      "Weighted average number of ordinary shares, basic\t2,100,000\t2,100,000\t2,100,000\n"
      "Net income per share, basic\t2.86\t3.10\t3.29\nNet income per ADS, basic\t5.71\t6.19\t";
  const std::string ratio = "Each ADS represents two ordinary shares.\n\n";
  EXPECT_EQ(relations(income(rows + "6.58\n", ratio), "ratio/per-share").find("breaks"), std::string::npos);
  EXPECT_NE(relations(income(rows + "6.68\n", ratio), "ratio/per-share").find("breaks"), std::string::npos);
}

TEST(RatioPerShare, TheRatioMayStandInAFootnoteThatIsLaidOutAsATable) {
  const auto filing = testing::filing_of(
      "<html><body><p>UNAUDITED STATEMENTS OF OPERATIONS</p><p>(RMB in thousands)</p><table><tr><td></td>"
      "<td>2023</td><td>2024</td></tr><tr><td>Revenues</td><td>9,500</td><td>9,900</td></tr>"
      "<tr><td>Net income</td><td>650</td><td>690</td></tr></table>"
      "<table><tr><td>5.</td><td>Each ADS represents two common shares.</td></tr></table></body></html>");
  EXPECT_EQ(filing.shares_per_ads.text(), "2");
}

}  // namespace
}  // namespace kcfin
