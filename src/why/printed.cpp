// What is printed: the bytes, the dialect they were read in, and how the scanner took the cell.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "table/number.h"
#include "table/number_style.h"
#include "values/scale_word.h"
#include "values/text.h"
#include "why/stations.h"

namespace kcfin::why {
namespace {

// Of the place in the file, from 0; none where the file has no such line or its lines end otherwise.
std::optional<std::size_t> offset_of(std::string_view bytes, Place at) {
  std::size_t start = 0;
  for (std::uint32_t line = 1; line < at.line; ++line) {
    const std::size_t end = bytes.find('\n', start);
    if (end == std::string_view::npos) return std::nullopt;
    start = end + 1;
  }
  if (at.column == 0 || start + at.column > bytes.size()) return std::nullopt;
  return start + at.column - 1;
}

std::string dialect_line(const Document& document, Place at) {
  const auto& read = document.read_as;
  const auto behind =
      std::find_if(read.begin(), read.end(), [&](const ReadAs& entry) { return entry.line > at.line; });
  if (behind == read.begin()) return {};
  const ReadAs& own = *(behind - 1);
  const std::uint32_t last = behind == read.end() ? document.lines : behind->line - 1;
  return fmt::format("lines {} to {} were read as {}: {}", own.line, std::max(own.line, last), own.dialect,
                     own.reason);
}

std::string thousands(const table::NumberStyle& style) {
  if (style.grouping == table::Grouping::indian)
    return "its digits are grouped in lakhs, as the document groups";
  if (style.blanks) return "blanks part its thousands";
  if (style.apostrophes) return "apostrophes part its thousands";
  return style.decimal_comma ? "points part its thousands, as in the whole document"
                             : "commas part its thousands";
}

std::string sign(const table::Scanned& scanned, std::string_view raw) {
  if (scanned.value.mantissa >= 0) return {};
  return raw.find_first_of("([") != std::string_view::npos ? "its brackets make it negative"
                                                           : "a minus makes it negative";
}

std::string money(const table::Scanned& scanned) {
  if (scanned.money[0] != 0) return fmt::format("it carries the mark of {}", scanned.money.data());
  return scanned.bare_dollar ? "it carries a mere $" : std::string();
}

// What the scanner saw in a text that is a figure.
std::string figure_words(const table::Scanned& scanned, std::string_view raw,
                         const table::NumberStyle& style) {
  std::string scale;
  if (scanned.scale_power > 0) scale = fmt::format("it says {} itself", scale_word(scanned.scale_power));
  const std::string marks =
      joined({sign(scanned, raw), scanned.grouped ? thousands(style) : std::string(),
              style.decimal_comma && scanned.value.decimals > 0 ? "a comma parts its decimals" : "",
              scanned.percent ? "it has a percent sign" : "", scanned.points ? "it is in points" : "",
              scanned.multiple ? "it is a multiple" : "", money(scanned), scale});
  const std::string value = scanned.value.grouped();
  return marks.empty() ? fmt::format("a figure, {}", value) : fmt::format("a figure, {}: {}", value, marks);
}

std::string_view form_words(table::Form form) {
  switch (form) {
    case table::Form::blank:
      return "a blank";
    case table::Form::figure:
      return "a figure";
    case table::Form::dash:
      return "a dash: nil";
    case table::Form::damaged:
      return "digits that are no well-formed figure";
    case table::Form::several:
      return "several figures in one cell";
    case table::Form::debris:
      return "marks that are neither words nor figures";
    case table::Form::undefined:
      return "no one value";
    case table::Form::words:
      break;
  }
  return "words";
}

std::string_view damage_words(Damage damage) {
  switch (damage) {
    case Damage::none:
      break;
    case Damage::malformed:
      return "its text is damaged";
    case Damage::two_in_one:
      return "its cell holds two figures";
    case Damage::lost:
      return "its own cell does not hold it";
    case Damage::shifted:
      return "its row stands off its columns";
    case Damage::unplaced:
      return "it stands under no column";
    case Damage::suspect:
      return "it is well-formed, but on a damaged row";
    case Damage::ghost:
      return "it repeats its neighbour garbled: never a value";
  }
  return {};
}

// What the damaged text may stand for, and what came of it.
void add_damage(const Figure& figure, Station& station) {
  if (figure.damage == Damage::none) return;
  station.lines.emplace_back(damage_words(figure.damage));
  for (const Candidate& candidate : figure.candidates)
    station.lines.push_back(fmt::format("may stand for {}: {}", candidate.value.grouped(), candidate.why));
  if (figure.status == Status::damaged) {
    station.lines.emplace_back("no value: the equations do not prove one");
  } else if (figure.value) {
    station.lines.push_back(fmt::format("taken as {}: the equations prove it", figure.value->grouped()));
  }
}

// "raw table 4, grid column 3".
std::string grid_line(const Document& document, Place at) {
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    for (const RawRow& row : document.tables[t].rows) {
      for (const RawCell& cell : row.cells) {
        if (cell.at != at) continue;
        std::string text = fmt::format("column {} of the grid of table {}", cell.column + 1, t + 1);
        if (cell.span > 1) text += fmt::format(", {} columns wide", cell.span);
        return document.tables[t].spans_known ? text + ", as the markup says" : text;
      }
    }
  }
  return {};
}

}  // namespace

