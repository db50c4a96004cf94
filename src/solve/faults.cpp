// The diagnosis. A hypothesis changes one figure; what its author would have carried on (totals above it,
// translations, repetitions) follows. It is worth what it mends less what it breaks. The best one is taken,
// its rivals are kept where they explain as much, and the search goes on with what is left.
#include "solve/faults.h"

#include <algorithm>
#include <map>
#include <set>

#include "solve/operand_middle.h"
#include "values/slip.h"

namespace kcfin::solving {
namespace {

// Worth of a hypothesis in hundredths of a mended statement.
constexpr int kMends = 100;
constexpr int kBreaks = 150;
constexpr int kFollowerChecked = 4;     // a follower that is itself in a broken statement
constexpr int kFollowerUnchecked = 40;  // one that nothing else shows to be wrong
constexpr int kLikelySlip = 10;         // the printed figure is a likely slip of the value
constexpr int kCopied = 6;              // the printed figure stands elsewhere too
constexpr int kInexact = 8;             // an equation that would hold within rounding only
constexpr int kOnlyAbout = 25;          // the value is known to a range only
constexpr int kClearly = 30;            // by how much the best must lead
constexpr std::size_t kMostHypotheses = 4000, kMostProposals = 8000;
constexpr std::size_t kMostFollowers = 40;
constexpr std::size_t kMostExplanations = 100;
constexpr std::size_t kMostTests = 200000;   // of hypotheses, over all explanations
constexpr std::size_t kMostSlips = 1000000;  // tried against an equation, over all explanations
constexpr int kDecides = 15;                 // by how much a telling slip must be the more plausible
constexpr std::size_t kMostRivals = 80, kMostNamed = 12;

// A value to try for a figure. `about`: the middle of the range that an equation leaves.
struct Trial {
  FigureId figure = kNoFigure;
  Decimal value;
  bool about = false;
};

struct Hypothesis {
  FigureId figure = kNoFigure;
  Decimal value;
  bool about = false;
  int worth = 0;
  std::vector<std::size_t> mends, breaks;
  std::vector<std::pair<FigureId, Decimal>> changed;  // the figure and all that follow it
  std::string slip;
  std::vector<FigureId> sources;
};

bool sound(const Statement& statement) {
  return statement.verdict == Verdict::exact || statement.verdict == Verdict::within_rounding;
}

class Diagnoser {
 public:
  Diagnoser(const Network& network, const Values& values, std::span<const Statement> statements)
      : network_(network),
        values_(values),
        current_(values),
        statements_(statements.begin(), statements.end()),
        statement_of_(network.size(), 0),
        open_(statements.size(), false) {
    for (std::size_t s = 0; s < statements.size(); ++s) {
      for (const EquationId id : statements[s].readings) statement_of_[id] = s;
      open_[s] = statements[s].verdict == Verdict::inconsistent;
      const auto& readings = statements[s].readings;
      const auto held = readings.size() == 1
                            ? readings.end()
                            : std::find_if(readings.begin(), readings.end(),
                                           [&](EquationId id) { return network.holds(id, values); });
      held_.push_back(held == readings.end() ? readings.front() : *held);
    }
  }

  Diagnosis run() {
    Diagnosis out;
    while (any_open()) {
      std::vector<Hypothesis> hypotheses = all_hypotheses(out.complete);
      if (hypotheses.empty()) break;
      std::stable_sort(hypotheses.begin(), hypotheses.end(),
                       [](const Hypothesis& a, const Hypothesis& b) { return a.worth > b.worth; });
      if (hypotheses.front().worth <= 0 || hypotheses.front().mends.empty()) break;
      std::size_t chosen = 0;
      out.explanations.push_back(explain(hypotheses, chosen));
      for (const std::size_t s : out.explanations.back().statements) open_[s] = false;
      settle(hypotheses[chosen], out.explanations.back());
      if (out.explanations.size() >= kMostExplanations) {
        out.complete = false;
        break;
      }
    }
    out.values = std::move(current_);
    out.statements = std::move(statements_);
    return out;
  }

 private:
  [[nodiscard]] bool any_open() const { return std::find(open_.begin(), open_.end(), true) != open_.end(); }

