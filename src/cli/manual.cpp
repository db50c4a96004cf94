// The manual page and the documentation's page of commands.
#include "cli/manual.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/completions.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/version.h"

namespace kcfin::cli {
namespace {

// A hyphen that is part of a name, and a line that starts with a control character of troff.
std::string troff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else if ((c == '.' || c == '\'') && out.empty()) {
      out += fmt::format("\\&{}", c);
    } else {
      out += c;
    }
  }
  return out;
}

std::string man_option(const Option& option) {
  std::string head = option.letter == '\0' ? "" : fmt::format("\\fB\\-{}\\fR, ", option.letter);
  head += fmt::format("\\fB\\-\\-{}\\fR", troff(option.name));
  if (!option.value.empty()) head += fmt::format(" \\fI{}\\fR", option.value);
  return fmt::format(".TP\n{}\n{}\n", head, troff(option_text(option)));
}

std::string man_command(const Command& command) {
  const std::string operands = command.operands.empty() ? "" : fmt::format(" \\fI{}\\fR", command.operands);
  std::string out = fmt::format(".SS \"kcfin {}\"\n\\fBkcfin {}\\fR{}\n.PP\n{}\n", command.name, command.name,
                                operands, troff(command.description));
  for (const Option* option : options_of(command.name)) out += man_option(*option);
  out += ".TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nprint this help\n";
  return out + fmt::format(".PP\nExample: {}\n", troff(command.example));
}

std::string man_page() {
  std::string out = fmt::format(
      ".TH KCFIN 1 \"\" \"kcfin {}\" \"User Commands\"\n"
      ".SH NAME\nkcfin \\- read the financial statements of Form 6\\-K filings and check their figures\n"
      ".SH SYNOPSIS\n\\fBkcfin\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIFILE\\fR...]\n"
      ".SH DESCRIPTION\n"
      "\\fBkcfin\\fR reads filings as text or HTML, gives their statement tables as typed figures, and holds "
      "the "
      "figures to each other: totals to their parts, translations to their rate, sentences to the "
      "tables.\n.PP\n"
      "A \\fIFILE\\fR is a filing; \\fB\\-\\fR is standard input; of a folder every *.txt, *.htm, *.html and "
      "*.md in "
      "it and below is read. Data go to standard output, diagnostics to standard error.\n"
      ".TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nprint the help; after a command, that command's\n"
      ".TP\n\\fB\\-V\\fR, \\fB\\-\\-version\\fR\nprint the version, and what the program was built with\n"
      ".SH COMMANDS\n",
      version());
  for (const Command& command : commands()) out += man_command(command);
  return out +
         ".SH EXIT STATUS\n"
         ".TP\n0\nevery file was read; nothing at or over \\fB\\-\\-fail\\-on\\fR was found\n"
         ".TP\n1\nevery file was read; something at or over \\fB\\-\\-fail\\-on\\fR was found\n"
         ".TP\n2\na file could not be read or is no filing, or the command line is wrong; every other file "
         "is "
         "still reported\n"
         ".PP\n\\fB\\-\\-exit\\-zero\\fR turns 1, and the 2 of a single file, into 0\n"
         ".SH ENVIRONMENT\n"
         ".TP\n\\fBNO_COLOR\\fR\nturns colours off\n"
         ".TP\n\\fBCOLUMNS\\fR\nthe width to print for, instead of the terminal's\n"
         ".SH FILES\n"
         ".TP\n\\fBkcfin.toml\\fR\noptions as keys, and the severities of rules, for \\fBkcfin check\\fR\n";
}

std::string commands_page() {
  std::string out =
      "# Commands and options\n\n"
      "Made from the option table by `kcfin generate commands`; the help, the manual page and the "
      "completions for "
      "shells come from the same table.\n\n"
      "`-h`, `--help` prints the help, after a command that command's; `-V`, `--version` the version and "
      "what the "
      "program was built with.\n";
  for (const Command& command : commands()) {
    const auto options = options_of(command.name);
    out += fmt::format("\n## kcfin {}\n\n`kcfin {}{}{}{}`\n\n{}\n", command.name, command.name,
                       options.empty() ? "" : " [OPTION...]", command.operands.empty() ? "" : " ",
                       command.operands, command.description);
    out += fmt::format("\nExample: `{}`\n\n{}\n", command.example, exit_codes(command));
    if (options.empty()) continue;
    out += "\n| option | |\n|---|---|\n";
    for (const Option* option : options) {
      const std::string letter = option->letter == '\0' ? "" : fmt::format("`-{}`, ", option->letter);
      out += fmt::format("| {}`--{}{}{}` | {} |\n", letter, option->name, option->value.empty() ? "" : " ",
                         option->value, option_text(*option));
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> manual(std::string_view what) {
  if (what == "bash") return bash_completion();
  if (what == "zsh") return zsh_completion();
  if (what == "fish") return fish_completion();
  if (what == "man") return man_page();
  if (what == "commands") return commands_page();
  return std::nullopt;
}

}  // namespace kcfin::cli
