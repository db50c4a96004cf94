// From operands to pieces, in as many workers as the user wants.
#include "cli/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include "cli/input.h"
#include "cli/interruption.h"
#include "cli/judge.h"
#include "cli/outcome.h"
#include "cli/progress.h"
#include "report/characters.h"

namespace kcfin::cli {
namespace {

// Statements, or at least figures of money: what a rule can hold.
bool has_financial_table(const Filing& filing) {
  const bool statement = std::any_of(filing.tables.begin(), filing.tables.end(),
                                     [](const Table& table) { return table.kind != TableKind::other; });
  return statement || std::any_of(filing.figures.begin(), filing.figures.end(), [](const Figure& figure) {
           return figure.in_table() && !figure.unit.currency_code().empty();
         });
}

bool has_statement(const Filing& filing) {
  return std::any_of(filing.tables.begin(), filing.tables.end(), [](const Table& table) {
    return table.kind == TableKind::income_statement || table.kind == TableKind::balance_sheet ||
           table.kind == TableKind::cash_flow || table.kind == TableKind::changes_in_equity;
  });
}

// The titles of statements over rows of figures, where no statement was read; empty otherwise.
std::string statements_not_read(const Filing& filing) {
  if (has_statement(filing)) return {};
  constexpr int kMost = 8;
  std::string titles;
  int named = 0;
  for (const StatementTitle& title : filing.statement_titles) {
    if (title.unread() && named++ < kMost)
      titles +=
          fmt::format("{}\u201c{}\u201d (line {})", titles.empty() ? "" : ", ", title.text, title.at.line);
  }
  return titles;
}

Outcome problem(const Input& input, std::string message, std::uint32_t line = 0) {
  Outcome outcome;
  outcome.problem = report::Problem{input.name, std::move(message), line};
  return outcome;
}

// In a worker: everything that is done on one input.
Outcome outcome_of(const Input& input, const Run& run, bool alone, const IsolatedWork::Ask& ask) {
  if (!input.problem.empty()) return problem(input, input.problem);
  const ReadLimits limits{.max_bytes = run.options.max_bytes};
  Result<std::string> bytes = bytes_of(input, run.options.max_bytes);
  if (!bytes) return problem(input, bytes.error().message, bytes.error().line);
  Outcome outcome;
  outcome.bytes = bytes->size();
  Result<Checked> checked = judged(std::move(*bytes), limits, run.solve);
  if (!checked) {
    const Error& error = checked.error();
    Outcome refused = problem(input, error.message, error.line);
    if (error.fault) refused.problem = internal_fault(input.name, error.message);
    return refused;
  }
  if (const std::string titles = statements_not_read(checked->filing); !titles.empty())
    return problem(input, "statements are named, but no table could be read: " + titles);
  if (!has_financial_table(checked->filing)) {
    const CutOff& cut_off = checked->filing.cut_off;
    if (cut_off.line != 0) {
      const std::string within(cut_off.within);
      return problem(input,
                     "no financial table, and the file ends within " + within + ": the rest is missing",
                     cut_off.line);
    }
    outcome = problem(input, "no financial table");
    outcome.problem->without_tables = true;
    outcome.problem->passed_over = !run.options.without_tables_is_error;
    return outcome;
  }
  report::FileResult file{input.name, std::move(*checked), 0};
  if (run.settlement != nullptr) outcome.settled = run.settlement->settle(file, alone, ask);
  outcome.totals = report::Totals::of(file);
  for (const auto& writer : run.reports) outcome.pieces.push_back(writer->format().pieces(file));
  return outcome;
}

// Puts outcomes, as they come in order, into the reports and the totals.
class Taking {
 public:
  Taking(Run& run, RunEnd& end, Progress& progress) : run_(run), end_(end), progress_(progress) {}

  // False where nothing can be printed any more.
  bool operator()(Outcome outcome) {
    if (outcome.problem && interrupted()) return true;
    if (run_.settlement != nullptr && !outcome.problem) run_.settlement->record(outcome.settled);
    progress_.clear();
    if (outcome.problem) {
      record(*outcome.problem);
    } else {
      end_.totals.add(outcome.totals);
    }
    for (std::size_t i = 0; i < run_.reports.size(); ++i) {
      ReportWriter& writer = *run_.reports[i];
      writer.add(outcome.problem ? writer.format().pieces(*outcome.problem) : outcome.pieces[i]);
      writer.flush();
      end_.output_failed = end_.output_failed || writer.output().failed();
    }
    const report::Totals& totals = outcome.totals;
    progress_.finished_one(outcome.bytes, totals.errors + totals.warnings + totals.notes);
    return !end_.output_failed;
  }

