// “Did you mean …?” for a mistyped command, option, value or rule.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kcfin::cli {

// The known word that is nearest to the one given, if it is near enough to be meant; else empty.
[[nodiscard]] std::string_view nearest(std::string_view given, std::span<const std::string_view> known);

// "; did you mean json?", or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view given, std::span<const std::string_view> known);

}  // namespace kcfin::cli
