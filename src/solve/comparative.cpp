// Filings held to each other. A line is the same line if issuer, statement, section, label, unit and period
// agree; a label that stands twice with two values names none.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <utility>

#include "kcfin/finding.h"
#include "rules/rule_ids.h"
#include "solve/line_names.h"
#include "solve/report_order.h"
#include "solve/wording.h"
#include "values/text.h"

namespace kcfin {
namespace {

using Line = Comparatives::Line;
using solving::name_over;

// In one scale, so that thousands and millions of the same figure compare by rounding.
bool same_precision(const Figure& figure, const Decimal& own, std::uint8_t scale, const Decimal& other) {
  return figure.scale_power - own.decimals == scale - other.decimals;
}

// The finding for a line that another filing reported otherwise.
struct Difference {
  const Filing& filing;
  FigureId figure;
  Decimal before;
  std::string where;  // "file:line"
  bool one_unit = false, reclassified = false;
  std::string now, then;  // definitions of a ratio, where both are known and differ
};

Finding finding_for(const Difference& difference, RuleId rule) {
  const Figure& figure = difference.filing.figures[difference.figure];
  Finding finding;
  finding.rule = rule;
  finding.figure = difference.figure;
  finding.at = figure.at;
  if (figure.in_table()) finding.table = figure.table;
  finding.label = solving::label_of(difference.filing, difference.figure);
  finding.unit = figure.unit.text();
  finding.period = figure.period;
  finding.scale_power = figure.scale_power;
  finding.reported = figure.value;
  finding.expected = difference.before;
  finding.difference = subtract(*figure.value, difference.before);
  finding.printed_there = true;
  finding.equation = difference.before.grouped() + " in " + difference.where;
  const bool redefined = !difference.now.empty();
  const bool explained =
      difference.one_unit || difference.reclassified || redefined || figure.status != Status::ok;
  finding.severity = explained ? Severity::note : Severity::warning;
  finding.message = solving::figure_name(difference.filing, difference.figure) + ": printed " +
                    figure.value->grouped() + ", reported as " + finding.equation;
  if (difference.one_unit) finding.message += ": one unit apart";
  if (difference.reclassified)
    finding.message += ": another line of its section takes up the difference, a reclassification";
  if (redefined)
    finding.message += ": its definition changed from \u201c" + difference.then + "\u201d to \u201c" +
                       difference.now + "\u201d";
  if (!explained) finding.suggestion = "look for a restatement of the earlier period";
  return finding;
}

}  // namespace

Comparatives::Reported Comparatives::reported_by(std::string file, const Filing& filing,
                                                 const std::vector<Line>& lines) {
  Reported reported{filing.issuer, std::move(file), filing.report.end, {}};
  reported.lines.reserve(lines.size());
  for (const Line& line : lines) {
    const Figure& figure = filing.figures[line.figure];
    reported.lines.push_back({line.key, line.concept_key,
                              line.flow != 0 ? name_over(line.flow, figure.period) : 0, line.group,
                              *figure.value, figure.at.line, figure.scale_power, line.definition});
  }
  return reported;
}

void Comparatives::add(const Reported& reported) {
  if (reported.issuer.empty()) return;
  const auto index = static_cast<std::uint32_t>(files_.size());
  files_.push_back({reported.file, reported.report_end});
  Issuer& issuer = issuers_[reported.issuer];
  issuer.noted.reserve(issuer.noted.size() + reported.lines.size());
  for (const Reported::Line& line : reported.lines) {
    issuer.noted.push_back({line.key,
                            line.concept_key,
                            line.flow_key,
                            {line.value, index, line.line, line.scale_power, line.group, line.definition}});
  }
}

void Comparatives::look_up_by_name(Issuer& issuer) {
  for (const Noted& noted : issuer.noted) {
    issuer.entries[noted.key].push_back(noted.entry);
    if (noted.concept_key != 0) issuer.entries[noted.concept_key].push_back(noted.entry);
    if (noted.flow_key != 0) issuer.entries[noted.flow_key].push_back(noted.entry);
    issuer.keys_of_group[noted.entry.group].push_back(noted.key);
  }
  issuer.noted = {};
}

// Holds one filing against all that was added.
class Comparison {
 public:
  Comparison(const Comparatives::Issuer& store, const std::vector<Comparatives::File>& files,
             const Filing& filing, const std::vector<Line>& lines, Report& report,
             const SolveOptions& options)
      : store_(store),
        files_(files),
        filing_(filing),
        lines_(lines),
        report_(report),
        options_(options),
        rule_(rule_id::tie_comparative),
        held_to_(files.size()) {
    for (const Line& line : lines_) {
      own_keys_.push_back(line.key);
      if (line.flow != 0)
        own_flows_.push_back({name_over(line.flow, filing.figures[line.figure].period), &line});
      own_groups_.push_back({line.group, &line});
    }
    std::sort(own_keys_.begin(), own_keys_.end());
    sort(own_flows_);
    sort(own_groups_);
  }

