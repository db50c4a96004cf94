// A unit line is read clause by clause, each for its own measure: "(U.S. dollars in millions, shares in
// thousands)". What follows "except" is excepted, or has a scale of its own.
#include "table/unit_line.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "table/heading_lexer.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::table {
namespace {

constexpr std::size_t kLongestLine = 120;  // bytes; a longer text is a sentence

// ---------------------------------------------------------------- scales

struct Name {
  std::string_view words;
  int power;
};

// The longer before those that they hold.
constexpr std::array kNames = {Name{"in ten thousand", 4},
                               Name{"ten thousands of", 4},
                               Name{"in hundred thousand", 5},
                               Name{"hundred thousands of", 5},
                               Name{"in hundred million", 8},
                               Name{"in hundreds of million", 8},
                               Name{"hundred millions of", 8},
                               Name{"hundreds of millions of", 8},
                               Name{"in hundreds of thousand", 5},
                               Name{"in thousand", 3},
                               Name{"'000,000", 6},
                               Name{"'000", 3},
                               Name{"nearest thousand", 3},
                               Name{"thousands of", 3},
                               Name{"in million", 6},
                               Name{"millions of", 6},
                               Name{"nearest million", 6},
                               Name{"in billion", 9},
                               Name{"billions of", 9},
                               Name{"in crore", 7},
                               Name{"in lakh", 5}};

// In the scripts of China and Japan a unit is one word.
struct Ideographs {
  std::string_view text;
  int power;
  std::string_view code;
};
constexpr std::array kIdeographs = {
    Ideographs{"百万円", 6, "JPY"}, Ideographs{"百萬円", 6, "JPY"}, Ideographs{"千円", 3, "JPY"},
    Ideographs{"億円", 8, "JPY"},   Ideographs{"百万元", 6, "RMB"}, Ideographs{"百萬元", 6, "RMB"},
    Ideographs{"万元", 4, "RMB"},   Ideographs{"萬元", 4, "RMB"},   Ideographs{"千元", 3, "RMB"},
    Ideographs{"亿元", 8, "RMB"},   Ideographs{"億元", 8, "RMB"}};

// "thousand" in "RMB thousand", "m" in "US$m": a token of the words; -1 where there is none.
int scale_token(const Lexed& lexed) {
  const auto scale = std::find_if(lexed.tokens.begin(), lexed.tokens.end(),
                                  [](const Token& token) { return token.word == Word::scale; });
  return scale == lexed.tokens.end() ? -1 : scale->value;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> leads) {
  return std::any_of(leads.begin(), leads.end(),
                     [&](std::string_view lead) { return text.starts_with(lead); });
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool leads_unit_line(std::string_view text) {
  return starts_with_any(text, {"in ", "amounts", "all amounts", "unit", "expressed ", "figures ", "stated ",
                                "all figures", "numbers", "currency", "presented ", "reported "});
}

// The scale of "R$ thousand", "in EUR millions", "Unit: RMB million", "MUSD": words that say nothing else.
// With a figure among them ("RMB 5 million") they are an amount. -1 where none is stated.
int scale_of_unit_words(std::string_view piece) {
  piece = without_blanks(piece);
  const std::string_view digits = "123456789";
  if (piece.empty() || piece.find_first_of(digits) != std::string_view::npos) return -1;
  const Lexed& lexed = lex_heading(piece);
  if (lexed.words_left && !leads_unit_line(piece)) return -1;
  return scale_token(lexed);
}

// A clause's own scale, by the words that only unit lines have, or by having no others.
int scale_of_clause(std::string_view clause) {
  for (const Name& entry : kNames) {
    if (has(clause, entry.words)) return entry.power;
  }
  return -1;
}

// Looks at a short text's parentheses one by one, and at what stands before them.
int scale_of_unit_line(std::string_view text) {
  if (text.size() > kLongestLine) return -1;
  text = text.substr(0, text.find("unless"));  // "\u20ac millions, unless otherwise stated"
  std::size_t open = std::min(text.find('('), text.size());
  int power = scale_of_unit_words(text.substr(0, open));
  while (power < 0 && open < text.size()) {
    const std::size_t close = std::min(text.find(')', open), text.size());
    power = scale_of_unit_words(text.substr(open + 1, close - open - 1));
    open = std::min(text.find('(', close), text.size());
  }
  return power;
}

// ---------------------------------------------------------------- clauses

std::vector<std::string_view> clauses_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",;"), text.size());
    // "'000,000" is no end of a clause.
    const std::size_t digits =
        end + 1 < text.size() && is_digit(text[end + 1]) ? text.find_first_of(" ;)", end) : end;
    const std::size_t stop = std::min(digits, text.size());
    if (const std::string_view clause = without_blanks(text.substr(0, stop)); !clause.empty())
      out.push_back(clause);
    text.remove_prefix(std::min(stop + 1, text.size()));
  }
  return out;
}

