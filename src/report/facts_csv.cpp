// `facts` as CSV: a line of column names, then a line a figure, quoted as RFC 4180 says.
#include <fmt/format.h>

#include "report/characters.h"
#include "report/facts.h"
#include "report/format.h"
#include "report/json.h"
#include "report/names.h"
#include "report/primary.h"

namespace kcfin::report {
namespace {

class CsvLine {
 public:
  explicit CsvLine(std::string& out) : out_(out) {}

  void field(std::string_view text) {
    separate();
    if (shown_as_it_stands(text) && text.find_first_of(",\"") == std::string_view::npos && !may_act(text)) {
      out_ += text;
      return;
    }
    const std::string safe = as_text(shown(text));
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
  // A number, whose sign is none of a formula.
  void number(std::string_view text) {
    separate();
    out_ += text;
  }
  void end() { out_ += '\n'; }

 private:
  // A spreadsheet takes what begins so for a formula, and text behind an apostrophe for text; "-5,644" and
  // "(12)" are numbers to it, "-Net income" is not.
  static bool may_act(std::string_view text) {
    constexpr std::string_view kFormula = "=+-@";
    return !text.empty() && kFormula.find(text.front()) != std::string_view::npos;
  }
  static std::string as_text(std::string text) {
    if (!may_act(text)) return text;
    const bool number = (text.front() == '-' || text.front() == '+') && text.size() > 1 &&
                        text.find_first_not_of("0123456789,.% ", 1) == std::string::npos;
    return number || text == "-" || text == "--" ? text : "'" + text;
  }

  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  std::string& out_;
  bool first_ = true;
};

void write_fact(std::string& out, const FileResult& file, const FilingKeys& keys, const Fact& fact,
                Primary primary) {
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
  line.number(has_value(figure) ? figure.value->text() : "");
  line.field(has_value(figure) ? fmt::format("{}", figure.value->decimals) : "");
  line.field(figure.raw);
  line.field(name(figure.status));
  line.field(fact.checks);
  line.field(fact_id(file.checked.filing, fact.id));
  line.field(fact.row_number);
  line.field(fact.column_number);
  line.field(fact.column.printed);
  line.field(name(fact.column.heading));
  line.number(absolute_of(figure));
  line.field(keys.cik);
  line.field(keys.accession);
  line.field(keys.filed);
  line.field(file.checked.document.sha256);
  line.field(primary == Primary::nameless ? "" : primary == Primary::yes ? "true" : "false");
  line.end();
}

class FactsCsv final : public Format {
 public:
  explicit FactsCsv(const FactsView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] std::string opening(const Totals& /*totals*/) const override {
    std::string mark = view_.byte_order_mark ? "\xEF\xBB\xBF" : "";
    if (!view_.header) return mark;
    return mark +
           "file,issuer,table,kind,section,line,label,role,concept,period_start,period_end,unit,scale,"
           "value,decimals,raw,status,checks,fact_id,row,column,column_heading,heading,absolute,cik,"
           "accession,"
           "filed,sha256,primary\n";
  }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    std::vector<Piece> pieces(1);
    const FilingKeys keys = keys_of(file.checked);
    const std::vector<Primary> primaries = primaries_of(file.checked);
    for_each_fact(file.checked, [&](const Fact& fact) {
      write_fact(pieces[0].text, file, keys, fact, primaries[fact.id]);
    });
    return pieces;
  }

 private:
  FactsView view_;
};

}  // namespace

std::unique_ptr<Format> facts_csv(const FactsView& view) { return std::make_unique<FactsCsv>(view); }

}  // namespace kcfin::report
