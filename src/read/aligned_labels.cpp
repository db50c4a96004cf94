// Which line goes on from which is told by how the first one ends, how the next one begins, where both stand
// and whether the first fills the labels' column.
#include "read/aligned_labels.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "read/prose_text.h"

namespace kcfin::read_room {
namespace {

std::string_view label_text(const Entry& entry) {
  return entry.label.empty() ? "" : entry.label.front().text;
}
std::string_view label_end(const Entry& entry) { return entry.label.empty() ? "" : entry.label.back().text; }

// A label set in capitals goes on with "AND RESTRICTED CASH".
bool starts_amid(std::string_view text) {
  constexpr std::array<std::string_view, 7> kWords{"AND ", "OR ", "IN ", "TO ", "FOR ", "FROM ", "ON "};
  return starts_lower(text) || std::any_of(kWords.begin(), kWords.end(),
                                           [&](std::string_view word) { return text.starts_with(word); });
}

// "- diluted" in a line without figures, below "Weighted average shares" with them.
bool goes_on_behind_dash(std::string_view text) {
  return text.starts_with("- ") && starts_lower(text.substr(2));
}

class Labels {
 public:
  Labels(std::vector<Entry>& entries, std::uint32_t margin) : entries_(entries), margin_(margin) {}

  void join() {
    measure_labels();
    for (std::size_t at = 0; at < entries_.size(); ++at) {
      Entry& found = entries_[at];
      if (found.taken) continue;
      if (found.figures()) {
        if (at + 1 < entries_.size() && one_row(found, entries_[at + 1]))
          join_figures(found, entries_[at + 1]);
        join_with_line_before(at);
        join_with_lines_after(at);
      } else {
        // Two lines of words are one label if the second must go on from the first.
        while (at + 1 < entries_.size() && (continues(found, entries_[at + 1]) ||
                                            (!entries_[at + 1].figures() && wraps_into(found, at + 1))))
          append(found, entries_[++at]);
      }
    }
  }

 private:
  [[nodiscard]] static bool section(const Entry& found) { return label_end(found).ends_with(':'); }

  // True where a line without figures must be the rest of the label before it.
  static bool continues(const Entry& first, const Entry& next) {
    if (next.figures() || !next.adjacent || next.taken || next.label.empty()) return false;
    return starts_amid(label_text(next)) || left_open(label_end(first));
  }

  static void append(Entry& to, Entry& from) {
    to.label.insert(to.label.end(), from.label.begin(), from.label.end());
    from.taken = true;
  }
  static void prepend(Entry& to, Entry& from) {
    to.label.insert(to.label.begin(), from.label.begin(), from.label.end());
    to.label_line = from.label_line;
    from.taken = true;
  }

  // A label that fills its column goes on in the next line, a little further in: "Net profit per share
  // attributable to Sample Credit" over "Technology Group's shareholders". The rows of a section stand
  // further in too, but more than one of them do.
  [[nodiscard]] bool wraps_into(const Entry& words, std::size_t next) const {
    const Entry& rest = entries_[next];
    if (!rest.adjacent || rest.label.empty() || words.label.empty() || label_end(words).ends_with(':'))
      return false;
    const Piece& second = rest.label.front();
    if (!fills_its_column(words, rest) || second.left <= words.label.front().left) return false;
    return next + 1 == entries_.size() || entries_[next + 1].label.empty() ||
           entries_[next + 1].label.front().left != second.left;
  }

  // The same below the figures: "Net loss attributable to the Sample" over "Holdings Limited's shareholders",
  // after which the next row stands further out. Under a section's name its rows do not.
  [[nodiscard]] bool wraps_below(const Entry& row, std::size_t next) const {
    const Entry& rest = entries_[next];
    const bool outdented = next + 1 == entries_.size() || entries_[next + 1].label.empty() ||
                           entries_[next + 1].label.front().left < rest.label.front().left;
    return outdented && rest.label.front().left > row.label.front().left && fills_its_column(row, rest);
  }

