// From bytes to pieces.
#include "read/text_line.h"

#include <algorithm>
#include <array>

#include "read/assembler.h"
#include "read/encoding.h"
#include "read/grid.h"
#include "read/set_apart.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

constexpr std::uint32_t kTab = 8;

// One character of a line: how it reads for the purpose of finding pieces.
struct Character {
  std::size_t bytes = 1;
  bool space = false;
};

Character character_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if ((c & 0x80) == 0) return {1, c == ' ' || (c >= '\t' && c <= '\r')};
  const std::size_t bytes = std::min(rune_bytes(c), text.size() - at);
  const std::uint32_t rune = decode(text.substr(at, bytes));
  return {bytes, rune == 0xA0 || (rune >= 0x2000 && rune <= 0x200A) || rune == 0x202F || rune == 0x3000};
}

// How many bytes of dots lead from a label to its figure ("......", ". . . ."); 0 for fewer than three.
std::size_t leader(std::string_view text) {
  std::size_t dots = 0;
  std::size_t at = 0;
  while (at < text.size() &&
         (text[at] == '.' || (text[at] == ' ' && at + 1 < text.size() && text[at + 1] == '.'))) {
    dots += text[at] == '.' ? 1 : 0;
    ++at;
  }
  return dots >= 3 ? at : 0;
}

// A rule drawn under a column, which is no text.
bool drawn(std::string_view text) {
  return (text.size() >= 3 && text[1] == text[0] &&
          std::all_of(text.begin(), text.end(),
                      [](char c) { return c == '-' || c == '=' || c == '_' || c == ' '; })) ||
         drawn_across(text);
}

// The tags that give EDGAR's old text tables their columns, and page marks.
bool old_tag(std::string_view text) {
  constexpr std::array<std::string_view, 10> kTags{"<S>",      "<C>",  "<CAPTION>", "<PAGE>",     "<TABLE>",
                                                   "</TABLE>", "<FN>", "</FN>",     "</CAPTION>", "<R>"};
  return text.starts_with('<') && std::find(kTags.begin(), kTags.end(), text) != kTags.end();
}

bool closes(std::string_view text) { return text == ")" || text == ")%" || text == "%" || text == "%)"; }

// Without the mark behind a word that was set apart.
std::string_view printed(std::string_view text) {
  while (text.size() > 1 && text.back() == kJoined) text.remove_suffix(1);
  return text;
}

class Pieces {
 public:
  Pieces(TextLine& line, bool blank_groups) : line_(&line), blank_groups_(blank_groups) {}

  void find() {
    const std::string_view text = line_->line.text;
    for (std::size_t at = 0; at < text.size();) {
      if (const std::size_t run = plain_run(text, at); run != 0) {
        pass(text, at, run);
        at += run;
        continue;
      }
      const Character character = character_at(text, at);
      if (character.space) {
        if (text[at] == '\f') line_->new_page = true;
        column_ = text[at] == '\t' ? (column_ / kTab + 1) * kTab : column_ + (text[at] == '\f' ? 0 : 1);
        spaces_ += text[at] == '\t' ? 2 : 1;
        at += character.bytes;
        continue;
      }
      if (const std::size_t dots = text[at] == '.' ? leader(text.substr(at)) : 0; dots != 0) {
        column_ += static_cast<std::uint32_t>(dots);
        spaces_ += 2;
        at += dots;
        continue;
      }
      go_on(text.data() + at, character.bytes, 1);
      at += character.bytes;
    }
    end_piece(nullptr);
    // The mark of a blank column.
    std::vector<Piece>& pieces = line_->pieces;
    if (pieces.size() > 1 && leads_figure(pieces.back().text) && pieces[pieces.size() - 2].figure)
      pieces.pop_back();
  }

 private:
  // How many blanks stand here in a row, or how many characters of one byte that are neither blank nor dot.
  static std::size_t plain_run(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    if (text[at] == ' ') {
      while (at < text.size() && text[at] == ' ') ++at;
    } else {
      while (at < text.size() && text[at] > ' ' && text[at] < '\x7f' && text[at] != '.') ++at;
    }
    return at - begin;
  }

