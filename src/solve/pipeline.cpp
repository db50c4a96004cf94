// The whole way through for one file, room by room.
#include "kcfin/finding.h"
#include "solve/ghost_rows.h"
#include "solve/shifted_rows.h"

namespace kcfin {
namespace {

Filing filing_of(const Document& document) {
  Tables tables = read_tables(document);
  if (const auto ghosts = solving::find_ghosts(document, tables); !ghosts.empty())
    tables = read_tables(document, ghosts);
  Filing filing = assemble(document, std::move(tables));
  solving::move_shifted_rows_back(filing);
  read_claims(document, filing);
  return filing;
}

}  // namespace

Result<Checked> check(std::string bytes, const ReadLimits& limits, const SolveOptions& options) {
  Result<Document> document = read(std::move(bytes), limits);
  if (!document) return document.error();
  Filing filing = filing_of(*document);
  const Equations equations = relate(filing);
  Report report = solve(filing, equations, options);
  return Checked{std::move(*document), std::move(filing), std::move(report)};
}

Result<Checked> extract(std::string bytes, const ReadLimits& limits) {
  Result<Document> document = read(std::move(bytes), limits);
  if (!document) return document.error();
  Filing filing = filing_of(*document);
  return Checked{std::move(*document), std::move(filing), Report{}};
}

}  // namespace kcfin
