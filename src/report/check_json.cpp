// `check --format json` and `--format ndjson`: the same object a file, in one document or one a line.
#include <fmt/format.h>

#include <algorithm>

#include "report/format.h"
#include "report/json.h"
#include "report/names.h"
#include "report/page_place.h"
#include "report/printed.h"
#include "report/record.h"
#include "report/unchecked.h"

namespace kcfin::report {
namespace {

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::exact:
      return "exact";
    case Verdict::within_rounding:
      return "within rounding";
    case Verdict::inconsistent:
      return "inconsistent";
    case Verdict::skipped:
      break;
  }
  return "skipped";
}

void write_candidate(JsonWriter& json, const Filing& filing, const Mention& mention) {
  json.open_object();
  json.member_or_null("fact", fact_id(filing, mention.figure));
  json.member("line", mention.at.line);
  json.member("label", mention.label);
  json.member("period", mention.period);
  json.member_or_null("unit", mention.unit);
  json.member("reported", mention.reported);
  json.member("expected", mention.expected);
  json.close_object();
}

void write_related(JsonWriter& json, const Filing& filing, const Mention& mention) {
  json.open_object();
  json.member_or_null("fact", fact_id(filing, mention.figure));
  if (!mention.file.empty()) json.member("file", mention.file);  // of another filing
  json.member("line", mention.at.line);
  json.member("label", mention.label);
  json.member_or_null("unit", mention.unit);
  json.member("value", mention.reported);
  json.close_object();
}

void write_where(JsonWriter& json, const Checked& checked, const PagePlaces& page, const Finding& finding) {
  const Where where = where_of(checked, finding);
  json.key("where");
  json.open_object();
  json.member_or_null("statement", where.statement);
  json.member_or_null("column_heading", where.column_heading);
  json.member_or_null("row", where.row);
  json.member_or_null("quote", where.quote);
  if (page.is_html()) {
    const std::string_view text = printed(checked.filing, finding);
    json.member_or_null("element", page.element(finding.at));
    json.member_or_null("fragment", text.empty() ? "" : page.fragment(finding.at, text));
  }
  json.close_object();
}

void write_wrong(JsonWriter& json, const std::optional<bool>& wrong) {
  json.key("wrong");
  if (wrong) {
    json.boolean(*wrong);
  } else {
    json.null();
  }
}

void write_finding(JsonWriter& json, const Checked& checked, const PagePlaces& page, const Finding& finding,
                   std::string_view id) {
  const Filing& filing = checked.filing;
  json.open_object();
  json.member("id", id);
  json.member("fingerprint", finding.fingerprint);
  json.member("rule", rules()[finding.rule].id);
  json.member("severity", kcfin::name(finding.severity));
  json.member("message", finding.message);
  json.member("line", finding.at.line);
  json.member("column", finding.at.column);
  json.member_or_null("table", finding.table ? table_id(*finding.table) : "");
  json.member_or_null("fact", fact_id(filing, finding.figure));
  write_where(json, checked, page, finding);
  json.member("label", finding.label);
  json.member("period", finding.period);
  json.member_or_null("unit", finding.unit);
  json.member("scale", scale_of(finding.scale_power));
  json.member("reported", finding.reported);
  json.member("expected", finding.expected);
  json.member("difference", finding.difference);
  json.member_or_null("equation", finding.equation);
  json.member_or_null("cause", finding.cause == kNoCause ? "" : fmt::format("f{}", finding.cause + 1));
  if (finding.cause != kNoCause) write_wrong(json, finding.wrong);
  if (finding.confidence) {
    json.member("confidence", finding.confidence);
    json.key("evidence");
    json.open_array();
    for (const std::string_view words : finding.evidence) json.text(words);
    json.close_array();
  }
  json.key("candidates");
  json.open_array();
  for (const Mention& mention : finding.candidates) write_candidate(json, filing, mention);
  json.close_array();
  json.member("origin", kcfin::name(finding.origin));
  json.member_or_null("suggestion", finding.suggestion);
  json.key("related");
  json.open_array();
  for (const Mention& mention : finding.related) write_related(json, filing, mention);
  json.close_array();
  json.close_object();
}

