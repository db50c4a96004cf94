// Where a figure of an HTML filing is found in a browser: lines say little there, many exhibits have only
// one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kcfin/document.h"

namespace kcfin::report {

class PagePlaces {
 public:
  explicit PagePlaces(const Document& document);

  [[nodiscard]] bool is_html() const { return html_; }
  // The nearest `id` (or anchor's `name`) at or before the place; empty where there is none near.
  [[nodiscard]] std::string element(const Place& at) const;
  // "#:~:text=185%2C135-,8%2C031": a fragment that finds the text behind the words before it. Empty where the
  // file does not have the text there.
  [[nodiscard]] std::string fragment(const Place& at, std::string_view text) const;

 private:
  // Of the place in the bytes; npos where the file has no such place.
  [[nodiscard]] std::size_t offset(const Place& at) const;

  std::string_view bytes_;
  std::vector<std::size_t> starts_;  // of lines; only where the file is HTML
  bool html_ = false;
};

}  // namespace kcfin::report
