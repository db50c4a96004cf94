// tie/comparative: a later filing's comparatives against what an earlier one reported.
#include <gtest/gtest.h>

#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::rule_of;

// Operating expenses of two half years, as a filing of the later one prints them.
std::string filing(std::string_view years, std::string_view rows) {
  return "Sample Holdings Limited\n\n(Exact Name of Registrant as Specified in Its Charter)\n\n"
         "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n"
         "\tFor the six months ended June 30,\t\n" +
         std::string(years) + "\tRMB\tRMB\nOperating expenses:\t\t\n" + std::string(rows);
}

const std::string kThen = filing(
    "\t2022\t2023\n",
    "General and administrative expenses\t(500)\t(735)\nResearch and development expenses\t(400)\t(409)\n"
    "Total operating expenses\t(900)\t(1,144)\n");

// Messages of tie/comparative for the second filing held against the first.
std::string held_against(const std::string& later) {
  const Checked earlier = check_text(kThen);
  Checked now = check_text(later);
  Comparatives comparatives;
  comparatives.add("then.txt", earlier.filing, Comparatives::lines_of(earlier.filing));
  comparatives.hold(now.filing, Comparatives::lines_of(now.filing), now.report);
  std::string out;
  for (const Finding& finding : now.report.findings) {
    if (rule_of(finding) == "tie/comparative")
      out += std::string(name(finding.severity)) + ": " + finding.message + "\n";
  }
  return out;
}

TEST(Comparative, EqualFiguresAreCountedAsChecks) {
  const std::string later = filing(
      "\t2023\t2024\n",
      "General and administrative expenses\t(735)\t(800)\nResearch and development expenses\t(409)\t(500)\n"
      "Total operating expenses\t(1,144)\t(1,300)\n");
  Checked now = check_text(later);
  const std::uint32_t before = now.report.passed;
  Comparatives comparatives;
  const Checked then = check_text(kThen);
  comparatives.add("then.txt", then.filing, Comparatives::lines_of(then.filing));
  comparatives.hold(now.filing, Comparatives::lines_of(now.filing), now.report);
  EXPECT_EQ(now.report.passed, before + 3);
  EXPECT_EQ(held_against(later), "");
}

TEST(Comparative, ANewLineThatTakesUpTheDifferenceIsAReclassification) {
  EXPECT_EQ(held_against(filing(
                "\t2023\t2024\n",
                "General and administrative expenses\t(550)\t(800)\nResearch and development "
                "expenses\t(409)\t(500)\n"
                "Impairment of long-lived assets\t(185)\t-\nTotal operating expenses\t(1,144)\t(1,300)\n")),
            "note: \u201cGeneral and administrative expenses\u201d, RMB, six months to 2023-06-30: printed "
            "-550, reported as -735 in then.txt:13: another line of its "
            "section takes up the difference, a reclassification\n");
}

TEST(Comparative, ADifferenceThatNothingTakesUpIsARestatement) {
  EXPECT_EQ(held_against(filing("\t2023\t2024\n",
                                "General and administrative expenses\t(700)\t(800)\nResearch and development "
                                "expenses\t(409)\t(500)\n"
                                "Total operating expenses\t(1,109)\t(1,300)\n")),
            "warning: \u201cGeneral and administrative expenses\u201d, RMB, six months to 2023-06-30: "
            "printed -700, reported as -735 in then.txt:13\n"
            "warning: \u201cTotal operating expenses\u201d, RMB, six months to 2023-06-30: printed -1,109, "
            "reported as -1,144 in then.txt:15\n");
}

TEST(Comparative, OneUnitApartIsANote) {
  EXPECT_EQ(held_against(filing("\t2023\t2024\n",
                                "General and administrative expenses\t(736)\t(800)\nResearch and development "
                                "expenses\t(409)\t(500)\n"
                                "Total operating expenses\t(1,145)\t(1,300)\n")),
            "note: \u201cGeneral and administrative expenses\u201d, RMB, six months to 2023-06-30: printed "
            "-736, reported as -735 in then.txt:13: one unit apart\n"
            "note: \u201cTotal operating expenses\u201d, RMB, six months to 2023-06-30: printed -1,145, "
            "reported as -1,144 in then.txt:15: one unit apart\n");
}

