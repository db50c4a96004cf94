// The cover page, the signature and the notes on translation are sentences of few forms, each read behind a
// cheap test, so that the body of a long filing costs next to nothing. Only the many forms in which the ratio
// of ADSs is stated are patterns, compiled where they are first needed, over bytes: that is a tenth of the
// work that Unicode would be.
#include "statement/header_facts.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string>

#include "statement/blank.h"
#include "statement/issuer.h"
#include "statement/rounding_note.h"
#include "statement/stated_rates.h"
#include "statement/written_date.h"
#include "values/text.h"

namespace kcfin::statement {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

int number_word(std::string_view word) {
  static constexpr std::array<std::string_view, 21> kWords = {
      "zero",     "one",     "two",     "three",     "four",     "five",     "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (kWords[i] == word) return static_cast<int>(i);
  }
  if (word == "thirty") return 30;
  if (word == "forty") return 40;
  if (word == "fifty") return 50;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9' || value > 100000) return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

// 1 / n as printed digits; zero where it has no end (one third).
Decimal one_over(int n) {
  std::int64_t power = 1;
  for (std::uint8_t decimals = 0; decimals <= 6; ++decimals, power *= 10) {
    if (power % n == 0) return {power / n, decimals};
  }
  return {0, 0};
}

// How sentences state the ratio; each pattern is compiled where those before it found nothing.
#define KCFIN_STANDS "(?:represent(?:s|ing)?|stands? for|equals?|(?:is |are |being )?(?:equal|equivalent) to)"
#define KCFIN_SHARES "(?:of (?:the Company's|our|its)\\s+)?(?:Class [A-Z]\\s+)?(?:ordinary|common)\\s+shares?"
const re2::RE2& each_ads() {
  static const re2::RE2 kEach(
      "(?i)(?:each|every|one|1|\\() ?(?:ADS|American Depositary "
      "Share)s?\\s*(?:\\(\"?ADSs?\"?\\)\\s*)?,?\\s*(?:of the "
      "Company\\s*)?" KCFIN_STANDS "\\s+([a-z]+|\\d+)\\s+" KCFIN_SHARES,
      re2::RE2::Latin1);
  return kEach;
}

const re2::RE2& adss_each() {
  static const re2::RE2 kAdss("(?i)ADSs?,?\\s*(?:\"\\)|\\))?,?\\s*each\\s+(?:of which\\s+)?" KCFIN_STANDS
                              "\\s+([a-z]+|\\d+)\\s+" KCFIN_SHARES,
                              re2::RE2::Latin1);
  return kAdss;
}

const re2::RE2& several_adss() {
  static const re2::RE2 kSeveral("(?i)\\b([a-z]+|\\d+) ADSs? " KCFIN_STANDS "\\s+(?:one|1)\\s+" KCFIN_SHARES,
                                 re2::RE2::Latin1);
  return kSeveral;
}
#undef KCFIN_STANDS
#undef KCFIN_SHARES

bool may_state_ads_ratio(std::string_view text) {
  if (!has(text, "ADS") && !has(text, "epositary") && !has(text, "EPOSITARY")) return false;
  if (!has(text, "hare") && !has(text, "HARE")) return false;
  static constexpr Part kStands[] = {"epresent", "EPRESENT", "tand for",      "tands for",    "equal",
                                     "Equal",    "EQUAL",    "equivalent to", "EQUIVALENT TO"};
  return AskedText(text).has_any(kStands);
}

// "Each ADS represents five ordinary shares", "five ADSs represent one ordinary share".
void read_ads_ratio(std::string_view text, Filing& filing) {
  if (!filing.shares_per_ads.zero() || !may_state_ads_ratio(text)) return;
  for (const auto pattern : {each_ads, adss_each, several_adss}) {
    std::string word;
    if (!re2::RE2::PartialMatch(piece(text), pattern(), &word)) continue;
    const int value = number_word(lower(word));
    if (value <= 0) continue;
    filing.shares_per_ads = pattern == several_adss ? one_over(value) : Decimal{value, 0};
    return;
  }
}

// "20230822".
Date date_of_digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (!is_digit(c)) return {};
    number = number * 10 + (c - '0');
  }
  return text.size() == 8 ? calendar_date(number / 10000, number / 100 % 100, number % 100) : Date{};
}

bool in_word(char c) { return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || is_digit(c) || c == '_'; }

// The first place from `at` on whose character is none of these.
template <class Is>
std::size_t behind(std::string_view text, std::size_t at, Is is) {
  while (at < text.size() && is(text[at])) ++at;
  return at;
}

// What stands behind ": " and blanks.
std::size_t behind_colon(std::string_view text, std::size_t at) {
  return behind(text, behind(text, at, [](char c) { return c == ':' || c == ' '; }), blank);
}

// "Form 6-K", "FORM 6-K/A".
bool read_form(std::string_view text, Filing& filing) {
  constexpr std::string_view kForm = "form 6-k", kAmended = "/a";
  if (!has(text, "6-K") && !has(text, "6-k")) return false;
  const std::string lowered = lower(text);
  const auto word_ends = [&](std::size_t at) { return at >= text.size() || !in_word(text[at]); };
  for (std::size_t at = lowered.find(kForm); at != std::string::npos; at = lowered.find(kForm, at + 1)) {
    std::size_t end = at + kForm.size();
    if ((at > 0 && in_word(text[at - 1])) || !word_ends(end)) continue;
    const bool amended = lowered.compare(end, kAmended.size(), kAmended) == 0;
    if (amended && word_ends(end + kAmended.size())) end += kAmended.size();
    const std::size_t name = at + std::string_view("form ").size();
    filing.form = text.substr(name, end - name);
    return true;
  }
  return false;
}

