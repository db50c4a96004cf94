// `extract --format json`: the typed statement tables of every filing.
#include <fmt/format.h>

#include "report/claims.h"
#include "report/facts.h"
#include "report/format.h"
#include "report/json.h"
#include "report/record.h"

namespace kcfin::report {
namespace {

void write_filing(JsonWriter& json, const Filing& filing) {
  json.key("filing");
  json.open_object();
  json.member_or_null("form", filing.form);
  json.member_or_null("issuer", filing.issuer);
  json.member_or_null("commission_file_number", filing.commission_file_number);
  json.member_or_null("month", filing.month);
  json.member_or_null("signed", filing.signed_on.iso());
  json.key("report");
  json.open_object();
  json.member_or_null("period_end", filing.report.end.iso());
  json.member("kind", name(filing.report_kind));
  json.close_object();
  json.key("rates");
  json.open_array();
  for (const Rate& rate : filing.rates) {
    json.open_object();
    json.member("from", std::string_view(rate.from.data()));
    json.member("to", std::string_view(rate.to.data()));
    json.member("rate", std::optional(rate.rate));
    json.member_or_null("as_of", rate.as_of.iso());
    json.member("line", rate.at.line);
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

void write_column(JsonWriter& json, const Column& column) {
  json.open_object();
  json.member("period", column.period);
  json.member_or_null("unit", column.unit.text());
  json.member("scale", scale_of(column.scale_power));
  json.member_or_null("column_heading", column.printed);
  json.member("heading", name(column.heading));
  json.close_object();
}

void write_cell(JsonWriter& json, const Figure& figure) {
  json.open_object();
  json.member("value", has_value(figure) ? figure.value : std::nullopt);
  json.key("decimals");
  if (has_value(figure)) {
    json.number(figure.value->decimals);
  } else {
    json.null();
  }
  json.member("raw", figure.raw);
  json.member("status", name(figure.status));
  json.close_object();
}

void write_row(JsonWriter& json, const Filing& filing, const Row& row, std::size_t columns) {
  json.open_object();
  json.member("line", row.line);
  json.member("label", row.label);
  json.member_or_null("concept", row.element);
  json.member("role", name(row.role));
  json.member("depth", std::uint64_t{row.depth});
  json.key("cells");
  json.open_array();
  for (std::size_t i = 0; i < columns; ++i) {
    if (i < row.cells.size() && row.cells[i] != kNoFigure) {
      write_cell(json, filing.figures[row.cells[i]]);
    } else {
      json.null();
    }
  }
  json.close_array();
  json.close_object();
}

void write_table(JsonWriter& json, const Filing& filing, std::size_t index) {
  const Table& table = filing.tables[index];
  json.open_object();
  json.member("id", fmt::format("t{}", index + 1));
  json.member("kind", name(table.kind));
  json.member("title", table.title);
  json.member("first_line", table.first_line);
  json.member("last_line", table.last_line);
  json.key("columns");
  json.open_array();
  for (const Column& column : table.columns) write_column(json, column);
  json.close_array();
  json.key("rows");
  json.open_array();
  for (const Row& row : table.rows) write_row(json, filing, row, table.columns.size());
  json.close_array();
  json.close_object();
}

void write_row_named(JsonWriter& json, const Filing& filing, FigureId id) {
  json.key("row");
  if (id == kNoFigure) {
    json.null();
    return;
  }
  const Figure& figure = filing.figures[id];
  json.open_object();
  json.member("line", figure.at.line);
  if (figure.in_table()) {
    json.member("table", fmt::format("t{}", figure.table + 1));
    json.member("label", filing.tables[figure.table].rows[figure.row].label);
  }
  json.member("value", has_value(figure) ? figure.value : std::nullopt);
  json.close_object();
}

void write_amount(JsonWriter& json, std::string_view key, const Filing& filing, FigureId id) {
  json.key(key);
  if (id == kNoFigure) {
    json.null();
    return;
  }
  const Figure& figure = filing.figures[id];
  json.open_object();
  json.member("line", figure.at.line);
  json.member("column", figure.at.column);
  json.member("period", figure.period);
  json.member_or_null("unit", figure.unit.text());
  json.member("scale", scale_of(figure.scale_power));
  json.member("value", has_value(figure) ? figure.value : std::nullopt);
  json.member("raw", figure.raw);
  json.close_object();
}

void write_claim(JsonWriter& json, const Filing& filing, const Claim& claim) {
  json.open_object();
  json.member("kind", name(claim.kind));
  json.member("metric", claim.metric.phrase);
  json.member_or_null("concept", claim.metric.concept_name);
  write_amount(json, "amount", filing, claim.figure);
  write_amount(json, "translation", filing, claim.translation);
  write_amount(json, "current", filing, claim.current);
  write_amount(json, "base", filing, claim.base);
  write_row_named(json, filing, claim.row_figure);
  json.member_or_null("unresolved", claim.unresolved);
  json.close_object();
}

void write_trend(JsonWriter& json, const Trend& trend) {
  json.open_object();
  json.member("line", trend.at.line);
  json.member("column", trend.at.column);
  json.member("metric", trend.metric.phrase);
  json.member_or_null("concept", trend.metric.concept_name);
  json.member("direction", name(trend.direction));
  json.member("word", trend.word);
  json.key("datings");
  json.open_array();
  for (const Dating& dating : trend.datings) {
    json.open_object();
    json.member("period", dating.period);
    json.member("compared", dating.base_period);
    json.close_object();
  }
  json.close_array();
  json.member_or_null("unresolved", trend.unresolved);
  json.close_object();
}

// A line of its own says what it is; in a document the head does.
std::string file_object(const FileResult& file, const ExtractView& view, bool line) {
  const Filing& filing = file.checked.filing;
  std::string out;
  JsonWriter json(out);
  json.open_object();
  if (line) {
    json.member("schema_version", 1);
    json.member("kcfin_version", view.version);
  }
  json.member("file", file.name);
  write_filing(json, filing);
  json.key("tables");
  json.open_array();
  for (std::size_t i = 0; i < filing.tables.size(); ++i) {
    if (wanted(view, filing.tables[i], i)) write_table(json, filing, i);
  }
  json.close_array();
  if (view.claims) {
    json.key("claims");
    json.open_array();
    for (const Claim& claim : filing.claims) write_claim(json, filing, claim);
    json.close_array();
    json.key("directions");
    json.open_array();
    for (const Trend& trend : filing.trends) write_trend(json, trend);
    json.close_array();
  }
  json.close_object();
  return out;
}

class ExtractJson final : public Format {
 public:
  explicit ExtractJson(const ExtractView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] std::string opening(const Totals& /*totals*/) const override {
    return "{\"schema_version\":1,\"files\":[\n";
  }
  [[nodiscard]] std::string closing(const Totals& /*totals*/, std::uint64_t /*left_out*/) const override {
    return "\n]}\n";
  }
  [[nodiscard]] std::string_view separator() const override { return ",\n"; }

  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    return {{0, file_object(file, view_, false)}};
  }

 private:
  ExtractView view_;
};

class ExtractNdjson final : public Format {
 public:
  explicit ExtractNdjson(const ExtractView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    return {{0, file_object(file, view_, true) + "\n" + (view_.errors_inline ? record_of(file) : "")}};
  }
  [[nodiscard]] std::vector<Piece> pieces(const Problem& problem) const override {
    if (!view_.errors_inline) return {};
    return {{0, record_of(problem)}};
  }

 private:
  ExtractView view_;
};

}  // namespace

std::unique_ptr<Format> extract_json(const ExtractView& view) { return std::make_unique<ExtractJson>(view); }

std::unique_ptr<Format> extract_ndjson(const ExtractView& view) {
  return std::make_unique<ExtractNdjson>(view);
}

}  // namespace kcfin::report
