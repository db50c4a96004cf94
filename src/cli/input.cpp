// Folders are walked, files and pipes read, with the limits held from the first byte on.
#include "cli/input.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fnmatch.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "cli/interruption.h"
#include "cli/packed.h"
#include "cli/system_error.h"

namespace kcfin::cli {
namespace {

namespace fs = std::filesystem;

// ---------------------------------------------------------------- folders

bool filing_name(std::string_view name) {
  if (name.ends_with(".gz")) name.remove_suffix(3);
  constexpr std::array<std::string_view, 4> kEndings = {".txt", ".htm", ".html", ".md"};
  const auto ends = [name](std::string_view ending) {
    return name.size() > ending.size() &&
           std::equal(ending.rbegin(), ending.rend(), name.rbegin(), [](char a, char b) {
             return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
           });
  };
  return std::any_of(kEndings.begin(), kEndings.end(), ends);
}

class Walk {
 public:
  explicit Walk(std::vector<Input>& found) : found_(found) {}

  void folder(const fs::path& path) {
    struct stat status = {};
    if (stat(path.c_str(), &status) != 0 || !entered_.insert({status.st_dev, status.st_ino}).second) return;
    std::error_code fault;
    std::vector<fs::path> entries;
    for (auto at = fs::directory_iterator(path, fault); !fault && at != fs::directory_iterator();
         at.increment(fault)) {
      entries.push_back(at->path());
    }
    if (fault) {
      found_.push_back({path.string(), system_error(fault.value()), false});
      return;
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) visit(entry);
  }

 private:
  void visit(const fs::path& entry) {
    const std::string name = entry.filename().string();
    if (name.starts_with('.')) return;
    std::error_code fault;
    if (fs::is_directory(entry, fault)) {
      folder(entry);
    } else if (filing_name(name)) {
      found_.push_back({entry.string(), {}, false});
    }
  }

