// The prose half of ratio/change: "increased by 3.1% year-over-year", "by 14.2 percentage points".
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "rules/alternatives.h"
#include "rules/arithmetic.h"
#include "rules/direction.h"
#include "rules/prose_rules.h"
#include "rules/rule_input.h"
#include "values/slip.h"

namespace kcfin::rulebook {
namespace {

constexpr std::string_view kUntranslated = "from the row's figures in the currency of the statements";
constexpr std::string_view kThroughNothing = "from a loss to a profit or back";

struct Between {
  FigureId now = kNoFigure, then = kNoFigure;
  std::string_view reading;
};

class Changes {
 public:
  Changes(const RuleInput& input, RuleId rule, Equations& out)
      : filing_(input.filing()), phrases_(input.phrases()), rule_(rule), out_(out) {}

  void run() {
    for (const Claim& claim : filing_.claims) {
      const bool change = claim.kind == ClaimKind::change || claim.kind == ClaimKind::point_change;
      if (change && !claim.unresolved.empty()) {
        skip(claim, claim.unresolved);
      } else if (claim.kind == ClaimKind::point_change) {
        relate_points(claim);
      } else if (claim.kind == ClaimKind::change) {
        filing_.figures[claim.figure].unit.measure == Measure::percent_change ? relate_percent(claim)
                                                                              : relate_money(claim);
      }
    }
  }

 private:
  void skip(const Claim& claim, std::string reason) {
    out_.skips.push_back({rule_, claim.figure, filing_.figures[claim.figure].at, std::move(reason)});
  }

  // The pairs of amounts that a change can be computed from: the table's, the sentence's own, for each period
  // that the text does not exclude.
  std::vector<Between> pairs(const Claim& claim) const {
    const Period now = claim.current != kNoFigure ? filing_.figures[claim.current].period
                                                  : filing_.figures[claim.figure].period;
    std::vector<Between> out;
    add_pairs(claim, {now, claim.base_period}, out);
    for (const Dating& dating : claim.datings) add_pairs(claim, dating, out);
    return out;
  }

  void add_pairs(const Claim& claim, const Dating& dating, std::vector<Between>& out) const {
    const FigureId tied_now = phrases_.tied(claim.current);
    const FigureId tied_then = phrases_.tied(claim.base);
    const Measured now = phrases_.amount(claim.metric.phrase, dating.period);
    const Measured then = phrases_.amount(claim.metric.phrase, dating.base_period);
    const FigureId table_now = tied_now != kNoFigure || claim.current != kNoFigure ? tied_now : now.cell;
    FigureId table_then = tied_then != kNoFigure || claim.base != kNoFigure ? tied_then : then.cell;
    const bool other_row = certain(claim) && !of_one_row(tied_now, table_then);
    if (claim.base == kNoFigure && (table_then == kNoFigure || other_row)) {
      const FigureId own_then = beside(tied_now, dating.base_period);
      if (own_then != kNoFigure) table_then = own_then;
    }
    const FigureId prose_now = claim.current != kNoFigure ? claim.current : now.prose;
    const FigureId prose_then = claim.base != kNoFigure ? claim.base : then.prose;
    const std::size_t before = out.size();
    const auto add = [&](FigureId a, FigureId b, std::string_view reading) {
      if (a == kNoFigure || b == kNoFigure || !comparable(a, b)) return;
      const bool there = std::any_of(out.begin(), out.end(),
                                     [&](const Between& pair) { return pair.now == a && pair.then == b; });
      if (!there) out.push_back({a, b, reading});
    };
    add(table_now, table_then, "from the tables' figures");
    // Rounded amounts of other sentences say less than the rows where these say something.
    const bool reworded =
        (prose_now == now.prose && now.reworded) || (prose_then == then.prose && then.reworded);
    if (!reworded || out.size() == before) add(prose_now, prose_then, "from the sentence's own amounts");
    if (out.size() == before) {
      add(table_now, prose_then, "from the table's figure and the sentence's amount");
      add(prose_now, table_then, "from the sentence's amount and the table's figure");
    }
    if (out.size() == before && claim.base == kNoFigure) {
      const auto [now_cell, then_cell] = untranslated(tied_now, dating);
      add(now_cell, then_cell, kUntranslated);
    }
  }

