// Several filings in one call of `kcfin check`, which prints the same however many jobs it has.
//
// The input is the filings; a byte 0x1E parts them.
#include <sanitizer/common_interface_defs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "fuzz/property.h"

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// A folder for the filings and for what is printed about them; gone at the end.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "kcfin-jobs-XXXXXX").string();
    kcfin::fuzz::require(mkdtemp(name.data()) != nullptr, "a folder can be made");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code fault;
    fs::remove_all(path_, fault);
  }
  [[nodiscard]] fs::path file(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

// Standard error goes to a file for as long as this lives.
class Messages {
 public:
  explicit Messages(const fs::path& path) : stream_(dup(STDERR_FILENO)) {
    const int file = open(path.c_str());
    dup2(file, STDERR_FILENO);
    close(file);
    __sanitizer_set_report_fd(reinterpret_cast<void*>(static_cast<std::intptr_t>(stream_)));
  }
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;
  ~Messages() {
    std::fflush(stderr);
    dup2(stream_, STDERR_FILENO);
    close(stream_);
    __sanitizer_set_report_fd(reinterpret_cast<void*>(std::intptr_t{STDERR_FILENO}));
  }

 private:
  static int open(const char* path) {
    std::FILE* const file = std::fopen(path, "w");
    kcfin::fuzz::require(file != nullptr, "a file can be made");
    const int descriptor = dup(fileno(file));
    std::fclose(file);
    return descriptor;
  }

  int stream_;
};

std::vector<std::string> write_filings(const Folder& folder, std::string_view input) {
  constexpr std::size_t kMost = 4;
  std::vector<std::string> names;
  while (names.size() < kMost && !input.empty()) {
    const std::size_t end = std::min(input.find('\x1E'), input.size());
    names.push_back(folder.file(std::to_string(names.size()) + ".txt").string());
    std::ofstream(names.back(), std::ios::binary) << input.substr(0, end);
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  return names;
}

struct Printed {
  int code = 0;
  std::string output, messages;
  friend bool operator==(const Printed&, const Printed&) = default;
};

Printed check(const Folder& folder, const std::vector<std::string>& filings, const char* jobs) {
  const std::string output = folder.file("output").string();
  std::vector<const char*> arguments{"check",  "--format", "json",     "--show",      "all",
                                     "--jobs", jobs,       "--output", output.c_str()};
  for (const std::string& filing : filings) arguments.push_back(filing.c_str());
  fs::remove(output);
  Printed printed;
  {
    const Messages messages(folder.file("messages"));
    printed.code = kcfin::cli::run_check(kcfin::cli::parse(arguments));
  }
  printed.output = bytes_of(output);
  printed.messages = bytes_of(folder.file("messages"));
  return printed;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  const auto filings = write_filings(folder, {reinterpret_cast<const char*>(data), size});
  if (filings.empty()) return 0;
  const Printed one = check(folder, filings, "1");
  // What ends a worker ends no run: it is in the messages that it shows.
  kcfin::fuzz::require(one.messages.find("internal fault") == std::string::npos, "no worker ends");
  const bool same = one == check(folder, filings, "3");
  kcfin::fuzz::require(same, "several jobs print what one does");
  return 0;
}
