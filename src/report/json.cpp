// The JSON writer.
#include "report/json.h"

#include <fmt/format.h>

#include "report/characters.h"

namespace kcfin::report {
namespace {

void append_escaped_unit(std::string& out, std::uint32_t unit) { out += fmt::format("\\u{:04x}", unit); }

void append_escaped(std::string& out, char32_t code) {
  switch (code) {
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  if (code < 0x10000) {
    append_escaped_unit(out, static_cast<std::uint32_t>(code));
  } else {
    append_escaped_unit(out, static_cast<std::uint32_t>(0xD800 + ((code - 0x10000) >> 10U)));
    append_escaped_unit(out, static_cast<std::uint32_t>(0xDC00 + ((code - 0x10000) & 0x3FFU)));
  }
}

bool plain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

}  // namespace

void JsonWriter::separate() {
  if (comma_) out_ += ',';
  comma_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  text(name);
  out_ += ':';
  comma_ = false;
}

void JsonWriter::text(std::string_view value) {
  separate();
  out_ += '"';
  while (!value.empty()) {
    std::size_t run = 0;
    while (run < value.size() && plain(value[run]) && !value.substr(run).starts_with("##[")) ++run;
    out_ += value.substr(0, run);
    value.remove_prefix(run);
    if (value.empty()) break;
    const Character c = first_character(value);
    value.remove_prefix(c.bytes);
    if (c.code == '#') {
      append_escaped_unit(out_, '#');  // only where it would start a command in a job's log
    } else if (c.code == '"' || c.code == '\\') {
      out_ += '\\';
      out_ += static_cast<char>(c.code);
    } else if (acts(c.code)) {
      append_escaped(out_, c.code);
    } else {
      append_utf8(out_, c.code);
    }
  }
  out_ += '"';
}

void JsonWriter::number(std::uint64_t value) {
  separate();
  out_ += fmt::format_int(value).c_str();
}

void JsonWriter::number(const Decimal& value) {
  separate();
  out_ += value.text();
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::member(std::string_view name, const std::optional<Decimal>& value) {
  key(name);
  if (value) {
    number(*value);
  } else {
    null();
  }
}

void JsonWriter::digits_or_null(std::string_view name, std::string_view digits) {
  key(name);
  separate();
  out_ += digits.empty() ? "null" : digits;
}

void JsonWriter::member_or_null(std::string_view name, std::string_view value) {
  key(name);
  if (value.empty()) {
    null();
  } else {
    text(value);
  }
}

void JsonWriter::member(std::string_view name, const Period& period) {
  key(name);
  if (!period.known()) {
    null();
    return;
  }
  open_object();
  if (period.start.known()) member("start", period.start.iso());
  member("end", period.end.iso());
  close_object();
}

std::uint64_t scale_of(std::uint8_t power) {
  std::uint64_t scale = 1;
  for (std::uint8_t i = 0; i < power; ++i) scale *= 10;
  return scale;
}

}  // namespace kcfin::report
