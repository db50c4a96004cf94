// The lines of the concept catalogue as data, and how a label's key is looked up once they are compiled.
//
// concept_catalogue.inc is what a person writes. A program of the build (compiler/) writes out its labels,
// folds them as a filing's labels are folded, and leaves a table in read-only data, so that no run of kcfin
// pays for it. A fault in a line fails the build.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "statement/concept.h"

namespace kcfin::catalogue {

// Where a row of a label means a concept (the catalogue's own head explains them).
enum class Home : std::uint8_t { any, income, current, noncurrent, balance, cash, note };
inline constexpr std::size_t kHomes = 7;

struct Line {
  enum class Kind : std::uint8_t { concept_, label, words } kind;
  Concept meaning;
  Home home;
  std::string_view text, also;
};

namespace lines {

inline constexpr auto flow = Nature::flow;
inline constexpr auto instant = Nature::instant;
inline constexpr auto average = Nature::average;
inline constexpr auto ratio = Nature::ratio;
inline constexpr auto per_share = Nature::per_share;
inline constexpr auto none = Side::none;
inline constexpr auto income = Side::income;
inline constexpr auto expense = Side::expense;
inline constexpr auto asset = Side::asset;
inline constexpr auto liability = Side::liability;
inline constexpr auto equity = Side::equity;
inline constexpr auto cash = Side::cash;
inline constexpr bool item = false;
inline constexpr bool sum = true;

#define CONCEPT(name, nature, side, subtotal, provenance) \
  Line{Line::Kind::concept_, Concept{name, nature, side, subtotal, provenance}, Home::any, {}, {}},
#define LABEL(home, text) Line{Line::Kind::label, {}, Home::home, text, {}},
#define WORDS(home, text, also) Line{Line::Kind::words, {}, Home::home, text, also},
inline constexpr Line kAll[] = {
#include "statement/concept_catalogue.inc"
};
#undef CONCEPT
#undef LABEL
#undef WORDS

}  // namespace lines

// By home: the number of the concept that a label means there, kNone where none.
inline constexpr std::uint16_t kNone = 0xffff;
using Meanings = std::array<std::uint16_t, kHomes>;

// A compiled label: its folded words stand in one text for all.
struct CompiledLabel {
  std::uint32_t start = 0;
  std::uint16_t length = 0;
  Meanings meanings{};
};

// Labels stand in slots by this hash of their folded words, each in the first free one from its own.
constexpr std::uint32_t slot_hash(std::string_view key) {
  std::uint32_t hash = 2166136261U;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15U);
}

}  // namespace kcfin::catalogue
