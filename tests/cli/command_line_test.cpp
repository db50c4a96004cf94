// The command line: help, version, rules, and what is said of a slip of the fingers.
#include <fmt/format.h>

#include "cli/program.h"
#include "kcfin/finding.h"

namespace kcfin::testing {
namespace {

void wrong(const std::vector<std::string>& arguments, const std::string& message) {
  const Ended ended = run(arguments);
  EXPECT_EQ(ended.err, "kcfin: " + message + "\n");
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.code, 2);
}

TEST(CommandLine, NothingGiven) { wrong({}, "no command is given (see kcfin --help)"); }

TEST(CommandLine, UnknownCommand) {
  wrong({"chekc", "a.txt"}, "unknown command chekc; did you mean check?");
  wrong({"frobnicate"}, "unknown command frobnicate (see kcfin --help)");
  wrong({"--frob"}, "unknown option --frob (see kcfin --help)");
}

TEST(CommandLine, UnknownOption) {
  wrong({"check", "--fromat", "json", "a.txt"}, "check: unknown option --fromat; did you mean --format?");
  wrong({"check", "--fromat=json", "a.txt"}, "check: unknown option --fromat; did you mean --format?");
  wrong({"facts", "--color", "never", "a.txt"}, "facts: unknown option --color (see kcfin facts --help)");
}

TEST(CommandLine, WrongValue) {
  wrong({"check", "--format", "jsn", "a.txt"},
        "--format jsn: not one of text, json, ndjson, sarif, junit, github, gitlab, markdown, html; did you "
        "mean json?");
  wrong({"facts", "--format", "json", "a.txt"},
        "--format json: not one of csv, ndjson; did you mean ndjson?");
  wrong({"check", "--fail-on", "fatal", "a.txt"}, "--fail-on fatal: not one of error, warning, note, never");
  wrong({"check", "--show", "passed,skiped", "a.txt"},
        "--show passed,skiped: not one of passed, skipped, notes, tables, unchecked, known, all; did you "
        "mean skipped?");
  wrong({"check", "--jobs", "0", "a.txt"}, "--jobs 0: not a whole number from 1 to 1024");
  wrong({"check", "--jobs", "-1", "a.txt"}, "--jobs -1: not a whole number from 1 to 1024");
  wrong({"check", "--max-bytes", "5MB", "a.txt"},
        "--max-bytes 5MB: not a whole number from 1 to 1099511627776");
  wrong({"check", "--report", "sarif", "a.txt"}, "--report sarif: not of the form FORMAT=FILE");
  wrong({"check", "--report", "srif=a.sarif", "a.txt"},
        "--report srif=a.sarif: no such format; did you mean sarif?");
}

TEST(CommandLine, MissingOperand) {
  wrong({"check"}, "check: no file is named (see kcfin check --help)");
  wrong({"explain"}, "explain: no rule is named (see kcfin explain --help)");
  wrong({"check", "--against", "old.txt", "new.txt"},
        "check: no file is named (--against took the rest; name the files first, or end its list with --)");
  wrong({"rules", "footing"}, "rules: takes no footing");
  wrong({"explain", "text/cell", "text/row"}, "explain: takes one rule");
}

TEST(CommandLine, MissingValue) {
  wrong({"check", "a.txt", "--format"}, "check: --format needs a value (FORMAT)");
}

TEST(CommandLine, WhatFollowsTwoDashesIsAFile) {
  wrong({"check", "--", "--format"}, "--format: no such file or directory");
  wrong({"check", "--against", "a.txt", "--", "b.txt"}, "a.txt: no such file or directory");
  wrong({"check", "--", "-"}, "-: empty file");
  wrong({"check", "--fromat", "--", "b.txt"}, "check: unknown option --fromat; did you mean --format?");
}

TEST(CommandLine, Version) {
  const Ended ended = run({"--version"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, "");
  EXPECT_TRUE(ended.out.starts_with("kcfin ")) << ended.out;
  for (const char* part : {"built with ", "C++20", "CLI11 ", "fmt ", "gumbo ", "nettle ", "nlohmann_json ",
                           "RE2 ", "toml++ ", "zlib "}) {
    EXPECT_NE(ended.out.find(part), std::string::npos) << part << " in " << ended.out;
  }
}

TEST(CommandLine, HelpFitsEightyColumns) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--help"},
                                                    {"check", "--help"},
                                                    {"extract", "-h"},
                                                    {"facts", "--help"},
                                                    {"rules", "--help"},
                                                    {"explain", "--help"}}) {
    const Ended ended = run(arguments);
    EXPECT_EQ(ended.code, 0);
    EXPECT_EQ(ended.err, "");
    for (std::size_t start = 0; start < ended.out.size();) {
      const std::size_t end = ended.out.find('\n', start);
      EXPECT_LE(end - start, 80U) << ended.out.substr(start, end - start);
      start = end + 1;
    }
  }
}

TEST(Rules, EveryRuleHasALine) {
  const Ended ended = run({"rules"});
  EXPECT_EQ(ended.code, 0);
  for (const Rule& rule : rules()) {
    EXPECT_NE(ended.out.find(fmt::format("{} ", rule.id)), std::string::npos) << rule.id;
  }
}

TEST(Explain, EveryRuleHasAPage) {
  for (const Rule& rule : rules()) {
    const Ended ended = run({"explain", std::string(rule.id)});
    EXPECT_EQ(ended.code, 0);
    EXPECT_TRUE(ended.out.starts_with(fmt::format("{}  (at most: {})\n", rule.id, name(rule.severity))));
    for (const char* heading : {"\nWhat it checks\n", "\nArithmetic and tolerance\n",
                                "\nAn example that fails\n", "\nWhat to do\n"}) {
      EXPECT_NE(ended.out.find(heading), std::string::npos) << rule.id << heading;
    }
  }
}

TEST(Explain, OfAFamilyTellsItsRules) {
  const Ended ended = run({"explain", "ratio"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.out.find("ratio/margin "), std::string::npos);
  EXPECT_NE(ended.out.find("ratio/change "), std::string::npos);
  EXPECT_EQ(ended.out.find("footing/"), std::string::npos);
  EXPECT_EQ(run({"explain", "ratio/"}).out, ended.out);
}

TEST(Explain, UnknownRule) {
  wrong({"explain", "text/numbr"}, "unknown rule text/numbr; did you mean text/number?");
  wrong({"explain", "header"}, "unknown rule header; did you mean text/header?");
  wrong({"explain", "something/else-entirely"}, "unknown rule something/else-entirely (see kcfin rules)");
}

}  // namespace
}  // namespace kcfin::testing
