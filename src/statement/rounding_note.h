// What a filing says of how its amounts are rounded.
#pragma once

#include <string_view>

namespace kcfin::statement {

// "Figures of less than a million yen are rounded down", "amounts less than one million yen have been
// omitted": the amounts are cut off behind their last digit, as many issuers in Japan do.
[[nodiscard]] bool says_amounts_are_rounded_down(std::string_view text);

}  // namespace kcfin::statement
