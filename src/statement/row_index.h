// Rows by the words that name them: which row is "revenues from public cloud services"?
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kcfin/filing.h"
#include "statement/concept.h"
#include "values/text_hash.h"

namespace kcfin {

struct RowRef {
  std::uint32_t table = 0, row = 0;
  friend auto operator<=>(const RowRef&, const RowRef&) = default;
};

// What a phrase, unit and period come to.
struct RowMatch {
  enum class Outcome : std::uint8_t {
    found,
    no_row,     // no row carries every qualifier
    no_column,  // a row does, but none of its columns has this unit and period
    ambiguous,  // several rows do, with different figures
  };
  Outcome outcome = Outcome::no_row;
  FigureId figure = kNoFigure;  // of the most primary of the rows, where found
  RowRef row;
  std::vector<FigureId> others;  // where ambiguous: every figure that the phrase can mean
};

// Words are compared after the folding of label_words.h, so that "loss from operations" and "operating
// income" meet; every qualifier of the phrase must stand in the row's label or in the headers above it.
class RowIndex {
 public:
  explicit RowIndex(const Filing& filing);
  RowIndex(const RowIndex&) = delete;  // entries point into their own index
  RowIndex& operator=(const RowIndex&) = delete;
  ~RowIndex() = default;

  // The rows that the phrase names, primary statements first. Rows whose wording is the phrase's own stand
  // alone where there are some ("other loss, net" beside "other income, net").
  [[nodiscard]] std::vector<RowRef> rows(std::string_view phrase) const;
  // The same where the phrase's concept (null for none) is known already.
  [[nodiscard]] std::vector<RowRef> rows(std::string_view phrase, const Concept* meaning) const;

  // The figure of one row: empty where no column has this unit and period. An instant at the end of a span is
  // found for the span, where the table is one of instants, and closing and opening cash for their dates.
  [[nodiscard]] FigureId cell(RowRef row, const Unit& unit, const Period& period) const;

  [[nodiscard]] RowMatch find(std::string_view phrase, const Unit& unit, const Period& period) const;
  [[nodiscard]] RowMatch find(const std::vector<RowRef>& candidates, const Unit& unit,
                              const Period& period) const;

  // Every figure of these rows with that unit whose column ends on `end`, whatever its span.
  [[nodiscard]] std::vector<FigureId> cells_ending(const std::vector<RowRef>& rows, const Unit& unit,
                                                   Date end) const;

  // True where every word of the row's own label stands in the phrase: the phrase adds qualifiers.
  [[nodiscard]] bool within(RowRef row, std::string_view phrase) const;

 private:
  using Words = std::vector<std::uint32_t>;  // sorted ids, each once
  struct Name {
    Words label;                // folded words
    Words alias;                // of an abbreviation in it: "Value-added services (VAS)"
    std::uint64_t wording = 0;  // hash of the unfolded words
  };
  struct Entry {
    RowRef row;
    std::uint8_t rank = 0;  // 0 for the primary statements
    std::string_view concept_name;
    const Name* name = nullptr;
    const Words* section = nullptr;  // folded words of the headers above
  };

  std::uint32_t id(std::string_view word);
  Words ids_of(std::string_view text);
  Words ids_of(const std::vector<std::string_view>& words);
  const Name& name_of(const Row& row);
  const Words& section_of(const Row& row, std::string_view measure);
  void add(RowRef at, const Table& table, const Row& row, std::string_view measure);
  [[nodiscard]] Words known(std::string_view phrase, bool& complete) const;
  void index_entries();
  [[nodiscard]] std::vector<const Entry*> named(std::string_view phrase, const Concept* meaning) const;
  void leave_costs(const Words& words, std::vector<const Entry*>& found) const;
  static void keep_own_wording(std::string_view phrase, std::vector<const Entry*>& found);
  [[nodiscard]] FigureId cell(const Table& table, const Row& row, const Unit& unit,
                              const Period& period) const;

  const Filing& filing_;
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> ids_;
  std::unordered_map<std::string, Name, TextHash, std::equal_to<>> names_;
  std::unordered_map<std::string, Words, TextHash, std::equal_to<>>
      sections_;                // headers repeat from row to row
  std::vector<Entry> entries_;  // by rank
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_concept_;
  std::vector<std::vector<std::uint32_t>> by_word_;   // by the last id of a name: what a phrase must have
  std::vector<std::vector<std::uint32_t>> entry_of_;  // by table and row; the count of entries for none
};

}  // namespace kcfin
