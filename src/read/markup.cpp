// Taking light markup out of a piece of text.
//
// One pass from left to right. What must be looked for ahead (the end of an emphasis, of a link, of a
// comment) is looked for at most once at a time, so that a text full of openings costs no more than another.
#include "read/markup.h"

#include <algorithm>
#include <array>

#include "read/encoding.h"
#include "read/entity.h"
#include "read/set_apart.h"
#include "values/ascii.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

using ascii::white;

constexpr std::size_t kNone = std::string_view::npos;

bool letter(char c) { return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80) != 0; }

constexpr bool markup_byte(char c) {
  return c == '<' || c == '&' || c == '*' || c == '_' || c == '\\' || c == '[' || c == '!' || c == '^';
}

// The characters that are text and nothing else.
constexpr std::array<bool, 256> kStands = [] {
  std::array<bool, 256> out{};
  for (std::size_t byte = 0; byte < 128; ++byte) {
    const char c = static_cast<char>(byte);
    out[byte] = !white(c) && !markup_byte(c) && c != ']' && c != kJoined;
  }
  return out;
}();

constexpr std::array<std::string_view, 32> kInlineTags{
    "a",     "abbr", "b",      "big",    "br",  "center", "cite", "code", "del", "div", "em",
    "font",  "h1",   "h2",     "h3",     "h4",  "hr",     "i",    "ins",  "li",  "p",   "s",
    "small", "span", "strike", "strong", "sub", "sup",    "tt",   "u",    "ul",  "ol"};

struct Tag {
  std::string_view name;
  bool closing = false;
  std::size_t bytes = 0;
};

bool same_letters(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() && std::equal(a.begin(), a.end(), lower.begin(),
                                                [](char x, char y) { return (x | 0x20) == y || x == y; });
}

// The inline tag that starts here; nothing for any other "<".
Tag tag_at(std::string_view text) {
  constexpr std::size_t kLongest = 1024;
  Tag tag;
  std::size_t at = 1;
  if (at < text.size() && text[at] == '/') {
    tag.closing = true;
    ++at;
  }
  const std::size_t first = at;
  while (at < text.size() && at - first < 8 && (letter(text[at]) || is_digit(text[at]))) ++at;
  const std::string_view name = text.substr(first, at - first);
  if (at >= text.size() || (text[at] != '>' && text[at] != '/' && !white(text[at]))) return {};
  const auto known = std::find_if(kInlineTags.begin(), kInlineTags.end(), [&](std::string_view inline_tag) {
    return same_letters(name, inline_tag);
  });
  if (known == kInlineTags.end()) return {};
  const std::size_t end = text.substr(0, kLongest).find('>', at);
  if (end == kNone) return {};
  tag.name = *known;
  tag.bytes = end + 1;
  return tag;
}

class Reader {
 public:
  Reader(std::string_view piece, const Source& source, Assembler& text)
      : piece_(piece), offset_(source.offset(piece.data())), text_(&text) {}

  void run() {
    while (at_ < piece_.size()) step();
  }

 private:
  // Looked-for things ahead: where the next one stands, found once and kept until it is passed.
  struct Ahead {
    std::size_t at = 0;
    bool known = false;
    bool none = false;
  };

  [[nodiscard]] char peek(std::size_t at) const { return at < piece_.size() ? piece_[at] : '\0'; }
  [[nodiscard]] char before(std::size_t at) const { return at == 0 ? ' ' : piece_[at - 1]; }

  template <class Found>
  std::size_t next(Ahead& ahead, std::size_t from, Found found) {
    if (ahead.none) return kNone;
    if (ahead.known && ahead.at >= from) return ahead.at;
    for (std::size_t at = from; at < piece_.size(); ++at) {
      if (!found(at)) continue;
      ahead = {at, true, false};
      return at;
    }
    ahead.none = true;
    return kNone;
  }

  void step() {
    switch (piece_[at_]) {
      case '<':
        return angle();
      case '&':
        return ampersand();
      case '*':
        return star();
      case '_':
        return underscore();
      case '\\':
        return backslash();
      case '!':
        if (peek(at_ + 1) != '[') return ordinary();
        return image();
      case '[':
        return bracket();
      case ']':
        return closing_bracket();
      case '^':
        return caret();
      case kJoined:
        ++at_;
        return;
      default:
        return ordinary();
    }
  }

  // The longest run that stands as it is.
  void ordinary() {
    const char c = piece_[at_];
    if (white(c)) {
      c == '\n' ? text_->line_break() : text_->space();
      ++at_;
    } else if ((c & 0x80) != 0) {
      const std::size_t bytes = rune_bytes(c);
      text_->put_character(piece_.substr(at_, bytes), offset_ + at_, bytes);
      at_ += bytes;
    } else {
      std::size_t end = at_ + 1;
      while (end < piece_.size() && (stands(piece_[end]) || single_space(end))) ++end;
      text_->put(piece_.substr(at_, end - at_), offset_ + at_);
      at_ = end;
    }
  }
  static bool stands(char c) { return kStands[static_cast<unsigned char>(c)]; }

