// `kcfin check` from end to end, on the bundled filings: exit codes, outputs, order, what is known.
#include <fmt/format.h>
#include <pty.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "cli/program.h"

namespace kcfin::testing {
namespace {

using Json = nlohmann::json;

std::string bundled(std::string_view name) { return fmt::format("{}/{}", KCFIN_TESTDATA, name); }

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Check : public ::testing::Test {
 protected:
  // A folder with a sound filing, one with an error, and one without statements.
  void SetUp() override {
    folder.write("sound.txt", content(bundled("interim-sound.txt")));
    folder.write("wrong.txt", content(bundled("interim-mistranslated-impairment.txt")));
    folder.write("letter.txt", content(bundled("no-statements.txt")));
  }
  Ended check(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "check");
    return run(arguments, folder);
  }
  Folder folder;
};

TEST_F(Check, ExitsWithZeroOnASoundFiling) {
  const Ended ended = check({"sound.txt"});
  EXPECT_EQ(ended.code, 0) << ended.out;
  EXPECT_EQ(ended.err, "");
  EXPECT_TRUE(ended.out.starts_with("1 file: ")) << ended.out;
  const Ended quiet = check({"--quiet", "sound.txt"});
  EXPECT_EQ(quiet.code, 0);
  EXPECT_EQ(quiet.out, "");
}

TEST_F(Check, ExitsWithOneOnAnError) {
  const Ended ended = check({"wrong.txt"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(ended.err, "");
  EXPECT_TRUE(ended.out.starts_with("error  ")) << ended.out;
  EXPECT_NE(ended.out.find("  wrong.txt:85:47\n"), std::string::npos) << ended.out;
}

TEST_F(Check, FailsAtTheSeverityAskedFor) {
  EXPECT_EQ(check({"--fail-on", "never", "wrong.txt"}).code, 0);
  EXPECT_EQ(check({"--fail-on", "warning", "wrong.txt"}).code, 1);
  EXPECT_EQ(check({"--fail-on", "note", "sound.txt", "wrong.txt"}).code, 1);
}

TEST_F(Check, PassesOverFilingsWithoutStatements) {
  const Ended ended = check({"letter.txt", "sound.txt"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, "kcfin: letter.txt: no financial table\n");
  EXPECT_TRUE(ended.out.ends_with("; 1 without tables\n")) << ended.out;
  const Ended strict = check({"--no-tables", "error", "letter.txt", "sound.txt"});
  EXPECT_EQ(strict.code, 2);
  EXPECT_EQ(strict.err, ended.err);
  EXPECT_EQ(strict.out, ended.out);
  const Json summary = Json::parse(check({"--format", "json", "letter.txt", "sound.txt"}).out)["summary"];
  EXPECT_EQ(summary["files"], 1);
  EXPECT_EQ(summary["without_tables"], 1);
  EXPECT_EQ(summary["unreadable"], 0);
}

// What the exit code says, each report says.
TEST_F(Check, ReportsAFilingWithoutStatementsAsItsOptionSays) {
  const auto report = [&](const std::string& format, const std::string& no_tables) {
    return check({"--format", format, "--no-tables", no_tables, "letter.txt", "sound.txt"}).out;
  };
  const auto invocation = [&](const std::string& no_tables) {
    return Json::parse(report("sarif", no_tables))["runs"][0]["invocations"][0];
  };
  EXPECT_EQ(invocation("skip")["executionSuccessful"], true);
  EXPECT_EQ(invocation("skip")["toolExecutionNotifications"][0]["level"], "note");
  EXPECT_EQ(invocation("error")["executionSuccessful"], false);
  EXPECT_EQ(invocation("error")["toolExecutionNotifications"][0]["level"], "error");
  EXPECT_EQ(Json::parse(report("gitlab", "skip")).size(), 0U);
  EXPECT_EQ(Json::parse(report("gitlab", "error"))[0]["severity"], "blocker");
  EXPECT_EQ(report("github", "skip").find("::error file=letter.txt"), std::string::npos);
  EXPECT_NE(report("github", "error").find("::error file=letter.txt"), std::string::npos);
  EXPECT_NE(report("junit", "skip").find("<skipped message=\"no financial table\"/>"), std::string::npos);
  EXPECT_NE(report("junit", "error").find("<error message=\"no financial table\"/>"), std::string::npos);
  EXPECT_EQ(report("markdown", "skip").find("not read | letter.txt"), std::string::npos);
  EXPECT_NE(report("markdown", "error").find("not read | letter.txt"), std::string::npos);
}

TEST_F(Check, ReportsEveryOtherFile) {
  const Ended ended = check({"--format", "json", "gone.txt", "wrong.txt", "letter.txt"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(ended.err, "kcfin: gone.txt: no such file or directory\nkcfin: letter.txt: no financial table\n");
  EXPECT_TRUE(check({"gone.txt", "wrong.txt"}).out.ends_with("; 1 unreadable\n"));
  const Json json = Json::parse(ended.out);
  EXPECT_EQ(json["summary"]["unreadable"], 1);
  EXPECT_EQ(json["files"].size(), 1U);
}

// The counts of each file come from a process of its own: none may be left behind.
TEST_F(Check, SaysInItsLastLineWhatStandsInNoTable) {
  std::string text = content(bundled("interim-sound.txt"));
  text += "\nCONSOLIDATED STATEMENTS OF CASH FLOWS\n(in RMB thousands)\n";
  for (int i = 0; i < 40; ++i)
    text += "Amount of line " + std::to_string(i) + "    12,3" + std::to_string(10 + i) +
            "\nThis line says something else about the business of the company.\n";
  folder.write("loose.txt", text);
  const Ended ended = check({"loose.txt"});
  EXPECT_TRUE(ended.out.ends_with("figures checked; 40 figures in no table\n")) << ended.out;
  folder.write("loose-too.txt", text);
  const Ended several = check({"loose.txt", "loose-too.txt"});
  EXPECT_TRUE(several.out.ends_with("figures checked; 80 figures in no table\n")) << several.out;
}

// A torn file is no letter.
TEST_F(Check, RefusesAFileThatEndsBeforeItsFirstTableDoes) {
  folder.write("torn.htm",
               "<html><body><p>BALANCE SHEETS</p><table><tr><td></td><td>June 30, 2024</td></tr><tr><td>Ca");
  const Ended ended = check({"torn.htm", "sound.txt"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(
      ended.err,
      "kcfin: torn.htm: line 1: no financial table, and the file ends within a cell of a table: the rest is "
      "missing\n");
}

TEST_F(Check, ReadsStandardInput) {
  const Ended ended = run(Start{{"check", "--format", "json", "-"}, folder.read("wrong.txt"), {}, {}, {}});
  EXPECT_EQ(ended.code, 1);
  Json from_input = Json::parse(ended.out),
       from_file = Json::parse(check({"--format", "json", "wrong.txt"}).out);
  EXPECT_EQ(from_input["files"][0]["file"], "-");
  from_input["files"][0]["file"] = from_file["files"][0]["file"];
  EXPECT_EQ(from_input, from_file);
}

TEST_F(Check, ReadsAPipeOfTheShell) {
  ASSERT_EQ(mkfifo(folder.at("pipe.txt").c_str(), 0666), 0);
  std::thread writer(
      [this] { folder.write("pipe.txt", content(bundled("interim-mistranslated-impairment.txt"))); });
  const Ended ended = check({"pipe.txt"});
  writer.join();
  EXPECT_EQ(ended.code, 1) << ended.err;
  EXPECT_NE(ended.out.find("  pipe.txt:85:47\n"), std::string::npos) << ended.out;
}

// ---------------------------------------------------------------- outputs

TEST_F(Check, WritesAFileInsteadOfStandardOutput) {
  const std::string printed = check({"--format", "ndjson", "wrong.txt"}).out;
  const Ended ended = check({"--format", "ndjson", "wrong.txt", "-o", "out.ndjson"});
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(folder.read("out.ndjson"), printed);
  EXPECT_EQ(folder.entries(),
            (std::vector<std::string>{"letter.txt", "out.ndjson", "sound.txt", "wrong.txt"}));
}

TEST_F(Check, ReplacesAnEarlierOutputAndKeepsItsRights) {
  folder.write("out.json", "old");
  std::filesystem::permissions(folder.at("out.json"), static_cast<std::filesystem::perms>(0640));
  std::filesystem::create_symlink("out.json", folder.at("link.json"));
  EXPECT_EQ(check({"--format", "json", "wrong.txt", "-o", "link.json"}).code, 1);
  EXPECT_TRUE(std::filesystem::is_symlink(folder.at("link.json")));
  EXPECT_TRUE(folder.read("out.json").starts_with("{\"schema_version\":1,"));
  EXPECT_EQ(std::filesystem::status(folder.at("out.json")).permissions(),
            static_cast<std::filesystem::perms>(0640));
}

// A runner that reads the report must not take the one of the run before for it.
TEST_F(Check, ReportsThatNameFilesSayOfAllThatTheyWereRefused) {
  folder.write("empty.txt", "");
  const Ended ended = check({"empty.txt", "--report", "sarif=a.sarif", "--report", "junit=a.xml", "--report",
                             "gitlab=b.json", "--report", "markdown=a.md", "--report", "json=a.json"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(ended.out, "");
  EXPECT_NE(folder.read("a.sarif").find("empty.txt: empty file"), std::string::npos);
  EXPECT_NE(folder.read("a.xml").find("<error message=\"empty file\"/>"), std::string::npos);
  EXPECT_NE(folder.read("b.json").find("\"severity\":\"blocker\""), std::string::npos);
  EXPECT_NE(folder.read("a.md").find("| empty.txt | | empty file |"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(folder.at("a.json")));
}

TEST_F(Check, ReportsThatNameFilesSayOfAllThatTheyHaveNoTable) {
  const Ended ended = check({"letter.txt", "--report", "sarif=a.sarif", "--report", "junit=a.xml"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(folder.read("a.sarif").find("letter.txt: no financial table"), std::string::npos);
  EXPECT_NE(folder.read("a.xml").find("<skipped message=\"no financial table\"/>"), std::string::npos);
}

// The figure that a file ends in may lack its last digits.
TEST_F(Check, AFigureThatTheFileEndsInIsNoError) {
  folder.write("torn.htm",
               "<html><body><p>CONSOLIDATED BALANCE SHEETS</p><p>(In thousands of RMB)</p><table>"
               "<tr><td></td><td>June 30, 2023</td><td>June 30, 2024</td></tr>"
               "<tr><td>Cash</td><td>1,200</td><td>13,400</td></tr>"
               "<tr><td>Receivables</td><td>2,400</td><td>11,294</td></tr>"
               "<tr><td>Total current assets</td><td>3,600</td><td>24");
  const Ended ended = check({"torn.htm"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.out.find("the file ends within a cell of a table"), std::string::npos);
  EXPECT_EQ(ended.out.find("error  "), std::string::npos);
}

TEST_F(Check, WritesFurtherReportsFromTheSameRun) {
  const Ended ended =
      check({"wrong.txt", "--report", "sarif=a.sarif", "--report", "junit=a.xml", "--report", "json=a.json",
             "--report", "github=a.log", "--report", "gitlab=b.json", "--report", "markdown=a.md"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(ended.out, check({"wrong.txt"}).out);
  for (const auto& [format, file] : {std::pair("sarif", "a.sarif"),
                                     {"junit", "a.xml"},
                                     {"json", "a.json"},
                                     {"github", "a.log"},
                                     {"gitlab", "b.json"},
                                     {"markdown", "a.md"}}) {
    EXPECT_EQ(folder.read(file), check({"wrong.txt", "--format", format}).out) << format;
    EXPECT_FALSE(folder.read(file).empty());
  }
}

TEST_F(Check, RefusesTwoReportsInOneFile) {
  folder.write("here/.keep", "");
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--report", "sarif=a.json", "--report", "json=a.json"},
        {"--report", "sarif=a.json", "-o", "here/../a.json"},
        {"--report", "json=a.json", "--write-baseline", "a.json"}}) {
    std::vector<std::string> whole = {"wrong.txt"};
    whole.insert(whole.end(), arguments.begin(), arguments.end());
    const Ended ended = check(whole);
    EXPECT_TRUE(ended.err.ends_with("a.json: two reports of one run cannot go to one file\n")) << ended.err;
    EXPECT_EQ(ended.code, 2);
    EXPECT_EQ(ended.out, "");
  }
  EXPECT_FALSE(std::filesystem::exists(folder.at("a.json")));
}

TEST_F(Check, SaysThatAnOutputIsFull) {
  const Ended ended = check({"wrong.txt", "-o", "/dev/full"});
  EXPECT_EQ(ended.err, "kcfin: /dev/full: no space left on device\n");
  EXPECT_EQ(ended.code, 2);
  const Ended standard = run(Start{{"check", "wrong.txt"}, {}, {}, folder.path(), [] {
                                     dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
                                   }});
  EXPECT_EQ(standard.err, "kcfin: standard output: no space left on device\n");
  EXPECT_EQ(standard.code, 2);
}

TEST_F(Check, IsSilentWhenItsReaderGoesAway) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  close(ends[0]);
  const Ended ended = run(Start{
      {"check", "wrong.txt", "sound.txt"}, {}, {}, folder.path(), [&ends] { dup2(ends[1], STDOUT_FILENO); }});
  close(ends[1]);
  EXPECT_EQ(ended.err, "");
  EXPECT_EQ(ended.code, 2);
}

TEST_F(Check, SaysThatStandardOutputIsClosed) {
  const Ended ended = run(Start{{"check", "wrong.txt"}, {}, {}, folder.path(), [] { close(STDOUT_FILENO); }});
  EXPECT_EQ(ended.err, "kcfin: standard output: bad file descriptor\n");
  EXPECT_EQ(ended.code, 2);
}

TEST_F(Check, PrintsTheSameForAnyNumberOfJobs) {
  std::vector<std::string> arguments;
  for (int i = 0; i < 30; ++i) {
    const std::string name = fmt::format("many/{:02}.txt", i);
    folder.write(name, i % 7 == 3 ? "" : folder.read(i % 3 == 0 ? "wrong.txt" : "sound.txt"));
  }
  for (const char* format : {"text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown"}) {
    const Ended one = check({"many", "--jobs", "1", "--format", format});
    EXPECT_EQ(one.code, 2);
    EXPECT_FALSE(one.out.empty());
    for (const char* jobs : {"2", "3", "16"}) {
      const Ended several = check({"many", "--jobs", jobs, "--format", format});
      EXPECT_EQ(several.out, one.out) << format << jobs;
      EXPECT_EQ(several.err, one.err) << format << jobs;
      EXPECT_EQ(several.code, one.code) << format << jobs;
    }
  }
}

TEST_F(Check, ShowsTenOfASeverityToGitHub) {
  for (int i = 0; i < 12; ++i) folder.write(fmt::format("many/{:02}.txt", i), folder.read("wrong.txt"));
  const Ended ended = check({"many", "--format", "github"});
  std::size_t errors = 0;
  for (std::size_t at = ended.out.find("::error "); at != std::string::npos;
       at = ended.out.find("::error ", at + 1)) {
    ++errors;
  }
  EXPECT_EQ(errors, 10U);
  EXPECT_NE(ended.out.find(" more findings are not shown: GitHub takes 10 of each severity from a step\n"),
            std::string::npos)
      << ended.out;
}

TEST_F(Check, EndsWithWhatIsFinishedWhenInterrupted) {
  ASSERT_EQ(mkfifo(folder.at("pipe.txt").c_str(), 0666), 0);
  const int writer = open(folder.at("pipe.txt").c_str(), O_RDWR);  // so that its reader waits
  Start start{{"check", "--format", "json", "wrong.txt", "pipe.txt", "sound.txt", "-o", "out.json"},
              {},
              {},
              folder.path(),
              [] {
                // A child of the program-to-be interrupts it once it waits for the pipe.
                const pid_t program = getpid();
                if (fork() == 0) {
                  usleep(400'000);
                  kill(program, SIGINT);
                  _exit(0);
                }
              }};
  const Ended ended = run(start);
  close(writer);
  EXPECT_EQ(ended.code, 2);
  EXPECT_TRUE(ended.err.starts_with("kcfin: interrupted: ")) << ended.err;
  const Json json = Json::parse(folder.read("out.json"));
  ASSERT_GE(json["files"].size(), 1U);
  EXPECT_EQ(json["files"][0]["file"], "wrong.txt");
}

// ---------------------------------------------------------------- terminals

// What has come through a terminal so far.
void take(int terminal, std::string& sent) {
  std::array<char, 65536> more{};
  const ssize_t got = read(terminal, more.data(), more.size());
  if (got > 0) sent.append(more.data(), static_cast<std::size_t>(got));
}

// What the program sends to standard error while it waits for a pipe: at a terminal until a progress line
// that counts one file has come, which a busy machine may delay; elsewhere for a second and a half.
std::string sent_while_waiting(const Folder& folder, bool terminal) {
  EXPECT_EQ(mkfifo(folder.at("pipe.txt").c_str(), 0666), 0);
  const int writer = open(folder.at("pipe.txt").c_str(), O_RDWR);
  int here = -1, there = -1;
  EXPECT_EQ(openpty(&here, &there, nullptr, nullptr, nullptr), 0);
  fcntl(here, F_SETFL, O_NONBLOCK);
  std::string sent;
  std::thread patience([&sent, writer, here, terminal] {
    constexpr int kTenths = 300;
    for (int tenth = 0; tenth < (terminal ? kTenths : 15); ++tenth) {
      usleep(100'000);
      take(here, sent);
      if (sent.find("1 of 3 files") != std::string::npos) break;
    }
    EXPECT_EQ(write(writer, "Dear shareholders,\n", 19), 19);
    close(writer);
  });
  const Ended ended = run(Start{{"check", "--jobs", "2", "sound.txt", "pipe.txt", "wrong.txt"},
                                {},
                                {},
                                folder.path(),
                                [terminal, writer, there] {
                                  close(writer);
                                  if (terminal) dup2(there, STDERR_FILENO);
                                }});
  patience.join();
  EXPECT_EQ(ended.code, 1);
  take(here, sent);
  close(here);
  close(there);
  return terminal ? sent : ended.err;
}

TEST_F(Check, ShowsItsProgressOnATerminal) {
  const std::string sent = sent_while_waiting(folder, true);
  EXPECT_NE(sent.find("\r\x1b[K1 of 3 files  0.0 MB/s  0:0"), std::string::npos) << sent;
  EXPECT_NE(sent.find(" left  "), std::string::npos);
  EXPECT_NE(sent.find("\r\x1b[Kkcfin: pipe.txt: no financial table"), std::string::npos) << sent;
}

TEST_F(Check, ShowsNoProgressElsewhere) {
  EXPECT_EQ(sent_while_waiting(folder, false), "kcfin: pipe.txt: no financial table\n");
}

TEST_F(Check, ColoursOnlyForATerminalUnlessToldTo) {
  EXPECT_EQ(check({"wrong.txt"}).out.find('\x1b'), std::string::npos);
  EXPECT_TRUE(check({"--color", "always", "wrong.txt"}).out.starts_with("\x1b[1;31merror\x1b[0m"));
  EXPECT_EQ(check({"--color", "never", "wrong.txt"}).out.find('\x1b'), std::string::npos);
}

TEST_F(Check, PrintsForTheWidthThatIsWanted) {
  const auto widest = [this](const char* columns) {
    const Ended ended = run(Start{{"check", "wrong.txt"}, {}, {{"COLUMNS", columns}}, folder.path(), {}});
    std::size_t most = 0;
    for (std::size_t start = 0; start < ended.out.size();) {
      const std::size_t end = ended.out.find('\n', start);
      if (!ended.out.substr(start).starts_with("1 file:")) most = std::max(most, end - start);
      start = end + 1;
    }
    return most;
  };
  EXPECT_LE(widest("60"), 70U);  // in bytes, of which an arrow takes three
  EXPECT_GT(widest("200"), 80U);
}

}  // namespace
}  // namespace kcfin::testing
