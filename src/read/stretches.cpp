// Every line is looked at for what kind of row it could be; rows of one kind that stand together are a table
// of that dialect. The kind that most rows are of reads the rest.
#include "read/stretches.h"

#include <algorithm>
#include <array>
#include <optional>

#include "read/cell_lines.h"
#include "read/cell_stream.h"
#include "read/grid.h"
#include "read/line_looks.h"
#include "read/lines.h"
#include "read/pipe_text.h"
#include "read/run_together.h"
#include "read/text_line.h"

namespace kcfin::read_room {
namespace {

// What a line could be a row of.
enum class Kind : std::uint8_t {
  blank,
  text,
  tab_heading,  // two cells or more, none of them a figure
  tab_row,
  pipe_heading,
  pipe_row,
  pipe_rule,
  aligned_row,
  lone_figure,
};

struct Seen {
  const char* start = nullptr;  // of the line in the part
  Kind kind = Kind::blank;
};

struct Cells {
  std::size_t filled = 0;
  std::size_t figures = 0;
};

Cells cells_of(std::string_view line, char separator) {
  Cells cells;
  for (bool more = true; more;) {
    const std::size_t end = line.find(separator);
    const std::string_view cell = bare(line.substr(0, end));
    cells.filled += cell.empty() ? 0 : 1;
    cells.figures += !cell.empty() && cell.size() <= 32 && figure_or_nothing(cell) ? 1 : 0;
    more = end != std::string_view::npos;
    if (more) line.remove_prefix(end + 1);
  }
  return cells;
}

bool drawn_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of("-:|+ =") == std::string_view::npos;
}

Kind tabbed(std::string_view line) {
  // Where tabs and spaces both make room, they align; a leading tab with spaces indents.
  if (line.find("   ") != std::string_view::npos) return Kind::text;
  const Cells cells = cells_of(line, '\t');
  if (cells.figures != 0 && (cells.filled > 1 || line.front() == '\t')) return Kind::tab_row;
  return cells.filled > 1 ? Kind::tab_heading : Kind::text;
}

Kind kind_of(const Line& line) {
  const std::string_view text = without_stroke(bare(line.text));
  if (text.empty() || blank_cells(text)) return Kind::blank;
  if (text.find('|') != std::string_view::npos) {
    if (drawn_rule(text)) return Kind::pipe_rule;
    if (pipe_row(text)) return cells_of(text, '|').figures != 0 ? Kind::pipe_row : Kind::pipe_heading;
  }
  if (line.text.find('\t') != std::string_view::npos) {
    if (const Kind kind = tabbed(line.text); kind != Kind::text) return kind;
  }
  if (std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return Kind::text;
  if (lone_figure(text)) return text.size() > 2 ? Kind::lone_figure : Kind::text;
  if (text.find("  ") == std::string_view::npos) return Kind::text;
  const TextLine pieces = text_line(line);
  const bool sure = std::any_of(pieces.pieces.begin(), pieces.pieces.end(),
                                [](const Piece& piece) { return piece.figure && surely_figure(piece.text); });
  return sure && pieces.pieces.size() > 1 && figure_row(pieces) ? Kind::aligned_row : Kind::text;
}

class Finder {
 public:
  Finder(std::string_view part, const Source& source) : part_(part) {
    Lines lines(part, source);
    for (Line line; lines.next(line);) {
      seen_.push_back({line.text.data(), kind_of(line)});
      ++counts_[static_cast<std::size_t>(seen_.back().kind)];
    }
  }

  std::vector<Stretch> find() {
    main_ = main_dialect();
    dialects_.assign(seen_.size(), main_);
    if (main_ != Dialect::pipes) mark_tables(Dialect::pipes);
    if (main_ != Dialect::tabs) mark_tables(Dialect::tabs);
    if (main_ == Dialect::cell_lines) {
      mark_aligned_runs();
    } else if (main_ != Dialect::aligned) {
      mark_aligned_gaps();
    }
    return stretches();
  }

 private:
  [[nodiscard]] std::size_t count(Kind kind) const { return counts_[static_cast<std::size_t>(kind)]; }

  // By the rows: a row of cells that lines hold counts for about four lines.
  [[nodiscard]] Dialect main_dialect() const {
    constexpr std::size_t kFewLines = 8;
    const std::size_t pipes = count(Kind::pipe_row) + count(Kind::pipe_heading);
    const std::size_t tabs = count(Kind::tab_row);
    const std::size_t aligned = count(Kind::aligned_row);
    const std::size_t lone = count(Kind::lone_figure);
    const std::size_t cells = lone >= kFewLines || short_table(lone) ? lone / 4 : 0;
    if (pipes > 1 && pipes >= tabs && pipes >= aligned && pipes >= cells) return Dialect::pipes;
    if (tabs + count(Kind::tab_heading) > 0 && tabs >= aligned && tabs >= cells && (tabs > 0 || aligned == 0))
      return Dialect::tabs;
    return cells > aligned ? Dialect::cell_lines : Dialect::aligned;
  }

  // A quarter of all lines are figures alone, and two of them at least stand below others.
  [[nodiscard]] bool short_table(std::size_t lone) const {
    constexpr std::size_t kFewest = 4, kFewestPairs = 2;
    if (lone < kFewest || 4 * lone < seen_.size() - count(Kind::blank)) return false;
    std::size_t pairs = 0;
    for (std::size_t at = 1; at < seen_.size(); ++at)
      pairs += seen_[at].kind == Kind::lone_figure && seen_[at - 1].kind == Kind::lone_figure ? 1 : 0;
    return pairs >= kFewestPairs;
  }

  static bool row_of(Dialect dialect, Kind kind) {
    return dialect == Dialect::pipes ? kind == Kind::pipe_row : kind == Kind::tab_row;
  }
  static bool part_of(Dialect dialect, Kind kind) {
    if (row_of(dialect, kind)) return true;
    return dialect == Dialect::pipes ? kind == Kind::pipe_heading || kind == Kind::pipe_rule
                                     : kind == Kind::tab_heading;
  }

  // Tables of a dialect that is not the text's own: three rows that stand together, or two under a rule.
  void mark_tables(Dialect dialect) {
    for (std::size_t at = 0; at < seen_.size(); ++at) {
      if (!part_of(dialect, seen_[at].kind)) continue;
      std::size_t end = at;
      std::size_t rows = 0;
      bool ruled = false;
      std::size_t other = 0;
      constexpr std::size_t kMostBetween = 3;
      for (std::size_t to = at; to < seen_.size() && other <= kMostBetween; ++to) {
        if (!part_of(dialect, seen_[to].kind)) {
          ++other;
          continue;
        }
        rows += row_of(dialect, seen_[to].kind) ? 1 : 0;
        ruled = ruled || seen_[to].kind == Kind::pipe_rule;
        other = 0;
        end = to + 1;
      }
      if (rows >= 3 || (ruled && rows > 0)) mark(at, end, dialect);
      at = end;
    }
  }

  // Among separated tables: what stands between two of them is aligned if three rows of it are.
  void mark_aligned_gaps() {
    for (std::size_t at = 0; at < seen_.size();) {
      std::size_t end = at;
      std::size_t rows = 0;
      while (end < seen_.size() && !part_of(main_, seen_[end].kind) && dialects_[end] == main_)
        rows += seen_[end++].kind == Kind::aligned_row ? 1 : 0;
      if (rows >= kRows) mark(at, end, Dialect::aligned);
      at = end + 1;
    }
  }

  // Among lines of one cell: aligned rows that stand together, with what stands over them.
  void mark_aligned_runs() {
    constexpr std::size_t kMostBetween = 8;
    constexpr std::size_t kOver = 12;
    for (std::size_t at = 0; at < seen_.size(); ++at) {
      if (seen_[at].kind != Kind::aligned_row) continue;
      std::size_t end = at;
      std::size_t rows = 0;
      std::size_t lone = 0;
      for (std::size_t to = at, other = 0; to < seen_.size() && other <= kMostBetween; ++to) {
        if (seen_[to].kind == Kind::aligned_row) {
          ++rows;
          other = 0;
          end = to + 1;
        } else {
          ++other;
          lone += seen_[to].kind == Kind::lone_figure ? 1 : 0;
        }
      }
      if (rows >= kRows && rows > lone) {
        std::size_t begin = at;
        while (begin > 0 && at - begin < kOver && seen_[begin - 1].kind != Kind::lone_figure &&
               dialects_[begin - 1] == main_)
          --begin;
        mark(begin, end, Dialect::aligned);
      }
      at = end - 1;
    }
  }

  void mark(std::size_t from, std::size_t to, Dialect dialect) {
    std::fill(dialects_.begin() + static_cast<std::ptrdiff_t>(from),
              dialects_.begin() + static_cast<std::ptrdiff_t>(to), dialect);
  }

  [[nodiscard]] std::vector<Stretch> stretches() const {
    std::vector<Stretch> found;
    const char* end_of_part = part_.data() + part_.size();
    for (std::size_t at = 0; at < seen_.size();) {
      std::size_t end = at;
      while (end < seen_.size() && dialects_[end] == dialects_[at]) ++end;
      const char* begin = at == 0 ? part_.data() : seen_[at].start;
      const char* stop = end < seen_.size() ? seen_[end].start : end_of_part;
      found.push_back({dialects_[at], {begin, static_cast<std::size_t>(stop - begin)}});
      at = end;
    }
    return found;
  }

  static constexpr std::size_t kRows = 3;

  std::string_view part_;
  std::vector<Seen> seen_;
  std::array<std::size_t, 9> counts_{};
  Dialect main_ = Dialect::aligned;
  std::vector<Dialect> dialects_;
};

}  // namespace

std::vector<Stretch> stretches_of(std::string_view part, const Source& source) {
  // Most texts hold no separator at all.
  const bool separated =
      part.find('\t') != std::string_view::npos || part.find('|') != std::string_view::npos;
  std::vector<Stretch> found;
  if (separated || one_cell_a_line(part, source)) {
    found = Finder(part, source).find();
  } else {
    found.push_back({Dialect::aligned, part});
  }
  // A stroke or a tab in the feet of pages parts nothing.
  if (found.size() == 1 && found.front().dialect == Dialect::aligned && run_together(part, source))
    found.front().dialect = Dialect::together;
  return found;
}

}  // namespace kcfin::read_room
