// A filing as typed values: figures, statement tables, the claims of its sentences, its rates.
//
// The rooms fill it from left to right: `read_tables` makes tables and figures of raw tables,
// `assemble` turns them into statements and adds the header facts, `read_claims` adds what the
// sentences state. Figures live in one flat vector and are named by their index everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/decimal.h"
#include "kcfin/document.h"

namespace kcfin {

// ---------------------------------------------------------------- periods, units

struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0, day = 0;
  [[nodiscard]] bool known() const { return year != 0; }
  [[nodiscard]] std::string iso() const;  // "2023-06-30"; empty where not known
  friend auto operator<=>(const Date&, const Date&) = default;
};
// Unknown where the calendar has no such day.
[[nodiscard]] Date calendar_date(int year, int month, int day);
[[nodiscard]] Date day_after(Date date);
[[nodiscard]] Date day_before(Date date);
[[nodiscard]] Date month_end(int year, int month);
[[nodiscard]] Date days_later(Date date, int days);  // earlier where negative
[[nodiscard]] int days_between(Date from, Date to);
// The first day of the span of `months` months that ends on `end`.
[[nodiscard]] Date span_start(Date end, int months);

// An instant has no start. Both unknown: the heading could not be read, and no rule uses the column.
struct Period {
  Date start, end;
  [[nodiscard]] bool known() const { return end.known(); }
  [[nodiscard]] bool instant() const { return end.known() && !start.known(); }
  // 3, 6, 9, 12 for whole months, and for the weeks that a quarter or a year may have; 0 for an instant.
  [[nodiscard]] int months() const;
  friend auto operator<=>(const Period&, const Period&) = default;
};

enum class Measure : std::uint8_t {
  unknown,
  money,           // of `currency`
  per_share,       // money per ordinary share
  per_ads,         // money per American depositary share
  shares,          // a count of shares or ADSs
  percent,         // a margin, a rate, a share of a total
  percent_change,  // a change against another period
  pure,            // a count of anything else
};

// ISO 4217, but "RMB" as filings print it; empty where the measure has none.
using Currency = std::array<char, 4>;
[[nodiscard]] Currency currency(std::string_view code);

struct Unit {
  Measure measure = Measure::unknown;
  Currency code{};
  [[nodiscard]] std::string_view currency_code() const { return std::string_view(code.data()); }
  [[nodiscard]] std::string text() const;  // as the contract writes it: "RMB", "USD/share", "percent"
  friend bool operator==(const Unit&, const Unit&) = default;
};

// ---------------------------------------------------------------- figures

using FigureId = std::uint32_t;
inline constexpr FigureId kNoFigure = 0xffffffff;

enum class Status : std::uint8_t {
  ok,        // sound text
  repaired,  // the text is damaged; the value was recovered and confirmed
  damaged,   // the text is damaged; no value
};

// How a text is damaged (semantics.md, "Damage or error?").
enum class Damage : std::uint8_t {
  none,
  malformed,   // text/number: a separator misread, a lost or foreign head, strokes for digits
  two_in_one,  // text/cell: a cell that holds two figures
  lost,        // text/cell: the figure that should stand here is elsewhere or nowhere
  shifted,     // text/cell: the row's figures stand a column or a line off
  unplaced,    // text/cell: a well-formed figure of which nothing tells the column; never has a value
  suspect,     // a well-formed figure on a damaged row
  ghost,       // text/row: a header that repeats its neighbour's figures garbled; never has a value
};

// A value that a damaged text may stand for, proposed by the table room; evidence decides.
struct Candidate {
  Decimal value;
  std::string why;  // "separators read as commas"
};

struct Figure {
  Place at;
  std::string_view raw;          // the cell's text, or the amount's text in a sentence
  std::optional<Decimal> value;  // sign applied, in the figure's own scale; a dash is 0
  Unit unit;
  std::uint8_t scale_power = 0;  // 0 units, 3 thousands, 6 millions, 9 billions
  Status status = Status::ok;
  Damage damage = Damage::none;
  bool dash = false;
  Period period;
  std::vector<Candidate> candidates;  // only where damage != none
  // What can still be read of a malformed figure, without separators: "-?024,3?4" is "-?0243?4", ",157" is
  // "*157". "?" stands for one digit, "*" in front for any or none. Empty where nothing can be told.
  std::string legible;

