// Which files a run is over, and what it says of each: lists, shards, packed files, records, exit codes.
#include <fmt/format.h>
#include <sys/stat.h>

#include <map>
#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace kcfin::testing {
namespace {

using Json = nlohmann::json;

std::string bundled(std::string_view name) {
  std::ifstream file(fmt::format("{}/{}", KCFIN_TESTDATA, name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Files : public ::testing::Test {
 protected:
  void SetUp() override {
    folder.write("in/a.txt", bundled("interim-sound.txt"));
    folder.write("in/b.txt", bundled("us-dollars-only.txt"));
    folder.write("in/deep/c.txt", bundled("interim-mistranslated-impairment.txt"));
    folder.write("letter.txt", bundled("no-statements.txt"));
  }
  // The files that a run speaks of, in its order.
  std::string read(std::vector<std::string> arguments, const std::string& input = {}) {
    arguments.insert(arguments.begin(), {"facts", "--format", "ndjson", "--errors", "inline"});
    const Ended ended = run(Start{std::move(arguments), input, {}, folder.path(), {}});
    std::string names;
    for (const Json& record : records(ended.out)) names += record["file"].get<std::string>() + " ";
    return names + ended.err;
  }
  static std::vector<Json> records(const std::string& out) {
    std::vector<Json> found;
    for (std::size_t start = 0; start < out.size();) {
      const std::size_t end = out.find('\n', start);
      Json line = Json::parse(out.substr(start, end - start));
      if (line.contains("facts")) found.push_back(std::move(line));
      start = end + 1;
    }
    return found;
  }
  Folder folder;
};

TEST_F(Files, MayBeListedInAFile) {
  folder.write("list", "in/b.txt\nin/a.txt\r\n\nin/deep\n");
  EXPECT_EQ(read({"--files-from", "list"}), "in/b.txt in/a.txt in/deep/c.txt ");
  EXPECT_EQ(read({"--files-from", "-"}, "in/a.txt\nin/b.txt"), "in/a.txt in/b.txt ");
  EXPECT_EQ(read({"--files0-from", "-"}, std::string("in/b.txt\0in/a.txt\0", 18)), "in/b.txt in/a.txt ");
  EXPECT_EQ(read({"in/a.txt", "--files-from", "list"}), "in/a.txt in/b.txt in/deep/c.txt ");
  EXPECT_EQ(read({"--files-from", "gone"}), "kcfin: gone: no such file or directory\n");
  EXPECT_EQ(read({"--files-from", "-"}, "\n"), "kcfin: no file is left to read\n");
}

TEST_F(Files, AreReadOnce) {
  std::filesystem::create_symlink("a.txt", folder.at("in/link.txt"));
  EXPECT_EQ(read({"in/b.txt", "in", "./in/b.txt", "in/deep/../a.txt"}), "in/b.txt in/a.txt in/deep/c.txt ");
}

TEST_F(Files, MayBePassedOver) {
  EXPECT_EQ(read({"in", "--exclude", "b.txt"}), "in/a.txt in/deep/c.txt ");
  EXPECT_EQ(read({"in", "--exclude", "in/deep/*", "--exclude", "a.*"}), "in/b.txt ");
  EXPECT_EQ(read({folder.at("in"), "--exclude", "deep/c.txt"}),
            fmt::format("{0}/in/a.txt {0}/in/b.txt ", folder.path()));
  EXPECT_EQ(read({"in", "--exclude", "*"}), "kcfin: no file is left to read\n");
}

TEST_F(Files, AreSharedOutWithoutGapsAndOverlaps) {
  EXPECT_EQ(read({"in", "--shard", "1/2"}), "in/a.txt in/deep/c.txt ");
  EXPECT_EQ(read({"in", "--shard", "2/2"}), "in/b.txt ");
  const Ended empty = run({"facts", "in", "--shard", "4/4"}, folder);
  EXPECT_EQ(empty.code, 0);  // a share of a short list may be nothing
  EXPECT_EQ(empty.err, "");
  EXPECT_TRUE(empty.out.starts_with("file,issuer,")) << empty.out;
  for (const char* shard : {"0/2", "3/2", "1", "1/0", "a/b", "1/2/3"}) {
    EXPECT_EQ(run({"facts", "in", "--shard", shard}, folder).err,
              fmt::format("kcfin: --shard {}: not of the form I/N, I from 1 to N\n", shard));
  }
}

TEST_F(Files, GetARecordEachInTheStream) {
  folder.write("bad.txt", std::string("a\0b", 3));
  for (const std::string command : {"check", "extract", "facts"}) {
    const Ended ended = run({command, "--format", "ndjson", "--errors", "inline", "in/a.txt", "letter.txt",
                             "bad.txt", "gone.txt", "in/b.txt"},
                            folder);
    EXPECT_EQ(ended.code, 2);
    const auto found = records(ended.out);
    ASSERT_EQ(found.size(), 5U) << command;
    EXPECT_EQ(found[0]["status"], "read");
    EXPECT_EQ(found[0]["sha256"].get<std::string>().size(), 64U);
    EXPECT_TRUE(found[0]["message"].is_null());
    EXPECT_GT(found[0]["facts"], 100);
    EXPECT_EQ(found[1]["status"], "no_tables");
    EXPECT_EQ(found[2]["status"], "refused");
    EXPECT_EQ(found[2]["message"], "binary file (NUL at byte 2)");
    EXPECT_TRUE(found[2]["sha256"].is_null());
    EXPECT_EQ(found[3]["message"], "no such file or directory");
    EXPECT_EQ(found[4]["status"], "read");
  }
  // ... also where nothing else is in it.
  const Ended alone = run({"facts", "--format", "ndjson", "--errors", "inline", "gone.txt"}, folder);
  EXPECT_EQ(records(alone.out).size(), 1U);
  const Ended without = run({"facts", "--format", "ndjson", "in/a.txt", "gone.txt"}, folder);
  EXPECT_EQ(without.out.find("\"facts\""), std::string::npos);
}

TEST_F(Files, MayBePackedByGzip) {
  ASSERT_EQ(std::system(fmt::format("gzip -kn {}", folder.at("in/a.txt")).c_str()), 0);
  const Ended plain = run({"facts", "--no-header", "in/a.txt"}, folder);
  Ended packed = run({"facts", "--no-header", "in/a.txt.gz"}, folder);
  EXPECT_EQ(packed.code, 0) << packed.err;
  for (std::size_t at = 0; (at = packed.out.find("a.txt.gz", at)) != std::string::npos;)
    packed.out.erase(at + 5, 3);
  EXPECT_EQ(packed.out, plain.out);
  const Ended from_input = run(Start{{"facts", "-"}, folder.read("in/a.txt.gz"), {}, folder.path(), {}});
  EXPECT_EQ(from_input.code, 0) << from_input.err;
  std::filesystem::remove(folder.at("in/a.txt"));
  EXPECT_EQ(read({"in"}), "in/a.txt.gz in/b.txt in/deep/c.txt ");  // in a folder too
  const std::string cut = folder.read("in/a.txt.gz");
  folder.write("cut.gz", cut.substr(0, cut.size() / 2));
  EXPECT_EQ(run({"check", "cut.gz"}, folder).err, "kcfin: cut.gz: a damaged gzip file\n");
  EXPECT_EQ(run({"check", "in/a.txt.gz", "--max-bytes", "10000"}, folder).err,
            "kcfin: in/a.txt.gz: larger than the limit of 10000 bytes when unpacked (--max-bytes)\n");
}

TEST_F(Files, OfStandardInputMayHaveAName) {
  const Ended ended = run(Start{
      {"check", "-", "--stdin-filename", "draft.txt"}, folder.read("in/deep/c.txt"), {}, folder.path(), {}});
  EXPECT_NE(ended.out.find("  draft.txt:85:47\n"), std::string::npos) << ended.out;
}

TEST_F(Files, RefusedOrWrongNeedNotFailARun) {
  for (const char* command : {"check", "extract", "facts"}) {
    EXPECT_EQ(run({command, "--exit-zero", "in", "gone.txt"}, folder).code, 0);
    EXPECT_EQ(run({command, "--exit-zero", "gone.txt"}, folder).code, 0);
    EXPECT_EQ(run({command, "in", "gone.txt"}, folder).code, 2);
    EXPECT_EQ(run({command, "--exit-zero", "in", "--max-bytes", "none"}, folder).code, 2);
    EXPECT_EQ(run({command, "--exit-zero", "in", "-o", "/dev/full"}, folder).code, 2);
  }
}

TEST_F(Files, OutputOfOneDashIsStandardOutput) {
  const Ended plain = run({"facts", "in"}, folder), dash = run({"facts", "in", "-o", "-"}, folder);
  EXPECT_EQ(dash.out, plain.out);
  EXPECT_FALSE(std::filesystem::exists(folder.at("-")));
  const Ended two = run({"check", "in", "--report", "json=-"}, folder);
  EXPECT_EQ(two.err, "kcfin: -: two reports of one run cannot go to one file\n");
  EXPECT_EQ(run({"check", "in", "-o", "out.txt", "--report", "json=-"}, folder).out,
            run({"check", "in", "--format", "json"}, folder).out);
}

// ---------------------------------------------------------------- what is printed

TEST_F(Files, OfASpreadsheetHoldTextAndNoFormulas) {
  folder.write("formula.txt",
               "RESULTS\n\n(in thousands of RMB)\n\n\tSix months ended June 30,\t\n\t2023\t2024\n"
               "=HYPERLINK(\"http://x\")\t1,000\t(2,000)\n-Net income from others\t300\t400\n@sum\t10\t20\n"
               "Total\t1,310\t(1,580)\n");
  const std::string out = run({"facts", "formula.txt"}, folder).out;
  EXPECT_NE(out.find(",\"'=HYPERLINK(\"\"http://x\"\")\","), std::string::npos) << out;
  EXPECT_NE(out.find(",'-Net income from others,"), std::string::npos) << out;
  EXPECT_NE(out.find(",'@sum,"), std::string::npos) << out;
  EXPECT_NE(out.find(",-2000,0,"), std::string::npos) << out;  // a number stays one
  const std::string plain = run({"facts", "in/a.txt"}, folder).out;
  const std::size_t line = plain.find('\n') + 1;
  EXPECT_EQ(run({"facts", "in/a.txt", "--no-header"}, folder).out, plain.substr(line));
  EXPECT_EQ(run({"facts", "in/a.txt", "--bom"}, folder).out, "\xEF\xBB\xBF" + plain);
}

TEST_F(Files, OfALineEachSayWhatTheyAre) {
  const Json document = Json::parse(run({"extract", "--format", "json", "in"}, folder).out);
  const std::string out = run({"extract", "--format", "ndjson", "in"}, folder).out;
  std::size_t file = 0;
  for (std::size_t start = 0; start < out.size(); ++file) {
    const std::size_t end = out.find('\n', start);
    Json line = Json::parse(out.substr(start, end - start));
    EXPECT_EQ(line["schema_version"], 1);
    EXPECT_FALSE(line["kcfin_version"].get<std::string>().empty());
    line.erase("schema_version");
    line.erase("kcfin_version");
    EXPECT_EQ(line, document["files"][file]);
    start = end + 1;
  }
  EXPECT_EQ(file, 3U);
  const Json check = Json::parse(run({"check", "--format", "ndjson", "in/a.txt"}, folder).out);
  EXPECT_EQ(check["schema_version"], 1);
  EXPECT_TRUE(check.contains("kcfin_version"));
}

}  // namespace
}  // namespace kcfin::testing
