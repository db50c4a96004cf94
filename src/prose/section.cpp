// Headings of the running text, read for what they say about the sentences below them.
#include "prose/section.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "prose/noun_phrase.h"
#include "prose/sentence.h"

namespace kcfin::prose {
namespace {

constexpr std::size_t kHeadingBytes = 180;

bool outlook_heading(std::string_view text) {
  const bool outlook = has_word(text, "outlook") || has_word(text, "guidance");
  return outlook && !has_word(text, "review") && !has_word(text, "results");
}

// "Sample Inc. today announced its results for": below a title that tells of a new guidance, what is reported
// begins.
bool announces(std::string_view text) {
  return text.size() > 60 && has_word(text, "results") &&
         (has_word(text, "today") || has_word(text, "announced")) &&
         (has_word(text, "announced") || has_word(text, "announces") || has_word(text, "reported") ||
          has_word(text, "reports")) &&
         !has_word(text, "expects");
}

// The scale of the statements that the notes belong to.
std::uint8_t statement_scale(const Filing& filing) {
  for (const Table& table : filing.tables) {
    if (table.kind != TableKind::balance_sheet && table.kind != TableKind::income_statement) continue;
    for (const Column& column : table.columns) {
      if (column.unit.measure == Measure::money) return column.scale_power;
    }
  }
  return 0;
}

// "the first fiscal quarter ended June 30, 2024" and "fiscal year ended March 31, 2024" tell an issuer's
// year; 0 where no sentence does.
std::uint8_t last_month_said(const Document& document) {
  std::vector<Token> tokens;
  const std::size_t count = std::min<std::size_t>(document.paragraphs.size(), 80);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view text = document.paragraphs[i].text;
    const bool year =
        text.find("uarter") != std::string_view::npos || text.find("iscal") != std::string_view::npos;
    if (!year || text.size() > 2000 || text.find("nded") == std::string_view::npos) continue;
    tokens.clear();
    tokenize(text, {}, tokens);
    for (std::size_t k = 0; k + 2 < tokens.size(); ++k) {
      if (!tokens[k].is(Word::ordinal) && !tokens[k].is(Word::fiscal)) continue;
      const bool quarter = tokens[k].is(Word::ordinal);
      std::size_t ended = k + 1;
      bool named = false;
      while (ended < tokens.size() && ended < k + 7 && !tokens[ended].is(Word::ended)) {
        named = named || tokens[ended].is(quarter ? Word::quarter : Word::year);
        ++ended;
      }
      if (!named || ended + 1 >= tokens.size() || !tokens[ended].is(Word::ended)) continue;
      const Token& month = tokens[ended + 1];
      if (!month.is(Word::month_name)) continue;
      const int shift = quarter ? 3 * (4 - tokens[k].value) : 0;
      return static_cast<std::uint8_t>((month.value + shift - 1) % 12 + 1);
    }
  }
  return 0;
}

// What is reported of six or nine months begins with the issuer's year; 0 where no column is of so many, or
// they do not agree.
std::uint8_t last_month_by_columns(const std::vector<Period>& columns) {
  int found = 0;
  for (const Period& period : columns) {
    const int months = period.months();
    if (months != 6 && months != 9) continue;
    const int last = (period.end.month + 11 - months) % 12 + 1;
    if (found != 0 && found != last) return 0;
    found = last;
  }
  return static_cast<std::uint8_t>(found);
}

// "Second Quarter of Fiscal Year 2024 Results" over a report of the quarter to September 30, 2023, "First
// Half of Fiscal Year 2025" over one of six months; 0 where no line near the top names the quarter or half
// that is reported.
std::uint8_t last_month_by_title(const Document& document, const Period& report) {
  std::vector<Token> tokens;
  const std::size_t count = std::min<std::size_t>(document.paragraphs.size(), 40);
  for (std::size_t i = 0; i < count && report.end.known(); ++i) {
    const std::string_view text = document.paragraphs[i].text;
    if (text.size() > kHeadingBytes || text.find("iscal") == std::string_view::npos) continue;
    tokens.clear();
    tokenize(text, {}, tokens);
    for (std::size_t k = 0; k + 3 < tokens.size(); ++k) {
      const int months = tokens[k + 1].is(Word::quarter) ? 3 : tokens[k + 1].is(Word::half) ? 6 : 0;
      const int first_months = months * tokens[k].value;
      if (!tokens[k].is(Word::ordinal) || months == 0 || first_months > 12) continue;
      std::size_t year = k + 2;
      bool fiscal = false;
      for (; year < tokens.size() && year < k + 6 && !tokens[year].is_year(); ++year)
        fiscal = fiscal || tokens[year].is(Word::fiscal);
      if (!fiscal || year == tokens.size() || !tokens[year].is_year()) continue;
      FiscalCalendar calendar;
      calendar.last_month = static_cast<std::uint8_t>((report.end.month + 12 - first_months - 1) % 12 + 1);
      const Date end = calendar.first_months(static_cast<int>(tokens[year].index), first_months).end;
      if (end.year == report.end.year && end.month == report.end.month) return calendar.last_month;
    }
  }
  return 0;
}

std::uint8_t last_fiscal_month(const Document& document, const Filing& filing,
                               const std::vector<Period>& columns) {
  if (filing.report_kind == ReportKind::annual && filing.report.end.known()) return filing.report.end.month;
  if (const std::uint8_t month = last_month_said(document); month != 0) return month;
  if (const std::uint8_t month = last_month_by_title(document, filing.report); month != 0) return month;
  const std::uint8_t month = last_month_by_columns(columns);
  return month != 0 ? month : 12;
}

// How often the text speaks of "fiscal 2023", "Fiscal Year 2023".
int times_named(const Document& document, int year) {
  int times = 0;
  const std::string name = std::to_string(year);
  for (const Paragraph& paragraph : document.paragraphs) {
    const std::string_view text = paragraph.text;
    for (std::size_t at = text.find("iscal "); at != std::string_view::npos;
         at = text.find("iscal ", at + 1)) {
      std::string_view rest = text.substr(at + 6);
      if (rest.starts_with("year ") || rest.starts_with("Year ")) rest.remove_prefix(5);
      times += rest.starts_with(name) ? 1 : 0;
    }
  }
  return times;
}

// A year that ends early in 2024 is the fiscal 2023 of a filing that speaks of that one, and hardly of a
// 2024.
std::uint8_t years_named_before(const Document& document, int last_month, const Period& report) {
  constexpr int kEarly = 5;  // months: a later end is in the year that gives the name
  if (last_month > kEarly || !report.end.known()) return 0;
  const int ends = report.end.year + (report.end.month > last_month ? 1 : 0);
  const int named = times_named(document, ends - 1);
  const bool compared = times_named(document, ends - 2) * 4 >= named;
  return named >= 3 && compared && named >= 10 * times_named(document, ends) ? 1 : 0;
}

bool bullet(std::string_view text) {
  constexpr std::array<std::string_view, 8> kBullets = {"\u2022", "\u25cf", "\u25aa", "\u00b7",
                                                        "\u2013", "\u25cb", "- ",     "* "};
  return std::any_of(kBullets.begin(), kBullets.end(),
                     [&](std::string_view mark) { return text.starts_with(mark); });
}

// The first line of a heading that goes on in the next: "4Q24 vs.", "Fourth", "2024".
bool opens_heading(std::string_view text) {
  if (text.size() > 24) return false;
  if (text.ends_with(" vs.") || text.ends_with(" vs") || text.ends_with(" versus")) return true;
  std::vector<Token> tokens;
  tokenize(text, {}, tokens);
  if (tokens.size() != 1) return false;
  return tokens[0].is_year() || tokens[0].is(Word::ordinal);
}

}  // namespace

