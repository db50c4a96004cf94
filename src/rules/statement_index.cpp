// The index is a few flat lists, filled in one pass over the rows and one over the columns.
#include "rules/statement_index.h"

#include <algorithm>
#include <array>

#include "rules/column_names.h"

namespace kcfin::rulebook {
namespace {

constexpr std::size_t kKinds = 8;

bool carries_figures(const Row& row) {
  return row.role != Role::header &&
         std::any_of(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; });
}

// Kinds in the order in which they own a concept.
int rank(TableKind kind, bool adjusted) {
  switch (kind) {
    case TableKind::income_statement:
    case TableKind::balance_sheet:
      return adjusted ? 2 : 0;
    case TableKind::cash_flow:
      return 1;
    case TableKind::non_gaap:
      return adjusted ? 0 : 2;
    case TableKind::highlights:
      return 3;
    case TableKind::changes_in_equity:
      return 4;
    case TableKind::note:
      return 5;
    case TableKind::other:
      return 6;
  }
  return 7;
}

// Measures that a reconciliation arrives at rather than starts from.
bool adjusted(const Row& row) {
  return row.concept_name.starts_with("kcfin:Adjusted") || row.concept_name.starts_with("kcfin:Normalized") ||
         row.concept_name.starts_with("kcfin:EBIT");
}

bool money_like(Measure measure) {
  return measure == Measure::money || measure == Measure::per_share || measure == Measure::per_ads;
}

}  // namespace

StatementIndex::StatementIndex(const Filing& filing) : filing_(filing), by_kind_(kKinds) {
  index_rows();
  index_columns();
  find_reporting_currency();
}

void StatementIndex::index_rows() {
  for (std::uint32_t t = 0; t < filing_.tables.size(); ++t) {
    const Table& table = filing_.tables[t];
    by_kind_[static_cast<std::size_t>(table.kind)].push_back(t);
    first_row_.push_back(labels_.size());
    first_data_.push_back(rows_.size());
    std::string header, header_normal;
    for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      const bool data = carries_figures(row);
      labels_.push_back(data ? std::string_view(row.plain) : std::string_view{});
      const Concept* meaning = row.concept_name.empty() ? nullptr : find_concept(row.concept_name);
      concepts_.push_back(meaning);
      const bool flow = meaning != nullptr && meaning->nature != Nature::instant;
      points_.push_back(data && !flow ? cash_point(row.label) : CashPoint::none);
      if (!row.section.empty() && row.section.back() != header) {
        header = row.section.back();
        header_normal = normal_label(header);
      }
      sections_.push_back(row.section.empty() ? std::string() : header_normal);
      if (!data) continue;
      rows_.push_back({t, r});
      if (!row.concept_name.empty()) by_concept_[row.concept_name].push_back({t, r});
    }
  }
  first_data_.push_back(rows_.size());
  for (auto& tables : by_kind_) {
    std::stable_sort(tables.begin(), tables.end(), [&](std::uint32_t a, std::uint32_t b) {
      return filing_.tables[a].rows.size() > filing_.tables[b].rows.size();
    });
  }
}

void StatementIndex::index_columns() {
  for (const Table& table : filing_.tables) {
    const std::vector<Column>& columns = table.columns;
    const auto told = [](const Column& column) {
      return column.heading != Heading::unknown && column.period.known() && !column.difference;
    };
    std::vector<bool> usable(columns.size(), false), seen(columns.size(), false);
    std::vector<std::string> names(columns.size());
    std::vector<std::size_t> alike;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (seen[i] || !told(columns[i])) continue;
      alike.clear();
      for (std::size_t j = i; j < columns.size(); ++j) {
        if (columns[j].difference || columns[i].period != columns[j].period ||
            columns[i].unit != columns[j].unit)
          continue;
        seen[j] = true;
        alike.push_back(j);
      }
      if (alike.size() == 1) {
        usable[i] = true;
        continue;
      }
      const std::vector<std::string> own = own_names(table, alike);
      for (std::size_t k = 0; k < alike.size(); ++k) names[alike[k]] = own[k];
      const std::size_t whole = whole_of(own);
      if (whole < alike.size()) usable[alike[whole]] = told(columns[alike[whole]]);
    }
    usable_.push_back(std::move(usable));
    column_names_.push_back(std::move(names));
  }
}

