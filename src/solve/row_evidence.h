// What the filing's equations say of a row: how many of them hold and break with its figures.
#pragma once

#include <span>
#include <vector>

#include "solve/network.h"

namespace kcfin::solving {

// Equations over the row's figures that hold and that break; sums that hold to the digit.
struct RowEvidence {
  int holding = 0, broken = 0, exact_sums = 0;
};

// The figures as printed; those that are damaged and not recovered have no value.
[[nodiscard]] Values printed_values(const Filing& filing);

// A row by its cells. An equation whose every figure is the row's own or one of `apart` says nothing of it.
struct RowAsked {
  std::vector<FigureId> cells, apart;
};

[[nodiscard]] std::vector<RowEvidence> evidence_of_rows(const Filing& filing, const Equations& equations,
                                                        std::span<const RowAsked> rows);

}  // namespace kcfin::solving
