// A direction breaks where everything that it may speak of went the other way.
#include "solve/directions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/direction.h"
#include "solve/confidence.h"
#include "solve/wording.h"

namespace kcfin::solving {
namespace {

bool breaks(const DirectionCheck& check) {
  return std::all_of(check.courses.begin(), check.courses.end(),
                     [&](const Course& course) { return course.way == turned(check.stated); });
}

Trait trait_of(Ground ground) {
  switch (ground) {
    case Ground::own_amounts:
      return Trait::direction_own_amounts;
    case Ground::percentage:
      return Trait::direction_percentage;
    case Ground::amounts:
      return Trait::direction_amounts;
    case Ground::row:
      return Trait::direction_row;
    case Ground::words:
      return Trait::direction_said;
    case Ground::cause:
      break;
  }
  return Trait::direction_cause;
}

class DirectionWriter {
 public:
  DirectionWriter(const DirectionEvidence& evidence, Report& report)
      : filing_(evidence.filing),
        checks_(evidence.equations.directions),
        claim_all_(evidence.claim_all),
        report_(report) {
    for (std::size_t i = 0; i < report_.findings.size(); ++i) told_.emplace(report_.findings[i].figure, i);
  }

  void run() {
    std::vector<const DirectionCheck*> broken;
    for (const DirectionCheck& check : checks_) {
      if (breaks(check)) broken.push_back(&check);
    }
    // Words of changes that are told already first, then what moves by itself, then what is named for it.
    std::stable_partition(broken.begin(), broken.end(), [](const DirectionCheck* check) {
      return check->courses.front().ground != Ground::cause;
    });
    for (const DirectionCheck* check : broken) retell(*check);
    std::erase_if(broken, [&](const DirectionCheck* check) { return told_words_.contains(check->at); });
    std::set<FigureId> moved;
    for (const DirectionCheck* check : broken) {
      if (check->courses.front().ground != Ground::cause) moved.insert(moved_by(*check));
    }
    const auto roots = std::count_if(broken.begin(), broken.end(), [&](const DirectionCheck* check) {
      return check->courses.front().ground != Ground::cause || !moved.contains(check->courses.front().now);
    });
    for (const DirectionCheck* check : broken) {
      if (!told_words_.contains(check->at)) tell(*check, roots);
    }
  }

  // The finding that the change's figure is right but for its sign becomes one about the word.
  void retell(const DirectionCheck& check) {
    const auto told = check.figure == kNoFigure ? told_.end() : told_.find(check.figure);
    if (told == told_.end() || !of_change(check)) return;
    Finding& finding = report_.findings[told->second];
    told_words_.insert(check.at);  // one finding a change
    const std::string_view turned_words = words_of(Trait::slip_direction);
    const bool turned =
        std::find(finding.evidence.begin(), finding.evidence.end(), turned_words) != finding.evidence.end();
    if (!turned || finding.cause != kNoCause || finding.table) return;
    const auto [first, is_first] = retold_.emplace(check.at, told->second);
    wrong_.emplace(check.figure, first->second);
    // "increased by RMB2.0 million, or 5%": one word for both.
    if (!is_first && explains_nothing(told->second)) {
      finding.cause = static_cast<std::uint32_t>(first->second);
      finding.wrong = false;
      finding.confidence.reset();
    }
    finding.message = message(check);
    finding.suggestion = suggestion(check);
    finding.at = check.at;
    finding.word = check.word;
    finding.difference.reset();
  }

  [[nodiscard]] bool explains_nothing(std::size_t finding) const {
    return std::none_of(report_.findings.begin(), report_.findings.end(),
                        [&](const Finding& other) { return other.cause == finding; });
  }

  [[nodiscard]] bool of_change(const DirectionCheck& check) const {
    const Figure& figure = filing_.figures[check.figure];
    return !figure.in_table() && filing_.claims[figure.claim].word_at == check.at;
  }

  // The figure that a word moves.
  [[nodiscard]] static FigureId moved_by(const DirectionCheck& check) {
    return check.figure != kNoFigure ? check.figure : check.courses.front().now;
  }

  // The finding that it follows from: all that speaks against it is a word that is wrong itself.
  [[nodiscard]] std::uint32_t cause_of(const DirectionCheck& check) const {
    std::uint32_t cause = kNoCause;
    for (const Course& course : check.courses) {
      const auto wrong = course.then == kNoFigure ? wrong_.find(course.now) : wrong_.end();
      if (wrong == wrong_.end()) return kNoCause;
      cause = static_cast<std::uint32_t>(wrong->second);
    }
    return cause;
  }

