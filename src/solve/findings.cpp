// A root finding stands on the figure that explains what is broken; what follows from it names it as its
// cause. Where several figures could be wrong, the finding stands on the total and names them all.
#include "solve/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "solve/confidence.h"
#include "solve/severity.h"
#include "solve/wording.h"

namespace kcfin::solving {
namespace {

class FindingWriter {
 public:
  FindingWriter(const Evidence& evidence, Report& report)
      : e_(evidence),
        filing_(evidence.network.filing()),
        out_(report.findings),
        not_understood_(report.not_understood) {}

  void run(std::vector<std::string>& doubts) {
    std::vector<bool> told(e_.statements.size(), false);
    for (const Explanation& explanation : e_.diagnosis.explanations) {
      if (explanation.rivals.empty()) {
        root_with_consequences(explanation, told);
      } else {
        undecided(explanation, told);
      }
    }
    for (std::size_t s = 0; s < e_.statements.size(); ++s) {
      if (e_.statements[s].verdict != Verdict::inconsistent || told[s]) continue;
      put(own_finding(s), s);
      weigh(out_.back(), nullptr, s);
      if (!e_.diagnosis.complete)
        out_.back().suggestion = "more is wrong than can be traced to its causes: this stands on its own";
    }
    if (!e_.claim_all) decide(doubts);
    notes();
  }

 private:
  [[nodiscard]] const Equation& equation_of(std::size_t s) const {
    return e_.network.equation(e_.statements[s].readings.front());
  }

  Finding base(RuleId rule, FigureId id) const {
    const Figure& figure = e_.network.figure(id);
    Finding out;
    out.rule = rule;
    out.figure = id;
    out.at = figure.at;
    if (figure.in_table()) out.table = figure.table;
    out.label = label_of(filing_, id);
    out.unit = figure.unit.text();
    out.period = figure.period;
    out.scale_power = figure.scale_power;
    out.reported = e_.values[id];
    return out;
  }

  // What a tie expects is not recomputed: another place prints it.
  static bool is_tie(const Equation& equation) {
    return equation.relation == Relation::same || equation.relation == Relation::opposite;
  }

  void expect(Finding& finding, const std::optional<Decimal>& expected) const {
    finding.expected = expected;
    if (expected && finding.reported) finding.difference = subtract(*finding.reported, *expected);
  }

  [[nodiscard]] bool sound_text(const Equation& equation) const {
    const auto sound = [&](FigureId id) {
      return e_.network.figure(id).status == Status::ok && e_.network.figure(id).damage == Damage::none;
    };
    return sound(equation.result) && std::all_of(equation.terms.begin(), equation.terms.end(),
                                                 [&](const Term& term) { return sound(term.figure); });
  }

  [[nodiscard]] Severity severity(EquationId id, const std::optional<Decimal>& expected) const {
    const Equation& equation = e_.network.equation(id);
    Break fault;
    fault.relation = equation.relation;
    fault.sound_text = sound_text(equation);
    fault.of_plugs =
        e_.network.figure(equation.result).in_table() && e_.network.holds_but_for_plugs(id, e_.values);
    const auto& reported = e_.values[equation.result];
    if (expected && reported && expected->decimals == reported->decimals) {
      const Wide off = static_cast<Wide>(reported->mantissa) - expected->mantissa;
      fault.units_off = off < 0 ? -off : off;
    }
    if (equation.relation == Relation::same || equation.relation == Relation::opposite) {
      const Figure& other = e_.network.figure(equation.terms.front().figure);
      const auto& value = e_.values[equation.terms.front().figure];
      fault.same_precision = reported && value &&
                             e_.network.figure(equation.result).scale_power - reported->decimals ==
                                 other.scale_power - value->decimals;
    }
    if (equation.relation == Relation::change || equation.relation == Relation::loss_change) {
      const auto &now = e_.values[equation.terms[0].figure], &then = e_.values[equation.terms[1].figure];
      fault.across_zero = now && then && (now->mantissa < 0) != (then->mantissa < 0);
    }
    return severity_of(fault);
  }

  // Says how sure a root finding is, and by what.
  void weigh(Finding& root, const Explanation* explanation, std::size_t statement) {
    if (!traits_) traits_.emplace(e_.network, e_.values, e_.statements);
    const std::vector<Trait> traits = traits_->traits_of({&root, explanation, statement});
    root.confidence = Decimal{confidence_of(traits), 2};
    for (const Trait trait : traits) root.evidence.push_back(words_of(trait));
    root.against = against(traits);
  }

  // A broken statement told by its own equation, on its result.
  [[nodiscard]] Finding own_finding(std::size_t s) const {
    const Equation& equation = equation_of(s);
    const EquationId id = e_.statements[s].readings.front();
    Finding finding = base(equation.rule, equation.result);
    expect(finding, e_.network.judge(id, e_.values).expected);
    finding.severity = severity(id, finding.expected);
    finding.equation = equation_text(e_.network, id, e_.values);
    finding.printed_there = is_tie(equation);
    finding.origin = sound_text(equation) ? Origin::filing : Origin::text;
    finding.message = contradiction(equation.result, finding);
    return finding;
  }

