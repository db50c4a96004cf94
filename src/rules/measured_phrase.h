// The amount that a phrase means in a period: a table's figure, or else one that a sentence states.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "statement/row_index.h"

namespace kcfin::rulebook {

struct Measured {
  FigureId cell = kNoFigure;    // of a table
  FigureId prose = kNoFigure;   // of a sentence
  bool one_of_several = false;  // other sentences state other amounts of it
  bool reworded = false;        // that one names it with the same words in another order
  [[nodiscard]] FigureId best() const { return cell != kNoFigure ? cell : prose; }
  [[nodiscard]] bool known() const { return best() != kNoFigure; }
};

class MeasuredPhrases {
 public:
  MeasuredPhrases(const Filing& filing, const RowIndex& rows);

  [[nodiscard]] const Filing& filing() const { return filing_; }
  // Money in the reporting currency.
  [[nodiscard]] Measured amount(std::string_view phrase, const Period& period) const;
  [[nodiscard]] FigureId cell(std::string_view phrase, const Unit& unit, const Period& period) const;
  // The table figure that an amount of a sentence is tied to.
  [[nodiscard]] FigureId tied(FigureId amount) const;

 private:
  const Filing& filing_;
  const RowIndex& index_;
  Unit money_;
  // The amount of a phrase in one period, as the first sentence states it. Where others state several
  // ("revenues were" of one segment, then of the next), none of them is known to be that of the whole.
  struct Stated {
    FigureId first = kNoFigure;
    bool several = false;
  };
  void state(std::string_view phrase, FigureId amount);
  [[nodiscard]] bool same(FigureId a, FigureId b) const;

  void add(std::vector<Stated>& amounts, FigureId amount) const;

  // Normal form of the phrase, and its words in whatever order, to its amounts, one of each period.
  std::map<std::string, std::vector<Stated>, std::less<>> stated_, reworded_;
};

}  // namespace kcfin::rulebook
