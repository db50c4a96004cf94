// Which amounts are parts of which: same noun, same period, same scale, and a list that says it is complete.
#include "prose/parts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "prose/noun_phrase.h"
#include "statement/concept_name.h"

namespace kcfin::prose {
namespace {

// What a whole and its parts have in common: both are costs, expenses or revenues.
enum class Noun : std::uint8_t { none, cost, expense, revenue };

Noun noun_of(std::string_view phrase) {
  // "cost of revenues" is a cost: the first of the nouns tells.
  struct Head {
    std::string_view word;
    Noun noun;
  };
  constexpr std::array<Head, 8> kHeads = {{{"cost", Noun::cost},
                                           {"costs", Noun::cost},
                                           {"expense", Noun::expense},
                                           {"expenses", Noun::expense},
                                           {"revenue", Noun::revenue},
                                           {"revenues", Noun::revenue},
                                           {"sales", Noun::revenue},
                                           {"turnover", Noun::revenue}}};
  for (const Head& head : kHeads) {
    if (has_word(phrase, head.word)) return head.noun;
  }
  return Noun::none;
}

bool other(std::string_view phrase) { return has_word(phrase, "other") || has_word(phrase, "others"); }

class PartFinder {
 public:
  PartFinder(const Filing& filing, std::vector<Draft>& drafts) : filing_(filing), drafts_(drafts) {}

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (drafts_[i].claim.list == 0 && is_whole(i)) collect(i);
    }
  }

 private:
  [[nodiscard]] const Figure& figure_of(std::size_t i) const {
    return filing_.figures[drafts_[i].claim.figure];
  }

  [[nodiscard]] bool countable(std::size_t i) const {
    const Draft& draft = drafts_[i];
    return draft.said == Said::current && draft.claim.kind == ClaimKind::amount && !draft.bound &&
           !draft.expected && !draft.claim.approximate && figure_of(i).value.has_value();
  }

  // The whole leads its paragraph and is a total by name.
  [[nodiscard]] bool is_whole(std::size_t i) const {
    return countable(i) && drafts_[i].lead && noun_of(drafts_[i].claim.metric.phrase) != Noun::none &&
           total(drafts_[i].claim.metric);
  }
  [[nodiscard]] static bool total(const Metric& metric) {
    constexpr std::array<std::string_view, 4> kTotals = {
        "Revenues"_concept, "CostOfRevenue"_concept, "OperatingExpenses"_concept, "CostsAndExpenses"_concept};
    return has_word(metric.phrase, "total") ||
           std::find(kTotals.begin(), kTotals.end(), metric.concept_name) != kTotals.end();
  }

  [[nodiscard]] bool is_part(std::size_t whole, std::size_t i) const {
    const Claim& claim = drafts_[i].claim;
    return countable(i) && !total(claim.metric) &&
           noun_of(claim.metric.phrase) == noun_of(drafts_[whole].claim.metric.phrase) &&
           !(claim.row_figure != kNoFigure && claim.row_figure == drafts_[whole].claim.row_figure) &&
           figure_of(i).period == figure_of(whole).period && figure_of(i).unit == figure_of(whole).unit &&
           figure_of(i).scale_power == figure_of(whole).scale_power;
  }

  void collect(std::size_t whole) {
    std::vector<std::size_t> within;
    const std::uint32_t paragraph = drafts_[whole].claim.paragraph;
    std::size_t i = whole + 1;
    for (; i < drafts_.size() && drafts_[i].claim.paragraph == paragraph; ++i) {
      if (is_part(whole, i)) within.push_back(i);
    }
    if (within.size() >= 2) {
      number(whole, within);
      return;
    }
    // The paragraphs below, as long as each leads with a part.
    std::vector<std::size_t> below;
    std::uint32_t last = paragraph;
    for (; i < drafts_.size(); ++i) {
      const bool next = drafts_[i].claim.paragraph != last;
      if (!next) continue;
      if (drafts_[i].claim.paragraph > last + 2 || !drafts_[i].lead || !lead_part(whole, i, below)) break;
      last = drafts_[i].claim.paragraph;
    }
    number(whole, below);
  }

