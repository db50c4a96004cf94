// The last word before a figure says how it is meant; the words before that, of what.
#include "prose/before.h"

#include <algorithm>
#include <array>

#include "prose/noun_phrase.h"
#include "prose/subject.h"

namespace kcfin::prose {
namespace {

class GapReader {
 public:
  GapReader(const Phrase& phrase, const Before& before) : phrase_(phrase), before_(before) {}

  void read(std::size_t begin, std::size_t at, bool first, Gap& gap) const {
    for (std::size_t i = begin; i < at; ++i) {
      if (phrase_.tokens[i].is(Word::expect)) gap.expected = true;
    }
    gap.listed = !first && listed(begin, at);
    read_prefix_periods(begin, at, first, gap);
    std::size_t end = before_modifiers(begin, at, gap);
    if (end == begin && !first) {
      gap.link = gap.subject.empty() ? Link::together : Link::none;
      if (begin == at || !separator(begin, at)) gap.link = Link::together;
      return;
    }
    read_link(begin, end, first, gap);
    if (gap.link != Link::together && gap.link != Link::equivalent && gap.link != Link::rate)
      read_subject(phrase_, begin, end, gap);
    if (gap.link == Link::none && reason_before(phrase_, begin, end)) gap.reason = true;
    if (gap.link == Link::none && gap.listed && !gap.reason && gap.subject.empty())
      read_item_without_verb(begin, end, gap);
    read_division(phrase_, begin, end, gap);
  }

 private:
  [[nodiscard]] bool listed(std::size_t begin, std::size_t at) const {
    const bool opens =
        phrase_.mark(begin, ',') || phrase_.mark(begin, ';') || phrase_.is(begin, Word::conjunction);
    if (!opens && !(at > begin && phrase_.is(at - 1, Word::conjunction))) return false;
    for (std::size_t i = begin; i < at; ++i) {
      if (verb_like(phrase_.tokens[i]) || phrase_.is(i, Word::represent) || phrase_.is(i, Word::compare))
        return false;
    }
    return true;
  }

  // "revenues were RMB5.0 million, costs RMB3.0 million and profit RMB2.0 million": the verb stands once.
  void read_item_without_verb(std::size_t begin, std::size_t end, Gap& gap) const {
    std::size_t from = begin;
    while (from < end && (phrase_.mark(from, ',') || phrase_.is(from, Word::conjunction))) ++from;
    const bool names = from > begin && from < end && phrase_.is(end - 1, Word::other);
    for (std::size_t i = from; i < end; ++i) {
      const Token& token = phrase_.tokens[i];
      const bool part = token.is(Word::other) || token.is(Word::from) || token.is(Word::of) ||
                        token.is(Word::article) || token.is(Word::conjunction) ||
                        (token.is(Word::to) && i > from && phrase_.word_at(i - 1) == "attributable") ||
                        (phrase_.word_at(i) == "per" && i > from);  // "and earnings per ADS RMB1.31"
      if (!names || !part || direction_of(token) != Direction::none) return;
    }
    gap.subject = noun_phrase(phrase_.text, phrase_.range(from, end));
    gap.result = !gap.subject.empty();
  }

  [[nodiscard]] bool separator(std::size_t begin, std::size_t at) const {
    return begin < at && (phrase_.mark(begin, ',') || phrase_.is(begin, Word::conjunction));
  }

  // Periods that open a clause or stand between its subject and its verb.
  void read_prefix_periods(std::size_t begin, std::size_t at, bool first, Gap& gap) const {
    bool opening = true;
    for (std::size_t i = begin; i < at; ++i) {
      const PeriodPhrase* phrase = phrase_.period_at(i);
      if (phrase == nullptr) {
        const Token& token = phrase_.tokens[i];
        if (token.is_mark(';') || token.is_mark(':') || token.is(Word::whereas)) {
          opening = true;
        } else if (!token.is(Word::adverb) && !token.is(Word::conjunction) &&
                   token.kind != Token::Kind::mark) {
          opening = false;
        }
        continue;
      }
      if (over(*phrase) && moves_on(begin, i, at)) continue;
      if (over(*phrase) || compared_with(begin, i)) {
        gap.over = phrase_.tokens[i].index;
        continue;
      }
      if (phrase->kind == PeriodPhrase::Kind::event) continue;
      const bool before_verb = leads_to_verb(i + 1, at);
      const bool opens = opening && (first || i > begin);
      const bool in_subject = before_verb && gap.period == kNone && !after_verb(begin, i);
      const bool listed = gap.period != kNone && i > begin && period_list(begin, i);
      if (!(opens || in_subject || listed || (i > begin && phrase_.is(i - 1, Word::have)))) continue;
      gap.period = phrase_.tokens[i].index;
      gap.periods.push_back(gap.period);
    }
  }

