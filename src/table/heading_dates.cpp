// The dates of columns of amounts: as they stand over them, dealt out in reading order, or from the title.
#include "table/heading_dates.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "values/text.h"

namespace kcfin::table {
namespace {

class ColumnDates {
 public:
  ColumnDates(const Draft& draft, const Surroundings& around, const std::vector<Over*>& amounts,
              const std::vector<Over*>& percentages)
      : draft_(draft), around_(around), amounts_(amounts), dated_(amounts) {
    dated_.insert(dated_.end(), percentages.begin(), percentages.end());
  }

  Dating run() {
    const std::vector<Token> days = in_order(draft_, Word::month_day);
    const std::vector<Token> years = in_order(draft_, Word::year);
    const std::vector<Token> phrases = in_order(draft_, Word::months);
    const bool any_period = std::any_of(amounts_.begin(), amounts_.end(), [](const Over* over) {
      return over->quarter != 0 || over->half != 0 || over->full_year;
    });
    bool sound = all_dated();
    if (!sound && dates_of_groups()) {
      spans_to_date();
      return std::move(out_);
    }
    if (!sound && !any_period && (dates_over_labels() || date_of_title() || years_of_the_report()))
      return std::move(out_);
    if (!sound && !any_period) deal_all(days, years, phrases);
    spans_to_date();
    const bool durations_sound =
        phrases.empty() || std::all_of(amounts_.begin(), amounts_.end(),
                                       [](const Over* over) { return over->lasts() || over->instant; });
    if (!durations_sound) {
      if (!deal(phrases, amounts_, [](Over& over, const Token& token) { over.months = token.value; })) {
        if (deal_durations(phrases, amounts_)) out_.worked_out = true;
      }
    }
    if (days.empty()) months_of_the_year();
    if (std::any_of(amounts_.begin(), amounts_.end(),
                    [](const Over* over) { return over->guessed && over->months != 0; })) {
      out_.worked_out = true;
      out_.why = "a word of the heading is missing";
    }
    return std::move(out_);
  }

  // "Year to date" begins with the fiscal year; a mere "period ended" does where the months that end on its
  // day, fewer than those, stand beside it.
  void spans_to_date() {
    for (Over* over : amounts_) {
      if (over->to_date < 0 || over->lasts() || over->instant || over->conflict || over->month == 0) continue;
      const int months = (over->month - around_.years->last_month() + 11) % 12 + 1;
      const bool beside = std::any_of(amounts_.begin(), amounts_.end(), [&](const Over* other) {
        return other->months > 0 && other->months < months && other->year == over->year &&
               other->month == over->month && other->day == over->day;
      });
      if (over->to_date == 0 && !beside) continue;
      over->months = months;
      out_.worked_out = true;
      out_.why = "a period to date begins with the fiscal year";
    }
  }

  // Days and years to the columns in the order in which they stand.
  void deal_all(const std::vector<Token>& days, const std::vector<Token>& years,
                const std::vector<Token>& phrases) {
    for (Over* over : amounts_) over->conflict = false;
    const bool days_dealt = deal_dates(days, [](Over& over, const Token& token) {
      over.month = token.month;
      over.day = token.day;
    });
    const bool years_dealt =
        deal_dates(years, [](Over& over, const Token& token) { over.year = token.value; });
    if (!days_dealt) title_month();
    if ((days_dealt || days.empty()) && years_dealt) {
      out_.worked_out = !days.empty();
      out_.why = "dates taken in the order in which they stand in the heading";
      durations_over_dates(phrases, days.size() == amounts_.size() ? days : years);
    } else {
      for (Over* over : amounts_) {
        if (!years_dealt) over->year = 0;
        if (!days_dealt && !days.empty()) over->month = 0;
      }
      if (years.empty() && days.empty()) title_period();
    }
    deal_listed_dates();
    years_of_the_report();
  }

  [[nodiscard]] bool all_dated() const {
    return std::all_of(amounts_.begin(), amounts_.end(), [](const Over* over) { return over->dated(); });
  }

