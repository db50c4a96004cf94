// tie/comparative: what a filing reports of an earlier period against what was reported then. Filings are
// held against each other after each is solved (solve/comparative.cpp); the rule relates nothing by itself.
#include "rules/registry.h"

namespace kcfin::rulebook {

const Rule tie_comparative = {
    .id = "tie/comparative",
    .severity = Severity::warning,
    .summary = "a comparative against the figure an earlier filing reported",
    .checks =
        "Every statement figure in the reporting currency against the same issuer's figure for the same "
        "line, "
        "period and unit in another filing of the call, or in one given with --against. US$ figures only "
        "where "
        "both filings state the same rate. Amounts over quarters that one filing has in part and another as "
        "a "
        "whole. Ratios that only sentences give, such as the gearing ratio.",
    .arithmetic =
        "The two are equal to the digit. One unit of difference is a note. A difference that other lines of "
        "the "
        "same section take up (a new line, a line that grew) is a reclassification, a note; so is a ratio "
        "whose "
        "stated definition changed, and a period that is not the sum of its parts; any other is a "
        "restatement, "
        "a warning.",
    .example =
        "General and administrative expenses of one half year: 735,177 then, 550,042 now beside a new line "
        "of 185,135: "
        "reclassified.",
    .advice = "Look for the filing's note on restated or reclassified comparatives.",
    .relate = nullptr,
};

}  // namespace kcfin::rulebook
