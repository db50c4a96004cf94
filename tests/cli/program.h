// Runs the built program as a user would, and gives what it printed and how it ended.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kcfin::testing {

struct Ended {
  int code = -1;  // exit code; 128 + signal where one ended it
  std::string out, err;
};

struct Start {
  std::vector<std::string> arguments;
  std::string input;                                             // standard input
  std::vector<std::pair<std::string, std::string>> environment;  // set before the program starts
  std::string folder;                                            // working directory; empty: this one
  std::function<void()> prepare;                                 // run in the child, last of all
  std::string program = KCFIN_PROGRAM;
};

inline void send_and_close(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::write(descriptor, bytes.data(), bytes.size());
    if (sent <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  ::close(descriptor);
}

inline void collect(int out, int err, Ended& ended) {
  std::array<pollfd, 2> ends = {pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
  std::array<std::string*, 2> texts = {&ended.out, &ended.err};
  std::array<char, 65536> block{};
  for (int open = 2; open > 0;) {
    poll(ends.data(), ends.size(), -1);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].fd < 0 || ends[i].revents == 0) continue;
      const ssize_t got = ::read(ends[i].fd, block.data(), block.size());
      if (got > 0) {
        texts[i]->append(block.data(), static_cast<std::size_t>(got));
      } else {
        ::close(ends[i].fd);
        ends[i].fd = -1;
        --open;
      }
    }
  }
}

[[noreturn]] inline void become(const Start& start, int in, int out, int err) {
  dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  if (!start.folder.empty() && chdir(start.folder.c_str()) != 0) _exit(127);
  for (const char* name : {"COLUMNS", "NO_COLOR"}) unsetenv(name);
  for (const auto& [name, value] : start.environment) setenv(name.c_str(), value.c_str(), 1);
  if (start.prepare) start.prepare();
  std::vector<char*> arguments;
  std::string program = start.program;
  arguments.push_back(program.data());
  std::vector<std::string> copies = start.arguments;
  for (std::string& copy : copies) arguments.push_back(copy.data());
  arguments.push_back(nullptr);
  execv(program.c_str(), arguments.data());
  _exit(127);
}

inline Ended run(const Start& start) {
  std::array<std::array<int, 2>, 3> pipes{};
  for (auto& ends : pipes) {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  }
  const pid_t child = fork();
  if (child == 0) become(start, pipes[0][0], pipes[1][1], pipes[2][1]);
  ::close(pipes[0][0]);
  ::close(pipes[1][1]);
  ::close(pipes[2][1]);
  ::signal(SIGPIPE, SIG_IGN);
  Ended ended;
  send_and_close(pipes[0][1], start.input);
  collect(pipes[1][0], pipes[2][0], ended);
  int status = 0;
  waitpid(child, &status, 0);
  ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ended;
}

inline Ended run(std::vector<std::string> arguments) {
  return run(Start{std::move(arguments), {}, {}, {}, {}});
}

// A folder of its own for a test, gone when the test ends.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "kcfin-test-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
    std::filesystem::permissions(path_, static_cast<std::filesystem::perms>(0755));
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code fault;
    std::filesystem::remove_all(path_, fault);
  }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string at(std::string_view name) const { return path_ + "/" + std::string(name); }
  std::string write(std::string_view name, std::string_view bytes) const {
    std::string whole = at(name);
    std::filesystem::create_directories(std::filesystem::path(whole).parent_path());
    std::ofstream(whole, std::ios::binary) << bytes;
    return whole;
  }
  [[nodiscard]] std::string read(std::string_view name) const {
    std::ifstream file(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  // Names of everything in it, hidden files too, sorted.
  [[nodiscard]] std::vector<std::string> entries() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
      names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  std::string path_;
};

// In a folder of a test's own.
inline Ended run(std::vector<std::string> arguments, const Folder& folder) {
  return run(Start{std::move(arguments), {}, {}, folder.path(), {}});
}

}  // namespace kcfin::testing