  // "Three Months Ended June 30, 2025 | 2024 | Six Months Ended June 30, 2025 | 2024": a date that stands
  // whole over the first column of its group, and years alone behind it.
  bool dates_of_groups() {
    std::vector<int> years;  // of the group at hand
    const Over* whole = nullptr;
    for (const Over* over : amounts_) {
      const bool alone = over->month == 0 && !over->lasts();
      if (over->conflict || over->year == 0 || (alone ? whole == nullptr : over->month == 0)) return false;
      if (!alone) years.clear();
      if (!alone) whole = over;
      if (std::find(years.begin(), years.end(), over->year) != years.end()) return false;
      years.push_back(over->year);
    }
    for (Over* over : amounts_) {
      if (over->month != 0) {
        whole = over;
        continue;
      }
      const int year = over->year;
      copy_date(*whole, *over);
      over->year = year;
      over->weeks = 0;
    }
    out_.worked_out = true;
    out_.why = "a date over the first column of a group, years alone over the others";
    return true;
  }

  // "Three months ended June 30 | 2024 | 2023": what stands over the labels and over no column is said of
  // all.
  bool dates_over_labels() {
    std::vector<Token> own;
    for (const HeadingRow& row : draft_.heading) {
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const RawCell& cell = row.cells[c];
        if (cell.column != 0 || cell.column + cell.span > draft_.value_columns.front()) continue;
        own.insert(own.end(), row.lexed[c].tokens.begin(), row.lexed[c].tokens.end());
      }
    }
    return say_of_all(own, "the period that stands over the labels");
  }

  // "Income Statement for the six months ended June 30, 2024" over the names of segments.
  bool date_of_title() {
    std::vector<Token> own = around_.periods;
    if (around_.months != 0) {
      Token months;
      months.word = Word::months;
      months.value = around_.months;
      own.push_back(months);
    }
    const bool named =
        amounts_.size() > 1 &&
        std::all_of(amounts_.begin(), amounts_.end(), [](const Over* over) { return !over->name.empty(); });
    return named && ends_a_month(own) && say_of_all(own, "the period that the title names");
  }

