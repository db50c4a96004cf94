// Rules, laid out for a terminal and for the documentation.
#include "report/rule_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/characters.h"

namespace kcfin::report {
namespace {

struct Section {
  std::string_view heading, text;
};

std::array<Section, 4> sections_of(const Rule& rule) {
  return {{{"What it checks", rule.checks},
           {"Arithmetic and tolerance", rule.arithmetic},
           {"An example that fails", rule.example},
           {"What to do", rule.advice}}};
}

// Texts may carry line breaks of their own, which are kept.
void append_folded(std::string& out, std::string_view text, std::size_t width, std::string_view indent) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    for (const std::string& line : folded(text.substr(0, end), width - indent.size())) {
      out += fmt::format("{}{}\n", line.empty() ? "" : indent, line);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

std::string rule_page(const Rule& rule, std::size_t width) {
  std::string out = fmt::format("{}  (at most: {})\n", rule.id, name(rule.severity));
  append_folded(out, rule.summary, width, "");
  for (const Section& section : sections_of(rule)) {
    out += fmt::format("\n{}\n", section.heading);
    if (columns(section.text) + 2 <= width) {
      out += fmt::format("  {}\n", section.text);  // an example keeps its spacing where it can
    } else {
      append_folded(out, section.text, width, "  ");
    }
  }
  return out;
}

std::string rule_markdown(const Rule& rule) {
  std::string out = fmt::format("# {}\n\n{}. At most: **{}**.\n", rule.id, rule.summary, name(rule.severity));
  for (const Section& section : sections_of(rule)) {
    out += fmt::format("\n## {}\n\n", section.heading);
    if (section.text == rule.example) {
      out += fmt::format("```text\n{}\n```\n", section.text);
    } else {
      append_folded(out, section.text, 100, "");
    }
  }
  return out;
}

std::string rule_list(std::size_t width, std::string_view family) {
  std::size_t ids = 0;
  for (const Rule& rule : rules()) ids = std::max(ids, rule.id.size());
  constexpr std::size_t kSeverities = 7;
  const std::size_t indent = ids + 2 + kSeverities + 2;
  std::string out;
  for (const Rule& rule : rules()) {
    if (!rule.id.starts_with(family)) continue;
    std::string head =
        fmt::format("{}  {}  ", padded_right(rule.id, ids), padded_right(name(rule.severity), kSeverities));
    for (const std::string& line : folded(rule.summary, std::max<std::size_t>(width, indent + 20) - indent)) {
      out += head + line + "\n";
      head = std::string(indent, ' ');
    }
  }
  return out;
}

}  // namespace kcfin::report
