// One filing in every dialect: the facts and the findings must be the same.
//
// What was read of a filing is written again as a typesetter, a converter or a PDF tool would set it, bare
// and inside a submission, and run through the whole program.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// ---------------------------------------------------------------- what was read, ready to be written again

// A table with a text in each place: spans of headings filled in, because every dialect shows them its way.
struct Line {
  std::string label;
  std::uint16_t indent = 0;
  struct Cell {
    std::string text;
    std::size_t span = 1;
  };
  std::vector<Cell> cells;
  bool heading = false;
};

bool digit(char c) { return c >= '0' && c <= '9'; }

bool figure(std::string_view text) {
  return std::any_of(text.begin(), text.end(), digit) &&
         text.find_first_not_of("0123456789,.()%$ -") == std::string_view::npos &&
         text.find_first_of(",.()%") != std::string_view::npos;
}

// "Three months ended" and "June 30," stand over several columns, "RMB" and "Number of" over one.
bool spreads(std::string_view text) {
  return std::any_of(text.begin(), text.end(), digit) || text.find("nded") != std::string_view::npos;
}

std::vector<Line> lines_of(const RawTable& table) {
  std::size_t columns = 0;
  for (const RawRow& row : table.rows)
    for (const RawCell& cell : row.cells) columns = std::max<std::size_t>(columns, cell.column + 1U);
  std::vector<Line> lines;
  bool heading = true;
  for (const RawRow& row : table.rows) {
    const bool figures = std::any_of(row.cells.begin(), row.cells.end(),
                                     [](const RawCell& cell) { return figure(cell.text); });
    const bool words = row.cells.size() == 1 && row.cells.front().column == 0;
    heading = (heading && !figures && !words) || (!figures && !words && row.cells.front().column > 0);
    Line line;
    line.heading = heading;
    line.indent = row.indent;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      const RawCell& cell = row.cells[at];
      if (cell.column == 0) {
        line.label = cell.text;
        continue;
      }
      const std::size_t next = at + 1 < row.cells.size() ? row.cells[at + 1].column : columns;
      while (line.cells.size() + 1 < cell.column) line.cells.push_back({});
      line.cells.push_back({std::string(cell.text), 1});
      std::size_t span = 1;
      if (table.spans_known) {
        span = std::min<std::size_t>(cell.span, next - cell.column);
      } else if (heading && spreads(cell.text)) {
        span = next - cell.column;
      }
      line.cells.back().span = span;
      for (std::size_t covered = 1; covered < span; ++covered) line.cells.push_back({"", 0});
    }
    while (line.cells.size() + 1 < columns) line.cells.push_back({});
    lines.push_back(std::move(line));
  }
  return lines;
}

template <class Paragraphs, class Tables>
std::string write(const Document& document, Paragraphs paragraph, Tables table) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.kind == Block::Kind::paragraph) {
      paragraph(out, document.paragraphs[block.index]);
    } else {
      table(out, lines_of(document.tables[block.index]));
    }
  }
  return out;
}

// ---------------------------------------------------------------- dialects

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
  return out;
}

// How figures are set: cells before and after each, and what stands in them.
struct Typesetting {
  std::size_t before = 0, after = 0;
  bool splits_parenthesis = false;
  std::string_view nothing;
};
constexpr Typesetting kPlain{};
constexpr Typesetting kSpacers{2, 2, true, "&nbsp;"};
constexpr Typesetting kThirds{1, 1, true, ""};

