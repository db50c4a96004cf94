// How a heading is read. First straight down: the words that stand over a column are its own. Where that
// gives two years to one column or none to another, the words are taken in reading order and dealt out to
// the columns; where their number does not fit, the column stays unknown.
#include "table/heading.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

namespace kcfin::table {
namespace {

// What stands over one column.
struct Over {
  int months = 0, year = 0;
  int quarter = 0, half = 0;  // 1-based; 0 for none
  std::uint8_t month = 0, day = 0;
  bool full_year = false, instant = false;
  bool guessed = false;   // a word of the phrase is missing
  bool conflict = false;  // two dates
  Currency unit{};
  bool own_unit = false, own_percent = false;  // its currency, its percent sign stands right over it
  bool borrowed_date = false;                  // a part of its date stands over another column
  bool unit_lost = false;                      // two currencies, or a gap where others have one
  bool bare_dollar = false;                    // the unit is a mere "$"
  int scale = -1;
  bool percent = false, change = false, share = false, count = false, per_share = false;
  bool difference = false;  // a change, but in money
  std::string name;         // its other words: a segment, a component of equity, "Non-GAAP"
  Place at;

  [[nodiscard]] bool lasts() const { return months != 0 || quarter != 0 || half != 0 || full_year; }
  [[nodiscard]] bool dated() const {
    return !conflict && year != 0 && (month != 0 || quarter != 0 || half != 0 || full_year);
  }
};

void add(Over& over, const Token& token) {
  const auto set = [&](int& field, int value) {
    if (field != 0 && field != value) over.conflict = true;
    field = value;
  };
  switch (token.word) {
    case Word::months:
      set(over.months, token.value);
      break;
    case Word::year:
      set(over.year, token.value);
      break;
    case Word::quarter:
      set(over.quarter, token.value);
      break;
    case Word::half:
      set(over.half, token.value);
      break;
    case Word::full_year:
      over.full_year = true;
      break;
    case Word::month_day:
      if (over.month != 0 && (over.month != token.month || over.day != token.day)) over.conflict = true;
      over.month = token.month;
      over.day = token.day;
      break;
    case Word::as_of:
      over.instant = true;
      break;
    case Word::unit:
      if (over.unit[0] != 0 && over.unit != token.code) over.unit_lost = true;
      over.unit = token.code;
      over.bare_dollar = token.bare;
      break;
    case Word::scale:
      over.scale = token.value;
      break;
    case Word::percent:
      over.percent = true;
      break;
    case Word::change:
      over.change = true;
      break;
    case Word::share:
      over.share = true;
      break;
    case Word::count:
      over.count = true;
      break;
    case Word::per_share:
      over.per_share = true;
      break;
    case Word::notes:
    case Word::audited:
      break;
  }
  over.guessed |= token.guessed;
}

bool has(const Lexed& lexed, Word word) {
  return std::any_of(lexed.tokens.begin(), lexed.tokens.end(),
                     [&](const Token& token) { return token.word == word; });
}

bool says_units_only(const Lexed& lexed) {
  return has(lexed, Word::unit) &&
         std::all_of(lexed.tokens.begin(), lexed.tokens.end(), [](const Token& token) {
           return token.word == Word::unit || token.word == Word::scale || token.word == Word::audited;
         });
}

// How many columns each cell of a heading row stands over, where all stand over equally many and each one at
// the same of its own, or at one of the first half, as centred headings do; 0 otherwise.
std::size_t equal_groups(const HeadingRow& row, std::size_t first,
                         const std::vector<std::uint16_t>& columns) {
  const std::size_t cells = row.cells.size() - first;
  if (cells < 2 || columns.size() % cells != 0) return 0;
  const std::size_t group = columns.size() / cells;
  const auto middle = static_cast<std::ptrdiff_t>((group - 1) / 2);
  std::ptrdiff_t offset = -1;
  bool alike = true, before_middle = true;
  for (std::size_t i = 0; i < cells; ++i) {
    const std::uint16_t at = row.cells[first + i].column;
    if (at < columns[i * group] || at > columns[(i + 1) * group - 1]) return 0;
    const auto begin = columns.begin() + static_cast<std::ptrdiff_t>(i * group);
    const std::ptrdiff_t own = std::upper_bound(begin, columns.end(), at) - begin - 1;
    alike = alike && (i == 0 || own == offset);
    before_middle = before_middle && own <= middle;
    offset = own;
  }
  return alike || before_middle ? group : 0;
}

// Whether a heading cell stands over a grid column. Where the file gives no spans, a cell reaches to the
// next one, and the first that is no heading of labels or notes reaches back to the first column.
bool covers(const HeadingRow& row, std::size_t cell, std::uint16_t column, bool spans_known,
            const std::vector<std::uint16_t>& columns) {
  const std::uint16_t first_value = columns.front();
  const RawCell& own = row.cells[cell];
  if (spans_known) return own.column <= column && column < own.column + own.span;
  // A currency alone in its line stands over its own columns; a period alone is meant for all of them.
  if (row.cells.size() == 1 && own.column > first_value && says_units_only(row.lexed.front()))
    return own.column <= column;
  std::size_t first = 0;
  while (first + 1 < row.cells.size() && row.cells[first].column < first_value &&
         (has(row.lexed[first], Word::notes) || row.lexed[first].tokens.empty()))
    ++first;
  if (cell < first) return false;
  if (const std::size_t group = equal_groups(row, first, columns); group > 0) {
    const auto own_column = std::find(columns.begin(), columns.end(), column);
    return static_cast<std::size_t>(own_column - columns.begin()) / group == cell - first;
  }
  const bool to_end = cell + 1 == row.cells.size();
  return (cell == first || own.column <= column) && (to_end || column < row.cells[cell + 1].column);
}

// Which of the words that a column has one of a token is.
int kind_of(Word word) {
  switch (word) {
    case Word::month_day:
      return 0;
    case Word::year:
      return 1;
    case Word::quarter:
    case Word::half:
    case Word::full_year:
      return 2;
    case Word::months:
      return 3;
    case Word::unit:
    case Word::percent:
    case Word::count:
      return 4;
    default:
      return -1;
  }
}

bool same_word(const Token& a, const Token& b) {
  return a.word == b.word && a.value == b.value && a.month == b.month && a.day == b.day && a.code == b.code;
}

// Words of several columns that run together in one cell: as many of a kind as the cell has columns under it,
// or one for all of them. Empty where the cell is not of that sort; else the tokens of each column.
std::vector<std::vector<Token>> dealt_out(const std::vector<Token>& tokens, std::size_t columns) {
  if (columns < 2) return {};
  // "20232024Year-on-year change": the change stands beside the amounts.
  if (columns > 2 && !tokens.empty() && tokens.back().word == Word::change) {
    auto out = dealt_out({tokens.begin(), tokens.end() - 1}, columns - 1);
    if (!out.empty()) out.push_back({tokens.back()});
    return out;
  }
  std::array<std::vector<Token>, 5> kinds;
  for (const Token& token : tokens) {
    const int kind = kind_of(token.word);
    if (kind < 0) continue;
    auto& words = kinds[static_cast<std::size_t>(kind)];
    // "Number of employees" says it twice.
    if (token.word != Word::count || words.empty() || words.back().word != Word::count)
      words.push_back(token);
  }
  bool several = false;
  for (const auto& kind : kinds) {
    if (kind.size() > 1 && kind.size() != columns) return {};
    several |=
        std::any_of(kind.begin(), kind.end(), [&](const Token& t) { return !same_word(t, kind.front()); });
  }
  if (!several) return {};
  std::vector<std::vector<Token>> out(columns);
  for (std::size_t i = 0; i < columns; ++i) {
    for (const auto& kind : kinds) {
      if (!kind.empty()) out[i].push_back(kind[kind.size() == 1 ? 0 : i]);
    }
    for (const Token& token : tokens) {
      if (kind_of(token.word) < 0) out[i].push_back(token);
    }
  }
  return out;
}

struct StraightDown {
  std::vector<Over> overs;
  bool dealt = false;  // words that ran together were given to their columns
};

// What a cell of the heading says of a column below it; `own`: of that column alone.
void add_cell(Over& over, const RawCell& cell, bool named, const std::vector<Token>& tokens, bool own) {
  if (named) over.name.append(cell.text).push_back(' ');
  for (const Token& token : tokens) {
    add(over, token);
    over.own_unit |= token.word == Word::unit && own;
    over.own_percent |= token.word == Word::percent && own;
    over.borrowed_date |= !own && (token.word == Word::month_day || token.word == Word::year);
  }
  if (!tokens.empty() && over.at.line == 0) over.at = cell.at;
}

StraightDown straight_down(const Draft& draft) {
  StraightDown out;
  std::vector<Over>& overs = out.overs;
  overs.resize(draft.value_columns.size());
  for (const HeadingRow& row : draft.heading) {
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
      const std::vector<Token>& tokens = row.lexed[cell].tokens;
      const bool named = row.lexed[cell].words_left;
      if (tokens.empty() && !named) continue;
      std::vector<std::size_t> under;
      for (std::size_t i = 0; i < overs.size(); ++i) {
        if (covers(row, cell, draft.value_columns[i], draft.spans_known, draft.value_columns))
          under.push_back(i);
      }
      const auto dealt = dealt_out(tokens, under.size());
      out.dealt |= !dealt.empty();
      for (std::size_t k = 0; k < under.size(); ++k) {
        const bool own =
            draft.spans_known || !dealt.empty() || row.cells[cell].column == draft.value_columns[under[k]];
        add_cell(overs[under[k]], row.cells[cell], named, dealt.empty() ? tokens : dealt[k], own);
      }
    }
  }
  return out;
}

// A column's figures, and how many of them are of some form.
struct FigureCount {
  int figures = 0, alike = 0;
  [[nodiscard]] bool mostly() const { return alike * 2 > figures; }
};

template <class Alike>
FigureCount count_figures(const Draft& draft, std::uint16_t column, Alike is_alike) {
  FigureCount count;
  for (const BodyRow& row : draft.body) {
    for (const BodyCell& cell : row.cells) {
      if (cell.raw->column != column || cell.scanned.form != Form::figure) continue;
      ++count.figures;
      count.alike += is_alike(cell.scanned) ? 1 : 0;
    }
  }
  return count;
}

FigureCount count_percentages(const Draft& draft, std::uint16_t column) {
  return count_figures(draft, column, [](const Scanned& figure) { return figure.percent || figure.points; });
}

bool printed_in_percent(const Draft& draft, std::uint16_t column) {
  return count_percentages(draft, column).mostly();
}

// Amounts with separators of thousands.
bool printed_in_thousands(const Draft& draft, std::uint16_t column) {
  return count_figures(draft, column, [](const Scanned& figure) { return figure.grouped && !figure.percent; })
      .mostly();
}

bool printed_with_decimals(const Draft& draft, std::uint16_t column) {
  return count_figures(draft, column, [](const Scanned& figure) { return figure.value.decimals > 0; })
      .mostly();
}

// Whether the figures of one column are those of another at one rate, as a translation's are.
bool at_one_rate(const Draft& draft, std::uint16_t amounts, std::uint16_t translations) {
  std::vector<std::pair<Wide, Wide>> pairs;
  for (const BodyRow& row : draft.body) {
    Wide amount = 0, translation = 0;
    for (const BodyCell& cell : row.cells) {
      if (cell.scanned.form != Form::figure || cell.scanned.percent || cell.scanned.value.decimals > 0)
        continue;
      const std::int64_t size = cell.scanned.value.size().mantissa;
      if (cell.raw->column == amounts) amount = size;
      if (cell.raw->column == translations) translation = size;
    }
    if (translation >= 200 && amount != translation) pairs.emplace_back(amount, translation);
  }
  if (pairs.size() < 3) return false;
  const auto [amount, translation] = *std::max_element(
      pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return std::all_of(pairs.begin(), pairs.end(), [&, a = amount, t = translation](const auto& pair) {
    const Wide left = pair.first * t, right = a * pair.second;
    return (left > right ? left - right : right - left) * 100 <= left;
  });
}

// Tenths of a per cent, of the amounts or, for two losses, of their sizes; off by half of one at most, and by
// the roundings of the two amounts.
bool meets_change(Wide to, Wide from, Wide tenths) {
  const Wide size = from < 0 ? -from : from;
  const auto meets = [&](Wide difference) {
    const Wide off = difference * 1000 - tenths * size;
    return (off < 0 ? -off : off) * 2 <= size + 4000;
  };
  return meets(to - from) || meets((to < 0 ? -to : to) - size);
}

// Whether a column's percentages are the changes from one column to another, rounded.
bool changes_between(const Draft& draft, std::uint16_t changes, std::uint16_t now, std::uint16_t base) {
  int held = 0;
  for (const BodyRow& row : draft.body) {
    const Decimal* change = nullptr;
    Wide to = 0, from = 0;
    for (const BodyCell& cell : row.cells) {
      if (cell.scanned.form != Form::figure) continue;
      if (cell.raw->column == changes) change = &cell.scanned.value;
      if (cell.raw->column == now) to = cell.scanned.value.mantissa;
      if (cell.raw->column == base) from = cell.scanned.value.mantissa;
    }
    if (change == nullptr || from == 0 || to == 0 || change->decimals != 1) continue;
    if (!meets_change(to, from, change->mantissa)) return false;
    ++held;
  }
  return held >= 3;
}

// Whether a column's figures are the differences of two others', to a unit of the last place.
bool differences_between(const Draft& draft, std::uint16_t differences, std::uint16_t now,
                         std::uint16_t base) {
  int held = 0, rows = 0;
  for (const BodyRow& row : draft.body) {
    const Decimal *difference = nullptr, *to = nullptr, *from = nullptr;
    for (const BodyCell& cell : row.cells) {
      if (cell.scanned.form != Form::figure) continue;
      if (cell.raw->column == differences) difference = &cell.scanned.value;
      if (cell.raw->column == now) to = &cell.scanned.value;
      if (cell.raw->column == base) from = &cell.scanned.value;
    }
    if (difference == nullptr || to == nullptr || from == nullptr || difference->decimals != to->decimals ||
        to->decimals != from->decimals)
      continue;
    const auto of_size = [](Wide value) { return value < 0 ? -value : value; };
    const Wide made = static_cast<Wide>(to->mantissa) - from->mantissa;
    ++rows;
    held += of_size(of_size(made) - of_size(difference->mantissa)) <= 1 ? 1 : 0;
  }
  return held >= 3 && held * 4 >= rows * 3;
}

// What a mere "$" stands for: the document's own dollar, or else the US dollar.
Currency dollar(Currency main) {
  static constexpr std::array<std::string_view, 5> kDollars = {"HKD", "CAD", "SGD", "AUD", "TWD"};
  const std::string_view code(main.data());
  return std::find(kDollars.begin(), kDollars.end(), code) != kDollars.end() ? main : currency("USD");
}

// The currency that the cells of a column carry themselves.
Currency printed_currency(const Draft& draft, std::uint16_t column, Currency main) {
  bool bare = false;
  for (const BodyRow& row : draft.body) {
    for (const BodyCell& cell : row.cells) {
      if (cell.raw->column != column) continue;
      if (cell.scanned.money[0] != 0) return cell.scanned.money;
      bare = bare || cell.scanned.bare_dollar;
    }
  }
  return bare ? dollar(main) : Currency{};
}

// The words of one kind in reading order.
std::vector<Token> in_order(const Draft& draft, Word word) {
  std::vector<Token> out;
  for (std::size_t r = 0; r < draft.heading.size(); ++r) {
    const HeadingRow& row = draft.heading[r];
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      for (Token token : row.lexed[c].tokens) {
        if (token.word != word) continue;
        token.row = static_cast<std::uint16_t>(r);
        token.column = row.cells[c].column;
        token.span = row.cells[c].span;
        out.push_back(token);
      }
    }
  }
  return out;
}

// Gives each column its word: one to each in order, or one and the same to all. False where neither fits.
template <class Set>
bool deal(const std::vector<Token>& tokens, const std::vector<Over*>& columns, Set set) {
  if (tokens.empty()) return false;
  if (tokens.size() == columns.size()) {
    for (std::size_t i = 0; i < columns.size(); ++i) set(*columns[i], tokens[i]);
    return true;
  }
  if (!std::all_of(tokens.begin(), tokens.end(),
                   [&](const Token& token) { return same_word(token, tokens.front()); }))
    return false;
  for (Over* column : columns) set(*column, tokens.front());
  return true;
}

// Deals duration phrases to groups of columns. A group ends where the reporting currency comes back after
// its translation, or where the dates go back.
bool deal_durations(const std::vector<Token>& phrases, const std::vector<Over*>& columns) {
  if (phrases.empty()) return false;
  std::vector<std::size_t> starts{0};
  const auto date = [](const Over& over) { return (over.year * 100 + over.month) * 100 + over.day; };
  for (std::size_t i = 1; i < columns.size(); ++i) {
    const bool unit_back =
        columns[i]->unit != columns[i - 1]->unit && columns[i]->unit == columns.front()->unit;
    if (unit_back || date(*columns[i]) < date(*columns[i - 1])) starts.push_back(i);
  }
  if (starts.size() != phrases.size()) return false;
  for (std::size_t group = 0; group < starts.size(); ++group) {
    const std::size_t end = group + 1 < starts.size() ? starts[group + 1] : columns.size();
    for (std::size_t i = starts[group]; i < end; ++i) columns[i]->months = phrases[group].value;
  }
  return true;
}

// The period that the words over a column make; unknown where they make none.
Period period_of(const Over& over, int title_months, int year_ends) {
  int month = over.month, day = over.day, months = over.months, year = over.year;
  if (over.full_year && month == 0 && year != 0) {
    // "1Q FY2025", "fiscal 2025": the fiscal year that ends in 2025.
    const int left = over.quarter != 0 ? 12 - over.quarter * 3 : over.half != 0 ? 12 - over.half * 6 : 0;
    const int end = year * 12 + year_ends - 1 - left;
    year = end / 12;
    month = end % 12 + 1;
  }
  if (over.quarter != 0) {
    if (month == 0) month = over.quarter * 3;
    if (months == 0) months = 3;
  } else if (over.half != 0) {
    if (month == 0) month = over.half * 6;
    if (months == 0) months = 6;
  } else if (over.full_year) {
    if (month == 0) month = 12;
    if (months == 0) months = 12;
  }
  Period period;
  if (over.conflict || year == 0 || month == 0) return period;
  period.end = month_end(year, month);
  if (day != 0 && day < period.end.day) period.end.day = static_cast<std::uint8_t>(day);
  if (over.instant) return period;
  if (months == 0) months = title_months;
  if (months > 0) period.start = span_start(period.end, months);
  return period;
}

class HeadingReader {
 public:
  HeadingReader(const Draft& draft, const Surroundings& around) : draft_(draft), around_(around) {
    StraightDown words = straight_down(draft);
    overs_ = std::move(words.overs);
    worked_out_ = words.dealt;
    if (worked_out_) why_ = "words that run together taken in the order in which they stand";
  }

