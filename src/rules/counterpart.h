// One fact printed in two places: which rows of a filing state the same amounts.
//
// Labels or concepts must say so, and the figures must bear it out: at least one pair of cells of one period
// and unit agrees to the digit, and no more disagree than agree. A statement that is printed twice bears
// out each of its rows by all the others. What the labels propose and the figures do not bear out is no
// counterpart; the caller may say so.
#pragma once

#include <optional>
#include <vector>

#include "kcfin/equation.h"
#include "rules/statement_index.h"

namespace kcfin::rulebook {

// How the cells of two rows compare, over the periods and units that both have. Figures without a value
// and pairs of nils say nothing.
struct Agreement {
  int pairs = 0;     // that say something
  int equal = 0;     // of one value, or the coarser a rounding of the finer
  int opposite = 0;  // of one size and two signs

  [[nodiscard]] bool same_sign() const { return equal >= opposite; }
  // At least one pair agrees, no more disagree, and the sign is one for the row.
  [[nodiscard]] bool bears_out() const;
  // In so many pairs, all with one sign, and none that disagrees.
  [[nodiscard]] bool throughout(int at_least) const;
};
[[nodiscard]] Agreement compare_rows(const StatementIndex& index, RowRef a, RowRef b);

// Cells of one period and unit in both rows.
struct CellPair {
  FigureId first = kNoFigure, second = kNoFigure;
};
[[nodiscard]] std::vector<CellPair> cell_pairs(const StatementIndex& index, RowRef a, RowRef b);

// `row` repeats `anchor`, the row of the statement that the fact belongs to.
struct Counterpart {
  RowRef row, anchor;
  Relation relation = Relation::same;
  Support support = Support::both;
  bool borne_out = false;  // false: the labels say so, the figures do not
  // Where another row than the anchor is repeated: the cells that the anchor has too are held against it
  // alone.
  std::optional<RowRef> beside{};
};
[[nodiscard]] std::vector<Counterpart> find_counterparts(const StatementIndex& index);

// Which rule speaks of a pair: two statements of different kinds, a note and a statement, or two prints of
// one thing.
enum class Tie : std::uint8_t { statements, note, duplicate };
[[nodiscard]] Tie tie_of(const StatementIndex& index, const Counterpart& pair);

// An equation for each pair of cells that carries an amount.
void relate_cells(const StatementIndex& index, RuleId rule, const Counterpart& pair, std::string_view reading,
                  Equations& out);

// For a pair that the figures do not bear out.
[[nodiscard]] Skip not_borne_out(const StatementIndex& index, RuleId rule, const Counterpart& pair);

}  // namespace kcfin::rulebook
