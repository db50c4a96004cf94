// The table room: raw tables in, typed tables and figures out.
#include <algorithm>
#include <string>

#include "kcfin/filing.h"
#include "table/bridged_units.h"
#include "table/column_words.h"
#include "table/context.h"
#include "table/dated_rows.h"
#include "table/difference_columns.h"
#include "table/main_currency.h"
#include "table/rows.h"
#include "table/share_counts.h"
#include "table/year_rows.h"
#include "values/text.h"

namespace kcfin {
namespace {

using table::Context;
using table::Draft;
using table::HeadingReading;
using table::Surroundings;

// A draft with the heading's reading and what stood around it.
struct Pending {
  Draft draft;
  Surroundings around;
  HeadingReading reading;
  std::uint32_t after_paragraph = 0;
  bool notes = false;
};

std::string said(std::string_view text, Place at) {
  return "the line " + table::quotation(text) + ", line " + std::to_string(at.line);
}

table::ScaleStatement scale_stated(std::string_view text, Place at) {
  table::ScaleStatement scale = table::scale_statement(text);
  if (scale.scale_power >= 0 || scale.shares_power >= 0) scale.said = said(text, at);
  return scale;
}

// A unit line inside the heading holds for its table: "(in millions, except per share data)".
void read_scale(Pending& pending) {
  bool stated_here = false;
  for (const table::HeadingRow& row : pending.draft.heading) {
    for (const RawCell& cell : row.cells) {
      table::ScaleStatement stated = scale_stated(cell.text, cell.at);
      table::ScaleStatement& known = pending.around.scale;
      if (stated.scale_power < 0) continue;
      // Over a column a currency is that column's; beside the columns it is the table's.
      if (cell.column > 0 || stated.code[0] == 0) stated.code = known.code;
      if (stated.scale_power == known.scale_power) {
        stated.shares_excepted |= known.shares_excepted;
        if (stated.shares_power < 0) stated.shares_power = known.shares_power;
      }
      // "Millions of yen" above "Thousands of U.S. dollars".
      const bool of_another = known.code[0] != 0 && known.code != stated.code;
      if (cell.column == 0 && stated_here && of_another) pending.around.before = known;
      stated_here = true;
      known = stated;
    }
  }
}

// Tiles laid out with a table: each figure stands before the words that explain it.
bool is_tiles(const Draft& draft) {
  int rows = 0, tiles = 0;
  for (const table::BodyRow& row : draft.body) {
    bool figure = false, explained = false;
    for (const table::BodyCell& cell : row.cells) {
      if (cell.scanned.form == table::Form::words && figure) explained = true;
      figure = figure || cell.scanned.form == table::Form::figure;
    }
    rows += figure ? 1 : 0;
    tiles += explained && row.label == nullptr ? 1 : 0;
  }
  return tiles > 0 && tiles * 3 >= rows * 2;
}

// Lists of page numbers, exhibits or telephone numbers have figures but no heading of amounts.
bool is_financial(const Pending& pending) {
  const auto& columns = pending.reading.columns;
  const bool headed = std::any_of(
      pending.draft.heading.begin(), pending.draft.heading.end(), [](const table::HeadingRow& row) {
        return std::any_of(row.lexed.begin(), row.lexed.end(), [](const table::Lexed& lexed) {
          return std::any_of(lexed.tokens.begin(), lexed.tokens.end(), [](const table::Token& token) {
            return token.word != table::Word::audited && token.word != table::Word::notes;
          });
        });
      });
  int grouped = 0, figures = 0;
  bool amounts = false;  // some cell is written as no age, page or number of a list is
  for (const table::BodyRow& row : pending.draft.body) {
    for (const table::BodyCell& cell : row.cells) {
      amounts = amounts || cell.scanned.form == table::Form::dash;
      if (cell.scanned.form != table::Form::figure) continue;
      amounts = amounts || cell.scanned.grouped || cell.scanned.value.mantissa < 0;
      ++figures;
      if (cell.scanned.grouped || cell.scanned.percent || cell.scanned.value.decimals > 0) ++grouped;
    }
  }
  if (columns.size() == 1 && columns.front().grid == 0) return false;
  if (pending.draft.spans_known && is_tiles(pending.draft)) return false;
  constexpr int kSeveral = 4;
  return figures > 0 && (headed || (figures >= kSeveral &&
                                    (pending.around.statement || (pending.around.scale_here && amounts) ||
                                     grouped * 2 > figures)));
}

// A remark between the rows of a table, "Not annualised": it names no table, and says nothing of periods.
bool parts_no_table(const Surroundings& around, const Pending& before, std::uint32_t after,
                    std::size_t columns) {
  constexpr std::size_t kRemark = 120, kSeveral = 3;
  const std::string_view title = around.title;
  return columns >= kSeveral && after <= before.after_paragraph + 1 && title.size() <= kRemark &&
         !title.ends_with('.') && !title.ends_with(':') && !table::names_a_table(title) &&
         around.periods.empty();
}

// The years alone are printed again over the next page, whose columns nothing else tells.
bool repeats_heading(const std::vector<Column>& columns, const std::vector<Column>& before) {
  return columns.size() == before.size() &&
         std::equal(
             columns.begin(), columns.end(), before.begin(), [](const Column& own, const Column& above) {
               return own.heading == Heading::unknown && !own.period.known() && own.printed.size() == 4 &&
                      above.period.known() && above.printed.ends_with(own.printed);
             });
}

// A page that goes on without headings has the columns of the one before it.
void settle_by_page_before(Pending& pending, const Pending& before) {
  constexpr std::uint32_t kApart = 6;  // paragraphs: a page number, running heads, the title again
  std::vector<Column>& columns = pending.reading.columns;
  const std::string title = lower(pending.around.title);
  const bool goes_on = title.empty() || title == lower(before.around.title) ||
                       title.find("continued") != std::string::npos ||
                       title.find("cont'd") != std::string::npos ||
                       parts_no_table(pending.around, before, pending.after_paragraph, columns.size());
  if (!goes_on || !(pending.draft.heading.empty() || repeats_heading(columns, before.reading.columns)) ||
      pending.notes != before.notes || columns.size() != before.reading.columns.size() ||
      pending.after_paragraph > before.after_paragraph + kApart || columns.size() < 2)
    return;
  const auto unknown = [](const Column& column) { return column.heading == Heading::unknown; };
  if (std::any_of(before.reading.columns.begin(), before.reading.columns.end(), unknown) &&
      std::none_of(columns.begin(), columns.end(), unknown))
    return;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::uint16_t grid = columns[i].grid;
    columns[i] = before.reading.columns[i];
    columns[i].grid = grid;
    if (columns[i].heading != Heading::read) continue;
    columns[i].heading = Heading::worked_out;
    columns[i].why = "the columns of the page before it";
  }
}

}  // namespace

