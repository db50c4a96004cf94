// The findings as programs read them: JSON, SARIF, JUnit, GitHub's workflow commands, GitLab's
// code quality, Markdown.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "report/made_up_filing.h"

namespace kcfin::testing {
namespace {

using Json = nlohmann::json;

// ---------------------------------------------------------------- JSON

TEST(CheckJson, IsTheContracts) {
  const MadeUp made_up;
  const std::string text = printed(*report::check_json({.version = "1.2.3"}), made_up.file);
  EXPECT_TRUE(text.starts_with(
      "{\"schema_version\":1,\"kcfin_version\":\"1.2.3\",\"summary\":{\"files\":1,\"errors\":1,\"warnings\":"
      "1,"
      "\"notes\":1,\"unreadable\":0,\"without_tables\":0,\"known\":0,\"stale\":0},\"files\":[\n"
      "{\"file\":\"lanting.txt\",\"sha256\":\"aaaa"))
      << text;
  EXPECT_TRUE(text.ends_with("}\n]}\n"));
  const Json file = Json::parse(text)["files"][0];
  EXPECT_EQ(file["issuer"], "Lanting Cloud Holdings Limited");
  EXPECT_EQ(file["report_period_end"], "2023-06-30");
  EXPECT_EQ(
      file["summary"],
      Json::parse(
          R"({"figures":7,"figures_checked":6,"figures_not_held":1,"figures_nothing_to_hold":0,"figures_outside_tables":0,"statements":[],
      "checks":{"passed":1,"failed":4,"skipped":1},
      "claims":{"found":2,"tied":1,"recomputed":1,"unresolved":1},
      "errors":1,"warnings":1,"notes":1,"consequences":2,"known":0,"not_understood":0})"));
  ASSERT_EQ(file["findings"].size(), 5U);
  EXPECT_EQ(file["findings"][0], Json::parse(R"({"id":"f1","fingerprint":"1111111111111111",
      "rule":"translation/cell","severity":"error",
      "message":"US$8,031 thousand is not RMB185,135 thousand at 7.2513.",
      "line":20,"column":52,"table":"t1","fact":"t1.r2.c3",
      "where":{"statement":"Reconciliation of “GAAP” and non-GAAP results","column_heading":"2023 / US$",
      "row":"Impairment of long-lived assets","quote":null},"label":"Impairment of long-lived assets",
      "period":{"start":"2023-01-01","end":"2023-06-30"},"unit":"USD","scale":1000,
      "reported":8031,"expected":25531,"difference":-17500,"equation":"185,135 ÷ 7.2513 = 25,531",
      "cause":null,"candidates":[],"origin":"filing",
      "suggestion":"25,531; the printed 8,031 is the figure of “Interest expense” on line 25.",
      "related":[{"fact":null,"line":25,"label":"Interest expense","unit":"USD","value":8031}]})"));
  EXPECT_EQ(file["findings"][2]["cause"], "f1");
  EXPECT_EQ(file["findings"][2]["wrong"], true);
  EXPECT_FALSE(file["findings"][0].contains("wrong"));
  EXPECT_FALSE(file["findings"][0].contains("confidence"));
  EXPECT_EQ(file["findings"][4]["table"], nullptr);
  EXPECT_EQ(file["findings"][4]["fact"], "a7");
  EXPECT_EQ(file["findings"][4]["where"]["statement"], nullptr);
  EXPECT_EQ(file["findings"][4]["where"]["quote"],
            "The impairment of the server park came to RMB185.1 million (US$8.0 million");
  EXPECT_EQ(file["findings"][3]["candidates"][1],
            Json::parse(R"({"fact":"t1.r2.c2","line":20,"label":"Impairment of long-lived assets",
      "period":{"start":"2023-01-01","end":"2023-06-30"},"unit":"RMB","reported":185135,"expected":185136})"));
  EXPECT_FALSE(file.contains("checks"));
}

TEST(CheckJson, ListsChecksWhenAskedTo) {
  const MadeUp made_up;
  const Json all = Json::parse(printed(*report::check_json({.everything = true}), made_up.file));
  EXPECT_EQ(all["files"][0]["checks"], Json::parse(R"([
      {"rule":"translation/cell","verdict":"exact","line":22,"column":50,
       "result":"t1.r3.c3","terms":[{"fact":"t1.r3.c2","sign":1}],"rate":7.2513,"reading":"the stated rate",
       "equation":"-727,430 ÷ 7.2513 = -100,317","reason":null},
      {"rule":"footing/total","verdict":"skipped","line":20,"column":40,"result":"t1.r2.c1","terms":[],
       "rate":null,"reading":null,"equation":null,
       "reason":"no label says what is summed"}])"));
  const Json skipped = Json::parse(printed(*report::check_json({.skipped = true}), made_up.file));
  EXPECT_EQ(skipped["files"][0]["checks"].size(), 1U);
}

TEST(CheckNdjson, IsTheSameObjectOnALine) {
  const MadeUp made_up;
  const std::string line = printed(*report::check_ndjson({}), made_up.file);
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
  Json object = Json::parse(printed(*report::check_json({}), made_up.file))["files"][0];
  object["schema_version"] = 1;
  object["kcfin_version"] = "";
  EXPECT_EQ(Json::parse(line), object);
}

// ---------------------------------------------------------------- SARIF

// A file whose figure stands where the made-up finding says.
MadeUp with_bytes(std::string_view line20) {
  MadeUp made_up;
  std::string bytes(19, '\n');
  bytes += line20;
  made_up.file.checked.document.bytes = std::make_shared<const std::string>(std::move(bytes));
  return made_up;
}

TEST(CheckSarif, MakesAResultOfEachRoot) {
  const MadeUp made_up = with_bytes("Impairment of long-lived assets\t-\t185,135\t  \t  \t 8,031\n");
  const Json sarif = Json::parse(printed(*report::check_sarif({.version = "1.2.3"}), made_up.file));
  EXPECT_EQ(sarif["version"], "2.1.0");
  const Json& run = sarif["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["name"], "kcfin");
  EXPECT_EQ(run["tool"]["driver"]["semanticVersion"], "1.2.3");
  ASSERT_EQ(run["tool"]["driver"]["rules"].size(), rules().size());
  const Json& results = run["results"];
  ASSERT_EQ(results.size(), 3U);
  EXPECT_EQ(results[0]["level"], "error");
  EXPECT_EQ(results[1]["level"], "warning");
  EXPECT_EQ(results[2]["level"], "note");
  EXPECT_EQ(results[0]["ruleId"], "translation/cell");
  EXPECT_EQ(run["tool"]["driver"]["rules"][results[0]["ruleIndex"].get<std::size_t>()]["id"],
            "translation/cell");
  EXPECT_EQ(results[0]["partialFingerprints"]["primaryLocationLineHash"], "1111111111111111:1");
  ASSERT_EQ(results[0]["relatedLocations"].size(), 3U);  // two that follow, one that explains
  EXPECT_EQ(results[0]["relatedLocations"][1]["physicalLocation"]["region"]["startLine"], 30);
  EXPECT_EQ(results[1]["relatedLocations"].size(), 2U);  // the candidates
  EXPECT_TRUE(run["invocations"][0]["executionSuccessful"].get<bool>());
}

TEST(CheckSarif, NumbersResultsOfOneName) {
  MadeUp made_up;
  auto& findings = made_up.file.checked.report.findings;
  findings = {findings[0], findings[0]};
  const Json sarif = Json::parse(printed(*report::check_sarif({}), made_up.file));
  for (const std::size_t i : {0U, 1U}) {
    EXPECT_EQ(sarif["runs"][0]["results"][i]["partialFingerprints"],
              (Json{{"primaryLocationLineHash", fmt::format("1111111111111111:{}", i + 1)},
                    {"kcfinFinding/v1", "1111111111111111"}}));
  }
}

TEST(CheckSarif, GivesEveryRuleWhatGitHubAsksFor) {
  const MadeUp made_up;
  const Json sarif = Json::parse(printed(*report::check_sarif({}), made_up.file));
  for (const Json& rule : sarif["runs"][0]["tool"]["driver"]["rules"]) {
    for (const char* key : {"shortDescription", "fullDescription", "help"}) {
      EXPECT_FALSE(rule[key]["text"].get<std::string>().empty()) << rule["id"] << key;
    }
    EXPECT_TRUE(rule["help"]["markdown"].get<std::string>().starts_with("# ")) << rule["id"];
  }
}

TEST(CheckSarif, CountsColumnsInUtf16) {
  // 51 bytes stand before the figure: 42 characters, of which one takes two units.
  const MadeUp made_up = with_bytes("金山云\U0001F4C8 " + std::string(37, 'x') + "8,031\n");
  const Json sarif = Json::parse(printed(*report::check_sarif({}), made_up.file));
  EXPECT_EQ(sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"],
            Json::parse(R"({"startLine":20,"startColumn":44,"endColumn":49})"));
}

TEST(CheckSarif, CountsBytesOfAFileThatIsNoUtf8) {
  const MadeUp made_up = with_bytes("caf\xE9" + std::string(47, ' ') + "8,031\n");
  const Json sarif = Json::parse(printed(*report::check_sarif({}), made_up.file));
  EXPECT_EQ(sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"],
            Json::parse(R"({"startLine":20,"startColumn":52,"endColumn":57})"));
}

TEST(CheckSarif, NamesFilesAsUris) {
  const auto uri = [](const std::string& name) {
    MadeUp made_up;
    made_up.file.name = name;
    const Json sarif = Json::parse(printed(*report::check_sarif({}), made_up.file));
    return sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
  };
  EXPECT_EQ(uri("./a b/金%.txt"), Json::parse(R"({"uri":"a%20b/%E9%87%91%25.txt","uriBaseId":"%SRCROOT%"})"));
  EXPECT_EQ(uri("/a/b.txt"), Json::parse(R"({"uri":"file:///a/b.txt"})"));
}

TEST(CheckSarif, TakesNoLinksFromTheFiling) {
  MadeUp made_up;
  made_up.file.checked.report.findings[0].message = "see [here](https://example.com) \x1b[2J";
  const Json sarif = Json::parse(printed(*report::check_sarif({}), made_up.file));
  EXPECT_TRUE(sarif["runs"][0]["results"][0]["message"]["text"].get<std::string>().starts_with(
      "see \\[here\\](https://example.com) ␛\\[2J\n"));
}

TEST(CheckSarif, KeepsWithinGitHubsLimits) {
  MadeUp made_up;
  Report& report = made_up.file.checked.report;
  const Finding consequence = report.findings[2];
  for (int i = 0; i < 150; ++i) report.findings.push_back(consequence);
  const auto format = report::check_sarif({});
  EXPECT_EQ(format->most_pieces(), 25'000U);
  const Json sarif = Json::parse(printed(*format, made_up.file));
  EXPECT_EQ(sarif["runs"][0]["results"][0]["relatedLocations"].size(), 100U);
}

TEST(CheckSarif, SaysWhatCouldNotBeRead) {
  report::Totals totals;
  totals.unreadable = 1;
  totals.problems = {{"a.txt", "empty file", 0, false}, {"b.txt", "no financial table", 0, true, true}};
  const auto format = report::check_sarif({});
  const Json sarif = Json::parse(format->opening(totals) + format->closing(totals, 7));
  EXPECT_EQ(sarif["runs"][0]["invocations"][0], Json::parse(R"({"executionSuccessful":false,
      "toolExecutionNotifications":[
        {"level":"error","message":{"text":"a.txt: empty file"}},
        {"level":"note","message":{"text":"b.txt: no financial table"}},
        {"level":"warning","message":{"text":"7 findings are left out"}}]})"));
}

// ---------------------------------------------------------------- JUnit

TEST(CheckJunit, IsACaseARuleAndFile) {
  const MadeUp made_up;
  const std::string xml = printed(*report::check_junit({}), made_up.file);
  EXPECT_TRUE(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kcfin\">\n"));
  EXPECT_NE(xml.find(fmt::format(
                "<testsuite name=\"lanting.txt\" tests=\"{}\" failures=\"1\" errors=\"0\" skipped=\"{}\">",
                rules().size(), rules().size() - 2)),
            std::string::npos)
      << xml;
  EXPECT_NE(
      xml.find("    <testcase classname=\"lanting.txt\" name=\"translation/cell\">\n"
               "      <failure message=\"US$8,031 thousand is not RMB185,135 thousand at 7.2513.\" "
               "type=\"translation/cell\">lanting.txt:20:52: error: US$8,031 thousand is not RMB185,135 "
               "thousand at 7.2513.\n"
               "  Reconciliation of “GAAP” and non-GAAP results, column “2023 / US$”\n"
               "  185,135 ÷ 7.2513 = 25,531\n"),
      std::string::npos)
      << xml;
  EXPECT_NE(
      xml.find("    <testcase classname=\"lanting.txt\" name=\"text/row\"><skipped message=\"no check of "
               "this rule applies\"/></testcase>\n"),
      std::string::npos);
}

TEST(CheckJunit, FailsAtTheSeverityThatFails) {
  const MadeUp made_up;
  const auto failures = [&made_up](std::optional<Severity> fail_on) {
    const std::string xml = printed(*report::check_junit({.fail_on = fail_on}), made_up.file);
    const std::regex failure("<failure ");
    return std::distance(std::sregex_iterator(xml.begin(), xml.end(), failure), std::sregex_iterator());
  };
  EXPECT_EQ(failures(std::nullopt), 0);
  EXPECT_EQ(failures(Severity::error), 1);
  EXPECT_EQ(failures(Severity::warning), 2);
}

TEST(CheckJunit, SaysWhatCouldNotBeRead) {
  const auto format = report::check_junit({});
  EXPECT_EQ(
      format->pieces(report::Problem{"a&b.txt", "empty file", 0, false})[0].text,
      "  <testsuite name=\"a&amp;b.txt\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
      "    <testcase classname=\"a&amp;b.txt\" name=\"read\"><error message=\"empty file\"/></testcase>\n"
      "  </testsuite>\n");
  EXPECT_EQ(
      format->pieces(report::Problem{"b.txt", "no financial table", 0, true, true})[0].text,
      "  <testsuite name=\"b.txt\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\">\n"
      "    <testcase classname=\"b.txt\" name=\"read\"><skipped message=\"no financial table\"/></testcase>\n"
      "  </testsuite>\n");
}

TEST(CheckJunit, CannotBeBrokenOutOf) {
  MadeUp made_up;
  made_up.file.name = "\"><x>.txt";
  made_up.file.checked.report.findings[0].message = "]]></failure><evil a='\"'/>&amp;\x1b\x01";
  const std::string xml = printed(*report::check_junit({}), made_up.file);
  EXPECT_EQ(xml.find("<evil"), std::string::npos);
  EXPECT_EQ(xml.find("<x>"), std::string::npos);
  EXPECT_EQ(xml.find('\x1b'), std::string::npos);
  EXPECT_NE(xml.find("]]&gt;&lt;/failure&gt;&lt;evil a=&#39;&quot;&#39;/&gt;&amp;amp;␛␁"), std::string::npos)
      << xml;
}

// ---------------------------------------------------------------- GitHub

TEST(CheckGithub, AnnotatesTheLine) {
  const MadeUp made_up;
  EXPECT_EQ(
      printed(*report::check_github(), made_up.file),
      "::error file=lanting.txt,line=20,col=52,title=translation/cell::US$8,031 thousand is not RMB185,135 "
      "thousand at 7.2513.%0AReconciliation of “GAAP” and non-GAAP results, column “2023 / US$”"
      "%0A185,135 ÷ 7.2513 = 25,531%0A25,531; the printed 8,031 is the figure of "
      "“Interest "
      "expense” on line 25.%0Afollows from it: line 22: US$(117,819) thousand is not RMB(727,430) thousand "
      "at "
      "7.2513.%0Afollows from it: line 30: US$8.0 million is not RMB185.1 million at 7.2513.\n"
      "::warning file=lanting.txt,line=22,col=40,title=footing/total::The total is one more than the sum of "
      "its parts.%0AReconciliation of “GAAP” and non-GAAP results, column “2023 / RMB”"
      "%0A-1,107,093 + 43,106 + 151,422 + 185,135 = -727,430%0Amay be wrong: line 22, Adjusted net "
      "loss, “as defined”, printed -727,430, would be -727,431%0Amay be wrong: line 20, Impairment of "
      "long-lived assets, printed 185,135, would be 185,136\n"
      "::notice file=lanting.txt,line=20,col=44,title=footing/total::The sum holds within rounding."
      "%0AReconciliation of “GAAP” and non-GAAP results, column “2023 / RMB”"
      "%0A-1,107,093 + 43,106 + 151,422 + 185,135 = -727,430\n");
}

TEST(CheckGithub, CannotBeBrokenOutOf) {
  MadeUp made_up;
  made_up.file.name = "a,line=1:x%.txt";
  made_up.file.checked.report.findings = {made_up.file.checked.report.findings[0]};
  made_up.file.checked.report.findings[0].message = "100%0A\n::set-output name=x::y\r##[error]z";
  const std::string text = printed(*report::check_github(), made_up.file);
  EXPECT_TRUE(text.starts_with("::error file=a%2Cline=1%3Ax%25.txt,line=20,")) << text;
  EXPECT_NE(text.find("::100%250A␊::set-output name=x::y␍# #[error]z%0A"), std::string::npos) << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
}

TEST(CheckGithub, SaysHowManyAreNotShown) {
  const auto format = report::check_github();
  EXPECT_EQ(format->most_pieces_of_a_rank(), 10U);
  EXPECT_EQ(format->closing({}, 0), "");
  EXPECT_EQ(format->closing({}, 1),
            "1 more finding is not shown: GitHub takes 10 of each severity from a step\n");
  EXPECT_EQ(format->closing({}, 42),
            "42 more findings are not shown: GitHub takes 10 of each severity from a step\n");
}

TEST(CheckGithub, SaysWhatCouldNotBeRead) {
  const auto format = report::check_github();
  EXPECT_EQ(format->pieces(report::Problem{"a.txt", "empty file", 0, false})[0].text,
            "::error file=a.txt,title=kcfin::empty file\n");
  EXPECT_TRUE(format->pieces(report::Problem{"b.txt", "no financial table", 0, true, true}).empty());
}

// ---------------------------------------------------------------- GitLab

TEST(CheckGitlab, IsAnEntryARootFinding) {
  MadeUp made_up;
  made_up.file.name = "./filings/lanting.txt";
  const Json report = Json::parse(printed(*report::check_gitlab(), made_up.file));
  ASSERT_EQ(report.size(), 3U);
  EXPECT_EQ(report[0]["check_name"], "translation/cell");
  EXPECT_EQ(report[0]["severity"], "critical");
  EXPECT_EQ(report[0]["location"], Json::parse(R"({"path":"filings/lanting.txt","lines":{"begin":20}})"));
  EXPECT_TRUE(report[0]["description"].get<std::string>().starts_with(
      "US$8,031 thousand is not RMB185,135 thousand at 7.2513.\n"));
  EXPECT_TRUE(report[0]["description"].get<std::string>().ends_with("\n2 findings follow from it"));
  EXPECT_EQ(report[1]["severity"], "info");
  EXPECT_EQ(report[2]["severity"], "minor");
}

TEST(CheckGitlab, NamesEachEntryOnce) {
  MadeUp made_up;
  auto& findings = made_up.file.checked.report.findings;
  for (Finding& finding : findings) finding.fingerprint = "00ff";
  std::set<std::string> names;
  for (const Json& entry : Json::parse(printed(*report::check_gitlab(), made_up.file))) {
    names.insert(entry["fingerprint"].get<std::string>());
  }
  EXPECT_EQ(names, (std::set<std::string>{"lanting.txt:00ff", "lanting.txt:00ff:2", "lanting.txt:00ff:3"}));
  findings.clear();
  EXPECT_EQ(Json::parse(printed(*report::check_gitlab(), made_up.file)), Json::array());
}

TEST(CheckGitlab, SaysWhatCouldNotBeRead) {
  const auto format = report::check_gitlab();
  const Json entry = Json::parse(format->pieces(report::Problem{"a.txt", "empty file", 0, false})[0].text);
  EXPECT_EQ(entry["severity"], "blocker");
  EXPECT_EQ(entry["description"], "empty file");
  EXPECT_EQ(entry["location"]["lines"]["begin"], 1);
  EXPECT_TRUE(format->pieces(report::Problem{"b.txt", "no financial table", 0, true, true}).empty());
}

// ---------------------------------------------------------------- Markdown

TEST(CheckMarkdown, IsATableOfWhatWasFound) {
  const MadeUp made_up;
  const auto format = report::check_markdown({});
  const report::Totals totals = report::Totals::of(made_up.file);
  EXPECT_EQ(format->opening(totals),
            "### kcfin: 1 error, 1 warning in 1 filing\n\n| | where | rule | what |\n|---|---|---|---|\n");
  const auto pieces = format->pieces(made_up.file);
  ASSERT_EQ(pieces.size(), 2U);  // the note is counted alone
  EXPECT_TRUE(
      pieces[0].text.starts_with("| ❌ error | lanting.txt:20 | translation/cell | US\\$8,031 thousand is not "
                                 "RMB185,135 thousand at 7.2513.<br>"))
      << pieces[0].text;
  EXPECT_TRUE(pieces[0].text.ends_with("<br>2 findings follow from it |\n")) << pieces[0].text;
  EXPECT_NE(format->closing(totals, 3).find("\n3 more are not shown.\n"), std::string::npos);
  EXPECT_NE(format->closing(totals, 0).find("; 1 note"), std::string::npos) << format->closing(totals, 0);
  EXPECT_EQ(report::check_markdown({.notes = true})->pieces(made_up.file).size(), 3U);
}

TEST(CheckMarkdown, SaysThatNothingWasFound) {
  report::Totals totals;
  totals.files = 2;
  totals.figures = totals.figures_checked = 7;
  totals.passed = 1;
  const auto format = report::check_markdown({});
  EXPECT_EQ(format->opening(totals) + format->closing(totals, 0),
            "### kcfin: 0 errors, 0 warnings in 2 filings\n\n\n7 of 7 figures checked, 1 check passed, 0 "
            "failed.\n");
}

TEST(CheckMarkdown, CannotBeBrokenOutOf) {
  MadeUp made_up;
  made_up.file.name = "a|b](x).txt";
  made_up.file.checked.report.findings[0].message = "<img src=x> | @all [x](y) `c` \n# head";
  const std::string text = report::check_markdown({})->pieces(made_up.file)[0].text;
  EXPECT_NE(text.find("a\\|b\\](x).txt:20"), std::string::npos) << text;
  EXPECT_NE(text.find("&#60;img src=x&#62; \\| &#64;all \\[x\\](y) \\`c\\` ␊\\# head"), std::string::npos)
      << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
}

TEST(CheckMarkdown, SaysWhatCouldNotBeRead) {
  const auto format = report::check_markdown({});
  EXPECT_EQ(format->pieces(report::Problem{"a.txt", "empty file", 0, false})[0].text,
            "| ❌ not read | a.txt | | empty file |\n");
}

}  // namespace
}  // namespace kcfin::testing
