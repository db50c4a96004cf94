// Folding of labels: see label_words.h. Every fold is a rule about wording, none about an issuer.
#include "statement/label_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "values/recent.h"
#include "words/currency.h"

namespace kcfin::label {
namespace {

constexpr bool letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Equality that mostly ends at the first letter: labels are matched by the thousand.
bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || a.front() == b.front()) && a == b;
}

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

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& set) {
  return std::any_of(set.begin(), set.end(), [word](std::string_view w) { return same(w, word); });
}

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
    if (idle(inner) || repeats) i = end;
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

// ---------------------------------------------------------------- the issuer's name

constexpr std::array<std::string_view, 29> kCorporate = {
    "limited", "ltd", "inc", "incorporated", "corp",   "corporation", "holding",    "group", "company", "co",
    "plc",     "sa",  "nv",  "ag",           "se",     "bv",          "ab",         "asa",   "spa",     "sab",
    "cv",      "llc", "lp",  "tbk",          "berhad", "parent",      "registrant", "trust", "oyj"};
constexpr std::array<std::string_view, 9> kAfterOwner = {"per",   "margin",    "basic", "diluted",   "before",
                                                         "after", "excluding", "used",  "continuing"};

// To whom something is attributable: the issuer by any name, its ordinary shareholders, the others.
// Empty where the phrase names no such party ("attributable to continuing operations").
std::string_view party(std::span<const std::string_view> phrase) {
  if (phrase.empty()) return {};
  const bool shareholder = holds(phrase, "shareholder") || holds(phrase, "holder") || holds(phrase, "owner");
  const bool corporate =
      std::any_of(phrase.begin(), phrase.end(), [](std::string_view w) { return one_of(w, kCorporate); });
  if (holds(phrase, "preferred") || holds(phrase, "preference")) return {};
  if (holds(phrase, "noncontrolling")) {
    if (corporate || holds(phrase, "mezzanine")) return {};
    return holds(phrase, "redeemable") ? "redeemable" : "noncontrolling";
  }
  if (holds(phrase, "mezzanine") || holds(phrase, "redeemable")) return {};
  if ((holds(phrase, "ordinary") || holds(phrase, "common")) && (shareholder || phrase.size() <= 3)) {
    return "common";
  }
  if (phrase.front() == "common" || phrase.front() == "ordinary") return "common";
  if (corporate || shareholder || holds(phrase, "controlling")) return "owner";
  return {};
}

// "attributable to X Limited's shareholders" becomes "attributable owner".
void fold_attribution(Words& words) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    const bool lead = words[i] == "attributable" || words[i] == "attributed" || words[i] == "available" ||
                      words[i] == "allocated" || words[i] == "applicable";
    if (!lead || words[i + 1] != "to") continue;
    std::size_t end = i + 2;
    while (end < words.size() && !one_of(words[end], kAfterOwner)) ++end;
    const std::string_view who = party(std::span(words).subspan(i + 2, end - i - 2));
    if (who.empty()) continue;
    words[i] = "attributable";
    words[i + 1] = who;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i + 2),
                words.begin() + static_cast<std::ptrdiff_t>(end));
    return;
  }
}

bool equity_word(std::string_view word) {
  return word == "equity" || word == "deficit" || word == "deficiency";
}

// "total X Limited shareholders' equity" and "total shareholders' equity of X Limited" become
// "total owner shareholder equity".
void fold_equity_owner(Words& words) {
  const auto at = std::find(words.begin(), words.end(), "shareholder");
  if (at == words.end() || at + 1 == words.end() || !equity_word(*(at + 1))) return;
  auto after = at + 1;
  while (after != words.end() && equity_word(*after)) ++after;
  constexpr std::array<std::string_view, 14> kOthers = {
      "liability", "mezzanine", "noncontrolling", "redeemable", "temporary", "preferred", "ordinary",
      "common",    "other",     "equity",         "deficit",    "adjusted",  "change",    "in"};
  const auto first = words.begin() + (words.front() == "total" ? 1 : 0);
  if (first < at) {
    const std::span<const std::string_view> before(&*first, static_cast<std::size_t>(at - first));
    const bool foreign =
        std::any_of(before.begin(), before.end(), [&](std::string_view w) { return one_of(w, kOthers); });
    const bool definite = before.size() == 1 && (before[0] == "the" || before[0] == "owner");
    if (foreign || (definite && before[0] == "the")) return;
    *first = "owner";
    words.erase(first + 1, at);
  } else if (after != words.end() && *after == "of") {
    const std::span<const std::string_view> name(&*after, static_cast<std::size_t>(words.end() - after));
    if (!std::any_of(name.begin(), name.end(), [](std::string_view w) { return one_of(w, kCorporate); }))
      return;
    words.erase(after, words.end());
    words.insert(words.begin() + (words.front() == "total" ? 1 : 0), "owner");
  }
}

