// Lines of a filing under names that do not change from one filing to the next: issuer, statement, label or
// meaning, unit, period, and for a translation its rate; of ratios in sentences their definition.
#include "solve/line_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "kcfin/finding.h"
#include "rules/stated_rate.h"
#include "statement/concept.h"
#include "values/text.h"

namespace kcfin {
namespace {

class Hash {
 public:
  Hash() = default;
  explicit Hash(std::uint64_t begun) : hash_(begun) {}
  Hash& add(std::string_view text) {
    for (const char c : text) mix(static_cast<unsigned char>(c));
    mix(0x1f);
    return *this;
  }
  Hash& add(Date date) {
    mix((static_cast<std::uint64_t>(date.year) << 16U) | (static_cast<std::uint64_t>(date.month) << 8U) |
        date.day);
    return *this;
  }
  Hash& add(Measure measure) {
    mix(static_cast<std::uint64_t>(measure));
    return *this;
  }
  Hash& add(const Period& period) { return add(period.start).add(period.end); }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  void mix(std::uint64_t word) {
    hash_ ^= word;
    hash_ *= 1099511628211ULL;
  }
  std::uint64_t hash_ = 14695981039346656037ULL;
};

bool is_statement(TableKind kind) {
  return kind == TableKind::income_statement || kind == TableKind::balance_sheet ||
         kind == TableKind::cash_flow || kind == TableKind::non_gaap;
}

using Line = Comparatives::Line;

bool is_quarters(const Period& period) {
  const int months = period.months();
  return months >= 3 && months <= 12 && months % 3 == 0;
}

// Current or non-current, the only part of a section that filings name alike.
std::string_view term_of(const Row& row) {
  for (const std::string& header : row.section) {
    const std::string normal = normal_label(header);
    if (normal.find("non current") != std::string::npos || normal.find("noncurrent") != std::string::npos)
      return "non-current";
    if (normal.find("current") != std::string::npos) return "current";
  }
  return {};
}

// The names of a row's lines: issuer, statement, unit, period, and the rate of a translation.
class LineNames {
 public:
  LineNames(const Filing& filing, const Table& table, const Row& row, const std::string& rate)
      : rate_(rate), point_(cash_point(row.label)) {
    base_.add(filing.issuer).add(name(table.kind)).add(term_of(row));
    label_ = Hash(base_).add("label").add(row.plain);
    concept_ = Hash(base_).add("concept").add(row.concept_name);
  }
  [[nodiscard]] std::uint64_t group(const Figure& figure) const {
    return unit_of(figure, Hash(base_).add("group").add(figure.period));
  }
  [[nodiscard]] std::uint64_t by_label(const Figure& figure) const { return period_of(figure, label_); }
  [[nodiscard]] std::uint64_t by_concept(const Figure& figure) const { return period_of(figure, concept_); }
  // Amounts in the reporting currency over whole quarters add up; those of one period do not mix with
  // others.
  [[nodiscard]] std::uint64_t flow(const Figure& figure) const {
    const bool adds = figure.unit.measure == Measure::money && figure.unit.currency_code() != "USD" &&
                      point_ == CashPoint::none && is_quarters(figure.period);
    return adds ? unit_of(figure, Hash(label_).add("over")) : 0;
  }

 private:
  [[nodiscard]] std::uint64_t unit_of(const Figure& figure, Hash hash) const {
    const bool money = figure.unit.measure != Measure::shares;
    hash.add(figure.unit.measure).add(money ? figure.unit.currency_code() : std::string_view{});
    if (figure.unit.currency_code() == "USD") hash.add(rate_);
    return hash.value();
  }

  // Opening and closing balances of a cash flow belong to dates, not to the column's span.
  [[nodiscard]] std::uint64_t period_of(const Figure& figure, Hash hash) const {
    switch (point_) {
      case CashPoint::opening:
        return unit_of(figure, hash.add("opening").add(figure.period.start));
      case CashPoint::closing:
        return unit_of(figure, hash.add("closing").add(figure.period.end));
      case CashPoint::none:
        break;
    }
    return unit_of(figure, hash.add(figure.period));
  }

