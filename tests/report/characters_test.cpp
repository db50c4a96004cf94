// What may be sent to a terminal, and how wide it is there.
#include "report/characters.h"

#include <gtest/gtest.h>

namespace kcfin::report {
namespace {

using namespace std::string_view_literals;

TEST(Shown, LeavesPrintedTextAlone) {
  EXPECT_EQ(shown("Revenues, net — 金山云 “adjusted” ÷ 7.2513"),
            "Revenues, net — 金山云 “adjusted” ÷ 7.2513");
}

TEST(Shown, MakesControlsVisible) {
  EXPECT_EQ(shown("\x1b[31mred\x1b[0m"), "␛[31mred␛[0m");
  EXPECT_EQ(shown("a\0b\tc\nd\re\x7f"sv), "a␀b␉c␊d␍e␡");
  EXPECT_EQ(shown("\xC2\x9B"
                  "31m"),
            "<U+009B>31m");
}

TEST(Shown, MakesMarksOfDirectionVisible) {
  EXPECT_EQ(shown("1,000\u202E000,2\u202C"), "1,000<U+202E>000,2<U+202C>");
  EXPECT_EQ(shown("a\u2028b\uFEFFc\U000E0041"), "a<U+2028>b<U+FEFF>c<U+E0041>");
}

TEST(Shown, ReplacesWhatIsNoUtf8) {
  EXPECT_EQ(shown("caf\xE9 au lait"), "caf\uFFFD au lait");
  EXPECT_EQ(shown("\xC0\xAF \xED\xA0\x80 \xF5\x80\x80\x80 \xE2\x82"),
            "\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD");
}

TEST(Shown, BreaksUpCommandsOfAJobsLog) {
  EXPECT_EQ(shown("::error::x"), ": :error::x");
  EXPECT_EQ(shown("see ::stop-commands::t and a::b"), "see : :stop-commands::t and a::b");
  EXPECT_EQ(shown("x##[add-mask]y ## z"), "x# #[add-mask]y ## z");
}

TEST(Columns, CountsWhatATerminalShows) {
  EXPECT_EQ(columns("abc"), 3U);
  EXPECT_EQ(columns("金山云"), 6U);
  EXPECT_EQ(columns("e\u0301t\u00E9"), 3U);
  EXPECT_EQ(columns(""), 0U);
}

TEST(Fitted, CutsTheEnd) {
  EXPECT_EQ(fitted("Net loss", 8), "Net loss");
  EXPECT_EQ(fitted("Net loss", 7), "Net lo…");
  EXPECT_EQ(fitted("金山云集团", 6), "金山…");
}

TEST(Folded, BreaksAtSpaces) {
  EXPECT_EQ(folded("one two  three", 8), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(folded("extraordinarily so", 6), (std::vector<std::string>{"extraordinarily", "so"}));
  EXPECT_EQ(folded("", 6), std::vector<std::string>{""});
}

TEST(Padded, FillsUpToTheWidth) {
  EXPECT_EQ(padded_left("金1", 5), "  金1");
  EXPECT_EQ(padded_right("金1", 5), "金1  ");
  EXPECT_EQ(padded_left("12345", 3), "12345");
}

}  // namespace
}  // namespace kcfin::report
