// Telling files that are no text by their first bytes.
#include "read/admission.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "values/ascii.h"

namespace kcfin::read_room {
namespace {

using ascii::white;

using namespace std::string_view_literals;

struct Signature {
  std::string_view start;
  std::string_view what;
};

constexpr std::array kSignatures{
    Signature{"%PDF-"sv, "a PDF file: convert it to text first (pdftotext -layout)"},
    Signature{"\x89PNG\r\n"sv, "an image (PNG), not text"},
    Signature{"\xFF\xD8\xFF"sv, "an image (JPEG), not text"},
    Signature{"GIF87a"sv, "an image (GIF), not text"},
    Signature{"GIF89a"sv, "an image (GIF), not text"},
    Signature{"II*\0"sv, "an image (TIFF), not text"},
    Signature{"MM\0*"sv, "an image (TIFF), not text"},
    Signature{"RIFF"sv, "a RIFF media file, not text"},
    Signature{"PK\x03\x04"sv, "a ZIP archive or Office document: unpack it or save it as text first"},
    Signature{"PK\x05\x06"sv, "an empty ZIP archive"},
    Signature{"\x1F\x8B"sv, "a gzip archive: unpack it first"},
    Signature{"BZh"sv, "a bzip2 archive: unpack it first"},
    Signature{"\xFD"
              "7zXZ\0"sv,
              "an xz archive: unpack it first"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive: unpack it first"},
    Signature{"\x28\xB5\x2F\xFD"sv, "a Zstandard archive: unpack it first"},
    Signature{"\xD0\xCF\x11\xE0"sv, "an old Office document: save it as text or HTML first"},
    Signature{"{\\rtf"sv, "an RTF document: save it as text or HTML first"},
    Signature{"%!PS"sv, "a PostScript file: convert it to text first"},
    Signature{"\x7F"
              "ELF"sv,
              "a program, not text"},
    Signature{"SQLite format 3\0"sv, "a SQLite database, not text"},
    Signature{"\xFF\xFE"sv, "UTF-16 text: save it as UTF-8 first"},
    Signature{"\xFE\xFF"sv, "UTF-16 text: save it as UTF-8 first"},
};

bool control(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value < 0x20 && !(value >= '\t' && value <= '\r') && value != 0x1A;
}

// Where a PDF's own signature stands; readers of that format allow some bytes before it.
bool pdf_after_preamble(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-1."sv) != std::string_view::npos &&
         bytes.find(" obj"sv) < std::size_t{8192};
}

std::optional<std::string_view> known_format(std::string_view bytes) {
  for (const Signature& signature : kSignatures)
    if (bytes.starts_with(signature.start)) return signature.what;
  if (pdf_after_preamble(bytes)) return kSignatures.front().what;
  return std::nullopt;
}

std::optional<Error> binary(std::string_view bytes) {
  if (const void* nul = std::memchr(bytes.data(), '\0', bytes.size()))
    return Error{
        fmt::format("binary file (NUL at byte {})", static_cast<const char*>(nul) - bytes.data() + 1), 0};
  // One character in fifty is far more than any text carries, far less than any binary file does.
  const std::string_view head = bytes.substr(0, 16 << 10);
  const auto controls = std::count_if(head.begin(), head.end(), control);
  if (controls > 4 && controls * 50 > static_cast<std::ptrdiff_t>(head.size()))
    return Error{"binary file (control characters throughout)", 0};
  return std::nullopt;
}

}  // namespace

std::optional<Error> refusal(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.size() > limits.max_bytes)
    return Error{fmt::format("larger than the limit of {} bytes", limits.max_bytes), 0};
  if (bytes.empty()) return Error{"empty file", 0};
  if (const auto what = known_format(bytes)) return Error{std::string(*what), 0};
  if (auto error = binary(bytes)) return error;
  if (std::all_of(bytes.begin(), bytes.end(), white)) return Error{"empty file (white space alone)", 0};
  return std::nullopt;
}

}  // namespace kcfin::read_room
