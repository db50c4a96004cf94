// One finding a damaged row: a reader looks at a line, not at its cells one by one.
#include "solve/text_findings.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "rules/rule_ids.h"
#include "solve/text_evidence.h"
#include "solve/wording.h"
#include "values/text.h"

namespace kcfin::solving {
namespace {

RuleId rule_of(Damage damage) {
  switch (damage) {
    case Damage::ghost:
      return rule_id::text_row;
    case Damage::two_in_one:
    case Damage::lost:
    case Damage::shifted:
    case Damage::unplaced:
      return rule_id::text_cell;
    default:
      return rule_id::text_number;
  }
}

// The gravest of a row's damages names its finding.
int weight(Damage damage) {
  switch (damage) {
    case Damage::ghost:
      return 4;
    case Damage::two_in_one:
      return 3;
    case Damage::lost:
    case Damage::shifted:
      return 2;
    case Damage::malformed:
    case Damage::unplaced:
      return 1;
    default:
      return 0;
  }
}

struct DamagedRow {
  FigureId worst = kNoFigure;
  std::string recovered, set_aside;
  DamagedText text;
};

bool has_trait(const std::vector<Trait>& traits, Trait wanted) {
  return std::find(traits.begin(), traits.end(), wanted) != traits.end();
}

// Where no scanner has been, only arithmetic that a mended text makes right shows that the text is damaged.
bool claimed(const Decimal& confidence, const std::vector<Trait>& traits) {
  const bool proved =
      has_trait(traits, Trait::text_recovered) || has_trait(traits, Trait::text_recovered_beyond);
  return compare(confidence, kClaimed) >= 0 && (proved || !has_trait(traits, Trait::text_from_markup));
}

// What speaks for damage at a place, and what is made of it.
struct TextJudgement {
  const TextTraitReader& traits;
  bool claim_all;  // whatever the confidence

  // Says how sure it is that the text is damaged. What more likely is sound and was misread is a note.
  void weigh(Finding& finding, const std::vector<Trait>& found) const {
    finding.confidence = Decimal{confidence_of(found), 2};
    for (const Trait trait : found) finding.evidence.push_back(words_of(trait));
    finding.against = against(found);
    if (!claim_all && !claimed(*finding.confidence, found)) finding.severity = Severity::note;
  }
};

void append(std::string& list, const std::string& item) {
  if (!list.empty()) list += ", ";
  list += item;
}

Finding finding_at(RuleId rule, const Filing& filing, FigureId figure, Severity severity) {
  Finding out;
  out.rule = rule;
  out.severity = severity;
  out.figure = figure;
  out.at = filing.figures[figure].at;
  if (filing.figures[figure].in_table()) out.table = filing.figures[figure].table;
  out.label = label_of(filing, figure);
  out.unit = filing.figures[figure].unit.text();
  out.period = filing.figures[figure].period;
  out.scale_power = filing.figures[figure].scale_power;
  out.origin = Origin::text;
  return out;
}

std::string row_message(const DamagedRow& row, Damage damage, const std::string& label) {
  if (damage == Damage::ghost) {
    return label + " is a header, but carries its neighbour's figures garbled (" + row.set_aside +
           "): set aside";
  }
  if (damage == Damage::unplaced)
    return label + " has a figure under none of its columns: " + row.set_aside + " has no value";
  std::string message = "the text of " + label + " is damaged";
  if (row.recovered.empty() && row.set_aside.empty())
    return message + ", but its figures are confirmed as printed";
  if (!row.recovered.empty()) message += ": " + row.recovered + ", as the other figures prove";
  if (!row.set_aside.empty()) {
    message += (row.recovered.empty() ? ": " : "; ") + row.set_aside + " cannot be recovered and " +
               (row.text.lost == 1 ? "has" : "have") + " no value";
  }
  return message;
}

void add_damaged_rows(const Filing& filing, const Values& values, const std::vector<Recovery>& recoveries,
                      const TextJudgement& judgement, std::vector<Finding>& out) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, DamagedRow> rows;
  const auto row_of = [&](FigureId id) -> DamagedRow& {
    const Figure& figure = filing.figures[id];
    DamagedRow& row = rows[{figure.table, figure.in_table() ? figure.row : id}];
    if (row.worst == kNoFigure || weight(figure.damage) > weight(filing.figures[row.worst].damage))
      row.worst = id;
    return row;
  };
  for (const Recovery& recovery : recoveries) {
    const Figure& figure = filing.figures[recovery.figure];
    DamagedRow& row = row_of(recovery.figure);
    row.text.figures.push_back(recovery.figure);
    if (recovery.recovered) {
      if (figure.damage == Damage::suspect && figure.candidates.size() == 1 &&
          values[recovery.figure] == figure.candidates.front().value) {
        ++row.text.confirmed;
        continue;
      }
      ++row.text.recovered;
      append(row.recovered, std::string(figure.raw) + " is read as " + values[recovery.figure]->grouped());
      row.text.one_reading = row.text.one_reading && recovery.one_reading;
    } else {
      ++row.text.lost;
      append(row.set_aside, std::string(figure.raw));
    }
  }
  for (FigureId id = 0; id < filing.figures.size(); ++id) {
    if (filing.figures[id].damage == Damage::ghost)
      append(row_of(id).set_aside, std::string(filing.figures[id].raw));
  }
  for (const auto& [place, row] : rows) {
    const Damage damage = filing.figures[row.worst].damage;
    const bool note = row.text.lost == 0 && (damage == Damage::ghost || row.text.one_reading);
    Finding finding =
        finding_at(rule_of(damage), filing, row.worst, note ? Severity::note : Severity::warning);
    const std::string label =
        finding.label.empty()
            ? std::string(filing.figures[row.worst].in_table() ? "a row without a label" : "an amount")
            : "\u201c" + finding.label + "\u201d";
    finding.message = row_message(row, damage, label);
    if (!note) judgement.weigh(finding, judgement.traits.of_row(row.text));
    if (damage == Damage::unplaced) finding.severity = Severity::note;  // its text is sound
    finding.suggestion = "compare the line with the filing as published";
    out.push_back(std::move(finding));
  }
}

// Outside the statements and their like a table without a period is common and no sign of damage: rows of a
// statement of equity carry the dates themselves.
bool needs_period(TableKind kind) {
  return kind != TableKind::changes_in_equity && kind != TableKind::note && kind != TableKind::other;
}

// "Revised 2026 outlook" over "Low | High": what a company expects is no statement, of whatever period it is.
bool expected(const Table& table) {
  constexpr std::array<std::string_view, 5> kWords = {"outlook", "guidance", "forecast", "estimate",
                                                      "target"};
  const std::string title = lower(table.title);
  return std::all_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
    const std::string printed = lower(column.printed) + (column.printed.empty() ? "" : " ") + title;
    return column.heading != Heading::unknown ||
           std::any_of(kWords.begin(), kWords.end(),
                       [&](std::string_view word) { return printed.find(word) != std::string::npos; });
  });
}

