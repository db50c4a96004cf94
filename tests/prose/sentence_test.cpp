// Where sentences end, and which of them can carry a figure.
#include "prose/sentence.h"

#include <gtest/gtest.h>

#include <string>

namespace kcfin::prose {
namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<Sentence> sentences;
  split_sentences(text, sentences);
  std::vector<std::string> out;
  out.reserve(sentences.size());
  for (const Sentence& sentence : sentences)
    out.emplace_back(text.substr(sentence.begin, sentence.end - sentence.begin));
  return out;
}

using Sentences = std::vector<std::string>;

TEST(Sentences, EndAtFullStopsBeforeACapital) {
  EXPECT_EQ(split("Revenues grew. Costs fell."), (Sentences{"Revenues grew.", "Costs fell."}));
}

TEST(Sentences, DecimalsAndAbbreviationsEndNone) {
  EXPECT_EQ(split("Under U.S. GAAP, Acme Inc. earned RMB1.5 million, approx. US$0.2 million. Mr. Li spoke."),
            (Sentences{"Under U.S. GAAP, Acme Inc. earned RMB1.5 million, approx. US$0.2 million.",
                       "Mr. Li spoke."}));
}

TEST(Sentences, QuotesAndFootnoteMarksStayWithTheirSentence) {
  EXPECT_EQ(split("“We grew.” Net income was RMB9.7 billion.[1] Basic net income was US$0.4."),
            (Sentences{"“We grew.”", "Net income was RMB9.7 billion.[1]", "Basic net income was US$0.4."}));
}

TEST(Sentences, NoSpaceOrSmallLetterEndsNone) {
  EXPECT_EQ(split("See www.example.com. for more"), (Sentences{"See www.example.com. for more"}));
  EXPECT_EQ(split(""), Sentences{});
}

TEST(MayClaim, NeedsADigitAndAUnit) {
  EXPECT_TRUE(may_claim("Gross margin was 16.8%."));
  EXPECT_TRUE(may_claim("It had 9,752 employees."));
  EXPECT_TRUE(may_claim("Users reached 8 million."));
  EXPECT_FALSE(may_claim("The meeting is on June 30, 2024."));
  EXPECT_FALSE(may_claim("Revenues in US$ are translations."));
}

TEST(MayClaim, NilNeedsNoDigit) {
  EXPECT_TRUE(may_claim("Other revenues were nil."));
  EXPECT_FALSE(may_claim("The Vanilla programme ended."));
}

}  // namespace
}  // namespace kcfin::prose
