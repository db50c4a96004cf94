// `check` for a person at a terminal: each finding with the row as the filing prints it, what is
// printed, what was recomputed and how, and what follows from it; then one line of totals.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "report/characters.h"
#include "report/checks_text.h"
#include "report/excerpt.h"
#include "report/format.h"
#include "report/names.h"
#include "report/page_place.h"
#include "report/printed.h"
#include "report/style.h"
#include "report/summary_text.h"
#include "report/table_text.h"
#include "report/wording.h"

namespace kcfin::report {
namespace {

std::string grouped(const std::optional<Decimal>& value) { return value ? value->grouped() : "–"; }

std::string line_and_column(const Place& at) { return fmt::format("{}:{}", at.line, at.column); }

std::size_t less(std::size_t width, std::size_t taken) { return width > taken ? width - taken : 0; }

// A line of a list of figures.
struct Listed {
  std::string place, rule, label, reported, expected, detail;
};

// One file's part of the report.
class FileText {
 public:
  FileText(const FileResult& file, const CheckView& view)
      : file_(file),
        view_(view),
        findings_(file.checked.report.findings),
        consequences_(consequences_of(findings_)),
        page_(file.checked.document) {}

  std::string write() {
    for (const std::uint32_t i : gravest_first()) {
      const bool root = findings_[i].cause == kNoCause;
      const bool loud = findings_[i].severity != Severity::note || view_.notes;
      if (view_.everything || (root && loud)) finding(i);
    }
    if (view_.known) known();
    if (view_.passed || view_.skipped || view_.everything) out_ += checks_text(file_, view_);
    if (view_.tables) tables();
    if (view_.unchecked || view_.skipped || view_.everything) out_ += unchecked_text(file_, view_);
    if (view_.summary) out_ += summary_text(file_, view_.color);
    return std::move(out_);
  }

 private:
  // Findings stand in order of line; of one severity they stay so.
  [[nodiscard]] std::vector<std::uint32_t> gravest_first() const {
    std::vector<std::uint32_t> order(findings_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
      return findings_[a].severity > findings_[b].severity;
    });
    return order;
  }

  // What the baseline accepts, and why.
  void known() {
    for (const auto& [finding, reason, date] : file_.accepted) {
      line(
          fmt::format("known  {}  {}  {}", rules()[finding.rule].id, place(finding.at), finding.fingerprint));
      paragraph(finding.message, 2);
      if (!reason.empty()) entry("accepted", date.empty() ? reason : fmt::format("{}: {}", date, reason));
    }
    if (!file_.accepted.empty()) line("");
  }

  [[nodiscard]] std::string painted(Style style, std::string_view text) const {
    return report::painted(style, text, view_.color);
  }

  [[nodiscard]] std::string place(const Place& at) const {
    return fmt::format("{}:{}", shown(file_.name), line_and_column(at));
  }

  // Every table with its marks.
  void tables() {
    const Marks marks(file_.checked);
    const TableLook look{.width = view_.width, .color = view_.color, .typed = false};
    for (std::uint32_t t = 0; t < file_.checked.filing.tables.size(); ++t)
      out_ += table_text(file_.checked, marks, t, look) + "\n";
    out_ += legend_text(look) + "\n";
  }

  void line(std::string_view text) { out_.append(text).push_back('\n'); }

  void paragraph(std::string_view text, std::size_t indent) {
    for (const std::string& part : folded(shown(text), less(view_.width, indent))) {
      line(std::string(indent, ' ') + part);
    }
  }

  // "    equation    185,135 ÷ 7.2513 = 25,531", continued under its second column.
  void entry(std::string_view name, std::string_view text) {
    constexpr std::size_t kIndent = 4;
    if (text.empty()) return;
    for (const std::string& part : folded(shown(text), less(view_.width, kIndent + kNames))) {
      line(std::string(kIndent, ' ') + painted(Style::faint, padded_right(name, kNames)) + part);
      name = "";
    }
  }

