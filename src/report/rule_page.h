// A rule's page, as `explain` prints it and docs/rules/ holds it: both from the registry alone.
#pragma once

#include <cstddef>
#include <string>

#include "kcfin/finding.h"

namespace kcfin::report {

[[nodiscard]] std::string rule_page(const Rule& rule, std::size_t width);  // for a terminal
[[nodiscard]] std::string rule_markdown(const Rule& rule);
[[nodiscard]] std::string rule_list(std::size_t width);  // id, severity, one line; for `rules`

}  // namespace kcfin::report
