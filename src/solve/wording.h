// How a check is written for a person: figures grouped, the equation as an auditor would note it.
#pragma once

#include <string>

#include "solve/network.h"

namespace kcfin::solving {

// "185,135 ÷ 7.2513 = 25,531": the terms as printed, and what they make.
[[nodiscard]] std::string equation_text(const Network& network, EquationId id, const Values& values);
// The same, solved for one of its figures: "10,386,041 − 53,051 − 2,018,350 = 8,314,640".
[[nodiscard]] std::string equation_for(const Network& network, EquationId id, FigureId figure,
                                       const Values& values);
// "“Impairment of long-lived assets”, US$, six months to 2023-06-30".
[[nodiscard]] std::string figure_name(const Filing& filing, FigureId id);
[[nodiscard]] std::string label_of(const Filing& filing, FigureId id);
[[nodiscard]] std::string period_text(const Period& period);
// A value with its sign and, for a percentage, its mark: "-9.3%", "1,356,246", "RMB1.4 million" for prose.
[[nodiscard]] std::string value_text(const Filing& filing, FigureId figure, const Decimal& value);

}  // namespace kcfin::solving
