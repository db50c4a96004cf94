// A clause behind a semicolon that names no measure of its own: its amount is a part, or something else.
#include "prose/part_said.h"

#include <algorithm>
#include <cstddef>

#include "prose/phrase.h"

namespace kcfin::prose {
namespace {

class PartsSaid {
 public:
  PartsSaid(std::string_view text, SentenceReading& out)
      : phrase_{text, out.tokens, out.periods}, out_(out) {}

  void mark() {
    for (std::size_t i = 1; i < out_.readings.size(); ++i) {
      Reading& reading = out_.readings[i];
      const bool carried = reading.subject == out_.readings[i - 1].subject;
      if (!carried || is_percent(out_.quantities[reading.quantity])) continue;
      const std::size_t at = token_of(reading.quantity);
      const std::size_t clause = clause_of(at);
      if (clause == 0) continue;
      if (of_what_was_said(clause) || is_subject(clause, at)) reading.narrowed = true;
    }
  }

 private:
  [[nodiscard]] std::size_t token_of(std::uint32_t quantity) const {
    const auto found = std::find_if(out_.tokens.begin(), out_.tokens.end(), [&](const Token& token) {
      return token.kind == Token::Kind::quantity && token.index == quantity;
    });
    return static_cast<std::size_t>(found - out_.tokens.begin());
  }

  // The first token behind the last semicolon before `at`; 0 where there is none.
  [[nodiscard]] std::size_t clause_of(std::size_t at) const {
    while (at > 0 && !phrase_.mark(at - 1, ';')) --at;
    return at;
  }

  // "of this amount", "of that", "of the total", "thereof"
  [[nodiscard]] bool of_what_was_said(std::size_t i) const {
    if (phrase_.word_at(i) == "thereof") return true;
    if (!phrase_.is(i, Word::of)) return false;
    const std::string_view next = phrase_.word_at(i + 1), noun = phrase_.word_at(i + 2);
    return next == "this" || next == "that" || next == "these" || next == "those" || next == "it" ||
           (next == "the" && (noun == "total" || noun == "amount" || noun == "sum"));
  }

  // "; RMB5.0 million was sold online", "; some RMB5.0 million of this was": the amount itself does
  // something.
  [[nodiscard]] bool is_subject(std::size_t clause, std::size_t at) const {
    for (std::size_t i = clause; i < at; ++i) {
      const bool opens = phrase_.is(i, Word::approximate) || phrase_.word_at(i) == "some" ||
                         phrase_.is(i, Word::conjunction) || phrase_.is(i, Word::bound);
      if (!opens) return false;
    }
    const std::size_t next = at + 1;
    return next < out_.tokens.size() &&
           (verb_like(out_.tokens[next]) || of_what_was_said(next) || phrase_.word_at(next) == "came");
  }

  Phrase phrase_;
  SentenceReading& out_;
};

}  // namespace

void mark_parts_said(std::string_view text, SentenceReading& sentence) { PartsSaid(text, sentence).mark(); }

}  // namespace kcfin::prose
