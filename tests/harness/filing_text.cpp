// Changing a filing's text in place: see filing_text.h.
#include "harness/filing_text.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace kcfin::harness {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::array<std::string_view, 6> kMinus = {"-",
                                                    "\xe2\x88\x92",
                                                    "\xe2\x80\x91",  // U+2212, U+2011
                                                    "\xe2\x80\x93",
                                                    "\xe2\x96\xb3",
                                                    "\xe2\x96\xb2"};  // dash, triangles

// The digits of a figure's text from its first to its last, footnote marks aside.
std::string_view digits_of(std::string_view raw) {
  std::size_t first = raw.find_first_of(kDigits);
  if (first == std::string_view::npos) return {};
  if (first > 0 && raw[first - 1] == '.') --first;  // ".45"
  std::size_t end = first;
  for (std::size_t at = first; at < raw.size() && raw[at] != '(' && raw[at] != ')' && raw[at] != '%'; ++at) {
    if (kDigits.find(raw[at]) != std::string_view::npos) end = at + 1;
  }
  return raw.substr(first, end - first);
}

// The end of a tag, an entity of a blank or a blank that begins at `at`; `at` where none does.
std::size_t behind_markup(std::string_view line, std::size_t at) {
  if (at >= line.size()) return at;
  if (line[at] == ' ' || line[at] == '\t' || line[at] == '\r') return at + 1;
  if (line[at] == '<') return std::min(line.find('>', at), line.size() - 1) + 1;
  for (const std::string_view blank : {"&nbsp;", "&#160;", "&#xa0;", "\xc2\xa0"}) {
    if (line.substr(at).starts_with(blank)) return at + blank.size();
  }
  return at;
}

// Another digit follows: what was found is the beginning of a longer figure.
bool continues(std::string_view line, std::size_t at) {
  return at < line.size() && kDigits.find(line[at]) != std::string_view::npos;
}

std::size_t blanks_before(std::string_view line, std::size_t at) {
  std::size_t blanks = 0;
  while (blanks < at && line[at - blanks - 1] == ' ') ++blanks;
  return blanks;
}

// The mark that makes the figure negative, between its place and its digits.
std::optional<Edit> opening_mark(std::string_view line, std::uint32_t number, std::size_t from,
                                 std::size_t to) {
  for (std::size_t at = from; at < to;) {
    if (line[at] == '(') return Edit{number, at, 1, ""};
    for (const std::string_view minus : kMinus) {
      if (line.substr(at).starts_with(minus)) return Edit{number, at, minus.size(), ""};
    }
    at = std::max(behind_markup(line, at), at + 1);
  }
  return std::nullopt;
}

// A run of edits that lengthens or shortens what is aligned to the right takes or gives the blanks before it.
void keep_aligned(std::string_view line, std::vector<Edit>& edits, std::size_t parts) {
  std::ptrdiff_t growth = 0;
  Edit* first = &edits[0];
  for (std::size_t i = 0; i < parts; ++i) {
    growth += static_cast<std::ptrdiff_t>(edits[i].with.size()) - static_cast<std::ptrdiff_t>(edits[i].size);
    if (edits[i].offset < first->offset) first = &edits[i];
  }
  const std::size_t blanks = blanks_before(line, first->offset);
  if (growth < 0 && blanks >= 2) first->with.insert(0, static_cast<std::size_t>(-growth), ' ');
  if (growth > 0 && blanks >= static_cast<std::size_t>(growth) + 2) {
    first->offset -= static_cast<std::size_t>(growth);
    first->size += static_cast<std::size_t>(growth);
  }
}

}  // namespace

FilingText::FilingText(std::string_view bytes) {
  while (true) {
    const std::size_t end = bytes.find('\n');
    lines_.emplace_back(bytes.substr(0, end));
    if (end == std::string_view::npos) return;
    bytes.remove_prefix(end + 1);
  }
}

void FilingText::insert_after(std::uint32_t number, std::string line) {
  lines_.insert(lines_.begin() + number, std::move(line));
}

void FilingText::erase(std::uint32_t number) { lines_.erase(lines_.begin() + number - 1); }

bool FilingText::holds(const Figure& figure) const {
  if (figure.at.line == 0 || figure.at.line > lines() || figure.raw.empty()) return false;
  const std::string_view text = line(figure.at.line);
  return figure.at.column >= 1 && figure.at.column <= text.size() &&
         text.substr(figure.at.column - 1).starts_with(figure.raw);
}

void FilingText::replace(const Figure& figure, std::string_view with) {
  line(figure.at.line).replace(figure.at.column - 1, figure.raw.size(), with);
}

std::optional<Edit> FilingText::digits(const Figure& figure) const {
  const std::string_view digits = digits_of(figure.raw);
  if (digits.empty() || figure.at.line == 0 || figure.at.line > lines()) return std::nullopt;
  const std::string_view text = line(figure.at.line);
  std::size_t at = figure.at.column - 1;
  // To its digits: through markup, blanks, and what stands before the digits in the figure's own text.
  while (at < text.size() && !text.substr(at).starts_with(digits)) {
    const std::size_t behind = behind_markup(text, at);
    if (behind == at && (figure.raw.find(text[at]) >= figure.raw.find(digits))) return std::nullopt;
    at = std::max(behind, at + 1);
  }
  if (at >= text.size() || continues(text, at + digits.size())) return std::nullopt;
  return Edit{figure.at.line, at, digits.size(), std::string(digits)};
}

