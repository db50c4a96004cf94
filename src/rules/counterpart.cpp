// Rows are gathered into groups that by concept or label state one fact; each group has one anchor, and the
// other rows are held against it, so that a wrong anchor shows as one cause and not as many.
#include "rules/counterpart.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "rules/arithmetic.h"

namespace kcfin::rulebook {
namespace {

// ---------------------------------------------------------------- cells

// A rounding to one digit agrees with one amount in twenty.
bool says_much(const Decimal& coarse) { return coarse.size().mantissa >= 10; }

enum class Match : std::uint8_t { silent, equal, opposite, unequal };

Match match(const Figure& a, const Figure& b) {
  if (!a.usable() || !b.usable() || (a.value->zero() && b.value->zero())) return Match::silent;
  if (same_precision(a, b)) {
    if (a.value->mantissa == b.value->mantissa) return Match::equal;
    return a.value->mantissa == -b.value->mantissa ? Match::opposite : Match::unequal;
  }
  const int a_place = a.scale_power - a.value->decimals, b_place = b.scale_power - b.value->decimals;
  if (!says_much(a_place > b_place ? *a.value : *b.value)) return Match::silent;
  const auto left = printed(a), right = printed(b);
  if (!left || !right) return Match::silent;
  if (meets(*left, *right).value_or(false)) return Match::equal;
  return meets(*left, negate(*right)).value_or(false) ? Match::opposite : Match::unequal;
}

bool comparable(const Unit& unit) {
  return unit.measure != Measure::unknown && unit.measure != Measure::percent_change;
}

// Among columns of one period the one of the same name: "Fair value" in both tables.
FigureId cell_of_name(const StatementIndex& index, RowRef a, std::size_t column, RowRef b) {
  const std::string_view name = index.column_name(a.table, column);
  if (name.empty() || a.table == b.table) return kNoFigure;
  const FigureId own = index.row(a).cells[column];
  const Row& row = index.row(b);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const FigureId id = row.cells[i];
    if (id == kNoFigure || index.column_name(b.table, i) != name) continue;
    if (index.filing().figures[id].unit == index.filing().figures[own].unit &&
        index.period(a, own) == index.period(b, id))
      return id;
  }
  return kNoFigure;
}

// In a period with a loss nothing dilutes it: one table prints a dash, another what an adjusted profit
// counts.
bool counts_for_a_loss(const Figure& a, const Figure& b) {
  return a.unit.measure == Measure::shares && a.dash != b.dash;
}

// Those of a pair that are held against each other.
std::vector<CellPair> cells_of(const StatementIndex& index, const Counterpart& pair) {
  std::vector<CellPair> out = cell_pairs(index, pair.row, pair.anchor);
  if (!pair.beside) return out;
  std::erase_if(out, [&](const CellPair& cells) {
    const Unit& unit = index.filing().figures[cells.first].unit;
    return index.cell(*pair.beside, index.period(pair.row, cells.first), unit) != kNoFigure;
  });
  return out;
}

// ---------------------------------------------------------------- groups

class Gathering {
 public:
  explicit Gathering(const StatementIndex& index) : index_(index) {}

  std::vector<std::vector<RowRef>> run() {
    note_repeats();
    for (const RowRef at : index_.rows()) add(at);
    std::erase_if(members_, [](const std::vector<RowRef>& group) { return group.size() < 2; });
    return std::move(members_);
  }

 private:
  // What the rows of a group have in common; the texts are the index's own.
  struct Key {
    std::string_view concept_name, label, section;
    CashPoint point = CashPoint::none;
    bool with_section = false;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct HashOfKey {
    std::size_t operator()(const Key& key) const {
      const std::hash<std::string_view> hash;
      const std::size_t texts = (hash(key.concept_name) * 31 + hash(key.label)) * 31 + hash(key.section);
      return texts * 4 + static_cast<std::size_t>(key.point);
    }
  };

  // A concept that stands in one table under two labels, or a label under two headers, needs more to tell
  // which row is which.
  void note_repeats() {
    for (const RowRef at : index_.rows()) {
      const Key key = plain_key(at);
      if (key.concept_name.empty() && key.label.empty()) continue;
      if (!key.concept_name.empty()) note_repeat(key, at, index_.label(at));
      note_repeat(labelled(key, at), at, index_.section(at));
    }
  }

  void note_repeat(const Key& key, RowRef at, std::string_view by) {
    const auto [found, fresh] = seen_.try_emplace(key, Seen{at.table, by});
    if (fresh) return;
    if (found->second.table == at.table && found->second.by != by) repeated_.insert(key);
    found->second = {at.table, by};
  }

  [[nodiscard]] Key plain_key(RowRef at) const {
    const Row& row = index_.row(at);
    Key key;
    if (row.concept_name.empty()) {
      key.label = index_.label(at);
    } else {
      key.concept_name = row.concept_name;
      key.point = cash_point(row.label);
    }
    return key;
  }

