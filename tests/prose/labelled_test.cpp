// Precision and recall of the extraction over the labelled sentences beside this file.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "prose/one_paragraph.h"

namespace kcfin {
namespace {

struct Labelled {
  Period period;
  std::string text;
  std::vector<std::string> claims;
};

Date parse_date(std::string_view text) {
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (std::size_t i = at; i < at + size; ++i) value = value * 10 + (text[i] - '0');
    return value;
  };
  return {static_cast<std::int16_t>(number(0, 4)), static_cast<std::uint8_t>(number(5, 2)),
          static_cast<std::uint8_t>(number(8, 2))};
}

std::vector<Labelled> read_labels(const std::string& name) {
  std::ifstream file(KCFIN_TESTDATA "/../tests/prose/" + name);
  std::vector<Labelled> out;
  Period period;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("@ ")) {
      period = {parse_date(std::string_view(line).substr(2)), parse_date(std::string_view(line).substr(14))};
    } else if (line.starts_with("> ")) {
      out.push_back({period, line.substr(2), {}});
    } else if (line.starts_with("  ")) {
      out.back().claims.push_back(line.substr(2));
    }
  }
  return out;
}

std::string percent(std::size_t part, std::size_t whole) {
  const std::size_t tenths = part * 1000 / whole;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

TEST(Labelled, PrecisionAndRecall) {
  const std::vector<Labelled> labels = read_labels("labelled_sentences.txt");
  ASSERT_GE(labels.size(), 150U) << "the labelled set is missing";
  std::size_t found = 0;
  std::size_t labelled = 0;
  std::size_t right = 0;
  for (const Labelled& label : labels) {
    const OneParagraph paragraph(label.text, label.period);
    std::vector<std::string> wanted = label.claims;
    labelled += wanted.size();
    for (const std::string& claim : paragraph.described()) {
      ++found;
      const auto same = std::find(wanted.begin(), wanted.end(), claim);
      if (same == wanted.end()) {
        std::cout << "not so:  " << label.text << "\n         " << claim << '\n';
        continue;
      }
      ++right;
      wanted.erase(same);
    }
    for (const std::string& claim : wanted)
      std::cout << "missing: " << label.text << "\n         " << claim << '\n';
  }
  const std::string precision = percent(right, found);
  const std::string recall = percent(right, labelled);
  std::cout << labels.size() << " sentences, " << labelled << " claims: precision " << precision
            << ", recall " << recall << '\n';
  RecordProperty("precision", precision);
  RecordProperty("recall", recall);
  EXPECT_GE(right * 100, found * 98) << "precision " << precision;
  EXPECT_GE(right * 100, labelled * 97) << "recall " << recall;
}

// Directions without a figure: all that is labelled, and nothing else.
TEST(Labelled, Directions) {
  const std::vector<Labelled> labels = read_labels("labelled_directions.txt");
  ASSERT_GE(labels.size(), 40U) << "the labelled set is missing";
  for (const Labelled& label : labels)
    EXPECT_EQ(OneParagraph(label.text, label.period).directions(), label.claims) << label.text;
}

}  // namespace
}  // namespace kcfin