  void run() {
    for (const Line& line : lines_) {
      ++lines_held_;
      hold(line, line.key);
      if (line.concept_key != 0) hold(line, line.concept_key);
      if (line.flow != 0) add_up(line);
    }
    tell();
  }

 private:
  using Entry = Comparatives::Entry;
  // Lines under a hash, those of one hash in the filing's order.
  using Index = std::vector<std::pair<std::uint64_t, const Line*>>;

  static void sort(Index& index) {
    std::stable_sort(index.begin(), index.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  static auto under(const Index& index, std::uint64_t key) {
    return std::lower_bound(index.begin(), index.end(), key,
                            [](const auto& one, std::uint64_t sought) { return one.first < sought; });
  }

  // This filing's own line of that name; null where it has none.
  [[nodiscard]] const Line* own_flow(std::uint64_t key) const {
    const auto found = under(own_flows_, key);
    return found != own_flows_.end() && found->first == key ? found->second : nullptr;
  }

  // The latest report of each other filing under this name.
  void hold(const Line& line, std::uint64_t key) {
    const auto found = store_.entries.find(key);
    if (found == store_.entries.end()) return;
    const Figure& figure = filing_.figures[line.figure];
    std::vector<Decimal> differing;  // a difference is told once, however many filings repeat the figure
    for (auto entry = found->second.rbegin(); entry != found->second.rend(); ++entry) {
      const bool told = std::exchange(held_to_[entry->file], lines_held_) == lines_held_;
      if (told || !same_precision(figure, *figure.value, entry->scale_power, entry->value)) continue;
      const bool equal = same_value(*figure.value, entry->value);
      count(line, equal ? Verdict::exact : Verdict::inconsistent,
            [&] { return entry->value.grouped() + " in " + where(*entry); });
      if (equal || std::find(differing.begin(), differing.end(), entry->value) != differing.end()) continue;
      differing.push_back(entry->value);
      report(line, *entry);
    }
  }

  // ------------------------------------------------------------ periods that add up

  // An amount over a period, in this filing or in an earlier one.
  struct Amount {
    Decimal value;
    const Entry* entry = nullptr;  // of an earlier filing
    std::uint32_t line = 0;        // of this one
    [[nodiscard]] bool own() const { return entry == nullptr; }
  };

  [[nodiscard]] std::optional<Amount> amount_over(const Line& line, const Period& period) const {
    const std::uint64_t key = name_over(line.flow, period);
    const Figure& figure = filing_.figures[line.figure];
    if (const Line* own = own_flow(key)) {
      const Figure& other = filing_.figures[own->figure];
      if (!same_precision(figure, *figure.value, other.scale_power, *other.value)) return std::nullopt;
      return Amount{*other.value, nullptr, other.at.line};
    }
    const auto found = store_.entries.find(key);
    if (found == store_.entries.end()) return std::nullopt;
    const Entry& entry = found->second.back();
    if (!same_precision(figure, *figure.value, entry.scale_power, entry.value)) return std::nullopt;
    return Amount{entry.value, &entry, 0};
  }
  [[nodiscard]] std::string where(const Amount& amount) const {
    return amount.own() ? "line " + std::to_string(amount.line) : where(*amount.entry);
  }

  // The line's period as the whole of two others, and as the first or the last part of a longer one. Where
  // this filing has all three, footing/period holds them; a sum is taken up where its latest own figure is.
  void add_up(const Line& line) {
    const Period period = filing_.figures[line.figure].period;
    const int months = period.months();
    for (int first = 3; first < months; first += 3) {
      const Period head{period.start, span_end(period.start, first)};
      const Period tail{day_after(head.end), period.end};
      sum_holds(line, head, tail, period);
    }
    for (int whole = months + 3; whole <= 12; whole += 3) {
      const Period from{period.start, span_end(period.start, whole)};
      const Period rest{day_after(period.end), from.end};
      if (!own(line, from) && !own(line, rest)) sum_holds(line, period, rest, from);
      const Period to{span_start(period.end, whole), period.end};
      const Period before{to.start, span_end(to.start, whole - months)};
      if (!own(line, to)) sum_holds(line, before, period, to);
    }
  }

  [[nodiscard]] bool own(const Line& line, const Period& period) const {
    return own_flow(name_over(line.flow, period)) != nullptr;
  }

  static Date span_end(Date start, int months) {
    const int month = start.month - 1 + months - 1;
    return month_end(start.year + month / 12, month % 12 + 1);
  }

  void sum_holds(const Line& line, const Period& first, const Period& last, const Period& both) {
    const auto whole = amount_over(line, both);
    const auto head = whole ? amount_over(line, first) : std::nullopt;
    const auto tail = head ? amount_over(line, last) : std::nullopt;
    if (!tail || (head->own() && tail->own() && whole->own())) return;
    const auto sum = add(head->value, tail->value);
    const auto off = sum ? subtract(whole->value, *sum) : std::nullopt;
    if (!off) return;
    const bool holds = off->mantissa >= -1 && off->mantissa <= 1;
    const auto equation = [&] {
      return head->value.grouped() + " (" + where(*head) + ") + " + tail->value.grouped() + " (" +
             where(*tail) + ") = " + sum->grouped();
    };
    count(line, holds ? Verdict::exact : Verdict::inconsistent, equation);
    if (holds) return;
    const Figure& figure = filing_.figures[line.figure];
    Finding finding;
    finding.rule = rule_;
    finding.figure = line.figure;
    finding.at = figure.at;
    finding.table = figure.table;
    finding.label = solving::label_of(filing_, line.figure);
    finding.unit = figure.unit.text();
    finding.period = figure.period;
    finding.scale_power = figure.scale_power;
    finding.reported = figure.value;
    finding.difference = off;
    finding.equation = equation();
    finding.message = solving::figure_name(filing_, line.figure) + ": with " + finding.equation +
                      ", but the whole period is given as " + whole->value.grouped() + " (" + where(*whole) +
                      "): an earlier period was restated or reclassified since";
    finding.suggestion = "look for a restatement of the earlier period";
    report_.findings.push_back(std::move(finding));
  }

  [[nodiscard]] std::string where(const Entry& entry) const {
    return files_[entry.file].name + ":" + std::to_string(entry.line);
  }

  // The equation is told only where checks are listed: an archive has millions that nobody reads.
  template <class Equation>
  void count(const Line& line, Verdict verdict, const Equation& equation) {
    if (line.figure < report_.checks_of.size() && report_.checks_of[line.figure]++ == 0 &&
        filing_.figures[line.figure].in_table())
      ++report_.figures_checked;
    ++(verdict == Verdict::exact ? report_.passed : report_.failed);
    if (!options_.list_checks) return;
    report_.checks.push_back({rule_, verdict, line.figure, filing_.figures[line.figure].at, equation(), {}});
  }

  void report(const Line& line, const Entry& entry) {
    Difference difference{filing_, line.figure, entry.value, where(entry), false, false, {}, {}};
    if (!line.definition.empty() && !entry.definition.empty() && line.definition != entry.definition) {
      difference.now = line.definition;
      difference.then = entry.definition;
    }
    const auto by = subtract(*filing_.figures[line.figure].value, entry.value);
    difference.one_unit = by && (by->mantissa == 1 || by->mantissa == -1);
    difference.reclassified = by && !difference.one_unit && moved_within(line, entry, *by);
    Finding finding = finding_for(difference, rule_);
    Mention earlier;
    earlier.at = {entry.line, 0};
    earlier.label = finding.label;
    earlier.unit = finding.unit;
    earlier.period = finding.period;
    earlier.reported = entry.value;
    earlier.file = files_[entry.file].name;
    finding.related.push_back(std::move(earlier));
    (finding.severity == Severity::warning ? unexplained_ : report_.findings).push_back(std::move(finding));
  }

  // Lines that differ in one period for no reason of their own were restated together.
  void tell() {
    constexpr std::size_t kRestated = 3;
    std::map<Date, std::vector<Finding>> by_period;
    for (Finding& finding : unexplained_) by_period[finding.period.end].push_back(std::move(finding));
    for (auto& [end, lines] : by_period) {
      if (lines.size() >= kRestated) {
        const auto index = static_cast<std::uint32_t>(report_.findings.size());
        report_.findings.push_back(restatement(end, lines));
        for (Finding& line : lines) {
          line.cause = index;
          line.wrong = false;
        }
      }
      std::move(lines.begin(), lines.end(), std::back_inserter(report_.findings));
    }
  }

  [[nodiscard]] Finding restatement(Date end, const std::vector<Finding>& lines) const {
    const Finding& first = lines.front();
    const std::string& file = first.related.front().file;
    const auto other = std::find_if(files_.begin(), files_.end(),
                                    [&](const Comparatives::File& one) { return one.name == file; });
    const bool later = other != files_.end() && other->report_end > filing_.report.end;
    Finding out;
    out.rule = rule_;
    out.severity = Severity::warning;
    out.figure = first.figure;
    out.at = first.at;
    out.table = first.table;
    out.label = first.label;
    out.unit = first.unit;
    out.period = first.period;
    out.scale_power = first.scale_power;
    out.reported = first.reported;
    out.message = std::to_string(lines.size()) + " lines of the period to " + end.iso() +
                  " differ from what " + file + (later ? ", a later filing," : "") + " prints: a restatement";
    out.suggestion = "look for a restatement or a reclassification of that period";
    return out;
  }

  // What the other filing had under a name of the same section.
  [[nodiscard]] const Entry* then(std::uint64_t key, const Line& line, const Entry& entry) const {
    const auto found = store_.entries.find(key);
    if (found == store_.entries.end()) return nullptr;
    const auto other = std::find_if(found->second.rbegin(), found->second.rend(), [&](const Entry& one) {
      return one.file == entry.file && one.group == line.group;
    });
    return other == found->second.rend() ? nullptr : &*other;
  }

  // True where one other line of the section, new, gone or changed, takes up the difference.
  [[nodiscard]] bool moved_within(const Line& line, const Entry& entry, const Decimal& difference) const {
    for (auto other = under(own_groups_, line.group);
         other != own_groups_.end() && other->first == line.group; ++other) {
      if (other->second->key == line.key) continue;
      const Decimal& value = *filing_.figures[other->second->figure].value;
      const Entry* before = then(other->second->key, line, entry);
      const auto change = before == nullptr ? std::optional(value) : subtract(value, before->value);
      if (change && !change->zero() && same_value(*change, difference.negated())) return true;
    }
    const auto keys = store_.keys_of_group.find(line.group);
    if (keys == store_.keys_of_group.end()) return false;
    return std::any_of(keys->second.begin(), keys->second.end(), [&](std::uint64_t key) {
      const bool here = std::binary_search(own_keys_.begin(), own_keys_.end(), key);
      const Entry* gone = here ? nullptr : then(key, line, entry);
      return gone != nullptr && !gone->value.zero() && same_value(gone->value, difference);
    });
  }

  const Comparatives::Issuer& store_;
  const std::vector<Comparatives::File>& files_;
  const Filing& filing_;
  const std::vector<Line>& lines_;
  Report& report_;
  const SolveOptions& options_;
  RuleId rule_;
  std::vector<std::uint64_t> own_keys_;
  std::vector<Finding> unexplained_;  // differences of no known reason, in order of line
  std::uint32_t lines_held_ = 0;
  std::vector<std::uint32_t> held_to_;  // by file: which line was held to it last, counted from 1
  Index own_flows_;                     // by their name over their period
  Index own_groups_;
};

void Comparatives::hold(const Filing& filing, const std::vector<Line>& lines, Report& report,
                        const SolveOptions& options) {
  const auto issuer = issuers_.find(filing.issuer);
  if (filing.issuer.empty() || issuer == issuers_.end()) return;
  look_up_by_name(issuer->second);
  Comparison(issuer->second, files_, filing, lines, report, options).run();
  solving::finish_report(filing, report);
}

}  // namespace kcfin
