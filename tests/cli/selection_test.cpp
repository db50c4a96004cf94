// What of the findings is reported: rules chosen, severities, what is accepted and why; and where settings
// come from.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "cli/program.h"

namespace kcfin::testing {
namespace {

using Json = nlohmann::json;

std::string bundled(std::string_view name) {
  std::ifstream file(fmt::format("{}/{}", KCFIN_TESTDATA, name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Selection : public ::testing::Test {
 protected:
  void SetUp() override {
    folder.write("wrong.txt", bundled("interim-mistranslated-impairment.txt"));
    folder.write("then.txt", bundled("comparative-first-quarter.txt"));
    folder.write("now.txt", bundled("comparative-second-quarter-differs.txt"));
    folder.write("total.txt", bundled("total-off-by-a-hundred.txt"));
    folder.write("damaged.txt", bundled("damaged-text.txt"));
  }
  Ended check(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "check");
    return run(arguments, folder);
  }
  Json json(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    return Json::parse(check(std::move(arguments)).out);
  }
  // The rules of the root findings of every file.
  std::string rules_in(std::vector<std::string> arguments) {
    std::set<std::string> found;
    const Json document = json(std::move(arguments));
    for (const Json& file : document["files"]) {
      for (const Json& finding : file["findings"]) {
        if (finding["cause"].is_null()) found.insert(finding["rule"]);
      }
    }
    return fmt::format("{}", fmt::join(found, " "));
  }
  std::string fingerprint(const std::string& file) {
    return json({file})["files"][0]["findings"][0]["fingerprint"];
  }
  Folder folder;
};

TEST_F(Selection, TakesRulesAndFamilies) {
  const std::vector<std::string> files = {"wrong.txt", "then.txt", "now.txt", "total.txt"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), files.begin(), files.end());
    more.insert(more.end(), {"--severity", "warning"});
    return rules_in(std::move(more));
  };
  EXPECT_EQ(with({}), "footing/total tie/comparative translation/cell");
  EXPECT_EQ(with({"--select", "footing"}), "footing/total");
  EXPECT_EQ(with({"--select", "tie/comparative", "--select", "translation"}),
            "tie/comparative translation/cell");
  EXPECT_EQ(with({"--ignore", "tie", "--ignore", "footing/total"}), "translation/cell");
  EXPECT_EQ(with({"--select", "footing/total", "--ignore", "footing"}), "footing/total");
  EXPECT_EQ(with({"--select", "footing", "--ignore", "footing/total"}), "");
  EXPECT_EQ(check({"wrong.txt", "--ignore", "translation", "--ignore", "tie", "--ignore", "footing",
                   "--ignore", "ratio"})
                .code,
            0);
  EXPECT_EQ(check({"wrong.txt", "--select", "footin"}).err,
            "kcfin: --select footin: no rule and no family of rules; did you mean footing?\n");
  folder.write("kcfin.toml", "select = [\"footing\"]\n");
  EXPECT_EQ(with({}), "footing/total");
}

TEST_F(Selection, LeavesOutWhatIsLessGrave) {
  const Json all = json({"damaged.txt"}), grave = json({"damaged.txt", "--severity", "warning"});
  EXPECT_GT(all["summary"]["notes"], 0);
  EXPECT_EQ(grave["summary"]["notes"], 0);
  EXPECT_EQ(grave["summary"]["warnings"], all["summary"]["warnings"]);
  EXPECT_EQ(check({"damaged.txt", "--severity", "note"}).out, check({"damaged.txt", "--show", "notes"}).out);
}

TEST_F(Selection, CountsByRule) {
  const std::string out = check({"wrong.txt", "total.txt", "--statistics", "--severity", "error"}).out;
  EXPECT_NE(out.find("errors  warnings  notes  rule\n"
                     "     1         0      0  footing/total\n"
                     "     1         0      0  translation/cell\n\n2 files: 2 errors"),
            std::string::npos)
      << out;
  const std::string json =
      check({"wrong.txt", "total.txt", "--statistics", "--severity", "error", "--format", "json"}).out;
  EXPECT_NE(json.find("\"by_rule\":[{\"rule\":\"footing/total\",\"errors\":1,\"warnings\":0,\"notes\":0},"
                      "{\"rule\":\"translation/cell\",\"errors\":1,\"warnings\":0,\"notes\":0}]"),
            std::string::npos)
      << json;
  EXPECT_EQ(check({"wrong.txt", "--format", "json"}).out.find("by_rule"), std::string::npos);
}

TEST_F(Selection, StandsGravestFirst) {
  // A line that is damaged stands before the error of the filing, and is less grave.
  folder.write("both.txt", bundled("total-off-by-a-hundred.txt"));
  for (const char* file : {"damaged.txt", "both.txt", "wrong.txt"}) {
    const std::string out = check({file, "--show", "notes"}).out;
    std::string order;
    for (std::size_t start = 0; start < out.size(); start = out.find('\n', start) + 1) {
      for (const char* severity : {"error  ", "warning  ", "note  "}) {
        if (out.compare(start, std::string_view(severity).size(), severity) == 0) order += severity[0];
      }
    }
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end(), [](char a, char b) {
      return std::string_view("ewn").find(a) < std::string_view("ewn").find(b);
    })) << order;
  }
}

