// The whole way through for one file, room by room.
#include <exception>
#include <new>
#include <optional>
#include <utility>

#include "kcfin/finding.h"
#include "solve/ghost_rows.h"
#include "solve/readable.h"
#include "solve/shifted_rows.h"

namespace kcfin {
namespace {

struct Reading {
  Filing filing;
  std::optional<Equations> equations;  // where they had to be known to read the filing
};

Reading reading_of_tables(const Document& document, Tables raw, const SolveOptions& options) {
  Reading reading{assemble(document, std::move(raw)), std::nullopt};
  reading.filing.reference_rates = options.reference_rates;
  const std::vector<RowRef> late = solving::rows_that_start_late(reading.filing);
  if (late.empty()) {
    read_claims(document, reading.filing);
    return reading;
  }
  Filing tables = reading.filing;
  read_claims(document, reading.filing);
  reading.equations = solving::relate_as_readable(reading.filing);
  if (!solving::move_shifted_rows_back(tables, late, *reading.equations)) return reading;
  read_claims(document, tables);
  return {std::move(tables), std::nullopt};
}

Reading reading_of(const Document& document, const SolveOptions& options = {}) {
  Tables raw = read_tables(document);
  const std::vector<solving::GhostSuspect> suspects = solving::ghost_suspects(document, raw);
  Reading reading = reading_of_tables(document, std::move(raw), options);
  if (suspects.empty()) return reading;
  if (!reading.equations) reading.equations = solving::relate_as_readable(reading.filing);
  const auto ghosts = solving::confirmed_ghosts(suspects, reading.filing, *reading.equations);
  if (!ghosts.empty()) reading = reading_of_tables(document, read_tables(document, ghosts), options);
  return reading;
}

// What no caller has to be ready for.
template <class Work>
Result<Checked> without_exceptions(const Work& work) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return Error{"not enough memory", 0, true};
  } catch (const std::exception& exception) {
    return Error{exception.what(), 0, true};
  }
}

}  // namespace

Result<Checked> check(std::string bytes, const ReadLimits& limits, const SolveOptions& options) {
  return without_exceptions([&]() -> Result<Checked> {
    Result<Document> document = read(std::move(bytes), limits);
    if (!document) return document.error();
    Reading reading = reading_of(*document, options);
    if (!reading.equations) reading.equations = solving::relate_as_readable(reading.filing);
    Report report = solve(reading.filing, *reading.equations, options);
    return Checked{std::move(*document), std::move(reading.filing), std::move(report)};
  });
}

Result<Checked> extract(std::string bytes, const ReadLimits& limits) {
  return without_exceptions([&]() -> Result<Checked> {
    Result<Document> document = read(std::move(bytes), limits);
    if (!document) return document.error();
    return Checked{std::move(*document), reading_of(*document).filing, Report{}};
  });
}

}  // namespace kcfin
