// How long each room takes over a filing, and a whole check, in bytes of the file a second.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <utility>

#include "benchmark/filings.h"
#include "kcfin/document.h"
#include "kcfin/equation.h"
#include "kcfin/filing.h"
#include "kcfin/finding.h"

namespace kcfin::timing {
namespace {

// What each room is given, made once.
struct Stages {
  explicit Stages(const std::string& bytes) : document(*read(bytes)) {
    tables = read_tables(document);
    statements = assemble(document, tables);
    filing = statements;
    read_claims(document, filing);
    equations = relate(filing);
  }
  Document document;
  Tables tables;
  Filing statements, filing;
  Equations equations;
};

// Copies what a room takes over, outside the time that counts.
template <class Value>
Value untimed_copy(benchmark::State& state, const Value& value) {
  state.PauseTiming();
  Value copy = value;
  state.ResumeTiming();
  return copy;
}

void check_whole(benchmark::State& state, const std::string& bytes) {
  for (auto _ : state) benchmark::DoNotOptimize(check(bytes));
}
void read_room(benchmark::State& state, const std::string& bytes) {
  for (auto _ : state) benchmark::DoNotOptimize(read(bytes));
}
void table_room(benchmark::State& state, const std::string& bytes) {
  const Stages stages(bytes);
  for (auto _ : state) benchmark::DoNotOptimize(read_tables(stages.document));
}
void statement_room(benchmark::State& state, const std::string& bytes) {
  const Stages stages(bytes);
  for (auto _ : state)
    benchmark::DoNotOptimize(assemble(stages.document, untimed_copy(state, stages.tables)));
}
void prose_room(benchmark::State& state, const std::string& bytes) {
  const Stages stages(bytes);
  for (auto _ : state) {
    Filing filing = untimed_copy(state, stages.statements);
    read_claims(stages.document, filing);
    benchmark::DoNotOptimize(filing);
  }
}
void rules_room(benchmark::State& state, const std::string& bytes) {
  const Stages stages(bytes);
  for (auto _ : state) benchmark::DoNotOptimize(relate(stages.filing));
}
void solve_room(benchmark::State& state, const std::string& bytes) {
  const Stages stages(bytes);
  for (auto _ : state) {
    Filing filing = untimed_copy(state, stages.filing);
    benchmark::DoNotOptimize(solve(filing, stages.equations));
  }
}

using Timing = void (*)(benchmark::State&, const std::string&);
constexpr std::pair<const char*, Timing> kTimings[] = {
    {"check", check_whole}, {"read", read_room},   {"table", table_room}, {"statement", statement_room},
    {"prose", prose_room},  {"rules", rules_room}, {"solve", solve_room}};

void register_timing(const char* what, Timing timing, const TimedFiling& filing) {
  benchmark::RegisterBenchmark((std::string(what) + "/" + filing.name).c_str(), [timing, &filing](
                                                                                    benchmark::State& state) {
    timing(state, filing.bytes);
    const auto bytes = static_cast<std::int64_t>(filing.bytes.size());
    state.SetBytesProcessed(state.iterations() * bytes);
  })->Unit(benchmark::kMicrosecond);
}

}  // namespace
}  // namespace kcfin::timing

int main(int argc, char** argv) {
  const auto filings = kcfin::timing::timed_filings();
  if (filings.empty()) {
    std::fprintf(stderr, "there are no filings to time in testdata/\n");
    return 1;
  }
  for (const auto& [what, timing] : kcfin::timing::kTimings)
    for (const auto& filing : filings) kcfin::timing::register_timing(what, timing, filing);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
