// Outcomes between processes.
#include "cli/outcome.h"

#include <array>

#include "cli/wire.h"

namespace kcfin::cli {
namespace {

// Every count of the totals, in one order for both directions.
template <class Totals>
auto counts_of(Totals& totals) {
  return std::array{&totals.files,
                    &totals.errors,
                    &totals.warnings,
                    &totals.notes,
                    &totals.consequences,
                    &totals.passed,
                    &totals.failed,
                    &totals.skipped,
                    &totals.figures,
                    &totals.figures_checked,
                    &totals.unreadable,
                    &totals.without_tables,
                    &totals.known,
                    &totals.stale,
                    &totals.figures_outside_tables,
                    &totals.statements_unread};
}

}  // namespace

std::string sent(const Outcome& outcome) {
  WireWriter out;
  for (const auto* count : counts_of(outcome.totals)) out.number(*count);
  out.number(outcome.totals.by_rule.size());
  for (const auto& counts : outcome.totals.by_rule) {
    for (const std::uint64_t count : counts) out.number(count);
  }
  out.number(outcome.problem ? 1 : 0);
  if (outcome.problem) {
    const report::Problem& problem = *outcome.problem;
    out.text(problem.file).text(problem.message).number(problem.line);
    out.number(problem.without_tables ? 1 : 0)
        .number(problem.passed_over ? 1 : 0)
        .number(problem.fault ? 1 : 0);
  }
  out.number(outcome.bytes).text(outcome.settled).number(outcome.pieces.size());
  for (const auto& pieces : outcome.pieces) {
    out.number(pieces.size());
    for (const report::Piece& piece : pieces) out.number(piece.rank).text(piece.text);
  }
  return out.take();
}

std::optional<Outcome> received(std::string_view sent, std::size_t reports) {
  WireReader in(sent);
  Outcome outcome;
  for (auto* count : counts_of(outcome.totals)) *count = in.number();
  for (std::uint64_t left = in.number(); left > 0 && in.more(); --left) {
    for (std::uint64_t& count : outcome.totals.by_rule.emplace_back()) count = in.number();
  }
  if (in.number() != 0) {
    report::Problem& problem = outcome.problem.emplace();
    problem.file = in.text();
    problem.message = in.text();
    problem.line = static_cast<std::uint32_t>(in.number());
    problem.without_tables = in.number() != 0;
    problem.passed_over = in.number() != 0;
    problem.fault = in.number() != 0;
  }
  outcome.bytes = in.number();
  outcome.settled = in.text();
  for (std::uint64_t left = in.number(); left > 0 && in.more(); --left) {
    auto& pieces = outcome.pieces.emplace_back();
    for (std::uint64_t more = in.number(); more > 0 && in.more(); --more) {
      const auto rank = static_cast<std::uint8_t>(in.number());
      pieces.push_back({rank, std::string(in.text())});
      if (rank >= report::kRanks) return std::nullopt;
    }
  }
  if (!in.sound() || outcome.pieces.size() != (outcome.problem ? 0 : reports)) return std::nullopt;
  return outcome;
}

}  // namespace kcfin::cli
