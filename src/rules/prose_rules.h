// What the rules that relate sentences to figures share, and the prose halves of rules that tables have too.
#pragma once

#include "kcfin/equation.h"

namespace kcfin::rulebook {

class RuleInput;

// The prose halves of ratio/change, ratio/margin, ratio/share-of-total and footing/reconciliation: each is
// called by its rule's own `relate`. Movements belong to ratio/change.
void relate_change_prose(const RuleInput& input, RuleId rule, Equations& out);
void relate_movements(const RuleInput& input, RuleId rule, Equations& out);
void relate_trends(const RuleInput& input, RuleId rule, Equations& out);
void relate_margin_prose(const RuleInput& input, RuleId rule, Equations& out);
void relate_share_prose(const RuleInput& input, RuleId rule, Equations& out);
void relate_definitions(const RuleInput& input, RuleId rule, Equations& out);

// Of ratio/per-share: amounts per share against those per ADS that stand in parentheses behind them.
void relate_per_share_prose(const Filing& filing, RuleId rule, Equations& out);

// The US$ cell beside a row's figure: the same row and period. kNoFigure where there is none.
[[nodiscard]] FigureId dollar_cell(const Filing& filing, FigureId cell);

// Whether a table figure that a sentence prints with the other sign states the same: the sign of a loss or of
// a cost stands in words or parentheses. False for a measure of profit whose phrase says no loss: "operating
// income was RMB19.5 million" for a loss of 19,450.
[[nodiscard]] bool sign_in_words(const Filing& filing, const Claim& claim, FigureId cell);

}  // namespace kcfin::rulebook
