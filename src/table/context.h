// What the texts between tables say of the next one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "table/heading.h"
#include "table/unit_line.h"

namespace kcfin::table {

// Whether a text has a word that titles of tables have.
[[nodiscard]] bool names_a_table(std::string_view text);

// Follows the paragraphs between tables and keeps what they say of the next one: its title, its unit line,
// its dates, whether it is one of the notes.
class Context {
 public:
  // `years` outlives it. `main`: the currency of the document, empty where it names none.
  Context(Currency main, const FiscalYears& years);

  // A paragraph, and what it says of the scale.
  void read(std::string_view text, const ScaleStatement& scale);
  // The same for a text that stands in a table's grid.
  void read_row(std::string_view text, const ScaleStatement& scale);
  // A text over a table's labels, which may name the table.
  void offer_label(std::string_view text);

  // The surroundings of the table that comes now; a title serves one table. `goes_on`: it is the table
  // before, for another period.
  [[nodiscard]] Surroundings take(bool goes_on);
  // The table was one of amounts: what was said so far was said of it.
  void table_done();

  [[nodiscard]] std::uint32_t paragraphs() const { return paragraphs_; }
  [[nodiscard]] bool notes() const { return notes_; }

 private:
  void take_scale(const ScaleStatement& scale);
  void offer_title(std::string_view text, bool is_scale);

  Surroundings around_, last_;
  std::string dateline_;
  std::uint32_t paragraphs_at_table_ = 0;
  static constexpr int kNoTitle = 3;
  int since_title_ = kNoTitle;  // paragraphs since the one that names a table
  std::uint32_t paragraphs_ = 0;
  bool notes_ = false;
  bool scaled_here_ = false;  // a scale was named since the last table
};

}  // namespace kcfin::table