// ---------------------------------------------------------------- what is accepted

TEST_F(Selection, OfABaselineKeepsWhatOtherFilingsHave) {
  ASSERT_EQ(check({"wrong.txt", "--write-baseline", "known.json"}).code, 0);
  ASSERT_EQ(check({"total.txt", "--write-baseline", "known.json"}).code, 0);
  EXPECT_EQ(Json::parse(folder.read("known.json"))["findings"].size(), 2U);
  EXPECT_EQ(check({"wrong.txt", "total.txt", "--baseline", "known.json"}).code, 0);
  folder.write("notes.txt", "buy milk");
  EXPECT_EQ(check({"wrong.txt", "--write-baseline", "notes.txt"}).err,
            "kcfin: notes.txt: not a baseline: no JSON at byte 1\n");
  EXPECT_EQ(folder.read("notes.txt"), "buy milk");
}

TEST_F(Selection, OfABaselineTakesNotesOnlyWhenAsked) {
  const auto listed = [this](std::vector<std::string> more) {
    more.insert(more.begin(), {"damaged.txt", "--write-baseline", "known.json"});
    EXPECT_EQ(check(std::move(more)).code, 0);
    const std::size_t count = Json::parse(folder.read("known.json"))["findings"].size();
    std::filesystem::remove(folder.at("known.json"));
    return count;
  };
  EXPECT_LT(listed({}), listed({"--show", "notes"}));
  EXPECT_EQ(listed({"--show", "notes"}), listed({"--fail-on", "note"}));
}

TEST_F(Selection, AcceptsOneFindingForAReason) {
  const std::vector<std::pair<std::string, std::string>> day = {{"SOURCE_DATE_EPOCH", "1735689600"}};
  const auto accept = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {"check", "wrong.txt", "total.txt", "--baseline", "known.json", "--accept"});
    return run(Start{std::move(arguments), {}, day, folder.path(), {}});
  };
  const std::string one = fingerprint("wrong.txt");
  const Ended first = accept({one, "--reason", "confirmed by the issuer"});
  EXPECT_EQ(first.err, "kcfin: known.json: 1 finding is known from now on\n");
  EXPECT_EQ(first.code, 1);  // that of the other filing is not
  Json entry = Json::parse(folder.read("known.json"))["findings"][0];
  EXPECT_EQ(entry["fingerprint"], one);
  EXPECT_EQ(entry["reason"], "confirmed by the issuer");
  EXPECT_EQ(entry["date"], "2025-01-01");
  EXPECT_EQ(check({"wrong.txt", "--baseline", "known.json"}).code, 0);
  // A rule; the reason of the first entry stays.
  EXPECT_EQ(accept({"footing/total", "--reason", "rounded"}).code, 0);
  ASSERT_EQ(Json::parse(folder.read("known.json"))["findings"].size(), 2U);
  // Every later write keeps reasons, and an author that somebody wrote.
  Json by_hand = Json::parse(folder.read("known.json"));
  for (Json& finding : by_hand["findings"]) finding["author"] = "A. Auditor";
  folder.write("known.json", by_hand.dump());
  ASSERT_EQ(check({"wrong.txt", "total.txt", "--write-baseline", "known.json"}).code, 0);
  const Json kept = Json::parse(folder.read("known.json"));
  for (const Json& finding : kept["findings"]) {
    EXPECT_EQ(finding["reason"], finding["fingerprint"] == one ? "confirmed by the issuer" : "rounded");
    EXPECT_EQ(finding["date"], "2025-01-01");
    EXPECT_EQ(finding["author"], "A. Auditor");
  }
}

