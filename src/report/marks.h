// The tick marks of a filing: by which kinds of checks each of its figures is held, and which are not.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin::report {

struct Mark {
  char letter;
  std::string_view word;
};
inline constexpr std::array kMarks = {Mark{'F', "footed"},         Mark{'X', "added across"},
                                      Mark{'R', "rolled forward"}, Mark{'T', "tied to another place"},
                                      Mark{'P', "in a sentence"},  Mark{'C', "as an earlier filing"},
                                      Mark{'$', "translated"},     Mark{'%', "ratio or change"}};
inline constexpr Mark kContradicted = {'!', "contradicted"};
inline constexpr std::string_view kUnheldMark = "·", kUnheldWord = "held by nothing";

enum class Standing : std::uint8_t { held, unheld, contradicted, damaged };
[[nodiscard]] std::string_view name(Standing standing);

// Asks for a report with its checks listed.
class Marks {
 public:
  explicit Marks(const Checked& checked);

  // "FT", "F$!", "·": the letters of the checks that hold it, each once.
  [[nodiscard]] std::string of(FigureId figure) const;
  // The same in words: "footed, translated, contradicted".
  [[nodiscard]] std::string words(FigureId figure) const;
  [[nodiscard]] Standing standing(FigureId figure) const;
  // The checks that were made of it: indices of Report::checks.
  [[nodiscard]] std::span<const std::uint32_t> checks(FigureId figure) const;
  // By letter of kMarks, whether any figure of a table carries it.
  [[nodiscard]] std::uint16_t letters(FigureId figure) const { return letters_[figure]; }

 private:
  void take(const Filing& filing, const Check& check, FigureId figure, bool in_words);

  const Checked& checked_;
  std::vector<std::uint16_t> letters_;  // bits, in the order of kMarks
  std::vector<bool> contradicted_;
  std::vector<std::uint32_t> starts_, lists_;  // the checks of each figure
};

// The index in kMarks of what a check does for a table's figure, where no sentence is among its operands.
[[nodiscard]] std::size_t mark_of(std::string_view rule);

}  // namespace kcfin::report
