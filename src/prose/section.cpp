// Headings of the running text, read for what they say about the sentences below them.
#include "prose/section.h"

#include <algorithm>

#include "prose/noun_phrase.h"
#include "prose/sentence.h"

namespace kcfin::prose {
namespace {

constexpr std::size_t kHeadingBytes = 180;

bool outlook_heading(std::string_view text) {
  const bool outlook = has_word(text, "outlook") || has_word(text, "guidance");
  return outlook && !has_word(text, "review") && !has_word(text, "results");
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
// year.
std::uint8_t last_fiscal_month(const Document& document) {
  std::vector<Token> tokens;
  std::vector<PeriodPhrase> periods;
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
  return 12;
}

}  // namespace

bool is_heading(const Paragraph& paragraph) {
  const std::string_view text = paragraph.text;
  if (text.empty() || text.size() > kHeadingBytes) return false;
  const char last = text.back();
  return last != '.' && last != ';' && last != ',' && text.find(". ") == std::string_view::npos;
}

SectionReader::SectionReader(const Document& document, const Filing& filing) : filing_(filing) {
  calendar_.last_month = last_fiscal_month(document);
  if (filing.report_kind == ReportKind::annual && filing.report.end.known())
    calendar_.last_month = filing.report.end.month;
  section_.period = filing.report;
  section_.note_scale = statement_scale(filing);
}

bool SectionReader::enter(const Paragraph& paragraph) {
  if (!is_heading(paragraph) || may_claim(paragraph.text)) return false;
  if (paragraph.text.ends_with(':')) {  // leads in a list: "For the third quarter, the Company expects:"
    section_.outlook =
        section_.outlook || has_word(paragraph.text, "expects") || has_word(paragraph.text, "expect");
    return false;
  }
  read_heading(paragraph.text);
  return true;
}

void SectionReader::read_heading(std::string_view text) {
  section_.heading = text;
  section_.outlook = outlook_heading(text);
  if (has_word(text, "notes to") && (has_word(text, "financial") || has_word(text, "statements"))) {
    section_.notes = true;
  }
  if (section_.notes && has_word(text, "in thousands")) section_.note_scale = 3;
  if (section_.notes && has_word(text, "in millions")) section_.note_scale = 6;
  if (std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return;
  tokens_.clear();
  periods_.clear();
  tokenize(text, {}, tokens_);
  find_periods(text, calendar_, tokens_, periods_);
  for (const PeriodPhrase& phrase : periods_) {
    if (phrase.kind != PeriodPhrase::Kind::stated || phrase.period.instant()) continue;
    if (filing_.report.end.known() && phrase.period.end != filing_.report.end) continue;
    section_.period = phrase.period;
    section_.period_stated = true;
    return;
  }
}

}  // namespace kcfin::prose
