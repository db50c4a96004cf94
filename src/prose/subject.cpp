// Finds the subject of the clause that leads to a figure.
#include "prose/subject.h"

#include "prose/noun_phrase.h"

namespace kcfin::prose {
namespace {

class SubjectReader {
 public:
  explicit SubjectReader(const Phrase& phrase) : phrase_(phrase) {}

  void read(std::size_t begin, std::size_t end, Gap& gap) const {
    if (gap.link != Link::none && reason_before(phrase_, begin, end) && gap.link != Link::change)
      gap.reason = true;
    if (!gap.subject.empty()) return;
    if (gap.link == Link::change && transitive(begin, end, Word::by, gap)) return;
    if (gap.link == Link::to && transitive(begin, end, Word::to, gap)) return;
    std::size_t segment = end;
    while (segment > begin) {
      const std::size_t start = segment_start(begin, segment);
      std::size_t from = start;
      for (std::size_t i = start; i < segment; ++i) {
        if (!subject_verb(from, i)) continue;
        if (apposition(start, i)) break;
        gap.subject = noun_phrase(phrase_.text, phrase_.range(from, i));
        if (gap.subject.empty()) gap.subject = changed_measure(i, segment);
        if (!gap.subject.empty()) return;
        // "With increased revenues, our gross margin rose": the clause begins behind the comma.
        const bool leads = phrase_.is(from, Word::with) || phrase_.is(from, Word::preposition) ||
                           (from == 0 && phrase_.is(from, Word::cause));
        if (!leads) break;
        while (i < segment && !phrase_.mark(i, ',')) ++i;
        from = i + 1;
      }
      segment = start > begin ? start - 1 : begin;
    }
  }

 private:
  // "The decrease in finance costs from": the measure stands behind the change.
  [[nodiscard]] std::string changed_measure(std::size_t change, std::size_t end) const {
    if (direction_of(phrase_.tokens[change]) == Direction::none || phrase_.word_at(change + 1) != "in")
      return {};
    std::size_t stop = change + 2;
    while (stop < end && !verb_like(phrase_.tokens[stop]) && !phrase_.is(stop, Word::from) &&
           !phrase_.is(stop, Word::by) && !phrase_.is(stop, Word::to) && !phrase_.is(stop, Word::cause) &&
           phrase_.tokens[stop].kind != Token::Kind::mark) {
      ++stop;
    }
    return noun_phrase(phrase_.text, phrase_.range(change + 2, stop));
  }

  // "reached RMB5.0 million, a historical high and representing": what stands before is told of the amount.
  [[nodiscard]] bool apposition(std::size_t start, std::size_t verb) const {
    const std::string_view article = phrase_.word_at(start + 1);
    return phrase_.is(verb, Word::represent) && phrase_.mark(start, ',') &&
           (article == "a" || article == "an");
  }

  // A verb ends the subject, but "cash generated from" and "cash used in" are names.
  [[nodiscard]] bool subject_verb(std::size_t start, std::size_t i) const {
    const Token& token = phrase_.tokens[i];
    if (!verb_like(token) && !token.is(Word::represent)) return false;
    if (token.is(Word::have) && phrase_.is(i + 1, Word::by)) return false;  // "revenue contributed by"
    if (i > start && is_cash(phrase_.word_at(i - 1)) &&
        (phrase_.word_at(i) == "generated" || phrase_.word_at(i) == "paid"))
      return false;
    // "increased advertising revenues": an adjective before a noun, not the verb of one.
    return true;
  }
  [[nodiscard]] static bool is_cash(std::string_view word) {
    return word == "cash" || word == "Cash" || word == "flow" || word == "flows";
  }

  // Clauses of one gap are separated by ";", ":", "while" and ", and".
  [[nodiscard]] std::size_t segment_start(std::size_t begin, std::size_t end) const {
    for (std::size_t i = end; i > begin; --i) {
      const Token& token = phrase_.tokens[i - 1];
      if (token.is_mark(';') || token.is_mark(':') || token.is(Word::whereas)) return i;
      if (token.is(Word::conjunction) && i >= begin + 2 && phrase_.mark(i - 2, ',') && verb_between(begin, i))
        return i;
    }
    return begin;
  }