  void finding(std::uint32_t index) {
    const Finding& finding = findings_[index];
    line(painted(style_of(finding.severity), name(finding.severity)) + "  " +
         std::string(rules()[finding.rule].id) + "  " + painted(Style::place, place(finding.at)));
    // Where the figures stand below, the message would only say them again.
    const bool told = finding.reported && finding.expected && finding.difference &&
                      finding.message.ends_with("difference " + finding.difference->grouped());
    paragraph(told ? rules()[finding.rule].summary : std::string_view(finding.message), 2);
    quote(finding);
    figures(finding);
    candidates(finding);
    if (!view_.everything) {
      consequences(index);
    } else if (finding.cause != kNoCause) {
      entry("follows", "from the finding at " + place(findings_[finding.cause].at));
    }
    line("");
  }

  // The row or sentence as it is printed, its figure marked.
  void quote(const Finding& finding) {
    const std::string number = fmt::format("{:>6}", finding.at.line);
    constexpr std::string_view kBar = " │ ";
    const std::size_t indent = number.size() + columns(kBar);
    const auto printed = excerpt(file_.checked, finding, less(view_.width, indent));
    if (!printed) return;
    line(painted(Style::faint, number + std::string(kBar)) + printed->text);
    if (printed->mark_width == 0) return;
    line(painted(Style::faint, std::string(number.size(), ' ') + std::string(kBar)) +
         std::string(printed->mark, ' ') +
         painted(style_of(finding.severity), std::string(printed->mark_width, '^')));
  }

  void figures(const Finding& finding) {
    const Where where = where_of(file_.checked, finding);
    entry("statement", where.statement);
    entry("column", where.column_heading);
    entry("period", period_words(finding.period));
    entry("unit", unit_words(finding));
    const std::array rows = {
        std::pair("printed", finding.reported),
        std::pair(finding.printed_there ? "printed there" : "recomputed", finding.expected),
        std::pair("difference", finding.difference)};
    std::size_t wide = 0;
    for (const auto& [name, value] : rows) wide = std::max(wide, value ? columns(value->grouped()) : 0);
    for (const auto& [name, value] : rows) {
      if (value)
        line("    " + painted(Style::faint, padded_right(name, kNames)) +
             padded_left(value->grouped(), wide));
    }
    entry("equation", finding.equation);
    entry("suggestion", finding.suggestion);
    if (const std::string_view text = printed(file_.checked.filing, finding);
        page_.is_html() && !text.empty())
      entry("in browser", page_.fragment(finding.at, text));
  }

  // Figures under each other; where the terminal is narrow, first the details give way, then the labels.
  void list(const std::vector<Listed>& rows) {
    std::size_t places = 0, names = 0, labels = 0, reported = 0, expected = 0, details = 0;
    for (const Listed& row : rows) {
      places = std::max(places, columns(row.place));
      names = std::max(names, columns(row.rule));
      labels = std::max(labels, columns(row.label));
      reported = std::max(reported, columns(row.reported));
      expected = std::max(expected, columns(row.expected));
      details = std::max(details, columns(row.detail));
    }
    constexpr std::size_t kIndent = 6, kGap = 2, kArrow = 3, kLeastLabel = 12;
    if (names > 0) names += kGap;
    const std::size_t taken = kIndent + places + kGap + names + kGap + reported + kArrow + expected;
    labels = std::min(labels, std::max(kLeastLabel, less(view_.width, taken)));
    const bool detailed = taken + labels + kGap + details <= view_.width;
    for (const Listed& row : rows) {
      std::string text = std::string(kIndent, ' ') + painted(Style::place, padded_left(row.place, places));
      text += "  " + padded_right(row.rule, names) + padded_right(fitted(row.label, labels), labels);
      text += "  " + padded_left(row.reported, reported) + " → " + padded_left(row.expected, expected);
      if (detailed && !row.detail.empty()) text += "  " + painted(Style::faint, row.detail);
      line(text);
    }
  }

  void candidates(const Finding& finding) {
    if (finding.candidates.empty()) return;
    line("    one of these figures is wrong, the most plausible first (printed → expected):");
    std::vector<Listed> rows;
    for (const Mention& mention : finding.candidates) {
      rows.push_back({line_and_column(mention.at), "", shown(mention.label), grouped(mention.reported),
                      grouped(mention.expected),
                      fmt::format("{} {}", shown(mention.unit), period_words(mention.period))});
    }
    list(rows);
  }

