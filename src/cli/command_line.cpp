// Arguments, taken apart by CLI11 and named by the option table.
#include "cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "cli/help.h"
#include "cli/suggestion.h"
#include "cli/version.h"

namespace kcfin::cli {
namespace {

Request print(std::string text) { return {Request::Kind::print, std::move(text), {}, {}, {}}; }
Request wrong(std::string text) { return {Request::Kind::wrong, std::move(text), {}, {}, {}}; }

Request unknown_command(std::string_view name) {
  std::vector<std::string_view> known;
  for (const Command& command : commands()) known.push_back(command.name);
  if (name.starts_with('-')) return wrong(fmt::format("unknown option {} (see kcfin --help)", name));
  const std::string hint = did_you_mean(name, known);
  std::error_code fault;
  if (hint.empty() && std::filesystem::exists(name, fault))
    return wrong(fmt::format("{} is no command; did you mean kcfin check {}?", name, name));
  return wrong(fmt::format("unknown command {}{}", name, hint.empty() ? " (see kcfin --help)" : hint));
}

Request unknown_option(const Command& command, std::string_view given) {
  const std::string_view name = given.substr(0, given.find('='));
  std::vector<std::string> spelled = {"--help"};
  for (const Option* option : options_of(command.name)) spelled.push_back(fmt::format("--{}", option->name));
  const std::vector<std::string_view> known(spelled.begin(), spelled.end());
  const std::string hint = did_you_mean(name, known);
  return wrong(fmt::format("{}: unknown option {}{}", command.name, name,
                           hint.empty() ? fmt::format(" (see kcfin {} --help)", command.name) : hint));
}

// CLI11's option for a row of the table.
CLI::Option* declare(CLI::App& app, const Option& option) {
  const std::string names = option.letter == '\0' ? fmt::format("--{}", option.name)
                                                  : fmt::format("-{},--{}", option.letter, option.name);
  if (option.value.empty()) return app.add_flag(names);
  CLI::Option* declared = app.add_option(names);
  // Only --against takes several values at once; elsewhere the next word is an operand.
  const bool list = option.repeatable && option.value == "PATH";
  declared->expected(1, list ? CLI::detail::expected_max_vector_size : 1)->allow_extra_args(list);
  declared->multi_option_policy(option.repeatable ? CLI::MultiOptionPolicy::TakeAll
                                                  : CLI::MultiOptionPolicy::TakeLast);
  return declared;
}

struct Declared {
  const Option* option;
  CLI::Option* parsed;
};

std::string operand_fault(const Command& command, const Request& request) {
  if (command.operands.empty() && !request.operands.empty()) {
    return fmt::format("{}: takes no {}", command.name, request.operands.front());
  }
  const bool elsewhere = std::any_of(request.given.begin(), request.given.end(), [](const Given& given) {
    const std::string_view name = given.option->name;
    return name == "files-from" || name == "files0-from" || name == "show-settings";
  });
  if (!command.operands.empty() && request.operands.empty() && !elsewhere) {
    const bool list = std::any_of(request.given.begin(), request.given.end(),
                                  [](const Given& given) { return given.option->name == "against"; });
    return fmt::format("{}: no {} is named{}", command.name, command.operands == "RULE" ? "rule" : "file",
                       list ? " (--against took the rest; name the files first, or end its list with --)"
                            : fmt::format(" (see kcfin {} --help)", command.name));
  }
  if (command.operands == "RULE" && request.operands.size() > 1) {
    return fmt::format("{}: takes one rule", command.name);
  }
  return {};
}

// CLI11 names the option before a colon.
Request value_missing(const Command& command, std::string_view said) {
  const std::string_view name = said.substr(0, said.find(':'));
  for (const Option* option : options_of(command.name)) {
    if (name == fmt::format("--{}", option->name)) {
      return wrong(fmt::format("{}: {} needs a value ({})", command.name, name, option->value));
    }
  }
  return wrong(fmt::format("{}: {}", command.name, said));
}

Request parse_command(const Command& command, std::span<const char* const> arguments) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  bool help = false;
  app.add_flag("-h,--help", help);
  std::vector<Declared> declared;
  for (const Option* option : options_of(command.name)) declared.push_back({option, declare(app, *option)});
  Request request{Request::Kind::run, {}, command.name, {}, {}};
  app.add_option("operands", request.operands);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
  try {
    app.parse(reversed);
  } catch (const CLI::ArgumentMismatch& mismatch) {
    return value_missing(command, mismatch.what());
  } catch (const CLI::ParseError& error) {
    return wrong(fmt::format("{}: {}", command.name, error.what()));
  }
  if (help) return print(command_help(command));
  for (const std::string& extra : app.remaining()) {
    if (extra.starts_with('-') && extra != "-" && extra != "--") return unknown_option(command, extra);
  }
  for (const auto& [option, parsed] : declared) {
    if (option->value.empty()) {
      if (parsed->count() > 0) request.given.push_back({option, "true"});
      continue;
    }
    for (const std::string& value : parsed->results()) request.given.push_back({option, value});
  }
  if (std::string fault = operand_fault(command, request); !fault.empty()) return wrong(std::move(fault));
  return request;
}

}  // namespace

Request parse(std::span<const char* const> arguments) {
  if (arguments.empty()) return wrong("no command is given (see kcfin --help)");
  const std::string_view first = arguments.front();
  if (first == "help" && arguments.size() > 1) {
    const Command* about = find_command(arguments[1]);
    return about == nullptr ? unknown_command(arguments[1]) : print(command_help(*about));
  }
  if (first == "--help" || first == "-h" || first == "help") return print(program_help());
  if (first == "--version" || first == "-V" || first == "version") return print(version_text());
  const Command* command = find_command(first);
  if (command == nullptr) return unknown_command(first);
  return parse_command(*command, arguments.subspan(1));
}

}  // namespace kcfin::cli