// ---------------------------------------------------------------- wording

// "net cash (used in) generated from operating activities" becomes "net cash operating activity".
void fold_net_cash(Words& words) {
  const auto cash = std::find(words.begin(), words.end(), "cash");
  if (cash == words.end() || cash - words.begin() > 2) return;
  const auto kind = std::find_if(cash, words.end(), [](std::string_view w) {
    return w == "operating" || w == "investing" || w == "financing" || w == "operation" ||
           w == "continuing" || w == "discontinued";
  });
  if (kind == words.end()) return;
  constexpr std::array<std::string_view, 19> kWays = {
      "provided", "generated", "used", "by", "in",       "from",    "for", "utilized", "inflow",  "outflow",
      "flow",     "arising",   "into", "to", "utilised", "derived", "and", "or",       "obtained"};
  const bool ways = std::all_of(cash + 1, kind, [&](std::string_view w) { return one_of(w, kWays); });
  const bool lead =
      std::all_of(words.begin(), cash, [](std::string_view w) { return w == "total" || w == "net"; });
  const bool activity = holds(words, "activity");
  if (!ways || !lead || !activity) return;
  Words out = {"net", "cash"};
  for (auto it = kind; it != words.end(); ++it) {
    if (!one_of(*it, kWays)) out.push_back(*it);
  }
  words = std::move(out);
}

// "Shares used in the net loss per share computation" is a weighted average without its name.
void name_weighted_average(Words& words) {
  if (words.size() < 3 || !same(words[1], "used")) return;
  if (same(words[0], "share") || same(words[0], "ads")) words.insert(words.begin(), {"weighted", "average"});
}

// A figure of both classes is of all ordinary shares.
void fold_both_classes(Words& words) {
  constexpr std::array<std::string_view, 5> kBoth = {"class", "a", "and", "class", "b"};
  const auto at = std::search(words.begin(), words.end(), kBoth.begin(), kBoth.end());
  if (at != words.end()) words.erase(at, at + kBoth.size());
}

// What a weighted average is used for is no qualifier of it; what it counts is.
void fold_weighted_average(Words& words) {
  name_weighted_average(words);
  const auto at = std::find(words.begin(), words.end(), "weighted");
  if (at == words.end() || at + 1 == words.end() || *(at + 1) != "average") return;
  constexpr std::array<std::string_view, 8> kUse = {"used",        "use",         "computing", "calculating",
                                                    "computation", "calculation", "for",       "in"};
  Words out;
  bool counted = false, ads = false;
  bool use = false;
  for (auto it = words.begin(); it != words.end(); ++it) {
    if (it == at || it == at + 1) continue;
    if (one_of(*it, kUse)) use = true;
    if (!counted && (*it == "share" || *it == "ads")) {
      counted = true;
      ads = *it == "ads";
    }
    const bool scope = *it == "basic" || *it == "diluted" || *it == "adjusted" || *it == "nongaap";
    if ((!use || scope) && !(ads && *it == "ads") && std::find(out.begin(), out.end(), *it) == out.end()) {
      out.push_back(*it);
    }
  }
  if (counted && ads) std::erase(out, "share");
  out.insert(out.begin(), ads ? "weightedads" : "weightedshare");
  words = std::move(out);
}

// "Excluding gain on disposal of property and equipment, normalized Adjusted EBITDA": the measure says it.
void fold_exclusion(Words& words) {
  if (words.front() != "excluding") return;
  const auto at = std::find(words.begin(), words.end(), "normalized");
  if (at != words.end()) words.erase(words.begin(), at);
}