  // Where it belongs: a cell of a table, or an amount of a claim (table == kNoTable).
  static constexpr std::uint32_t kNoTable = 0xffffffff;
  std::uint32_t table = kNoTable, row = 0, column = 0;
  std::uint32_t claim = 0;

  [[nodiscard]] bool in_table() const { return table != kNoTable; }
  [[nodiscard]] bool usable() const { return value.has_value() && status != Status::damaged; }
};

// ---------------------------------------------------------------- tables

enum class TableKind : std::uint8_t {
  income_statement,
  balance_sheet,
  cash_flow,
  changes_in_equity,
  non_gaap,
  highlights,
  note,
  other,
};
[[nodiscard]] std::string_view name(TableKind kind);

enum class Role : std::uint8_t { header, item, subtotal, total };
[[nodiscard]] std::string_view name(Role role);

// How a column's heading was understood.
enum class Heading : std::uint8_t {
  read,        // it stands there, one period and unit to the column
  worked_out,  // read from the order or the evidence; reported as text/header
  unknown,     // no reading wins; no rule uses the column
};

// Which words gave a column its period, unit and scale: "“June 30,”, “2024”", "the line “(in thousands)”". A
// record for whoever asks why: nothing is decided by it.
struct ColumnSources {
  std::string period, unit, scale;
};

struct Column {
  Period period;
  Unit unit;
  std::uint8_t scale_power = 0;
  Heading heading = Heading::read;
  bool difference = false;  // amounts by which the period's differ from an earlier one's: "Change in RMB"
  std::string why;          // for worked_out and unknown: in words
  Place at;                 // of its heading
  std::uint16_t grid = 0;   // the raw grid column
  std::string printed{};    // its heading as printed, its lines joined by " / "; empty where it has none
  ColumnSources sources{};
};

struct Row {
  Place at;                          // of the label, or of the first figure where there is none
  std::uint32_t line = 0;            // the line its figures stand on
  std::string label;                 // whole, without markup, footnote marks and leading dashes
  std::string plain;                 // the label in its normal form, as labels are compared by
  std::vector<std::string> section;  // headers above, outermost first
  Role role = Role::item;
  std::uint8_t depth = 0;
  std::uint16_t indent = 0;
  // us-gaap element of the catalogue ("Revenues"), or empty. Points into read-only data.
  std::string_view concept_name;
  // The element that the row is reported as: that of its concept, or the name which the same line has in its
  // place (net income where nobody else shares in it is NetIncomeLoss); empty for a measure of the program's
  // own.
  std::string_view element;
  // Of one of its figures: a percentage in a row of amounts is not the amount.
  [[nodiscard]] std::string_view element_of(const Figure& figure) const;
  bool less = false;            // the label says that the figure is taken off ("Less: ...")
  bool damaged = false;         // any of its cells is
  bool label_lost = false;      // text/label: the table lost its labels; `label` was found by the figures
  std::vector<FigureId> cells;  // one a column; kNoFigure for a blank
};

struct Table {
  TableKind kind = TableKind::other;
  std::string title;
  std::uint32_t first_line = 0, last_line = 0;  // of its rows with figures
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::uint32_t after_paragraph = 0;  // how many paragraphs stand before it
  bool notes_section = false;         // stands after the heading of the notes
  bool of_markup = false;  // its cells are the markup's own: no line had to be cut, no scanner has been
};

// ---------------------------------------------------------------- claims of sentences

// A metric as a sentence names it, and the row that it is, if every qualifier matches.
struct Metric {
  std::string phrase;             // "gross profit of public cloud services"
  std::string_view concept_name;  // as for Row, or empty
  bool loss = false;              // the phrase carries loss, negative, decrease, used
};

enum class ClaimKind : std::uint8_t {
  amount,        // "total revenues reached RMB3,699.8 million"
  change,        // "increased by 3.1% year-over-year"
  point_change,  // "increased by 14.2 percentage points"
  margin,        // "gross margin was 16.8%"
  share,         // "approximately 26% of revenues from public cloud services"
  per_share,     // "net loss per share was RMB0.31"
  count,         // shares, ADSs, employees
};

