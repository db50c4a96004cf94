// What the rules are given: a filing, and what several of them ask of it, each made when first asked for.
//
// One run of the rules over a filing shares one of these; the filing does not change meanwhile.
// Not thread-safe: a filing is one thread's.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "rules/counterpart.h"
#include "rules/footing/structure.h"
#include "rules/measured_phrase.h"
#include "rules/statement_index.h"
#include "statement/row_index.h"

namespace kcfin::rulebook {

class RuleInput {
 public:
  explicit RuleInput(const Filing& filing) : filing_(filing), structures_(filing.tables.size()) {}

  [[nodiscard]] const Filing& filing() const { return filing_; }
  [[nodiscard]] const StatementIndex& statements() const;
  // Which rows state one fact, over all statements.
  [[nodiscard]] std::span<const Counterpart> counterparts() const;
  // The same of rows that only their words lead to a line.
  [[nodiscard]] std::span<const Counterpart> namesakes() const;
  [[nodiscard]] const FootingStructure& structure(std::uint32_t table) const;
  // Rows and amounts by the phrases of sentences.
  [[nodiscard]] const RowIndex& rows() const;
  [[nodiscard]] const MeasuredPhrases& phrases() const;

 private:
  const Filing& filing_;
  mutable std::optional<StatementIndex> statements_;
  mutable std::optional<std::vector<Counterpart>> counterparts_, namesakes_;
  mutable std::vector<std::optional<FootingStructure>> structures_;
  mutable std::optional<RowIndex> rows_;
  mutable std::optional<MeasuredPhrases> phrases_;
};

}  // namespace kcfin::rulebook
