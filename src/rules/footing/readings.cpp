// The labels propose a few runs of the open rows; any other run is an alternative that columns must support.
#include "rules/footing/readings.h"

#include <algorithm>
#include <array>

#include "rules/footing/near_miss.h"
#include "statement/concept_name.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// Signs in doubt that are tried in every pattern: 2^6 of them.
constexpr std::size_t kMostInDoubt = 6;

constexpr std::string_view kWholeEquity =
    "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"_concept;
constexpr std::string_view kWholeComprehensiveIncome =
    "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest"_concept;

// What remains of an income when costs are taken off.
bool names_remainder(std::string_view label) {
  static constexpr std::array<std::string_view, 6> kResults = {"income", "earnings", "profit",
                                                               "loss",   "result",   "margin"};
  const bool result =
      std::any_of(kResults.begin(), kResults.end(), [&](std::string_view word) { return has(label, word); });
  return result &&
         (has(label, "before") || has(label, "operati") || has(label, "gross") || has(label, "net ")) &&
         !has(label, "comprehensive");
}

bool same_rows(const Reading& a, const Reading& b) {
  return std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(),
                    [](const FootingTerm& left, const FootingTerm& right) { return left.row == right.row; });
}

}  // namespace

std::size_t OpenRows::after_last_total() const {
  for (std::size_t i = open.size(); i-- > 0;) {
    if (is_sum[open[i]]) return i + 1;
  }
  return 0;
}

std::size_t OpenRows::below(std::uint32_t row) const {
  const auto first = std::find_if(open.begin(), open.end(), [&](std::uint32_t other) { return other > row; });
  return static_cast<std::size_t>(first - open.begin());
}

// ------------------------------------------------------------ signs

void Readings::give_signs(std::uint32_t total, Reading& reading) const {
  for (FootingTerm& term : reading.terms) term.sign = signs_.by_label(total, term.row);
  reading.score = amounts_.score(total, reading.terms);
  if (reading.score.judged > 0 && reading.score.holds == reading.score.judged) return;
  std::vector<std::size_t> doubtful;
  for (std::size_t i = 0; i < reading.terms.size() && doubtful.size() < kMostInDoubt; ++i) {
    if (signs_.in_doubt(total, reading.terms[i].row)) doubtful.push_back(i);
  }
  std::vector<FootingTerm> trial = reading.terms;
  for (FootingTerm& term : trial) term.sign = 1;
  consider_signs(total, reading, trial);
  if (take_costs_off(total, trial)) consider_signs(total, reading, trial);
  const bool remainder = names_remainder(lower(row(total).label));
  if (remainder && take_all_off(trial)) {
    if (!took_off_a_gain(total, trial)) consider_signs(total, reading, trial);
    if (leave_incomes(trial)) consider_signs(total, reading, trial);
  }
  if (remainder) turn_untold(total, reading);
  const std::vector<FootingTerm> own = reading.terms;
  for (std::size_t pattern = 1; pattern < (std::size_t{1} << doubtful.size()); ++pattern) {
    trial = own;
    bool reversed = false;
    for (std::size_t bit = 0; bit < doubtful.size(); ++bit) {
      if ((pattern >> bit & 1U) == 0) continue;
      trial[doubtful[bit]].sign = static_cast<std::int8_t>(-trial[doubtful[bit]].sign);
      reversed |= signs_.reversed(trial[doubtful[bit]].row);
    }
    // "(Income) loss" may be printed either way, one column like this and another like that.
    if (reversed && !amounts_.holds_throughout(total, trial)) continue;
    consider_signs(total, reading, trial);
  }
}

// Among costs that are printed positive an income stands negative, and is taken off as they are: true where
// the labels name such costs below the income that the run starts with.
bool Readings::take_costs_off(std::uint32_t total, std::vector<FootingTerm>& terms) const {
  const Concept* meaning = amounts_.meaning(total);
  if (meaning == nullptr || meaning->side != Side::income || terms.size() < 3 ||
      !state_.is_sum[terms.front().row])
    return false;
  bool costs = false;
  for (std::size_t i = 1; i < terms.size(); ++i) {
    const bool cost = signs_.by_label(total, terms[i].row) < 0;
    costs |= cost;
    terms[i].sign = cost || !amounts_.mostly_positive(terms[i].row) ? -1 : 1;
  }
  return costs;
}

