// The words of agreed terms, of observed prices and of counts.
#include "words/standalone.h"

#include <algorithm>
#include <array>
#include <string>

#include "values/text.h"

namespace kcfin::words {
namespace {

constexpr std::string_view kAgreed =
    "a rate, a price or a term that was agreed or observed: nothing printed leads to it";
constexpr std::string_view kOwned = "a share of ownership: nothing printed leads to it";
constexpr std::string_view kCounted = "a count of people or things: nothing printed leads to it";
constexpr std::string_view kConstant =
    "a change at constant rates or in volume, of amounts that are not printed";

template <std::size_t N>
bool names(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has(text, word); });
}

// Of percentages: the terms of debt, the assumptions of a valuation.
bool names_rate(std::string_view text) {
  static constexpr std::array<std::string_view, 22> kRates = {
      "interest rate", "effective rate",   "coupon",          "yield",          "risk-free",   "volatility",
      "discount rate", "rate of increase", "expected return", "long-term rate", "growth rate", "notes due",
      "senior note",   "debenture",        "statutory",       "exchange rate",  "swap",        "bonds due",
      "stated rate",   "royalty rate",     "inflation",       "loan-to-value"};
  return names(text, kRates);
}

bool names_ownership(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kOwnership = {
      "ownership", "% owned",      "owned by",        "equity interest",   "interests held",
      "voting",    "shareholding", "percentage held", "effective interest"};
  return names(text, kOwnership);
}

// Of amounts per share.
bool names_price(std::string_view text) {
  static constexpr std::array<std::string_view, 20> kPrices = {
      "exercise price", "strike",         "fair value",    "average price",   "price paid",
      "conversion",     "redemption",     "par value",     "face value",      "stated value",
      "dividend",       "distribution",   "closing price", "market price",    "share price",
      "stock price",    "purchase price", "price per",     "repurchase cost", "price range"};
  return names(text, kPrices);
}

bool names_term(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kTerms = {"(years)",     "in years",      "term (",
                                                             "maturity (",  "expected life", "expected term",
                                                             "useful life", "remaining term"};
  return names(text, kTerms);
}

bool names_things(std::string_view text) {
  static constexpr std::array<std::string_view, 16> kThings = {
      "number of",   "headcount", "employees",   "stores",    "restaurants", "deliveries",
      "subscribers", "users",     "memberships", "customers", "policies",    "vessels",
      "plaintiffs",  "maus",      "units sold",  "vehicles"};
  return names(text, kThings);
}

bool names_constant(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kWords = {
      "constant", "at cer",           "(cer)",      "% cer",  "excluding currency",
      "organic",  "comparable sales", "comp sales", "volume", "local currency"};
  return names(text, kWords);
}

}  // namespace

std::string_view why_nothing_holds(std::string_view label, std::string_view heading, Measure measure) {
  // What the last line of the heading says is said of the column; the others stand over several.
  const std::size_t slash = heading.rfind(" / ");
  std::string text = lower(label);
  text += " | ";
  text += lower(slash == std::string_view::npos ? heading : heading.substr(slash + 3));
  switch (measure) {
    case Measure::percent:
    case Measure::percent_change:
      if (names_ownership(text)) return kOwned;
      if (names_constant(text)) return kConstant;
      return names_rate(text) ? kAgreed : std::string_view{};
    case Measure::per_share:
    case Measure::per_ads:
      return names_price(text) ? kAgreed : std::string_view{};
    case Measure::shares:
      return has(text, "anti-dilut") || has(text, "antidilut") || has(text, "authorized")
                 ? kCounted
                 : std::string_view{};
    case Measure::pure:
    case Measure::money:
      if (names_term(text)) return kAgreed;
      if (measure == Measure::pure && names_things(text)) return kCounted;
      return {};
    case Measure::unknown:
      break;
  }
  return {};
}

}  // namespace kcfin::words
