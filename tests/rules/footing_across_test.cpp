// footing/across: the total column of a row against the columns that it sums.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

std::string segments(std::string_view rows) {
  return "<html><body><p>SEGMENT INFORMATION</p><p>(RMB in thousands)</p><table>"
         "<tr><td></td><td colspan=4>Six months ended June 30, 2024</td></tr>"
         "<tr><td></td><td>Retail</td><td>Wholesale</td><td>Eliminations</td><td>Consolidated</td></tr>" +
         std::string(rows) + "</table></body></html>";
}

std::string row(std::string_view label, std::initializer_list<std::string_view> cells) {
  std::string out = "<tr><td>" + std::string(label) + "</td>";
  for (const std::string_view cell : cells) out += "<td>" + std::string(cell) + "</td>";
  return out + "</tr>";
}

// Equations of the rule, and of these the broken ones.
struct Made {
  int all = 0, broken = 0;
};
Made made(const std::string& text) {
  Made out;
  const std::string said = relations(text, "footing/across");
  for (std::size_t at = 0; at < said.size();) {
    const std::size_t end = said.find('\n', at);
    const std::string line = said.substr(at, end - at);
    if (!line.starts_with("skip")) ++out.all;
    if (line.ends_with("breaks")) ++out.broken;
    at = end + 1;
  }
  return out;
}

const std::string kRevenue = row("Revenue from customers", {"212,406", "118,330", "-", "330,736"});
const std::string kInternal = row("Inter-segment revenue", {"-", "14,206", "(14,206)", "-"});
const std::string kCost = row("Cost of revenue", {"(131,870)", "(94,226)", "13,880", "(212,216)"});

TEST(FootingAcross, EliminationsAreOneOfTheColumns) {
  const Made found = made(segments(kRevenue + kInternal + kCost));
  EXPECT_EQ(found.all, 3);
  EXPECT_EQ(found.broken, 0);
}

TEST(FootingAcross, OneRowThatDoesNotAddUpBreaks) {
  const Made found = made(
      segments(kRevenue + kInternal + kCost + row("Expenses", {"(48,340)", "(19,105)", "636", "(68,809)"})));
  EXPECT_EQ(found.all, 4);
  EXPECT_EQ(found.broken, 1);
}

// "Ordinary shares" heads what was paid in for them, or how many there are: what most rows bear out is read.
TEST(FootingAcross, AColumnOfSharesHoldsAmountsWhereTheyAddUp) {
  const auto equity = [](std::string_view opening, std::string_view issued, std::string_view closing,
                         int paid_in = 0) {
    const auto told = [&](int amount) { return std::to_string(amount + paid_in); };
    return made(
        "<html><body><p>STATEMENTS OF CHANGES IN EQUITY</p><p>(EUR in millions)</p><table>"
        "<tr><td></td><td>Ordinary shares</td><td>Paid-in capital</td><td>Retained earnings</td>"
        "<td>Total equity</td></tr>" +
        row("Balance as of June 30, 2022", {opening, told(432), "3,459", "3,892"}) +
        row("Net loss", {"-", "-", "(317)", "(317)"}) +
        row("Share-based compensation", {"-", "45", "-", "45"}) +
        row("Issuance of ordinary shares", {issued, paid_in == 0 ? "(107)" : "(104)", "-", "(104)"}) +
        row("Balance as of March 31, 2023", {closing, paid_in == 0 ? "370" : "374", "3,142", "3,516"}) +
        "</table></body></html>");
  };
  EXPECT_EQ(equity("1", "3", "4").all, 5);
  EXPECT_EQ(equity("1", "3", "4").broken, 0);
  EXPECT_EQ(equity("1", "30", "4").broken, 1);
  EXPECT_EQ(equity("1,210,306", "14,118", "1,224,424", 1).all, 5);
  EXPECT_EQ(equity("1,210,306", "14,118", "1,224,424", 1).broken, 0);
}

// Of two rows the one bears the reading out, and the other may miss by a slip.
TEST(FootingAcross, OfTwoRowsOneMayMissByASlip) {
  const auto with = [](std::string_view total) {
    return made(segments(kRevenue + row("Cost of revenue", {"(131,870)", "(94,226)", "13,880", total})));
  };
  EXPECT_EQ(with("(212,126)").broken, 1);
  EXPECT_EQ(with("(260,417)").all, 0);
}

// Three figures, each rounded: two units are within, three are not.
TEST(FootingAcross, RoundingsAreAllowedFor) {
  EXPECT_EQ(made(segments(kRevenue + kInternal + kCost + row("Other", {"411", "322", "10", "745"}))).broken,
            0);
  EXPECT_EQ(made(segments(kRevenue + kInternal + kCost + row("Other", {"411", "322", "10", "746"}))).broken,
            1);
}

