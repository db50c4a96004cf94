// What a changed figure would carry on, mend and break, and how the slip may have come about.
#include "solve/hypothesis.h"

#include <algorithm>

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
constexpr std::size_t kMostFollowers = 40;

template <class T>
bool holds_value(const std::vector<T>& values, const T& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

template <class T>
void sort_once(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// In a quarter of losses nothing dilutes: both rows print one figure, and neither is a copy of the other.
bool basic_and_diluted(const Row& row, const Row& other, const Unit& unit) {
  const bool of_shares = unit.measure == Measure::shares || unit.measure == Measure::per_share ||
                         unit.measure == Measure::per_ads;
  const auto says = [](const Row& at, std::string_view word) {
    return at.plain.find(word) != std::string::npos;
  };
  return of_shares &&
         ((says(row, "basic") && says(other, "diluted")) || (says(row, "diluted") && says(other, "basic")));
}

// The figure that an author carries a change on to, where an equation would break otherwise.
FigureId follower(const Equation& equation, FigureId changed) {
  switch (equation.relation) {
    case Relation::same:
    case Relation::opposite:
      return equation.result == changed ? equation.terms.front().figure : equation.result;
    default:
      return equation.result == changed ? kNoFigure : equation.result;
  }
}

}  // namespace

// What a changed figure changes in its turn: totals that foot with it, translations, repeats.
struct Tester::Carried {
  std::vector<FigureId> changed, footed;
  std::vector<std::size_t> touched;  // statements, in order
  int cost = 0;
};

// Units of its last place between a translation's printed and expected figure.
bool Tester::nearly_translates(EquationId id) const {
  const auto expected = inquiry_.network.judge(id, values_).expected;
  const auto& printed = values_[inquiry_.network.equation(id).result];
  if (!expected || !printed) return false;
  const std::int64_t off = expected->mantissa - printed->mantissa;
  return off >= -10 && off <= 10;
}

// A US$ figure that agrees by its footing, or follows by one, need not meet its own quotient.
bool Tester::tolerated(const Statement& statement, const Carried& carried) const {
  const EquationId id = statement.readings.front();
  const Equation& equation = inquiry_.network.equation(id);
  if (equation.relation != Relation::translation) return false;
  const bool by_footing = statement.agreement == Agreement::footing ||
                          statement.agreement == Agreement::repeated ||
                          statement.agreement == Agreement::plug;
  return (by_footing || holds_value(carried.footed, equation.result)) && nearly_translates(id);
}

// A leaf one unit off its quotient, so that every footing it stands in holds to the digit.
bool Tester::plugs(std::size_t s, Hypothesis& seen_by) const {
  const Network& network = inquiry_.network;
  const EquationId id = inquiry_.statements[s].readings.front();
  const Equation& equation = network.equation(id);
  if (equation.relation != Relation::translation || !network.figure(equation.result).in_table()) return false;
  const auto expected = network.judge(id, values_).expected;
  const auto& printed = values_[equation.result];
  if (!expected || !printed) return false;
  const std::int64_t off = expected->mantissa - printed->mantissa;
  if (off < -1 || off > 1) return false;
  for (const EquationId other : network.of(equation.result))
    seen_by.seen.push_back(inquiry_.statement_of[other]);
  bool any = false;
  for (const EquationId other : network.of(equation.result)) {
    const Equation& sum = network.equation(other);
    if (sum.relation != Relation::sum || !network.figure(sum.result).in_table()) continue;
    const Verdict verdict = network.verdict(other, values_);
    if (verdict == Verdict::within_rounding || verdict == Verdict::inconsistent) return false;
    any = any || verdict == Verdict::exact;
  }
  return any;
}

// How well a statement holds with the hypothesis at hand.
Verdict Tester::mended(std::size_t s, const Carried& carried, Hypothesis& seen_by) const {
  const Verdict verdict = inquiry_.verdict(s, values_);
  if (verdict != Verdict::inconsistent) return verdict;
  return tolerated(inquiry_.statements[s], carried) || plugs(s, seen_by) ? Verdict::within_rounding
                                                                         : Verdict::inconsistent;
}

// Sums and translations come out to the digit more often than not.
bool Tester::exact_relation(std::size_t s) const {
  const Relation relation = inquiry_.network.equation(inquiry_.statements[s].readings.front()).relation;
  return relation == Relation::sum || relation == Relation::translation;
}

// Leaves the values changed; whoever asks puts them back.
void Tester::carry_through(FigureId figure, const Decimal& value, Carried& out) {
  const Network& network = inquiry_.network;
  values_[figure] = value;
  std::vector<FigureId>& queue = out.changed;
  queue.push_back(figure);
  for (std::size_t i = 0; i < queue.size() && queue.size() < kMostFollowers; ++i) {
    const FigureId changed = queue[i];
    for (const EquationId id : network.of(changed)) {
      const std::size_t s = inquiry_.statement_of[id];
      out.touched.push_back(s);
      const Statement& statement = inquiry_.statements[s];
      if (!sound(statement) || inquiry_.holds(s, values_)) continue;
      if (tolerated(statement, out)) continue;
      const EquationId held = inquiry_.held[s];
      const Equation& equation = network.equation(held);
      const FigureId next = follower(equation, changed);
      if (next == kNoFigure || holds_value(queue, next) || !inquiry_.current[next]) continue;
      const auto carried = network.solve_for(held, next, values_);
      if (!carried) continue;
      values_[next] = *carried;
      queue.push_back(next);
      if (equation.relation == Relation::sum) out.footed.push_back(next);
      out.cost += inquiry_.in_open_statement(next) ? kFollowerChecked : kFollowerUnchecked;
    }
  }
  sort_once(out.touched);
}

// What is mended and what breaks by it; gives the cost of sums and translations that no longer come out to
// the digit.
int Tester::settle(const Carried& carried, Hypothesis& out) const {
  int cost = 0;
  for (const std::size_t s : carried.touched) {
    const Statement& statement = inquiry_.statements[s];
    const bool open = inquiry_.open[s];
    if (!open && !sound(statement)) continue;
    const Verdict verdict = mended(s, carried, out);
    if (verdict == Verdict::inconsistent) {
      if (!open) out.breaks.push_back(s);
      continue;
    }
    if (open) out.mends.push_back(s);
    const bool worse = verdict == Verdict::within_rounding && statement.verdict != Verdict::within_rounding;
    if (worse && exact_relation(s)) cost += kInexact;
  }
  return cost;
}

Hypothesis Tester::test(const Trial& trial) {
  Hypothesis out;
  out.figure = trial.figure;
  out.value = trial.value;
  out.about = trial.about;
  Carried carried;
  carry_through(trial.figure, trial.value, carried);
  const int cost = carried.cost + settle(carried, out);
  for (const FigureId id : carried.changed) {
    out.changed.emplace_back(id, *values_[id]);
    values_[id] = inquiry_.current[id];
    for (const EquationId equation : inquiry_.network.of(id))
      out.seen.push_back(inquiry_.statement_of[equation]);
  }
  sort_once(out.seen);
  out.worth =
      kMends * static_cast<int>(out.mends.size()) - kBreaks * static_cast<int>(out.breaks.size()) - cost;
  find_slip(out);
  const bool likely = slip_between(*inquiry_.current[out.figure], out.value) != Slip::none;
  if (likely)
    out.worth += kLikelySlip;
  else if (trial.about)
    out.worth -= kOnlyAbout;
  if (!out.sources.empty()) out.worth += kCopied;
  return out;
}

// Rows that print one figure in another column too: ordinary shares and ADSs of one share each.
bool Tester::alike_elsewhere(const Row& row, const Row& other, std::uint32_t column) const {
  const Values& current = inquiry_.current;
  for (std::size_t c = 0; c < row.cells.size() && c < other.cells.size(); ++c) {
    if (c == column || row.cells[c] == kNoFigure || other.cells[c] == kNoFigure) continue;
    const auto &a = current[row.cells[c]], &b = current[other.cells[c]];
    if (a && b && a->size() == b->size() && !a->zero()) return true;
  }
  return false;
}

void Tester::find_slip(Hypothesis& hypothesis) const {
  const Network& network = inquiry_.network;
  const Values& current = inquiry_.current;
  const Decimal& printed = *current[hypothesis.figure];
  const Figure& figure = network.figure(hypothesis.figure);
  if (figure.in_table() && telling(printed)) {
    const Table& table = network.filing().tables[figure.table];
    // Another row's figure of the same column, or another period's of the same row.
    for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
      if (r == figure.row) continue;
      const FigureId other = table.rows[r].cells[figure.column];
      if (other == kNoFigure || !current[other] || current[other]->size() != printed.size()) continue;
      if (alike_elsewhere(table.rows[figure.row], table.rows[r], figure.column) ||
          basic_and_diluted(table.rows[figure.row], table.rows[r], figure.unit))
        continue;
      hypothesis.slip = "the figure of \u201c" + table.rows[r].label + "\u201d (line " +
                        std::to_string(network.figure(other).at.line) + ") stands here";
      hypothesis.sources = {other};
      return;
    }
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const FigureId other = table.rows[figure.row].cells[c];
      if (c == figure.column || other == kNoFigure || !current[other] ||
          !(current[other]->size() == printed.size()))
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

}  // namespace kcfin::solving
