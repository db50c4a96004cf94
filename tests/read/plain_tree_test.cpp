// The tree of plain markup: what it is, that it is the one that browsers build, and when it is left to the
// other parser.
#include "read/plain_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <random>

#include "read/markup_trees.h"

namespace kcfin::testing {
namespace {

namespace fs = std::filesystem;

void expect_same(const std::string& markup) {
  for (const Trees& trees : trees_of(markup)) {
    ASSERT_TRUE(trees.plain.has_value()) << markup;
    EXPECT_EQ(*trees.plain, trees.gumbo) << markup;
  }
}

void expect_left_to_the_other(const std::string& markup) {
  const auto all = trees_of(markup);
  EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const Trees& trees) { return !trees.plain; })) << markup;
}

TEST(PlainTree, EndsWhatNeedsNoTagToEnd) {
  expect_same("<p>a<p>b<div>c<p>d</div>e");
  expect_same("<ul><li>a<li><p>b<ul><li>c</ul><li>d</ul>e");
  expect_same("<dl><dt>a<dd>b<dt>c<dd><p>d</dl>");
  expect_same("<h1>a<h2>b</h3>c");
  expect_same("a<br>b<hr>c<p>d<hr>e</p></p>f");
  expect_same("<div>a<address>b<li>c<div>d<li>e</div></address></div>");
  expect_same("<center><p>a</center>b</div>");
}

TEST(PlainTree, BeginsWithTheLinesThatEndInTwoBytes) {
  expect_same("\r\n<p>a\r\nb</p>\r\n");
  expect_same("\r\n\r\na");
  expect_same("<p>a</p>\r\n\r\nb");
}

TEST(PlainTree, FillsInTheRowsAndSectionsOfATable) {
  expect_same("<table><td>a<td>b<tr><th>c</table>d");
  expect_same("<table><caption>a<p>b</caption><tr><td>c<p>d</tr><tfoot><tr><td>e</tfoot></table>");
  expect_same("<p>a<table>\n <thead>\n<tr> <td>b</td>\n</tr></thead><tbody></tbody></table><p>c");
  expect_same("<table><tr><td><table><tr><td>a</table>b</td></tr></table>");
  expect_same("<table><tr><table><tr><td>a</table></table>");
  expect_same("<table><tr><td><div>a</tr><td>b</td></th></table>");
}

TEST(PlainTree, DecodesWhatStandsForACharacter) {
  expect_same("<p>R&D & S&amp;P &#8212;&#x2014;&nbsp;&#151; &euro; a&\n&lt;b");
  expect_same("<p>one\r\ntwo\rthree");
  expect_same("<p>\r\none<br>\rtwo");
  expect_same(
      "<p style='margin-left: 12pt; font-family:&quot;A&quot;'>a<td colspan=\"2\"><table><td rowspan=3 "
      "style=\"display:none\">b");
}

TEST(PlainTree, LeavesTheRestToTheOtherParser) {
  expect_left_to_the_other("<table>text<tr><td>a</table>");
  expect_left_to_the_other("<table><tr><div>a</div></table>");
  expect_left_to_the_other("<p>&copy 2024");
  expect_left_to_the_other("<p>&there4; and &bigcirc;");
  expect_left_to_the_other("<p>text</li>more");
  expect_left_to_the_other("<p>a&#1;b");
  expect_left_to_the_other(
      "<p>a\x01"
      "b");
  expect_left_to_the_other("<p>\xC2\x8B 1\xEF\xBF\xBE");
}

// Tags in any order: whatever tree this builds, browsers build the same.
TEST(PlainTree, IsTheOneThatBrowsersBuild) {
  constexpr std::array<std::string_view, 34> kPieces{
      "<p>",        "</p>",
      "<div>",      "</div>",
      "<br>",       "<hr>",
      "<ul>",       "</ul>",
      "<li>",       "</li>",
      "<dl>",       "</dl>",
      "<dt>",       "<dd>",
      "</dd>",      "<h1>",
      "</h1>",      "<h2>",
      "<table>",    "</table>",
      "<tr>",       "</tr>",
      "<td>",       "</td>",
      "<th>",       "<tbody>",
      "</thead>",   "<ol>",
      "<section>",  "<caption>",
      "</caption>", " word ",
      "&nbsp;",     "<td style=\"display:none;text-indent:3em\">"};
  std::mt19937 random(20240821);
  std::size_t compared = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string markup;
    const std::size_t pieces = 2 + random() % 24;
    for (std::size_t piece = 0; piece < pieces; ++piece) markup += kPieces[random() % kPieces.size()];
    for (const Trees& trees : trees_of(markup)) {
      if (!trees.plain) continue;
      ++compared;
      ASSERT_EQ(*trees.plain, trees.gumbo) << markup;
    }
  }
  EXPECT_GT(compared, 5'000U);
}

// Published filings, whole: every third, for time.
TEST(ConformancePlainTree, BuildsTheTreeOfAFiling) {
  const fs::path folder = fs::path(KCFIN_FILINGS_DIR) / "filings";
  if (!fs::is_directory(folder)) GTEST_SKIP() << "no filings at " << folder;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".htm" || extension == ".html") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::size_t segments = 0, left = 0;
  for (std::size_t i = 0; i < files.size(); i += 3) {
    std::ifstream file(files[i], std::ios::binary);
    const std::string markup{std::istreambuf_iterator<char>(file), {}};
    for (const Trees& trees : trees_of(markup)) {
      ++segments;
      if (!trees.plain) {
        ++left;
      } else {
        ASSERT_TRUE(*trees.plain == trees.gumbo) << files[i];
      }
    }
  }
  RecordProperty("segments", static_cast<int>(segments));
  RecordProperty("left to the other parser", static_cast<int>(left));
  EXPECT_GT(segments, 0U);
  EXPECT_LT(left * 100, segments) << left << " of " << segments;
}

}  // namespace
}  // namespace kcfin::testing