  // The best that a reading of the statement makes of it.
  [[nodiscard]] Verdict verdict_now(std::size_t s) const {
    Verdict best = Verdict::inconsistent;
    for (const EquationId id : statements_[s].readings) {
      const Verdict verdict = network_.judge(id, values_).verdict;
      if (verdict == Verdict::exact) return verdict;
      if (verdict == Verdict::within_rounding) best = verdict;
    }
    return best;
  }

  [[nodiscard]] bool statement_holds(std::size_t s) const { return verdict_now(s) != Verdict::inconsistent; }

  // The network as it would be with the explanation's figures right. What now holds had followed from it:
  // a US$ total agrees by footing only once all its parts do.
  void settle(const Hypothesis& best, Explanation& explanation) {
    for (const auto& [figure, value] : best.changed) {
      current_[figure] = value;
      values_[figure] = value;
    }
    settled_.insert(best.figure);
    judge_anew(best);
    const std::vector<Agreement> agreement = agree(network_, current_, verdicts_);
    const std::vector<Statement> now = judge_statements(network_, verdicts_, agreement);
    for (std::size_t s = 0; s < now.size(); ++s) {
      const bool sound = now[s].verdict == Verdict::exact || now[s].verdict == Verdict::within_rounding;
      if (!sound) continue;
      if (open_[s]) {
        open_[s] = false;
        explanation.statements.push_back(s);
      }
      statements_[s] = now[s];
    }
  }

  // The verdicts with the figures that the hypothesis changed; at first, all of them.
  void judge_anew(const Hypothesis& changes) {
    if (verdicts_.empty()) {
      verdicts_.resize(network_.size());
      for (EquationId id = 0; id < network_.size(); ++id)
        verdicts_[id] = network_.judge(id, current_).verdict;
      return;
    }
    for (const auto& [figure, value] : changes.changed) {
      for (const EquationId id : network_.of(figure)) verdicts_[id] = network_.judge(id, current_).verdict;
    }
  }

  // ------------------------------------------------------------ hypotheses
  std::vector<Hypothesis> all_hypotheses(bool& complete) {
    std::vector<Trial> trials;
    for (std::size_t s = 0; s < statements_.size(); ++s) {
      if (!open_[s]) continue;
      if (trials.size() > kMostProposals || slips_ > kMostSlips) {
        complete = false;
        break;
      }
      for (const EquationId id : statements_[s].readings) {
        const Equation& equation = network_.equation(id);
        propose(id, equation.result, trials);
        for (const Term& term : equation.terms) propose(id, term.figure, trials);
      }
    }
    const auto key = [](const Trial& trial) {
      return std::tuple(trial.figure, trial.value.mantissa, trial.value.decimals, trial.about);
    };
    std::sort(trials.begin(), trials.end(), [&](const Trial& a, const Trial& b) { return key(a) < key(b); });
    trials.erase(std::unique(trials.begin(), trials.end(),
                             [](const Trial& a, const Trial& b) {
                               return a.figure == b.figure && a.value == b.value;
                             }),
                 trials.end());
    const std::size_t most = std::min(kMostHypotheses, kMostTests - tests_);
    if (trials.size() > most) {
      trials.resize(most);
      complete = false;
    }
    tests_ += trials.size();
    std::vector<Hypothesis> out;
    for (const Trial& trial : trials) {
      Hypothesis hypothesis = test(trial);
      if (!hypothesis.mends.empty()) out.push_back(std::move(hypothesis));
    }
    return out;
  }

  void propose(EquationId id, FigureId figure, std::vector<Trial>& trials) {
    const auto& printed = current_[figure];
    if (!printed || settled_.count(figure) != 0) return;
    const auto value = network_.solve_for(id, figure, current_);
    if (value && !same_value(*value, *printed)) trials.push_back({figure, *value, false});
    if (value) return;
    if (const auto middle = middle_of_operand(network_, current_, id, figure))
      trials.push_back({figure, *middle, wide_range(id)});
    if (network_.figure(figure).in_table() && (breaks_often(figure) || copies_its_row(figure))) {
      if (const auto middle = rough_middle_of_operand(network_, current_, id, figure))
        trials.push_back({figure, *middle, true});
    }
    // An equation that leaves a range still tests the slips that typists make.
    // Most do not even mend the equation at hand.
    for (const Decimal& slip : likely_originals(*printed)) {
      ++slips_;
      values_[figure] = slip;
      if (network_.holds(id, values_)) trials.push_back({figure, slip, false});
    }
    values_[figure] = printed;
  }

