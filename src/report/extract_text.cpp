// `extract` for a person: each table as it was understood, its figures aligned.
#include <fmt/format.h>

#include "report/characters.h"
#include "report/claims.h"
#include "report/format.h"
#include "report/table_text.h"

namespace kcfin::report {
namespace {

void write_head(std::string& out, const FileResult& file) {
  const Filing& filing = file.checked.filing;
  out += shown(file.name) + "\n";
  if (!filing.issuer.empty()) out += shown(filing.issuer) + ", ";
  out += shown(filing.form);
  if (filing.report.known()) {
    out += fmt::format(", {} report to {}", name(filing.report_kind), filing.report.end.iso());
  }
  if (filing.signed_on.known()) out += ", signed " + filing.signed_on.iso();
  out += "\n";
  for (const Rate& rate : filing.rates) {
    out += fmt::format("{}{} for {}1{}, line {}\n", rate.from.data(), rate.rate.text(), rate.to.data(),
                       rate.as_of.known() ? " on " + rate.as_of.iso() : "", rate.at.line);
  }
}

std::string row_words(const Filing& filing, const Claim& claim) {
  if (claim.row_figure == kNoFigure) return claim.unresolved.empty() ? "names no row" : claim.unresolved;
  const Figure& figure = filing.figures[claim.row_figure];
  if (!figure.in_table()) return fmt::format("line {}", figure.at.line);
  return fmt::format("line {}: {} {}", figure.at.line, filing.tables[figure.table].rows[figure.row].label,
                     figure.raw);
}

void write_claims(std::string& out, const Filing& filing) {
  out += "\nclaims\n";
  for (const Claim& claim : filing.claims) {
    if (claim.figure == kNoFigure) continue;
    const Figure& figure = filing.figures[claim.figure];
    out += fmt::format("{:>6}  {}  {}  {}\n", figure.at.line, padded_right(name(claim.kind), 12),
                       shown(claim.metric.phrase), shown(figure.raw));
    out += fmt::format("        → {}\n", shown(row_words(filing, claim)));
  }
  if (!filing.trends.empty()) out += "\ndirections without a figure\n";
  for (const Trend& trend : filing.trends) {
    const std::string& phrase = trend.metric.phrase;
    out +=
        fmt::format("{:>6}  {}  {}  {}\n", trend.at.line, padded_right(name(trend.direction), 4),
                    shown(phrase.empty() ? "what the sentence before it says" : phrase), shown(trend.word));
  }
}

class ExtractText final : public Format {
 public:
  explicit ExtractText(const ExtractView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] std::string_view separator() const override { return "\n"; }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    const Filing& filing = file.checked.filing;
    std::vector<Piece> pieces(1);
    std::string& out = pieces[0].text;
    write_head(out, file);
    const Marks marks(file.checked);
    const TableLook look{.width = view_.width, .color = view_.color, .typed = true};
    for (std::uint32_t i = 0; i < filing.tables.size(); ++i) {
      if (wanted(view_, filing.tables[i], i)) out += "\n" + table_text(file.checked, marks, i, look);
    }
    out += "\n" + legend_text(look);
    if (view_.claims) write_claims(out, filing);
    return pieces;
  }

 private:
  ExtractView view_;
};

}  // namespace

std::unique_ptr<Format> extract_text(const ExtractView& view) { return std::make_unique<ExtractText>(view); }

}  // namespace kcfin::report
