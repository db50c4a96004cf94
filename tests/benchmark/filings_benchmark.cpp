// How long reading takes, and a whole check, filing by filing, in bytes of the file a second.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>

#include "benchmark/filings.h"
#include "kcfin/document.h"

namespace kcfin::timing {
namespace {

// Times one function over the bytes of one filing.
template <class Function>
void register_timing(const char* what, const TimedFiling& filing, Function function) {
  benchmark::RegisterBenchmark((std::string(what) + "/" + filing.name).c_str(), [&filing, function](
                                                                                    benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(function(filing.bytes));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(filing.bytes.size()));
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
  for (const auto& filing : filings) {
    kcfin::timing::register_timing("read", filing,
                                   [](const std::string& bytes) { return kcfin::read(bytes); });
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