void add_headings(const Filing& filing, const TextJudgement& judgement, std::vector<Finding>& out) {
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    const Table& table = filing.tables[t];
    const Column* worst = nullptr;
    for (const Column& column : table.columns) {
      if (column.heading == Heading::read) continue;
      if (worst == nullptr || (column.heading == Heading::unknown && worst->heading != Heading::unknown))
        worst = &column;
    }
    if (worst == nullptr) continue;
    const bool amounts = std::any_of(table.columns.begin(), table.columns.end(), [](const Column& column) {
      return column.unit.measure == Measure::money;
    });
    if (worst->heading == Heading::unknown && !amounts) continue;
    Finding finding;
    finding.rule = rule_id::text_header;
    const bool unknown = worst->heading == Heading::unknown;
    finding.severity =
        unknown && needs_period(table.kind) && !expected(table) ? Severity::warning : Severity::note;
    finding.at = worst->at.line != 0 ? worst->at : Place{table.first_line, 1};
    finding.table = t;
    finding.label = table.title;
    finding.origin = Origin::text;
    if (unknown) {
      finding.message =
          "the heading of the table could not be read: " + worst->why + "; no rule uses its columns";
      if (finding.severity == Severity::warning) judgement.weigh(finding, judgement.traits.of_heading(t));
    } else {
      std::string periods;
      for (const Column& column : table.columns)
        append(periods, column.unit.text() + (column.period.known() ? " " + period_text(column.period) : ""));
      finding.message = "the heading of the table had to be worked out (" + worst->why + "): " + periods;
    }
    finding.suggestion = "check the periods against the filing as published";
    out.push_back(std::move(finding));
  }
}

