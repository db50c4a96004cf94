// One pass over the tags, with a stack of what is open; one over the archive's local headers.
#include "fuzz/printed.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "fuzz/property.h"

namespace kcfin::fuzz {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool of_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':' ||
         c == '_';
}

std::size_t name_end(std::string_view text, std::size_t at) {
  while (at < text.size() && of_name(text[at])) ++at;
  return at;
}

void require_references(std::string_view text) {
  for (std::size_t at = text.find('&'); at != kNone; at = text.find('&', at + 1)) {
    std::size_t end = at + 1;
    if (end < text.size() && text[end] == '#') ++end;
    end = name_end(text, end);
    require(end > at + 1 && end < text.size() && text[end] == ';', "a reference ends");
  }
}

// Behind the name of an element: its attributes, up to the ">" or "/>".
std::size_t attributes_end(std::string_view text, std::size_t at) {
  while (true) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
    require(at < text.size(), "a tag ends");
    if (text[at] == '>' || text[at] == '/') return at;
    const std::size_t end = name_end(text, at);
    require(end > at, "an attribute has a name");
    at = end;
    if (at >= text.size() || text[at] != '=') continue;  // one that is only named
    require(at + 1 < text.size() && text[at + 1] == '"', "an attribute is quoted");
    const std::size_t close = text.find('"', at + 2);
    require(close != kNone, "a quotation ends");
    const std::string_view value = text.substr(at + 2, close - at - 2);
    require(value.find('<') == kNone, "no tag stands in an attribute");
    require_references(value);
    at = close + 1;
  }
}

bool has_no_end(std::string_view name) {
  static constexpr auto kVoid =
      std::to_array<std::string_view>({"meta", "link", "br", "hr", "img", "input", "col", "wbr"});
  return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
}

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t size) {
  require(at + size <= bytes.size(), "an archive is whole");
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::string inflated(std::string_view packed, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  require(inflateInit2(&stream, -MAX_WBITS) == Z_OK, "zlib starts");
  std::string in(packed);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = inflate(&stream, Z_FINISH);
  const bool whole = ended == Z_STREAM_END && stream.avail_out == 0;
  inflateEnd(&stream);
  require(whole, "a file of an archive unpacks to its size");
  return out;
}

}  // namespace

void require_balanced(std::string_view text, bool html) {
  std::vector<std::string_view> open;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t tag = std::min(text.find('<', at), text.size());
    require_references(text.substr(at, tag - at));
    if (tag == text.size()) break;
    at = tag + 1;
    if (text.substr(at).starts_with('!') || text.substr(at).starts_with('?')) {
      at = text.find('>', at) + 1;
      require(at != 0, "a declaration ends");
      continue;
    }
    const bool closing = text.substr(at).starts_with('/');
    at += closing ? 1 : 0;
    const std::string_view name = text.substr(at, name_end(text, at) - at);
    require(!name.empty(), "no bracket of the filing is printed as it is");
    at = attributes_end(text, at + name.size());
    const bool alone = text[at] == '/';
    at = text.find('>', at) + 1;
    if (closing) {
      require(!open.empty() && open.back() == name, "what is opened last is closed first");
      open.pop_back();
    } else if (!alone && !(html && has_no_end(name))) {
      open.push_back(name);
      if (html && (name == "script" || name == "style")) at = text.find("</" + std::string(name), at);
      require(at != kNone, "a script ends");
    }
  }
  require(open.empty(), "what is opened is closed");
}

void require_workbook(std::string_view archive) {
  constexpr std::uint32_t kFile = 0x04034b50;
  std::size_t at = 0, files = 0;
  while (little(archive, at, 4) == kFile) {
    const std::uint32_t checksum = little(archive, at + 14, 4), packed = little(archive, at + 18, 4),
                        size = little(archive, at + 22, 4);
    const std::size_t begin = at + 30 + little(archive, at + 26, 2) + little(archive, at + 28, 2);
    require(begin + packed <= archive.size(), "an archive is whole");
    const std::string content = inflated(archive.substr(begin, packed), size);
    const auto* bytes = reinterpret_cast<const Bytef*>(content.data());
    require(crc32(0, bytes, static_cast<uInt>(content.size())) == checksum,
            "a file of an archive has its checksum");
    require_balanced(content, false);
    at = begin + packed;
    ++files;
  }
  require(files >= 5, "a workbook has its parts");
}

}  // namespace kcfin::fuzz
