// Only a filing with such figures is copied.
#include "solve/readable.h"

#include <algorithm>

#include "solve/legible.h"

namespace kcfin::solving {
namespace {

bool readable(const Filing& filing, const Figure& figure) {
  return figure.status == Status::damaged && figure.damage != Damage::ghost &&
         figure.candidates.size() == 1 && !copies_above(filing, figure);
}

}  // namespace

Equations relate_as_readable(const Filing& filing) {
  const auto shown_in_one_way = [&](const Figure& figure) { return readable(filing, figure); };
  if (std::none_of(filing.figures.begin(), filing.figures.end(), shown_in_one_way)) return relate(filing);
  Filing shown = filing;
  for (Figure& figure : shown.figures) {
    if (!readable(filing, figure)) continue;
    figure.value = figure.candidates.front().value;
    figure.status = Status::ok;
  }
  return relate(shown);
}

}  // namespace kcfin::solving
