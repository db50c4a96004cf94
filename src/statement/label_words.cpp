// Folding of labels, what differs in print: see label_words.h. Every fold is a rule about wording, none about
// an issuer.
#include "statement/label_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "statement/cut_words.h"
#include "statement/label_match.h"
#include "values/ascii.h"
#include "values/recent.h"
#include "words/currency.h"

namespace kcfin::label {
namespace {

using ascii::digit;

constexpr bool letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Letters that the words of a list begin with: most words are told from all of them by their first.
class FirstLetters {
 public:
  constexpr void add(std::string_view word) { any_[static_cast<unsigned char>(word.front())] = true; }
  [[nodiscard]] constexpr bool may_hold(std::string_view word) const {
    return !word.empty() && any_[static_cast<unsigned char>(word.front())];
  }

 private:
  std::array<bool, 256> any_{};
};

bool replace_at(std::string_view text, std::size_t at, std::string_view what) {
  return text[at] == what.front() && text.substr(at, what.size()) == what;
}

// ---------------------------------------------------------------- letters

struct Glyph {
  std::string_view utf8, ascii;
};
// Punctuation and marks outside ASCII; a footnote mark becomes nothing.
constexpr std::array kGlyphs = {
    Glyph{"\u2018", "'"},   Glyph{"\u2019", "'"}, Glyph{"\u201c", " "}, Glyph{"\u201d", " "},
    Glyph{"\u2010", "-"},   Glyph{"\u2011", "-"}, Glyph{"\u2012", "-"}, Glyph{"\u2013", " - "},
    Glyph{"\u2014", " - "}, Glyph{"\u2212", "-"}, Glyph{"\u00a0", " "}, Glyph{"\u2009", " "},
    Glyph{"\u202f", " "},   Glyph{"\u00b9", ""},  Glyph{"\u00b2", ""},  Glyph{"\u00b3", ""},
    Glyph{"\u2020", ""},    Glyph{"\u2021", ""},  Glyph{"\u00a7", ""},  Glyph{"\u2022", " "},
    Glyph{"\u00b7", " "},   Glyph{"\u25cf", " "}, Glyph{"\uff08", "("}, Glyph{"\uff09", ")"},
    Glyph{"\uff1a", ":"},   Glyph{"\u2070", ""},  Glyph{"\u2074", ""},  Glyph{"\u2075", ""},
};

static_assert(std::all_of(kGlyphs.begin(), kGlyphs.end(),
                          [](const Glyph& g) { return g.ascii.size() <= g.utf8.size(); }),
              "what stands for a glyph is written over it");

std::string plain(std::string_view label) {
  std::string out(label);
  std::size_t end = 0;
  for (std::size_t i = 0; i < label.size();) {
    if (static_cast<unsigned char>(label[i]) < 0x80) {
      out[end++] = lowered(label[i++]);
      continue;
    }
    const auto* glyph = std::find_if(kGlyphs.begin(), kGlyphs.end(),
                                     [&](const Glyph& g) { return replace_at(label, i, g.utf8); });
    if (glyph == kGlyphs.end()) {
      out[end++] = label[i++];
    } else {
      for (const char c : glyph->ascii) out[end++] = c;
      i += glyph->utf8.size();
    }
  }
  out.resize(end);
  return out;
}

// ---------------------------------------------------------------- parentheses

// "rmb", "in us$".
bool names_only_currency(std::string_view inner) {
  if (inner.starts_with("in ")) inner.remove_prefix(3);
  const words::CurrencyForm* form = words::currency_at_lowered(inner, words::kMarks | words::Form::name);
  return form != nullptr && form->text.size() == inner.size();
}

// A parenthesis that adds no meaning: a footnote mark, a note, a unit, an amount, "unaudited".
bool idle(std::string_view inner) {
  while (!inner.empty() && inner.front() == ' ') inner.remove_prefix(1);
  while (!inner.empty() && inner.back() == ' ') inner.remove_suffix(1);
  if (inner.size() <= 1) return true;
  if (std::any_of(inner.begin(), inner.end(), digit)) return true;
  if (inner.find_first_not_of("ivx") == std::string_view::npos) return true;
  if (names_only_currency(inner)) return true;
  constexpr std::array<std::string_view, 16> kIdle = {"unaudited",
                                                      "audited",
                                                      "note",
                                                      "notes",
                                                      "see note",
                                                      "restated",
                                                      "as restated",
                                                      "continued",
                                                      "non-gaap financial",
                                                      "non-gaap measure",
                                                      "non-ifrs financial",
                                                      "non-ifrs measure",
                                                      "in thousand",
                                                      "in million",
                                                      "aa",
                                                      "bb"};
  return std::any_of(kIdle.begin(), kIdle.end(), [&](std::string_view s) {
    return inner == s || (inner.starts_with(s) && !letter(inner[s.size()]) && s.size() > 2) ||
           (s.size() > 8 && inner.starts_with(s));
  });
}

// "(non-gaap)" after "adjusted" repeats it; after anything else it is a qualifier of its own.
bool bare_non_gaap(std::string_view inner) {
  return inner == "non-gaap" || inner == "non-ifrs" || inner == "nongaap";
}

// "research and development (r&d)": the first letters of the last words before it, those of "and" and "of"
// with the others or left out.
bool abbreviates(std::string_view inner, std::string_view before) {
  std::string letters;
  for (const char c : inner) {
    if (letter(c)) letters.push_back(c);
    if (!letter(c) && c != '&' && c != '.' && c != ' ' && c != '"' && c != '\'') return false;
  }
  if (letters.size() < 2) return false;
  std::size_t end = before.size();
  while (!letters.empty()) {
    while (end > 0 && !letter(before[end - 1])) --end;
    std::size_t start = end;
    while (start > 0 && (letter(before[start - 1]) || before[start - 1] == '\'')) --start;
    if (start == end) return false;
    const std::string_view word = before.substr(start, end - start);
    end = start;
    if (word.front() == letters.back()) {
      letters.pop_back();
    } else if (word != "and" && word != "of" && word != "net") {
      return false;
    }
  }
  return true;
}

// Takes idle parentheses out; the text of the others stays, as words.
std::string without_idle_parentheses(std::string text_of_label) {
  if (text_of_label.find('(') == std::string::npos) return text_of_label;
  const std::string_view text = text_of_label;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '(') {
      out.push_back(text[i]);
      continue;
    }
    int depth = 0;
    std::size_t end = i;
    for (; end < text.size(); ++end) {
      depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
      if (depth == 0) break;
    }
    if (end == text.size()) {  // never closed: an ordinary mark
      out.push_back(' ');
      continue;
    }
    const std::string_view inner = text.substr(i + 1, end - i - 1);
    const bool repeats = bare_non_gaap(inner) && (out.find("adjusted") != std::string::npos ||
                                                  out.find("non-gaap") != std::string::npos);
    if (idle(inner) || repeats || abbreviates(inner, out)) i = end;
    out.push_back(' ');
  }
  return out;
}

