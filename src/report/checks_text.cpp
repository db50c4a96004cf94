// Each check with the row, column and words that it speaks of.
#include "report/checks_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "report/characters.h"
#include "report/facts.h"
#include "report/names.h"
#include "report/style.h"
#include "report/unchecked.h"

namespace kcfin::report {
namespace {

void add_folded(std::string& out, std::string_view text, std::size_t indent, std::size_t width) {
  for (const std::string& line : folded(shown(text), width > indent ? width - indent : 1))
    out += std::string(indent, ' ') + line + "\n";
}

std::string table_head(const Filing& filing, std::uint32_t table, const CheckView& view) {
  if (table >= filing.tables.size()) return painted(Style::place, "in sentences", view.color) + "\n";
  const std::string head =
      fmt::format("{}  {}", table_id(table), shown(statement_name(filing.tables[table])));
  return painted(Style::place, fitted(head, view.width), view.color) + "\n";
}

std::uint32_t table_of(const Filing& filing, const Check& check) {
  return check.figure < filing.figures.size() ? filing.figures[check.figure].table : Figure::kNoTable;
}

constexpr std::size_t kLeastLabel = 12;

// "to 2023-12-31, RMB thousand"
std::string column_in_short(const Fact& fact) {
  std::string text = fact.figure.period.known() ? "to " + fact.figure.period.end.iso() : "";
  const std::string unit = unit_words(fact.figure.unit, fact.figure.scale_power);
  if (!text.empty() && !unit.empty()) text += ", ";
  return text + shown(unit);
}

// "“Gross profit”, column “2023 / RMB”", or the words of the sentence.
std::string subject_of(const Checked& checked, const Check& check) {
  const Where where = where_of(checked, check.figure);
  if (!where.quote.empty()) return fmt::format("“{}”", where.quote);
  if (where.table.empty()) return {};
  return fmt::format("“{}”{}{}{}", where.row, where.column_heading.empty() ? "" : ", column “",
                     where.column_heading, where.column_heading.empty() ? "" : "”");
}

}  // namespace

std::string checks_text(const FileResult& file, const CheckView& view) {
  const Checked& checked = file.checked;
  const auto& checks = checked.report.checks;
  std::vector<std::uint32_t> order(checks.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return table_of(checked.filing, checks[a]) < table_of(checked.filing, checks[b]);
  });
  std::string out;
  std::optional<std::uint32_t> table;
  for (const std::uint32_t i : order) {
    const Check& check = checks[i];
    if (check.verdict == Verdict::inconsistent || !listed(check, view)) continue;
    if (table != table_of(checked.filing, check)) {
      table = table_of(checked.filing, check);
      out += table_head(checked.filing, *table, view);
    }
    const bool skipped = check.verdict == Verdict::skipped;
    out += fmt::format("{}  {}  {}:{}:{}\n", skipped ? "skipped" : "passed", rules()[check.rule].id,
                       shown(file.name), check.at.line, check.at.column);
    add_folded(out, subject_of(checked, check), 2, view.width);
    add_folded(out, skipped ? check.reason : check.equation, 4, view.width);
  }
  return out.empty() ? out : out + "\n";
}

std::string unchecked_text(const FileResult& file, const CheckView& view) {
  const Checked& checked = file.checked;
  const UncheckedReasons reasons(checked);
  // Of each table, the figures under each reason, in the order in which reasons first come.
  struct Group {
    std::string reason;
    std::vector<Fact> facts;
  };
  std::map<std::uint32_t, std::vector<Group>> tables;
  std::size_t count = 0, nothing = 0;
  for_each_fact(checked, [&](const Fact& fact) {
    if (fact.checks > 0) return;
    ++count;
    nothing += nothing_to_hold(fact.row, fact.column, fact.figure).empty() ? 0 : 1;
    auto& groups = tables[fact.table_number - 1];
    const std::string reason = reasons.of(fact);
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& known) { return known.reason == reason; });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{reason, {}});
    group->facts.push_back(fact);
  });
  if (count == 0) return {};
  std::string out = fmt::format(
      "{}: {}{}\n", shown(file.name),
      count == 1 ? "1 figure is held by no check" : fmt::format("{} figures are held by no check", count),
      nothing == 0 ? "" : fmt::format("; nothing could hold {} of them", nothing));
  for (const auto& [table, groups] : tables) {
    out += table_head(checked.filing, table, view);
    for (const Group& group : groups) {
      add_folded(out, group.reason, 2, view.width);
      std::size_t widest = 0;
      for (const Fact& fact : group.facts) widest = std::max(widest, columns(shown(fact.figure.raw)));
      for (const Fact& fact : group.facts) {
        const std::string head =
            fmt::format("{:>6}  {}  {}  ", fact.figure.at.line, padded_left(shown(fact.figure.raw), widest),
                        fact_id(checked.filing, fact.id));
        const std::string tail = "  " + column_in_short(fact);
        const std::size_t taken = columns(head) + columns(tail);
        const std::size_t room = view.width > taken + kLeastLabel ? view.width - taken : kLeastLabel;
        out.append(head).append(fitted(shown(label_or_section(fact.row)), room)).append(tail).append("\n");
      }
    }
  }
  return out + "\n";
}

}  // namespace kcfin::report
