// The prose room: paragraphs in, claims out.
#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "kcfin/filing.h"
#include "prose/abbreviation.h"
#include "prose/change_pair.h"
#include "prose/change_word.h"
#include "prose/colon_heading.h"
#include "prose/definition.h"
#include "prose/draft.h"
#include "prose/movement.h"
#include "prose/naming.h"
#include "prose/noun_phrase.h"
#include "prose/other_basis.h"
#include "prose/parts.h"
#include "prose/percentage_of.h"
#include "prose/phrase.h"
#include "prose/possessor.h"
#include "prose/reading.h"
#include "prose/section.h"
#include "prose/sentence.h"
#include "prose/stated_figure.h"
#include "prose/trend.h"
#include "prose/trends.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin {
namespace {

using namespace prose;  // NOLINT(google-build-using-namespace): this file is the room's door

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
        possessors_(filing),
        currency_(reporting_currency(filing)),
        trends_(filing, sections_.calendar()) {}

  std::vector<Draft> run() {
    rebases_changes_ =
        std::any_of(document_.paragraphs.begin(), document_.paragraphs.end(),
                    [](const Paragraph& paragraph) { return rebases_changes(paragraph.text); });
    for (std::uint32_t i = 0; i < document_.paragraphs.size(); ++i) {
      paragraph_ = i;
      const Paragraph& paragraph = document_.paragraphs[i];
      run_in_ = {};
      lead_.clear();
      told_before_ = {};
      if (sections_.enter(paragraph)) section_first_ = drafts_.size();
      abbreviations_.learn(paragraph.text);
      defines_ = paragraph.text.find("xclud") != std::string_view::npos;
      divides_ = paragraph.text.find("divid") != std::string_view::npos;
      moves_ = may_move(paragraph.text);
      if (defines_ || divides_ || moves_ || may_claim(paragraph.text)) read_paragraph(paragraph);
    }
    return std::move(drafts_);
  }

  [[nodiscard]] const FiscalCalendar& calendar() const { return sections_.calendar(); }
  [[nodiscard]] std::vector<TrendDraft>& trends() { return trends_.drafts(); }

