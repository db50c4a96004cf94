// EDGAR's submission: a header about the filing, and the documents that it consists of.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kcfin/document.h"

namespace kcfin::read_room {

struct SubmissionPart {
  std::string_view type;      // "6-K", "EX-99.1", "GRAPHIC"
  std::string_view filename;  // "d13244dex991.htm"
  std::string_view text;      // between <TEXT> and </TEXT>
};

struct Submission {
  SubmissionHeader header;
  std::vector<SubmissionPart> parts;
  // What has no end: "the submission", or "a document of the submission" where its text has none either.
  std::string_view cut_off;
};

// Nothing if the file is no submission and no document out of one.
[[nodiscard]] std::optional<Submission> submission_of(std::string_view file);

// Whether the end is missing to the submission that begins here: an empty one may be cut off too.
[[nodiscard]] bool submission_without_end(std::string_view file);

// The documents to read: the form itself and the exhibits that carry statements and press releases, or the
// one document that there is; none of graphics, data files and whatever else has no text. May be empty.
[[nodiscard]] std::vector<std::string_view> texts_to_read(const Submission& submission);

}  // namespace kcfin::read_room
