// Every row that has no counterpart yet is looked up by its words, the surest way first.
#include "rules/namesake.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "statement/label_words.h"
#include "values/slip.h"
#include "values/text.h"
#include "values/text_hash.h"

namespace kcfin::rulebook {
namespace {

// From the surest to the least sure.
enum class Wording : std::uint8_t {
  label_and_header,  // "Americas" under "Net sales" in both
  label,             // "Net earnings attributable to the company"
  label_words,       // "Total cloud services", "Cloud services"
  all_words,         // "Operating income" under "Americas", "Total Americas operating income"
  one_word,          // "Services", "Total inventories" and "Inventories": the figures must tell which
};

bool several_words(std::string_view text) { return text.find(' ') != std::string_view::npos; }

// "As a percentage of revenue" stands below every line that has one.
bool says_of_another_row(std::string_view label) {
  static constexpr std::array<std::string_view, 6> kWords = {"percent",     "% of",   "margin",
                                                             "as reported", "change", "growth"};
  return has_any(label, kWords);
}

bool is_statement(TableKind kind) {
  return kind == TableKind::income_statement || kind == TableKind::balance_sheet ||
         kind == TableKind::cash_flow;
}

class Namesakes {
 public:
  Namesakes(const StatementIndex& index, std::span<const Counterpart> taken) : index_(index) {
    for (const Counterpart& pair : taken) {
      if (!pair.borne_out) continue;
      taken_.insert(pair.row);
      taken_.insert(pair.anchor);
    }
    for (const RowRef at : index_.rows()) {
      const std::string_view label = index_.label(at);
      if (label.empty()) continue;
      by_label_[label].push_back(at);
      std::string words = words_of({index_.row(at).label});
      if (!words.empty()) by_any_words_[words].push_back(at);
      const std::string_view section = index_.section(at);
      add(by_all_words_, all_words_, at, section.empty() ? words : words_of({index_.row(at).label, section}));
      add(by_label_words_, label_words_, at, std::move(words));
    }
  }

  std::vector<Counterpart> run() {
    for (const RowRef at : index_.rows()) {
      if (!taken_.contains(at) && !index_.label(at).empty() && !says_of_another_row(index_.label(at)))
        look_up(at);
    }
    return std::move(out_);
  }

 private:
  using Lines = std::vector<RowRef>;
  using LinesByWords = std::unordered_map<std::string, Lines, TextHash>;
  using LinesOfRows = std::map<RowRef, const Lines*>;

  static void add(LinesByWords& lines, LinesOfRows& lines_of_rows, RowRef at, std::string words) {
    if (!several_words(words)) return;
    Lines& own = lines[std::move(words)];
    own.push_back(at);
    lines_of_rows.emplace_hint(lines_of_rows.end(), at, &own);
  }

  void look_up(RowRef at) {
    for (const Wording wording :
         {Wording::label_and_header, Wording::label, Wording::label_words, Wording::all_words}) {
      if (pair(at, lines_named(at, wording), wording)) return;
    }
    const auto lines = by_any_words_.find(words_of({index_.row(at).label}));
    if (lines != by_any_words_.end()) pair(at, lines->second, Wording::one_word);
  }

  [[nodiscard]] const Lines& lines_named(RowRef at, Wording wording) const {
    static const Lines kNone;
    const auto by_words = [&](const LinesOfRows& lines) -> const Lines& {
      const auto own = lines.find(at);
      return own == lines.end() ? kNone : *own->second;
    };
    const std::string_view label = index_.label(at);
    switch (wording) {
      case Wording::label_and_header:
        return index_.section(at).empty() ? kNone : by_label_.at(label);
      case Wording::label:
        return several_words(label) ? by_label_.at(label) : kNone;
      case Wording::label_words:
        return by_words(label_words_);
      case Wording::all_words:
        return by_words(all_words_);
      case Wording::one_word:
        break;
    }
    return kNone;
  }

  bool pair(RowRef at, const Lines& lines, Wording wording) {
    if (lines.size() > kMostOfOneName) return false;
    Counterpart best;
    Agreement most;
    for (const RowRef line : lines) {
      if (!before(line, at)) continue;
      if (wording == Wording::label_and_header ? index_.section(line) != index_.section(at)
                                               : wording != Wording::one_word && stands_twice(line, lines))
        continue;
      const Agreement agreement = compare_rows(index_, at, line);
      if (agreement.equal <= most.equal) continue;
      const bool enough =
          wording == Wording::one_word ? told_by_figures(at, line, agreement) : suffices(agreement, wording);
      if (!enough) continue;
      most = agreement;
      best = {at, line, Relation::same, Support::both, true};
    }
    if (best.borne_out) out_.push_back(best);
    return best.borne_out;
  }