enum class Direction : std::uint8_t { none, up, down };
[[nodiscard]] constexpr Direction turned(Direction direction) {
  if (direction == Direction::none) return direction;
  return direction == Direction::up ? Direction::down : Direction::up;
}

// That an amount went up or down, as words around it say without a figure: "increased to", "decreased from",
// "The increase was due to".
struct Movement {
  Direction direction = Direction::none;
  Place at;                   // of the word
  std::string word;           // as printed: "decreased"
  FigureId then = kNoFigure;  // the amount that it moved from, if the words name one
};

// A period that a claim may be of, and what its change would then be compared with.
struct Dating {
  Period period, base_period;
};

// What says of which period a claim is, the surest first.
enum class PeriodSource : std::uint8_t {
  clause,    // its own, before or behind its verb
  sentence,  // another clause of the sentence, or the span of what it compares with
  amounts,   // nothing but that its amounts are those of the period
  before,    // the sentence before it in the paragraph
  lead_in,   // a line that ends in a colon, over its bullets
  heading,
  report,  // nothing: the period that the filing reports
};

// What leads from a claim to the row of a table, the surest first.
enum class RowSource : std::uint8_t {
  label,    // its metric is worded as the row is
  meaning,  // its metric means what the row does, in other words
  words,    // the words of its metric are those of the row and of the headings above it
  other,    // a related metric: the owners' share of it, the measure of its heading, the adjusted one
  amount,   // nothing but that the row has its amount
  none,     // no row is named
};

// One thing that a sentence states. Amounts are figures of the filing.
struct Claim {
  ClaimKind kind = ClaimKind::amount;
  Metric metric;
  std::uint32_t paragraph = 0, sentence = 0;
  FigureId figure = kNoFigure;       // the amount, percentage or count itself
  FigureId translation = kNoFigure;  // the US$ amount in parentheses after it
  FigureId current = kNoFigure;      // of a change: the amount that it leads to, if the sentence has it
  FigureId base = kNoFigure;         // of a change: the amount that it starts from, if it has it
  Period base_period;                // of a change: the period compared with
  // Further datings that the text around it does not exclude: what one of them fulfils is fulfilled.
  std::vector<Dating> datings;
  std::vector<Movement> movements;
  bool period_in_doubt = false;  // nothing says which of them it is: what none fulfils is no contradiction
  Direction direction = Direction::none;
  Place word_at;                // of a change: the word that says its direction, where one does
  std::string word;             // as printed
  bool approximate = false;     // "about", "approximately"
  bool scale_missing = false;   // a scale word is missing while the digits fit
  bool share_of_whole = false;  // a list's item; `list` tells which list
  std::uint32_t list = 0;       // amounts with the same number > 0 are parts of one list
  bool comparative = false;     // an amount that another one is compared with
  bool misnamed = false;        // the sentence names `metric` but prints the figure of `subject`
  // The metric that the clause is about, where a comparative names one of its own: "net loss" in a sentence
  // on non-GAAP net loss.
  std::string subject;
  // Of a share, what it is a part of; of a ratio that its sentence defines, both sides:
  // "total liabilities divided by total assets".
  std::string part, whole;
  FigureId row_figure = kNoFigure;   // the table figure that metric, period and unit name
  std::vector<FigureId> other_rows;  // of further rows that state the same
  std::string unresolved;            // why no row is named; empty where one is
  // How both were found, and whether its clause names the metric or the sentence before it does.
  PeriodSource period_source = PeriodSource::report;
  RowSource row_source = RowSource::none;
  bool metric_carried = false;
  // The reasons that rules go on from.
  static constexpr std::string_view kExpectation = "an expectation";
  static constexpr std::string_view kBound = "a bound, not the amount itself";
  // At constant exchange rates, like for like, of twelve months.
  static constexpr std::string_view kOtherBasis = "on another basis than the statements'";
  static constexpr std::string_view kNoRow = "no row has this name";
  static constexpr std::string_view kNoColumn = "no column of the row has this period and unit";
  // Why its measure may be that of a part only: it stands under the heading of a segment. What does not agree
  // with the whole's rows is then no contradiction.
  std::string doubt;
};