  // "Revenues were US$1.29 billion, up 17.2%" where the table translates the last period alone: the change is
  // that of the figures that are translated.
  [[nodiscard]] std::pair<FigureId, FigureId> untranslated(FigureId now, const Dating& dating) const {
    if (now == kNoFigure || !dating.base_period.known() || !filing_.figures[now].in_table())
      return {kNoFigure, kNoFigure};
    const Figure& own = filing_.figures[now];
    for (const FigureId id : filing_.tables[own.table].rows[own.row].cells) {
      if (id == kNoFigure || id == now) continue;
      const Figure& twin = filing_.figures[id];
      if (!(twin.period == own.period) || twin.unit.measure != own.unit.measure || twin.unit == own.unit)
        continue;
      if (const FigureId then = beside(id, dating.base_period); then != kNoFigure) return {id, then};
    }
    return {kNoFigure, kNoFigure};
  }

  // Several rows may have the name; the amount has told which one is meant.
  [[nodiscard]] FigureId beside(FigureId now, const Period& period) const {
    if (now == kNoFigure || !period.known() || !filing_.figures[now].in_table()) return kNoFigure;
    const Figure& own = filing_.figures[now];
    for (const FigureId id : filing_.tables[own.table].rows[own.row].cells) {
      if (id != kNoFigure && filing_.figures[id].period == period && filing_.figures[id].unit == own.unit)
        return id;
    }
    return kNoFigure;
  }

  [[nodiscard]] bool of_one_row(FigureId a, FigureId b) const {
    if (a == kNoFigure || b == kNoFigure) return false;
    const Figure &one = filing_.figures[a], &other = filing_.figures[b];
    return one.in_table() && other.in_table() && one.table == other.table && one.row == other.row;
  }

  // Which row is meant is certain where the amount that the change leads to is the row's, in some digits.
  [[nodiscard]] bool certain(const Claim& claim) const {
    return ties(claim.current) && telling(*filing_.figures[claim.current].value);
  }

  [[nodiscard]] bool comparable(FigureId a, FigureId b) const {
    const Figure& now = filing_.figures[a];
    const Figure& then = filing_.figures[b];
    return a != b && now.unit == then.unit && now.value && then.value && !then.value->zero() && stated(a) &&
           stated(b) && lost_its_scale(now) == lost_its_scale(then);
  }

  // "from RMB394.9 to RMB590.1 million": an amount with decimals in whole units, beside one in millions.
  [[nodiscard]] static bool lost_its_scale(const Figure& figure) {
    return !figure.in_table() && figure.unit.measure == Measure::money && figure.scale_power == 0 &&
           figure.value->decimals > 0;
  }

  // An expected amount, or one that is a bound, is nothing to compute from.
  [[nodiscard]] bool stated(FigureId id) const {
    const Figure& figure = filing_.figures[id];
    if (figure.in_table()) return true;
    const std::string& reason = filing_.claims[figure.claim].unresolved;
    return reason != Claim::kExpectation && reason != Claim::kBound;
  }

  [[nodiscard]] bool negative(FigureId id) const { return filing_.figures[id].value->mantissa < 0; }

  Equation equation(Relation relation, const Claim& claim, const Between& between) const {
    Equation out;
    out.rule = rule_;
    out.relation = relation;
    out.result = claim.figure;
    out.terms = {{between.now, 1}, {between.then, 1}};
    out.reading = between.reading;
    return out;
  }

  // Alternatives stand together; one that holds is enough.
  void give(std::vector<Equation> readings) {
    if (readings.size() > 1) {
      const std::uint32_t group = next_alternatives(out_);
      for (Equation& reading : readings) reading.alternatives = group;
    }
    for (Equation& reading : readings) out_.equations.push_back(std::move(reading));
  }

  // The word of the change is held to the same amounts as its figure. Where that is not about right for them
  // but for its sign, others may be meant.
  void relate_direction(const Claim& claim, const std::vector<Between>& amounts) {
    if (claim.word.empty()) return;
    DirectionCheck check;
    check.rule = rule_;
    check.stated = claim.direction;
    check.metric = claim.metric;
    check.at = claim.word_at;
    check.word = claim.word;
    check.figure = claim.figure;
    check.in_doubt = claim.period_in_doubt || !claim.doubt.empty();
    check.apart = true;
    for (const Between& pair : amounts) {
      const auto way = way_of(filing_.figures[pair.now], filing_.figures[pair.then], claim.metric);
      if (!way) return;
      if (about_turned(claim, pair)) check.apart = false;
      const bool own = pair.now == claim.current && pair.then == claim.base;
      check.courses.push_back(
          {pair.now, pair.then, own ? Ground::own_amounts : Ground::percentage, *way, {}});
    }
    if (!check.courses.empty()) out_.directions.push_back(std::move(check));
  }