// "shares", "number of ADSs"; not "per share data".
bool speaks_of_shares(std::string_view clause) {
  std::string own(clause);
  for (const std::string_view per : {"per share", "per-share", "per ads", "per american", "shareholder"}) {
    for (std::size_t at = own.find(per); at != std::string::npos; at = own.find(per))
      own.erase(at, per.size());
  }
  return has(own, "share") || has(own, "ads");
}

// ---------------------------------------------------------------- is it one at all

// Whether any word of a scale stands in the text: most texts are done with here, in one pass.
bool names_scale(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    switch (text[i]) {
      case '0':
        if (rest.starts_with("000")) return true;
        break;
      case 'h':
        if (rest.starts_with("housand")) return true;
        break;
      case 'H':
        if (rest.starts_with("HOUSAND")) return true;
        break;
      case 'i':
        if (rest.starts_with("illion")) return true;
        break;
      case 'I':
        if (rest.starts_with("ILLION")) return true;
        break;
      case 'r':
        if (rest.starts_with("rore")) return true;
        break;
      case 'R':
        if (rest.starts_with("RORE")) return true;
        break;
      case 'l':
        if (rest.starts_with("lakh")) return true;
        break;
      case 'L':
        if (rest.starts_with("LAKH") || rest.starts_with("Lakh") || rest.starts_with("Lac")) return true;
        break;
      case 'b':
      case 'm':
        if (rest.size() > 1 && rest[1] == 'n') return true;
        break;
      case '\xe5':  // \u5143, \u5186
        if (rest.starts_with("\u5143") || rest.starts_with("\u5186")) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

// "(US$m)", "\u00a3m", "MUSD", "TEUR", "\u20ack": a letter glued to a currency is the scale. Only where next
// to nothing else is said.
bool names_glued_scale(std::string_view text) {
  constexpr std::size_t kShort = 60;
  if (text.size() > kLongestLine) return false;
  const std::size_t open = text.rfind('(');
  // In brackets a clause of its own says it: "(in MSEK, except per share data, unless otherwise stated)".
  const std::string_view own = open == std::string_view::npos
                                   ? text
                                   : text.substr(open + 1, text.find_first_of(",;", open) - open - 1);
  return own.size() <= kShort && own.find_first_of("mMkKT") != std::string_view::npos &&
         words::names_currency(own, words::kMarks) &&
         scale_of_unit_words(lower(own.substr(0, own.find(')')))) >= 0;
}

// "(Expressed in Canadian dollars - unaudited)", "(in RMB)", "Unit: Yen": a currency, and no scale: single
// units.
bool names_currency_only(std::string_view lowered) {
  if (lowered.size() > kLongestLine) return false;
  std::string_view text = without_blanks(lowered);
  const bool bracketed = text.starts_with('(');
  if (bracketed) text = text.substr(1, text.rfind(')') - 1);
  text = without_blanks(text.substr(0, std::min(text.find("except"), text.find("unless"))));
  if (!leads_unit_line(text) || text.find_first_of("0123456789") != std::string_view::npos) return false;
  static constexpr std::array<std::string_view, 14> kFillers = {
      "in",      "amounts", "all",      "unit",      "expressed", "figures",   "stated",
      "numbers", "are",     "currency", "presented", "reported",  "unaudited", "audited"};
  bool unit = false;
  for (const Token& token : lex_heading(text).tokens) unit = unit || token.word == Word::unit;
  if (!unit) return false;
  // Every other word must be one of a unit line's.
  for (std::size_t at = 0; at < text.size();) {
    if (const words::CurrencyForm* form = words::currency_at_lowered(text.substr(at), words::kEveryForm)) {
      at += form->text.size();
      continue;
    }
    if (text[at] < 'a' || text[at] > 'z') {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
    if (std::find(kFillers.begin(), kFillers.end(), text.substr(begin, at - begin)) == kFillers.end())
      return false;
  }
  return true;
}

// The currency, where just one is named.
Currency only_currency(std::string_view text) {
  Currency found{};
  for (const Token& token : lex_heading(text).tokens) {
    if (token.word != Word::unit || token.bare) continue;
    if (found[0] != 0 && found != token.code) return {};
    found = token.code;
  }
  return found;
}

// Scales of the clauses before "except", and of what is said of shares anywhere.
void read_clauses(std::string_view lowered, std::size_t except, ScaleStatement& out) {
  bool first = true;
  for (const std::string_view clause : clauses_of(lowered.substr(0, except))) {
    // "Millions, except per share amounts, for the years ended December 31,".
    const int power =
        first && scale_of_clause(clause) < 0 ? scale_of_unit_words(clause) : scale_of_clause(clause);
    first = false;
    if (power < 0) continue;
    const bool shares = speaks_of_shares(clause);
    const bool alone = shares && !has(clause, "amounts") && !has(clause, "dollar");
    if (shares && has(clause, "dollar") && out.shares_power < 0) out.shares_power = power;
    int& own = alone ? out.shares_power : out.scale_power;
    if (own < 0) own = power;
  }
  for (const std::string_view clause : clauses_of(lowered.substr(except))) {
    if (!speaks_of_shares(clause)) continue;
    out.shares_excepted = true;
    if (const int power = scale_of_clause(clause); power >= 0) out.shares_power = power;
  }
  // "except number of shares, which are reflected in thousands".
  const std::size_t which = lowered.find("which are", except);
  if (out.shares_excepted && out.shares_power < 0 && which != std::string_view::npos)
    out.shares_power = scale_of_clause(lowered.substr(which));
}

// "Consolidated balance sheets \u20ac million": the unit behind the name of a statement, and nothing else
// there.
int scale_behind_statement(std::string_view lowered) {
  static constexpr std::array<std::string_view, 9> kEnds = {
      "balance sheet ", "balance sheets ",   "of operations ", "income ",  "cash flows ",
      "cash flow ",     "income statement ", "position ",      "earnings "};
  if (!has(lowered, "statement") && !has(lowered, "balance sheet")) return -1;
  for (const std::string_view end : kEnds) {
    const std::size_t at = lowered.rfind(end);
    if (at == std::string_view::npos) continue;
    const Lexed& tail = lex_heading(lowered.substr(at + end.size()));
    int power = -1;
    const bool unit_alone =
        !tail.words_left && !tail.figures_left && !tail.tokens.empty() &&
        std::all_of(tail.tokens.begin(), tail.tokens.end(), [&](const Token& token) {
          if (token.word == Word::scale) power = token.value;
          return token.word == Word::scale || token.word == Word::unit || token.word == Word::audited;
        });
    if (unit_alone && power >= 0) return power;
  }
  return -1;
}

}  // namespace

ScaleStatement scale_statement(std::string_view text) {
  constexpr std::size_t kLongest = 400;
  ScaleStatement out;
  if (text.size() > kLongest) return out;
  const bool ascii = std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
  for (const Ideographs& unit : kIdeographs) {
    if (ascii || text.size() > kLongestLine || !has(text, unit.text)) continue;
    out.scale_power = unit.power;
    out.code = currency(unit.code);
    return out;
  }
  const bool scaled = names_scale(text) || names_glued_scale(text);
  const std::string lowered = scaled || text.size() <= kLongestLine ? lower(text) : std::string();
  if (!scaled) {
    if (!names_currency_only(lowered)) return out;
    out.scale_power = 0;
    out.currency_only = true;
    out.code = only_currency(text);
    return out;
  }
  read_clauses(lowered, std::min(lowered.find("except"), lowered.size()), out);
  if (out.scale_power < 0) out.scale_power = scale_of_unit_line(lowered);
  if (out.scale_power < 0 && lowered.size() <= kLongestLine)
    out.scale_power = scale_behind_statement(lowered);
  if (out.scale_power >= 0) out.code = only_currency(text);
  return out;
}

}  // namespace kcfin::table