// A stated rate tells it; else the currency of most columns of the statements.
void StatementIndex::find_reporting_currency() {
  std::map<Currency, int> columns;
  for (const Table& table : filing_.tables) {
    for (const Column& column : table.columns) {
      if (column.unit.measure == Measure::money && column.unit.code[0] != 0) ++columns[column.unit.code];
    }
  }
  const auto most = std::max_element(columns.begin(), columns.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != columns.end()) reporting_ = most->first;
  int stated = 0;
  for (const Rate& rate : filing_.rates) {
    const auto found = columns.find(rate.from);
    if (found == columns.end() || found->second <= stated) continue;
    stated = found->second;
    reporting_ = rate.from;
  }
}

std::span<const RowRef> StatementIndex::rows_of(std::uint32_t table) const {
  return std::span(rows_).subspan(first_data_[table], first_data_[table + 1] - first_data_[table]);
}

std::span<const RowRef> StatementIndex::of_concept(std::string_view concept_name) const {
  const auto found = by_concept_.find(concept_name);
  if (found == by_concept_.end()) return {};
  return found->second;
}

std::optional<RowRef> StatementIndex::primary(std::string_view concept_name) const {
  const std::span<const RowRef> all = of_concept(concept_name);
  if (all.empty()) return std::nullopt;
  return anchor(all);
}

RowRef StatementIndex::anchor(std::span<const RowRef> rows) const {
  const auto before = [&](RowRef a, RowRef b) {
    const int left = rank(table(a).kind, adjusted(row(a))), right = rank(table(b).kind, adjusted(row(b)));
    if (left != right) return left < right;
    return a.table != b.table && table(a).rows.size() > table(b).rows.size();
  };
  return *std::min_element(rows.begin(), rows.end(), before);
}

std::span<const std::uint32_t> StatementIndex::of_kind(TableKind kind) const {
  return by_kind_[static_cast<std::size_t>(kind)];
}

std::optional<Nature> StatementIndex::nature(RowRef at) const {
  const Row& own = row(at);
  if (meaning(at) != nullptr) return meaning(at)->nature;
  const bool money = std::all_of(own.cells.begin(), own.cells.end(), [&](FigureId id) {
    if (id == kNoFigure) return true;
    const Measure measure = filing_.figures[id].unit.measure;
    return measure == Measure::money || measure == Measure::percent_change;
  });
  if (!money) return std::nullopt;
  const std::string_view words = label(at);
  if (cash_point(own.label) != CashPoint::none || words.find("balance") != std::string_view::npos)
    return Nature::instant;
  switch (table(at).kind) {
    case TableKind::income_statement:
    case TableKind::cash_flow:
    case TableKind::non_gaap:
      return Nature::flow;
    case TableKind::balance_sheet:
      return Nature::instant;
    default:
      return std::nullopt;
  }
}

bool StatementIndex::usable(std::uint32_t table, std::size_t column) const { return usable_[table][column]; }

Period StatementIndex::period(RowRef at, FigureId cell) const {
  const Period& column = filing_.figures[cell].period;
  if (column.instant() || !column.known()) return column;
  const CashPoint point = points_[number(at)];
  const Concept* known = meaning(at);
  const bool instant = known != nullptr ? known->nature == Nature::instant : point != CashPoint::none;
  if (!instant) return column;
  return {{}, point == CashPoint::opening ? day_before(column.start) : column.end};
}

FigureId StatementIndex::cell(RowRef at, const Period& wanted, const Unit& unit) const {
  const Row& own = row(at);
  for (std::size_t i = 0; i < own.cells.size(); ++i) {
    const FigureId id = own.cells[i];
    if (id == kNoFigure || !usable_[at.table][i]) continue;
    if (filing_.figures[id].unit == unit && period(at, id) == wanted) return id;
  }
  return kNoFigure;
}

std::string StatementIndex::name(RowRef at) const {
  const Row& own = row(at);
  const std::string place = "line " + std::to_string(own.line);
  return own.label.empty() ? "the row of " + place : "\u201c" + own.label + "\u201d (" + place + ")";
}

bool StatementIndex::translated(const Unit& unit) const {
  return money_like(unit.measure) && reporting_[0] != 0 && unit.code != reporting_;
}

}  // namespace kcfin::rulebook
