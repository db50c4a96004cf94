// What an amount per share, or an average number of shares, counts by, as its label and section say.
#pragma once

#include "rules/statement_index.h"

namespace kcfin::rulebook {

struct Basis {
  bool ads = false, basic = false, diluted = false, adjusted = false, part = false;
  bool continuing = false, discontinued = false;  // operations

  // "Basic and diluted" serves for either.
  [[nodiscard]] bool serves(const Basis& wanted) const {
    return ads == wanted.ads && ((wanted.basic && basic) || (wanted.diluted && diluted && !wanted.basic));
  }
};

[[nodiscard]] Basis basis_of(const StatementIndex& index, RowRef at);

}  // namespace kcfin::rulebook
