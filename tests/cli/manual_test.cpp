// The help, the manual page, the completions and the documentation name the same options.
#include <fmt/format.h>

#include <regex>
#include <set>

#include "cli/program.h"

namespace kcfin::testing {
namespace {

using Names = std::set<std::string>;

const std::vector<std::string>& command_names() {
  static const std::vector<std::string> names = {"check", "extract", "facts", "rules", "explain"};
  return names;
}

// Every long option that a text names, and the short ones that stand alone.
Names options_in(const std::string& text) {
  Names names;
  const std::regex option(R"((?:^|[^\w-])(--[a-z][a-z0-9-]*|-[a-zA-Z])(?![\w-]))");
  for (auto at = std::sregex_iterator(text.begin(), text.end(), option); at != std::sregex_iterator(); ++at) {
    names.insert((*at)[1]);
  }
  return names;
}

// The options that the help lists, not those that its sentences mention.
Names options_of_help(const std::string& command) {
  Names names;
  std::string help = run({command, "--help"}).out;
  const std::regex line(R"(\n  (?:(-[a-zA-Z]), |    )(--[a-z0-9-]+))");
  for (auto at = std::sregex_iterator(help.begin(), help.end(), line); at != std::sregex_iterator(); ++at) {
    if ((*at)[1].matched) names.insert((*at)[1]);
    names.insert((*at)[2]);
  }
  return names;
}

std::string generated(const std::string& what) {
  const Ended ended = run({"generate", what});
  EXPECT_EQ(ended.code, 0) << ended.err;
  return ended.out;
}

// From the first match to the next: the part of a text that is about one command.
std::string part(const std::string& text, const std::string& start, const std::string& end) {
  const std::size_t from = text.find(start);
  EXPECT_NE(from, std::string::npos) << start;
  if (from == std::string::npos) return {};
  const std::size_t to = text.find(end, from + start.size());
  return text.substr(from, to == std::string::npos ? std::string::npos : to - from);
}

TEST(Manual, PageNamesTheOptionsOfTheHelp) {
  std::string page = std::regex_replace(generated("man"), std::regex(R"(\\-)"), "-");
  page = std::regex_replace(page, std::regex(R"(\\f[BIR])"), " ");
  for (const std::string& command : command_names()) {
    std::string section = part(page, fmt::format(".SS \"kcfin {}\"", command), ".S");
    Names names;
    const std::regex head(R"(\.TP\n([^\n]*))");
    for (auto at = std::sregex_iterator(section.begin(), section.end(), head); at != std::sregex_iterator();
         ++at) {
      names.merge(options_in((*at)[1]));
    }
    EXPECT_EQ(names, options_of_help(command)) << command;
  }
}

TEST(Manual, PageIsSoundTroff) {
  if (std::system("command -v groff >/dev/null") != 0) GTEST_SKIP() << "groff is not installed";
  const Folder folder;
  const std::string page = folder.write("kcfin.1", generated("man"));
  const std::string said = folder.at("warnings");
  ASSERT_EQ(
      std::system(
          fmt::format("groff -ww -man -Tutf8 -P-cbou {} >{} 2>{}", page, folder.at("page"), said).c_str()),
      0);
  EXPECT_EQ(folder.read("warnings"), "");
  EXPECT_NE(folder.read("page").find("EXIT STATUS"), std::string::npos);
}

TEST(Completions, OfBashNameTheOptionsOfTheHelp) {
  const std::string script = generated("bash");
  for (const std::string& command : command_names()) {
    EXPECT_EQ(options_in(part(script, fmt::format("\n      {}) options=", command), ";;")),
              options_of_help(command))
        << command;
  }
}

TEST(Completions, OfZshNameTheOptionsOfTheHelp) {
  const std::string script = generated("zsh");
  for (const std::string& command : command_names()) {
    std::string section = part(script, fmt::format("\n      {}) _arguments", command), ";;");
    section = std::regex_replace(section, std::regex(R"(\[[^\n]*)"), "");  // descriptions
    EXPECT_EQ(options_in(section), options_of_help(command)) << command;
  }
}

TEST(Completions, OfFishNameTheOptionsOfTheHelp) {
  const std::string script = generated("fish");
  for (const std::string& command : command_names()) {
    Names names = {"--help", "-h"};  // of every command
    const std::regex line(
        fmt::format("'__fish_seen_subcommand_from {}' -l ([a-z0-9-]+)(?: -s ([a-zA-Z]))?", command));
    for (auto at = std::sregex_iterator(script.begin(), script.end(), line); at != std::sregex_iterator();
         ++at) {
      names.insert("--" + (*at)[1].str());
      if ((*at)[2].matched) names.insert("-" + (*at)[2].str());
    }
    EXPECT_EQ(names, options_of_help(command)) << command;
  }
}

// What bash offers for the last word of a command line.
std::string offered(const std::string& words) {
  const Folder folder;
  const std::string script = folder.write("kcfin.bash", generated("bash"));
  const std::string program = fmt::format(
      "source {}; COMP_WORDS=({}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _kcfin 2>/dev/null; echo -n "
      "\"${{COMPREPLY[*]}}\"",
      script, words);
  folder.write("try.sh", program);
  EXPECT_EQ(std::system(fmt::format("bash {} >{}", folder.at("try.sh"), folder.at("offered")).c_str()), 0);
  return folder.read("offered");
}

TEST(Completions, OfBashOfferWhatFits) {
  EXPECT_EQ(offered("kcfin ex"), "extract explain");
  EXPECT_EQ(offered("kcfin check --fo"), "--format");
  EXPECT_EQ(offered("kcfin check --format j"), "json junit");
  EXPECT_EQ(offered("kcfin facts --format ''"), "csv ndjson");
  EXPECT_EQ(offered("kcfin check ''"), "");  // files, which bash knows itself
  EXPECT_EQ(offered("kcfin explain text/l"), "text/label");
}

TEST(Completions, OfZshAndFishAreSoundScripts) {
  const Folder folder;
  bool tried = false;
  for (const auto& [shell, check] : {std::pair("zsh", "zsh -n"), {"fish", "fish --no-execute"}}) {
    if (std::system(fmt::format("command -v {} >/dev/null", shell).c_str()) != 0) continue;
    tried = true;
    const std::string script = folder.write(shell, generated(shell));
    EXPECT_EQ(std::system(fmt::format("{} {}", check, script).c_str()), 0) << shell;
  }
  if (!tried) GTEST_SKIP() << "neither zsh nor fish is installed";
}

TEST(Completions, OfFishOfferWhatFits) {
  if (std::system("command -v fish >/dev/null") != 0) GTEST_SKIP() << "fish is not installed";
  const Folder folder;
  const std::string script = folder.write("kcfin.fish", generated("fish"));
  const auto fish_offers = [&](const std::string& line) {
    const std::string command = fmt::format(
        "HOME={} fish --no-config -c 'source {}; complete -C \"{}\"' | cut -f1 | tr '\\n' ' ' >{}",
        folder.path(), script, line, folder.at("offered"));
    EXPECT_EQ(std::system(command.c_str()), 0);
    return folder.read("offered");
  };
  EXPECT_EQ(fish_offers("kcfin check --format j"), "json junit ");
  EXPECT_EQ(fish_offers("kcfin ex"), "explain extract ");
  EXPECT_EQ(fish_offers("kcfin check --no-t"), "--no-tables ");
}

TEST(Documentation, NamesTheOptionsOfTheHelp) {
  std::ifstream file(KCFIN_DOCS "/commands.md");
  const std::string page(std::istreambuf_iterator<char>(file), {});
  EXPECT_EQ(page, generated("commands"))
      << "to take it over: tests/docs/generated_test build/release/kcfin --update";
  for (const std::string& command : command_names()) {
    const std::string section = part(page, fmt::format("\n## kcfin {}\n", command), "\n## ");
    Names names = {"--help", "-h"};
    const std::regex head(R"(\n\| ([^|]*) \|)");
    for (auto at = std::sregex_iterator(section.begin(), section.end(), head); at != std::sregex_iterator();
         ++at) {
      names.merge(options_in((*at)[1]));
    }
    EXPECT_EQ(names, options_of_help(command)) << command;
  }
}

TEST(Generate, SaysWhatItCanMake) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"generate"}, {"generate", "ksh"}, {"generate", "man", "page"}}) {
    const Ended ended = run(arguments);
    EXPECT_EQ(ended.err, "kcfin: generate: one of bash, zsh, fish, man, commands, rule RULE\n");
    EXPECT_EQ(ended.code, 2);
  }
  EXPECT_EQ(run({"generate", "rule", "text/rwo"}).err,
            "kcfin: unknown rule text/rwo; did you mean text/row?\n");
}

}  // namespace
}  // namespace kcfin::testing
