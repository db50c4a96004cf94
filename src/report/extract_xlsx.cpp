// `extract --format xlsx`: a filing as a workbook in which what was checked can be seen, changed and
// extended. A sheet a table, its figures as numbers in their printed scale, beside them what the checks make
// of them, as live formulas; then all checks, the findings, the coverage.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/characters.h"
#include "report/check_formula.h"
#include "report/facts.h"
#include "report/marks.h"
#include "report/names.h"
#include "report/summary_text.h"
#include "report/unchecked.h"
#include "report/wording.h"
#include "report/workbook.h"

namespace kcfin::report {
namespace {

constexpr std::uint32_t kFirstRow = 4;     // of a table's rows in its sheet
constexpr std::uint32_t kFirstColumn = 2;  // of its figures

std::string number_format(std::uint8_t decimals) {
  const std::string grouped = std::string("#,##") + '0';
  const std::string places = decimals > 0 ? "." + std::string(decimals, '0') : "";
  return fmt::format("{0}{1};({0}{1});{2}", grouped, places, decimals > 0 ? "0" + places : "\"–\"");
}

std::string last_lines(const std::string& heading) {
  std::string out;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    if (heading.compare(i, 3, " / ") == 0) {
      out += ' ';
      i += 2;
    } else {
      out += heading[i];
    }
  }
  return out;
}

class FilingWorkbook {
 public:
  explicit FilingWorkbook(const FileResult& file)
      : file_(file), checked_(file.checked), filing_(file.checked.filing), marks_(file.checked) {}

  std::string write() {
    overview();
    for (std::uint32_t t = 0; t < filing_.tables.size(); ++t)
      sheets_.push_back(&book_.add(sheet_name(table_id(t), filing_.tables[t].title)));
    sentences_ = &book_.add("Sentences");
    checks_ = &book_.add("Checks");
    findings_ = &book_.add("Findings");
    unheld_ = &book_.add("Not held");
    sentences();
    for (std::uint32_t t = 0; t < filing_.tables.size(); ++t) table(t);
    checks();
    for (std::uint32_t t = 0; t < filing_.tables.size(); ++t) recomputed(t);
    findings();
    unheld();
    return book_.bytes();
  }

 private:
  static CellStyle heading() { return {.bold = true, .wrap = true, .ground = Ground::heading}; }
  static CellStyle soft() { return {.ink = Ink::soft}; }

  static void head(Sheet& sheet, std::uint32_t row, std::initializer_list<std::string_view> names) {
    std::uint32_t column = 0;
    for (const std::string_view name : names) sheet.text(column++, row, name, heading());
  }

  static void count(Sheet& sheet, std::uint32_t column, std::uint32_t row, std::uint64_t number) {
    sheet.number(column, row, std::to_string(number), {.format = "0"});
  }

  // ------------------------------------------------------------ what it is, the rates, the coverage

  void overview() {
    Sheet& sheet = book_.add("Filing");
    sheet.width(0, 28);
    sheet.width(1, 40);
    const FilingKeys keys = keys_of(checked_);
    std::uint32_t row = 0;
    const auto say = [&](std::string_view name, std::string_view text) {
      if (text.empty()) return;
      sheet.text(0, row, name, {.bold = true});
      sheet.text(1, row++, text);
    };
    say("Issuer", filing_.issuer);
    say("File", file_.name);
    say("Form", filing_.form);
    say("Report period", period_words(filing_.report));
    say("CIK", keys.cik);
    say("Accession number", keys.accession);
    say("Filed", keys.filed);
    say("SHA-256", checked_.document.sha256);
    ++row;
    head(sheet, row++, {"Rate", "Units for one", "As of", "Line"});
    for (std::size_t i = 0; i < filing_.rates.size(); ++i) {
      const Rate& rate = filing_.rates[i];
      sheet.text(0, row, fmt::format("{} for {}1", rate.from.data(), rate.to.data()));
      sheet.number(1, row, rate.rate.text(), {.format = "0.0000"});
      sheet.text(2, row, rate.as_of.iso());
      count(sheet, 3, row, rate.at.line);
      const std::string name = fmt::format("RATE_{}", i + 1);
      book_.define(name, fmt::format("'Filing'!$B${}", row + 1));
      rates_.emplace(rate.rate.text(), name);
      ++row;
    }
    ++row;
    head(sheet, row++,
         {"Statement", "Tables", "Figures", "Held", "Held twice", "Not held", "Nothing to hold",
          "Contradicted"});
    const auto kinds = coverage_by_kind(checked_, marks_);
    for (std::size_t k = 0; k < kTableKinds; ++k) {
      if (kinds[k].tables == 0) continue;
      sheet.text(0, row, words_for(static_cast<TableKind>(k)));
      const Coverage& own = kinds[k];
      std::uint32_t column = 1;
      for (const std::uint32_t number :
           {own.tables, own.figures, own.held, own.held_twice, own.unheld, own.nothing, own.contradicted})
        count(sheet, column++, row, number);
      ++row;
    }
  }

