// What the capitals of a filing stand for: "value-added services (VAS)".
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace kcfin::prose {

class Abbreviations {
 public:
  // Learns those that a text spells out: capitals in parentheses whose letters begin the words before them.
  void learn(std::string_view text);
  // The phrase with every abbreviation that is known written out; empty where it has none.
  [[nodiscard]] std::string written_out(std::string_view phrase) const;

 private:
  std::map<std::string, std::string, std::less<>> words_;
};

}  // namespace kcfin::prose
