// Processes begun by fork: they have everything that was read before, and share nothing after.
#include "cli/worker.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <utility>

#include "cli/interruption.h"

namespace kcfin::cli {
namespace {

using Length = std::uint64_t;

// A sanitizer's report is wanted whole, on the standard error of the run.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kKeepsWords = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kKeepsWords = false;
#else
constexpr bool kKeepsWords = true;
#endif
#else
constexpr bool kKeepsWords = true;
#endif

std::string signal_name(int number) {
  std::string name = strsignal(number);  // NOLINT(concurrency-mt-unsafe): there is one thread
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return fmt::format("signal {}, {}", number, name);
}

bool send_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno != EINTR) return false;
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(sent, 0)));
  }
  return true;
}

}  // namespace

// ---------------------------------------------------------------- the line

void Line::close() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

bool Line::send(std::string_view message) {
  const Length length = message.size();
  std::array<char, sizeof length> head{};
  std::memcpy(head.data(), &length, sizeof length);
  return send_all(descriptor_, {head.data(), head.size()}) && send_all(descriptor_, message);
}

bool Line::fill() {
  std::array<char, 1U << 16U> block;  // as it is: what comes is often some bytes
  const ssize_t got = recv(descriptor_, block.data(), block.size(), 0);
  const bool again = got < 0 && errno == EINTR;
  if (got > 0) come_.append(block.data(), static_cast<std::size_t>(got));
  return got > 0 || again;
}

std::optional<std::string> Line::next() {
  Length length = 0;
  if (come_.size() < sizeof length) return std::nullopt;
  std::memcpy(&length, come_.data(), sizeof length);
  if (come_.size() - sizeof length < length) return std::nullopt;
  if (come_.size() - sizeof length == length) {  // often: no copy of a large one is made
    std::string message = std::exchange(come_, {});
    message.erase(0, sizeof length);
    return message;
  }
  std::string message = come_.substr(sizeof length, length);
  come_.erase(0, sizeof length + length);
  return message;
}

std::optional<std::string> Line::receive() {
  while (true) {
    if (auto message = next()) return message;
    if (!fill()) return std::nullopt;
  }
}

// ---------------------------------------------------------------- the process

Worker::Worker(const std::function<void(Line&)>& work) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return;
  if (kKeepsWords) words_ = memfd_create("kcfin", MFD_CLOEXEC);
  const pid_t parent = getpid();
  process_ = fork();
  if (process_ == 0) {
    // Nobody waits for the result of a worker whose run has ended.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(0);
    ::close(ends[0]);
    if (words_ >= 0) dup2(words_, STDERR_FILENO);
    finish_in_spite_of_interruptions();
    Line line(ends[1]);
    work(line);
    _exit(0);
  }
  ::close(ends[1]);
  if (process_ > 0) {
    line_.connect(ends[0]);
  } else {
    ::close(ends[0]);
  }
}

Worker::~Worker() {
  line_.close();
  if (process_ > 0) (void)end();
  if (words_ >= 0) ::close(words_);
}

void Worker::signal(int number) const {
  if (process_ > 0) kill(process_, number);
}

std::string Worker::last_words() const {
  constexpr std::size_t kMost = 400;
  std::string words(kMost, '\0');
  const ssize_t got = words_ < 0 ? 0 : pread(words_, words.data(), words.size(), 0);
  words.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  std::replace(words.begin(), words.end(), '\n', ' ');
  while (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

Worker::End Worker::end() {
  int status = 0;
  const pid_t process = std::exchange(process_, -1);
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  End end;
  end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  const std::string how =
      end.signal != 0 ? signal_name(end.signal) : fmt::format("exit code {}", WEXITSTATUS(status));
  const std::string words = last_words();
  end.text = words.empty() ? how : fmt::format("{} ({})", words, how);
  return end;
}

}  // namespace kcfin::cli
