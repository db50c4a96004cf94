// A tree keeps, for every text, the bytes that it was made from.
#include "read/html_tree.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "read/encoding.h"
#include "read/entity.h"
#include "read/gumbo_tree.h"
#include "read/html_attributes.h"
#include "read/plain_tree.h"
#include "values/ascii.h"

namespace kcfin::read_room {
namespace {

using ascii::alphanumeric;
using ascii::white;

// The bytes that stand for themselves, one each, and part no words.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> out{};
  for (std::size_t byte = 0; byte < 128; ++byte) {
    const char c = static_cast<char>(byte);
    out[byte] = !white(c) && c != '&' && c != '<';
  }
  return out;
}();

// Walks over a decoded text and the bytes that it was decoded from, in step.
class Decoded {
 public:
  Decoded(std::string_view text, std::string_view original, const HtmlSegment& segment)
      : text_(text),
        original_(original),
        start_(static_cast<std::size_t>(original.data() - segment.text.data())),
        origin_(segment.origin(start_)),
        last_origin_(segment.origins.end()) {}

  void add_to(Assembler& assembler) {
    while (at_ < text_.size()) {
      skip_tags();
      const char c = text_[at_];
      if (white(c)) {
        c == '\n' ? assembler.line_break() : assembler.space();
        pass(1, white_bytes(c));
      } else if ((c & 0x80) != 0 || next_original() == '&') {
        character(assembler);
      } else {
        run(assembler);
      }
    }
  }

 private:
  // How many bytes a character of white space took.
  [[nodiscard]] std::size_t white_bytes(char c) const {
    if (next_original() == '&') return reference_bytes({&c, 1});
    return c == '\n' && original_.substr(from_, 2) == "\r\n" ? 2 : 1;
  }
  // Where the next character stands in the source.
  std::size_t here() {
    while (origin_ + 1 != last_origin_ && origin_[1].text <= start_ + from_) ++origin_;
    return origin_->source + (start_ + from_ - origin_->text);
  }
  // How many bytes from here on stand together in the source.
  std::size_t together() {
    here();
    return origin_ + 1 == last_origin_ ? original_.size() : origin_[1].text - (start_ + from_);
  }
  [[nodiscard]] char next_original() const { return from_ < original_.size() ? original_[from_] : '\0'; }
  void pass(std::size_t decoded, std::size_t original) {
    at_ += decoded;
    from_ = std::min(from_ + original, original_.size());
  }

  void run(Assembler& assembler) {
    const std::size_t offset = here();
    const std::size_t most = std::min({text_.size() - at_, original_.size() - from_, together()});
    std::size_t bytes = 0;
    const char* const text = text_.data() + at_;
    const char* const original = original_.data() + from_;
    while (bytes < most && kPlain[static_cast<unsigned char>(text[bytes])] && original[bytes] == text[bytes])
      ++bytes;
    // Where the two are out of step the text is right, its place as near as can be told.
    bytes = std::max<std::size_t>(bytes, 1);
    assembler.put(text_.substr(at_, bytes), offset);
    pass(bytes, bytes);
  }

  // Tags that the parser did not heed stand in the original. The guard leaves no other "<" in.
  void skip_tags() {
    while (next_original() == '<') from_ += tag_bytes(original_.substr(from_));
  }

  void character(Assembler& assembler) {
    const std::size_t length = std::min(rune_bytes(text_[at_]), text_.size() - at_);
    const std::string_view rune = text_.substr(at_, length);
    const std::size_t bytes = next_original() == '&' ? reference_bytes(rune) : own_bytes();
    assembler.put_character(rune, here(), bytes);
    pass(length, bytes);
  }

  // The parser replaces some characters by one of another length.
  [[nodiscard]] std::size_t own_bytes() const { return rune_bytes(next_original()); }

  [[nodiscard]] std::size_t reference_bytes(std::string_view rune) const {
    const std::string_view rest = original_.substr(from_);
    const std::uint32_t character = decode(rune);
    if (const auto found = entity(rest); found && found->character == character) return found->bytes;
    if (rune == "&" && !contains_lower(rest.substr(0, 4), "&amp")) return 1;
    return unterminated_bytes(rest, character);
  }

  // Of a reference that lacks its semicolon, or that only browsers know.
  static std::size_t unterminated_bytes(std::string_view rest, std::uint32_t character) {
    const bool number = rest.starts_with("&#");
    const bool hexadecimal = number && rest.size() > 2 && (rest[2] | 0x20) == 'x';
    std::size_t bytes = number ? (hexadecimal ? 3 : 2) : 1;
    while (bytes < rest.size() && bytes < 40 && belongs(rest[bytes], number, hexadecimal)) ++bytes;
    // The name may end before the letters do: "&nbsp34".
    for (std::size_t end = bytes; !number && end > 2; --end) {
      const auto found = entity(std::string(rest.substr(0, end)) + ';');
      if (found && found->character == character) return end;
    }
    return bytes + (bytes < rest.size() && rest[bytes] == ';' ? 1 : 0);
  }
  static bool belongs(char c, bool number, bool hexadecimal) {
    const bool digit = c >= '0' && c <= '9';
    if (!number) return alphanumeric(c);
    return digit || (hexadecimal && (c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }

  std::string_view text_;
  std::string_view original_;
  std::size_t start_;  // of the original in the segment
  std::vector<HtmlSegment::Origin>::const_iterator origin_;
  std::vector<HtmlSegment::Origin>::const_iterator last_origin_;
  std::size_t at_ = 0;    // in the text
  std::size_t from_ = 0;  // in the original
};

}  // namespace

HtmlTree::HtmlTree(const HtmlSegment& segment, const Source& source, Styles& styles)
    : segment_(&segment),
      source_(&source),
      memory_(std::make_unique<std::pmr::monotonic_buffer_resource>(2 * segment.text.size() + 4096)),
      root_(plain_tree(segment.text, styles, *memory_)) {
  if (root_ == nullptr) root_ = gumbo_tree(segment.text, styles, *memory_);
}

std::uint32_t HtmlTree::line(const MarkupNode& element) const {
  if (element.original.empty()) return 0;
  const auto offset = static_cast<std::size_t>(element.original.data() - segment_->text.data());
  const auto origin = segment_->origin(offset);
  return source_->place(origin->source + (offset - origin->text)).line;
}

void HtmlTree::add_text(const MarkupNode& node, Assembler& text) const {
  Decoded(node.text, node.original, *segment_).add_to(text);
}

}  // namespace kcfin::read_room
