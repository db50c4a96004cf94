// ratio/per-share: earnings per share and per ADS against the income of ordinary shareholders and the average
// number of shares, and the two against each other.
#include <algorithm>
#include <array>
#include <optional>

#include "rules/arithmetic.h"
#include "rules/per_share_basis.h"
#include "rules/per_share_within.h"
#include "rules/prose_rules.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "rules/share_and_ads.h"
#include "statement/concept_name.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

class PerShare {
 public:
  PerShare(const StatementIndex& index, RuleId rule, Equations& out)
      : index_(index), rule_(rule), out_(out) {}

  void run() {
    for (const RowRef at : index_.rows()) {
      if (index_.table(at).kind == TableKind::income_statement &&
          index_.row(at).element != index_.row(at).concept_name)
        named_.push_back(at);
      switch (measure_of(at)) {
        case Measure::per_share:
        case Measure::per_ads:
          amounts_.push_back(at);
          break;
        case Measure::shares:
          if (has(index_.label(at), "basic") || has(index_.label(at), "diluted") ||
              has(index_.section(at), "weighted") || has(index_.label(at), "weighted") ||
              has(index_.row(at).concept_name, "WeightedAverageNumberOf"))
            counts_.push_back(at);
          break;
        case Measure::money:
          if (names_what_is_divided(at)) used_for_it_.push_back(at);
          break;
        default:
          break;
      }
    }
    const std::vector<AdsPair> pairs = ads_pairs(index_, amounts_, counts_);
    shares_per_ads_ = shares_to_the_ads(index_, pairs);
    for (const RowRef at : amounts_) relate_amount(at);
    for (const AdsPair& pair : pairs) relate_to_share(pair);
  }

 private:
  [[nodiscard]] const Filing& filing() const { return index_.filing(); }
  [[nodiscard]] const Figure& figure(FigureId id) const { return filing().figures[id]; }

  [[nodiscard]] Measure measure_of(RowRef at) const {
    for (const FigureId id : index_.row(at).cells) {
      if (id != kNoFigure && figure(id).unit.measure != Measure::percent_change)
        return figure(id).unit.measure;
    }
    return Measure::unknown;
  }

  // "Net income used in computing earnings per share", "Net income attributable to common shareholders" under
  // "Numerator".
  [[nodiscard]] bool names_what_is_divided(RowRef at) const {
    static constexpr std::array<std::string_view, 4> kWords = {"used in comput", "used to comput",
                                                               "for computing", "allocated to common"};
    const std::string_view label = index_.label(at);
    const auto in_label = [&](std::string_view word) { return has(label, word); };
    if (std::any_of(kWords.begin(), kWords.end(), in_label)) return true;
    const bool of_common = has(label, "to common") || has(label, "to ordinary");
    return of_common && (has(label, "attribut") || has(label, "availab") || has(label, "applicab"));
  }

  // ------------------------------------------------------------ income / shares

  void relate_amount(RowRef at) {
    const Basis basis = basis_of(index_, at);
    if (basis.part && !basis.continuing && !basis.discontinued) {
      skip(at, "it is of a part of the income, or of one class of shares");
      return;
    }
    if (!basis.basic && !basis.diluted) {
      skip(at, "its label says neither basic nor diluted");
      return;
    }
    std::optional<RowRef> count = count_for(at, basis);
    Decimal rate{};
    if (!count && basis.ads && !shares_per_ads_.zero()) {
      Basis shares = basis;
      shares.ads = false;
      count = count_for(at, shares);
      rate = shares_per_ads_;
    }
    if (!count) {
      skip(at, "no average number of shares is printed for it");
      return;
    }
    std::vector<Equation> best;
    int best_hold = 0;
    for (const std::string_view name : numerators(basis)) {
      for (const RowRef numerator : rows_near(at, name)) {
        std::vector<Equation> equations = quotients(at, numerator, *count, rate);
        const int held = hold(equations);
        if (held <= best_hold || held * 2 < judged(equations)) continue;
        best = std::move(equations);
        best_hold = held;
      }
    }
    // The statement's own line, which the company's name keeps from its concept.
    for (const RowRef numerator : named_) {
      if (best_hold > 0 && best_hold == judged(best)) break;
      if (basis.part || basis.adjusted || index_.row(numerator).element != "NetIncomeLoss") continue;
      std::vector<Equation> equations = quotients(at, numerator, *count, rate);
      const int held = hold(equations);
      if (held <= best_hold || held < judged(equations)) continue;
      best = std::move(equations);
      best_hold = held;
    }
    // A note may print the income that was divided.
    for (const RowRef numerator : used_for_it_) {
      std::vector<Equation> equations = quotients(at, numerator, *count, rate);
      const int held = hold(equations);
      if (held <= best_hold || held < judged(equations)) continue;
      best = std::move(equations);
      best_hold = held;
    }
    if (best.empty()) {
      skip(at, "the income that it divides is not identified");
      return;
    }
    basis.diluted && !basis.basic ? emit_diluted(at, *count, best) : emit(best);
  }