  void consequences(std::uint32_t root) {
    // What carries the wrong figure on is told apart from what merely fails because of it.
    std::vector<Listed> carried, failed;
    for (const std::uint32_t i : consequences_[root]) {
      const Finding& finding = findings_[i];
      const bool right = finding.wrong && !*finding.wrong;
      (right ? failed : carried)
          .push_back({line_and_column(finding.at), std::string(rules()[finding.rule].id),
                      shown(finding.label), grouped(finding.reported), grouped(finding.expected),
                      shown(unit_words(finding))});
    }
    if (!carried.empty())
      line(fmt::format("    {} from it (printed → expected):",
                       counted(carried.size(), "finding follows", "findings follow")));
    list(carried);
    if (!failed.empty())
      line(fmt::format("    {} because of it, though the figure itself is right:",
                       counted(failed.size(), "check fails", "checks fail")));
    list(failed);
  }

  static constexpr std::size_t kNames = 15;  // "printed there" and a gap
  const FileResult& file_;
  const CheckView& view_;
  const std::vector<Finding>& findings_;
  const Consequences consequences_;
  const PagePlaces page_;
  std::string out_;
};

std::string found_words(const Totals& totals) {
  if (totals.errors + totals.warnings + totals.notes == 0) return "no findings";
  return fmt::format("{}, {}, {}", counted(totals.errors, "error", "errors"),
                     counted(totals.warnings, "warning", "warnings"), counted(totals.notes, "note", "notes"));
}

// Rules by their counts, the gravest first.
std::string statistics(const Totals& totals) {
  std::vector<RuleId> order;
  for (std::size_t rule = 0; rule < totals.by_rule.size(); ++rule) {
    if (totals.by_rule[rule] != std::array<std::uint64_t, 3>{}) order.push_back(static_cast<RuleId>(rule));
  }
  std::stable_sort(order.begin(), order.end(), [&totals](RuleId a, RuleId b) {
    const auto &one = totals.by_rule[a], &other = totals.by_rule[b];
    return std::lexicographical_compare(other.rbegin(), other.rend(), one.rbegin(), one.rend());
  });
  if (order.empty()) return {};
  std::string out = "errors  warnings  notes  rule\n";
  for (const RuleId rule : order) {
    const auto& [notes, warnings, errors] = totals.by_rule[rule];
    out += fmt::format("{:>6}  {:>8}  {:>5}  {}\n", errors, warnings, notes, rules()[rule].id);
  }
  return out + "\n";
}

class CheckText final : public Format {
 public:
  explicit CheckText(const CheckView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    return {{0, FileText(file, view_).write()}};
  }
  [[nodiscard]] std::string closing(const Totals& totals, std::uint64_t /*left_out*/) const override {
    std::string table = view_.statistics ? statistics(totals) : "";
    if (view_.quiet) return table;
    std::string line =
        table + fmt::format("{}: {}", counted(totals.files, "file", "files"), found_words(totals));
    if (totals.known > 0) line += fmt::format(", {} known", totals.known);
    line += fmt::format("; {} of {} figures checked", totals.figures_checked, totals.figures);
    if (totals.statements_unread > 0)
      line += fmt::format("; {} not read", counted(totals.statements_unread, "statement", "statements"));
    // A few are headings and lines of contents.
    constexpr std::uint64_t kFew = 20;
    if (totals.figures_outside_tables > kFew && totals.figures_outside_tables * 20 > totals.figures)
      line += fmt::format("; {} figures in no table", totals.figures_outside_tables);
    if (view_.passed || view_.skipped || view_.everything) {
      line += fmt::format("; {} passed, {} failed, {} skipped", counted(totals.passed, "check", "checks"),
                          totals.failed, totals.skipped);
    }
    if (totals.without_tables > 0) line += fmt::format("; {} without tables", totals.without_tables);
    if (totals.unreadable > 0) line += fmt::format("; {} unreadable", totals.unreadable);
    return line + "\n";
  }

 private:
  CheckView view_;
};

}  // namespace

std::unique_ptr<Format> check_text(const CheckView& view) { return std::make_unique<CheckText>(view); }

}  // namespace kcfin::report
