// Makes markup safe, small and plain before the HTML parser sees it.
//
// An HTML parser must do what browsers do, and what browsers do with hostile markup takes time and memory
// out of all proportion: open formatting elements are opened again in every paragraph, attributes are
// compared with each other, deep nesting is walked at every tag. Nothing of that is of use to a reader of
// tables. So the guard leaves in only the elements that make paragraphs and tables, without the attributes
// that nobody looks at; takes out what prints nothing (comments, scripts, hidden runs of text) and raised
// footnote marks; and hands the rest on in segments that start outside of any table.
//
// A segment remembers which bytes of the source its own were.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/document.h"
#include "read/html_attributes.h"
#include "read/html_style.h"
#include "read/source.h"

namespace kcfin::read_room {

struct HtmlSegment {
  enum class Kind : std::uint8_t { markup, preformatted };
  // From `text` bytes into the segment on, its bytes are the source's from `source` on.
  struct Origin {
    std::size_t text = 0;
    std::size_t source = 0;
  };

  Kind kind = Kind::markup;
  std::size_t begin = 0;  // of preformatted text, in the source
  std::size_t bytes = 0;
  std::string text;             // of markup: what the parser is to see
  std::vector<Origin> origins;  // in order; the first is at 0

  // The origin that holds for a byte of the text.
  [[nodiscard]] std::vector<Origin>::const_iterator origin(std::size_t offset) const;
};

class HtmlGuard {
 public:
  // The styles stay the caller's.
  HtmlGuard(std::string_view part, const Source& source, const ReadLimits& limits, Styles& styles);

  // False at the end, or where a limit was passed (then error() says which).
  bool next(HtmlSegment& segment);
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  // At the end: in what the markup breaks off, "a tag", "a cell of a table" or "a table"; empty where it does
  // not.
  [[nodiscard]] std::string_view broken_off() const;

 private:
  enum class Kind : std::uint8_t { run, block, flat, table, table_part, dropped, preformatted };
  struct Name {
    std::string_view name;
    Kind kind;
  };
  struct Tag {
    std::size_t begin = 0;  // of "<" in the part
    std::size_t end = 0;    // after ">"
    std::string_view name;  // lower case
    Kind kind = Kind::run;
    bool closing = false;
    bool attributes = false;  // anything but the name
    bool styled = false;      // may have a style
    [[nodiscard]] std::size_t bytes() const { return end - begin; }
  };
  // An element that is open and holds others.
  struct Open {
    std::string_view name;
    bool cell = false;    // of a table: a cell of it is open
    bool hidden = false;  // prints nothing
  };
  // A run of text with an open inline element around it that changes what it means.
  struct Run {
    bool open = false;
    std::string_view name;
    std::uint32_t nested = 0;  // elements of the same name that opened within
    std::size_t tag = 0;       // its start tag, in the part
    std::size_t begin = 0;     // what follows that, in the segment's text
    std::size_t blocks = 0;    // that were open around it
  };

  static std::optional<Name> known(std::string_view name);
  [[nodiscard]] std::optional<Tag> tag_at(std::size_t at);
  [[nodiscard]] std::size_t tag_end(std::size_t after_name, bool& styled);
  [[nodiscard]] const Style& style(const Tag& tag);
  void step();
  void declaration();
  void comment();
  void put(std::string_view bytes, std::size_t from);
  void literal(std::size_t bytes);
  void numbered_reference(std::string_view text);
  void literal_angle();
  void take_out(std::size_t bytes) { at_ += bytes; }
  void forget_from(std::size_t length);
  void take(const Tag& tag);
  void open_run(const Tag& tag);
  void close_run(const Tag& tag);
  void end_runs_of_closed_blocks();
  void finish_raised();
  void finish_hidden();
  [[nodiscard]] bool after_a_word(std::size_t at) const;
  void drop_element(const Tag& tag);
  [[nodiscard]] std::size_t element_end(const Tag& tag) const;
  void open_block(const Tag& tag);
  void close_block(const Tag& tag);
  void open_table(const Tag& tag);
  void close_table(const Tag& tag);
  void table_part(const Tag& tag);
  void preformatted(const Tag& tag);
  void keep(const Tag& tag);
  void keep_attributes(std::string_view raw);
  [[nodiscard]] bool may_cut_before(const Tag& tag) const;
  [[nodiscard]] std::size_t innermost_table() const;
  [[nodiscard]] bool ends_in_table_part() const;
  void truncate(std::size_t open);
  void fail(std::string message, std::size_t at);

  std::string_view part_;
  std::size_t base_ = 0;  // offset of the part in the source
  const Source* source_;
  ReadLimits limits_;
  Styles* styles_;
  std::optional<Error> error_;

  std::size_t at_ = 0;
  std::string text_;  // of the segment so far
  std::vector<HtmlSegment::Origin> origins_;
  std::vector<Open> open_;
  std::size_t hidden_blocks_ = 0;
  std::size_t elements_ = 0;  // in the segment
  Run hidden_;
  Run raised_;
  std::optional<std::size_t> pre_;  // the segment ends before preformatted text that starts here
  bool cut_ = false;
  bool closes_cells_ = false;  // the page does not leave that to be understood
  bool no_more_tags_ = false;
  bool no_more_comment_ends_ = false;
  std::vector<std::string_view> never_closed_;  // elements whose text is not shown, if they were closed
};

}  // namespace kcfin::read_room
