// Headings are compared line by line.
#include "rules/column_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "values/text.h"

namespace kcfin::rulebook {
namespace {

std::vector<std::string> lines_of(const Column& column) {
  std::vector<std::string> out;
  const std::string printed = lower(column.printed);
  for (std::size_t at = 0; at <= printed.size();) {
    const std::size_t end = std::min(printed.find(" / ", at), printed.size());
    out.push_back(printed.substr(at, end - at));
    at = end + 3;
  }
  return out;
}

bool stands_for_all(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "total", "consolidated", "as reported",   "reported",
      "group", "gaap",         "total company", "consolidated total"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace

std::vector<std::string> own_names(const Table& table, std::span<const std::size_t> columns) {
  std::vector<std::vector<std::string>> lines;
  lines.reserve(columns.size());
  for (const std::size_t c : columns) lines.push_back(lines_of(table.columns[c]));
  const auto shared = [&](const std::string& line) {
    return std::all_of(lines.begin(), lines.end(), [&](const std::vector<std::string>& other) {
      return std::find(other.begin(), other.end(), line) != other.end();
    });
  };
  std::vector<std::string> out;
  for (const std::vector<std::string>& own : lines) {
    std::string name;
    for (const std::string& line : own) {
      if (!shared(line)) name += (name.empty() ? "" : " ") + line;
    }
    out.push_back(std::move(name));
  }
  return out;
}

std::size_t whole_of(std::span<const std::string> names) {
  const auto first = std::find_if(names.begin(), names.end(), stands_for_all);
  if (first == names.end() || std::any_of(first + 1, names.end(), stands_for_all)) return names.size();
  return static_cast<std::size_t>(first - names.begin());
}

}  // namespace kcfin::rulebook
