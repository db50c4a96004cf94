// The findings of a filing in the page: roots in the order of their gravity, what follows from each under it.
#include <fmt/format.h>

#include "report/characters.h"
#include "report/names.h"
#include "report/page_html.h"
#include "report/page_place.h"
#include "report/printed.h"
#include "report/wording.h"

namespace kcfin::report {
namespace {

class Findings {
 public:
  explicit Findings(const FileResult& file)
      : file_(file),
        findings_(file.checked.report.findings),
        consequences_(consequences_of(findings_)),
        page_(file.checked.document) {}

  std::string write() {
    std::string out = "<h3>Findings</h3>\n";
    std::string loud, notes;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
      for (std::uint32_t i = 0; i < findings_.size(); ++i) {
        if (findings_[i].cause != kNoCause || findings_[i].severity != severity) continue;
        (severity == Severity::note ? notes : loud) += root(i);
      }
    }
    out += loud.empty() ? std::string("<p>Nothing that a person should look at.</p>\n")
                        : "<ul class=\"findings\">\n" + loud + "</ul>\n";
    if (!notes.empty()) {
      out += fmt::format("<details><summary>{}</summary><ul class=\"findings\">\n{}</ul></details>\n",
                         counted(file_.checked.report.notes, "note", "notes"), notes);
    }
    return out;
  }

 private:
  static std::string grouped(const std::optional<Decimal>& value) { return value ? value->grouped() : "–"; }

  // What the figure is called, as a link to it.
  std::string figure(FigureId id, std::string_view label) const {
    const Where where = where_of(file_.checked, id);
    std::string words(label);
    if (!where.column_heading.empty()) words += ", " + where.column_heading;
    return page_link(file_, id, words.empty() ? std::string_view("the figure") : std::string_view(words));
  }

  std::string root(std::uint32_t index) const {
    const Finding& finding = findings_[index];
    std::string out = fmt::format(
        "<li class=\"{0}\" id=\"{1}\"><p><span class=\"sev {0}\">{0}</span> {2}, line {3}: {4}</p>\n",
        name(finding.severity), page_element(file_, fmt::format("f{}", index + 1)), rules()[finding.rule].id,
        finding.at.line, figure(finding.figure, finding.label));
    out += fmt::format("<p>{}</p>\n", shown_in_markup(finding.message));
    for (const std::string& line : particulars(file_.checked, finding))
      out += fmt::format("<p class=\"soft\">{}</p>\n", shown_in_markup(line));
    if (const std::string_view text = printed(file_.checked.filing, finding);
        page_.is_html() && !text.empty())
      out += fmt::format("<p class=\"soft\">in the filing’s own page: {}</p>\n",
                         shown_in_markup(page_.fragment(finding.at, text)));
    if (!finding.candidates.empty()) {
      out += "<p>One of these is wrong, the most plausible first:</p><ul>\n";
      for (const Mention& mention : finding.candidates)
        out += fmt::format("<li>{}: {}, would be {}</li>\n", figure(mention.figure, mention.label),
                           grouped(mention.reported), grouped(mention.expected));
      out += "</ul>\n";
    }
    return out + consequences(index) + "</li>\n";
  }

  std::string consequences(std::uint32_t index) const {
    if (consequences_[index].empty()) return {};
    std::string out = fmt::format("<p>{} from it:</p><ul>\n",
                                  counted(consequences_[index].size(), "finding follows", "findings follow"));
    for (const std::uint32_t i : consequences_[index]) {
      const Finding& finding = findings_[i];
      out += fmt::format("<li id=\"{}\">{}, line {}: {}: printed {}, {} {}{}</li>\n",
                         page_element(file_, fmt::format("f{}", i + 1)), rules()[finding.rule].id,
                         finding.at.line, figure(finding.figure, finding.label), grouped(finding.reported),
                         finding.printed_there ? "printed there" : "recomputed", grouped(finding.expected),
                         finding.wrong && !*finding.wrong ? "; the figure itself is right" : "");
    }
    return out + "</ul>\n";
  }

  const FileResult& file_;
  const std::vector<Finding>& findings_;
  const Consequences consequences_;
  const PagePlaces page_;
};

}  // namespace

std::string page_findings(const FileResult& file) { return Findings(file).write(); }

}  // namespace kcfin::report
