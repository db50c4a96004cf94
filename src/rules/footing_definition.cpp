// footing/definition: a measure against what defines it; each definition in a file of its own.
#include "rules/definitions.h"
#include "rules/registry.h"

namespace kcfin::rulebook {
namespace {

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  relate_diluted_shares(input, rule, out);
  relate_per_share_sums(input, rule, out);
  relate_percent_sums(input, rule, out);
}

}  // namespace

const Rule footing_definition = {
    .id = "footing/definition",
    .severity = Severity::error,
    .summary = "a measure that a label, a sentence or a footnote defines, against its definition",
    .checks =
        "The diluted average number of shares against the basic one and the rows between them that dilute "
        "it: options, awards, convertible notes. Amounts per share of continuing and of discontinued "
        "operations against their sum, basic and diluted each on its own; an adjusted amount per share "
        "against the reported one and its adjustments. Percentages of one whole, a hundred of them together, "
        "and "
        "statements in percent of revenues; the effective tax rate against the statutory one and its "
        "effects; an adjusted margin, rate or growth against the reported one and its adjustments.",
    .arithmetic =
        "diluted = basic + each row between; per share = continuing + discontinued; adjusted = reported + "
        "adjustments; 100% = its parts. At least half of the table's columns must add up, of percentages all "
        "but "
        "one; otherwise nothing is checked. "
        "Tolerance as in footing/total: each amount stands for half a cent either way.",
    .example =
        "1,000,000,000 basic shares + 3,600,000 + 1,000,000 + 6,400,000 = 1,011,000,000, printed "
        "1,010,000,000.",
    .advice = "Compare the dilutive effects with the note on earnings per share.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
