// A walk down the table keeps the list of rows that no total has taken up yet. At each total the labels
// propose what it sums (its section, the items since the last total, the whole list); any other run of the
// list is an alternative that the columns must support. Signs are one a row for the whole table.
#include "rules/footing_structure.h"

#include <algorithm>
#include <array>
#include <optional>

#include "statement/concept.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// A figure in the finest unit of its table, doubled so that half a unit is a whole number.
struct Amount {
  Wide twice = 0;  // 2 * value
  Wide slack = 0;  // 2 * half a unit of its own last place
};

// How a reading fares over the columns.
struct Score {
  int holds = 0;         // columns that add up and say something: not all nil
  int exact = 0;         // of these, to the digit
  int judged = 0;        // columns in which every operand has a value
  int periods_held = 0;  // the same by periods: a translation repeats its original
  int periods_judged = 0;
};

struct Reading {
  std::vector<FootingTerm> terms;
  std::string words;
  bool by_labels = false;
  Score score;
};

class StructureWalk {
 public:
  StructureWalk(const Table& table, const Filing& filing) : table_(table), filing_(filing) { prepare(); }

  FootingStructure run() {
    totals_before_parts();
    parts_of_the_row_above();
    attributions();
    for (std::uint32_t r = 0; r < table_.rows.size(); ++r) {
      if (!counted_[r] || inside_[r]) continue;
      visit(r);
    }
    return std::move(out_);
  }

 private:
  // ------------------------------------------------------------ values
  void prepare() {
    const std::size_t rows = table_.rows.size(), columns = table_.columns.size();
    counted_.assign(rows, false);
    inside_.assign(rows, false);
    meaning_.assign(rows, nullptr);
    label_signs_.assign(rows, {});
    amounts_.assign(rows * columns, std::nullopt);
    blank_.assign(rows * columns, true);
    for (std::size_t c = 0; c < columns; ++c) {
      std::size_t same = 0;
      const bool own = !table_.columns[c].period.known() || has_twin(c);
      while (!own && table_.columns[same].period != table_.columns[c].period) ++same;
      period_of_.push_back(own ? c : same);
    }
    read_amounts(finest_decimals());
  }

  // Segments of one period are no translations of each other: each bears out a reading for itself.
  [[nodiscard]] bool has_twin(std::size_t column) const {
    const Column& own = table_.columns[column];
    return std::count_if(table_.columns.begin(), table_.columns.end(), [&](const Column& other) {
             return other.period == own.period && other.unit == own.unit;
           }) > 1;
  }

  static bool counts(const Figure& figure) {
    return figure.unit.measure == Measure::money || figure.unit.measure == Measure::pure;
  }

  // Marks the rows of amounts and their meanings; gives the decimals of the finest figure.
  int finest_decimals() {
    int finest = 0;
    for (std::uint32_t r = 0; r < table_.rows.size(); ++r) {
      const Row& row = table_.rows[r];
      if (row.role == Role::header) continue;
      if (!row.concept_name.empty()) meaning_[r] = find_concept(row.concept_name);
      for (const FigureId id : row.cells) {
        if (id == kNoFigure) continue;
        const Figure& figure = filing_.figures[id];
        if (!counts(figure)) continue;
        counted_[r] = true;
        if (figure.value) finest = std::max<int>(finest, figure.value->decimals);
      }
    }
    return finest;
  }

  void read_amounts(int finest) {
    const std::size_t columns = table_.columns.size();
    for (std::uint32_t r = 0; r < table_.rows.size(); ++r) {
      if (!counted_[r]) continue;
      for (std::size_t c = 0; c < columns; ++c) {
        const FigureId id = table_.rows[r].cells[c];
        if (id == kNoFigure) continue;
        const Figure& figure = filing_.figures[id];
        if (!counts(figure)) continue;
        blank_[r * columns + c] = false;
        if (!figure.usable()) continue;
        Wide unit = 1;
        for (int i = figure.value->decimals; i < finest; ++i) unit *= 10;
        amounts_[r * columns + c] = Amount{2 * unit * figure.value->mantissa, unit};
      }
    }
  }

