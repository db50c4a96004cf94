// What an output format is: a report is its opening, its pieces, its close.
//
// Each filing of a run is rendered into pieces on its own, on any thread, and then forgotten; the
// caller puts the pieces in order. So a run's memory does not grow with the number of its files, and
// its output is the same for any number of threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin::report {

// A root finding that a baseline took out of the report.
struct Accepted {
  Finding finding;
  std::string reason, date;  // of its entry; empty where that gives none
};

// One filing of the run.
struct FileResult {
  std::string name;  // as the user gave it
  Checked checked;
  std::uint32_t known = 0;  // how many root findings a baseline took out of the report
  std::vector<Accepted> accepted{};
};

// An input that could not be read or holds no financial table.
struct Problem {
  std::string file;
  std::string message;
  std::uint32_t line = 0;  // 0 where no line is to blame
  bool without_tables = false;
  bool passed_over = false;  // without tables, where that is nothing to stop at (--no-tables)
  bool fault = false;        // the program's own, not the input's
};

// Of the whole run. Findings are root findings.
struct Totals {
  std::uint64_t files = 0;  // read and judged
  std::uint64_t errors = 0, warnings = 0, notes = 0, consequences = 0;
  std::uint64_t passed = 0, failed = 0, skipped = 0;
  std::uint64_t figures = 0, figures_checked = 0;
  std::uint64_t figures_outside_tables = 0;  // on rows that stand in no table
  std::uint64_t statements_unread = 0;  // that titles name, and of which no table or only a part was read
  std::uint64_t unreadable = 0, without_tables = 0;
  std::uint64_t passed_over = 0;       // of those without tables
  std::uint64_t known = 0, stale = 0;  // findings that the baseline lists; entries that no longer match
  std::vector<Problem> problems;       // the first hundred
  std::vector<std::array<std::uint64_t, 3>> by_rule;  // notes, warnings, errors of each rule that has any

  static Totals of(const FileResult& file);
  // A file that the run refuses, or, of those that it passes over, the only ones there were: nothing checked.
  [[nodiscard]] bool refused() const {
    return unreadable + without_tables > passed_over || (files == 0 && passed_over > 0);
  }
  // Counts alone: problems stay each to its own.
  void add(const Totals& more);
};

// A part of a report that stands by itself, such as one finding or one file.
struct Piece {
  std::uint8_t rank = 0;  // pieces of a lower rank are printed first
  std::string text;
};
inline constexpr std::size_t kRanks = 3;
// Graver findings first.
[[nodiscard]] std::uint8_t rank_of(Severity severity);

class Format {
 public:
  Format() = default;
  Format(const Format&) = delete;
  Format& operator=(const Format&) = delete;
  virtual ~Format() = default;

  // May be called from several threads at once.
  [[nodiscard]] virtual std::vector<Piece> pieces(const FileResult& file) const = 0;
  [[nodiscard]] virtual std::vector<Piece> pieces(const Problem& problem) const;

  // A streamed format is printed as soon as its pieces are ready: its opening needs no totals (it is
  // given none) and its pieces have no ranks.
  [[nodiscard]] virtual bool streamed() const = 0;
  [[nodiscard]] virtual std::string opening(const Totals& totals) const;
  [[nodiscard]] virtual std::string closing(const Totals& totals, std::uint64_t left_out) const;
  [[nodiscard]] virtual std::string_view separator() const { return {}; }
  // Whether it says of each file that was refused that it was: then it is printed even if all were.
  [[nodiscard]] virtual bool tells_refusals() const { return false; }

  // Pieces beyond these are left out, later ones and those of higher ranks first.
  [[nodiscard]] virtual std::uint64_t most_pieces() const { return kUnbounded; }
  [[nodiscard]] virtual std::uint64_t most_pieces_of_a_rank() const { return kUnbounded; }
  static constexpr std::uint64_t kUnbounded = std::numeric_limits<std::uint64_t>::max();
};

// What `check` prints besides the findings.
struct CheckView {
  bool passed = false, skipped = false, notes = false, known = false, everything = false;  // --show
  bool tables = false, unchecked = false;                                                  // the same
  bool summary = false;  // statement by statement
  bool quiet = false;
  bool statistics = false;
  bool errors_inline = false;  // a record a file in NDJSON
  bool color = false;
  std::optional<Severity> fail_on = Severity::error;
  std::size_t width = 80;  // of the terminal, in columns
  std::string version{};   // of the program
};

// Whether checks are listed at all, and whether this one is.
[[nodiscard]] bool lists_checks(const CheckView& view);
[[nodiscard]] bool listed(const Check& check, const CheckView& view);

[[nodiscard]] std::unique_ptr<Format> check_text(const CheckView& view);
[[nodiscard]] std::unique_ptr<Format> check_json(const CheckView& view);
[[nodiscard]] std::unique_ptr<Format> check_ndjson(const CheckView& view);
[[nodiscard]] std::unique_ptr<Format> check_sarif(const CheckView& view);
[[nodiscard]] std::unique_ptr<Format> check_junit(const CheckView& view);
[[nodiscard]] std::unique_ptr<Format> check_github();
[[nodiscard]] std::unique_ptr<Format> check_gitlab();
[[nodiscard]] std::unique_ptr<Format> check_markdown(const CheckView& view);
[[nodiscard]] std::unique_ptr<Format> check_html(const CheckView& view);  // asks for checks listed

struct ExtractView {
  bool claims = false;  // also what the sentences state
  std::size_t width = 80;
  bool color = false;
  std::vector<std::string> tables{}, kinds{};  // only these: "t4", "balance_sheet"; all where none is named
  bool errors_inline = false;
  std::string version{};
};
[[nodiscard]] bool wanted(const ExtractView& view, const Table& table, std::size_t index);
[[nodiscard]] std::unique_ptr<Format> extract_text(const ExtractView& view);
[[nodiscard]] std::unique_ptr<Format> extract_json(const ExtractView& view);
[[nodiscard]] std::unique_ptr<Format> extract_ndjson(const ExtractView& view);
[[nodiscard]] std::unique_ptr<Format> extract_xlsx();  // asks for checks listed; one filing

struct WhyView {
  Place place;  // of a figure
  std::size_t width = 80;
  bool color = false;
};
[[nodiscard]] std::unique_ptr<Format> why_text(const WhyView& view);  // asks for checks listed; one filing

struct FactsView {
  bool byte_order_mark = false, header = true;  // of CSV
  bool errors_inline = false;
};
[[nodiscard]] std::unique_ptr<Format> facts_csv(const FactsView& view = {});
[[nodiscard]] std::unique_ptr<Format> facts_ndjson(const FactsView& view = {});

}  // namespace kcfin::report
