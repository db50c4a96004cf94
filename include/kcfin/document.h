// What the read room makes of bytes: paragraphs and raw tables, in the order in which they stand.
//
// After this room nothing knows which dialect a file was written in. Every piece of text keeps the
// place it came from in the file as the user gave it, so that a finding can always point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/result.h"

namespace kcfin {

// Where a text starts in the file as given. Both are 1-based; column counts bytes, not characters.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// From `offset` bytes into a paragraph's text on, the text stands at `at` and runs on byte by byte
// until the next anchor. Sorted by offset; the first is at offset 0.
struct Anchor {
  std::uint32_t offset = 0;
  Place at;
};

// Running text with its markup taken out (bold, underline, links, escapes), entities decoded,
// white space folded to single spaces, no-break spaces made spaces. UTF-8.
struct Paragraph {
  std::string_view text;
  std::vector<Anchor> anchors;
  bool list_item = false;  // a bullet or dash stood before it (and is not part of the text)

  [[nodiscard]] Place place(std::size_t offset) const;
};

// A cell of the grid. Text as for a paragraph, trimmed. `column` is the 0-based grid column it starts
// in, `span` how many grid columns it covers (1 where the file does not say).
// A sign, currency mark or closing parenthesis printed in a neighbouring cell has been joined to its
// figure by the reader: a cell's text is a whole figure or a whole piece of heading or label.
struct RawCell {
  std::string_view text;
  Place at;
  std::uint16_t column = 0;
  std::uint16_t span = 1;
  bool unplaced =
      false;  // a figure, or several, of which nothing tells the columns: `column` is none of theirs
};

// A line of the grid. Cells are in order of column; empty cells are left out.
struct RawRow {
  std::uint32_t line = 0;     // of the row's first cell, or of the row itself
  std::uint16_t indent = 0;   // of the label, in characters or an equal measure; 0 where unknown
  std::uint16_t columns = 0;  // grid columns that the file gave this row, empty ones included
  std::vector<RawCell> cells;
};

struct RawTable {
  std::vector<RawRow> rows;
  // True where a cell's grid column and span are facts of the file's markup (HTML); false where they
  // were worked out from tabs, pipes or positions and a heading may stand a column off.
  bool spans_known = false;
};

// One thing after the other, as in the file.
struct Block {
  enum class Kind : std::uint8_t { paragraph, table };
  Kind kind = Kind::paragraph;
  std::uint32_t index = 0;  // into Document::paragraphs or Document::tables
};

// A line that carries figures as the row of a table does, but stands in no table.
struct LooseRow {
  std::uint32_t line = 0;
  std::uint32_t figures = 0;
};

// What an EDGAR submission's own header says; empty where the file has none.
struct SubmissionHeader {
  std::string form_type;  // "6-K"
  std::string company;    // as EDGAR prints it, in capitals
  std::string cik;
  std::string accession_number;
  std::string file_number;  // "001-39278"
  std::string period;       // "20230630"
  std::string filed;        // "20230822"
};

// From this line on the file was read so. A record for whoever asks why: nothing is decided by it.
struct ReadAs {
  std::uint32_t line = 0;
  std::string_view dialect, reason;  // "HTML", "it starts as HTML does"
};

// Where a file ends in the midst of what it holds: the rest is missing. Nothing is told of text, which may
// end anywhere, and of markup that leaves its elements open as a habit.
struct CutOff {
  std::uint32_t line = 0;   // the last one that is not blank; 0 where the file ends whole
  std::string_view within;  // "a tag", "a cell of a table", "a document of the submission"
};

struct Document {
  std::vector<Paragraph> paragraphs;
  std::vector<RawTable> tables;
  std::vector<Block> blocks;
  std::vector<LooseRow> loose_rows;  // in order of line
  std::vector<ReadAs> read_as;       // the same
  SubmissionHeader submission;
  std::uint32_t lines = 0;  // how many the file has
  CutOff cut_off;
  std::string sha256;  // of the bytes as given, lower-case hex

  // Owns what the views above point into: the file's own bytes and the texts made from them.
  // Moving a Document keeps the views valid.
  std::shared_ptr<const std::string> bytes;
  std::shared_ptr<std::deque<std::string>> made;
};

struct ReadLimits {
  std::uint64_t max_bytes = std::uint64_t{256} << 20;
  std::uint32_t max_line_bytes = 16U << 20;
  std::uint32_t max_columns = 1024;      // of one table
  std::uint32_t max_rows = 200'000;      // of one table
  std::uint32_t max_depth = 256;         // nesting of markup
  std::uint32_t max_pieces = 1'000'000;  // paragraphs and cells of one document
};

// Tells the dialect by content, never by name, and reads it. Takes time linear in the input.
// Errors: an empty or binary file, a PDF or an image, a text that is neither UTF-8 nor
// Windows-1252/Latin-1, a limit that is passed. A text without tables is no error here.
[[nodiscard]] Result<Document> read(std::string bytes, const ReadLimits& limits = {});

}  // namespace kcfin
