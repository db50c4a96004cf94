// Real filings, where they are at hand: every figure that a person copied out of their tables must be a
// cell of the line it stands on.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "kcfin/document.h"

namespace kcfin {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = KCFIN_FILINGS_DIR;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string digits(std::string_view text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
               [](char c) { return c >= '0' && c <= '9'; });
  kept.erase(0, kept.find_first_not_of('0'));
  return kept;
}

std::map<std::uint32_t, std::multiset<std::string>> figures_by_line(const Document& document) {
  std::map<std::uint32_t, std::multiset<std::string>> figures;
  for (const RawTable& table : document.tables)
    for (const RawRow& row : table.rows)
      for (const RawCell& cell : row.cells) figures[cell.at.line].insert(digits(cell.text));
  return figures;
}

void expect_every_figure(const fs::path& gold, const fs::path& filing) {
  const auto document = read(contents(filing));
  ASSERT_TRUE(document) << document.error().message;
  const auto figures = figures_by_line(*document);
  std::istringstream records(contents(gold));
  std::string record;
  std::getline(records, record);
  std::size_t held = 0;
  while (std::getline(records, record)) {
    // table,kind,line,label,…,value,damaged; a label may be quoted and carry commas.
    std::vector<std::string> fields;
    std::istringstream stream(record);
    for (std::string field; std::getline(stream, field, ',');) fields.push_back(field);
    ASSERT_GE(fields.size(), 10U) << record;
    if (fields.back().starts_with('1')) continue;
    ++held;
    const auto on_line = figures.find(static_cast<std::uint32_t>(std::stoul(fields[2])));
    ASSERT_NE(on_line, figures.end()) << record;
    EXPECT_TRUE(on_line->second.contains(digits(fields[fields.size() - 2]))) << record;
  }
  EXPECT_GT(held, 100U);
}

TEST(ConformanceOfTables, EveryFigureIsACellOfItsLine) {
  if (!fs::exists(kFolder / "gold")) GTEST_SKIP() << "no filings in " << kFolder;
  for (const auto& entry : fs::directory_iterator(kFolder / "gold")) {
    if (entry.path().extension() != ".csv") continue;
    SCOPED_TRACE(entry.path().stem());
    expect_every_figure(entry.path(), kFolder / "filings" / entry.path().stem().concat(".txt"));
  }
}

}  // namespace
}  // namespace kcfin
