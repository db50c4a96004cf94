// Joining signs, taking out spacers.
#include "read/grid.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "values/percentage_points.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::read_room {
namespace {

template <std::size_t N>
bool one_of(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<std::string_view, 10> kTrailing{")", "%", ")%", "%)", ")x", "x", ")*", "*", ")#", "#"};

bool points(std::string_view text) { return one_of(text, kPointUnits) || one_of(text, kBasisPointUnits); }

constexpr std::array<std::string_view, 14> kDashes{"-",      "\u2013", "\u2014", "\u2212", "\u2012",
                                                   "\u2015", "--",     "\u2011", "\uff0d", "\u25b3",
                                                   "\u25b2", "\u25b5", "\u25bd", "\u25bc"};

bool before_digits(char c) { return c == '(' || c == '$' || c == ' ' || c == '-' || c == '+'; }
bool after_digits(char c) { return c == ')' || c == '$' || c == ' ' || c == '-' || c == '*' || c == '#'; }
bool letter_or_point(char c) { return (c >= 'a' && c <= 'z') || c == '.'; }
bool opens_or_space(char c) { return c == '(' || c == '[' || c == ' '; }
bool closes_or_space(char c) { return c == ')' || c == ']' || c == ' '; }

template <class Before, class After>
std::string_view without(std::string_view text, Before before, After after) {
  while (!text.empty() && before(text.front())) text.remove_prefix(1);
  while (!text.empty() && after(text.back())) text.remove_suffix(1);
  return text;
}

// A currency, in parentheses or behind a minus or not, right before the digits of a figure.
std::string_view without_lead(std::string_view text) {
  if (text.empty() || is_digit(text.front())) return text;
  const std::string_view inner = text.front() == '(' || text.front() == '-' ? text.substr(1) : text;
  const words::CurrencyForm* mark = words::currency_at(inner, words::kMarks);
  return mark != nullptr && inner.size() > mark->text.size() ? inner.substr(mark->text.size()) : text;
}

std::string_view without_unit(std::string_view text) {
  if (text.empty() || is_digit(text.back())) return text;
  for (const std::string_view unit : {"%", "x"})
    if (text.ends_with(unit)) return text.substr(0, text.size() - unit.size());
  std::size_t unit = text.size();
  while (unit > 0 && letter_or_point(text[unit - 1])) --unit;
  return points(text.substr(unit)) ? text.substr(0, unit) : text;
}

// "(45,210)a", "(4,880)(b)", "18%(3)": the mark of a footnote behind a figure's last sign, taken off.
std::string_view without_footnote(std::string_view text) {
  const std::size_t n = text.size();
  const auto last_sign = [&](std::size_t at) { return text[at] == ')' || text[at] == '%'; };
  if (n > 3 && text[n - 1] >= 'a' && text[n - 1] <= 'f' && last_sign(n - 2)) return text.substr(0, n - 1);
  const bool bracketed = n > 4 && text[n - 1] == ')' && text[n - 3] == '(';
  const bool mark = bracketed && (is_digit(text[n - 2]) || (text[n - 2] >= 'a' && text[n - 2] <= 'z'));
  return mark && last_sign(n - 4) ? text.substr(0, n - 3) : text;
}

// The character parts two digits, as in "1'284'615".
bool apostrophe_at(std::string_view text, std::size_t at, std::size_t& size) {
  size = text[at] == '\'' ? 1 : text.substr(at).starts_with("\u2019") ? 3 : 0;
  return size > 0 && at > 0 && is_digit(text[at - 1]) && at + size < text.size() && is_digit(text[at + size]);
}

// Digits and what parts them, and nothing else.
bool digits_only(std::string_view text) {
  bool digit = false;
  for (std::size_t at = 0, size = 1; at < text.size(); at += size) {
    size = 1;
    digit = digit || is_digit(text[at]);
    if (!is_digit(text[at]) && text[at] != ',' && text[at] != '.' && !apostrophe_at(text, at, size))
      return false;
  }
  return digit;
}

bool adjacent(const RawCell& left, const RawCell& right) {
  return right.column <= left.column + left.span + 1;
}

}  // namespace

bool leads_figure(std::string_view text) {
  if (text == "(") return true;
  if (text.starts_with('(') || text.starts_with('-')) text.remove_prefix(1);
  return words::currency_alone(text) != nullptr;
}
bool trails_figure(std::string_view text) {
  if (text.empty() || text.size() > 6) return false;
  return one_of(text, kTrailing) || points(text.front() == ')' ? text.substr(1) : text);
}

bool year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) && is_digit(text[2]) &&
         is_digit(text[3]);
}