  [[nodiscard]] bool about_turned(const Claim& claim, const Between& pair) const {
    const Figure& change = filing_.figures[claim.figure];
    Equation reading = equation(Relation::sum, claim, pair);
    reading.terms[1].sign = -1;
    if (change.unit.measure == Measure::percent_change) {
      const bool losses = negative(pair.now) && negative(pair.then);
      reading.terms[1].sign = 1;
      reading.relation = filing_.figures[pair.now].unit.measure == Measure::percent ? Relation::difference
                         : losses                                                   ? Relation::loss_change
                                                                                    : Relation::change;
    }
    const std::optional<Interval> made = recomputed(filing_, reading), own = printed(change);
    if (claim.period_in_doubt || !claim.doubt.empty())
      return telling(*change.value) && made && own && meets(*made, negate(*own)).value_or(false);
    const std::optional<Interval> size = made ? absolute(*made) : std::nullopt;
    const std::optional<Interval> mine = own ? absolute(*own) : std::nullopt;
    const std::optional<Interval> times = size && mine ? divide(*mine, *size) : std::nullopt;
    return times && meets(*times, Interval{{99, 100}, {101, 100}}).value_or(false);
  }

  void relate_percent(const Claim& claim) {
    const std::vector<Between> amounts = pairs(claim);
    relate_direction(claim, amounts);
    if (claim.approximate) return skip(claim, "an approximation");
    std::vector<Equation> readings;
    for (const Between& between : amounts) {
      const bool both = negative(between.now) && negative(between.then);
      // Costs in parentheses and losses: the change of their size, and of nothing else where both are
      // negative.
      if (!(both && (in_size(claim.metric.phrase) || claim.metric.loss)))
        readings.push_back(equation(Relation::change, claim, between));
      // A margin that "rose 2.1%" rose by points.
      if (filing_.figures[between.now].unit.measure == Measure::percent)
        readings.push_back(equation(Relation::difference, claim, between));
      if (negative(between.now) || negative(between.then))
        readings.push_back(equation(Relation::loss_change, claim, between));
    }
    // In US$ it may be between figures translated at two rates: only what holds says something.
    std::erase_if(readings, [&](const Equation& one) {
      return one.reading == kUntranslated && !holds(filing_, one).value_or(false);
    });
    if (readings.empty()) return skip(claim, missing(claim));
    add_turned_percent(readings);
    if (set_aside(claim, readings)) return skip(claim, claim.doubt);
    if (in_doubt(claim, readings)) return skip(claim, "the sentence does not say of which period it is");
    give(std::move(readings));
  }

  // "RMB60.8 million of an adjusted loss, a decrease of 114% from RMB422.6 million of adjusted income".
  void add_turned_percent(std::vector<Equation>& readings) const {
    const std::size_t count = readings.size();
    for (std::size_t i = 0; i < count; ++i) {
      const Equation& reading = readings[i];
      const bool prose = !filing_.figures[reading.terms[0].figure].in_table() &&
                         !filing_.figures[reading.terms[1].figure].in_table();
      if (!prose || reading.relation != Relation::change) continue;
      for (const std::size_t term : {std::size_t{0}, std::size_t{1}}) {
        Equation turned = reading;
        turned.terms[term].sign = -1;
        turned.reading = kThroughNothing;
        if (!holds(filing_, turned).value_or(false)) continue;
        readings.push_back(std::move(turned));
        break;
      }
    }
  }

  // Under the heading of a segment, or where the change is one of several causes, the whole's rows say
  // nothing unless they agree. A row whose amount the change leads to is the one that is meant, whatever the
  // heading. True where no reading is left.
  [[nodiscard]] bool set_aside(const Claim& claim, std::vector<Equation>& readings) const {
    if (claim.doubt.empty()) return false;
    std::erase_if(readings, [&](const Equation& reading) {
      const bool of_rows = filing_.figures[reading.terms[0].figure].in_table() ||
                           filing_.figures[reading.terms[1].figure].in_table();
      if (certain(claim) && reading.terms[0].figure == phrases_.tied(claim.current) &&
          of_one_row(reading.terms[0].figure, reading.terms[1].figure))
        return false;
      return of_rows && !holds(filing_, reading).value_or(false);
    });
    return readings.empty();
  }

