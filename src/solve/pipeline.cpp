// The whole way through for one file, room by room.
#include "kcfin/finding.h"
#include "solve/shifted_rows.h"

namespace kcfin {
namespace {

Filing filing_of(const Document& document) {
  Filing filing = assemble(document, read_tables(document));
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