namespace {

// Digits, brackets and separators in full width made plain; empty where there are none.
std::string in_half_width(std::string_view text) {
  if (text.find('\xef') == std::string_view::npos) return {};
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int point =
        at + 2 < text.size() && text[at] == '\xef' ? ((text[at + 1] & 0x3f) << 6) | (text[at + 2] & 0x3f) : 0;
    const bool wide = point >= 0xF01 && point <= 0xF5E;
    out += wide ? static_cast<char>(point - 0xF01 + '!') : text[at];
    if (wide) at += 2;
  }
  return out;
}

}  // namespace

bool figure(std::string_view text) {
  const std::string narrow = in_half_width(text);
  if (!narrow.empty()) text = narrow;
  text = without_lead(without_footnote(text));
  const bool dash = text.starts_with('-') || text.ends_with('-');
  text = without(text, before_digits, after_digits);
  if (text.empty()) return dash;
  text = without(without_unit(text), opens_or_space, closes_or_space);
  if (text.empty()) return false;
  if (!is_digit(text.front())) {
    if (one_of(text, kDashes)) return true;
    for (const std::string_view minus : kDashes) {
      if (!text.starts_with(minus)) continue;
      text = without(text.substr(minus.size()), opens_or_space, closes_or_space);
      break;
    }
  }
  return digits_only(text);
}

bool join_signs(RawRow& row, Builder& builder) {
  std::vector<RawCell>& cells = row.cells;
  std::vector<RawCell> joined;
  bool any = false;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    RawCell cell = cells[at];
    const bool leads = at + 1 < cells.size() && leads_figure(cell.text) && adjacent(cell, cells[at + 1]) &&
                       figure(cells[at + 1].text) && !year(cells[at + 1].text);
    if (leads) {
      RawCell& next = cells[at + 1];
      next.text = builder.keep(std::string(cell.text) + std::string(next.text));
      if (cell.text == "(") next.at = cell.at;
      any = true;
      continue;
    }
    const bool trails = !joined.empty() && trails_figure(cell.text) && adjacent(joined.back(), cell) &&
                        figure(joined.back().text) && !year(joined.back().text);
    if (trails) {
      joined.back().text = builder.keep(std::string(joined.back().text) + std::string(cell.text));
      any = true;
      continue;
    }
    joined.push_back(cell);
  }
  if (any) cells = std::move(joined);
  return any;
}

namespace {

// Which grid columns stay, and what becomes of the others.
class Columns {
 public:
  explicit Columns(const RawTable& table) : table_(&table) {
    std::size_t width = 0;
    for (const RawRow& row : table.rows)
      for (const RawCell& cell : row.cells)
        width = std::max<std::size_t>(width, cell.column + std::size_t{cell.span});
    stays_.assign(width, false);
    find();
    merge();
    number();
  }

  [[nodiscard]] std::uint16_t index(std::size_t column) const { return first_[column]; }
  [[nodiscard]] std::uint16_t count() const { return first_.back(); }
  // Columns that stay in [from, to).
  [[nodiscard]] std::uint16_t within(std::size_t from, std::size_t to) const {
    return static_cast<std::uint16_t>(first_[to] - first_[from]);
  }

 private:
  // A column stays if a text stands in it that does not also cover another that stays; narrow texts say
  // first.
  void find() {
    std::vector<const RawCell*> cells;
    for (const RawRow& row : table_->rows)
      for (const RawCell& cell : row.cells) cells.push_back(&cell);
    std::stable_sort(cells.begin(), cells.end(),
                     [](const RawCell* a, const RawCell* b) { return a->span < b->span; });
    for (const RawCell* cell : cells) {
      const auto from = stays_.begin() + cell->column;
      if (std::find(from, from + cell->span, true) == from + cell->span) *from = true;
    }
  }