  // A count of two to the ADS is known by that of ADSs to a unit.
  [[nodiscard]] bool wide_range(EquationId id) const {
    const Equation& equation = network_.equation(id);
    return equation.relation != Relation::scaled || compare(equation.rate, Decimal{2, 0}) > 0;
  }

  // Another period's figure of its row stands there too.
  [[nodiscard]] bool copies_its_row(FigureId id) const {
    const Figure& figure = network_.figure(id);
    if (!telling(*current_[id]) || figure.period.instant()) return false;
    const std::vector<FigureId>& cells = network_.filing().tables[figure.table].rows[figure.row].cells;
    return std::any_of(cells.begin(), cells.end(), [&](FigureId other) {
      return other != kNoFigure && other != id && current_[other] &&
             network_.figure(other).unit == figure.unit && *current_[other] == *current_[id];
    });
  }

  // Whether the figure is in two open statements or more.
  [[nodiscard]] bool breaks_often(FigureId figure) const {
    std::set<std::size_t> broken;
    for (const EquationId id : network_.of(figure)) {
      if (open_[statement_of_[id]]) broken.insert(statement_of_[id]);
    }
    return broken.size() > 1;
  }

  // Values from which the printed one could have come by one slip.
  [[nodiscard]] static std::vector<Decimal> likely_originals(const Decimal& printed) {
    std::vector<Decimal> out;
    const auto add = [&](std::int64_t mantissa) {
      if (mantissa != printed.mantissa) out.push_back({mantissa, printed.decimals});
    };
    add(-printed.mantissa);
    std::string digits = std::to_string(printed.mantissa < 0 ? -printed.mantissa : printed.mantissa);
    if (digits.size() > 12) return out;
    const int sign = printed.mantissa < 0 ? -1 : 1;
    for (std::size_t i = 0; i < digits.size(); ++i) {
      const char own = digits[i];
      for (char c = '0'; c <= '9'; ++c) {
        if (c == own || (i == 0 && c == '0')) continue;
        digits[i] = c;
        add(sign * std::stoll(digits));
      }
      digits[i] = own;
      if (i + 1 < digits.size() && digits[i] != digits[i + 1]) {
        std::swap(digits[i], digits[i + 1]);
        add(sign * std::stoll(digits));
        std::swap(digits[i], digits[i + 1]);
      }
    }
    add(printed.mantissa * 1000);
    if (printed.mantissa % 1000 == 0) add(printed.mantissa / 1000);
    return out;
  }

  // ------------------------------------------------------------ testing one
  // The figure that an author carries a change on to, where an equation would break otherwise.
  [[nodiscard]] FigureId follower(const Equation& equation, FigureId changed) const {
    switch (equation.relation) {
      case Relation::same:
      case Relation::opposite:
        return equation.result == changed ? equation.terms.front().figure : equation.result;
      default:
        return equation.result == changed ? kNoFigure : equation.result;
    }
  }

  [[nodiscard]] bool in_open_statement(FigureId figure) const {
    const auto list = network_.of(figure);
    return std::any_of(list.begin(), list.end(), [&](EquationId id) { return open_[statement_of_[id]]; });
  }

  // Units of its last place between a translation's printed and expected figure.
  [[nodiscard]] bool nearly_translates(EquationId id) const {
    const auto expected = network_.judge(id, values_).expected;
    const auto& printed = values_[network_.equation(id).result];
    if (!expected || !printed) return false;
    const std::int64_t off = expected->mantissa - printed->mantissa;
    return off >= -10 && off <= 10;
  }

  // A US$ figure that agrees by its footing, or follows by one, need not meet its own quotient.
  [[nodiscard]] bool tolerated(const Statement& statement, const std::set<FigureId>& footed) const {
    const EquationId id = statement.readings.front();
    const Equation& equation = network_.equation(id);
    if (equation.relation != Relation::translation) return false;
    const bool by_footing = statement.agreement == Agreement::footing ||
                            statement.agreement == Agreement::repeated ||
                            statement.agreement == Agreement::plug;
    return (by_footing || footed.count(equation.result) != 0) && nearly_translates(id);
  }

