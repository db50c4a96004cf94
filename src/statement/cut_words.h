// Words of labels that a narrow column cut short.
#pragma once

#include <string>
#include <string_view>

namespace kcfin::label {

// "Weighted average shares outstandi… - diluted" with its cut words whole, where only one word of statements
// begins so; other cut words stay as they are.
[[nodiscard]] std::string with_whole_words(std::string_view label);
[[nodiscard]] bool holds_cut_word(std::string_view label);

}  // namespace kcfin::label