  HeadingReading run() {
    find_amounts();
    deal_units();
    date_columns();
    date_translations();
    build();
    settle_currencies();
    settle_dates_of_translations();
    if (any_twins()) {
      // The durations may have been dealt out wrong: once more by groups of columns.
      if (deal_durations(in_order(draft_, Word::months), amounts_)) {
        worked_out_ = true;
        build();
        settle_currencies();
      }
      if (any_twins()) forget_periods("the heading gives two columns the same period and unit");
    }
    give_periods_to_special_columns();
    for (const Word word : {Word::month_day, Word::year, Word::months}) {
      for (const Token& token : in_order(draft_, word)) out_.loose.push_back(token);
    }
    return std::move(out_);
  }

 private:
  // Columns of changes and of shares stand beside the amounts.
  void find_amounts() {
    const std::size_t n = overs_.size();
    std::vector<bool> percent(n);
    std::size_t money = 0;
    // "%" over some columns and not over others says what they hold, whether the cells repeat it or not.
    const bool told_apart =
        !std::all_of(overs_.begin(), overs_.end(), [](const Over& over) { return over.percent; }) ||
        some_borrow_percent_wrongly();
    bool changes_in_percent = false;
    for (std::size_t i = 0; i < n; ++i) {
      percent[i] = printed_in_percent(draft_, draft_.value_columns[i]);
      changes_in_percent |= percent[i] && overs_[i].change;
    }
    for (std::size_t i = 0; i < n; ++i) {
      Over& over = overs_[i];
      // Beside changes in per cent, amounts with a date of their own are no change: the word reaches too far.
      if (changes_in_percent && !percent[i] && over.dated()) over.change = false;
      percent[i] = (told_apart && in_percent(i)) || percent[i];
      over.difference = over.change && !percent[i] &&
                        (printed_in_thousands(draft_, draft_.value_columns[i]) || differs_by(i));
      if (!percent[i] && !over.difference) ++money;
    }
    if (money == 0) money = amounts_among_percentages(percent);
    const bool any_change =
        std::any_of(overs_.begin(), overs_.end(), [](const Over& over) { return over.change; });
    const bool all_change =
        std::all_of(overs_.begin(), overs_.end(), [](const Over& over) { return over.change; });
    bool change_in_place = false;  // the word stands over a column of percentages
    if (any_change && !all_change) part_amounts_from_changes(percent);
    for (std::size_t i = 0; i < n; ++i) change_in_place |= !all_change && percent[i] && overs_[i].change;
    for (std::size_t i = 0; i < n; ++i) {
      Over& over = overs_[i];
      if (all_change) over.change = percent[i] && money > 0;
      if (percent[i] && money > 0 && any_change && !change_in_place) over.change = true;
      if (percent[i]) over.percent = true;
      const bool special = money > 0 && (over.change || percent[i] || (over.share && over.percent));
      if (!special) amounts_.push_back(&over);
    }
    if (amounts_.empty()) {
      for (Over& over : overs_) amounts_.push_back(&over);
    }
  }

