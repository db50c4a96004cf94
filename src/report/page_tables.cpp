// The statements and sentences of a filing in the page, in their order; every figure is a button that carries
// its marks.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/characters.h"
#include "report/facts.h"
#include "report/marks.h"
#include "report/names.h"
#include "report/page_html.h"
#include "report/table_text.h"
#include "report/wording.h"

namespace kcfin::report {
namespace {

std::string figure_text(const Figure& figure) {
  if (!has_value(figure)) return std::string(figure.raw) + "?";
  return std::string(figure.raw) + (figure.status == Status::repaired ? "*" : "");
}

class Tables {
 public:
  Tables(const FileResult& file, const Marks& marks)
      : file_(file), filing_(file.checked.filing), marks_(marks), key_(page_key(file)) {
    const auto& findings = file.checked.report.findings;
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
      const Finding& finding = findings[i];
      if (finding.figure >= filing_.figures.size()) continue;
      const Figure& figure = filing_.figures[finding.figure];
      if (figure.in_table()) margin_[{figure.table, figure.row}].push_back(i);
    }
    for (const Claim& claim : filing_.claims) {
      for (const FigureId id : {claim.figure, claim.translation, claim.current, claim.base}) {
        if (id < filing_.figures.size() && !filing_.figures[id].in_table())
          sentences_[claim.paragraph].push_back(id);
      }
    }
  }

  std::string write() {
    std::uint32_t next = 0;  // paragraph
    for (std::uint32_t t = 0; t < filing_.tables.size(); ++t) {
      sentences(next, filing_.tables[t].after_paragraph);
      next = std::max(next, filing_.tables[t].after_paragraph);
      table(t);
    }
    sentences(next, static_cast<std::uint32_t>(file_.checked.document.paragraphs.size()));
    return std::move(out_);
  }

 private:
  void figure(FigureId id, std::string_view text, bool stop) {
    const std::string words = marks_.words(id);
    out_ += fmt::format(
        "<button type=\"button\" class=\"fig {}\" id=\"{}-{}\" tabindex=\"{}\" aria-label=\"{}, "
        "{}\">{}<i>{}</i>"
        "</button>",
        name(marks_.standing(id)), key_, fact_id(filing_, id), stop ? 0 : -1, shown_in_markup(text), words,
        shown_in_markup(text), marks_.of(id));
  }

  // ------------------------------------------------------------ sentences

  void sentences(std::uint32_t from, std::uint32_t to) {
    for (auto entry = sentences_.lower_bound(from); entry != sentences_.end() && entry->first < to; ++entry)
      sentence(entry->first, entry->second);
  }

  void sentence(std::uint32_t number, std::vector<FigureId>& figures) {
    if (number >= file_.checked.document.paragraphs.size()) return;
    const Paragraph& paragraph = file_.checked.document.paragraphs[number];
    std::vector<std::pair<std::size_t, FigureId>> places;
    std::sort(figures.begin(), figures.end());
    figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
    for (const FigureId id : figures) {
      if (const std::size_t at = offset_in(paragraph, filing_.figures[id]); at != std::string_view::npos)
        places.emplace_back(at, id);
    }
    if (places.empty()) return;
    std::sort(places.begin(), places.end());
    const std::uint32_t line = paragraph.place(0).line;
    out_ += fmt::format("<p class=\"block\" data-line=\"{0}\"><span class=\"line\">{0}</span> ", line);
    std::size_t done = 0;
    for (const auto& [at, id] : places) {
      if (at < done) continue;
      out_ += shown_in_markup(paragraph.text.substr(done, at - done));
      const std::string_view raw = filing_.figures[id].raw;
      figure(id, raw, done == 0);
      done = at + raw.size();
    }
    out_ += shown_in_markup(paragraph.text.substr(done)) + "</p>\n";
  }

  static std::size_t offset_in(const Paragraph& paragraph, const Figure& figure) {
    if (figure.raw.empty()) return std::string_view::npos;
    for (std::size_t at = paragraph.text.find(figure.raw); at != std::string_view::npos;
         at = paragraph.text.find(figure.raw, at + 1)) {
      if (paragraph.place(at) == figure.at) return at;
    }
    return std::string_view::npos;
  }

  // ------------------------------------------------------------ tables