  // A leaf one unit off its quotient, so that every footing it stands in holds to the digit.
  [[nodiscard]] bool plugs(std::size_t s) const {
    const EquationId id = statements_[s].readings.front();
    const Equation& equation = network_.equation(id);
    if (equation.relation != Relation::translation || !network_.figure(equation.result).in_table())
      return false;
    const auto expected = network_.judge(id, values_).expected;
    const auto& printed = values_[equation.result];
    if (!expected || !printed) return false;
    const std::int64_t off = expected->mantissa - printed->mantissa;
    if (off < -1 || off > 1) return false;
    bool any = false;
    for (const EquationId other : network_.of(equation.result)) {
      if (network_.equation(other).relation != Relation::sum) continue;
      const Verdict verdict = network_.judge(other, values_).verdict;
      if (verdict == Verdict::within_rounding || verdict == Verdict::inconsistent) return false;
      any = any || verdict == Verdict::exact;
    }
    return any;
  }

  // How well a statement holds with the hypothesis at hand.
  [[nodiscard]] Verdict mended(std::size_t s, const std::set<FigureId>& footed) const {
    const Verdict verdict = verdict_now(s);
    if (verdict != Verdict::inconsistent) return verdict;
    return tolerated(statements_[s], footed) || plugs(s) ? Verdict::within_rounding : Verdict::inconsistent;
  }

  // Sums and translations come out to the digit more often than not.
  [[nodiscard]] bool exact_relation(std::size_t s) const {
    const Relation relation = network_.equation(statements_[s].readings.front()).relation;
    return relation == Relation::sum || relation == Relation::translation;
  }

  // What a changed figure changes in its turn: totals that foot with it, translations, repeats.
  struct Carried {
    std::set<FigureId> changed, footed;
    std::set<std::size_t> touched;  // statements
    int cost = 0;
  };

  // Leaves the values changed; whoever asks puts them back.
  Carried carry_through(FigureId figure, const Decimal& value) {
    Carried out;
    out.changed.insert(figure);
    values_[figure] = value;
    std::vector<FigureId> queue{figure};
    for (std::size_t i = 0; i < queue.size() && queue.size() < kMostFollowers; ++i) {
      for (const EquationId id : network_.of(queue[i])) {
        const std::size_t s = statement_of_[id];
        out.touched.insert(s);
        const Statement& statement = statements_[s];
        if (!sound(statement) || statement_holds(s)) continue;
        if (tolerated(statement, out.footed)) continue;
        const EquationId held = held_[s];
        const Equation& equation = network_.equation(held);
        const FigureId next = follower(equation, queue[i]);
        if (next == kNoFigure || out.changed.count(next) != 0 || !current_[next]) continue;
        const auto carried = network_.solve_for(held, next, values_);
        if (!carried) continue;
        values_[next] = *carried;
        out.changed.insert(next);
        if (equation.relation == Relation::sum) out.footed.insert(next);
        queue.push_back(next);
        out.cost += in_open_statement(next) ? kFollowerChecked : kFollowerUnchecked;
      }
    }
    return out;
  }

  // What is mended and what breaks by it; gives the cost of sums and translations that no longer come out to
  // the digit.
  int settle(const Carried& carried, Hypothesis& out) {
    int cost = 0;
    for (const std::size_t s : carried.touched) {
      const Statement& statement = statements_[s];
      if (!open_[s] && !sound(statement)) continue;
      const Verdict verdict = mended(s, carried.footed);
      if (verdict == Verdict::inconsistent) {
        if (!open_[s]) out.breaks.push_back(s);
        continue;
      }
      if (open_[s]) out.mends.push_back(s);
      const bool worse = verdict == Verdict::within_rounding && statement.verdict != Verdict::within_rounding;
      if (worse && exact_relation(s)) cost += kInexact;
    }
    return cost;
  }

  Hypothesis test(const Trial& trial) {
    const FigureId figure = trial.figure;
    Hypothesis out;
    out.figure = figure;
    out.value = trial.value;
    out.about = trial.about;
    const Carried carried = carry_through(figure, trial.value);
    const int cost = carried.cost + settle(carried, out);
    for (const FigureId id : carried.changed) {
      out.changed.emplace_back(id, *values_[id]);
      values_[id] = current_[id];
    }
    out.worth =
        kMends * static_cast<int>(out.mends.size()) - kBreaks * static_cast<int>(out.breaks.size()) - cost;
    find_slip(out);
    const bool likely = slip_between(*current_[figure], out.value) != Slip::none;
    if (likely)
      out.worth += kLikelySlip;
    else if (trial.about)
      out.worth -= kOnlyAbout;
    if (!out.sources.empty()) out.worth += kCopied;
    return out;
  }

