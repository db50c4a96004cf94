// Taking a submission apart: <DOCUMENT> for <DOCUMENT>, and its header in both of EDGAR's notations, the
// words of <SEC-HEADER> ("ACCESSION NUMBER: …") and the tags of older and of raw headers
// ("<ACCESSION-NUMBER>…").
#include "read/submission.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/assembler.h"
#include "read/html_attributes.h"
#include "read/html_guard.h"

namespace kcfin::read_room {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Where a line starts with this text.
std::size_t line_starting(std::string_view text, std::string_view start, std::size_t from = 0) {
  for (std::size_t at = text.find(start, from); at != kNone; at = text.find(start, at + 1)) {
    std::size_t before = at;
    while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t')) --before;
    if (before == 0 || text[before - 1] == '\n') return at;
  }
  return kNone;
}

// What stands after a tag on its line.
std::string_view value_of(std::string_view text, std::string_view tag) {
  const std::size_t at = line_starting(text, tag);
  if (at == kNone) return {};
  const std::size_t begin = at + tag.size();
  std::string_view value = text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
  value = value.substr(0, value.find("</"));  // some close the tag on the line
  return trimmed(value);
}

std::string_view first_of(std::string_view header, std::string_view words, std::string_view tag) {
  const std::string_view value = value_of(header, words);
  return value.empty() ? value_of(header, tag) : value;
}

SubmissionHeader header_of(std::string_view header) {
  SubmissionHeader found;
  found.form_type = first_of(header, "CONFORMED SUBMISSION TYPE:", "<TYPE>");
  found.company = first_of(header, "COMPANY CONFORMED NAME:", "<CONFORMED-NAME>");
  found.cik = first_of(header, "CENTRAL INDEX KEY:", "<CIK>");
  found.accession_number = first_of(header, "ACCESSION NUMBER:", "<ACCESSION-NUMBER>");
  found.file_number = first_of(header, "SEC FILE NUMBER:", "<FILE-NUMBER>");
  found.period = first_of(header, "CONFORMED PERIOD OF REPORT:", "<PERIOD>");
  found.filed = first_of(header, "FILED AS OF DATE:", "<FILING-DATE>");
  return found;
}

SubmissionPart part_of(std::string_view document) {
  SubmissionPart part;
  const std::size_t tag = document.find("<TEXT>");
  const std::string_view head = document.substr(0, tag);
  part.type = value_of(head, "<TYPE>");
  part.filename = value_of(head, "<FILENAME>");
  if (tag == kNone) {
    // Some cut the tag out: the text is what follows the last line of the head.
    std::size_t end = 0;
    for (const std::string_view line : {"<TYPE>", "<SEQUENCE>", "<FILENAME>", "<DESCRIPTION>"}) {
      const std::size_t at = line_starting(document, line);
      if (at != kNone) end = std::max(end, std::min(document.find('\n', at), document.size()));
    }
    part.text = document.substr(end);
    return part;
  }
  part.text = document.substr(tag + std::string_view("<TEXT>").size());
  part.text = part.text.substr(0, part.text.rfind("</TEXT>"));
  return part;
}

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> ends) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return lower.ends_with(end); });
}

bool of_interest(std::string_view type) {
  constexpr std::array<std::string_view, 6> kTypes{"6-K", "EX-99", "20-F", "40-F", "8-K", "10-"};
  return type.empty() || std::any_of(kTypes.begin(), kTypes.end(),
                                     [&](std::string_view start) { return type.starts_with(start); });
}

bool has_text(const SubmissionPart& part) {
  if (ends_with_any(part.filename, {".jpg", ".jpeg", ".gif", ".png", ".pdf", ".zip", ".xml", ".xsd", ".json",
                                    ".js", ".css", ".xlsx", ".xls"}))
    return false;
  const std::string_view start = trimmed(part.text.substr(0, 256));
  // What stands in <XBRL> may be Inline XBRL, which is HTML; other XML is data.
  const bool data = start.starts_with("<PDF>") || start.starts_with("<XML>") || start.starts_with("<JSON>") ||
                    start.starts_with("<ZIP>") || start.starts_with("begin 6");
  return !data && !start.empty();
}

