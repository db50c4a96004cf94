// How the words of a heading find their columns.
#include "table/column_words.h"

#include <array>
#include <span>
#include <string>

#include "values/text.h"
#include "words/currency.h"

namespace kcfin::table {

std::string quotation(std::string_view text) {
  constexpr std::size_t kMost = 80;
  std::size_t end = std::min(text.size(), kMost);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
  return "\u201c" + std::string(text.substr(0, end)) + (end < text.size() ? "\u2026\u201d" : "\u201d");
}

void note_title(Over& over, std::string_view title) {
  const std::string source = "the title " + quotation(title);
  if (over.sources.period.find(source) != std::string::npos) return;
  if (!over.sources.period.empty()) over.sources.period += ", ";
  over.sources.period += source;
}

bool same_word(const Token& a, const Token& b) {
  return a.word == b.word && a.value == b.value && a.month == b.month && a.day == b.day && a.code == b.code;
}

namespace {

void add(Over& over, const Token& token) {
  const auto set = [&](int& field, int value) {
    if (field != 0 && field != value) over.conflict = true;
    field = value;
  };
  switch (token.word) {
    case Word::months:
      if (token.first_month != 0) {
        // "January 1 to July 21" under "Nine Months Ended September 30,": the part of it that the column is
        // of.
        over.months = 0;
        over.month = over.day = 0;
      }
      set(over.months, token.value);
      over.weeks = token.weeks;
      over.first_month = token.first_month;
      over.first_day = token.first_day;
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
      over.twelve_months = over.twelve_months || token.value == 12;
      break;
    case Word::to_date:
      over.to_date = std::max(over.to_date, token.value);
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
      // "Yen (Millions)" above, "¥" below it.
      if (over.unit[0] != 0 && token.bare && words::share_a_sign(over.unit, token.code)) break;
      if (over.unit[0] != 0 && over.unit != token.code) over.unit_lost = true;
      over.unit = token.code;
      over.shared_sign = token.bare;
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

bool has_word(const Lexed& lexed, Word word) {
  return std::any_of(lexed.tokens.begin(), lexed.tokens.end(),
                     [&](const Token& token) { return token.word == word; });
}

bool says_units_only(const Lexed& lexed) {
  return has_word(lexed, Word::unit) &&
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

// The same of a row of periods whose spans end before their groups do: "2023" over two of three columns.
std::size_t short_groups(const HeadingRow& row, const std::vector<std::uint16_t>& columns) {
  const bool periods = std::all_of(row.lexed.begin(), row.lexed.end(), [](const Lexed& lexed) {
    return !lexed.tokens.empty() && !lexed.words_left &&
           std::all_of(lexed.tokens.begin(), lexed.tokens.end(), [](const Token& token) {
             return token.word == Word::year || token.word == Word::month_day || token.word == Word::months ||
                    token.word == Word::audited;
           });
  });
  return periods ? equal_groups(row, 0, columns) : 0;
}

// Whether a heading cell stands over a grid column. Where the file gives no spans, a cell reaches to the
// next one, and the first that is no heading of labels or notes reaches back to the first column.
bool covers(const HeadingRow& row, std::size_t cell, std::uint16_t column, bool spans_known,
            const std::vector<std::uint16_t>& columns) {
  const std::uint16_t first_value = columns.front();
  const RawCell& own = row.cells[cell];
  if (spans_known) {
    const bool known = own.column <= column && column < own.column + own.span;
    const std::size_t group = known ? 0 : short_groups(row, columns);
    if (group == 0) return known;
    const auto own_column = std::find(columns.begin(), columns.end(), column);
    return static_cast<std::size_t>(own_column - columns.begin()) / group == cell;
  }
  // A currency alone in its line stands over its own columns; a period alone is meant for all of them.
  if (row.cells.size() == 1 && own.column > first_value && says_units_only(row.lexed.front()))
    return own.column <= column;
  std::size_t first = 0;
  while (first + 1 < row.cells.size() && row.cells[first].column < first_value &&
         (has_word(row.lexed[first], Word::notes) || row.lexed[first].tokens.empty()))
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

// "Fiscal second quarter", "second fiscal quarter": a part of a year, not the year and the quarter.
bool of_part(std::span<const Token> tokens, std::size_t at) {
  const auto part = [&](std::size_t i) {
    return i < tokens.size() && (tokens[i].word == Word::quarter || tokens[i].word == Word::half);
  };
  return tokens[at].word == Word::full_year && tokens[at].value == 1 &&
         (part(at + 1) || (at > 0 && part(at - 1)));
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
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const int kind = kind_of(token.word);
    if (kind < 0 || of_part(tokens, i)) continue;
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

bool says_when(Word word) {
  return word == Word::months || word == Word::month_day || word == Word::year || word == Word::quarter ||
         word == Word::half || word == Word::full_year;
}

// "Q1-24 % Q4-23 % QoQ %": amounts and their percentages in turn, and a change. Empty where these are not as
// many as columns.
std::vector<std::vector<Token>> dealt_in_turn(const std::vector<Token>& tokens, std::size_t columns) {
  std::vector<std::vector<Token>> out;
  bool periods = false, percentages = false;
  const auto in_last = [&](Word word) {
    return !out.empty() && std::any_of(out.back().begin(), out.back().end(),
                                       [&](const Token& token) { return token.word == word; });
  };
  for (const Token& token : tokens) {
    const bool percent = token.word == Word::percent, change = token.word == Word::change;
    if (!percent && !change && !says_when(token.word)) return {};
    const bool goes_on = percent ? in_last(Word::change) && !in_last(Word::percent)
                                 : !change && !out.empty() && !in_last(token.word) &&
                                       !in_last(Word::percent) && !in_last(Word::change);
    if (!goes_on) out.emplace_back();
    out.back().push_back(token);
    periods |= says_when(token.word);
    percentages |= percent && !goes_on;
  }
  if (out.size() != columns || !periods || !percentages) return {};
  return out;
}

// "Shares" alone over a column, beside "Amount": it counts them. "Ordinary shares" is a component of equity.
bool counts_shares(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kCounts = {
      "shares", "number of shares", "no. of shares", "shares outstanding", "shares (#)", "# of shares"};
  if (text.size() > 20) return false;
  const std::string lowered = lower(text);
  return std::find(kCounts.begin(), kCounts.end(), lowered) != kCounts.end();
}

// Which of a column's sources the word is one of; null where it gives nothing.
std::string* source_of(Over& over, Word word) {
  switch (word) {
    case Word::months:
    case Word::month_day:
    case Word::year:
    case Word::quarter:
    case Word::half:
    case Word::full_year:
    case Word::to_date:
    case Word::as_of:
      return &over.sources.period;
    case Word::unit:
    case Word::percent:
    case Word::change:
    case Word::share:
    case Word::count:
    case Word::per_share:
      return &over.sources.unit;
    case Word::scale:
      return &over.sources.scale;
    case Word::notes:
    case Word::audited:
      break;
  }
  return nullptr;
}

void note_source(Over& over, Word word, std::string_view cell) {
  std::string* const source = source_of(over, word);
  if (source == nullptr) return;
  const std::string quoted = quotation(cell);
  if (source->find(quoted) != std::string::npos) return;
  if (!source->empty()) *source += ", ";
  *source += quoted;
}

// What a cell of the heading says of a column below it; `own`: of that column alone.
void add_cell(Over& over, const RawCell& cell, bool named, const std::vector<Token>& tokens, bool own) {
  if (named) over.name.append(cell.text).push_back(' ');
  over.shares |= counts_shares(cell.text);
  for (const Token& token : tokens) {
    add(over, token);
    note_source(over, token.word, cell.text);
    over.own_unit |= token.word == Word::unit && own;
    // "Own" over "shares" over "$'000".
    const bool money = token.word == Word::unit && own && cell.span == 1 && !counts_shares(cell.text);
    over.shares = over.shares && !money;
    over.own_percent |= token.word == Word::percent && own;
    over.borrowed_date |= !own && (token.word == Word::month_day || token.word == Word::year);
  }
  if (!tokens.empty() && over.at.line == 0) over.at = cell.at;
}

// The heading's lines from the top down; one that is printed twice is said once.
void note_printed(Over& over, std::string_view text) {
  const std::string line = " / " + std::string(text) + " / ";
  if (text.empty() || (" / " + over.printed + " / ").find(line) != std::string::npos) return;
  if (!over.printed.empty()) over.printed += " / ";
  over.printed += text;
}

// "Three Months Ended June 30, 2024 as compared to the Three Months Ended June 30, 2023": a change of the
// first.
const std::vector<Token>& compared_period(std::string_view text, const std::vector<Token>& tokens,
                                          std::vector<Token>& made) {
  constexpr std::size_t kShortest = 9;  // "2024 vs 2"
  if (text.size() < kShortest) return tokens;
  const std::string lowered = lower(text);
  const std::size_t at = std::min({lowered.find(" compared to "), lowered.find(" compared with "),
                                   lowered.find(" versus "), lowered.find(" vs. "), lowered.find(" vs ")});
  if (at >= lowered.size()) return tokens;
  made = lex_heading(text.substr(0, at)).tokens;
  const bool dated = std::any_of(made.begin(), made.end(), [](const Token& token) {
    return token.word == Word::year || token.word == Word::month_day;
  });
  if (!dated) return tokens;
  Token change;
  change.word = Word::change;
  made.push_back(change);
  return made;
}

}  // namespace

StraightDown straight_down(const Draft& draft) {
  StraightDown out;
  std::vector<Over>& overs = out.overs;
  overs.resize(draft.value_columns.size());
  for (const HeadingRow& row : draft.heading) {
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
      std::vector<Token> made;
      const std::vector<Token>& tokens = compared_period(row.cells[cell].text, row.lexed[cell].tokens, made);
      const bool named = row.lexed[cell].words_left;
      std::vector<std::size_t> under;
      for (std::size_t i = 0; i < overs.size(); ++i) {
        if (covers(row, cell, draft.value_columns[i], draft.spans_known, draft.value_columns))
          under.push_back(i);
      }
      // What stands over the labels and names no column is theirs.
      const bool of_labels = tokens.empty() && row.cells[cell].column < draft.value_columns.front();
      for (const std::size_t i : under) {
        if (!of_labels || draft.spans_known) note_printed(overs[i], row.cells[cell].text);
      }
      if (tokens.empty() && !named) continue;
      auto dealt = dealt_out(tokens, under.size());
      if (dealt.empty() && !named) dealt = dealt_in_turn(tokens, under.size());
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

bool deal_durations(const std::vector<Token>& phrases, const std::vector<Over*>& columns) {
  if (phrases.empty()) return false;
  std::vector<std::size_t> starts{0};
  const auto date = [](const Over& over) { return (over.year * 100 + over.month) * 100 + over.day; };
  // "2025 2024 2025 2024": the latest first, and back to it where a group ends.
  const auto differs = [&](const Over* over) { return date(*over) != date(*columns.front()); };
  const auto second = std::find_if(columns.begin(), columns.end(), differs);
  const bool latest_first = second != columns.end() && date(**second) < date(*columns.front());
  for (std::size_t i = 1; i < columns.size(); ++i) {
    const bool unit_back =
        columns[i]->unit != columns[i - 1]->unit && columns[i]->unit == columns.front()->unit;
    const int before = date(*columns[i - 1]), own = date(*columns[i]);
    if (unit_back || (latest_first ? own > before : own < before)) starts.push_back(i);
  }
  if (starts.size() != phrases.size()) return false;
  for (std::size_t group = 0; group < starts.size(); ++group) {
    const std::size_t end = group + 1 < starts.size() ? starts[group + 1] : columns.size();
    for (std::size_t i = starts[group]; i < end; ++i) columns[i]->months = phrases[group].value;
  }
  return true;
}

namespace {

// "Third Quarter 1998" of an issuer whose year ends in September: its own third quarter or the calendar's?
bool of_unknown_year(const Over& over, const FiscalYears& years) {
  return (over.quarter != 0 || over.half != 0) && !over.full_year && years.last_month() != 12;
}

// "Year ended October 31, 2018" over "First Quarter": the year names its day, the quarter a part of it. Of a
// year that ends within a month none is told.
Period part_of_year(const Over& over) {
  if (over.conflict || over.year == 0) return {};
  if (over.day != 0 && over.day != month_end(over.year, over.month).day) return {};
  const int months = over.quarter != 0 ? 3 : 6;
  const int left = 12 - months * (over.quarter != 0 ? over.quarter : over.half);
  const int end = over.year * 12 + over.month - 1 - left, start = end - months + 1;
  Period period;
  period.end = month_end(end / 12, end % 12 + 1);
  period.start = calendar_date(start / 12, start % 12 + 1, 1);
  return period;
}

int months_of(const Over& over) {
  const bool whole = over.twelve_months && over.month == 0 && over.quarter == 0 && over.half == 0;
  return whole ? 12 : over.months;
}

Period own_period(const Over& over, int title_months, const FiscalYears& years) {
  int month = over.month, day = over.day, months = months_of(over), year = over.year;
  if (over.full_year && month == 0 && year != 0) {
    if (over.quarter == 0 && over.half == 0 && months % 12 == 0 && years.names_days())
      return years.year(year, over.instant);
    // "1Q FY2025", "fiscal 2025": the fiscal year that ends in 2025.
    const int left = over.quarter != 0 ? 12 - over.quarter * 3 : over.half != 0 ? 12 - over.half * 6 : 0;
    const int end = year * 12 + years.last_month() - 1 - left;
    year = end / 12;
    month = end % 12 + 1;
  }
  if (month == 0 && of_unknown_year(over, years)) return {};
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
  if (months == 0 && over.to_date > 0) return {};
  if (over.first_month != 0) {
    const bool year_before = over.first_month > month;
    period.start = calendar_date(year_before ? year - 1 : year, over.first_month, over.first_day);
  } else if (months > 0) {
    period.start = years.first_day(period.end, months, over.weeks);
  }
  return period;
}

}  // namespace

Period period_of(const Over& over, int title_months, const FiscalYears& years) {
  const bool part = over.months == 12 && over.month != 0 && (over.quarter != 0 || over.half != 0);
  return part ? part_of_year(over) : own_period(over, title_months, years);
}

}  // namespace kcfin::table
