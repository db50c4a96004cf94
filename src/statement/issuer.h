// The registrant's name, as the filing spells it.
#pragma once

#include <string>
#include <string_view>

#include "kcfin/document.h"

namespace kcfin::statement {

// From the cover, else from the release's first sentence or headline, the submission's header, or the line
// that heads the statements. Empty where none of them names it.
[[nodiscard]] std::string issuer_of(const Document& document);

// A name without what stands around it: dateline, list of exchanges, quotation marks. Empty where what is
// left is no name.
[[nodiscard]] std::string name_alone(std::string_view text);

}  // namespace kcfin::statement