  [[nodiscard]] Key labelled(Key key, RowRef at) const {
    key.label = index_.label(at);
    return key;
  }

  void add(RowRef at) {
    Key key = plain_key(at);
    if (key.concept_name.empty() && key.label.empty()) return;
    const Key with_label = labelled(key, at);
    if (repeated_.contains(key)) key = with_label;
    if (repeated_.contains(with_label)) {
      key.with_section = true;
      key.section = index_.section(at);
    }
    const auto [found, fresh] = groups_.try_emplace(key, members_.size());
    if (fresh) members_.emplace_back();
    members_[found->second].push_back(at);
  }

  struct Seen {
    std::uint32_t table = 0;
    std::string_view by;
  };

  const StatementIndex& index_;
  std::unordered_map<Key, Seen, HashOfKey> seen_;
  std::unordered_set<Key, HashOfKey> repeated_;
  std::unordered_map<Key, std::size_t, HashOfKey> groups_;
  std::vector<std::vector<RowRef>> members_;
};

// ---------------------------------------------------------------- pairs

bool is_statement(TableKind kind) {
  return kind == TableKind::income_statement || kind == TableKind::balance_sheet ||
         kind == TableKind::cash_flow;
}

class Pairing {
 public:
  explicit Pairing(const StatementIndex& index) : index_(index) {}

  std::vector<Counterpart> run() {
    for (std::vector<RowRef>& group : Gathering(index_).run()) pair_group(group);
    for (Counterpart& pair : out_) {
      if (!pair.borne_out && !several_.contains(pair.row) && reprint(pair.row.table, pair.anchor.table))
        pair.borne_out = true;
    }
    std::sort(out_.begin(), out_.end(),
              [](const Counterpart& a, const Counterpart& b) { return a.row < b.row; });
    return std::move(out_);
  }

 private:
  void pair_group(std::vector<RowRef>& group) {
    const RowRef anchor = index_.anchor(group);
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (group[i] == anchor) continue;
      Counterpart pair{group[i], anchor, Relation::same, Support::both, false};
      if (!judge(pair)) {
        // Not the statement's amount; perhaps that of another row before it.
        constexpr std::size_t kNearest = 400;  // of thousands of rows of one name
        for (std::size_t j = i - std::min(i, kNearest); j < i && !pair.borne_out; ++j) {
          Counterpart other{group[i], group[j], Relation::same, Support::both, false};
          if (group[j] != anchor && judge(other)) pair = other;
        }
      }
      if (pair.borne_out || compare_rows(index_, pair.row, pair.anchor).pairs > 0) out_.push_back(pair);
      if (pair.borne_out && pair.anchor == anchor) pair_rest(group, i, anchor);
      if (one_of_several(group, i)) several_.insert(group[i]);
      if (is_statement(index_.table(pair.row).kind)) count(pair);
    }
  }

  // Periods that the anchor lacks may stand in both of two rows that repeat it: "Q2 2010" in a table of
  // quarters and in the highlights.
  void pair_rest(const std::vector<RowRef>& group, std::size_t i, RowRef anchor) {
    constexpr std::size_t kNearest = 20;
    for (std::size_t j = i - std::min(i, kNearest); j < i; ++j) {
      if (group[j] == anchor || group[j].table == group[i].table) continue;
      Counterpart rest{group[i], group[j], Relation::same, Support::both, false, anchor};
      if (cells_of(index_, rest).empty() || !judge(rest)) continue;
      out_.push_back(rest);
      return;
    }
  }

  // "Finance receivables, net" twice in one balance sheet: a second print has both, and which is which
  // nothing says.
  static bool one_of_several(const std::vector<RowRef>& group, std::size_t i) {
    return (i > 0 && group[i - 1].table == group[i].table) ||
           (i + 1 < group.size() && group[i + 1].table == group[i].table);
  }

  bool judge(Counterpart& pair) const {
    const Agreement agreement = compare_rows(index_, pair.row, pair.anchor);
    pair.borne_out = agreement.bears_out() && !by_chance(pair, agreement);
    if (!agreement.same_sign()) pair.relation = Relation::opposite;
    if (!pair.borne_out && agreement.pairs >= 2 && agreement.equal == agreement.opposite &&
        agreement.equal + agreement.opposite == agreement.pairs)
      pair.borne_out = one_signed(pair.row) && one_signed(pair.anchor);
    return pair.borne_out;
  }

  // "Marketing" 655 and 30 in one block of a table, (287) and (30) in another: one equal size with the sign
  // turned, beside one that differs.
  static bool by_chance(const Counterpart& pair, const Agreement& agreement) {
    return pair.row.table == pair.anchor.table && agreement.opposite == 1 && agreement.equal == 0 &&
           agreement.pairs > 1;
  }

