// What a finding is called across edits of its filing and across runs: by what it is about, never by its
// line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kcfin/filing.h"

namespace kcfin {

struct Finding;

// What a finding is about.
struct Subject {
  std::string_view registrant;         // its number with EDGAR where that is known, else its name
  std::string_view report_period_end;  // "2023-06-30"; empty where it is not known
  std::string_view rule, label;
  Period period;
  std::string_view unit;
  std::optional<Decimal> reported;
};

// Sixteen hexadecimal digits; a name, not a secret.
[[nodiscard]] std::string fingerprint_of(const Subject& subject);

// How a registrant is called: "CIK 1795589" where the submission says it, else the issuer's name. A name is
// spelled one way on a cover and another in a release; the number stays.
[[nodiscard]] std::string registrant_of(const std::string& cik, const std::string& issuer);

[[nodiscard]] std::string fingerprint_of(const Filing& filing, const Finding& finding);

}  // namespace kcfin