  // A table of ratios may hold a few amounts: where no column is one of amounts, those of both are.
  std::size_t amounts_among_percentages(std::vector<bool>& percent) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < overs_.size(); ++i) {
      const FigureCount count = count_percentages(draft_, draft_.value_columns[i]);
      if (overs_[i].percent || overs_[i].change || overs_[i].share || count.alike == count.figures) continue;
      percent[i] = false;
      ++found;
    }
    return found;
  }

  // "%" over some columns and not over others. A column that has it, or a currency, from its neighbour's
  // heading is told by its figures.
  [[nodiscard]] bool in_percent(std::size_t i) {
    Over& over = overs_[i];
    const bool own = over.own_unit || over.own_percent || draft_.spans_known;
    const bool some = std::any_of(overs_.begin(), overs_.end(), [](const Over& o) { return o.own_percent; });
    if (own || !some || all_with_decimals()) return over.percent;
    const bool decimals = printed_with_decimals(draft_, draft_.value_columns[i]);
    over.unit_lost |= over.percent && !decimals;
    over.percent = decimals;
    return decimals;
  }

  // Amounts in millions with a decimal look as percentages do.
  [[nodiscard]] bool all_with_decimals() const {
    return std::all_of(draft_.value_columns.begin(), draft_.value_columns.end(), [&](std::uint16_t column) {
      return printed_with_decimals(draft_, column) || printed_in_percent(draft_, column);
    });
  }

  // "Percentage" reaches over whole numbers, where its own column has decimals or percent signs.
  [[nodiscard]] bool some_borrow_percent_wrongly() const {
    bool own = false, whole = false;
    for (std::size_t i = 0; i < overs_.size(); ++i) {
      const std::uint16_t column = draft_.value_columns[i];
      const bool fits = printed_with_decimals(draft_, column) || printed_in_percent(draft_, column);
      own |= overs_[i].own_percent && fits;
      whole |= overs_[i].percent && !overs_[i].own_percent && !fits;
    }
    return own && whole && !draft_.spans_known;
  }

  // Whether the column gives the amounts by which one of the others differs from another.
  [[nodiscard]] bool differs_by(std::size_t i) const {
    constexpr std::size_t kMost = 16;  // columns; wider tables compare no two of theirs so
    const std::vector<std::uint16_t>& columns = draft_.value_columns;
    if (columns.size() > kMost) return false;
    for (const std::uint16_t now : columns) {
      for (const std::uint16_t base : columns) {
        if (now != base && now != columns[i] && base != columns[i] &&
            differences_between(draft_, columns[i], now, base))
          return true;
      }
    }
    return false;
  }

  // "1Q25" and "Change" in one cell over an amount and its change: the amount is no change where no other
  // column could be it.
  void part_amounts_from_changes(const std::vector<bool>& percent) {
    for (std::size_t i = 0; i < overs_.size(); ++i) {
      Over& over = overs_[i];
      if (!over.change || percent[i] || !over.own_unit || !over.dated() || draft_.spans_known) continue;
      const bool twin = std::any_of(overs_.begin(), overs_.end(), [&](const Over& other) {
        return &other != &over && other.unit == over.unit && other.year == over.year &&
               other.month == over.month && other.quarter == over.quarter && other.half == over.half;
      });
      if (!twin) over.change = false;
    }
  }

  void deal_units() {
    const std::vector<Token> units = in_order(draft_, Word::unit);
    const bool sound = std::all_of(amounts_.begin(), amounts_.end(),
                                   [](const Over* over) { return over->unit[0] != 0 && !over->unit_lost; });
    if ((!sound && !only_translations(units)) || units.size() == amounts_.size())
      deal(units, amounts_, [](Over& over, const Token& token) {
        over.unit = token.code;
        over.bare_dollar = token.bare;
        over.unit_lost = false;
      });
    std::vector<Over*> money = amounts_;
    for (Over& over : overs_) {
      if (over.difference) money.push_back(&over);
    }
    for (Over* over : money) {
      if (over->bare_dollar) over->unit = dollar(around_.main_currency);
      if (over->unit[0] != 0) continue;
      const auto index = static_cast<std::size_t>(over - overs_.data());
      over->unit = printed_currency(draft_, draft_.value_columns[index], around_.main_currency);
      if (over->unit[0] == 0) over->unit = around_.scale.code;
      if (over->unit[0] == 0) over->unit = around_.main_currency;
    }
  }

  // A currency that a column has from its neighbour's heading, or had to share with it, is held against the
  // rest of the table: a translation stands beside the amount that it translates, for the same period.
  void settle_currencies() {
    const Currency main = around_.main_currency;
    if (main[0] == 0 || draft_.spans_known) return;
    const auto sure = [&](std::size_t i) { return overs_[i].own_unit && !overs_[i].unit_lost; };
    bool any_main = false;
    for (std::size_t i = 0; i < overs_.size(); ++i) any_main |= sure(i) && out_.columns[i].unit.code == main;
    for (std::size_t i = 0; i < overs_.size(); ++i) {
      Column& column = out_.columns[i];
      if (sure(i) || column.unit.measure != Measure::money || !is_amount(i)) continue;
      if (!any_main && !overs_[i].unit_lost) continue;
      const std::size_t translated = column.period.known() ? amount_translated_in(i, main) : overs_.size();
      Currency settled = main;
      if (translated == kTwinWithoutRate || !column.period.known() || !any_main) {
        settled = {};
      } else if (translated < overs_.size()) {
        settled = currency("USD");
      }
      if (!overs_[i].unit_lost && (settled[0] == 0 || settled == column.unit.code)) continue;
      if (settled[0] == 0) {
        forget(column, "its heading does not tell its currency");
      } else {
        column.unit.code = settled;
        column.heading = Heading::worked_out;
        column.why = "the currency that the figures of a column are in";
      }
    }
  }

  // The column of the same period in the main currency whose figures are those of column `i` at one rate; the
  // number of columns where none has the same period, kTwinWithoutRate where there is no rate between them.
  static constexpr std::size_t kTwinWithoutRate = static_cast<std::size_t>(-1);
  [[nodiscard]] std::size_t amount_translated_in(std::size_t i, Currency main) const {
    for (std::size_t j = 0; j < overs_.size(); ++j) {
      const Column& other = out_.columns[j];
      if (j == i || !is_amount(j) || other.unit.measure != Measure::money || other.unit.code != main ||
          other.period != out_.columns[i].period)
        continue;
      return at_one_rate(draft_, draft_.value_columns[j], draft_.value_columns[i]) ? j : kTwinWithoutRate;
    }
    return overs_.size();
  }

  // A translation is of the period of the amount that it translates. Where the heading gives them two, the
  // one that has every word of its date right over it is believed; if both have, neither.
  void settle_dates_of_translations() {
    const Currency main = around_.main_currency;
    if (main[0] == 0 || draft_.spans_known) return;
    for (std::size_t i = 0; i < overs_.size(); ++i) {
      Column& column = out_.columns[i];
      if (!is_amount(i) || column.unit.measure != Measure::money || column.unit.code == main ||
          !column.period.known() || amount_translated_in(i, main) != overs_.size())
        continue;
      const std::size_t j = only_amount_at_one_rate(i, main);
      if (j == overs_.size()) continue;
      const std::string why = "a translation and its amount have two dates";
      if (overs_[i].borrowed_date == overs_[j].borrowed_date) {
        forget(out_.columns[i], why);
        forget(out_.columns[j], why);
        continue;
      }
      Column& wrong = out_.columns[overs_[i].borrowed_date ? i : j];
      wrong.period = out_.columns[overs_[i].borrowed_date ? j : i].period;
      wrong.heading = Heading::worked_out;
      wrong.why = "a translation has the date of its amount";
    }
  }

  // The one column in the main currency whose figures stand in one rate to those of column `i`; the number of
  // columns where none or several do.
  [[nodiscard]] std::size_t only_amount_at_one_rate(std::size_t i, Currency main) const {
    std::size_t found = overs_.size();
    for (std::size_t j = 0; j < overs_.size(); ++j) {
      const Column& other = out_.columns[j];
      if (!is_amount(j) || other.unit.measure != Measure::money || other.unit.code != main ||
          !at_one_rate(draft_, draft_.value_columns[j], draft_.value_columns[i]))
        continue;
      if (found != overs_.size()) return overs_.size();
      found = j;
    }
    return found;
  }

  [[nodiscard]] bool is_amount(std::size_t i) const {
    return std::find(amounts_.begin(), amounts_.end(), &overs_[i]) != amounts_.end();
  }

  static void forget(Column& column, std::string why) {
    column.period = {};
    column.heading = Heading::unknown;
    column.why = std::move(why);
  }

  // "Convenience translation into US dollars" over some columns of a filing kept in another currency says
  // nothing of the others.
  [[nodiscard]] bool only_translations(const std::vector<Token>& units) const {
    return around_.main_currency[0] != 0 && std::all_of(units.begin(), units.end(), [&](const Token& unit) {
             return !unit.bare && unit.code == currency("USD") && unit.code != around_.main_currency;
           });
  }

  void date_columns() {
    const std::vector<Token> days = in_order(draft_, Word::month_day);
    const std::vector<Token> years = in_order(draft_, Word::year);
    const std::vector<Token> phrases = in_order(draft_, Word::months);
    const bool any_period = std::any_of(amounts_.begin(), amounts_.end(), [](const Over* over) {
      return over->quarter != 0 || over->half != 0 || over->full_year;
    });
    bool sound =
        std::all_of(amounts_.begin(), amounts_.end(), [](const Over* over) { return over->dated(); });
    if (!sound && !any_period) {
      for (Over* over : amounts_) over->conflict = false;
      const bool days_dealt = deal_dates(days, [](Over& over, const Token& token) {
        over.month = token.month;
        over.day = token.day;
      });
      const bool years_dealt =
          deal_dates(years, [](Over& over, const Token& token) { over.year = token.value; });
      if (!days_dealt) title_month();
      if ((days_dealt || days.empty()) && years_dealt) {
        worked_out_ = !days.empty();
        why_ = "dates taken in the order in which they stand in the heading";
        durations_over_dates(phrases, days.size() == amounts_.size() ? days : years);
      } else {
        for (Over* over : amounts_) {
          if (!years_dealt) over->year = 0;
          if (!days_dealt && !days.empty()) over->month = 0;
        }
        if (years.empty() && days.empty()) title_period();
      }
    }
    const bool durations_sound =
        phrases.empty() || std::all_of(amounts_.begin(), amounts_.end(),
                                       [](const Over* over) { return over->lasts() || over->instant; });
    if (!durations_sound) {
      if (!deal(phrases, amounts_, [](Over& over, const Token& token) { over.months = token.value; })) {
        worked_out_ = deal_durations(phrases, amounts_) || worked_out_;
      }
    }
    if (days.empty()) months_of_the_year();
    if (std::any_of(overs_.begin(), overs_.end(),
                    [](const Over& over) { return over.guessed && over.months != 0; })) {
      worked_out_ = true;
      why_ = "a word of the heading is missing";
    }
  }

  // One word to each column, or to each but the translations, which are of the period beside them.
  template <class Set>
  bool deal_dates(const std::vector<Token>& tokens, Set set) {
    if (deal(tokens, amounts_, set)) return true;
    std::vector<Over*> sources;
    for (Over* over : amounts_) {
      if (sources.empty() || !translates(*over, *sources.back())) sources.push_back(over);
    }
    if (sources.size() == amounts_.size() || tokens.size() != sources.size()) return false;
    std::size_t next = 0;
    for (Over* over : amounts_) {
      if (next < sources.size() && over == sources[next]) ++next;
      set(*over, tokens[next - 1]);
    }
    return true;
  }

  static bool translates(const Over& over, const Over& source) {
    return over.unit == currency("USD") && source.unit[0] != 0 && source.unit != over.unit;
  }

  // A centred heading may seem to reach from one group of columns into the next: what is the column to its
  // left at one rate, in dollars, is of that column's period.
  void date_translations() {
    if (draft_.spans_known) return;
    for (std::size_t i = 1; i < overs_.size(); ++i) {
      Over &over = overs_[i], &left = overs_[i - 1];
      if (!is_amount(i) || !is_amount(i - 1) || !left.dated() || !translates(over, left) ||
          same_date(over, left) || (!over.borrowed_date && over.months == left.months))
        continue;
      if (!at_one_rate(draft_, draft_.value_columns[i - 1], draft_.value_columns[i])) continue;
      copy_date(left, over);
      worked_out_ = true;
      why_ = "a translation is of the period beside it";
    }
  }

  static bool same_date(const Over& a, const Over& b) {
    return a.year == b.year && a.month == b.month && a.day == b.day && a.months == b.months &&
           a.quarter == b.quarter && a.half == b.half && a.full_year == b.full_year && a.instant == b.instant;
  }

  static void copy_date(const Over& from, Over& to) {
    to.year = from.year;
    to.month = from.month;
    to.day = from.day;
    to.months = from.months;
    to.quarter = from.quarter;
    to.half = from.half;
    to.full_year = from.full_year;
    to.instant = from.instant;
    to.conflict = from.conflict;
  }

  // Dates that were dealt out stand under their phrase by the heading's own columns, not by the body's.
  void durations_over_dates(const std::vector<Token>& phrases, const std::vector<Token>& dates) {
    if (phrases.size() < 2 || dates.size() != amounts_.size()) return;
    for (std::size_t i = 0; i < dates.size(); ++i) {
      int months = phrases.front().value;
      for (const Token& phrase : phrases) {
        if (phrase.column <= dates[i].column) months = phrase.value;
      }
      amounts_[i]->months = months;
    }
  }

  // "Three Months" and "Nine Months" over mere years: months without a date are those since the year began,
  // and what is fewer ends with them.
  void months_of_the_year() {
    if (around_.year_ends != 12 || around_.instant) return;
    int most = 0;
    for (const Over* over : amounts_) most = std::max(most, over->months);
    if (most < 6) return;
    for (Over* over : amounts_) {
      if (over->month != 0 || over->months == 0 || over->quarter != 0 || over->half != 0 || over->full_year)
        continue;
      over->month = static_cast<std::uint8_t>(most);
      worked_out_ = true;
      why_ = "months without a date are those since the year began";
    }
  }

  // Years without a day: the title may say "for the year ended December 31, 2024".
  void title_month() {
    for (const Token& token : around_.periods) {
      if (token.word != Word::month_day) continue;
      for (Over* over : amounts_) {
        if (over->month != 0) continue;
        over->month = token.month;
        over->day = token.day;
      }
    }
  }

  // No date in the heading: one amount column may take the title's.
  void title_period() {
    if (amounts_.size() != 1) return;
    for (const Token& token : around_.periods) {
      if (token.word == Word::year && amounts_.front()->year == 0) amounts_.front()->year = token.value;
    }
    title_month();
  }

  void build() {
    out_.columns.clear();
    for (std::size_t i = 0; i < overs_.size(); ++i) {
      const Over& over = overs_[i];
      Column column;
      column.grid = draft_.value_columns[i];
      column.at = over.at;
      const bool amount = is_amount(i);
      column.difference = over.difference && !amount;
      if (over.change && !amount && !over.difference) {
        column.unit.measure = Measure::percent_change;
      } else if (over.percent) {
        column.unit.measure = Measure::percent;
      } else if (over.count) {
        column.unit.measure = Measure::pure;
      } else {
        column.unit.measure = over.per_share ? Measure::per_share : Measure::money;
        column.unit.code = over.unit;
        const int scale = over.scale >= 0 ? over.scale : around_.scale.scale_power;
        if (scale > 0 && !over.per_share) column.scale_power = static_cast<std::uint8_t>(scale);
      }
      if (amount) {
        column.period = period_of(over, around_.instant ? 0 : around_.months, around_.year_ends);
        if (!column.period.known()) {
          column.heading = Heading::unknown;
          column.why = "its heading gives no date";
        } else if (worked_out_) {
          column.heading = Heading::worked_out;
          column.why = why_;
        }
      }
      out_.columns.push_back(std::move(column));
    }
  }

  // Columns of one period and unit that no words of their own tell apart, as those of segments are.
  [[nodiscard]] bool any_twins() const {
    const auto& columns = out_.columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      for (std::size_t j = i + 1; j < columns.size(); ++j) {
        const Measure measure = columns[i].unit.measure;
        const bool twins = columns[i].period.known() && columns[i].period == columns[j].period &&
                           columns[i].unit == columns[j].unit && is_amount(i) && is_amount(j) &&
                           (measure == Measure::money || measure == Measure::percent) &&
                           overs_[i].name == overs_[j].name;
        if (twins) return true;
      }
    }
    return false;
  }

  void forget_periods(const std::string& why) {
    for (Column& column : out_.columns) forget(column, why);
  }

  static bool is_special(const Column& column) {
    return column.unit.measure == Measure::percent || column.unit.measure == Measure::percent_change;
  }

  // A change leads to the latest period left of it, a share belongs to the amount beside it. Where that
  // amount's own period is not known, neither is theirs.
  void give_periods_to_special_columns() {
    for (std::size_t i = 0; i < out_.columns.size(); ++i) {
      Column& column = out_.columns[i];
      if (is_amount(i)) continue;
      if (column.unit.measure == Measure::percent && !overs_[i].share && is_change(i))
        column.unit.measure = Measure::percent_change;
      if (!give_period(column, i)) forget(column, "no column beside it has a date");
    }
  }

  bool give_period(Column& column, std::size_t i) {
    const bool change = column.unit.measure == Measure::percent_change || column.difference;
    bool any = false;
    for (std::size_t j = i; j-- > 0;) {
      const Column& left = out_.columns[j];
      if (is_special(left) || left.difference) continue;
      any = true;
      if (!left.period.known()) return false;
      if (!column.period.known() || (change && column.period.end < left.period.end))
        column.period = left.period;
      if (!change) break;
    }
    for (std::size_t j = i + 1; !any && !column.period.known() && j < out_.columns.size(); ++j) {
      if (!is_special(out_.columns[j])) column.period = out_.columns[j].period;
    }
    return column.period.known();
  }

  // Percentages that are the changes between two amounts of the table, though no word says so.
  [[nodiscard]] bool is_change(std::size_t i) const {
    for (std::size_t now = 0; now < overs_.size(); ++now) {
      for (std::size_t base = 0; base < overs_.size(); ++base) {
        if (is_amount(now) && is_amount(base) && out_.columns[base].period.known() &&
            out_.columns[base].period.end < out_.columns[now].period.end &&
            changes_between(draft_, draft_.value_columns[i], draft_.value_columns[now],
                            draft_.value_columns[base]))
          return true;
      }
    }
    return false;
  }

  const Draft& draft_;
  const Surroundings& around_;
  std::vector<Over> overs_;
  std::vector<Over*> amounts_;
  bool worked_out_ = false;
  std::string why_ = "its words stand a column off";
  HeadingReading out_;
};

