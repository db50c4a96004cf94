// The library on several threads at once, as its headers promise: every thread gets what one alone does.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "report/format.h"

namespace kcfin {
namespace {

std::string printed(const std::string& bytes) {
  auto checked = check(bytes, {}, {.list_checks = true});
  if (!checked) return checked.error().message;
  const report::FileResult file{"filing", std::move(*checked), 0};
  std::string out;
  for (const auto& piece : report::check_json({.everything = true})->pieces(file)) out += piece.text;
  for (const auto& piece : report::facts_ndjson()->pieces(file)) out += piece.text;
  return out;
}

TEST(Parallel, ChecksAreWhatTheyAreAlone) {
  std::vector<std::string> filings;
  for (const auto& entry : std::filesystem::directory_iterator(KCFIN_TESTDATA)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    filings.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  ASSERT_GT(filings.size(), 20U);
  constexpr std::size_t kThreads = 4;
  std::vector<std::vector<std::string>> outs(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&filings, &out = outs[t], t] {
      out.resize(filings.size());
      for (std::size_t i = 0; i < filings.size(); ++i) {
        const std::size_t at = (i + t) % filings.size();  // each its own order: different filings meet
        out[at] = printed(filings[at]);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < filings.size(); ++i) {
    const std::string alone = printed(filings[i]);
    for (const auto& out : outs) EXPECT_EQ(out[i], alone);
  }
}

}  // namespace
}  // namespace kcfin
