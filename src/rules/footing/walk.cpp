// A walk down the table keeps the list of rows that no total has taken up yet. At each total the labels
// propose what it sums (its section, the items since the last total, the whole list); any other run of the
// list is an alternative that the columns must support. Signs are one a row for the whole table.
#include <algorithm>
#include <utility>

#include "rules/footing/amounts.h"
#include "rules/footing/near_miss.h"
#include "rules/footing/parts.h"
#include "rules/footing/readings.h"
#include "rules/footing/roll_forward.h"
#include "rules/footing/signs.h"
#include "rules/footing/structure.h"
#include "statement/concept.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

class StructureWalk {
 public:
  StructureWalk(const Table& table, const Filing& filing, Added added)
      : table_(table),
        amounts_(table, filing, added),
        signs_(amounts_),
        readings_(amounts_, signs_, state_) {}

  FootingStructure run() {
    Parts parts = find_parts(amounts_);
    out_.footings = std::move(parts.footings);
    inside_ = std::move(parts.inside);
    state_.is_sum.assign(table_.rows.size(), false);
    out_.rolls = find_roll_forwards(amounts_);
    const std::vector<RollForward>& rolls = out_.rolls;
    auto roll = rolls.begin();
    for (std::uint32_t r = 0; r < table_.rows.size(); ++r) {
      if (roll != rolls.end() && r == roll->closing) {
        close_balance(r);
        ++roll;
      }
      const bool opens = roll != rolls.end() && r == roll->opening;
      if (opens) std::swap(before_, state_.open);
      const bool balance = opens || (roll != rolls.begin() && r == std::prev(roll)->closing);
      if (!balance && amounts_.counted(r) && !inside_[r]) visit(r);
      if (table_.rows[r].role == Role::header) state_.header = r;
    }
    return std::move(out_);
  }

 private:
  // The movements of a balance are no part of what stands above or below it; the closing balance is.
  void close_balance(std::uint32_t r) {
    state_.open = std::exchange(before_, {});
    state_.open.push_back(r);
    state_.is_sum[r] = true;
  }

  // A GAAP measure in a reconciliation: a chain starts with it.
  [[nodiscard]] bool opens_chain(std::uint32_t r) const {
    const Concept* meaning = amounts_.meaning(r);
    return table_.kind == TableKind::non_gaap && meaning != nullptr && meaning->subtotal &&
           !meaning->own_name() && meaning->side == Side::income;
  }

  void visit(std::uint32_t r) {
    const Row& row = table_.rows[r];
    const bool opening_cash = cash_point(row.label) == CashPoint::opening;
    const bool total_by_label = (row.role != Role::item || readings_.is_cash_row(r)) && !opening_cash;
    if (total_by_label) {
      if (visit_total(r)) return;
    } else if (!opening_cash && state_.open.size() >= 2 && visit_item(r)) {
      return;
    }
    state_.open.push_back(r);
  }

  // Cash from financing activities is not that from operating and investing ones, though it may come to as
  // much in a column.
  [[nodiscard]] bool sums_its_siblings(std::uint32_t r, const Reading& reading) const {
    const std::string_view own = activities(r);
    return !own.empty() &&
           std::any_of(reading.terms.begin(), reading.terms.end(), [&](const FootingTerm& term) {
             const std::string_view other = activities(term.row);
             return !other.empty() && other != own;
           });
  }
  // "Operating", "Investing", "Financing" where the row is the cash from these; else empty.
  [[nodiscard]] std::string_view activities(std::uint32_t r) const {
    constexpr std::string_view kCash = "NetCashProvidedByUsedIn";
    const Concept* meaning = amounts_.meaning(r);
    return meaning != nullptr && meaning->name.starts_with(kCash) ? meaning->name.substr(kCash.size(), 9)
                                                                  : std::string_view{};
  }

