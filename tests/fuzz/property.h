// What must be true of everything that the library gives, whatever it was given.
//
// A property that does not hold stops the fuzz target, which keeps the input.
#pragma once

#include <string_view>
#include <vector>

#include "kcfin/document.h"
#include "kcfin/filing.h"
#include "kcfin/finding.h"

namespace kcfin::fuzz {

// Stops the program unless the property holds.
void require(bool holds, std::string_view property);

// Places lie in the file, point at what stands there and follow the text; grids are in order; texts are
// trimmed UTF-8.
void require_sound(const Document& document);

// Every figure belongs to the cell that it names, stands in the file where it says, and has the printed
// digits; every column and row is whole.
void require_sound(const Document& document, const std::vector<Table>& tables,
                   const std::vector<Figure>& figures);

// Findings point into the file, their causes lead to a root, and the counts are those of the findings.
void require_sound(const Checked& checked);

// The same input gives the same output.
void require_same(const Checked& a, const Checked& b);
void require_same(const Document& a, const Document& b);
void require_same(const std::vector<Figure>& a, const std::vector<Figure>& b);

}  // namespace kcfin::fuzz