  [[nodiscard]] std::string contradiction(FigureId figure, const Finding& finding) const {
    std::string text = figure_name(filing_, figure) + ": printed " +
                       (finding.reported ? value_text(filing_, figure, *finding.reported) : "nothing");
    if (finding.expected)
      text += (finding.printed_there ? ", printed there " : ", recomputed ") +
              value_text(filing_, figure, *finding.expected);
    if (finding.difference) text += ", difference " + finding.difference->grouped();
    return text;
  }

  void root_with_consequences(const Explanation& explanation, std::vector<bool>& told) {
    const std::size_t first = explanation.statements.front();
    const Equation& equation = equation_of(first);
    Finding root = own_finding(first);
    if (equation.result != explanation.figure) {
      const Finding seen = root;
      root = base(equation.rule, explanation.figure);
      root.severity = seen.severity;
      root.equation =
          equation_for(e_.network, e_.statements[first].readings.front(), explanation.figure, e_.values);
      root.printed_there = seen.printed_there;
      root.origin = seen.origin;
    }
    if (explanation.about) {
      root.expected = root.difference = std::nullopt;
    } else {
      expect(root, explanation.value);
    }
    for (const std::size_t s : explanation.statements)
      root.severity = std::max(
          root.severity, severity(e_.statements[s].readings.front(),
                                  e_.network.judge(e_.statements[s].readings.front(), e_.values).expected));
    root.message = contradiction(explanation.figure, root);
    root.suggestion =
        fmt::format("{} should be {}{}", printed(root, explanation.figure), explanation.about ? "about " : "",
                    value_text(filing_, explanation.figure, explanation.value));
    if (!explanation.slip.empty()) root.suggestion += ": " + explanation.slip;
    for (const FigureId source : explanation.sources) root.related.push_back(mention(source, std::nullopt));
    if (!explanation.others.empty()) {
      root.suggestion += fmt::format("; {} would explain it too, but for no slip that shows",
                                     figure_name(filing_, explanation.others.front().figure));
      if (explanation.others.size() > 1)
        root.suggestion += fmt::format(", and {} more", explanation.others.size() - 1);
      for (const Explanation::Rival& other : explanation.others)
        root.related.push_back(mention(other.figure, other.value));
    }
    for (const std::size_t s : explanation.against)
      root.suggestion += fmt::format("; against it: {} would no longer hold",
                                     equation_text(e_.network, e_.statements[s].readings.front(), e_.values));
    const auto index = static_cast<std::uint32_t>(out_.size());
    weigh(root, &explanation, first);
    put(std::move(root), first);
    told[first] = true;
    for (const std::size_t s : explanation.statements) {
      if (s == first) continue;
      told[s] = true;
      Finding consequence = own_finding(s);
      consequence.cause = index;
      consequence.wrong = is_wrong(consequence.figure);
      put(std::move(consequence), s);
    }
  }

  // Whether the figure would be another one if what is wrong were right.
  [[nodiscard]] bool is_wrong(FigureId figure) const {
    const auto &printed = e_.values[figure], &right = e_.diagnosis.values[figure];
    return printed && right && !same_value(*printed, *right);
  }

  [[nodiscard]] std::string printed(const Finding& finding, FigureId figure) const {
    return finding.reported ? value_text(filing_, figure, *finding.reported) : std::string("the figure");
  }

  [[nodiscard]] Mention mention(FigureId id, std::optional<Decimal> expected) const {
    const Figure& figure = e_.network.figure(id);
    return {id,       figure.at, label_of(filing_, id), figure.unit.text(), figure.period, e_.values[id],
            expected, {}};
  }

  // Several figures explain the break as well: none is blamed.
  void undecided(const Explanation& explanation, std::vector<bool>& told) {
    const std::size_t first = explanation.statements.front();
    std::size_t total = first;
    for (const std::size_t s : explanation.statements) {
      if (equation_of(s).relation == Relation::sum) {
        total = s;
        break;
      }
    }
    Finding finding = own_finding(total);
    for (const Explanation::Rival& rival : explanation.rivals)
      finding.candidates.push_back(mention(rival.figure, rival.value));
    finding.suggestion =
        finding.candidates.size() > 1 ? "one of the figures named is wrong; nothing else tells which" : "";
    const auto index = static_cast<std::uint32_t>(out_.size());
    weigh(finding, &explanation, total);
    put(std::move(finding), total);
    told[total] = true;
    for (const std::size_t s : explanation.statements) {
      if (told[s]) continue;
      told[s] = true;
      Finding consequence = own_finding(s);
      consequence.cause = index;
      put(std::move(consequence), s);
    }
  }

  // A finding and the statement that it tells.
  void put(Finding finding, std::size_t statement) {
    out_.push_back(std::move(finding));
    statement_of_.push_back(statement);
  }

