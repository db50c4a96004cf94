// The page as text: what a browser would run, what it would load, and that a filing's text is none of it.
// What it does in a browser is tests/page's.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/made_up_filing.h"

namespace kcfin::testing {
namespace {

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

nlohmann::json data_of(std::string_view page) {
  const std::string_view opening = "<script type=\"application/json\">";
  const std::size_t start = page.find(opening) + opening.size();
  return nlohmann::json::parse(page.substr(start, page.find("</script>", start) - start));
}

TEST(CheckHtml, MarksFiguresAndTiesThemToTheirChecks) {
  const MadeUp made_up;
  const std::string page = printed(*report::check_html({.version = "1.2.3"}), made_up.file);
  EXPECT_NE(page.find("class=\"fig contradicted\""), std::string::npos);
  EXPECT_NE(page.find("aria-label=\"8,031, contradicted\">8,031<i>!</i></button>"), std::string::npos)
      << page;
  EXPECT_NE(page.find("<span>2023</span><span>US$</span>"), std::string::npos);
  EXPECT_EQ(count(page, "class=\"fig "), 5U + 2U);  // of the table, and of the sentence
  const auto data = data_of(page);
  ASSERT_EQ(data["checks"].size(), 1U);
  EXPECT_EQ(data["checks"][0][2], "t1.r3.c3");
  EXPECT_EQ(data["checks"][0][3][0], "t1.r3.c2");
}

TEST(CheckHtml, LoadsNothingAndRunsOnlyItsOwn) {
  const MadeUp made_up;
  const std::string page = printed(*report::check_html({}), made_up.file);
  EXPECT_NE(page.find("default-src 'none'; style-src 'sha256-"), std::string::npos);
  for (const std::string_view loads : {"src=", "href=\"http", "url(", "@import", "style=", "onclick"})
    EXPECT_EQ(page.find(loads), std::string::npos) << loads;
  EXPECT_EQ(count(page, "<script"), 2U);
}

TEST(CheckHtml, LetsAFilingsTextBeNothingButText) {
  MadeUp made_up;
  const std::string hostile =
      "</script><script>alert(1)</script><img src=x onerror='y'>&\x1b[2J\xe2\x80\xae\"";
  Checked& checked = made_up.file.checked;
  made_up.file.name = hostile;
  checked.filing.issuer = checked.filing.form = checked.filing.tables[0].title = hostile;
  checked.filing.tables[0].columns[0].printed = hostile;
  for (Row& row : checked.filing.tables[0].rows) row.label = hostile;
  for (Finding& finding : checked.report.findings)
    finding.message = finding.label = finding.suggestion = finding.equation = hostile;
  for (Check& check : checked.report.checks) check.equation = check.reason = check.reading = hostile;
  const std::string page = printed(*report::check_html({}), made_up.file);
  EXPECT_EQ(count(page, "<script"), 2U);
  EXPECT_EQ(count(page, "</script"), 2U);
  EXPECT_EQ(count(page, "<img"), 0U);
  EXPECT_EQ(page.find('\x1b'), std::string::npos);
  EXPECT_EQ(page.find("\xe2\x80\xae"), std::string::npos);
  EXPECT_EQ(data_of(page)["checks"].size(), 1U);
}

}  // namespace
}  // namespace kcfin::testing
