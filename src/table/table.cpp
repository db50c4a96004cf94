// The table room: raw tables in, typed tables and figures out.
#include <algorithm>
#include <array>
#include <string>

#include "kcfin/filing.h"
#include "table/bridged_units.h"
#include "table/column_words.h"
#include "table/dated_rows.h"
#include "table/difference_columns.h"
#include "table/rows.h"
#include "table/share_counts.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin {
namespace {

using table::Draft;
using table::HeadingReading;
using table::Surroundings;

constexpr std::array<std::string_view, 16> kTitleWords = {
    "balance sheet", "financial position", "statement of", "statements of", "income statement",
    "cash flow",     "reconciliation",     "highlights",   "segment",       "results",
    "selected",      "supplementa",        "non-gaap",     "summary",       "information",
    "margin"};

bool names_a_table(std::string_view text) {
  const std::string lowered = lower(text);
  return std::any_of(kTitleWords.begin(), kTitleWords.end(),
                     [&](std::string_view word) { return lowered.find(word) != std::string::npos; });
}

// "### Page 4", as converters head their pages.
bool names_a_page(std::string_view text) {
  if (!text.starts_with('#')) return false;
  text.remove_prefix(std::min(text.find_first_not_of("# "), text.size()));
  return text.size() > 5 && text.starts_with("Page ") &&
         std::all_of(text.begin() + 5, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Follows the paragraphs between tables and keeps what they say of the next one.
class Context {
 public:
  void read(std::string_view text, const table::ScaleStatement& scale) {
    ++paragraphs_;
    if (names_a_page(text)) {
      // What stood at the end of the page before was its title, if any.
      around_.title.clear();
      dateline_.clear();
      since_title_ = kNoTitle;
    } else {
      read_row(text, scale);
    }
  }

  // The same for a text that stands in a table's grid.
  void read_row(std::string_view text, const table::ScaleStatement& scale) {
    take_scale(scale);
    if (text.size() <= 120 && is_dateline(text)) {
      dateline_ = std::string(text);
    } else if (text.size() <= 400) {
      offer_title(text, scale.scale_power >= 0);
    }
    const std::string lowered = text.size() < 120 ? lower(text) : std::string();
    if (lowered.starts_with("notes to the") || lowered.starts_with("notes to unaudited") ||
        lowered.starts_with("notes to condensed") || lowered.starts_with("notes to consolidated")) {
      notes_ = true;
    } else if (notes_ && heads_a_statement(text, lowered)) {
      notes_ = false;
    }
  }

  // A text over a table's labels, which may name the table.
  void offer_label(std::string_view text) {
    if (text.size() <= 120 && heads_a_statement(text, lower(text))) around_.title = std::string(text);
  }

  // The surroundings of the table that comes now; a title serves one table.
  // `goes_on`: it is the table before, for another period.
  Surroundings take(bool goes_on) {
    if (goes_on) around_.title = last_.title;
    Surroundings out = around_;
    out.scale_here = scaled_here_;
    title_words(out, dateline_);
    // Right under another table, without a word between them: of the same periods.
    if (paragraphs_ == paragraphs_at_table_ && out.title.empty()) {
      out.months = last_.months;
      out.instant = last_.instant;
      out.periods = last_.periods;
    }
    last_ = out;
    return out;
  }

  void table_done() {
    around_.title.clear();
    dateline_.clear();
    scaled_here_ = false;
    around_.before = {};
    since_title_ = kNoTitle;
    paragraphs_at_table_ = paragraphs_;
  }

  void unit_of_document(Currency code) { around_.main_currency = code; }
  void years_of_document(const table::FiscalYears& years) { around_.years = &years; }
  [[nodiscard]] std::uint32_t paragraphs() const { return paragraphs_; }
  [[nodiscard]] bool notes() const { return notes_; }
  [[nodiscard]] const Surroundings& around() const { return around_; }

 private:
  // A line that names but a currency says nothing of the scale that a line beside it has named.
  void take_scale(const table::ScaleStatement& scale) {
    if (scale.shares_power >= 0) around_.scale.shares_power = scale.shares_power;
    if (scale.scale_power < 0) return;
    const bool beside = scale.currency_only && scaled_here_;
    const int power = beside ? around_.scale.scale_power : scale.scale_power;
    const bool excepted = beside ? around_.scale.shares_excepted : scale.shares_excepted;
    const int shares = beside && scale.shares_power < 0 ? around_.scale.shares_power : scale.shares_power;
    const bool of_another =
        scale.code[0] != 0 && around_.scale.code[0] != 0 && scale.code != around_.scale.code;
    around_.before = scaled_here_ && of_another ? around_.scale : table::ScaleStatement{};
    // Both lines say a part of it.
    const std::string first = beside ? around_.scale.said + " and " : std::string();
    around_.scale = scale;
    around_.scale.said.insert(0, first);
    around_.scale.scale_power = power;
    around_.scale.shares_excepted = excepted;
    around_.scale.shares_power = shares;
    scaled_here_ = scaled_here_ || !scale.currency_only;
  }

  // A statement's own heading ends the notes before it: every word of it is capitalized, and no sentence is.
  static bool heads_a_statement(std::string_view text, std::string_view lowered) {
    const bool names = lowered.find("balance sheet") != std::string_view::npos ||
                       lowered.find("statements of") != std::string_view::npos ||
                       lowered.find("statement of") != std::string_view::npos ||
                       lowered.find("reconciliation") != std::string_view::npos;
    if (!names || text.ends_with('.') || text.ends_with(':')) return false;
    std::size_t start = 0;
    while (start < text.size()) {
      const std::size_t end = std::min(text.find(' ', start), text.size());
      const bool small = text[start] >= 'a' && text[start] <= 'z';
      if (small && end - start > 3) return false;
      start = end + 1;
    }
    return true;
  }

  // The nearest text that names a table, or else the nearest text: "The following table presents ...:".
  void offer_title(std::string_view text, bool is_scale) {
    const bool names = text.size() <= 200 && !text.ends_with('.') && names_a_table(text);
    if (names || text.ends_with(':')) {
      around_.title = std::string(text);
      dateline_.clear();
      since_title_ = 0;
    } else if (!is_scale && text.size() > 3 && ++since_title_ > 3) {
      around_.title = std::string(text);
    }
  }

  // "For the three months ended June 30, 2025", "Fiscal years ended December 30, 2023 and December 31, 2022":
  // a line of its own that says the period and nothing else.
  static bool is_dateline(std::string_view text) {
    static constexpr std::array<std::string_view, 12> kOpenings = {
        "for the ", "as of ",   "as at ", "fiscal ", "year ended", "years ended",
        "three ",   "quarter ", "six ",   "nine ",   "twelve ",    "at "};
    const std::string lowered = lower(text);
    if (std::none_of(kOpenings.begin(), kOpenings.end(),
                     [&](std::string_view opening) { return lowered.starts_with(opening); }) &&
        !lists_dates(text))
      return false;
    const table::Lexed& lexed = table::lex_heading(text);
    return !lexed.tokens.empty() && !lexed.words_left && !lexed.figures_left;
  }

  // "December 30, 2023 and December 31, 2022".
  static bool lists_dates(std::string_view text) {
    if (text.empty() || text.front() < 'A' || text.front() > 'Z' || text.find(',') == std::string_view::npos)
      return false;
    int days = 0;
    for (const table::Token& token : table::lex_heading(text).tokens)
      days += token.word == table::Word::month_day && token.day != 0 ? 1 : 0;
    return days >= 2;
  }

  static void title_words(Surroundings& around, std::string_view dateline) {
    const std::string lowered = lower(around.title);
    around.instant = lowered.find("balance sheet") != std::string::npos ||
                     lowered.find("financial position") != std::string::npos;
    around.statement = around.instant || lowered.find("statement of ") != std::string::npos ||
                       lowered.find("statements of ") != std::string::npos ||
                       lowered.find("income statement") != std::string::npos;
    around.months = 0;
    around.periods.clear();
    for (const std::string_view text : {std::string_view(around.title), dateline}) {
      if (text.size() > 300) continue;
      for (const table::Token& token : table::lex_heading(text).tokens) {
        if (token.word == table::Word::months) around.months = token.value;
        if (token.word == table::Word::quarter) around.months = 3;
        if (token.order == table::Token::Order::either) continue;
        if (token.word == table::Word::month_day || token.word == table::Word::year)
          around.periods.push_back(token);
      }
    }
  }

  Surroundings around_, last_;
  std::string dateline_;
  std::uint32_t paragraphs_at_table_ = 0;
  static constexpr int kNoTitle = 3;
  int since_title_ = kNoTitle;  // paragraphs since the one that names a table
  std::uint32_t paragraphs_ = 0;
  bool notes_ = false;
  bool scaled_here_ = false;  // a scale was named since the last table
};

// A currency is a sign or a word in capitals; digits alone name none.
bool names_currency(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c == '$' || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

// How often each currency is named.
class CurrencyCount {
 public:
  void add(Currency code, int weight) {
    const auto known =
        std::find_if(counts_.begin(), counts_.end(), [&](const auto& entry) { return entry.first == code; });
    if (known != counts_.end()) {
      known->second += weight;
    } else {
      counts_.emplace_back(code, weight);
    }
  }

  void read(std::string_view cell) {
    const table::Scanned scanned = table::scan_cell(cell);
    if (scanned.money[0] != 0) add(scanned.money, 1);
    if (scanned.bare_dollar) ++dollars_;
    if (scanned.form != table::Form::words) return;
    for (const table::Token& token : table::lex_heading(cell).tokens) {
      if (token.word == table::Word::unit) add(token.code, 1);
    }
  }

  // A unit line names the currency.
  void state(Currency code) {
    add(code, 3);
    stated_.push_back(code);
  }

  // Among far more amounts with a mere "$" a currency that is named now and then is that of some amounts:
  // notes in Australian dollars, a hedge in euros.
  [[nodiscard]] Currency most() const {
    const auto most = std::max_element(counts_.begin(), counts_.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    constexpr int kFarMore = 8;
    if (most != counts_.end() && (most->second * kFarMore >= dollars_ ||
                                  std::find(stated_.begin(), stated_.end(), most->first) != stated_.end()))
      return most->first;
    return dollars_ > 0 ? currency("USD") : Currency{};
  }

 private:
  std::vector<std::pair<Currency, int>> counts_;
  std::vector<Currency> stated_;
  int dollars_ = 0;  // a mere "$": the currency named elsewhere, or else the US dollar
};

// Tables may name no currency where every amount of the sentences is in US dollars, "$40.7 million".
Currency only_dollars_in_sentences(const Document& document) {
  constexpr int kSeveral = 3;
  int dollars = 0;
  for (const Paragraph& paragraph : document.paragraphs) {
    const std::string_view text = paragraph.text;
    for (const words::CurrencyForm& other : words::currency_forms()) {
      const bool sign = other.form == words::Form::sign && !has(other.text, "$");
      if ((sign || other.text == "RMB") && has(text, other.text)) return {};
    }
    for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
      const char before = at == 0 ? ' ' : text[at - 1];
      const bool us = at >= 2 && text.substr(at - 2, 2) == "US";
      if (!us && ((before >= 'A' && before <= 'Z') || (before >= 'a' && before <= 'z'))) return {};
      if (at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9') ++dollars;
    }
  }
  return dollars >= kSeveral ? currency("USD") : Currency{};
}

// The currency that headings and amounts name most; empty where none is named.
Currency currency_of(const Document& document, std::span<const table::ScaleStatement> scales) {
  CurrencyCount count;
  for (const RawTable& raw : document.tables) {
    for (const RawRow& row : raw.rows) {
      for (const RawCell& cell : row.cells) {
        if (cell.text.size() > 40 || cell.column == 0 || !names_currency(cell.text)) continue;
        count.read(cell.text);
      }
    }
  }
  for (const table::ScaleStatement& scale : scales) {
    if (scale.scale_power >= 0 && scale.code[0] != 0) count.state(scale.code);
  }
  const Currency most = count.most();
  return most[0] != 0 ? most : only_dollars_in_sentences(document);
}

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
         !title.ends_with('.') && !title.ends_with(':') && !names_a_table(title) && around.periods.empty();
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
  Context context;
  std::vector<table::ScaleStatement> scales;  // of the paragraphs
  scales.reserve(document.paragraphs.size());
  for (const Paragraph& paragraph : document.paragraphs)
    scales.push_back(scale_stated(paragraph.text, paragraph.place(0)));
  context.unit_of_document(currency_of(document, scales));
  const table::FiscalYears years(document);
  context.years_of_document(years);
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
