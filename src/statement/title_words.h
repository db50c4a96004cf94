// The words that stand around a statement's name in its title.
#pragma once

#include <string_view>

namespace kcfin::statement {

// "Unaudited", "condensed", "half-yearly,": in which state the statement is.
[[nodiscard]] bool tells_of_state(std::string_view word);
// "months", "ended", "Dec.", "RMB", "2024", "(": what goes on with a title behind the name.
[[nodiscard]] bool goes_on_with_title(std::string_view word);
// "Notes to the", "Summary", "effects of": words before the name that make it another thing than the
// statement.
[[nodiscard]] bool names_another_thing(std::string_view before);

}  // namespace kcfin::statement