  std::vector<Input>& found_;
  std::set<std::pair<dev_t, ino_t>> entered_;
};

// ---------------------------------------------------------------- bytes

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > STDERR_FILENO) close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

Error too_large(std::uint64_t max_bytes) {
  return {fmt::format("larger than the limit of {} bytes (--max-bytes)", max_bytes), 0};
}

enum class Wait : std::uint8_t { ready, timed_out, interrupted };

// Waits for bytes in slices, so that an interruption is seen wherever its signal went.
Wait wait_for(int descriptor, int milliseconds) {
  constexpr int kSlice = 50;
  for (int waited = 0; milliseconds < 0 || waited < milliseconds; waited += kSlice) {
    if (interrupted()) return Wait::interrupted;
    pollfd poll_for = {descriptor, POLLIN, 0};
    if (poll(&poll_for, 1, kSlice) > 0) return Wait::ready;
  }
  return Wait::timed_out;
}

enum class Source : std::uint8_t { file, named_pipe, standard_input };

// Reads to the end. A named pipe that nobody has opened for writing reads as empty at once; its writer
// is given a second to come.
Result<std::string> read_all(int descriptor, Source source, std::uint64_t size, std::uint64_t max_bytes) {
  // Of a file a few bytes more than its size: it ends there, as a rule.
  const std::size_t block = source == Source::file ? 1U << 10U : 1U << 16U;
  constexpr int kPatience = 1000, kForever = -1;
  std::string bytes;
  bytes.reserve(size + block);
  bool waited_for_writer = false;
  while (true) {
    if (source == Source::standard_input && wait_for(descriptor, kForever) == Wait::interrupted) {
      return Error{"interrupted", 0};
    }
    const std::size_t have = bytes.size();
    bytes.resize(std::max<std::size_t>(have + block, size));
    const ssize_t got = ::read(descriptor, bytes.data() + have, bytes.size() - have);
    const int fault = errno;
    bytes.resize(have + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (bytes.size() > max_bytes) return too_large(max_bytes);
    if (got > 0 || (got < 0 && fault == EINTR && !interrupted())) continue;
    if (got < 0 && fault != EAGAIN) return Error{system_error(fault), 0};
    if (got == 0 && (source != Source::named_pipe || !bytes.empty() || waited_for_writer)) return bytes;
    const Wait wait = wait_for(descriptor, got == 0 ? kPatience : kForever);
    if (wait == Wait::interrupted) return Error{"interrupted", 0};
    if (wait == Wait::timed_out) return Error{"a pipe that nothing writes to", 0};
    waited_for_writer = got == 0;
  }
}

}  // namespace

namespace {

// Names that end in a line feed or a NUL each; the last may lack it.
Result<std::vector<std::string>> listed_in(const std::string& list, char end) {
  constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30U;
  const Result<std::string> bytes = bytes_of(list, kMostBytes);
  if (!bytes) return Error{fmt::format("{}: {}", list, bytes.error().message), 0};
  std::vector<std::string> names;
  for (std::size_t start = 0; start < bytes->size();) {
    const std::size_t stop = std::min(bytes->find(end, start), bytes->size());
    std::string name = bytes->substr(start, stop - start);
    if (end == '\n' && name.ends_with('\r')) name.pop_back();
    if (!name.empty()) names.push_back(std::move(name));
    start = stop + 1;
  }
  return names;
}

// What two names of one file have in common; a missing one is told by its name.
std::string identity(const Input& input) {
  struct stat status = {};
  if (input.standard_input) return "-";
  if (stat(input.name.c_str(), &status) != 0) return "name " + input.name;
  return fmt::format("{} {}", status.st_dev, status.st_ino);
}

}  // namespace

bool matches(const std::string& glob, const std::string& name) {
  const std::size_t slash = name.rfind('/');
  const std::string last = slash == std::string::npos ? name : name.substr(slash + 1);
  return fnmatch(glob.c_str(), name.c_str(), 0) == 0 || fnmatch(glob.c_str(), last.c_str(), 0) == 0 ||
         fnmatch(("*/" + glob).c_str(), name.c_str(), 0) == 0;
}

Result<std::vector<Input>> inputs_of(const Options& options) {
  std::vector<std::string> operands = options.operands;
  for (const auto& [list, end] : {std::pair(options.files_from, '\n'), {options.files0_from, '\0'}}) {
    if (list.empty()) continue;
    const auto names = listed_in(list, end);
    if (!names) return names.error();
    operands.insert(operands.end(), names->begin(), names->end());
  }
  std::vector<Input> all = inputs_of(operands), wanted;
  std::unordered_set<std::string> met;
  std::uint64_t number = 0;
  for (Input& input : all) {
    const bool excluded = std::any_of(options.exclude.begin(), options.exclude.end(), [&](const auto& glob) {
      return input.problem.empty() && !input.standard_input && matches(glob, input.name);
    });
    if (excluded || !met.insert(identity(input)).second) continue;
    if (number++ % options.shard.count + 1 != options.shard.index) continue;
    if (input.standard_input && !options.stdin_filename.empty()) input.name = options.stdin_filename;
    wanted.push_back(std::move(input));
  }
  return wanted;
}

Result<std::string> bytes_of(const Input& input, std::uint64_t max_bytes) {
  return bytes_of(input.standard_input ? "-" : input.name, max_bytes);
}

std::vector<Input> inputs_of(const std::vector<std::string>& operands) {
  std::vector<Input> inputs;
  for (const std::string& operand : operands) {
    std::error_code fault;
    if (operand == "-") {
      inputs.push_back({operand, {}, true});
      continue;
    }
    if (!fs::is_directory(operand, fault)) {
      inputs.push_back({operand, {}, false});
      continue;
    }
    const std::size_t before = inputs.size();
    Walk(inputs).folder(operand);
    if (inputs.size() == before) {
      inputs.push_back({operand, "no filings in this directory (*.txt, *.htm, *.html, *.md)", false});
    }
  }
  return inputs;
}

Result<std::string> bytes_of(const std::string& name, std::uint64_t max_bytes) {
  const bool standard_input = name == "-";
  const Descriptor file(standard_input ? STDIN_FILENO
                                       : open(name.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  if (file.number() < 0) return Error{system_error(errno), 0};
  struct stat status = {};
  if (fstat(file.number(), &status) != 0) return Error{system_error(errno), 0};
  if (S_ISDIR(status.st_mode)) return Error{system_error(EISDIR), 0};
  if (!standard_input && (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode))) {
    return Error{"a device, not a file", 0};
  }
  const auto size = static_cast<std::uint64_t>(S_ISREG(status.st_mode) ? status.st_size : 0);
  if (size > max_bytes) return too_large(max_bytes);
  const Source source = standard_input             ? Source::standard_input
                        : S_ISFIFO(status.st_mode) ? Source::named_pipe
                                                   : Source::file;
  Result<std::string> bytes = read_all(file.number(), source, size, max_bytes);
  return bytes && packed(*bytes) ? unpacked(*bytes, max_bytes) : bytes;
}

}  // namespace kcfin::cli
