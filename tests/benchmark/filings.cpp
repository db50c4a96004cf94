// Finding the filings that are timed.
#include "benchmark/filings.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace kcfin::timing {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kSmallest = 4096;

void add(const fs::path& folder, const std::string& shown, std::vector<TimedFiling>& filings) {
  if (!fs::is_directory(folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string type = entry.path().extension().string();
    if (!entry.is_regular_file() || (type != ".txt" && type != ".htm" && type != ".html" && type != ".md"))
      continue;
    if (entry.file_size() < kSmallest) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    filings.push_back({shown + "/" + fs::relative(entry.path(), folder).string(),
                       {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
  }
}

}  // namespace

std::vector<TimedFiling> timed_filings() {
  std::vector<TimedFiling> filings;
  add(KCFIN_TESTDATA, "testdata", filings);
  add(fs::path(KCFIN_FILINGS_DIR) / "filings", "filings", filings);
  std::sort(filings.begin(), filings.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return filings;
}

}  // namespace kcfin::timing
