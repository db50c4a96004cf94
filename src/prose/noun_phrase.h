// The noun phrase of a metric among the tokens of a sentence, freed of everything that does not name it.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "prose/word.h"

namespace kcfin::prose {

// What "net income" may mean besides the whole of it.
inline constexpr std::array<std::string_view, 2> kOwnersShares = {
    "net income attributable to owners", "net income attributable to ordinary shareholders"};

// "During the Reporting Period, our total revenues" -> "total revenues"; "Non-GAAP net loss, which excludes
// share-based compensation," -> "Non-GAAP net loss". Empty where nothing names a metric ("it", "which").
// "Excluding X, operating profit" keeps its exclusion, which is part of the measure; "Excluding X, adjusted
// operating profit" does not need it.
[[nodiscard]] std::string noun_phrase(std::string_view text, std::span<const Token> tokens);

// True where some token can be part of a metric's name.
[[nodiscard]] bool names_something(std::span<const Token> tokens);

// The phrase says no more than a sign: "loss", "a net gain", "an outflow".
[[nodiscard]] bool only_sign(std::string_view phrase);
// ... and that sign is a loss.
[[nodiscard]] bool says_loss(std::string_view phrase);

// A cost or an expense.
[[nodiscard]] bool says_cost(std::string_view phrase);

// A measure on another basis than the statements': "adjusted", "non-GAAP", "normalized".
[[nodiscard]] bool says_adjusted(std::string_view phrase);

// "As a percentage of revenues, operating expenses were 22.6%": `phrase` names the amount of which the figure
// is the ratio to `whole`; the ratio may rise while the amount falls.
[[nodiscard]] bool ratio_of_amount(std::string_view phrase, std::string_view whole);

// Case-insensitive search for a whole word.
[[nodiscard]] bool has_word(std::string_view phrase, std::string_view lower_word);

}  // namespace kcfin::prose
