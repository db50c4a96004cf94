// footing/definition: amounts per share add up as the incomes do that they divide.
//
// Continuing + discontinued = net, basic and diluted each on its own, whether the operations or the bases
// stand under one header; and reported + adjustments = adjusted. A sum of cents is easily met by chance: the
// labels must say what belongs together, and the columns bear it out.
#include <algorithm>
#include <optional>
#include <vector>

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
    std::string text = lower(row.label);
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
    read(text);
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
      if (own.kind.operations == Operations::whole) {
        relate_whole(table, own, seen);
      }
      seen.push_back(own);
    }
  }

  void relate_whole(const Table& table, const Seen& whole, const std::vector<Seen>& seen) {
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
    if (!continuing || parts.size() < 2) return;
    Footing footing;
    footing.row = whole.row;
    for (const std::uint32_t part : parts) footing.terms.push_back({part, 1});
    footing.reading = "continuing and discontinued operations";
    emit(table, footing, 1);
  }

  // ------------------------------------------------------------ reported + adjustments

  void adjustments(const Table& table) {
    for (Footing footing : per_share_structure(table, filing_).footings) {
      if (footing.terms.size() < 2 || !adjusted(table.rows[footing.row])) continue;
      const Kind own = kind_of(table.rows[footing.row]);
      const bool mixed = std::any_of(
          footing.terms.begin(), footing.terms.end(),
          [&](const FootingTerm& term) { return kind_of(table.rows[term.row]).other_basis(own); });
      if (mixed) continue;
      emit(table, footing, 2);
    }
  }

  [[nodiscard]] static bool adjusted(const Row& row) {
    const std::string label = lower(row.label);
    return has(label, "adjusted") || has(label, "non-gaap") || has(label, "excluding") ||
           has(label, "core ") || has(label, "normalized") || has(label, "constant");
  }

  // ------------------------------------------------------------ equations

  // One a column; at least half of those that say something must add up, and so many.
  void emit(const Table& table, const Footing& footing, int enough) {
    std::vector<Equation> sums = column_sums(filing_, table, footing, rule_, is_per_share);
    const Fit fit = fit_of_sums(filing_, sums);
    if (fit.hold < enough || fit.hold * 2 < fit.judged) return;
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
