// The text of a filing as an error or a scanner changes it: lines, cells and figures in place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"

namespace kcfin::harness {

class FilingText {
 public:
  explicit FilingText(std::string_view bytes);

  // 1-based, as in Place. Without the line's end.
  [[nodiscard]] std::string& line(std::uint32_t number) { return lines_[number - 1]; }
  [[nodiscard]] const std::string& line(std::uint32_t number) const { return lines_[number - 1]; }
  [[nodiscard]] std::uint32_t lines() const { return static_cast<std::uint32_t>(lines_.size()); }
  void insert_after(std::uint32_t number, std::string line);
  void erase(std::uint32_t number);

  // True where the figure's text stands in the file as it was read, so that it can be changed in place.
  [[nodiscard]] bool holds(const Figure& figure) const;
  // Several figures of one line are changed from right to left.
  void replace(const Figure& figure, std::string_view with);

  [[nodiscard]] std::string bytes() const;

 private:
  std::vector<std::string> lines_;
};

// The value in the dress of `raw`: its separators, sign marks, currency mark and percent sign.
[[nodiscard]] std::string printed_like(std::string_view raw, const Decimal& value);

// A line of tab-separated text and its cells, the label first.
[[nodiscard]] std::vector<std::string> cells_of(std::string_view line);
[[nodiscard]] std::string line_of(const std::vector<std::string>& cells);

// The file's bytes; empty where it cannot be read.
[[nodiscard]] std::optional<std::string> bytes_of_file(const std::string& path);

}  // namespace kcfin::harness
