// The user's own wishes over a file's findings: other severities, rules that are off, findings that are
// known already. What is decided here is what is reported, never what was found.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin::cli {

using Severities = std::vector<std::pair<RuleId, std::optional<Severity>>>;

// Gives findings the severity that their rule has here and takes those out whose rule is off. A
// consequence is never graver than the finding that it follows from.
void apply(const Severities& severities, Report& report);

// Takes the marked findings out. What followed from one of them alone becomes a root finding, unless it
// is marked too.
void take_out(Report& report, const std::vector<bool>& marked);

}  // namespace kcfin::cli
