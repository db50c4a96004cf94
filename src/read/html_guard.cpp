// One pass over the markup, in step with what the HTML parser will make of it, but only as far as nesting
// and size are concerned.
#include "read/html_guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "read/entity.h"
#include "read/html_attributes.h"
#include "read/markup.h"
#include "read/name_index.h"
#include "values/ascii.h"

namespace kcfin::read_room {
namespace {

using ascii::alphanumeric;
using ascii::letter;
using ascii::lower;
using ascii::white;

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestTag = 64 << 10;
constexpr std::size_t kSegment = 128 << 10;     // from this size on a segment is cut where it may be
constexpr std::size_t kMostElements = 500'000;  // of a segment, which only a table makes as large
constexpr std::string_view kNothing = "<!---->";

bool in_name(char c) { return alphanumeric(c) || c == ':' || c == '-' || c == '_'; }

// True where what is put behind the text would become part of a reference in it.
bool ends_in_reference(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  std::size_t at = text.size();
  while (at > 0 && text.size() - at < kLongest && alphanumeric(text[at - 1])) --at;
  if (at > 0 && text[at - 1] == '#') --at;
  return at > 0 && text[at - 1] == '&';
}
bool goes_on_in_reference(char c) { return alphanumeric(c) || c == '#' || c == ';'; }

// What counts in a tag where no quotes are; without a "y" there it has no style.
constexpr std::array<bool, 256> kTells = [] {
  std::array<bool, 256> out{};
  for (const unsigned char c : std::string_view(">\"'yY")) out[c] = true;
  return out;
}();

// True where a quote in a tag stands behind a name and "=" and so belongs to its attribute, whoever looks; a
// name behind another "=" may be that one's value.
bool begins_a_value(std::string_view tag, std::size_t quote) {
  if (quote == 0 || tag[quote - 1] != '=') return false;
  std::size_t at = quote - 1;
  while (at > 0 && in_name(tag[at - 1])) --at;
  if (at == quote - 1 || at == 0 || !white(tag[at - 1])) return false;
  while (at > 0 && white(tag[at - 1])) --at;
  return at > 0 && tag[at - 1] != '=';
}

// What a run of text shows, with no-break spaces as spaces; empty if it is long.
std::string visible(std::string_view text) {
  if (text.starts_with(kNothing)) text.remove_prefix(kNothing.size());
  constexpr std::array<std::string_view, 4> kSpaces{"&nbsp;", "&#160;", "&#xa0;", "\xC2\xA0"};
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto space = std::find_if(kSpaces.begin(), kSpaces.end(), [&](std::string_view mark) {
      return equal_lower(rest.substr(0, mark.size()), mark);
    });
    shown.push_back(space != kSpaces.end() ? ' ' : rest.front());
    at += space != kSpaces.end() ? space->size() : 1;
    if (shown.size() > 16) return {};
  }
  return shown;
}

}  // namespace

HtmlGuard::HtmlGuard(std::string_view part, const Source& source, const ReadLimits& limits, Styles& styles)
    : part_(part), base_(source.offset(part.data())), source_(&source), limits_(limits), styles_(&styles) {}

std::optional<HtmlGuard::Name> HtmlGuard::known(std::string_view name) {
  static constexpr std::array<Name, 52> kNames{{
      {"address", Kind::block},    {"article", Kind::block},    {"aside", Kind::block},
      {"blockquote", Kind::block}, {"br", Kind::flat},          {"caption", Kind::table_part},
      {"center", Kind::block},     {"dd", Kind::flat},          {"details", Kind::block},
      {"dir", Kind::block},        {"div", Kind::block},        {"dl", Kind::block},
      {"dt", Kind::flat},          {"fieldset", Kind::block},   {"figure", Kind::block},
      {"footer", Kind::block},     {"h1", Kind::flat},          {"h2", Kind::flat},
      {"h3", Kind::flat},          {"h4", Kind::flat},          {"h5", Kind::flat},
      {"h6", Kind::flat},          {"header", Kind::block},     {"hr", Kind::flat},
      {"iframe", Kind::dropped},   {"li", Kind::flat},          {"listing", Kind::preformatted},
      {"main", Kind::block},       {"math", Kind::dropped},     {"menu", Kind::block},
      {"nav", Kind::block},        {"noembed", Kind::dropped},  {"noframes", Kind::dropped},
      {"object", Kind::dropped},   {"ol", Kind::block},         {"p", Kind::flat},
      {"pre", Kind::preformatted}, {"script", Kind::dropped},   {"section", Kind::block},
      {"select", Kind::dropped},   {"style", Kind::dropped},    {"svg", Kind::dropped},
      {"table", Kind::table},      {"tbody", Kind::table_part}, {"td", Kind::table_part},
      {"textarea", Kind::dropped}, {"tfoot", Kind::table_part}, {"th", Kind::table_part},
      {"thead", Kind::table_part}, {"title", Kind::dropped},    {"tr", Kind::table_part},
      {"ul", Kind::block},
  }};
  static constexpr NameIndex kIndex(kNames);
  std::array<char, 12> buffer{};
  if (name.size() > buffer.size()) return std::nullopt;
  std::transform(name.begin(), name.end(), buffer.begin(), lower);
  const Name* found = kIndex.find({buffer.data(), name.size()});
  return found == nullptr ? std::nullopt : std::optional(*found);
}

