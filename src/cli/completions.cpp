// Scripts for bash, zsh and fish: commands, options, the values that an option takes, rules for `explain`
// and files for everything else.
#include "cli/completions.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "cli/options.h"

namespace kcfin::cli {
namespace {

std::string replaced(std::string_view text, char what, std::string_view with) {
  std::string out;
  for (const char c : text) {
    if (c == what) {
      out += with;
    } else {
      out += c;
    }
  }
  return out;
}

// Inside single quotes of a shell; fish escapes the quote itself.
std::string quoted(std::string_view text) { return replaced(text, '\'', "'\\''"); }
std::string quoted_for_fish(std::string_view text) { return replaced(text, '\'', "\\'"); }

// zsh ends a description at a bracket or a colon.
std::string described_for_zsh(std::string_view text) {
  std::string out;
  for (const char c : quoted(text)) {
    if (c == '[' || c == ']' || c == ':') out += '\\';
    out += c;
  }
  return out;
}

std::string rule_ids() {
  std::string ids;
  for (const Rule& rule : rules()) ids += fmt::format("{}{}", ids.empty() ? "" : " ", rule.id);
  return ids;
}

std::vector<std::string> spellings(const Option& option) {
  std::vector<std::string> found = {fmt::format("--{}", option.name)};
  if (option.letter != '\0') found.push_back(fmt::format("-{}", option.letter));
  return found;
}

// What follows an option in bash: its choices, a file, or nothing that could be guessed.
std::string bash_value(const Command& command, const Option& option) {
  std::string patterns;
  for (const std::string& spelling : spellings(option)) {
    patterns += fmt::format("{}'{} {}'", patterns.empty() ? "" : "|", command.name, spelling);
  }
  if (!option.choices.empty()) {
    return fmt::format("    {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n", patterns,
                       option.choices);
  }
  if (option.is_path) return fmt::format("    {}) return ;;\n", patterns);
  return fmt::format("    {}) compopt +o default; return ;;\n", patterns);
}

}  // namespace

std::string bash_completion() {
  std::string names, values, options;
  for (const Command& command : commands()) {
    names += fmt::format("{} ", command.name);
    std::string words;
    for (const Option* option : options_of(command.name)) {
      for (const std::string& spelling : spellings(*option)) words += spelling + " ";
      if (!option->value.empty()) values += bash_value(command, *option);
    }
    options += fmt::format("      {}) options='{}--help -h' ;;\n", command.name, words);
  }
  return fmt::format(R"(# bash completion for kcfin
_kcfin() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} options=
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '{}--help -h --version -V' -- "$word"))
    return
  fi
  case "$command $before" in
{}  esac
  if [[ $word == -* ]]; then
    case "$command" in
{}    esac
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [[ $command == explain ]]; then
    COMPREPLY=($(compgen -W '{}' -- "$word"))
  fi
}}
complete -o filenames -o default -F _kcfin kcfin
)",
                     names, values, options, rule_ids());
}

namespace {

std::string zsh_option(const Option& option) {
  const std::string letter = option.letter == '\0' ? "" : fmt::format("-{}", option.letter);
  const std::string repeat = option.repeatable ? "*" : "";
  std::string names = letter.empty()
                          ? fmt::format("'{}--{}", repeat, option.name)
                          : fmt::format("'(--{} {})'{{--{},{}}}'", option.name, letter, option.name, letter);
  names += fmt::format("[{}]", described_for_zsh(option.help));
  if (option.value.empty()) return names + "'";
  names += fmt::format(":{}:", option.value);
  if (!option.choices.empty()) return fmt::format("{}({})'", names, option.choices);
  return fmt::format("{}{}'", names, option.is_path ? "_files" : "");
}

std::string zsh_operands(const Command& command) {
  if (command.operands == "RULE") return fmt::format(" \\\n        '1:rule:({})'", rule_ids());
  return command.operands.empty() ? "" : " \\\n        '*:filing:_files'";
}

}  // namespace

std::string zsh_completion() {
  std::string described, cases;
  for (const Command& command : commands()) {
    described += fmt::format("        '{}:{}'\n", command.name, quoted(command.summary));
    cases +=
        fmt::format("      {}) _arguments \\\n        '(- *)'{{--help,-h}}'[print this help]'", command.name);
    for (const Option* option : options_of(command.name)) cases += " \\\n        " + zsh_option(*option);
    cases += zsh_operands(command) + " ;;\n";
  }
  return fmt::format(R"(#compdef kcfin
_kcfin() {{
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C \
    '(- *)'{{--help,-h}}'[print the help]' \
    '(- *)'{{--version,-V}}'[print the version, and what the program was built with]' \
    '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      local -a commands=(
{}      )
      _describe command commands ;;
    argument)
      case $line[1] in
{}      esac ;;
  esac
}}
_kcfin "$@"
)",
                     described, cases);
}

std::string fish_completion() {
  std::string out =
      "# fish completion for kcfin\n"
      "complete -c kcfin -n __fish_use_subcommand -f\n"
      "complete -c kcfin -s h -l help -d 'print the help'\n"
      "complete -c kcfin -n __fish_use_subcommand -s V -l version -d 'print the version'\n";
  for (const Command& command : commands()) {
    out += fmt::format("complete -c kcfin -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                       quoted_for_fish(command.summary));
    const std::string when =
        fmt::format("complete -c kcfin -n '__fish_seen_subcommand_from {}'", command.name);
    for (const Option* option : options_of(command.name)) {
      out += fmt::format("{} -l {}", when, option->name);
      if (option->letter != '\0') out += fmt::format(" -s {}", option->letter);
      if (!option->choices.empty()) {
        out += fmt::format(" -x -a '{}'", option->choices);
      } else if (!option->value.empty()) {
        out += option->is_path ? " -r -F" : " -x";
      }
      out += fmt::format(" -d '{}'\n", quoted_for_fish(option->help));
    }
    if (command.operands == "RULE") out += fmt::format("{} -f -a '{}'\n", when, rule_ids());
    if (command.operands.empty()) out += fmt::format("{} -f\n", when);
  }
  return out;
}

}  // namespace kcfin::cli