void write_check(JsonWriter& json, const Filing& filing, const Check& check) {
  json.open_object();
  json.member("rule", rules()[check.rule].id);
  json.member("verdict", name(check.verdict));
  json.member("line", check.at.line);
  json.member("column", check.at.column);
  json.member_or_null("result", fact_id(filing, check.figure));
  json.key("terms");
  json.open_array();
  for (const Term& term : check.terms) {
    json.open_object();
    json.member("fact", fact_id(filing, term.figure));
    json.member("sign", std::optional(Decimal{term.sign, 0}));
    json.close_object();
  }
  json.close_array();
  json.member("rate", check.rate.zero() ? std::nullopt : std::optional(check.rate));
  json.member_or_null("reading", check.reading);
  json.member_or_null("equation", check.equation);
  json.member_or_null("reason", check.reason);
  json.close_object();
}

// Which of the statements that titles name were read, wholly, in part or not at all.
void write_statements(JsonWriter& json, const Filing& filing) {
  json.key("statements");
  json.open_array();
  for (const StatementTitle& title : filing.statement_titles) {
    if (!title.table && !title.unread()) continue;  // a contents page
    json.open_object();
    json.member("kind", kcfin::name(title.kind));
    json.member("title", title.text);
    json.member("line", title.at.line);
    json.member_or_null("table", title.table ? fmt::format("t{}", *title.table + 1) : "");
    json.member("read", title.unread() ? "no" : title.read_in_part() ? "in part" : "yes");
    json.close_object();
  }
  json.close_array();
}

void write_file_summary(JsonWriter& json, const FileResult& file) {
  const Report& report = file.checked.report;
  json.key("summary");
  json.open_object();
  json.member("figures", report.figures);
  json.member("figures_checked", report.figures_checked);
  const std::uint32_t nothing = figures_without_anything_to_hold(file.checked);
  json.member("figures_not_held",
              report.figures - std::min(report.figures, report.figures_checked + nothing));
  json.member("figures_nothing_to_hold", nothing);
  json.member("figures_outside_tables", file.checked.filing.figures_outside_tables);
  write_statements(json, file.checked.filing);
  json.key("checks");
  json.open_object();
  json.member("passed", report.passed);
  json.member("failed", report.failed);
  json.member("skipped", report.skipped);
  json.close_object();
  json.key("claims");
  json.open_object();
  json.member("found", report.claims.found);
  json.member("tied", report.claims.tied);
  json.member("recomputed", report.claims.recomputed);
  json.member("unresolved", report.claims.unresolved);
  json.close_object();
  json.member("errors", report.errors);
  json.member("warnings", report.warnings);
  json.member("notes", report.notes);
  json.member("consequences", report.consequences);
  json.member("known", file.known);
  json.member("not_understood", report.not_understood.size());
  json.close_object();
}

void write_accepted(JsonWriter& json, const std::vector<Accepted>& accepted) {
  json.key("accepted");
  json.open_array();
  for (const Accepted& one : accepted) {
    json.open_object();
    json.member("fingerprint", one.finding.fingerprint);
    json.member("rule", rules()[one.finding.rule].id);
    json.member("severity", kcfin::name(one.finding.severity));
    json.member("message", one.finding.message);
    json.member("line", one.finding.at.line);
    json.member("column", one.finding.at.column);
    json.member_or_null("reason", one.reason);
    json.member_or_null("date", one.date);
    json.close_object();
  }
  json.close_array();
}

