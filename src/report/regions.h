// Where a figure stands, for viewers that count characters and not bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kcfin/document.h"

namespace kcfin::report {

struct Region {
  std::uint32_t line = 0;
  std::uint32_t start_column = 0;  // in UTF-16 code units, from 1
  std::uint32_t end_column = 0;    // after the last one; 0 where the file writes the text otherwise
};

class Regions {
 public:
  explicit Regions(const Document& document);

  // Of a text that the file has at this place.
  [[nodiscard]] Region of(const Place& at, std::string_view text) const;

 private:
  [[nodiscard]] std::string_view line(std::uint32_t number) const;

  std::string_view bytes_;
  std::vector<std::size_t> starts_;
  bool utf8_ = true;
};

}  // namespace kcfin::report
