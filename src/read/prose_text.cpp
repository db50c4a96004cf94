// Paragraphs out of lines, by the right margin and by how lines start and end.
#include "read/prose_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "read/loose_rows.h"
#include "read/markup.h"
#include "values/ascii.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

using ascii::letter;

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }
std::string_view last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

std::string_view without_closing(std::string_view text) {
  constexpr std::array<std::string_view, 5> kClosing{")", "\"", "'", "\u201D", "\u2019"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kClosing) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      again = true;
    }
  }
  return text;
}

// A word that was parted at the end of a line.
bool hyphenated(std::string_view before, std::string_view after) {
  return before.size() > 1 && before.back() == '-' && letter(before[before.size() - 2]) &&
         starts_lower(after);
}

// "(a) ", "(iv) ", "1. ", "[1] ": the number of an item.
bool enumerated(std::string_view text) {
  const std::string_view word = first_word(text);
  if (word.size() < 2 || word.size() > 6 || word.size() == text.size()) return false;
  const bool bracketed =
      (word.front() == '(' && word.back() == ')') || (word.front() == '[' && word.back() == ']');
  const std::string_view inner =
      bracketed ? word.substr(1, word.size() - 2) : word.substr(0, word.size() - 1);
  if (!bracketed && word.back() != '.' && word.back() != ')') return false;
  const bool number = std::all_of(inner.begin(), inner.end(), is_digit) && inner.size() <= 2;
  const bool roman =
      std::all_of(inner.begin(), inner.end(), [](char c) { return c == 'i' || c == 'v' || c == 'x'; });
  return number || (bracketed && (roman || (inner.size() == 1 && letter(inner[0]))));
}

// Two blanks behind a full stop part no columns.
bool parted_by_full_stops(const TextLine& line) {
  constexpr std::uint32_t kWidest = 3;
  for (std::size_t i = 1; i < line.pieces.size(); ++i) {
    const Piece &before = line.pieces[i - 1], &piece = line.pieces[i];
    const bool blanks =
        piece.left <= before.right + kWidest && before.text.ends_with('.') && before.text.size() > 3;
    if (!blanks || piece.figure || !ends_sentence(before.text)) return false;
  }
  return true;
}

// "per ADS decreased to RMB1.35 (US$0.20)" goes on with "from RMB1.83": amounts at the end of a line of words
// that only one blank parts from these.
bool ends_in_amounts(const TextLine& line) {
  constexpr std::uint32_t kWords = 40;
  for (std::size_t i = 1; i < line.pieces.size(); ++i) {
    if (!line.pieces[i].figure || line.pieces[i].left > line.pieces[i - 1].right + 1) return false;
  }
  return !line.blank() && line.pieces[0].width() >= kWords;
}

}  // namespace

bool starts_lower(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

bool ends_sentence(std::string_view text) {
  text = without_closing(text);
  if (text.ends_with('!') || text.ends_with('?') || text.ends_with(';') || text.ends_with(':')) return true;
  if (!text.ends_with('.')) return false;
  constexpr std::array<std::string_view, 12> kAbbreviations{"Inc.", "Ltd.", "Co.", "Corp.", "No.",  "Mr.",
                                                            "Ms.",  "Mrs.", "Dr.", "Nos.",  "U.S.", "St."};
  const std::string_view word = last_word(text);
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), word) == kAbbreviations.end();
}

bool left_open(std::string_view text) {
  if (text.empty()) return false;
  if (text.back() == ',' || text.back() == '-' || text.back() == '/' || text.back() == '&') return true;
  if (text == "net" || text.ends_with(", net")) return false;  // closes a label
  constexpr std::array<std::string_view, 22> kOpen{
      "of",      "and", "or", "to", "in", "the",  "for",  "from",    "on",  "by",    "with",
      "related", "a",   "an", "at", "as", "than", "over", "through", "net", "under", "attributable"};
  return std::find(kOpen.begin(), kOpen.end(), last_word(text)) != kOpen.end();
}

