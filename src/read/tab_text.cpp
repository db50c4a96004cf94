// Reading tab-separated text. Lines that follow each other and carry tabs are one table.
#include "read/tab_text.h"

#include <cstring>

#include "read/prose_text.h"
#include "read/separated_table.h"

namespace kcfin::read_room {

std::optional<Error> read_tab_text(std::string_view part, const ReadLimits& limits, Builder& builder) {
  SeparatedTable table(limits, builder);
  ProseLines prose(part, builder);
  Lines lines(part, builder.source());
  for (Line line; lines.next(line);) {
    if (builder.overfull()) return builder.overfull_error();
    if (std::memchr(line.text.data(), '\t', line.text.size()) != nullptr) {
      prose.finish();
      if (auto error = table.add_row(line.text, '\t', line)) return error;
      continue;
    }
    if (const auto text = table.finish()) prose.add(*text);
    prose.add(line);
  }
  if (const auto text = table.finish()) prose.add(*text);
  prose.finish();
  return std::nullopt;
}

}  // namespace kcfin::read_room
