// Changing a filing's text in place: see filing_text.h.
#include "harness/filing_text.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kcfin::harness {
namespace {

constexpr std::string_view kDigits = "0123456789";

}  // namespace

FilingText::FilingText(std::string_view bytes) {
  while (true) {
    const std::size_t end = bytes.find('\n');
    lines_.emplace_back(bytes.substr(0, end));
    if (end == std::string_view::npos) return;
    bytes.remove_prefix(end + 1);
  }
}

void FilingText::insert_after(std::uint32_t number, std::string line) {
  lines_.insert(lines_.begin() + number, std::move(line));
}

void FilingText::erase(std::uint32_t number) { lines_.erase(lines_.begin() + number - 1); }

bool FilingText::holds(const Figure& figure) const {
  if (figure.at.line == 0 || figure.at.line > lines() || figure.raw.empty()) return false;
  const std::string_view text = line(figure.at.line);
  return figure.at.column >= 1 && figure.at.column <= text.size() &&
         text.substr(figure.at.column - 1).starts_with(figure.raw);
}

void FilingText::replace(const Figure& figure, std::string_view with) {
  line(figure.at.line).replace(figure.at.column - 1, figure.raw.size(), with);
}

std::string FilingText::bytes() const {
  std::string all;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (i > 0) all.push_back('\n');
    all += lines_[i];
  }
  return all;
}

std::string printed_like(std::string_view raw, const Decimal& value) {
  const std::size_t first = raw.find_first_of(kDigits);
  const std::size_t last = raw.find_last_of(kDigits);
  if (first == std::string_view::npos) return value.grouped();
  std::string before(raw.substr(0, first)), after(raw.substr(last + 1));
  const bool minus = before.find('-') != std::string::npos;
  const auto unsign = [](std::string& mark) {
    std::erase_if(mark, [](char c) { return c == '(' || c == ')' || c == '-'; });
  };
  unsign(before);
  unsign(after);
  const bool percent = after.find('%') != std::string::npos;
  const bool separated = raw.find(',') != std::string_view::npos || last - first < 3;
  const std::string digits = separated ? value.size().grouped() : value.size().text();
  if (value.mantissa >= 0) return before + digits + after;
  if (minus || percent) return before + "-" + digits + after;
  return before + "(" + digits + ")" + after;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line.push_back('\t');
    line += cells[i];
  }
  return line;
}

std::optional<std::string> bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

}  // namespace kcfin::harness
