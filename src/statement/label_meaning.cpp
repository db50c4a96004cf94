// Folding of labels, what differs in wording: whose a measure is, its sign, the words that say nothing more.
#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "statement/label_match.h"
#include "statement/label_words.h"

namespace kcfin::label {
namespace {

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
  constexpr std::array<std::string_view, 21> kWays = {
      "cash", "equivalent", "provided", "generated", "used",    "by",   "in",
      "from", "for",        "utilized", "inflow",    "outflow", "flow", "arising",
      "into", "to",         "utilised", "derived",   "and",     "or",   "obtained"};
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

}  // namespace kcfin::label
