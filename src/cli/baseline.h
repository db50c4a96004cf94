// The baseline: findings that a team knows and has accepted, in a file under version control.
//
// An entry names a finding by issuer, report period, rule, label, period, unit and figure, never by
// line. It survives edits elsewhere in the filing and accepts nothing in another one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "kcfin/result.h"
#include "report/format.h"

namespace kcfin::cli {

struct KnownFinding {
  std::string fingerprint;
  std::string issuer, report_period_end, rule, label, unit;
  Period period;
  std::optional<Decimal> reported;
  std::uint32_t count = 1;  // how many findings of one filing have this name
};

class Baseline {
 public:
  // An entry that is no entry is an error, and so is a file that cannot be read.
  [[nodiscard]] static Result<Baseline> read(const std::string& path);

  // What one filing had to do with the baseline.
  struct Share {
    std::string issuer, report_period_end;
    std::map<std::string, std::uint32_t> matched;  // findings that were known, by fingerprint
    std::map<std::string, KnownFinding> listed;    // to be written
  };
  // Takes the known findings, and what follows from them, out of a file's report.
  void accept(report::FileResult& file, Share& share) const;
  // Lists a file's root findings, to be written.
  static void list(const report::FileResult& file, Share& share);
  // Shares as bytes, and what came of them counted.
  [[nodiscard]] static std::string sent(const Share& share);
  void count(std::string_view sent);
  [[nodiscard]] std::size_t listed() const { return listed_.size(); }

  // Entries of filings of this run that are found no longer.
  [[nodiscard]] std::vector<KnownFinding> stale() const;
  // The file's text: without stale entries, and with what was listed; a filing that was listed has no
  // other entries than those.
  [[nodiscard]] std::string pruned() const;
  [[nodiscard]] std::string rewritten() const;

 private:
  using Filing = std::pair<std::string, std::string>;     // issuer and end of the report period
  std::map<std::string, KnownFinding> entries_, listed_;  // by fingerprint
  std::map<std::string, std::uint32_t> found_;            // how many findings matched in one filing, at most
  std::set<Filing> read_;                                 // filings of this run
};

}  // namespace kcfin::cli
