// Whole filings, changed as damage and typists change them: the input is a list of changes to a filing of
// testdata/, so that what comes out still looks like one, and the rooms behind the reader are reached.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/property.h"
#include "kcfin/finding.h"

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

std::vector<Lines> read_filings() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(KCFIN_TESTDATA)) {
    if (entry.is_regular_file() && entry.path().filename() != "README.md") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Lines> filings;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    Lines lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line + "\n");
    filings.push_back(std::move(lines));
  }
  kcfin::fuzz::require(!filings.empty(), "there are filings to change");
  return filings;
}

// The input, taken byte by byte; nothing but zeros behind its end.
class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  [[nodiscard]] bool done() const { return at_ >= size_; }
  std::size_t below(std::size_t most) {
    const std::size_t high = next(), low = next();
    return most == 0 ? 0 : (high * 256 + low) % most;
  }

 private:
  std::size_t next() { return at_ < size_ ? data_[at_++] : 0; }
  const std::uint8_t* data_;
  std::size_t size_, at_ = 0;
};

using Where = Lines::difference_type;
Where count(std::size_t n) { return static_cast<Where>(n); }

// ---------------------------------------------------------------- the changes, each of a place that is not
// the last

void cut(Lines& lines, std::size_t at, Choices& choices) {
  const std::size_t end = std::min(lines.size(), at + 1 + choices.below(6));
  lines.erase(lines.begin() + count(at), lines.begin() + count(end));
}

void double_them(Lines& lines, std::size_t at, Choices& choices) {
  const std::size_t end = std::min(lines.size(), at + 1 + choices.below(12));
  const Lines copied(lines.begin() + count(at), lines.begin() + count(end));
  lines.insert(lines.begin() + count(at), copied.begin(), copied.end());
}

void move(Lines& lines, std::size_t at, Choices& choices) {
  std::string taken = std::move(lines[at]);
  lines.erase(lines.begin() + count(at));
  lines.insert(lines.begin() + count(choices.below(lines.size() + 1)), std::move(taken));
}

void halve(Lines& lines, std::size_t at, Choices& choices) {
  const std::size_t middle = choices.below(lines[at].size());
  std::string rest = lines[at].substr(middle);
  lines[at].resize(middle);
  lines[at] += '\n';
  lines.insert(lines.begin() + count(at + 1), std::move(rest));
}

void join(Lines& lines, std::size_t at, Choices& /*choices*/) {
  if (!lines[at].empty()) lines[at].pop_back();
  if (at + 1 >= lines.size()) return;
  lines[at] += lines[at + 1];
  lines.erase(lines.begin() + count(at + 1));
}

// Puts one of these texts in the place of a character.
template <std::size_t N>
void put(Lines& lines, std::size_t at, Choices& choices, const std::array<std::string_view, N>& texts,
         std::string_view of) {
  const std::size_t found = lines[at].find_first_of(of, choices.below(lines[at].size()));
  if (found != std::string::npos) lines[at].replace(found, 1, texts[choices.below(N)]);
}

void change_figure(Lines& lines, std::size_t at, Choices& choices) {
  static constexpr auto kTexts = std::to_array<std::string_view>(
      {"0", "9", "1", ",", ".", "-", "(", ")", "", "99999999", "/", "\u2014", "%", "O"});
  put(lines, at, choices, kTexts, "0123456789.,()%-");
}

void change_blank(Lines& lines, std::size_t at, Choices& choices) {
  static constexpr auto kTexts =
      std::to_array<std::string_view>({"", " ", "        ", "\t", "|", "\u00a0", "\n"});
  put(lines, at, choices, kTexts, " \t|");
}

// A line of one filing in another: a heading, a row, a unit.
void bring(Lines& lines, std::size_t at, Choices& choices, const std::vector<Lines>& filings) {
  const Lines& other = filings[choices.below(filings.size())];
  lines.insert(lines.begin() + count(at), other[choices.below(other.size())]);
}

void lose_end(Lines& lines, std::size_t at, Choices& /*choices*/) { lines.resize(at + 1); }

std::string changed(Choices& choices, const std::vector<Lines>& filings) {
  static constexpr auto kChanges = std::to_array<void (*)(Lines&, std::size_t, Choices&)>(
      {cut, double_them, move, halve, join, change_figure, change_figure, change_blank, lose_end});
  constexpr std::size_t kMostLines = 4000;
  Lines lines = filings[choices.below(filings.size())];
  while (!choices.done() && !lines.empty() && lines.size() < kMostLines) {
    const std::size_t what = choices.below(kChanges.size() + 1), at = choices.below(lines.size());
    if (what == kChanges.size()) {
      bring(lines, at, choices, filings);
    } else {
      kChanges[what](lines, at, choices);
    }
  }
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<Lines> kFilings = read_filings();
  Choices choices(data, size);
  const std::string text = changed(choices, kFilings);
  kcfin::SolveOptions options;
  options.list_checks = true;
  const auto checked = kcfin::check(text, {}, options);
  if (!checked) return 0;
  kcfin::fuzz::require_sound(*checked);
  kcfin::fuzz::require_same(*checked, *kcfin::check(text, {}, options));
  return 0;
}