namespace {

Table typed_table(Pending& pending, std::span<const std::uint32_t> ghosts, Tables& out) {
  Table typed;
  typed.title = std::move(pending.around.title);
  typed.columns = std::move(pending.reading.columns);
  typed.after_paragraph = pending.after_paragraph;
  typed.notes_section = pending.notes;
  typed.of_markup = pending.draft.spans_known;
  table::build_rows(pending.draft, pending.around, ghosts, static_cast<std::uint32_t>(out.tables.size()),
                    typed, out.figures);
  table::date_balances(typed, out.figures);
  table::date_rows_of_years(typed, out.figures);
  table::settle_differences(typed, out.figures);
  table::settle_share_counts(typed, out.figures);
  table::settle_count_scales(typed, out.figures);
  table::settle_bridged_units(typed, out.figures);
  for (const Row& row : typed.rows) {
    if (row.role == Role::header) continue;
    if (typed.first_line == 0) typed.first_line = row.line;
    typed.last_line = std::max(typed.last_line, row.line);
  }
  return typed;
}

}  // namespace

Tables read_tables(const Document& document, std::span<const std::uint32_t> ghosts) {
  const table::NumberStyle style = table::number_style(document);
  std::vector<table::ScaleStatement> scales;  // of the paragraphs
  scales.reserve(document.paragraphs.size());
  for (const Paragraph& paragraph : document.paragraphs)
    scales.push_back(scale_stated(paragraph.text, paragraph.place(0)));
  const table::FiscalYears years(document);
  Context context(table::main_currency(document, scales), years);
  std::vector<Pending> pendings;
  for (const Block& block : document.blocks) {
    if (block.kind == Block::Kind::paragraph) {
      context.read(document.paragraphs[block.index].text, scales[block.index]);
      continue;
    }
    for (Draft& draft : table::take_apart(document.tables[block.index], style, *document.made)) {
      for (const RawRow* row : draft.title) {
        const std::string_view text = row->cells.front().text;
        context.read_row(text, scale_stated(text, row->cells.front().at));
      }
      // "Consolidated Statements of Income | June 30, | June 30,": the title over the labels.
      for (const table::HeadingRow& row : draft.heading) {
        if (row.cells.size() > 1 && row.cells.front().column == 0)
          context.offer_label(row.cells.front().text);
      }
      for (table::HeadingRow& row : draft.heading) {
        for (table::Lexed& lexed : row.lexed)
          table::settle_numeric_dates(lexed.tokens, years.numeric_order());
      }
      if (!pendings.empty() && table::continue_heading(draft, pendings.back().draft)) draft.goes_on = true;
      Pending pending;
      pending.around = context.take(draft.goes_on);
      pending.draft = std::move(draft);
      read_scale(pending);
      pending.reading = table::read_heading(pending.draft, pending.around);
      pending.after_paragraph = context.paragraphs();
      pending.notes = context.notes();
      if (!is_financial(pending)) continue;
      context.table_done();
      pendings.push_back(std::move(pending));
    }
  }
  std::vector<table::Sibling> siblings;
  for (const Pending& pending : pendings) siblings.push_back({&pending.reading, &pending.draft});
  for (Pending& pending : pendings) table::settle_by_siblings(pending.reading, pending.draft, siblings);
  std::vector<table::Scaled> scaled;
  for (Pending& pending : pendings) {
    const table::ScaleStatement& scale = pending.around.scale;
    const bool stated = scale.scale_power > 0 || (scale.scale_power == 0 && !scale.currency_only);
    scaled.push_back({&pending.reading, &pending.draft, stated});
  }
  table::settle_scales(scaled);
  for (std::size_t i = 1; i < pendings.size(); ++i) settle_by_page_before(pendings[i], pendings[i - 1]);

  Tables out;
  for (Pending& pending : pendings) out.tables.push_back(typed_table(pending, ghosts, out));
  return out;
}

}  // namespace kcfin