  // One date, a month's last day or that of a span: no other day is that of a table.
  static bool ends_a_month(const std::vector<Token>& tokens) {
    int year = 0;
    bool span = false;
    for (const Token& token : tokens) {
      if (token.word == Word::year) year = token.value;
      span |= token.word == Word::months;
    }
    return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.word != Word::month_day || span || token.day == month_end(year, token.month).day;
    });
  }

  // A period that is said once for all columns, where the words over them leave it open. None of the columns
  // may have a part of it that differs.
  bool say_of_all(const std::vector<Token>& tokens, std::string_view why) {
    Over said;
    int days = 0, years = 0, spans = 0;
    for (const Token& token : tokens) {
      if (token.order == Token::Order::either) return false;
      switch (token.word) {
        case Word::month_day:
          ++days;
          said.month = token.month;
          said.day = token.day;
          break;
        case Word::year:
          ++years;
          said.year = token.value;
          break;
        case Word::months:
          ++spans;
          said.months = token.value;
          said.weeks = token.weeks;
          said.first_month = token.first_month;
          said.first_day = token.first_day;
          break;
        case Word::as_of:
          said.instant = true;
          break;
        case Word::quarter:
        case Word::half:
        case Word::full_year:
        case Word::to_date:
          return false;
        default:
          break;
      }
    }
    if (days != 1 || years > 1 || spans > 1) return false;
    const bool fits = std::all_of(dated_.begin(), dated_.end(), [&](const Over* over) {
      return !over->conflict && over->month == 0 && (over->months == 0 || spans == 0) &&
             (over->year == 0) == (years == 1);
    });
    if (!fits) return false;
    for (Over* over : dated_) {
      over->month = said.month;
      over->day = said.day;
      if (years == 1) over->year = said.year;
      if (spans == 1) {
        over->months = said.months;
        over->weeks = years == 1 ? said.weeks : std::uint8_t{0};
        over->first_month = said.first_month;
        over->first_day = said.first_day;
      }
      over->instant |= said.instant;
    }
    out_.worked_out = true;
    out_.why = why;
    return true;
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
    if (around_.years->last_month() != 12 || around_.instant) return;
    int most = 0;
    for (const Over* over : amounts_) most = std::max(most, over->months);
    if (most < 6) return;
    for (Over* over : amounts_) {
      if (over->month != 0 || over->months == 0 || over->quarter != 0 || over->half != 0 || over->full_year)
        continue;
      over->month = static_cast<std::uint8_t>(most);
      out_.worked_out = true;
      out_.why = "months without a date are those since the year began";
    }
  }

  // "At December 31, 2023 and January 1, 2023" over columns that are headed by years alone, or by nothing: a
  // date to each, in order. The first days of a year may close the one before.
  void deal_listed_dates() {
    for (const std::vector<Token>& tokens : listed_dates()) {
      if (tokens.size() != amounts_.size() * 2 || !names_their_years(tokens)) continue;
      for (std::size_t i = 0; i < amounts_.size(); ++i) {
        Over& over = *amounts_[i];
        over.month = tokens[2 * i].month;
        over.day = tokens[2 * i].day;
        over.year = tokens[2 * i + 1].value;
        over.conflict = false;
      }
      out_.worked_out = true;
      out_.why = "the dates that the title lists, one to each column";
      return;
    }
  }

  // Days with their years, "December 31, 2023": those of a text of the heading that stands by itself, and
  // those of the title.
  [[nodiscard]] std::vector<std::vector<Token>> listed_dates() const {
    std::vector<std::vector<Token>> out;
    const auto add = [&](const std::vector<Token>& tokens) {
      std::vector<Token> dates;
      for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].word != Word::month_day || tokens[i + 1].word != Word::year) continue;
        dates.push_back(tokens[i]);
        dates.push_back(tokens[i + 1]);
      }
      if (dates.size() >= 4) out.push_back(std::move(dates));
    };
    for (const HeadingRow& row : draft_.heading) {
      if (row.cells.size() == 1) add(row.lexed.front().tokens);
    }
    add(around_.periods);
    return out;
  }

  // Whether the years over the columns, where any stand there, are those of the dates.
  [[nodiscard]] bool names_their_years(const std::vector<Token>& dates) const {
    std::vector<int> years;
    for (const HeadingRow& row : draft_.heading) {
      for (std::size_t c = 0; row.cells.size() > 1 && c < row.cells.size(); ++c) {
        for (const Token& token : row.lexed[c].tokens) {
          if (token.word == Word::month_day) return false;
          if (token.word == Word::year) years.push_back(token.value);
        }
      }
    }
    if (years.empty()) return true;
    if (years.size() * 2 != dates.size()) return false;
    for (std::size_t i = 0; i < years.size(); ++i) {
      const int date = dates[2 * i + 1].value, month = dates[2 * i].month;
      if (date != years[i] && (date != years[i] + 1 || month > 2)) return false;
    }
    return true;
  }

  // Years alone over a statement of an annual report, or over earnings, are its fiscal years; so are those
  // that "year ended" stands over.
  bool years_of_the_report() {
    const bool instant = around_.instant;
    if (around_.months % 12 != 0) return false;
    const bool history = around_.statement && years_follow_each_other();
    const bool said = std::all_of(dated_.begin(), dated_.end(), [](const Over* over) {
      return over->months == 12 && has(lower(over->printed), "year") && has(lower(over->printed), "ended");
    });
    if (!history && !said &&
        (!around_.years->annual() || (!around_.statement && !holds_flows() && !years_follow_each_other())))
      return false;
    const bool years_alone = std::all_of(dated_.begin(), dated_.end(), [](const Over* over) {
      return over->year != 0 && over->month == 0 && over->months % 12 == 0 && over->quarter == 0 &&
             over->half == 0 && !over->conflict;
    });
    if (!years_alone) return false;
    for (Over* over : dated_) {
      over->full_year = true;
      over->instant = over->instant || instant;
    }
    out_.worked_out = true;
    out_.why = "years alone are the fiscal years of the report";
    return true;
  }

  // Three years or more, each the next one's neighbour: no parts of a year are named so.
  [[nodiscard]] bool years_follow_each_other() const {
    constexpr std::size_t kFew = 3;
    if (amounts_.size() < kFew) return false;
    const int step = amounts_[1]->year - amounts_[0]->year;
    for (std::size_t i = 1; i < amounts_.size(); ++i) {
      if (amounts_[i]->year - amounts_[i - 1]->year != step) return false;
    }
    return step == 1 || step == -1;
  }

  // Whether the rows are of earnings, and hardly any of what stands at a day.
  [[nodiscard]] bool holds_flows() const {
    static constexpr std::array<std::string_view, 14> kFlows = {
        "revenue", "sales",    "earnings", "income",    "profit",        "expense",   "ebitda",
        "cost of", "net loss", "eps",      "cash flow", "cash provided", "cash used", "cash generated"};
    static constexpr std::array<std::string_view, 16> kStocks = {
        "asset",  "liabilit",    "balance", "receivable", "payable", "inventor",  "debt",    "borrowing",
        "equity", "outstanding", "backlog", "obligation", "accrued", "allowance", "reserve", "headcount"};
    int flows = 0, stocks = 0;
    for (const BodyRow& row : draft_.body) {
      if (row.label == nullptr) continue;
      const std::string label = lower(row.label->text);
      const auto named = [&](std::string_view word) { return has(label, word); };
      stocks += !row.cells.empty() && std::any_of(kStocks.begin(), kStocks.end(), named) ? 1 : 0;
      flows += std::any_of(kFlows.begin(), kFlows.end(), named) ? 1 : 0;
    }
    const auto of_flows = std::count_if(amounts_.begin(), amounts_.end(), [](const Over* over) {
      const std::string name = lower(over->name);
      return std::any_of(kFlows.begin(), kFlows.end(),
                         [&](std::string_view word) { return has(name, word); });
    });
    flows += static_cast<int>(of_flows);
    // "Earnings" and "EPS" over the columns say it of every row.
    const bool all_named = std::cmp_equal(of_flows, amounts_.size());
    return flows > 1 && (all_named || flows > 3 * stocks);
  }

  // Years without a day: the title may say "for the year ended December 31, 2024".
  void title_month() {
    if (title_days_differ()) return;
    for (const Token& token : around_.periods) {
      if (token.word != Word::month_day) continue;
      for (Over* over : amounts_) {
        if (over->month != 0) continue;
        over->month = token.month;
        over->day = token.day;
        note_title(*over, around_.title);
      }
    }
  }

  [[nodiscard]] bool title_days_differ() const {
    const Token* first = nullptr;
    for (const Token& token : around_.periods) {
      if (token.word != Word::month_day) continue;
      if (first != nullptr && (first->month != token.month || first->day != token.day)) return true;
      first = &token;
    }
    return false;
  }

  // No date in the heading: one amount column may take the title's.
  void title_period() {
    if (amounts_.size() != 1) return;
    for (const Token& token : around_.periods) {
      if (token.word != Word::year || amounts_.front()->year != 0) continue;
      amounts_.front()->year = token.value;
      note_title(*amounts_.front(), around_.title);
    }
    title_month();
  }

  const Draft& draft_;
  const Surroundings& around_;
  const std::vector<Over*>& amounts_;
  std::vector<Over*> dated_;  // they, and percentages with a year of their own
  Dating out_;
};

}  // namespace

