// Every damaged figure has candidates: what its form allows, and what an equation over other figures
// leaves for it. A candidate is proved by an equation, not its own source, that holds with it and with no
// other choice of candidates. What is proved helps to prove the rest; rounds go on until nothing changes.
#include "solve/repair.h"

#include <algorithm>
#include <map>

namespace kcfin::solving {
namespace {

constexpr std::size_t kMostCombinations = 256;
constexpr int kMostRounds = 8;
constexpr EquationId kFromForm = 0xffffffff;

struct Option {
  Decimal value;
  std::string why;
  EquationId source = kFromForm;
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
      for (const Candidate& candidate : figures[id].candidates)
        unknown.options.push_back({candidate.value, candidate.why, kFromForm});
      index_[id] = unknowns_.size();
      unknowns_.push_back(std::move(unknown));
    }
    collect_equations();
  }

  std::vector<Recovery> run() {
    for (int round = 0; round < kMostRounds; ++round) {
      propose_from_equations();
      if (!prove()) break;
    }
    return report();
  }

 private:
  // Proved with the whole of its row before.
  void take_as_proved(FigureId id) {
    const Figure& figure = network_.figure(id);
    unknowns_.push_back({id, {{*figure.value, figure.candidates.front().why, kFromForm}}, true});
    proofs_[id] = {unknowns_.back().options.front(), kFromForm};
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

  // What an equation leaves for its only undecided figure becomes one of its candidates.
  void propose_from_equations() {
    for (const EquationId id : equations_) {
      const std::vector<std::size_t> open = open_in(id);
      if (open.size() != 1) continue;
      Unknown& unknown = unknowns_[open.front()];
      const auto value = network_.solve_for(id, unknown.figure, values_);
      if (!value || unknown.options.size() >= 6) continue;
      const bool known = std::any_of(unknown.options.begin(), unknown.options.end(),
                                     [&](const Option& option) { return same_value(option.value, *value); });
      if (!known) unknown.options.push_back({*value, "what an equation leaves for it", id});
    }
  }

  // Tries all choices of candidates in an equation. One that alone holds is a vote for its values.
  void vote(EquationId id, std::vector<std::map<std::size_t, std::vector<EquationId>>>& votes,
            std::vector<std::vector<EquationId>>& against) {
    const std::vector<std::size_t> open = open_in(id);
    if (open.empty() || open.size() > 4) return;
    std::size_t combinations = 1;
    for (const std::size_t u : open) {
      if (unknowns_[u].options.empty()) return;
      combinations *= unknowns_[u].options.size();
    }
    if (combinations > kMostCombinations) return;
    std::vector<std::size_t> winner;
    int winners = 0;
    for (std::size_t choice = 0; choice < combinations; ++choice) {
      std::vector<std::size_t> picked;
      std::size_t rest = choice;
      for (const std::size_t u : open) {
        picked.push_back(rest % unknowns_[u].options.size());
        rest /= unknowns_[u].options.size();
        values_[unknowns_[u].figure] = unknowns_[u].options[picked.back()].value;
      }
      if (convinces(id)) {
        ++winners;
        winner = picked;
      }
    }
    for (const std::size_t u : open) values_[unknowns_[u].figure].reset();
    if (winners == 1) {
      for (std::size_t i = 0; i < open.size(); ++i) {
        // An equation proves nothing about the value that it proposed itself, unless others are at stake too.
        if (unknowns_[open[i]].options[winner[i]].source == id) continue;
        votes[open[i]][winner[i]].push_back(id);
      }
    } else if (winners == 0 && open.size() == 1) {
      against[open.front()].push_back(id);
    }
  }

  // A sum must hold to the digit, a rounded relation within its rounding.
  [[nodiscard]] bool convinces(EquationId id) const {
    const Verdict verdict = network_.judge(id, values_).verdict;
    if (network_.equation(id).relation == Relation::sum) return verdict == Verdict::exact;
    return verdict == Verdict::exact || verdict == Verdict::within_rounding;
  }

  bool prove() {
    std::vector<std::map<std::size_t, std::vector<EquationId>>> votes(unknowns_.size());
    std::vector<std::vector<EquationId>> against(unknowns_.size());
    for (const EquationId id : equations_) vote(id, votes, against);
    bool changed = false;
    for (std::size_t u = 0; u < unknowns_.size(); ++u) {
      Unknown& unknown = unknowns_[u];
      if (unknown.decided || votes[u].size() != 1 || !against[u].empty()) continue;
      const Option& option = unknown.options[votes[u].begin()->first];
      unknown.decided = true;
      values_[unknown.figure] = option.value;
      proofs_[unknown.figure] = {option, votes[u].begin()->second.front()};
      changed = true;
    }
    return changed;
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
            proof->second.first.source == kFromForm && network_.figure(unknown.figure).candidates.size() == 1;
        recovery.why = proof->second.first.why;
        recovery.proof = proof->second.second;
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
  std::map<FigureId, std::pair<Option, EquationId>> proofs_;
};

}  // namespace

std::vector<Recovery> recover(const Network& network, Values& values) {
  return Recoverer(network, values).run();
}

}  // namespace kcfin::solving
