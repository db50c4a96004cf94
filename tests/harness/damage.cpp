// The damage harness: damages sound filings as scanners do and judges what becomes of the figures.
//
// A damaged figure may be recovered (its value is given) or set aside (no value, and a finding says so). It
// must not be given wrong as sound, with or without a finding that contradicts it, nor be recovered to
// another value, nor be dropped without a word. A ghost must not become a figure.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "harness/filing_text.h"
#include "harness/scars.h"
#include "harness/trial.h"

namespace kcfin::harness {
namespace {

// ---------------------------------------------------------------- cases

struct Case {
  std::size_t filing = 0, kind = 0;
  std::string bytes;
  Scar scar;
};

std::vector<Case> draw_cases(const std::vector<Unchanged>& filings, const Run& run) {
  std::vector<Case> cases;
  Draw draw(run.seed);
  for (std::size_t index = 0; index < filings.size(); ++index) {
    const FilingText sound(filings[index].bytes);
    for (std::size_t kind = 0; kind < scar_kinds().size(); ++kind) {
      std::size_t made = 0;
      for (std::size_t tries = 0; made < run.cases && tries < run.cases * 5; ++tries) {
        FilingText text = sound;
        Scar scar;
        if (!scar_kinds()[kind].make(filings[index].checked.filing, text, draw, scar)) continue;
        cases.push_back({index, kind, text.bytes(), std::move(scar)});
        ++made;
      }
    }
  }
  return cases;
}

// ---------------------------------------------------------------- what became of the figures

enum class Fate : std::uint8_t { right, aside, dropped, contradicted, misread, wrong };
constexpr std::array<const char*, 6> kFates = {"recovered",       "set aside",       "dropped",
                                               "wrong, reported", "recovered wrong", "wrong in silence"};

// A figure is known by its row's line, and by which of the rows of that line it is (a page may be one line),
// and by its column's period and unit; by the column's number where the period is not known.
using Spot = std::tuple<std::uint32_t, std::uint32_t, Date, Date, std::string, std::uint8_t, std::uint32_t>;

std::uint32_t moved(std::uint32_t line, const Scar& scar) {
  return line < scar.moved_from ? line
                                : static_cast<std::uint32_t>(static_cast<std::int64_t>(line) + scar.moved_by);
}

// Of each row of each table: how many rows before it begin on its line.
using Ordinals = std::vector<std::vector<std::uint32_t>>;

Ordinals ordinals_of(const Filing& filing) {
  Ordinals ordinals;
  std::map<std::uint32_t, std::uint32_t> on_line;
  for (const Table& table : filing.tables) {
    std::vector<std::uint32_t>& rows = ordinals.emplace_back();
    for (const Row& row : table.rows) rows.push_back(on_line[row.line]++);
  }
  return ordinals;
}

Spot spot(const Filing& filing, const Ordinals& ordinals, FigureId id, std::uint32_t line) {
  const Figure& figure = filing.figures[id];
  const Column& column = filing.tables[figure.table].columns[figure.column];
  const std::uint32_t number = column.period.known() ? 0 : figure.column + 1;
  return {line,
          ordinals[figure.table][figure.row],
          column.period.start,
          column.period.end,
          figure.unit.text(),
          figure.scale_power,
          number};
}

struct Reading {
  std::map<Spot, std::vector<FigureId>> spots;
  std::map<Place, FigureId> places;
};

Reading index_figures(const Filing& filing) {
  Reading reading;
  const Ordinals ordinals = ordinals_of(filing);
  for (FigureId id = 0; id < filing.figures.size(); ++id) {
    const Figure& figure = filing.figures[id];
    reading.places.emplace(figure.at, id);
    if (figure.in_table()) {
      const Row& row = filing.tables[figure.table].rows[figure.row];
      reading.spots[spot(filing, ordinals, id, row.line)].push_back(id);
    }
  }
  return reading;
}

bool spoken_of(const Report& report, std::uint32_t first, std::uint32_t last) {
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return finding.at.line >= first && finding.at.line <= last;
  });
}

// On the line or beside it; in a line of a page, as near as a row may be.
bool spoken_of_near(const Report& report, Place place) {
  constexpr std::int64_t kRow = 4000;
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    if (finding.at.line != place.line)
      return finding.at.line + 1 == place.line || finding.at.line == place.line + 1;
    const std::int64_t apart = std::int64_t{finding.at.column} - std::int64_t{place.column};
    return apart <= kRow && apart >= -kRow;
  });
}

bool named(const Report& report, Place place) {
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return finding.at == place || std::any_of(finding.candidates.begin(), finding.candidates.end(),
                                              [&](const Mention& mention) { return mention.at == place; });
  });
}

