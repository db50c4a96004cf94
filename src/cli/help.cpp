// Help texts, folded to 80 columns.
#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/characters.h"

namespace kcfin::cli {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kNames = 28;  // where the second column starts

void append_entry(std::string& out, std::string_view head, std::string_view text) {
  std::string start = fmt::format("  {}", head);
  if (start.size() + 2 > kNames) {
    out += start + "\n";
    start.clear();
  }
  for (const std::string& line : report::folded(text, kWidth - kNames)) {
    out += report::padded_right(start, kNames) + line + "\n";
    start.clear();
  }
}

std::string option_head(const Option& option) {
  const std::string letter = option.letter == '\0' ? "    " : fmt::format("-{}, ", option.letter);
  const std::string value = option.value.empty() ? "" : fmt::format(" {}", option.value);
  return fmt::format("{}--{}{}{}", letter, option.name, value, option.value == "PATH" ? "..." : "");
}

}  // namespace

// "how to print the figures: csv (default), ndjson"
std::string option_text(const Option& option) {
  std::string text(option.help);
  if (option.choices.empty()) {
    return option.fallback.empty() ? text : fmt::format("{} (default: {})", text, option.fallback);
  }
  std::string_view before = ": ";
  for (const std::string_view choice : choices_of(option)) {
    text += fmt::format("{}{}{}", before, choice, choice == option.fallback ? " (default)" : "");
    before = ", ";
  }
  return text;
}

// What a command's exit code tells.
std::string exit_codes(const Command& command) {
  if (command.name == "check") {
    return "Exit codes: 0 nothing was found at or over --fail-on; 1 something was; 2 a file could not be "
           "read, "
           "or the command line is wrong; --exit-zero turns 1, and the 2 of a single file, into 0.";
  }
  if (command.operands == "FILE...") {
    return "Exit codes: 0 every file was read; 2 a file could not be read, or the command line is wrong; "
           "--exit-zero turns the 2 of a single file into 0.";
  }
  return "Exit codes: 0, or 2 where the command line is wrong.";
}

std::string program_help() {
  std::string out =
      "kcfin reads the financial statements of SEC Form 6-K filings and checks their\nfigures.\n\n"
      "Usage: kcfin COMMAND [OPTION...] [FILE...]\n\nCommands:\n";
  for (const Command& command : commands()) {
    append_entry(out, fmt::format("{} {}", command.name, command.operands), command.summary);
  }
  out += "\nOptions:\n";
  append_entry(out, "-h, --help", "print this help; after a command, that command's (so does help COMMAND)");
  append_entry(out, "-V, --version", "print the version, and what the program was built with");
  out +=
      "\nA FILE is a filing; - is standard input; of a folder every *.txt, *.htm, *.html\n"
      "and *.md in it and below is read.\n\n"
      "Exit codes: 0 nothing was found at or over --fail-on; 1 something was; 2 a file\n"
      "could not be read, or the command line is wrong.\n";
  return out;
}

std::string command_help(const Command& command) {
  const auto options = options_of(command.name);
  std::string out =
      fmt::format("Usage: kcfin {}{}{}{}\n\n", command.name, options.empty() ? "" : " [OPTION...]",
                  command.operands.empty() ? "" : " ", command.operands);
  for (const std::string& line : report::folded(command.description, kWidth)) out += line + "\n";
  out += "\nOptions:\n";
  for (const Option* option : options) append_entry(out, option_head(*option), option_text(*option));
  append_entry(out, "-h, --help", "print this help");
  out += fmt::format("\nExample:\n  {}\n", command.example);
  out += "\n";
  for (const std::string& line : report::folded(exit_codes(command), kWidth)) out += line + "\n";
  return out;
}

}  // namespace kcfin::cli
