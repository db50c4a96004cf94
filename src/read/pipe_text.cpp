// Reading pipe tables, ragged ones included: rows may lack their outer pipes and have more or fewer cells
// than their headings. Bare rows, of which a converter has also taken the blank cells, have headers of one
// cell among them that show no pipe.
#include "read/pipe_text.h"

#include <algorithm>
#include <vector>

#include "read/bare_pipes.h"
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

namespace {

class Reader {
 public:
  Reader(std::string_view part, const ReadLimits& limits, Builder& builder)
      : table_(limits, builder), prose_(part, builder) {}

  std::optional<Error> take(const Line& line) {
    const std::string_view text = trimmed(line.text);
    if (pipe_row(line.text)) return row(text, line);
    if (rule(line.text) && !table_.empty() && !text.empty()) {
      table_.has_all_cells();
      return std::nullopt;
    }
    if (held_.size() < kMostHeld && (table_.bare() ? header_among_rows(text) : span_over_dates(text))) {
      if (table_.empty()) give_back();
      held_.push_back(line);
      return std::nullopt;
    }
    end();
    say(line);
    return std::nullopt;
  }

  void end() {
    if (const auto text = table_.finish()) prose_.add(*text);
    give_back();
  }

  void finish() {
    end();
    prose_.finish();
  }

 private:
  std::optional<Error> row(std::string_view text, const Line& line) {
    if (!held_.empty()) {
      if (bare_row(text) && (!table_.empty() || dates_alone(text))) {
        prose_.finish();
        for (const Line& header : held_)
          if (auto error = table_.add_row(trimmed(header.text), '|', header)) return error;
        held_.clear();
      } else {
        end();
      }
    }
    prose_.finish();
    if (rule(text) || !bare_row(text)) table_.has_all_cells();
    if (rule(text)) return std::nullopt;
    if (text.starts_with('|')) text.remove_prefix(1);
    if (text.ends_with('|') && !text.ends_with("\\|")) text.remove_suffix(1);
    return table_.add_row(text, '|', line);
  }

  void give_back() {
    for (const Line& line : held_) say(line);
    held_.clear();
  }

  void say(const Line& line) {
    Line plain = without_asterisk(line);
    const bool item = plain.text.data() != line.text.data() || plain.text.size() != line.text.size();
    plain.text = without_heading_marks(plain.text);
    prose_.add(plain, item);
  }

  static constexpr std::size_t kMostHeld = 4;

  SeparatedTable table_;
  ProseLines prose_;
  std::vector<Line> held_;  // lines without pipes that are a table's if a bare row follows
};

}  // namespace

std::optional<Error> read_pipe_text(std::string_view part, const ReadLimits& limits, Builder& builder) {
  Reader reader(part, limits, builder);
  Lines lines(part, builder.source());
  for (Line line; lines.next(line);) {
    if (builder.overfull()) return builder.overfull_error();
    if (auto error = reader.take(line)) return error;
  }
  reader.finish();
  return std::nullopt;
}

}  // namespace kcfin::read_room