  [[nodiscard]] const std::optional<Amount>& amount(std::uint32_t row, std::size_t column) const {
    return amounts_[row * table_.columns.size() + column];
  }
  [[nodiscard]] bool blank(std::uint32_t row, std::size_t column) const {
    return blank_[row * table_.columns.size() + column];
  }

  [[nodiscard]] Score score(std::uint32_t total, const std::vector<FootingTerm>& terms) const {
    Score out;
    period_held_.assign(table_.columns.size(), Held::not_judged);
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const auto& sum = amount(total, c);
      if (!sum) continue;
      Wide difference = sum->twice, slack = sum->slack;
      int nonzero = 0;
      bool complete = true;
      for (const FootingTerm& term : terms) {
        const auto& part = amount(term.row, c);
        if (!part) {
          if (blank(term.row, c)) continue;  // an empty cell is nil if the rest adds up without it
          complete = false;
          break;
        }
        difference -= term.sign * part->twice;
        slack += part->slack;
        if (part->twice != 0) ++nonzero;
      }
      if (!complete) continue;
      if (nonzero == 0 && sum->twice == 0) continue;
      ++out.judged;
      const bool holds = difference <= slack && -difference <= slack;
      if (holds) ++out.holds;
      if (difference == 0) ++out.exact;
      // A period holds if one of its columns does.
      Held& period = period_held_[period_of_[c]];
      period = std::max(period, holds ? Held::yes : Held::no);
    }
    for (const Held held : period_held_) {
      if (held != Held::not_judged) ++out.periods_judged;
      if (held == Held::yes) ++out.periods_held;
    }
    return out;
  }

  // ------------------------------------------------------------ signs
  // What a row's label says of its sign, read where it is first asked for.
  struct LabelSigns {
    bool known = false, expense = false, owners_share = false;
  };

  [[nodiscard]] const LabelSigns& label_signs(std::uint32_t row) const {
    LabelSigns& signs = label_signs_[row];
    if (signs.known) return signs;
    const std::string lowered = lower(table_.rows[row].label);
    const AskedText label(lowered);
    static constexpr Part kOwners[] = {"controlling interest", "minority interest", "attributable to",
                                       "mezzanine", "preferred"};
    signs.known = true;
    signs.expense = meaning_[row] != nullptr ? meaning_[row]->side == Side::expense : names_expense(label);
    signs.owners_share = label.has_any(kOwners);
    return signs;
  }

  [[nodiscard]] static bool names_expense(const AskedText& label) {
    static constexpr Part kExpenses[] = {"expense",      "cost",         "tax",
                                         "amortization", "depreciation", "impairment",
                                         "accretion",    "dividend",     "provision"};
    const std::string_view text = label.text();
    // "Income before income tax provision" is none, whatever else it names.
    if (label.has("before") || text.starts_with("profit") || text.starts_with("gain") ||
        (text.starts_with("income") && !text.starts_with("income tax")))
      return false;
    return label.has_any(kExpenses);
  }

  [[nodiscard]] bool expense(std::uint32_t row) const { return label_signs(row).expense; }
  [[nodiscard]] bool owners_share(std::uint32_t row) const { return label_signs(row).owners_share; }

  [[nodiscard]] bool mostly_positive(std::uint32_t row) const {
    int positive = 0, negative = 0;
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const auto& value = amount(row, c);
      if (!value || value->twice == 0) continue;
      ++(value->twice > 0 ? positive : negative);
    }
    return positive > negative;
  }

  // What the label alone says of the sign.
  [[nodiscard]] std::int8_t label_sign(std::uint32_t total, std::uint32_t row) const {
    if (table_.rows[row].less) return -1;
    const bool income_total = meaning_[total] != nullptr && meaning_[total]->side == Side::income;
    if (income_total && expense(row) && mostly_positive(row) && table_.kind != TableKind::non_gaap) return -1;
    return 1;
  }

  [[nodiscard]] bool sign_in_doubt(std::uint32_t total, std::uint32_t row) const {
    const bool income_total = meaning_[total] == nullptr || meaning_[total]->side == Side::income;
    return table_.rows[row].less || owners_share(row) || (income_total && expense(row));
  }

  // Gives the reading its signs: the labels' own, or another pattern that at least two columns support.
  void give_signs(std::uint32_t total, Reading& reading) const {
    for (FootingTerm& term : reading.terms) term.sign = label_sign(total, term.row);
    reading.score = score(total, reading.terms);
    if (reading.score.judged > 0 && reading.score.holds == reading.score.judged) return;
    std::vector<std::size_t> doubtful;
    for (std::size_t i = 0; i < reading.terms.size() && doubtful.size() < 6; ++i) {
      if (sign_in_doubt(total, reading.terms[i].row)) doubtful.push_back(i);
    }
    std::vector<FootingTerm> trial = reading.terms;
    for (FootingTerm& term : trial) term.sign = 1;
    consider_signs(total, reading, trial);
    const std::vector<FootingTerm> own = reading.terms;
    for (std::size_t pattern = 1; pattern < (std::size_t{1} << doubtful.size()); ++pattern) {
      trial = own;
      for (std::size_t bit = 0; bit < doubtful.size(); ++bit) {
        if ((pattern >> bit & 1U) != 0)
          trial[doubtful[bit]].sign = static_cast<std::int8_t>(-trial[doubtful[bit]].sign);
      }
      consider_signs(total, reading, trial);
    }
  }

  void consider_signs(std::uint32_t total, Reading& reading, const std::vector<FootingTerm>& terms) const {
    const Score other = score(total, terms);
    if (other.holds < 2 && !(other.holds == 1 && other.judged == 1)) return;
    if (other.holds <= reading.score.holds) return;
    reading.terms = terms;
    reading.score = other;
  }

  // ------------------------------------------------------------ readings
  // Rows of the list from `from` on, without the one to leave out.
  [[nodiscard]] Reading run_of(std::size_t from, std::string words, bool by_labels,
                               std::optional<std::uint32_t> without = std::nullopt) const {
    Reading reading;
    reading.words = std::move(words);
    reading.by_labels = by_labels;
    for (std::size_t i = from; i < open_.size(); ++i) {
      if (without && open_[i] == *without) continue;
      reading.terms.push_back({open_[i], 1});
    }
    return reading;
  }

  [[nodiscard]] std::string quoted(std::uint32_t row) const {
    const std::string& label = table_.rows[row].label;
    return label.empty() ? "line " + std::to_string(table_.rows[row].line) : "\u201c" + label + "\u201d";
  }

  [[nodiscard]] bool closes_section(std::uint32_t r) const {
    return table_.rows[r].depth < table_.rows[r].section.size();
  }

  // Position in the list of the first row under the header that `r` closes.
  [[nodiscard]] std::optional<std::size_t> section_start(std::uint32_t r) const {
    if (table_.rows[r].section.empty()) return std::nullopt;
    std::string name = table_.rows[r].section.back();
    for (std::uint32_t h = r; h-- > 0;) {
      if (table_.rows[h].role != Role::header) continue;
      std::string_view label = table_.rows[h].label;
      while (!label.empty() && (label.back() == ':' || label.back() == ' ')) label.remove_suffix(1);
      if (label != name) continue;
      const auto first = std::find_if(open_.begin(), open_.end(), [&](std::uint32_t row) { return row > h; });
      return static_cast<std::size_t>(first - open_.begin());
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t after_last_total() const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (is_sum_[open_[i]]) return i + 1;
    }
    return 0;
  }

  [[nodiscard]] std::optional<std::uint32_t> last_row(std::string_view name, std::uint32_t before) const {
    for (std::uint32_t r = before; r-- > 0;) {
      if (counted_[r] && table_.rows[r].concept_name == name) return r;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_exchange_effect(std::uint32_t r) const {
    const std::string label = lower(table_.rows[r].label);
    return has(table_.rows[r].concept_name, "EffectOfExchangeRate") ||
           (has(label, "exchange rate") && has(label, "effect"));
  }

  // What the labels say that a total sums, most telling first.
  [[nodiscard]] std::vector<Reading> readings_by_labels(std::uint32_t r) const {
    std::vector<Reading> out;
    const auto add = [&](Reading reading) {
      if (reading.terms.empty()) return;
      for (const Reading& known : out) {
        if (std::equal(known.terms.begin(), known.terms.end(), reading.terms.begin(), reading.terms.end(),
                       [](const FootingTerm& a, const FootingTerm& b) { return a.row == b.row; }))
          return;
      }
      out.push_back(std::move(reading));
    };
    const std::string_view name = table_.rows[r].concept_name;
    if (closes_section(r)) {
      if (const auto start = section_start(r))
        add(run_of(*start, "the rows since \u201c" + table_.rows[r].section.back() + "\u201d", true));
    }
    if (name == "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest" ||
        name == "ComprehensiveIncomeNetOfTax") {
      if (const auto profit = last_row("ProfitLoss", r)) {
        Reading reading =
            run_of(after_last_total(), "net income and the rows of other comprehensive income", true);
        reading.terms.insert(reading.terms.begin(), {*profit, 1});
        add(std::move(reading));
      }
    }
    if (name == "LiabilitiesAndStockholdersEquity") {
      if (const auto assets = last_row("Assets", r)) {
        const auto first =
            std::find_if(open_.begin(), open_.end(), [&](std::uint32_t row) { return row > *assets; });
        add(run_of(static_cast<std::size_t>(first - open_.begin()),
                   "liabilities, mezzanine equity and equity", true));
      }
    }
    if (const auto start = balance_sheet_part(name, r))
      add(run_of(*start, "the rows of the balance sheet since the last of its parts", true));
    const bool running = meaning_[r] != nullptr && meaning_[r]->subtotal &&
                         (meaning_[r]->side == Side::income || meaning_[r]->side == Side::cash ||
                          meaning_[r]->side == Side::asset);
    if (running || is_cash_row(r)) {
      add(run_of(0, open_.empty() ? std::string() : "the rows from " + quoted(open_.front()) + " on", true));
    }
    const std::size_t trailing = after_last_total();
    if (running && trailing > 0)
      add(run_of(trailing - 1, quoted(open_[trailing - 1]) + " and the rows since", true));
    if (trailing < open_.size()) add(run_of(trailing, "the rows since the last total", true));
    if (const auto header = header_above(r)) {
      const auto first =
          std::find_if(open_.begin(), open_.end(), [&](std::uint32_t row) { return row > *header; });
      add(run_of(static_cast<std::size_t>(first - open_.begin()), "the rows since " + quoted(*header), true));
    }
    return out;
  }

  [[nodiscard]] std::optional<std::uint32_t> header_above(std::uint32_t r) const {
    while (r-- > 0) {
      if (table_.rows[r].role == Role::header) return r;
    }
    return std::nullopt;
  }

  // Where the liabilities, or the equity, of a balance sheet start in the list: after the total of the part
  // before, whether or not a header says so.
  [[nodiscard]] std::optional<std::size_t> balance_sheet_part(std::string_view name, std::uint32_t r) const {
    static constexpr std::string_view kEquity =
        "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest";
    if (name != "Liabilities" && name != kEquity) return std::nullopt;
    std::optional<std::uint32_t> before = last_row("Assets", r);
    for (const std::string_view part :
         {name == kEquity ? std::string_view("Liabilities") : kEquity,
          std::string_view("TemporaryEquityCarryingAmountAttributableToParent")}) {
      const auto other = last_row(part, r);
      if (other && (!before || *before < *other)) before = other;
    }
    if (!before) return std::nullopt;
    const auto first =
        std::find_if(open_.begin(), open_.end(), [&](std::uint32_t row) { return row > *before; });
    return static_cast<std::size_t>(first - open_.begin());
  }

  // Every other run that ends here; the columns must speak for it.
  [[nodiscard]] std::vector<Reading> other_readings(std::uint32_t r) const {
    std::vector<Reading> out;
    for (std::size_t from = open_.size(); from-- > 0;) {
      if (open_.size() - from < 2 || open_.size() - from > 60) continue;
      out.push_back(run_of(from, "the rows from " + quoted(open_[from]) + " on", false));
    }
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (is_exchange_effect(open_[i]))
        out.push_back(run_of(0, "the activities, without the exchange effect", false, open_[i]));
    }
    // An earlier total that another one has taken up, with the rows since the last one.
    const std::size_t trailing = after_last_total();
    for (std::uint32_t total = 0; total < r; ++total) {
      if (!is_sum_[total] || std::find(open_.begin(), open_.end(), total) != open_.end()) continue;
      Reading reading = run_of(trailing, quoted(total) + " and the rows since the last total", false);
      reading.terms.insert(reading.terms.begin(), {total, 1});
      if (reading.terms.size() >= 2) out.push_back(std::move(reading));
    }
    return out;
  }

  [[nodiscard]] bool is_cash_row(std::uint32_t r) const {
    const std::string_view name = table_.rows[r].concept_name;
    return table_.kind == TableKind::cash_flow &&
           (has(name, "PeriodIncreaseDecrease") || cash_point(table_.rows[r].label) == CashPoint::closing);
  }

  // ------------------------------------------------------------ the walk
  [[nodiscard]] bool opens_chain(std::uint32_t r) const {
    if (table_.kind != TableKind::non_gaap || meaning_[r] == nullptr || !meaning_[r]->subtotal) return false;
    return !meaning_[r]->own_name() && meaning_[r]->side == Side::income;
  }

  void visit(std::uint32_t r) {
    const Row& row = table_.rows[r];
    const bool opening_cash = cash_point(row.label) == CashPoint::opening;
    const bool total_by_label = (row.role != Role::item || is_cash_row(r)) && !opening_cash;
    if (total_by_label) {
      if (visit_total(r)) return;
    } else if (!opening_cash && open_.size() >= 2 && visit_item(r)) {
      return;
    }
    open_.push_back(r);
  }

  // A row that the labels call a total. True where the list has been brought up to date.
  bool visit_total(std::uint32_t r) {
    std::vector<Reading> natural = readings_by_labels(r);
    Reading* best = nullptr;
    for (Reading& reading : natural) {
      give_signs(r, reading);
      const bool better = best == nullptr || reading.score.holds > best->score.holds;
      if (better) best = &reading;
    }
    std::vector<Reading> others;
    const bool settled = best != nullptr && best->score.holds > 0 && best->score.holds == best->score.judged;
    if (!settled) {
      others = other_readings(r);
      for (Reading& reading : others) {
        give_signs(r, reading);
        const Score& score = reading.score;
        if (score.holds < 2 || score.holds * 2 <= score.judged) continue;
        if (best == nullptr || score.holds > best->score.holds) best = &reading;
      }
    }
    if (best == nullptr) {
      is_sum_[r] = true;
      return false;  // nothing above it: it opens the table
    }
    if (best->score.holds < best->score.judged) leave_one_out(r, *best);
    const bool supported =
        (best->score.holds > 0 && best->score.periods_held * 2 >= best->score.periods_judged) ||
        (best->by_labels && best->score.judged == 0 && best == &natural.front());
    if (!supported || !repeats_one(*best)) {
      if (opens_chain(r)) {
        open_.clear();
        is_sum_[r] = true;
        return false;
      }
      return set_aside(r, *best);
    }
    if (opens_chain(r) && best->terms.size() < 2) {
      open_.clear();
      is_sum_[r] = true;
      return false;
    }
    take(r, *best);
    return true;
  }

  // A total over one row repeats it, in more than the odd column.
  [[nodiscard]] static bool repeats_one(const Reading& reading) {
    const Score& score = reading.score;
    return reading.terms.size() > 1 || score.judged == 0 || score.holds == score.judged ||
           (score.holds >= 2 && score.holds == score.judged - 1);
  }

  // One row too many, nil where the reading holds: without it every column adds up.
  void leave_one_out(std::uint32_t r, Reading& reading) const {
    if (reading.terms.size() < 3 || reading.terms.size() > 60) return;
    for (std::size_t i = 0; i < reading.terms.size(); ++i) {
      std::vector<FootingTerm> terms = reading.terms;
      terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(i));
      const Score without = score(r, terms);
      if (without.holds < without.judged || without.holds < reading.score.holds + 2) continue;
      reading.words += ", without " + quoted(reading.terms[i].row);
      reading.terms = std::move(terms);
      reading.score = without;
      reading.by_labels = false;
      return;
    }
  }

  // No reading is supported: the total is not checked, but it still closes what it stands under.
  bool set_aside(std::uint32_t r, const Reading& best) {
    const bool alone = best.terms.size() < 2 && !closes_section(r);
    if (!alone) {
      out_.unread.push_back({r, best.score.judged == 0
                                    ? "a figure that it sums has no value"
                                    : "no reading of the rows above it adds up in any column"});
    }
    is_sum_[r] = true;
    if (closes_section(r)) {
      std::erase_if(open_, [&](std::uint32_t row) {
        return std::any_of(best.terms.begin(), best.terms.end(),
                           [&](const FootingTerm& term) { return term.row == row; });
      });
      open_.push_back(r);
      return true;
    }
    return false;
  }

  // A row that no label calls a total, but which nearly every column shows to be one.
  bool visit_item(std::uint32_t r) {
    if (table_.columns.size() < 2) return false;
    std::vector<Reading> candidates = readings_by_labels(r);
    candidates.push_back(run_of(0, "the rows from " + quoted(open_.front()) + " on", false));
    for (Reading& reading : candidates) {
      if (reading.terms.size() < 2) continue;
      give_signs(r, reading);
      const Score& score = reading.score;
      const bool all_but_one = score.holds == score.judged - 1 && score.exact > 0 &&
                               (score.judged >= 3 || net_of(r, reading.terms));
      const bool enough = score.holds >= 2 ? score.holds == score.judged || all_but_one : all_but_one;
      if (!enough || !telling(r, reading.terms)) continue;
      reading.by_labels = false;
      take(r, reading);
      return true;
    }
    return false;
  }

  // "Finance costs, net" under finance income and finance costs.
  [[nodiscard]] bool net_of(std::uint32_t r, const std::vector<FootingTerm>& terms) const {
    const std::string label = lower(table_.rows[r].label);
    const std::string first = label.substr(0, label.find(' '));
    return has(label, " net") && first.size() > 3 &&
           std::all_of(terms.begin(), terms.end(), [&](const FootingTerm& term) {
             return lower(table_.rows[term.row].label).starts_with(first);
           });
  }

  // At least two terms with amounts of some size in some column: small numbers add up by chance.
  [[nodiscard]] bool telling(std::uint32_t r, const std::vector<FootingTerm>& terms) const {
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const auto& sum = amount(r, c);
      if (!sum || (sum->twice < 200 && sum->twice > -200)) continue;
      const auto nonzero = std::count_if(terms.begin(), terms.end(), [&](const FootingTerm& term) {
        const auto& part = amount(term.row, c);
        return part && part->twice != 0;
      });
      if (nonzero >= 2) return true;
    }
    return false;
  }

  void take(std::uint32_t r, const Reading& reading) {
    Footing footing;
    footing.row = r;
    footing.terms = reading.terms;
    footing.reading = reading.words;
    footing.support = !reading.by_labels        ? Support::columns
                      : reading.score.holds > 0 ? Support::both
                                                : Support::labels;
    std::erase_if(open_, [&](std::uint32_t row) {
      return std::any_of(footing.terms.begin(), footing.terms.end(),
                         [&](const FootingTerm& term) { return term.row == row; });
    });
    open_.push_back(r);
    is_sum_[r] = true;
    out_.footings.push_back(std::move(footing));
  }

  // "Including: gain on disposal": a part of the row above, which has it already.
  void parts_of_the_row_above() {
    static constexpr std::array<std::string_view, 4> kLeads = {"including", "of which", "among which",
                                                               "includes"};
    for (std::uint32_t r = 0; r < table_.rows.size(); ++r) {
      const std::string label = lower(table_.rows[r].label);
      if (table_.rows[r].role == Role::item &&
          std::any_of(kLeads.begin(), kLeads.end(),
                      [&](std::string_view lead) { return label.starts_with(lead); }))
        inside_[r] = true;
    }
  }

  // "Attributable to: Owners of the company, Non-controlling interests": under such a header stand the shares
  // of an income printed above.
  void attributions() {
    for (std::uint32_t r = 0; r < table_.rows.size(); ++r) {
      if (table_.rows[r].role != Role::header || !has(lower(table_.rows[r].label), "attribut")) continue;
      for (std::uint32_t total = r; total-- > 0;) {
        if (counted_[total] && is_whole_income(total) && attribute(total, r)) break;
      }
    }
  }

  // The fewest rows under the header that make up the income; a row without a label may repeat it below them.
  bool attribute(std::uint32_t total, std::uint32_t header) {
    std::vector<FootingTerm> terms;
    for (std::uint32_t next = header + 1; next < table_.rows.size() && terms.size() < 5; ++next) {
      const Row& row = table_.rows[next];
      if (!counted_[next] || row.role == Role::header || row.label.empty() || is_whole_income(next))
        return false;
      terms.push_back({next, 1});
      if (terms.size() < 2) continue;
      const Score held = score(total, terms);
      if (held.holds == 0 || held.periods_held * 2 < held.periods_judged) continue;
      for (const FootingTerm& term : terms) inside_[term.row] = true;
      const bool repeated =
          next + 1 < table_.rows.size() && counted_[next + 1] && table_.rows[next + 1].label.empty();
      if (repeated) inside_[next + 1] = true;
      out_.footings.push_back({repeated ? next + 1 : total, std::move(terms), Support::both,
                               "the rows of \u201c" + table_.rows[header].label + "\u201d"});
      return true;
    }
    return false;
  }

  [[nodiscard]] bool is_whole_income(std::uint32_t r) const {
    const std::string_view name = table_.rows[r].concept_name;
    return name == "ProfitLoss" ||
           name == "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest";
  }

  // A total printed before its parts: they stand under it, indented deeper.
  void totals_before_parts() {
    is_sum_.assign(table_.rows.size(), false);
    for (std::uint32_t r = 0; r + 2 < table_.rows.size(); ++r) {
      if (!counted_[r] || inside_[r]) continue;
      const bool announced = table_.rows[r].label.ends_with(':');
      std::vector<FootingTerm> terms;
      for (std::uint32_t next = r + 1; next < table_.rows.size(); ++next) {
        if (table_.rows[next].role != Role::item || !counted_[next]) break;
        if (!announced && table_.rows[next].indent <= table_.rows[r].indent) break;
        terms.push_back({next, 1});
        if (announced && parts_hold(r, terms, true)) break;
      }
      if (terms.size() < 2 || !parts_hold(r, terms, announced)) continue;
      for (const FootingTerm& term : terms) inside_[term.row] = true;
      out_.footings.push_back(
          {r, terms, Support::both, announced ? "the rows that it announces" : "the rows indented under it"});
    }
  }

  // Where only a colon tells the parts, and not where they end, every column must add up.
  [[nodiscard]] bool parts_hold(std::uint32_t r, const std::vector<FootingTerm>& terms, bool all) const {
    if (terms.size() < 2) return false;
    const Score held = score(r, terms);
    if (all) return held.holds >= 2 && held.holds == held.judged && telling(r, terms);
    return held.holds >= 1 && held.periods_held * 2 >= held.periods_judged && telling(r, terms);
  }

  const Table& table_;
  const Filing& filing_;
  FootingStructure out_;
  std::vector<bool> counted_;  // rows of amounts or counts
  std::vector<bool> inside_;   // parts of a total printed before them
  std::vector<bool> is_sum_;   // rows read as totals so far
  std::vector<const Concept*> meaning_;
  std::vector<std::optional<Amount>> amounts_;
  std::vector<bool> blank_;
  std::vector<std::size_t> period_of_;  // per column: the first column of its period
  std::vector<std::uint32_t> open_;     // rows that no total has taken up yet
  mutable std::vector<LabelSigns> label_signs_;
  enum class Held : std::uint8_t { not_judged, no, yes };
  mutable std::vector<Held> period_held_;  // what score() counts with: it is asked for thousands of times
};

}  // namespace

FootingStructure footing_structure(const Table& table, const Filing& filing) {
  return StructureWalk(table, filing).run();
}

}  // namespace kcfin::rulebook
