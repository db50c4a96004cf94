// Cleans the words before a verb down to the metric that they name.
#include "prose/noun_phrase.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "values/ascii.h"
#include "values/text.h"

namespace kcfin::prose {
namespace {

using ascii::alphanumeric;

using Piece = std::span<const Token>;

bool content(const Token& token) {
  if (token.kind == Token::Kind::number) return true;
  if (token.kind != Token::Kind::word) return false;
  switch (token.word) {
    case Word::article:
    case Word::pronoun:
    case Word::adverb:
    case Word::preposition:
    case Word::conjunction:
    case Word::each:
    case Word::respectively:
    case Word::approximate:
    case Word::whereas:
    case Word::as:
    case Word::to:
    case Word::by:
    case Word::of:
    case Word::at:
    case Word::with:
    case Word::from:
    case Word::have:
    case Word::be:
    case Word::verb:
    case Word::up:
    case Word::down:
    case Word::compare:
    case Word::than:
    case Word::reach:
    case Word::represent:
    case Word::negative:
    case Word::cause:
    case Word::bound:  // "Operating profit nearly doubled"
      return false;
    default:
      return true;
  }
}

bool closed_edge(const Token& token) {
  return token.kind == Token::Kind::period || token.kind == Token::Kind::mark ||
         (token.kind == Token::Kind::word && !content(token));
}

// A piece before the metric that says when, where or why: "In 2024", "Driven by demand".
bool adverbial(Piece piece) {
  for (const Token& token : piece) {
    if (token.is_mark('"') || token.is(Word::adverb) || token.is(Word::conjunction)) continue;
    if (token.kind == Token::Kind::period) return true;
    return token.is(Word::preposition) || token.is(Word::as) || token.is(Word::cause) || token.is(Word::of) ||
           token.is(Word::with) || token.is(Word::compare) || token.is(Word::at) || token.is(Word::to) ||
           token.is(Word::whereas) || token.is(Word::by) || token.is(Word::from) || token.is(Word::pronoun) ||
           token.is(Word::up) || token.is(Word::down);
  }
  return true;
}

// "calculated as total liabilities divided by total assets"
bool defines(std::string_view text, Piece piece) {
  constexpr std::array<std::string_view, 7> kVerbs = {"calculated", "defined", "measured", "expressed",
                                                      "computed",   "based",   "derived"};
  const std::string_view first = text.substr(piece[0].begin, piece[0].end - piece[0].begin);
  return std::find(kVerbs.begin(), kVerbs.end(), first) != kVerbs.end();
}

// What a company expects: the metric stands behind the verb.
Piece behind_expectation(Piece piece) {
  for (std::size_t i = piece.size(); i > 0; --i) {
    if (piece[i - 1].is(Word::expect) && names_something(piece.subspan(i))) return piece.subspan(i);
  }
  return piece;
}

// "in line with revenue growth": the comparison does not name the metric.
Piece behind_comparison(std::string_view text, Piece piece) {
  const bool line = piece.size() > 2 &&
                    text.substr(piece[0].begin, piece[0].end - piece[0].begin) == "line" &&
                    piece[1].is(Word::with);
  return line ? piece.subspan(2) : piece;
}

// A piece after the metric that explains it: "which excludes ...", "a key component of ...".
bool explains(Piece piece) {
  for (const Token& token : piece) {
    if (token.is(Word::adverb)) continue;
    return token.is(Word::pronoun) || token.is(Word::article) || token.is(Word::include) ||
           token.is(Word::exclude) || token.is(Word::represent) || token.is(Word::as) ||
           token.kind == Token::Kind::period || token.is(Word::preposition) || token.is(Word::cause) ||
           token.is(Word::with) || token.is(Word::adverb);
  }
  return false;
}

bool has_conjunction(Piece piece) {
  return std::any_of(piece.begin(), piece.end(),
                     [](const Token& token) { return token.is(Word::conjunction); });
}

std::vector<Piece> split_at_commas(std::span<const Token> tokens) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= tokens.size(); ++i) {
    if (i < tokens.size() && !tokens[i].is_mark(',')) continue;
    if (i > begin) pieces.push_back(tokens.subspan(begin, i - begin));
    begin = i + 1;
  }
  return pieces;
}

bool starts_with_net(std::string_view text, Piece piece) {
  const std::string_view word = text.substr(piece[0].begin, piece[0].end - piece[0].begin);
  return word == "net" || word == "Net";
}