  void table(std::uint32_t index) {
    const Table& own = filing_.tables[index];
    const bool findings = margin_.lower_bound({index, 0}) != margin_.lower_bound({index + 1, 0});
    const std::string id = fmt::format("{}-{}", key_, table_id(index));
    out_ += fmt::format(
        "<section class=\"block\" id=\"{}\"><h3>{}</h3>\n<p class=\"soft\">{}, {}, lines {} to {}</p>\n"
        "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Line</th><th scope=\"col\">Row</th>",
        id, shown_in_markup(statement_name(own)), table_id(index), words_for(own.kind), own.first_line,
        own.last_line);
    for (const Column& column : own.columns) heading(column);
    out_ += findings ? "<th scope=\"col\" class=\"margin\">Findings</th></tr></thead>\n<tbody>\n"
                     : "</tr></thead>\n<tbody>\n";
    stop_ = true;
    for (std::uint32_t r = 0; r < own.rows.size(); ++r) row(index, r, findings);
    out_ += "</tbody></table></div></section>\n";
  }

  void heading(const Column& column) {
    out_ += "<th scope=\"col\">";
    const std::string printed = column.printed;
    for (std::size_t start = 0; start < printed.size();) {
      const std::size_t end = std::min(printed.find(" / ", start), printed.size());
      out_ += fmt::format("<span>{}</span>", shown_in_markup(printed.substr(start, end - start)));
      start = end + 3;
    }
    const auto typed = [this](std::string_view text) {
      if (!text.empty()) out_ += fmt::format("<span class=\"soft\">{}</span>", shown_in_markup(text));
    };
    const Period& period = column.period;
    typed(period.start.known() ? period.start.iso() + " to" : "");
    typed(period.known() ? period.end.iso() : "period unknown");
    typed(unit_words(column.unit, column.scale_power));
    typed(column.heading == Heading::worked_out ? "worked out" : "");
    out_ += "</th>";
  }

  void row(std::uint32_t index, std::uint32_t number, bool findings) {
    const Table& own = filing_.tables[index];
    const Row& line = own.rows[number];
    const bool any =
        std::any_of(line.cells.begin(), line.cells.end(), [](FigureId id) { return id != kNoFigure; });
    const std::string_view role = line.role == Role::total      ? " class=\"total\""
                                  : line.role == Role::subtotal ? " class=\"subtotal\""
                                  : !any                        ? " class=\"head\""
                                                                : "";
    out_ += fmt::format("<tr{}><td class=\"line\">{}</td><th scope=\"row\" class=\"d{}\">{}</th>", role,
                        line.line, std::min<int>(line.depth, 4), shown_in_markup(row_name(own, line)));
    for (std::size_t c = 0; c < own.columns.size(); ++c) {
      const FigureId id = c < line.cells.size() ? line.cells[c] : kNoFigure;
      out_ += "<td>";
      if (id != kNoFigure) {
        figure(id, figure_text(filing_.figures[id]), stop_);
        stop_ = false;
      }
      out_ += "</td>";
    }
    if (findings) margin(index, number);
    out_ += "</tr>\n";
  }

  // Of a total without a label, what it is the total of.
  [[nodiscard]] std::string row_name(const Table& own, const Row& line) const {
    if (!line.label.empty()) return label_with_unit(filing_, own, line);
    return fmt::format("({})", line.section.empty() ? "no label" : line.section.back());
  }

  void margin(std::uint32_t table, std::uint32_t row) {
    out_ += "<td class=\"margin\">";
    const auto found = margin_.find({table, row});
    if (found != margin_.end()) {
      for (const std::uint32_t i : found->second) {
        const Finding& finding = file_.checked.report.findings[i];
        if (i != found->second.front()) out_ += "<br>";
        out_ += fmt::format(
            "<a class=\"{0}\" href=\"#{1}-f{2}\">{3} {4}</a>", name(finding.severity), key_, i + 1,
            finding.cause == kNoCause ? name(finding.severity) : "follows:", rules()[finding.rule].id);
        if (finding.expected)
          out_ += fmt::format(" {} {}", finding.printed_there ? "printed there" : "recomputed",
                              finding.expected->grouped());
      }
    }
    out_ += "</td>";
  }

  const FileResult& file_;
  const Filing& filing_;
  const Marks& marks_;
  const std::string key_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> margin_;  // findings of a row
  std::map<std::uint32_t, std::vector<FigureId>> sentences_;                              // by paragraph
  bool stop_ = true;  // the next figure is where the keyboard comes into the table
  std::string out_;
};

}  // namespace

std::string page_tables(const FileResult& file, const Marks& marks) { return Tables(file, marks).write(); }

}  // namespace kcfin::report
