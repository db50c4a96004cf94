// Calls the installed library: lists the rules and relates an empty filing.
#include <cstdio>

#include "kcfin/decimal.h"
#include "kcfin/document.h"
#include "kcfin/equation.h"
#include "kcfin/filing.h"
#include "kcfin/finding.h"
#include "kcfin/result.h"

int main() {
  if (kcfin::rules().empty() || !kcfin::find_rule("text/number")) return 1;
  const kcfin::Equations equations = kcfin::relate(kcfin::Filing{});
  if (!equations.equations.empty()) return 1;
  std::printf("%zu rules\n", kcfin::rules().size());
  return 0;
}