// "cash and cash equivalents, as well as time deposits"
bool as_well_as(std::string_view text, Piece piece) {
  return text.substr(piece[0].begin).starts_with("as well as ");
}

// A page number or note mark that ran into the sentence.
bool stray_number(Piece piece) {
  return piece.size() > 1 && piece[0].kind == Token::Kind::number && piece[1].kind == Token::Kind::word;
}

// "Quarterly total revenues": the period's own word.
bool quarterly(Piece piece) {
  return piece.size() > 1 && piece[0].is(Word::quarter) && piece[1].kind == Token::Kind::word;
}

// "Total net revenues [1] reached", "Adjusted net loss 2 was": a note's mark behind the metric's last word.
bool note_mark(std::string_view text, Piece piece) {
  if (piece.size() < 2 || piece.back().kind != Token::Kind::number || piece.back().index > 20) return false;
  const Token* before = &piece[piece.size() - 2];
  if (before->is_mark('[') && piece.size() > 2) before = &piece[piece.size() - 3];
  if (before->kind != Token::Kind::word) return false;
  constexpr std::array<std::string_view, 12> kNumbered = {"level",    "stage",  "tier",  "class",
                                                          "phase",    "series", "scope", "type",
                                                          "category", "group",  "part",  "note"};
  const std::string word = lower(text.substr(before->begin, before->end - before->begin));
  return std::find(kNumbered.begin(), kNumbered.end(), word) == kNumbered.end();
}

// "the eighth consecutive quarter of gross margin": how often, and then of what.
Piece behind_count_of_periods(std::string_view text, Piece piece) {
  for (std::size_t i = 0; i + 3 < piece.size(); ++i) {
    if (text.substr(piece[i].begin, piece[i].end - piece[i].begin) != "consecutive") continue;
    const bool counted = (piece[i + 1].is(Word::quarter) || piece[i + 1].is(Word::year) ||
                          piece[i + 1].is(Word::period) || piece[i + 1].kind == Token::Kind::period) &&
                         piece[i + 2].is(Word::of);
    if (counted && names_something(piece.subspan(i + 3))) return piece.subspan(i + 3);
  }
  return piece;
}

// "Net loss[3] Net loss": a title that ran into its sentence, with the mark of a note or without.
void drop_repeated_title(std::string& phrase) {
  for (std::size_t at = phrase.size() / 2; at < phrase.size(); ++at) {
    const std::string_view rest = std::string_view(phrase).substr(at);
    if (rest.size() < 6 || !std::string_view(phrase).starts_with(rest)) continue;
    const std::string_view between = std::string_view(phrase).substr(rest.size(), at - rest.size());
    const bool mark = std::all_of(between.begin(), between.end(),
                                  [](char c) { return c == ' ' || (c >= '0' && c <= '9'); });
    if (!mark || between.size() > 4) continue;
    phrase.erase(0, at);
    return;
  }
}

Piece trim(Piece piece) {
  while (!piece.empty() && (closed_edge(piece.front()) || stray_number(piece) || quarterly(piece)))
    piece = piece.subspan(1);
  while (!piece.empty() && closed_edge(piece.back())) piece = piece.first(piece.size() - 1);
  return piece;
}

// "the Company's net cash": whose it is does not name the metric. A name of its own may be a segment's.
Piece without_owner(std::string_view text, Piece piece) {
  for (std::size_t i = 0; i + 1 < piece.size() && i < 4; ++i) {
    if (piece[i].kind != Token::Kind::word || !piece[i].possessive) continue;
    const char first = text[piece[i].begin];
    const std::string word = lower(text.substr(piece[i].begin, piece[i].end - piece[i].begin));
    constexpr std::array<std::string_view, 7> kOwners = {"company", "group",       "corporation", "firm",
                                                         "bank",    "partnership", "issuer"};
    const bool own = first >= 'A' && first <= 'Z' && piece[i].word == Word::other &&
                     std::find(kOwners.begin(), kOwners.end(), word) == kOwners.end();
    return own ? piece : trim(piece.subspan(i + 1));
  }
  return piece;
}