  // A row that prints signs, or whose figures have but one: equal sizes of which some have another sign are a
  // sign that was lost, and not another way of printing it.
  [[nodiscard]] bool one_signed(RowRef at) const {
    const Row& row = index_.row(at);
    const auto is_negative = [&](FigureId id) {
      return id != kNoFigure && index_.filing().figures[id].value &&
             index_.filing().figures[id].value->mantissa < 0;
    };
    const bool either = row.label.find('(') != std::string::npos ||
                        row.label.find("benefit") != std::string::npos ||
                        row.label.find("gain") != std::string::npos;
    return !either || std::any_of(row.cells.begin(), row.cells.end(), is_negative);
  }

  // Two prints of one statement: nearly all the rows that both have agree.
  struct Prints {
    int rows = 0, agree = 0;
  };
  void count(const Counterpart& pair) {
    if (pair.row.table == pair.anchor.table || index_.table(pair.row).kind != index_.table(pair.anchor).kind)
      return;
    Prints& prints = prints_[key(pair.row.table, pair.anchor.table)];
    ++prints.rows;
    if (pair.borne_out) ++prints.agree;
  }

  [[nodiscard]] bool reprint(std::uint32_t a, std::uint32_t b) const {
    constexpr int kEnough = 5;
    const auto found = prints_.find(key(a, b));
    return found != prints_.end() && found->second.agree >= kEnough &&
           found->second.agree * 10 >= found->second.rows * 8;
  }

  static std::uint64_t key(std::uint32_t a, std::uint32_t b) {
    return (static_cast<std::uint64_t>(std::min(a, b)) << 32) | std::max(a, b);
  }

  const StatementIndex& index_;
  std::vector<Counterpart> out_;
  std::set<RowRef> several_;
  std::unordered_map<std::uint64_t, Prints> prints_;
};

}  // namespace

bool Agreement::bears_out() const {
  const int most = std::max(equal, opposite), least = std::min(equal, opposite);
  return most >= 1 && most * 2 >= pairs && most >= 2 * least;
}

bool Agreement::throughout(int at_least) const {
  return std::max(equal, opposite) >= at_least && std::max(equal, opposite) == pairs;
}

std::vector<CellPair> cell_pairs(const StatementIndex& index, RowRef a, RowRef b) {
  std::vector<CellPair> out;
  const Row& row = index.row(a);
  out.reserve(row.cells.size());
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const FigureId id = row.cells[i];
    if (id == kNoFigure || !comparable(index.filing().figures[id].unit)) continue;
    const FigureId other = index.usable(a.table, i)
                               ? index.cell(b, index.period(a, id), index.filing().figures[id].unit)
                               : cell_of_name(index, a, i, b);
    if (other != kNoFigure && other != id) out.push_back({id, other});
  }
  return out;
}

Agreement compare_rows(const StatementIndex& index, RowRef a, RowRef b) {
  Agreement out;
  for (const CellPair& pair : cell_pairs(index, a, b)) {
    const Match found = match(index.filing().figures[pair.first], index.filing().figures[pair.second]);
    if (found == Match::silent) continue;
    ++out.pairs;
    if (found == Match::equal) ++out.equal;
    if (found == Match::opposite) ++out.opposite;
  }
  return out;
}

std::vector<Counterpart> find_counterparts(const StatementIndex& index) { return Pairing(index).run(); }

Tie tie_of(const StatementIndex& index, const Counterpart& pair) {
  const TableKind row = index.table(pair.row).kind, anchor = index.table(pair.anchor).kind;
  const auto outside = [](TableKind kind) {
    return kind == TableKind::highlights || kind == TableKind::other;
  };
  if (row == anchor || outside(row) || outside(anchor)) return Tie::duplicate;
  return row == TableKind::note || anchor == TableKind::note ? Tie::note : Tie::statements;
}

void relate_cells(const StatementIndex& index, RuleId rule, const Counterpart& pair, std::string_view reading,
                  Equations& out) {
  for (const CellPair& cells : cells_of(index, pair)) {
    if (counts_for_a_loss(index.filing().figures[cells.first], index.filing().figures[cells.second]))
      continue;
    Equation equation;
    equation.rule = rule;
    equation.relation = pair.relation;
    equation.support = pair.support;
    equation.result = cells.first;
    equation.terms = {{cells.second, 1}};
    equation.reading = reading;
    out.equations.push_back(std::move(equation));
  }
}

Skip not_borne_out(const StatementIndex& index, RuleId rule, const Counterpart& pair) {
  const Row& row = index.row(pair.row);
  const auto first =
      std::find_if(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; });
  return {rule, first == row.cells.end() ? kNoFigure : *first, row.at,
          "named like " + index.name(pair.anchor) +
              ", but too few of their figures agree to say that both state one amount"};
}

}  // namespace kcfin::rulebook
