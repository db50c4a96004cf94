// One pass over a start tag, in step with the HTML parser.
#include "read/html_attributes.h"

#include <algorithm>
#include <array>

#include "values/ascii.h"

namespace kcfin::read_room {
namespace {

using ascii::lower;
using ascii::white;

// The characters of a tag's name, with the bracket and the stroke before it.
constexpr std::array<bool, 256> kOpensTag = [] {
  std::array<bool, 256> out{};
  for (const unsigned char c :
       std::string_view("</:-_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
    out[c] = true;
  return out;
}();

// The characters that an attribute's name ends before.
constexpr std::array<bool, 256> kEndsName = [] {
  std::array<bool, 256> out{};
  for (std::size_t byte = 0; byte < 128; ++byte) {
    const char c = static_cast<char>(byte);
    out[byte] = white(c) || c == '=' || c == '>' || c == '/';
  }
  return out;
}();

}  // namespace

bool contains_lower(std::string_view text, std::string_view lower_text) {
  return std::search(text.begin(), text.end(), lower_text.begin(), lower_text.end(),
                     [](char a, char b) { return lower(a) == b; }) != text.end();
}

Attributes::Attributes(std::string_view tag) : tag_(tag) {
  while (at_ < tag_.size() && kOpensTag[static_cast<unsigned char>(tag_[at_])]) ++at_;
}

bool Attributes::next(Attribute& attribute) {
  while (at_ < tag_.size() && (white(tag_[at_]) || tag_[at_] == '/')) ++at_;
  if (at_ >= tag_.size() || tag_[at_] == '>') return false;
  const std::size_t begin = at_++;
  while (at_ < tag_.size() && !kEndsName[static_cast<unsigned char>(tag_[at_])]) ++at_;
  attribute.name = tag_.substr(begin, at_ - begin);
  attribute.value = {};
  attribute.broken = false;
  std::size_t equals = at_;
  while (equals < tag_.size() && white(tag_[equals])) ++equals;
  if (equals < tag_.size() && tag_[equals] == '=') {
    at_ = equals + 1;
    value(attribute);
  }
  attribute.all = tag_.substr(begin, at_ - begin);
  return true;
}

void Attributes::value(Attribute& attribute) {
  while (at_ < tag_.size() && white(tag_[at_])) ++at_;
  if (at_ >= tag_.size() || tag_[at_] == '>') return;
  const char quote = tag_[at_];
  if (quote == '"' || quote == '\'') {
    const std::size_t close = std::min(tag_.find(quote, at_ + 1), tag_.size());
    attribute.value = tag_.substr(at_ + 1, close - at_ - 1);
    attribute.broken = close == tag_.size();
    at_ = std::min(close + 1, tag_.size());
    return;
  }
  const std::size_t begin = at_;
  while (at_ < tag_.size() && !white(tag_[at_]) && tag_[at_] != '>') ++at_;
  attribute.value = tag_.substr(begin, at_ - begin);
}

std::size_t tag_bytes(std::string_view markup) {
  Attributes attributes(markup);
  for (Attribute passed; attributes.next(passed);) continue;
  return std::min(attributes.bytes() + 1, markup.size());
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  Attributes attributes(tag);
  for (Attribute found; attributes.next(found);)
    if (equal_lower(found.name, name)) return found.value;
  return {};
}

}  // namespace kcfin::read_room
