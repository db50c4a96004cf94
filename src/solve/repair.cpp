// Every damaged figure has options: what its form allows, and what an equation over other figures leaves for
// it. An option that has the digits which can still be read is proved by one equation; one that the text
// contradicts, or that is merely the row above's figure again, by two equations over different rows. What is
// proved helps to prove the rest; rounds go on until nothing changes. Evidence that disagrees proves nothing.
#include "solve/repair.h"

#include <algorithm>
#include <map>

#include "solve/legible.h"

namespace kcfin::solving {
namespace {

constexpr std::size_t kMostCombinations = 256;
constexpr std::size_t kMostOptions = 8;
constexpr int kMostRounds = 8;

struct Option {
  Decimal value;
  std::string why;
  bool of_form = false;  // the whole figure can be read so
  bool fits = false;     // it has the digits that can be read
  std::vector<EquationId> holding, broken;
};

struct Unknown {
  FigureId figure = kNoFigure;
  std::vector<Option> options;
  bool decided = false;
};

class Recoverer {
 public:
  Recoverer(const Network& network, Values& values) : network_(network), values_(values) {
    const auto& figures = network.filing().figures;
    for (FigureId id = 0; id < figures.size(); ++id) {
      if (figures[id].status == Status::repaired) take_as_proved(id);
      if (figures[id].status != Status::damaged || figures[id].damage == Damage::ghost) continue;
      Unknown unknown;
      unknown.figure = id;
      const bool copied = copies_above(network.filing(), figures[id]);
      for (const Candidate& candidate : figures[id].candidates)
        unknown.options.push_back({candidate.value, candidate.why, true, !copied, {}, {}});
      index_[id] = unknowns_.size();
      unknowns_.push_back(std::move(unknown));
    }
    collect_equations();
  }

  std::vector<Recovery> run() {
    for (int round = 0; round < kMostRounds; ++round) {
      propose();
      weigh();
      if (!prove()) break;
    }
    withdraw_contradicted();
    return report();
  }

 private:
  // Proved with the whole of its row before.
  void take_as_proved(FigureId id) {
    const Figure& figure = network_.figure(id);
    unknowns_.push_back({id, {{*figure.value, figure.candidates.front().why, true, true, {}, {}}}, true});
    proofs_[id] = unknowns_.back().options.front();
  }

  void collect_equations() {
    for (const Unknown& unknown : unknowns_) {
      for (const EquationId id : network_.of(unknown.figure)) equations_.push_back(id);
    }
    std::sort(equations_.begin(), equations_.end());
    equations_.erase(std::unique(equations_.begin(), equations_.end()), equations_.end());
  }

  // The undecided figures of an equation.
  [[nodiscard]] std::vector<std::size_t> open_in(EquationId id) const {
    std::vector<std::size_t> out;
    const Equation& equation = network_.equation(id);
    const auto add = [&](FigureId figure) {
      const auto found = index_.find(figure);
      if (found != index_.end() && !unknowns_[found->second].decided &&
          std::find(out.begin(), out.end(), found->second) == out.end())
        out.push_back(found->second);
    };
    add(equation.result);
    for (const Term& term : equation.terms) add(term.figure);
    return out;
  }

  // What an equation leaves for its only undecided figure becomes one of its options; and what it leaves
  // beside a figure that can be read, if it has the legible digits.
  void propose() {
    for (const EquationId id : equations_) {
      const std::vector<std::size_t> open = open_in(id);
      if (open.size() == 1) {
        add_option(unknowns_[open.front()], id, false);
      } else if (open.size() == 2) {
        propose_beside(id, unknowns_[open[0]], unknowns_[open[1]]);
        propose_beside(id, unknowns_[open[1]], unknowns_[open[0]]);
      }
    }
  }

  void propose_beside(EquationId id, const Unknown& known, Unknown& unknown) {
    if (digits_legible(network_.figure(unknown.figure).legible) < 2) return;
    for (const Option& option : known.options) {
      if (!option.of_form) continue;
      values_[known.figure] = option.value;
      add_option(unknown, id, true);
    }
    values_[known.figure].reset();
  }

  void add_option(Unknown& unknown, EquationId id, bool must_fit) {
    const auto value = value_from(id, unknown.figure);
    if (!value || unknown.options.size() >= kMostOptions) return;
    const bool known = std::any_of(unknown.options.begin(), unknown.options.end(),
                                   [&](const Option& option) { return same_value(option.value, *value); });
    const std::string& legible = network_.figure(unknown.figure).legible;
    const bool fitting = digits_legible(legible) >= 2 && fits(legible, *value);
    if (!known && (fitting || !must_fit))
      unknown.options.push_back({*value, "what an equation leaves for it", false, fitting, {}, {}});
  }

  [[nodiscard]] std::optional<Decimal> value_from(EquationId id, FigureId figure) const {
    const Figure& unknown = network_.figure(figure);
    if (const auto exact = network_.solve_for(id, figure, values_)) return exact;
    const auto range = network_.range_for(id, figure, values_);
    return range ? only_fit(unknown.legible, *range, unknown.scale_power) : std::nullopt;
  }

  // Which equations hold and break with each option: those with one undecided figure, and those in which only
  // one choice of what the forms allow holds.
  void weigh() {
    for (Unknown& unknown : unknowns_) {
      for (Option& option : unknown.options) {
        option.holding.clear();
        option.broken.clear();
      }
    }
    for (const EquationId id : equations_) {
      const std::vector<std::size_t> open = open_in(id);
      if (open.size() == 1) {
        weigh_each(id, unknowns_[open.front()]);
      } else if (!open.empty()) {
        weigh_together(id, open);
      }
    }
  }

