// What must equal what: the rules' whole output, as data over figures.
//
// An equation keeps its operands, so that coverage (which figures does a check hold?) and diagnosis
// (which one figure explains what is broken?) are questions over data. Rules never judge; the solve
// room does, once, for all of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kcfin/filing.h"

namespace kcfin {

// Index into the registry (kcfin/finding.h).
using RuleId = std::uint16_t;

enum class Relation : std::uint8_t {
  sum,          // result = sum of sign * term
  same,         // result = term: the same fact at the same or another precision (terms: one)
  opposite,     // sizes are equal, the sign stands in words (terms: one)
  translation,  // result * rate = term (terms: one)
  scaled,       // result * rate = term, the rate a plain factor: per ADS = shares per ADS * per share
  ratio,        // result % = terms[0] / terms[1]
  change,       // result % = (terms[0] - terms[1]) / |terms[1]|
  loss_change,  // result % = (|terms[0]| - |terms[1]|) / |terms[1]|: the change in a loss's size
  difference,   // result (percentage points) = terms[0] - terms[1], times the rate where one is given: a
                // hundred basis points to the percentage point
  per_unit,     // result = terms[0] / terms[1], times the rate where one is given: money per share, or per
                // ADS of so many shares
};

struct Term {
  FigureId figure = kNoFigure;
  std::int8_t sign = 1;
};

// What makes a reading trustworthy: never the sum alone.
enum class Support : std::uint8_t {
  labels,   // the labels and the section say what is summed
  columns,  // the other columns of the table hold by the same reading
  both,
};

struct Equation {
  RuleId rule = 0;
  Relation relation = Relation::sum;
  Support support = Support::labels;
  FigureId result = kNoFigure;
  std::vector<Term> terms;
  // Rows of a sum that are blank in this column: nil, or lost. Where the rest adds up they were nil;
  // otherwise nothing is known, and the check is skipped.
  std::uint16_t blanks = 0;
  Decimal rate;  // of a translation: units of the term's currency for one of the result's
  // Equations with the same number > 0 are alternative readings of one statement: it holds if one does.
  std::uint32_t alternatives = 0;
  std::string reading;  // in words, for a person: "rows since “Current assets:”"
  std::string note;     // of an alternative: what a note says where this reading is the one that holds
};

// A check that could not be made.
struct Skip {
  RuleId rule = 0;
  FigureId figure = kNoFigure;  // the one that would have been checked
  Place at;
  std::string reason;  // "the heading of the column could not be read"
};

// What a direction is held against, the surest first.
enum class Ground : std::uint8_t {
  own_amounts,  // two amounts of its own sentence
  percentage,   // the amounts that a change of its own sentence is computed from
  amounts,      // two amounts that the text before gives, or those of the row that they are
  row,          // a row that it names
  words,        // what other words, or a change in figures, say of the same metric
  cause,        // what it is said to be the cause of
};

// One way in which what is said to move may have moved: from `then` to `now`. Where `then` is none, words say
// of `now` that it went `way`.
struct Course {
  FigureId now = kNoFigure, then = kNoFigure;
  Ground ground = Ground::row;
  Direction way = Direction::none;
  std::string told;  // in words, where words say it: "and before that it went up by 5.0%"
};

// A direction that a word states: the sign of what its metric is less what it was. It holds where one of its
// courses goes that way, or nowhere.
struct DirectionCheck {
  RuleId rule = 0;
  Direction stated = Direction::none;
  Metric metric;                // its phrase is empty where the sentence before tells what moves
  Place at;                     // of the word
  std::string word;             // as printed
  FigureId figure = kNoFigure;  // that the word moves, or kNoFigure where it is told by the courses
  std::vector<Course> courses;
  bool in_doubt = false;  // which period or which part of the metric is meant, is not certain
  bool apart = false;     // its change has a figure that these amounts do not make, either way
};

// A finding that is no equation: a definition that leaves out a row, two rates for one date.
struct Remark {
  RuleId rule = 0;
  FigureId figure = kNoFigure;
  Place at;
  bool note = false;  // a note; otherwise a warning
  std::string message, suggestion;
  // The stated rate is not the one that was used: translations that break by it follow from this.
  bool explains_translations = false;
};

struct Equations {
  std::vector<Equation> equations;
  std::vector<Skip> skips;
  std::vector<Remark> remarks;
  std::vector<DirectionCheck> directions;
  std::uint32_t alternatives = 0;  // the last number that alternative readings were given
};

// Runs every rule of the registry.
[[nodiscard]] Equations relate(const Filing& filing);

}  // namespace kcfin