  // "decreased sequentially but increased by": the words are of the change before.
  [[nodiscard]] bool moves_on(std::size_t begin, std::size_t i, std::size_t at) const {
    return phrase_.direction_before(begin, i) != Direction::none &&
           phrase_.direction_before(i, at) != Direction::none;
  }

  // "Compared with the second quarter of 2023, ..."
  [[nodiscard]] bool compared_with(std::size_t begin, std::size_t i) const {
    if (i == begin) return false;
    if (phrase_.is(i - 1, Word::compare) || phrase_.is(i - 1, Word::from) || phrase_.is(i - 1, Word::than))
      return true;
    return (phrase_.is(i - 1, Word::with) || phrase_.is(i - 1, Word::to)) && i >= begin + 2 &&
           phrase_.is(i - 2, Word::compare);
  }

  // A verb follows, after further periods at most.
  [[nodiscard]] bool leads_to_verb(std::size_t i, std::size_t at) const {
    if (i < at && phrase_.mark(i, ',')) return true;
    while (i < at && (phrase_.tokens[i].is(Word::conjunction) || phrase_.mark(i, ',') ||
                      phrase_.tokens[i].kind == Token::Kind::period))
      ++i;
    return i < at && (verb_like(phrase_.tokens[i]) || phrase_.tokens[i].is(Word::adverb));
  }

  // "in 2023, 2022 and 2021": this period follows another.
  [[nodiscard]] bool period_list(std::size_t begin, std::size_t i) const {
    std::size_t k = i;
    while (k > begin && (phrase_.tokens[k - 1].is_mark(',') || phrase_.tokens[k - 1].is(Word::conjunction)))
      --k;
    return k > begin && k < i && phrase_.tokens[k - 1].kind == Token::Kind::period;
  }

  [[nodiscard]] bool after_verb(std::size_t begin, std::size_t i) const {
    for (std::size_t k = begin; k < i; ++k) {
      if (verb_like(phrase_.tokens[k])) return true;
    }
    return false;
  }

  // Takes "approximately", "negative", "a total of", "more than" off the end; returns where the link ends.
  std::size_t before_modifiers(std::size_t begin, std::size_t end, Gap& gap) const {
    while (end > begin) {
      const std::size_t i = end - 1;
      const Token& token = phrase_.tokens[i];
      if (token.is(Word::approximate)) {
        gap.approximate = true;
      } else if (token.is(Word::negative)) {
        gap.negative = true;
      } else if (token.is(Word::bound)) {
        if (over_base(begin, i)) return end;
        gap.bound = true;
        if (i > begin && phrase_.is(i - 1, Word::at)) --end;
      } else if (token.is(Word::than) && i > begin && phrase_.is(i - 1, Word::more)) {
        gap.bound = true;
        --end;
      } else if (token.is(Word::to) && i > begin && phrase_.word_at(i - 1) == "up") {
        gap.bound = true;
        --end;
      } else if (phrase_.word_at(i) == "between") {
        gap.between = true;
      } else if (token.is(Word::of) && i > begin && total_word(phrase_.word_at(i - 1))) {
        --end;
      } else if (!token.is(Word::article) && !token.is(Word::adverb) && !token.is(Word::each) &&
                 !token.is_mark('"')) {
        return end;
      }
      --end;
    }
    return end;
  }

  // "an increase of 25% over the RMB5.0 million reported in 2022"
  [[nodiscard]] bool over_base(std::size_t begin, std::size_t i) const {
    return i == begin && begin != 0 && before_.said == Said::change && phrase_.word_at(i) == "over";
  }

