// A fault inside the program on one file is one refused file: whatever it is, whichever command, format and
// number of jobs, the others come out as they do without it.
#include <fmt/format.h>
#include <sys/resource.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "cli/program.h"

namespace kcfin::testing {
namespace {

using Json = nlohmann::json;

std::string bundled(std::string_view name) {
  std::ifstream file(fmt::format("{}/{}", KCFIN_TESTDATA, name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

constexpr std::array kKinds = {"assertion", "abort", "segmentation", "exception", "memory", "exit", "stack"};

class Fault : public ::testing::Test {
 protected:
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "a sanitizer takes the faults, and tells them itself";
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
    GTEST_SKIP() << "a sanitizer takes the faults, and tells them itself";
#endif
#endif
    folder.write("a.txt", bundled("interim-sound.txt"));
    folder.write("c.txt", bundled("interim-mistranslated-impairment.txt"));
    folder.write("d.txt", bundled("comparative-first-quarter.txt"));
    folder.write("e.txt", bundled("comparative-second-quarter-differs.txt"));
  }
  // A filing that is sound but asks for a fault.
  void ask_for(std::string_view kind, std::string_view file = "b.txt") {
    folder.write(file, bundled("interim-sound.txt") + "\nThis asks for a fault: " + std::string(kind) + "\n");
  }
  Start start(std::vector<std::string> arguments) {
    return {std::move(arguments), {}, {}, folder.path(), {}, KCFIN_FAULTY_PROGRAM};
  }
  Ended faulty(std::vector<std::string> arguments) { return run(start(std::move(arguments))); }

  Folder folder;
};

TEST_F(Fault, IsOneRefusedFileWhateverItsKind) {
  for (const std::string command : {"check", "extract", "facts"}) {
    const Ended without = faulty({command, "a.txt", "c.txt", "d.txt", "e.txt"});
    EXPECT_EQ(without.err, "");
    for (const char* kind : kKinds) {
      ask_for(kind);
      const Ended ended = faulty({command, "a.txt", "b.txt", "c.txt", "d.txt", "e.txt"});
      EXPECT_EQ(ended.code, 2) << kind;
      EXPECT_TRUE(ended.err.starts_with("kcfin: b.txt: internal fault, please report: ")) << ended.err;
      EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << ended.err;
      if (command != "check") {
        EXPECT_EQ(ended.out, without.out) << kind;
      } else {
        const std::size_t totals = without.out.rfind('\n', without.out.size() - 2) + 1;
        EXPECT_EQ(ended.out.substr(0, totals), without.out.substr(0, totals)) << kind;
        EXPECT_TRUE(ended.out.ends_with("; 1 unreadable\n")) << ended.out;
      }
    }
  }
}

TEST_F(Fault, SaysWhatItIs) {
  const auto said = [this](const char* kind, std::vector<std::string> more = {}) {
    ask_for(kind);
    more.insert(more.begin(), {"check", "b.txt"});
    const Ended ended = faulty(std::move(more));
    EXPECT_EQ(ended.code, 2);
    EXPECT_EQ(ended.out, "");
    return ended.err;
  };
  const std::string begin = "kcfin: b.txt: internal fault, please report: ";
  EXPECT_EQ(said("abort"), begin + "signal 6, aborted\n");
  EXPECT_EQ(said("segmentation"), begin + "signal 11, segmentation fault\n");
  EXPECT_EQ(said("exception"), begin + "a place beyond the end\n");
  EXPECT_EQ(said("memory"), begin + "not enough memory\n");
  EXPECT_EQ(said("exit"), begin + "exit code 0\n");
  EXPECT_EQ(said("endless", {"--max-seconds", "0.2"}),
            begin + "more than 0.2 seconds of processor time (--max-seconds)\n");
#ifdef _GLIBCXX_ASSERTIONS
  EXPECT_NE(said("assertion").find("Assertion '__n < this->size()' failed. (signal 6, aborted)\n"),
            std::string::npos);
#endif
}

TEST_F(Fault, LeavesEveryFormatAndNumberOfJobsAsTheyAre) {
  std::vector<std::string> files, sound;
  for (int i = 0; i < 24; ++i) {
    files.push_back(fmt::format("{:02}.txt", i));
    if (i % 5 == 2) {
      ask_for(kKinds[static_cast<std::size_t>(i) % kKinds.size()], files.back());
    } else {
      sound.push_back(files.back());
      folder.write(files.back(), folder.read(i % 3 == 0 ? "d.txt" : i % 3 == 1 ? "c.txt" : "e.txt"));
    }
  }
  const auto over = [this](std::vector<std::string> arguments, const std::vector<std::string>& over_files) {
    arguments.insert(arguments.end(), over_files.begin(), over_files.end());
    return faulty(std::move(arguments));
  };
  for (const auto& [command, format] :
       std::vector<std::pair<std::string, std::string>>{{"check", "text"},
                                                        {"check", "json"},
                                                        {"check", "ndjson"},
                                                        {"check", "sarif"},
                                                        {"check", "junit"},
                                                        {"check", "github"},
                                                        {"extract", "json"},
                                                        {"facts", "csv"},
                                                        {"facts", "ndjson"}}) {
    const Ended one = over({command, "--format", format, "--jobs", "1"}, files);
    EXPECT_EQ(one.code, 2);
    EXPECT_EQ(std::count(one.err.begin(), one.err.end(), '\n'), 5) << one.err;
    for (const char* jobs : {"2", "7"}) {
      const Ended several = over({command, "--format", format, "--jobs", jobs}, files);
      EXPECT_EQ(several.out, one.out) << command << format << jobs;
      EXPECT_EQ(several.err, one.err) << command << format << jobs;
      EXPECT_EQ(several.code, 2);
    }
    const Ended without = over({command, "--format", format}, sound);
    if (format == "ndjson" || format == "csv") {
      EXPECT_EQ(one.out, without.out) << command;
    } else if (format == "json") {
      EXPECT_EQ(Json::parse(one.out)["files"], Json::parse(without.out)["files"]) << command;
    } else if (format == "github") {
      EXPECT_NE(one.out.find("::error file=02.txt,title=kcfin::internal fault, please report: "),
                std::string::npos);
    } else if (format == "sarif") {
      EXPECT_EQ(Json::parse(one.out)["runs"][0]["results"], Json::parse(without.out)["runs"][0]["results"]);
    }
  }
}

TEST_F(Fault, LeavesWhatEarlierFilingsSayAsItIs) {
  ask_for("segmentation");
  const Ended without = faulty({"check", "d.txt", "e.txt", "--format", "ndjson"});
  EXPECT_NE(without.out.find("tie/comparative"), std::string::npos);
  EXPECT_EQ(faulty({"check", "d.txt", "b.txt", "e.txt", "--format", "ndjson"}).out, without.out);
  const Ended against = faulty({"check", "e.txt", "--format", "ndjson", "--against", "b.txt", "d.txt"});
  EXPECT_EQ(against.code, 2);
  EXPECT_EQ(against.err, "kcfin: b.txt: internal fault, please report: signal 11, segmentation fault\n");
  EXPECT_EQ(against.out, faulty({"check", "e.txt", "--format", "ndjson", "--against", "d.txt"}).out);
}

TEST_F(Fault, IsToldInWritingAndLeavesTheBaselineOfOthers) {
  ask_for("abort");
  const Ended ended = faulty({"check", "b.txt", "c.txt", "--write-baseline", "known.json", "-o", "out.txt",
                              "--report", "json=out.json"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(Json::parse(folder.read("out.json"))["summary"]["unreadable"], 1);
  EXPECT_EQ(Json::parse(folder.read("out.json"))["files"].size(), 1U);
  EXPECT_FALSE(Json::parse(folder.read("known.json"))["findings"].empty());
  EXPECT_EQ(faulty({"check", "c.txt", "--baseline", "known.json"}).code, 0);
}

TEST_F(Fault, OfAFileOnStandardInput) {
  Start from_input = start({"check", "a.txt", "-", "c.txt"});
  from_input.input = bundled("interim-sound.txt") + "fault: stack\n";
  const Ended ended = run(from_input);
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(ended.err, "kcfin: -: internal fault, please report: signal 11, segmentation fault\n");
  EXPECT_TRUE(ended.out.ends_with("; 1 unreadable\n")) << ended.out;
}

// ---------------------------------------------------------------- from outside

// The processes that wait in the folder for the test, as the filing's fault "wait" makes them.
std::vector<pid_t> waiting(const Folder& place, std::size_t count) {
  for (int tenth = 0; tenth < 300; ++tenth) {
    const auto names = place.entries();
    if (names.size() == count) {
      std::vector<pid_t> processes;
      for (const std::string& name : names) processes.push_back(std::stoi(name));
      return processes;
    }
    usleep(100'000);
  }
  ADD_FAILURE() << "no worker has begun";
  return {};
}

TEST_F(Fault, OfAWorkerThatIsKilledFromOutside) {
  ask_for("wait", "b.txt");
  ask_for("wait", "f.txt");
  for (const int signal : {SIGKILL, SIGTERM, SIGBUS}) {
    const Folder place;
    std::thread killer([&place, signal] {
      for (const pid_t process : waiting(place, 2)) kill(process, signal);
    });
    Start two = start({"facts", "a.txt", "b.txt", "c.txt", "f.txt", "e.txt", "--jobs", "2"});
    two.environment = {{"KCFIN_TEST_PLACE", place.path()}};
    const Ended ended = run(two);
    killer.join();
    EXPECT_EQ(ended.code, 2);
    std::string name = strsignal(signal);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    const std::string cause = fmt::format("internal fault, please report: signal {}, {}\n", signal, name);
    EXPECT_EQ(ended.err, fmt::format("kcfin: b.txt: {}kcfin: f.txt: {}", cause, cause));
    EXPECT_EQ(ended.out, faulty({"facts", "a.txt", "c.txt", "e.txt"}).out);
  }
}

TEST_F(Fault, OfTheRunItselfEndsItsWorkers) {
  ask_for("wait", "b.txt");
  const Folder place;
  std::vector<pid_t> workers;
  Start one = start({"check", "b.txt"});
  one.environment = {{"KCFIN_TEST_PLACE", place.path()}};
  one.prepare = [&place] {  // a child of the program-to-be ends it once its worker waits
    const pid_t program = getpid();
    if (fork() == 0) {
      for (const int stream : {0, 1, 2}) close(stream);
      (void)waiting(place, 1);
      kill(program, SIGKILL);
      _exit(0);
    }
  };
  EXPECT_EQ(run(one).code, 128 + SIGKILL);
  workers = waiting(place, 1);
  ASSERT_EQ(workers.size(), 1U);
  for (int tenth = 0; tenth < 100 && kill(workers.front(), 0) == 0; ++tenth) usleep(100'000);
  EXPECT_NE(kill(workers.front(), 0), 0);
}

// ---------------------------------------------------------------- of the program that users get

TEST_F(Fault, OfTheRealProgramInALargeFile) {
  std::string large = bundled("interim-sound.txt");
  while (large.size() < 8'000'000) large += large;
  folder.write("large.txt", large);
  for (const char* command : {"check", "facts"}) {
    const Ended slow = run({command, "a.txt", "large.txt", "c.txt", "--max-seconds", "0.05"}, folder);
    EXPECT_EQ(slow.code, 2);
    EXPECT_EQ(slow.err,
              "kcfin: large.txt: internal fault, please report: more than 0.05 seconds of processor time "
              "(--max-seconds)\n");
    EXPECT_FALSE(slow.out.empty());
  }
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  const Ended full = run(Start{{"facts", "a.txt", "large.txt", "c.txt"}, {}, {}, folder.path(), [] {
                                 const rlimit limit = {64U << 20U, 64U << 20U};
                                 setrlimit(RLIMIT_AS, &limit);
                               }});
  EXPECT_EQ(full.code, 2);
  EXPECT_EQ(full.err, "kcfin: large.txt: internal fault, please report: not enough memory\n");
  EXPECT_EQ(full.out, run({"facts", "a.txt", "c.txt"}, folder).out);
#endif
}

TEST_F(Fault, IsWrittenNowhereInTheRealProgram) {
  ask_for("abort");
  EXPECT_EQ(run({"check", "b.txt"}, folder).code, 0);
}

TEST_F(Fault, RefusesLimitsThatAreNone) {
  for (const char* limit : {"0", "-1", "1.2345", "soon", "1000001", ""}) {
    const Ended ended = run({"check", "a.txt", "--max-seconds", limit}, folder);
    EXPECT_EQ(ended.code, 2);
    EXPECT_NE(ended.err.find("not a number of seconds from 0.001 to 1000000"), std::string::npos)
        << ended.err;
  }
}

}  // namespace
}  // namespace kcfin::testing
