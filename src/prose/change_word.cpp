// Words of change, each told by its form.
#include "prose/change_word.h"

#include <array>

#include "prose/one_of.h"

namespace kcfin::prose {

bool change_noun(std::string_view lower_word) {
  static constexpr std::array<std::string_view, 14> kNouns = {
      "increase", "increases", "decrease", "decreases",   "decline",      "declines",  "growth",
      "drop",     "reduction", "rise",     "improvement", "improvements", "expansion", "contraction"};
  return one_of(lower_word, kNouns);
}

bool change_verb(std::string_view word) {
  static constexpr std::array<std::string_view, 17> kVerbs = {
      "increased", "decreased",  "declined", "grew",    "rose",    "fell",
      "dropped",   "improved",   "expanded", "climbed", "surged",  "jumped",
      "narrowed",  "contracted", "widened",  "shrank",  "advanced"};
  return one_of(word, kVerbs);
}

bool change_participle(std::string_view word) {
  return word == "grown" || word == "risen" || word == "fallen" || word == "shrunk";
}

bool change_adjective(std::string_view word) {
  return word == "higher" || word == "lower" || word == "up" || word == "down";
}

// Byte by byte: most text is of statements, and asked for nothing else.
bool may_move(std::string_view text) {
  const auto stands = [&](std::size_t i, std::string_view what) {  // but for the case of its first letter
    return text.substr(i + 1, what.size() - 1) == what.substr(1);
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool found = false;
    switch (text[i] | 0x20) {
      case 'a':
        found = stands(i, "advanced");
        break;
      case 'c':
        found = stands(i, "crease") || stands(i, "climbed") || stands(i, "contract");
        break;
      case 'd':
        found = stands(i, "decline") || stands(i, "drop");
        break;
      case 'e':
        found = stands(i, "expan");
        break;
      case 'f':
        found = stands(i, "fell") || stands(i, "fallen");
        break;
      case 'g':
        found = stands(i, "grew") || stands(i, "grown") || stands(i, "growth");
        break;
      case 'h':
        found = stands(i, "higher");
        break;
      case 'i':
        found = stands(i, "improve");
        break;
      case 'j':
        found = stands(i, "jumped");
        break;
      case 'l':
        found = stands(i, "lower");
        break;
      case 'n':
        found = stands(i, "narrowed");
        break;
      case 'r':
        found = stands(i, "rose") || stands(i, "rise") || stands(i, "reduct");
        break;
      case 's':
        found = stands(i, "surged") || stands(i, "shrank") || stands(i, "shrunk");
        break;
      case 'w':
        found = stands(i, "was up ") || stands(i, "were up ") || stands(i, "was down ") ||
                stands(i, "were down ") || stands(i, "widened");
        break;
      default:
        break;
    }
    if (found) return true;
  }
  return false;
}

}  // namespace kcfin::prose