  void tell(const DirectionCheck& check, std::ptrdiff_t broken) {
    const Course& course = check.courses.front();
    const FigureId of = moved_by(check);
    Finding finding;
    finding.rule = check.rule;
    finding.at = check.at;
    finding.word = check.word;
    finding.message = message(check);
    finding.suggestion = suggestion(check);
    if (of != kNoFigure) {
      const Figure& figure = filing_.figures[of];
      finding.label = label_of(filing_, of);
      finding.unit = figure.unit.text();
      finding.period = figure.period;
      finding.scale_power = figure.scale_power;
    }
    for (const FigureId id : {course.now, course.then}) {
      if (id != kNoFigure) finding.related.push_back(mention(id));
    }
    told_words_.insert(check.at);
    finding.cause = cause_of(check);
    if (finding.cause != kNoCause) {
      finding.severity = Severity::warning;
      finding.wrong = false;
      report_.findings.push_back(std::move(finding));
      return;
    }
    weigh(check, broken, finding);
    // What may speak of something else is never claimed for nothing but that it breaks.
    const bool whatever = claim_all_ && !check.in_doubt && !check.apart;
    if (!whatever && compare(*finding.confidence, kClaimed) < 0) {
      report_.not_understood.push_back(std::move(finding));
      return;
    }
    if (check.courses.front().ground != Ground::cause) wrong_.emplace(of, report_.findings.size());
    report_.findings.push_back(std::move(finding));
  }

  [[nodiscard]] Mention mention(FigureId id) const {
    const Figure& figure = filing_.figures[id];
    return {id, figure.at, label_of(filing_, id), figure.unit.text(), figure.period, figure.value, {}, {}};
  }

  void weigh(const DirectionCheck& check, std::ptrdiff_t broken, Finding& finding) const {
    std::vector<Trait> traits{Trait::direction_word, trait_of(check.courses.front().ground)};
    std::set<Ground> grounds;
    std::set<std::pair<Date, Date>> ends;
    bool slight = false;
    for (const Course& course : check.courses) {
      grounds.insert(course.ground);
      if (course.then == kNoFigure) continue;
      ends.emplace(filing_.figures[course.now].period.end, filing_.figures[course.then].period.end);
      slight = slight || nearly_equal(course);
    }
    if (grounds.size() > 1) traits.push_back(Trait::direction_two_ways);
    if (ends.size() > 1) traits.push_back(Trait::direction_periods);
    if (check.in_doubt) traits.push_back(Trait::direction_in_doubt);
    if (check.apart) traits.push_back(Trait::direction_apart);
    if (slight) traits.push_back(Trait::direction_slight);
    traits.push_back(broken <= 1 ? Trait::direction_alone : Trait::direction_others);
    finding.confidence = Decimal{confidence_of(traits), 2};
    for (const Trait trait : traits) finding.evidence.push_back(words_of(trait));
    finding.against = against(traits);
    // What works against what it is named for contradicts no figure: a person should look.
    const bool named = check.courses.front().ground == Ground::cause;
    finding.severity = named || compare(*finding.confidence, kSure) < 0 ? Severity::warning : Severity::error;
  }

  [[nodiscard]] bool nearly_equal(const Course& course) const {
    const auto now = rulebook::printed(filing_.figures[course.now]),
               then = rulebook::printed(filing_.figures[course.then]);
    const auto times = now && then ? divide(*now, *then) : std::nullopt;
    const auto size = times ? absolute(*times) : std::nullopt;
    return size && meets(*size, Interval{{99, 100}, {101, 100}}).value_or(false);
  }

  [[nodiscard]] std::string message(const DirectionCheck& check) const {
    const Course& course = check.courses.front();
    const std::string of =
        check.metric.phrase.empty() ? std::string() : fmt::format(" of “{}”", check.metric.phrase);
    std::string told = course.told;
    if (course.then != kNoFigure)
      told = fmt::format("which went {} from {} to {}", rulebook::words_of(course.way),
                         filing_.figures[course.then].raw, filing_.figures[course.now].raw);
    return fmt::format("the sentence says “{}”{}, {}", check.word, of, told);
  }

  [[nodiscard]] static std::string suggestion(const DirectionCheck& check) {
    return check.courses.front().then != kNoFigure ? "compare the words with the two figures"
                                                   : "one of both directions is wrong";
  }

  const Filing& filing_;
  const std::vector<DirectionCheck>& checks_;
  bool claim_all_;
  Report& report_;
  std::multimap<FigureId, std::size_t> told_;  // what is said of figures already
  std::set<Place> told_words_;
  std::map<Place, std::size_t> retold_;    // words that changes say, and the first finding about them
  std::map<FigureId, std::size_t> wrong_;  // figures whose word is wrong, and the finding that tells it
};

}  // namespace

void add_direction_findings(const DirectionEvidence& evidence, Report& report) {
  if (!evidence.equations.directions.empty()) DirectionWriter(evidence, report).run();
}

}  // namespace kcfin::solving