  void pass(std::string_view text, std::size_t at, std::size_t run) {
    if (text[at] == ' ') {
      column_ += static_cast<std::uint32_t>(run);
      spaces_ += static_cast<std::uint32_t>(run);
    } else {
      go_on(text.data() + at, run, static_cast<std::uint32_t>(run));
    }
  }

  // What stands here belongs to the piece that is open, or begins one.
  void go_on(const char* from, std::size_t bytes, std::uint32_t columns) {
    if (spaces_ >= 2 || open_ == nullptr) end_piece(from);
    spaces_ = 0;
    column_ += columns;
    last_ = from + bytes;
    right_ = column_;
  }

  void end_piece(const char* next) {
    if (open_ != nullptr)
      add({printed(std::string_view(open_, static_cast<std::size_t>(last_ - open_))), left_, right_, false});
    open_ = next;
    left_ = column_;
  }

  void add(Piece piece) {
    if (drawn(piece.text) || old_tag(piece.text)) return;
    std::vector<Piece>& pieces = line_->pieces;
    // The end of a figure that was printed apart from it.
    if (!pieces.empty() && pieces.back().figure && closes(piece.text) && belongs(pieces.back(), piece)) {
      pieces.back() = joined(pieces.back(), piece);
      return;
    }
    // "(59,479) $": the mark of the next column's figure.
    if (const std::size_t mark = piece.text.rfind(' ');
        mark != std::string_view::npos && leads_figure(piece.text.substr(mark + 1)) &&
        figure_or_nothing(trimmed(piece.text.substr(0, mark)))) {
      const auto width = static_cast<std::uint32_t>(piece.text.size() - mark - 1);
      Piece lead{piece.text.substr(mark + 1), piece.right - std::min(width, piece.right), piece.right, false};
      piece.text = trimmed(piece.text.substr(0, mark));
      piece.right = lead.left - 1;
      add(piece);
      pieces.push_back(lead);
      return;
    }
    // A currency or an opening parenthesis before its figure.
    piece.figure = figure_or_nothing(piece.text) && !closes_another(piece.text);
    if (piece.figure && !year(piece.text) && !pieces.empty() && leads_figure(pieces.back().text)) {
      pieces.back() = joined(pieces.back(), piece);
      pieces.back().figure = true;
      return;
    }
    if (piece.figure || piece.text.find(' ') == std::string_view::npos) {
      pieces.push_back(piece);
      return;
    }
    split(piece);
  }

  // ") (64,822": the bracket is the end of the figure before.
  static bool closes_another(std::string_view text) {
    return text.front() == ')' || text.find(") ") != std::string_view::npos;
  }