// A line of its own says what it is; in a document the head does.
std::string file_object(const FileResult& file, const CheckView& view, bool line) {
  const Checked& checked = file.checked;
  std::string out;
  JsonWriter json(out);
  json.open_object();
  if (line) {
    json.member("schema_version", 1);
    json.member("kcfin_version", view.version);
  }
  json.member("file", file.name);
  json.member("sha256", checked.document.sha256);
  json.member_or_null("issuer", checked.filing.issuer);
  json.member_or_null("report_period_end", checked.filing.report.end.iso());
  const FilingKeys keys = keys_of(checked);
  json.member_or_null("cik", keys.cik);
  json.member_or_null("accession", keys.accession);
  json.member_or_null("filed", keys.filed);
  write_file_summary(json, file);
  const PagePlaces page(checked.document);
  json.key("findings");
  json.open_array();
  for (std::size_t i = 0; i < checked.report.findings.size(); ++i) {
    write_finding(json, checked, page, checked.report.findings[i], fmt::format("f{}", i + 1));
  }
  json.close_array();
  if (view.known) write_accepted(json, file.accepted);
  if (view.everything) {
    json.key("not_understood");
    json.open_array();
    for (std::size_t i = 0; i < checked.report.not_understood.size(); ++i) {
      write_finding(json, checked, page, checked.report.not_understood[i], fmt::format("n{}", i + 1));
    }
    json.close_array();
  }
  if (lists_checks(view)) {
    json.key("checks");
    json.open_array();
    for (const Check& check : checked.report.checks) {
      if (listed(check, view)) write_check(json, checked.filing, check);
    }
    json.close_array();
  }
  json.close_object();
  return out;
}

void write_by_rule(JsonWriter& json, const Totals& totals) {
  json.key("by_rule");
  json.open_array();
  for (std::size_t rule = 0; rule < totals.by_rule.size(); ++rule) {
    const auto& [notes, warnings, errors] = totals.by_rule[rule];
    if (notes + warnings + errors == 0) continue;
    json.open_object();
    json.member("rule", rules()[rule].id);
    json.member("errors", errors);
    json.member("warnings", warnings);
    json.member("notes", notes);
    json.close_object();
  }
  json.close_array();
}

std::string document_opening(const Totals& totals, const CheckView& view) {
  std::string out;
  JsonWriter json(out);
  json.open_object();
  json.member("schema_version", 1);
  json.member("kcfin_version", view.version);
  json.key("summary");
  json.open_object();
  json.member("files", totals.files);
  json.member("errors", totals.errors);
  json.member("warnings", totals.warnings);
  json.member("notes", totals.notes);
  json.member("unreadable", totals.unreadable);
  json.member("without_tables", totals.without_tables);
  json.member("known", totals.known);
  json.member("stale", totals.stale);
  if (view.statistics) write_by_rule(json, totals);
  json.close_object();
  json.key("files");
  json.open_array();
  return out + "\n";
}

// One document. Its summary stands first, so it is printed when the last file has been read.
class CheckJson final : public Format {
 public:
  explicit CheckJson(const CheckView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return false; }
  [[nodiscard]] std::string_view separator() const override { return ",\n"; }
  [[nodiscard]] std::string opening(const Totals& totals) const override {
    return document_opening(totals, view_);
  }
  [[nodiscard]] std::string closing(const Totals& /*totals*/, std::uint64_t /*left_out*/) const override {
    return "\n]}\n";
  }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    return {{0, file_object(file, view_, false)}};
  }

 private:
  CheckView view_;
};

class CheckNdjson final : public Format {
 public:
  explicit CheckNdjson(const CheckView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    return {{0, file_object(file, view_, true) + "\n" + (view_.errors_inline ? record_of(file) : "")}};
  }
  [[nodiscard]] std::vector<Piece> pieces(const Problem& problem) const override {
    if (!view_.errors_inline) return {};
    return {{0, record_of(problem)}};
  }

 private:
  CheckView view_;
};

}  // namespace

std::unique_ptr<Format> check_json(const CheckView& view) { return std::make_unique<CheckJson>(view); }
std::unique_ptr<Format> check_ndjson(const CheckView& view) { return std::make_unique<CheckNdjson>(view); }

}  // namespace kcfin::report
