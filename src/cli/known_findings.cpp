// The user's selection over the findings of a run.
#include "cli/known_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>
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

bool there(const std::string& path) {
  std::error_code fault;
  const auto status = std::filesystem::status(path, fault);
  return status.type() == std::filesystem::file_type::regular && std::filesystem::file_size(path, fault) > 0;
}

bool refuse(const Error& error) {
  complain(error.message);
  return false;
}

// Today, or the day that a reproducible build names.
std::string today() {
  std::time_t now = std::time(nullptr);
  if (const char* epoch =
          std::getenv("SOURCE_DATE_EPOCH")) {  // NOLINT(concurrency-mt-unsafe): there is one thread
    (void)std::from_chars(epoch, epoch + std::strlen(epoch), now);
  }
  std::tm day = {};
  gmtime_r(&now, &day);
  return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

}  // namespace

bool KnownFindings::open() {
  if (options_.prune_baseline && options_.baseline.empty()) {
    complain("--prune-baseline: no --baseline is named");
    return false;
  }
  if (!options_.accept.empty() && options_.reason.empty()) {
    complain("--accept: no --reason is given");
    return false;
  }
  if (!options_.accept.empty() && target().empty()) {
    complain("--accept: no --baseline is named");
    return false;
  }
  // A baseline may be about to be written for the first time.
  if (!options_.baseline.empty() && !(same_path(target(), options_.baseline) && !there(options_.baseline))) {
    auto baseline = Baseline::read(options_.baseline);
    if (!baseline) return refuse(baseline.error());
    baseline_ = std::move(*baseline);
  }
  if (target().empty()) return true;
  if (!same_path(target(), options_.baseline) && there(target())) {
    const auto other = Baseline::read(target());
    if (!other) return refuse(other.error());
    baseline_.keep(*other);
  }
  written_ = open_output(target());
  return written_ != nullptr;
}

// The baseline that the run writes, if any.
std::string KnownFindings::target() const {
  if (!options_.write_baseline.empty()) return options_.write_baseline;
  return options_.accept.empty() ? std::string() : options_.baseline;
}

std::string KnownFindings::settle(report::FileResult& file) const {
  set_severities(severities_for(options_, file.name), file.checked.report);
  take_out_below(options_.least, file.checked.report);
  if (!written_ && options_.baseline.empty()) return {};
  Baseline::Share share{
      file.checked.filing.issuer, file.checked.filing.cik, file.checked.filing.report.end.iso(), {}, {}};
  if (!options_.write_baseline.empty() && options_.accept.empty()) baseline_.list(file, notes(), share);
  if (!options_.baseline.empty()) baseline_.accept(file, share);
  if (!options_.accept.empty()) Baseline::add(file, options_.accept, options_.reason, share);
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

bool KnownFindings::notes() const {
  return options_.show_notes || options_.show_all || options_.fail_on == Severity::note ||
         options_.least == Severity::note;
}

bool KnownFindings::write() {
  if (written_) {
    const bool adds = !options_.accept.empty();
    if (adds && baseline_.listed() == 0) {
      complain(fmt::format("--accept {}: no such finding that is not known already",
                           fmt::join(options_.accept, ", ")));
      return false;
    }
    if (!put(*written_, adds ? baseline_.extended(options_.reason, today()) : baseline_.rewritten()))
      return false;
    complain(fmt::format("{}: {} known from now on", target(),
                         report::counted(baseline_.listed(), "finding is", "findings are")));
  }
  const bool rewritten = same_path(target(), options_.baseline);
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
