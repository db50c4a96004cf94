// What was looked at, statement by statement: `check --summary`.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "kcfin/finding.h"
#include "report/format.h"

namespace kcfin::report {

struct Coverage {
  std::uint32_t tables = 0, figures = 0, held = 0, held_twice = 0, unheld = 0, contradicted = 0;
  std::uint32_t nothing =
      0;  // not held, because nothing in the filing could hold them; not counted in `unheld`
  void add(const Coverage& more);
};
inline constexpr std::size_t kTableKinds = 8;

class Marks;
// Of one table.
[[nodiscard]] Coverage coverage_of(const Checked& checked, const Marks& marks, std::uint32_t table);
// By kind of table, in the order of TableKind.
[[nodiscard]] std::array<Coverage, kTableKinds> coverage_by_kind(const Checked& checked, const Marks& marks);

[[nodiscard]] std::string summary_text(const FileResult& file, bool color);

}  // namespace kcfin::report