bool HtmlGuard::next(HtmlSegment& segment) {
  if (error_) return false;
  if (pre_) {
    segment.kind = HtmlSegment::Kind::preformatted;
    segment.begin = base_ + *pre_;
    segment.text = {};
    segment.bytes = at_ - *pre_;
    pre_.reset();
    return true;
  }
  elements_ = 0;
  cut_ = false;
  while (at_ < part_.size() && !cut_ && !error_) step();
  if (error_ || (text_.empty() && !pre_)) return false;
  finish_raised();
  segment.kind = HtmlSegment::Kind::markup;
  segment.text = std::move(text_);
  segment.origins = std::move(origins_);
  text_ = {};
  origins_ = {};
  return true;
}

void HtmlGuard::fail(std::string message, std::size_t at) {
  error_ = Error{std::move(message), source_->place(base_ + at).line};
}

void HtmlGuard::step() {
  const std::size_t tag_start = std::min(part_.find('<', at_), part_.size());
  literal(tag_start - at_);
  if (at_ >= part_.size()) return;
  const char after = at_ + 1 < part_.size() ? part_[at_ + 1] : '\0';
  if (after == '!' || after == '?') return declaration();
  const auto tag = tag_at(at_);
  if (!tag) return literal_angle();
  if (may_cut_before(*tag)) {
    cut_ = true;
    return;
  }
  take(*tag);
}

// Adds bytes that come from this place of the part.
void HtmlGuard::put(std::string_view bytes, std::size_t from) {
  const std::size_t source = base_ + from;
  if (origins_.empty() || source - origins_.back().source != text_.size() - origins_.back().text)
    origins_.push_back({text_.size(), source});
  text_.append(bytes);
}

void HtmlGuard::literal(std::size_t bytes) {
  if (bytes == 0) return;
  const std::string_view before_tag = part_.substr(0, at_ + bytes);
  // A reference that a tag ends does not go on behind it where the tag is taken out.
  if (goes_on_in_reference(part_[at_]) && ends_in_reference(text_)) put(kNothing, at_);
  while (at_ < before_tag.size()) {
    const std::size_t number = std::min(before_tag.find("&#", at_), before_tag.size());
    if (number != at_) put(before_tag.substr(at_, number - at_), at_);
    at_ = number;
    if (at_ < before_tag.size()) numbered_reference(before_tag.substr(at_));
  }
}

// The parser's numbers overflow, and then it makes up a character: it sees none that is too large.
void HtmlGuard::numbered_reference(std::string_view text) {
  const auto found = number_of_entity(text);
  std::size_t bytes = found ? found->bytes : 1;
  if (found && found->number == kBeyondUnicode) {
    put("\uFFFD", at_);
    bytes += text.substr(bytes).starts_with(';') ? 1 : 0;
  } else {
    put(text.substr(0, bytes), at_);
  }
  at_ += bytes;
}

// An angle bracket that opens no tag must not open one together with what comes to stand after it.
void HtmlGuard::literal_angle() {
  put("&lt;", at_);
  ++at_;
}

void HtmlGuard::forget_from(std::size_t length) {
  text_.resize(length);
  while (!origins_.empty() && origins_.back().text >= length) origins_.pop_back();
}

void HtmlGuard::declaration() {
  if (part_.substr(at_, 4) == "<!--") return comment();
  const std::size_t end = part_.substr(at_, kLongestTag).find('>');
  if (end == kNone) return literal_angle();
  take_out(end + 1);
}

