// Amounts in sentences with the mark of a footnote in front; and amounts that are merely wrong.
#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::summary;

Checked sentence(std::string_view amounts) {
  return check_text(
      "The translations were made at the rate of RMB7.2000 to US$1.00, the noon buying rate on June 30, "
      "2024.\n\nRestructuring cost " +
      std::string(amounts) +
      " in the first half of 2024.\n\nUNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n"
      "(All amounts in thousands)\n\n\tFor the six months ended June 30,\t\t\n\t2023\t2024\t2024\n"
      "\tRMB\tRMB\tUS$\nRevenues:\t\t\t\nAds\t5,033\t10,080\t1,400\nGames\t3,600\t7,200\t1,000\n"
      "Total revenues\t8,633\t17,280\t2,400\n");
}

TEST(FootnoteMark, IsTakenOffWhereTheTranslationHoldsWithoutIt) {
  for (const std::string_view amounts :
       {"RMB1,414.1 million (US$1196.4 million)", "RMB14.4 million (US$12.0 million)",
        "RMB1129.6 million (US$18.0 million)"}) {
    const Checked checked = sentence(amounts);
    // A slip of the author's looks the same where the form is sound.
    const std::string severity = amounts.find("12.0") == std::string_view::npos ? "note" : "warning";
    EXPECT_EQ(summary(checked), severity + " text/number line 3\n") << amounts;
    int repaired = 0;
    for (const Figure& figure : checked.filing.figures) repaired += figure.status == Status::repaired ? 1 : 0;
    EXPECT_EQ(repaired, 1) << amounts;
  }
}

TEST(FootnoteMark, MayBeTheLastDigitOfAnAmountPerShare) {
  const auto per_share = [](std::string_view dollars, std::string_view amount = "0.50") {
    return check_text(
        "The translations were made at the rate of RMB7.2000 to US$1.00, the noon buying rate on June 30, "
        "2024.\n\nEarnings per ADS were RMB" +
        std::string(amount) + " (US$" + std::string(dollars) +
        ") in the first half of 2024.\n\nUNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF "
        "OPERATIONS\n\n(All amounts in thousands)\n\n\tFor the six months ended June 30,\t\t\n\t2023\t2024"
        "\t2024\n\tRMB\tRMB\tUS$\nRevenues:\t\t\t\nAds\t5,033\t10,080\t1,400\nGames\t3,600\t7,200\t1,000\n"
        "Total revenues\t8,633\t17,280\t2,400\n");
  };
  EXPECT_EQ(summary(per_share("0.071")), "note text/number line 3\n");
  EXPECT_EQ(summary(per_share("0.069")), "");  // exact to a tenth of a cent
  EXPECT_EQ(summary(per_share("0.07")), "");
  EXPECT_NE(summary(per_share("0.091")), "note text/number line 3\n");
  // Where amounts are printed so finely it is wrong: 0.502 at 7.2 is 0.070.
  EXPECT_EQ(summary(per_share("0.073", "0.502")).find("text/number"), std::string::npos);
  EXPECT_NE(summary(per_share("0.073", "0.502")), "");
  EXPECT_EQ(summary(per_share("0.070", "0.502")), "");
}

TEST(FootnoteMark, AWrongAmountIsNone) {
  EXPECT_EQ(summary(sentence("RMB1,414.1 million (US$206.4 million)")),
            "error translation/prose line 3 printed 206.4 expected 196.4\n");
  EXPECT_EQ(summary(sentence("RMB1,414.1 million (US$196.4 million)")), "");
}

}  // namespace
}  // namespace kcfin
