// `check --format github`: workflow commands, which GitHub shows as annotations on the lines of a pull
// request; the most severe first, since it takes only ten of each severity from a step.
#include <fmt/format.h>

#include "report/characters.h"
#include "report/format.h"
#include "report/printed.h"
#include "report/regions.h"
#include "report/wording.h"

namespace kcfin::report {
namespace {

constexpr std::uint64_t kMostOfASeverity = 10;

// A command ends at the line's end; a property also at a comma or colon.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : shown(text)) {
    if (c == '%' || (property && (c == ':' || c == ','))) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view command_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

std::string annotation(const FileResult& file, std::uint32_t index, const Consequences& consequences,
                       const Regions& regions) {
  const auto& findings = file.checked.report.findings;
  const Finding& finding = findings[index];
  std::string text = escaped(finding.message, false);
  for (const std::string& line : particulars(file.checked, finding)) text += "%0A" + escaped(line, false);
  for (const std::uint32_t i : consequences[index]) {
    text += fmt::format("%0Afollows from it: line {}: {}", findings[i].at.line,
                        escaped(findings[i].message, false));
  }
  const Region region = regions.of(finding.at, printed(file.checked.filing, finding));
  std::string place = fmt::format("line={},col={}", region.line, region.start_column);
  if (region.end_column > 0) place += fmt::format(",endColumn={}", region.end_column);
  return fmt::format("::{} file={},{},title={}::{}\n", command_of(finding.severity), escaped(file.name, true),
                     place, escaped(rules()[finding.rule].id, true), text);
}

class CheckGithub final : public Format {
 public:
  [[nodiscard]] bool streamed() const override { return false; }
  [[nodiscard]] bool tells_refusals() const override { return true; }
  [[nodiscard]] std::uint64_t most_pieces_of_a_rank() const override { return kMostOfASeverity; }

  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    const auto& findings = file.checked.report.findings;
    const Consequences consequences = consequences_of(findings);
    const Regions regions(file.checked.document);
    std::vector<Piece> pieces;
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
      if (findings[i].cause != kNoCause) continue;
      pieces.push_back({rank_of(findings[i].severity), annotation(file, i, consequences, regions)});
    }
    return pieces;
  }

  [[nodiscard]] std::vector<Piece> pieces(const Problem& problem) const override {
    if (problem.passed_over) return {};
    return {{0, fmt::format("::error file={},title=kcfin::{}\n", escaped(problem.file, true),
                            escaped(problem.message, false))}};
  }

  [[nodiscard]] std::string closing(const Totals& /*totals*/, std::uint64_t left_out) const override {
    if (left_out == 0) return {};
    return fmt::format("{} not shown: GitHub takes {} of each severity from a step\n",
                       counted(left_out, "more finding is", "more findings are"), kMostOfASeverity);
  }
};

}  // namespace

std::unique_ptr<Format> check_github() { return std::make_unique<CheckGithub>(); }

}  // namespace kcfin::report
