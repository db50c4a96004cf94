// The prose room: paragraphs in, claims out.
#include <algorithm>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

#include "kcfin/filing.h"
#include "prose/definition.h"
#include "prose/draft.h"
#include "prose/naming.h"
#include "prose/noun_phrase.h"
#include "prose/parts.h"
#include "prose/reading.h"
#include "prose/section.h"
#include "prose/sentence.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin {
namespace {

using namespace prose;  // NOLINT(google-build-using-namespace): this file is the room's door

bool contains_folded(std::string_view text, std::string_view lower) {
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(), same) != text.end();
}

// "net loss per share", "basic EPS", "per ADS": what a figure without "per ADS" of its own is counted by.
Per per_of(std::string_view phrase) {
  if (phrase.find("per ") == std::string_view::npos && phrase.find("EPS") == std::string_view::npos)
    return Per::none;
  if (contains_folded(phrase, "per ads") || contains_folded(phrase, "per american depositary"))
    return Per::ads;
  if (contains_folded(phrase, "per share") || contains_folded(phrase, "per ordinary share") ||
      contains_folded(phrase, "per class a") || contains_folded(phrase, "per common share") ||
      has_word(phrase, "eps")) {
    return Per::share;
  }
  return Per::none;
}

Currency reporting_currency(const Filing& filing) {
  for (const Table& table : filing.tables) {
    for (const Column& column : table.columns) {
      if (column.unit.measure == Measure::money && column.unit.code[0] != '\0') return column.unit.code;
    }
  }
  return currency("RMB");
}

// What is longer is no sentence: its parts would be held to each other for nothing.
constexpr std::size_t kLongestSentence = 16384;

class ClaimReader {
 public:
  ClaimReader(const Document& document, Filing& filing)
      : document_(document),
        filing_(filing),
        sections_(document, filing),
        currency_(reporting_currency(filing)) {}

  std::vector<Draft> run() {
    for (std::uint32_t i = 0; i < document_.paragraphs.size(); ++i) {
      paragraph_ = i;
      const Paragraph& paragraph = document_.paragraphs[i];
      run_in_ = {};
      lead_.clear();
      sections_.enter(paragraph);
      defines_ = paragraph.text.find("xclud") != std::string_view::npos;
      divides_ = paragraph.text.find("divid") != std::string_view::npos;
      if (defines_ || divides_ || may_claim(paragraph.text)) read_paragraph(paragraph);
    }
    return std::move(drafts_);
  }

