// A title counts as unread only where rows of figures stand under it in the text: titles on contents pages
// and over pictures have none.
#include "statement/titles.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "statement/statement_names.h"
#include "statement/title_words.h"
#include "values/text.h"

namespace kcfin::statement {
namespace {

constexpr std::size_t kLongestTitle = 240;

bool small_word(std::string_view word) {
  return word == "of" || word == "and" || word == "the" || word == "de" || word == "for" || word == "&";
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// What may stand before the name: words of its state, and whose it is, in capitals or with a capital each.
bool may_precede(std::string_view before) {
  constexpr std::size_t kMostWords = 14;
  if (names_another_thing(before)) return false;
  const std::vector<std::string_view> words = words_of(before);
  if (words.size() > kMostWords) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    const bool capital = word.front() < 'a' || word.front() > 'z';
    return capital || small_word(word) || tells_of_state(word);
  });
}

// What stands in brackets makes way for a space, to the end where they are not closed.
std::string without_brackets(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('('), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    if (text.empty()) break;
    out += ' ';
    text.remove_prefix(std::min(text.find(')'), text.size() - 1) + 1);
  }
  return out;
}

// What may stand after it: the rest of a double name, periods, units, "(Unaudited)", "(Continued)".
bool may_follow(std::string_view after) {
  const std::string rest = without_brackets(after);
  const std::vector<std::string_view> words = words_of(rest);
  constexpr std::size_t kMostWords = 24;
  if (words.size() > kMostWords) return false;
  // "Consolidated balance sheets .... 4": the page that it stands on.
  if (!words.empty()) {
    const std::string_view last = words.back();
    const bool number = std::all_of(last.begin(), last.end(), is_digit);
    if (number && last.size() <= 3 && words.size() == 1) return false;
    if (has(rest, "...") || last.starts_with("F-")) return false;
  }
  return std::all_of(words.begin(), words.end(), goes_on_with_title);
}

struct Found {
  TableKind kind = TableKind::other;
  std::string_view text;
  Place at;
};

// A statement's name in a text that holds all of it on one line.
void name_in_dense_text(const Paragraph& paragraph, const Document& document, std::vector<Found>& found) {
  constexpr std::size_t kLong = 1000;
  if (paragraph.text.size() < kLong) return;
  const std::uint32_t line = paragraph.place(0).line;
  const bool dense = std::any_of(document.loose_rows.begin(), document.loose_rows.end(),
                                 [&](const LooseRow& row) { return row.line == line && row.figures >= 20; });
  if (!dense) return;
  for (const StatementName& name : statement_names(paragraph.text)) {
    const std::string_view printed =
        std::string_view(paragraph.text).substr(name.begin, name.end - name.begin);
    found.push_back({name.kind, printed, paragraph.place(0)});
  }
}

// Titles in the order of their lines: paragraphs, and rows of grids that hold one text.
std::vector<Found> titles_in(const Document& document) {
  std::vector<Found> found;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.list_item) continue;
    if (const auto kind = titled_statement_of(paragraph.text))
      found.push_back({*kind, paragraph.text, paragraph.place(0)});
    name_in_dense_text(paragraph, document, found);
  }
  for (const RawTable& table : document.tables) {
    for (const RawRow& row : table.rows) {
      if (row.cells.size() != 1) continue;
      if (const auto kind = titled_statement_of(row.cells.front().text))
        found.push_back({*kind, row.cells.front().text, row.cells.front().at});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.at < b.at; });
  return found;
}

// Statements that were read under no title of their own: what was found is then told by the table.
void add_untitled(Filing& filing) {
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    const Table& table = filing.tables[t];
    const bool statement = table.kind == TableKind::income_statement ||
                           table.kind == TableKind::balance_sheet || table.kind == TableKind::cash_flow ||
                           table.kind == TableKind::changes_in_equity;
    const bool known = std::any_of(filing.statement_titles.begin(), filing.statement_titles.end(),
                                   [&](const StatementTitle& title) { return title.table == t; });
    if (statement && !known)
      filing.statement_titles.push_back({table.kind, table.title, {table.first_line, 1}, t, 0});
  }
  std::stable_sort(filing.statement_titles.begin(), filing.statement_titles.end(),
                   [](const StatementTitle& a, const StatementTitle& b) { return a.at.line < b.at.line; });
}

// How a title and what stands under it go together.
class Reader {
 public:
  Reader(const Document& document, const Filing& filing) : loose_(document.loose_rows), filing_(&filing) {}

  [[nodiscard]] StatementTitle read(const Found& title, std::uint32_t next_title) const {
    StatementTitle out{title.kind, std::string(title.text), title.at, std::nullopt, 0};
    constexpr std::uint32_t kReach = 400;  // lines; a statement of one cell a line is long
    const std::uint32_t end = std::min(next_title, title.at.line + kReach);
    const Table* under = nullptr;
    std::uint32_t other = end;  // where the first table of another kind begins
    for (std::uint32_t t = 0; t < filing_->tables.size(); ++t) {
      const Table& table = filing_->tables[t];
      if (table.last_line < title.at.line || table.first_line >= next_title) continue;
      if (could_be(table, title.kind)) {
        under = under == nullptr ? &table : under;
        if (!out.table) out.table = t;
      } else {
        other = std::min(other, std::max(table.first_line, title.at.line));
      }
    }
    const std::uint32_t from = title.at.line;
    const std::uint32_t to =
        under == nullptr ? other : std::min(end, std::max(under->last_line + kTail, from));
    out.rows_left = rows_between(from, to);
    return out;
  }

 private:
  static constexpr std::uint32_t kTail = 15;  // lines below a table that may go on with it

  static bool could_be(const Table& table, TableKind kind) {
    if (table.kind == kind) return true;
    // Of a kind that its rows did not tell.
    if (table.kind == TableKind::other || table.kind == TableKind::highlights) return table.rows.size() >= 3;
    return kind == TableKind::changes_in_equity && table.kind == TableKind::note;
  }

  // A row that holds more figures than rows do is several.
  [[nodiscard]] std::uint32_t rows_between(std::uint32_t from, std::uint32_t to) const {
    constexpr std::uint32_t kFiguresOfARow = 4;
    std::uint32_t rows = 0;
    for (const LooseRow& row : loose_)
      if (row.line >= from && row.line < to) rows += 1 + row.figures / kFiguresOfARow;
    return rows;
  }

  const std::vector<LooseRow>& loose_;
  const Filing* filing_;
};

}  // namespace

std::optional<TableKind> titled_statement_of(std::string_view text) {
  if (text.size() > kLongestTitle || text.ends_with('.') || text.ends_with(';')) return std::nullopt;
  // The first name counts: "Statements of Operations and Comprehensive Income".
  const auto name = first_statement_name(text);
  if (!name || !may_precede(text.substr(0, name->begin)) || !may_follow(text.substr(name->end)))
    return std::nullopt;
  return name->kind;
}

void read_titles(const Document& document, Filing& filing) {
  for (const LooseRow& row : document.loose_rows) filing.figures_outside_tables += row.figures;
  const std::vector<Found> found = titles_in(document);
  const Reader reader(document, filing);
  for (std::size_t i = 0; i < found.size(); ++i) {
    // The same title over the next page goes on with it.
    std::size_t next = i + 1;
    while (next < found.size() && found[next].kind == found[i].kind) ++next;
    const std::uint32_t end = next < found.size() ? found[next].at.line : document.lines + 1;
    filing.statement_titles.push_back(reader.read(found[i], std::max(end, found[i].at.line + 1)));
    i = next - 1;
  }
  add_untitled(filing);
}

}  // namespace kcfin::statement
