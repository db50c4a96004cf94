// Filers that report under IFRS name their lines by elements of the IFRS taxonomy.
#pragma once

#include <string_view>

#include "kcfin/document.h"

namespace kcfin::statement {

// Whether the filing says that its statements are prepared under IFRS.
[[nodiscard]] bool reports_under_ifrs(const Document& document);
// The element of ifrs-full that stands for one of the catalogue; empty where it has none.
[[nodiscard]] std::string_view ifrs_element(std::string_view concept_name);

}  // namespace kcfin::statement
