// JSON, written straight to a text: no tree in memory, and a figure's digits as they are printed, never
// through a binary number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kcfin/decimal.h"
#include "kcfin/filing.h"

namespace kcfin::report {

// Values follow each other in an array, and alternate with keys in an object; commas are the writer's
// business. Strings come out as valid UTF-8; characters that act on a terminal are escaped.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }
  void key(std::string_view name);

  void text(std::string_view value);
  void number(std::uint64_t value);
  void number(const Decimal& value);
  void boolean(bool value);
  void null();

  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  void member(std::string_view name, std::uint64_t value) { key(name), number(value); }
  void member(std::string_view name, const std::optional<Decimal>& value);
  // Digits that are a number already; null where there are none.
  void digits_or_null(std::string_view name, std::string_view digits);
  // null where the text is empty
  void member_or_null(std::string_view name, std::string_view value);
  // null where it is not known; an instant has no start
  void member(std::string_view name, const Period& period);

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);

  std::string& out_;
  bool comma_ = false;  // a value stands before the place where the next one goes
};

// 1, 1000, 1000000: as the contract writes a scale.
[[nodiscard]] std::uint64_t scale_of(std::uint8_t power);

}  // namespace kcfin::report
