// The diagnosis. A hypothesis changes one figure; the best one is taken, its rivals are kept where they
// explain as much, and the search goes on with what is left. An explanation touches few statements: only what
// was tried on those is tried anew.
#include "solve/faults.h"

#include <algorithm>
#include <optional>

#include "solve/hypothesis.h"
#include "solve/inquiry.h"
#include "solve/rivals.h"
#include "solve/trials.h"

namespace kcfin::solving {
namespace {

constexpr std::size_t kMostHypotheses = 4000, kMostProposals = 8000;
constexpr std::size_t kMostExplanations = 100;
constexpr std::size_t kMostTests = 200000;   // of hypotheses, over all explanations
constexpr std::size_t kMostSlips = 1000000;  // tried against an equation, over all explanations

class Diagnoser {
 public:
  Diagnoser(const Network& network, const Values& values, std::span<const Statement> statements)
      : network_(network),
        inquiry_(network, values, statements),
        trials_(inquiry_),
        tester_(inquiry_),
        proposals_(statements.size()),
        stale_(statements.size(), true),
        stale_tables_(network.filing().tables.size(), false) {}

  Diagnosis run() {
    Diagnosis out;
    while (inquiry_.any_open()) {
      update_hypotheses(out.complete);
      const std::vector<const Hypothesis*> best_first = by_worth();
      if (best_first.empty() || best_first.front()->worth <= 0) break;
      Choice choice = choose(inquiry_, best_first);
      take(*choice.chosen, choice.explanation);
      out.explanations.push_back(std::move(choice.explanation));
      if (out.explanations.size() >= kMostExplanations) {
        out.complete = false;
        break;
      }
    }
    out.values = std::move(inquiry_.current);
    out.statements = std::move(inquiry_.statements);
    return out;
  }

 private:
  // A trial and what came of it.
  struct Tested {
    Trial trial;
    Hypothesis hypothesis;
  };

  // ------------------------------------------------------------ hypotheses
  // In the order of their trials. What an earlier round found is kept where nothing tells on it anew.
  void update_hypotheses(bool& complete) {
    std::vector<Tested> earlier = std::move(tested_);
    tested_.clear();
    auto next = earlier.begin();
    for (const Trial& trial : trials(complete)) {
      while (next != earlier.end() && told_before(next->trial, trial)) ++next;
      const bool known = next != earlier.end() && !told_before(trial, next->trial);
      if (known && !stale(next->hypothesis)) {
        tested_.push_back(std::move(*next));
        continue;
      }
      if (tests_ >= kMostTests) {
        complete = false;
        break;
      }
      ++tests_;
      tested_.push_back({trial, tester_.test(trial)});
    }
    stale_.assign(stale_.size(), false);
    stale_tables_.assign(stale_tables_.size(), false);
  }

  std::vector<Trial> trials(bool& complete) {
    std::vector<Trial> out;
    for (std::size_t s = 0; s < proposals_.size(); ++s) {
      if (stale_[s]) proposals_[s].reset();
      if (!inquiry_.open[s] || out.size() > kMostProposals) {
        complete = complete && !inquiry_.open[s];
        continue;
      }
      if (!proposals_[s] && trials_.slips() > kMostSlips) {
        complete = false;
        continue;
      }
      if (!proposals_[s]) proposals_[s] = trials_.of(s);
      out.insert(out.end(), proposals_[s]->begin(), proposals_[s]->end());
    }
    std::sort(out.begin(), out.end(), told_before);
    out.erase(std::unique(out.begin(), out.end(), same_value_tried), out.end());
    if (out.size() > kMostHypotheses) {
      out.resize(kMostHypotheses);
      complete = false;
    }
    return out;
  }

  [[nodiscard]] bool stale(const Hypothesis& hypothesis) const {
    const Figure& figure = network_.figure(hypothesis.figure);
    return (figure.in_table() && stale_tables_[figure.table]) ||
           std::any_of(hypothesis.seen.begin(), hypothesis.seen.end(),
                       [&](std::size_t s) { return stale_[s]; });
  }

  [[nodiscard]] std::vector<const Hypothesis*> by_worth() const {
    std::vector<const Hypothesis*> out;
    for (const Tested& tested : tested_) {
      if (!tested.hypothesis.mends.empty()) out.push_back(&tested.hypothesis);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Hypothesis* a, const Hypothesis* b) { return a->worth > b->worth; });
    return out;
  }

