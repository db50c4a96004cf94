// Standard output and files, written to the last byte or reported.
#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "cli/system_error.h"

namespace kcfin::cli {
namespace {

constexpr std::size_t kBuffer = 1U << 16U;

// The file that a path means in the end, so that a link stays a link.
std::string without_links(const std::string& path) {
  std::error_code fault;
  const auto resolved = std::filesystem::canonical(path, fault);
  return fault ? path : resolved.string();
}

// A new file beside the target, with the rights that the target has or would get.
int open_beside(const std::string& target, std::string& temporary) {
  const std::filesystem::path path(target);
  temporary = (path.parent_path() / fmt::format(".{}.XXXXXX", path.filename().string())).string();
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return descriptor;
  struct stat status = {};
  mode_t mode = 0;
  if (stat(target.c_str(), &status) == 0) {
    mode = status.st_mode & 07777U;
  } else {
    const mode_t mask = umask(0);
    umask(mask);
    mode = 0666U & ~mask;
  }
  fchmod(descriptor, mode);
  return descriptor;
}

}  // namespace

std::unique_ptr<Output> Output::standard() {
  return std::unique_ptr<Output>(new Output(STDOUT_FILENO, "standard output"));
}

Result<std::unique_ptr<Output>> Output::file(const std::string& path) {
  struct stat status = {};
  const bool there = stat(path.c_str(), &status) == 0;
  if (there && S_ISDIR(status.st_mode)) return Error{path + ": " + system_error(EISDIR), 0};
  if (there && access(path.c_str(), W_OK) != 0) return Error{path + ": " + system_error(errno), 0};
  if (there && !S_ISREG(status.st_mode)) {
    const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return Error{path + ": " + system_error(errno), 0};
    return std::unique_ptr<Output>(new Output(descriptor, path));
  }
  std::string temporary;
  const std::string target = without_links(path);
  const int descriptor = open_beside(target, temporary);
  if (descriptor < 0) return Error{path + ": " + system_error(errno), 0};
  std::unique_ptr<Output> output(new Output(descriptor, path));
  output->target_ = target;
  output->temporary_ = temporary;
  return output;
}

Output::~Output() {
  if (!temporary_.empty()) unlink(temporary_.c_str());
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
}

void Output::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
}

void Output::flush() {
  send(buffer_);
  buffer_.clear();
}

void Output::send(std::string_view bytes) {
  while (!bytes.empty() && fault_ == 0) {
    const ssize_t sent = ::write(descriptor_, bytes.data(), bytes.size());
    if (sent >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno != EINTR) {
      fault_ = errno;
    }
  }
}

void Output::commit() {
  flush();
  if (temporary_.empty() || fault_ != 0) return;
  if (fsync(descriptor_) != 0 && errno != EINVAL) fault_ = errno;
  if (fault_ == 0 && std::rename(temporary_.c_str(), target_.c_str()) != 0) fault_ = errno;
  if (fault_ == 0) temporary_.clear();
}

bool Output::closed_by_reader() const { return fault_ == EPIPE; }
std::string Output::fault() const { return name_ + ": " + system_error(fault_); }
bool Output::terminal() const { return isatty(descriptor_) == 1; }

}  // namespace kcfin::cli
