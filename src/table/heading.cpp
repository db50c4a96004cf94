// How a heading is read. First straight down: the words that stand over a column are its own. Where that
// gives two years to one column or none to another, the words are taken in reading order and dealt out to
// the columns; where their number does not fit, the column stays unknown.
#include "table/heading.h"

#include <algorithm>
#include <string>

#include "table/column_figures.h"
#include "table/column_words.h"
#include "table/heading_dates.h"
#include "words/currency.h"

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
    deal_unit_lines();
    deal_units();
    const Dating dating = date_columns(draft_, around_, amounts_, dated_percentages());
    worked_out_ = dating.worked_out.value_or(worked_out_);
    if (!dating.why.empty()) why_ = dating.why;
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
      if (any_twins() && deal_dates_again(draft_, amounts_)) {
        worked_out_ = true;
        why_ = "dates taken in the order in which they stand in the heading";
        build();
        settle_currencies();
      }
      if (any_twins() && !parts_of_one_period())
        forget_periods("the heading gives two columns the same period and unit");
    }
    if (rows_name_another_quarter())
      forget_periods("a quarter named among the rows is none of the heading's");
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
      percent[i] = printed_in_percent(draft_, draft_.value_columns[i]) ||
                   begins_in_percent(draft_, draft_.value_columns[i]);
      changes_in_percent |= percent[i] && overs_[i].change;
    }
    for (std::size_t i = 0; i < n; ++i) {
      Over& over = overs_[i];
      // Beside changes in per cent, amounts with a date of their own are no change: the word reaches too far.
      if (changes_in_percent && !percent[i] && over.dated()) over.change = false;
      percent[i] = (told_apart && in_percent(i)) || percent[i] || is_share(i);
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

  // "% of total revenues" over whole numbers beside the revenues: their percentages, whether a cell repeats
  // it or not.
  [[nodiscard]] bool is_share(std::size_t i) const {
    constexpr std::int64_t kWhole = 100;
    const bool beside =
        draft_.spans_known && overs_[i].share &&
        std::any_of(overs_.begin(), overs_.end(), [](const Over& over) { return !over.share; });
    if (!beside) return false;
    for (const BodyRow& row : draft_.body) {
      for (const BodyCell& cell : row.cells) {
        if (cell.raw->column == draft_.value_columns[i] && cell.scanned.form == Form::figure &&
            (cell.scanned.grouped || cell.scanned.value.size().mantissa > kWhole * 10))
          return false;
      }
    }
    return true;
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

  // "Margin | 2024 | 2023" beside amounts: percentages with a year of their own.
  [[nodiscard]] std::vector<Over*> dated_percentages() {
    std::vector<Over*> out;
    for (std::size_t i = 0; draft_.spans_known && i < overs_.size(); ++i) {
      Over& over = overs_[i];
      if (!is_amount(i) && over.percent && !over.change && over.year != 0) out.push_back(&over);
    }
    return out;
  }

  // "Millions of yen" and "Thousands of U.S. dollars" above "2023 | 2024 | 2024": a year that is given again
  // holds the translations of the amounts beside it.
  void deal_unit_lines() {
    if (around_.before.code[0] == 0 || around_.scale.code[0] == 0) return;
    std::vector<bool> translation(amounts_.size());
    for (std::size_t i = 0; i < amounts_.size(); ++i) {
      const Over& over = *amounts_[i];
      if (over.unit[0] != 0 || over.year == 0) return;
      if (i == 0 || !same_date(*amounts_[i - 1], over)) continue;
      const auto column = [&](const Over* of) {
        return draft_.value_columns[static_cast<std::size_t>(of - overs_.data())];
      };
      if (!at_one_rate(draft_, column(amounts_[i - 1]), column(amounts_[i]))) return;
      translation[i] = true;
    }
    if (std::find(translation.begin(), translation.end(), true) == translation.end()) return;
    for (std::size_t i = 0; i < amounts_.size(); ++i) {
      const ScaleStatement& line = translation[i] ? around_.scale : around_.before;
      amounts_[i]->unit = line.code;
      amounts_[i]->scale = line.scale_power;
      amounts_[i]->sources.unit = amounts_[i]->sources.scale = line.said;
    }
    worked_out_ = true;
    why_ = "a year that is given again is of the translation";
  }

  void deal_units() {
    const std::vector<Token> units = in_order(draft_, Word::unit);
    const bool sound = std::all_of(amounts_.begin(), amounts_.end(),
                                   [](const Over* over) { return over->unit[0] != 0 && !over->unit_lost; });
    if ((!sound && !only_translations(units)) || units.size() == amounts_.size())
      deal(units, amounts_, [](Over& over, const Token& token) {
        if (over.unit != token.code || over.unit_lost)
          over.sources.unit = "the currencies of the heading, taken in order";
        over.unit = token.code;
        over.shared_sign = token.bare;
        over.unit_lost = false;
      });
    const Currency named = currency_over_labels();
    std::vector<Over*> money = amounts_;
    for (Over& over : overs_) {
      if (over.difference) money.push_back(&over);
    }
    for (Over* over : money) {
      if (over->shared_sign)
        over->unit = words::meant_by_sign(over->unit, named[0] != 0 ? named : around_.main_currency);
      if (over->unit[0] != 0) continue;
      const auto index = static_cast<std::size_t>(over - overs_.data());
      const auto take = [&](Currency code, const std::string& source) {
        if (over->unit[0] != 0 || code[0] == 0) return;
        over->unit = code;
        over->sources.unit = source;
      };
      take(printed_currency(draft_, draft_.value_columns[index], around_.main_currency),
           "the marks that its figures carry");
      take(around_.scale.code, around_.scale.said);
      take(around_.main_currency, "the currency that the document names most");
    }
  }

  // "New Zealand dollars" over the labels, beside "$000s" over the columns; none where nothing is named
  // there.
  [[nodiscard]] Currency currency_over_labels() const {
    if (draft_.value_columns.front() == 0) return {};
    for (const HeadingRow& row : draft_.heading) {
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        if (row.cells[c].column != 0) continue;
        for (const Token& token : row.lexed[c].tokens) {
          if (token.word == Word::unit && !token.bare) return token.code;
        }
      }
    }
    return {};
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
        column.sources.unit = "the figures, held against the other columns";
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
      wrong.sources.period = out_.columns[overs_[i].borrowed_date ? j : i].sources.period;
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

  void measure(const Over& over, bool amount, Column& column) const {
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
  }

  void build() {
    out_.columns.clear();
    for (std::size_t i = 0; i < overs_.size(); ++i) {
      Over& over = overs_[i];
      Column column;
      column.grid = draft_.value_columns[i];
      column.at = over.at;
      column.printed = over.printed;
      const bool amount = is_amount(i);
      column.difference = over.difference && !amount;
      measure(over, amount, column);
      if (amount) {
        column.period = period_of(over, around_.instant ? 0 : around_.months, *around_.years);
        const bool span = column.period.known() && !column.period.instant();
        if (span && !over.lasts() && over.first_month == 0) note_title(over, around_.title);
      }
      column.sources = over.sources;
      if (column.scale_power > 0 && over.scale < 0) column.sources.scale = around_.scale.said;
      if (amount) {
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
                           overs_[i].name == overs_[j].name &&
                           !print_the_same(draft_, columns[i].grid, columns[j].grid);
        if (twins) return true;
      }
    }
    return false;
  }

  // Columns whose names are not understood, under one period: where one is the sum of the others they are
  // parts and whole, and the period is of all of them.
  bool parts_of_one_period() {
    const Column& first = out_.columns.front();
    const bool alike = std::all_of(out_.columns.begin(), out_.columns.end(), [&](const Column& column) {
      return column.period == first.period && column.unit == first.unit &&
             column.scale_power == first.scale_power;
    });
    if (!alike || !add_across(draft_)) return false;
    for (Column& column : out_.columns) {
      column.heading = Heading::worked_out;
      column.why = "one of its columns is the sum of the others: one period is of all of them";
    }
    return true;
  }

  // "Q4 FY24" alone in a row of a table that is headed "FY24": which rows are of which is not told.
  [[nodiscard]] bool rows_name_another_quarter() const {
    const bool by_quarters = std::any_of(
        overs_.begin(), overs_.end(), [](const Over& over) { return over.quarter != 0 || over.months == 3; });
    if (by_quarters) return false;
    return std::any_of(draft_.body.begin(), draft_.body.end(), [](const BodyRow& row) {
      if (row.label == nullptr || !row.cells.empty()) return false;
      const Lexed& lexed = lex_heading(row.label->text);
      if (lexed.words_left || lexed.figures_left) return false;
      bool quarter = false, year = false;
      for (const Token& token : lexed.tokens) {
        quarter |= token.word == Word::quarter;
        year |= token.word == Word::year;
      }
      return quarter && year;
    });
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
    if (!change && draft_.spans_known && overs_[i].dated()) {
      column.period = period_of(overs_[i], around_.instant ? 0 : around_.months, *around_.years);
      return true;
    }
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
    column.sources.period = "the amounts beside it";
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

}  // namespace

HeadingReading read_heading(const Draft& draft, const Surroundings& around) {
  return HeadingReader(draft, around).run();
}

}  // namespace kcfin::table