// "FORM 10-Q", "Form 10-K/A", alone in its line as on a cover: in a sentence other reports are spoken of.
bool read_form_alone(std::string_view text, Filing& filing) {
  static constexpr std::array<std::string_view, 6> kForms = {"10-q", "10-k", "8-k", "20-f", "40-f", "6-k"};
  constexpr std::size_t kLongest = 40;
  if (text.size() >= kLongest || (!has(text, "orm") && !has(text, "ORM"))) return false;
  const auto mark = [](char c) { return c == ' ' || c == '*' || c == '#'; };
  while (!text.empty() && mark(text.front())) text.remove_prefix(1);
  while (!text.empty() && mark(text.back())) text.remove_suffix(1);
  const std::string lowered = lower(text);
  constexpr std::string_view kForm = "form ";
  if (!lowered.starts_with(kForm)) return false;
  const std::string_view name = std::string_view(lowered).substr(kForm.size());
  const bool known = std::any_of(kForms.begin(), kForms.end(), [&](std::string_view form) {
    return name == form || (name.starts_with(form) && name.substr(form.size()) == "/a");
  });
  if (!known) return false;
  filing.form = text.substr(kForm.size());
  for (char& c : filing.form) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c & ~0x20);
  }
  return true;
}

// "Commission File Number: 001-12345", "Commission file no. 1-1234".
void read_file_number(std::string_view text, Filing& filing) {
  constexpr std::string_view kFile = "commission file n";
  const std::string lowered = lower(text);
  for (std::size_t at = lowered.find(kFile); at != std::string::npos; at = lowered.find(kFile, at + 1)) {
    std::string_view rest = text.substr(at + kFile.size());
    const std::string_view said = std::string_view(lowered).substr(at + kFile.size());
    if (!said.starts_with("umber") && !said.starts_with('o')) continue;
    rest.remove_prefix(said.starts_with("umber") ? 5 : said.starts_with("o.") ? 2 : 1);
    rest.remove_prefix(behind_colon(rest, 0));
    const std::size_t dash = behind(rest, 0, is_digit);
    const std::size_t digits = behind(rest, dash + 1, is_digit) - (dash + 1);
    if (dash == 0 || dash > 3 || !rest.substr(dash).starts_with('-') || digits < 4) continue;
    filing.commission_file_number = rest.substr(0, dash + 1 + std::min<std::size_t>(digits, 6));
    return;
  }
}

// "For the month of August, 2023".
void read_month(std::string_view text, Filing& filing) {
  constexpr std::string_view kMonth = "for the month of";
  const std::string lowered = lower(text);
  for (std::size_t at = lowered.find(kMonth); at != std::string::npos; at = lowered.find(kMonth, at + 1)) {
    const std::size_t begin = behind_colon(lowered, at + kMonth.size());
    const std::size_t end = behind(lowered, begin, [](char c) { return c >= 'a' && c <= 'z'; });
    std::string_view rest = text.substr(end);
    for (const char mark : {'.', ','}) {
      if (rest.starts_with(mark)) rest.remove_prefix(1);
    }
    rest = rest.substr(behind(rest, 0, blank), 4);
    const bool year = rest.size() == 4 && (rest.starts_with("19") || rest.starts_with("20")) &&
                      is_digit(rest[2]) && is_digit(rest[3]);
    if (end < begin + 3 || end > begin + 9 || !year) continue;
    const int month = month_number(text.substr(begin, end - begin));
    if (month != 0) filing.month = month_end(number_word(rest), month).iso().substr(0, 7);
    return;
  }
}

// "Date: ", "Dated : ".
bool is_signature_date(std::string_view text) {
  std::string_view rest = text;
  for (const char c : std::string_view("date")) {
    if (rest.empty() || (rest.front() | 0x20) != c) return false;
    rest.remove_prefix(1);
  }
  if (!rest.empty() && (rest.front() | 0x20) == 'd') rest.remove_prefix(1);
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  return rest.starts_with(':');
}

}  // namespace

void read_header_facts(const Document& document, Filing& filing) {
  if (!document.submission.form_type.empty()) filing.form = document.submission.form_type;
  filing.commission_file_number = document.submission.file_number;
  bool form_seen = !document.submission.form_type.empty();
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    const Paragraph& paragraph = document.paragraphs[i];
    const std::string_view text = paragraph.text;
    read_rates(paragraph, filing);
    read_ads_ratio(text, filing);
    filing.rounded_down = filing.rounded_down || says_amounts_are_rounded_down(text);
    if (i < 200 && text.size() < 400) {
      if (!form_seen) form_seen = read_form(text, filing) || read_form_alone(text, filing);
      if (filing.commission_file_number.empty() && (has(text, "ommission") || has(text, "OMMISSION")))
        read_file_number(text, filing);
      if (filing.month.empty() && (has(text, "onth") || has(text, "ONTH"))) read_month(text, filing);
      if (!filing.signed_on.known() && is_signature_date(text)) filing.signed_on = first_date(text);
    }
  }
  for (const Table& table : filing.tables) {
    for (const Row& row : table.rows) read_ads_ratio(row.label, filing);  // "(5 ADSs equal to 1 share)"
  }
  // "5. | Each ADS represents two common shares.": a footnote that is laid out as a table.
  if (filing.shares_per_ads.zero()) {
    for (const RawTable& table : document.tables) {
      for (const RawRow& row : table.rows) {
        for (const RawCell& cell : row.cells) read_ads_ratio(cell.text, filing);
      }
    }
  }
  filing.issuer = issuer_of(document);
  filing.cik = document.submission.cik;
  filing.accession_number = document.submission.accession_number;
  filing.filed = date_of_digits(document.submission.filed);
}

}  // namespace kcfin::statement