// ---------------------------------------------------------------- heads and tails

void trim_head(std::string_view& text) {
  while (!text.empty() && !letter(text.front()) && !digit(text.front()) && text.front() != '(') {
    text.remove_prefix(1);
  }
}

// "Less:", "Add back:", "Including:" say how a row is used, not what it is.
bool drop_lead(std::string_view& text) {
  constexpr std::array<std::string_view, 12> kLeads = {"less",     "add back",    "add",        "plus",
                                                       "minus",    "deduct",      "including",  "include",
                                                       "of which", "adjustments", "adjustment", "adding"};
  for (const std::string_view lead : kLeads) {
    if (text.empty() || text.front() != lead.front() || !text.starts_with(lead)) continue;
    std::string_view rest = text.substr(lead.size());
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    const bool marked = !rest.empty() && (rest.front() == ':' || rest.front() == '-');
    const bool bare =
        (lead == "less" || lead == "add back") && text.size() > lead.size() && text[lead.size()] == ' ';
    if (!marked && !bare) continue;
    trim_head(rest);
    if (rest.empty()) return false;
    text = rest;
    return true;
  }
  return false;
}

// "Ordinary shares, US$0.001 par value; ..." is "Ordinary shares".
std::string_view without_par_value(std::string_view text) {
  const std::size_t par = text.find("par value");
  if (par == std::string_view::npos) return text;
  const std::size_t cut = text.find_first_of(",;0123456789$");
  return cut == std::string_view::npos || cut == 0 || cut > par ? text : text.substr(0, cut);
}

