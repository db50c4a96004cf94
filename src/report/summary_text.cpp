// Counts of figures by statement, of sentences, and the rate. Asks for a report with its checks listed.
#include "report/summary_text.h"

#include <fmt/format.h>

#include "report/characters.h"
#include "report/facts.h"
#include "report/marks.h"
#include "report/names.h"
#include "report/style.h"
#include "report/unchecked.h"
#include "report/wording.h"

namespace kcfin::report {
namespace {

// The statements that a full report has.
constexpr bool is_main(TableKind kind) {
  return kind == TableKind::income_statement || kind == TableKind::balance_sheet ||
         kind == TableKind::cash_flow || kind == TableKind::changes_in_equity;
}

std::string row(std::string_view name, const Coverage& counts) {
  return fmt::format("  {:<18}{:>7}{:>9}{:>8}{:>8}{:>10}{:>17}{:>14}\n", name, counts.tables, counts.figures,
                     counts.held, counts.held_twice, counts.unheld, counts.nothing, counts.contradicted);
}

std::string headings_words(const Filing& filing) {
  std::uint32_t worked_out = 0, unknown = 0;
  for (const Table& table : filing.tables) {
    for (const Column& column : table.columns) {
      worked_out += column.heading == Heading::worked_out ? 1 : 0;
      unknown += column.heading == Heading::unknown ? 1 : 0;
    }
  }
  if (worked_out + unknown == 0) return {};
  return fmt::format("  columns: heading worked out {}, unknown {}\n", worked_out, unknown);
}

}  // namespace

void Coverage::add(const Coverage& more) {
  tables += more.tables;
  figures += more.figures;
  held += more.held;
  held_twice += more.held_twice;
  unheld += more.unheld;
  nothing += more.nothing;
  contradicted += more.contradicted;
}

Coverage coverage_of(const Checked& checked, const Marks& marks, std::uint32_t table) {
  Coverage counts;
  counts.tables = 1;
  const Filing& filing = checked.filing;
  const Table& all = filing.tables[table];
  for (const Row& own : all.rows) {
    for (std::size_t c = 0; c < own.cells.size() && c < all.columns.size(); ++c) {
      const FigureId id = own.cells[c];
      if (id == kNoFigure || filing.figures[id].damage == Damage::ghost) continue;
      const std::uint32_t checks = id < checked.report.checks_of.size() ? checked.report.checks_of[id] : 0;
      ++counts.figures;
      const bool nothing = checks == 0 && !nothing_to_hold(own, all.columns[c], filing.figures[id]).empty();
      ++(checks > 0 ? counts.held : nothing ? counts.nothing : counts.unheld);
      counts.held_twice += checks > 1 ? 1 : 0;
      counts.contradicted += marks.standing(id) == Standing::contradicted ? 1 : 0;
    }
  }
  return counts;
}

std::array<Coverage, kTableKinds> coverage_by_kind(const Checked& checked, const Marks& marks) {
  std::array<Coverage, kTableKinds> kinds{};
  for (std::uint32_t t = 0; t < checked.filing.tables.size(); ++t)
    kinds[static_cast<std::size_t>(checked.filing.tables[t].kind)].add(coverage_of(checked, marks, t));
  return kinds;
}

std::string summary_text(const FileResult& file, bool color) {
  const Checked& checked = file.checked;
  const Marks marks(checked);
  std::string out = painted(Style::place, shown(file.name), color) + "\n";
  out += painted(
      Style::faint,
      "                     tables  figures    held   twice  not held  nothing to hold  contradicted\n",
      color);
  const auto kinds = coverage_by_kind(checked, marks);
  Coverage all;
  for (std::size_t k = 0; k < kTableKinds; ++k) {
    const auto kind = static_cast<TableKind>(k);
    if (kinds[k].tables > 0) {
      out += row(words_for(kind), kinds[k]);
    } else if (is_main(kind)) {
      out += fmt::format("  {:<18}{:>7}  none was found\n", words_for(kind), "–");
    }
    all.add(kinds[k]);
  }
  out += row("all", all);
  const Report::ClaimCounts& claims = checked.report.claims;
  out += fmt::format("  sentences: {} stated; {} tied, {} recomputed, {} not understood\n",
                     counted(claims.found, "figure is", "figures are"), claims.tied, claims.recomputed,
                     claims.unresolved);
  out += headings_words(checked.filing);
  for (const Rate& rate : checked.filing.rates) {
    out += fmt::format("  rate {}{} for {}1{}, line {}\n", rate.from.data(), rate.rate.text(), rate.to.data(),
                       rate.as_of.known() ? " on " + rate.as_of.iso() : "", rate.at.line);
  }
  return out + "\n";
}

}  // namespace kcfin::report
