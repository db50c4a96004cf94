// footing/definition: amounts per share add up as the incomes do that they divide.
//
// Continuing + discontinued = net, basic and diluted each on its own, whether the operations or the bases
// stand under one header; and reported + adjustments = adjusted. A sum of cents is easily met by chance: the
// labels must say what belongs together, and the columns bear it out.
#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "rules/adjusted_chains.h"
#include "rules/column_sums.h"
#include "rules/definitions.h"
#include "rules/footing/amounts.h"
#include "rules/footing/structure.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

enum class Operations : std::uint8_t { whole, continuing, discontinued };

// What a row of amounts per share is of, by its label and the headers above it.
struct Kind {
  bool basic = false, diluted = false, ads = false;
  Operations operations = Operations::whole;

  [[nodiscard]] bool same_basis(const Kind& other) const {
    return basic == other.basic && diluted == other.diluted && ads == other.ads;
  }
  // Rows below an amount that says how it counts ("— Continuing operations") need not say it again.
  void go_on_from(const Kind& before) {
    if (basic || diluted || ads != before.ads) return;
    basic = before.basic;
    diluted = before.diluted;
  }
  [[nodiscard]] bool other_basis(const Kind& other) const {
    return (basic != diluted && other.basic != other.diluted && basic != other.basic) || ads != other.ads;
  }
};

class PerShareSums {
 public:
  PerShareSums(const Filing& filing, RuleId rule, Equations& out) : filing_(filing), rule_(rule), out_(out) {}

  void run() {
    for (const Table& table : filing_.tables) {
      const auto rows = std::count_if(table.rows.begin(), table.rows.end(),
                                      [&](const Row& row) { return counts_per_share(row); });
      if (rows < 3) continue;
      operations(table);
      adjustments(table);
    }
  }

 private:
  [[nodiscard]] bool counts_per_share(const Row& row) const {
    return row.role != Role::header && std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
             return id != kNoFigure && is_per_share(filing_.figures[id]);
           });
  }

  [[nodiscard]] Kind kind_of(const Row& row) const {
    Kind kind;
    const auto read = [&](std::string_view from) {
      if (!kind.basic && !kind.diluted) {
        kind.basic = has(from, "basic");
        kind.diluted = has(from, "dilut");
      }
      if (kind.operations != Operations::whole) return;
      if (has(from, "discontinu")) {
        kind.operations = Operations::discontinued;
      } else if (has(from, "continuing")) {
        kind.operations = Operations::continuing;
      }
    };
    read(lower(row.label));
    if (!row.section.empty()) read(lower(row.section.back()));
    kind.ads = std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
      return id != kNoFigure && filing_.figures[id].unit.measure == Measure::per_ads;
    });
    return kind;
  }

  // ------------------------------------------------------------ continuing + discontinued

  struct Seen {
    std::uint32_t row = 0;
    Kind kind;
  };

  // A whole amount with the nearest rows of its basis above it, or where the basis comes first, below.
  void operations(const Table& table) {
    std::vector<Seen> seen;
    for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
      if (!counts_per_share(table.rows[r])) continue;
      Seen own{r, kind_of(table.rows[r])};
      if (!seen.empty() && goes_on(table, seen.back().row, r)) own.kind.go_on_from(seen.back().kind);
      seen.push_back(own);
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (seen[i].kind.operations != Operations::whole) continue;
      if (!relate_whole(table, seen[i], std::span(seen).first(i)))
        relate_parts_below(table, seen[i], std::span(seen).subspan(i + 1));
    }
  }

  // The next row, under no header of its own.
  [[nodiscard]] static bool goes_on(const Table& table, std::uint32_t before, std::uint32_t r) {
    const Row& row = table.rows[r];
    return before + 1 == r && (row.section.empty() || row.section == table.rows[before].section) &&
           !has(lower(row.label), "dividend");
  }

  bool relate_whole(const Table& table, const Seen& whole, std::span<const Seen> seen) {
    std::vector<std::uint32_t> parts;
    bool continuing = false;
    for (auto part = seen.rbegin(); part != seen.rend(); ++part) {
      if (!part->kind.same_basis(whole.kind)) continue;
      if (part->kind.operations == Operations::whole) break;
      const bool first = part->kind.operations == Operations::continuing;
      if (first && continuing) break;
      continuing |= first;
      parts.insert(parts.begin(), part->row);
      if (first) break;
    }
    if (!continuing || parts.size() < 2) return false;
    emit_operations(table, whole.row, parts, 1);
    return true;
  }

  // "Basic earnings per share" over "— Continuing operations" and "— Discontinued operations".
  void relate_parts_below(const Table& table, const Seen& whole, std::span<const Seen> below) {
    if (below.size() < 2 || below[0].row != whole.row + 1 || below[1].row != whole.row + 2) return;
    for (const Operations operations : {Operations::continuing, Operations::discontinued}) {
      const Kind& part = below[operations == Operations::continuing ? 0 : 1].kind;
      if (part.operations != operations || !part.same_basis(whole.kind)) return;
    }
    emit_operations(table, whole.row, {below[0].row, below[1].row}, 2);
  }

  void emit_operations(const Table& table, std::uint32_t whole, const std::vector<std::uint32_t>& parts,
                       int enough) {
    Footing footing;
    footing.row = whole;
    for (const std::uint32_t part : parts) footing.terms.push_back({part, 1});
    footing.reading = "continuing and discontinued operations";
    emit(table, footing, enough);
  }

  // ------------------------------------------------------------ reported + adjustments

  void adjustments(const Table& table) {
    for (const Footing& footing :
         adjusted_footings(filing_, table, is_per_share, per_share_structure(table, filing_).footings)) {
      const Kind own = kind_of(table.rows[footing.row]);
      const bool mixed = std::any_of(
          footing.terms.begin(), footing.terms.end(),
          [&](const FootingTerm& term) { return kind_of(table.rows[term.row]).other_basis(own); });
      if (mixed) continue;
      emit(table, footing, 2, true);
    }
  }

  // ------------------------------------------------------------ equations

  // One a column; at least half of those that say something must add up, and so many. Of two columns one may
  // do.
  void emit(const Table& table, const Footing& footing, int enough, bool or_one_of_two = false) {
    std::vector<Equation> sums = column_sums(filing_, table, footing, rule_, is_per_share);
    const Fit fit = fit_of_sums(filing_, sums);
    const bool borne_out = fit.hold >= enough && fit.hold * 2 >= fit.judged;
    if (!borne_out && !(or_one_of_two && one_of_two_holds(filing_, sums))) return;
    for (Equation& sum : sums) out_.equations.push_back(std::move(sum));
  }

  const Filing& filing_;
  RuleId rule_;
  Equations& out_;
};

}  // namespace

void relate_per_share_sums(const RuleInput& input, RuleId rule, Equations& out) {
  PerShareSums(input.filing(), rule, out).run();
}

}  // namespace kcfin::rulebook
