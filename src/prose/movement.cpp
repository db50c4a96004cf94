// Which amount a word of change moves, and from which.
#include "prose/movement.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "prose/noun_phrase.h"
#include "prose/one_of.h"
#include "prose/phrase.h"
#include "values/text.h"
#include "words/reworded.h"

namespace kcfin::prose {
namespace {

// "improved" says that a result got better, which for a loss is down.
bool says_direction(std::string_view word) {
  return !word.starts_with("improv") && !word.starts_with("strengthen") && !word.starts_with("recover");
}

bool of_one_measure(const std::vector<Figure>& figures, const Draft& a, const Draft& b) {
  return figures[a.claim.figure].unit == figures[b.claim.figure].unit;
}

// The only draft of a clause with that role beside `at`, of its measure; none where there are several.
std::size_t only_one(std::size_t first, std::size_t at, Said said, const std::vector<Figure>& figures,
                     const std::vector<Draft>& drafts) {
  std::size_t found = drafts.size();
  for (std::size_t i = first; i < drafts.size(); ++i) {
    if (i == at || drafts[i].said != said || drafts[i].clause != drafts[at].clause) continue;
    if (!of_one_measure(figures, drafts[i], drafts[at])) continue;
    if (found != drafts.size()) return drafts.size();
    found = i;
  }
  return found;
}

bool has_role(std::size_t first, std::size_t at, Said said, const std::vector<Draft>& drafts) {
  return std::any_of(
      drafts.begin() + static_cast<std::ptrdiff_t>(first), drafts.end(),
      [&](const Draft& draft) { return draft.said == said && draft.clause == drafts[at].clause; });
}

// "The sequential increase was", "The decrease in net loss was", "The slightly lower tax rate for 2024 was":
// the word of change, and what it is said of.
class Opening {
 public:
  Opening(std::string_view text, const std::vector<Token>& tokens) : phrase_{text, tokens, periods_} {}

  // The token of the word of change; 0 for none.
  [[nodiscard]] std::size_t find() const {
    constexpr std::array<std::string_view, 6> kNouns = {"increase",  "decrease", "decline",
                                                        "reduction", "growth",   "drop"};
    if (!phrase_.is(0, Word::article) && phrase_.word_at(0) != "This") return 0;
    for (std::size_t i = 1; i < phrase_.tokens.size() && i < 4; ++i) {
      const std::string_view word = phrase_.word_at(i);
      if (one_of(word, kNouns) || qualifies_noun(i)) return i;
      const bool qualifies = phrase_.is(i, Word::adverb) || phrase_.is(i, Word::over_year) ||
                             phrase_.is(i, Word::over_quarter) || word == "sequential";
      if (!qualifies) return 0;
    }
    return 0;
  }

  // Nothing else than `metric` is said to move.
  [[nodiscard]] bool speaks_of(std::size_t change, std::string_view metric) const {
    std::size_t i = change + 1;
    if (phrase_.word_at(i) == "in" || qualifies_noun(change)) {
      const std::size_t begin = qualifies_noun(change) ? i : ++i;
      const auto goes_on = [&] {
        return i < phrase_.tokens.size() && !verb_like(phrase_.tokens[i]) && !phrase_.is(i, Word::cause);
      };
      while (goes_on() && phrase_.word_at(i) != "for") ++i;
      const std::string named = lower(noun_phrase(phrase_.text, phrase_.range(begin, i)));
      if (named.empty() || !names(named, lower(metric))) return false;
      while (goes_on()) ++i;
    }
    while (phrase_.is(i, Word::adverb)) ++i;
    return phrase_.is(i, Word::be) || phrase_.is(i, Word::cause);
  }

  // "The increase in expenses", "The lower tax rate": what moves is said again.
  [[nodiscard]] bool names_metric(std::size_t change) const {
    return phrase_.word_at(change + 1) == "in" || qualifies_noun(change);
  }

  [[nodiscard]] bool compares_spans(std::size_t change) const {
    for (std::size_t i = 1; i < change; ++i) {
      if (!phrase_.is(i, Word::adverb)) return true;
    }
    return false;
  }

  // "The year-over-year increase", "The sequential increase": which of several amounts it starts from.
  [[nodiscard]] bool over_year(std::size_t change) const {
    for (std::size_t i = 1; i < change; ++i) {
      if (phrase_.is(i, Word::over_year)) return true;
    }
    return false;
  }

 private:
  // "The lower effective tax rate": what moved stands behind the word.
  [[nodiscard]] bool qualifies_noun(std::size_t i) const {
    return phrase_.word_at(i) == "lower" || phrase_.word_at(i) == "higher";
  }

  // "gross margin" of "adjusted gross margin" and "gross margin for licences"; "licence gross margin" too,
  // which has the same words.
  [[nodiscard]] static bool names(const std::string& named, const std::string& metric) {
    return metric.ends_with(named) || metric.starts_with(named + " for ") ||
           words::words_in_order(named) == words::words_in_order(metric);
  }

