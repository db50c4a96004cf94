// The traits of a break, read from the network around it, and what they add up to.
#include "solve/confidence.h"

#include <algorithm>
#include <array>
#include <set>

#include "rules/arithmetic.h"
#include "rules/evaluation.h"
#include "rules/rule_ids.h"
#include "solve/amount_traits.h"
#include "solve/claim_traits.h"
#include "values/slip.h"

namespace kcfin::solving {
namespace {

struct Weight {
  std::string_view words;
  int weight;
};
constexpr std::array kWeights = {
#define WEIGHT(trait, words, weight) Weight{words, weight},
#include "solve/weights.inc"
#undef WEIGHT
};

// The logistic curve at steps of a quarter of a unit of log odds from 0 on, in per cent; below 0 it is its
// mirror image.
constexpr std::array<std::uint8_t, 19> kCurve = {50, 56, 62, 68, 73, 78, 82, 85, 88, 90,
                                                 92, 94, 95, 96, 97, 98, 98, 99, 99};

std::uint64_t key_of(std::uint64_t place, std::uint64_t rule) { return place << 16U | rule; }

bool broken(const Statement& statement) { return statement.verdict == Verdict::inconsistent; }

Trait trait_of(Slip slip) {
  switch (slip) {
    case Slip::none:
      return Trait::no_slip;
    case Slip::transposed:
      return Trait::slip_transposed;
    case Slip::sign:
      return Trait::slip_sign;
    case Slip::thousand:
    case Slip::ten:
      return Trait::slip_scale;
    case Slip::digit:
      return Trait::slip_digit;
    case Slip::missing:
    case Slip::doubled:
    case Slip::surplus:
      return Trait::slip_length;
  }
  return Trait::no_slip;
}

Wide off_by(const std::optional<Decimal>& printed, const std::optional<Decimal>& right) {
  if (!printed || !right || printed->decimals != right->decimals) return 0;
  const Wide off = static_cast<Wide>(printed->mantissa) - right->mantissa;
  return off < 0 ? -off : off;
}

bool is_statement(TableKind kind) {
  return kind == TableKind::income_statement || kind == TableKind::balance_sheet ||
         kind == TableKind::cash_flow || kind == TableKind::changes_in_equity || kind == TableKind::non_gaap;
}

}  // namespace

std::string_view words_of(Trait trait) { return kWeights[static_cast<std::size_t>(trait)].words; }

std::uint8_t confidence_of(const std::vector<Trait>& traits) {
  int sum = 0;
  for (const Trait trait : traits) sum += kWeights[static_cast<std::size_t>(trait)].weight;
  const auto step = static_cast<std::size_t>((sum < 0 ? -sum : sum) / 25);
  const std::uint8_t size = kCurve[std::min(step, kCurve.size() - 1)];
  return sum < 0 ? static_cast<std::uint8_t>(100 - size) : size;
}

std::vector<std::string_view> against(std::vector<Trait> traits) {
  constexpr std::size_t kMost = 3;
  const auto weight = [](Trait trait) { return kWeights[static_cast<std::size_t>(trait)].weight; };
  std::erase_if(traits, [&](Trait trait) { return trait == Trait::prior || weight(trait) >= 0; });
  std::stable_sort(traits.begin(), traits.end(), [&](Trait a, Trait b) { return weight(a) < weight(b); });
  if (traits.size() > kMost) traits.resize(kMost);
  std::vector<std::string_view> out;
  for (const Trait trait : traits) out.push_back(words_of(trait));
  return out;
}

std::optional<Decimal> right_value(const RootBreak& root) {
  if (root.finding->expected || root.explanation == nullptr) return root.finding->expected;
  const bool of_it = root.explanation->figure == root.finding->figure && root.explanation->rivals.empty();
  return of_it ? std::optional(root.explanation->value) : std::nullopt;
}

TraitReader::TraitReader(const Network& network, const Values& values, std::span<const Statement> statements)
    : network_(network), values_(values), statements_(statements) {
  for (const Statement& statement : statements_) {
    if (statement.verdict == Verdict::skipped) continue;
    const Equation& equation = network_.equation(statement.readings.front());
    const Figure& figure = network_.figure(equation.result);
    const auto count = [&](auto& counts, auto key) {
      Count& own = counts[key];
      ++(broken(statement) ? own.broken : own.held);
    };
    broken_ += broken(statement) ? 1 : 0;
    count(by_rule_, equation.rule);
    if (figure.in_table()) {
      count(by_table_and_rule_, key_of(figure.table, equation.rule));
      count(by_table_, figure.table);
      count(by_row_[{figure.table, figure.row, equation.rule}], figure.column);
      if (equation.relation == Relation::sum) count(sums_of_column_, key_of(figure.table, figure.column));
    } else {
      count(by_paragraph_, network_.filing().claims[figure.claim].paragraph);
    }
  }
  for (FigureId id = 0; id < network_.filing().figures.size(); ++id) {
    if (network_.figure(id).in_table() && values_[id]) ++printed_[values_[id]->size().mantissa];
  }
}

const Equation& TraitReader::equation_of(std::size_t statement) const {
  return network_.equation(statements_[statement].readings.front());
}

std::vector<Trait> TraitReader::traits_of(const RootBreak& root) const {
  std::vector<Trait> out{Trait::prior};
  add_place(root, out);
  add_slip(root, out);
  add_checks(root, out);
  add_distance(root, out);
  add_surroundings(root, out);
  add_neighbours(root, out);
  add_reading(root, out);
  add_rule(root, out);
  add_amount_traits(network_, values_, root, statements_[root.statement].readings.front(), out);
  if (const FigureId stated = stated_in_sentence(root); stated != kNoFigure)
    add_claim_traits(network_, values_, stated, out);
  return out;
}

// The sentence that the finding stands in or, where a table's figure is blamed, the one that contradicts it.
FigureId TraitReader::stated_in_sentence(const RootBreak& root) const {
  for (const FigureId id : {root.finding->figure, equation_of(root.statement).result}) {
    if (!network_.figure(id).in_table()) return id;
  }
  return kNoFigure;
}

void TraitReader::add_place(const RootBreak& root, std::vector<Trait>& out) const {
  const Figure& figure = network_.figure(root.finding->figure);
  if (!figure.in_table()) {
    out.push_back(Trait::in_sentence);
    return;
  }
  const TableKind kind = network_.filing().tables[figure.table].kind;
  out.push_back(is_statement(kind) ? Trait::in_statement : Trait::in_note);
}

// What the terms make of a sentence's figure, all that it may be. Empty where the figure is no result.
std::optional<Interval> TraitReader::made_of_stated(const RootBreak& root) const {
  const Equation& equation = equation_of(root.statement);
  if (equation.result != root.finding->figure || network_.figure(equation.result).in_table())
    return std::nullopt;
  std::vector<Interval> amounts;
  for (const Term& term : equation.terms) {
    const auto& value = values_[term.figure];
    const auto amount = value ? rulebook::stands_for(network_.figure(term.figure), *value) : std::nullopt;
    if (!amount) return std::nullopt;
    amounts.push_back(*amount);
  }
  return rulebook::made_of(equation, amounts);
}

// "RMB2.5 billion" for 2.5 million: what is expected, in the scale that is printed, keeps none of its digits.
bool TraitReader::scale_word_apart(const RootBreak& root) const {
  const Figure& own = network_.figure(root.finding->figure);
  const auto& printed = values_[root.finding->figure];
  const auto meant = made_of_stated(root);
  if (!meant || !printed || printed->size().mantissa < 10) return false;  // of one digit much could be made
  const auto size = absolute(*meant);
  return size && std::ranges::any_of(std::array{-3, 3}, [&](int shift) {
           const auto shifted = own.scale_power + shift < 0
                                    ? std::nullopt
                                    : Interval::of(printed->size(), own.scale_power + shift);
           return shifted && meets(*shifted, *size).value_or(false);
         });
}

// "increased by 19.7%" where all that the figures make is a decrease of that size.
bool TraitReader::turned_around(const RootBreak& root) const {
  const auto& printed = values_[root.finding->figure];
  const auto meant = made_of_stated(root);
  if (!meant || !printed || printed->zero()) return false;
  const auto own = rulebook::stands_for(network_.figure(root.finding->figure), *printed);
  return own && meets(negate(*own), *meant).value_or(false);
}

// The slip that turns the right figure into the printed one, by the figures alone.
void TraitReader::add_slip(const RootBreak& root, std::vector<Trait>& out) const {
  const Finding& finding = *root.finding;
  if (root.explanation != nullptr && !root.explanation->sources.empty() && root.explanation->rivals.empty()) {
    const Figure& own = network_.figure(root.explanation->figure);
    const Figure& source = network_.figure(root.explanation->sources.front());
    out.push_back(own.row == source.row ? Trait::slip_other_column : Trait::slip_other_row);
    return;
  }
  const bool both = finding.reported && finding.expected;
  const Slip slip = both ? slip_between(*finding.reported, *finding.expected) : Slip::none;
  const auto rival = slip == Slip::none && root.explanation != nullptr
                         ? slip_of_a_rival(values_, *root.explanation)
                         : std::nullopt;
  if (slip == Slip::none && scale_word_apart(root)) return out.push_back(Trait::slip_scale);
  if (slip != Slip::sign && turned_around(root)) return out.push_back(Trait::slip_direction);
  const bool turned = slip == Slip::sign && !network_.figure(finding.figure).in_table();
  out.push_back(rival ? *rival : turned ? Trait::slip_direction : trait_of(slip));
}

void TraitReader::add_checks(const RootBreak& root, std::vector<Trait>& out) const {
  std::set<std::size_t> mended{root.statement};
  if (root.explanation == nullptr) {
    out.push_back(Trait::unexplained);
  } else {
    mended.insert(root.explanation->statements.begin(), root.explanation->statements.end());
    if (!root.explanation->against.empty()) out.push_back(Trait::against);
    if (!root.explanation->rivals.empty()) out.push_back(Trait::undecided);
  }
  std::set<RuleId> rules;
  for (const std::size_t s : mended) rules.insert(equation_of(s).rule);
  if (mended.size() == 2) out.push_back(Trait::mends_two);
  if (mended.size() > 2) out.push_back(Trait::mends_three);
  if (rules.size() > 1) out.push_back(Trait::kinds_two);
  int holds = 0;
  for (const EquationId id : network_.of(root.finding->figure))
    holds += network_.verdict(id, values_) == Verdict::exact ? 1 : 0;
  if (holds == 1) out.push_back(Trait::result_holds_once);
  if (holds > 1) out.push_back(Trait::result_holds_often);
}

void TraitReader::add_distance(const RootBreak& root, std::vector<Trait>& out) const {
  const auto right = right_value(root);
  const Wide off = off_by(root.finding->reported, right);
  if (off == 0) return;
  if (root.explanation != nullptr && root.explanation->about) out.push_back(Trait::about);
  const Wide size = right->size().mantissa;
  if (off == 1) out.push_back(Trait::off_by_one);
  if (off > 1 && off <= 5) out.push_back(Trait::off_by_few);
  if (off * 100 < size) out.push_back(Trait::off_slightly);
  if (off * 3 > size) out.push_back(Trait::off_much);
  if (off > size) out.push_back(Trait::off_manifold);
}

TraitReader::Count TraitReader::around(const std::map<std::uint64_t, Count>& counts,
                                       std::uint64_t key) const {
  const auto found = counts.find(key);
  return found == counts.end() ? Count{} : found->second;
}

void TraitReader::add_surroundings(const RootBreak& root, std::vector<Trait>& out) const {
  const Equation& equation = equation_of(root.statement);
  const Figure& figure = network_.figure(equation.result);
  const int own = root.explanation == nullptr ? 1 : static_cast<int>(root.explanation->statements.size());
  const int others = broken_ - own;
  out.push_back(others <= 0 ? Trait::alone : others <= 6 ? Trait::few_others : Trait::many_others);
  const Count rule = around(by_rule_, equation.rule);
  if (rule.broken > 3 && rule.broken * 5 > rule.held) out.push_back(Trait::rule_breaks_often);
  if (rule.broken <= own + 1 && rule.held >= 10) out.push_back(Trait::rule_holds_in_filing);
  if (figure.in_table()) {
    const Count table = around(by_table_, figure.table);
    const Count same = around(by_table_and_rule_, key_of(figure.table, equation.rule));
    if (table.broken <= own && table.held >= 5) out.push_back(Trait::table_holds);
    if (same.broken <= own && same.held >= 8) out.push_back(Trait::rule_holds_often);
    if (same.broken > own) out.push_back(Trait::table_breaks);
    if (same.broken > 2 && same.broken >= same.held) out.push_back(Trait::table_mostly_breaks);
  } else {
    const Count paragraph = around(by_paragraph_, network_.filing().claims[figure.claim].paragraph);
    if (paragraph.broken <= own && paragraph.held >= 2) out.push_back(Trait::paragraph_holds);
    if (paragraph.broken > own) out.push_back(Trait::paragraph_breaks);
  }
}

// Whether the same check holds in the columns beside it, and what else its column adds up to. A column in
// which it breaks by the same figure is not another one.
void TraitReader::add_neighbours(const RootBreak& root, std::vector<Trait>& out) const {
  const Equation& equation = equation_of(root.statement);
  const Figure& figure = network_.figure(equation.result);
  if (!figure.in_table()) return;
  std::set<std::uint32_t> own{figure.column};
  int sums = 0;
  if (root.explanation != nullptr) {
    for (const std::size_t s : root.explanation->statements) {
      const Equation& other = equation_of(s);
      const Figure& result = network_.figure(other.result);
      if (!result.in_table() || result.table != figure.table) continue;
      if (result.row == figure.row && other.rule == equation.rule) own.insert(result.column);
      sums += other.relation == Relation::sum && result.column == figure.column ? 1 : 0;
    }
  } else {
    sums = 1;
  }
  int held = 0, broken = 0;
  if (const auto row = by_row_.find({figure.table, figure.row, equation.rule}); row != by_row_.end()) {
    for (const auto& [column, counts] : row->second) {
      held += counts.held > 0 && !own.contains(column) ? 1 : 0;
      broken += counts.broken > 0 && !own.contains(column) ? 1 : 0;
    }
  }
  if (broken > 0) {
    out.push_back(Trait::row_breaks);
  } else {
    out.push_back(held > 0 ? Trait::row_holds : Trait::row_alone);
  }
  if (broken == 0 && held >= 3) out.push_back(Trait::row_holds_often);
  if (equation.relation != Relation::sum) return;
  const Count column = around(sums_of_column_, key_of(figure.table, figure.column));
  if (column.held >= 2 && column.broken <= sums) out.push_back(Trait::column_holds);
  if (column.held == 0) out.push_back(Trait::column_nothing);
}

// How the headings over the figures of the check were read, and whether a dash is among them.
void TraitReader::add_headings(const Equation& equation, std::vector<Trait>& out) const {
  bool worked_out = false, unknown = false, dash = false;
  const auto look = [&](FigureId id) {
    const Figure& figure = network_.figure(id);
    dash = dash || figure.dash;
    if (!figure.in_table()) return;
    const Heading heading = network_.filing().tables[figure.table].columns[figure.column].heading;
    worked_out = worked_out || heading == Heading::worked_out;
    unknown = unknown || heading == Heading::unknown || !figure.period.known();
  };
  look(equation.result);
  for (const Term& term : equation.terms) look(term.figure);
  if (worked_out) out.push_back(Trait::heading_worked_out);
  if (unknown) out.push_back(Trait::heading_unknown);
  if (dash) out.push_back(Trait::dash);
}

void TraitReader::add_sum(const Equation& equation, std::vector<Trait>& out) const {
  constexpr std::size_t kLong = 8;
  // A change that a sentence states in money is a difference, and no sum of which rows could be meant.
  const bool change = equation.rule == rule_id::ratio_change && !network_.figure(equation.result).in_table();
  if (change && equation.relation == Relation::sum) out.push_back(Trait::money_change);
  if (equation.relation != Relation::sum || change) return;
  if (equation.support == Support::columns) out.push_back(Trait::by_columns_only);
  if (equation.support == Support::labels) out.push_back(Trait::by_labels_only);
  if (equation.terms.size() >= kLong) out.push_back(Trait::long_sum);
  if (equation.blanks > 0) out.push_back(Trait::blank_row);
}

// "rose by 5.0% to RMB21.0 million from RMB20.0 million": whatever the rows are, the sentence contradicts
// itself.
bool TraitReader::within_sentence(const Equation& equation) const {
  const Figure& result = network_.figure(equation.result);
  if (result.in_table() || equation.terms.empty()) return false;
  const Claim& own = network_.filing().claims[result.claim];
  return std::all_of(equation.terms.begin(), equation.terms.end(), [&](const Term& term) {
    const Figure& figure = network_.figure(term.figure);
    if (figure.in_table()) return false;
    const Claim& claim = network_.filing().claims[figure.claim];
    return claim.paragraph == own.paragraph && claim.sentence == own.sentence;
  });
}

void TraitReader::add_reading(const RootBreak& root, std::vector<Trait>& out) const {
  const Equation& equation = equation_of(root.statement);
  add_headings(equation, out);
  add_sum(equation, out);
  if (within_sentence(equation)) out.push_back(Trait::one_sentence);
  const Figure& result = network_.figure(root.finding->figure);
  const auto& printed = values_[root.finding->figure];
  if (!printed) return;
  if (result.unit.measure == Measure::percent && printed->decimals == 0) out.push_back(Trait::whole_percent);
  const auto& expected = root.finding->expected;
  if (!telling(*printed) && (!expected || !telling(*expected))) out.push_back(Trait::small_figure);
  if (statements_[root.statement].readings.size() > 1) out.push_back(Trait::many_readings);
  if (!telling(*printed)) return;
  const auto found = printed_.find(printed->size().mantissa);
  if (found != printed_.end() && found->second > (result.in_table() ? 1 : 0))
    out.push_back(Trait::printed_elsewhere);
}

void TraitReader::add_rule(const RootBreak& root, std::vector<Trait>& out) const {
  struct Rule {
    std::string_view id;
    Trait trait;
  };
  static constexpr std::array kRules = {
      Rule{"footing/total", Trait::rule_footing_total},
      Rule{"footing/", Trait::rule_footing_other},
      Rule{"tie/prose", Trait::rule_tie_prose},
      Rule{"tie/duplicate", Trait::rule_tie_duplicate},
      Rule{"tie/statements", Trait::rule_tie_statements},
      Rule{"tie/note", Trait::rule_tie_statements},
      Rule{"translation/cell", Trait::rule_translation_cell},
      Rule{"translation/prose", Trait::rule_translation_prose},
      Rule{"ratio/margin", Trait::rule_ratio_margin},
      Rule{"ratio/change", Trait::rule_ratio_change},
      Rule{"ratio/per-share", Trait::rule_ratio_per_share},
      Rule{"ratio/share-of-total", Trait::rule_ratio_share},
  };
  const std::string_view id = rules()[equation_of(root.statement).rule].id;
  for (const Rule& rule : kRules) {
    if (!id.starts_with(rule.id)) continue;
    out.push_back(rule.trait);
    return;
  }
}

}  // namespace kcfin::solving