  // From confidence to what is said; what follows from a finding shares its fate.
  void decide(std::vector<std::string>& doubts) {
    std::vector<Finding> kept;
    std::vector<std::uint32_t> place(out_.size(), kNoCause);
    for (std::size_t i = 0; i < out_.size(); ++i) {
      Finding& finding = out_[i];
      const Finding* root = finding.cause == kNoCause ? &finding : nullptr;
      const bool doubted = root != nullptr ? below(*root, kClaimed) : place[finding.cause] == kNoCause;
      if (doubted) {
        doubts[statement_of_[i]] = root != nullptr
                                       ? doubt_of(*root)
                                       : std::string("it breaks with another check that is not understood");
        if (root != nullptr) not_understood_.push_back(std::move(finding));
        continue;
      }
      if (root != nullptr && finding.severity == Severity::error && below(finding, kSure))
        finding.severity = Severity::warning;
      if (root == nullptr) finding.cause = place[finding.cause];
      place[i] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(std::move(finding));
    }
    out_ = std::move(kept);
  }

  static bool below(const Finding& finding, const Decimal& limit) {
    return finding.confidence && compare(*finding.confidence, limit) < 0;
  }

  // What speaks most against it.
  static std::string doubt_of(const Finding& finding) {
    std::string words = "not understood";
    for (const std::string_view one : finding.against)
      words += (words.size() == 14 ? ": " : "; ") + std::string(one);
    return words;
  }

  void notes() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<int, int>>
        footings;  // exact, rounded; a column
    for (const Statement& statement : e_.diagnosis.statements) {
      const Equation& equation = e_.network.equation(statement.readings.front());
      const Figure& figure = e_.network.figure(equation.result);
      if (equation.relation != Relation::sum || !figure.in_table()) continue;
      auto& count = footings[{figure.table, figure.column}];
      if (statement.verdict == Verdict::exact) ++count.first;
      if (statement.verdict == Verdict::within_rounding) ++count.second;
    }
    for (const Statement& statement : e_.diagnosis.statements) {
      const EquationId id = statement.readings.front();
      const Equation& equation = e_.network.equation(id);
      const Figure& figure = e_.network.figure(equation.result);
      note_reading(statement);
      if (statement.agreement == Agreement::plug) {
        Finding finding = base(equation.rule, equation.result);
        expect(finding, e_.network.judge(id, e_.diagnosis.values).expected);
        finding.equation = equation_text(e_.network, id, e_.diagnosis.values);
        finding.printed_there = is_tie(equation);
        finding.message = contradiction(equation.result, finding) +
                          (figure.in_table() ? ": a plug, so that its column adds up"
                                             : ": a plug, so that its list of parts adds up");
        out_.push_back(std::move(finding));
      } else if (equation.relation == Relation::sum && statement.verdict == Verdict::within_rounding &&
                 figure.in_table()) {
        const auto& count = footings[{figure.table, figure.column}];
        if (count.first < 1 || count.first <= count.second) continue;
        Finding finding = base(equation.rule, equation.result);
        expect(finding, e_.network.judge(id, e_.diagnosis.values).expected);
        finding.equation = equation_text(e_.network, id, e_.diagnosis.values);
        finding.message = contradiction(equation.result, finding) +
                          ": within rounding, where the rest of the column adds up to the digit";
        out_.push_back(std::move(finding));
      }
    }
  }

  // A change of sizes, where the sign that was odd is explained already.
  [[nodiscard]] bool of_mended_sign(const Equation& equation) const {
    if (equation.relation != Relation::loss_change) return false;
    const auto &now = e_.diagnosis.values[equation.terms[0].figure],
               &then = e_.diagnosis.values[equation.terms[1].figure];
    return now && then && (now->mantissa < 0) == (then->mantissa < 0);
  }

  // A statement that only a reading worth a note makes true.
  void note_reading(const Statement& statement) {
    if (statement.readings.size() < 2 || statement.verdict == Verdict::inconsistent) return;
    for (const EquationId id : statement.readings) {
      if (!e_.network.holds(id, e_.diagnosis.values)) continue;
      const Equation& equation = e_.network.equation(id);
      if (equation.note.empty() || of_mended_sign(equation)) return;
      Finding finding = base(equation.rule, equation.result);
      finding.equation = equation_text(e_.network, id, e_.diagnosis.values);
      finding.message = figure_name(filing_, equation.result) + ": " + equation.note;
      if (equation.relation == Relation::loss_change) {
        for (const Term& term : equation.terms)
          finding.candidates.push_back(mention(term.figure, e_.values[term.figure]->negated()));
      }
      out_.push_back(std::move(finding));
      return;
    }
  }

  const Evidence& e_;
  const Filing& filing_;
  std::vector<Finding>& out_;
  std::vector<Finding>& not_understood_;
  std::vector<std::size_t> statement_of_;  // of each finding, until they are decided on
  std::optional<TraitReader> traits_;  // made for the first finding that is weighed: most filings have none
};

}  // namespace

void add_findings(const Evidence& evidence, Report& report, std::vector<std::string>& doubts) {
  FindingWriter(evidence, report).run(doubts);
}

}  // namespace kcfin::solving
