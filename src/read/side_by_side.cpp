// The labels of such a table start at one character far in the line, over which no line of the text reaches;
// and the text is sentences that go on from line to line.
#include "read/side_by_side.h"

#include <algorithm>
#include <map>
#include <utility>

#include "read/prose_text.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

constexpr std::size_t kNone = ~std::size_t{0};
constexpr std::uint32_t kLeftmost = 40;  // where the table's labels may start

// Where the table is, and the character at which its labels start.
struct Beside {
  std::size_t begin = 0, end = 0;
  std::uint32_t labels = 0;
};

// The number of the piece that starts there and is no figure.
std::size_t label_at(const TextLine& line, std::uint32_t left) {
  for (std::size_t at = 0; at < line.pieces.size() && at < 2; ++at)
    if (line.pieces[at].left == left && !line.pieces[at].figure) return at;
  return kNone;
}

bool reaches_over(const TextLine& line, std::uint32_t left) {
  return std::any_of(line.pieces.begin(), line.pieces.end(),
                     [&](const Piece& piece) { return piece.left < left && left <= piece.right; });
}

std::size_t left_of(const TextLine& line, std::uint32_t left) {
  return static_cast<std::size_t>(std::count_if(line.pieces.begin(), line.pieces.end(),
                                                [&](const Piece& piece) { return piece.right < left; }));
}

// How many sentences end in a line.
std::size_t sentence_ends(std::string_view text) {
  std::size_t ends = ends_sentence(text) ? 1 : 0;
  for (std::size_t at = 0; at + 3 < text.size(); ++at) {
    const char next = text[at + 2];
    ends += text[at] == '.' && text[at + 1] == ' ' && next >= 'A' && next <= 'Z' ? 1 : 0;
  }
  return ends;
}

class Page {
 public:
  Page(const std::vector<TextLine>& lines, std::size_t begin, std::size_t end)
      : lines_(&lines), begin_(begin), end_(end) {}

  // The lines from the first to the last of the table, if one stands beside a text here.
  [[nodiscard]] bool find(Beside& found) const {
    constexpr int kFewest = 5;
    std::map<std::uint32_t, int> starts;
    for (std::size_t at = begin_; at < end_; ++at) {
      const TextLine& line = (*lines_)[at];
      for (std::size_t piece = 0; piece < line.pieces.size() && piece < 2; ++piece)
        if (line.pieces[piece].left >= kLeftmost && !line.pieces[piece].figure)
          ++starts[line.pieces[piece].left];
    }
    const auto most = std::max_element(starts.begin(), starts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == starts.end() || most->second < kFewest) return false;
    found.labels = most->first;
    found.begin = found.end = kNone;
    for (std::size_t at = begin_; at < end_; ++at) {
      if (label_at((*lines_)[at], found.labels) == kNone) continue;
      if (found.begin == kNone) found.begin = at;
      found.end = at + 1;
    }
    return is_table(found) && is_text(found);
  }

 private:
  [[nodiscard]] bool is_table(const Beside& found) const {
    constexpr std::size_t kFewest = 3;
    std::size_t rows = 0;
    for (std::size_t at = found.begin; at < found.end; ++at) {
      const TextLine& line = (*lines_)[at];
      if (reaches_over(line, found.labels)) return false;
      const std::size_t label = label_at(line, found.labels);
      if (label == kNone) continue;
      rows += std::count_if(line.pieces.begin() + static_cast<std::ptrdiff_t>(label), line.pieces.end(),
                            [](const Piece& piece) { return piece.figure; }) > 1
                  ? 1
                  : 0;
    }
    return rows >= kFewest;
  }

  [[nodiscard]] bool is_text(const Beside& found) const {
    constexpr std::size_t kLines = 5, kSentences = 2;
    std::size_t lines = 0, going_on = 0, sentences = 0, long_ones = 0;
    for (std::size_t at = found.begin; at < found.end; ++at) {
      const TextLine& line = (*lines_)[at];
      const std::size_t left = left_of(line, found.labels);
      if (left == 0) continue;
      const std::string_view text = line.pieces.front().text;
      if (left > 1 || line.pieces.front().figure) return false;
      ++lines;
      going_on += starts_lower(text) ? 1 : 0;
      long_ones += std::count(text.begin(), text.end(), ' ') >= 4 ? 1 : 0;
      sentences += sentence_ends(text);
    }
    return lines >= kLines && going_on * 3 >= lines && long_ones * 2 > lines && sentences >= kSentences;
  }

  const std::vector<TextLine>* lines_;
  std::size_t begin_, end_;
};

void add(std::vector<Strip>& out, Strip strip) {
  if (!strip.lines.empty()) out.push_back(std::move(strip));
}

Strip whole(const std::vector<TextLine>& lines, std::size_t begin, std::size_t end) {
  return {
      {lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end)},
      false,
      0};
}

// The lines of one side; blank ones in the place of those that stand on the other alone.
Strip side(const std::vector<TextLine>& lines, const Beside& at, bool text) {
  Strip out;
  out.beside = text;
  for (std::size_t i = at.begin; i < at.end; ++i) {
    TextLine line = lines[i];
    std::erase_if(line.pieces, [&](const Piece& piece) { return (piece.left < at.labels) != text; });
    if (text) out.right = std::max(out.right, line.right());
    if (text && line.blank() && !lines[i].blank()) continue;
    out.lines.push_back(std::move(line));
  }
  return out;
}

}  // namespace

std::vector<Strip> strips(std::vector<TextLine> lines) {
  constexpr std::size_t kBlanks = 3;  // what is further apart stands on two pages
  std::vector<Strip> out;
  std::size_t taken = 0;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin, blanks = 0;
    while (end < lines.size() && blanks <= kBlanks && (end == begin || !lines[end].new_page))
      blanks = lines[end++].blank() ? blanks + 1 : 0;
    Beside found;
    if (Page(lines, begin, end).find(found)) {
      add(out, whole(lines, taken, found.begin));
      add(out, side(lines, found, true));
      add(out, side(lines, found, false));
      taken = found.end;
    }
    begin = end;
  }
  if (out.empty()) {
    out.push_back({std::move(lines), false, 0});
  } else {
    add(out, whole(lines, taken, lines.size()));
  }
  return out;
}

}  // namespace kcfin::read_room
