// The words of a sentence without what stands in parentheses, and what a place among them says.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "prose/period_phrase.h"
#include "prose/word.h"

namespace kcfin::prose {

// A verb of a sentence about figures: what stands before it is its subject.
[[nodiscard]] bool verb_like(const Token& token);
[[nodiscard]] Direction direction_of(const Token& token);
// "year-over-year", "quarter-over-quarter"
[[nodiscard]] bool over(const PeriodPhrase& phrase);

// Places past the end are no word, no mark and no period.
struct Phrase {
  std::string_view text;
  const std::vector<Token>& tokens;
  const std::vector<PeriodPhrase>& periods;

  [[nodiscard]] std::span<const Token> range(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool is(std::size_t i, Word word) const;
  [[nodiscard]] bool mark(std::size_t i, char c) const;
  [[nodiscard]] std::string_view word_at(std::size_t i) const;
  [[nodiscard]] const PeriodPhrase* period_at(std::size_t i) const;

  // Where a noun phrase that starts at `i` ends.
  [[nodiscard]] std::size_t phrase_end(std::size_t i, std::size_t end) const;
  // "41% of total revenue from 47%": the preposition leads to a figure.
  [[nodiscard]] bool leads_to_figure(std::size_t i) const;
  // A word of change stands in the range; the last one before `end`.
  [[nodiscard]] bool moved(std::size_t begin, std::size_t end) const;
  [[nodiscard]] Direction direction_before(std::size_t begin, std::size_t i) const;
  // The word that says of the figure at `i` that it is a change that way: right behind it ("a 9% increase"),
  // or the nearest before it ("decreased by 9%"). Null where no word does.
  [[nodiscard]] const Token* word_of_change(std::size_t i, Direction direction) const;
};

}  // namespace kcfin::prose