  // ------------------------------------------------------------ figures

  CellStyle figure_style(FigureId id, bool bold) const {
    const Figure& figure = filing_.figures[id];
    CellStyle style{.format = figure.value ? number_format(figure.value->decimals) : "", .bold = bold};
    switch (marks_.standing(id)) {
      case Standing::contradicted:
        style.ink = Ink::bad;
        style.ground = Ground::bad;
        break;
      case Standing::damaged:
        style.ink = Ink::warn;
        style.ground = Ground::warn;
        break;
      case Standing::unheld:
        style.ink = Ink::soft;
        break;
      case Standing::held:
        break;
    }
    return style;
  }

  void put_figure(Sheet& sheet, std::uint32_t column, std::uint32_t row, FigureId id, bool bold) {
    const Figure& figure = filing_.figures[id];
    if (!has_value(figure)) {
      sheet.text(column, row, figure.raw, figure_style(id, bold));  // marked, never filled
      return;
    }
    sheet.number(column, row, figure.value->text(), figure_style(id, bold));
    cells_[id] = sheet_reference(sheet.name(), column, row);
  }

  void sentences() {
    Sheet& sheet = *sentences_;
    head(sheet, 0, {"Name", "Line", "Amount", "Unit", "Printed", "In the sentence"});
    sheet.freeze(0, 1);
    sheet.width(4, 22);
    sheet.width(5, 90);
    std::uint32_t row = 1;
    for (FigureId id = 0; id < filing_.figures.size(); ++id) {
      const Figure& figure = filing_.figures[id];
      if (figure.in_table()) continue;
      sheet.text(0, row, fact_id(filing_, id));
      count(sheet, 1, row, figure.at.line);
      put_figure(sheet, 2, row, id, false);
      sheet.text(3, row, unit_words(figure.unit, figure.scale_power));
      sheet.text(4, row, figure.raw);
      sheet.text(5, row, where_of(checked_, id).quote);
      ++row;
    }
  }

  void table(std::uint32_t index) {
    Sheet& sheet = *sheets_[index];
    const Table& own = filing_.tables[index];
    sheet.text(0, 0, statement_name(own), {.bold = true});
    sheet.text(0, 1,
               fmt::format("{}, {}, lines {} to {}", table_id(index), words_for(own.kind), own.first_line,
                           own.last_line),
               soft());
    head(sheet, kFirstRow - 1, {"Line", "Row"});
    sheet.width(0, 8);
    sheet.width(1, 52);
    sheet.freeze(kFirstColumn, kFirstRow);
    for (std::uint32_t c = 0; c < own.columns.size(); ++c) {
      const Column& column = own.columns[c];
      sheet.width(kFirstColumn + c, 16);
      sheet.text(
          kFirstColumn + c, kFirstRow - 2,
          fmt::format("{} {}", period_words(column.period), unit_words(column.unit, column.scale_power)),
          {.wrap = true, .ink = column.heading == Heading::read ? Ink::soft : Ink::warn});
      sheet.text(kFirstColumn + c, kFirstRow - 1, last_lines(column_name(column)), heading());
    }
    for (std::uint32_t r = 0; r < own.rows.size(); ++r) {
      const Row& line = own.rows[r];
      const bool bold = line.role == Role::total || line.role == Role::subtotal;
      count(sheet, 0, kFirstRow + r, line.line);
      sheet.text(1, kFirstRow + r, line.label, {.bold = bold, .indent = line.depth});
      for (std::uint32_t c = 0; c < line.cells.size() && c < own.columns.size(); ++c) {
        if (line.cells[c] != kNoFigure)
          put_figure(sheet, kFirstColumn + c, kFirstRow + r, line.cells[c], bold);
      }
    }
  }

