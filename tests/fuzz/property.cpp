// The properties, as the issue of trust puts them: a finding can always point, nothing is made up.
#include "fuzz/property.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace kcfin::fuzz {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// Where each line of the file starts; a carriage return ends one only where the file has no line feed.
class FileLines {
 public:
  explicit FileLines(std::string_view bytes) : bytes_(bytes) {
    const char feed = bytes.find('\n') == std::string_view::npos ? '\r' : '\n';
    for (std::size_t at = 0; at < bytes.size(); ++at)
      if (at == 0 || bytes[at - 1] == feed) starts_.push_back(at);
  }

  [[nodiscard]] std::size_t count() const { return starts_.size(); }

  [[nodiscard]] bool has(Place place) const {
    return place.line >= 1 && place.line <= starts_.size() && place.column >= 1 &&
           offset(place) < end(place.line);
  }
  [[nodiscard]] char byte(Place place) const { return bytes_[offset(place)]; }
  [[nodiscard]] std::string_view from(Place place) const { return bytes_.substr(offset(place)); }

 private:
  [[nodiscard]] std::size_t offset(Place place) const { return starts_[place.line - 1] + place.column - 1; }
  [[nodiscard]] std::size_t end(std::uint32_t line) const {
    return line < starts_.size() ? starts_[line] : bytes_.size();
  }

  std::string_view bytes_;
  std::vector<std::size_t> starts_;
};

bool well_formed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 0 || first > 0xF4 || at + length > text.size()) return false;
    for (std::size_t i = 1; i < length; ++i)
      if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return false;
    at += length;
  }
  return true;
}

void require_trimmed(std::string_view text) {
  require(!text.empty(), "no text is empty");
  require(text.front() != ' ' && text.back() != ' ', "a text is trimmed");
  require(well_formed(text), "a text is UTF-8");
  for (const char c : text) require(c < '\t' || c > '\r', "white space is folded to spaces");
}

// A digit of the text is that digit in the file, or a reference, an escape or a wide form of it.
void require_printed(char c, Place place, const FileLines& lines) {
  require(lines.has(place), "a place lies in the file");
  if (!digit(c)) return;
  const char there = lines.byte(place);
  require(there == c || there == '&' || there == '\\' || (there & 0x80) != 0,
          "a digit stands where it is said to");
}

void require_sound(const Paragraph& paragraph, const FileLines& lines) {
  require_trimmed(paragraph.text);
  require(!paragraph.anchors.empty() && paragraph.anchors.front().offset == 0,
          "a paragraph starts somewhere");
  for (std::size_t i = 1; i < paragraph.anchors.size(); ++i)
    require(paragraph.anchors[i - 1].offset < paragraph.anchors[i].offset, "anchors are in order");
  require(paragraph.anchors.back().offset < paragraph.text.size(), "anchors lie in the text");
  for (std::size_t at = 0; at < paragraph.text.size(); ++at)
    if (paragraph.text[at] != ' ' && (paragraph.text[at] & 0xC0) != 0x80)
      require_printed(paragraph.text[at], paragraph.place(at), lines);
}

void require_sound(const RawTable& table, const FileLines& lines) {
  require(!table.rows.empty(), "a table has rows");
  bool any = false;
  for (const RawRow& row : table.rows) {
    require(row.line >= 1 && row.line <= lines.count(), "a row stands on a line of the file");
    std::uint32_t free = 0;
    for (const RawCell& cell : row.cells) {
      require_trimmed(cell.text);
      require_printed(cell.text.front(), cell.at, lines);
      require(cell.span >= 1 && cell.column >= free, "cells are in order and do not overlap");
      free = cell.column + cell.span;
      require(free <= row.columns, "a cell lies in its row");
      any = true;
    }
  }
  require(any, "a table has cells");
}

bool real_date(Date date) { return !date.known() || calendar_date(date.year, date.month, date.day) == date; }

void require_real(const Period& period) {
  require(real_date(period.start) && real_date(period.end), "a date is in the calendar");
  require(!period.start.known() || period.end.known(), "a period that starts ends");
  require(!period.start.known() || period.start <= period.end, "a period starts before it ends");
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (digit(c)) digits.push_back(c);
  return digits;
}

