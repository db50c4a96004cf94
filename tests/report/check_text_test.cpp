// The findings as a person reads them.
#include <gtest/gtest.h>

#include "report/characters.h"
#include "report/made_up_filing.h"

namespace kcfin::testing {
namespace {

using report::check_text;
using report::CheckView;

TEST(CheckText, ShowsRootsWithWhatFollowsFromThem) {
  const MadeUp made_up;
  EXPECT_EQ(printed(*check_text({}), made_up.file),
            R"(error  translation/cell  lanting.txt:20:52
  US$8,031 thousand is not RMB185,135 thousand at 7.2513.
    20 │ Impairment of long-lived assets   -   185,135   8,031
       │                                                 ^^^^^
    statement      Reconciliation of “GAAP” and non-GAAP results
    column         2023 / US$
    period         2023-01-01 to 2023-06-30
    unit           USD thousand
    printed          8,031
    recomputed      25,531
    difference     -17,500
    equation       185,135 ÷ 7.2513 = 25,531
    suggestion     25,531; the printed 8,031 is the figure of “Interest expense”
                   on line 25.
    2 findings follow from it (printed → expected):
      22:50  translation/cell  Adjusted net loss, “as defi…  -117,819 → -100,317
      30:61  translation/cell  impairment of the server pa…       8.0 →     25.5

warning  footing/total  lanting.txt:22:40
  The total is one more than the sum of its parts.
    22 │ Adjusted net loss, “as defined”   (727,430)   (117,819)
       │                                   ^^^^^^^^^
    statement      Reconciliation of “GAAP” and non-GAAP results
    column         2023 / RMB
    period         2023-01-01 to 2023-06-30
    unit           RMB thousand
    printed        -727,430
    recomputed     -727,431
    difference            1
    equation       -1,107,093 + 43,106 + 151,422 + 185,135 = -727,430
    one of these figures is wrong, the most plausible first (printed → expected):
      22:40  Adjusted net loss, “as defined”  -727,430 → -727,431
      20:44  Impairment of long-lived assets   185,135 →  185,136

1 file: 1 error, 1 warning, 1 note; 6 of 7 figures checked
)");
}

TEST(CheckText, UsesTheRoomOfAWideTerminal) {
  const MadeUp made_up;
  const std::string text = printed(*check_text({.width = 200}), made_up.file);
  EXPECT_NE(text.find("      22:50  translation/cell  Adjusted net loss, “as defined”  -117,819 → -100,317  "
                      "USD thousand\n"
                      "      30:61  translation/cell  impairment of the server park         8.0 →     25.5  "
                      "USD million\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("      20:44  Impairment of long-lived assets   185,135 →  185,136  RMB 2023-01-01 to "
                      "2023-06-30\n"),
            std::string::npos)
      << text;
  EXPECT_NE(
      text.find("suggestion     25,531; the printed 8,031 is the figure of “Interest expense” on line 25.\n"),
      std::string::npos)
      << text;
}

TEST(CheckText, StaysWithinTheTerminal) {
  const MadeUp made_up;
  for (const std::size_t width : {60U, 80U, 100U, 132U, 200U}) {
    const std::string text = printed(*check_text({.everything = true, .width = width}), made_up.file);
    for (std::size_t start = 0; start < text.size();) {
      const std::size_t end = text.find('\n', start);
      const std::string line = text.substr(start, end - start);
      start = end + 1;
      // What is said in one line says so wherever it is cut.
      if (line.starts_with("1 file:") || line.starts_with("    one of these")) continue;
      EXPECT_LE(report::columns(line), width) << line;
    }
  }
}

TEST(CheckText, ShowsNotesWhenAskedTo) {
  const MadeUp made_up;
  const std::string hidden = printed(*check_text({}), made_up.file);
  EXPECT_EQ(hidden.find("note  "), std::string::npos);
  const std::string text = printed(*check_text({.notes = true}), made_up.file);
  EXPECT_NE(text.find("note  footing/total  lanting.txt:20:44\n"), std::string::npos) << text;
}

TEST(CheckText, ShowsEverythingFlat) {
  const MadeUp made_up;
  const std::string text = printed(*check_text({.everything = true}), made_up.file);
  EXPECT_NE(text.find(R"(error  translation/cell  lanting.txt:30:61
  US$8.0 million is not RMB185.1 million at 7.2513.
    30 │ …park came to RMB185.1 million (US$8.0 million), after none in the…
       │                                 ^^^^^^^^^^^^^^
    period         2023-01-01 to 2023-06-30
    unit           USD million
    printed          8.0
    recomputed      25.5
    difference     -17.5
    equation       185.1 ÷ 7.2513 = 25.5
    follows        from the finding at lanting.txt:20:52
)"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find("follow from it"), std::string::npos);
}

TEST(CheckText, ListsChecks) {
  const MadeUp made_up;
  const std::string text = printed(*check_text({.passed = true, .skipped = true}), made_up.file);
  EXPECT_NE(text.find("t1  Reconciliation of “GAAP” and non-GAAP results\n"
                      "passed  translation/cell  lanting.txt:22:50\n"
                      "  “Adjusted net loss, “as defined””, column “2023 / US$”\n"
                      "    -727,430 ÷ 7.2513 = -100,317\n"
                      "skipped  footing/total  lanting.txt:20:40\n"
                      "  “Impairment of long-lived assets”, column “2022 / RMB”\n"
                      "    no label says what is summed\n"
                      "\n"),
            std::string::npos)
      << text;
  EXPECT_TRUE(text.ends_with(
      "1 file: 1 error, 1 warning, 1 note; 6 of 7 figures checked; 1 check passed, 4 failed, 1 skipped\n"));
  const std::string skipped = printed(*check_text({.skipped = true}), made_up.file);
  EXPECT_EQ(skipped.find("passed  "), std::string::npos);
}

TEST(CheckText, ShowsTablesWithTheMarksOfTheirFigures) {
  const MadeUp made_up;
  const std::string text = printed(*check_text({.tables = true, .quiet = true}), made_up.file);
  EXPECT_NE(text.find(R"(t1  non-GAAP  lines 20–22
Reconciliation of “GAAP” and non-GAAP results
                                           2022        2023         2023
                                            RMB         RMB          US$
    19  Adjustments:
    20    Impairment of long-lived assets     – ·   185,135 ·      8,031 !
    22  Adjusted net loss, “as defined”            -727,430 $!  -117,819 $!
)"),
            std::string::npos)
      << text;
}

TEST(CheckText, ListsFiguresThatNothingHolds) {
  MadeUp made_up;
  made_up.file.checked.report.checks_of[0] = 0;
  const std::string text = printed(*check_text({.unchecked = true, .quiet = true}), made_up.file);
  EXPECT_NE(text.find("lanting.txt: 1 figure is held by no check\n"
                      "t1  Reconciliation of “GAAP” and non-GAAP results\n"
                      "  no label says what is summed\n"
                      "    20  -  t1.r2.c1  Impairment of long-lived asse…  to 2022-06-30, RMB thousand\n"),
            std::string::npos)
      << text;
}

TEST(CheckText, SumsUpWhatWasLookedAt) {
  const MadeUp made_up;
  const std::string text = printed(*check_text({.summary = true, .quiet = true}), made_up.file);
  EXPECT_NE(text.find("  balance sheet           –  none was found\n"), std::string::npos) << text;
  EXPECT_NE(
      text.find(
          "  non-GAAP                1        5       5       3         0                0             3\n"),
      std::string::npos)
      << text;
  EXPECT_NE(text.find("  rate RMB7.2513 for USD1 on 2023-06-30, line 12\n"), std::string::npos) << text;
}

TEST(CheckText, PrintsNothingOfASoundFilingWhenQuiet) {
  MadeUp made_up;
  made_up.file.checked.report = Report{};
  made_up.file.checked.report.figures = 7;
  made_up.file.checked.report.figures_checked = 7;
  EXPECT_EQ(printed(*check_text({.quiet = true}), made_up.file), "");
  EXPECT_EQ(printed(*check_text({}), made_up.file), "1 file: no findings; 7 of 7 figures checked\n");
}

TEST(CheckText, CountsKnownFindings) {
  MadeUp made_up;
  made_up.file.checked.report = Report{};
  made_up.file.known = 2;
  EXPECT_EQ(printed(*check_text({}), made_up.file), "1 file: no findings, 2 known; 0 of 0 figures checked\n");
}

TEST(CheckText, ColoursOnlyWhenAskedTo) {
  const MadeUp made_up;
  EXPECT_EQ(printed(*check_text({}), made_up.file).find('\x1b'), std::string::npos);
  const std::string text = printed(*check_text({.color = true}), made_up.file);
  EXPECT_TRUE(
      text.starts_with("\x1b[1;31merror\x1b[0m  translation/cell  \x1b[1mlanting.txt:20:52\x1b[0m\n"));
}

TEST(CheckText, ShowsARowThatAFindingIsAboutAsAWhole) {
  MadeUp made_up;
  Finding finding;
  finding.rule = rule("text/label");
  finding.severity = Severity::warning;
  finding.message = "the rows of the table have lost their labels";
  finding.table = 0;
  finding.at = {22, 1};
  made_up.file.checked.report.findings = {finding};
  EXPECT_TRUE(printed(*check_text({.quiet = true}), made_up.file)
                  .starts_with("warning  text/label  lanting.txt:22:1\n"
                               "  the rows of the table have lost their labels\n"
                               "    22 │ Adjusted net loss, “as defined”   (727,430)   (117,819)\n"
                               "    statement      Reconciliation of “GAAP” and non-GAAP results\n"
                               "\n"));
}

TEST(CheckText, MarksTheCellsThatItLeavesOutOfARow) {
  const MadeUp made_up;
  const std::string text = printed(*check_text({.width = 40}), made_up.file);
  EXPECT_NE(text.find("    20 │ Impairment of long…   …   8,031\n"), std::string::npos) << text;
}

TEST(CheckText, NeverSendsTheFilingsControls) {
  MadeUp made_up;
  made_up.file.name = "a\x1b]0;x\x07.txt";
  Finding& finding = made_up.file.checked.report.findings[0];
  finding.message = finding.label = finding.suggestion = finding.equation =
      "\x1b[2J\u202E ::error::x ##[error]y";
  finding.expected.reset();
  made_up.file.checked.filing.tables[0].rows[1].label = "\x1b[2J";
  made_up.file.checked.filing.figures[2].raw = "8,\x1b[8m031";
  const std::string text = printed(*check_text({.everything = true}), made_up.file);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_EQ(text.find("\u202E"), std::string::npos);
  EXPECT_EQ(text.find("##["), std::string::npos);
  EXPECT_EQ(text.find(" ::error"), std::string::npos);
}

}  // namespace
}  // namespace kcfin::testing