  [[nodiscard]] static bool total_word(std::string_view word) {
    return word == "total" || word == "aggregate" || word == "sum";
  }

  // The last word before the figure says how it is meant.
  void read_link(std::size_t begin, std::size_t end, bool first, Gap& gap) const {
    if (end == begin) return;
    const std::size_t i = end - 1;
    const Token& token = phrase_.tokens[i];
    if (token.kind == Token::Kind::period) {  // "were, in 2024, RMB5.0 million"
      read_link(begin, i, first, gap);
      return;
    }
    if (token.kind == Token::Kind::mark) return read_mark(begin, i, first, gap);
    switch (token.word) {
      case Word::of:
      case Word::at:
        read_noun_link(begin, i, first, gap);
        return;
      case Word::by:
        gap.link = exceeds(begin, i) ? Link::level : Link::change;
        gap.reason = gap.link == Link::level;
        gap.direction = phrase_.direction_before(begin, i);
        gap.reason = gap.reason || (i > begin && phrase_.is(i - 1, Word::cause));
        return;
      case Word::to:
        read_to(begin, i, gap);
        return;
      case Word::with:
        gap.link = i > begin && phrase_.is(i - 1, Word::compare) ? Link::compare : Link::none;
        if (gap.link == Link::none) read_lost_order(begin, i, gap);
        if (gap.link == Link::compare) gap.moved = moving_word(begin, i - 1);
        return;
      case Word::compare:
      case Word::than:
      case Word::bound:
        gap.link = Link::compare;
        gap.moved = moving_word(begin, i);
        return;
      case Word::from:
        gap.link = Link::from;
        gap.moved = moving_word(begin, i);
        return;
      case Word::have:
        gap.have = true;
        gap.link = Link::level;
        return;
      case Word::reach:
        gap.bound = gap.bound || over_it(phrase_.word_at(i));
        gap.link = Link::level;
        return;
      case Word::be:
        gap.link = Link::level;
        return;
      case Word::up:
      case Word::down:
        gap.link = Link::change;
        gap.direction = direction_of(token);
        return;
      case Word::represent:
        gap.link = Link::none;
        return;
      case Word::include:
      case Word::cause:
        gap.reason = true;
        return;
      case Word::preposition:
        gap.link = i > begin && phrase_.is(i - 1, Word::account) ? Link::share : Link::none;
        if (gap.link == Link::none) gap.direction = Direction::none;
        gap.price = phrase_.word_at(i) == "for";
        if (follows_earlier(begin, i)) gap.link = Link::compare;
        return;
      default:
        gap.link =
            !first && (only_separators(begin, end) || continues_list(begin, i)) ? Link::together : Link::none;
        return;
    }
  }

  // "was RMB5.0 million, following RMB4.0 million in the first half of 2024", "after RMB4.0 million a year
  // ago": a period behind the amount tells it from "after RMB1.0 million of taxes".
  [[nodiscard]] bool follows_earlier(std::size_t begin, std::size_t i) const {
    if (phrase_.word_at(i) != "following" && phrase_.word_at(i) != "after") return false;
    if (!before_.any || !(begin == i || only_separators(begin, i))) return false;
    std::size_t at = i + 1;
    while (at < phrase_.tokens.size() && phrase_.tokens[at].kind != Token::Kind::quantity) ++at;
    return phrase_.period_at(at + 1) != nullptr;
  }

  // "Total revenues: RMB5.0 million, +12%": what stands before a colon names the figure behind it.
  void read_mark(std::size_t begin, std::size_t i, bool first, Gap& gap) const {
    const Token& token = phrase_.tokens[i];
    if (token.is_mark('+')) {
      gap.link = Link::change;
      gap.direction = Direction::up;
      return;
    }
    gap.link = !first && only_separators(begin, i + 1) ? Link::together : Link::none;
    if (!token.is_mark(':')) return;
    if (!first) {  // "revenue: RMB5.0 million; costs: RMB3.0 million"
      std::size_t part = i;
      while (part > begin && !phrase_.mark(part - 1, ';')) --part;
      if (part == begin) return;
      begin = part;
    }
    for (std::size_t k = begin; k < i; ++k) {
      const Token& word = phrase_.tokens[k];
      if (word.kind != Token::Kind::word && word.kind != Token::Kind::period) return;
      if (verb_like(word) || direction_of(word) != Direction::none) return;
    }
    gap.subject = noun_phrase(phrase_.text, phrase_.range(begin, i));
    if (!gap.subject.empty()) gap.link = Link::level;
  }