bool deal_dates_again(const Draft& draft, const std::vector<Over*>& amounts) {
  const std::vector<Token> days = in_order(draft, Word::month_day), years = in_order(draft, Word::year),
                           spans = in_order(draft, Word::months);
  if (years.size() != amounts.size() || (days.size() != 1 && days.size() != years.size())) return false;
  std::vector<Over> before;
  for (const Over* over : amounts) before.push_back(*over);
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const Token& day = days[days.size() == 1 ? 0 : i];
    if (days.size() > 1 && day.row == years[i].row && day.column != years[i].column) return false;
    amounts[i]->year = years[i].value;
    amounts[i]->month = day.month;
    amounts[i]->day = day.day;
    amounts[i]->conflict = false;
  }
  if (deal_durations(spans, amounts)) return true;
  for (std::size_t i = 0; i < amounts.size(); ++i) *amounts[i] = before[i];
  return false;
}

void copy_date(const Over& from, Over& to) {
  to.year = from.year;
  to.month = from.month;
  to.day = from.day;
  to.months = from.months;
  to.quarter = from.quarter;
  to.half = from.half;
  to.full_year = from.full_year;
  to.twelve_months = from.twelve_months;
  to.to_date = from.to_date;
  to.instant = from.instant;
  to.conflict = from.conflict;
  to.sources.period = from.sources.period;
}

bool translates(const Over& over, const Over& source) {
  return over.unit == currency("USD") && source.unit[0] != 0 && source.unit != over.unit;
}

Dating date_columns(const Draft& draft, const Surroundings& around, const std::vector<Over*>& amounts,
                    const std::vector<Over*>& percentages) {
  return ColumnDates(draft, around, amounts, percentages).run();
}

}  // namespace kcfin::table