  // From the surest to the least sure: the first that fits is taken.
  static std::vector<std::string_view> numerators(const Basis& basis) {
    if (basis.continuing) {
      return {
          "IncomeLossFromContinuingOperations"_concept,
          "IncomeLossFromContinuingOperationsIncludingPortionAttributableToNoncontrollingInterest"_concept};
    }
    if (basis.discontinued) {
      return {"IncomeLossFromDiscontinuedOperationsNetOfTaxAttributableToReportingEntity"_concept,
              "IncomeLossFromDiscontinuedOperationsNetOfTax"_concept};
    }
    if (basis.adjusted) {
      return {"kcfin:AdjustedNetIncomeAttributableToOrdinaryShareholders"_concept,
              "kcfin:AdjustedNetIncomeAttributableToParent"_concept, "kcfin:AdjustedNetIncome"_concept};
    }
    if (basis.diluted && !basis.basic) {
      return {"NetIncomeLossAvailableToCommonStockholdersDiluted"_concept,
              "NetIncomeLossAvailableToCommonStockholdersBasic"_concept, "NetIncomeLoss"_concept,
              "ProfitLoss"_concept};
    }
    return {"NetIncomeLossAvailableToCommonStockholdersBasic"_concept, "NetIncomeLoss"_concept,
            "ProfitLoss"_concept};
  }

  // The rows of a concept in the same table ("Income after income taxes", "Net income"), else the
  // statement's; then those of an income statement that stand for it there though they name the company ("Net
  // income attributable to Example").
  [[nodiscard]] std::vector<RowRef> rows_near(RowRef at, std::string_view concept_name) const {
    std::vector<RowRef> rows;
    for (const RowRef row : index_.of_concept(concept_name)) {
      if (row.table == at.table) rows.push_back(row);
    }
    if (rows.empty()) {
      if (const auto primary = index_.primary(concept_name)) rows.push_back(*primary);
    }
    for (const RowRef row : named_) {
      if (index_.row(row).element == concept_name && row.table == at.table) rows.push_back(row);
    }
    return rows;
  }

  // The average number of shares in the same table; else the only one elsewhere, of the statement first.
  [[nodiscard]] std::optional<RowRef> count_for(RowRef at, const Basis& basis) const {
    std::vector<RowRef> here, elsewhere;
    for (const RowRef count : counts_) {
      const Basis other = basis_of(index_, count);
      if (!other.serves(basis) || other.part) continue;
      (count.table == at.table ? here : elsewhere).push_back(count);
    }
    if (here.size() > 1) {
      std::erase_if(here, [&](RowRef row) { return basis_of(index_, row).adjusted != basis.adjusted; });
    }
    if (here.size() == 1) return here.front();
    if (!here.empty() || elsewhere.empty()) return std::nullopt;
    return index_.anchor(elsewhere);
  }

