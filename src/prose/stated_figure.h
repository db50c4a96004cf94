// From an amount as a sentence prints it to a figure of the filing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "prose/quantity.h"

namespace kcfin::prose {

// What a figure without "per ADS" of its own is counted by: "net loss per share", "basic EPS", "per ADS".
[[nodiscard]] Per per_of(std::string_view phrase);

// The figure of `quantity` in `text`, said of `phrase`, without place and period; `reporting` is the currency
// of the statements, which a bare sign means. A "nil" is left without value.
[[nodiscard]] Figure stated_figure(std::string_view text, const Quantity& quantity, std::string_view phrase,
                                   const Currency& reporting);

// "RMB26.2 and RMB27.1 billion": the scale that stands at the end of the list that `at` begins; 0 for none.
[[nodiscard]] std::uint8_t scale_of_list(std::string_view text, const std::vector<Quantity>& quantities,
                                         std::uint32_t at);

}  // namespace kcfin::prose