  [[nodiscard]] bool single_space(std::size_t at) const {
    return piece_[at] == ' ' && at + 1 < piece_.size() && stands(piece_[at + 1]);
  }

  void angle() {
    if (piece_.substr(at_, 4) == "<!--") {
      const std::size_t end =
          next(comment_end_, at_ + 4, [&](std::size_t at) { return piece_.substr(at, 3) == "-->"; });
      if (end == kNone) return ordinary();
      at_ = end + 3;
      return;
    }
    const Tag tag = tag_at(piece_.substr(at_));
    if (tag.bytes == 0) return ordinary();
    if (tag.name == "sup" && !tag.closing && skip_footnote_mark(tag.bytes)) return;
    if (tag.name == "br" || tag.name == "p" || tag.name == "div" || tag.name == "li") text_->space();
    at_ += tag.bytes;
  }

  // "^(1)^", "^th^": raised, as some Markdown has it. A footnote's mark behind a word goes, other letters
  // stay.
  void caret() {
    constexpr std::size_t kLongest = 12;
    if (at_ == caret_end_) {
      ++at_;
      return;
    }
    const std::string_view rest = piece_.substr(at_ + 1, kLongest);
    const std::string_view raised = rest.substr(0, std::min(rest.find('^'), rest.size()));
    if (raised.empty() || raised.size() == rest.size() || std::any_of(raised.begin(), raised.end(), white))
      return ordinary();
    caret_end_ = at_ + 1 + raised.size();
    at_ = text_->at_word() && raised_marks(raised) ? caret_end_ + 1 : at_ + 1;
  }

  // One mark after the other: "(5)(6)".
  static bool raised_marks(std::string_view raised) {
    while (raised.starts_with('(')) {
      const std::size_t end = raised.find(')');
      if (end == kNone || !footnote_mark(raised.substr(0, end + 1))) return false;
      raised.remove_prefix(end + 1);
      if (raised.empty()) return true;
    }
    return footnote_mark(raised);
  }

  bool skip_footnote_mark(std::size_t opening) {
    const std::string_view rest = piece_.substr(at_ + opening, 16);
    const std::size_t end = rest.find("</");
    if (end == kNone || !text_->at_word() || !footnote_mark(rest.substr(0, end))) return false;
    const Tag closing = tag_at(piece_.substr(at_ + opening + end));
    if (closing.name != "sup") return false;
    at_ += opening + end + closing.bytes;
    return true;
  }

  void ampersand() {
    const auto found = entity(piece_.substr(at_));
    if (!found) return ordinary();
    std::string rune;
    append_utf8(rune, found->character);
    text_->put_character(rune, offset_ + at_, found->bytes);
    at_ += found->bytes;
  }

  // A backslash before punctuation escapes it; before a letter it is a converter's slip.
  void backslash() {
    const char c = peek(at_ + 1);
    const bool escapes = c > ' ' && c < 0x7F && !is_digit(c) && c != ',' && c != '/';
    if (!escapes) return ordinary();
    ++at_;
    if (letter(c)) return;
    text_->put(piece_.substr(at_, 1), offset_ + at_);
    ++at_;
  }

  [[nodiscard]] std::size_t run_of(char c, std::size_t at) const {
    std::size_t end = at;
    while (peek(end) == c && end < piece_.size()) ++end;
    return end - at;
  }
  // May an emphasis open after `left` and before `right`; may it close there?
  static bool opens(char left, char right) {
    return (white(left) || left == '(' || left == '"' || left == '*' || left == '[' || (left & 0x80) != 0) &&
           !white(right) && right != '\0';
  }
  static bool closes(char left, char right) {
    return !white(left) && (white(right) || right == '\0' || right == '*' || (right & 0x80) != 0 ||
                            std::string_view(".,;:!?)]\"'").find(right) != kNone);
  }

  void literal(std::size_t bytes) {
    text_->put(piece_.substr(at_, bytes), offset_ + at_);
    at_ += bytes;
  }

  void star() {
    const std::size_t run = run_of('*', at_);
    const char left = before(at_);
    const char right = peek(at_ + run);
    const bool isolated = white(left) && (white(right) || right == '\0');
    if (run == 1) return single_star(left, right);
    if (run <= 3 && !isolated) {
      at_ += run;
    } else {
      literal(run);
    }
  }

  void single_star(char left, char right) {
    if (at_ == star_end_) {
      ++at_;
      return;
    }
    const bool at_end = at_ + 1 == piece_.size();
    if (opens(left, right)) {
      const std::size_t end = next(star_ahead_, at_ + 2, [&](std::size_t at) {
        return piece_[at] == '*' && peek(at + 1) != '*' && before(at) != '*' &&
               closes(before(at), peek(at + 1));
      });
      // An emphasis that goes on in the next line opens here and ends there.
      if (end == kNone && (at_ != 0 || !letter(right))) return literal(1);
      star_end_ = end;
      ++at_;
    } else if (at_end && letter(left)) {
      ++at_;
    } else {
      literal(1);
    }
  }

