// From the catalogue's lines to its labels, written out and folded.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "statement/catalogue_lines.h"

namespace kcfin::catalogue {

struct Compiled {
  std::map<std::string, Meanings> labels;  // by their folded words
  // What is wrong with the lines: a label given to two concepts, a concept that stands twice, brackets that
  // do not close, a label that folds to nothing. Empty for a sound catalogue.
  std::vector<std::string> faults;
};

[[nodiscard]] Compiled compile(std::span<const Line> lines);

}  // namespace kcfin::catalogue