TEST_F(Selection, RefusesToAcceptWithoutAReasonOrAFinding) {
  folder.write("known.json", "{\"schema_version\":1,\"findings\":[]}\n");
  const std::vector<std::string> begin = {"wrong.txt", "--baseline", "known.json", "--accept"};
  const auto accept = [&](std::vector<std::string> more) {
    more.insert(more.begin(), begin.begin(), begin.end());
    const Ended ended = check(std::move(more));
    EXPECT_EQ(ended.code, 2);
    return ended.err;
  };
  EXPECT_EQ(accept({"tie"}), "kcfin: --accept: no --reason is given\n");
  EXPECT_EQ(accept({"0123456789abcdef", "--reason", "x"}),
            "kcfin: --accept 0123456789abcdef: no such finding that is not known already\n");
  EXPECT_EQ(check({"wrong.txt", "--accept", "tie", "--reason", "x"}).err,
            "kcfin: --accept: no --baseline is named\n");
  EXPECT_EQ(folder.read("known.json"), "{\"schema_version\":1,\"findings\":[]}\n");
}

TEST_F(Selection, ShowsWhatIsAccepted) {
  ASSERT_EQ(
      check({"wrong.txt", "--baseline", "known.json", "--accept", "translation", "--reason", "asked the CFO"})
          .code,
      0);
  const std::string text = check({"wrong.txt", "--baseline", "known.json", "--show", "known"}).out;
  EXPECT_TRUE(text.starts_with("known  translation/cell  wrong.txt:85:47  ")) << text;
  EXPECT_NE(text.find(": asked the CFO\n"), std::string::npos) << text;
  const Json file = json({"wrong.txt", "--baseline", "known.json", "--show", "known"})["files"][0];
  ASSERT_EQ(file["accepted"].size(), 1U);
  EXPECT_EQ(file["accepted"][0]["reason"], "asked the CFO");
  EXPECT_FALSE(json({"wrong.txt", "--baseline", "known.json"})["files"][0].contains("accepted"));
  const Json sarif = Json::parse(check({"wrong.txt", "--baseline", "known.json", "--format", "sarif"}).out);
  const Json& results = sarif["runs"][0]["results"];
  ASSERT_EQ(results.size(), 1U);
  EXPECT_EQ(results[0]["suppressions"][0]["kind"], "external");
  EXPECT_TRUE(results[0]["suppressions"][0]["justification"].get<std::string>().ends_with(": asked the CFO"));
}

// ---------------------------------------------------------------- settings

TEST_F(Selection, IsConfiguredFromAboveToo) {
  folder.write("kcfin.toml", "fail-on = \"never\"\nbaseline = \"known.json\"\n");
  folder.write("known.json", "{\"schema_version\":1,\"findings\":[]}\n");
  std::filesystem::create_directories(folder.at("a/b"));
  const Ended below = run(Start{{"check", "../../wrong.txt"}, {}, {}, folder.at("a/b"), {}});
  EXPECT_EQ(below.err, "");
  EXPECT_EQ(below.code, 0);
  folder.write("a/kcfin.toml", "fail-on = \"error\"\n");  // the nearest
  EXPECT_EQ(run(Start{{"check", "../../wrong.txt"}, {}, {}, folder.at("a/b"), {}}).code, 1);
}

TEST_F(Selection, IsConfiguredByRuleAndByFile) {
  folder.write("kcfin.toml", "[rules]\ntranslation = \"note\"\n\"tie/comparative\" = \"off\"\n");
  EXPECT_EQ(check({"wrong.txt"}).code, 0);
  folder.write("kcfin.toml",
               "[[override]]\nfiles = [\"wr*.txt\"]\nrules = {translation = \"note\", \"tie\" = \"off\"}\n");
  EXPECT_EQ(check({"wrong.txt"}).code, 0);
  std::filesystem::copy_file(folder.at("wrong.txt"), folder.at("other.txt"));
  EXPECT_EQ(check({"other.txt"}).code, 1);
  folder.write("kcfin.toml", "exclude = [\"wrong.txt\"]\n");
  EXPECT_EQ(json({"wrong.txt", "total.txt"})["summary"]["files"], 1);
  folder.write("kcfin.toml", "[[override]]\nfiles = [\"*\"]\n");
  EXPECT_EQ(check({"wrong.txt"}).err,
            "kcfin: kcfin.toml: line 1: override: not a list of tables with files and rules\n");
  folder.write("kcfin.toml", "[rules]\n\"tie/pros\" = \"off\"\n");
  EXPECT_EQ(check({"wrong.txt"}).err,
            "kcfin: kcfin.toml: line 2: unknown rule tie/pros; did you mean tie/prose?\n");
}

