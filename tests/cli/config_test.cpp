// kcfin.toml, and what else the user brings along: rates and earlier filings.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace kcfin::testing {
namespace {

using Json = nlohmann::json;

class Config : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ifstream file(fmt::format("{}/interim-mistranslated-impairment.txt", KCFIN_TESTDATA),
                       std::ios::binary);
    folder.write("wrong.txt", std::string(std::istreambuf_iterator<char>(file), {}));
    root_rule_ = findings(Json::parse(check({"--format", "json", "wrong.txt"}).out))[0]["rule"];
  }
  Ended check(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "check");
    return run(arguments, folder);
  }
  static Json findings(const Json& json) { return json["files"][0]["findings"]; }
  void refused(std::string_view config, std::string_view message) {
    folder.write("kcfin.toml", config);
    const Ended ended = check({"wrong.txt"});
    EXPECT_EQ(ended.err, fmt::format("kcfin: kcfin.toml: {}\n", message));
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(ended.code, 2);
  }
  Folder folder;
  std::string root_rule_;
};

TEST_F(Config, IsReadFromTheWorkingFolder) {
  folder.write("kcfin.toml", "format = \"ndjson\"\nfail-on = \"never\"\njobs = 1\nquiet = true\n");
  const Ended ended = check({"wrong.txt"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_TRUE(Json::accept(ended.out)) << ended.out;
}

TEST_F(Config, GivesWayToTheCommandLine) {
  folder.write("kcfin.toml", "format = \"ndjson\"\nfail-on = \"never\"\n");
  const Ended ended = check({"wrong.txt", "--format", "text", "--fail-on", "error"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_TRUE(ended.out.starts_with("error  ")) << ended.out;
}

TEST_F(Config, MayBeNamed) {
  folder.write("ci/rules.toml", "fail-on = \"never\"\nreport = [\"json=out.json\"]\n");
  EXPECT_EQ(check({"wrong.txt", "--config", "ci/rules.toml"}).code, 0);
  EXPECT_TRUE(Json::accept(folder.read("ci/out.json")));  // relative to the configuration's folder
  const Ended missing = check({"wrong.txt", "--config", "gone.toml"});
  EXPECT_EQ(missing.err, "kcfin: gone.toml: no such file or directory\n");
  EXPECT_EQ(missing.code, 2);
}

TEST_F(Config, GivesARuleItsSeverity) {
  for (const std::string& line : {fmt::format("\"{}\" = \"note\"\n", root_rule_),
                                  fmt::format("[severity]\n\"{}\" = \"note\"\n", root_rule_)}) {
    folder.write("kcfin.toml", line);
    const Ended ended = check({"wrong.txt", "--format", "json"});
    EXPECT_EQ(ended.code, 0) << line;
    const Json json = Json::parse(ended.out);
    EXPECT_EQ(json["summary"]["errors"], 0);
    EXPECT_EQ(json["summary"]["notes"], 1);
    // What follows from a finding is never graver than the finding.
    for (const Json& finding : findings(json)) EXPECT_EQ(finding["severity"], "note") << finding;
  }
}

TEST_F(Config, TurnsARuleOff) {
  folder.write("kcfin.toml", fmt::format("\"{}\" = \"off\"\n", root_rule_));
  const Json json = Json::parse(check({"wrong.txt", "--format", "json"}).out);
  for (const Json& finding : findings(json)) {
    EXPECT_NE(finding["rule"], root_rule_);
    if (finding["cause"].is_null()) continue;
    const std::string cause = finding["cause"];
    const Json& root = findings(json)[std::stoul(cause.substr(1)) - 1];
    EXPECT_EQ(root["id"], cause);
  }
}

TEST_F(Config, SaysWhatIsWrongAndWhere) {
  refused("quiet = true\nfial-on = \"error\"\n", "line 2: unknown key fial-on; did you mean fail-on?");
  refused("write-baseline = \"a.json\"\n", "line 1: unknown key write-baseline");
  refused("\"text/numbr\" = \"note\"\n", "line 1: unknown rule text/numbr; did you mean text/number?");
  refused("[severity]\n\"text/number\" = \"fatal\"\n",
          "line 2: text/number: not one of error, warning, note, off");
  refused("format = \"jsn\"\n",
          "line 1: format jsn: not one of text, json, ndjson, sarif, junit, github, gitlab, markdown, html; "
          "did you mean json?");
  refused("quiet = \"yes\"\n", "line 1: quiet: not true or false");
  refused("\"text/number\" = \"warnng\"\n",
          "line 1: text/number: not one of error, warning, note, off; did you mean warning?");
  refused("baseline = 3\n", "line 1: baseline: not a text");
  refused("jobs = true\n", "line 1: jobs: not a whole number");
  refused("jobs = 1.5\n", "line 1: jobs: not a whole number");
  refused("format = [\"json\"]\n", "line 1: format: takes one value, not a list");
  refused("report = [\"srif=a\"]\n", "line 1: report srif=a: no such format; did you mean sarif?");
}

TEST_F(Config, SaysThatItIsNoToml) {
  folder.write("kcfin.toml", "quiet = true\nformat \"json\"\n");
  const Ended ended = check({"wrong.txt"});
  EXPECT_TRUE(ended.err.starts_with("kcfin: kcfin.toml: line 2: ")) << ended.err;
  EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1);
  EXPECT_EQ(ended.code, 2);
}

TEST_F(Config, ReadsRates) {
  folder.write("rates.csv",
               "observation_date,DEXCHUS\n2023-06-29,7.2440\n2023-06-30,7.2513\n2023-07-04,.\n2023-07-05,\n");
  EXPECT_EQ(check({"wrong.txt", "--rates", "rates.csv"}).err, "");
  const auto refused_rates = [this](std::string_view text, std::string_view message) {
    folder.write("rates.csv", text);
    const Ended ended = check({"wrong.txt", "--rates", "rates.csv"});
    EXPECT_EQ(ended.err, fmt::format("kcfin: rates.csv: {}\n", message));
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(ended.code, 2);
  };
  refused_rates("date,rate\n", "line 1: not the heading observation_date,DEXCHUS");
  refused_rates("observation_date,DEXCHUS\n2023-06-31,7.2\n", "line 2: not a date and a rate");
  refused_rates("observation_date,DEXCHUS\n2023-06-30,7.2\n2023-07-03,7;2\n",
                "line 3: not a date and a rate");
  refused_rates("observation_date,DEXCHUS\n2023-06-30,-7.2\n", "line 2: not a date and a rate");
}

TEST_F(Config, ReadsEarlierFilings) {
  EXPECT_EQ(check({"wrong.txt", "--against", "wrong.txt"}).code, 1);
  const Ended missing = check({"wrong.txt", "--against", "gone.txt", "older.txt"});
  EXPECT_EQ(missing.err,
            "kcfin: gone.txt: no such file or directory\nkcfin: older.txt: no such file or directory\n");
  EXPECT_EQ(missing.code, 2);
  EXPECT_EQ(check({"--against", "wrong.txt", "--", "wrong.txt"}).code, 1);
}

}  // namespace
}  // namespace kcfin::testing