bool all_known(const HeadingReading& reading) {
  return std::all_of(reading.columns.begin(), reading.columns.end(),
                     [](const Column& column) { return column.heading != Heading::unknown; });
}

// Whether a sibling's columns could be what the loose words meant: its years stand among them in order.
bool fits_loose_words(const HeadingReading& sibling, const HeadingReading& reading) {
  std::vector<int> years, months;
  for (const Token& token : reading.loose) {
    if (token.word == Word::year) years.push_back(token.value);
    if (token.word == Word::months) months.push_back(token.value);
  }
  std::size_t at = 0;
  for (std::size_t i = 0; i < sibling.columns.size(); ++i) {
    const Column& own = reading.columns[i];
    const Column& other = sibling.columns[i];
    if (own.unit.measure != other.unit.measure ||
        (own.unit.currency_code() != other.unit.currency_code() && own.unit.measure == Measure::money))
      return false;
    if (!months.empty() && std::find(months.begin(), months.end(), other.period.months()) == months.end())
      return false;
    while (at < years.size() && years[at] != other.period.end.year) ++at;
    if (at == years.size()) return false;
    ++at;
  }
  return true;
}

// How many large figures two tables print in the same column.
int figures_in_common(const Draft& a, const Draft& b) {
  std::set<std::pair<std::size_t, std::int64_t>> seen;
  const auto each = [](const Draft& draft, auto&& visit) {
    for (const BodyRow& row : draft.body) {
      for (const BodyCell& cell : row.cells) {
        const auto column =
            std::find(draft.value_columns.begin(), draft.value_columns.end(), cell.raw->column);
        if (column == draft.value_columns.end() || cell.scanned.form != Form::figure) continue;
        const std::int64_t size = cell.scanned.value.size().mantissa;
        if (size >= 1000)
          visit(std::pair{static_cast<std::size_t>(column - draft.value_columns.begin()), size});
      }
    }
  };
  each(a, [&](const auto& key) { seen.insert(key); });
  int common = 0;
  each(b, [&](const auto& key) { common += static_cast<int>(seen.count(key)); });
  return common;
}

