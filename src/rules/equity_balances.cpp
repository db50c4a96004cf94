// Headings name the line, the row its date; one balance at least must bear the column out.
#include "rules/equity_balances.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "rules/arithmetic.h"
#include "statement/concept_name.h"
#include "statement/label_words.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

class EquityBalances {
 public:
  EquityBalances(const StatementIndex& index, RuleId rule, Equations& out)
      : index_(index), rule_(rule), out_(out) {
    for (const std::uint32_t t : index_.of_kind(TableKind::balance_sheet)) {
      for (const RowRef at : index_.rows_of(t)) lines_.push_back({at, words_of(index_.row(at).label)});
    }
  }

  void run() {
    for (const std::uint32_t t : index_.of_kind(TableKind::changes_in_equity)) {
      const Table& table = index_.filing().tables[t];
      if (lines_.empty() || table.columns.size() < 3 || table.columns.size() > kMostColumns) continue;
      for (std::size_t c = 0; c < table.columns.size(); ++c) relate_column(table, c);
    }
  }

 private:
  static constexpr std::size_t kMostColumns = 40;

  struct Line {
    RowRef at;
    std::set<std::string> words;
  };

  // What the heading of a column names: a component of equity, equity itself, or neither.
  enum class Names : std::uint8_t { nothing, component, equity };
  struct ColumnName {
    Names names = Names::nothing;
    std::set<std::string> words;  // of a component
  };

  static std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> out;
    if (text.empty()) return out;
    for (const std::string_view word : label::folded(text).meaning) out.emplace(word);
    return out;
  }

  void relate_column(const Table& table, std::size_t c) {
    const ColumnName name = name_of(table.columns[c]);
    if (name.names == Names::nothing) return;
    std::vector<Equation> best;
    int most = 0;
    for (const Line& line : lines_) {
      if (!named(name, line)) continue;
      std::vector<Equation> ties = ties_of(table, c, line.at);
      const Fit fit = fit_of(index_.filing(), ties);
      if (fit.hold <= most || fit.hold * 2 < fit.judged) continue;
      most = fit.hold;
      best = std::move(ties);
    }
    for (Equation& tie : best) out_.equations.push_back(std::move(tie));
  }

  static ColumnName name_of(const Column& column) {
    const std::string text = lower(column.printed);
    if (text.empty() || has(text, "shares / ") || text.ends_with("shares")) return {};
    if (has(text, "total")) return {Names::equity, {}};
    return {Names::component, words_of(column.printed)};
  }

  // "Retained earnings" in both, or equity itself for a column that says "Total".
  [[nodiscard]] bool named(const ColumnName& name, const Line& line) const {
    const std::string_view concept_name = index_.row(line.at).concept_name;
    const bool equity =
        concept_name == "StockholdersEquity"_concept ||
        concept_name == "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"_concept;
    if (name.names == Names::equity) return equity;
    return !equity && line.words.size() >= 2 &&
           std::includes(name.words.begin(), name.words.end(), line.words.begin(), line.words.end());
  }

  [[nodiscard]] std::vector<Equation> ties_of(const Table& table, std::size_t c, RowRef line) const {
    const Filing& filing = index_.filing();
    std::vector<Equation> out;
    for (const Row& row : table.rows) {
      const FigureId id = row.cells[c];
      if (id == kNoFigure || row.role == Role::header || !has(lower(row.label), "balance")) continue;
      const Figure& balance = filing.figures[id];
      if (!balance.period.instant() || balance.unit.measure != Measure::money || !balance.value) continue;
      const FigureId other = index_.cell(line, balance.period, balance.unit);
      if (other == kNoFigure) continue;
      Equation tie;
      tie.rule = rule_;
      tie.relation = Relation::same;
      tie.support = Support::both;
      tie.result = id;
      tie.terms = {{other, 1}};
      tie.reading = "ties to " + index_.name(line);
      out.push_back(std::move(tie));
    }
    return out;
  }

  const StatementIndex& index_;
  RuleId rule_;
  Equations& out_;
  std::vector<Line> lines_;
};

}  // namespace

void relate_equity_balances(const StatementIndex& index, RuleId rule, Equations& out) {
  EquityBalances(index, rule, out).run();
}

}  // namespace kcfin::rulebook
