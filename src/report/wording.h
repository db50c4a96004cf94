// The words in which the reports for people speak of a finding: its period and unit, its figures, and
// what follows from it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin::report {

[[nodiscard]] std::string period_words(const Period& period);  // "2023-01-01 to 2023-06-30"
[[nodiscard]] std::string unit_words(const Finding& finding);  // "USD thousand"
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view one, std::string_view more);

// What a finding says beyond its message: where it stands, the equation, the suggestion, the candidates; a
// line each.
[[nodiscard]] std::vector<std::string> particulars(const Checked& checked, const Finding& finding);

// For each root finding those that follow from it, directly or by way of others, in order; empty for
// every other finding.
using Consequences = std::vector<std::vector<std::uint32_t>>;
[[nodiscard]] Consequences consequences_of(const std::vector<Finding>& findings);

}  // namespace kcfin::report
