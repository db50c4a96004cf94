// What the rules ask of a filing, made when first asked for.
#include "rules/rule_input.h"

#include "rules/namesake.h"

namespace kcfin::rulebook {

const StatementIndex& RuleInput::statements() const {
  if (!statements_) statements_.emplace(filing_);
  return *statements_;
}

std::span<const Counterpart> RuleInput::counterparts() const {
  if (!counterparts_) counterparts_ = find_counterparts(statements());
  return *counterparts_;
}

std::span<const Counterpart> RuleInput::namesakes() const {
  if (!namesakes_) namesakes_ = find_namesakes(statements(), counterparts());
  return *namesakes_;
}

const FootingStructure& RuleInput::structure(std::uint32_t table) const {
  std::optional<FootingStructure>& structure = structures_[table];
  if (!structure) structure = footing_structure(filing_.tables[table], filing_);
  return *structure;
}

const RowIndex& RuleInput::rows() const {
  if (!rows_) rows_.emplace(filing_);
  return *rows_;
}

const MeasuredPhrases& RuleInput::phrases() const {
  if (!phrases_) phrases_.emplace(filing_, rows());
  return *phrases_;
}

}  // namespace kcfin::rulebook
