// The prose half of footing/reconciliation: what a filing says that a measure excludes, against the rows of
// its own reconciliation.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "prose/noun_phrase.h"
#include "rules/prose_rules.h"
#include "rules/rule_input.h"
#include "statement/concept.h"

namespace kcfin::rulebook {
namespace {

// The words of a name that tell it from others.
std::set<std::string> telling_words(std::string_view name) {
  constexpr std::array<std::string_view, 26> kCommon = {
      "and",     "or",     "of",    "the",  "on",        "in",      "for",  "to",      "from",
      "expense", "cost",   "loss",  "gain", "income",    "charge",  "net",  "related", "a",
      "an",      "change", "value", "by",   "allocated", "benefit", "with", "certain"};
  std::set<std::string> words;
  std::string normal = normal_label(name);
  for (std::size_t begin = 0; begin < normal.size();) {
    const std::size_t end = std::min(normal.find(' ', begin), normal.size());
    std::string word = normal.substr(begin, end - begin);
    if (!word.empty() && std::find(kCommon.begin(), kCommon.end(), word) == kCommon.end())
      words.insert(std::move(word));
    begin = end + 1;
  }
  return words;
}

bool share_words(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
}

class Definitions {
 public:
  Definitions(const RuleInput& input, RuleId rule, Equations& out)
      : filing_(input.filing()), index_(input.rows()), rule_(rule), out_(out) {}

  void run() {
    for (const Definition& definition : filing_.definitions) hold(definition);
  }

 private:
  struct Chain {
    const Table* table = nullptr;
    std::size_t first = 0, last = 0;  // adjustments are the rows between the base and the measure
  };

  [[nodiscard]] std::optional<Chain> chain_of(const Definition& definition) const {
    const std::vector<RowRef> bases = index_.rows(definition.base);
    for (const RowRef& measure : index_.rows(definition.measure)) {
      const Table& table = filing_.tables[measure.table];
      if (table.kind != TableKind::non_gaap || !states_money(table)) continue;
      for (std::size_t r = measure.row; r > 0; --r) {
        const bool base = std::any_of(bases.begin(), bases.end(), [&](const RowRef& at) {
          return at == RowRef{measure.table, static_cast<std::uint32_t>(r - 1)};
        });
        // A table of highlights prints measures below each other without what lies between them.
        if (base && adjusts(table, r, measure.row)) return Chain{&table, r, measure.row};
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] static bool states_money(const Table& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const Column& column) { return column.unit.measure == Measure::money; });
  }

  [[nodiscard]] bool adjusts(const Table& table, std::size_t first, std::size_t last) const {
    for (std::size_t r = first; r < last; ++r) {
      if (table.rows[r].role == Role::item && !table.rows[r].label.empty() && carries_figures(table.rows[r]))
        return true;
    }
    return false;
  }

  [[nodiscard]] bool carries_figures(const Row& row) const {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
      return id != kNoFigure && filing_.figures[id].value && !filing_.figures[id].value->zero();
    });
  }

  void hold(const Definition& definition) {
    const std::optional<Chain> chain = chain_of(definition);
    if (!chain) return;
    std::set<std::string> named;
    for (const std::string& part : definition.excluded) {
      for (std::string word : telling_words(part)) named.insert(std::move(word));
    }
    std::vector<const Row*> unnamed;
    std::set<std::string> rows;
    for (std::size_t r = chain->first; r < chain->last; ++r) {
      const Row& row = chain->table->rows[r];
      if (row.role != Role::item || row.label.empty()) continue;
      const std::set<std::string> words = telling_words(row.label);
      rows.insert(words.begin(), words.end());
      if (carries_figures(row) && !words.empty() && !share_words(words, named) &&
          !prose::has_word(row.label, "tax"))
        unnamed.push_back(&row);
    }
    std::vector<const std::string*> missing;
    for (const std::string& part : definition.excluded) {
      const std::set<std::string> words = telling_words(part);
      if (!words.empty() && !share_words(words, rows)) missing.push_back(&part);
    }
    report(definition, unnamed, missing);
  }

  // A row without a name and a name without a row may be the same thing in two wordings: a note. One alone is
  // a contradiction.
  void report(const Definition& definition, const std::vector<const Row*>& unnamed,
              const std::vector<const std::string*>& missing) {
    for (const Row* row : unnamed) {
      if (!told_.insert(definition.measure + row->label).second) continue;
      add(definition, !missing.empty(),
          fmt::format(
              "the definition of “{}” does not name “{}”, which its reconciliation takes out (line {})",
              definition.measure, row->label, row->line));
    }
    for (const std::string* part : missing) {
      const bool elsewhere = std::any_of(filing_.tables.begin(), filing_.tables.end(),
                                         [&](const Table& table) { return shows(table, *part); });
      if (!elsewhere || !told_.insert(definition.measure + *part).second) continue;
      add(definition, !unnamed.empty(),
          fmt::format("the definition of “{}” excludes “{}”, which its reconciliation does not take out",
                      definition.measure, *part));
    }
  }

  [[nodiscard]] bool shows(const Table& table, std::string_view part) const {
    const std::string wanted = normal_label(part);
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
      return row.role == Role::item && carries_figures(row) && row.plain == wanted;
    });
  }

  void add(const Definition& definition, bool note, std::string message) {
    Remark remark;
    remark.rule = rule_;
    remark.at = definition.at;
    remark.note = note;
    remark.message = std::move(message);
    remark.suggestion = "Bring the definition and the rows of the reconciliation in line.";
    out_.remarks.push_back(std::move(remark));
  }

  const Filing& filing_;
  const RowIndex& index_;
  RuleId rule_;
  Equations& out_;
  std::set<std::string> told_;
};

}  // namespace

void relate_definitions(const RuleInput& input, RuleId rule, Equations& out) {
  if (!input.filing().definitions.empty()) Definitions(input, rule, out).run();
}

}  // namespace kcfin::rulebook
