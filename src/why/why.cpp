// The way of a figure: which figure is asked for, and the stations in the order of the rooms.
#include "kcfin/why.h"

#include <algorithm>

#include "why/stations.h"

namespace kcfin {
namespace {

// Of the figures that start at or before the place on its line, the nearest one that reaches over it.
FigureId figure_at(const Filing& filing, Place place) {
  FigureId found = kNoFigure;
  for (FigureId id = 0; id < filing.figures.size(); ++id) {
    const Figure& figure = filing.figures[id];
    if (figure.at.line != place.line || figure.at.column > place.column) continue;
    const std::size_t reach = std::max<std::size_t>(figure.raw.size(), 1);
    if (place.column - figure.at.column >= reach) continue;
    if (found == kNoFigure || figure.at.column > filing.figures[found].at.column) found = id;
  }
  return found;
}

}  // namespace

Way way_of(const Checked& checked, Place place) {
  Way way{figure_at(checked.filing, place), place, {}};
  if (way.figure == kNoFigure) {
    const RawCell* cell = why::raw_cell_at(checked.document, place);
    way.stations.push_back(
        why::bytes_station(checked.document, place, cell == nullptr ? std::string_view{} : cell->text));
    way.stations.push_back(why::nothing_station(checked, place));
    return way;
  }
  const why::Asked asked{checked, way.figure};
  const Figure& figure = asked.figure();
  way.at = figure.at;
  way.stations.push_back(why::bytes_station(checked.document, figure.at, figure.raw));
  if (figure.in_table()) {
    way.stations.push_back(why::cell_station(asked));
    way.stations.push_back(why::row_station(asked));
    way.stations.push_back(why::column_station(asked));
    way.stations.push_back(why::statement_station(asked));
  } else {
    way.stations.push_back(why::claim_station(asked));
  }
  way.stations.push_back(why::checks_station(asked));
  way.stations.push_back(why::verdict_station(asked));
  return way;
}

}  // namespace kcfin
