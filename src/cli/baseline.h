// The baseline: findings that a team knows and has accepted, in a file under version control.
//
// An entry names a finding by registrant, report period, rule, label, period, unit and figure, never by
// line. It survives edits elsewhere in the filing and accepts nothing in another one. The registrant is its
// number with EDGAR where the submission says it; an entry made of a bare exhibit, which has none, goes by
// the issuer's name and matches the submission as well, and the other way round.
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
  std::string issuer, cik, report_period_end, rule, label, unit;
  Period period;
  std::optional<Decimal> reported;
  std::uint32_t count = 1;           // how many findings of one filing have this name
  std::string reason, date, author;  // why it was accepted, when and by whom; empty where nobody said
};

class Baseline {
 public:
  // An entry that is no entry is an error, and so is a file that cannot be read.
  [[nodiscard]] static Result<Baseline> read(const std::string& path);

  // What one filing had to do with the baseline.
  struct Share {
    std::string issuer, cik, report_period_end;
    std::map<std::string, std::uint32_t> matched;  // findings that were known, by fingerprint
    std::map<std::string, KnownFinding> listed;    // by fingerprint; to be written or added
  };
  // Takes the known findings, and what follows from them, out of a file's report.
  void accept(report::FileResult& file, Share& share) const;
  // Lists a file's root findings, to be written: notes only where they are asked for, or listed already.
  void list(const report::FileResult& file, bool notes, Share& share) const;
  // Takes the findings of these fingerprints, rules and families out, and lists them to be added.
  static void add(report::FileResult& file, const std::vector<std::string>& wanted, const std::string& reason,
                  Share& share);
  // Shares as bytes, and what came of them counted.
  [[nodiscard]] static std::string sent(const Share& share);
  void count(std::string_view sent);
  [[nodiscard]] std::size_t listed() const { return listed_.size(); }

  // Entries of filings of this run that are found no longer.
  [[nodiscard]] std::vector<KnownFinding> stale() const;
  // The file's text: without stale entries; with what was listed, where a filing that was listed has no other
  // entries than those; and with what was added. Reasons stay where they were.
  [[nodiscard]] std::string pruned() const;
  [[nodiscard]] std::string rewritten() const;
  [[nodiscard]] std::string extended(const std::string& reason, const std::string& date) const;
  // Entries of another baseline stay too, unless this run was about their filings.
  void keep(const Baseline& other) { kept_ = other.entries_; }

 private:
  using Entries = std::map<std::string, KnownFinding>;  // by fingerprint
  using ReportOf =
      std::pair<std::string, std::string>;  // a registrant, as one or the other name has it, and a day
  // The entry of a finding, by whichever of the registrant's names it was made.
  [[nodiscard]] static Entries::const_iterator entry_for(const Entries& entries, const KnownFinding& finding);
  [[nodiscard]] bool was_read(const KnownFinding& entry) const;
  [[nodiscard]] KnownFinding with_reason(KnownFinding entry) const;

  Entries entries_, listed_, kept_;
  std::map<std::string, std::uint32_t> found_;  // how many findings matched in one filing, at most
  std::set<ReportOf> read_;                     // filings of this run
};

}  // namespace kcfin::cli
