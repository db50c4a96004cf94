// Three layouts: parts indented under or announced by their total, "Including: …", and the shares of an
// income that its owners have.
#include "rules/footing/parts.h"

#include <algorithm>
#include <array>

#include "statement/concept_name.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

class PartsFinder {
 public:
  explicit PartsFinder(const TableAmounts& amounts) : amounts_(amounts) {
    out_.inside.assign(amounts.rows(), false);
  }

  Parts run() {
    totals_before_parts();
    parts_of_the_row_above();
    attributions();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Row& row(std::uint32_t r) const { return amounts_.row(r); }

  // A total printed before its parts: they stand under it, indented deeper.
  void totals_before_parts() {
    for (std::uint32_t r = 0; r + 2 < amounts_.rows(); ++r) {
      if (!amounts_.counted(r) || out_.inside[r]) continue;
      const bool announced = row(r).label.ends_with(':') || row(r).label.ends_with('-');
      std::vector<FootingTerm> terms;
      for (std::uint32_t next = r + 1; next < amounts_.rows(); ++next) {
        if (row(next).role != Role::item || !amounts_.counted(next)) break;
        if (!announced && row(next).indent <= row(r).indent) break;
        terms.push_back({next, 1});
        if (announced && parts_hold(r, terms, true)) break;
      }
      if (terms.size() < 2 || !parts_hold(r, terms, announced)) continue;
      for (const FootingTerm& term : terms) out_.inside[term.row] = true;
      out_.footings.push_back(
          {r, terms, Support::both, announced ? "the rows that it announces" : "the rows indented under it"});
    }
  }

  // Where only a colon tells the parts, and not where they end, every column must add up.
  [[nodiscard]] bool parts_hold(std::uint32_t r, const std::vector<FootingTerm>& terms, bool all) const {
    if (terms.size() < 2) return false;
    const Score held = amounts_.score(r, terms);
    if (all) return held.holds >= 2 && held.holds == held.judged && amounts_.telling(r, terms);
    return held.holds >= 1 && held.periods_held * 2 >= held.periods_judged && amounts_.telling(r, terms);
  }

  // "Including: gain on disposal": a part of the row above, which has it already.
  void parts_of_the_row_above() {
    static constexpr std::array<std::string_view, 4> kLeads = {"including", "of which", "among which",
                                                               "includes"};
    for (std::uint32_t r = 0; r < amounts_.rows(); ++r) {
      const std::string label = lower(row(r).label);
      if (std::none_of(kLeads.begin(), kLeads.end(),
                       [&](std::string_view lead) { return label.starts_with(lead); }))
        continue;
      if (row(r).role == Role::item) out_.inside[r] = true;
      if (row(r).role == Role::header && r > 0 && amounts_.counted(r - 1)) parts_under(r);
    }
  }

  // "Including:" over a list: it ends where the row above is made up.
  void parts_under(std::uint32_t header) {
    std::vector<FootingTerm> terms;
    for (std::uint32_t next = header + 1; next < amounts_.rows() && amounts_.counted(next); ++next) {
      terms.push_back({next, 1});
      const Score held = amounts_.score(header - 1, terms);
      if (terms.size() < 2 || held.holds == 0 || held.periods_held * 2 < held.periods_judged) continue;
      for (const FootingTerm& term : terms) out_.inside[term.row] = true;
      out_.footings.push_back(
          {header - 1, std::move(terms), Support::both, "the rows of \u201c" + row(header).label + "\u201d"});
      return;
    }
    if (!terms.empty()) out_.inside[terms.front().row] = true;
  }

  // "Attributable to: Owners of the company, Non-controlling interests": under such a header stand the shares
  // of an income printed above.
  void attributions() {
    for (std::uint32_t r = 0; r < amounts_.rows(); ++r) {
      if (row(r).role != Role::header || !has(lower(row(r).label), "attribut")) continue;
      const bool continuing = has(lower(row(r).label), "continuing");
      bool nearest = true;
      for (std::uint32_t total = r; total-- > 0;) {
        if (!amounts_.counted(total)) continue;
        // Of continuing operations where the header says so, or where nothing else stands between.
        const bool whole =
            is_continuing_income(total) ? continuing || nearest : !continuing && is_whole_income(total);
        if (whole && attribute(total, r)) break;
        nearest = false;
      }
    }
  }

  // The fewest rows under the header that make up the income; a row without a label may repeat it below them.
  bool attribute(std::uint32_t total, std::uint32_t header) {
    constexpr std::size_t kMostOwners = 5;
    std::vector<FootingTerm> terms;
    for (std::uint32_t next = header + 1; next < amounts_.rows() && terms.size() < kMostOwners; ++next) {
      if (!amounts_.counted(next) || row(next).label.empty() || is_whole_income(next)) return false;
      terms.push_back({next, 1});
      if (terms.size() < 2) continue;
      const Score held = amounts_.score(total, terms);
      if (held.holds == 0 || held.periods_held * 2 < held.periods_judged) continue;
      for (const FootingTerm& term : terms) out_.inside[term.row] = true;
      const bool repeated =
          next + 1 < amounts_.rows() && amounts_.counted(next + 1) && row(next + 1).label.empty();
      if (repeated) out_.inside[next + 1] = true;
      out_.footings.push_back({repeated ? next + 1 : total, std::move(terms), Support::both,
                               "the rows of \u201c" + row(header).label + "\u201d"});
      return true;
    }
    return false;
  }

  [[nodiscard]] bool is_whole_income(std::uint32_t r) const {
    const std::string_view name = row(r).concept_name;
    return name == "ProfitLoss"_concept || is_continuing_income(r) ||
           name == "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest"_concept;
  }

  [[nodiscard]] bool is_continuing_income(std::uint32_t r) const {
    return row(r).concept_name ==
           "IncomeLossFromContinuingOperationsIncludingPortionAttributableToNoncontrollingInterest"_concept;
  }

  const TableAmounts& amounts_;
  Parts out_;
};

}  // namespace

Parts find_parts(const TableAmounts& amounts) { return PartsFinder(amounts).run(); }

}  // namespace kcfin::rulebook