  // "exceeded capital expenditures by RMB3.1 billion": how far two measures are apart, no change.
  [[nodiscard]] bool exceeds(std::size_t begin, std::size_t by) const {
    for (std::size_t i = by; i > begin; --i) {
      if (over_it(phrase_.word_at(i - 1))) return true;
      if (verb_like(phrase_.tokens[i - 1])) return false;
    }
    return false;
  }

  // "RMB0.6 billion for plants, which are two, and RMB0.4 billion": the next item of a list.
  [[nodiscard]] bool continues_list(std::size_t begin, std::size_t last) const {
    return phrase_.is(last, Word::conjunction) && last > begin && phrase_.mark(last - 1, ',');
  }

  // "exceeded RMB3.0 billion" does not say by how much.
  [[nodiscard]] static bool over_it(std::string_view word) {
    return word.starts_with("exceed") || word.starts_with("surpass") || word == "topped";
  }

  [[nodiscard]] bool only_separators(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (phrase_.tokens[i].kind != Token::Kind::mark && !phrase_.is(i, Word::conjunction) &&
          !phrase_.is(i, Word::adverb))
        return false;
    }
    return true;
  }

  // "cash used was RMB3.7 million, related to RMB3.8 million used in": what it is of, not where it went.
  [[nodiscard]] static bool relates(std::string_view word) {
    return word == "related" || word == "relating" || word == "pertaining" || word == "tied";
  }

  void read_to(std::size_t begin, std::size_t i, Gap& gap) const {
    if (i == begin) {  // "from RMB1.0 million to", "by 13.4% to"; but "RMB1.0 million to" starts a range
      const bool after_base = before_.any && (before_.said == Said::base || before_.said == Said::change);
      gap.link = after_base ? Link::to : Link::none;
      gap.range = !after_base && before_.any;
      return;
    }
    const Token& before = phrase_.tokens[i - 1];
    if (before.is(Word::compare)) {
      gap.link = Link::compare;
      gap.moved = moving_word(begin, i - 1);
    } else if (before.is(Word::equivalent)) {
      gap.link = Link::equivalent;
    } else if (before.is(Word::cause) || relates(phrase_.word_at(i - 1))) {
      gap.reason = true;
    } else if (before.is(Word::reach)) {
      gap.link = Link::level;
    } else {
      gap.link = phrase_.moved(begin, i) ? Link::to : Link::none;
      if (gap.link == Link::to) gap.moved = moving_word(begin, i);
      if (gap.link == Link::none && phrase_.is(begin, Word::conjunction))
        read_item_without_verb(begin, i, gap);
      if (!gap.subject.empty()) gap.link = Link::level;  // "amounted to RMB5.0 million and costs to"
    }
  }