  // The words of all texts in one order, without those that name no line.
  [[nodiscard]] static std::string words_of(std::initializer_list<std::string_view> texts) {
    static constexpr std::array<std::string_view, 8> kIdle = {
        "total", "gaap", "ifrs", "reported", "thousand", "million", "billion", "consolidated"};
    std::vector<std::string_view> words;
    words.reserve(16);  // as many as labels have, as a rule
    for (const std::string_view text : texts) {
      if (text.empty()) continue;
      for (const std::string_view word : label::folded(text).meaning) {
        if (std::find(kIdle.begin(), kIdle.end(), word) == kIdle.end()) words.push_back(word);
      }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::string out;
    for (const std::string_view word : words) {
      if (!out.empty()) out += " ";
      out += word;
    }
    return out;
  }

  // "Finance receivables, net" among current and among non-current assets.
  static bool stands_twice(RowRef line, const Lines& of_one_name) {
    return std::any_of(of_one_name.begin(), of_one_name.end(),
                       [&](RowRef other) { return other.table == line.table && other != line; });
  }

  // One column of those that both have may differ, and then two others or more must agree.
  static bool suffices(const Agreement& agreement, Wording wording) {
    const int unequal = agreement.pairs - agreement.equal;
    if (wording >= Wording::label_words) return agreement.equal >= 2 && unequal * 3 <= agreement.equal;
    return agreement.equal >= 2 && unequal * 2 <= agreement.equal;
  }

  // Two amounts of some size that differ, and none that disagrees; of three and more one may, of two one that
  // shows a slip.
  [[nodiscard]] bool told_by_figures(RowRef at, RowRef line, const Agreement& agreement) const {
    constexpr std::int64_t kSomeSize = 1000;
    const int unequal = agreement.pairs - agreement.equal;
    if (agreement.equal == 0 || (agreement.pairs != 2 && unequal * 3 > agreement.equal)) return false;
    std::set<std::int64_t> amounts;
    bool slipped = false;
    for (const CellPair& pair : cell_pairs(index_, at, line)) {
      const auto& own = index_.filing().figures[pair.first].value;
      const auto& its = index_.filing().figures[pair.second].value;
      if (!own || !its) continue;
      slipped |= telling_slip(*own, *its);
      if (same_value(*own, *its) && own->size().mantissa >= kSomeSize) amounts.insert(own->size().mantissa);
    }
    return amounts.size() >= 2 || (amounts.size() == 1 && agreement.pairs == 2 && unequal == 1 && slipped);
  }

  // A statement's line is what others repeat; of two other rows the first.
  [[nodiscard]] bool before(RowRef line, RowRef at) const {
    if (line.table == at.table) return false;
    const bool own = is_statement(index_.table(at).kind), its = is_statement(index_.table(line).kind);
    return own == its ? line < at : its;
  }

  // What stands in so many tables names nothing.
  static constexpr std::size_t kMostOfOneName = 60;

  const StatementIndex& index_;
  std::set<RowRef> taken_;
  std::unordered_map<std::string_view, Lines, TextHash> by_label_;
  LinesByWords by_label_words_, by_all_words_, by_any_words_;
  LinesOfRows label_words_, all_words_;
  std::vector<Counterpart> out_;
};

}  // namespace

std::vector<Counterpart> find_namesakes(const StatementIndex& index, std::span<const Counterpart> taken) {
  return Namesakes(index, taken).run();
}

void relate_namesakes(const StatementIndex& index, std::span<const Counterpart> namesakes, Tie tie,
                      RuleId rule, Equations& out) {
  const std::string lead = tie == Tie::duplicate ? "repeats " : "ties to ";
  const auto dash_by_amount = [&](const Equation& equation) {
    const Figure &own = index.filing().figures[equation.result],
                 &other = index.filing().figures[equation.terms.front().figure];
    return own.dash != other.dash;
  };
  const std::size_t from = out.equations.size();
  for (const Counterpart& pair : namesakes) {
    if (tie_of(index, pair) == tie) relate_cells(index, rule, pair, lead + index.name(pair.anchor), out);
  }
  const auto added = out.equations.begin() + static_cast<std::ptrdiff_t>(from);
  out.equations.erase(std::remove_if(added, out.equations.end(), dash_by_amount), out.equations.end());
}

}  // namespace kcfin::rulebook
