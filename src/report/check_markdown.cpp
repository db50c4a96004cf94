// `check --format markdown`: a summary for a pull request or a job's page, which takes some tens of thousands
// of characters: what was found in one line, a table of the gravest findings, what was looked at.
#include <fmt/format.h>

#include "report/characters.h"
#include "report/format.h"
#include "report/names.h"
#include "report/wording.h"

namespace kcfin::report {
namespace {

constexpr std::uint64_t kMostFindings = 50;  // a comment holds 65,536 characters

// Text in a cell of a table: nothing of it is markup, a link, a mention or a cell's border.
std::string in_cell(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_{}[]<>#|~&@!$";
  std::string out;
  for (const char c : shown(text)) {
    if (c == '&' || c == '<' || c == '>' || c == '@') {
      out += fmt::format("&#{};", static_cast<int>(c));  // a mention is one even behind a backslash
      continue;
    }
    if (kMarkup.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string_view mark_of(Severity severity) {
  return severity == Severity::error     ? "❌ error"
         : severity == Severity::warning ? "⚠️ warning"
                                         : "ℹ️ note";
}

std::string row_of(const FileResult& file, const Finding& finding, std::size_t consequences) {
  std::string text = in_cell(finding.message);
  for (const std::string& line : particulars(file.checked, finding)) text += "<br>" + in_cell(line);
  if (consequences > 0) {
    text += fmt::format("<br>{} from it", counted(consequences, "finding follows", "findings follow"));
  }
  return fmt::format("| {} | {}:{} | {} | {} |\n", mark_of(finding.severity), in_cell(file.name),
                     finding.at.line, in_cell(rules()[finding.rule].id), text);
}

class CheckMarkdown final : public Format {
 public:
  explicit CheckMarkdown(bool notes) : notes_(notes) {}

  [[nodiscard]] bool streamed() const override { return false; }
  [[nodiscard]] bool tells_refusals() const override { return true; }
  [[nodiscard]] std::uint64_t most_pieces() const override { return kMostFindings; }

  [[nodiscard]] std::string opening(const Totals& totals) const override {
    std::string out = fmt::format("### kcfin: {}, {} in {}\n\n", counted(totals.errors, "error", "errors"),
                                  counted(totals.warnings, "warning", "warnings"),
                                  counted(totals.files, "filing", "filings"));
    if (totals.errors + totals.warnings + totals.unreadable + totals.without_tables - totals.passed_over +
            (notes_ ? totals.notes : 0) >
        0) {
      out += "| | where | rule | what |\n|---|---|---|---|\n";
    }
    return out;
  }

  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    const auto& findings = file.checked.report.findings;
    const Consequences consequences = consequences_of(findings);
    std::vector<Piece> pieces;
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
      if (findings[i].cause != kNoCause || (findings[i].severity == Severity::note && !notes_)) continue;
      pieces.push_back({rank_of(findings[i].severity), row_of(file, findings[i], consequences[i].size())});
    }
    return pieces;
  }

  [[nodiscard]] std::vector<Piece> pieces(const Problem& problem) const override {
    if (problem.passed_over) return {};
    return {
        {0, fmt::format("| ❌ not read | {} | | {} |\n", in_cell(problem.file), in_cell(problem.message))}};
  }

  [[nodiscard]] std::string closing(const Totals& totals, std::uint64_t left_out) const override {
    std::string out;
    if (left_out > 0) out += fmt::format("\n{} not shown.\n", counted(left_out, "more is", "more are"));
    out += fmt::format("\n{} of {} checked, {} passed, {} failed", totals.figures_checked,
                       counted(totals.figures, "figure", "figures"),
                       counted(totals.passed, "check", "checks"), totals.failed);
    const auto also = [&out](std::uint64_t count, std::string_view one, std::string_view more) {
      if (count > 0) out += "; " + counted(count, one, more);
    };
    if (!notes_) also(totals.notes, "note", "notes");
    also(totals.consequences, "finding follows from another", "findings follow from others");
    also(totals.known, "finding is known", "findings are known");
    also(totals.stale, "entry of the baseline is found no longer",
         "entries of the baseline are found no longer");
    also(totals.without_tables, "file holds no financial table", "files hold no financial table");
    also(totals.unreadable, "file could not be read", "files could not be read");
    return out + ".\n";
  }

 private:
  bool notes_;
};

}  // namespace

std::unique_ptr<Format> check_markdown(const CheckView& view) {
  return std::make_unique<CheckMarkdown>(view.notes || view.everything);
}

}  // namespace kcfin::report
