// The words that say which way something went, by what they do in a sentence.
#pragma once

#include <string_view>

namespace kcfin::prose {

// A word of change may stand in the text: what is cheaply told before it is taken apart.
[[nodiscard]] bool may_move(std::string_view text);

// A noun: "the increase in", "the year-over-year declines in".
[[nodiscard]] bool change_noun(std::string_view lower_word);
// A verb in the past that moves nothing but its subject; "reduced" and "lowered" move something else.
[[nodiscard]] bool change_verb(std::string_view word);
// The same behind "has" and "have".
[[nodiscard]] bool change_participle(std::string_view word);
// "were higher", "the lower tax rate".
[[nodiscard]] bool change_adjective(std::string_view word);

}  // namespace kcfin::prose