  // Whether the first word of the next label would not have found room behind this one.
  [[nodiscard]] bool fills_its_column(const Entry& words, const Entry& rest) const {
    constexpr std::uint32_t kNarrow = 30;
    const Piece &first = words.label.back(), &second = rest.label.front();
    const std::uint32_t limit = first.right < widest_label_ ? widest_label_ : second_widest_label_;
    const auto word = static_cast<std::uint32_t>(std::min(second.text.find(' '), second.text.size()));
    return first.right <= limit && limit > margin_ + kNarrow && first.right + 1 + word > limit;
  }

  // "Weighted average number of ordinary shares," and "diluted" on the next line, each with the figures of
  // some columns.
  static bool one_row(const Entry& first, const Entry& next) {
    if (!next.figures() || !next.adjacent || next.taken || first.label.empty() || next.label.empty())
      return false;
    const bool shared = std::any_of(first.columns.begin(), first.columns.end(), [&](std::size_t column) {
      return std::find(next.columns.begin(), next.columns.end(), column) != next.columns.end();
    });
    return !shared && label_end(first).ends_with(',') && starts_amid(label_text(next));
  }

  // The figures of both, in the order of their columns.
  static void join_figures(Entry& to, Entry& from) {
    if (to.lines.empty()) to.lines.assign(to.tokens.size(), to.line);
    for (std::size_t at = 0; at < from.tokens.size(); ++at) {
      const auto after = std::upper_bound(to.columns.begin(), to.columns.end(), from.columns[at]);
      const auto index = after - to.columns.begin();
      to.columns.insert(after, from.columns[at]);
      to.tokens.insert(to.tokens.begin() + index, from.tokens[at]);
      to.lines.insert(to.lines.begin() + index, from.line);
    }
    append(to, from);
  }

  void measure_labels() {
    for (const Entry& found : entries_) {
      if (found.label.empty()) continue;
      const std::uint32_t right = found.label.back().right;
      if (right <= widest_label_) {
        second_widest_label_ = std::max(second_widest_label_, right);
        continue;
      }
      second_widest_label_ = widest_label_;
      widest_label_ = right;
    }
  }

  void join_with_line_before(std::size_t at) {
    Entry& found = entries_[at];
    if (at == 0 || !found.adjacent) return;
    // Of lines that were joined, the first one holds the label.
    std::size_t before = at - 1;
    while (before > 0 && entries_[before].taken) --before;
    Entry& words = entries_[before];
    if (words.figures() || words.taken || words.label.empty() || section(words)) return;
    const bool split = found.label.empty();
    const bool goes_on = !found.label.empty() && (starts_amid(label_text(found)) ||
                                                  left_open(label_end(words)) || wraps_into(words, at));
    if (split || goes_on) prepend(found, words);
  }

  void join_with_lines_after(std::size_t at) {
    Entry& found = entries_[at];
    const bool started_above = found.label_line != found.line;
    for (std::size_t next = at + 1; next < entries_.size(); ++next) {
      Entry& words = entries_[next];
      if (words.figures() || !words.adjacent || words.label.empty() || found.label.empty() || section(words))
        return;
      const bool deeper =
          started_above && words.label.front().left > found.label.front().left && next == at + 1;
      if (!starts_amid(label_text(words)) && !goes_on_behind_dash(label_text(words)) &&
          !left_open(label_end(found)) && !deeper && !wraps_below(found, next))
        return;
      append(found, words);
    }
  }

  std::vector<Entry>& entries_;
  std::uint32_t margin_;
  std::uint32_t widest_label_ = 0, second_widest_label_ = 0;  // where the widest two lines of labels end
};

}  // namespace

void join_labels(std::vector<Entry>& entries, std::uint32_t margin) { Labels(entries, margin).join(); }

}  // namespace kcfin::read_room