// "the gearing ratio of the Group"
Piece without_owner_behind(std::string_view text, Piece piece) {
  if (piece.size() < 3 || !piece[piece.size() - 2].is(Word::article)) return piece;
  const std::string_view last = text.substr(piece.back().begin, piece.back().end - piece.back().begin);
  const bool owner = (last == "Group" || last == "Company" || last == "group" || last == "company") &&
                     piece[piece.size() - 3].is(Word::of);
  return owner ? trim(piece.first(piece.size() - 3)) : piece;
}

// A footnote mark glued to a word: "margin3".
std::string_view without_mark(std::string_view word) {
  std::size_t end = word.size();
  while (end > 0 && word[end - 1] >= '0' && word[end - 1] <= '9') --end;
  const bool letters =
      end >= 4 && std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
        return c == '-' || std::isalpha(static_cast<unsigned char>(c)) != 0;
      });
  return letters && word.size() - end <= 2 ? word.substr(0, end) : word;
}

// "'s" as it is printed, or the apostrophe alone after an s.
std::string_view possessive_ending(std::string_view text, const Token& token) {
  const std::size_t mark = text[token.end] == '\'' ? 1 : 3;
  const bool s = token.end + mark < text.size() && text[token.end + mark] == 's';
  return text.substr(token.end, mark + (s ? 1U : 0U));
}

// "balance*5 of the loans", "balance[5] of", "Non-GAAP 1 net income": a note's mark within the name.
bool mark_within(std::string_view text, const Token& before, const Token& number) {
  constexpr std::uint32_t kMost = 20;
  if (number.index == 0 || number.index > kMost) return false;
  if (before.is_mark('*') || before.is_mark('[')) return true;
  const std::string_view word = text.substr(before.begin, before.end - before.begin);
  return word.ends_with("-GAAP") || word.ends_with("-IFRS") || word == "Inc" || word == "Ltd";
}

// The printed words of a piece, without periods and marks between them.
void append(std::string_view text, Piece piece, std::string& out) {
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const Token& token = piece[i];
    if (token.kind == Token::Kind::period || token.is_mark('"')) continue;
    if (token.kind == Token::Kind::number && i > 0 && mark_within(text, piece[i - 1], token)) continue;
    if (token.kind == Token::Kind::mark && token.mark != '/' && token.mark != '&' && token.mark != '-')
      continue;
    if (!out.empty() && out.back() != ' ') out += ' ';
    out += without_mark(text.substr(token.begin, token.end - token.begin));
    if (token.possessive) out += possessive_ending(text, token);
  }
}

// An adjusted measure says by itself that something is excluded.
bool piece_adjusted(std::string_view text, Piece piece) {
  return says_adjusted(text.substr(piece.front().begin, piece.back().end - piece.front().begin));
}

// The pieces that name the metric: [first, last).
std::pair<std::size_t, std::size_t> naming(std::string_view text, const std::vector<Piece>& pieces) {
  std::size_t first = 0;
  while (first + 1 < pieces.size() && adverbial(pieces[first])) ++first;
  std::size_t last = first + 1;
  const auto goes_on = [&](Piece piece) {
    return as_well_as(text, piece) || (!explains(piece) && !defines(text, piece));
  };
  while (last < pieces.size() && goes_on(pieces[last])) ++last;
  // "Net loss, excluding share-based compensation expenses": another measure than net loss.
  if (last < pieces.size() && pieces[last][0].is(Word::exclude) && !piece_adjusted(text, pieces[last - 1]))
    return {first, last + 1};
  if (last == first + 1) return {first, last};
  // More than one piece: a list, "Other income, net", or something that stands before the metric.
  const Piece end = pieces[last - 1];
  if (pieces[first][0].is(Word::exclude)) return {piece_adjusted(text, end) ? last - 1 : first, last};
  if (has_conjunction(end) || starts_with_net(text, end) || as_well_as(text, end)) return {first, last};
  return {last - 1, last};
}

// "Ms. X, chief financial officer, said, “Our revenues ...": the sentence starts in the quotation.
std::span<const Token> after_opening_quote(std::span<const Token> tokens) {
  for (std::size_t i = tokens.size(); i > 0; --i) {
    if (!tokens[i - 1].is_mark('"')) continue;
    const bool opens = i == 1 || tokens[i - 2].is_mark(',') || tokens[i - 2].is_mark(':');
    if (opens && names_something(tokens.subspan(i))) return tokens.subspan(i);
  }
  return tokens;
}

