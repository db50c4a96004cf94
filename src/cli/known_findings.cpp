// The user's selection over the findings of a run.
#include "cli/known_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/finding_selection.h"
#include "cli/run.h"
#include "report/wording.h"

namespace kcfin::cli {
namespace {

bool put(Output& output, const std::string& text) {
  output.write(text);
  output.commit();
  if (output.failed()) complain(output.fault());
  return !output.failed();
}

bool same_path(const std::string& a, const std::string& b) {
  return std::filesystem::path(a).lexically_normal() == std::filesystem::path(b).lexically_normal();
}

}  // namespace

bool KnownFindings::open() {
  if (options_.prune_baseline && options_.baseline.empty()) {
    complain("--prune-baseline: no --baseline is named");
    return false;
  }
  // The baseline of the configuration may be about to be written for the first time.
  std::error_code fault;
  const bool first =
      same_path(options_.write_baseline, options_.baseline) &&
      std::filesystem::status(options_.baseline, fault).type() == std::filesystem::file_type::not_found;
  if (!options_.baseline.empty() && !first) {
    auto baseline = Baseline::read(options_.baseline);
    if (!baseline) {
      complain(baseline.error().message);
      return false;
    }
    baseline_ = std::move(*baseline);
  }
  if (options_.write_baseline.empty()) return true;
  written_ = open_output(options_.write_baseline);
  return written_ != nullptr;
}

std::string KnownFindings::settle(report::FileResult& file) const {
  apply(options_.severities, file.checked.report);
  if (!written_ && options_.baseline.empty()) return {};
  Baseline::Share share{file.checked.filing.issuer, file.checked.filing.report.end.iso(), {}, {}};
  if (written_) Baseline::list(file, share);
  if (!options_.baseline.empty()) baseline_.accept(file, share);
  return Baseline::sent(share);
}

void KnownFindings::record(std::string_view settled) {
  if (!settled.empty()) baseline_.count(settled);
}

std::uint64_t KnownFindings::report_stale() const {
  constexpr std::size_t kNamed = 20;
  const std::vector<KnownFinding> stale = baseline_.stale();
  for (std::size_t i = 0; i < std::min(kNamed, stale.size()); ++i) complain(stale_message(stale[i]));
  if (stale.size() > kNamed) {
    complain(
        fmt::format("{}: {} more entries are found no longer", options_.baseline, stale.size() - kNamed));
  }
  return stale.size();
}

bool KnownFindings::write() {
  if (written_) {
    if (!put(*written_, baseline_.rewritten())) return false;
    complain(fmt::format("{}: {} known from now on", options_.write_baseline,
                         report::counted(baseline_.listed(), "finding is", "findings are")));
  }
  const bool rewritten = same_path(options_.write_baseline, options_.baseline);
  if (!options_.prune_baseline || rewritten || baseline_.stale().empty()) return true;
  const auto output = open_output(options_.baseline);
  return output && put(*output, baseline_.pruned());
}

std::string KnownFindings::stale_message(const KnownFinding& entry) const {
  std::string text = fmt::format("{}: found no longer: {}", options_.baseline, entry.rule);
  if (!entry.label.empty()) text += fmt::format(", {}", entry.label);
  if (entry.reported) text += fmt::format(", {} {}", entry.unit, entry.reported->grouped());
  text += fmt::format(" ({}, {})", entry.issuer, entry.report_period_end);
  return text + (options_.prune_baseline ? "; taken out" : "; --prune-baseline takes it out");
}

}  // namespace kcfin::cli