  // Where nothing says of which period a claim is, only what holds says something.
  [[nodiscard]] bool in_doubt(const Claim& claim, const std::vector<Equation>& readings) const {
    if (!claim.period_in_doubt) return false;
    const bool sure = ties(claim.current) && !tells_constant_rates();
    return std::none_of(readings.begin(), readings.end(), [&](const Equation& one) {
      return holds(filing_, one).value_or(false) || holds_turned(one) || (sure && near(one));
    });
  }

  // An issuer that states changes at constant rates may do so without a word beside the figure.
  [[nodiscard]] bool tells_constant_rates() const {
    return std::any_of(filing_.claims.begin(), filing_.claims.end(), [](const Claim& claim) {
      return claim.kind == ClaimKind::change && claim.unresolved == Claim::kOtherBasis;
    });
  }

  // What is printed is much like what was recomputed: it may be a slip of it, and no other kind of change.
  [[nodiscard]] bool near(const Equation& reading) const {
    const std::optional<Interval> made = recomputed(filing_, reading);
    const std::optional<Interval> own = printed(filing_.figures[reading.result]);
    const std::optional<Interval> times = made && own ? divide(*own, *made) : std::nullopt;
    return times && meets(*times, Interval{{6, 10}, {16, 10}}).value_or(false);
  }

  // The amount that the change leads to is that of its row: of which measure and period it is, is certain,
  // and none of what such words compare it with has moved so.
  [[nodiscard]] bool ties(FigureId amount) const {
    const FigureId cell = phrases_.tied(amount);
    if (cell == kNoFigure) return false;
    std::optional<Interval> own = printed(filing_.figures[amount]), table = printed(filing_.figures[cell]);
    if (own) own = absolute(*own);
    if (table) table = absolute(*table);
    return own && table && meets(*own, *table).value_or(false);
  }

  // The change is right but for its direction, which no other period explains.
  [[nodiscard]] bool holds_turned(const Equation& reading) const {
    const std::optional<Interval> made = recomputed(filing_, reading);
    const std::optional<Interval> own = printed(filing_.figures[reading.result]);
    return made && own && meets(*made, negate(*own)).value_or(false);
  }

  [[nodiscard]] static std::string missing(const Claim& claim) {
    if (claim.metric.phrase.empty()) return "the sentence does not say what changed";
    if (!claim.base_period.known() && claim.base == kNoFigure)
      return "neither the amount nor the period that it is compared with is stated";
    return fmt::format("no figures of “{}” for both periods", claim.metric.phrase);
  }

  // "an increase of RMB12.0 million from RMB50.0 million"
  void relate_money(const Claim& claim) {
    const Figure& change = filing_.figures[claim.figure];
    const std::vector<Between> amounts = pairs(claim);
    relate_direction(claim, amounts);
    std::vector<Equation> readings;
    for (const Between& between : amounts) {
      const bool both = negative(between.now) && negative(between.then);
      const bool sizes = both && (in_size(claim.metric.phrase) || claim.metric.loss);
      if (!sizes && (negative(between.now) || negative(between.then))) continue;
      if (!(filing_.figures[between.now].unit == change.unit)) continue;
      Equation reading = equation(Relation::sum, claim, between);
      reading.terms[sizes ? 0 : 1].sign = -1;
      readings.push_back(std::move(reading));
    }
    if (readings.empty() || claim.approximate) return skip(claim, missing(claim));
    if (one_of_several(claim)) {
      // "increased by RMB8.8 million and RMB17.1 million": of which period each is, only what holds tells.
      std::erase_if(readings, [&](const Equation& one) { return !holds(filing_, one).value_or(false); });
      if (readings.empty()) return skip(claim, "one of several amounts of a change");
    }
    add_turns(claim, readings);
    if (set_aside(claim, readings)) return skip(claim, claim.doubt);
    if (in_doubt(claim, readings)) return skip(claim, "the sentence does not say of which period it is");
    give(std::move(readings));
  }

