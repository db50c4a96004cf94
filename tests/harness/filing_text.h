// The text of a filing as an error or a scanner changes it: lines, cells and figures in place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"

namespace kcfin::harness {

// Some bytes of a line, replaced.
struct Edit {
  std::uint32_t line = 0;
  std::size_t offset = 0, size = 0;
  std::string with;
};

// Where a figure comes to be when a text is edited: its place is between these columns, 1-based as in Place.
struct Stand {
  std::uint32_t line = 0;
  std::size_t first = 0, last = 0;
  [[nodiscard]] bool has(Place place) const {
    return place.line == line && place.column >= first && place.column <= last;
  }
};

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

  // Where the figure's digits stand, whatever markup or blanks stand before them; `with` is what stands
  // there.
  [[nodiscard]] std::optional<Edit> digits(const Figure& figure) const;

  // What prints another value where the figure stands, in any dialect: the digits in the dress of its own,
  // the sign by the mark of its own, which may stand in another cell or on another line, the line's columns
  // kept in place. The edit of the digits comes first. Empty where that cannot be done.
  [[nodiscard]] std::optional<std::vector<Edit>> printing(const Figure& figure, const Decimal& value) const;
  // Edits of one text as it is; none overlaps another.
  void apply(std::vector<Edit> edits);

  [[nodiscard]] std::string bytes() const;

 private:
  [[nodiscard]] std::optional<Edit> closing_bracket(std::uint32_t number, std::size_t at) const;

  std::vector<std::string> lines_;
};

// The size of the value in the dress of some digits: their separators, their decimal sign.
[[nodiscard]] std::string dressed_like(std::string_view digits, const Decimal& value);

// `own`: the edits of this figure; `all`: with those of others.
[[nodiscard]] Stand stand_after(const Figure& figure, const std::vector<Edit>& own,
                                const std::vector<Edit>& all);

// A line of tab-separated text and its cells, the label first.
[[nodiscard]] std::vector<std::string> cells_of(std::string_view line);
[[nodiscard]] std::string line_of(const std::vector<std::string>& cells);

// The file's bytes; empty where it cannot be read.
[[nodiscard]] std::optional<std::string> bytes_of_file(const std::string& path);

}  // namespace kcfin::harness
