// What a filing says of itself: issuer, file number, month, signing date, rates, ADS ratio.
#pragma once

#include "kcfin/filing.h"

namespace kcfin::statement {

void read_header_facts(const Document& document, Filing& filing);

}  // namespace kcfin::statement
