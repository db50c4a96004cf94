// The seeded-error harness: puts one error at a time into filings of any dialect and scores what `check`
// says.
//
// For each kind of slip it prints how many were noticed (any new finding), noticed at warning or more, as
// errors, blamed (a root finding on the changed figure), blamed or among the first three candidates, alone
// (no other new root) and mended (the finding expects the original), split by how many checks hold the
// figure.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "harness/fate.h"
#include "harness/filing_text.h"
#include "harness/slips.h"
#include "harness/trial.h"

namespace kcfin::harness {
namespace {

// ---------------------------------------------------------------- cases

struct Change {
  FigureId figure = kNoFigure;
  Decimal to;
};

struct Case {
  std::size_t filing = 0, kind = 0;
  std::vector<Change> errors;   // what an ideal reader would name
  std::vector<Change> carried;  // totals that its author changed along with it
  std::vector<Edit> edits;      // of the filing's text, for all of them
  std::vector<Stand> stands;    // of each error in the edited text
  std::size_t held = 0;         // by how many checks, of the one that fewest hold
};

const std::size_t kTwoAtOnce = slips().size();
const std::size_t kCarried = slips().size() + 1;

std::string kind_name(std::size_t kind) {
  if (kind == kTwoAtOnce) return "two figures at once";
  if (kind == kCarried) return "carried through totals";
  return std::string(slips()[kind].name);
}

// Figures of sound rows that can be changed in the file's text.
std::vector<FigureId> changeable(const Unchanged& filing) {
  const FilingText text(filing.bytes);
  std::vector<FigureId> figures;
  const Filing& read = filing.checked.filing;
  for (FigureId id = 0; id < read.figures.size(); ++id) {
    const Figure& figure = read.figures[id];
    const bool sound = figure.in_table() && figure.status == Status::ok && figure.damage == Damage::none &&
                       figure.value && !figure.value->zero() &&
                       !read.tables[figure.table].rows[figure.row].damaged;
    if (sound && text.printing(figure, *figure.value)) figures.push_back(id);
  }
  return figures;
}

bool additive_in_one_column(const Filing& filing, const Equation& equation) {
  if (equation.relation != Relation::sum) return false;
  const Figure& result = filing.figures[equation.result];
  return std::all_of(equation.terms.begin(), equation.terms.end(), [&](const Term& term) {
    const Figure& figure = filing.figures[term.figure];
    return figure.in_table() && figure.table == result.table && figure.column == result.column;
  });
}

std::optional<Decimal> sum_of(const Filing& filing, const Equation& equation,
                              const std::map<FigureId, Decimal>& changed) {
  std::optional<Decimal> sum = Decimal{0, 0};
  for (const Term& term : equation.terms) {
    const auto found = changed.find(term.figure);
    const std::optional<Decimal> value =
        found != changed.end() ? std::optional(found->second) : filing.figures[term.figure].value;
    if (!value || !sum) return std::nullopt;
    sum = add(*sum, term.sign < 0 ? value->negated() : *value);
  }
  return sum;
}

// Every total of the same column that adds the changed figure up, with what its author would then print.
std::vector<Change> carried_through(const Unchanged& filing, const Change& error) {
  const Filing& read = filing.checked.filing;
  std::map<FigureId, Decimal> changed = {{error.figure, error.to}};
  for (bool again = true; again;) {
    again = false;
    for (const Equation& equation : filing.equations.equations) {
      if (changed.contains(equation.result) || !additive_in_one_column(read, equation)) continue;
      const bool touched = std::any_of(equation.terms.begin(), equation.terms.end(),
                                       [&](const Term& term) { return changed.contains(term.figure); });
      const std::optional<Decimal> before = touched ? sum_of(read, equation, {}) : std::nullopt;
      if (!before || !read.figures[equation.result].value) continue;
      if (!same_value(*before, *read.figures[equation.result].value)) continue;
      const std::optional<Decimal> after = sum_of(read, equation, changed);
      if (!after || same_value(*after, *before)) continue;
      changed.emplace(equation.result, *after);
      again = true;
    }
  }
  changed.erase(error.figure);
  std::vector<Change> totals;
  for (const auto& [figure, to] : changed) totals.push_back({figure, to});
  return totals;
}

// Checks other than the footings of its own column: what can see an error that was carried through them.
std::size_t held_from_outside(const Unchanged& filing, FigureId figure) {
  const Filing& read = filing.checked.filing;
  std::set<std::uint32_t> alternatives;
  std::size_t held = 0;
  for (const Equation& equation : filing.equations.equations) {
    const bool has =
        equation.result == figure || std::any_of(equation.terms.begin(), equation.terms.end(),
                                                 [&](const Term& term) { return term.figure == figure; });
    if (!has || additive_in_one_column(read, equation)) continue;
    if (equation.alternatives == 0 || alternatives.insert(equation.alternatives).second) ++held;
  }
  return held;
}

// Makes the edits of the case; false where one of its changes cannot be printed.
bool print_changes(const Unchanged& filing, const FilingText& sound, Case& one) {
  const auto& figures = filing.checked.filing.figures;
  std::vector<std::vector<Edit>> own;
  std::vector<Edit> all;
  for (const std::vector<Change>* changes : {&one.errors, &one.carried}) {
    for (const Change& change : *changes) {
      std::optional<std::vector<Edit>> edits = sound.printing(figures[change.figure], change.to);
      if (!edits) return false;
      all.insert(all.end(), edits->begin(), edits->end());
      own.push_back(std::move(*edits));
    }
  }
  for (std::size_t i = 0; i < one.errors.size(); ++i)
    one.stands.push_back(stand_after(figures[one.errors[i].figure], own[i], all));
  one.edits = std::move(all);
  return true;
}

std::string changed_text(const Unchanged& filing, const Case& one) {
  FilingText text(filing.bytes);
  text.apply(one.edits);
  return text.bytes();
}

std::optional<Case> draw_case(const std::vector<Unchanged>& filings, std::size_t index,
                              const std::vector<FigureId>& figures, std::size_t kind, Draw& draw) {
  const Unchanged& filing = filings[index];
  const Filing& read = filing.checked.filing;
  const auto slip = [&](std::size_t which) -> std::optional<Change> {
    const FigureId figure = figures[draw.below(figures.size())];
    const std::optional<Decimal> to = slips()[which].make(read, figure, draw);
    if (!to || same_value(*to, *read.figures[figure].value)) return std::nullopt;
    return Change{figure, *to};
  };
  Case made{index, kind, {}, {}, {}, {}, 0};
  const bool single = kind < kTwoAtOnce;
  for (std::size_t i = 0; i < (kind == kTwoAtOnce ? 2U : 1U); ++i) {
    const std::optional<Change> change = slip(single ? kind : draw.below(slips().size()));
    if (!change) return std::nullopt;
    made.errors.push_back(*change);
  }
  if (kind == kTwoAtOnce) {
    const Figure& first = read.figures[made.errors[0].figure];
    const Figure& second = read.figures[made.errors[1].figure];
    if (first.table == second.table) return std::nullopt;
  }
  const auto& checks = filing.checked.report.checks_of;
  made.held = checks[made.errors[0].figure];
  for (const Change& error : made.errors) made.held = std::min<std::size_t>(made.held, checks[error.figure]);
  if (kind == kCarried) {
    made.carried = carried_through(filing, made.errors[0]);
    if (made.carried.empty()) return std::nullopt;
    made.held = held_from_outside(filing, made.errors[0].figure);
  }
  return made;
}

std::vector<Case> draw_cases(const std::vector<Unchanged>& filings, const Run& run) {
  std::vector<Case> cases;
  Draw draw(run.seed);
  for (std::size_t index = 0; index < filings.size(); ++index) {
    const std::vector<FigureId> figures = changeable(filings[index]);
    const FilingText sound(filings[index].bytes);
    if (figures.empty()) continue;
    for (std::size_t kind = 0; kind < (run.single ? kTwoAtOnce : kCarried + 1); ++kind) {
      std::size_t made = 0;
      for (std::size_t tries = 0; made < run.cases && tries < run.cases * 20; ++tries) {
        std::optional<Case> one = draw_case(filings, index, figures, kind, draw);
        if (one && print_changes(filings[index], sound, *one)) {
          cases.push_back(std::move(*one));
          ++made;
        }
      }
    }
  }
  return cases;
}

// ---------------------------------------------------------------- scores

struct Score {
  std::string evidence;  // what was weighed, for --lines
  bool noticed = false, warned = false, error = false, blamed = false, first_three = false, alone = false,
       mended = false;
  std::vector<std::string> said;  // the new root findings, for --shortfalls
};

// A finding wherever on its line it stands: a changed figure may push the others along.
using Mark = std::tuple<RuleId, std::uint32_t, std::string, Date, std::string, Severity>;

Mark mark_of(const Finding& finding) {
  return {finding.rule, finding.at.line, finding.label, finding.period.end, finding.unit, finding.severity};
}

// How often each stands there: on the one line of a page many findings may look the same.
std::map<Mark, std::size_t> marks(const Report& report) {
  std::map<Mark, std::size_t> all;
  for (const Finding& finding : report.findings) ++all[mark_of(finding)];
  for (const Finding& finding : report.not_understood) ++all[mark_of(finding)];
  return all;
}

bool stands_on(const Filing& filing, FigureId figure, const Stand& stand) {
  return figure < filing.figures.size() && stand.has(filing.figures[figure].at);
}

struct Named {
  bool blamed = false, first_three = false, mended = false;
};

Named how_named(const Checked& after, const std::vector<const Finding*>& roots, const Stand& stand,
                const Decimal& original) {
  Named named;
  for (const Finding* root : roots) {
    if (root->candidates.empty() && stands_on(after.filing, root->figure, stand)) {
      named.blamed = named.first_three = true;
      named.mended |= root->expected && same_value(*root->expected, original);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(3, root->candidates.size()); ++i) {
      named.first_three |= stand.has(root->candidates[i].at);
    }
  }
  return named;
}

// What was weighed for the root finding on the changed figure, or else for the first other one.
std::string evidence_of(const Checked& after, const std::vector<const Finding*>& roots, const Stand& stand) {
  const Finding* told = nullptr;
  for (const Finding* root : roots) {
    if (root->evidence.empty()) continue;
    if (told == nullptr) told = root;
    if (stands_on(after.filing, root->figure, stand)) {
      told = root;
      break;
    }
  }
  std::string words;
  if (told == nullptr) return words;
  for (const std::string_view one : told->evidence) words += (words.empty() ? "" : "; ") + std::string(one);
  return words;
}

Score score(const Unchanged& before, const Checked& after, const Case& one) {
  Score result;
  std::map<Mark, std::size_t> known = marks(before.checked.report);
  std::vector<const Finding*> roots;
  for (const Finding& finding : after.report.findings) {
    if (const auto found = known.find(mark_of(finding)); found != known.end() && found->second > 0) {
      --found->second;
      continue;
    }
    result.noticed = true;
    result.warned |= finding.severity >= Severity::warning;
    result.error |= finding.severity == Severity::error;
    if (finding.cause == kNoCause) roots.push_back(&finding);
  }
  for (const Finding* root : roots) {
    result.said.push_back(fmt::format("{}: {}:{} {} {}", rules()[root->rule].id, root->at.line,
                                      root->at.column, root->message, root->suggestion));
    for (const Mention& candidate : root->candidates)
      result.said.back() +=
          fmt::format(" [{}:{} {} -> {}]", candidate.at.line, candidate.at.column, candidate.label,
                      candidate.expected ? candidate.expected->grouped() : "");
  }
  result.blamed = result.first_three = result.mended = true;
  for (std::size_t i = 0; i < one.errors.size(); ++i) {
    const Figure& original = before.checked.filing.figures[one.errors[i].figure];
    const Named named = how_named(after, roots, one.stands[i], *original.value);
    result.blamed &= named.blamed;
    result.first_three &= named.first_three;
    result.mended &= named.mended;
  }
  result.alone = roots.size() == one.errors.size() && result.first_three;
  // What was not claimed for want of evidence is fitted on, too.
  for (const Finding& finding : after.report.not_understood) {
    const auto found = known.find(mark_of(finding));
    if (found != known.end() && found->second > 0) {
      --found->second;
    } else {
      roots.push_back(&finding);
    }
  }
  result.evidence = evidence_of(after, roots, one.stands.front());
  return result;
}

// ---------------------------------------------------------------- the printed score

constexpr std::array<const char*, 3> kHeld = {"none", "one", "two or more"};

std::size_t part(std::size_t held) { return std::min<std::size_t>(held, 2); }

std::vector<std::string> line(const std::string& kind, const std::string& held,
                              const std::vector<Score>& scores) {
  const auto having = [&](bool Score::*what) {
    const auto count =
        std::count_if(scores.begin(), scores.end(), [what](const Score& s) { return s.*what; });
    return share(static_cast<std::size_t>(count), scores.size());
  };
  return {kind,
          held,
          counted(scores.size()),
          having(&Score::noticed),
          having(&Score::warned),
          having(&Score::error),
          having(&Score::blamed),
          having(&Score::first_three),
          having(&Score::alone),
          having(&Score::mended)};
}

void print_scores(const std::vector<Case>& cases, const std::vector<Score>& scores) {
  std::vector<std::vector<std::string>> rows = {
      {"error", "held by", "cases", "noticed", "warning", "error", "blamed", "first 3", "alone", "mended"}};
  std::array<std::vector<Score>, 3> single;
  for (std::size_t kind = 0; kind <= kCarried; ++kind) {
    std::array<std::vector<Score>, 3> parts;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (cases[i].kind != kind) continue;
      parts[part(cases[i].held)].push_back(scores[i]);
      if (kind < kTwoAtOnce) single[part(cases[i].held)].push_back(scores[i]);
    }
    if (parts[0].empty() && parts[1].empty() && parts[2].empty()) continue;
    for (std::size_t p = 3; p-- > 0;) rows.push_back(line(p == 2 ? kind_name(kind) : "", kHeld[p], parts[p]));
  }
  for (std::size_t p = 3; p-- > 0;)
    rows.push_back(line(p == 2 ? "all single errors" : "", kHeld[p], single[p]));
  std::vector<Score> held = single[1];
  held.insert(held.end(), single[2].begin(), single[2].end());
  rows.push_back(line("", "at least one", held));
  print_table(rows);
}

void print_filings(const std::vector<Unchanged>& filings) {
  std::array<std::size_t, 3> figures{};
  std::array<std::size_t, 3> findings{};
  for (const Unchanged& filing : filings) {
    for (const FigureId id : changeable(filing)) ++figures[part(filing.checked.report.checks_of[id])];
    findings[0] += filing.checked.report.notes;
    findings[1] += filing.checked.report.warnings;
    findings[2] += filing.checked.report.errors;
  }
  const std::size_t all = figures[0] + figures[1] + figures[2];
  fmt::print("{} filings as they are: {} errors, {} warnings, {} notes\n", filings.size(), findings[2],
             findings[1], findings[0]);
  fmt::print("{} figures: {} held by two checks or more, {} by one, {} by none\n\n", counted(all),
             share(figures[2], all), share(figures[1], all), share(figures[0], all));
}

// What a score lacks, in words; empty where it lacks nothing that the case should have.
std::string lacking(const Score& score, const Case& one) {
  if (!score.noticed) return "not noticed";
  if (!score.first_three) return "another figure blamed";
  if (one.held < 2) return {};
  if (!score.blamed) return "among candidates";
  if (!score.mended) return "blamed, another value expected";
  return score.alone ? "" : "blamed, but not alone";
}

void print_shortfalls(const std::vector<Unchanged>& filings, const std::vector<Case>& cases,
                      const std::vector<Score>& scores) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string lack = lacking(scores[i], cases[i]);
    if (lack.empty() || cases[i].held == 0) continue;
    const Unchanged& filing = filings[cases[i].filing];
    for (const Change& error : cases[i].errors) {
      const Figure& figure = filing.checked.filing.figures[error.figure];
      fmt::print("{}:{}:{}: {} for {}: {}, held by {}, {}\n", filing.path, figure.at.line, figure.at.column,
                 error.to.grouped(), figure.value->grouped(), kind_name(cases[i].kind),
                 kHeld[part(cases[i].held)], lack);
    }
    for (const std::string& said : scores[i].said) fmt::print("    {}\n", said);
    if (scores[i].noticed) continue;
    if (!scores[i].evidence.empty()) fmt::print("    not understood: {}\n", scores[i].evidence);
    SolveOptions listed;
    listed.list_checks = true;
    const Result<Checked> before = check(filing.bytes, {}, listed);
    const Result<Checked> after = check(changed_text(filing, cases[i]), {}, listed);
    if (!before || !after) continue;
    for (const std::string& fate : fates(*before, cases[i].errors.front().figure, *after))
      fmt::print("    {}\n", fate);
  }
}