  // "net loss of", "an increase of", "arriving at": the noun before says what the figure is.
  void read_noun_link(std::size_t begin, std::size_t of, bool first, Gap& gap) const {
    if (of == begin) {
      gap.link = !before_.any ? Link::none : Link::together;
      // "was lower by 6.1% at RMB5.0 million"
      if (phrase_.is(of, Word::at) && before_.any && before_.said == Said::change) gap.link = Link::to;
      return;
    }
    std::size_t head = of - 1;
    while (head > begin &&
           (phrase_.tokens[head].kind == Token::Kind::period || phrase_.tokens[head].is(Word::adverb)))
      --head;
    const Token& noun = phrase_.tokens[head];
    if (direction_of(noun) != Direction::none) {
      gap.link = Link::change;
      gap.direction = direction_of(noun);
      return;
    }
    if (verb_like(noun)) {
      gap.link = Link::level;
      return;
    }
    if (phrase_.word_at(head) == "excess") {
      gap.bound = true;
      return;
    }
    const std::size_t start = noun_start(begin, of);
    gap.named = noun_phrase(phrase_.text, phrase_.range(start, of));
    const Direction moving = phrase_.direction_before(begin, of);
    if (phrase_.is(of, Word::at) && moving != Direction::none &&
        !has_word(gap.named, "margin")) {  // "grew faster at 33%"
      gap.link = Link::change;
      gap.direction = moving;
      gap.named.clear();
      return;
    }
    if (is_rate(gap.named)) {
      gap.link = Link::rate;
      gap.named.clear();
      return;
    }
    link_of_noun(begin, start, first, gap);
    if (only_sign(gap.named) && !gap.reason) {
      gap.loss = gap.loss || says_loss(gap.named);
      gap.named.clear();
    } else if (gap.link != Link::compare && gap.link != Link::from && gap.link != Link::together) {
      gap.subject = gap.named;
      gap.named.clear();
      gap.noun = true;
      gap.result = gap.result || one_of_several(start, gap.subject);
    }
  }

  // The word of change that leads to the link at `link`: nothing but adverbs, commas and periods between.
  [[nodiscard]] std::uint32_t moving_word(std::size_t begin, std::size_t link) const {
    for (std::size_t i = link; i > begin; --i) {
      const Token& token = phrase_.tokens[i - 1];
      if (direction_of(token) != Direction::none) return static_cast<std::uint32_t>(i - 1);
      const bool passed = token.is(Word::adverb) || token.is_mark(',') || token.is(Word::as) ||
                          token.kind == Token::Kind::period;
      if (!passed) return kNone;
    }
    return kNone;
  }

  // "compared a loss of with RMB1.0 million": the words are there, in another order.
  void read_lost_order(std::size_t begin, std::size_t with, Gap& gap) const {
    if (with < begin + 3 || !phrase_.is(with - 1, Word::of) || !says_loss(phrase_.word_at(with - 2))) return;
    std::size_t i = with - 2;
    while (i > begin && (phrase_.is(i - 1, Word::article) || phrase_.word_at(i - 1) == "net")) --i;
    if (i == begin || !phrase_.is(i - 1, Word::compare)) return;
    gap.link = Link::compare;
    gap.loss = true;
  }

  // "recorded an investment income of": one of several, but for the results of the whole ("a net loss of").
  [[nodiscard]] bool one_of_several(std::size_t start, std::string_view named) const {
    const std::string_view article = phrase_.word_at(start);
    if (article != "a" && article != "an") return false;
    constexpr std::array<std::string_view, 5> kWhole = {"net", "operating", "gross", "profit", "operations"};
    return std::none_of(kWhole.begin(), kWhole.end(),
                        [&](std::string_view word) { return has_word(named, word); });
  }

  // "the rate of 16.5%" is a term, not a result; an effective rate is one.
  [[nodiscard]] static bool is_rate(std::string_view phrase) {
    const std::size_t last = phrase.rfind(' ') == std::string_view::npos ? 0 : phrase.rfind(' ') + 1;
    const bool head = phrase.substr(last).starts_with("rate") || phrase.starts_with("rate") ||
                      phrase.find(" rate of ") != std::string_view::npos ||
                      phrase.find(" rates of ") != std::string_view::npos;
    return head && (has_word(phrase, "rate") || has_word(phrase, "rates")) &&
           !has_word(phrase, "effective") && !has_word(phrase, "utilization") && !has_word(phrase, "take") &&
           !has_word(phrase, "growth");
  }