  // ------------------------------------------------------------ checks

  [[nodiscard]] CellNames names() const {
    return {[this](FigureId figure) {
              const auto cell = cells_.find(figure);
              return cell == cells_.end() ? std::string() : cell->second;
            },
            [this](const Decimal& rate) {
              const auto name = rates_.find(rate.text());
              return name == rates_.end() ? rate.text() : name->second;
            }};
  }

  void checks() {
    Sheet& sheet = *checks_;
    head(sheet, 0,
         {"Rule", "Figure", "Row", "Printed", "Recomputed", "Difference", "Allowed", "Check", "kcfin",
          "Equation", "Reading"});
    sheet.freeze(0, 1);
    sheet.width(0, 22);
    sheet.width(2, 40);
    for (std::uint32_t column = 3; column <= 6; ++column) sheet.width(column, 16);
    sheet.width(9, 50);
    sheet.width(10, 40);
    const CellNames cells = names();
    std::uint32_t row = 1;
    for (const Check& check : checked_.report.checks) {
      if (check.verdict == Verdict::skipped || check.figure >= filing_.figures.size()) continue;
      const std::string formula = check_formula(filing_, check, cells);
      if (formula.empty()) continue;
      const std::optional<Decimal>& allowed = check.allowance;
      const Figure& figure = filing_.figures[check.figure];
      const CellStyle style{.format = number_format(figure.value->decimals)};
      sheet.text(0, row, rules()[check.rule].id);
      sheet.text(1, row, fact_id(filing_, check.figure), {.ink = Ink::link});
      sheet.link(1, row, cells.figure(check.figure));
      sheet.text(2, row, figure.in_table() ? where_of(checked_, check.figure).row : std::string(figure.raw));
      sheet.formula(3, row, cells.figure(check.figure), style);
      sheet.formula(4, row, formula, style);
      sheet.formula(5, row, fmt::format("{}-{}", cell_name(3, row), cell_name(4, row)), style);
      if (allowed) {
        sheet.number(6, row, allowed->text(), {.format = "0.0000"});
        // Zero, or by how much; the last term is what a spreadsheet's own arithmetic may be off.
        sheet.formula(7, row,
                      fmt::format("IF(ABS({0})<={1}+0.0000001+ABS({2})*0.00000000001,0,{0})",
                                  cell_name(5, row), cell_name(6, row), cell_name(4, row)),
                      style);
        first_check_.emplace(check.figure, std::pair(formula, row));
      }
      sheet.text(8, row, check.verdict == Verdict::inconsistent ? "does not hold" : "holds");
      sheet.text(9, row, check.equation);
      sheet.text(10, row, check.reading);
      ++row;
    }
    if (row > 1) sheet.checks(7, 7, 1, row - 1);
  }

  // Beside each table what its checks make of its figures, and whether that agrees: 0, or by how much not.
  void recomputed(std::uint32_t index) {
    Sheet& sheet = *sheets_[index];
    const Table& own = filing_.tables[index];
    const auto columns = static_cast<std::uint32_t>(own.columns.size());
    const std::uint32_t made = kFirstColumn + columns + 1, checks = made + columns + 1;
    bool any = false;
    for (std::uint32_t r = 0; r < own.rows.size(); ++r) {
      for (std::uint32_t c = 0; c < own.rows[r].cells.size() && c < columns; ++c) {
        const FigureId id = own.rows[r].cells[c];
        const auto check = first_check_.find(id);
        if (id == kNoFigure || check == first_check_.end()) continue;
        const CellStyle style{.format = number_format(filing_.figures[id].value->decimals)};
        sheet.formula(made + c, kFirstRow + r, check->second.first, style);
        sheet.formula(checks + c, kFirstRow + r, sheet_reference("Checks", 7, check->second.second), style);
        any = true;
      }
    }
    if (!any) return;
    for (std::uint32_t c = 0; c < columns; ++c) {
      const std::string name = last_lines(column_name(own.columns[c]));
      sheet.text(made + c, kFirstRow - 1, "Recomputed: " + name, heading());
      sheet.text(checks + c, kFirstRow - 1, "Check: " + name, heading());
      sheet.width(made + c, 16);
      sheet.width(checks + c, 12);
    }
    sheet.checks(checks, checks + columns - 1, kFirstRow,
                 kFirstRow + static_cast<std::uint32_t>(own.rows.size()) - 1);
  }