TEST_F(Selection, ShowsItsSettings) {
  folder.write("kcfin.toml", "fail-on = \"warning\"\nexclude = [\"a\", \"b\"]\n[rules]\ntie = \"note\"\n");
  const Ended ended = check({"--show-settings", "--jobs", "3", "--fail-on", "note"});
  EXPECT_EQ(ended.code, 0);
  for (const char* line :
       {"fail-on = \"note\"  # command line\n", "exclude = \"a\"  # kcfin.toml line 2\n",
        "exclude = \"b\"  # kcfin.toml line 2\n", "jobs = 3  # command line\n",
        "format = \"text\"  # default\n", "[rules]\ntie = \"note\"  # kcfin.toml line 4\n"}) {
    EXPECT_NE(ended.out.find(line), std::string::npos) << line << "in\n" << ended.out;
  }
}

// ---------------------------------------------------------------- formats

TEST_F(Selection, OfJunitSkipsRulesThatHadNothingToHold) {
  folder.write("dollars.txt", bundled("us-dollars-only.txt"));
  const std::string out = check({"dollars.txt", "--format", "junit"}).out;
  EXPECT_NE(
      out.find("name=\"translation/cell\"><skipped message=\"no check of this rule applies\"/></testcase>"),
      std::string::npos)
      << out;
  EXPECT_NE(out.find("name=\"footing/total\"/>"), std::string::npos) << out;
}

TEST_F(Selection, OfGithubCountsCharacters) {
  std::string text = bundled("total-off-by-a-hundred.txt");
  const Json finding = json({"total.txt"})["files"][0]["findings"][0];
  const std::string label = finding["label"];
  text.replace(text.find("\n" + label) + 1, label.size(), "“" + label + "”");
  folder.write("quoted.txt", text);
  const Json quoted = json({"quoted.txt"})["files"][0]["findings"][0];
  const std::uint64_t column = quoted["column"];
  const std::string out = check({"quoted.txt", "--format", "github"}).out;
  EXPECT_NE(out.find(fmt::format(",col={},endColumn=", column - 4)), std::string::npos) << column << out;
}

TEST_F(Selection, OfSarifNamesThePagesOfRules) {
  const Json sarif = Json::parse(check({"total.txt", "--format", "sarif"}).out);
  const Json& driver = sarif["runs"][0]["tool"]["driver"];
  EXPECT_TRUE(driver["informationUri"].get<std::string>().starts_with("https://"));
  for (const Json& rule : driver["rules"]) {
    EXPECT_TRUE(rule["helpUri"].get<std::string>().ends_with(rule["id"].get<std::string>() + ".md"));
  }
}

TEST(Programs, SayWhatTheyCanDo) {
  const Json rules = Json::parse(run({"rules", "--format", "json"}).out);
  EXPECT_EQ(rules["rules"][0]["family"], "footing");
  EXPECT_FALSE(rules["rules"][0]["arithmetic"].get<std::string>().empty());
  EXPECT_EQ(run({"help", "check"}).out, run({"check", "--help"}).out);
  EXPECT_EQ(run({"help", "chek"}).err, "kcfin: unknown command chek; did you mean check?\n");
  EXPECT_EQ(run({"version"}).out, run({"--version"}).out);
  const std::string file = fmt::format("{}/interim-sound.txt", KCFIN_TESTDATA);
  EXPECT_EQ(run({file}).err, fmt::format("kcfin: {0} is no command; did you mean kcfin check {0}?\n", file));
  for (const char* command : {"check", "extract", "facts", "rules", "explain"}) {
    const std::string help = run({command, "--help"}).out;
    EXPECT_NE(help.find("\nExample:\n  "), std::string::npos) << help;
    EXPECT_NE(help.find("\nExit codes: 0"), std::string::npos) << help;
  }
}

}  // namespace
}  // namespace kcfin::testing
