// Ids and text fragments (https://wicg.github.io/scroll-to-text-fragment/) of places in HTML.
#include "report/page_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/characters.h"

namespace kcfin::report {
namespace {

constexpr std::size_t kNear = 20'000;  // bytes
constexpr std::size_t kWindow = 1'500;
constexpr std::size_t kWords = 4;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_name(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-' ||
         c == '.' || c == ':';
}

bool has_tags(std::string_view bytes) {
  constexpr std::array<std::string_view, 6> kTags = {"<td", "<TD", "<div", "<DIV", "<body", "<BODY"};
  return std::any_of(kTags.begin(), kTags.end(),
                     [&](std::string_view tag) { return bytes.find(tag) != std::string_view::npos; });
}

// The quoted value that stands at the start of a text, if it can be the name of an element.
std::string_view quoted_name(std::string_view text) {
  if (text.empty() || (text.front() != '"' && text.front() != '\'')) return {};
  const std::size_t end = text.find(text.front(), 1);
  if (end == std::string_view::npos || end < 2 || end > 80) return {};
  const std::string_view name = text.substr(1, end - 1);
  return std::all_of(name.begin(), name.end(), is_name) ? name : std::string_view();
}

// The character that an entity stands for; 0 where it is none of the usual ones.
char32_t entity(std::string_view name) {
  if (name == "nbsp") return 0xA0;
  if (name == "amp") return '&';
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "quot") return '"';
  if (name.size() < 2 || name.front() != '#') return 0;
  const bool hex = name[1] == 'x' || name[1] == 'X';
  char32_t code = 0;
  for (const char c : name.substr(hex ? 2 : 1)) {
    const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool letter = hex && lower >= 'a' && lower <= 'f';
    if (!letter && (c < '0' || c > '9')) return 0;
    code = code * (hex ? 16 : 10) + static_cast<char32_t>(letter ? lower - 'a' + 10 : c - '0');
    if (code > 0x10FFFF) return 0;
  }
  return code;
}

// What a reader sees of a piece of HTML, white space folded. What stands before something unclear is dropped.
std::string seen(std::string_view html) {
  std::string text;
  const auto blank = [&] {
    if (!text.empty() && text.back() != ' ') text += ' ';
  };
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] == '>') {
      text.clear();  // the piece began within a tag
    } else if (html[i] == '<') {
      i = std::min(html.find('>', i), html.size());
      blank();
    } else if (is_space(html[i])) {
      blank();
    } else if (html[i] == '&') {
      const std::size_t end = html.find(';', i);
      const char32_t code = end == std::string_view::npos ? 0 : entity(html.substr(i + 1, end - i - 1));
      if (code == 0) {
        text.clear();
        continue;
      }
      if (code == 0xA0) {
        blank();
      } else {
        append_utf8(text, code);
      }
      i = end;
    } else {
      text += html[i];
    }
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

// The last words of a text.
std::string_view last_words(std::string_view text) {
  std::size_t start = text.size();
  for (std::size_t words = 0; words < kWords && start > 0; ++words) {
    const std::size_t blank = text.rfind(' ', start - 1);
    if (blank == std::string_view::npos) return text;
    start = blank;
  }
  return start < text.size() ? text.substr(start + 1) : std::string_view();
}

std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

// The figure itself, without what may stand in a cell of its own.
std::string_view digits_of(std::string_view text) {
  const std::size_t first = text.find_first_of("0123456789");
  const std::size_t last = text.find_last_of("0123456789");
  return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

}  // namespace

PagePlaces::PagePlaces(const Document& document) {
  if (document.bytes) bytes_ = *document.bytes;
  html_ = has_tags(bytes_);
  if (!html_) return;
  const char ending = bytes_.find('\n') == std::string_view::npos ? '\r' : '\n';
  starts_.push_back(0);
  for (std::size_t at = bytes_.find(ending); at != std::string_view::npos; at = bytes_.find(ending, at + 1))
    starts_.push_back(at + 1);
}

std::size_t PagePlaces::offset(const Place& at) const {
  if (at.line == 0 || at.line > starts_.size() || at.column == 0) return std::string_view::npos;
  const std::size_t found = starts_[at.line - 1] + at.column - 1;
  return found < bytes_.size() ? found : std::string_view::npos;
}

std::string PagePlaces::element(const Place& at) const {
  const std::size_t end = offset(at);
  if (end == std::string_view::npos) return {};
  const std::size_t start = end > kNear ? end - kNear : 0;
  const std::string_view near = bytes_.substr(start, end - start);
  for (std::size_t i = near.rfind('='); i != std::string_view::npos && i > 2; i = near.rfind('=', i - 1)) {
    const std::string_view before = near.substr(0, i);
    const bool named = before.ends_with("id") || before.ends_with("ID") || before.ends_with("name");
    const std::size_t word = before.ends_with("name") ? 4 : 2;
    if (!named || before.size() <= word || !is_space(before[before.size() - word - 1])) continue;
    if (const std::string_view name = quoted_name(near.substr(i + 1)); !name.empty())
      return std::string(name);
  }
  return {};
}

std::string PagePlaces::fragment(const Place& at, std::string_view text) const {
  const std::size_t found = offset(at);
  const std::string_view digits = digits_of(text);
  if (found == std::string_view::npos || digits.empty()) return {};
  const std::size_t own = bytes_.substr(found, text.size() + 16).find(digits);
  if (own == std::string_view::npos) return {};
  const std::size_t end = found + own, start = end > kWindow ? end - kWindow : 0;
  const std::string before = seen(bytes_.substr(start, end - start));
  const std::string_view words = last_words(before);
  return "#:~:text=" + (words.empty() ? "" : encoded(words) + "-,") + encoded(digits);
}

}  // namespace kcfin::report
