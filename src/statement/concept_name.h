// Names of concepts in the source: one that the catalogue lacks does not compile.
#pragma once

#include <cstddef>
#include <string_view>

#include "statement/catalogue_lines.h"

namespace kcfin {

// "ProfitLoss"_concept
consteval std::string_view operator""_concept(const char* text, std::size_t size) {
  const std::string_view name(text, size);
  for (const catalogue::Line& line : catalogue::lines::kAll) {
    if (line.kind == catalogue::Line::Kind::concept_ && line.meaning.name == name) return name;
  }
  throw "the catalogue has no concept of this name";  // so that it does not compile
}

}  // namespace kcfin