// "Income before taxes" below revenues and a list of costs, of which not every label says that it is one.
bool Readings::take_all_off(std::vector<FootingTerm>& terms) const {
  if (terms.size() < 2) return false;
  const std::string first = lower(row(terms.front().row).label);
  const bool revenues = (has(first, "revenue") || has(first, "sales")) && !has(first, "cost");
  if (!revenues && !state_.is_sum[terms.front().row]) return false;
  for (FootingTerm& term : terms) term.sign = -1;
  terms.front().sign = 1;
  return true;
}

// "Other operating income, net" among the costs is added. True where there is any.
bool Readings::leave_incomes(std::vector<FootingTerm>& terms) const {
  bool any = false;
  for (std::size_t i = 1; i < terms.size(); ++i) {
    const std::string label = lower(row(terms[i].row).label);
    if (has(label, "tax") || (!has(label, "income") && !has(label, "gain"))) continue;
    terms[i].sign = 1;
    any = true;
  }
  return any;
}

// A column that breaks by twice what no label calls a cost: a gain, nil in the columns that hold, which had
// to be added.
bool Readings::took_off_a_gain(std::uint32_t total, const std::vector<FootingTerm>& terms) const {
  for (std::size_t column = 0; column < amounts_.table().columns.size(); ++column) {
    const auto& printed = amounts_.amount(total, column);
    if (!printed) continue;
    Wide off = printed->twice, slack = printed->slack, unknown = 0;
    for (const FootingTerm& term : terms) {
      const auto& amount = amounts_.amount(term.row, column);
      if (!amount) continue;
      off -= term.sign * amount->twice;
      slack += amount->slack;
      if (term.sign < 0 && signs_.by_label(total, term.row) >= 0) unknown += amount->twice;
    }
    const auto missed_by = [&](Wide twice) { return off - twice <= slack && twice - off <= slack; };
    if (missed_by(0)) continue;
    const auto doubled = [&](Wide twice) { return twice != 0 && missed_by(2 * twice); };
    if (doubled(unknown)) return true;
    for (const FootingTerm& term : terms) {
      const auto& amount = amounts_.amount(term.row, column);
      if (amount && term.sign < 0 && signs_.by_label(total, term.row) >= 0 && doubled(amount->twice))
        return true;
    }
  }
  return false;
}

// Costs below an income that are nil wherever the run adds up: no column tells their signs. Those are theirs
// with which every column adds up.
void Readings::turn_untold(std::uint32_t total, Reading& reading) const {
  constexpr std::size_t kMost = 4;
  std::vector<bool> told(reading.terms.size(), false);
  for (std::size_t column = 0; column < amounts_.table().columns.size(); ++column) {
    if (!amounts_.holds_in(total, reading.terms, column)) continue;
    for (std::size_t i = 0; i < reading.terms.size(); ++i) {
      const auto& amount = amounts_.amount(reading.terms[i].row, column);
      told[i] = told[i] || (amount && amount->twice != 0);
    }
  }
  const auto untold = static_cast<std::size_t>(std::count(told.begin(), told.end(), false));
  if (untold == 0 || untold > kMost || untold == told.size()) return;
  for (std::size_t pattern = 1; pattern < (std::size_t{1} << untold); ++pattern) {
    std::vector<FootingTerm> trial = reading.terms;
    for (std::size_t i = 0, bit = 0; i < trial.size(); ++i) {
      if (!told[i] && (pattern >> bit++ & 1U) != 0) trial[i].sign = static_cast<std::int8_t>(-trial[i].sign);
    }
    if (!amounts_.holds_throughout(total, trial)) continue;
    consider_signs(total, reading, trial);
    return;
  }
}

void Readings::consider_signs(std::uint32_t total, Reading& reading,
                              const std::vector<FootingTerm>& terms) const {
  if (terms == reading.terms) return;
  const Score other = amounts_.score(total, terms);
  const bool borne_out = other.holds >= 2 || (other.holds == 1 && other.judged == 1) ||
                         holds_but_for_a_slip(amounts_, total, terms, other);
  if (!borne_out) return;
  if (other.holds <= reading.score.holds) return;
  reading.terms = terms;
  reading.score = other;
}