void HtmlGuard::comment() {
  const std::size_t end = no_more_comment_ends_ ? kNone : part_.find("-->", at_ + 4);
  if (end == kNone) {
    no_more_comment_ends_ = true;
    return take_out(4);
  }
  take_out(end + 3 - at_);
}

std::optional<HtmlGuard::Tag> HtmlGuard::tag_at(std::size_t at) {
  Tag tag;
  tag.begin = at;
  std::size_t name = at + 1;
  if (name < part_.size() && part_[name] == '/') {
    tag.closing = true;
    ++name;
  }
  if (name >= part_.size() || !letter(part_[name])) return std::nullopt;
  std::size_t after = name;
  while (after < part_.size() && in_name(part_[after])) ++after;
  tag.end = tag_end(after, tag.styled);
  if (tag.end == kNone) return std::nullopt;
  tag.attributes = tag.end != after + 1;
  tag.name = part_.substr(name, after - name);
  if (const auto found = known(tag.name)) {
    tag.name = found->name;
    tag.kind = found->kind;
  }
  return tag;
}

// After the ">" that ends the tag; attributes in quotes may hold one.
std::size_t HtmlGuard::tag_end(std::size_t after_name, bool& styled) {
  if (no_more_tags_) return kNone;
  const std::string_view within = part_.substr(0, std::min(part_.size(), after_name + kLongestTag));
  for (std::size_t at = after_name; at < within.size(); ++at) {
    const char c = within[at];
    if (!kTells[static_cast<unsigned char>(c)]) continue;
    if (c == '>') return at + 1;
    if ((c | 0x20) == 'y') {
      styled = true;
    } else if (within[at - 1] == '=' || white(within[at - 1])) {
      styled = styled || !begins_a_value(within, at);
      at = within.find(c, at + 1);
      if (at == kNone) break;
    }
  }
  // A quote that is never closed: the tag ends at the first ">" all the same.
  styled = true;
  const std::size_t end = part_.find('>', after_name);
  no_more_tags_ = end == kNone;
  return end == kNone ? kNone : end + 1;
}

void HtmlGuard::take(const Tag& tag) {
  if (!tag.closing && ++elements_ > kMostElements)
    return fail(fmt::format("markup of more than {} elements in one piece", kMostElements), tag.begin);
  switch (tag.kind) {
    case Kind::run:
      return tag.closing ? close_run(tag) : open_run(tag);
    case Kind::dropped:
      return tag.closing ? take_out(tag.bytes()) : drop_element(tag);
    case Kind::preformatted:
      return preformatted(tag);
    case Kind::flat:
      return keep(tag);
    case Kind::block:
      return tag.closing ? close_block(tag) : open_block(tag);
    case Kind::table:
      return tag.closing ? close_table(tag) : open_table(tag);
    case Kind::table_part:
      return table_part(tag);
  }
}

// ---------------------------------------------------------------- runs of text

void HtmlGuard::open_run(const Tag& tag) {
  const std::string_view raw = part_.substr(tag.begin, tag.bytes());
  const bool self_closing = raw.ends_with("/>");
  take_out(tag.bytes());
  for (Run* run : {&hidden_, &raised_})
    if (run->open && equal_lower(tag.name, run->name) && !self_closing) ++run->nested;
  if (self_closing) return;
  const auto start = [&](Run& run) {
    run.open = true;
    run.name = "";
    static constexpr std::array<std::string_view, 20> kRuns{
        "a",     "b",    "big", "cite",  "code", "del",    "em",     "font", "i", "ins",
        "label", "mark", "s",   "small", "span", "strike", "strong", "sup",  "u", "ix:header"};
    for (const std::string_view name : kRuns)
      if (equal_lower(tag.name, name)) run.name = name;
    if (run.name.empty()) run.open = false;
    run.nested = 0;
    run.tag = tag.begin;
    run.begin = text_.size();
    run.blocks = open_.size();
  };
  const Style& style = this->style(tag);
  if (!hidden_.open && (style.hides || equal_lower(tag.name, "ix:header"))) start(hidden_);
  if (!raised_.open && (equal_lower(tag.name, "sup") || style.raises)) start(raised_);
}

const Style& HtmlGuard::style(const Tag& tag) {
  return styles_->of(tag.styled ? attribute(part_.substr(tag.begin, tag.bytes()), "style")
                                : std::string_view{});
}

