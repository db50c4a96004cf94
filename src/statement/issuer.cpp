// Each place that may name the issuer is asked in turn, and what it says is stripped to the name alone.
#include "statement/issuer.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "statement/blank.h"
#include "values/text.h"

namespace kcfin::statement {
namespace {

constexpr std::size_t kLongest = 80;

std::string_view trimmed(std::string_view text) {
  static constexpr std::string_view kFront = " *#,;:.\"-", kBack = " *,;:\"-";
  while (!text.empty() && kFront.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && kBack.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

// What stands behind the last dash with blanks on both sides: a dateline ends so.
std::string_view behind_dateline(std::string_view text) {
  for (const std::string_view dash : {" -- ", " - ", " \u2013 ", " \u2014 ", "\u2014", "--", "/ "}) {
    const std::size_t at = text.rfind(dash);
    if (at == std::string_view::npos) continue;
    const std::string_view before = text.substr(0, at);
    const bool dated = std::any_of(before.begin(), before.end(), is_digit) || has(before, "Newswire");
    if (dated) text = text.substr(at + dash.size());
  }
  return text;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

bool names_month(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return std::find(kMonths.begin(), kMonths.end(), word) != kMonths.end();
}

// The forms that companies have: a line that ends in one is a company's name.
bool ends_in_company_form(std::string_view text) {
  static constexpr std::array<std::string_view, 24> kForms = {
      "inc",         "inc.",  "ltd",      "ltd.", "limited", "company", "corp", "corp.",
      "corporation", "plc",   "s.a.",     "n.v.", "ag",      "se",      "llc",  "l.p.",
      "lp",          "group", "holdings", "co.",  "co",      "trust",   "n.v",  "a/s"};
  const auto words = words_of(text);
  if (words.size() < 2) return false;
  const std::string last = lower(words.back());
  return std::find(kForms.begin(), kForms.end(), last) != kForms.end();
}

// The name stands before "(Exact Name of Registrant ...)", on the cover or in the same line.
std::string issuer_of_cover(const Document& document, std::size_t at) {
  const std::string lowered = lower(document.paragraphs[at].text);
  std::size_t name_end = std::string::npos;
  for (const std::string_view said :
       {"exact name of registrant", "exact name of the registrant", "translation of registrant"})
    name_end = std::min(name_end, lowered.find(said));
  if (name_end == std::string::npos) return {};
  while (name_end > 0 && blank(lowered[name_end - 1])) --name_end;
  if (name_end > 0 && lowered[name_end - 1] == '(') --name_end;
  const std::string_view before = std::string_view(document.paragraphs[at].text).substr(0, name_end);
  if (has(before, "\n")) return {};
  if (before.size() > 3) return name_alone(before);
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    const std::string_view above = document.paragraphs[at - back].text;
    if (above.size() <= 2 || above.size() >= 120 || has(above, "ommission") || has(above, "File N")) continue;
    if (std::string name = name_alone(above); !name.empty()) return name;
  }
  return {};
}

bool begins_with_exchange(std::string_view text) {
  static constexpr auto kExchanges = std::to_array<std::string_view>(
      {"NASDAQ", "Nasdaq", "NYSE", "HKEX", "SEHK", "TSX", "LSE", "Euronext", "OTC", "AMEX"});
  constexpr std::string_view kCompany = "the \"Company\"; ";
  if (text.starts_with(kCompany)) text.remove_prefix(kCompany.size());
  return std::any_of(kExchanges.begin(), kExchanges.end(),
                     [&](std::string_view exchange) { return text.starts_with(exchange); });
}

// Behind an opening bracket: "NASDAQ: NTES", or the same behind a short name, "\"NetEase\") (NASDAQ: NTES".
bool lists_shares(std::string_view text) {
  if (begins_with_exchange(text)) return true;
  if (!text.starts_with('"')) return false;
  for (std::size_t at = 2; at <= text.size(); ++at) {
    if (begins_with_exchange(text.substr(at))) return true;
    if (at == text.size() || text[at] != ')') continue;
    std::string_view rest = text.substr(at + 1);
    for (const char mark : {' ', '('}) {
      if (begins_with_exchange(rest)) return true;
      if (rest.starts_with(mark)) rest.remove_prefix(1);
    }
    return begins_with_exchange(rest);
  }
  return false;
}

// Where a name may begin: with a capital, as the text, a sentence or what stands behind a dateline begins.
bool name_may_begin(std::string_view text, std::size_t at) {
  if (text[at] < 'A' || text[at] > 'Z') return false;
  std::string_view before = text.substr(0, at);
  if (before.empty() || before.ends_with(". ")) return true;
  if (before.ends_with(' ')) before.remove_suffix(1);
  // "Harbour-Lights" has no dateline before its second half.
  const char mark = before.size() < 2 ? ' ' : before[before.size() - 2];
  const bool in_name = (mark | 0x20) >= 'a' && (mark | 0x20) <= 'z';
  return (before.ends_with('-') && !in_name) || before.ends_with('/') || before.ends_with("\u2013") ||
         before.ends_with("\u2014");
}

// Behind an opening bracket: "the "Company")", ""Acme" or the "Company"".
bool defines_company(std::string_view text) {
  const std::string_view inside = text.substr(0, text.find(')'));
  constexpr std::size_t kLongestInside = 90;
  if (inside.size() > kLongestInside) return false;
  for (const std::string_view quote : {"\"", "\u201c"}) {
    for (const std::string_view name : {"Company", "Group", "Corporation"}) {
      const std::string said = "the " + std::string(quote) + std::string(name);
      if (inside.find(said) != std::string_view::npos) return true;
    }
  }
  return false;
}

// "NetEase, Inc. (NASDAQ: NTES" in the first lines of a release, or what else `says` takes for a bracket
// behind the issuer's name.
template <class Says>
std::string issuer_before_bracket(std::string_view text, Says says) {
  constexpr std::size_t kLongestListed = 161;
  std::size_t from = 0;  // after the bracket before
  for (std::size_t open = text.find_first_of("()"); open != std::string_view::npos;
       open = text.find_first_of("()", open + 1)) {
    const bool behind_blank = text[open] == '(' && open > from && text[open - 1] == ' ';
    if (behind_blank && says(text.substr(open + 1))) {
      const std::size_t end = open - (open >= from + 2 && text[open - 2] == ',' ? 2 : 1);
      for (std::size_t at = from; at + 2 <= end; ++at) {
        if (end - at > kLongestListed || !name_may_begin(text, at)) continue;
        if (std::string name = name_alone(text.substr(at, end - at)); !name.empty()) return name;
      }
    }
    from = open + 1;
  }
  return {};
}

// "Company name: Acme Corporation".
std::string issuer_of_entry(std::string_view text) {
  const std::string lowered = lower(text.substr(0, 24));
  for (const std::string_view entry : {"company name:", "name of company:", "name of the company:"}) {
    if (lowered.starts_with(entry)) return name_alone(text.substr(entry.size()));
  }
  return {};
}

// "Bilibili Inc. Announces Third Quarter 2024 Unaudited Financial Results".
std::string issuer_of_headline(std::string_view text) {
  static constexpr auto kVerbs = std::to_array<std::string_view>(
      {"Report", "Reports", "REPORT", "REPORTS", "Announce", "Announces", "ANNOUNCE", "ANNOUNCES",
       "Announced", "Release", "Releases", "Publishes"});
  static constexpr Part kSubjects[] = {"Result", "RESULT", "Quarter", "QUARTER", "Earnings"};
  constexpr std::size_t kShortestName = 2, kLongestName = 80;
  if (!AskedText(text).has_any(kSubjects)) return {};
  for (std::size_t end = text.find(' ', kShortestName); end <= kLongestName; end = text.find(' ', end + 1)) {
    std::string_view rest = text.substr(end + 1);
    if (rest.starts_with("To ") || rest.starts_with("to ")) rest.remove_prefix(3);
    const std::string_view verb = rest.substr(0, rest.find(' '));
    if (verb.size() < rest.size() && std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end() &&
        AskedText(rest.substr(verb.size() + 1)).has_any(kSubjects))
      return name_alone(text.substr(0, end));
  }
  return {};
}

bool heads_statement(std::string_view text) {
  if (text.size() > 90) return false;
  const std::string lowered = lower(text);
  return has(lowered, "balance sheet") || has(lowered, "statements of") || has(lowered, "statement of") ||
         has(lowered, "financial position");
}

// The company's name that stands right over the statements, or among the first lines, most often.
std::string issuer_of_heads(const Document& document) {
  constexpr std::size_t kFirst = 20;
  std::map<std::string, int> votes;
  std::string most;
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    const std::string_view text = document.paragraphs[i].text;
    if (text.size() > kLongest || !ends_in_company_form(trimmed(text))) continue;
    const bool over_statement =
        i + 1 < document.paragraphs.size() && heads_statement(document.paragraphs[i + 1].text);
    if (i >= kFirst && !over_statement) continue;
    std::string name = name_alone(text);
    if (name.empty()) continue;
    const int vote = over_statement ? 2 : 1;
    // "94 Acme Limited", "95 Acme Limited": the number of the page, unless all have the same.
    const std::size_t number = std::min(name.find_first_not_of("0123456789"), name.size());
    std::vector<std::string> names = {name};
    if (number > 0 && number < name.size() && name[number] == ' ') names.push_back(name.substr(number + 1));
    for (std::string& said : names) {
      const int count = votes[said] += vote;
      if (most.empty() || count > votes[most]) most = std::move(said);
    }
  }
  return most;
}

}  // namespace

std::string name_alone(std::string_view text) {
  text = behind_dateline(text);
  for (const std::string_view mark : {" (", " [", " \u201c("}) text = text.substr(0, text.find(mark));
  text = trimmed(text);
  for (const std::string_view mark : {"\u201c", "\u2018"}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  for (const std::string_view mark : {"\u201d", "\u2019", "\u2019s", "'s"}) {
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
  }
  text = trimmed(text);
  // A letter to an exchange, or the cover's own addressee.
  const std::string lowered = lower(text);
  const bool addressee = has(lowered, "stock exchange") || has(lowered, "securities and exchange");
  if (text.size() < 2 || text.size() > kLongest || addressee) return {};
  // A name is written in capitals, but for the small words between them; a date or a sentence is none.
  static constexpr std::array<std::string_view, 14> kSmall = {"and", "of", "the", "de",  "du", "la",  "y",
                                                              "for", "in", "&",   "und", "et", "plc", "do"};
  int capitals = 0;
  for (const std::string_view word : words_of(text)) {
    const bool small = word.front() >= 'a' && word.front() <= 'z';
    const bool brand =
        small && std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (small && !brand && std::find(kSmall.begin(), kSmall.end(), word) == kSmall.end() &&
        word.find('.') == std::string_view::npos)
      return {};
    if (names_month(trimmed(word))) return {};
    capitals += small ? 0 : 1;
  }
  return capitals > 0 ? std::string(text) : std::string();
}

std::string issuer_of(const Document& document) {
  constexpr std::size_t kCover = 200, kRelease = 120, kHeadline = 12;  // paragraphs
  std::string listed, headline, entered, defined;
  for (std::size_t i = 0; i < document.paragraphs.size() && i < kCover; ++i) {
    const std::string_view text = document.paragraphs[i].text;
    if (text.size() < 400 && (has(text, "egistrant") || has(text, "EGISTRANT"))) {
      if (std::string name = issuer_of_cover(document, i); !name.empty()) return name;
    }
    if (listed.empty() && i < kRelease && text.size() < 1200 && has(text, "("))
      listed = issuer_before_bracket(text, lists_shares);
    if (entered.empty() && text.size() < 200) entered = issuer_of_entry(text);
    if (defined.empty() && i < kRelease && text.size() < 1200 && has(text, "the ") && has(text, "("))
      defined = issuer_before_bracket(text, defines_company);
    if (headline.empty() && i < kHeadline && text.size() < 200) headline = issuer_of_headline(text);
  }
  if (!listed.empty()) return listed;
  if (!document.submission.company.empty()) return document.submission.company;
  for (const std::string& name : {headline, entered, defined}) {
    if (!name.empty()) return name;
  }
  return issuer_of_heads(document);
}

}  // namespace kcfin::statement