// The value's digits stand in the text in their order; leading zeros and footnote marks may surround them.
void require_printed(const Decimal& value, std::string_view raw) {
  constexpr std::int64_t kBeyond = 1'000'000'000'000'000'000;
  require(value.mantissa < kBeyond && value.mantissa > -kBeyond, "a value has at most 18 digits");
  const std::string digits = std::to_string(value.size().mantissa);
  require(digits_of(raw).find(digits) != std::string::npos, "an ok figure is printed where it stands");
}

// The digits follow the place in the file in their order, among markup; references and escapes hide digits.
void require_digits_at(const Decimal& value, Place place, const FileLines& lines) {
  std::string_view rest = lines.from(place);
  for (const char c : std::to_string(value.size().mantissa)) {
    const std::size_t at = rest.find(c);
    const bool hidden =
        std::any_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(std::min(at, rest.size())),
                    [](char byte) { return byte == '&' || (byte & 0x80) != 0; });
    if (hidden) return;
    require(at != std::string_view::npos, "an ok figure is printed where it is said to stand");
    rest.remove_prefix(at + 1);
  }
}

void require_sound(const Figure& figure, const FileLines& lines) {
  require(lines.has(figure.at), "a figure stands in the file");
  require(!figure.raw.empty() || figure.damage == Damage::lost, "a figure has a text, or is lost");
  require_real(figure.period);
  require(figure.scale_power == 0 || figure.scale_power == 3 || figure.scale_power == 6 ||
              figure.scale_power == 9,
          "a scale is one, a thousand, a million or a billion");
  require(figure.status == Status::damaged || figure.value.has_value(), "only a damaged figure has no value");
  require(figure.status != Status::damaged || !figure.value.has_value(), "a damaged figure has no value");
  require(figure.damage != Damage::none || figure.candidates.empty(), "only a damaged figure has candidates");
  if (figure.status != Status::ok || figure.dash) return;
  require_printed(*figure.value, figure.raw);
  require_digits_at(*figure.value, figure.at, lines);
}

void require_sound(const Column& column) {
  require_real(column.period);
  require(column.heading == Heading::read || !column.why.empty(), "what was worked out says how");
}

// Counts the cells that name each figure.
void require_sound(const Table& table, std::uint32_t index, const FileLines& lines,
                   const std::vector<Figure>& figures, std::vector<int>& named) {
  for (const Column& column : table.columns) require_sound(column);
  require(table.first_line <= table.last_line && table.last_line <= lines.count(),
          "a table stands on its lines");
  for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
    const Row& row = table.rows[r];
    require(row.cells.size() == table.columns.size(), "a row has a cell for each column");
    require(row.line >= 1 && row.line <= lines.count(), "a row stands on a line of the file");
    for (std::uint32_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c] == kNoFigure) continue;
      require(row.cells[c] < figures.size(), "a cell's figure exists");
      const Figure& figure = figures[row.cells[c]];
      ++named[row.cells[c]];
      require(figure.table == index && figure.row == r && figure.column == c, "a figure names its own cell");
    }
  }
}

// A filing in which one figure leads to another forever would print forever.
void require_root(const std::vector<Finding>& findings, std::uint32_t from) {
  for (std::size_t steps = 0; findings[from].cause != kNoCause; ++steps) {
    require(findings[from].cause < findings.size(), "a cause exists");
    require(steps < findings.size(), "causes lead to a root");
    from = findings[from].cause;
  }
}

void require_one_line(std::string_view text) {
  require(!text.empty(), "a message says something");
  require(text.find('\n') == std::string_view::npos, "a message is one line");
  require(well_formed(text), "a message is UTF-8");
}

void require_sound(const Finding& finding, const Checked& checked, const FileLines& lines) {
  require(lines.has(finding.at), "a finding stands in the file");
  require_one_line(finding.message);
  require(!finding.fingerprint.empty(), "a finding has a fingerprint");
  require(finding.rule < rules().size(), "a finding's rule exists");
  require(!finding.table || *finding.table < checked.filing.tables.size(), "a finding's table exists");
  if (finding.figure == kNoFigure) return;
  require(finding.figure < checked.filing.figures.size(), "a finding's figure exists");
  const Figure& figure = checked.filing.figures[finding.figure];
  const bool as_printed = !finding.reported || !figure.value ||
                          same_value(*finding.reported, *figure.value) || figure.status != Status::ok;
  require(as_printed, "a finding reports the figure that is printed");
}

