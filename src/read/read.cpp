// The door of the room: lets a file in, finds out in which encoding and dialect it is written, reads it.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "kcfin/document.h"
#include "read/admission.h"
#include "read/builder.h"
#include "read/dialect.h"
#include "read/digest.h"
#include "read/encoding.h"
#include "read/set_apart.h"
#include "read/source.h"
#include "read/submission.h"

namespace kcfin {
namespace {

using namespace read_room;

std::optional<Error> overlong_line(std::string_view bytes, const ReadLimits& limits) {
  std::uint32_t number = 1;
  for (; !bytes.empty(); ++number) {
    const std::size_t length = std::min(bytes.find('\n'), bytes.size());
    if (length > limits.max_line_bytes)
      return Error{fmt::format("line of more than {} bytes", limits.max_line_bytes), number};
    bytes.remove_prefix(std::min(length + 1, bytes.size()));
  }
  return std::nullopt;
}

// Not HTML, whose words no converter of pages has cut.
bool plain_text(std::string_view bytes) {
  constexpr std::size_t kSample = 64 << 10, kBytesATag = 200;
  const std::string_view sample = bytes.substr(0, kSample);
  return static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '<')) * kBytesATag < sample.size();
}

// The text of the file as UTF-8 with line feeds, made anew only where the file is written otherwise.
Result<Source> decoded(Document& document) {
  std::string_view bytes = *document.bytes;
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  const std::uint32_t skipped = bytes.starts_with(kMark) ? kMark.size() : 0;
  bytes.remove_prefix(skipped);
  auto width = Source::Width::same;
  if (const auto malformed = malformed_utf8(bytes)) {
    if (skipped != 0 || !plausible_windows_1252(bytes))
      return Error{fmt::format("invalid UTF-8 at byte {}", skipped + *malformed + 1), 0};
    bytes = document.made->emplace_back(from_windows_1252(bytes));
    width = Source::Width::one_byte_a_rune;
  }
  // Lines that end in a carriage return alone; the file's bytes keep their places.
  if (bytes.find('\n') == std::string_view::npos && bytes.find('\r') != std::string_view::npos) {
    std::string& lines = document.made->emplace_back(bytes);
    std::replace(lines.begin(), lines.end(), '\r', '\n');
    bytes = lines;
  }
  // Words in pieces made whole; their bytes keep their places too.
  if (plain_text(bytes)) {
    if (std::string joined = letters_joined(bytes); !joined.empty())
      bytes = document.made->emplace_back(std::move(joined));
  }
  return Source(bytes, skipped, width);
}

// A submission's documents one after the other, or the whole file.
std::optional<Error> read_parts(Document& document, const Source& source, const ReadLimits& limits,
                                Builder& builder) {
  const auto submission = submission_of(source.text());
  if (!submission) {
    if (submission_without_end(source.text())) builder.cut_off("the submission");
    return read_part(source.text(), limits, builder);
  }
  document.submission = submission->header;
  if (!submission->cut_off.empty()) builder.cut_off(submission->cut_off);
  const auto texts = texts_to_read(*submission);
  if (texts.empty())
    return Error{fmt::format("submission without a text to read ({})", submission->parts.front().type), 0};
  for (const std::string_view text : texts)
    if (auto error = read_part(text, limits, builder)) return error;
  return std::nullopt;
}

}  // namespace

Result<Document> read(std::string bytes, const ReadLimits& limits) {
  if (auto error = refusal(bytes, limits)) return *std::move(error);
  Document document;
  document.bytes = std::make_shared<const std::string>(std::move(bytes));
  document.made = std::make_shared<std::deque<std::string>>();
  document.sha256 = sha256(*document.bytes);
  Result<Source> source = decoded(document);
  if (!source) return source.error();
  if (auto error = overlong_line(source->text(), limits)) return *std::move(error);
  document.lines = source->lines();
  Builder builder(*source, limits, document);
  if (auto error = read_parts(document, *source, limits, builder)) return *std::move(error);
  if (builder.overfull()) return builder.overfull_error();
  return document;
}

}  // namespace kcfin
