// Titles, datelines and unit lines, in the order in which they stand.
#include "table/context.h"

#include <algorithm>
#include <array>

#include "values/text.h"

namespace kcfin::table {
namespace {

// "### Page 4", as converters head their pages.
bool names_a_page(std::string_view text) {
  if (!text.starts_with('#')) return false;
  text.remove_prefix(std::min(text.find_first_not_of("# "), text.size()));
  return text.size() > 5 && text.starts_with("Page ") &&
         std::all_of(text.begin() + 5, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool begins_notes(std::string_view lowered) {
  static constexpr std::array<std::string_view, 4> kOpenings = {"the", "unaudited", "condensed",
                                                                "consolidated"};
  constexpr std::string_view kNotes = "notes to ";
  if (!lowered.starts_with(kNotes)) return false;
  lowered.remove_prefix(kNotes.size());
  return std::any_of(kOpenings.begin(), kOpenings.end(),
                     [&](std::string_view opening) { return lowered.starts_with(opening); });
}

// A statement's own heading ends the notes before it: every word of it is capitalized, and no sentence is.
bool heads_a_statement(std::string_view text, std::string_view lowered) {
  const bool names = lowered.find("balance sheet") != std::string_view::npos ||
                     lowered.find("statements of") != std::string_view::npos ||
                     lowered.find("statement of") != std::string_view::npos ||
                     lowered.find("reconciliation") != std::string_view::npos;
  if (!names || text.ends_with('.') || text.ends_with(':')) return false;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    const bool small = text[start] >= 'a' && text[start] <= 'z';
    if (small && end - start > 3) return false;
    start = end + 1;
  }
  return true;
}

// "December 30, 2023 and December 31, 2022".
bool lists_dates(std::string_view text) {
  if (text.empty() || text.front() < 'A' || text.front() > 'Z' || text.find(',') == std::string_view::npos)
    return false;
  int days = 0;
  for (const Token& token : lex_heading(text).tokens)
    days += token.word == Word::month_day && token.day != 0 ? 1 : 0;
  return days >= 2;
}

// "For the three months ended June 30, 2025", "Fiscal years ended December 30, 2023 and December 31, 2022":
// a line of its own that says the period and nothing else.
bool is_dateline(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kOpenings = {
      "for the ", "as of ",   "as at ", "fiscal ", "year ended", "years ended",
      "three ",   "quarter ", "six ",   "nine ",   "twelve ",    "at "};
  const std::string lowered = lower(text);
  if (std::none_of(kOpenings.begin(), kOpenings.end(),
                   [&](std::string_view opening) { return lowered.starts_with(opening); }) &&
      !lists_dates(text))
    return false;
  const Lexed& lexed = lex_heading(text);
  return !lexed.tokens.empty() && !lexed.words_left && !lexed.figures_left;
}

// "December 31, 2007": one day, and nothing else.
bool is_day(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  if (text.empty() || text.size() > kLongest || text.front() < 'A' || text.front() > 'Z') return false;
  const Lexed& lexed = lex_heading(text);
  return !lexed.words_left && !lexed.figures_left && lexed.tokens.size() == 2 &&
         lexed.tokens[0].word == Word::month_day && lexed.tokens[0].day != 0 &&
         lexed.tokens[1].word == Word::year;
}

// The title's kind of statement; its dates, and those of the dateline below it.
void read_title(Surroundings& around, std::string_view dateline) {
  const std::string lowered = lower(around.title);
  around.instant = lowered.find("balance sheet") != std::string::npos ||
                   lowered.find("financial position") != std::string::npos;
  around.statement = around.instant || lowered.find("statement of ") != std::string::npos ||
                     lowered.find("statements of ") != std::string::npos ||
                     lowered.find("income statement") != std::string::npos;
  around.months = 0;
  around.periods.clear();
  for (const std::string_view text : {std::string_view(around.title), dateline}) {
    if (text.size() > 300) continue;
    for (const Token& token : lex_heading(text).tokens) {
      if (token.word == Word::months) around.months = token.value;
      if (token.word == Word::quarter) around.months = 3;
      if (token.order == Token::Order::either) continue;
      if (token.word == Word::month_day || token.word == Word::year) around.periods.push_back(token);
    }
  }
}

}  // namespace

bool names_a_table(std::string_view text) {
  static constexpr std::array<std::string_view, 16> kTitleWords = {
      "balance sheet", "financial position", "statement of", "statements of", "income statement",
      "cash flow",     "reconciliation",     "highlights",   "segment",       "results",
      "selected",      "supplementa",        "non-gaap",     "summary",       "information",
      "margin"};
  const std::string lowered = lower(text);
  return std::any_of(kTitleWords.begin(), kTitleWords.end(),
                     [&](std::string_view word) { return lowered.find(word) != std::string::npos; });
}

Context::Context(Currency main, const FiscalYears& years) {
  around_.main_currency = main;
  around_.years = &years;
}

void Context::read(std::string_view text, const ScaleStatement& scale) {
  ++paragraphs_;
  if (names_a_page(text)) {
    // What stood at the end of the page before was its title, if any.
    around_.title.clear();
    dateline_.clear();
    since_title_ = kNoTitle;
  } else {
    read_row(text, scale);
  }
}

void Context::read_row(std::string_view text, const ScaleStatement& scale) {
  take_scale(scale);
  const bool below_title = since_title_ == 0 && heads_a_statement(around_.title, lower(around_.title));
  if (text.size() <= 120 && (is_dateline(text) || (below_title && is_day(text)))) {
    dateline_ = std::string(text);
  } else if (text.size() <= 400) {
    offer_title(text, scale.scale_power >= 0);
  }
  const std::string lowered = text.size() < 120 ? lower(text) : std::string();
  if (begins_notes(lowered)) {
    notes_ = true;
  } else if (notes_ && heads_a_statement(text, lowered)) {
    notes_ = false;
  }
}

void Context::offer_label(std::string_view text) {
  if (text.size() <= 120 && heads_a_statement(text, lower(text))) around_.title = std::string(text);
}

Surroundings Context::take(bool goes_on) {
  if (goes_on) around_.title = last_.title;
  Surroundings out = around_;
  out.scale_here = scaled_here_;
  read_title(out, dateline_);
  // Right under another table, without a word between them: of the same periods.
  if (paragraphs_ == paragraphs_at_table_ && out.title.empty()) {
    out.months = last_.months;
    out.instant = last_.instant;
    out.periods = last_.periods;
  }
  last_ = out;
  return out;
}

void Context::table_done() {
  around_.title.clear();
  dateline_.clear();
  scaled_here_ = false;
  around_.before = {};
  since_title_ = kNoTitle;
  paragraphs_at_table_ = paragraphs_;
}

// A line that names but a currency says nothing of the scale that a line beside it has named.
void Context::take_scale(const ScaleStatement& scale) {
  if (scale.shares_power >= 0) around_.scale.shares_power = scale.shares_power;
  if (scale.scale_power < 0) return;
  const bool beside = scale.currency_only && scaled_here_;
  const ScaleStatement above = around_.scale;
  const bool of_another = scale.code[0] != 0 && above.code[0] != 0 && scale.code != above.code;
  around_.before = scaled_here_ && of_another ? above : ScaleStatement{};
  around_.scale = scale;
  if (beside) {
    // Both lines say a part of it.
    around_.scale.said.insert(0, above.said + " and ");
    around_.scale.scale_power = above.scale_power;
    around_.scale.shares_excepted = above.shares_excepted;
    if (scale.shares_power < 0) around_.scale.shares_power = above.shares_power;
  }
  scaled_here_ = scaled_here_ || !scale.currency_only;
}

// The nearest text that names a table, or else the nearest text: "The following table presents ...:".
void Context::offer_title(std::string_view text, bool is_scale) {
  const bool names = text.size() <= 200 && !text.ends_with('.') && names_a_table(text);
  if (names || text.ends_with(':')) {
    around_.title = std::string(text);
    dateline_.clear();
    since_title_ = 0;
  } else if (!is_scale && text.size() > 3 && ++since_title_ > 3) {
    around_.title = std::string(text);
  }
}

}  // namespace kcfin::table
