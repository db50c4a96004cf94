// What a unit line says: the scale of its amounts, what it excepts, the currency.
#include "table/unit_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "table/heading_lexer.h"
#include "values/text.h"

namespace kcfin::table {
namespace {

// The scale of "R$ thousand", "in EUR millions", "Unit: RMB million": words that say nothing else. With a
// figure among them ("RMB 5 million") they are an amount. -1 where none is stated.
int scale_of_unit_words(std::string_view piece) {
  static constexpr std::array<std::string_view, 8> kNames = {"thousand", "million", "billion", "lakh",
                                                             "crore",    "€m",      "bn",      "mn"};
  static constexpr std::array<std::string_view, 8> kLeads = {
      "in ", "amounts", "all amounts", "unit", "expressed ", "figures ", "stated ", "all figures"};
  if (std::none_of(kNames.begin(), kNames.end(),
                   [&](std::string_view name) { return piece.find(name) != std::string_view::npos; }))
    return -1;
  while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
  if (std::any_of(piece.begin(), piece.end(), is_digit)) return -1;
  const bool led = std::any_of(kLeads.begin(), kLeads.end(),
                               [&](std::string_view lead) { return piece.starts_with(lead); });
  const Lexed& lexed = lex_heading(piece);
  if (lexed.words_left && !led) return -1;
  const auto scale = std::find_if(lexed.tokens.begin(), lexed.tokens.end(),
                                  [](const Token& token) { return token.word == Word::scale; });
  return scale == lexed.tokens.end() ? -1 : scale->value;
}

// Looks at a short text's parentheses one by one, and at what stands before them.
int scale_of_unit_line(std::string_view text) {
  if (text.size() > 120) return -1;
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
      case 'l':
        if (rest.starts_with("lakh")) return true;
        break;
      case 'b':
      case 'm':
        if (rest.size() > 1 && rest[1] == 'n') return true;
        break;
      case '\xe2':
        if (rest.starts_with("\u20acm")) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

}  // namespace

ScaleStatement scale_statement(std::string_view text) {
  ScaleStatement out;
  if (text.size() > 400 || !names_scale(text)) return out;
  const std::string lowered = lower(text);
  const std::size_t except = std::min(lowered.find("except"), lowered.size());
  const std::string_view head = std::string_view(lowered).substr(0, except);
  struct Name {
    std::string_view words;
    int power;
  };
  static constexpr std::array kNames = {
      Name{"in thousands", 3},    Name{"in thousand", 3}, Name{"'000", 3},       Name{"nearest thousand", 3},
      Name{"thousands of", 3},    Name{"in millions", 6}, Name{"in million", 6}, Name{"millions of", 6},
      Name{"nearest million", 6}, Name{"in billions", 9}, Name{"in crore", 7},   Name{"in lakh", 5}};
  for (const Name& entry : kNames) {
    const std::size_t at = head.find(entry.words);
    if (at == std::string_view::npos) continue;
    out.scale_power = entry.power;
    if (entry.words == "'000" && head.substr(at).starts_with("'000,000")) out.scale_power = 6;
    break;
  }
  if (out.scale_power < 0) out.scale_power = scale_of_unit_line(lowered);
  if (out.scale_power < 0) return out;
  // "except for share and per share data": counts of shares are in units too.
  std::string exceptions(std::string_view(lowered).substr(except));
  for (const std::string_view per : {"per share", "per-share", "per ads", "per american"}) {
    for (std::size_t at = exceptions.find(per); at != std::string::npos; at = exceptions.find(per))
      exceptions.erase(at, per.size());
  }
  out.shares_excepted =
      exceptions.find("share") != std::string::npos || exceptions.find("ads") != std::string::npos;
  Currency found{};
  bool several = false;
  for (const Token& token : lex_heading(text).tokens) {
    if (token.word != Word::unit) continue;
    if (found[0] != 0 && found != token.code) several = true;
    found = token.code;
  }
  if (!several) out.code = found;
  return out;
}

}  // namespace kcfin::table