  [[nodiscard]] std::size_t noun_start(std::size_t begin, std::size_t of) const {
    std::size_t i = of;
    while (i > begin) {
      const Token& token = phrase_.tokens[i - 1];
      if (token.kind == Token::Kind::mark && !token.is_mark('"') && !token.is_mark('-') &&
          !list_comma(begin, i - 1, of))
        break;
      if (verb_like(token) || token.is(Word::compare) || token.is(Word::cause) || token.is(Word::include) ||
          token.is(Word::represent) || token.is(Word::whereas) || token.is(Word::than) ||
          token.is(Word::pronoun)) {
        break;
      }
      if (token.is(Word::from) && from_links(begin, i - 1)) break;
      const bool after_link =
          i >= begin + 2 && (phrase_.is(i - 2, Word::compare) || phrase_.is(i - 2, Word::cause) ||
                             phrase_.is(i - 2, Word::reach));
      if ((token.is(Word::with) || token.is(Word::to)) && after_link) break;
      if (token.is(Word::conjunction) && i - 1 == begin && begin != 0) break;
      if ((token.is(Word::preposition) || token.is(Word::with)) && phrase_.is(i, Word::article) &&
          i + 1 < of && total_word_ahead(i + 1))
        break;
      --i;
    }
    return i;
  }

  [[nodiscard]] bool total_word_ahead(std::size_t i) const {
    return total_word(phrase_.word_at(i)) || phrase_.word_at(i) == "cash";
  }

  // A comma inside "cash, cash equivalents and restricted cash of": an "and" or "as well as" follows before
  // the end.
  [[nodiscard]] bool list_comma(std::size_t begin, std::size_t comma, std::size_t of) const {
    if (!phrase_.tokens[comma].is_mark(',') || comma == begin) return false;
    if (phrase_.word_at(comma + 1) == "net") return true;  // "other loss, net of"
    for (std::size_t i = comma + 1; i < of; ++i) {
      if (phrase_.tokens[i].is(Word::conjunction) ||
          (phrase_.word_at(i) == "well" && phrase_.is(i - 1, Word::as)))
        return true;
      if (verb_like(phrase_.tokens[i])) return false;
    }
    return false;
  }

  // "from" compares where a change stands before it or where it opens the words after a figure.
  [[nodiscard]] bool from_links(std::size_t begin, std::size_t from) const {
    if (from == begin) return begin != 0;
    for (std::size_t i = begin; i < from; ++i) {
      if (direction_of(phrase_.tokens[i]) != Direction::none) return true;
    }
    return phrase_.mark(from - 1, ',');
  }

  void link_of_noun(std::size_t begin, std::size_t start, bool first, Gap& gap) const {
    if (start == begin) {
      // "up 69.1% on an FX neutral basis Income from operations of": a line that ran into the next.
      const bool run_in = before_.said == Said::change && gap.named.find(" basis ") != std::string::npos;
      if (run_in) gap.named.erase(0, gap.named.find(" basis ") + 7);
      gap.link = first || run_in ? Link::level : Link::together;
      return;
    }
    const Token& left = phrase_.tokens[start - 1];
    if (left.is(Word::from)) {
      gap.link = Link::from;
      gap.moved = moving_word(begin, start - 1);
    } else if (left.is(Word::compare) || left.is(Word::than)) {
      gap.link = Link::compare;
      gap.moved = moving_word(begin, start - 1);
    } else if ((left.is(Word::with) || left.is(Word::to)) && start >= begin + 2) {
      const Token& further = phrase_.tokens[start - 2];
      gap.link = further.is(Word::compare) ? Link::compare : Link::level;
      if (gap.link == Link::compare) gap.moved = moving_word(begin, start - 2);
      gap.reason = further.is(Word::cause);
    } else if (left.is(Word::conjunction) && start == begin + 1 && !first) {
      gap.link = Link::together;
    } else if (direction_of(left) != Direction::none && start < phrase_.tokens.size() &&
               phrase_.word_at(start) == "in") {
      gap.link = Link::change;  // "the increase in gross margin of 2.7 percentage points"
      gap.direction = direction_of(left);
    } else {
      gap.link = Link::level;
      gap.reason = reason_before(phrase_, begin, start) || left.is(Word::include);
      gap.result = result_before(phrase_, begin, start);
      gap.represents = left.is(Word::represent);
      if (left.is(Word::have)) gap.have = true;
    }
  }

  const Phrase& phrase_;
  const Before& before_;
};

}  // namespace

Gap read_gap(const Phrase& phrase, std::size_t begin, std::size_t at, bool first, const Before& before) {
  Gap gap;
  GapReader(phrase, before).read(begin, at, first, gap);
  return gap;
}

}  // namespace kcfin::prose
