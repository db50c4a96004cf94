// An owner whose words stand in a row's label is a part of the issuer.
#include "prose/possessor.h"

#include <algorithm>

#include "values/text.h"

namespace kcfin::prose {
namespace {

// A few words, each with a capital: "Net income attributable to the Company" is no name.
bool is_name(std::string_view words) {
  constexpr int kMostWords = 5;
  int count = 0;
  for (std::size_t begin = 0; begin < words.size();) {
    if (++count > kMostWords || (words[begin] >= 'a' && words[begin] <= 'z')) return false;
    begin = std::min(words.find(' ', begin), words.size() - 1) + 1;
  }
  return true;
}

}  // namespace

// Every word of the name stands in the label of a row.
bool Possessors::names_row(std::string_view lower_name) {
  if (label_words_.empty()) {
    for (const Table& table : filing_.tables) {
      for (const Row& row : table.rows) add_words(row.label);
    }
  }
  for (std::size_t begin = 0; begin < lower_name.size();) {
    const std::size_t end = std::min(lower_name.find(' ', begin), lower_name.size());
    if (!label_words_.contains(std::string(lower_name.substr(begin, end - begin)))) return false;
    begin = end + 1;
  }
  return !lower_name.empty();
}

void Possessors::add_words(std::string_view label) {
  const std::string text = lower(label);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    label_words_.insert(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

// "Lingua's net revenues" are a segment's, "NetEase's net revenues" are the issuer's own.
std::string Possessors::without_issuer(std::string_view phrase) {
  std::size_t mark = phrase.find("\u2019s ");
  std::size_t size = 5;
  if (mark == std::string_view::npos) {
    mark = phrase.find("'s ");
    size = 3;
  }
  if (mark == std::string_view::npos || mark == 0) return std::string(phrase);
  const std::string_view owner = phrase.substr(0, mark);
  if (!is_name(owner)) return std::string(phrase);
  const std::string_view rest = phrase.substr(mark + size);
  const bool issuer =
      !names_row(lower(owner)) &&
      (filing_.issuer.empty() || has(lower(filing_.issuer), lower(owner)) ||
       (owner.size() > 3 && has(lower(owner), lower(filing_.issuer).substr(0, owner.size()))));
  return issuer ? std::string(rest) : std::string(owner) + " " + std::string(rest);
}

}  // namespace kcfin::prose