void HtmlGuard::close_run(const Tag& tag) {
  take_out(tag.bytes());
  if (raised_.open && equal_lower(tag.name, raised_.name) && raised_.nested-- == 0) finish_raised();
  if (hidden_.open && equal_lower(tag.name, hidden_.name) && hidden_.nested-- == 0) finish_hidden();
}

// A run that is still open when the block around it ends was never closed.
void HtmlGuard::end_runs_of_closed_blocks() {
  if (raised_.open && open_.size() < raised_.blocks) finish_raised();
  if (hidden_.open && open_.size() < hidden_.blocks) finish_hidden();
}

// Takes out a run that prints nothing, and with it a raised one that it holds and that was never closed.
void HtmlGuard::finish_hidden() {
  forget_from(hidden_.begin);
  hidden_.open = false;
  if (raised_.tag >= hidden_.tag) raised_.open = false;
}

// Takes a raised footnote mark out of the text.
void HtmlGuard::finish_raised() {
  if (!raised_.open) return;
  raised_.open = false;
  if (!footnote_mark(visible(std::string_view(text_).substr(raised_.begin)))) return;
  if (!after_a_word(raised_.begin)) return;
  forget_from(raised_.begin);
  hidden_.begin = std::min(hidden_.begin, text_.size());
}

bool HtmlGuard::after_a_word(std::size_t at) const {
  const std::size_t from = at - std::min<std::size_t>(at, 256);
  std::string_view before = std::string_view(text_).substr(from, at - from);
  while (!before.empty() && white(before.back())) before.remove_suffix(1);
  // Square metres keep their exponent.
  const bool area = before.ends_with(" m") || before.ends_with(" km");
  return !before.empty() && before.back() != '>' && !area;
}

// An element whose text is not shown goes with all that is in it; if it is never closed, only its tag goes.
void HtmlGuard::drop_element(const Tag& tag) {
  const bool known_open =
      std::find(never_closed_.begin(), never_closed_.end(), tag.name) != never_closed_.end();
  if (known_open || part_[tag.end - 2] == '/') return take_out(tag.bytes());
  const std::size_t end = element_end(tag);
  if (end == kNone) never_closed_.push_back(tag.name);
  take_out((end == kNone ? tag.end : end) - at_);
}

std::size_t HtmlGuard::element_end(const Tag& tag) const {
  for (std::size_t at = part_.find("</", tag.end); at != kNone; at = part_.find("</", at + 2)) {
    if (!equal_lower(part_.substr(at + 2, tag.name.size()), tag.name)) continue;
    const std::size_t end = part_.find('>', at);
    return end == kNone ? part_.size() : end + 1;
  }
  return kNone;
}

// ---------------------------------------------------------------- blocks and tables

bool HtmlGuard::may_cut_before(const Tag& tag) const {
  if (text_.size() < kSegment || hidden_.open || raised_.open || hidden_blocks_ != 0) return false;
  const bool breaks = tag.kind == Kind::block || tag.kind == Kind::table || tag.kind == Kind::flat;
  return breaks && !tag.closing && innermost_table() == kNone;
}

std::string_view HtmlGuard::broken_off() const {
  const std::size_t tag = part_.rfind('<');
  if (tag != kNone && part_.find('>', tag) == kNone) {
    const bool last = tag + 1 == part_.size();
    if (last ? closes_cells_ : part_[tag + 1] == '/' || letter(part_[tag + 1])) return "a tag";
  }
  const std::size_t table = innermost_table();
  if (!closes_cells_ || table == kNone) return {};
  if (open_[table].cell) return "a cell of a table";
  return ends_in_table_part() ? "a table" : std::string_view{};
}

// A page, not a piece of one, whose last word is that a cell, a row or a group of rows ends.
bool HtmlGuard::ends_in_table_part() const {
  constexpr std::size_t kStart = 4096;
  constexpr std::array<std::string_view, 5> kParts{"</td>", "</th>", "</tr>", "</tbody>", "</thead>"};
  if (!contains_lower(part_.substr(0, kStart), "<html")) return false;
  const std::string_view part = trimmed(part_);
  return std::any_of(kParts.begin(), kParts.end(), [&](std::string_view end) {
    return part.size() > end.size() && equal_lower(part.substr(part.size() - end.size()), end);
  });
}

