// Phrases of a heading that stand in several cells, beside each other or one over the other.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "table/grid.h"

namespace kcfin::table {

// How much of a text is read: its whole words of a heading, and what is left beside them.
struct Sense {
  int tokens = 0, left = 0;
  friend Sense operator+(Sense a, Sense b) { return {a.tokens + b.tokens, a.left + b.left}; }
  // More words are read, or as many and nothing is left over.
  [[nodiscard]] bool more_than(Sense other) const {
    return tokens > other.tokens || (tokens == other.tokens && left == 0 && other.left > 0);
  }
};

[[nodiscard]] Sense sense_of(std::string_view text);

// "June" of a date whose day stands elsewhere.
[[nodiscard]] bool month_without_day(const Token& token);

// How many months without a day a text names.
[[nodiscard]] std::ptrdiff_t months_in(std::string_view text);

// Words and phrases that the borders of cells cut: "Thre" | "e Months Ended", "For the six months" | "ended
// June 30,".
void join_cut_words(HeadingRow& row, std::deque<std::string>& joined);
void join_cut_phrases(HeadingRow& row, std::deque<std::string>& joined);

// "Period from July 22 to" over "September 30, 2023", "Three" over "Months" over "Ended".
void join_spans_below(std::vector<HeadingRow>& heading, std::deque<std::string>& joined);
void join_phrases_below(std::vector<HeadingRow>& heading, std::deque<std::string>& joined);

// Periods whose spans are given a group too far left, over columns whose names repeat: "2023" and "2022" over
// "Earnings", "EPS", "Earnings", "EPS", the first of them over no column. Each is of its own group.
void move_periods_over_groups(std::vector<HeadingRow>& heading, const std::vector<std::uint16_t>& columns);

}  // namespace kcfin::table
