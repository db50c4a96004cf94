// Bad input: one clear line on standard error, exit code 2, nothing on standard output.
#include <fmt/format.h>
#include <sys/stat.h>

#include "cli/program.h"

namespace kcfin::testing {
namespace {

namespace fs = std::filesystem;

// The superuser may read everything: what a plain user may not is tried as one.
void as_plain_user() {
  if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(126);
}

class BadInput : public ::testing::TestWithParam<std::string> {
 protected:
  // Every command that reads filings refuses them alike.
  void refused(const std::string& file, const std::string& message,
               const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {GetParam(), file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ended ended = run(Start{arguments, {}, {}, {}, as_plain_user});
    EXPECT_EQ(ended.err, fmt::format("kcfin: {}: {}\n", file, message));
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(ended.code, 2);
  }
  Folder folder;
};

INSTANTIATE_TEST_SUITE_P(Commands, BadInput, ::testing::Values("check", "extract", "facts"),
                         [](const auto& command) { return command.param; });

TEST_P(BadInput, MissingFile) { refused(folder.at("gone.txt"), "no such file or directory"); }

TEST_P(BadInput, PartOfThePathIsAFile) {
  folder.write("a.txt", "text");
  refused(folder.at("a.txt/b.txt"), "not a directory");
}

TEST_P(BadInput, NoPermission) {
  const std::string file = folder.write("secret.txt", "text");
  fs::permissions(file, fs::perms::none);
  refused(file, "permission denied");
}

TEST_P(BadInput, FolderWithoutPermission) {
  fs::create_directory(folder.at("secret"));
  fs::permissions(folder.at("secret"), fs::perms::none);
  refused(folder.at("secret"), "permission denied");
}

TEST_P(BadInput, FolderWithoutFilings) {
  folder.write("folder/notes.doc", "text");
  folder.write("folder/.hidden.txt", "text");
  refused(folder.at("folder"), "no filings in this directory (*.txt, *.htm, *.html, *.md)");
}

TEST_P(BadInput, EmptyFile) { refused(folder.write("empty.txt", ""), "empty file"); }

TEST_P(BadInput, BinaryFile) {
  refused(folder.write("photo.txt", std::string_view("abc\0def", 7)), "binary file (NUL at byte 4)");
}

TEST_P(BadInput, InvalidUtf8) {
  refused(folder.write("mixed.txt", "caf\xC3\xA9 \x81\x8D and \xC3( too\n"), "invalid UTF-8 at byte 7");
}

TEST_P(BadInput, NoFinancialTable) {
  refused(folder.write("letter.txt", "Dear shareholders,\n\nthe meeting is at noon.\n"),
          "no financial table");
  refused(folder.at("letter.txt"), "no financial table", {"--no-tables", "error"});
}

TEST_P(BadInput, OverTheSizeLimit) {
  refused(folder.write("large.txt", "0123456789"), "larger than the limit of 9 bytes (--max-bytes)",
          {"--max-bytes", "9"});
}

TEST_P(BadInput, AFileOfManyTerabytesIsNotRead) {
  const std::string file = folder.write("sparse.txt", "");
  fs::resize_file(file, std::uintmax_t{1} << 41U);
  refused(file, "larger than the limit of 268435456 bytes (--max-bytes)");
}

TEST_P(BadInput, Device) {
  refused("/dev/zero", "a device, not a file");
  refused("/dev/null", "a device, not a file");
}

TEST_P(BadInput, EndlessStandardInput) {
  const Ended ended = run(Start{{GetParam(), "-", "--max-bytes", "100000"}, {}, {}, {}, [] {
                                  dup2(open("/dev/zero", O_RDONLY), STDIN_FILENO);
                                }});
  EXPECT_EQ(ended.err, "kcfin: -: larger than the limit of 100000 bytes (--max-bytes)\n");
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.code, 2);
}

TEST_P(BadInput, EmptyStandardInput) { refused("-", "empty file"); }

TEST_P(BadInput, PipeThatNothingWritesTo) {
  ASSERT_EQ(mkfifo(folder.at("pipe.txt").c_str(), 0666), 0);
  fs::permissions(folder.at("pipe.txt"), static_cast<fs::perms>(0666));
  refused(folder.at("pipe.txt"), "a pipe that nothing writes to");
}

TEST_P(BadInput, LinkToNowhere) {
  fs::create_symlink(folder.at("gone.txt"), folder.at("link.txt"));
  refused(folder.at("link.txt"), "no such file or directory");
}

TEST_P(BadInput, ControlCharactersOfANameAreShown) {
  const Ended ended = run({GetParam(), folder.at("a\nb\x1b[31m.txt")});
  EXPECT_EQ(ended.err, fmt::format("kcfin: {}/a␊b␛[31m.txt: no such file or directory\n", folder.path()));
  EXPECT_EQ(ended.code, 2);
}

TEST_P(BadInput, UnwritableOutputIsSaidBeforeAnythingIsRead) {
  const std::string file = folder.at("gone.txt");
  const Ended missing = run({GetParam(), file, "-o", folder.at("no/such/out")});
  EXPECT_EQ(missing.err, fmt::format("kcfin: {}: no such file or directory\n", folder.at("no/such/out")));
  EXPECT_EQ(missing.code, 2);
  const Ended into_folder = run({GetParam(), file, "-o", folder.path()});
  EXPECT_EQ(into_folder.err, fmt::format("kcfin: {}: is a directory\n", folder.path()));
  EXPECT_EQ(into_folder.code, 2);
  const Ended denied = run(Start{{GetParam(), file, "-o", folder.at("out")}, {}, {}, {}, as_plain_user});
  if (geteuid() == 0) {
    EXPECT_EQ(denied.err, fmt::format("kcfin: {}: permission denied\n", folder.at("out")));
  }
  EXPECT_EQ(denied.code, 2);
}

TEST_P(BadInput, LeavesNoOutputFileWhereNothingWasRead) {
  const std::string letter = folder.write("letter.txt", "Dear shareholders,\n");
  EXPECT_EQ(run({GetParam(), letter, "-o", folder.at("out")}).code, 2);
  EXPECT_EQ(folder.entries(), std::vector<std::string>{"letter.txt"});
}

TEST_P(BadInput, EveryFileIsNamedInTheOrderGiven) {
  folder.write("b/2.txt", "");
  folder.write("b/10.HTM", "");
  folder.write("b/a/z.md", "");
  folder.write("b/notes.doc", "");
  fs::create_directory_symlink(folder.at("b"), folder.at("b/a/loop"));
  for (const char* jobs : {"1", "2", "7"}) {
    const Ended ended = run({GetParam(), "z.txt", "b", "a.html", "--jobs", jobs}, folder);
    EXPECT_EQ(ended.err,
              "kcfin: z.txt: no such file or directory\n"
              "kcfin: b/10.HTM: empty file\n"
              "kcfin: b/2.txt: empty file\n"
              "kcfin: b/a/z.md: empty file\n"
              "kcfin: a.html: no such file or directory\n");
    EXPECT_EQ(ended.code, 2);
  }
}

TEST_P(BadInput, SeveralFilesWithoutTablesCheckedNothing) {
  folder.write("a.txt", "Dear shareholders,\n");
  folder.write("b.txt", "Dear bondholders,\n");
  const Ended ended = run({GetParam(), "a.txt", "b.txt"}, folder);
  EXPECT_EQ(ended.err,
            "kcfin: a.txt: no financial table\n"
            "kcfin: b.txt: no financial table\n"
            "kcfin: no file has a financial table: nothing was checked\n");
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.code, 2);
}

}  // namespace
}  // namespace kcfin::testing