  // The lead of a paragraph may stand behind its change: "decreased by 13.4% to RMB2.0 million".
  bool lead_part(std::size_t whole, std::size_t i, std::vector<std::size_t>& below) const {
    const std::uint32_t clause = drafts_[i].clause;
    for (; i < drafts_.size() && drafts_[i].clause == clause; ++i) {
      if (!is_part(whole, i)) continue;
      below.push_back(i);
      return true;
    }
    return false;
  }

  void number(std::size_t whole, const std::vector<std::size_t>& parts) {
    if (parts.size() < 2) return;
    if (names_another(whole, parts)) return;
    // Where parts are the table's own rows, the table says what a complete list is; else "other" at its end.
    const bool complete = rows_known(whole, parts) ? covers_rows(whole, parts) : ends_in_other(parts);
    if (!complete) return;
    const std::uint32_t list = ++lists_;
    drafts_[whole].claim.list = list;
    for (const std::size_t part : parts) {
      drafts_[part].claim.list = list;
      drafts_[part].claim.share_of_whole = true;
    }
  }

  // "Total revenues from abroad", beside parts that are rows of a table: not the total of that table.
  [[nodiscard]] bool names_another(std::size_t whole, const std::vector<std::size_t>& parts) const {
    return drafts_[whole].claim.row_figure == kNoFigure &&
           std::count_if(parts.begin(), parts.end(),
                         [&](std::size_t part) { return drafts_[part].claim.row_figure != kNoFigure; }) >= 2;
  }

  // By a name of its own: a list whose names were not dealt to its figures has one for all.
  [[nodiscard]] bool ends_in_other(const std::vector<std::size_t>& parts) const {
    const std::string& last = drafts_[parts.back()].claim.metric.phrase;
    return other(last) && last != drafts_[parts.front()].claim.metric.phrase;
  }

  // Two of the parts are items of the total's section.
  [[nodiscard]] bool rows_known(std::size_t whole, const std::vector<std::size_t>& parts) const {
    const FigureId total = drafts_[whole].claim.row_figure;
    if (total == kNoFigure) return false;
    const Figure& at = filing_.figures[total];
    const Table& table = filing_.tables[at.table];
    if (table.rows[at.row].role == Role::item) return false;
    std::size_t first = at.row;
    while (first > 0 && table.rows[first - 1].role == Role::item) --first;
    const auto known = std::count_if(parts.begin(), parts.end(), [&](std::size_t part) {
      const FigureId named = drafts_[part].claim.row_figure;
      return named != kNoFigure && filing_.figures[named].table == at.table &&
             filing_.figures[named].row >= first && filing_.figures[named].row < at.row;
    });
    return known >= 2;
  }

  // Every item of the total's section that is not zero is among the parts, and every part is an item of it.
  [[nodiscard]] bool covers_rows(std::size_t whole, const std::vector<std::size_t>& parts) const {
    const FigureId total = drafts_[whole].claim.row_figure;
    if (total == kNoFigure) return false;
    const Figure& at = filing_.figures[total];
    const Table& table = filing_.tables[at.table];
    if (table.rows[at.row].role == Role::item) return false;
    std::size_t matched = 0;
    for (std::size_t r = at.row; r > 0; --r) {
      const Row& row = table.rows[r - 1];
      if (row.role != Role::item) break;
      const FigureId cell = at.column < row.cells.size() ? row.cells[at.column] : kNoFigure;
      if (cell == kNoFigure) return false;
      const bool listed = std::any_of(parts.begin(), parts.end(), [&](std::size_t part) {
        const FigureId named = drafts_[part].claim.row_figure;
        return named != kNoFigure && filing_.figures[named].table == at.table &&
               filing_.figures[named].row == r - 1;
      });
      const std::optional<Decimal>& value = filing_.figures[cell].value;
      if (!listed && !(value && value->zero())) return false;
      if (listed) ++matched;
    }
    return matched == parts.size();
  }

  const Filing& filing_;
  std::vector<Draft>& drafts_;
  std::uint32_t lists_ = 0;
};

}  // namespace

void find_parts(const Filing& filing, std::vector<Draft>& drafts) { PartFinder(filing, drafts).run(); }

}  // namespace kcfin::prose