bool same_periods(const HeadingReading& a, const HeadingReading& b) {
  return std::equal(
      a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
      [](const Column& x, const Column& y) { return x.period == y.period && x.unit == y.unit; });
}

}  // namespace

HeadingReading read_heading(const Draft& draft, const Surroundings& around) {
  return HeadingReader(draft, around).run();
}

void settle_by_siblings(HeadingReading& reading, const Draft& draft, const std::vector<Sibling>& siblings) {
  if (all_known(reading)) return;
  const HeadingReading* best = nullptr;
  int best_score = 0, second_score = 0;
  for (const Sibling& sibling : siblings) {
    const HeadingReading& other = *sibling.reading;
    if (&other == &reading || other.columns.size() != reading.columns.size() || !all_known(other) ||
        !fits_loose_words(other, reading))
      continue;
    const int score = figures_in_common(*sibling.draft, draft);
    if (best != nullptr && same_periods(*best, other)) {
      best_score = std::max(best_score, score);
    } else if (score > best_score) {
      second_score = best_score;
      best = &other;
      best_score = score;
    } else {
      second_score = std::max(second_score, score);
    }
  }
  if (best == nullptr || best_score <= second_score) return;
  for (std::size_t i = 0; i < reading.columns.size(); ++i) {
    Column& column = reading.columns[i];
    column.period = best->columns[i].period;
    column.heading = Heading::worked_out;
    column.why = "the columns of another table with the same figures";
  }
}

}  // namespace kcfin::table