// "Cost of revenue – Cost of revenue in the quarter was": the title of the paragraph runs in before a dash.
std::span<const Token> after_title(std::string_view text, std::span<const Token> tokens) {
  for (std::size_t i = tokens.size(); i > 1; --i) {
    const Token& dash = tokens[i - 1];
    const bool typographic = dash.is_mark('-') && static_cast<unsigned char>(text[dash.begin]) >= 0x80;
    if (typographic && text[dash.begin - 1] == ' ' && names_something(tokens.subspan(i)) &&
        names_something(tokens.first(i - 1)))
      return tokens.subspan(i);
  }
  return tokens;
}

}  // namespace

bool names_something(std::span<const Token> tokens) {
  return std::any_of(tokens.begin(), tokens.end(), content);
}

std::string noun_phrase(std::string_view text, std::span<const Token> tokens) {
  std::string out;
  tokens = after_title(text, after_opening_quote(tokens));
  if (!names_something(tokens)) return out;
  const std::vector<Piece> pieces = split_at_commas(tokens);
  if (pieces.empty()) return out;
  const auto [first, last] = naming(text, pieces);
  for (std::size_t i = first; i < last; ++i) {
    Piece piece = trim(behind_count_of_periods(text, pieces[i]));
    if (note_mark(text, piece)) piece = trim(piece.first(piece.size() - 1));
    piece = behind_comparison(text, trim(behind_expectation(piece)));
    if (i == first) piece = without_owner_behind(text, without_owner(text, piece));
    if (i > first && last - first > 1) {  // a list keeps its "and"
      piece = pieces[i];
      while (!piece.empty() && closed_edge(piece.back())) piece = piece.first(piece.size() - 1);
    }
    if (piece.empty()) continue;
    if (!out.empty()) out += ", ";
    append(text, piece, out);
  }
  const bool digits = !out.empty() && std::all_of(out.begin(), out.end(),
                                                  [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
  if (out == "net" || digits) out.clear();  // a note's mark alone names nothing
  drop_repeated_title(out);
  return out;
}

namespace {

// Whether the word stands at this place, where a word may begin.
bool word_at(std::string_view phrase, std::size_t at, std::string_view lower_word) {
  const std::size_t size = lower_word.size();
  if (size > phrase.size() - at || (at + size < phrase.size() && alphanumeric(phrase[at + size])))
    return false;
  std::size_t k = 0;
  while (k < size && ascii::lower(phrase[at + k]) == lower_word[k]) ++k;
  return k == size;
}

// Several words are looked for in one pass over the beginnings of the phrase's own.
bool has_any_word(std::string_view phrase, std::initializer_list<std::string_view> lower_words) {
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (i > 0 && alphanumeric(phrase[i - 1])) continue;
    const char first = ascii::lower(phrase[i]);
    for (const std::string_view word : lower_words)
      if (word[0] == first && word_at(phrase, i, word)) return true;
  }
  return false;
}

}  // namespace

bool has_word(std::string_view phrase, std::string_view lower_word) {
  if (lower_word.size() > phrase.size()) return false;
  const std::size_t last = phrase.size() - lower_word.size();
  const int first = lower_word[0] | 0x20;
  for (std::size_t i = 0; i <= last; ++i) {
    if ((phrase[i] | 0x20) != first) continue;  // most characters
    if ((i == 0 || !alphanumeric(phrase[i - 1])) && word_at(phrase, i, lower_word)) return true;
  }
  return false;
}

bool only_sign(std::string_view phrase) {
  constexpr std::array<std::string_view, 13> kSigns = {
      "positive", "loss",       "gain",        "profit",   "income", "deficit", "inflow",
      "outflow",  "net inflow", "net outflow", "net gain", "losses", "gains"};
  const std::string key = lower(phrase);
  return std::find(kSigns.begin(), kSigns.end(), key) != kSigns.end();
}

bool ratio_of_amount(std::string_view phrase, std::string_view whole) {
  return !whole.empty() && !has_word(phrase, "margin") && !has_word(phrase, "ratio");
}

bool says_cost(std::string_view phrase) {
  return has_any_word(phrase, {"cost", "costs", "expense", "expenses"});
}

bool says_adjusted(std::string_view phrase) {
  return has_any_word(phrase, {"non-gaap", "adjusted", "normalized"});
}

bool says_loss(std::string_view phrase) {
  return has_any_word(phrase, {"loss", "losses", "deficit", "outflow", "negative", "used", "decrease"});
}

}  // namespace kcfin::prose
