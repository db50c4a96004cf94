// A process that works for this one: whatever ends it, an assertion, a signal, a limit, this one goes on
// and can say what it was.
#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kcfin::cli {

// One end of a line between two processes.
class Line {
 public:
  Line() = default;
  explicit Line(int descriptor) : descriptor_(descriptor) {}
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line() { close(); }

  // False where the other end is gone.
  bool send(std::string_view message);
  // Waits for the next message; nothing where the other end is gone.
  [[nodiscard]] std::optional<std::string> receive();

  // Takes in what has come, without waiting; false where the other end is gone.
  bool fill();
  // The next message that has come whole.
  [[nodiscard]] std::optional<std::string> next();

  [[nodiscard]] int descriptor() const { return descriptor_; }
  void connect(int descriptor) { descriptor_ = descriptor; }
  void close();

 private:
  int descriptor_ = -1;
  std::string come_;
};

class Worker {
 public:
  // Begins a process that runs `work` and ends. Where the system gives none there is no line to it.
  explicit Worker(const std::function<void(Line&)>& work);
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  // Ends the process, if it has not ended, and waits for it.
  ~Worker();

  [[nodiscard]] bool begun() const { return process_ > 0; }
  [[nodiscard]] Line& line() { return line_; }
  void signal(int number) const;
  // Lets it end by itself, as soon as it waits for a message.
  void dismiss() { line_.close(); }

  struct End {
    int signal = 0;    // that ended it; 0 where none did
    std::string text;  // "signal 11, segmentation fault", behind what the process printed last
  };
  // Waits for its end.
  [[nodiscard]] End end();

 private:
  [[nodiscard]] std::string last_words() const;

  pid_t process_ = -1;
  int words_ = -1;  // a file in memory that is its standard error
  Line line_;
};

}  // namespace kcfin::cli