const RawCell* raw_cell_at(const Document& document, Place at) {
  for (const RawTable& table : document.tables) {
    for (const RawRow& row : table.rows) {
      for (const RawCell& cell : row.cells) {
        if (cell.at.line == at.line && cell.at.column <= at.column &&
            at.column - cell.at.column < std::max<std::size_t>(cell.text.size(), 1))
          return &cell;
      }
    }
  }
  return nullptr;
}

Station bytes_station(const Document& document, Place at, std::string_view text) {
  Station station{"bytes", {}};
  std::string place = fmt::format("line {}, byte {}", at.line, at.column);
  if (!text.empty()) place = quoted(text) + ", " + place;
  if (const auto offset = offset_of(*document.bytes, at); offset && at.line > 1)
    place += fmt::format(": byte {} of the file", *offset + 1);
  station.lines.push_back(std::move(place));
  if (std::string dialect = dialect_line(document, at); !dialect.empty())
    station.lines.push_back(std::move(dialect));
  return station;
}

Station cell_station(const Asked& asked) {
  Station station{"cell", {}};
  const Figure& figure = asked.figure();
  const Document& document = asked.checked.document;
  if (std::string grid = grid_line(document, figure.at); !grid.empty())
    station.lines.push_back(std::move(grid));
  const table::NumberStyle style = table::number_style(document);
  const table::Scanned scanned = table::scan_cell(figure.raw, style);
  station.lines.push_back(quoted(figure.raw) + " is " +
                          (scanned.form == table::Form::figure ? figure_words(scanned, figure.raw, style)
                                                               : std::string(form_words(scanned.form))));
  add_damage(figure, station);
  if (figure.damage == Damage::none && scanned.form == table::Form::figure && figure.value &&
      !same_value(*figure.value, scanned.value))
    station.lines.push_back(
        fmt::format("taken as {}: the rest of its text is a footnote mark", figure.value->grouped()));
  return station;
}

Station nothing_station(const Checked& checked, Place at) {
  Station station{"there", {}};
  const Document& document = checked.document;
  if (at.line > document.lines) {
    station.lines.push_back(fmt::format("the file has {} lines", document.lines));
    return station;
  }
  if (const RawCell* cell = raw_cell_at(document, at); cell != nullptr) {
    station.lines.push_back(quoted(cell->text) + " is " +
                            std::string(form_words(table::scan_cell(cell->text).form)) +
                            " in a cell, and no figure was made of it");
  } else if (std::any_of(document.loose_rows.begin(), document.loose_rows.end(),
                         [&](const LooseRow& row) { return row.line == at.line; })) {
    station.lines.emplace_back(
        "the line carries figures as a row does, but stands in no table that was read");
  } else {
    station.lines.emplace_back("no figure stands there");
  }
  std::string others;
  constexpr int kMost = 40;
  int listed = 0;
  for (const Figure& figure : checked.filing.figures) {
    if (figure.at.line != at.line || listed >= kMost) continue;
    ++listed;
    others += fmt::format("{}{} {}", others.empty() ? "" : ", ", place_text(figure.at), quoted(figure.raw));
  }
  station.lines.push_back(others.empty() ? "no figure of the line was read"
                                         : "figures of the line: " + others);
  return station;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 160;
  std::size_t end = std::min(text.size(), kMost);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
  return fmt::format("\u201c{}{}\u201d", text.substr(0, end), end < text.size() ? "\u2026" : "");
}

std::string place_text(Place at) { return fmt::format("{}:{}", at.line, at.column); }

std::string joined(std::initializer_list<std::string> texts, std::string_view between) {
  std::string out;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    if (!out.empty()) out += between;
    out += text;
  }
  return out;
}

}  // namespace kcfin::why
