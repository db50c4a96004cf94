// Earlier filings, read in order and remembered from the run.
#include "cli/earlier_filings.h"

#include <optional>
#include <utility>

#include "cli/input.h"
#include "cli/judge.h"
#include "cli/run.h"
#include "cli/wire.h"

namespace kcfin::cli {
namespace {

using Reported = Comparatives::Reported;

std::string sent(const Reported& reported) {
  WireWriter out;
  out.text(reported.issuer).text(reported.file);
  const Date end = reported.report_end;
  out.number(static_cast<std::uint64_t>(end.year)).number(end.month).number(end.day);
  out.number(reported.lines.size());
  for (const Reported::Line& line : reported.lines) {
    out.bits(line.key).bits(line.concept_key).bits(line.flow_key).bits(line.group);
    out.number(static_cast<std::uint64_t>(line.value.mantissa)).number(line.value.decimals);
    out.number(line.line).number(line.scale_power).text(line.definition);
  }
  return out.take();
}

std::string_view issuer_of(std::string_view sent) { return WireReader(sent).text(); }

Reported received(std::string_view sent) {
  WireReader in(sent);
  Reported reported;
  reported.issuer = in.text();
  reported.file = in.text();
  reported.report_end.year = static_cast<std::int16_t>(in.number());
  reported.report_end.month = static_cast<std::uint8_t>(in.number());
  reported.report_end.day = static_cast<std::uint8_t>(in.number());
  const std::uint64_t lines = in.number();
  for (std::uint64_t i = 0; i < lines && in.more(); ++i) {
    Reported::Line line;
    line.key = in.bits();
    line.concept_key = in.bits();
    line.flow_key = in.bits();
    line.group = in.bits();
    line.value.mantissa = static_cast<std::int64_t>(in.number());
    line.value.decimals = static_cast<std::uint8_t>(in.number());
    line.line = static_cast<std::uint32_t>(in.number());
    line.scale_power = static_cast<std::uint8_t>(in.number());
    line.definition = in.text();
    reported.lines.push_back(std::move(line));
  }
  return reported;
}

// What came of reading a filing of --against: what it reports, or why it could not be read.
struct Read {
  std::string reported;
  std::optional<report::Problem> problem;
};

Read read_earlier(const Input& input, const Options& options) {
  if (!input.problem.empty()) return {{}, report::Problem{input.name, input.problem}};
  const ReadLimits limits{.max_bytes = options.max_bytes};
  Result<std::string> bytes = bytes_of(input, options.max_bytes);
  // Checked and not only extracted: a damaged figure has its value from the checks.
  const Result<Checked> checked = bytes ? judged(std::move(*bytes), limits, {}) : bytes.error();
  if (!checked) {
    const Error& error = checked.error();
    const report::Problem refused{input.name, error.message, error.line};
    return {{}, error.fault ? internal_fault(input.name, error.message) : refused};
  }
  return {
      sent(Comparatives::reported_by(input.name, checked->filing, Comparatives::lines_of(checked->filing))),
      std::nullopt};
}

std::string sent(const Read& read) {
  WireWriter out;
  out.number(read.problem ? 1 : 0);
  if (read.problem) return out.text(problem_text(*read.problem)).take();
  return out.text(read.reported).take();
}

}  // namespace

bool EarlierFilings::read(const Options& options) {
  const std::vector<Input> inputs = inputs_of(options.against);
  if (inputs.empty()) return true;
  bool all = true;
  IsolatedWork::Steps steps;
  steps.make = [&](std::size_t i, const IsolatedWork::Ask&) {
    return sent(read_earlier(inputs[i], options));
  };
  steps.fault = [&](std::size_t i, const std::string& cause) {
    faulty_ = true;
    complain(problem_text(internal_fault(inputs[i].name, cause)));
    return std::string();
  };
  steps.take = [&](std::size_t, const std::string& result) {
    WireReader in(result);
    if (result.empty()) return true;
    const bool problem = in.number() != 0;
    const std::string_view text = in.text();
    if (problem) {
      complain(std::string(text));
      all = false;
    } else {
      generations_[kAgainst][std::string(issuer_of(text))].push_back({0, std::string(text)});
    }
    return true;
  };
  steps.stop = [] { return false; };
  steps.idle = [] {};
  IsolatedWork(inputs.size(), {jobs_for(options, inputs.size()), options.max_milliseconds}, std::move(steps))
      .run();
  return all;
}

void EarlierFilings::hold(report::FileResult& file, bool alone, const SolveOptions& options,
                          const IsolatedWork::Ask& ask) {
  if (generations_.empty() && alone) return;
  auto& [document, filing, report] = file.checked;
  const std::vector<Comparatives::Line> lines = Comparatives::lines_of(filing);
  if (kept_.issuer != filing.issuer) kept_ = {filing.issuer, 0, {}};
  WireWriter question;
  question.number(kept_.known).text(sent(Comparatives::reported_by(file.name, filing, lines)));
  learn(ask(question.take()));
  for (auto& [number, generation] : kept_.generations) generation.hold(filing, lines, report, options);
}

void EarlierFilings::learn(std::string_view answer) {
  WireReader in(answer);
  const std::uint64_t oldest = in.number();
  std::erase_if(kept_.generations,
                [oldest](const auto& one) { return one.first != kAgainst && one.first < oldest; });
  kept_.known = in.number();
  while (in.more()) {
    Comparatives& generation = kept_.generations[in.number()];
    generation.add(received(in.text()));
  }
}

// The first word of a question is how much its worker knows already: 1 more than the number of filings.
std::string EarlierFilings::answer(std::string_view question) {
  WireReader in(question);
  const std::uint64_t known = in.number();
  const std::string_view reported = in.text();
  const std::string issuer(issuer_of(reported));
  const std::uint64_t newest = 1 + (filings_ == 0 ? 0 : (filings_ - 1) / kGeneration);
  const std::uint64_t oldest = newest > 1 ? newest - 1 : 1;
  std::erase_if(generations_,
                [oldest](const auto& one) { return one.first != kAgainst && one.first < oldest; });
  WireWriter out;
  out.number(oldest).number(filings_ + 1);
  for (const auto& [generation, filings] : generations_) {
    const auto found = filings.find(issuer);
    if (found == filings.end()) continue;
    for (const Earlier& earlier : found->second) {
      const bool fresh = known == 0 || (generation != kAgainst && earlier.number + 1 >= known);
      if (fresh) out.number(generation).text(earlier.reported);
    }
  }
  generations_[1 + filings_ / kGeneration][issuer].push_back({filings_, std::string(reported)});
  ++filings_;
  return out.take();
}

}  // namespace kcfin::cli