  // ------------------------------------------------------------ how it happened
  // Rows that print one figure in another column too: ordinary shares and ADSs of one share each.
  [[nodiscard]] bool alike_elsewhere(const Row& row, const Row& other, std::uint32_t column) const {
    for (std::size_t c = 0; c < row.cells.size() && c < other.cells.size(); ++c) {
      if (c == column || row.cells[c] == kNoFigure || other.cells[c] == kNoFigure) continue;
      const auto &a = current_[row.cells[c]], &b = current_[other.cells[c]];
      if (a && b && a->size() == b->size() && !a->zero()) return true;
    }
    return false;
  }

  void find_slip(Hypothesis& hypothesis) const {
    const Decimal& printed = *current_[hypothesis.figure];
    const Figure& figure = network_.figure(hypothesis.figure);
    if (figure.in_table()) {
      const Table& table = network_.filing().tables[figure.table];
      // Another row's figure of the same column, or another period's of the same row.
      for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
        if (r == figure.row || !telling(printed)) continue;
        const FigureId other = table.rows[r].cells[figure.column];
        if (other == kNoFigure || !current_[other] || current_[other]->size() != printed.size()) continue;
        if (alike_elsewhere(table.rows[figure.row], table.rows[r], figure.column)) continue;
        hypothesis.slip = "the figure of \u201c" + table.rows[r].label + "\u201d (line " +
                          std::to_string(network_.figure(other).at.line) + ") stands here";
        hypothesis.sources = {other};
        return;
      }
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const FigureId other = table.rows[figure.row].cells[c];
        if (c == figure.column || other == kNoFigure || !telling(printed) || !current_[other] ||
            !(current_[other]->size() == printed.size()))
          continue;
        hypothesis.slip = table.columns[c].unit == table.columns[figure.column].unit
                              ? "the figure of another period of the same row stands here"
                              : "the figure of another column of the same row stands here";
        hypothesis.sources = {other};
        return;
      }
    }
    hypothesis.slip = words_of(slip_between(printed, hypothesis.value));
  }

  // ------------------------------------------------------------ choosing
  // An explanation that mends the same statements with about the same worth is a rival.
  [[nodiscard]] Explanation explain(const std::vector<Hypothesis>& hypotheses, std::size_t& chosen) const {
    std::vector<Ranked> ranked = rivals_of(hypotheses);
    chosen = ranked.front().hypothesis;
    const bool told_apart = ranked.size() > 1 && decides(ranked[0], ranked[1], hypotheses);
    if (!told_apart && ranked.size() > 1) chosen = 0;
    Explanation out = explained_by(hypotheses[chosen]);
    for (const Ranked& rival : ranked) {
      if (ranked.size() == 1 || (told_apart && rival.hypothesis == chosen)) continue;
      const Hypothesis& other = hypotheses[rival.hypothesis];
      (told_apart ? out.others : out.rivals).push_back({other.figure, other.value, other.slip});
    }
    return out;
  }

  struct Ranked {
    std::size_t hypothesis = 0;
    int plausibility = 0;
  };