  void underscore() {
    const std::size_t run = run_of('_', at_);
    if (at_ == underscore_end_ && run == underscore_run_) {
      at_ += run;
      return;
    }
    const char right = peek(at_ + run);
    if (run > 2 || !opens(before(at_), right) || !(letter(right) || is_digit(right) || right == '('))
      return literal(run);
    const std::size_t end = next(underscore_ahead_[run - 1], at_ + run + 1, [&](std::size_t at) {
      return piece_[at] == '_' && before(at) != '_' && run_of('_', at) == run &&
             closes(before(at), peek(at + run));
    });
    if (end == kNone) return literal(run);
    underscore_end_ = end;
    underscore_run_ = run;
    at_ += run;
  }

  // "[text](target)" is a link: the text stays.
  void bracket() {
    const std::size_t middle = next(link_ahead_, at_ + 1, [&](std::size_t at) {
      return piece_[at] == ']' && peek(at + 1) == '(' && link_end(at + 1) != kNone;
    });
    const std::size_t inner =
        next(bracket_ahead_, at_ + 1, [&](std::size_t at) { return piece_[at] == '['; });
    if (middle == kNone || inner < middle) return literal(1);
    link_middle_ = middle;
    ++at_;
  }
  void closing_bracket() {
    if (at_ != link_middle_) return literal(1);
    at_ = link_end(at_ + 1) + 1;
  }
  void image() {
    const std::size_t close = piece_.substr(0, std::min(piece_.size(), at_ + 512)).find("](", at_);
    const std::size_t end = close == kNone ? kNone : link_end(close + 1);
    if (end == kNone) return literal(1);
    at_ = end + 1;
  }
  // Where the target that opens here ends; targets have no white space.
  [[nodiscard]] std::size_t link_end(std::size_t open) const {
    constexpr std::size_t kLongest = 2048;
    for (std::size_t at = open + 1; at < piece_.size() && at - open < kLongest; ++at) {
      if (piece_[at] == ')') return at;
      if (white(piece_[at]) || piece_[at] == '(') return kNone;
    }
    return kNone;
  }

  std::string_view piece_;
  std::size_t offset_;
  Assembler* text_;
  std::size_t at_ = 0;
  std::size_t star_end_ = kNone;
  std::size_t caret_end_ = kNone;
  std::size_t underscore_end_ = kNone;
  std::size_t underscore_run_ = 0;
  std::size_t link_middle_ = kNone;
  Ahead comment_end_;
  Ahead star_ahead_;
  std::array<Ahead, 2> underscore_ahead_;
  Ahead link_ahead_;
  Ahead bracket_ahead_;
};

constexpr std::array<std::string_view, 14> kBullets{"-",      "\u2022", "\u00B7", "\u25CF", "\u25CB",
                                                    "\u25AA", "\u25AB", "\u25E6", "\u2219", "\u2023",
                                                    "\uF0B7", "\uF0A7", "\u2013", "\u2014"};

// What is left of a bullet of a symbol font: "l Net revenues were", "§ Net revenues were".
constexpr std::array<std::string_view, 7> kSymbols{"l", "n", "o", "u", "q", "\u00A7", "\u00D8"};

// The blanks behind a mark that ends at `at` end there; `at` again where the text ends with them.
std::size_t behind_mark(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && (white(line[end]) || line.substr(end).starts_with("\u00A0")))
    end += rune_bytes(line[end]);
  return end < line.size() ? end : at;
}

}  // namespace

bool footnote_mark(std::string_view raised) {
  raised = trimmed(raised);
  if (raised.starts_with('(') && raised.ends_with(')')) raised = raised.substr(1, raised.size() - 2);
  if (raised.empty() || raised.size() > 4) return false;
  if (raised.size() == 1 && letter(raised.front())) return true;
  const auto all = [&](auto is) { return std::all_of(raised.begin(), raised.end(), is); };
  return all([](char c) { return c == 'i' || c == 'v' || c == 'x'; }) ||
         all([](char c) { return is_digit(c) || c == '*' || c == '#' || c == ','; });
}

void add_marked_up(std::string_view piece, const Source& source, Assembler& text) {
  if (!piece.empty()) Reader(piece, source, text).run();
}

std::string_view bullet(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && white(line[at])) ++at;
  const auto plain = [&](std::size_t i) { return (line[i] & 0x80) == 0 && !white(line[i]); };
  if (at + 1 >= line.size() || (line[at] != '-' && plain(at) && plain(at + 1))) return {};  // as most begin
  for (const std::string_view mark : kBullets) {
    if (!line.substr(at).starts_with(mark)) continue;
    const std::size_t spaces = at + mark.size(), end = behind_mark(line, spaces);
    if (end > spaces) return line.substr(0, end);
  }
  for (const std::string_view mark : kSymbols) {
    if (!line.substr(at).starts_with(mark)) continue;
    const std::size_t spaces = at + mark.size(), end = behind_mark(line, spaces);
    const bool capital = end > spaces && line[end] >= 'A' && line[end] <= 'Z';
    if (capital && end + 1 < line.size() && letter(line[end + 1])) return line.substr(0, end);
  }
  return {};
}

}  // namespace kcfin::read_room
