// Known findings: what a baseline accepts, what it does not, and what it says of entries of the past.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace kcfin::testing {
namespace {

using Json = nlohmann::json;

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

class BaselineTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ifstream file(fmt::format("{}/interim-mistranslated-impairment.txt", KCFIN_TESTDATA),
                       std::ios::binary);
    filing_ = {std::istreambuf_iterator<char>(file), {}};
    folder.write("wrong.txt", filing_);
  }
  Ended check(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "check");
    return run(arguments, folder);
  }
  Folder folder;
  std::string filing_;
};

TEST_F(BaselineTest, ListsTheFindingsOfARun) {
  const Ended written = check({"wrong.txt", "--write-baseline", "known.json"});
  EXPECT_EQ(written.code, 0) << written.err;  // what was found is known from now on
  EXPECT_EQ(written.err, "kcfin: known.json: 1 finding is known from now on\n");
  const Json baseline = Json::parse(folder.read("known.json"));
  EXPECT_EQ(baseline["schema_version"], 1);
  const Json summary = Json::parse(check({"wrong.txt", "--format", "json"}).out)["files"][0]["summary"];
  EXPECT_EQ(baseline["findings"].size(), summary["errors"].get<std::size_t>() +
                                             summary["warnings"].get<std::size_t>() +
                                             summary["notes"].get<std::size_t>());
  const Json& entry = baseline["findings"][0];
  EXPECT_EQ(entry["label"], "Impairment of long-lived assets");
  EXPECT_EQ(entry["report_period_end"], "2024-06-30");
  EXPECT_EQ(entry["period"], Json::parse(R"({"start":"2024-01-01","end":"2024-06-30"})"));
  EXPECT_EQ(entry["unit"], "USD");
  EXPECT_EQ(entry["reported"], "8611");
  EXPECT_EQ(entry["count"], 1);
  EXPECT_FALSE(entry.contains("line"));
}

