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
  comparatives.add("then.txt", earlier.filing);
  comparatives.hold(now.filing, now.report);
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
  comparatives.add("then.txt", check_text(kThen).filing);
  comparatives.hold(now.filing, now.report);
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

}  // namespace
}  // namespace kcfin