std::size_t HtmlGuard::innermost_table() const {
  for (std::size_t at = open_.size(); at > 0; --at)
    if (open_[at - 1].name == "table") return at - 1;
  return kNone;
}

void HtmlGuard::truncate(std::size_t open) {
  while (open_.size() > open) {
    hidden_blocks_ -= open_.back().hidden ? 1 : 0;
    open_.pop_back();
  }
  end_runs_of_closed_blocks();
}

void HtmlGuard::open_block(const Tag& tag) {
  // Blocks that are never closed nest without end and mean nothing; tables that do are refused.
  if (open_.size() >= limits_.max_depth) return take_out(tag.bytes());
  const bool hidden = style(tag).hides;
  open_.push_back({tag.name, false, hidden});
  hidden_blocks_ += hidden ? 1 : 0;
  keep(tag);
}

void HtmlGuard::close_block(const Tag& tag) {
  for (std::size_t at = open_.size(); at > 0 && open_[at - 1].name != "table"; --at) {
    if (open_[at - 1].name != tag.name) continue;
    truncate(at - 1);
    return keep(tag);
  }
  take_out(tag.bytes());
}

void HtmlGuard::open_table(const Tag& tag) {
  // Where no cell is open, the parser closes the table before it opens the next.
  const std::size_t outer = innermost_table();
  if (outer != kNone && !open_[outer].cell) truncate(outer);
  if (open_.size() >= limits_.max_depth)
    return fail(fmt::format("markup nested more than {} deep", limits_.max_depth), tag.begin);
  const bool hidden = style(tag).hides;
  open_.push_back({tag.name, false, hidden});
  hidden_blocks_ += hidden ? 1 : 0;
  keep(tag);
}

void HtmlGuard::close_table(const Tag& tag) {
  const std::size_t table = innermost_table();
  if (table == kNone) return take_out(tag.bytes());
  truncate(table);
  keep(tag);
}

void HtmlGuard::table_part(const Tag& tag) {
  const std::size_t table = innermost_table();
  if (table == kNone) return take_out(tag.bytes());
  truncate(table + 1);
  const bool cell = tag.name == "td" || tag.name == "th" || tag.name == "caption";
  open_[table].cell = !tag.closing && cell;
  closes_cells_ = closes_cells_ || (tag.closing && cell);
  keep(tag);
}

void HtmlGuard::preformatted(const Tag& tag) {
  take_out(tag.bytes());
  if (tag.closing || innermost_table() != kNone || hidden_blocks_ != 0 || hidden_.open) return;
  const std::size_t begin = at_;
  std::size_t end = begin;
  do {
    end = std::min(part_.find("</", end), part_.size());
    if (end == part_.size() || equal_lower(part_.substr(end + 2, tag.name.size()), tag.name)) break;
    end += 2;
  } while (end < part_.size());
  pre_ = begin;
  at_ = end;
  cut_ = true;
}

// Leaves a tag in, with no attributes but those that are looked at.
void HtmlGuard::keep(const Tag& tag) {
  const std::string_view raw = part_.substr(tag.begin, tag.bytes());
  put(tag.closing ? "</" : "<", tag.begin);
  text_.append(tag.name);
  if (!tag.closing && tag.attributes) keep_attributes(raw);
  text_.push_back('>');
  at_ = tag.end;
}

void HtmlGuard::keep_attributes(std::string_view raw) {
  std::array<bool, 4> seen{};
  constexpr std::array<std::string_view, 4> kKept{"colspan", "rowspan", "hidden", "style"};
  Attributes attributes(raw);
  for (Attribute attribute; attributes.next(attribute);) {
    const auto name = std::find_if(kKept.begin(), kKept.end(),
                                   [&](std::string_view kept) { return equal_lower(attribute.name, kept); });
    if (name == kKept.end() || attribute.broken) continue;
    bool& again = seen[static_cast<std::size_t>(name - kKept.begin())];
    if (again || (*name == "style" && !styles_->of(attribute.value).tells)) continue;
    again = true;
    text_.push_back(' ');
    text_.append(attribute.all);
  }
}

std::vector<HtmlSegment::Origin>::const_iterator HtmlSegment::origin(std::size_t offset) const {
  const auto after = std::upper_bound(origins.begin(), origins.end(), offset,
                                      [](std::size_t at, const Origin& origin) { return at < origin.text; });
  return after == origins.begin() ? after : after - 1;
}

}  // namespace kcfin::read_room