// No error on a filing as it is, and enough of the single errors noticed that a check holds.
bool reached(const Run& run, const std::vector<Unchanged>& filings, const std::vector<Case>& cases,
             const std::vector<Score>& scores) {
  if (run.demand == 0) return true;
  const bool sound = std::all_of(filings.begin(), filings.end(),
                                 [](const Unchanged& filing) { return filing.checked.report.errors == 0; });
  std::size_t held = 0, noticed = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (cases[i].held == 0 || cases[i].kind >= kTwoAtOnce) continue;
    ++held;
    noticed += scores[i].noticed ? 1 : 0;
  }
  return sound && noticed * 100 >= held * run.demand;
}

// A line a case, for other programs: where, what, held by how many, and how it scored.
void print_lines(const std::vector<Unchanged>& filings, const std::vector<Case>& cases,
                 const std::vector<Score>& scores) {
  fmt::print(
      "file\tline\tcolumn\tkind\tprinted\toriginal\theld\tnoticed\twarning\terror\tblamed\tfirst_"
      "three\talone\tmended\tevidence\n");
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Case& one = cases[i];
    const Score& score = scores[i];
    const Change& first = one.errors.front();
    const Figure& figure = filings[one.filing].checked.filing.figures[first.figure];
    fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:d}\t{:d}\t{:d}\t{:d}\t{:d}\t{:d}\t{:d}\t{}\n",
               filings[one.filing].path, figure.at.line, figure.at.column, kind_name(one.kind),
               first.to.grouped(), figure.value->grouped(), one.held, score.noticed, score.warned,
               score.error, score.blamed, score.first_three, score.alone, score.mended, score.evidence);
  }
}

int seeded_errors(const Run& run) {
  const std::vector<Unchanged> filings = read_unchanged(run);
  if (filings.empty()) return 2;
  const std::vector<Case> cases = draw_cases(filings, run);
  std::vector<Score> scores(cases.size());
  spread(cases.size(), run.jobs, [&](std::size_t i) {
    const Unchanged& filing = filings[cases[i].filing];
    if (const Result<Checked> after = check(changed_text(filing, cases[i]))) {
      scores[i] = score(filing, *after, cases[i]);
    }
  });
  if (run.lines) {
    print_lines(filings, cases, scores);
    return 0;
  }
  fmt::print("seed {}, {} cases\n", run.seed, counted(cases.size()));
  print_filings(filings);
  print_scores(cases, scores);
  if (run.shortfalls) print_shortfalls(filings, cases, scores);
  return reached(run, filings, cases, scores) ? 0 : 1;
}

}  // namespace
}  // namespace kcfin::harness

int main(int argc, char** argv) {
  int exit_code = 0;
  const auto run = kcfin::harness::read_run(
      argc, argv, "Puts one error at a time into sound filings and scores what check says of it.", exit_code);
  return run ? kcfin::harness::seeded_errors(*run) : exit_code;
}
