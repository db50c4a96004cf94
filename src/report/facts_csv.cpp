// `facts` as CSV: a line of column names, then a line a figure, quoted as RFC 4180 says.
#include <fmt/format.h>

#include "report/characters.h"
#include "report/facts.h"
#include "report/format.h"
#include "report/json.h"
#include "report/names.h"

namespace kcfin::report {
namespace {

class CsvLine {
 public:
  explicit CsvLine(std::string& out) : out_(out) {}

  void field(std::string_view text) {
    separate();
    const std::string safe = shown(text);
    if (safe.find_first_of(",\"") == std::string::npos) {
      out_ += safe;
      return;
    }
    out_ += '"';
    for (const char c : safe) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  void field(std::uint64_t number) {
    separate();
    out_ += fmt::format_int(number).c_str();
  }
  void end() { out_ += '\n'; }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  std::string& out_;
  bool first_ = true;
};

void write_fact(std::string& out, const FileResult& file, const FilingKeys& keys, const Fact& fact) {
  const Figure& figure = fact.figure;
  CsvLine line(out);
  line.field(file.name);
  line.field(file.checked.filing.issuer);
  line.field(fmt::format("t{}", fact.table_number));
  line.field(name(fact.table.kind));
  line.field(section_of(fact.row));
  line.field(figure.at.line);
  line.field(fact.row.label);
  line.field(name(fact.row.role));
  line.field(fact.row.element_of(figure));
  line.field(figure.period.start.iso());
  line.field(figure.period.end.iso());
  line.field(figure.unit.text());
  line.field(scale_of(figure.scale_power));
  line.field(has_value(figure) ? figure.value->text() : "");
  line.field(has_value(figure) ? fmt::format("{}", figure.value->decimals) : "");
  line.field(figure.raw);
  line.field(name(figure.status));
  line.field(fact.checks);
  line.field(fact_id(file.checked.filing, fact.id));
  line.field(fact.row_number);
  line.field(fact.column_number);
  line.field(fact.column.printed);
  line.field(name(fact.column.heading));
  line.field(absolute_of(figure));
  line.field(keys.cik);
  line.field(keys.accession);
  line.field(keys.filed);
  line.field(file.checked.document.sha256);
  line.end();
}

class FactsCsv final : public Format {
 public:
  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] std::string opening(const Totals& /*totals*/) const override {
    return "file,issuer,table,kind,section,line,label,role,concept,period_start,period_end,unit,scale,"
           "value,decimals,raw,status,checks,fact_id,row,column,column_heading,heading,absolute,cik,"
           "accession,"
           "filed,sha256\n";
  }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    std::vector<Piece> pieces(1);
    const FilingKeys keys = keys_of(file.checked);
    for_each_fact(file.checked, [&](const Fact& fact) { write_fact(pieces[0].text, file, keys, fact); });
    return pieces;
  }
};

}  // namespace

std::unique_ptr<Format> facts_csv() { return std::make_unique<FactsCsv>(); }

}  // namespace kcfin::report
