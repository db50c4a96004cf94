// The table of semantics: what contradicts itself beyond rounding is an error, one unit is a warning.
#include "solve/severity.h"

namespace kcfin::solving {

Severity severity_of(const Break& fault) {
  if (fault.across_zero || fault.of_plugs) return Severity::note;
  if (!fault.sound_text) return Severity::warning;
  const bool one_unit = fault.units_off == 1;
  const bool repeats = fault.relation == Relation::same || fault.relation == Relation::opposite;
  if (repeats && fault.same_precision && one_unit) return Severity::note;
  return one_unit ? Severity::warning : Severity::error;
}

}  // namespace kcfin::solving
