// Every row of a note is held against the lines of the statements; words say how sure a match is, and the
// less they say the more columns must agree.
#include "rules/note_line.h"

#include <algorithm>
#include <set>

namespace kcfin::rulebook {
namespace {

// From the surest to the least sure.
enum class Naming : std::uint8_t {
  title,    // "The following table presents other income, net:" over the total
  header,   // the total under the header "Enterprise cloud services:"
  begins,   // "Public cloud services recognized over time"
  owners,   // the numerator of earnings per share against the income statement's last line
  figures,  // a total without a name
  none,
};

bool contains_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const bool starts = at == 0 || text[at - 1] == ' ';
    const std::size_t end = at + words.size();
    if (starts && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

bool several_words(std::string_view text) { return text.find(' ') != std::string_view::npos; }

class NoteLines {
 public:
  NoteLines(const StatementIndex& index, std::span<const Counterpart> taken) : index_(index) {
    for (const Counterpart& pair : taken) {
      if (pair.borne_out) taken_.insert(pair.row);
    }
    for (const TableKind kind :
         {TableKind::income_statement, TableKind::balance_sheet, TableKind::cash_flow}) {
      for (const std::uint32_t t : index.of_kind(kind)) {
        // A second print of a statement repeats the first.
        for (const RowRef at : index.rows_of(t)) {
          if (!taken_.contains(at)) lines_.push_back(at);
        }
      }
    }
  }

  std::vector<Counterpart> run() {
    for (const std::uint32_t t : index_.of_kind(TableKind::note)) {
      title_ = normal_label(index_.filing().tables[t].title);
      const auto rows = index_.rows_of(t);
      for (const RowRef at : rows) {
        if (!taken_.contains(at)) match(at, at == rows.back());
      }
    }
    return std::move(out_);
  }

 private:
  void match(RowRef at, bool last) {
    Naming best = Naming::none;
    int best_columns = 0;
    bool several = false;
    Counterpart found;
    for (const RowRef line : lines_) {
      const Naming naming = how_named(at, line, last);
      if (naming == Naming::none || naming > best) continue;
      const Agreement agreement = compare_rows(index_, at, line);
      const int columns = std::max(agreement.equal, agreement.opposite);
      if (!agreement.bears_out() || columns < columns_wanted(naming)) continue;
      several = naming == best && columns == best_columns;
      if (naming == best && columns <= best_columns) continue;
      best = naming;
      best_columns = columns;
      found = {at, line, agreement.same_sign() ? Relation::same : Relation::opposite,
               naming == Naming::figures ? Support::columns : Support::both, true};
    }
    if (best != Naming::none && !several) out_.push_back(found);
  }

  static int columns_wanted(Naming naming) {
    return naming == Naming::title || naming == Naming::header ? 1 : 2;
  }

  [[nodiscard]] Naming how_named(RowRef at, RowRef line, bool last) const {
    const std::string_view own = index_.label(at), name = index_.label(line);
    if (name.empty()) return Naming::none;
    const bool unnamed = own.empty() || own == "total" || own == "subtotal";
    if ((unnamed || last) && several_words(name) && contains_words(title_, name)) return Naming::title;
    const std::string_view header = index_.section(at);
    if (header == name && (unnamed || only_row(at)) && name != index_.section(line)) return Naming::header;
    if (several_words(name) && own.starts_with(name) && own.size() > name.size() && own[name.size()] == ' ')
      return Naming::begins;
    if (index_.row(at).concept_name == "NetIncomeLossAvailableToCommonStockholdersBasic" &&
        index_.row(line).concept_name == "NetIncomeLoss")
      return Naming::owners;
    return unnamed ? Naming::figures : Naming::none;
  }

  // The one item under its header.
  [[nodiscard]] bool only_row(RowRef at) const {
    const auto rows = index_.rows_of(at.table);
    return std::count_if(rows.begin(), rows.end(), [&](RowRef other) {
             return index_.section(other) == index_.section(at) && !index_.label(other).empty();
           }) == 1;
  }

  const StatementIndex& index_;
  std::set<RowRef> taken_;
  std::vector<RowRef> lines_;
  std::string title_;
  std::vector<Counterpart> out_;
};

}  // namespace

std::vector<Counterpart> find_note_lines(const StatementIndex& index, std::span<const Counterpart> taken) {
  return NoteLines(index, taken).run();
}

}  // namespace kcfin::rulebook