  // The best and what mends as much as it does, for other figures; most plausible first.
  [[nodiscard]] std::vector<Ranked> rivals_of(const std::vector<Hypothesis>& hypotheses) const {
    const Hypothesis& best = hypotheses.front();
    std::vector<Ranked> out{{0, plausibility(best)}};
    std::set<FigureId> seen{best.figure};
    for (std::size_t i = 1; i < hypotheses.size() && out.size() < kMostRivals; ++i) {
      const Hypothesis& other = hypotheses[i];
      if (best.worth - other.worth >= kClearly) break;
      const bool overlaps = std::any_of(other.mends.begin(), other.mends.end(), [&](std::size_t s) {
        return std::find(best.mends.begin(), best.mends.end(), s) != best.mends.end();
      });
      if (overlaps && seen.insert(other.figure).second) out.push_back({i, plausibility(other)});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Ranked& a, const Ranked& b) { return a.plausibility > b.plausibility; });
    if (out.size() > kMostNamed) out.resize(kMostNamed);
    return out;
  }

  // A slip that hardly comes about by chance, where no rival has the like: another cell's figure stands in
  // this one, a sign is odd in its row, a figure is a thousand times too large.
  [[nodiscard]] bool decides(const Ranked& first, const Ranked& second,
                             const std::vector<Hypothesis>& hypotheses) const {
    const Hypothesis& own = hypotheses[first.hypothesis];
    if (own.mends.size() < hypotheses.front().mends.size()) return false;
    if (first.plausibility - second.plausibility < kDecides) return false;
    const Decimal& printed = *current_[own.figure];
    const Slip slip = slip_between(printed, own.value);
    return (!own.sources.empty() && !unchanged(own)) || slip == Slip::thousand || slip == Slip::sign;
  }

  [[nodiscard]] Explanation explained_by(const Hypothesis& best) const {
    Explanation out;
    out.figure = best.figure;
    out.value = best.value;
    out.about = best.about && slip_between(*current_[best.figure], best.value) == Slip::none;
    out.against = best.breaks;
    out.slip = best.slip;
    out.sources = best.sources;
    out.statements = best.mends;
    // An equation that gives the figure tells more than one that only repeats it.
    const auto telling = [&](std::size_t s) {
      const Equation& equation = network_.equation(statements_[s].readings.front());
      const bool repeats = equation.relation == Relation::same || equation.relation == Relation::opposite;
      const bool operand = std::any_of(equation.terms.begin(), equation.terms.end(),
                                       [&](const Term& term) { return term.figure == best.figure; });
      if (equation.result == best.figure) return repeats ? 1 : 0;
      return operand ? 2 : 3;
    };
    std::stable_sort(out.statements.begin(), out.statements.end(),
                     [&](std::size_t a, std::size_t b) { return telling(a) < telling(b); });
    return out;
  }

  static int bits(Wide value) {
    int n = 0;
    for (Wide rest = value < 0 ? -value : value; rest != 0; rest >>= 1) ++n;
    return n;
  }

  // How well the mended value would fit its row: a likely slip, and nearer to the row's other periods than
  // what is printed.
  [[nodiscard]] int plausibility(const Hypothesis& rival) const {
    const Decimal& printed = *current_[rival.figure];
    int score = rival.sources.empty() ? 0 : unchanged(rival) ? 20 : 30;
    if (slip_between(printed, rival.value) != Slip::none) score += 8;
    const Figure& figure = network_.figure(rival.figure);
    if (!figure.in_table()) return score;
    const Row& row = network_.filing().tables[figure.table].rows[figure.row];
    for (const FigureId other : row.cells) {
      if (other == kNoFigure || other == rival.figure || !current_[other]) continue;
      const Figure& neighbour = network_.figure(other);
      const Decimal& value = *current_[other];
      if (!(neighbour.unit == figure.unit) || value.zero() || value.decimals != printed.decimals ||
          rival.value.decimals != printed.decimals)
        continue;
      score += nearer(printed, rival.value, value);
    }
    return score;
  }

  // A balance that is the same at two dates may be no slip at all: share capital, goodwill.
  [[nodiscard]] bool unchanged(const Hypothesis& rival) const {
    if (rival.sources.empty()) return false;
    const Figure& figure = network_.figure(rival.figure);
    const Figure& source = network_.figure(rival.sources.front());
    return figure.row == source.row && figure.unit == source.unit && figure.period.instant();
  }

  // How much nearer to another period's figure the right one lies than the printed one, which may be that
  // figure itself.
  [[nodiscard]] static int nearer(const Decimal& printed, const Decimal& right, const Decimal& other) {
    if (printed == other) return 0;
    const Wide before = static_cast<Wide>(printed.mantissa) - other.mantissa;
    const Wide after = static_cast<Wide>(right.mantissa) - other.mantissa;
    const bool odd_before = (printed.mantissa < 0) != (other.mantissa < 0);
    const bool odd_after = (right.mantissa < 0) != (other.mantissa < 0);
    const int sign = odd_before == odd_after ? 0 : odd_before ? 20 : -20;
    return sign + 3 * std::clamp(bits(before) - bits(after), -8, 8);
  }

  const Network& network_;
  Values values_;   // with the hypothesis at hand
  Values current_;  // as printed, but for what is explained already
  std::size_t tests_ = 0, slips_ = 0;
  std::set<FigureId> settled_;
  std::vector<Verdict> verdicts_;  // with the current values; empty until something is explained
  std::vector<Statement> statements_;
  std::vector<std::size_t> statement_of_;
  std::vector<EquationId> held_;  // of each statement, the reading by which it held, or the first
  std::vector<bool> open_;        // broken and not yet explained
};

}  // namespace

namespace {

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