 private:
  void read_paragraph(const Paragraph& paragraph) {
    sentences_.clear();
    paragraph_first_ = sentence_first_ = drafts_.size();
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
      if (paragraph_first_ < drafts_.size())
        read_opening_movement(paragraph, text, offset_, filing_.figures,
                              std::span(drafts_).subspan(sentence_first_));
      if (text.size() > kLongestSentence) continue;
      const std::size_t before = sentence_first_, before_end = drafts_.size();
      reading_.clear();
      if (may_claim(text)) {
        read_sentence(text, sections_.calendar(), reading_);
        if (!reading_.readings.empty()) take_sentence(paragraph, text);
      }
      if (moves_ && may_move(text)) take_trends(paragraph, text, before, before_end);
      if (drafts_.size() != before_end) last_text_ = text;
    }
  }

  // Directions without a figure. The sentence with figures before this one has the drafts from `before` on.
  void take_trends(const Paragraph& paragraph, std::string_view text, std::size_t before,
                   std::size_t before_end) {
    if (sections_.section().outlook) return;
    if (reading_.tokens.empty()) take_apart(text, sections_.calendar(), reading_);
    trend_readings_.clear();
    read_trends(text, reading_, trend_readings_);
    if (trend_readings_.empty()) return;
    for (TrendReading& trend : trend_readings_) trend.phrase = possessors_.without_issuer(trend.phrase);
    constexpr std::size_t kFar = 48;  // what stands further back is not spoken of
    const std::size_t first = std::max(section_first_, drafts_.size() - std::min(drafts_.size(), kFar));
    trends_.take({.paragraph = paragraph,
                  .paragraph_index = paragraph_,
                  .sentence = sentence_,
                  .offset = offset_,
                  .main = around(),
                  .heading = run_in_.empty() ? sections_.section().heading : run_in_,
                  .lead = lead_,
                  .drafts = std::span(drafts_).subspan(first),
                  .first = first,
                  .before = std::max(before, first) - first,
                  .before_end = std::max(before_end, first) - first,
                  .before_text = last_text_},
                 text, reading_, trend_readings_);
  }

  // ---------------------------------------------------------------- one sentence

  void take_sentence(const Paragraph& paragraph, std::string_view text) {
    const std::size_t first = sentence_first_ = drafts_.size();
    find_main_periods(reading_, around(), sections_.calendar(), mains_);
    heading_ = run_in_.empty() ? sections_.section().heading : run_in_;
    if (const std::string_view part = before_colon(text, reading_); !part.empty()) heading_ = part;
    const std::uint32_t clauses = clause_count_;
    clause_count_ += static_cast<std::uint32_t>(reading_.subjects.size());
    for (const Reading& reading : reading_.readings) {
      if (!states_something(reading)) continue;
      Draft draft;
      draft.clause = clauses + reading.subject;
      take_reading(paragraph, text, reading, draft);
      drafts_.push_back(std::move(draft));
    }
    for (std::uint32_t s = 0; s < mains_.size(); ++s) {
      const MainPeriod& main = mains_[s];
      if (main.source == PeriodSource::clause && !main.period.instant() && !expected(s) && !to_come(main))
        told_before_ = main.period;
    }
    join_named_comparatives(first);
    carry_subject(text, first);
    carry_whole(first);
    pair_changes(first, filing_, sections_.calendar(), drafts_);
    attach_movements(first, filing_.figures, drafts_);
    read_inner_movements(paragraph, text, offset_, filing_.figures, std::span(drafts_).subspan(first));
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      if (drafts_[i].said == Said::current && !drafts_[i].claim.metric.phrase.empty()) last_current_ = i;
    }
  }

  // "For the full year, we expect revenues of RMB5.0 million": what follows is not of the period to come.
  [[nodiscard]] bool expected(std::uint32_t subject) const {
    return std::any_of(reading_.readings.begin(), reading_.readings.end(), [&](const Reading& reading) {
      return reading.subject == subject && reading.expected;
    });
  }

  [[nodiscard]] bool to_come(const MainPeriod& main) const {
    return filing_.report.end.known() && main.period.end > filing_.report.end;
  }

  [[nodiscard]] bool states_something(const Reading& reading) const {
    if (reading.said == Said::nothing || reading.subject == kNone) return false;
    const bool percent = reading_.quantities[reading.quantity].kind == QuantityKind::percent;
    const bool unnamed = reading_.subjects[reading.subject].phrase.empty() && reading.named.empty();
    return !(percent && unnamed && reading.said != Said::change);
  }

  // What the text around a sentence says of its period: the sentence before, else its section.
  [[nodiscard]] MainPeriod around() const {
    const MainPeriod& section = sections_.section().period;
    if (!told_before_.known()) return section;
    MainPeriod out{told_before_, PeriodSource::before, {section.period}};
    out.others.insert(out.others.end(), section.others.begin(), section.others.end());
    return out;
  }

  void take_reading(const Paragraph& paragraph, std::string_view text, const Reading& reading, Draft& draft) {
    const Quantity& quantity = reading_.quantities[reading.quantity];
    const Subject& subject = reading_.subjects[reading.subject];
    draft.said = reading.said;
    draft.main = mains_[reading.subject];
    draft.bound = reading.bound;
    draft.rebased = reading.rebased;
    draft.excluding = reading.excluding;
    draft.other_base = reading.other_base;
    draft.narrowed = reading.narrowed;
    draft.effect = reading.effect;
    if (reading.moved != kNone) take_movement(paragraph, text, reading, draft.moved);
    draft.expected = reading.expected || sections_.section().outlook;
    draft.heading = heading_;
    Claim& claim = draft.claim;
    claim.paragraph = paragraph_;
    claim.sentence = sentence_;
    claim.direction = reading.said == Said::change ? reading.direction : Direction::none;
    claim.approximate = reading.approximate;
    claim.comparative = reading.comparative;
    name_metric(reading, subject, quantity, claim);
    draft.written_out = abbreviations_.written_out(claim.metric.phrase);
    claim.kind = kind_of(reading, quantity, claim.metric.phrase);
    if (rebases_changes_ && claim.kind == ClaimKind::change && is_percent(quantity) && !has(text, "reported"))
      draft.rebased = true;
    claim.part = subject.divided;
    claim.whole = !reading.whole.empty() ? reading.whole : subject.divisor;
    if (claim.kind == ClaimKind::margin && claim.part.empty()) take_ratio(claim);
    if (claim.kind == ClaimKind::margin && claim.part.empty()) take_percentage_of(claim, text);
    take_lead(draft);
    Figure figure = make_figure(paragraph, text, quantity, claim.metric.phrase);
    say_period(reading, draft);
    date_claim(draft, figure, draft.main.period, sections_.calendar());
    if (reading.said == Said::change && figure.unit.measure == Measure::percent)
      figure.unit.measure = Measure::percent_change;
    set_scale(text, reading, quantity, draft, figure);
    if (reading.said == Said::change) take_word(paragraph, text, reading, claim);
    turn_improvement(text, reading, claim);
    set_sign(reading, claim, figure);
    claim.figure = add_figure(std::move(figure));
    if (reading.translation != kNone) take_translation(paragraph, text, reading, claim);
  }

  void take_movement(const Paragraph& paragraph, std::string_view text, const Reading& reading,
                     Movement& out) const {
    out.direction = reading.moving;
    out.at = paragraph.place(offset_ + reading.moved);
    out.word = text.substr(reading.moved, text.find_first_of(" ,.", reading.moved) - reading.moved);
  }

  // The word of a change, if it is one that can be turned over.
  void take_word(const Paragraph& paragraph, std::string_view text, const Reading& reading,
                 Claim& claim) const {
    const std::uint32_t begin = reading_.quantities[reading.quantity].begin;
    const auto at = std::find_if(reading_.tokens.begin(), reading_.tokens.end(), [&](const Token& token) {
      return token.kind == Token::Kind::quantity && token.begin == begin;
    });
    const Phrase phrase{text, reading_.tokens, reading_.periods};
    const Token* word =
        phrase.word_of_change(static_cast<std::size_t>(at - reading_.tokens.begin()), claim.direction);
    if (word == nullptr) return;
    claim.word = text.substr(word->begin, word->end - word->begin);
    claim.word_at = paragraph.place(offset_ + word->begin);
  }

  void name_metric(const Reading& reading, const Subject& subject, const Quantity& quantity, Claim& claim) {
    claim.metric.phrase = possessors_.without_issuer(reading.named.empty() ? subject.phrase : reading.named);
    if (!reading.named.empty() && reading.said == Said::base)
      claim.subject = possessors_.without_issuer(subject.phrase);
    if (quantity.per != Per::none && per_of(claim.metric.phrase) == Per::none &&
        !claim.metric.phrase.empty()) {
      claim.metric.phrase += quantity.per == Per::ads ? " per ADS" : " per share";
    }
    if (quantity.dilution != Dilution::none && per_of(claim.metric.phrase) != Per::none &&
        !has_word(claim.metric.phrase, "basic") && !has_word(claim.metric.phrase, "diluted"))
      claim.metric.phrase.insert(0, quantity.dilution == Dilution::basic     ? "basic "
                                    : quantity.dilution == Dilution::diluted ? "diluted "
                                                                             : "basic and diluted ");
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
    Figure figure = stated_figure(text, quantity, phrase, currency_);
    figure.at = paragraph.place(offset_ + quantity.begin);
    if (quantity.kind == QuantityKind::nil) {
      figure.value = Decimal{0, decimals_};
      figure.scale_power = scale_;
    }
    return figure;
  }

  void say_period(const Reading& reading, Draft& draft) const {
    if (reading.compared != kNone) draft.against = reading_.periods[reading.compared];
    if (reading.period == kNone) return;
    draft.own = reading_.periods[reading.period];
    if (!reading.comparative && reading.said != Said::change) draft.main.source = PeriodSource::clause;
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
    const std::uint8_t following = scale_of_list(text, reading_.quantities, reading.quantity);
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
    } else {
      draft.cut_off = quantity.end == text.size();  // its line ends there: what follows is not known
    }
  }

  // "an improvement of RMB5.0 million from a net loss of", "net loss improved by 10%", "costs improved to 47%
  // of sales": the loss or the costs became smaller.
  void turn_improvement(std::string_view text, const Reading& reading, Claim& claim) const {
    if (reading.said != Said::change || claim.direction != Direction::up) return;
    if (!claim.metric.loss && !says_cost(claim.metric.phrase)) return;
    const std::size_t at = reading_.quantities[reading.quantity].begin;
    const std::size_t begin = reading.quantity == 0 ? 0 : reading_.quantities[reading.quantity - 1].end;
    const std::size_t end = reading_.quantities[reading.quantity].end;
    const bool before =
        begin < at && text.substr(begin, at - begin).find("improve") != std::string_view::npos;
    if (before || text.substr(end, 13).starts_with(" improvement")) claim.direction = Direction::down;
  }

  static void set_sign(const Reading& reading, const Claim& claim, Figure& figure) {
    if (!figure.value) return;
    const bool said_negative = reading.negative || (reading.loss && !says_loss(claim.metric.phrase));
    const bool down = reading.said == Said::change && claim.direction == Direction::down;
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

  // "Net loss was A and net loss margin was B, compared to net loss of C and net loss margin of D": each is
  // compared with the one of its name.
  void join_named_comparatives(std::size_t first) {
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      Draft& base = drafts_[i];
      if (base.said != Said::base || base.claim.subject.empty()) continue;
      const std::string name = lower(base.claim.metric.phrase);
      for (std::size_t k = first; k < i; ++k) {
        const Draft& current = drafts_[k];
        if (current.said != Said::current || lower(current.claim.metric.phrase) != name) continue;
        base.clause = current.clause;
        base.claim.subject = current.claim.metric.phrase;
        break;
      }
    }
  }

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
      drafts_[i].claim.metric_carried = true;
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

  const Document& document_;
  Filing& filing_;
  SectionReader sections_;
  Possessors possessors_;
  Abbreviations abbreviations_;
  Currency currency_;
  std::vector<Draft> drafts_;
  Trends trends_;
  std::vector<TrendReading> trend_readings_;
  std::vector<Sentence> sentences_;
  SentenceReading reading_;
  std::vector<MainPeriod> mains_;  // by subject
  Period told_before_;             // the last span that a sentence of the paragraph states
  std::uint32_t paragraph_ = 0, sentence_ = 0, offset_ = 0, clause_count_ = 0;
  std::string_view run_in_;
  std::string_view heading_;  // of the sentence at hand
  bool defines_ = false;      // the paragraph may say how a measure is made
  bool divides_ = false;      // the paragraph may define a ratio
  bool rebases_changes_ = false;
  std::string_view last_text_;  // of the last sentence with figures
  bool moves_ = false;          // a word of change may stand in the paragraph
  std::vector<RatioDefinition> ratios_;
  std::string lead_;
  std::size_t lead_at_ = 0;
  std::size_t section_first_ = 0, paragraph_first_ = 0, sentence_first_ = 0;  // the first drafts of each
  std::size_t last_current_ = static_cast<std::size_t>(-1);
  std::uint8_t scale_ = 6, decimals_ = 1;  // of the amounts around a "nil"
};

}  // namespace

void read_claims(const Document& document, Filing& filing) {
  ClaimReader reader(document, filing);
  std::vector<Draft> drafts = reader.run();
  std::vector<TrendDraft>& trends = reader.trends();
  const auto before = static_cast<std::uint32_t>(filing.claims.size());
  name_rows(filing, reader.calendar(), drafts, trends);
  find_parts(filing, drafts);
  filing.claims.reserve(filing.claims.size() + drafts.size());
  for (Draft& draft : drafts) filing.claims.push_back(std::move(draft.claim));
  for (TrendDraft& draft : trends) {
    for (std::uint32_t& claim : draft.trend.claims) claim += before;
    filing.trends.push_back(std::move(draft.trend));
  }
}

}  // namespace kcfin