  // The labels' best proposal, or another run that more columns bear out; null where nothing stands above.
  [[nodiscard]] std::optional<Reading> best_reading(std::uint32_t r, bool& first_proposal) const {
    std::vector<Reading> natural = readings_.by_labels(r), others;
    const Reading* best = nullptr;
    for (Reading& reading : natural) {
      readings_.give_signs(r, reading);
      if (sums_its_siblings(r, reading))
        reading.score.holds = reading.score.exact = reading.score.periods_held = 0;
      if (best == nullptr || reading.score.holds > best->score.holds) best = &reading;
    }
    const bool settled = best != nullptr && best->score.holds > 0 && best->score.holds == best->score.judged;
    if (!settled) {
      others = readings_.others(r);
      for (Reading& reading : others) {
        readings_.give_signs(r, reading);
        if (sums_its_siblings(r, reading)) continue;
        const Score& score = reading.score;
        const bool one_slip = holds_but_for_a_slip(amounts_, r, reading.terms, score);
        if (!one_slip && (score.holds < 2 || score.holds * 2 <= score.judged)) continue;
        if (best == nullptr || score.holds > best->score.holds) best = &reading;
      }
    }
    if (best == nullptr) return std::nullopt;
    first_proposal = !natural.empty() && best == &natural.front();
    return *best;
  }

  // A row that the labels call a total. True where the list has been brought up to date.
  bool visit_total(std::uint32_t r) {
    bool first_proposal = false;
    std::optional<Reading> best = best_reading(r, first_proposal);
    if (!best) {
      state_.is_sum[r] = true;
      return false;  // nothing above it: it opens the table
    }
    if (best->score.holds < best->score.judged) readings_.leave_one_out(r, *best);
    if (best->score.holds * 2 < best->score.judged) readings_.take_one_in(r, *best);
    const bool supported =
        (best->score.holds > 0 && best->score.periods_held * 2 >= best->score.periods_judged &&
         !by_chance(r, best->score)) ||
        (best->by_labels && best->score.judged == 0 && first_proposal);
    const bool sound = supported && repeats_one(*best);
    if (opens_chain(r) && (!sound || best->terms.size() < 2)) {
      state_.open.clear();
      state_.is_sum[r] = true;
      return false;
    }
    if (!sound) {
      if (const Reading above = readings_.row_above(r);
          above.score.holds > 0 && above.score.holds == above.score.judged) {
        take(r, above);
        return true;
      }
      if (const auto meant = meant_but_for_a_slip(r)) {
        take(r, *meant);
        return true;
      }
      if (sums_what_follows(r)) return false;
      return set_aside(r, *best);
    }
    parts_of_left_out(best->terms);
    take(r, *best);
    return true;
  }

  // The fewest of the rows below that make up the one above them, in all columns; where none do, in all but
  // one that a slip of the hand would explain; none where `part` ends them before.
  template <class Part>
  [[nodiscard]] std::vector<FootingTerm> parts_below(std::uint32_t r, Part part) const {
    constexpr std::uint32_t kMostParts = 12;
    std::vector<FootingTerm> terms, but_for_one;
    for (std::uint32_t next = r + 1; next < table_.rows.size() && next <= r + kMostParts && part(next);
         ++next) {
      terms.push_back({next, 1});
      if (terms.size() < 2 || !amounts_.telling(r, terms)) continue;
      const Score held = amounts_.score(r, terms);
      const bool all = held.periods_held >= 2 && held.holds == held.judged;
      if (all) return terms;
      const bool all_but_one = held.holds == held.judged - 1 &&
                               (held.holds >= 2 || holds_but_for_a_slip(amounts_, r, terms, held));
      if (all_but_one && but_for_one.empty()) but_for_one = terms;
    }
    return but_for_one;
  }

