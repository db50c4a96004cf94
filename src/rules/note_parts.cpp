// The words over a run of rows name the line, the figures of two columns bear it out.
#include "rules/note_parts.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "rules/arithmetic.h"
#include "rules/footing/amounts.h"

namespace kcfin::rulebook {
namespace {

class NoteParts {
 public:
  NoteParts(const RuleInput& input, RuleId rule, Equations& out)
      : input_(input), index_(input.statements()), rule_(rule), out_(out) {
    for (const RowRef at : index_.rows()) {
      const std::string_view label = index_.label(at);
      if (label.find(' ') != std::string_view::npos) by_label_[label].push_back(at);
    }
  }

  void run() {
    for (std::uint32_t t = 0; t < input_.filing().tables.size(); ++t) {
      for (Run& run : runs_of(t)) relate_run(run);
    }
  }

 private:
  // Rows below one another, and the words over them.
  struct Run {
    std::string words;
    std::vector<RowRef> rows;
  };

  // Each run begins with a header, or with the table and its title, and ends with a total or with a header
  // that names a line too.
  [[nodiscard]] std::vector<Run> runs_of(std::uint32_t t) const {
    const Table& table = input_.filing().tables[t];
    std::vector<Run> out;
    Run run{normal_label(table.title), {}};
    const auto close = [&] {
      if (run.rows.size() >= 2 && !lines_in(run.words).empty()) out.push_back(std::move(run));
      run = {};
    };
    for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      if (row.role == Role::header) {
        std::string words = normal_label(row.label);
        if (run.rows.empty() || !lines_in(words).empty()) {
          if (!run.rows.empty()) close();
          if (!lines_in(words).empty() || run.words.empty()) run.words = std::move(words);
        }
      } else if (row.role != Role::item) {
        run = {};
      } else {
        run.rows.push_back({t, r});
      }
    }
    close();
    return out;
  }

  // The lines whose names of several words stand in the words.
  [[nodiscard]] std::vector<RowRef> lines_in(std::string_view words) const {
    std::vector<RowRef> out;
    for (std::size_t start = 0; start < words.size(); ++start) {
      if (start > 0 && words[start - 1] != ' ') continue;
      for (std::size_t end = words.find(' ', start); end != std::string_view::npos && end < words.size();) {
        end = std::min(words.find(' ', end + 1), words.size());
        const auto found = by_label_.find(words.substr(start, end - start));
        if (found != by_label_.end()) out.insert(out.end(), found->second.begin(), found->second.end());
      }
    }
    return out;
  }

  void relate_run(const Run& run) {
    std::vector<Equation> best;
    int most = 0;
    for (const RowRef line : lines_in(run.words)) {
      if (line.table == run.rows.front().table) continue;
      std::vector<Equation> sums = sums_of(run, line);
      const int held = columns_held(sums);
      if (held <= most) continue;
      most = held;
      best = std::move(sums);
    }
    if (most < 2 || static_cast<std::size_t>(most) + 1 < best.size()) return;
    for (Equation& sum : best) out_.equations.push_back(std::move(sum));
  }

  // A sum for each column of the run that the line has too.
  [[nodiscard]] std::vector<Equation> sums_of(const Run& run, RowRef line) const {
    std::vector<Equation> out;
    const Filing& filing = input_.filing();
    for (std::size_t c = 0; c < input_.filing().tables[run.rows.front().table].columns.size(); ++c) {
      if (!index_.usable(run.rows.front().table, c)) continue;
      Equation sum;
      sum.rule = rule_;
      sum.relation = Relation::sum;
      sum.support = Support::both;
      sum.reading = "the parts of " + index_.name(line) + " that a note lists";
      for (const RowRef part : run.rows) {
        const FigureId id = index_.row(part).cells[c];
        if (id == kNoFigure || !adds_up(filing.figures[id])) {
          ++sum.blanks;
        } else {
          sum.terms.push_back({id, 1});
        }
      }
      if (sum.terms.size() < 2) continue;
      const Figure& first = filing.figures[sum.terms.front().figure];
      sum.result = index_.cell(line, first.period, first.unit);
      if (sum.result != kNoFigure) out.push_back(std::move(sum));
    }
    return out;
  }

  [[nodiscard]] int columns_held(const std::vector<Equation>& sums) const {
    const Filing& filing = input_.filing();
    return static_cast<int>(std::count_if(sums.begin(), sums.end(), [&](const Equation& sum) {
      return adds_amounts(filing, sum) && holds(filing, sum).value_or(false);
    }));
  }

  const RuleInput& input_;
  const StatementIndex& index_;
  RuleId rule_;
  Equations& out_;
  std::unordered_map<std::string_view, std::vector<RowRef>> by_label_;
};

}  // namespace

void relate_note_parts(const RuleInput& input, RuleId rule, Equations& out) {
  NoteParts(input, rule, out).run();
}

}  // namespace kcfin::rulebook