 private:
  void record(const report::Problem& problem) {
    constexpr std::size_t kKept = 100;
    complain(problem_text(problem));
    ++(problem.without_tables ? end_.totals.without_tables : end_.totals.unreadable);
    if (problem.passed_over) ++end_.totals.passed_over;
    if (end_.totals.problems.size() < kKept) end_.totals.problems.push_back(problem);
  }

  Run& run_;
  RunEnd& end_;
  Progress& progress_;
};

// Whether there is anything to print: a stream with a record for every file, and what names each file that
// was refused, have something to say where none was read, too.
bool worth_printing(const Run& run, const RunEnd& end, const report::Format& format) {
  return end.totals.files > 0 || (run.options.errors_inline && run.options.format == "ndjson") ||
         (format.tells_refusals() && end.totals.unreadable + end.totals.without_tables > 0);
}

}  // namespace

RunEnd run_over(Run& run) {
  RunEnd end;
  auto listed = inputs_of(run.options);
  if (!listed) {
    complain(listed.error().message);
    end.wrong = true;
    return end;
  }
  const std::vector<Input>& inputs = *listed;
  // A shard of a short list may well be empty; a list that is empty altogether is a mistake.
  end.wrong = inputs.empty() && run.options.shard.count == 1;
  if (end.wrong) complain("no file is left to read");
  if (inputs.empty()) return end;
  end.inputs = inputs.size();
  const bool alone = inputs.size() == 1;
  const auto fault = [&](std::size_t i, const std::string& cause) {
    Outcome outcome;
    outcome.problem = internal_fault(inputs[i].name, cause);
    return outcome;
  };
  heed_interruptions();
  Progress progress(inputs.size());
  Taking taking(run, end, progress);
  IsolatedWork::Steps steps;
  steps.make = [&](std::size_t i, const IsolatedWork::Ask& ask) {
    return sent(outcome_of(inputs[i], run, alone, ask));
  };
  steps.answer = [&](std::size_t, std::string_view question) { return run.settlement->answer(question); };
  steps.fault = [&](std::size_t i, const std::string& cause) { return sent(fault(i, cause)); };
  steps.take = [&](std::size_t i, const std::string& result) {
    auto outcome = received(result, run.reports.size());
    return taking(outcome ? std::move(*outcome) : fault(i, "a result that is none"));
  };
  steps.stop = interrupted;
  steps.idle = [&] { progress.draw(); };
  IsolatedWork(inputs.size(), {jobs_for(run.options, inputs.size()), run.options.max_milliseconds},
               std::move(steps))
      .run();
  progress.clear();
  end.interrupted = interrupted();
  if (end.interrupted)
    complain(fmt::format("interrupted: {} of {} files are reported", end.totals.files, inputs.size()));
  if (end.totals.files == 0 && end.totals.without_tables > 1) {
    complain("no file has a financial table: nothing was checked");
  }
  return end;
}

int finish(Run& run, const RunEnd& end, bool found) {
  bool failed = false;
  for (const auto& writer : run.reports) {
    Output& output = writer->output();
    if ((worth_printing(run, end, writer->format()) || end.nothing_to_do()) && !output.failed())
      writer->finish(end.totals);
    if (output.failed() && !output.closed_by_reader()) complain(output.fault());
    failed = failed || output.failed();
  }
  if (failed || end.wrong || end.interrupted) return kExitFault;
  if (run.options.exit_zero || end.nothing_to_do()) return kExitSound;
  if (end.totals.refused()) return kExitFault;
  return found ? kExitFound : kExitSound;
}

std::unique_ptr<Output> open_output(const std::string& path) {
  if (path.empty() || path == "-") return Output::standard();
  auto output = Output::file(path);
  if (output) return std::move(*output);
  complain(output.error().message);
  return nullptr;
}

bool take_options(const Request& request, Options& options) {
  for (const Given& given : request.given) {
    if (const std::string fault = set_option(*given.option, options, given.value); !fault.empty()) {
      complain(fault);
      return false;
    }
    options.settings.push_back({std::string(given.option->name), given.value, "command line"});
  }
  options.operands = request.operands;
  return true;
}

unsigned jobs_for(const Options& options, std::size_t files) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const unsigned jobs = options.jobs > 0 ? options.jobs : cores;
  return static_cast<unsigned>(std::min<std::size_t>(jobs, files));
}

report::Problem internal_fault(const std::string& file, const std::string& cause) {
  report::Problem problem{file, "internal fault, please report: " + cause};
  problem.fault = true;
  return problem;
}

std::string problem_text(const report::Problem& problem) {
  const std::string line = problem.line > 0 ? fmt::format("line {}: ", problem.line) : "";
  return fmt::format("{}: {}{}", problem.file, line, problem.message);
}

void complain(const std::string& message) {
  std::fputs(fmt::format("kcfin: {}\n", report::shown(message)).c_str(), stderr);
}

}  // namespace kcfin::cli