// ---------------------------------------------------------------- words

// The words are folded where they stand: no fold makes a word longer, except to a constant.
using Letters = std::span<char>;

std::string_view view(Letters word) { return {word.data(), word.size()}; }

Letters singular(Letters word) {
  const std::string_view w = view(word);
  if (w.size() <= 3 || w.back() != 's') return word;
  if (w.ends_with("sses") || w.ends_with("xes") || w.ends_with("ches")) return word.first(w.size() - 2);
  if (w.ends_with("ies") && w != "series") {
    word[w.size() - 3] = 'y';
    return word.first(w.size() - 2);
  }
  if (w.ends_with("ss") || w.ends_with("us") || w.ends_with("is")) return word;
  return word.first(w.size() - 1);
}

// "amortisation" and "amortization", "recognised" and "recognized".
void americanize(Letters word) {
  const std::string_view w = view(word);
  if (w.empty() || (w.back() != 'n' && w.back() != 'd' && w.back() != 'g')) return;
  for (const std::string_view british : {"isation", "ised", "ising"}) {
    if (w.size() >= british.size() + 4 && w.ends_with(british) && w != "advertising") {
      word[w.size() - british.size() + 1] = 'z';
    }
  }
}

// A footnote mark glued to a word: "revenues1".
Letters without_mark(Letters word) {
  std::size_t end = word.size();
  while (end > 0 && digit(word[end - 1])) --end;
  if (end < 4 || end == word.size() || word.size() - end > 2) return word;
  return std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(end), letter) ? word.first(end)
                                                                                            : word;
}

struct Spelling {
  std::string_view from, to, then;  // `then`: a second word, where there is one
};
constexpr std::array kSpellings = {
    Spelling{"ageing", "aging", ""},
    Spelling{"fulfilment", "fulfillment", ""},
    Spelling{"labour", "labor", ""},
    Spelling{"centre", "center", ""},
    Spelling{"programme", "program", ""},
    Spelling{"favourable", "favorable", ""},
    Spelling{"stockholder", "shareholder", ""},
    Spelling{"equityholder", "shareholder", ""},
    Spelling{"adss", "ads", ""},
    Spelling{"licence", "license", ""},
    Spelling{"instalment", "installment", ""},
    Spelling{"cheque", "check", ""},
    Spelling{"judgement", "judgment", ""},
    Spelling{"us$", "usd", ""},
    Spelling{"pretax", "pre", "tax"},
    Spelling{"longterm", "long", "term"},
    Spelling{"shortterm", "short", "term"},
    Spelling{"sharebased", "share", "based"},
    Spelling{"stockbased", "share", "based"},
};

constexpr FirstLetters kSpellingLetters = [] {
  FirstLetters letters;
  for (const Spelling& s : kSpellings) letters.add(s.from);
  return letters;
}();

void push_word(Words& words, Letters letters) {
  if (letters.empty()) return;
  const Letters folded = singular(without_mark(letters));
  americanize(folded);
  const std::string_view word = view(folded);
  for (const Spelling& s : kSpellings) {
    if (!kSpellingLetters.may_hold(word)) break;
    if (!same(word, s.from)) continue;
    words.push_back(s.to);
    if (!s.then.empty()) words.push_back(s.then);
    return;
  }
  words.push_back(word);
}

// Splits the text into words, written over it from its start; a possessive and the points of "u.s." go.
Words split(std::string& text) {
  Words words;
  words.reserve(16);
  std::size_t start = 0, end = 0;  // the word being written; it never runs ahead of what is read
  const auto flush = [&] {
    push_word(words, Letters(text).subspan(start, end - start));
    start = end;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    const bool begun = end > start;
    if (letter(c) || digit(c) || (c == '$' && std::string_view(text).substr(start, end - start) == "us")) {
      text[end++] = c;
    } else if (c == '\'') {
      if (next == 's' && (i + 2 >= text.size() || !letter(text[i + 2]))) ++i;
    } else if (c == '.' && begun && (letter(next) || digit(next))) {
      if (digit(next)) text[end++] = c;
    } else if (c == '-' && begun && std::string_view(text).substr(start, end - start) == "non") {
      // "non-controlling" is "noncontrolling"
    } else {
      flush();
      if (c == '&') words.emplace_back("and");
      if (c == '%') words.emplace_back("percent");
    }
  }
  flush();
  return words;
}

