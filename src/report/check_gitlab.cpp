// `check --format gitlab`: a code quality report, which GitLab shows at the lines of a merge request and
// compares with the target branch's by fingerprint. A root finding is an entry.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/characters.h"
#include "report/format.h"
#include "report/json.h"
#include "report/wording.h"

namespace kcfin::report {
namespace {

std::string_view gitlab_severity(Severity severity) {
  return severity == Severity::error ? "critical" : severity == Severity::warning ? "minor" : "info";
}

// As the repository calls it.
std::string_view path_of(std::string_view file) {
  while (file.starts_with("./")) file.remove_prefix(2);
  return file;
}

struct Entry {
  std::string_view file, rule, severity, fingerprint;
  std::string description;
  std::uint32_t line = 0;
};

std::string text_of(const Entry& entry) {
  std::string out;
  JsonWriter json(out);
  json.open_object();
  json.member("description", entry.description);
  json.member("check_name", entry.rule);
  json.member("fingerprint", entry.fingerprint);
  json.member("severity", entry.severity);
  json.key("location");
  json.open_object();
  json.member("path", path_of(entry.file));
  json.key("lines");
  json.open_object();
  json.member("begin", std::max<std::uint32_t>(entry.line, 1));
  json.close_object();
  json.close_object();
  json.close_object();
  return out;
}

std::string description_of(const Checked& checked, const Finding& finding, std::size_t consequences) {
  std::string text = shown(finding.message);
  for (const std::string& line : particulars(checked, finding)) text += "\n" + shown(line);
  if (consequences > 0) {
    text += fmt::format("\n{} from it", counted(consequences, "finding follows", "findings follow"));
  }
  return text;
}

class CheckGitlab final : public Format {
 public:
  [[nodiscard]] bool streamed() const override { return false; }  // a report of nothing is []
  [[nodiscard]] bool tells_refusals() const override { return true; }
  [[nodiscard]] std::string opening(const Totals& /*totals*/) const override { return "[\n"; }
  [[nodiscard]] std::string closing(const Totals& /*totals*/, std::uint64_t /*left_out*/) const override {
    return "\n]\n";
  }
  [[nodiscard]] std::string_view separator() const override { return ",\n"; }

  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    const auto& findings = file.checked.report.findings;
    const Consequences consequences = consequences_of(findings);
    std::map<std::string, std::uint32_t> met;  // GitLab keeps one entry of a fingerprint
    std::vector<Piece> pieces;
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
      const Finding& finding = findings[i];
      if (finding.cause != kNoCause) continue;
      const std::string name = fmt::format("{}:{}", path_of(file.name), finding.fingerprint);
      const std::uint32_t before = met[name]++;
      const std::string unique = before == 0 ? name : fmt::format("{}:{}", name, before + 1);
      pieces.push_back(
          {0, text_of({file.name, rules()[finding.rule].id, gitlab_severity(finding.severity), unique,
                       description_of(file.checked, finding, consequences[i].size()), finding.at.line})});
    }
    return pieces;
  }

  [[nodiscard]] std::vector<Piece> pieces(const Problem& problem) const override {
    if (problem.passed_over) return {};
    const std::string name = fmt::format("{}:unreadable", path_of(problem.file));
    return {{0, text_of({problem.file, "kcfin", "blocker", name, shown(problem.message), problem.line})}};
  }
};

}  // namespace

std::unique_ptr<Format> check_gitlab() { return std::make_unique<CheckGitlab>(); }

}  // namespace kcfin::report
