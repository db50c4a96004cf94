// How a heading is read. First straight down: the words that stand over a column are its own. Where that
// gives two years to one column or none to another, the words are taken in reading order and dealt out to
// the columns; where their number does not fit, the column stays unknown.
#include "table/heading.h"

#include <algorithm>
#include <set>
#include <string>

#include "table/column_figures.h"
#include "table/column_words.h"

namespace kcfin::table {
namespace {

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
      deal_listed_dates();
      years_of_the_report();
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
    if (around_.years->last_month() != 12 || around_.instant) return;
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
      worked_out_ = true;
      why_ = "the dates that the title lists, one to each column";
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
    worked_out_ = true;
    why_ = "years alone are the fiscal years of the report";
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

  void build() {
    out_.columns.clear();
    for (std::size_t i = 0; i < overs_.size(); ++i) {
      const Over& over = overs_[i];
      Column column;
      column.grid = draft_.value_columns[i];
      column.at = over.at;
      column.printed = over.printed;
      const bool amount = is_amount(i);
      column.difference = over.difference && !amount;
      if (over.change && !amount && !over.difference) {
        column.unit.measure = Measure::percent_change;
      } else if (over.percent) {
        column.unit.measure = Measure::percent;
      } else if (over.shares) {
        column.unit.measure = Measure::shares;
        if (around_.scale.shares_power >= 0) {
          column.scale_power = static_cast<std::uint8_t>(around_.scale.shares_power);
        } else if (around_.scale.scale_power > 0 && !around_.scale.shares_excepted) {
          column.scale_power = static_cast<std::uint8_t>(around_.scale.scale_power);
        }
      } else if (over.count) {
        column.unit.measure = Measure::pure;
      } else {
        column.unit.measure = over.per_share ? Measure::per_share : Measure::money;
        column.unit.code = over.unit;
        const int scale = over.scale >= 0 ? over.scale : around_.scale.scale_power;
        if (scale > 0 && !over.per_share) column.scale_power = static_cast<std::uint8_t>(scale);
      }
      if (amount) {
        column.period = period_of(over, around_.instant ? 0 : around_.months, *around_.years);
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
