// footing/parts: amounts of a sentence or paragraph that make up a whole, and wholes that a sentence makes of
// rows ("cash, cash equivalents and restricted cash", "net current liabilities").
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "prose/noun_phrase.h"
#include "rules/prose_rules.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

Equation sum(RuleId rule, FigureId whole, std::vector<Term> terms, std::string reading) {
  Equation equation;
  equation.rule = rule;
  equation.relation = Relation::sum;
  equation.result = whole;
  equation.terms = std::move(terms);
  equation.reading = std::move(reading);
  return equation;
}

// ---------------------------------------------------------------- lists of amounts

struct List {
  const Claim* whole = nullptr;
  std::vector<const Claim*> parts;
};

void relate_lists(const Filing& filing, RuleId rule, Equations& out) {
  std::map<std::uint32_t, List> lists;
  for (const Claim& claim : filing.claims) {
    if (claim.list == 0) continue;
    List& list = lists[claim.list];
    claim.share_of_whole ? list.parts.push_back(&claim) : void(list.whole = &claim);
  }
  for (const auto& [number, list] : lists) {
    if (list.whole == nullptr || list.parts.size() < 2) continue;
    const std::string reading = fmt::format("parts of “{}” named in prose", list.whole->metric.phrase);
    std::vector<Term> amounts;
    std::vector<Term> dollars;
    bool translated = list.whole->translation != kNoFigure;
    for (const Claim* part : list.parts) {
      amounts.push_back({part->figure, 1});
      if (part->translation != kNoFigure) {
        dollars.push_back({part->translation, 1});
      } else if (!filing.figures[part->figure].dash) {
        translated = false;
      }
    }
    out.equations.push_back(sum(rule, list.whole->figure, std::move(amounts), reading));
    if (translated && dollars.size() >= 2)
      out.equations.push_back(sum(rule, list.whole->translation, std::move(dollars), reading));
  }
}

// ---------------------------------------------------------------- wholes made of rows

class Wholes {
 public:
  Wholes(const RuleInput& input, RuleId rule, Equations& out)
      : filing_(input.filing()), index_(input.rows()), rule_(rule), out_(out) {}

  void run() {
    for (const Claim& claim : filing_.claims) {
      if (claim.kind == ClaimKind::amount && claim.row_figure == kNoFigure && !claim.approximate &&
          states_amount(claim))
        relate(claim);
    }
  }

 private:
  // Claims that were set aside for another reason than a missing row are not looked at again.
  [[nodiscard]] static bool states_amount(const Claim& claim) { return claim.unresolved == Claim::kNoRow; }

  void relate(const Claim& claim) {
    for (const FigureId amount : {claim.figure, claim.translation}) {
      if (amount == kNoFigure) continue;
      std::vector<Term> terms = difference(claim, amount);
      // Working capital is defined in more than one way; net current assets are not.
      if (!terms.empty() && is_measure(claim.metric.phrase, "working capital") && !adds_up(amount, terms)) {
        out_.skips.push_back(
            {rule_, amount, filing_.figures[amount].at, "working capital may leave out some of its parts"});
        continue;
      }
      if (terms.empty()) {
        terms = rows_in_list(claim, amount);
        // Deposits and restricted cash may stand in further rows, current and not: a sum that misses says
        // nothing, unless the same words add up for another date.
        if (!terms.empty() && !adds_up(amount, terms) && !borne_out(claim)) {
          out_.skips.push_back({rule_, amount, filing_.figures[amount].at,
                                "its parts may stand in more rows than their names tell"});
          continue;
        }
      }
      if (terms.empty()) continue;
      out_.equations.push_back(
          sum(rule_, amount, std::move(terms), fmt::format("the rows of “{}”", claim.metric.phrase)));
    }
  }

  [[nodiscard]] bool borne_out(const Claim& claim) const {
    const std::string name = lower(claim.metric.phrase);
    return std::any_of(filing_.claims.begin(), filing_.claims.end(), [&](const Claim& other) {
      if (&other == &claim || other.kind != ClaimKind::amount || !states_amount(other) ||
          filing_.figures[other.figure].period == filing_.figures[claim.figure].period ||
          lower(other.metric.phrase) != name)
        return false;
      const std::vector<Term> terms = rows_in_list(other, other.figure);
      return !terms.empty() && adds_up(other.figure, terms);
    });
  }

  [[nodiscard]] FigureId cell(std::string_view name, FigureId amount) const {
    const Figure& figure = filing_.figures[amount];
    const RowMatch match = index_.find(name, figure.unit, figure.period);
    return match.outcome == RowMatch::Outcome::found ? match.figure : kNoFigure;
  }

  // Differences that are printed nowhere as a row.
  [[nodiscard]] std::vector<Term> difference(const Claim& claim, FigureId amount) const {
    const std::string& phrase = claim.metric.phrase;
    const bool liabilities = is_measure(phrase, "net current liabilities");
    const bool assets = is_measure(phrase, "net current assets") || is_measure(phrase, "working capital");
    if (!liabilities && !assets) return {};
    const FigureId owed = cell("total current liabilities", amount);
    const FigureId owned = cell("total current assets", amount);
    if (owed == kNoFigure || owned == kNoFigure) return {};
    // "Working capital" of a company that owes more than it owns is a deficit by name.
    const bool deficit = liabilities || claim.metric.loss;
    return deficit ? std::vector<Term>{{owed, 1}, {owned, -1}} : std::vector<Term>{{owned, 1}, {owed, -1}};
  }

  // The measure itself, and not "cash flows before changes in working capital": few words beside its own.
  [[nodiscard]] static bool is_measure(std::string_view phrase, std::string_view measure) {
    return prose::has_word(phrase, measure) && phrase.size() <= measure.size() + 16 &&
           !prose::has_word(phrase, "changes") && !prose::has_word(phrase, "change");
  }

