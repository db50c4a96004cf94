// Headings, headers, labels or a title name the line, a row its date; balances must bear it out. All balances
// of one name are judged together, in whichever tables they stand: quarters are printed apart from half
// years.
#include "rules/carried_balances.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/slipped_sum.h"
#include "statement/concept_name.h"
#include "statement/label_words.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

using WordSet = std::set<std::string>;

// A balance and the day that it is of.
struct Balance {
  FigureId figure = kNoFigure;
  Period date;
};

// Balances that one name is over.
struct Carried {
  enum class Names : std::uint8_t { component, equity };
  Names names = Names::component;
  bool in_title = false;  // by the title of a table alone
  WordSet words;
  std::vector<Balance> balances;
};

struct Line {
  RowRef at;
  WordSet words, name;  // of the label, and of it without what only describes it
};

bool within(const WordSet& part, const WordSet& whole) {
  return !part.empty() && std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

WordSet words_of(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kIdle = {"amount", "million", "thousand", "billion",
                                                            "dollar", "usd",     "balance",  "unaudited"};
  WordSet out;
  if (text.empty()) return out;
  for (const std::string_view word : label::folded(text).meaning) {
    const bool number = std::any_of(word.begin(), word.end(), is_digit);
    if (!number && std::find(kIdle.begin(), kIdle.end(), word) == kIdle.end()) out.emplace(word);
  }
  return out;
}

// "Common stock, $0.01 par value; 1,000 shares authorized" is common stock.
std::string_view name_in(std::string_view label) {
  static constexpr std::array<std::string_view, 8> kEnds = {",",   " (",       ";",          " \u2014 ",
                                                            " - ", " at cost", " par value", " without par"};
  for (const std::string_view end : kEnds) label = label.substr(0, label.find(end));
  return label;
}

class CarriedBalances {
 public:
  CarriedBalances(const StatementIndex& index, CarriedIn where, RuleId rule, Equations& out)
      : index_(index), where_(where), rule_(rule), out_(out) {
    for (const std::uint32_t t : index_.of_kind(TableKind::balance_sheet)) {
      for (const RowRef at : index_.rows_of(t)) {
        const std::string label = lower(index_.row(at).label);
        if (!label.empty()) lines_.push_back({at, words_of(label), words_of(name_in(label))});
      }
    }
  }

  void run() {
    if (lines_.empty()) return;
    for (std::uint32_t t = 0; t < index_.filing().tables.size(); ++t) {
      if (speaks_of(index_.filing().tables[t].kind)) gather(t);
    }
    for (const auto& [key, carried] : carried_) relate(carried);
  }

 private:
  static constexpr std::size_t kMostColumns = 40;

  [[nodiscard]] bool speaks_of(TableKind kind) const {
    if (where_ == CarriedIn::changes_in_equity) return kind == TableKind::changes_in_equity;
    return kind == TableKind::note || kind == TableKind::other;
  }

  // ------------------------------------------------------------ names

  void gather(std::uint32_t t) {
    const Table& table = index_.filing().tables[t];
    if (table.columns.size() > kMostColumns) return;
    for (const RowRef at : index_.rows_of(t)) {
      const Row& row = index_.row(at);
      const std::string label = lower(row.label);
      if (!names_balance(label)) continue;
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const FigureId id = row.cells[c];
        if (id == kNoFigure) continue;
        const Figure& figure = index_.filing().figures[id];
        if (figure.unit.measure != Measure::money || !figure.value || !figure.period.known()) continue;
        const Balance balance{id, date_of(figure.period, label)};
        if (balance.date.known()) add(table, row, label, c, balance);
      }
    }
  }

  static bool names_balance(std::string_view label) {
    return has(label, "balance") || label.starts_with("at ") || label.starts_with("as at ");
  }

  // Of a span the label says which end; two ends in one label say nothing.
  static Period date_of(const Period& period, std::string_view label) {
    if (period.instant()) return period;
    const bool opening = has(label, "beginning") || has(label, "opening") || has(label, "start of") ||
                         names_day(label, period.start);
    const bool closing =
        has(label, "end of") || has(label, "ending") || has(label, "closing") || names_day(label, period.end);
    if (opening == closing) return {};
    return {{}, opening ? day_before(period.start) : period.end};
  }

  // "Balance at January 1" below a heading that has the year.
  static bool names_day(std::string_view label, Date date) {
    static constexpr std::array<std::string_view, 12> kMonths = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (date.month < 1 || date.month > 12) return false;
    return label.ends_with(std::string(kMonths[date.month - 1]) + " " + std::to_string(date.day));
  }

  void add(const Table& table, const Row& row, std::string_view label, std::size_t c,
           const Balance& balance) {
    const std::string heading = lower(table.columns[c].printed);
    const std::string section = row.section.empty() ? std::string{} : lower(row.section.back());
    if (!heading.ends_with("shares") || words_of(last_part(heading)).size() > 1) {
      if (has(heading, "total") && where_ == CarriedIn::changes_in_equity) {
        append("equity " + heading, {Carried::Names::equity, false, {}, {}}, balance);
      } else {
        take(words_of(heading), false, balance);
        take(words_of(last_part(heading)), false, balance);
      }
    }
    const std::string_view subject = subject_of(label);
    if (words_of(subject).empty()) {
      take(words_of(section), false, balance);
    } else if (where_ == CarriedIn::notes || !has(subject, "equity")) {
      take(words_of(subject), false, balance);
    } else {
      // "Total shareholders' equity, ending balances" below the rows of the last component.
      append("equity " + std::string(subject), {Carried::Names::equity, false, {}, {}}, balance);
    }
    if (where_ == CarriedIn::notes && whole_column(table, c)) take(words_of(table.title), true, balance);
  }

  // The lowest part of a heading that says more than in which unit its figures are.
  static std::string_view last_part(std::string_view heading) {
    for (;;) {
      const std::size_t slash = heading.rfind(" / ");
      if (slash == std::string_view::npos) return heading;
      const std::string_view last = heading.substr(slash + 3);
      if (!words_of(last).empty() && !last.starts_with('(')) return last;
      heading = heading.substr(0, slash);
    }
  }

  // "Goodwill, balance at end of year"
  static std::string_view subject_of(std::string_view label) {
    static constexpr std::array<std::string_view, 8> kPoints = {"balance", " at ",   " as of",  "beginning",
                                                                "opening", "ending", "closing", " end of"};
    if (label.starts_with("at ") || label.starts_with("as at ")) return {};
    std::size_t end = label.size();
    for (const std::string_view point : kPoints) end = std::min(end, label.find(point));
    return label.substr(0, end);
  }

  // The one column of its period and unit, or the total of several.
  [[nodiscard]] static bool whole_column(const Table& table, std::size_t c) {
    if (has(lower(table.columns[c].printed), "total")) return true;
    return std::count_if(table.columns.begin(), table.columns.end(), [&](const Column& other) {
             return other.period == table.columns[c].period && other.unit == table.columns[c].unit;
           }) == 1;
  }

  void take(const WordSet& words, bool in_title, const Balance& balance) {
    if (words.empty()) return;
    std::string key = in_title ? "title" : "";
    for (const std::string& word : words) key += " " + word;
    append(key, {Carried::Names::component, in_title, words, {}}, balance);
  }

  void append(const std::string& key, const Carried& fresh, const Balance& balance) {
    Carried& carried = carried_.try_emplace(key, fresh).first->second;
    // Several names of one balance are taken one after the other.
    const bool known = !carried.balances.empty() && carried.balances.back().figure == balance.figure;
    if (!known) carried.balances.push_back(balance);
  }

  // ------------------------------------------------------------ lines

  enum class Naming : std::uint8_t { none, loose, sure };

  // "Retained earnings" in both, or equity itself for a column that says "Total".
  [[nodiscard]] Naming naming(const Carried& carried, const Line& line) const {
    const std::string_view concept_name = index_.row(line.at).concept_name;
    const bool equity =
        concept_name == "StockholdersEquity"_concept ||
        concept_name == "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"_concept;
    if (carried.names == Carried::Names::equity) return equity ? Naming::sure : Naming::none;
    if (equity && where_ == CarriedIn::changes_in_equity) return Naming::none;
    if (!carried.in_title && line.words.size() >= 2 && within(line.words, carried.words)) return Naming::sure;
    if (within(line.name, carried.words) || (!carried.in_title && within(carried.words, line.words)))
      return Naming::loose;
    return Naming::none;
  }

  void relate(const Carried& carried) {
    constexpr std::size_t kMostOfOneName = 60;  // of more no one is meant
    std::vector<Equation> best;
    int most = 0;
    std::size_t named = 0;
    for (const Line& line : lines_) {
      const Naming by = naming(carried, line);
      if (by == Naming::none) continue;
      if (++named > kMostOfOneName) return;
      for (const Relation relation : {Relation::same, Relation::opposite}) {
        std::vector<Equation> ties = ties_of(carried, line.at, relation);
        const int hold = borne_out(ties, by);
        if (hold <= most) continue;
        most = hold;
        best = std::move(ties);
      }
    }
    for (Equation& tie : best) {
      if (tied_.emplace(tie.result, tie.terms.front().figure).second)
        out_.equations.push_back(std::move(tie));
    }
  }

  // How many hold, or none where they are too few. What names the line only in part must agree at two dates,
  // or but for a slip at one of two.
  [[nodiscard]] int borne_out(const std::vector<Equation>& ties, Naming by) const {
    Fit fit;
    std::set<std::int64_t> amounts;
    bool slipped = false;
    for (const Equation& tie : ties) {
      const auto held = holds(index_.filing(), tie);
      fit.count(held);
      if (held.value_or(false)) amounts.insert(index_.filing().figures[tie.result].value->size().mantissa);
      if (held && !*held) slipped |= misses_by_a_slip(index_.filing(), tie, Signs::borne_out);
    }
    if (fit.hold == 0 || fit.hold * 2 < fit.judged) return 0;
    if (fit.hold < fit.judged && *amounts.rbegin() < kFewUnits) return 0;
    if (by == Naming::sure) return fit.judged <= 2 || fit.hold * 3 >= fit.judged * 2 ? fit.hold : 0;
    const bool several = amounts.size() >= 2 && fit.hold * 4 >= fit.judged * 3;
    const bool but_for_one = fit.judged == fit.hold + 1 && slipped && *amounts.rbegin() >= kSomeSize;
    return several || but_for_one ? fit.hold : 0;
  }

  // Nil beside nil says nothing.
  [[nodiscard]] std::vector<Equation> ties_of(const Carried& carried, RowRef line, Relation relation) const {
    const Filing& filing = index_.filing();
    std::vector<Equation> out;
    const std::string reading = "ties to " + index_.name(line);
    for (const Balance& balance : carried.balances) {
      const Unit& unit = filing.figures[balance.figure].unit;
      FigureId other = index_.cell(line, balance.date, unit);
      // What opens a year closed the one before.
      if (other == kNoFigure && balance.date.end.day == 1)
        other = index_.cell(line, {{}, day_before(balance.date.end)}, unit);
      if (other == kNoFigure) continue;
      const auto& value = filing.figures[other].value;
      if (!value || (value->zero() && filing.figures[balance.figure].value->zero())) continue;
      Equation tie;
      tie.rule = rule_;
      tie.relation = relation;
      tie.support = Support::both;
      tie.result = balance.figure;
      tie.terms = {{other, 1}};
      tie.reading = reading;
      out.push_back(std::move(tie));
    }
    return out;
  }

  static constexpr std::int64_t kSomeSize = 1000, kFewUnits = 100;

  const StatementIndex& index_;
  CarriedIn where_;
  RuleId rule_;
  Equations& out_;
  std::vector<Line> lines_;
  std::map<std::string, Carried> carried_;
  std::set<std::pair<FigureId, FigureId>> tied_;
};

}  // namespace

void relate_carried_balances(const StatementIndex& index, CarriedIn where, RuleId rule, Equations& out) {
  CarriedBalances(index, where, rule, out).run();
}

}  // namespace kcfin::rulebook
