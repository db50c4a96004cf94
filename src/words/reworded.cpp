// "from", "for", "of" and "the" join the words of a name, and fall away with their order.
#include "words/reworded.h"

#include <algorithm>
#include <vector>

namespace kcfin::words {

std::string words_in_order(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    const std::string_view word = name.substr(0, end);
    if (!word.empty() && word != "from" && word != "for" && word != "of" && word != "the")
      words.push_back(word);
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  std::sort(words.begin(), words.end());
  std::string out;
  for (const std::string_view word : words) (out += word) += ' ';
  return out;
}

}  // namespace kcfin::words