std::string html(const Document& document, const Typesetting& setting) {
  const auto empty = [&](std::string& out, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out += "<td>" + std::string(setting.nothing) + "</td>";
  };
  const std::size_t width = setting.before + 1 + setting.after;
  const auto value = [&](std::string& out, std::string text) {
    empty(out, setting.before);
    std::string behind;
    if (setting.splits_parenthesis && figure(text) && text.front() == '(' && text.back() == ')') {
      text.pop_back();
      behind = ")";
    }
    out += "<td align=\"right\">" + escaped(text) + "</td>";
    if (setting.after > 0) {
      out += "<td>" + (behind.empty() ? std::string(setting.nothing) : behind) + "</td>";
      empty(out, setting.after - 1);
    }
  };
  return "<html><body>\n" +
         write(
             document,
             [](std::string& out, const Paragraph& paragraph) {
               const std::string_view tag = paragraph.list_item ? "li" : "p";
               out +=
                   "<" + std::string(tag) + ">" + escaped(paragraph.text) + "</" + std::string(tag) + ">\n";
             },
             [&](std::string& out, const std::vector<Line>& lines) {
               out += "<table>\n";
               for (const Line& line : lines) {
                 out += "<tr><td style=\"padding-left:" + std::to_string(line.indent * 5) + "pt\">" +
                        escaped(line.label) + "</td>";
                 for (const Line::Cell& cell : line.cells) {
                   if (cell.span == 0) continue;
                   if (line.heading && cell.span * width > 1) {
                     out += "<td colspan=\"" + std::to_string(cell.span * width) + "\">" +
                            (cell.text.empty() ? std::string(setting.nothing) : escaped(cell.text)) + "</td>";
                   } else {
                     value(out, cell.text);
                   }
                 }
                 out += "</tr>\n";
               }
               out += "</table>\n";
             }) +
         "</body></html>\n";
}

void plain_paragraph(std::string& out, const Paragraph& paragraph) {
  out += (paragraph.list_item ? "- " : "") + std::string(paragraph.text) + "\n\n";
}