  // "Changes in working capital" over its parts, which stand no deeper than it.
  bool sums_what_follows(std::uint32_t r) {
    if (table_.kind != TableKind::cash_flow) return false;
    std::vector<FootingTerm> terms = parts_below(r, [&](std::uint32_t next) {
      return table_.rows[next].role == Role::item && amounts_.counted(next) && !inside_[next];
    });
    if (terms.empty()) return false;
    for (const FootingTerm& term : terms) inside_[term.row] = true;
    state_.is_sum[r] = true;
    out_.footings.push_back({r, std::move(terms), Support::columns, "the rows under it"});
    return true;
  }

  // "Net capital expenditures" that the total of the section leaves out because the rows under it are summed
  // themselves.
  void parts_of_left_out(const std::vector<FootingTerm>& taken) {
    const bool kind = table_.kind == TableKind::cash_flow || table_.kind == TableKind::balance_sheet;
    if (!kind || !state_.header) return;
    const auto has_row = [&](std::uint32_t row) {
      return std::any_of(taken.begin(), taken.end(),
                         [&](const FootingTerm& term) { return term.row == row; });
    };
    std::erase_if(state_.open, [&](std::uint32_t left) {
      if (left < *state_.header || state_.is_sum[left] || has_row(left)) return false;
      std::vector<FootingTerm> parts = parts_below(left, has_row);
      if (parts.empty()) return false;
      out_.footings.push_back({left, std::move(parts), Support::columns, "the rows under it"});
      return true;
    });
  }

  // Of what the labels propose for the one period there is, what fails by a slip of one figure. Where another
  // run of the rows above adds up, that one may be meant.
  [[nodiscard]] std::optional<Reading> meant_but_for_a_slip(std::uint32_t r) const {
    for (Reading& reading : readings_.others(r)) {
      readings_.give_signs(r, reading);
      if (reading.score.holds > 0) return std::nullopt;
    }
    for (Reading& reading : readings_.by_labels(r)) {
      if (reading.terms.size() < 2 || reading.terms.size() > kLongestRun) continue;
      readings_.give_signs(r, reading);
      if (reading.score.periods_judged == 1 && reading.score.holds == 0 &&
          misses_by_a_slip(amounts_, r, reading.terms))
        return reading;
    }
    return std::nullopt;
  }