  // "from RMB20.0 million to RMB29.0 million, an increase of RMB6.0 million from prices and RMB3.0 million
  // from volume": each is a part of the change.
  [[nodiscard]] bool one_of_several(const Claim& claim) const {
    const Figure& own = filing_.figures[claim.figure];
    return std::any_of(filing_.claims.begin(), filing_.claims.end(), [&](const Claim& other) {
      const Figure& figure = filing_.figures[other.figure];
      return other.figure != claim.figure && other.kind == ClaimKind::change &&
             other.paragraph == claim.paragraph && other.sentence == claim.sentence &&
             other.current == claim.current && other.metric.phrase == claim.metric.phrase &&
             (other.base_period == claim.base_period || !other.base_period.known() ||
              !claim.base_period.known()) &&
             figure.period == own.period && figure.unit == own.unit;
    });
  }

  // "EBITDA was RMB18.2 million, an increase of RMB45.7 million from a loss of RMB27.5 million", "changed by
  // RMB3.3 billion to outflows of RMB0.6 billion from inflows of RMB2.7 billion": through nothing, though the
  // sign of the one stands in words that may be overlooked.
  void add_turns(const Claim& claim, std::vector<Equation>& readings) const {
    const std::size_t count = readings.size();
    for (std::size_t i = 0; i < count; ++i) {
      Equation turned = readings[i];
      const bool prose = !filing_.figures[turned.terms[0].figure].in_table() ||
                         !filing_.figures[turned.terms[1].figure].in_table();
      if (!prose) continue;
      const bool down = claim.direction == Direction::down;
      turned.terms[0].sign = turned.terms[1].sign = down ? -1 : 1;
      turned.reading = kThroughNothing;
      if (holds(filing_, turned).value_or(false)) readings.push_back(std::move(turned));
    }
  }

  // Percentage points lie between the two percentages of the sentence, or of the table of margins.
  void relate_points(const Claim& claim) {
    const Period now = claim.current != kNoFigure ? filing_.figures[claim.current].period
                                                  : filing_.figures[claim.figure].period;
    std::vector<Between> margins;
    add_margins(claim, {now, claim.base_period}, margins);
    for (const Dating& dating : claim.datings) add_margins(claim, dating, margins);
    relate_direction(claim, margins);
    std::vector<Equation> readings;
    for (const Between& between : margins) add_points(claim, between, readings);
    if (readings.empty() || claim.approximate)
      return skip(claim, fmt::format("no percentages of “{}” for both periods", claim.metric.phrase));
    if (set_aside(claim, readings)) return skip(claim, claim.doubt);
    if (in_doubt(claim, readings)) return skip(claim, "the sentence does not say of which period it is");
    give(std::move(readings));
  }

  void add_margins(const Claim& claim, const Dating& dating, std::vector<Between>& margins) const {
    const Unit percent{Measure::percent, {}};
    Between between{claim.current, claim.base, "from the sentence's own percentages"};
    if (between.now == kNoFigure) between.now = phrases_.cell(claim.metric.phrase, percent, dating.period);
    if (between.then == kNoFigure)
      between.then = phrases_.cell(claim.metric.phrase, percent, dating.base_period);
    const bool there = std::any_of(margins.begin(), margins.end(), [&](const Between& other) {
      return other.now == between.now && other.then == between.then;
    });
    if (there || between.now == kNoFigure || between.then == kNoFigure || between.now == between.then) return;
    margins.push_back(std::move(between));
  }

  void add_points(const Claim& claim, const Between& between, std::vector<Equation>& readings) const {
    readings.push_back(equation(Relation::difference, claim, between));
    // A margin of losses: "decreased" by its size.
    if (!filing_.figures[between.now].value || !filing_.figures[between.then].value ||
        !(negative(between.now) || negative(between.then)))
      return;
    Between sizes = between;
    std::swap(sizes.now, sizes.then);
    sizes.reading = "the change of a negative margin's size";
    readings.push_back(equation(Relation::difference, claim, sizes));
  }

  const Filing& filing_;
  const MeasuredPhrases& phrases_;
  RuleId rule_;
  Equations& out_;
};

}  // namespace

void relate_change_prose(const RuleInput& input, RuleId rule, Equations& out) {
  if (!input.filing().trends.empty()) relate_trends(input, rule, out);
  if (input.filing().claims.empty()) return;
  Changes(input, rule, out).run();
  relate_movements(input, rule, out);
}

}  // namespace kcfin::rulebook
