// What must be true of everything that the library gives, whatever it was given.
//
// A property that does not hold stops the fuzz target, which keeps the input.
#pragma once

#include <string_view>

#include "kcfin/document.h"
#include "kcfin/filing.h"

namespace kcfin::fuzz {

// Stops the program unless the property holds.
void require(bool holds, std::string_view property);

// Places lie in the file, point at what stands there and follow the text; grids are in order; texts are
// trimmed UTF-8.
void require_sound(const Document& document);

// The same input gives the same output.
void require_same(const Document& a, const Document& b);

}  // namespace kcfin::fuzz