TEST_F(BaselineTest, AcceptsWhatItListsAndWhatFollowsFromIt) {
  ASSERT_EQ(check({"wrong.txt", "--write-baseline", "known.json"}).code, 0);
  const Ended ended = check({"wrong.txt", "--baseline", "known.json"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, "");
  EXPECT_TRUE(ended.out.starts_with("1 file: no findings, 1 known; ")) << ended.out;
  const Json json = Json::parse(check({"wrong.txt", "--baseline", "known.json", "--format", "json"}).out);
  EXPECT_EQ(json["summary"]["known"], 1);
  EXPECT_EQ(json["files"][0]["summary"]["known"], 1);
  EXPECT_EQ(json["files"][0]["summary"]["consequences"], 0);
  EXPECT_TRUE(json["files"][0]["findings"].empty());
}

TEST_F(BaselineTest, SurvivesEditsElsewhereInTheFiling) {
  ASSERT_EQ(check({"wrong.txt", "--write-baseline", "known.json"}).code, 0);
  folder.write("wrong.txt", "\n\n\nA further line.\n\n" + filing_);
  EXPECT_EQ(check({"wrong.txt", "--baseline", "known.json"}).code, 0);
}

TEST_F(BaselineTest, DoesNotAcceptAnotherFigure) {
  ASSERT_EQ(check({"wrong.txt", "--write-baseline", "known.json"}).code, 0);
  folder.write("wrong.txt", replaced(filing_, "\t165,224\t8,611", "\t165,224\t9,611"));
  const Ended ended = check({"wrong.txt", "--baseline", "known.json"});
  EXPECT_EQ(ended.code, 1) << ended.out;
  EXPECT_NE(ended.err.find("kcfin: known.json: found no longer: "), std::string::npos) << ended.err;
}

TEST_F(BaselineTest, AcceptsNothingInAnotherFiling) {
  ASSERT_EQ(check({"wrong.txt", "--write-baseline", "known.json"}).code, 0);
  Json baseline = Json::parse(folder.read("known.json"));
  const std::string issuer = baseline["findings"][0]["issuer"];
  std::string other;
  std::string_view rest = filing_;
  for (std::size_t at = rest.find(issuer); at != std::string_view::npos; at = rest.find(issuer)) {
    other += std::string(rest.substr(0, at)) + "Other " + issuer;
    rest.remove_prefix(at + issuer.size());
  }
  other += rest;
  folder.write("other.txt", other);
  EXPECT_EQ(check({"other.txt", "--baseline", "known.json"}).code, 1);
}

TEST_F(BaselineTest, NamesAndPrunesEntriesOfThePast) {
  ASSERT_EQ(check({"wrong.txt", "--write-baseline", "known.json"}).code, 0);
  Json baseline = Json::parse(folder.read("known.json"));
  Json gone = baseline["findings"][0], elsewhere = gone;
  gone["fingerprint"] = "gone";
  gone["label"] = "Goodwill";
  elsewhere["fingerprint"] = "elsewhere";
  elsewhere["issuer"] = "An issuer that is not in this run";
  baseline["findings"].push_back(gone);
  baseline["findings"].push_back(elsewhere);
  folder.write("known.json", baseline.dump());
  const std::string name =
      fmt::format("kcfin: known.json: found no longer: {}, Goodwill, USD 8,611 ({}, 2024-06-30)",
                  gone["rule"].get<std::string>(), gone["issuer"].get<std::string>());
  const Ended reported = check({"wrong.txt", "--baseline", "known.json"});
  EXPECT_EQ(reported.err, name + "; --prune-baseline takes it out\n");
  EXPECT_EQ(reported.code, 0);
  EXPECT_EQ(Json::parse(
                check({"wrong.txt", "--baseline", "known.json", "--format", "json"}).out)["summary"]["stale"],
            1);
  const Ended pruned = check({"wrong.txt", "--baseline", "known.json", "--prune-baseline"});
  EXPECT_EQ(pruned.err, name + "; taken out\n");
  const Json after = Json::parse(folder.read("known.json"));
  EXPECT_EQ(after["findings"].size(), 2U);
  EXPECT_EQ(check({"wrong.txt", "--baseline", "known.json"}).err, "");
}

TEST_F(BaselineTest, KeepsEntriesOfOtherFilingsWhenRewritten) {
  ASSERT_EQ(check({"wrong.txt", "--write-baseline", "known.json"}).code, 0);
  Json baseline = Json::parse(folder.read("known.json"));
  Json elsewhere = baseline["findings"][0];
  elsewhere["fingerprint"] = "elsewhere";
  elsewhere["issuer"] = "An issuer that is not in this run";
  baseline["findings"].push_back(elsewhere);
  folder.write("known.json", baseline.dump());
  EXPECT_EQ(check({"wrong.txt", "--baseline", "known.json", "--write-baseline", "known.json"}).code, 0);
  EXPECT_EQ(Json::parse(folder.read("known.json"))["findings"].size(), 2U);
  EXPECT_EQ(check({"wrong.txt", "--baseline", "known.json"}).code, 0);
}

TEST_F(BaselineTest, MayBeNamedByTheConfigurationBeforeItIsWritten) {
  folder.write("kcfin.toml", "baseline = \"known.json\"\n");
  EXPECT_EQ(check({"wrong.txt"}).err, "kcfin: known.json: no such file or directory\n");
  const Ended written = check({"wrong.txt", "--write-baseline", "./known.json"});
  EXPECT_EQ(written.err, "kcfin: ./known.json: 1 finding is known from now on\n");
  EXPECT_EQ(written.code, 0);
  EXPECT_EQ(check({"wrong.txt"}).code, 0);
}

TEST_F(BaselineTest, IsTheSameTextWhateverTheOrder) {
  const std::string other = fmt::format("{}/total-off-by-a-hundred.txt", KCFIN_TESTDATA);
  ASSERT_EQ(check({"wrong.txt", other, "--write-baseline", "one.json"}).code, 0);
  ASSERT_EQ(check({other, "wrong.txt", "--write-baseline", "two.json", "--jobs", "4"}).code, 0);
  EXPECT_GE(Json::parse(folder.read("one.json"))["findings"].size(), 2U);
  EXPECT_EQ(folder.read("one.json"), folder.read("two.json"));
}

TEST_F(BaselineTest, IsRefusedWhereItIsNone) {
  const auto refused = [this](std::string_view text, std::string_view message) {
    folder.write("known.json", text);
    const Ended ended = check({"wrong.txt", "--baseline", "known.json"});
    EXPECT_EQ(ended.err, fmt::format("kcfin: known.json: {}\n", message));
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(ended.code, 2);
  };
  refused("{\"schema_version\":1,\"findings\":[", "not a baseline: no JSON at byte 33");
  refused("[]", "not a baseline of version 1");
  refused("{\"schema_version\":2,\"findings\":[]}", "not a baseline of version 1");
  refused("{\"schema_version\":1,\"findings\":[{}]}", "entry 1 names no finding");
  const Ended missing = check({"wrong.txt", "--baseline", "gone.json"});
  EXPECT_EQ(missing.err, "kcfin: gone.json: no such file or directory\n");
  EXPECT_EQ(missing.code, 2);
  const Ended alone = check({"wrong.txt", "--prune-baseline"});
  EXPECT_EQ(alone.err, "kcfin: --prune-baseline: no --baseline is named\n");
  EXPECT_EQ(alone.code, 2);
}

// ---------------------------------------------------------------- registrants

class BaselineOfSubmission : public BaselineTest {
 protected:
  // The filing as EDGAR keeps it, its cover spelling the name another way.
  void SetUp() override {
    BaselineTest::SetUp();
    folder.write("submission.txt", submission("0001999999", filing_));
  }
  static std::string submission(std::string_view cik, const std::string& exhibit) {
    return fmt::format(
        "<SEC-DOCUMENT>0001999999-24-000089.txt : 20240821\nACCESSION NUMBER: 0001999999-24-000089\n"
        "FILED AS OF DATE: 20240821\nCENTRAL INDEX KEY: "
        "{}\n<DOCUMENT>\n<TYPE>6-K\n<TEXT>\n{}</TEXT>\n</DOCUMENT>\n"
        "</SEC-DOCUMENT>\n",
        cik, exhibit);
  }
};

TEST_F(BaselineOfSubmission, GoesByTheRegistrantsNumber) {
  ASSERT_EQ(check({"submission.txt", "--write-baseline", "known.json"}).code, 0);
  const Json entry = Json::parse(folder.read("known.json"))["findings"][0];
  EXPECT_EQ(entry["cik"], "0001999999");
  const std::string issuer = entry["issuer"];
  std::string renamed = filing_;
  for (std::size_t at = renamed.find(issuer); at != std::string::npos; at = renamed.find(issuer, at + 1)) {
    renamed.replace(at, issuer.size(), "Renamed " + issuer.substr(0, issuer.find(' ')));
  }
  ASSERT_NE(renamed, filing_);
  folder.write("renamed.txt", submission("0001999999", renamed));
  EXPECT_EQ(check({"renamed.txt", "--baseline", "known.json"}).code, 0);
  folder.write("other.txt", submission("0001888888", filing_));
  EXPECT_EQ(check({"other.txt", "--baseline", "known.json"}).code, 1);
}

TEST_F(BaselineOfSubmission, MatchesTheExhibitAndTheOtherWayRound) {
  ASSERT_EQ(check({"submission.txt", "--write-baseline", "known.json"}).code, 0);
  EXPECT_EQ(check({"wrong.txt", "--baseline", "known.json"}).code, 0);
  ASSERT_EQ(check({"wrong.txt", "--write-baseline", "bare.json"}).code, 0);
  const Ended ended = check({"submission.txt", "--baseline", "bare.json"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, "");
}

TEST_F(BaselineOfSubmission, KeepsTheReasonOfAnEntryThatWasMadeByName) {
  ASSERT_EQ(check({"wrong.txt", "--baseline", "known.json", "--write-baseline", "known.json", "--accept",
                   "translation/cell", "--reason", "as filed"})
                .code,
            0);
  ASSERT_EQ(check({"submission.txt", "--baseline", "known.json", "--write-baseline", "known.json"}).code, 0);
  const Json after = Json::parse(folder.read("known.json"))["findings"];
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after[0]["reason"], "as filed");
  EXPECT_EQ(after[0]["cik"], "0001999999");
}

}  // namespace
}  // namespace kcfin::testing
