// Words of headings that say the same wherever they stand.
#include "table/heading_phrases.h"

#include <array>
#include <cstdint>

#include "table/heading_text.h"
#include "values/text.h"

namespace kcfin::table {
namespace {

// Longest first where one begins like another.
constexpr std::array kPhrases = {
    Phrase{"ten thousands", Word::scale, 4},
    Phrase{"ten thousand", Word::scale, 4},
    Phrase{"hundred thousands", Word::scale, 5},
    Phrase{"hundred thousand", Word::scale, 5},
    Phrase{"hundred millions", Word::scale, 8},
    Phrase{"hundred million", Word::scale, 8},
    Phrase{"hundreds of millions", Word::scale, 8},
    Phrase{"in thousands", Word::scale, 3},
    Phrase{"thousands", Word::scale, 3},
    Phrase{"thousand", Word::scale, 3},
    Phrase{"'000,000", Word::scale, 6},
    Phrase{"'million", Word::scale, 6},
    Phrase{"'billion", Word::scale, 9},
    Phrase{"'thousand", Word::scale, 3},
    Phrase{"'000s", Word::scale, 3},
    Phrase{"'000", Word::scale, 3},
    Phrase{"000's", Word::scale, 3},
    Phrase{"000s", Word::scale, 3},
    Phrase{"in millions", Word::scale, 6},
    Phrase{"millions", Word::scale, 6},
    Phrase{"million", Word::scale, 6},
    Phrase{"mn", Word::scale, 6},
    Phrase{"mio", Word::scale, 6},
    Phrase{"mln", Word::scale, 6},
    Phrase{"tsd", Word::scale, 3},
    Phrase{"mrd", Word::scale, 9},
    Phrase{"in billions", Word::scale, 9},
    Phrase{"billions", Word::scale, 9},
    Phrase{"billion", Word::scale, 9},
    Phrase{"lakhs", Word::scale, 5},
    Phrase{"lakh", Word::scale, 5},
    Phrase{"lacs", Word::scale, 5},
    Phrase{"crores", Word::scale, 7},
    Phrase{"crore", Word::scale, 7},
    // "As of or for the three months ended": a span, at whose end the balances stand.
    Phrase{"as of or for the", Word::audited, 0},
    Phrase{"as of and for the", Word::audited, 0},
    Phrase{"as at or for the", Word::audited, 0},
    Phrase{"as at and for the", Word::audited, 0},
    Phrase{"at or for the", Word::audited, 0},
    Phrase{"at and for the", Word::audited, 0},
    Phrase{"as of", Word::as_of, 0},
    Phrase{"as at", Word::as_of, 0},
    Phrase{"unaudited", Word::audited, 0},
    Phrase{"audited", Word::audited, 0},
    Phrase{"restated", Word::audited, 0},
    Phrase{"first quarter", Word::quarter, 1},
    Phrase{"second quarter", Word::quarter, 2},
    Phrase{"third quarter", Word::quarter, 3},
    Phrase{"fourth quarter", Word::quarter, 4},
    Phrase{"first half", Word::half, 1},
    Phrase{"half year", Word::half, 1},
    Phrase{"half-year", Word::half, 1},
    Phrase{"second half", Word::half, 2},
    Phrase{"full year", Word::full_year, 12},
    Phrase{"fiscal year", Word::full_year, 0},
    Phrase{"fiscal", Word::full_year, 1},  // 1: may speak of a part of it, "fiscal second quarter"
    Phrase{"year to date", Word::to_date, 1},
    Phrase{"year-to-date", Word::to_date, 1},
    Phrase{"ytd", Word::to_date, 1},
    Phrase{"year-over-year", Word::change, 0},
    Phrase{"year over year", Word::change, 0},
    Phrase{"year-on-year", Word::change, 0},
    Phrase{"year on year", Word::change, 0},
    Phrase{"quarter-over-quarter", Word::change, 0},
    Phrase{"quarter over quarter", Word::change, 0},
    Phrase{"quarter-on-quarter", Word::change, 0},
    Phrase{"yoy", Word::change, 0},
    Phrase{"y-o-y", Word::change, 0},
    Phrase{"y/y", Word::change, 0},
    Phrase{"qoq", Word::change, 0},
    Phrase{"q-o-q", Word::change, 0},
    Phrase{"q/q", Word::change, 0},
    Phrase{"changes", Word::change, 0},
    Phrase{"change", Word::change, 0},
    Phrase{"growth", Word::change, 0},
    Phrase{"variance", Word::change, 0},
    Phrase{"variation", Word::change, 0},
    Phrase{"var", Word::change, 0},
    Phrase{"chg", Word::change, 0},
    Phrase{"v%", Word::change, 0},
    Phrase{"v pts", Word::change, 0},
    Phrase{"+/-", Word::change, 0},
    Phrase{"+/\u2013", Word::change, 0},
    Phrase{"\u00b1", Word::change, 0},
    Phrase{"\u0394", Word::change, 0},
    Phrase{"\u2206", Word::change, 0},
    Phrase{"increase", Word::change, 0},
    Phrase{"decrease", Word::change, 0},
    Phrase{"% of", Word::share, 0},
    Phrase{"percentage of", Word::share, 0},
    Phrase{"percentage", Word::percent, 0},
    Phrase{"percent", Word::percent, 0},
    Phrase{"%", Word::percent, 0},
    Phrase{"number of", Word::count, 0},
    Phrase{"headcount", Word::count, 0},
    Phrase{"employees", Word::count, 0},
    Phrase{"per share", Word::per_share, 0},
    Phrase{"per ads", Word::per_share, 0},
};

constexpr unsigned char first_of(std::string_view text) { return static_cast<unsigned char>(text.front()); }

// The list in order of the first bytes, otherwise as it stands.
constexpr std::array kByFirst = [] {
  auto out = kPhrases;
  std::size_t next = 0;
  for (unsigned first = 0; first < 256; ++first) {
    for (const Phrase& phrase : kPhrases) {
      if (first_of(phrase.text) == first) out[next++] = phrase;
    }
  }
  return out;
}();

// Where the phrases of each first byte begin in it: most words of a text begin like none of them.
constexpr std::array<std::uint8_t, 257> kStarts = [] {
  static_assert(kPhrases.size() < 256);
  std::array<std::uint8_t, 257> out{};
  for (const Phrase& phrase : kPhrases) ++out[first_of(phrase.text) + 1U];
  for (std::size_t first = 1; first < out.size(); ++first)
    out[first] = static_cast<std::uint8_t>(out[first] + out[first - 1]);
  return out;
}();

}  // namespace

const Phrase* phrase_at(std::string_view text, char before) {
  const unsigned char first = first_of(text);
  for (std::size_t at = kStarts[first]; at < kStarts[first + 1U]; ++at) {
    const Phrase& phrase = kByFirst[at];
    if (!text.starts_with(phrase.text)) continue;
    if (is_letter(phrase.text.front()) && is_letter(before)) continue;
    const std::size_t size = phrase.text.size();
    if (is_letter(phrase.text.back()) && text.size() > size && is_letter(text[size])) continue;
    if (phrase.text == "mn" && before != ' ' && before != ')' && !is_digit(before)) continue;
    return &phrase;
  }
  return nullptr;
}

}  // namespace kcfin::table
