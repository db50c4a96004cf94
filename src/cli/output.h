// Where reports go: standard output, or a file that appears whole or not at all.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kcfin/result.h"

namespace kcfin::cli {

// Bytes on their way out, buffered. After the first fault nothing more is written.
class Output {
 public:
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();  // an output that was not committed leaves no file behind

  static std::unique_ptr<Output> standard();
  // Fails where the file could not be put in place later. A device or a pipe is written to directly.
  static Result<std::unique_ptr<Output>> file(const std::string& path);

  void write(std::string_view bytes);
  void flush();
  // Sends what is left; a file takes its place now.
  void commit();

  // Something on the way to this output failed.
  void fail(int error_number) { fault_ = error_number; }
  [[nodiscard]] bool failed() const { return fault_ != 0; }
  // The reader went away: no fault of anybody's, and no message.
  [[nodiscard]] bool closed_by_reader() const;
  [[nodiscard]] std::string fault() const;  // "out.json: no space left on device"
  [[nodiscard]] bool terminal() const;

 private:
  Output(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  void send(std::string_view bytes);

  int descriptor_;
  std::string name_;       // for messages
  std::string target_;     // of a file: the path it takes at the end
  std::string temporary_;  // of a file: the path it has until then
  std::string buffer_;
  int fault_ = 0;
};

}  // namespace kcfin::cli