void require_counts(const Report& report) {
  std::uint32_t errors = 0, warnings = 0, notes = 0, consequences = 0;
  for (const Finding& finding : report.findings) {
    if (finding.cause != kNoCause) {
      ++consequences;
      continue;
    }
    errors += finding.severity == Severity::error ? 1 : 0;
    warnings += finding.severity == Severity::warning ? 1 : 0;
    notes += finding.severity == Severity::note ? 1 : 0;
  }
  require(report.errors == errors && report.warnings == warnings && report.notes == notes,
          "the counts are those of the root findings");
  require(report.consequences == consequences, "what follows from a finding is counted apart");
  require(report.figures_checked <= report.figures, "no more figures are checked than there are");
}

}  // namespace

void require(bool holds, std::string_view property) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(property.size()), property.data());
  std::abort();
}

void require_sound(const Document& document) {
  const FileLines lines(*document.bytes);
  const bool only_a_mark = *document.bytes == "\xEF\xBB\xBF";
  require(document.lines == lines.count() || only_a_mark, "lines are counted");
  require(document.blocks.size() == document.paragraphs.size() + document.tables.size(),
          "every paragraph and table has its block");
  for (const Paragraph& paragraph : document.paragraphs) require_sound(paragraph, lines);
  for (const RawTable& table : document.tables) require_sound(table, lines);
  for (const Block& block : document.blocks) {
    const bool table = block.kind == Block::Kind::table;
    require(block.index < (table ? document.tables.size() : document.paragraphs.size()), "a block exists");
  }
}

void require_sound(const Document& document, const std::vector<Table>& tables,
                   const std::vector<Figure>& figures) {
  const FileLines lines(*document.bytes);
  for (const Figure& figure : figures) require_sound(figure, lines);
  std::vector<int> named(figures.size(), 0);
  for (std::uint32_t t = 0; t < tables.size(); ++t) require_sound(tables[t], t, lines, figures, named);
  for (std::size_t i = 0; i < figures.size(); ++i)
    require(!figures[i].in_table() || named[i] == 1, "every figure of a table stands in one cell");
}

void require_same(const std::vector<Figure>& a, const std::vector<Figure>& b) {
  bool same = a.size() == b.size();
  for (std::size_t i = 0; same && i < a.size(); ++i)
    same = a[i].at == b[i].at && a[i].raw == b[i].raw && a[i].value == b[i].value && a[i].unit == b[i].unit &&
           a[i].period == b[i].period && a[i].status == b[i].status;
  require(same, "the same input gives the same figures");
}

void require_sound(const Checked& checked) {
  const FileLines lines(*checked.document.bytes);
  require_sound(checked.document, checked.filing.tables, checked.filing.figures);
  const auto& findings = checked.report.findings;
  for (std::uint32_t i = 0; i < findings.size(); ++i) {
    require_sound(findings[i], checked, lines);
    require_root(findings, i);
  }
  require_counts(checked.report);
  require(checked.report.checks_of.size() == checked.filing.figures.size(),
          "every figure's checks are counted");
  for (const Rate& rate : checked.filing.rates) {
    require(rate.rate.mantissa > 0, "a rate is positive");
    require(lines.has(rate.at), "a rate is stated in the file");
  }
}

void require_same(const Checked& a, const Checked& b) {
  require_same(a.filing.figures, b.filing.figures);
  const auto &left = a.report.findings, &right = b.report.findings;
  bool same = left.size() == right.size();
  for (std::size_t i = 0; same && i < left.size(); ++i)
    same = left[i].message == right[i].message && left[i].at == right[i].at &&
           left[i].severity == right[i].severity && left[i].fingerprint == right[i].fingerprint &&
           left[i].cause == right[i].cause;
  require(same, "the same input gives the same findings");
}

void require_same(const Document& a, const Document& b) {
  bool same =
      a.sha256 == b.sha256 && a.blocks.size() == b.blocks.size() && a.tables.size() == b.tables.size();
  for (std::size_t i = 0; same && i < a.paragraphs.size(); ++i)
    same =
        a.paragraphs[i].text == b.paragraphs[i].text && a.paragraphs[i].place(0) == b.paragraphs[i].place(0);
  for (std::size_t i = 0; same && i < a.tables.size(); ++i) {
    same = a.tables[i].rows.size() == b.tables[i].rows.size();
    for (std::size_t r = 0; same && r < a.tables[i].rows.size(); ++r)
      same = a.tables[i].rows[r].cells.size() == b.tables[i].rows[r].cells.size();
  }
  require(same, "the same input gives the same output");
}

}  // namespace kcfin::fuzz
