// The exchange rates that a filing states in its sentences.
#pragma once

#include "kcfin/document.h"
#include "kcfin/filing.h"

namespace kcfin::statement {

// Appends every rate of a paragraph, in units of a currency for one dollar, with the date that its sentence
// gives: "RMB7.1135 to US$1.00, the noon buying rate on June 30, 2024", "US$1 = JPY148.20".
void read_rates(const Paragraph& paragraph, Filing& filing);

}  // namespace kcfin::statement
