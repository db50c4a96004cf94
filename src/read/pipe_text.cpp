// Reading pipe tables, ragged ones included: rows may lack their outer pipes and have more or fewer cells
// than their headings.
#include "read/pipe_text.h"

#include <algorithm>

#include "read/prose_text.h"
#include "read/separated_table.h"

namespace kcfin::read_room {
namespace {

// "|---|:--:|---:|", and the frames that some draw around tables ("+-----+-----+").
bool rule(std::string_view row) {
  return row.find('-') != std::string_view::npos && std::all_of(row.begin(), row.end(), [](char c) {
           return c == '-' || c == ':' || c == '|' || c == '+' || c == ' ' || c == '=';
         });
}

// A Markdown list may be set with asterisks; elsewhere an asterisk is a footnote's.
Line without_asterisk(Line line) {
  const std::string_view text = trimmed(line.text);
  if (text.starts_with("* ") || text.starts_with("+ ")) line.text = text.substr(2);
  return line;
}

std::string_view without_heading_marks(std::string_view text) {
  const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
  return marks > 0 && marks <= 6 && marks < text.size() && text[marks] == ' ' ? text.substr(marks) : text;
}

}  // namespace

bool pipe_row(std::string_view line) {
  line = trimmed(line);
  const std::size_t first = line.find('|');
  if (first == std::string_view::npos) return false;
  return first == 0 || line.find('|', first + 1) != std::string_view::npos ||
         (line.size() < 200 && line.find(" | ") != std::string_view::npos);
}

std::optional<Error> read_pipe_text(std::string_view part, const ReadLimits& limits, Builder& builder) {
  SeparatedTable table(limits, builder);
  ProseLines prose(part, builder);
  Lines lines(part, builder.source());
  for (Line line; lines.next(line);) {
    if (builder.overfull()) return builder.overfull_error();
    if (!pipe_row(line.text) && !(rule(line.text) && !table.empty() && !trimmed(line.text).empty())) {
      if (const auto text = table.finish()) prose.add(*text);
      Line plain = without_asterisk(line);
      const bool item = plain.text.data() != line.text.data() || plain.text.size() != line.text.size();
      plain.text = without_heading_marks(plain.text);
      prose.add(plain, item);
      continue;
    }
    prose.finish();
    std::string_view row = trimmed(line.text);
    if (rule(row)) continue;
    if (row.starts_with('|')) row.remove_prefix(1);
    if (row.ends_with('|') && !row.ends_with("\\|")) row.remove_suffix(1);
    if (auto error = table.add_row(row, '|', line)) return error;
  }
  if (const auto text = table.finish()) prose.add(*text);
  prose.finish();
  return std::nullopt;
}

}  // namespace kcfin::read_room