  // "cash and cash equivalents, restricted cash and short-term investments": every part a row by its own
  // name, or two, one current and one not.
  [[nodiscard]] std::vector<Term> rows_in_list(const Claim& claim, FigureId amount) const {
    for (const std::vector<std::string>& names : divisions(named_in_full(claim.metric.phrase))) {
      std::vector<Term> terms;
      bool all = names.size() >= 2;
      for (const std::string& name : names) {
        const std::size_t before = terms.size();
        add_rows(name, amount, terms);
        all = all && terms.size() > before;
      }
      if (all && distinct(terms)) return terms;
    }
    return {};
  }

  void add_rows(std::string_view name, FigureId amount, std::vector<Term>& terms) const {
    const bool both = name.starts_with(kBothTerms);
    if (both) name.remove_prefix(kBothTerms.size());
    if (const FigureId one = both ? kNoFigure : cell(name, amount); one != kNoFigure) {
      terms.push_back({one, 1});
      return;
    }
    const Figure& figure = filing_.figures[amount];
    for (const RowRef& row : index_.rows(name)) {
      if (filing_.tables[row.table].kind != TableKind::balance_sheet) continue;
      const FigureId part = index_.cell(row, figure.unit, figure.period);
      if (part != kNoFigure) terms.push_back({part, 1});
    }
  }

  static constexpr std::string_view kBothTerms = "current & non-current ";

  // "total cash, current and non-current time deposits and other deposits balance": without the words that
  // name no row, and without an "and" that lists none.
  [[nodiscard]] static std::string named_in_full(std::string_view phrase) {
    constexpr std::string_view kTotal = "total ", kBalance = " balance", kListed = "current and non-current ";
    if (phrase.starts_with(kTotal)) phrase.remove_prefix(kTotal.size());
    if (phrase.ends_with(kBalance)) phrase.remove_suffix(kBalance.size());
    std::string out(phrase);
    if (const std::size_t at = out.find(kListed); at != std::string::npos)
      out.replace(at, kListed.size(), kBothTerms);
    return out;
  }

  // Ways to read a phrase as a list: "cash and cash equivalents" is one name, and so is "cash, cash
  // equivalents".
  [[nodiscard]] static std::vector<std::vector<std::string>> divisions(std::string_view phrase) {
    std::vector<std::vector<std::string>> out;
    std::string joined(phrase);
    for (const std::string_view pair : {"cash, cash equivalents", "cash and cash equivalents",
                                        "Cash and cash equivalents", "Cash, cash equivalents"}) {
      const std::size_t at = joined.find(pair);
      if (at == std::string::npos) continue;
      std::string rest = joined.substr(at + pair.size());
      std::vector<std::string> names = {"cash and cash equivalents"};
      for (std::string& name : split(rest)) names.push_back(std::move(name));
      if (at == 0) out.push_back(std::move(names));
    }
    out.push_back(split(joined));
    return out;
  }

  [[nodiscard]] static std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> names;
    while (!list.empty()) {
      std::size_t end = list.size();
      std::size_t next = list.size();
      for (const std::string_view separator : {", as well as ", ", and ", ", ", " and ", " as well as "}) {
        const std::size_t at = list.find(separator);
        if (at < end || (at == end && at + separator.size() > next && at != std::string_view::npos)) {
          end = at;
          next = at + separator.size();
        }
      }
      if (end > 0) names.emplace_back(list.substr(0, end));
      list.remove_prefix(std::min(next, list.size()));
    }
    return names;
  }

  [[nodiscard]] bool adds_up(FigureId whole, const std::vector<Term>& terms) const {
    const auto interval = [&](FigureId id) -> std::optional<Interval> {
      const Figure& figure = filing_.figures[id];
      return figure.value ? Interval::of(*figure.value, figure.scale_power) : std::nullopt;
    };
    std::optional<Interval> total = Interval::exact({0, 1});
    for (const Term& term : terms) {
      const std::optional<Interval> part = interval(term.figure);
      total = total && part ? add(*total, term.sign < 0 ? negate(*part) : *part) : std::nullopt;
    }
    const std::optional<Interval> printed = interval(whole);
    return total && printed && meets(*total, *printed).value_or(false);
  }

  [[nodiscard]] static bool distinct(const std::vector<Term>& terms) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (terms[i].figure == terms[k].figure) return false;
      }
    }
    return true;
  }

  const Filing& filing_;
  const RowIndex& index_;
  RuleId rule_;
  Equations& out_;
};

void relate_parts(const RuleInput& input, RuleId rule, Equations& out) {
  if (input.filing().claims.empty()) return;
  relate_lists(input.filing(), rule, out);
  Wholes(input, rule, out).run();
}

}  // namespace

const Rule footing_parts = {
    .id = "footing/parts",
    .severity = Severity::error,
    .summary = "parts named in prose against the whole they make up",
    .checks =
        "Amounts of a paragraph, or of the paragraphs below it, that are parts of a whole which the text "
        "names first: "
        "costs of cost of revenues, revenues of total revenues. Also wholes that a sentence makes of rows: "
        "net current "
        "liabilities, cash with restricted cash and short-term investments.",
    .arithmetic =
        "Whole = sum of parts, in RMB and in US$, within rounding. Only where the list is complete: it ends "
        "in “other”, "
        "or its items are the table's rows.",
    .example =
        "IDC costs RMB728.2 million, depreciation RMB265.9 million and other costs RMB50.6 million under "
        "cost of "
        "revenues of RMB1,573.4 million: a rest of RMB528.7 million is not named.",
    .advice = "Look for a part that was updated while its whole was not, or for one left out.",
    .relate = relate_parts,
};

}  // namespace kcfin::rulebook
