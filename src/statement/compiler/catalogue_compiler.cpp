// The lines of the catalogue written out, folded, and held against each other.
#include "statement/compiler/catalogue_compiler.h"

#include <set>
#include <string_view>
#include <utility>

#include "statement/label_words.h"

namespace kcfin::catalogue {
namespace {

// Writes out "[x]" and "(x|y)". False where the brackets do not close.
class Pattern {
 public:
  explicit Pattern(std::string_view text) : text_(text) {}

  bool expand(std::vector<std::string>& out) {
    out = alternatives();
    return sound_ && at_ == text_.size();
  }

 private:
  std::vector<std::string> alternatives() {
    std::vector<std::string> all = sequence();
    while (at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      for (std::string& s : sequence()) all.push_back(std::move(s));
    }
    return all;
  }

  std::vector<std::string> sequence() {
    std::vector<std::string> heads = {""};
    while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')' && text_[at_] != ']') {
      const char c = text_[at_++];
      if (c != '(' && c != '[') {
        for (std::string& head : heads) head.push_back(c);
        continue;
      }
      std::vector<std::string> inner = alternatives();
      const char closing = c == '(' ? ')' : ']';
      if (at_ == text_.size() || text_[at_] != closing) {
        sound_ = false;
        return heads;
      }
      ++at_;
      if (c == '[') inner.emplace_back();
      heads = product(heads, inner);
    }
    return heads;
  }

  static std::vector<std::string> product(const std::vector<std::string>& heads,
                                          const std::vector<std::string>& tails) {
    std::vector<std::string> all;
    all.reserve(heads.size() * tails.size());
    for (const std::string& head : heads) {
      for (const std::string& tail : tails) all.push_back(head + tail);
    }
    return all;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool sound_ = true;
};

class Compiler {
 public:
  void add(const Line& line) {
    if (line.kind == Line::Kind::concept_) {
      names_.push_back(line.meaning.name);
      if (!known_.insert(line.meaning.name).second)
        out_.faults.push_back("stands twice: " + std::string(line.meaning.name));
    } else if (line.kind == Line::Kind::label) {
      add_label(line);
    }
  }

  [[nodiscard]] Compiled result() && { return std::move(out_); }

 private:
  void add_label(const Line& line) {
    std::vector<std::string> written;
    if (!Pattern(line.text).expand(written)) out_.faults.push_back("brackets: " + std::string(line.text));
    for (const std::string& one : written) {
      std::string storage;
      const std::string key = label::join(label::meaning_words(label::label_words(one, storage)));
      if (key.empty()) {
        out_.faults.push_back("empty: " + std::string(line.text));
      } else {
        give(key, line.home);
      }
    }
  }

  void give(const std::string& key, Home home) {
    const auto meaning = static_cast<std::uint16_t>(names_.size() - 1);
    Meanings nothing;
    nothing.fill(kNone);
    std::uint16_t& at = out_.labels.try_emplace(key, nothing).first->second[static_cast<std::size_t>(home)];
    if (at != kNone && at != meaning) {
      out_.faults.push_back("\"" + key + "\" names both " + std::string(names_[at]) + " and " +
                            std::string(names_[meaning]));
    }
    at = meaning;
  }

  Compiled out_;
  std::vector<std::string_view> names_;
  std::set<std::string_view> known_;
};

}  // namespace

Compiled compile(std::span<const Line> lines) {
  Compiler compiler;
  for (const Line& line : lines) compiler.add(line);
  return std::move(compiler).result();
}

}  // namespace kcfin::catalogue
