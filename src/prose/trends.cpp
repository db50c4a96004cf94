// Dates a trend, and finds the claims of its paragraph that are about the same metric.
#include "prose/trends.h"

#include <algorithm>
#include <utility>

#include "prose/noun_phrase.h"
#include "prose/phrase.h"
#include "values/text.h"
#include "words/reworded.h"

namespace kcfin::prose {
namespace {

void add(std::vector<Period>& periods, const Period& period) {
  if (period.known() && std::find(periods.begin(), periods.end(), period) == periods.end())
    periods.push_back(period);
}

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> out;
  const std::string ordered = words::words_in_order(lower(phrase));
  std::string_view rest = ordered;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) out.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Every word of `part` is one of `whole`.
bool within(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

// The same measure, or that of it which the paragraph is about: "gross margin" of "adjusted gross margin" and
// "gross margin for licences".
bool names_it(const std::string& named, const std::string& metric) {
  return metric == named || metric.ends_with(" " + named) || metric.starts_with(named + " for ") ||
         words::words_in_order(named) == words::words_in_order(metric);
}

// "gross profit for the online games business" and "online games gross profit".
std::string words_of_name(std::string name) {
  for (const std::string_view noun : {" businesses", " business", " segment"}) {
    if (const std::size_t at = name.find(noun); at != std::string::npos) name.erase(at, noun.size());
  }
  return words::words_in_order(name);
}

// Before it explains anything, the text has a word that goes that way.
bool says(std::string_view text, Direction direction) {
  std::vector<Token> tokens;
  tokenize(text, {}, tokens);
  for (const Token& token : tokens) {
    if (token.is(Word::cause)) return false;
    if (direction_of(token) == direction) return true;
  }
  return false;
}

// What its words and its place say of it.
TrendDraft draft_of(const TrendSetting& setting, std::string_view text, const TrendReading& reading) {
  TrendDraft draft;
  Trend& trend = draft.trend;
  trend.metric.phrase = reading.phrase;
  trend.metric.loss = says_loss(reading.phrase);
  trend.direction = reading.direction;
  trend.at = setting.paragraph.place(setting.offset + reading.at);
  trend.word = text.substr(reading.at, reading.size);
  trend.paragraph = setting.paragraph_index;
  trend.sentence = setting.sentence;
  return draft;
}

bool tells_direction(const Draft& draft) {
  return draft.said == Said::current || draft.said == Said::base || draft.said == Said::change;
}

}  // namespace

void Trends::take(const TrendSetting& setting, std::string_view text, const SentenceReading& sentence,
                  const std::vector<TrendReading>& readings) {
  const std::size_t first = drafts_.size();
  for (const TrendReading& reading : readings) {
    if (reading.cause) {
      take_cause(setting, text, sentence, reading, first);
      continue;
    }
    TrendDraft draft = draft_of(setting, text, reading);
    Trend& trend = draft.trend;
    trend.compared = reading.compared != kNone;
    draft.heading = setting.heading;
    draft.lead_phrase = setting.lead;
    find_claims(setting, trend);
    // "Revenue declined. The decrease was due to": of what the last sentence without a figure spoke of.
    std::size_t told = first;
    while (told > 0 && drafts_[told - 1].trend.cause) --told;
    if (trend.metric.phrase.empty() && told > 0) {
      const Trend& before = drafts_[told - 1].trend;
      const bool last = before.paragraph == trend.paragraph &&
                        (setting.before == setting.before_end ||
                         setting.drafts[setting.before].claim.sentence < before.sentence);
      if (last) {
        trend.metric.phrase = before.metric.phrase;
        trend.claims = before.claims;
        trend.unresolved = before.unresolved;
      }
    }
    if (trend.metric.phrase.empty() && trend.claims.empty()) continue;
    trend.metric.loss = says_loss(trend.metric.phrase);
    date(mains(setting, sentence, reading), sentence, reading, trend);
    if (!trend.datings.empty()) drafts_.push_back(std::move(draft));
  }
}

// A cause is kept without a period, behind what it explains: a trend of its sentence, or claims that say a
// direction.
void Trends::take_cause(const TrendSetting& setting, std::string_view text, const SentenceReading& sentence,
                        const TrendReading& reading, std::size_t first) {
  TrendDraft draft = draft_of(setting, text, reading);
  Trend& trend = draft.trend;
  trend.cause = true;
  trend.offset = reading.offset;
  if (reading.offset) trend.direction = turned(trend.direction);
  if (reading.explains_reading) {
    if (drafts_.size() == first) return;
  } else {
    const Place cause = setting.paragraph.place(setting.offset + reading.clause);
    for (std::size_t i = 0; i < setting.drafts.size(); ++i) {
      const Claim& claim = setting.drafts[i].claim;
      const bool before = claim.paragraph == setting.paragraph_index && claim.sentence == setting.sentence &&
                          filing_.figures[claim.figure].at < cause;
      if (before && (claim.direction != Direction::none || !claim.movements.empty()))
        trend.claims.push_back(static_cast<std::uint32_t>(setting.first + i));
    }
    if (trend.claims.empty()) return;
  }
  if (reading.own != kNone) {
    const Period own = resolve(sentence.periods[reading.own], setting.main.period, calendar_);
    if (!of_explained(setting, trend, first, own)) return;
  }
  drafts_.push_back(std::move(draft));
}

// The period that a cause names is that of what it explains: "due to higher fees in the prior year" speaks of
// what went the other way.
bool Trends::of_explained(const TrendSetting& setting, const Trend& cause, std::size_t first,
                          const Period& own) const {
  for (const std::uint32_t id : cause.claims) {
    if (filing_.figures[setting.drafts[id - setting.first].claim.figure].period == own) return true;
  }
  bool own_period = false;
  for (std::size_t i = first; i < drafts_.size() && cause.claims.empty(); ++i) {
    for (const Dating& dating : drafts_[i].trend.datings) {
      if (dating.base_period == own) return false;
      own_period = own_period || dating.period == own;
    }
  }
  return own_period;
}

// The periods that the metric may be of: the one that its clause says; else those that another clause of the
// sentence says, the text around it, and any other span of the tables with the same end.
std::vector<Period> Trends::mains(const TrendSetting& setting, const SentenceReading& sentence,
                                  const TrendReading& reading) const {
  std::vector<Period> out;
  if (reading.own != kNone) {
    add(out, resolve(sentence.periods[reading.own], setting.main.period, calendar_));
    return out;
  }
  add(out, setting.main.period);
  for (const Period& other : setting.main.others) add(out, other);
  for (const PeriodPhrase& phrase : sentence.periods) {
    if (phrase.kind == PeriodPhrase::Kind::event || over(phrase)) continue;
    add(out, resolve(phrase, setting.main.period, calendar_));
  }
  for (const Draft& draft : setting.drafts) {
    if (draft.claim.paragraph == setting.paragraph_index) add(out, draft.main.period);
  }
  const std::size_t told = out.size();
  for (std::size_t i = 0; i < told; ++i) {
    for (const Period& span : calendar_.columns) {
      if (!span.instant() && !out[i].instant() && span.end == out[i].end) add(out, span);
    }
  }
  return out;
}

void Trends::date(const std::vector<Period>& mains, const SentenceReading& sentence,
                  const TrendReading& reading, Trend& trend) const {
  for (const Period& main : mains) {
    if (reading.compared != kNone) {
      const Period base = resolve(sentence.periods[reading.compared], main, calendar_);
      const bool alike = base.instant() || main.instant() || base.months() == main.months();
      if (base.known() && alike && base.end < main.end) trend.datings.push_back({main, base});
      continue;
    }
    for (const Period& base : usual_bases(main, calendar_)) {
      if (base.known()) trend.datings.push_back({main, base});
    }
  }
}

// The last sentence with figures is about more than one metric: what the next one refers to, is not told.
bool Trends::several_metrics(const TrendSetting& setting) {
  const Draft* first = nullptr;
  for (std::size_t i = setting.before; i < setting.before_end; ++i) {
    const Draft& draft = setting.drafts[i];
    if (!tells_direction(draft) || draft.claim.comparative || draft.claim.metric.phrase.empty()) continue;
    if (first != nullptr && first->claim.metric.phrase != draft.claim.metric.phrase) return true;
    first = &draft;
  }
  return false;
}

// Those of its metric before it; of a trend that names none, those of the last sentence with figures, unless
// that sentence says of something that it went this way.
void Trends::find_claims(const TrendSetting& setting, Trend& trend) const {
  const std::string named = lower(trend.metric.phrase);
  const std::vector<std::string> own = words_of(named);
  for (std::size_t i = 0; i < setting.drafts.size(); ++i) {
    const Draft& draft = setting.drafts[i];
    const Claim& claim = draft.claim;
    if (!tells_direction(draft) || draft.expected || !(filing_.figures[claim.figure].at < trend.at)) continue;
    const bool before = i >= setting.before && i < setting.before_end;
    if (named.empty()) {
      if (!before || several_metrics(setting)) continue;
      if (says(setting.before_text, trend.direction)) trend.unresolved = "the sentence before says so";
    } else if (claim.paragraph != setting.paragraph_index) {
      if (claim.metric.loss != trend.metric.loss ||
          words_of_name(named) != words_of_name(lower(claim.metric.phrase)))
        continue;
    } else if (const std::string metric = lower(claim.metric.phrase); !names_it(named, metric)) {
      if (within(own, words_of(metric)))
        trend.unresolved = "the paragraph is about “" + claim.metric.phrase + "”";
      continue;
    } else if (claim.metric.loss != trend.metric.loss ||
               (!before && lower(claim.metric.phrase).size() != named.size())) {
      continue;  // of a part only right behind it
    }
    trend.claims.push_back(static_cast<std::uint32_t>(setting.first + i));
  }
}

}  // namespace kcfin::prose