  std::vector<PeriodPhrase> periods_;
  Phrase phrase_;
};

// The amount of a year before `now`, or of the quarter before; none where several are.
std::size_t start_of(std::size_t now, bool over_year, const std::vector<Figure>& figures,
                     std::span<const Draft> drafts) {
  const Period& period = figures[drafts[now].claim.figure].period;
  std::size_t found = drafts.size();
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].said != Said::base || !of_one_measure(figures, drafts[i], drafts[now])) continue;
    const Period& base = figures[drafts[i].claim.figure].period;
    if (!base.known() || !period.known() || base.months() != period.months()) continue;
    const int days = days_between(base.end, period.end);
    const bool meant = over_year ? days > 350 && days < 380 : days > 80 && days < 100;
    if (!meant) continue;
    if (found != drafts.size()) return drafts.size();
    found = i;
  }
  return found;
}

}  // namespace

void attach_movements(std::size_t first, const std::vector<Figure>& figures, std::vector<Draft>& drafts) {
  for (std::size_t i = first; i < drafts.size(); ++i) {
    Movement movement = drafts[i].moved;
    if (movement.direction == Direction::none || !says_direction(movement.word)) continue;
    std::size_t now = drafts.size();
    if (drafts[i].said == Said::base) {
      now = only_one(first, i, Said::current, figures, drafts);
      if (now == drafts.size() && !has_role(first, i, Said::current, drafts))
        now = only_one(first, i, Said::share, figures, drafts);
      movement.then = drafts[i].claim.figure;
    } else if (drafts[i].said == Said::current || drafts[i].said == Said::share) {
      const std::size_t base = only_one(first, i, Said::base, figures, drafts);
      if (base != drafts.size()) movement.then = drafts[base].claim.figure;
      const bool several = base == drafts.size() && has_role(first, i, Said::base, drafts);
      // "increased sequentially to RMB5.0 million, a 36% decrease year over year": of two comparisons.
      const bool compares =
          base == drafts.size() && drafts[i].against && has_role(first, i, Said::change, drafts);
      if (!several && !compares) now = i;
    }
    if (now != drafts.size()) drafts[now].claim.movements.push_back(std::move(movement));
  }
}

void read_opening_movement(const Paragraph& paragraph, std::string_view sentence, std::uint32_t offset,
                           const std::vector<Figure>& figures, std::span<Draft> drafts) {
  if (!sentence.starts_with("The ") && !sentence.starts_with("the ") && !sentence.starts_with("This "))
    return;
  std::size_t now = drafts.size();
  std::size_t base = drafts.size();
  int bases = 0;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const ClaimKind kind = drafts[i].claim.kind;
    if (drafts[i].said == Said::current && (kind == ClaimKind::amount || kind == ClaimKind::margin)) {
      if (now != drafts.size()) return;  // one of several amounts
      now = i;
    } else if (drafts[i].said == Said::base) {
      base = i;
      ++bases;
    }
  }
  if (now == drafts.size()) return;
  std::vector<Token> tokens;
  tokenize(sentence.substr(0, 200), {}, tokens);
  const Opening opening(sentence, tokens);
  const std::size_t change = opening.find();
  if (change == 0 || direction_of(tokens[change]) == Direction::none ||
      !opening.speaks_of(change, drafts[now].claim.metric.phrase))
    return;
  const Claim& moved = drafts[now].claim;
  if (ratio_of_amount(moved.metric.phrase, moved.whole) && opening.names_metric(change)) return;
  if (bases == 0 && opening.compares_spans(change)) return;
  if (bases > 1) {
    if (!opening.compares_spans(change)) return;
    base = start_of(now, opening.over_year(change), figures, drafts);
    if (base == drafts.size()) return;
    bases = 1;
  }
  Movement movement;
  movement.direction = direction_of(tokens[change]);
  movement.at = paragraph.place(offset + tokens[change].begin);
  movement.word = sentence.substr(tokens[change].begin, tokens[change].end - tokens[change].begin);
  if (bases == 1 && drafts[base].clause == drafts[now].clause) movement.then = drafts[base].claim.figure;
  drafts[now].claim.movements.push_back(std::move(movement));
}

void read_inner_movements(const Paragraph& paragraph, std::string_view sentence, std::uint32_t offset,
                          const std::vector<Figure>& figures, std::span<Draft> drafts) {
  constexpr std::string_view kOpening = ", the ";
  for (std::size_t at = sentence.find(kOpening); at != std::string_view::npos;
       at = sentence.find(kOpening, at + 1)) {
    const auto clause = static_cast<std::uint32_t>(at + 2);
    const Place place = paragraph.place(offset + clause);
    const auto behind = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) {
      return figures[draft.claim.figure].at > place;
    });
    const auto before = static_cast<std::size_t>(behind - drafts.begin());
    read_opening_movement(paragraph, sentence.substr(clause), offset + clause, figures, drafts.first(before));
  }
}

}  // namespace kcfin::prose
