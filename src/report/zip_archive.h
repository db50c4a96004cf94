// A ZIP archive, written in one go; always the same bytes for the same files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kcfin::report {

class ZipArchive {
 public:
  void add(std::string_view name, std::string_view content);
  [[nodiscard]] std::string bytes() &&;

 private:
  std::string out_, directory_;
  std::uint16_t files_ = 0;
};

}  // namespace kcfin::report
