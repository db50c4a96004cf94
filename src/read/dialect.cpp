// Telling dialects apart.
//
// HTML is told by the elements that make paragraphs and tables of it, outside of any table: a text in which
// one stands every few lines is HTML, one with a table of markup here and there is not.
#include "read/dialect.h"

#include <algorithm>
#include <array>

#include "read/aligned_text.h"
#include "read/cell_lines.h"
#include "read/html.h"
#include "read/html_guard.h"
#include "read/pipe_text.h"
#include "read/stretches.h"
#include "read/tab_text.h"
#include "values/ascii.h"

namespace kcfin::read_room {
namespace {

using ascii::lower;

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kSample = 256 << 10;

// True where a start tag of this name stands.
bool tag(std::string_view at, std::string_view name) {
  if (at.size() < name.size() + 2 || at[0] != '<') return false;
  for (std::size_t i = 0; i < name.size(); ++i)
    if (lower(at[i + 1]) != name[i]) return false;
  const char after = at[name.size() + 1];
  return after == '>' || after == '/' || after == ' ' || (after >= '\t' && after <= '\r');
}

bool starts_as_html(std::string_view part) {
  std::string_view start = trimmed(part.substr(0, 4096));
  while (start.starts_with("<!--") || start.starts_with("<?") || start.starts_with("<XBRL>")) {
    const std::size_t end = start.find('>');
    if (end == kNone) return false;
    start = trimmed(start.substr(end + 1));
  }
  constexpr std::array<std::string_view, 9> kFirst{"html", "head",   "body", "title", "div",
                                                   "p",    "center", "meta", "font"};
  return contains_lower(start.substr(0, 14), "<!doctype html") ||
         std::any_of(kFirst.begin(), kFirst.end(), [&](std::string_view name) { return tag(start, name); });
}

// What stands outside of tables, and inside.
struct Shares {
  std::size_t blocks = 0;  // elements that make paragraphs, outside of tables
  std::size_t rows = 0;
  std::size_t bytes_in_tables = 0;
  std::size_t bytes = 0;
};

Shares shares(std::string_view sample) {
  constexpr std::array<std::string_view, 3> kBlocks{"p", "div", "tr"};
  Shares found;
  found.bytes = sample.size();
  std::size_t table = kNone;  // where the outermost open one starts
  std::size_t depth = 0;
  for (std::size_t at = sample.find('<'); at != kNone; at = sample.find('<', at + 1)) {
    const std::string_view rest = sample.substr(at);
    if (tag(rest, "table")) {
      if (depth++ == 0) table = at;
    } else if (depth != 0) {
      found.rows += tag(rest, "tr") ? 1 : 0;
      if (!contains_lower(rest.substr(0, 8), "</table>") || --depth != 0) continue;
      found.bytes_in_tables += at + 8 - table;
    } else {
      found.blocks +=
          std::any_of(kBlocks.begin(), kBlocks.end(), [&](std::string_view name) { return tag(rest, name); });
    }
  }
  if (depth != 0) found.bytes_in_tables += sample.size() - table;
  return found;
}

// Elements that break a line, but for those in the cells of a table of pipes.
std::size_t breaks(std::string_view sample) {
  std::size_t found = 0;
  while (!sample.empty()) {
    const std::size_t end = std::min(sample.find('\n'), sample.size());
    const std::string_view line = sample.substr(0, end);
    sample.remove_prefix(std::min(end + 1, sample.size()));
    if (trimmed(line).starts_with('|')) continue;
    for (std::size_t at = line.find('<'); at != kNone; at = line.find('<', at + 1))
      found += tag(line.substr(at), "br") ? 1 : 0;
  }
  return found;
}

// Block elements every so many bytes, tables aside; or tables and next to nothing else. Breaks of lines count
// where lines have them as a rule: light markup has one here and there too.
bool full_of_markup(std::string_view part) {
  constexpr std::size_t kBytesABlock = 1500;
  const std::string_view sample = part.substr(0, kSample);
  const Shares found = shares(sample);
  const std::size_t outside = found.bytes - found.bytes_in_tables;
  const std::size_t broken = breaks(sample);
  const auto lines = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\n'));
  const std::size_t blocks = found.blocks + (broken * 4 > lines ? broken : 0);
  return (blocks > 2 && blocks * kBytesABlock > outside) || (found.rows > 0 && outside * 10 < found.bytes);
}

// A table of markup in a text that is not HTML otherwise: from "<table" to after "</table>".
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Where a table ends that nothing closes: behind the last of its rows before the next table, and behind the
// text of a cell that is still open there.
std::optional<Span> open_table(std::string_view part, std::size_t begin) {
  std::size_t end = 0;
  bool in_cell = false;
  for (std::size_t at = part.find('<', begin + 1); at != kNone; at = part.find('<', at + 1)) {
    const std::string_view rest = part.substr(at);
    if (tag(rest, "table")) break;
    const bool cell = tag(rest, "td") || tag(rest, "th"), row = tag(rest, "tr");
    const bool closes = tag(rest, "/tr") || tag(rest, "/td") || tag(rest, "/th");
    if (!cell && !row && !closes) continue;
    end = std::min(part.find('>', at), part.size() - 1) + 1;
    in_cell = cell;
  }
  if (end == 0) return std::nullopt;
  return Span{begin, in_cell ? std::min(part.find('<', end), part.size()) : end};
}

// Where the table ends that begins here; 0 where nothing closes it before the next one that does not stand in
// a cell of it.
std::size_t closing_of(std::string_view part, std::size_t begin, std::size_t& rows) {
  constexpr std::size_t kDeepest = 8;
  std::size_t depth = 1;
  bool in_cell = false;
  for (std::size_t at = part.find('<', begin + 1); at != kNone; at = part.find('<', at + 1)) {
    const std::string_view rest = part.substr(at);
    if (tag(rest, "table")) {
      if (!in_cell || ++depth > kDeepest) return 0;
      in_cell = false;
    } else if (contains_lower(rest.substr(0, 8), "</table>")) {
      if (--depth == 0) return at + 8;
      in_cell = true;
    } else if (tag(rest, "td") || tag(rest, "th")) {
      in_cell = true;
      ++rows;
    } else if (tag(rest, "tr") || tag(rest, "/tr")) {
      in_cell = false;
      ++rows;
    }
  }
  return 0;
}

std::optional<Span> markup_table(std::string_view part, std::size_t from) {
  for (std::size_t at = part.find('<', from); at != kNone; at = part.find('<', at + 1)) {
    if (!tag(part.substr(at), "table")) continue;
    std::size_t rows = 0;
    const std::size_t end = closing_of(part, at, rows);
    // Without rows it is one of EDGAR's old text tables.
    if (rows == 0) continue;
    if (end != 0) return Span{at, end};
    if (const auto open = open_table(part, at)) return open;
  }
  return std::nullopt;
}

std::optional<Error> read_as_html(std::string_view part, std::string_view reason, const ReadLimits& limits,
                                  Builder& builder) {
  builder.read_as(part, "HTML", reason);
  return read_html(part, limits, builder);
}

std::optional<Error> read_in(Dialect dialect, std::string_view part, const ReadLimits& limits,
                             Builder& builder) {
  switch (dialect) {
    case Dialect::html:
      return read_as_html(part, "it is markup", limits, builder);
    case Dialect::tabs:
      builder.read_as(part, "text with tabs", "tabs part the cells of its rows");
      return read_tab_text(part, limits, builder);
    case Dialect::pipes:
      builder.read_as(part, "text with pipes", "pipes part the cells of its rows");
      return read_pipe_text(part, limits, builder);
    case Dialect::cell_lines:
      builder.read_as(part, "text with one cell a line", "its figures stand alone in their lines");
      return read_cell_lines(part, false, limits, builder);
    case Dialect::together:
      builder.read_as(part, "text run together", "single blanks part the cells of its rows");
      return read_cell_lines(part, true, limits, builder);
    case Dialect::aligned:
      builder.read_as(part, "aligned text", "no separator parts its cells: they stand under each other");
      return read_aligned_text(part, limits, builder);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> read_plain_text(std::string_view part, const ReadLimits& limits, Builder& builder) {
  const auto read_stretches = [&](std::string_view text) -> std::optional<Error> {
    for (const Stretch& stretch : stretches_of(text, builder.source()))
      if (auto error = read_in(stretch.dialect, stretch.text, limits, builder)) return error;
    return std::nullopt;
  };
  std::size_t at = 0;
  while (const auto table = markup_table(part, at)) {
    if (auto error = read_stretches(part.substr(at, table->begin - at))) return error;
    const std::string_view markup = part.substr(table->begin, table->end - table->begin);
    if (auto error = read_as_html(markup, "a table of markup in a text that is none else", limits, builder))
      return error;
    at = table->end;
  }
  return read_stretches(part.substr(at));
}

std::optional<Error> read_part(std::string_view part, const ReadLimits& limits, Builder& builder) {
  if (starts_as_html(part)) return read_as_html(part, "it starts as HTML does", limits, builder);
  if (full_of_markup(part))
    return read_as_html(part, "elements of HTML make its paragraphs or tables", limits, builder);
  return read_plain_text(part, limits, builder);
}

}  // namespace kcfin::read_room
