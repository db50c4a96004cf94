// The header announces percentages, the first row shows them by its signs; what is printed otherwise ends the
// section.
#include "table/percent_section.h"

#include <algorithm>

#include "values/text.h"

namespace kcfin::table {
namespace {

bool is_figure(const BodyCell* cell) { return cell != nullptr && cell->scanned.form == Form::figure; }

}  // namespace

void PercentSection::begin(std::string_view label) {
  const bool announces = has(label, "percent of") || has(label, "percentage of") || has(label, "% of") ||
                         has(label, "percentage growth") || has(label, "percentage change") ||
                         has(label, "% change") || has(label, "percent change");
  state_ = announces ? State::announced : State::none;
}

bool PercentSection::takes(std::span<const BodyCell* const> cells) {
  if (state_ == State::none) return false;
  int signs = 0, bare = 0, decimals = 0;
  bool amounts = false;
  for (const BodyCell* cell : cells) {
    if (!is_figure(cell)) continue;
    const Scanned& scanned = cell->scanned;
    ++(scanned.percent ? signs : bare);
    decimals = std::max<int>(decimals, scanned.value.decimals);
    constexpr int kMostDigits = 4;  // of a growth that is many times what it grew from
    int digits = 0;
    for (auto left = scanned.value.size().mantissa; left > 0; left /= 10) ++digits;
    amounts |= scanned.grouped || scanned.bare_dollar || scanned.money[0] != 0 || scanned.multiple ||
               digits - scanned.value.decimals > kMostDigits;
  }
  if (state_ == State::announced) {
    state_ = signs > 0 && bare == 0 ? State::shown : State::none;
    decimals_ = decimals;
    return false;
  }
  if (signs == 0 && bare == 0) return false;  // nil throughout
  if (amounts || decimals != decimals_) state_ = State::none;
  return state_ == State::shown;
}

}  // namespace kcfin::table
