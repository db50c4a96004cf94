// A small filing made up by hand, with a root finding and what follows from it, a finding that cannot
// name its figure, and a note: what the formats are tried on without any other room.
#pragma once

#include <string>

#include "report/format.h"

namespace kcfin::testing {

inline Unit money(std::string_view code) { return {Measure::money, currency(code)}; }

inline constexpr Period kHalf2023 = {{2023, 1, 1}, {2023, 6, 30}};
inline constexpr Period kHalf2022 = {{2022, 1, 1}, {2022, 6, 30}};

inline RuleId rule(std::string_view id) {
  return find_rule(id).value();
}  // NOLINT(bugprone-unchecked-optional-access)

// Puts a filing together: figures get their places as they are added.
class MadeUp {
 public:
  MadeUp() {
    Document& document = file.checked.document;
    document.sha256 = std::string(64, 'a');
    document.submission.cik = "0001234567";
    document.submission.accession_number = "0001234567-23-000017";
    document.submission.filed = "20230822";
    Paragraph paragraph;
    paragraph.text =
        "The impairment of the server park came to RMB185.1 million (US$8.0 million), after none in the same "
        "period "
        "of the year before; the board expects no further impairment.";
    paragraph.anchors = {{0, {30, 1}}};
    document.paragraphs.push_back(paragraph);
    Filing& filing = file.checked.filing;
    filing.issuer = "Lanting Cloud Holdings Limited";
    filing.commission_file_number = "001-99999";
    filing.month = "2023-08";
    filing.signed_on = {2023, 8, 22};
    filing.report = kHalf2023;
    filing.report_kind = ReportKind::interim;
    filing.rates.push_back({currency("RMB"), currency("USD"), {72513, 4}, {2023, 6, 30}, {12, 20}});
    tables();
    claim();
    findings();
  }

  report::FileResult file{"lanting.txt", {}, 0};

 private:
  FigureId add(std::string_view raw, Decimal value, Unit unit, Period period, Place at, std::uint32_t row,
               std::uint32_t column) {
    Figure figure;
    figure.raw = raw;
    figure.value = value;
    figure.unit = unit;
    figure.scale_power = 3;
    figure.period = period;
    figure.at = at;
    figure.table = 0;
    figure.row = row;
    figure.column = column;
    figure.dash = raw == "-";
    auto& figures = file.checked.filing.figures;
    figures.push_back(figure);
    return static_cast<FigureId>(figures.size() - 1);
  }

  void tables() {
    Table table;
    table.kind = TableKind::non_gaap;
    table.title = "Reconciliation of “GAAP” and non-GAAP results";
    table.first_line = 20;
    table.last_line = 22;
    table.columns = {{kHalf2022, money("RMB"), 3, Heading::read, false, {}, {}, 1, "2022 / RMB"},
                     {kHalf2023, money("RMB"), 3, Heading::read, false, {}, {}, 2, "2023 / RMB"},
                     {kHalf2023, money("USD"), 3, Heading::read, false, {}, {}, 3, "2023 / US$"}};
    Row header;
    header.label = "Adjustments:";
    header.line = 19;
    header.role = Role::header;
    Row impairment;
    impairment.label = "Impairment of long-lived assets";
    impairment.line = 20;
    impairment.section = {"Net loss", "Adjustments:"};
    impairment.depth = 1;
    impairment.cells = {add("-", {0, 0}, money("RMB"), kHalf2022, {20, 40}, 1, 0),
                        add("185,135", {185135, 0}, money("RMB"), kHalf2023, {20, 44}, 1, 1),
                        add("8,031", {8031, 0}, money("USD"), kHalf2023, {20, 52}, 1, 2)};
    Row adjusted;
    adjusted.label = "Adjusted net loss, “as defined”";
    adjusted.line = 22;
    adjusted.role = Role::total;
    adjusted.concept_name = adjusted.element = "ProfitLoss";
    adjusted.cells = {kNoFigure, add("(727,430)", {-727430, 0}, money("RMB"), kHalf2023, {22, 40}, 2, 1),
                      add("(117,819)", {-117819, 0}, money("USD"), kHalf2023, {22, 50}, 2, 2)};
    table.rows = {header, impairment, adjusted};
    file.checked.filing.tables.push_back(table);
  }

  void claim() {
    Filing& filing = file.checked.filing;
    Claim claim;
    claim.metric.phrase = "impairment of the server park";
    claim.figure = static_cast<FigureId>(filing.figures.size());
    claim.translation = claim.figure + 1;
    claim.row_figure = 1;
    Figure amount;
    amount.raw = "RMB185.1 million";
    amount.value = Decimal{1851, 1};
    amount.unit = money("RMB");
    amount.scale_power = 6;
    amount.period = kHalf2023;
    amount.at = {30, 43};
    Figure translation = amount;
    translation.raw = "US$8.0 million";
    translation.value = Decimal{80, 1};
    translation.unit = money("USD");
    translation.at = {30, 61};
    filing.figures.push_back(amount);
    filing.figures.push_back(translation);
    filing.claims.push_back(claim);
  }

