// The long words of financial statements, by which a cut one is known.
#include "statement/cut_words.h"

#include <algorithm>
#include <array>

#include "values/text.h"

namespace kcfin::label {
namespace {

constexpr std::string_view kCut = "\u2026";

constexpr auto kWords = std::to_array<std::string_view>(
    {"accounts",     "accretion",    "accrued",       "accumulated",    "acquisition",  "activities",
     "additional",   "adjusted",     "adjustments",   "administrative", "advances",     "allowance",
     "amortization", "attributable", "available",     "average",        "beginning",    "borrowings",
     "commitments",  "common",       "compensation",  "comprehensive",  "consolidated", "contingencies",
     "continuing",   "contract",     "contribution",  "convertible",    "corporate",    "currency",
     "current",      "customers",    "deferred",      "denominator",    "depreciation", "derivative",
     "development",  "diluted",      "dilutive",      "discontinued",   "disposal",     "dividends",
     "earnings",     "effective",    "employee",      "equipment",      "equivalents",  "exchange",
     "exercise",     "expenditures", "expenses",      "financing",      "foreign",      "goodwill",
     "impairment",   "intangible",   "interest",      "inventories",    "investing",    "investments",
     "issuance",     "leases",       "liabilities",   "long-term",      "maintenance",  "marketable",
     "marketing",    "maturities",   "non-gaap",      "noncontrolling", "operating",    "operations",
     "ordinary",     "outstanding",  "payable",       "payments",       "performance",  "preferred",
     "prepaid",      "proceeds",     "products",      "professional",   "property",     "provided",
     "provision",    "purchases",    "receivable",    "redeemable",     "repayments",   "repurchase",
     "research",     "restricted",   "restructuring", "retained",       "revenues",     "securities",
     "selling",      "services",     "settlement",    "shareholders",   "short-term",   "stock-based",
     "stockholders", "subscription", "subsidiaries",  "technology",     "translation",  "treasury",
     "unrealized",   "unvested",     "weighted"});

bool of_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; }

// The only word that begins so; empty where none or several do.
std::string_view only_word(std::string_view begin) {
  constexpr std::size_t kShortest = 6;  // letters that must be left
  const std::string lowered = lower(begin);
  if (lowered.size() < kShortest) return {};
  const auto fits = [&](std::string_view word) { return word.starts_with(lowered); };
  const auto* const found = std::find_if(kWords.begin(), kWords.end(), fits);
  if (found == kWords.end() || std::find_if(found + 1, kWords.end(), fits) != kWords.end()) return {};
  return *found;
}

}  // namespace

bool holds_cut_word(std::string_view label) { return label.find(kCut) != std::string_view::npos; }

std::string with_whole_words(std::string_view label) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t cut = label.find(kCut, at);
    out += label.substr(at, cut - at);
    if (cut == std::string_view::npos) return out;
    std::size_t begin = out.size();
    while (begin > 0 && of_word(out[begin - 1])) --begin;
    const std::string_view word = only_word(std::string_view(out).substr(begin));
    if (word.empty()) {
      out += kCut;
    } else {
      out.replace(begin, std::string::npos, word);
    }
    at = cut + kCut.size();
  }
}

}  // namespace kcfin::label