Setting setting_of(std::span<const TextLine> lines) {
  constexpr std::uint32_t kText = 40;  // shorter lines are titles and the like
  constexpr std::uint32_t kWidestPage = 240;
  const auto text = [&](const TextLine& line) {
    return line.one_piece() && !line.pieces[0].figure && line.pieces[0].width() >= kText;
  };
  std::vector<std::uint32_t> rights;
  for (const TextLine& line : lines)
    if (text(line)) rights.push_back(line.right());
  Setting setting;
  if (rights.empty()) return setting;
  const auto ninth = rights.begin() + static_cast<std::ptrdiff_t>(rights.size() * 9 / 10);
  std::nth_element(rights.begin(), ninth, rights.end());
  setting.margin = *ninth;
  if (setting.margin > kWidestPage) return setting;

  std::size_t pairs = 0;
  std::size_t in_lower = 0;  // next lines that start in the middle of a sentence for certain
  std::size_t in_full = 0;   // others that follow a full line in the middle of a sentence
  for (std::size_t at = 1; at < lines.size(); ++at) {
    const TextLine& before = lines[at - 1];
    if (!text(before) || !lines[at].one_piece()) continue;
    ++pairs;
    if (ends_sentence(before.text())) continue;
    const bool lower = starts_lower(lines[at].text());
    in_lower += lower ? 1 : 0;
    in_full += !lower && before.right() * 100 > setting.margin * 85 ? 1 : 0;
  }
  setting.wrapped = in_lower > 0 && (in_lower + in_full) * 2 > pairs;
  return setting;
}

bool Prose::goes_on(const TextLine& line) const {
  if (!setting_.wrapped || lines_.empty()) return false;
  const TextLine& last = *lines_.back();
  const std::string_view before = last.text();
  const std::string_view text = line.text();
  if (!bullet(text).empty()) return false;
  if (blank_ || page_break_) return page_break_ && starts_lower(text) && !ends_sentence(before);
  const auto running = [](const TextLine& one) { return parted_by_full_stops(one) || ends_in_amounts(one); };
  const bool bulleted = !bullet(before).empty() && last.pieces.size() == 2;
  if (!running(line) || !(running(last) || bulleted)) return false;
  if (starts_lower(text) && !ends_sentence(before)) return true;
  if (left_open(before)) return true;
  if (enumerated(text) || !parted_by_full_stops(line)) return false;
  if (!parted_by_full_stops(last) && !bulleted) return false;
  // A line ends early where the next word would have found room on it.
  const std::size_t room = std::size_t{last.right()} + 1 + first_word(text).size();
  if (room * 100 <= std::size_t{setting_.margin} * 82) return false;
  return !(line.indent() < last.indent() && ends_sentence(before) && lines_.size() > 1);
}

void Prose::add(const TextLine& line) {
  if (line.blank()) {
    blank_ = true;
    return;
  }
  if (!goes_on(line)) finish();
  lines_.push_back(&line);
  blank_ = page_break_ = false;
}

namespace {

// How the text among a part's tables is set, by its first lines.
Setting setting_of_text(std::string_view part, const Source& source) {
  constexpr std::size_t kSample = 400;
  std::vector<TextLine> sample;
  Lines lines(part, source);
  for (Line line; sample.size() < kSample && lines.next(line);) {
    TextLine& next = sample.emplace_back();
    next.line = line;
    const std::string_view text = trimmed(line.text);
    if (text.empty() || text.find('\t') != std::string_view::npos || text.find('|') != std::string_view::npos)
      continue;
    const auto left = static_cast<std::uint32_t>(text.data() - line.text.data());
    next.pieces.push_back({text, left, left + static_cast<std::uint32_t>(text.size()), false});
  }
  return setting_of(sample);
}

}  // namespace

ProseLines::ProseLines(std::string_view part, Builder& builder)
    : builder_(&builder), setting_(setting_of_text(part, builder.source())), prose_(setting_, builder) {}

void ProseLines::add(const Line& line, bool list_item) {
  if (!setting_.wrapped || list_item) {
    finish();
    note_loose_row(line, *builder_);
    return builder_->paragraph_of(line.text, line, list_item);
  }
  if (trimmed(line.text).empty()) return finish();
  constexpr std::size_t kLongest = 5000;  // lines of a paragraph
  if (lines_.size() >= kLongest) finish();
  lines_.push_back(text_line(line));
  prose_.add(lines_.back());
}

void ProseLines::finish() {
  prose_.finish();
  lines_.clear();
}

void Prose::finish() {
  for (const TextLine* line : lines_) note_loose_row(*line, *builder_);
  if (lines_.size() == 1) {
    // As it stands, if it can be.
    builder_->paragraph_of(lines_.front()->text(), lines_.front()->line);
  } else if (!lines_.empty()) {
    Assembler text(builder_->source());
    std::string_view before;
    for (const TextLine* line : lines_) {
      if (!before.empty() && !hyphenated(before, line->text())) text.line_break();
      add_marked_up(line->text(), builder_->source(), text);
      before = line->text();
    }
    builder_->paragraph(std::move(text), false);
  }
  lines_.clear();
  blank_ = page_break_ = false;
}

}  // namespace kcfin::read_room