// Without a heading that names a total nothing is added, whatever adds up.
TEST(FootingAcross, NoHeadingNamesATotal) {
  std::string text = segments(kRevenue + kInternal + kCost);
  text.replace(text.find("Consolidated"), 12, "Holding x y ");
  EXPECT_EQ(made(text).all, 0);
}

// Rows that are per cent, or whose total stands alone, are no sums.
TEST(FootingAcross, PercentagesAreNotAdded) {
  EXPECT_EQ(
      made(segments(kRevenue + kInternal + kCost + row("Margin", {"37.9%", "28.9%", "-", "35.8%"}))).all, 3);
}

TEST(FootingAcross, ReportedAndAdjustmentsAreRestated) {
  const std::string text =
      "<html><body><p>CONSOLIDATED STATEMENTS OF INCOME</p><p>(RMB in thousands)</p><table>"
      "<tr><td></td><td colspan=3>Year ended December 31, 2023</td></tr>"
      "<tr><td></td><td>As previously reported</td><td>Adjustments</td><td>As restated</td></tr>" +
      row("Revenues", {"842,115", "(18,420)", "823,695"}) +
      row("Cost of revenues", {"(501,260)", "9,118", "(492,142)"}) +
      row("Gross profit", {"340,855", "(9,302)", "331,553"}) +
      row("Income tax", {"(21,890)", "2,316", "(19,547)"}) + "</table></body></html>";
  const Made found = made(text);
  EXPECT_EQ(found.all, 4);
  EXPECT_EQ(found.broken, 1);
}

// ---------------------------------------------------------------- changes in percent

std::string changes(std::string_view rows) {
  return "<html><body><p>NET SALES</p><p>(USD in millions)</p><table>"
         "<tr><td></td><td colspan=2>Year ended December 31,</td><td>Total Change</td><td>Operations "
         "Change</td>"
         "<td>Currency "
         "Change</td></tr><tr><td></td><td>2024</td><td>2023</td><td></td><td></td><td></td></tr>" +
         std::string(rows) + "</table></body></html>";
}

const std::string kDevices = row("Devices", {"1,066", "1,000", "6.6%", "7.1%", "(0.5)%"}) +
                             row("Implants", {"785", "1,000", "(21.5)%", "(20.7)%", "(0.8)%"}) +
                             row("Sutures", {"2,012", "2,000", "0.6%", "2.4%", "(1.8)%"});

TEST(FootingAcross, AChangeIsItsOperationsAndItsCurrency) {
  EXPECT_EQ(made(changes(kDevices + row("Robots", {"1,117", "1,000", "11.7%", "11.9%", "(0.2)%"}))).broken,
            0);
  EXPECT_EQ(made(changes(kDevices + row("Robots", {"1,117", "1,000", "11.7%", "11.9%", "(0.2)%"}))).all, 4);
  // Three rounded percentages may be off by 0.15 together.
  EXPECT_EQ(made(changes(kDevices + row("Robots", {"1,117", "1,000", "11.7%", "11.9%", "(0.1)%"}))).broken,
            0);
  EXPECT_EQ(made(changes(kDevices + row("Robots", {"1,117", "1,000", "11.7%", "11.9%", "(2.0)%"}))).broken,
            1);
}

// The total may be the growth that is reported, and one of the parts what is left over.
TEST(FootingAcross, GrowthIsVolumePriceCurrencyAndWhatElseThereIs) {
  const std::string head =
      "<html><body><p>NET SALES</p><p>(USD in millions)</p><table><tr><td></td><td colspan=5>Year ended "
      "December "
      "31, 2024</td></tr><tr><td></td><td>Volume</td><td>Pricing</td><td>Foreign Exchange</td><td>Other</td>"
      "<td>Net Sales Growth</td></tr>";
  const std::string rows = row("Beauty", {"2.0%", "4.5%", "(1.5)%", "0.5%", "5.5%"}) +
                           row("Grooming", {"(1.0)%", "9.0%", "(4.0)%", "-%", "4.0%"}) +
                           row("Home", {"(2.0)%", "5.0%", "0.5%", "-%", "3.5%"});
  // Five figures, each rounded: a quarter of a point is within, three tenths are not.
  const auto with_total = [&](std::string_view total) {
    return made(head + rows + row("Total", {"1.0%", "5.0%", "(2.0)%", "0.5%", total}) + "</table>");
  };
  EXPECT_EQ(with_total("4.7%").all, 4);
  EXPECT_EQ(with_total("4.7%").broken, 0);
  EXPECT_EQ(with_total("4.8%").broken, 1);
}