void add_lost_labels(const Filing& filing, const TextJudgement& judgement, std::vector<Finding>& out) {
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    const Table& table = filing.tables[t];
    std::string known;
    const Row* first = nullptr;
    for (const Row& row : table.rows) {
      if (!row.label_lost) continue;
      if (first == nullptr) first = &row;
      if (!row.label.empty())
        append(known, "line " + std::to_string(row.line) + " is \u201c" + row.label + "\u201d");
    }
    if (first == nullptr) continue;
    Finding finding;
    finding.rule = rule_id::text_label;
    finding.severity = Severity::warning;
    finding.at = first->at;
    finding.table = t;
    finding.origin = Origin::text;
    finding.message = known.empty() ? "the rows of the table have lost their labels"
                                    : "the rows of the table have lost their labels; by its figures " + known;
    judgement.weigh(finding, judgement.traits.of_lost_labels(t, !known.empty()));
    finding.suggestion = "compare the table with the filing as published";
    out.push_back(std::move(finding));
  }
}

void add_unread_statements(const Filing& filing, std::vector<Finding>& out) {
  for (const StatementTitle& title : filing.statement_titles) {
    if (!title.unread() && !title.read_in_part()) continue;
    Finding finding;
    finding.rule = rule_id::text_table;
    finding.severity = Severity::warning;
    finding.at = title.at;
    finding.table = title.table;
    finding.label = title.text;
    finding.origin = Origin::text;
    const std::string rows = std::to_string(title.rows_left) + " rows of figures under it stand in no table";
    finding.message = title.unread()
                          ? "the title names a statement, but no table could be read under it: " + rows
                          : "only a part of the statement that the title names could be read: " + rows;
    finding.suggestion = "take the statement from the filing as published, in another form";
    out.push_back(std::move(finding));
  }
}

void add_cut_off(const Filing& filing, std::vector<Finding>& out) {
  if (filing.cut_off.line == 0) return;
  Finding finding;
  finding.rule = rule_id::text_table;
  finding.severity = Severity::warning;
  finding.at = {filing.cut_off.line, 1};
  finding.origin = Origin::text;
  finding.message = "the file ends within " + std::string(filing.cut_off.within) + ": the rest is missing";
  finding.suggestion = "take the filing as published, whole";
  out.push_back(std::move(finding));
}

// Several findings become one, from which they follow: it stands where the first of them does, and is as sure
// as the surest of them.
void gather(const std::vector<std::size_t>& some, std::string message, std::vector<Finding>& out) {
  const Finding& first = out[some.front()];
  Finding root;
  root.rule = first.rule;
  root.severity = first.severity;
  root.figure = first.figure;
  root.at = first.at;
  root.table = first.table;
  root.label = first.label;
  root.origin = Origin::text;
  root.message = std::move(message);
  root.suggestion = "compare them with the filing as published";
  const auto index = static_cast<std::uint32_t>(out.size());
  for (const std::size_t i : some) out[i].cause = index;
  out.push_back(std::move(root));
}

// What cannot be read in many places is said once, with the places behind it: columns were lost, by this copy
// or by the reading of it, and a person looks at the first of them. So for a table, and so for a filing; what
// is claimed apart from what is only noted.
void gather_what_cannot_be_read(std::size_t begin, Severity severity, std::vector<Finding>& out) {
  constexpr std::size_t kManyOfTable = 4, kManyOfFiling = 3;
  const std::size_t end = out.size();
  std::map<std::uint32_t, std::vector<std::size_t>> of_table;
  std::vector<std::size_t> all;
  std::set<std::uint32_t> tables;
  for (std::size_t i = begin; i < end; ++i) {
    const bool unread = out[i].confidence || severity == Severity::warning;
    if (!out[i].table || out[i].severity != severity || out[i].cause != kNoCause || !unread) continue;
    of_table[*out[i].table].push_back(i);
    all.push_back(i);
    tables.insert(*out[i].table);
  }
  if (tables.size() >= kManyOfFiling) {
    gather(all,
           std::to_string(all.size()) + " places in " + std::to_string(tables.size()) +
               " tables could not be read with certainty",
           out);
    return;
  }
  for (const auto& [table, some] : of_table) {
    if (some.size() >= kManyOfTable)
      gather(some, std::to_string(some.size()) + " places of this table could not be read with certainty",
             out);
  }
}

}  // namespace

void add_text_findings(const TextEvidence& evidence, Report& report) {
  const Filing& filing = evidence.filing;
  std::vector<Finding>& out = report.findings;
  const std::size_t begin = out.size();
  const TextTraitReader traits(filing, report.checks_of);
  const TextJudgement judgement{traits, evidence.claim_all};
  add_damaged_rows(filing, evidence.values, evidence.recoveries, judgement, out);
  add_headings(filing, judgement, out);
  add_lost_labels(filing, judgement, out);
  add_unread_statements(filing, out);
  add_cut_off(filing, out);
  gather_what_cannot_be_read(begin, Severity::warning, out);
  gather_what_cannot_be_read(begin, Severity::note, out);
}

}  // namespace kcfin::solving
