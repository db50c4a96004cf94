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
    if (key == "rules" || (key == "severity" && node.is_table())) {
      return node.is_table() ? severities(*node.as_table(), options_.severities)
                             : at(node, "rules: not a table");
    }
    if (key == "override") return overrides(node);
    if (!rules_of(key).empty() || key.find('/') != std::string_view::npos)
      return severity(key, node, options_.severities);
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
    std::vector<std::string_view> known = {"severity", "rules", "override"};
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
    options_.settings.push_back(
        {std::string(option.name), text, fmt::format("{} line {}", path_, node.source().begin.line)});
    return fault.empty() ? fault : at(node, std::string_view(fault).substr(2));  // a key has no dashes
  }

  // A path, or the path of FORMAT=PATH, as seen from where the program runs.
  [[nodiscard]] std::string from_folder(const std::string& text) const {
    const std::size_t start = text.find('=') == std::string::npos ? 0 : text.find('=') + 1;
    const std::string path = text.substr(start);
    return path.empty() ? text : text.substr(0, start) + (folder_ / path).string();
  }

  std::string severities(const toml::table& table, Severities& target) {
    for (const auto& [rule, node] : table) {
      if (std::string fault = severity(rule.str(), node, target); !fault.empty()) return fault;
    }
    return {};
  }

  // [[override]]: files = ["filings/2010/*"], rules = {"translation/rate" = "note"}.
  std::string overrides(const toml::node& node) {
    constexpr std::string_view kForm = "override: not a list of tables with files and rules";
    if (!node.is_array()) return at(node, kForm);
    for (const toml::node& element : *node.as_array()) {
      const toml::table* table = element.as_table();
      const toml::node* files = table != nullptr ? table->get("files") : nullptr;
      const toml::node* by_rule = table != nullptr ? table->get("rules") : nullptr;
      if (files == nullptr || by_rule == nullptr || !files->is_array() || !by_rule->is_table() ||
          table->size() != 2)
        return at(element, kForm);
      Override& one = options_.overrides.emplace_back();
      for (const toml::node& glob : *files->as_array()) {
        if (!glob.is_string()) return at(glob, "override: files: not a text");
        one.globs.push_back(*glob.value<std::string>());
      }
      if (std::string fault = severities(*by_rule->as_table(), one.severities); !fault.empty()) return fault;
    }
    return {};
  }

  std::string severity(std::string_view id, const toml::node& node, Severities& target) {
    const std::vector<RuleId> meant = rules_of(id);
    if (meant.empty()) return at(node, unknown_rule(id));
    constexpr std::array<std::string_view, 4> kChoices = {"error", "warning", "note", "off"};
    constexpr std::array<std::optional<Severity>, 4> kSeverities = {Severity::error, Severity::warning,
                                                                    Severity::note, std::nullopt};
    const std::string text = node.value_or(std::string());
    for (std::size_t i = 0; i < kChoices.size(); ++i) {
      if (text != kChoices[i]) continue;
      for (const RuleId rule : meant) target.emplace_back(rule, kSeverities[i]);
      options_.settings.push_back(
          {std::string(id), text, fmt::format("{} line {}", path_, node.source().begin.line)});
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

std::string nearest_config() {
  std::error_code fault;
  const auto here = std::filesystem::current_path(fault);
  std::string path = "kcfin.toml";
  for (auto folder = here; !fault; folder = folder.parent_path(), path.insert(0, "../")) {
    if (std::filesystem::exists(path, fault)) return path;
    fault.clear();
    if (folder == folder.parent_path()) break;
  }
  return {};
}

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
