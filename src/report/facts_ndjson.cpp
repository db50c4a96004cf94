// `facts` as NDJSON: an object a line and figure, with the columns of the CSV as its keys.
#include <fmt/format.h>

#include "report/facts.h"
#include "report/format.h"
#include "report/json.h"
#include "report/names.h"
#include "report/primary.h"
#include "report/record.h"

namespace kcfin::report {
namespace {

void write_fact(std::string& out, const FileResult& file, const FilingKeys& keys, const Fact& fact,
                Primary primary) {
  const Figure& figure = fact.figure;
  JsonWriter json(out);
  json.open_object();
  json.member("file", file.name);
  json.member_or_null("issuer", file.checked.filing.issuer);
  json.member("table", fmt::format("t{}", fact.table_number));
  json.member("kind", name(fact.table.kind));
  json.member("section", section_of(fact.row));
  json.member("line", figure.at.line);
  json.member("label", fact.row.label);
  json.member("role", name(fact.row.role));
  json.member_or_null("concept", fact.row.element_of(figure));
  json.member_or_null("period_start", figure.period.start.iso());
  json.member_or_null("period_end", figure.period.end.iso());
  json.member_or_null("unit", figure.unit.text());
  json.member("scale", scale_of(figure.scale_power));
  json.member("value", has_value(figure) ? figure.value : std::nullopt);
  json.key("decimals");
  if (has_value(figure)) {
    json.number(figure.value->decimals);
  } else {
    json.null();
  }
  json.member("raw", figure.raw);
  json.member("status", name(figure.status));
  json.member("checks", fact.checks);
  json.member("fact_id", fact_id(file.checked.filing, fact.id));
  json.member("row", fact.row_number);
  json.member("column", fact.column_number);
  json.member_or_null("column_heading", fact.column.printed);
  json.member("heading", name(fact.column.heading));
  json.digits_or_null("absolute", absolute_of(figure));
  json.member_or_null("cik", keys.cik);
  json.member_or_null("accession", keys.accession);
  json.member_or_null("filed", keys.filed);
  json.member("sha256", file.checked.document.sha256);
  json.key("primary");
  if (primary == Primary::nameless) {
    json.null();
  } else {
    json.boolean(primary == Primary::yes);
  }
  json.close_object();
  out += '\n';
}

class FactsNdjson final : public Format {
 public:
  explicit FactsNdjson(const FactsView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    std::vector<Piece> pieces(1);
    const FilingKeys keys = keys_of(file.checked);
    const std::vector<Primary> primaries = primaries_of(file.checked);
    for_each_fact(file.checked, [&](const Fact& fact) {
      write_fact(pieces[0].text, file, keys, fact, primaries[fact.id]);
    });
    if (view_.errors_inline) pieces[0].text += record_of(file);
    return pieces;
  }
  [[nodiscard]] std::vector<Piece> pieces(const Problem& problem) const override {
    if (!view_.errors_inline) return {};
    return {{0, record_of(problem)}};
  }

 private:
  FactsView view_;
};

}  // namespace

std::unique_ptr<Format> facts_ndjson(const FactsView& view) { return std::make_unique<FactsNdjson>(view); }

}  // namespace kcfin::report