  void weigh_each(EquationId id, Unknown& unknown) {
    for (Option& option : unknown.options) {
      values_[unknown.figure] = option.value;
      if (convinces(id)) option.holding.push_back(id);
      if (contradicts(id)) option.broken.push_back(id);
    }
    values_[unknown.figure].reset();
  }

  void weigh_together(EquationId id, const std::vector<std::size_t>& open) {
    std::vector<std::vector<std::size_t>> choices;
    std::size_t combinations = 1;
    for (const std::size_t u : open) {
      choices.emplace_back();
      for (std::size_t o = 0; o < unknowns_[u].options.size(); ++o) {
        if (unknowns_[u].options[o].of_form || unknowns_[u].options[o].fits) choices.back().push_back(o);
      }
      combinations *= choices.back().size();
      if (combinations == 0 || combinations > kMostCombinations) return;
    }
    std::vector<std::size_t> winner;
    int winners = 0;
    for (std::size_t choice = 0; choice < combinations; ++choice) {
      std::vector<std::size_t> picked;
      std::size_t rest = choice;
      for (std::size_t i = 0; i < open.size(); ++i) {
        picked.push_back(choices[i][rest % choices[i].size()]);
        rest /= choices[i].size();
        values_[unknowns_[open[i]].figure] = unknowns_[open[i]].options[picked.back()].value;
      }
      if (!convinces(id)) continue;
      ++winners;
      winner = picked;
    }
    for (const std::size_t u : open) values_[unknowns_[u].figure].reset();
    if (winners != 1) return;
    for (std::size_t i = 0; i < open.size(); ++i) unknowns_[open[i]].options[winner[i]].holding.push_back(id);
  }

  // A sum must hold to the digit, a rounded relation within its rounding.
  [[nodiscard]] bool convinces(EquationId id) const {
    const Verdict verdict = network_.verdict(id, values_);
    if (network_.equation(id).relation == Relation::sum) return verdict == Verdict::exact;
    return verdict == Verdict::exact || verdict == Verdict::within_rounding;
  }

  // Where several readings of a statement are open, none alone contradicts; a translation may be a unit off.
  [[nodiscard]] bool contradicts(EquationId id) const {
    const Equation& equation = network_.equation(id);
    const Judgement judgement = network_.judge(id, values_);
    if (judgement.verdict != Verdict::inconsistent || equation.alternatives > 0 || says_little(id))
      return false;
    if (equation.relation != Relation::translation || !judgement.expected) return true;
    const auto off = subtract(*judgement.expected, *values_[equation.result]);
    return !off || off->size().mantissa > 1;
  }

  // A total of one row: the structure may be misread where its figure is damaged.
  [[nodiscard]] bool says_little(EquationId id) const {
    const Equation& equation = network_.equation(id);
    return equation.relation == Relation::sum && equation.terms.size() < 2;
  }

  // The rows that an equation is over: the sum of the same rows in another column is the same evidence.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> rows_of(EquationId id) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;
    const auto add = [&](FigureId figure) {
      const Figure& one = network_.figure(figure);
      rows.emplace_back(one.table, one.in_table() ? one.row : figure);
    };
    add(network_.equation(id).result);
    for (const Term& term : network_.equation(id).terms) add(term.figure);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
  }

  [[nodiscard]] bool proved(const Option& option) const {
    if (!option.broken.empty()) return false;
    if (option.fits) return !option.holding.empty();
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> over;
    for (const EquationId id : option.holding) {
      if (says_little(id)) continue;
      auto rows = rows_of(id);
      if (std::find(over.begin(), over.end(), rows) == over.end()) over.push_back(std::move(rows));
    }
    return over.size() >= 2;
  }

  bool prove() {
    bool changed = false;
    for (Unknown& unknown : unknowns_) {
      if (unknown.decided) continue;
      const Option* only = nullptr;
      int found = 0;
      for (const Option& option : unknown.options) {
        if (!proved(option)) continue;
        ++found;
        only = &option;
      }
      if (found != 1) continue;
      unknown.decided = true;
      values_[unknown.figure] = only->value;
      proofs_[unknown.figure] = *only;
      changed = true;
    }
    return changed;
  }

  // Figures decided in one round may contradict each other.
  void withdraw_contradicted() {
    std::vector<FigureId> withdrawn;
    for (const auto& [figure, option] : proofs_) {
      if (network_.figure(figure).status == Status::repaired) continue;
      std::size_t holding = 0, broken = 0;
      for (const EquationId id : network_.of(figure)) {
        holding += convinces(id) ? 1U : 0U;
        broken += contradicts(id) ? 1U : 0U;
      }
      if (broken > 0 && broken >= holding) withdrawn.push_back(figure);
    }
    for (const FigureId figure : withdrawn) {
      values_[figure].reset();
      proofs_.erase(figure);
    }
  }

  [[nodiscard]] std::vector<Recovery> report() const {
    std::vector<Recovery> out;
    for (const Unknown& unknown : unknowns_) {
      Recovery recovery;
      recovery.figure = unknown.figure;
      const auto proof = proofs_.find(unknown.figure);
      if (proof != proofs_.end()) {
        recovery.recovered = true;
        recovery.one_reading =
            proof->second.of_form && network_.figure(unknown.figure).candidates.size() == 1;
        recovery.why = proof->second.why;
      }
      out.push_back(std::move(recovery));
    }
    return out;
  }

  const Network& network_;
  Values& values_;
  std::vector<Unknown> unknowns_;
  std::map<FigureId, std::size_t> index_;
  std::vector<EquationId> equations_;
  std::map<FigureId, Option> proofs_;
};

}  // namespace

std::vector<Recovery> recover(const Network& network, Values& values) {
  return Recoverer(network, values).run();
}

}  // namespace kcfin::solving
