// Reading tab-separated text. Lines that follow each other and carry tabs are one table, with the headers
// between them, whose empty cells an editor has taken off ("Current assets:").
#include "read/tab_text.h"

#include <cstring>

#include "read/assembler.h"
#include "read/prose_text.h"
#include "read/separated_table.h"

namespace kcfin::read_room {
namespace {

constexpr std::size_t kLongestHeader = 120;
constexpr std::size_t kMostHeaders = 8;  // one below the other

bool may_be_header(std::string_view line) {
  line = trimmed(line);
  return !line.empty() && line.size() <= kLongestHeader && !line.ends_with('.');
}

}  // namespace

std::optional<Error> read_tab_text(std::string_view part, const ReadLimits& limits, Builder& builder) {
  SeparatedTable table(limits, builder);
  ProseLines prose(part, builder);
  Lines lines(part, builder.source());
  std::vector<Line> headers;  // lines without tabs right below a row: headers, if another row follows
  const auto end_table = [&] {
    if (const auto text = table.finish()) prose.add(*text);
    for (const Line& line : headers) prose.add(line);
    headers.clear();
  };
  for (Line line; lines.next(line);) {
    if (builder.overfull()) return builder.overfull_error();
    if (std::memchr(line.text.data(), '\t', line.text.size()) != nullptr) {
      prose.finish();
      for (const Line& header : headers) {
        if (auto error = table.add_row(header.text, '\t', header)) return error;
      }
      headers.clear();
      if (auto error = table.add_row(line.text, '\t', line)) return error;
    } else if (!table.empty() && headers.size() < kMostHeaders && may_be_header(line.text)) {
      headers.push_back(line);
    } else {
      end_table();
      prose.add(line);
    }
  }
  end_table();
  prose.finish();
  return std::nullopt;
}

}  // namespace kcfin::read_room