  // A column that stays, and those to its left that were found to be one with it.
  struct Group {
    std::size_t first = 0;
    std::size_t last = 0;
    [[nodiscard]] bool under(const RawCell& cell) const {
      return cell.column <= last && first < cell.column + std::size_t{cell.span};
    }
  };

  // Two neighbours are one column if no row has a text in both and some text is over these two alone: labels
  // that are indented by a column, and figures that some rows print where others print their currency.
  void merge() {
    std::vector<Group> groups;
    for (std::size_t column = 0; column < stays_.size(); ++column)
      if (stays_[column]) groups.push_back({column, column});
    constexpr std::size_t kPrinted = 64;  // more columns than any page has room for
    if (groups.size() > kPrinted) return;
    const bool spaced = groups.size() * 2 < stays_.size();
    for (std::size_t at = 0; at + 1 < groups.size();) {
      const bool side_by_side = spaced && groups[at].last + 1 == groups[at + 1].first;
      if ((at == 0 || side_by_side) && one_column(groups, at)) {
        stays_[groups[at].last] = false;
        groups[at + 1].first = groups[at].first;
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(at));
      } else {
        ++at;
      }
    }
  }

  [[nodiscard]] bool one_column(const std::vector<Group>& groups, std::size_t at) const {
    const Group& left = groups[at];
    const Group& right = groups[at + 1];
    bool spanned = false;
    for (const RawRow& row : table_->rows) {
      std::size_t texts = 0;
      for (const RawCell& cell : row.cells) {
        const bool here = left.under(cell) || right.under(cell);
        if (here && at == 0 && figure(cell.text)) return false;  // labels only
        texts += here ? 1 : 0;
        const bool wider = at + 2 < groups.size() && groups[at + 2].under(cell);
        spanned = spanned || (left.under(cell) && right.under(cell) && !wider);
      }
      if (texts > 1) return false;
    }
    return spanned;
  }

  void number() {
    first_.resize(stays_.size() + 1);
    std::uint16_t next = 0;
    for (std::size_t column = 0; column < stays_.size(); ++column) {
      first_[column] = next;
      next = static_cast<std::uint16_t>(next + (stays_[column] ? 1 : 0));
    }
    first_.back() = next;
  }

  const RawTable* table_;
  std::vector<bool> stays_;
  std::vector<std::uint16_t> first_;  // how many columns that stay stand before each
};

}  // namespace

void take_out_spacers(RawTable& table) {
  const bool any =
      std::any_of(table.rows.begin(), table.rows.end(), [](const RawRow& row) { return !row.cells.empty(); });
  if (!any) return;
  const Columns columns(table);
  for (RawRow& row : table.rows) {
    row.columns = columns.count();
    if (row.cells.empty()) continue;
    const std::uint16_t shifted = row.cells.front().column;
    for (RawCell& cell : row.cells) {
      const std::size_t end = cell.column + std::size_t{cell.span};
      cell.span = std::max<std::uint16_t>(1, columns.within(cell.column, end));
      cell.column = std::min<std::uint16_t>(columns.index(cell.column),
                                            static_cast<std::uint16_t>(columns.count() - 1));
    }
    // A label that starts some columns further in is indented by them.
    if (row.cells.front().column == 0) row.indent = static_cast<std::uint16_t>(row.indent + 2 * shifted);
  }
}

void take_out_empty_columns(RawTable& table) {
  std::vector<bool> used;
  for (const RawRow& row : table.rows) {
    for (const RawCell& cell : row.cells) {
      if (cell.column >= used.size()) used.resize(cell.column + std::size_t{1});
      used[cell.column] = true;
    }
  }
  std::vector<std::uint16_t> index(used.size());
  std::uint16_t next = used.empty() || used[0] ? 0 : 1;  // the labels' column stays though it be empty
  for (std::size_t column = 0; column < used.size(); ++column) {
    index[column] = next;
    if (used[column]) ++next;
  }
  for (RawRow& row : table.rows) {
    row.columns = next;
    for (RawCell& cell : row.cells) cell.column = index[cell.column];
  }
}

}  // namespace kcfin::read_room
