// Whose a measure is: "NetEase's net revenues" are the issuer's own, "Lingua's net revenues" a segment's.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "kcfin/filing.h"

namespace kcfin::prose {

class Possessors {
 public:
  explicit Possessors(const Filing& filing) : filing_(filing) {}

  // The phrase without the issuer's name before it; a segment's stays, as a qualifier.
  [[nodiscard]] std::string without_issuer(std::string_view phrase);

 private:
  [[nodiscard]] bool names_row(std::string_view lower_name);
  void add_words(std::string_view label);

  const Filing& filing_;
  std::unordered_set<std::string> label_words_;  // of the tables' rows, in lower case
};

}  // namespace kcfin::prose
