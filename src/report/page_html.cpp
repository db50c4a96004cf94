// A filing's part of the page: what it is, what was looked at, what was found.
#include "report/page_html.h"

#include <fmt/format.h>

#include "report/characters.h"
#include "report/json.h"
#include "report/marks.h"
#include "report/names.h"
#include "report/summary_text.h"
#include "report/unchecked.h"
#include "report/wording.h"

namespace kcfin::report {
namespace {

std::string counts_words(const Report& report) {
  return fmt::format("{}, {}, {}; {} of {} figures checked", counted(report.errors, "error", "errors"),
                     counted(report.warnings, "warning", "warnings"), counted(report.notes, "note", "notes"),
                     report.figures_checked, report.figures);
}

std::string count_cells(const Coverage& counts) {
  return fmt::format("<td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                     counts.figures, counts.held, counts.held_twice, counts.unheld, counts.nothing,
                     counts.contradicted);
}

constexpr std::string_view kCountHeads =
    "<th scope=\"col\">figures</th><th scope=\"col\">held</th><th scope=\"col\">held twice</th>"
    "<th scope=\"col\">not held</th><th scope=\"col\">nothing to hold</th><th "
    "scope=\"col\">contradicted</th></tr></thead>\n<tbody>\n";

std::string coverage(const FileResult& file, const Marks& marks) {
  const Filing& filing = file.checked.filing;
  std::string out = fmt::format(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Figures by statement, {}\"><table "
      "class=\"counts\"><thead><tr><th scope=\"col\">statement</th>"
      "<th scope=\"col\">tables</th>{}",
      shown_in_markup(file.name), kCountHeads);
  const auto kinds = coverage_by_kind(file.checked, marks);
  for (std::size_t k = 0; k < kTableKinds; ++k) {
    if (kinds[k].tables == 0) continue;
    out += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td>{}", words_for(static_cast<TableKind>(k)),
                       kinds[k].tables, count_cells(kinds[k]));
  }
  out += fmt::format(
      "</tbody></table></div>\n<details><summary>Table by table</summary><div class=\"scroll\" "
      "role=\"region\" tabindex=\"0\" aria-label=\"Figures by table, {}\"><table "
      "class=\"counts\"><thead><tr><th scope=\"col\">table</th>{}",
      shown_in_markup(file.name), kCountHeads);
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    out +=
        fmt::format("<tr><th scope=\"row\"><a href=\"#{}\">{}</a> {}</th>{}", page_element(file, table_id(t)),
                    table_id(t), shown_in_markup(statement_name(filing.tables[t])),
                    count_cells(coverage_of(file.checked, marks, t)));
  }
  out += "</tbody></table></div></details>\n";
  const Report::ClaimCounts& claims = file.checked.report.claims;
  return out + fmt::format("<p>Sentences: {} stated; {} tied, {} recomputed, {} not understood.</p>\n",
                           counted(claims.found, "figure is", "figures are"), claims.tied, claims.recomputed,
                           claims.unresolved);
}

std::string rates(const Filing& filing) {
  std::string out;
  for (const Rate& rate : filing.rates) {
    out +=
        fmt::format("<p>Rate: {}{} for {}1{}, stated on line {}.</p>\n", rate.from.data(), rate.rate.text(),
                    rate.to.data(), rate.as_of.known() ? " on " + rate.as_of.iso() : "", rate.at.line);
  }
  return out;
}

std::string about(const FileResult& file) {
  const Filing& filing = file.checked.filing;
  const FilingKeys keys = keys_of(file.checked);
  std::string out = shown_in_markup(filing.form);
  if (filing.report.known())
    out += fmt::format(", {} report to {}", name(filing.report_kind), filing.report.end.iso());
  if (!keys.accession.empty())
    out += fmt::format(", CIK {}, accession {}", shown_in_markup(keys.cik), shown_in_markup(keys.accession));
  if (!keys.filed.empty()) out += ", filed " + keys.filed;
  return out + fmt::format("<br>SHA-256 {}", shown_in_markup(file.checked.document.sha256));
}

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key);
  json.open_array();
  for (const std::string& text : texts) json.text(text);
  json.close_array();
}