// A direction that a sentence states of a metric without a figure: "Gross margin improved year over year",
// "The decrease in cost of revenues was due to ...". It is no claim, since each of these has a figure.
struct Trend {
  Metric metric;  // its phrase is empty where only the sentence before says what moved
  Direction direction = Direction::none;
  Place at;          // of the word
  std::string word;  // as printed: "decrease"
  std::uint32_t paragraph = 0, sentence = 0;
  // It is named as a cause: "due to lower marketing expenses". It explains the directions of `claims`, or
  // else of the last trend before it that is none. What sets a change off works the other way.
  bool cause = false, offset = false;
  // Every period, and what it is compared with, that the text does not exclude; none of a cause.
  std::vector<Dating> datings;
  bool compared = false;  // the text says what it is compared with
  // Of the same metric under its heading, or those that it refers to.
  std::vector<std::uint32_t> claims;
  std::string unresolved;  // why it is held to no row of its name; empty where it may be
};

// How a filing says that it makes a measure: "we define non-GAAP net loss as net loss excluding share-based
// compensation and foreign exchange loss".
struct Definition {
  std::string measure, base;          // "non-GAAP net loss", "net loss"
  std::vector<std::string> excluded;  // "share-based compensation", "foreign exchange loss"
  Place at;
};

// ---------------------------------------------------------------- the filing

struct Rate {
  Currency from{}, to{};  // RMB, USD: units of `from` for one `to`
  Decimal rate;
  Date as_of;  // unknown where the sentence gives none
  Place at;
};

enum class ReportKind : std::uint8_t { unknown, quarter, interim, nine_months, annual };
[[nodiscard]] std::string_view name(ReportKind kind);

// A statement that the text names in a title, and what was read of it.
struct StatementTitle {
  TableKind kind = TableKind::other;
  std::string text;
  Place at;
  std::optional<std::uint32_t> table;  // index of the table under it; absent where none was read
  std::uint32_t rows_left = 0;         // rows of figures under the title that stand in no table
  // Rows of figures show that a statement stands there; a line of contents or a mention has none.
  [[nodiscard]] bool unread() const { return !table && rows_left >= 3; }
  [[nodiscard]] bool read_in_part() const { return table && rows_left >= 6; }
};

struct Filing {
  std::string form = "6-K";
  std::string issuer, commission_file_number;
  std::string cik, accession_number;  // of the submission; empty where the file has none
  Date filed;
  bool under_ifrs = false;  // its statements are prepared under IFRS, as it says itself
  bool rounded_down =
      false;          // its amounts are cut off behind their last digit, as it says itself, not rounded
  std::string month;  // "2023-08"
  Date signed_on;
  Period report;  // the longest or main period that it reports; end is the period's end
  ReportKind report_kind = ReportKind::unknown;
  Decimal shares_per_ads{0, 0};  // 0 where not stated
  std::vector<Rate> rates;
  std::span<const Rate> reference_rates;  // SolveOptions' own, of other dates

  std::vector<Figure> figures;
  std::vector<Table> tables;
  std::vector<Claim> claims;
  std::vector<Trend> trends;
  std::vector<Definition> definitions;
  std::vector<StatementTitle> statement_titles;
  std::uint32_t figures_outside_tables = 0;  // on rows of figures that stand in no table
  CutOff cut_off;                            // as for Document
};

// What the table room gives: tables without kinds, sections joined or concepts, and their figures.
struct Tables {
  std::vector<Table> tables;
  std::vector<Figure> figures;
};

// `ghosts`: lines of rows that repeat their neighbour garbled, where evidence, not form, has shown it.
[[nodiscard]] Tables read_tables(const Document& document, std::span<const std::uint32_t> ghosts = {});
[[nodiscard]] Filing assemble(const Document& document, Tables tables);
// Appends claims and their figures.
void read_claims(const Document& document, Filing& filing);

}  // namespace kcfin
