// The words of a label: how printed wordings of one meaning come to the same words.
//
// `label_words` folds what differs in print only (case, punctuation, plural, spelling, footnote marks, words
// that a narrow column cut short);
// `meaning_words` folds what differs in wording only (articles, "(loss) income" against "income (loss)",
// the issuer's own name). The catalogue's lines and the labels of a filing go through the same two.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kcfin::label {

using Words = std::vector<std::string_view>;

// The words point into `storage` or at constants: they live as long as `storage` is left alone.
[[nodiscard]] Words label_words(std::string_view label, std::string& storage);
[[nodiscard]] Words meaning_words(Words words);

// A label folded both ways, and each way in one text.
struct Folded {
  std::string storage;
  Words words, meaning;
  std::string plain, key;  // the words, and those of the meaning, with single spaces
};
// Each thread remembers those it folded last; see values/recent.h for how long the reference holds.
[[nodiscard]] const Folded& folded(std::string_view label);

[[nodiscard]] std::string join(std::span<const std::string_view> words);
[[nodiscard]] bool holds(std::span<const std::string_view> words, std::string_view word);

}  // namespace kcfin::label