void Readings::leave_one_out(std::uint32_t r, Reading& reading) const {
  if (reading.terms.size() < 3 || reading.terms.size() > kLongestRun) return;
  for (std::size_t i = 0; i < reading.terms.size(); ++i) {
    std::vector<FootingTerm> terms = reading.terms;
    terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(i));
    const Score without = amounts_.score(r, terms);
    if (without.holds < without.judged || without.holds < reading.score.holds + 2) continue;
    reading.words += ", without " + quoted(reading.terms[i].row);
    reading.terms = std::move(terms);
    reading.score = without;
    reading.by_labels = false;
    return;
  }
}

void Readings::take_one_in(std::uint32_t r, Reading& reading) const {
  if (reading.terms.size() < 2 || reading.terms.size() > kLongestRun || reading.score.judged < 2) return;
  for (std::uint32_t missed = reading.terms.front().row + 1; missed < r; ++missed) {
    const auto has_row = [&](const FootingTerm& term) { return term.row == missed; };
    if (!amounts_.counted(missed) || std::any_of(reading.terms.begin(), reading.terms.end(), has_row))
      continue;
    for (const std::int8_t sign : {std::int8_t{1}, std::int8_t{-1}}) {
      std::vector<FootingTerm> terms = reading.terms;
      terms.push_back({missed, sign});
      const Score with = amounts_.score(r, terms);
      if (with.holds < with.judged || with.exact * 2 < with.holds || with.holds < reading.score.holds + 2)
        continue;
      std::sort(terms.begin(), terms.end(),
                [](const FootingTerm& a, const FootingTerm& b) { return a.row < b.row; });
      reading.words += ", with " + quoted(missed);
      reading.terms = std::move(terms);
      reading.score = with;
      reading.by_labels = false;
      return;
    }
  }
}

// ------------------------------------------------------------ runs

Reading Readings::run_of(std::size_t from, std::string words, bool by_labels,
                         std::optional<std::uint32_t> without) const {
  Reading reading;
  reading.words = std::move(words);
  reading.by_labels = by_labels;
  reading.terms.reserve(state_.open.size() - std::min(from, state_.open.size()));
  for (std::size_t i = from; i < state_.open.size(); ++i) {
    if (without && state_.open[i] == *without) continue;
    reading.terms.push_back({state_.open[i], 1});
  }
  return reading;
}

Reading Readings::whole_list(std::uint32_t r) const {
  const std::vector<std::uint32_t>& open = state_.open;
  const auto namesake = std::find_if(open.rbegin(), open.rend(), [&](std::uint32_t above) {
    return !row(r).label.empty() && row(above).label == row(r).label;
  });
  if (namesake == open.rend() || namesake == open.rbegin())
    return run_of(0, "the rows from " + quoted(open.front()) + " on", false);
  return run_of(static_cast<std::size_t>(open.rend() - namesake), "the rows since " + quoted(*namesake),
                false);
}

Reading Readings::row_above(std::uint32_t r) const {
  if (state_.open.empty() || row(r).label.empty()) return {};
  Reading reading = run_of(state_.open.size() - 1, "the row above it", false);
  reading.score = amounts_.score(r, reading.terms);
  return reading;
}

std::optional<Reading> Readings::last_total_and_since() const {
  const std::size_t trailing = state_.after_last_total();
  if (trailing == 0 || trailing == state_.open.size()) return std::nullopt;
  return run_of(trailing - 1, quoted(state_.open[trailing - 1]) + " and the rows since", false);
}

std::optional<Reading> Readings::beyond_chance(std::uint32_t r) const {
  constexpr std::size_t kLongest = 12;
  const std::vector<std::uint32_t>& open = state_.open;
  for (std::size_t rows = 2; rows <= std::min(kLongest, open.size()); ++rows) {
    Reading reading =
        run_of(open.size() - rows, "the rows from " + quoted(open[open.size() - rows]) + " on", false);
    for (FootingTerm& term : reading.terms) term.sign = signs_.by_label(r, term.row);
    reading.score = amounts_.score(r, reading.terms);
    const Score& score = reading.score;
    if (score.periods_held >= 2 &&
        (score.exact == score.judged || (score.exact >= 3 && score.exact == score.judged - 1)) &&
        amounts_.one_in(r, reading.terms) >= TableAmounts::kNeverByChance)
      return reading;
  }
  return std::nullopt;
}