 private:
  void read_paragraph(const Paragraph& paragraph) {
    sentences_.clear();
    split_sentences(paragraph.text, sentences_);
    for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
      sentence_ = i;
      offset_ = sentences_[i].begin;
      const std::string_view text = paragraph.text.substr(offset_, sentences_[i].end - offset_);
      if (defines_) read_definitions(paragraph, text, offset_, filing_.definitions);
      if (divides_) {
        if (auto ratio = read_ratio_definition(text)) ratios_.push_back(std::move(*ratio));
      }
      if (i == 0 && sentences_.size() > 1 && text.size() < 120 && !may_claim(text))
        run_in_ = text;  // "Gross profit. Gross profit was ..."
      if (text.size() > kLongestSentence || !may_claim(text)) continue;
      read_sentence(text, sections_.calendar(), reading_);
      if (!reading_.readings.empty()) take_sentence(paragraph, text);
    }
  }

  // ---------------------------------------------------------------- one sentence

  void take_sentence(const Paragraph& paragraph, std::string_view text) {
    const std::size_t first = drafts_.size();
    resolve_subjects();
    const std::uint32_t clauses = clause_count_;
    clause_count_ += static_cast<std::uint32_t>(reading_.subjects.size());
    for (const Reading& reading : reading_.readings) {
      if (!states_something(reading)) continue;
      Draft draft;
      draft.clause = clauses + reading.subject;
      take_reading(paragraph, text, reading, draft);
      drafts_.push_back(std::move(draft));
    }
    carry_subject(text, first);
    carry_whole(first);
    pair_changes(first);
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      if (drafts_[i].said == Said::current && !drafts_[i].claim.metric.phrase.empty()) last_current_ = i;
    }
  }

  [[nodiscard]] bool states_something(const Reading& reading) const {
    if (reading.said == Said::nothing || reading.subject == kNone) return false;
    const bool percent = reading_.quantities[reading.quantity].kind == QuantityKind::percent;
    const bool unnamed = reading_.subjects[reading.subject].phrase.empty() && reading.named.empty();
    return !(percent && unnamed && reading.said != Said::change);
  }

  // The period of each subject's own figures.
  void resolve_subjects() {
    const Section& section = sections_.section();
    mains_.assign(reading_.subjects.size(), {section.period, !section.period_stated});
    for (std::size_t s = 0; s < reading_.subjects.size(); ++s) {
      std::uint32_t phrase = reading_.subjects[s].period;
      for (const Reading& reading : reading_.readings) {
        if (reading.subject != s || reading.period == kNone) continue;
        const bool own =
            reading.said == Said::current || reading.said == Said::share || reading.said == Said::reason;
        if (own && !reading.comparative) {
          phrase = reading.period;
          break;
        }
      }
      if (phrase == kNone) continue;
      const Period period = resolve(reading_.periods[phrase], section.period, sections_.calendar());
      if (period.known()) mains_[s] = {period, false};
    }
  }

  void take_reading(const Paragraph& paragraph, std::string_view text, const Reading& reading, Draft& draft) {
    const Quantity& quantity = reading_.quantities[reading.quantity];
    const Subject& subject = reading_.subjects[reading.subject];
    const auto& [main, assumed] = mains_[reading.subject];
    draft.said = reading.said;
    draft.main = main;
    draft.period_assumed = assumed;
    draft.bound = reading.bound;
    draft.rebased = reading.rebased;
    draft.expected = reading.expected || sections_.section().outlook;
    draft.heading = run_in_.empty() ? sections_.section().heading : run_in_;
    Claim& claim = draft.claim;
    claim.paragraph = paragraph_;
    claim.sentence = sentence_;
    claim.direction = reading.said == Said::change ? reading.direction : Direction::none;
    claim.approximate = reading.approximate;
    claim.comparative = reading.comparative;
    name_metric(reading, subject, quantity, claim);
    claim.kind = kind_of(reading, quantity, claim.metric.phrase);
    claim.part = subject.divided;
    claim.whole = !reading.whole.empty() ? reading.whole : subject.divisor;
    if (claim.kind == ClaimKind::margin && claim.part.empty()) take_ratio(claim);
    take_lead(draft);
    Figure figure = make_figure(paragraph, text, quantity, claim.metric.phrase);
    set_period(reading, draft, figure);
    set_scale(text, reading, quantity, draft, figure);
    set_sign(reading, claim, figure);
    claim.figure = add_figure(std::move(figure));
    if (reading.translation != kNone) take_translation(paragraph, text, reading, claim);
  }

  static void name_metric(const Reading& reading, const Subject& subject, const Quantity& quantity,
                          Claim& claim) {
    claim.metric.phrase = reading.named.empty() ? subject.phrase : reading.named;
    if (!reading.named.empty() && reading.said == Said::base) claim.subject = subject.phrase;
    if (quantity.per != Per::none && per_of(claim.metric.phrase) == Per::none &&
        !claim.metric.phrase.empty()) {
      claim.metric.phrase += quantity.per == Per::ads ? " per ADS" : " per share";
    }
    claim.metric.loss = says_loss(claim.metric.phrase) || reading.loss;
  }

  static ClaimKind kind_of(const Reading& reading, const Quantity& quantity, std::string_view phrase) {
    switch (quantity.kind) {
      case QuantityKind::points:
        return ClaimKind::point_change;
      case QuantityKind::percent:
        if (reading.said == Said::change) return ClaimKind::change;
        return reading.said == Said::share || !reading.whole.empty() ? ClaimKind::share : ClaimKind::margin;
      case QuantityKind::count:
        return reading.said == Said::change ? ClaimKind::change : ClaimKind::count;
      case QuantityKind::money:
        if (reading.said == Said::change) return ClaimKind::change;
        return quantity.per != Per::none || per_of(phrase) != Per::none ? ClaimKind::per_share
                                                                        : ClaimKind::amount;
      case QuantityKind::nil:
        return ClaimKind::amount;
    }
    return ClaimKind::amount;
  }

  // Both sides of a ratio that a sentence before has defined.
  void take_ratio(Claim& claim) const {
    const std::string measure = lower(claim.metric.phrase);
    const auto defined = std::find_if(ratios_.rbegin(), ratios_.rend(), [&](const RatioDefinition& ratio) {
      return lower(ratio.measure) == measure;
    });
    if (defined == ratios_.rend()) return;
    claim.part = defined->part;
    claim.whole = defined->whole;
  }

  void take_lead(Draft& draft) {
    draft.lead = lead_.empty();
    if (draft.lead) {
      lead_ = draft.claim.metric.phrase;
      lead_at_ = drafts_.size();
    } else {
      draft.lead_phrase = drafts_[lead_at_].claim.metric.phrase;
    }
  }

  // ---------------------------------------------------------------- the figure

  Figure make_figure(const Paragraph& paragraph, std::string_view text, const Quantity& quantity,
                     std::string_view phrase) const {
    Figure figure;
    figure.at = paragraph.place(offset_ + quantity.begin);
    figure.raw = text.substr(quantity.begin, quantity.end - quantity.begin);
    figure.value = quantity.value;
    figure.unit.code = quantity.code;
    figure.scale_power = quantity.scale_power;
    const bool yen_or_yuan = figure.raw.starts_with("\u00a5") || figure.raw.starts_with("\uffe5");
    if (yen_or_yuan && currency_ == currency("JPY")) figure.unit.code = currency_;
    if (figure.raw.starts_with("$") && words::is_dollar(currency_)) figure.unit.code = currency_;
    switch (quantity.kind) {
      case QuantityKind::percent:
        figure.unit.measure = Measure::percent;
        break;
      case QuantityKind::points:
        figure.unit.measure = Measure::percent_change;
        break;
      case QuantityKind::count:
        figure.unit.measure =
            has_word(phrase, "shares") || has_word(phrase, "adss") || has_word(phrase, "ads")
                ? Measure::shares
                : Measure::pure;
        break;
      case QuantityKind::nil:
        figure.unit.code = currency_;
        figure.value = Decimal{0, decimals_};
        figure.scale_power = scale_;
        figure.dash = true;
        figure.unit.measure = Measure::money;
        break;
      case QuantityKind::money: {
        const Per per = quantity.per != Per::none ? quantity.per : per_of(phrase);
        figure.unit.measure = per == Per::none  ? Measure::money
                              : per == Per::ads ? Measure::per_ads
                                                : Measure::per_share;
        break;
      }
    }
    return figure;
  }

  void set_period(const Reading& reading, Draft& draft, Figure& figure) const {
    const FiscalCalendar& calendar = sections_.calendar();
    if (reading.said == Said::change) {
      draft.compared = reading.compared;
      if (reading.compared != kNone)
        draft.compared_period = resolve(reading_.periods[reading.compared], draft.main, calendar);
      figure.period = draft.main;
      figure.unit.measure =
          figure.unit.measure == Measure::percent ? Measure::percent_change : figure.unit.measure;
    } else if (reading.period != kNone) {
      figure.period = resolve(reading_.periods[reading.period], draft.main, calendar);
      if (!reading.comparative) draft.period_assumed = false;
    } else if (!reading.comparative) {
      figure.period = draft.main;
    } else if (reading.compared != kNone) {
      figure.period = resolve(reading_.periods[reading.compared], draft.main, calendar);
    }
  }

  void set_scale(std::string_view text, const Reading& reading, const Quantity& quantity, Draft& draft,
                 Figure& figure) {
    draft.scale_stated = quantity.scale_stated;
    if (quantity.kind != QuantityKind::money) return;
    if (quantity.scale_stated) {
      scale_ = quantity.scale_power;
      decimals_ = quantity.value.decimals;
      return;
    }
    if (figure.unit.measure != Measure::money) {
      draft.scale_stated = true;  // per-share amounts have none
      return;
    }
    const std::uint8_t following = scale_of_list(text, reading.quantity);
    const Section& section = sections_.section();
    if (following != 0) {
      figure.scale_power = following;
      draft.scale_stated = true;
    } else if (section.notes && quantity.value.decimals == 0 &&
               (quantity.grouped || quantity.integer_digits <= 3)) {
      figure.scale_power = section.note_scale;
      draft.scale_stated = true;
    } else if (quantity.grouped && quantity.value.decimals == 0) {
      draft.scale_stated = true;  // whole units
    }
  }

  // "RMB26.2 and RMB27.1 billion": the scale stands at the end of the list.
  [[nodiscard]] std::uint8_t scale_of_list(std::string_view text, std::uint32_t at) const {
    for (std::uint32_t i = at; i + 1 < reading_.quantities.size(); ++i) {
      const Quantity& here = reading_.quantities[i];
      const Quantity& next = reading_.quantities[i + 1];
      if (next.code != here.code) return 0;
      std::string_view between = text.substr(here.end, next.begin - here.end);
      if (between != " and " && between != ", " && between != ", and " && between != " or " &&
          between != " to ")
        return 0;
      if (next.scale_stated) return next.scale_power;
    }
    return 0;
  }

  static void set_sign(const Reading& reading, const Claim& claim, Figure& figure) {
    if (!figure.value) return;
    const bool said_negative = reading.negative || (reading.loss && !says_loss(claim.metric.phrase));
    const bool down = reading.said == Said::change && reading.direction == Direction::down;
    if ((said_negative || down) && figure.value->mantissa > 0) figure.value = figure.value->negated();
  }

  void take_translation(const Paragraph& paragraph, std::string_view text, const Reading& reading,
                        Claim& claim) {
    const Quantity& quantity = reading_.quantities[reading.translation];
    Figure figure = make_figure(paragraph, text, quantity, claim.metric.phrase);
    const Figure& amount = filing_.figures[claim.figure];
    figure.period = amount.period;
    if (!quantity.scale_stated)
      figure.scale_power = amount.unit.measure == Measure::money ? amount.scale_power : std::uint8_t{0};
    const bool negative = amount.value && amount.value->mantissa < 0;
    if (negative && figure.value->mantissa > 0) figure.value = figure.value->negated();
    claim.translation = add_figure(std::move(figure));
  }

  FigureId add_figure(Figure figure) {
    figure.claim = static_cast<std::uint32_t>(filing_.claims.size() + drafts_.size());
    filing_.figures.push_back(std::move(figure));
    return static_cast<FigureId>(filing_.figures.size() - 1);
  }

  // ---------------------------------------------------------------- changes and what they are between

  // "This represents an increase of 5%": the subject and figure of the sentence before.
  void carry_subject(std::string_view text, std::size_t first) {
    if (first == drafts_.size() || last_current_ >= first) return;
    const Draft& before = drafts_[last_current_];
    const bool pronoun = text.starts_with("This represent") || text.starts_with("It ") ||
                         text.starts_with("That represent") || text.starts_with("This was") ||
                         text.starts_with("This is") || text.starts_with("These represent") ||
                         text.starts_with("Which ") || text.starts_with("Representing");
    if (!pronoun || before.claim.paragraph != paragraph_) return;
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      if (!drafts_[i].claim.metric.phrase.empty()) break;
      drafts_[i].claim.metric.phrase = before.claim.metric.phrase;
      drafts_[i].claim.metric.loss = before.claim.metric.loss;
      if (drafts_[i].said == Said::change) drafts_[i].claim.current = before.claim.figure;
    }
  }

  // "accounted for 96.7% of net revenues, compared with 96.8%": the comparative is a share of the same whole.
  void carry_whole(std::size_t first) {
    for (std::size_t i = first + 1; i < drafts_.size(); ++i) {
      const Draft& before = drafts_[i - 1];
      Draft& draft = drafts_[i];
      const bool follows = draft.said == Said::base && draft.claim.kind == ClaimKind::margin &&
                           draft.clause == before.clause && before.claim.kind == ClaimKind::share;
      if (!follows) continue;
      draft.claim.kind = ClaimKind::share;
      draft.claim.whole = before.claim.whole;
    }
  }

  void pair_changes(std::size_t first) {
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      Draft& change = drafts_[i];
      if (change.said != Said::change) continue;
      if (const std::size_t at = current_of(first, i); at != drafts_.size())
        change.claim.current = drafts_[at].claim.figure;
      if (const std::size_t at = base_of(first, i); at != drafts_.size()) {
        Figure& base = filing_.figures[drafts_[at].claim.figure];
        if (!base.period.known()) base.period = change.compared_period;
        change.claim.base = drafts_[at].claim.figure;
        change.claim.base_period = base.period;
      }
      if (!change.claim.base_period.known()) change.claim.base_period = change.compared_period;
    }
  }

  // A change of percentage points is between percentages; one of percent or money is between amounts.
  [[nodiscard]] bool comparable(const Draft& change, const Draft& other) const {
    if (other.clause != change.clause) return false;
    const Measure measure = filing_.figures[other.claim.figure].unit.measure;
    const bool percent = measure == Measure::percent;
    return change.claim.kind == ClaimKind::point_change ? percent
                                                        : !percent && other.claim.kind != ClaimKind::change;
  }

  [[nodiscard]] std::size_t current_of(std::size_t first, std::size_t change) const {
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      if (drafts_[i].said == Said::current && comparable(drafts_[change], drafts_[i])) return i;
    }
    return drafts_.size();
  }

  [[nodiscard]] std::size_t base_of(std::size_t first, std::size_t change) const {
    const std::size_t none = drafts_.size();
    if (change + 1 < none && drafts_[change + 1].said == Said::base &&
        comparable(drafts_[change], drafts_[change + 1]) &&
        periods_agree(drafts_[change], drafts_[change + 1])) {
      return change + 1;
    }
    std::size_t only = none;
    int bases = 0;
    int changes = 0;
    for (std::size_t i = first; i < none; ++i) {
      if (drafts_[i].said == Said::change && drafts_[i].clause == drafts_[change].clause) ++changes;
      if (drafts_[i].said != Said::base || !comparable(drafts_[change], drafts_[i])) continue;
      const Period& period = filing_.figures[drafts_[i].claim.figure].period;
      if (period.known() && period == drafts_[change].compared_period) return i;
      ++bases;
      only = i;
    }
    return bases == 1 && changes == 1 && periods_agree(drafts_[change], drafts_[only]) ? only : none;
  }

  [[nodiscard]] bool periods_agree(const Draft& change, const Draft& base) const {
    const Period& period = filing_.figures[base.claim.figure].period;
    return !change.compared_period.known() || !period.known() || change.compared_period.end == period.end;
  }

  const Document& document_;
  Filing& filing_;
  SectionReader sections_;
  Currency currency_;
  std::vector<Draft> drafts_;
  std::vector<Sentence> sentences_;
  SentenceReading reading_;
  std::vector<std::pair<Period, bool>> mains_;  // by subject; whether it is assumed
  std::uint32_t paragraph_ = 0, sentence_ = 0, offset_ = 0, clause_count_ = 0;
  std::string_view run_in_;
  bool defines_ = false;  // the paragraph may say how a measure is made
  bool divides_ = false;  // the paragraph may define a ratio
  std::vector<RatioDefinition> ratios_;
  std::string lead_;
  std::size_t lead_at_ = 0;
  std::size_t last_current_ = static_cast<std::size_t>(-1);
  std::uint8_t scale_ = 6, decimals_ = 1;  // of the amounts around a "nil"
};

}  // namespace

void read_claims(const Document& document, Filing& filing) {
  std::vector<Draft> drafts = ClaimReader(document, filing).run();
  name_rows(filing, drafts);
  find_parts(filing, drafts);
  filing.claims.reserve(filing.claims.size() + drafts.size());
  for (Draft& draft : drafts) filing.claims.push_back(std::move(draft.claim));
}

}  // namespace kcfin