// Several words that are one term.
struct Term {
  std::array<std::string_view, 3> words;
  std::array<std::string_view, 2> term;
};
constexpr std::array kTerms = {
    Term{{"american", "depositary", "share"}, {"ads", ""}},
    Term{{"american", "depository", "share"}, {"ads", ""}},
    Term{{"equity", "holder", ""}, {"shareholder", ""}},
    Term{{"equity", "owner", ""}, {"shareholder", ""}},
    Term{{"stock", "based", ""}, {"share", "based"}},
    Term{{"e", "commerce", ""}, {"ecommerce", ""}},
    Term{{"paid", "up", ""}, {"paid", "in"}},
    Term{{"tax", "on", "income"}, {"income", "tax"}},
    Term{{"tax", "on", "earning"}, {"income", "tax"}},
    Term{{"minority", "interest", ""}, {"noncontrolling", "interest"}},
    Term{{"minority", "shareholder", ""}, {"noncontrolling", "interest"}},
    Term{{"noncontrolling", "shareholder", ""}, {"noncontrolling", "interest"}},
    Term{{"non", "controlling", ""}, {"noncontrolling", ""}},
    Term{{"non", "current", ""}, {"noncurrent", ""}},
    Term{{"non", "gaap", ""}, {"nongaap", ""}},
    Term{{"non", "operating", ""}, {"nonoperating", ""}},
    Term{{"non", "cash", ""}, {"noncash", ""}},
    Term{{"common", "stock", ""}, {"common", "share"}},
    Term{{"ordinary", "stock", ""}, {"ordinary", "share"}},
    Term{{"treasury", "stock", ""}, {"treasury", "share"}},
    Term{{"preferred", "stock", ""}, {"preferred", "share"}},
    Term{{"preference", "share", ""}, {"preferred", "share"}},
};

constexpr FirstLetters kTermLetters = [] {
  FirstLetters letters;
  for (const Term& t : kTerms) letters.add(t.words[0]);
  return letters;
}();

void fold_terms(Words& words) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size();) {
    if (!kTermLetters.may_hold(words[i])) {
      words[kept++] = words[i++];
      continue;
    }
    std::size_t length = 0;
    const auto* found = std::find_if(kTerms.begin(), kTerms.end(), [&](const Term& t) {
      length = t.words[2].empty() ? 2 : 3;
      return same(words[i], t.words[0]) && i + length <= words.size() && words[i + 1] == t.words[1] &&
             (length == 2 || words[i + 2] == t.words[2]);
    });
    if (found == kTerms.end()) {
      words[kept++] = words[i++];
      continue;
    }
    words[kept++] = found->term[0];
    if (!found->term[1].empty()) words[kept++] = found->term[1];
    i += length;
  }
  words.resize(kept);
}

}  // namespace

Words label_words(std::string_view label, std::string& storage) {
  storage = without_idle_parentheses(plain(holds_cut_word(label) ? with_whole_words(label) : label));
  std::string_view text = storage;
  trim_head(text);
  while (drop_lead(text)) {
  }
  text = without_par_value(text);
  storage.erase(static_cast<std::size_t>(text.data() + text.size() - storage.data()));
  storage.erase(0, static_cast<std::size_t>(text.data() - storage.data()));
  Words words = split(storage);
  if (words.size() > 1 && words.back() == "unaudited") words.pop_back();
  fold_terms(words);
  return words;
}

namespace {

void fold(std::string_view label, Folded& out) {
  out.words = label_words(label, out.storage);
  out.meaning = meaning_words(out.words);
  out.plain = join(out.words);
  out.key = join(out.meaning);
}

}  // namespace

const Folded& folded(std::string_view label) {
  thread_local Recent<Folded> recent;
  return recent.of(label, fold);
}

bool holds(std::span<const std::string_view> words, std::string_view word) {
  return std::any_of(words.begin(), words.end(), [word](std::string_view w) { return same(w, word); });
}

std::string join(std::span<const std::string_view> words) {
  std::string out;
  std::size_t size = 0;
  for (const std::string_view w : words) size += w.size() + 1;
  out.reserve(size);
  for (const std::string_view w : words) {
    if (!out.empty()) out.push_back(' ');
    out += w;
  }
  return out;
}

}  // namespace kcfin::label
