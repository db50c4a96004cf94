// Words whose first letter stands apart.
#include "read/set_apart.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

// What is printed of it.
std::string joined(std::string_view text) {
  std::string out = read_room::letters_joined(text);
  EXPECT_TRUE(out.empty() || out.size() == text.size());
  std::erase(out, read_room::kJoined);
  return out;
}

TEST(LettersSetApart, AreJoinedToWordsOfEveryFiling) {
  EXPECT_EQ(joined("S eptember 30, 2023"), "September 30, 2023");
  EXPECT_EQ(joined("S ix Months Ended"), "Six Months Ended");
  EXPECT_EQ(joined("THREE M ONTHS ENDED"), "THREE MONTHS ENDED");
  EXPECT_EQ(joined("A ugust 31,"), "August 31,");
}

TEST(LettersSetApart, AreJoinedToWordsOfTheText) {
  EXPECT_EQ(joined("Cloud M usic grew. Cloud Music sells."), "Cloud Music grew. Cloud Music sells.");
  EXPECT_EQ(joined("Cloud M usic grew."), "");
}

TEST(LettersSetApart, AreLeftWhereTheyAreNames) {
  EXPECT_EQ(joined("Class B ear and a Bear"), "");
  EXPECT_EQ(joined("Option B ear, a bear and an ear"), "");
  EXPECT_EQ(joined("A share of ashare"), "");
  EXPECT_EQ(joined("Plan B ordinary, B preferred"), "");
}

TEST(LettersSetApart, MakeCurrencies) {
  EXPECT_EQ(joined("(RMB and US D in thousands)"), "(RMB and USD in thousands)");
  EXPECT_EQ(joined("RM B   R M B  US $"), "RMB   RMB  US$");
  EXPECT_EQ(joined("US $ 5 million"), "");
}

TEST(LettersSetApart, LeaveTheRestOfTheLineInItsPlace) {
  const auto document = read(
      "                           S eptember 30,  S eptember 30,\n"
      "                                    2022            2023\n"
      "                                    RM B            RM B\n"
      "Cloud Music                        1,000           2,000\n"
      "Cloud M usic costs                   900           1,800\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document),
            "T\n"
            "|1 September 30, |2 September 30, |\n"
            "|1 2022 |2 2023 |\n"
            "|1 RMB |2 RMB |\n"
            "|0 Cloud Music |1 1,000 |2 2,000 |\n"
            "|0 Cloud Music costs |1 900 |2 1,800 |\n");
  EXPECT_EQ(places(document->tables[0]),
            "1 1:28 1:44\n2 2:37 2:53\n3 3:37 3:53\n4 4:1 4:36 4:52\n5 5:1 5:38 5:52\n");
}

TEST(LettersSetApart, AreJoinedInSentences) {
  EXPECT_EQ(shown("Margin of Cloud M usic was 5.2% in S eptember. Cloud Music grew.\n"),
            "P Margin of Cloud Music was 5.2% in September. Cloud Music grew.\n");
}

}  // namespace
}  // namespace kcfin::read_test