class Judge {
 public:
  Judge(const Unchanged& before, const Checked& after, const Scar& scar)
      : before_(before.checked.filing),
        after_(after.filing),
        report_(after.report),
        scar_(scar),
        reading_(index_figures(after.filing)),
        sound_ordinals_(ordinals_of(before.checked.filing)) {}

  [[nodiscard]] Fate verdict() const {
    Fate worst = Fate::right;
    for (const FigureId id : scar_.touched)
      worst = std::max(worst, scar_.prose ? in_prose(id) : in_table(id));
    return std::max(worst, elsewhere());
  }

 private:
  [[nodiscard]] Fate in_prose(FigureId id) const {
    const Figure& original = before_.figures[id];
    const auto found = reading_.places.find(original.at);
    const bool said = spoken_of(report_, original.at.line, original.at.line);
    if (found == reading_.places.end()) return said ? Fate::aside : Fate::dropped;
    return fate_of_value(after_.figures[found->second], *original.value);
  }

  [[nodiscard]] Fate fate_of_value(const Figure& figure, const Decimal& original) const {
    if (!figure.usable()) return Fate::aside;
    if (same_value(*figure.value, original)) return Fate::right;
    return fate_of_wrong(figure);
  }

  [[nodiscard]] Fate fate_of_wrong(const Figure& figure) const {
    if (figure.status == Status::repaired) return Fate::misread;
    return named(report_, figure.at) ? Fate::contradicted : Fate::wrong;
  }

  [[nodiscard]] Fate in_table(FigureId id) const {
    const Figure& original = before_.figures[id];
    if (!original.value) return Fate::right;
    return scar_.heading ? under_heading(id) : in_row(id);
  }

  // The figure itself is sound; its column must have the right period and unit, or none.
  [[nodiscard]] Fate under_heading(FigureId id) const {
    const Figure& original = before_.figures[id];
    const Table& table = before_.tables[original.table];
    const auto found = reading_.places.find({moved(original.at.line, scar_), original.at.column});
    if (found == reading_.places.end() || !after_.figures[found->second].in_table()) {
      return spoken_of(report_, moved(table.first_line, scar_) - 6, moved(table.last_line, scar_))
                 ? Fate::aside
                 : Fate::dropped;
    }
    const Figure& figure = after_.figures[found->second];
    const Column& read = after_.tables[figure.table].columns[figure.column];
    const Column& sound = table.columns[original.column];
    if (read.heading == Heading::unknown || !read.period.known()) return Fate::aside;
    const bool same = read.period == sound.period && figure.unit == original.unit &&
                      figure.scale_power == original.scale_power;
    return same ? fate_of_value(figure, *original.value) : Fate::wrong;
  }

  [[nodiscard]] Fate in_row(FigureId id) const {
    const Figure& original = before_.figures[id];
    const Row& row = before_.tables[original.table].rows[original.row];
    const std::uint32_t line = moved(row.line, scar_);
    const auto found = reading_.spots.find(spot(before_, sound_ordinals_, id, line));
    if (found != reading_.spots.end())
      return fate_of_value(after_.figures[found->second.front()], *original.value);
    return spoken_of_near(report_, {line, original.at.column}) ? Fate::aside : Fate::dropped;
  }

  // No other figure of a table changed, and none was made of the damage.
  [[nodiscard]] Fate elsewhere() const {
    std::map<Spot, FigureId> sound;
    for (FigureId id = 0; id < before_.figures.size(); ++id) {
      const Figure& figure = before_.figures[id];
      if (!figure.in_table()) continue;
      const Row& row = before_.tables[figure.table].rows[figure.row];
      sound.emplace(spot(before_, sound_ordinals_, id, moved(row.line, scar_)), id);
    }
    Fate worst = Fate::right;
    for (const auto& [place, ids] : reading_.spots) {
      const Figure& figure = after_.figures[ids.front()];
      const auto known = sound.find(place);
      if (known == sound.end()) {
        const bool invented = !scar_.heading && figure.usable() && !figure.dash;
        if (invented) worst = std::max(worst, fate_of_wrong(figure));
      } else if (before_.figures[known->second].value && figure.usable()) {
        worst = std::max(worst, fate_of_value(figure, *before_.figures[known->second].value));
      }
    }
    return worst;
  }

  const Filing& before_;
  const Filing& after_;
  const Report& report_;
  const Scar& scar_;
  Reading reading_;
  Ordinals sound_ordinals_;
};

// ---------------------------------------------------------------- the printed score

