// The words around a statement's name.
#include "statement/title_words.h"

#include <gtest/gtest.h>

namespace kcfin::statement {
namespace {

TEST(TitleWords, TellOfAState) {
  for (const char* word :
       {"Unaudited", "UN-AUDITED", "condensed", "Half-yearly", "interim,", "Consolidated:"})
    EXPECT_TRUE(tells_of_state(word)) << word;
  for (const char* word : {"", "profit", "audit", "consolidated;", "interim,,"})
    EXPECT_FALSE(tells_of_state(word)) << word;
}

TEST(TitleWords, GoOnWithATitle) {
  for (const char* word : {"for", "Months", "ended,", "Sept.", "December", "2024", "Shareholders\u2019",
                           "u.s.", "U.S.,", "FY24", "3Q", "\u2014", "RMB)", "Cont\u2019d", ""}) {
    EXPECT_EQ(goes_on_with_title(word), std::string_view(word) != "RMB)") << word;
  }
  for (const char* word : {"show", "fyi", "maybe-not", "q5", "ended,,", "shareholder-"})
    EXPECT_FALSE(goes_on_with_title(word)) << word;
}

TEST(TitleWords, NameAnotherThing) {
  for (const char* before :
       {"Notes to the Consolidated ", "a SUMMARY of ", "Pro Forma ", "supplementary", "effects, on "})
    EXPECT_TRUE(names_another_thing(before)) << before;
  for (const char* before : {"Unaudited Condensed ", "Noted ", "pro  forma ", "proformas", "", "deadline "})
    EXPECT_FALSE(names_another_thing(before)) << before;
}

}  // namespace
}  // namespace kcfin::statement