// Of what no check holds, and of claims that were not understood, the reason: by the reasons' numbers.
void write_reasons(JsonWriter& json, const FileResult& file, const Marks& marks) {
  const Filing& filing = file.checked.filing;
  const UncheckedReasons reasons(file.checked);
  std::vector<std::string> texts;
  std::map<std::string, std::uint64_t> numbers;
  const auto why = [&](FigureId figure, const std::string& reason) {
    const auto [entry, added] = numbers.emplace(reason, texts.size());
    if (added) texts.push_back(reason);
    json.member(fact_id(filing, figure), entry->second);
  };
  json.key("why");
  json.open_object();
  for_each_fact(file.checked, [&](const Fact& fact) {
    if (fact.checks == 0) why(fact.id, reasons.of(fact));
  });
  for (const Claim& claim : filing.claims) {
    if (claim.figure < filing.figures.size() && !claim.unresolved.empty() &&
        marks.checks(claim.figure).empty())
      why(claim.figure, claim.unresolved);
  }
  json.close_object();
  write_strings(json, "reasons", texts);
}

}  // namespace

std::string page_key(const FileResult& file) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a: a name, not a secret
  for (const char c : file.name + '\x1f' + file.checked.document.sha256) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return fmt::format("k{:012x}", hash & 0xffffffffffffULL);
}

std::string page_element(const FileResult& file, std::string_view name) {
  return fmt::format("{}-{}", page_key(file), name);
}

std::string page_link(const FileResult& file, FigureId figure, std::string_view words) {
  const std::string id = fact_id(file.checked.filing, figure);
  if (id.empty()) return shown_in_markup(words);
  return fmt::format("<a href=\"#{}\">{}</a>", page_element(file, id), shown_in_markup(words));
}

std::string page_entry(const FileResult& file) {
  const std::string& issuer = file.checked.filing.issuer;
  return fmt::format("<p><a href=\"#{}\">{}</a> <span class=\"name\">{}</span>: {}</p>\n", page_key(file),
                     shown_in_markup(issuer.empty() ? file.name : issuer), shown_in_markup(file.name),
                     counts_words(file.checked.report));
}

std::string page_data(const FileResult& file, const Marks& marks) {
  const Filing& filing = file.checked.filing;
  std::string out;
  JsonWriter json(out);
  json.open_object();
  json.key("rules");
  json.open_array();
  for (const Rule& rule : rules()) json.text(rule.id);
  json.close_array();
  json.key("checks");
  json.open_array();
  for (const Check& check : file.checked.report.checks) {
    if (check.verdict == Verdict::skipped) continue;
    json.open_array();
    json.number(check.rule);
    json.number(static_cast<std::uint64_t>(check.verdict));
    json.text(fact_id(filing, check.figure));
    json.open_array();
    for (const Term& term : check.terms) json.text(fact_id(filing, term.figure));
    json.close_array();
    json.text(check.equation);
    json.text(check.reading);
    json.close_array();
  }
  json.close_array();
  write_reasons(json, file, marks);
  json.close_object();
  // Nothing in it may end the element that it stands in.
  std::string safe;
  safe.reserve(out.size());
  for (const char c : out) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

std::string page_filing(const FileResult& file) {
  const Marks marks(file.checked);
  const std::string& issuer = file.checked.filing.issuer;
  std::string out = fmt::format("<section class=\"filing\" id=\"{}\" aria-labelledby=\"{}\">\n",
                                page_key(file), page_element(file, "name"));
  out += fmt::format("<h2 id=\"{}\">{}</h2>\n<p class=\"name\">{}</p>\n<p class=\"soft name\">{}</p>\n",
                     page_element(file, "name"), shown_in_markup(issuer.empty() ? file.name : issuer),
                     shown_in_markup(file.name), about(file));
  out += fmt::format("<p>{}</p>\n", counts_words(file.checked.report));
  out += rates(file.checked.filing);
  out += "<h3>What was looked at</h3>\n" + coverage(file, marks);
  out += page_findings(file);
  out += page_tables(file, marks);
  out += "<script type=\"application/json\">" + page_data(file, marks) + "</script>\n";
  return out + "</section>\n";
}

}  // namespace kcfin::report