void print_fates(const std::vector<Case>& cases, const std::vector<Fate>& fates) {
  std::vector<std::vector<std::string>> rows = {{"damage", "cases"}};
  rows[0].insert(rows[0].end(), kFates.begin(), kFates.end());
  std::array<std::size_t, kFates.size()> all{};
  const auto line = [](std::string_view name, const std::array<std::size_t, kFates.size()>& counts) {
    std::size_t whole = 0;
    for (const std::size_t count : counts) whole += count;
    std::vector<std::string> row = {std::string(name), counted(whole)};
    for (std::size_t i = 0; i < counts.size(); ++i) {
      row.push_back(i < 2 ? share(counts[i], whole) : counted(counts[i]));
    }
    return row;
  };
  for (std::size_t kind = 0; kind < scar_kinds().size(); ++kind) {
    std::array<std::size_t, kFates.size()> counts{};
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (cases[i].kind != kind) continue;
      ++counts[static_cast<std::size_t>(fates[i])];
      ++all[static_cast<std::size_t>(fates[i])];
    }
    if (std::any_of(counts.begin(), counts.end(), [](std::size_t n) { return n > 0; }))
      rows.push_back(line(scar_kinds()[kind].name, counts));
  }
  rows.push_back(line("all", all));
  print_table(rows);
}

// ---------------------------------------------------------------- lines, for other programs

// What was weighed for the text that was damaged: a line for each finding that the sound text does not give.
using Weighed = std::vector<std::string>;

Weighed weighed(const Unchanged& before, const Checked& after) {
  const auto marks = [](const Report& report) {
    std::map<std::string, int> out;
    for (const Finding& finding : report.findings) ++out[finding.message];
    return out;
  };
  std::map<std::string, int> known = marks(before.checked.report);
  Weighed lines;
  for (const Finding& finding : after.report.findings) {
    if (!rules()[finding.rule].id.starts_with("text/") || known[finding.message]-- > 0) continue;
    if (finding.evidence.empty()) continue;
    std::string words;
    for (const std::string_view one : finding.evidence)
      words += (words.empty() ? "" : "; ") + std::string(one);
    lines.push_back(fmt::format("{}\t{}", rules()[finding.rule].id, words));
  }
  return lines;
}

void print_lines(const std::vector<Unchanged>& filings, const std::vector<Case>& cases,
                 const std::vector<Weighed>& lines) {
  fmt::print("file\tkind\trule\tevidence\n");
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (const std::string& line : lines[i])
      fmt::print("{}\t{}\t{}\n", filings[cases[i].filing].path, scar_kinds()[cases[i].kind].name, line);
  }
}

// ---------------------------------------------------------------- shortfalls

// The first line that differs tells where a case was damaged.
void print_shortfall(const Unchanged& filing, const Case& one, Fate fate) {
  const FilingText before(filing.bytes), after(one.bytes);
  std::uint32_t line = 1;
  while (line < before.lines() && line < after.lines() && before.line(line) == after.line(line)) ++line;
  fmt::print("{}:{}: {}: {}\n    {}\n    {}\n", filing.path, line, scar_kinds()[one.kind].name,
             kFates[static_cast<std::size_t>(fate)], before.line(line), after.line(line));
}

int damage(const Run& run) {
  const std::vector<Unchanged> filings = read_unchanged(run);
  if (filings.empty()) return 2;
  const std::vector<Case> cases = draw_cases(filings, run);
  std::vector<Fate> fates(cases.size(), Fate::dropped);
  std::vector<Weighed> lines(cases.size());
  spread(cases.size(), run.jobs, [&](std::size_t i) {
    const Unchanged& filing = filings[cases[i].filing];
    if (const Result<Checked> after = check(cases[i].bytes)) {
      fates[i] = Judge(filing, *after, cases[i].scar).verdict();
      if (run.lines) lines[i] = weighed(filing, *after);
    }
  });
  if (run.lines) {
    print_lines(filings, cases, lines);
    return 0;
  }
  fmt::print("seed {}, {} filings, {} cases\n\n", run.seed, filings.size(), counted(cases.size()));
  print_fates(cases, fates);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    kept += fates[i] <= Fate::aside ? 1 : 0;
    if (run.shortfalls && fates[i] > Fate::aside)
      print_shortfall(filings[cases[i].filing], cases[i], fates[i]);
  }
  return kept * 100 >= cases.size() * run.demand ? 0 : 1;
}

}  // namespace
}  // namespace kcfin::harness

int main(int argc, char** argv) {
  int exit_code = 0;
  const auto run = kcfin::harness::read_run(
      argc, argv, "Damages sound filings as scanners do and judges what becomes of their figures.",
      exit_code);
  return run ? kcfin::harness::damage(*run) : exit_code;
}
