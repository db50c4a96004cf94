// A rule's page, as `explain` prints it and docs/rules/ holds it: both from the registry alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "kcfin/finding.h"

namespace kcfin::report {

[[nodiscard]] std::string rule_page(const Rule& rule, std::size_t width);  // for a terminal
[[nodiscard]] std::string rule_markdown(const Rule& rule);
// Id, severity, one line of each rule whose id starts with `family`, a family and its "/"; of all for
// `rules`.
[[nodiscard]] std::string rule_list(std::size_t width, std::string_view family = {});

}  // namespace kcfin::report