  const std::string& rate_;
  CashPoint point_;
  Hash base_, label_, concept_;
};

bool comparable(const Figure& figure) {
  const Measure measure = figure.unit.measure;
  const bool amount = measure == Measure::money || measure == Measure::per_share ||
                      measure == Measure::per_ads || measure == Measure::shares;
  return figure.usable() && figure.period.known() && amount;
}

// Ratios that stand in sentences only: a gearing ratio, a current ratio.
std::vector<Line> claimed_ratios(const Filing& filing) {
  std::vector<Line> out;
  for (const Claim& claim : filing.claims) {
    const std::string phrase = lower(claim.metric.phrase);
    const bool stated = claim.kind == ClaimKind::margin && claim.row_figure == kNoFigure &&
                        claim.figure != kNoFigure && !claim.approximate && phrase.ends_with("ratio");
    if (!stated || !filing.figures[claim.figure].usable() || !filing.figures[claim.figure].period.known() ||
        (claim.unresolved != Claim::kNoRow && !claim.unresolved.empty()))
      continue;
    const Figure& figure = filing.figures[claim.figure];
    Line line;
    line.figure = claim.figure;
    line.key = Hash().add(filing.issuer).add("sentence").add(phrase).add(figure.period.end).value();
    line.group = line.key;
    if (!claim.part.empty() && !claim.whole.empty())
      line.definition = lower(claim.part + " / " + claim.whole);
    out.push_back(std::move(line));
  }
  return out;
}

// What figure a name stands for: the first that has it, if all that have it have its value.
class Names {
 public:
  void add(std::uint64_t key, FigureId figure) { named_.push_back({key, figure}); }

  void settle(const Filing& filing) {
    std::stable_sort(named_.begin(), named_.end(),
                     [](const Named& a, const Named& b) { return a.key < b.key; });
    auto kept = named_.begin();
    for (auto first = named_.begin(); first != named_.end();) {
      const auto end =
          std::find_if(first, named_.end(), [&](const Named& one) { return one.key != first->key; });
      const Decimal& value = *filing.figures[first->figure].value;
      const bool agree = std::all_of(
          first, end, [&](const Named& one) { return same_value(*filing.figures[one.figure].value, value); });
      *kept++ = {first->key, agree ? first->figure : kNoFigure};
      first = end;
    }
    named_.erase(kept, named_.end());
  }

  [[nodiscard]] FigureId figure(std::uint64_t key) const {
    const auto found =
        std::lower_bound(named_.begin(), named_.end(), key,
                         [](const Named& one, std::uint64_t sought) { return one.key < sought; });
    return found != named_.end() && found->key == key ? found->figure : kNoFigure;
  }

 private:
  struct Named {
    std::uint64_t key;
    FigureId figure;
  };
  std::vector<Named> named_;
};

void add_lines_of(const Row& row, const LineNames& names, const Filing& filing, std::vector<Line>& lines) {
  for (const FigureId id : row.cells) {
    if (id == kNoFigure || !comparable(filing.figures[id])) continue;
    const Figure& figure = filing.figures[id];
    Line line;
    line.figure = id;
    line.key = names.by_label(figure);
    line.group = names.group(figure);
    if (!row.concept_name.empty()) line.concept_key = names.by_concept(figure);
    line.flow = names.flow(figure);
    lines.push_back(std::move(line));
  }
}

}  // namespace

std::uint64_t solving::name_over(std::uint64_t flow, const Period& period) {
  return Hash(flow).add(period).value();
}

std::vector<Comparatives::Line> Comparatives::lines_of(const Filing& filing) {
  const Rate* stated = rulebook::stated_rate(filing);
  const std::string rate = stated != nullptr ? stated->rate.text() : "no rate";
  std::vector<Line> lines = claimed_ratios(filing);
  for (const Table& table : filing.tables) {
    if (!is_statement(table.kind)) continue;
    for (const Row& row : table.rows) {
      if (row.role == Role::header || row.label.empty() || row.label_lost) continue;
      add_lines_of(row, LineNames(filing, table, row, rate), filing, lines);
    }
  }
  Names names;
  for (const Line& line : lines) {
    names.add(line.key, line.figure);
    if (line.concept_key != 0) names.add(line.concept_key, line.figure);
  }
  names.settle(filing);
  std::erase_if(lines, [&](const Line& line) { return names.figure(line.key) != line.figure; });
  for (Line& line : lines) {
    if (line.concept_key != 0 && names.figure(line.concept_key) != line.figure) line.concept_key = 0;
  }
  return lines;
}

}  // namespace kcfin