  [[nodiscard]] std::vector<Equation> quotients(RowRef at, RowRef numerator, RowRef count,
                                                Decimal rate) const {
    std::vector<Equation> out;
    const Row& row = index_.row(at);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const FigureId id = row.cells[i];
      if (id == kNoFigure || !index_.usable(at.table, i) || figure(id).unit.code[0] == 0) continue;
      const Unit money{Measure::money, figure(id).unit.code};
      const FigureId income = cell_for(numerator, at, i, money);
      const FigureId shares = cell_for(count, at, i, Unit{Measure::shares, {}});
      if (income == kNoFigure || shares == kNoFigure) continue;
      Equation equation;
      equation.rule = rule_;
      equation.relation = Relation::per_unit;
      equation.result = id;
      equation.terms = {{income, 1}, {shares, 1}};
      equation.rate = rate;
      equation.reading = index_.name(numerator) + " / " + index_.name(count);
      out.push_back(std::move(equation));
    }
    return out;
  }

  // A translation of the figure beside it, which is rounded: it may miss the quotient by a unit.
  [[nodiscard]] bool rounded_before(const Equation& equation) const {
    const Figure& own = figure(equation.result);
    const std::vector<FigureId>& cells = filing().tables[own.table].rows[own.row].cells;
    const bool translated =
        own.unit.code != index_.reporting() && std::any_of(cells.begin(), cells.end(), [&](FigureId id) {
          return id != kNoFigure && figure(id).unit.code == index_.reporting() &&
                 figure(id).period == own.period && figure(id).unit.measure == own.unit.measure;
        });
    if (!translated || !own.value || holds(filing(), equation).value_or(true)) return false;
    const auto made = expected(filing(), equation);
    return made && made->decimals == own.value->decimals && made->mantissa - own.value->mantissa <= 1 &&
           own.value->mantissa - made->mantissa <= 1;
  }

  // An amount per ADS that is to the digit so many times the printed amount per share: what that one was
  // rounded by is multiplied with it.
  [[nodiscard]] bool made_of_the_share(const Equation& equation) const {
    const Figure& own = figure(equation.result);
    const Decimal& ratio = shares_per_ads_;
    if (own.unit.measure != Measure::per_ads || !own.value || ratio.zero() || ratio.decimals != 0 ||
        holds(filing(), equation).value_or(true))
      return false;
    Basis wanted = basis_of(index_, {own.table, own.row});
    wanted.ads = false;
    return std::any_of(amounts_.begin(), amounts_.end(), [&](RowRef at) {
      if (at.table != own.table) return false;
      const Basis basis = basis_of(index_, at);
      if (!basis.serves(wanted) || basis.adjusted != wanted.adjusted) return false;
      const FigureId id = index_.row(at).cells[own.column];
      if (id == kNoFigure || !figure(id).value || figure(id).unit.measure != Measure::per_share) return false;
      const Decimal& share = *figure(id).value;
      return same_value(Decimal{share.mantissa * ratio.mantissa, share.decimals}, *own.value);
    });
  }

  // In the row's own table the same column; in another the cell of the same period.
  [[nodiscard]] FigureId cell_for(RowRef row, RowRef at, std::size_t column, const Unit& unit) const {
    if (row.table == at.table) {
      const FigureId id = index_.row(row).cells[column];
      return id != kNoFigure && figure(id).unit.measure == unit.measure ? id : kNoFigure;
    }
    return index_.cell(row, figure(index_.row(at).cells[column]).period, unit);
  }

  [[nodiscard]] int hold(const std::vector<Equation>& equations) const {
    return static_cast<int>(std::count_if(equations.begin(), equations.end(), [&](const Equation& equation) {
      return !nil(equation) && holds(filing(), equation).value_or(false);
    }));
  }
  [[nodiscard]] int judged(const std::vector<Equation>& equations) const {
    return static_cast<int>(std::count_if(equations.begin(), equations.end(), [&](const Equation& equation) {
      return !nil(equation) && holds(filing(), equation).has_value();
    }));
  }
  // 0.00 agrees with any small amount.
  [[nodiscard]] bool nil(const Equation& equation) const {
    const auto& value = figure(equation.result).value;
    return !value || value->zero();
  }

  void emit(std::vector<Equation>& equations) {
    for (Equation& equation : equations) {
      if (!rounded_before(equation) && !made_of_the_share(equation))
        out_.equations.push_back(std::move(equation));
    }
  }

  // Where more shares are counted, convertible notes and the like may add to the income as well. The basic
  // income is taken there only if several such columns follow from it, and no more than one does not.
  void emit_diluted(RowRef at, RowRef count, std::vector<Equation>& equations) {
    const Basis wanted{basis_of(index_, at).ads && basis_of(index_, count).ads, true, false, false, false};
    const auto basic = count_for(at, wanted);
    std::vector<Equation> plain, dilutive;
    for (Equation& equation : equations) {
      (dilutes(equation, basic, at) ? dilutive : plain).push_back(std::move(equation));
    }
    emit(plain);
    const int held = hold(dilutive), all = judged(dilutive);
    if (held >= 2 && all - held <= 1) {
      std::erase_if(dilutive, [&](const Equation& equation) { return set_adjustment_aside(at, equation); });
      emit(dilutive);
    } else if (!dilutive.empty()) {
      skip(at, "the diluted income may be adjusted for what dilutes it");
    }
  }

  // The interest of notes and a subsidiary's awards change the diluted income by little, and in some columns
  // only: an amount that misses its quotient by a few per cent is no slip.
  bool set_adjustment_aside(RowRef at, const Equation& equation) {
    constexpr Wide kFew = 5;  // per cent
    const auto made = expected(filing(), equation);
    const auto& own = figure(equation.result).value;
    if (!made || !own || made->decimals != own->decimals || holds(filing(), equation).value_or(true))
      return false;
    const Wide off = static_cast<Wide>(made->mantissa) - own->mantissa;
    if ((off < 0 ? -off : off) * 100 > kFew * made->size().mantissa) return false;
    skip(at, "the diluted income may be adjusted for what dilutes it");
    return true;
  }

  [[nodiscard]] bool dilutes(const Equation& equation, const std::optional<RowRef>& basic, RowRef at) const {
    if (!basic) return true;
    const FigureId shares = cell_for(*basic, at, figure(equation.result).column, Unit{Measure::shares, {}});
    if (shares == kNoFigure || !figure(shares).value) return true;
    const auto& diluted = figure(equation.terms[1].figure).value;
    return !diluted || !same_value(*diluted, *figure(shares).value);
  }

  // ------------------------------------------------------------ a share and an ADS

  void relate_to_share(const AdsPair& pair) {
    if (shares_per_ads_.zero()) {
      skip(pair.ads, "the number of shares to the ADS is not stated");
      return;
    }
    std::vector<Equation> equations = share_and_ads(index_, pair, shares_per_ads_, rule_);
    const int held = hold(equations);
    if (held > 0 && held * 2 >= judged(equations)) {
      emit(equations);
    } else if (!equations.empty()) {
      skip(pair.ads, "the stated number of shares to the ADS explains none of its figures");
    }
  }

  void skip(RowRef at, std::string reason) {
    const Row& row = index_.row(at);
    const auto first =
        std::find_if(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; });
    out_.skips.push_back({rule_, *first, row.at, std::move(reason)});
  }

  const StatementIndex& index_;
  RuleId rule_;
  Equations& out_;
  Decimal shares_per_ads_;  // stated, or told by the rows; zero for neither
  std::vector<RowRef> amounts_, counts_, used_for_it_;
  std::vector<RowRef> named_;  // of income statements: known by their place, whatever they are called
};

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  const StatementIndex& index = input.statements();
  PerShare(index, rule, out).run();
  relate_per_share_within(input.filing(), rule, out);
  relate_per_unit_within(input.filing(), rule, out);
  relate_per_share_prose(input.filing(), rule, out);
}

}  // namespace