  // ------------------------------------------------------------ taking one
  // The network as it would be with the explanation's figures right. What now holds had followed from it:
  // a US$ total agrees by footing only once all its parts do.
  void take(const Hypothesis& best, Explanation& explanation) {
    inquiry_.settled.insert(best.figure);
    for (const auto& [figure, value] : best.changed) {
      inquiry_.current[figure] = value;
      trials_.set(figure, value);
      tester_.set(figure, value);
      touch_row(figure);
    }
    for (const std::size_t s : explanation.statements) {
      inquiry_.open[s] = false;
      touch_figures(s);
    }
    judge_anew(best);
    const std::vector<Agreement> agreement = agree(network_, inquiry_.current, verdicts_);
    const std::vector<Statement> now = judge_statements(network_, verdicts_, agreement);
    for (std::size_t s = 0; s < now.size(); ++s) {
      if (!sound(now[s])) continue;
      if (inquiry_.open[s]) {
        inquiry_.open[s] = false;
        explanation.statements.push_back(s);
        touch_figures(s);
      }
      Statement& before = inquiry_.statements[s];
      if (before.verdict != now[s].verdict || before.agreement != now[s].agreement) touch_figures(s);
      before = now[s];
    }
  }

  // The verdicts with the figures that the hypothesis changed; at first, all of them.
  void judge_anew(const Hypothesis& changes) {
    if (verdicts_.empty()) {
      verdicts_.resize(network_.size());
      for (EquationId id = 0; id < network_.size(); ++id)
        verdicts_[id] = network_.verdict(id, inquiry_.current);
      return;
    }
    for (const auto& [figure, value] : changes.changed) {
      for (const EquationId id : network_.of(figure)) verdicts_[id] = network_.verdict(id, inquiry_.current);
    }
  }

  // ------------------------------------------------------------ what a change tells on
  void touch(FigureId figure) {
    for (const EquationId id : network_.of(figure)) stale_[inquiry_.statement_of[id]] = true;
  }

  // A figure's slips are told by its table, its trials by its row.
  void touch_row(FigureId id) {
    touch(id);
    const Figure& figure = network_.figure(id);
    if (!figure.in_table()) return;
    stale_tables_[figure.table] = true;
    for (const FigureId cell : network_.filing().tables[figure.table].rows[figure.row].cells)
      if (cell != kNoFigure) touch(cell);
  }

  void touch_figures(std::size_t s) {
    for (const EquationId id : inquiry_.statements[s].readings) {
      const Equation& equation = network_.equation(id);
      touch(equation.result);
      for (const Term& term : equation.terms) touch(term.figure);
    }
  }

  const Network& network_;
  Inquiry inquiry_;
  Trials trials_;
  Tester tester_;
  std::vector<Verdict> verdicts_;  // with the current values; empty until something is explained
  std::vector<std::optional<std::vector<Trial>>> proposals_;  // of each statement, while it is open
  std::vector<Tested> tested_;  // of the last round, in the order of their trials
  std::vector<bool> stale_;     // of each statement: an explanation told on it
  std::vector<bool> stale_tables_;
  std::size_t tests_ = 0;
};

Verdict verdict_of(EquationId id, std::span<const Verdict> verdicts, std::span<const Agreement> agreement) {
  if (agreement[id] == Agreement::not_judged) return verdicts[id];
  if (agreement[id] == Agreement::disagrees) return Verdict::inconsistent;
  return verdicts[id] == Verdict::inconsistent ? Verdict::within_rounding : verdicts[id];
}

int rank(Verdict verdict) {
  switch (verdict) {
    case Verdict::exact:
      return 3;
    case Verdict::within_rounding:
      return 2;
    case Verdict::inconsistent:
      return 1;
    case Verdict::skipped:
      break;
  }
  return 0;
}

}  // namespace

std::vector<Statement> judge_statements(const Network& network, std::span<const Verdict> verdicts,
                                        std::span<const Agreement> agreement) {
  std::vector<Statement> out;
  out.reserve(network.statements());
  for (std::size_t s = 0; s < network.statements(); ++s) {
    const std::span<const EquationId> readings = network.readings(s);
    Statement statement{readings, Verdict::skipped, agreement[readings.front()]};
    for (const EquationId id : readings) {
      const Verdict verdict = verdict_of(id, verdicts, agreement);
      if (rank(verdict) > rank(statement.verdict)) statement.verdict = verdict;
    }
    out.push_back(statement);
  }
  return out;
}

Diagnosis diagnose(const Network& network, const Values& values, std::span<const Statement> statements) {
  const bool all_hold = std::none_of(statements.begin(), statements.end(), [](const Statement& statement) {
    return statement.verdict == Verdict::inconsistent;
  });
  if (all_hold) return {{}, true, values, {statements.begin(), statements.end()}};
  return Diagnoser(network, values, statements).run();
}

}  // namespace kcfin::solving
