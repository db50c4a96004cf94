// The dates of columns of amounts: as they stand over them, dealt out in reading order, or from the title.
#include "table/heading_dates.h"

#include <algorithm>

namespace kcfin::table {
namespace {

class ColumnDates {
 public:
  ColumnDates(const Draft& draft, const Surroundings& around, const std::vector<Over*>& amounts)
      : draft_(draft), around_(around), amounts_(amounts) {}

  Dating run() {
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

  // Years alone over a statement of an annual report are its fiscal years.
  void years_of_the_report() {
    if (!around_.years->annual() || !around_.statement) return;
    const bool years_alone = std::all_of(amounts_.begin(), amounts_.end(), [](const Over* over) {
      return over->year != 0 && over->month == 0 && over->months % 12 == 0 && over->quarter == 0 &&
             over->half == 0 && !over->conflict;
    });
    if (!years_alone) return;
    for (Over* over : amounts_) {
      over->full_year = true;
      over->instant = over->instant || around_.instant;
    }
    out_.worked_out = true;
    out_.why = "years alone are the fiscal years of the report";
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
      if (token.word == Word::year && amounts_.front()->year == 0) amounts_.front()->year = token.value;
    }
    title_month();
  }

  const Draft& draft_;
  const Surroundings& around_;
  const std::vector<Over*>& amounts_;
  Dating out_;
};

}  // namespace

bool translates(const Over& over, const Over& source) {
  return over.unit == currency("USD") && source.unit[0] != 0 && source.unit != over.unit;
}

Dating date_columns(const Draft& draft, const Surroundings& around, const std::vector<Over*>& amounts) {
  return ColumnDates(draft, around, amounts).run();
}

}  // namespace kcfin::table