const Rule ratio_per_share = {
    .id = "ratio/per-share",
    .severity = Severity::error,
    .summary = "earnings per share and per ADS",
    .checks =
        "Basic and diluted earnings per share and per ADS, adjusted ones too, against the income "
        "attributable "
        "to ordinary shareholders (after accretion and deemed dividends) and the average number of shares; "
        "amounts per ADS against amounts per share, and numbers of ADSs against numbers of shares. Where "
        "that "
        "leads to none: the numerator and the denominator of the table that the amount stands in, class of "
        "shares by class. And what a row says is per ounce, tonne or barrel against the amount and the count "
        "above it.",
    .arithmetic =
        "income / average number of shares meets the interval of the printed amount: (0.31) stands for "
        "(0.315) to (0.305); per share times the stated number of shares to the ADS or, in a filing that "
        "states none, the only number that three of its pairs bear out. The income is the one from which the "
        "row follows in at least one column and in half of all; diluted amounts of columns that count more "
        "shares are checked only where several columns show that the income is not adjusted. Within a table "
        "two columns must follow and three quarters of all; all, where the label says neither basic nor "
        "diluted. Otherwise the check is skipped.",
    .example = "Net loss per share (0.13): (1,106,333) thousand / 3,547,111,168 = (0.31).",
    .advice = "Check the numerator, the number of shares and the scale of both.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
