// The user's own wishes over a file's findings: other severities, rules that are off, findings that are
// known already. What is decided here is what is reported, never what was found.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "cli/options.h"
#include "kcfin/finding.h"

namespace kcfin::cli {

// Gives findings the severity that their rule has here and takes those out whose rule is off. A
// consequence is never graver than the finding that it follows from.
void set_severities(const Severities& severities, Report& report);

// The severities that hold for a file of this name: the configuration's, those of its overrides, and what
// --select and --ignore leave out.
[[nodiscard]] Severities severities_for(const Options& options, const std::string& file);

// Takes the findings out that are less grave, and what follows from them.
void take_out_below(std::optional<Severity> least, Report& report);

// Takes the marked findings out. What followed from one of them alone becomes a root finding, unless it
// is marked too.
void take_out(Report& report, const std::vector<bool>& marked);

}  // namespace kcfin::cli