  // What not all columns bear out, and none to the digit: of three digits and fewer one sum in thirty meets
  // its total so, and many are tried.
  [[nodiscard]] bool by_chance(std::uint32_t r, const Score& score) const {
    constexpr Wide kSomeSize = 2000;  // a thousand units of its last place
    if (score.exact > 0 || score.holds == score.judged) return false;
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const auto& sum = amounts_.amount(r, c);
      if (sum && (sum->twice >= kSomeSize * sum->slack || sum->twice <= -kSomeSize * sum->slack))
        return false;
    }
    return true;
  }

  // A total over one row repeats it, in more than the odd column.
  [[nodiscard]] static bool repeats_one(const Reading& reading) {
    const Score& score = reading.score;
    return reading.terms.size() > 1 || score.judged == 0 || score.holds == score.judged ||
           (score.holds >= 2 && score.holds == score.judged - 1);
  }

  // No reading is supported: the total is not checked, but it still closes what it stands under.
  bool set_aside(std::uint32_t r, const Reading& best) {
    const bool closes = readings_.closes_section(r);
    if (best.terms.size() >= 2 || closes) {
      out_.unread.push_back({r, best.score.judged == 0
                                    ? "a figure that it sums has no value"
                                    : "no reading of the rows above it adds up in any column"});
    }
    state_.is_sum[r] = true;
    if (!closes) return false;
    close(r, best.terms);
    return true;
  }

  // A row that no label calls a total, but which nearly every column shows to be one. Under a list of
  // hundreds of rows none is looked for.
  bool visit_item(std::uint32_t r) {
    constexpr std::size_t kMostOpen = 400;
    if (state_.open.size() > kMostOpen) return false;
    std::vector<Reading> candidates = readings_.by_labels(r);
    candidates.push_back(readings_.whole_list(r));
    if (auto since = readings_.last_total_and_since()) candidates.push_back(std::move(*since));
    std::erase_if(candidates, [&](const Reading& reading) {
      return reading.terms.size() > kLongestRun || has_namesake(r, reading) ||
             (reading.terms.size() < 2 && !(says_net(r) && closes_header(r, reading)));
    });
    // One that holds throughout comes before one that holds but for a column.
    for (const bool throughout : {true, false}) {
      for (Reading& reading : candidates) {
        if (throughout) readings_.give_signs(r, reading);
        if (!(throughout ? holds_by_name_or_size(r, reading) : holds_but_for_one(r, reading))) continue;
        if (leaves_section(reading) && is_part_of_next_total(r)) continue;
        reading.by_labels = false;
        take(r, reading);
        return true;
      }
    }
    auto surely = readings_.beyond_chance(r);
    if (!surely || has_namesake(r, *surely) || (leaves_section(*surely) && is_part_of_next_total(r)))
      return false;
    take(r, *surely);
    return true;
  }

  // In two columns, or in one where its name says that it sums these rows.
  [[nodiscard]] bool holds_by_name_or_size(std::uint32_t r, const Reading& reading) const {
    const Score& score = reading.score;
    if (score.holds == 0 || score.holds != score.judged) return false;
    const bool by_name = (says_net(r) && closes_header(r, reading)) || net_of(r, reading.terms);
    if (score.holds == 1) return by_name && score.exact == 1;
    return by_name || amounts_.telling(r, reading.terms);
  }

  [[nodiscard]] bool holds_but_for_one(std::uint32_t r, const Reading& reading) const {
    const Score& score = reading.score;
    if (table_.columns.size() < 2 || score.holds != score.judged - 1 || score.exact * 2 <= score.holds)
      return false;
    // What by its name is a line is a sum only where three periods say so: a translation that adds up as its
    // original does is no second witness.
    const bool several =
        (score.judged >= 3 && (score.periods_held >= 3 || !names_an_item(r))) || net_of(r, reading.terms);
    const bool slipped = score.judged == 2 && !names_an_item(r) && of_one_sign(reading.terms) &&
                         misses_by_a_slip(amounts_, r, reading.terms);
    return (several || slipped) && amounts_.telling(r, reading.terms);
  }

  [[nodiscard]] static bool of_one_sign(const std::vector<FootingTerm>& terms) {
    return std::all_of(terms.begin(), terms.end(),
                       [&](const FootingTerm& term) { return term.sign == terms.front().sign; });
  }

  // By its name it sums nothing: one column in which it does is chance.
  [[nodiscard]] bool names_an_item(std::uint32_t r) const {
    const Concept* meaning = amounts_.meaning(r);
    return meaning != nullptr && !meaning->subtotal;
  }

  // Blocks that end alike: what ended the one before is no part of this one.
  [[nodiscard]] bool has_namesake(std::uint32_t r, const Reading& reading) const {
    const std::string& own = table_.rows[r].label;
    return !own.empty() &&
           std::any_of(reading.terms.begin(), reading.terms.end(),
                       [&](const FootingTerm& term) { return table_.rows[term.row].label == own; });
  }

  // It takes up rows above the heading that the row at hand stands under.
  [[nodiscard]] bool leaves_section(const Reading& reading) const {
    return state_.header && std::any_of(reading.terms.begin(), reading.terms.end(),
                                        [&](const FootingTerm& term) { return term.row < *state_.header; });
  }

  // The total that closes the section adds up with the row as one of its parts. That the row is also what
  // remains of the amounts above the section follows from it.
  [[nodiscard]] bool is_part_of_next_total(std::uint32_t r) {
    const OpenRows before = state_;
    bool out = false;
    for (std::uint32_t next = r; next < table_.rows.size() && table_.rows[next].role != Role::header;
         ++next) {
      if (!amounts_.counted(next)) continue;
      if (table_.rows[next].role == Role::item) {
        state_.open.push_back(next);
        continue;
      }
      const std::vector<Reading> readings = readings_.by_labels(next);
      out = std::any_of(readings.begin(), readings.end(), [&](Reading reading) {
        readings_.give_signs(next, reading);
        return reading.score.holds >= 1 && reading.score.holds * 2 >= reading.score.judged &&
               !leaves_section(reading) &&
               std::any_of(reading.terms.begin(), reading.terms.end(),
                           [&](const FootingTerm& term) { return term.row == r; });
      });
      break;
    }
    state_ = before;
    return out;
  }

  // "Net change", "Total", "Pension plans, net of tax" under "Pension plans": by its words what stands above
  // it, however small. "Other, net" is a row as others are.
  [[nodiscard]] bool says_net(std::uint32_t r) const {
    const std::string label = lower(table_.rows[r].label);
    const auto& sections = table_.rows[r].section;
    std::string section = sections.empty() ? std::string{} : lower(sections.back());
    if (section.ends_with(':')) section.pop_back();
    if (section.size() > 3 && label.starts_with(section)) return true;
    return label.starts_with("net change") || label.starts_with("net increase") ||
           label.starts_with("net unrealized") || label.starts_with("net current") || label == "total";
  }

  // All rows under the header above it, and nothing else.
  [[nodiscard]] bool closes_header(std::uint32_t r, const Reading& reading) const {
    return state_.header && !reading.terms.empty() && reading.terms.front().row == *state_.header + 1 &&
           reading.terms.size() == r - *state_.header - 1;
  }

  // "Finance costs, net" and "Net finance costs" under finance income and finance costs.
  [[nodiscard]] bool net_of(std::uint32_t r, const std::vector<FootingTerm>& terms) const {
    constexpr std::string_view kNet = "net ";
    std::string label = lower(table_.rows[r].label);
    const bool leads = label.starts_with(kNet);
    if (leads) label.erase(0, kNet.size());
    const std::string first = label.substr(0, label.find(' '));
    return (leads || has(label, " net")) && first.size() > 3 &&
           std::all_of(terms.begin(), terms.end(), [&](const FootingTerm& term) {
             return lower(table_.rows[term.row].label).starts_with(first);
           });
  }

  void take(std::uint32_t r, const Reading& reading) {
    Footing footing;
    footing.row = r;
    footing.terms = reading.terms;
    footing.reading = reading.words;
    footing.support = !reading.by_labels        ? Support::columns
                      : reading.score.holds > 0 ? Support::both
                                                : Support::labels;
    close(r, footing.terms);
    state_.is_sum[r] = true;
    out_.footings.push_back(std::move(footing));
  }

  // The total stands for its terms from here on.
  void close(std::uint32_t r, const std::vector<FootingTerm>& terms) {
    std::erase_if(state_.open, [&](std::uint32_t row) {
      return std::any_of(terms.begin(), terms.end(),
                         [&](const FootingTerm& term) { return term.row == row; });
    });
    state_.open.push_back(r);
  }

  const Table& table_;
  TableAmounts amounts_;
  RowSigns signs_;
  OpenRows state_;
  Readings readings_;
  FootingStructure out_;
  std::vector<bool> inside_;           // rows that are parts of a total printed before them
  std::vector<std::uint32_t> before_;  // rows still open above the roll-forward at hand
};

// Longer tables are lists, not statements: each total would be looked for in all rows above it.
constexpr std::size_t kMostRows = 2000;

FootingStructure structure_of(const Table& table, const Filing& filing, Added added) {
  return table.rows.size() > kMostRows ? FootingStructure{} : StructureWalk(table, filing, added).run();
}

}  // namespace

FootingStructure footing_structure(const Table& table, const Filing& filing) {
  return structure_of(table, filing, Added::amounts);
}

FootingStructure per_share_structure(const Table& table, const Filing& filing) {
  return structure_of(table, filing, Added::per_share);
}

FootingStructure percent_structure(const Table& table, const Filing& filing) {
  return structure_of(table, filing, Added::percent);
}

}  // namespace kcfin::rulebook