TEST(Comparative, AnotherIssuersFiguresAreNotCompared) {
  std::string other = filing("\t2023\t2024\n",
                             "General and administrative expenses\t(700)\t(800)\nResearch and development "
                             "expenses\t(409)\t(500)\nTotal operating expenses\t(1,109)\t(1,300)\n");
  other.replace(0, 6, "Other ");
  EXPECT_EQ(held_against(other), "");
}

std::string comparatives_of(const std::string& then, const std::string& now) {
  const Checked earlier = check_text(then);
  Checked later = check_text(now);
  Comparatives comparatives;
  comparatives.add("then.txt", earlier.filing, Comparatives::lines_of(earlier.filing));
  comparatives.hold(later.filing, Comparatives::lines_of(later.filing), later.report);
  std::string out;
  for (const Finding& finding : later.report.findings) {
    if (rule_of(finding) == "tie/comparative")
      out += std::string(name(finding.severity)) + ": " + finding.message + "\n";
  }
  return out;
}

std::string with_ratio(const std::string& sentences) {
  return filing("\t2022\t2023\n", "Research and development expenses\t(400)\t(409)\n") + "\n" + sentences +
         "\n";
}

TEST(ComparativeRatio, AnotherDefinitionIsSaid) {
  EXPECT_EQ(
      comparatives_of(
          with_ratio(
              "Gearing ratio is calculated by dividing total borrowings by total equity and multiplied "
              "by 100%. As of December 31, 2022, our gearing ratio was 54.1%."),
          with_ratio(
              "Our gearing ratio, representing total liabilities divided by total assets, was 61.5% as "
              "of June 30, 2023, compared with 60.2% as of December 31, 2022.")),
      "note: \u201cgearing ratio\u201d, at 2022-12-31: printed 60.2, reported as 54.1 in then.txt:15: its "
      "definition changed from \u201ctotal borrowings / total equity\u201d to \u201ctotal liabilities / "
      "total "
      "assets\u201d\n");
}

TEST(ComparativeRatio, TheSameDefinitionMakesItARestatement) {
  const auto sentence = [](const char* percent) {
    return with_ratio(
        "Gearing ratio is calculated by dividing total borrowings by total equity. As of December "
        "31, 2022, our gearing ratio was " +
        std::string(percent) + ".");
  };
  EXPECT_EQ(comparatives_of(sentence("54.1%"), sentence("54.1%")), "");
  EXPECT_EQ(
      comparatives_of(sentence("54.1%"), sentence("55.1%")),
      "warning: \u201cgearing ratio\u201d, at 2022-12-31: printed 55.1, reported as 54.1 in then.txt:15\n");
}

// Expenses of two periods, in a filing of their own.
std::string over(const std::string& heading, const std::string& selling) {
  return "Sample Holdings Limited\n\n(Exact Name of Registrant as Specified in Its Charter)\n\n"
         "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n\t" +
         heading + "\n\tRMB\tRMB\nOperating expenses:\t\t\nSelling expenses\t" + selling +
         "\nResearch and development expenses\t-\t-\nTotal operating expenses\t" + selling + "\n";
}

TEST(ComparativeSum, QuartersOfOneFilingMakeUpTheHalfYearOfAnother) {
  const std::string quarters =
      over("For the Three Months Ended\t\n\tMarch 31,\tJune 30,\n\t2023\t2023", "(2,104)\t(2,206)");
  const auto half = [](const char* amounts) {
    return over("For the six months ended June 30,\t\n\t2022\t2023", amounts);
  };
  EXPECT_EQ(comparatives_of(quarters, half("(3,990)\t(4,310)")), "");
  EXPECT_EQ(comparatives_of(quarters, half("(3,990)\t(4,311)")), "");
  EXPECT_NE(
      comparatives_of(quarters, half("(3,990)\t(4,410)"))
          .find("note: \u201cSelling expenses\u201d, RMB, six months to 2023-06-30: with -2,104 "
                "(then.txt:14) + -2,206 (then.txt:14) = -4,310, but the whole period is given as -4,410 "
                "(line 13): an earlier period was restated or reclassified since"),
      std::string::npos);
}

}  // namespace
}  // namespace kcfin
