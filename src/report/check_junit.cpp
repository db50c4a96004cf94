// `check --format junit`: a suite a filing, a case a rule. A case fails where the rule found something at
// or over --fail-on; lesser findings and what follows from others stand in its output.
#include <fmt/format.h>

#include <algorithm>

#include "report/characters.h"
#include "report/format.h"
#include "report/wording.h"

namespace kcfin::report {
namespace {

std::string description(const FileResult& file, const Finding& finding) {
  std::string text = fmt::format("{}:{}:{}: {}: {}\n", shown_in_markup(file.name), finding.at.line,
                                 finding.at.column, name(finding.severity), shown_in_markup(finding.message));
  for (const std::string& line : particulars(file.checked, finding))
    text += fmt::format("  {}\n", shown_in_markup(line));
  return text;
}

// What one rule found in one filing.
struct Case {
  const Rule& rule;
  std::string failure_message, failures, rest;
  bool tried = true;
};

Case case_of(const FileResult& file, RuleId rule, const std::optional<Severity>& fail_on) {
  Case result{rules()[rule], {}, {}, {}, false};
  const auto& checks = file.checked.report.checks;
  result.tried = std::any_of(checks.begin(), checks.end(), [rule](const Check& check) {
    return check.rule == rule && check.verdict != Verdict::skipped;
  });
  for (const Finding& finding : file.checked.report.findings) {
    if (finding.rule != rule) continue;
    result.tried = true;
    const bool fails = fail_on && finding.cause == kNoCause && finding.severity >= *fail_on;
    if (fails && result.failure_message.empty()) result.failure_message = shown_in_markup(finding.message);
    (fails ? result.failures : result.rest) += description(file, finding);
  }
  return result;
}

std::string case_element(const FileResult& file, const Case& test) {
  std::string out = fmt::format("    <testcase classname=\"{}\" name=\"{}\"", shown_in_markup(file.name),
                                shown_in_markup(test.rule.id));
  if (!test.tried) {
    return out + "><skipped message=\"no check of this rule applies\"/></testcase>\n";
  }
  if (test.failures.empty() && test.rest.empty()) return out + "/>\n";
  out += ">\n";
  if (!test.failures.empty()) {
    out += fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n", test.failure_message,
                       shown_in_markup(test.rule.id), test.failures);
  }
  if (!test.rest.empty()) out += fmt::format("      <system-out>{}</system-out>\n", test.rest);
  return out + "    </testcase>\n";
}

class CheckJunit final : public Format {
 public:
  explicit CheckJunit(const CheckView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] bool tells_refusals() const override { return true; }
  [[nodiscard]] std::string opening(const Totals& /*totals*/) const override {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kcfin\">\n";
  }
  [[nodiscard]] std::string closing(const Totals& /*totals*/, std::uint64_t /*left_out*/) const override {
    return "</testsuites>\n";
  }

  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    std::string cases;
    std::size_t failures = 0, skipped = 0;
    for (RuleId rule = 0; rule < rules().size(); ++rule) {
      const Case test = case_of(file, rule, view_.fail_on);
      failures += test.failures.empty() ? 0 : 1;
      skipped += test.tried ? 0 : 1;
      cases += case_element(file, test);
    }
    return {
        {0, fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n"
                        "{}  </testsuite>\n",
                        shown_in_markup(file.name), rules().size(), failures, skipped, cases)}};
  }

  [[nodiscard]] std::vector<Piece> pieces(const Problem& problem) const override {
    const std::string file = shown_in_markup(problem.file), message = shown_in_markup(problem.message);
    return {{0, fmt::format(
                    "  <testsuite name=\"{0}\" tests=\"1\" failures=\"0\" errors=\"{1}\" skipped=\"{2}\">\n"
                    "    <testcase classname=\"{0}\" name=\"read\"><{3} message=\"{4}\"/></testcase>\n"
                    "  </testsuite>\n",
                    file, problem.passed_over ? 0 : 1, problem.passed_over ? 1 : 0,
                    problem.passed_over ? "skipped" : "error", message)}};
  }

 private:
  CheckView view_;
};

}  // namespace

std::unique_ptr<Format> check_junit(const CheckView& view) { return std::make_unique<CheckJunit>(view); }

}  // namespace kcfin::report
