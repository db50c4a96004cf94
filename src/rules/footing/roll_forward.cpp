// A balance's label names what is carried on and the point in time: without the point both labels are the
// same.
#include "rules/footing/roll_forward.h"

#include <algorithm>
#include <array>
#include <optional>

#include "statement/concept.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

enum class Point : std::uint8_t { none, opening, closing, dated };

// "Allowance, beginning of the period": what is carried on, and when.
struct BalanceLabel {
  std::string subject;
  Point point = Point::none;
};

std::string only_words(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (letter) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Takes the small words off the end: "balance as of" is "balance".
void drop_links(std::string& subject) {
  static constexpr std::array<std::string_view, 9> kLinks = {"at", "as",  "of",     "the",   "on",
                                                             "in", "and", "\u2013", "\u2014"};
  for (bool again = true; again;) {
    again = false;
    while (!subject.empty() && subject.back() == ' ') subject.pop_back();
    const std::size_t blank = subject.rfind(' ');
    const std::string_view last =
        std::string_view(subject).substr(blank == std::string::npos ? 0 : blank + 1);
    if (std::find(kLinks.begin(), kLinks.end(), last) == kLinks.end()) continue;
    subject.erase(blank == std::string::npos ? 0 : blank);
    again = true;
  }
}

// Where a day of a month stands: "December 31", "31 December". One date only; two are a span.
std::optional<std::size_t> day_in(std::string_view label) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may ",     "june",
      "july",    "august",   "september", "october", "november", "december"};
  std::optional<std::size_t> found;
  for (const std::string_view month : kMonths) {
    for (std::size_t at = label.find(month); at != std::string_view::npos; at = label.find(month, at + 1)) {
      if (at > 0 && label[at - 1] >= 'a' && label[at - 1] <= 'z') continue;
      std::size_t next = at + month.size();
      while (next < label.size() && label[next] == ' ') ++next;
      const bool after = next < label.size() && is_digit(label[next]);
      const bool before = at >= 2 && label[at - 1] == ' ' && is_digit(label[at - 2]);
      if (!after && !before) continue;
      if (found) return std::nullopt;
      std::size_t start = at;
      if (before && !after) {
        while (start > 0 && (is_digit(label[start - 1]) || label[start - 1] == ' ')) --start;
      }
      found = start;
    }
  }
  return found;
}

BalanceLabel balance_label(std::string_view text) {
  const std::string label = lower(text);
  BalanceLabel out;
  static constexpr std::array<std::string_view, 2> kOpens = {"beginning", "opening"};
  static constexpr std::array<std::string_view, 3> kCloses = {"ending", "closing", "end of"};
  static constexpr std::array<std::string_view, 6> kSpans = {"period", "year",    "quarter",
                                                             "month",  "balance", "half"};
  const auto point_at = [&](const auto& words) {
    std::size_t at = std::string::npos;
    for (const std::string_view word : words) at = std::min(at, label.find(word));
    return at;
  };
  const bool span =
      std::any_of(kSpans.begin(), kSpans.end(), [&](std::string_view word) { return has(label, word); });
  const std::size_t opens = point_at(kOpens), closes = point_at(kCloses);
  if (span && std::min(opens, closes) != std::string::npos) {
    out.point = opens < closes ? Point::opening : Point::closing;
    const std::size_t at = std::min(opens, closes);
    // "Beginning balance", "Allowance at beginning of year".
    out.subject = only_words(at == 0 ? std::string_view("balance") : std::string_view(label).substr(0, at));
  } else if (const auto day = day_in(label)) {
    out.point = Point::dated;
    out.subject = only_words(std::string_view(label).substr(0, *day));
  }
  drop_links(out.subject);
  // A sentence with a date in it is no balance.
  if (std::count(out.subject.begin(), out.subject.end(), ' ') > 7) return {};
  return out;
}

bool has_figures(const Row& row) {
  return row.role != Role::header &&
         std::any_of(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; });
}

}  // namespace

std::vector<RollForward> find_roll_forwards(const Table& table) {
  std::vector<RollForward> out;
  if (table.kind == TableKind::cash_flow || table.kind == TableKind::balance_sheet) return out;
  std::uint32_t opening = 0;
  bool open = false;
  std::string subject;
  for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
    if (!has_figures(table.rows[r])) continue;
    const BalanceLabel label = balance_label(table.rows[r].label);
    if (label.point == Point::none) continue;
    const bool closes = open && label.point != Point::opening && label.subject == subject && r > opening + 1;
    if (closes) out.push_back({opening, r});
    // What follows an explicit end does not go on from it.
    open = label.point != Point::closing;
    opening = r;
    subject = label.subject;
  }
  return out;
}

}  // namespace kcfin::rulebook