  // "12 845", where thousands are parted by blanks.
  static void join_groups(std::vector<Piece>& words) {
    for (std::size_t at = 1; at < words.size();) {
      const std::string_view before = words[at - 1].text, text = words[at].text;
      const auto digit_ends = [](std::string_view word) {
        return static_cast<std::size_t>(std::find_if_not(word.rbegin(), word.rend(), is_digit) -
                                        word.rbegin());
      };
      const std::size_t head = digit_ends(before);
      const auto group =
          static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
      const bool whole = head > 0 && head <= 3 && words[at].left == words[at - 1].right + 1 && group == 3 &&
                         (words[at - 1].figure || figure_or_nothing(before));
      if (!whole) {
        ++at;
        continue;
      }
      words[at - 1] = joined(words[at - 1], words[at]);
      words[at - 1].figure = true;
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  static bool belongs(const Piece& figure, const Piece& mark) {
    const bool open =
        figure.text.find('(') != std::string_view::npos && figure.text.find(')') == std::string_view::npos;
    if (mark.text.starts_with(')')) return open;
    return mark.left - figure.right <= 4 && !year(figure.text) && !figure.text.ends_with('%');
  }

  // Figures with single spaces between them are pieces of their own, each with its marks; so are two or more
  // at the end of a label that can be nothing else.
  void split(const Piece& piece) {
    const std::string_view last = piece.text.substr(piece.text.rfind(' ') + 1);
    if (!figure_or_nothing(last) && !closes(last) && piece.text.front() != ')' && piece.text.front() != '%') {
      line_->pieces.push_back(piece);
      return;
    }
    std::vector<Piece> words = words_of(piece);
    if (blank_groups_) join_groups(words);
    for (Piece& word : words) word.figure = word.figure || figure_or_nothing(word.text);
    std::vector<Piece>& pieces = line_->pieces;
    if (!pieces.empty() && pieces.back().figure && closes(words.front().text) &&
        belongs(pieces.back(), words.front())) {
      pieces.back() = joined(pieces.back(), words.front());
      words.erase(words.begin());
    }
    std::vector<Piece> figures;  // from the last to the first
    std::size_t sure = 0;
    while (!words.empty()) {
      Piece word = words.back();
      if (closes(word.text) && words.size() > 1 && words[words.size() - 2].figure &&
          belongs(words[words.size() - 2], word)) {
        words.pop_back();
        words.back() = joined(words.back(), word);
        continue;
      }
      if (!word.figure) break;
      words.pop_back();
      if (!words.empty() && leads_figure(words.back().text) && !year(word.text)) {
        word = joined(words.back(), word);
        words.pop_back();
      }
      word.figure = true;
      sure += surely_figure(word.text) ? 1 : 0;
      figures.push_back(word);
    }
    if (!words.empty() && sure < 2) {
      const auto from = static_cast<std::size_t>(words.front().text.data() - piece.text.data());
      pieces.push_back({piece.text.substr(from), words.front().left, piece.right, false});
      return;
    }
    if (!words.empty()) {
      Piece label = joined(words.front(), words.back());
      label.figure = false;
      pieces.push_back(label);
    }
    pieces.insert(pieces.end(), figures.rbegin(), figures.rend());
  }

  TextLine* line_;
  bool blank_groups_;
  std::uint32_t column_ = 0;
  std::uint32_t spaces_ = 2;
  const char* open_ = nullptr;  // where the piece starts
  const char* last_ = nullptr;  // after its last character
  std::uint32_t left_ = 0;
  std::uint32_t right_ = 0;
};

}  // namespace

std::string_view TextLine::text() const {
  if (pieces.empty()) return {};
  const char* begin = pieces.front().text.data();
  return {begin, static_cast<std::size_t>(pieces.back().text.data() + pieces.back().text.size() - begin)};
}

namespace {

// "4(a)", "3, 5": the number of a note.
bool note_reference(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || open == 0 || open > 2 || text.size() != open + 3) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(open), is_digit) &&
         text.back() == ')';
}

bool in_damaged_figure(char c) {
  switch (c) {
    case ',':
    case '.':
    case '/':
    case '(':
    case ')':
    case '%':
    case '-':
    case '$':
    case '\'':
    case '_':
      return true;
    default:
      return is_digit(c);
  }
}

// Figures as scanners garble them: digits with a stroke among them, or a footnote's letter after them; and
// those that a narrow column cut short.
bool damaged_figure(std::string_view text) {
  constexpr std::string_view kCut = "\u2026";
  if (text.ends_with(kCut)) text.remove_suffix(kCut.size());
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  if (digits < 2 || text.size() > 24) return false;
  if (text.back() >= 'a' && text.back() <= 'z') text.remove_suffix(1);
  const bool separated = text.find(',') != std::string_view::npos || text.find('.') != std::string_view::npos;
  return separated && static_cast<std::size_t>(digits) * 2 > text.size() &&
         text.find("//") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), in_damaged_figure);
}

}  // namespace

