// The configuration file, parsed by toml++ and held against the option table.
#include "cli/config.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/suggestion.h"

namespace kcfin::cli {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 20U;

class Config {
 public:
  Config(std::string path, Options& options)
      : path_(std::move(path)), folder_(std::filesystem::path(path_).parent_path()), options_(options) {}

  // What is wrong with the first entry that is wrong.
  std::string apply(const toml::table& table) {
    for (const auto& [key, node] : table) {
      std::string fault = entry(key.str(), node);
      if (!fault.empty()) return fault;
    }
    return {};
  }

 private:
  [[nodiscard]] std::string at(const toml::node& node, std::string_view what) const {
    return fmt::format("{}: line {}: {}", path_, node.source().begin.line, what);
  }

  std::string entry(std::string_view key, const toml::node& node) {
    if (key == "severity" && node.is_table()) return severities(*node.as_table());
    if (key.find('/') != std::string_view::npos) return severity(key, node);
    const Option* option = option_named(key);
    if (option == nullptr) return at(node, unknown_key(key));
    if (!node.is_array()) return value(*option, node);
    if (!option->repeatable) return at(node, fmt::format("{}: takes one value, not a list", key));
    for (const toml::node& element : *node.as_array()) {
      if (std::string fault = value(*option, element); !fault.empty()) return fault;
    }
    return {};
  }

  [[nodiscard]] static const Option* option_named(std::string_view key) {
    for (const Option* option : options_of("check")) {
      if (option->in_config && option->name == key) return option;
    }
    return nullptr;
  }

  [[nodiscard]] static std::string unknown_key(std::string_view key) {
    std::vector<std::string_view> known = {"severity"};
    for (const Option* option : options_of("check")) {
      if (option->in_config) known.push_back(option->name);
    }
    for (const Rule& rule : rules()) known.push_back(rule.id);
    return fmt::format("unknown key {}{}", key, did_you_mean(key, known));
  }

  std::string value(const Option& option, const toml::node& node) {
    std::string text;
    if (option.value.empty() && node.is_boolean()) {
      text = *node.value<bool>() ? "true" : "false";
    } else if (option.value == "N" && node.is_integer()) {
      text = fmt::format("{}", *node.value<std::int64_t>());
    } else if (!option.value.empty() && node.is_string()) {
      text = option.is_path ? from_folder(*node.value<std::string>()) : *node.value<std::string>();
    } else {
      return at(node, fmt::format("{}: not {}", option.name,
                                  option.value.empty()  ? "true or false"
                                  : option.value == "N" ? "a whole number"
                                                        : "a text"));
    }
    const std::string fault = set_option(option, options_, text);
    return fault.empty() ? fault : at(node, std::string_view(fault).substr(2));  // a key has no dashes
  }

  // A path, or the path of FORMAT=PATH, as seen from where the program runs.
  [[nodiscard]] std::string from_folder(const std::string& text) const {
    const std::size_t start = text.find('=') == std::string::npos ? 0 : text.find('=') + 1;
    const std::string path = text.substr(start);
    return path.empty() ? text : text.substr(0, start) + (folder_ / path).string();
  }

  std::string severities(const toml::table& table) {
    for (const auto& [rule, node] : table) {
      if (std::string fault = severity(rule.str(), node); !fault.empty()) return fault;
    }
    return {};
  }

  std::string severity(std::string_view id, const toml::node& node) {
    const auto rule = find_rule(id);
    if (!rule) return at(node, unknown_rule(id));
    constexpr std::array<std::string_view, 4> kChoices = {"error", "warning", "note", "off"};
    constexpr std::array<std::optional<Severity>, 4> kSeverities = {Severity::error, Severity::warning,
                                                                    Severity::note, std::nullopt};
    const std::string text = node.value_or(std::string());
    for (std::size_t i = 0; i < kChoices.size(); ++i) {
      if (text != kChoices[i]) continue;
      options_.severities.emplace_back(*rule, kSeverities[i]);
      return {};
    }
    return at(node, fmt::format("{}: not one of {}{}", id, fmt::join(kChoices, ", "),
                                did_you_mean(text, kChoices)));
  }

  std::string path_;
  std::filesystem::path folder_;
  Options& options_;
};

}  // namespace

std::string apply_config(const std::string& path, Options& options) {
  const Result<std::string> bytes = bytes_of(path, kMostBytes);
  if (!bytes) return fmt::format("{}: {}", path, bytes.error().message);
  try {
    const toml::table table = toml::parse(*bytes, path);
    return Config(path, options).apply(table);
  } catch (const toml::parse_error& error) {
    return fmt::format("{}: line {}: {}", path, error.source().begin.line, error.description());
  }
}

}  // namespace kcfin::cli