std::string separated(const Document& document, std::string_view between, std::string_view outside) {
  return write(document, plain_paragraph, [&](std::string& out, const std::vector<Line>& lines) {
    bool first = true;
    for (const Line& line : lines) {
      out += std::string(outside) + std::string(line.indent, ' ') + line.label;
      for (const Line::Cell& cell : line.cells) out += std::string(between) + cell.text;
      out += std::string(outside) + "\n";
      if (first && !outside.empty()) {
        out += "|";
        for (std::size_t i = 0; i <= line.cells.size(); ++i) out += "---|";
        out += "\n";
      }
      first = false;
    }
    out += "\n";
  });
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Labels on the left, figures flush right, headings centred over their columns.
std::string aligned(const Document& document) {
  return write(document, plain_paragraph, [](std::string& out, const std::vector<Line>& lines) {
    std::size_t labels = 20, width = 14;
    for (const Line& line : lines) {
      labels = std::max(labels, characters(line.label) + line.indent + 4);
      for (const Line::Cell& cell : line.cells) {
        if (cell.span > 0) width = std::max(width, characters(cell.text) / cell.span + 3);
      }
    }
    for (const Line& line : lines) {
      std::string text = std::string(line.indent, ' ') + line.label;
      std::size_t at = line.indent + characters(line.label), column = 0;
      for (const Line::Cell& cell : line.cells) {
        const std::size_t end = labels + (column + std::max<std::size_t>(cell.span, 1)) * width;
        ++column;
        if (cell.text.empty()) continue;
        const std::size_t room = end - (cell.span > 1 ? (cell.span * width - characters(cell.text)) / 2 : 0);
        const bool closed = cell.text.ends_with(')') || cell.text.ends_with('%');
        const std::size_t start = room - characters(cell.text) - (closed ? 0 : 1);
        text += std::string(start > at ? start - at : 2, ' ') + cell.text;
        at = std::max(start, at + 2) + characters(cell.text);
      }
      out += text + "\n";
    }
    out += "\n";
  });
}

std::string submission(std::string_view body) {
  return "<SEC-DOCUMENT>0001234567-24-000001.txt : 20241120\n<SEC-HEADER>0001234567-24-000001.hdr.sgml : "
         "20241120\nACCESSION NUMBER:\t\t0001234567-24-000001\nCONFORMED SUBMISSION TYPE:\t6-K\n"
         "FILED AS OF DATE:\t\t20241120\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>1\n"
         "<FILENAME>exhibit.htm\n<TEXT>\n" +
         std::string(body) + "</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n";
}

// ---------------------------------------------------------------- what must be the same

std::vector<std::string> facts_of(const Checked& checked) {
  std::vector<std::string> out;
  for (const Table& table : checked.filing.tables) {
    for (const Row& row : table.rows) {
      for (const FigureId id : row.cells) {
        if (id == kNoFigure) continue;
        const Figure& figure = checked.filing.figures[id];
        std::string section;
        for (const std::string& header : row.section) section += header + " > ";
        out.push_back(std::string(name(table.kind)) + " | " + section + row.label + " | " +
                      figure.period.start.iso() + ".." + figure.period.end.iso() + " " + figure.unit.text() +
                      " e" + std::to_string(figure.scale_power) + " = " +
                      (figure.usable() ? figure.value->text() : "none"));
      }
    }
  }
  return out;
}

std::vector<std::string> findings_of(const Checked& checked) {
  std::vector<std::string> out;
  for (const Finding& finding : checked.report.findings) {
    if (finding.severity == Severity::note) continue;
    out.push_back(std::string(name(finding.severity)) + " " + std::string(rules()[finding.rule].id) + " " +
                  finding.label + " " + (finding.reported ? finding.reported->text() : "") + " " +
                  (finding.expected ? finding.expected->text() : ""));
  }
  std::sort(out.begin(), out.end());
  return out;
}

// "- missing" and "+ new" lines; the first few.
std::string differences(std::vector<std::string> before, std::vector<std::string> after) {
  constexpr int kMost = 12;
  std::sort(before.begin(), before.end());
  std::sort(after.begin(), after.end());
  std::string out;
  int shown = 0;
  const auto show = [&](std::string_view sign, const std::vector<std::string>& from,
                        const std::vector<std::string>& without) {
    std::vector<std::string> only;
    std::set_difference(from.begin(), from.end(), without.begin(), without.end(), std::back_inserter(only));
    for (const std::string& line : only) {
      if (shown++ < kMost) out += std::string(sign) + line + "\n";
    }
  };
  show("- ", before, after);
  show("+ ", after, before);
  return out;
}

void expect_same(const Checked& original, const std::string& text, std::string_view dialect) {
  SCOPED_TRACE(dialect);
  const auto again = check(text);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(differences(facts_of(original), facts_of(*again)), "");
  EXPECT_EQ(differences(findings_of(original), findings_of(*again)), "");
}

void expect_same_in_every_dialect(const fs::path& path) {
  SCOPED_TRACE(path.filename());
  const auto original = check(contents(path));
  ASSERT_TRUE(original) << original.error().message;
  const Document& document = original->document;
  ASSERT_FALSE(original->filing.tables.empty());
  expect_same(*original, html(document, kPlain), "html, one cell a figure");
  expect_same(*original, html(document, kSpacers), "html with spacers");
  expect_same(*original, html(document, kThirds), "html, three cells a figure");
  expect_same(*original, separated(document, "\t", ""), "tabs");
  expect_same(*original, separated(document, " | ", "|"), "pipes");
  expect_same(*original, aligned(document), "aligned");
  expect_same(*original, submission(html(document, kSpacers)), "html in a submission");
  expect_same(*original, submission(separated(document, "\t", "")), "tabs in a submission");
  expect_same(*original, submission(aligned(document)), "aligned in a submission");
}

TEST(Dialects, OneFilingGivesTheSameFacts) {
  for (const std::string name :
       {"interim-sound.txt", "interim-mistranslated-impairment.txt", "annual-results.txt",
        "quarter-three-and-six-months.txt", "mezzanine-and-discontinued.txt", "us-dollars-only.txt",
        "us-dollar-plugs.txt", "percent-columns-nt-dollars.txt", "ifrs-reais.txt",
        "exchange-effect-outside-net-change.txt", "html-exhibit.htm", "aligned-text.txt",
        "three-and-nine-months.txt", "weeks-and-ratios.txt"})
    expect_same_in_every_dialect(fs::path(KCFIN_TESTDATA) / name);
}

// A scanner's faults mean something else in another dialect: no markup carries a ghost.
bool damaged(const fs::path& path) {
  const auto checked = check(contents(path));
  return checked &&
         std::any_of(checked->report.findings.begin(), checked->report.findings.end(),
                     [](const Finding& finding) { return rules()[finding.rule].id.starts_with("text/"); });
}

TEST(ConformanceOfDialects, RealFilingsGiveTheSameFacts) {
  const fs::path folder = fs::path(KCFIN_FILINGS_DIR) / "filings";
  if (!fs::exists(folder)) GTEST_SKIP() << "no filings in " << folder;
  for (const fs::path& part : {folder, folder / "other"}) {
    for (const auto& entry : fs::directory_iterator(part)) {
      if (entry.is_regular_file() && !damaged(entry.path())) expect_same_in_every_dialect(entry.path());
    }
  }
}

}  // namespace
}  // namespace kcfin