std::string Readings::quoted(std::uint32_t r) const {
  return row(r).label.empty() ? "line " + std::to_string(row(r).line) : "\u201c" + row(r).label + "\u201d";
}

// ------------------------------------------------------------ places

bool Readings::closes_section(std::uint32_t r) const { return row(r).depth < row(r).section.size(); }

// Position in the list of the first row under the header that `r` closes.
std::optional<std::size_t> Readings::section_start(std::uint32_t r) const {
  if (row(r).section.empty()) return std::nullopt;
  const std::string& name = row(r).section.back();
  for (std::uint32_t h = r; h-- > 0;) {
    if (row(h).role != Role::header) continue;
    std::string_view label = row(h).label;
    while (!label.empty() && (label.back() == ':' || label.back() == ' ')) label.remove_suffix(1);
    if (label == name) return state_.below(h);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Readings::last_row(std::string_view name, std::uint32_t before) const {
  for (std::uint32_t r = before; r-- > 0;) {
    if (amounts_.counted(r) && row(r).concept_name == name) return r;
  }
  return std::nullopt;
}

// The total of what stands between net income and comprehensive income; what the owners share of it is none.
std::optional<std::uint32_t> Readings::last_other_comprehensive_income(std::uint32_t before) const {
  for (std::uint32_t r = before; r-- > 0;) {
    const std::string label = lower(row(r).label);
    if (amounts_.counted(r) && has(label, "other comprehensive") && !has(label, "attribut") &&
        !has(label, "interest") && (row(r).role != Role::item || state_.is_sum[r]))
      return r;
  }
  return std::nullopt;
}

bool Readings::is_exchange_effect(std::uint32_t r) const {
  const std::string label = lower(row(r).label);
  return has(row(r).concept_name, "EffectOfExchangeRate") ||
         (has(label, "exchange rate") && has(label, "effect"));
}

bool Readings::is_cash_row(std::uint32_t r) const {
  return amounts_.table().kind == TableKind::cash_flow &&
         (has(row(r).concept_name, "PeriodIncreaseDecrease") ||
          cash_point(row(r).label) == CashPoint::closing);
}

// Where the liabilities, or the equity, of a balance sheet start in the list: after the total of the part
// before, whether or not a header says so.
std::optional<std::size_t> Readings::balance_sheet_part(std::string_view name, std::uint32_t r) const {
  if (name != "Liabilities"_concept && name != kWholeEquity) return std::nullopt;
  std::optional<std::uint32_t> before = last_row("Assets"_concept, r);
  for (const std::string_view part :
       {name == kWholeEquity ? std::string_view("Liabilities"_concept) : kWholeEquity,
        std::string_view("TemporaryEquityCarryingAmountAttributableToParent"_concept)}) {
    const auto other = last_row(part, r);
    if (other && (!before || *before < *other)) before = other;
  }
  if (!before) return std::nullopt;
  return state_.below(*before);
}

// ------------------------------------------------------------ proposals

// What the total's concept says, whatever the layout: comprehensive income, the two sides of a balance sheet.
std::vector<Reading> Readings::by_concept(std::uint32_t r) const {
  std::vector<Reading> out;
  const std::string_view name = row(r).concept_name;
  if (name == kWholeComprehensiveIncome || name == "ComprehensiveIncomeNetOfTax"_concept) {
    auto profit = last_row("ProfitLoss"_concept, r);
    if (!profit) profit = last_row("NetIncomeLoss"_concept, r);
    if (profit) {
      Reading reading =
          run_of(state_.after_last_total(), "net income and the rows of other comprehensive income", true);
      std::erase_if(reading.terms, [&](const FootingTerm& term) { return term.row <= *profit; });
      reading.terms.insert(reading.terms.begin(), {*profit, 1});
      out.push_back(std::move(reading));
    }
    if (const auto other = last_other_comprehensive_income(r); profit && other && *other > *profit) {
      Reading reading;
      reading.terms = {{*profit, 1}, {*other, 1}};
      reading.words = quoted(*profit) + " and " + quoted(*other);
      reading.by_labels = true;
      out.push_back(std::move(reading));
    }
  }
  if (name == "LiabilitiesAndStockholdersEquity"_concept) {
    if (const auto assets = last_row("Assets"_concept, r))
      out.push_back(run_of(state_.below(*assets), "liabilities, mezzanine equity and equity", true));
  }
  if (const auto start = balance_sheet_part(name, r))
    out.push_back(run_of(*start, "the rows of the balance sheet since the last of its parts", true));
  return out;
}

// Equity is no sum of liabilities, though where it makes half of a balance sheet it may be one by chance.
bool Readings::sums_the_other_side(std::uint32_t r, const Reading& reading) const {
  const std::string_view name = row(r).concept_name;
  if (name != kWholeEquity && name != "StockholdersEquity"_concept) return false;
  return std::all_of(reading.terms.begin(), reading.terms.end(), [&](const FootingTerm& term) {
    const std::string& label = row(term.row).plain;
    return has(label, "liabilit") && !has(label, "equity") && !has(label, "asset");
  });
}

std::vector<Reading> Readings::by_labels(std::uint32_t r) const {
  std::vector<Reading> out;
  const auto add = [&](Reading reading) {
    if (sums_the_other_side(r, reading)) return;
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const Reading& other) { return same_rows(other, reading); });
    if (!known && !reading.terms.empty()) out.push_back(std::move(reading));
  };
  if (closes_section(r)) {
    if (const auto start = section_start(r))
      add(run_of(*start, "the rows since \u201c" + row(r).section.back() + "\u201d", true));
  }
  for (Reading& reading : by_concept(r)) add(std::move(reading));
  const Concept* meaning = amounts_.meaning(r);
  // A cash flow's totals that name no line go on from net income, or from the total before.
  const bool running =
      (meaning != nullptr && meaning->subtotal &&
       (meaning->side == Side::income || meaning->side == Side::cash || meaning->side == Side::asset)) ||
      (meaning == nullptr && row(r).role == Role::subtotal && amounts_.table().kind == TableKind::cash_flow);
  const std::vector<std::uint32_t>& open = state_.open;
  if (!open.empty() && (running || is_cash_row(r)))
    add(run_of(0, "the rows from " + quoted(open.front()) + " on", true));
  const std::size_t trailing = state_.after_last_total();
  if (running && trailing > 0)
    add(run_of(trailing - 1, quoted(open[trailing - 1]) + " and the rows since", true));
  if (trailing < open.size()) add(run_of(trailing, "the rows since the last total", true));
  if (const auto header = state_.header)
    add(run_of(state_.below(*header), "the rows since " + quoted(*header), true));
  return out;
}

std::vector<Reading> Readings::others(std::uint32_t r) const {
  std::vector<Reading> out;
  const std::vector<std::uint32_t>& open = state_.open;
  for (std::size_t from = open.size(); from-- > 0;) {
    if (open.size() - from < 2 || open.size() - from > kLongestRun) continue;
    out.push_back(run_of(from, "the rows from " + quoted(open[from]) + " on", false));
  }
  for (const std::uint32_t effect : open) {
    if (is_exchange_effect(effect))
      out.push_back(run_of(0, "the activities, without the exchange effect", false, effect));
  }
  // An earlier total that another one has taken up, with the rows since the last one.
  const std::size_t trailing = state_.after_last_total();
  for (std::uint32_t total = 0; total < r; ++total) {
    if (!state_.is_sum[total] || std::find(open.begin(), open.end(), total) != open.end()) continue;
    Reading reading = run_of(trailing, quoted(total) + " and the rows since the last total", false);
    reading.terms.insert(reading.terms.begin(), {total, 1});
    if (reading.terms.size() >= 2) out.push_back(std::move(reading));
  }
  std::erase_if(out, [&](const Reading& reading) { return sums_the_other_side(r, reading); });
  return out;
}

}  // namespace kcfin::rulebook