// "Net loss for the period": every figure is of its column's period. "Profit for the period" needs the words.
void fold_period(Words& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] != "for") continue;
    const std::size_t noun = words[i + 1] == "the" ? i + 2 : i + 1;
    if (noun >= words.size()) return;
    const bool period = words[noun] == "period" || words[noun] == "year" || words[noun] == "quarter";
    if (!period || words.size() - (noun + 1 - i) < 2) continue;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i),
                words.begin() + static_cast<std::ptrdiff_t>(noun + 1));
    return;
  }
}

enum class Sense : std::uint8_t { other, profit, expense, benefit, change, equity, adjusted };
Sense sense(std::string_view w) {
  if (w.size() < 4 || w.size() > 10) return Sense::other;
  if (w == "income" || w == "loss" || w == "profit" || w == "gain" || w == "earning") return Sense::profit;
  if (w == "expense") return Sense::expense;
  if (w == "benefit" || w == "credit") return Sense::benefit;
  if (w == "increase" || w == "decrease" || w == "change") return Sense::change;
  if (w == "equity" || w == "deficit" || w == "deficiency") return Sense::equity;
  if (w == "adjusted" || w == "nongaap" || w == "nonifr" || w == "nonifrs") return Sense::adjusted;
  return Sense::other;
}

// A run of words that name one thing by its sign: "(loss) income", "expense (benefit)". Writes what
// stands for it over its start; returns how many words that takes.
std::size_t fold_run(std::span<std::string_view> run) {
  const auto any = [&](Sense s) {
    return std::any_of(run.begin(), run.end(), [s](std::string_view w) { return sense(w) == s; });
  };
  const bool profit = any(Sense::profit), expense = any(Sense::expense);
  if (any(Sense::benefit) && !expense) {  // "credit loss", "employee benefit", "income tax benefit"
    for (std::string_view& w : run) {
      if (sense(w) == Sense::profit) w = "income";
    }
    return run.size();
  }
  std::size_t kept = 0;
  if (profit) run[kept++] = "income";
  if (expense) run[kept++] = "expense";
  return kept;
}

void fold_senses(Words& words) {
  const auto money = [](Sense s) { return s == Sense::profit || s == Sense::expense || s == Sense::benefit; };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size();) {
    const Sense s = sense(words[i]);
    std::size_t end = i + 1;
    while (s != Sense::other && end < words.size() &&
           (sense(words[end]) == s || (money(s) && money(sense(words[end]))))) {
      ++end;
    }
    if (money(s)) {
      const std::size_t length = fold_run(std::span(words).subspan(i, end - i));
      for (std::size_t k = 0; k < length; ++k) words[kept++] = words[i + k];
    } else {
      words[kept++] = s == Sense::change     ? "change"
                      : s == Sense::equity   ? "equity"
                      : s == Sense::adjusted ? "adjusted"
                                             : words[i];
    }
    i = end;
  }
  words.resize(kept);
}

void drop_small_words(Words& words) {
  constexpr std::array<std::string_view, 15> kSmall = {"the", "a",  "an", "and",  "or",  "of",  "in",  "on",
                                                       "for", "by", "at", "with", "its", "our", "gaap"};
  constexpr std::size_t kLongestSmall = 4;
  std::size_t kept = 0;
  for (const std::string_view w : words) {
    // "due from" and "due to" are two things; elsewhere "from" adds nothing.
    const bool from =
        w == "from" && (kept == 0 || (words[kept - 1] != "due" && words[kept - 1] != "receivable"));
    const bool small = w.size() <= kLongestSmall && one_of(w, kSmall);
    if (!from && !small) words[kept++] = w;
  }
  words.resize(kept);
}

}  // namespace

Words label_words(std::string_view label, std::string& storage) {
  storage = without_idle_parentheses(plain(label));
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

Words meaning_words(Words words) {
  if (words.empty()) return words;
  fold_exclusion(words);
  fold_period(words);
  fold_attribution(words);
  fold_equity_owner(words);
  fold_net_cash(words);
  fold_both_classes(words);
  fold_weighted_average(words);
  drop_small_words(words);
  if (words.empty()) return words;
  fold_senses(words);
  // "Gross profit (non-GAAP)" says the same as "non-GAAP gross profit".
  if (words.back() == "adjusted") std::rotate(words.begin(), words.end() - 1, words.end());
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