// The text of a document is whole where its end or that of its page stands.
bool ends_as_text(std::string_view document) {
  constexpr std::size_t kTail = 64;
  document = trimmed(document);
  const std::string_view tail = document.substr(document.size() - std::min(document.size(), kTail));
  return contains_lower(tail, "</text>") || contains_lower(tail, "</html>");
}

// Whether an end is missing to what encloses the documents, the first of which begins here.
bool has_no_end(std::string_view file, std::size_t first) {
  constexpr std::array<std::array<std::string_view, 2>, 2> kWholes{
      {{"<SEC-DOCUMENT>", "</SEC-DOCUMENT>"}, {"<SUBMISSION>", "</SUBMISSION>"}}};
  return std::any_of(kWholes.begin(), kWholes.end(), [&](const auto& whole) {
    return line_starting(file.substr(0, first), whole[0]) != kNone && file.find(whole[1], first) == kNone;
  });
}

bool is_header(std::string_view text) {
  constexpr std::array<std::string_view, 5> kMarks{"<SEC-", "<SUBMISSION>", "<IMS-", "-----BEGIN",
                                                   "ACCESSION"};
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return text.find(mark) != kNone; });
}

// What somebody pasted before, between or behind the documents is read too; the ends of the submission are no
// text.
void add_text_outside(std::string_view text, Submission& submission) {
  constexpr std::array<std::string_view, 3> kEnds{"</SEC-DOCUMENT>", "</SUBMISSION>", "-----END"};
  for (const std::string_view end : kEnds) text = text.substr(0, text.find(end));
  text = trimmed(text);
  if (!text.empty()) submission.parts.push_back({{}, {}, text});
}

}  // namespace

std::optional<Submission> submission_of(std::string_view file) {
  constexpr std::string_view kDocument = "<DOCUMENT>", kEnd = "</DOCUMENT>";
  const std::size_t first = line_starting(file, kDocument);
  if (first == kNone) return std::nullopt;
  const std::string_view after = trimmed(file.substr(first + kDocument.size(), 256));
  if (!after.starts_with("<TYPE>")) return std::nullopt;

  Submission submission;
  submission.header = header_of(file.substr(0, first));
  if (!is_header(file.substr(0, first))) add_text_outside(file.substr(0, first), submission);
  for (std::size_t at = first; at != kNone;) {
    const std::size_t begin = at + kDocument.size();
    const std::size_t next = line_starting(file, kDocument, begin);
    const std::string_view document = file.substr(begin, std::min(next, file.size()) - begin);
    const std::size_t end = document.rfind(kEnd);
    submission.cut_off = end == kNone && !ends_as_text(document) ? "a document of the submission" : "";
    submission.parts.push_back(part_of(document.substr(0, end)));
    if (end != kNone) add_text_outside(document.substr(end + kEnd.size()), submission);
    at = next;
  }
  if (submission.cut_off.empty() && has_no_end(file, first)) submission.cut_off = "the submission";
  std::string& form = submission.header.form_type;
  const auto typed = std::find_if(submission.parts.begin(), submission.parts.end(),
                                  [](const SubmissionPart& part) { return !part.type.empty(); });
  const std::string_view first_type = typed == submission.parts.end() ? std::string_view{} : typed->type;
  if (form.empty() && !first_type.starts_with("EX-")) form = first_type;
  return submission;
}

bool submission_without_end(std::string_view file) {
  constexpr std::size_t kStart = 4096;  // a signature of two kilobytes may stand before it
  return has_no_end(file, std::min(file.size(), kStart));
}

std::vector<std::string_view> texts_to_read(const Submission& submission) {
  const bool lone = std::count_if(submission.parts.begin(), submission.parts.end(),
                                  [](const SubmissionPart& part) { return !part.type.empty(); }) == 1;
  std::vector<std::string_view> texts;
  for (const SubmissionPart& part : submission.parts)
    if ((lone || of_interest(part.type)) && has_text(part)) texts.push_back(part.text);
  return texts;
}

}  // namespace kcfin::read_room