bool is_heading(const Paragraph& paragraph) {
  const std::string_view text = paragraph.text;
  if (text.empty() || text.size() > kHeadingBytes) return false;
  const char last = text.back();
  return last != '.' && last != ';' && last != ',' && text.find(". ") == std::string_view::npos;
}

SectionReader::SectionReader(const Document& document, const Filing& filing) : filing_(filing) {
  for (const Table& table : filing.tables) {
    for (const Column& column : table.columns) {
      std::vector<Period>& known = calendar_.columns;
      if (column.period.known() && std::find(known.begin(), known.end(), column.period) == known.end())
        known.push_back(column.period);
    }
  }
  calendar_.last_month = last_fiscal_month(document, filing, calendar_.columns);
  calendar_.named_before = years_named_before(document, calendar_.last_month, filing.report);
  section_.period.period = filing.report;
  section_.note_scale = statement_scale(filing);
}

bool SectionReader::enter(const Paragraph& paragraph) {
  leave_bullets(paragraph.text);
  if (section_.outlook && announces(paragraph.text)) section_.outlook = false;
  if (opens_heading(paragraph.text)) {
    opening_ = paragraph.text;
    return true;
  }
  const std::string_view opening = std::exchange(opening_, {});
  if (!is_heading(paragraph) || may_claim(paragraph.text)) return false;
  if (paragraph.text.ends_with(':')) {
    lead_in(paragraph.text);
    return false;
  }
  read_heading(paragraph.text, opening);
  return true;
}

