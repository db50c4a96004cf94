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
  if (std::none_of(label.begin(), label.end(), is_digit)) return found;
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

// "Beginning retained earnings", "Total ending equity".
std::optional<BalanceLabel> named_point(std::string_view label) {
  if (label.starts_with("total ")) label.remove_prefix(6);
  for (const std::string_view word : {"beginning ", "ending "}) {
    if (!label.starts_with(word)) continue;
    const Point point = word.starts_with('b') ? Point::opening : Point::closing;
    return BalanceLabel{only_words(label.substr(word.size())), point};
  }
  return std::nullopt;
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
  } else if (const auto named = named_point(label)) {
    out = *named;
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

namespace {

// The closing balance of an opening one, told by the columns: each of them must bear it out, and at least
// two.
class Surmise {
 public:
  explicit Surmise(const TableAmounts& amounts) : amounts_(amounts) {}

  // Among the rows from `opening` to `end`.
  std::optional<RollForward> closing_of(std::uint32_t opening, std::uint32_t end) const {
    constexpr std::size_t kMostMovements = 30;
    if (!amounts_.counted(opening)) return std::nullopt;
    std::vector<FootingTerm> terms = {{opening, 1}};
    for (std::uint32_t r = opening + 1; r < end && terms.size() <= kMostMovements; ++r) {
      if (!amounts_.counted(r)) continue;
      if (terms.size() > 1 && makes_up(r, terms)) {
        // What is a total by its label is read as one, whether or not every column adds up.
        if (amounts_.row(r).role != Role::item || !amounts_.telling(r, terms)) return std::nullopt;
        terms.erase(terms.begin());
        return RollForward{opening, r, std::move(terms)};
      }
      if (!sums_movements(r, terms))
        terms.push_back({r, amounts_.row(r).less ? std::int8_t{-1} : std::int8_t{1}});
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool makes_up(std::uint32_t r, std::span<const FootingTerm> terms) const {
    const Score score = amounts_.score(r, terms);
    return score.holds >= 2 && score.holds == score.judged && score.exact * 2 >= score.holds;
  }

  // A sum of the movements just above.
  [[nodiscard]] bool sums_movements(std::uint32_t r, std::span<const FootingTerm> terms) const {
    for (std::size_t from = 1; from < terms.size(); ++from) {
      if (makes_up(r, terms.subspan(from))) return true;
    }
    return false;
  }

  const TableAmounts& amounts_;
};

}  // namespace

std::vector<RollForward> find_roll_forwards(const TableAmounts& amounts) {
  const Table& table = amounts.table();
  std::vector<RollForward> out;
  if (table.kind == TableKind::cash_flow || table.kind == TableKind::balance_sheet) return out;
  const Surmise surmise(amounts);
  std::uint32_t opening = 0;
  bool open = false, begins = false;
  std::string subject;
  const auto leave_open = [&](std::uint32_t end) {
    if (!open || !begins) return;
    if (auto found = surmise.closing_of(opening, end)) out.push_back(std::move(*found));
  };
  for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
    if (!has_figures(table.rows[r])) continue;
    const BalanceLabel label = balance_label(table.rows[r].label);
    if (label.point == Point::none) continue;
    const bool closes = open && label.point != Point::opening && label.subject == subject && r > opening + 1;
    if (closes) {
      out.push_back({opening, r});
    } else {
      leave_open(label.point == Point::opening ? r : r + 1);
    }
    // What follows an explicit end does not go on from it.
    open = label.point != Point::closing;
    begins = label.point == Point::opening;
    opening = r;
    subject = label.subject;
  }
  leave_open(static_cast<std::uint32_t>(table.rows.size()));
  return out;
}

}  // namespace kcfin::rulebook