bool figure_or_nothing(std::string_view text) {
  const bool has_digit = std::any_of(text.begin(), text.end(), is_digit);
  if (text.ends_with(',')) return false;  // "31,": a day, whose year stands in the next line
  if (has_digit) return figure(text) || note_reference(text) || damaged_figure(text);
  if (text.empty() || text.size() > 6) return false;
  constexpr auto kNothing =
      std::to_array<std::string_view>({"n/m", "N/M", "n/a", "N/A", "nm", "NM", "n.m.", "nil", "Nil", "_"});
  const char first = text.front();
  if (first == 'n' || first == 'N' || first == '_')
    return std::find(kNothing.begin(), kNothing.end(), text) != kNothing.end();
  if (text == "-%" || text == "\u2013%" || text == "\u2014%") return true;
  const bool dash = first == '-' || first == '(' || (first & 0x80) != 0;
  return dash && text.find_first_of("$%#*+") == std::string_view::npos && figure(text);
}

bool figure_of_a_row(std::string_view text) { return figure_or_nothing(text) && !year(text); }

bool surely_figure(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma != std::string_view::npos && comma + 3 < text.size() && is_digit(text[comma + 1])) return true;
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos && point > 0 && point + 1 < text.size() && is_digit(text[point - 1]) &&
      is_digit(text[point + 1]))
    return true;
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  return (text.front() == '(' && text.back() == ')' && digits > 1) || (text.back() == '%' && digits > 0);
}

Piece joined(const Piece& a, const Piece& b) {
  const auto bytes = static_cast<std::size_t>(b.text.data() + b.text.size() - a.text.data());
  return {std::string_view(a.text.data(), bytes), a.left, b.right, a.figure || b.figure};
}

std::vector<Piece> words_of(const Piece& piece) {
  const std::string_view text = piece.text;
  std::vector<Piece> words;
  words.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1);
  std::uint32_t column = piece.left;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::uint32_t left = column;
    while (at < text.size()) {
      if (text[at] > ' ' && text[at] < '\x7f') {
        ++at;
      } else if (const Character character = character_at(text, at); !character.space) {
        at += character.bytes;
      } else {
        break;
      }
      ++column;
    }
    if (at > begin) {
      words.push_back({printed(text.substr(begin, at - begin)), left, column, false});
    } else {
      at += character_at(text, at).bytes;
      ++column;
    }
  }
  return words;
}

bool groups_by_blanks(std::string_view text) {
  constexpr std::size_t kHabit = 8;  // figures: fewer may be columns that one blank parts
  std::size_t blanks = 0, others = 0;
  for (std::size_t at = 1; at + 3 < text.size(); ++at) {
    if (!is_digit(text[at + 3])) {  // nor is there a group behind the next two
      at += 2;
      continue;
    }
    const char c = text[at];
    const bool parts = (c == ' ' || c == ',' || c == '.') && is_digit(text[at - 1]) &&
                       is_digit(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]) &&
                       (at + 4 >= text.size() || !is_digit(text[at + 4]));
    if (!parts) continue;
    std::size_t first = at;
    while (first > 0 && is_digit(text[first - 1])) --first;
    if (at - first > 3) continue;
    const char before = first > 0 ? text[first - 1] : ' ';
    const bool set_off =
        before == '(' || before == '-' || (first > 1 && before == ' ' && text[first - 2] == ' ');
    (c == ' ' ? blanks : others) += c != ' ' || set_off ? 1 : 0;
  }
  return blanks >= kHabit && blanks > 2 * others;
}

bool drawn_across(std::string_view text) {
  constexpr std::string_view kStroke = "\u2500";
  constexpr std::size_t kShortest = 20;  // strokes
  text = trimmed(text);
  std::size_t strokes = 0;
  for (; text.starts_with(kStroke); ++strokes) text.remove_prefix(kStroke.size());
  return text.empty() && strokes >= kShortest;
}

TextLine text_line(const Line& line, bool blank_groups) {
  TextLine found;
  found.line = line;
  constexpr std::size_t kWidest = 16 << 10;  // bytes; what is wider is text, whatever stands in it
  if (line.text.size() <= kWidest) {
    Pieces(found, blank_groups).find();
  } else if (const std::string_view text = trimmed(line.text); !text.empty()) {
    found.pieces.push_back({text, 0, static_cast<std::uint32_t>(text.size()), false});
  }
  return found;
}

}  // namespace kcfin::read_room