// A line over a list: "For the third quarter, the Company expects:", "In the quarter ended March 31, 2024:".
void SectionReader::lead_in(std::string_view text) {
  section_.outlook = section_.outlook || has_word(text, "expects") || has_word(text, "expect");
  if (outside_) section_.period = *outside_;
  outside_ = section_.period;
  bullets_ = false;
  read_period(text, PeriodSource::lead_in);
}

// Bullets end at the first paragraph without one; a list without bullets, at the next heading.
void SectionReader::leave_bullets(std::string_view text) {
  if (!outside_) return;
  if (bullet(text)) {
    bullets_ = true;
  } else if (bullets_) {
    section_.period = *outside_;
    outside_.reset();
  }
}

void SectionReader::read_heading(std::string_view text, std::string_view opening) {
  section_.heading = text;
  section_.outlook = outlook_heading(text);
  if (has_word(text, "notes to") && (has_word(text, "financial") || has_word(text, "statements"))) {
    section_.notes = true;
  }
  if (section_.notes && has_word(text, "in thousands")) section_.note_scale = 3;
  if (section_.notes && has_word(text, "in millions")) section_.note_scale = 6;
  outside_.reset();
  bullets_ = false;
  const std::string whole =
      opening.empty() ? std::string(text) : std::string(opening) + ' ' + std::string(text);
  read_period(whole, PeriodSource::heading);
}

// "2024 vs 2023", "1999 Compared to 1998": the first of two bare years.
Period SectionReader::year_compared() const {
  for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    if (token.is_year() && tokens_[i + 1].is(Word::compare))
      return calendar_.snapped(calendar_.year(static_cast<int>(token.index)));
  }
  return {};
}

// "2024 Results"
Period SectionReader::year_of_results(std::string_view text) const {
  if (tokens_.size() != 2 || !tokens_[0].is_year() ||
      !(has_word(text, "results") || has_word(text, "highlights")))
    return {};
  return calendar_.snapped(calendar_.year(static_cast<int>(tokens_[0].index)));
}

// "Fourth Quarter 2018 Highlights" says a period, "Fourth Quarter and Fiscal Year 2018 Results" does not say
// which of the two; what a period is compared with is none of the sentences' own.
void SectionReader::read_period(std::string_view text, PeriodSource source) {
  tokens_.clear();
  periods_.clear();
  tokenize(text, {}, tokens_);
  find_periods(text, calendar_, tokens_, periods_);
  std::vector<Period> named;
  if (const Period year = year_compared(); year.known()) {
    section_.period = {year, source, {}};
    return;
  }
  if (const Period year = year_of_results(text); year.known()) {
    section_.period = {year, source, {}};
    return;
  }
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].is(Word::compare)) break;
    if (tokens_[i].kind != Token::Kind::period) continue;
    const PeriodPhrase& phrase = periods_[tokens_[i].index];
    const Period period = resolve(phrase, filing_.report, calendar_);
    const bool own =
        phrase.kind == PeriodPhrase::Kind::stated || phrase.kind == PeriodPhrase::Kind::named_quarter ||
        phrase.kind == PeriodPhrase::Kind::named_half || phrase.kind == PeriodPhrase::Kind::full_year;
    if (!own || !period.known() || period.instant()) continue;
    if (filing_.report.end.known() && period.end > filing_.report.end) continue;
    if (std::find(named.begin(), named.end(), period) == named.end()) named.push_back(period);
  }
  if (named.empty()) return;
  if (named.size() == 1) {
    section_.period = {named.front(), source, {}};
  } else {
    section_.period = {filing_.report, PeriodSource::report, std::move(named)};
  }
}

}  // namespace kcfin::prose