  // ------------------------------------------------------------ findings, and what nothing holds

  void findings() {
    Sheet& sheet = *findings_;
    head(sheet, 0,
         {"Finding", "Severity", "Rule", "Figure", "Statement", "Row", "Column", "Printed", "Expected",
          "Follows from", "Line", "Message", "Suggestion"});
    sheet.freeze(0, 1);
    for (const std::uint32_t column : {4U, 5U, 6U}) sheet.width(column, 32);
    sheet.width(11, 80);
    sheet.width(12, 60);
    const CellNames cells = names();
    std::uint32_t row = 1;
    for (const Finding& finding : checked_.report.findings) {
      const Where where = where_of(checked_, finding);
      const bool note = finding.severity == Severity::note;
      sheet.text(0, row, fmt::format("f{}", row));
      sheet.text(1, row, name(finding.severity),
                 {.bold = !note,
                  .ink = note                                  ? Ink::soft
                         : finding.severity == Severity::error ? Ink::bad
                                                               : Ink::warn});
      sheet.text(2, row, rules()[finding.rule].id);
      const std::string cell = finding.figure == kNoFigure ? "" : cells.figure(finding.figure);
      sheet.text(3, row, fact_id(filing_, finding.figure), {.ink = cell.empty() ? Ink::plain : Ink::link});
      if (!cell.empty()) sheet.link(3, row, cell);
      sheet.text(4, row, where.statement);
      sheet.text(5, row, where.row.empty() ? finding.label : where.row);
      sheet.text(6, row, where.column_heading);
      if (finding.reported)
        sheet.number(7, row, finding.reported->text(), {.format = number_format(finding.reported->decimals)});
      if (finding.expected)
        sheet.number(8, row, finding.expected->text(), {.format = number_format(finding.expected->decimals)});
      if (finding.cause != kNoCause) sheet.text(9, row, fmt::format("f{}", finding.cause + 1));
      count(sheet, 10, row, finding.at.line);
      sheet.text(11, row, finding.message);
      sheet.text(12, row, finding.suggestion);
      ++row;
    }
  }

  void unheld() {
    Sheet& sheet = *unheld_;
    head(sheet, 0, {"Figure", "Line", "Row", "Column", "Printed", "Reason"});
    sheet.freeze(0, 1);
    sheet.width(2, 48);
    sheet.width(3, 40);
    sheet.width(4, 16);
    sheet.width(5, 80);
    const UncheckedReasons reasons(checked_);
    std::uint32_t row = 1;
    for_each_fact(checked_, [&](const Fact& fact) {
      if (fact.checks > 0) return;
      const auto cell = cells_.find(fact.id);
      sheet.text(0, row, fact_id(filing_, fact.id), {.ink = cell == cells_.end() ? Ink::plain : Ink::link});
      if (cell != cells_.end()) sheet.link(0, row, cell->second);
      count(sheet, 1, row, fact.figure.at.line);
      sheet.text(2, row, label_or_section(fact.row));
      sheet.text(3, row, column_name(fact.column));
      sheet.text(4, row, fact.figure.raw);
      sheet.text(5, row, reasons.of(fact));
      ++row;
    });
  }

  const FileResult& file_;
  const Checked& checked_;
  const Filing& filing_;
  const Marks marks_;
  Workbook book_;
  std::vector<Sheet*> sheets_;  // of the tables
  Sheet *sentences_ = nullptr, *checks_ = nullptr, *findings_ = nullptr, *unheld_ = nullptr;
  std::map<FigureId, std::string> cells_;     // where each figure with a value stands
  std::map<std::string, std::string> rates_;  // the names of the cells of rates, by their digits
  std::map<FigureId, std::pair<std::string, std::uint32_t>> first_check_;  // its formula and its row
};

class ExtractXlsx final : public Format {
 public:
  // One filing is one workbook: the caller sees to it that there is only one.
  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    return {{0, FilingWorkbook(file).write()}};
  }
};

}  // namespace

std::unique_ptr<Format> extract_xlsx() { return std::make_unique<ExtractXlsx>(); }

}  // namespace kcfin::report
