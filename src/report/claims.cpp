// The names of the kinds of claims.
#include "report/claims.h"

namespace kcfin::report {

std::string_view name(Direction direction) {
  if (direction == Direction::none) return {};
  return direction == Direction::up ? "up" : "down";
}

std::string_view name(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::amount:
      return "amount";
    case ClaimKind::change:
      return "change";
    case ClaimKind::point_change:
      return "point-change";
    case ClaimKind::margin:
      return "margin";
    case ClaimKind::share:
      return "share";
    case ClaimKind::per_share:
      return "per-share";
    case ClaimKind::count:
      break;
  }
  return "count";
}

}  // namespace kcfin::report
