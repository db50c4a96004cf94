// The words that say how something moved.
#include "prose/change_word.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace kcfin::prose {
namespace {

// No sentence is read for a direction that is not let through first.
TEST(ChangeWord, EachIsLetThrough) {
  for (const std::string_view word :
       {"increased", "decreased", "declined", "grew", "rose", "fell", "dropped", "improved", "expanded",
        "climbed", "surged", "jumped", "narrowed", "contracted", "widened", "shrank", "advanced"}) {
    EXPECT_TRUE(change_verb(word)) << word;
    EXPECT_TRUE(may_move("Gross profit " + std::string(word) + ".")) << word;
  }
  for (const std::string_view word :
       {"increase", "increases", "decrease", "decreases", "decline", "declines", "growth", "drop",
        "reduction", "rise", "improvement", "improvements", "expansion", "contraction"}) {
    EXPECT_TRUE(change_noun(word)) << word;
    EXPECT_TRUE(may_move("The " + std::string(word) + " in gross profit")) << word;
  }
  for (const std::string_view word : {"grown", "risen", "fallen", "shrunk"}) {
    EXPECT_TRUE(change_participle(word)) << word;
    EXPECT_TRUE(may_move("has " + std::string(word))) << word;
  }
  EXPECT_TRUE(may_move("Growth in gross profit was due to fuel"));
  EXPECT_TRUE(may_move("Lower gross profit was due to fuel"));
  EXPECT_FALSE(may_move("Gross profit was RMB5.0 million"));
}

}  // namespace
}  // namespace kcfin::prose
