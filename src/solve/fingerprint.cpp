// A hash over what a finding is about.
#include "kcfin/fingerprint.h"

#include <fmt/format.h>

#include <cstdint>

#include "kcfin/finding.h"

namespace kcfin {

std::string fingerprint_of(const Subject& subject) {
  std::string text(subject.registrant);
  const auto add = [&text](std::string_view part) { (text += '\x1f') += part; };
  add(subject.report_period_end);
  add(subject.rule);
  add(subject.label);
  add(subject.period.start.iso());
  add(subject.period.end.iso());
  add(subject.unit);
  add(subject.reported ? subject.reported->text() : std::string());
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return fmt::format("{:016x}", hash);
}

std::string registrant_of(const std::string& cik, const std::string& issuer) {
  const std::size_t digits = cik.find_first_not_of('0');
  return digits == std::string::npos ? issuer : "CIK " + cik.substr(digits);
}

std::string fingerprint_of(const Filing& filing, const Finding& finding) {
  return fingerprint_of({registrant_of(filing.cik, filing.issuer), filing.report.end.iso(),
                         rules()[finding.rule].id, finding.label, finding.period, finding.unit,
                         finding.reported});
}

}  // namespace kcfin