// ---------------------------------------------------------------- columns that lost their names

std::string nameless(std::string_view last) {
  const std::string period = "<td>Year ended December 31, 2024</td>";
  return "<html><body><p>RESTATED FINANCIAL INFORMATION</p><p>(EUR in millions)</p><table><tr><td></td>" +
         period + period + period + period + "</tr>" + row("Net sales", {"5,174", "(160)", "-", "5,014"}) +
         row("Other revenues", {"606", "(65)", "(25)", "516"}) +
         row("Gross profit", {"3,642", "(174)", "(5)", "3,463"}) +
         row("EBIT", {"1,480", "(82)", "(60)", last}) + row("EBITDA", {"1,575", "(82)", "(60)", "1,434"}) +
         "</table></body></html>";
}

TEST(FootingAcross, TheLastOfNamelessColumnsIsWhatTheOthersMakeUp) {
  EXPECT_EQ(made(nameless("1,338")).all, 5);
  EXPECT_EQ(made(nameless("1,338")).broken, 0);
  // Four amounts stand for half a million each.
  EXPECT_EQ(made(nameless("1,340")).broken, 0);
  EXPECT_EQ(made(nameless("1,341")).broken, 1);
  EXPECT_EQ(made(nameless("1,833")).broken, 1);
}

TEST(FootingAcross, ColumnsWithoutNamesThatDoNotAddUpAreNotRead) {
  const std::string period = "<td>Year ended December 31, 2024</td>";
  EXPECT_EQ(
      made("<html><body><p>SEGMENT INFORMATION</p><p>(EUR in millions)</p><table><tr><td></td>" + period +
           period + period + "</tr>" + row("Net sales", {"5,174", "160", "5,014"}) +
           row("Other revenues", {"606", "65", "541"}) + row("Gross profit", {"3,642", "174", "3,463"}) +
           row("EBIT", {"1,480", "82", "1,338"}) + "</table></body></html>")
          .all,
      0);
}

// ---------------------------------------------------------------- levels of fair values

std::string fair_values(std::string_view corporate) {
  return "<html><body><p>FAIR VALUES</p><p>(USD in millions)</p><table>"
         "<tr><td></td><td colspan=4>June 30, 2024</td></tr>"
         "<tr><td></td><td>Level 1</td><td>Level 2</td><td>Level 3</td><td>Total</td></tr>" +
         row("Government securities", {"39", "60", "-", "99"}) +
         row("Corporate securities", {"-", "180", "-", corporate}) +
         row("Equity securities", {"462", "-", "-", "462"}) + row("Derivatives", {"-", "105", "-", "105"}) +
         "</table></body></html>";
}

// Their headings say what they make up, though most rows stand in one alone.
TEST(FootingAcross, LevelsOfFairValuesMakeUpTheirTotal) {
  const Made found = made(fair_values("180"));
  EXPECT_EQ(found.all, 4);
  EXPECT_EQ(found.broken, 0);
}

TEST(FootingAcross, AFairValueThatItsLevelsDoNotMakeUpBreaks) {
  const Made found = made(fair_values("189"));
  EXPECT_EQ(found.all, 4);
  EXPECT_EQ(found.broken, 1);
}

// What they are carried at beside them may be another amount.
TEST(FootingAcross, LevelsDoNotMakeUpACarryingAmount) {
  const auto carried = [](std::string_view total) {
    return made(
        "<html><body><p>FAIR VALUES</p><p>(USD in millions)</p><table><tr><td></td><td>Level 1</td><td>Level "
        "2</td>"
        "<td>Level 3</td><td>" +
        std::string(total) + "</td></tr>" + row("Government securities", {"39", "-", "-", "39"}) +
        row("Corporate securities", {"-", "180", "-", "180"}) + row("Term loan", {"-", "513", "-", "510"}) +
        row("Equity securities", {"462", "-", "-", "462"}) + row("Derivatives", {"-", "105", "-", "105"}) +
        row("Convertible notes", {"-", "310", "-", "310"}) + "</table></body></html>");
  };
  EXPECT_EQ(carried("Carrying amount").broken, 0);
  EXPECT_EQ(carried("Total fair value").broken, 1);
}

// Each level is rounded on its own.
TEST(FootingAcross, TheLevelsOfAFairValueAreRounded) { EXPECT_EQ(made(fair_values("181")).broken, 0); }

}  // namespace
}  // namespace kcfin
