// Errors as values: what could not be done, and where in the file.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace kcfin {

struct Error {
  std::string message;     // one line, without the file's name: "invalid UTF-8 at byte 17"
  std::uint32_t line = 0;  // 1-based; 0 where no line is to blame
  bool fault = false;      // the library's own, or for want of memory: nothing is said of the file
};

template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() { return *std::get_if<0>(&state_); }
  const T& operator*() const { return *std::get_if<0>(&state_); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }
  [[nodiscard]] const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace kcfin
