// Words of labels and sections, and the concepts that a row was given.
#include "rules/per_share_basis.h"

#include <string>
#include <string_view>

#include "values/text.h"

namespace kcfin::rulebook {

Basis basis_of(const StatementIndex& index, RowRef at) {
  const std::string text = std::string(index.section(at)) + " " + std::string(index.label(at));
  const std::string_view concept_name = index.row(at).concept_name;
  Basis basis;
  // A section that names ADSs may stand over a label that does not; "per share" of a label wins over it.
  basis.ads = has(text, "ads");
  if (has(concept_name, "PerShare") || has(concept_name, "OfShare")) basis.ads = false;
  basis.basic = has(text, "basic") || has(concept_name, "Basic");
  basis.diluted = has(text, "diluted") || has(concept_name, "Diluted");
  basis.adjusted = has(text, "adjusted") || has(text, "nongaap") || has(concept_name, "Adjusted");
  // Continuing or discontinued operations, or one class of several shares: a part of the income.
  const bool all_classes = has(text, "class a and class b") || has(text, "class a and b");
  const bool one_class = has(text, "class ") && !all_classes;
  basis.discontinued = !one_class && has(text, "discontinu");
  basis.continuing = !one_class && !basis.discontinued && has(text, "continuing");
  basis.part = has(text, "continu") || one_class;
  return basis;
}

}  // namespace kcfin::rulebook