std::optional<std::vector<Edit>> FilingText::printing(const Figure& figure, const Decimal& value) const {
  const std::optional<Edit> there = digits(figure);
  if (!there || !figure.value) return std::nullopt;
  const std::string_view text = line(figure.at.line);
  const std::size_t from = figure.at.column - 1, at = there->offset, end = at + there->size;
  std::vector<Edit> edits = {{there->line, at, there->size, dressed_like(there->with, value)}};
  const bool was = figure.value->mantissa < 0, is = value.mantissa < 0;
  const bool percent = figure.raw.find('%') != std::string_view::npos;
  if (!was && is) {
    if (opening_mark(text, figure.at.line, from, at))
      return std::nullopt;  // printed negative, meant otherwise
    edits[0].with.insert(0, percent ? "-" : "(");
    keep_aligned(text, edits, 1);
    if (!percent) edits.push_back({figure.at.line, end, 0, ")"});
  } else if (was && !is) {
    std::optional<Edit> mark = opening_mark(text, figure.at.line, from, at);
    if (!mark) return std::nullopt;
    if (text[mark->offset] == '(') {
      const std::optional<Edit> closing = closing_bracket(figure.at.line, end);
      if (!closing) return std::nullopt;
      edits.push_back(*closing);
    }
    edits.insert(edits.begin() + 1, *mark);
    keep_aligned(text, edits, 2);
  } else {
    keep_aligned(text, edits, 1);
  }
  return edits;
}

// A blank for the bracket behind the digits, which may stand in a cell or on a line of its own.
std::optional<Edit> FilingText::closing_bracket(std::uint32_t number, std::size_t at) const {
  for (const std::uint32_t last = std::min(number + 6, lines()); number <= last; ++number, at = 0) {
    const std::string_view text = line(number);
    while (at < text.size()) {
      if (text[at] == ')') return Edit{number, at, 1, " "};
      const std::size_t behind = behind_markup(text, at);
      if (behind == at && text[at] != '%') return std::nullopt;
      at = std::max(behind, at + 1);
    }
  }
  return std::nullopt;
}

void FilingText::apply(std::vector<Edit> edits) {
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
    return a.line != b.line ? a.line > b.line : a.offset > b.offset;
  });
  for (const Edit& edit : edits) line(edit.line).replace(edit.offset, edit.size, edit.with);
}

Stand stand_after(const Figure& figure, const std::vector<Edit>& own, const std::vector<Edit>& all) {
  const auto moved = [&](std::size_t offset) {
    std::size_t place = offset;
    for (const Edit& edit : all) {
      if (edit.line == figure.at.line && edit.offset < offset)
        place = place + edit.with.size() - edit.size;  // unsigned, and right in sum
    }
    return place + 1;
  };
  const Edit& digits = own.front();
  const std::size_t first = std::min<std::size_t>(figure.at.column - 1, digits.offset);
  return {figure.at.line, moved(first), moved(digits.offset + digits.size)};
}

std::string dressed_like(std::string_view digits, const Decimal& value) {
  const std::string plain = value.size().text();
  const std::size_t whole = plain.size() - (value.decimals > 0 ? value.decimals + 1U : 0U);
  std::string_view head = digits;
  std::string_view point = ".";
  if (value.decimals > 0 && digits.size() > value.decimals + 1U &&
      kDigits.find(digits[digits.size() - value.decimals - 1U]) == std::string_view::npos) {
    head = digits.substr(0, digits.size() - value.decimals - 1U);
    point = digits.substr(head.size(), 1);
  }
  // What parts the groups, and how many digits the one before the last has: two in lakhs and crores.
  std::string_view mark;
  std::size_t group = 3, since = 0, marks = 0;
  for (std::size_t at = head.size(); at > 0;) {
    const std::size_t end = at;
    while (at > 0 && kDigits.find(head[at - 1]) == std::string_view::npos) --at;
    if (at < end) {
      mark = head.substr(at, end - at);
      if (++marks == 2) group = since;
      since = 0;
    } else {
      --at, ++since;
    }
  }
  const bool small = std::count_if(head.begin(), head.end(),
                                   [](char c) { return kDigits.find(c) != std::string_view::npos; }) <= 3;
  if (mark.empty() && small) mark = point == "," ? "." : ",";
  std::string printed = plain.substr(0, whole);
  if (!mark.empty()) {
    for (std::size_t at = whole, size = 3; at > size; size = group == 2 ? 2 : 3) {
      at -= size;
      printed.insert(at, mark);
    }
  }
  return value.decimals > 0 ? printed + std::string(point) + plain.substr(whole + 1) : printed;
}

std::string FilingText::bytes() const {
  std::string all;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (i > 0) all.push_back('\n');
    all += lines_[i];
  }
  return all;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line.push_back('\t');
    line += cells[i];
  }
  return line;
}

std::optional<std::string> bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

}  // namespace kcfin::harness