  void findings() {
    Report& report = file.checked.report;
    Finding root;
    root.rule = rule("translation/cell");
    root.severity = Severity::error;
    root.message = "US$8,031 thousand is not RMB185,135 thousand at 7.2513.";
    root.figure = 2;
    root.at = {20, 52};
    root.table = 0;
    root.label = "Impairment of long-lived assets";
    root.unit = "USD";
    root.period = kHalf2023;
    root.reported = Decimal{8031, 0};
    root.expected = Decimal{25531, 0};
    root.difference = Decimal{-17500, 0};
    root.scale_power = 3;
    root.equation = "185,135 ÷ 7.2513 = 25,531";
    root.suggestion = "25,531; the printed 8,031 is the figure of “Interest expense” on line 25.";
    root.related = {{kNoFigure, {25, 40}, "Interest expense", "USD", kHalf2023, Decimal{8031, 0}, {}, {}}};
    root.fingerprint = "1111111111111111";
    Finding total = root;
    total.message = "US$(117,819) thousand is not RMB(727,430) thousand at 7.2513.";
    total.figure = 4;
    total.at = {22, 50};
    total.label = "Adjusted net loss, “as defined”";
    total.reported = Decimal{-117819, 0};
    total.expected = Decimal{-100317, 0};
    total.difference = Decimal{-17502, 0};
    total.equation = "-727,430 ÷ 7.2513 = -100,317";
    total.cause = 0;
    total.wrong = true;
    total.suggestion.clear();
    total.related.clear();
    total.fingerprint = "2222222222222222";
    Finding parts = total;
    parts.rule = rule("footing/total");
    parts.severity = Severity::warning;
    parts.message = "The total is one more than the sum of its parts.";
    parts.figure = 3;
    parts.at = {22, 40};
    parts.unit = "RMB";
    parts.reported = Decimal{-727430, 0};
    parts.expected = Decimal{-727431, 0};
    parts.difference = Decimal{1, 0};
    parts.equation = "-1,107,093 + 43,106 + 151,422 + 185,135 = -727,430";
    parts.cause = kNoCause;
    parts.wrong.reset();
    parts.candidates = {{3,
                         {22, 40},
                         "Adjusted net loss, “as defined”",
                         "RMB",
                         kHalf2023,
                         Decimal{-727430, 0},
                         Decimal{-727431, 0},
                         {}},
                        {1,
                         {20, 44},
                         "Impairment of long-lived assets",
                         "RMB",
                         kHalf2023,
                         Decimal{185135, 0},
                         Decimal{185136, 0},
                         {}}};
    parts.fingerprint = "3333333333333333";
    Finding prose = total;
    prose.message = "US$8.0 million is not RMB185.1 million at 7.2513.";
    prose.figure = 6;
    prose.at = {30, 61};
    prose.table.reset();
    prose.label = "impairment of the server park";
    prose.reported = Decimal{80, 1};
    prose.expected = Decimal{255, 1};
    prose.difference = Decimal{-175, 1};
    prose.scale_power = 6;
    prose.equation = "185.1 ÷ 7.2513 = 25.5";
    prose.fingerprint = "4444444444444444";
    Finding note = parts;
    note.severity = Severity::note;
    note.message = "The sum holds within rounding.";
    note.candidates.clear();
    note.figure = 1;
    note.at = {20, 44};
    note.origin = Origin::unknown;
    note.fingerprint = "5555555555555555";
    report.findings = {root, note, total, parts, prose};
    report.checks = {
        {rule("translation/cell"),
         Verdict::exact,
         4,
         {22, 50},
         "-727,430 ÷ 7.2513 = -100,317",
         {},
         Relation::translation,
         {{3, 1}},
         {72513, 4},
         "the stated rate"},
        {rule("footing/total"), Verdict::skipped, 0, {20, 40}, {}, "no label says what is summed"}};
    report.checks_of = {1, 2, 1, 2, 2, 0, 1};
    report.figures = 7;
    report.figures_checked = 6;
    report.passed = 1;
    report.failed = 4;
    report.skipped = 1;
    report.errors = 1;
    report.warnings = 1;
    report.notes = 1;
    report.consequences = 2;
    report.claims = {2, 1, 1, 1};
  }
};

// A whole report over one file, as the program would print it.
inline std::string printed(const report::Format& format, const report::FileResult& file) {
  const report::Totals totals = report::Totals::of(file);
  std::vector<report::Piece> pieces = format.pieces(file);
  std::string out = format.opening(totals);
  bool first = true;
  for (std::uint8_t rank = 0; rank < report::kRanks; ++rank) {
    for (const report::Piece& piece : pieces) {
      if (piece.rank != rank) continue;
      if (!first) out += format.separator();
      first = false;
      out += piece.text;
    }
  }
  return out + format.closing(totals, 0);
}

}  // namespace kcfin::testing