  [[nodiscard]] bool verb_between(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (verb_like(phrase_.tokens[i])) return true;
    }
    return begin != 0;
  }

  // "decreased sales and marketing expenses by 16%", "driving the ratio to 27.3%"
  bool transitive(std::size_t begin, std::size_t end, Word closing, Gap& gap) const {
    if (!phrase_.is(end - 1, closing)) return false;
    const auto drives = [&](const Token& token) {
      return closing == Word::by ? direction_of(token) != Direction::none : token.is(Word::verb);
    };
    std::size_t verb = end - 1;
    while (verb > begin && !drives(phrase_.tokens[verb - 1])) --verb;
    if (verb == begin || !names_something(phrase_.range(verb, end - 1))) return false;
    if (closing == Word::to && phrase_.moved(verb, end - 1)) return false;
    gap.subject = noun_phrase(phrase_.text, phrase_.range(verb, end - 1));
    gap.effect = closing == Word::by && !done_by_issuer(begin, verb - 1);
    gap.in_full = phrase_.word_at(verb - 1).ends_with("ing");
    return !gap.subject.empty();
  }

  // "we reduced expenses by", "the Group cut costs and lowered expenses by"; anything else that moves a
  // measure is one of its causes.
  [[nodiscard]] bool done_by_issuer(std::size_t begin, std::size_t verb) const {
    bool joined = false;  // by an "and" to a verb before, whose subject may stand further away
    for (std::size_t i = verb; i > begin; --i) {
      const std::string_view word = phrase_.word_at(i - 1);
      if (phrase_.is(i - 1, Word::pronoun) || word == "Company" || word == "Group") return true;
      joined = joined || phrase_.is(i - 1, Word::conjunction);
      if (!joined && !phrase_.is(i - 1, Word::adverb) && !phrase_.is(i - 1, Word::have)) return false;
    }
    return false;
  }

  const Phrase& phrase_;
};

}  // namespace

void read_subject(const Phrase& phrase, std::size_t begin, std::size_t end, Gap& gap) {
  SubjectReader(phrase).read(begin, end, gap);
}

// "representing total liabilities divided by total assets"
void read_division(const Phrase& phrase, std::size_t begin, std::size_t end, Gap& gap) {
  for (std::size_t i = begin; i + 1 < end; ++i) {
    if (!phrase.is(i, Word::divide) || !phrase.is(i + 1, Word::by)) continue;
    std::size_t start = i;
    while (start > begin && phrase.tokens[start - 1].kind != Token::Kind::mark &&
           !phrase.is(start - 1, Word::represent) && !phrase.is(start - 1, Word::as) &&
           !verb_like(phrase.tokens[start - 1]) && !phrase.is(start - 1, Word::by)) {
      --start;
    }
    gap.divided = noun_phrase(phrase.text, phrase.range(start, i));
    gap.divisor = noun_phrase(phrase.text, phrase.range(i + 2, phrase.phrase_end(i + 2, end)));
    return;
  }
}

bool reason_before(const Phrase& phrase, std::size_t begin, std::size_t end) {
  bool clause =
      false;  // "Due to growth abroad, gross margin rose to": a comma, a subject and its verb behind
  bool verb = false;
  std::size_t before = end;
  while (before > begin && phrase.is(before - 1, Word::article)) --before;
  if (before > begin + 1 && phrase.is(before - 1, Word::exclude))
    return true;  // ", excluding RMB8.0 million from"
  for (std::size_t i = end; i > begin; --i) {
    const Token& token = phrase.tokens[i - 1];
    if (token.is(Word::cause)) return phrase.word_at(i) != "in" && !(clause && i - 1 == 0);
    verb = verb || direction_of(token) != Direction::none;
    clause = clause || (verb && token.is_mark(','));
    if (token.is(Word::include)) return true;
    if (token.is(Word::be) || token.is(Word::have) || token.is(Word::reach)) return false;
  }
  return false;
}

bool result_before(const Phrase& phrase, std::size_t begin, std::size_t end) {
  for (std::size_t i = end; i > begin; --i) {
    const Token& token = phrase.tokens[i - 1];
    if (token.is(Word::cause)) return phrase.word_at(i) == "in";
    if (token.is(Word::be) || token.is(Word::have) || token.is(Word::reach)) return false;
  }
  return false;
}

}  // namespace kcfin::prose
