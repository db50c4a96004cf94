// Folding of labels: see label_words.h. Every fold is a rule about wording, none about an issuer.
#include "statement/label_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace kcfin::label {
namespace {

constexpr bool letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& set) {
  return std::find(set.begin(), set.end(), word) != set.end();
}

bool replace_at(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(at, what.size()) == what;
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

std::string plain(std::string_view label) {
  std::string out;
  out.reserve(label.size());
  for (std::size_t i = 0; i < label.size();) {
    if (static_cast<unsigned char>(label[i]) < 0x80) {
      out.push_back(lowered(label[i++]));
      continue;
    }
    const auto* glyph = std::find_if(kGlyphs.begin(), kGlyphs.end(),
                                     [&](const Glyph& g) { return replace_at(label, i, g.utf8); });
    if (glyph == kGlyphs.end()) {
      out.push_back(label[i++]);
    } else {
      out += glyph->ascii;
      i += glyph->utf8.size();
    }
  }
  return out;
}

// ---------------------------------------------------------------- parentheses

// A parenthesis that adds no meaning: a footnote mark, a note, a unit, an amount, "unaudited".
bool idle(std::string_view inner) {
  while (!inner.empty() && inner.front() == ' ') inner.remove_prefix(1);
  while (!inner.empty() && inner.back() == ' ') inner.remove_suffix(1);
  if (inner.size() <= 1) return true;
  if (std::any_of(inner.begin(), inner.end(), digit)) return true;
  if (inner.find_first_not_of("ivx") == std::string_view::npos) return true;
  constexpr std::array<std::string_view, 21> kIdle = {"unaudited",
                                                      "audited",
                                                      "rmb",
                                                      "us$",
                                                      "usd",
                                                      "in rmb",
                                                      "in us$",
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
std::string without_idle_parentheses(std::string_view text) {
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
    if (!text.starts_with(lead)) continue;
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

std::string singular(std::string word) {
  const auto ends = [&](std::string_view s) { return word.size() > s.size() && word.ends_with(s); };
  if (word.size() <= 3 || !ends("s")) return word;
  if (ends("sses") || ends("xes") || ends("ches")) return word.substr(0, word.size() - 2);
  if (ends("ies") && word != "series") return word.substr(0, word.size() - 3) + "y";
  if (ends("ss") || ends("us") || ends("is")) return word;
  return word.substr(0, word.size() - 1);
}

struct Spelling {
  std::string_view from, to;
};
constexpr std::array kSpellings = {
    Spelling{"ageing", "aging"},
    Spelling{"fulfilment", "fulfillment"},
    Spelling{"labour", "labor"},
    Spelling{"centre", "center"},
    Spelling{"programme", "program"},
    Spelling{"favourable", "favorable"},
    Spelling{"stockholder", "shareholder"},
    Spelling{"equityholder", "shareholder"},
    Spelling{"adss", "ads"},
    Spelling{"licence", "license"},
    Spelling{"instalment", "installment"},
    Spelling{"cheque", "check"},
    Spelling{"judgement", "judgment"},
    Spelling{"us$", "usd"},
    Spelling{"pretax", "pre tax"},
    Spelling{"longterm", "long term"},
    Spelling{"shortterm", "short term"},
    Spelling{"sharebased", "share based"},
    Spelling{"stockbased", "share based"},
};

std::string spelled(std::string word) {
  word = singular(std::move(word));
  for (const std::string_view british : {"isation", "ised", "ising"}) {
    const std::size_t at = word.rfind(british);
    if (at != std::string::npos && at >= 4 && at + british.size() == word.size() && word != "advertising") {
      word[at + 1] = 'z';
    }
  }
  for (const Spelling& s : kSpellings) {
    if (word == s.from) return std::string(s.to);
  }
  return word;
}

// A footnote mark glued to a word: "revenues1".
std::string without_mark(std::string word) {
  std::size_t end = word.size();
  while (end > 0 && digit(word[end - 1])) --end;
  if (end < 4 || end == word.size() || word.size() - end > 2) return word;
  if (!std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(end), letter)) return word;
  return word.substr(0, end);
}

void push_word(Words& words, std::string word) {
  if (word.empty()) return;
  word = spelled(without_mark(std::move(word)));
  if (const std::size_t space = word.find(' '); space != std::string::npos) {
    words.push_back(word.substr(0, space));
    words.push_back(word.substr(space + 1));
    return;
  }
  // "non-controlling" and "noncontrolling", "non-GAAP" and "nongaap".
  if (!words.empty() && words.back() == "non") {
    words.back() += word;
    return;
  }
  words.push_back(std::move(word));
}

Words split(std::string_view text) {
  Words words;
  std::string word;
  const auto flush = [&] { push_word(words, std::exchange(word, {})); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (letter(c) || digit(c) || (c == '$' && word == "us")) {
      word.push_back(c);
    } else if (c == '\'') {
      const bool possessive =
          i + 1 < text.size() && text[i + 1] == 's' && (i + 2 == text.size() || !letter(text[i + 2]));
      if (possessive) ++i;
    } else if (c == '.' && !word.empty() && i + 1 < text.size() &&
               (letter(text[i + 1]) || digit(text[i + 1]))) {
      if (digit(text[i + 1])) word.push_back(c);  // "0.5"; the points of "u.s." go
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
  std::string_view term;
};
constexpr std::array kTerms = {
    Term{{"american", "depositary", "share"}, "ads"},
    Term{{"american", "depository", "share"}, "ads"},
    Term{{"equity", "holder", ""}, "shareholder"},
    Term{{"equity", "owner", ""}, "shareholder"},
    Term{{"stock", "based", ""}, "share based"},
    Term{{"e", "commerce", ""}, "ecommerce"},
    Term{{"paid", "up", ""}, "paid in"},
    Term{{"minority", "interest", ""}, "noncontrolling interest"},
    Term{{"minority", "shareholder", ""}, "noncontrolling interest"},
    Term{{"noncontrolling", "shareholder", ""}, "noncontrolling interest"},
    Term{{"common", "stock", ""}, "common share"},
    Term{{"ordinary", "stock", ""}, "ordinary share"},
    Term{{"treasury", "stock", ""}, "treasury share"},
    Term{{"preferred", "stock", ""}, "preferred share"},
    Term{{"preference", "share", ""}, "preferred share"},
};

void fold_terms(Words& words) {
  Words out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size();) {
    const Term* found = nullptr;
    std::size_t length = 0;
    for (const Term& t : kTerms) {
      length = t.words[2].empty() ? 2 : 3;
      bool same = i + length <= words.size();
      for (std::size_t k = 0; same && k < length; ++k) same = words[i + k] == t.words[k];
      if (same) {
        found = &t;
        break;
      }
    }
    if (found == nullptr) {
      out.push_back(std::move(words[i++]));
      continue;
    }
    const std::string_view term = found->term;
    const std::size_t space = term.find(' ');
    out.emplace_back(term.substr(0, space));
    if (space != std::string_view::npos) out.emplace_back(term.substr(space + 1));
    i += length;
  }
  words = std::move(out);
}

// ---------------------------------------------------------------- the issuer's name

constexpr std::array<std::string_view, 29> kCorporate = {
    "limited", "ltd", "inc", "incorporated", "corp",   "corporation", "holding",    "group", "company", "co",
    "plc",     "sa",  "nv",  "ag",           "se",     "bv",          "ab",         "asa",   "spa",     "sab",
    "cv",      "llc", "lp",  "tbk",          "berhad", "parent",      "registrant", "trust", "oyj"};
constexpr std::array<std::string_view, 9> kAfterOwner = {"per",   "margin",    "basic", "diluted",   "before",
                                                         "after", "excluding", "used",  "continuing"};

bool holds(std::span<const std::string> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// To whom something is attributable: the issuer by any name, its ordinary shareholders, the others.
// Empty where the phrase names no such party ("attributable to continuing operations").
std::string_view party(std::span<const std::string> phrase) {
  if (phrase.empty()) return {};
  const bool shareholder = holds(phrase, "shareholder") || holds(phrase, "holder") || holds(phrase, "owner");
  const bool corporate =
      std::any_of(phrase.begin(), phrase.end(), [](const std::string& w) { return one_of(w, kCorporate); });
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
    const std::span<const std::string> before(&*first, static_cast<std::size_t>(at - first));
    const bool foreign =
        std::any_of(before.begin(), before.end(), [&](const std::string& w) { return one_of(w, kOthers); });
    const bool definite = before.size() == 1 && (before[0] == "the" || before[0] == "owner");
    if (foreign || (definite && before[0] == "the")) return;
    *first = "owner";
    words.erase(first + 1, at);
  } else if (after != words.end() && *after == "of") {
    const std::span<const std::string> name(&*after, static_cast<std::size_t>(words.end() - after));
    if (!std::any_of(name.begin(), name.end(), [](const std::string& w) { return one_of(w, kCorporate); }))
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
  const auto kind = std::find_if(cash, words.end(), [](const std::string& w) {
    return w == "operating" || w == "investing" || w == "financing" || w == "operation" ||
           w == "continuing" || w == "discontinued";
  });
  if (kind == words.end()) return;
  constexpr std::array<std::string_view, 19> kWays = {
      "provided", "generated", "used", "by", "in",       "from",    "for", "utilized", "inflow",  "outflow",
      "flow",     "arising",   "into", "to", "utilised", "derived", "and", "or",       "obtained"};
  const bool ways = std::all_of(cash + 1, kind, [&](const std::string& w) { return one_of(w, kWays); });
  const bool lead =
      std::all_of(words.begin(), cash, [](const std::string& w) { return w == "total" || w == "net"; });
  const bool activity = holds(words, "activity");
  if (!ways || !lead || !activity) return;
  Words out = {"net", "cash"};
  for (auto it = kind; it != words.end(); ++it) {
    if (!one_of(*it, kWays)) out.push_back(std::move(*it));
  }
  words = std::move(out);
}

// What a weighted average is used for is no qualifier of it; what it counts is.
void fold_weighted_average(Words& words) {
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
  if (w == "income" || w == "loss" || w == "profit" || w == "gain" || w == "earning") return Sense::profit;
  if (w == "expense") return Sense::expense;
  if (w == "benefit" || w == "credit") return Sense::benefit;
  if (w == "increase" || w == "decrease" || w == "change") return Sense::change;
  if (w == "equity" || w == "deficit" || w == "deficiency") return Sense::equity;
  if (w == "adjusted" || w == "nongaap" || w == "nonifr" || w == "nonifrs") return Sense::adjusted;
  return Sense::other;
}

// A run of words that name one thing by its sign: "(loss) income", "expense (benefit)".
void push_run(Words& out, std::span<std::string> run) {
  bool profit = false, expense = false, benefit = false;
  for (const std::string& w : run) {
    profit |= sense(w) == Sense::profit;
    expense |= sense(w) == Sense::expense;
    benefit |= sense(w) == Sense::benefit;
  }
  if (benefit && !expense) {  // "credit loss", "employee benefit", "income tax benefit"
    for (std::string& w : run) out.push_back(sense(w) == Sense::profit ? "income" : std::move(w));
    return;
  }
  if (profit) out.emplace_back("income");
  if (expense) out.emplace_back("expense");
}

void fold_senses(Words& words) {
  const auto money = [](Sense s) { return s == Sense::profit || s == Sense::expense || s == Sense::benefit; };
  Words out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size();) {
    const Sense s = sense(words[i]);
    std::size_t end = i + 1;
    if (s == Sense::other) {
      out.push_back(std::move(words[i]));
    } else if (money(s)) {
      while (end < words.size() && money(sense(words[end]))) ++end;
      push_run(out, std::span(words).subspan(i, end - i));
    } else {
      while (end < words.size() && sense(words[end]) == s) ++end;
      out.emplace_back(s == Sense::change ? "change" : s == Sense::equity ? "equity" : "adjusted");
    }
    i = end;
  }
  words = std::move(out);
}

void drop_small_words(Words& words) {
  constexpr std::array<std::string_view, 14> kSmall = {"the", "a",   "an", "and", "or",   "of",  "in",
                                                       "on",  "for", "by", "at",  "with", "its", "our"};
  Words out;
  out.reserve(words.size());
  for (std::string& w : words) {
    // "due from" and "due to" are two things; elsewhere "from" adds nothing.
    const bool from = w == "from" && (out.empty() || (out.back() != "due" && out.back() != "receivable"));
    if (!from && !one_of(w, kSmall)) out.push_back(std::move(w));
  }
  words = std::move(out);
}

}  // namespace

Words label_words(std::string_view label) {
  const std::string lowered_text = without_idle_parentheses(plain(label));
  std::string_view text = lowered_text;
  trim_head(text);
  while (drop_lead(text)) {
  }
  Words words = split(without_par_value(text));
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
  fold_weighted_average(words);
  drop_small_words(words);
  if (words.empty()) return words;
  fold_senses(words);
  // "Gross profit (non-GAAP)" says the same as "non-GAAP gross profit".
  if (words.back() == "adjusted") std::rotate(words.begin(), words.end() - 1, words.end());
  return words;
}

std::string join(std::span<const std::string> words) {
  std::string out;
  std::size_t size = 0;
  for (const std::string& w : words) size += w.size() + 1;
  out.reserve(size);
  for (const std::string& w : words) {
    if (!out.empty()) out.push_back(' ');
    out += w;
  }
  return out;
}

}  // namespace kcfin::label
