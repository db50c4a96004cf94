// Every row of a note is held against the lines of the statements; words say how sure a match is, and the
// less they say the more columns must agree.
#include "rules/note_line.h"

#include <algorithm>
#include <bitset>
#include <set>
#include <unordered_map>

#include "statement/concept_name.h"
#include "values/text.h"
#include "values/text_hash.h"

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
          if (!taken_.contains(at) && !index.label(at).empty()) lines_.push_back(at);
        }
      }
    }
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      by_name_[index.label(lines_[i])].push_back(i);
      longest_name_ = std::max(longest_name_, index.label(lines_[i]).size());
      first_words_.set(first_word(index.label(lines_[i])));
      if (index.row(lines_[i]).concept_name == "NetIncomeLoss"_concept) net_income_.push_back(i);
    }
  }

  std::vector<Counterpart> run() {
    for (const std::uint32_t t : index_.of_kind(TableKind::note)) {
      const auto rows = index_.rows_of(t);
      find_in_title(normal_label(index_.filing().tables[t].title));
      items_under_.clear();
      for (const RowRef at : rows) {
        if (!index_.label(at).empty()) ++items_under_[index_.section(at)];
      }
      for (const RowRef at : rows) {
        if (!taken_.contains(at) && !serves_a_quotient(index_.label(at))) match(at, at == rows.back());
      }
    }
    return std::move(out_);
  }

 private:
  // A line that a row may break down, and what says so; its number is its place in the statements.
  struct Named {
    std::uint32_t line;
    Naming naming;
  };

  void match(RowRef at, bool last) {
    Naming best = Naming::none;
    int best_columns = 0;
    bool several = false;
    Counterpart found;
    for (const auto& [number, naming] : lines_named(at, last)) {
      if (naming > best) continue;
      const RowRef line = lines_[number];
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

  // "Net income used in computing net income per share": adjusted for that purpose.
  static bool serves_a_quotient(std::string_view label) {
    return has(label, "used in computing") || has(label, "used to compute") || has(label, "for computing") ||
           has(label, "used in calculating");
  }

  static int columns_wanted(Naming naming) {
    return naming == Naming::title || naming == Naming::header ? 1 : 2;
  }

  // In the order of the lines, each once, by the surest of what names it.
  [[nodiscard]] std::vector<Named> lines_named(RowRef at, bool last) {
    const std::string_view own = index_.label(at);
    const bool unnamed = own.empty() || own == "total" || own == "subtotal";
    std::vector<Named> out;
    const auto add = [&](const std::vector<std::uint32_t>& lines, Naming naming) {
      for (const std::uint32_t line : lines) out.push_back({line, naming});
    };
    if (unnamed || last) add(in_title_, Naming::title);
    add_under_header(at, unnamed, out);
    const std::size_t first = begins_a_name(own) ? own.find(' ') : std::string_view::npos;
    for (std::size_t end = first; end != std::string_view::npos; end = own.find(' ', end + 1)) {
      if (several_words(own.substr(0, end))) add(named(own.substr(0, end)), Naming::begins);
    }
    if (index_.row(at).concept_name == "NetIncomeLossAvailableToCommonStockholdersBasic"_concept)
      add(net_income_, Naming::owners);
    if (unnamed && compared_ < kMostCompared) {
      compared_ += lines_.size();
      for (std::uint32_t line = 0; line < lines_.size(); ++line) out.push_back({line, Naming::figures});
    }
    std::sort(out.begin(), out.end(), [](const Named& a, const Named& b) {
      return a.line != b.line ? a.line < b.line : a.naming < b.naming;
    });
    out.erase(
        std::unique(out.begin(), out.end(), [](const Named& a, const Named& b) { return a.line == b.line; }),
        out.end());
    return out;
  }

  // The one item under a header that is a line's name.
  void add_under_header(RowRef at, bool unnamed, std::vector<Named>& out) const {
    const std::string_view header = index_.section(at);
    const auto items = items_under_.find(header);
    if (!unnamed && (items == items_under_.end() || items->second != 1)) return;
    for (const std::uint32_t line : named(header)) {
      if (index_.section(lines_[line]) != header) out.push_back({line, Naming::header});
    }
  }

  // The lines whose names of several words stand in a table's title.
  void find_in_title(std::string_view title) {
    in_title_.clear();
    for (std::size_t start = 0; start < title.size(); ++start) {
      if ((start > 0 && title[start - 1] != ' ') || !begins_a_name(title.substr(start))) continue;
      for (std::size_t end = title.find(' ', start); end != std::string_view::npos;) {
        end = std::min(title.find(' ', end + 1), title.size());
        const auto& lines = named(title.substr(start, end - start));
        in_title_.insert(in_title_.end(), lines.begin(), lines.end());
        if (end == title.size()) break;
      }
    }
  }

  // False where no line's name has the text's first word: then none of its beginnings is one.
  [[nodiscard]] bool begins_a_name(std::string_view text) const {
    return first_words_.test(first_word(text));
  }
  static std::size_t first_word(std::string_view text) {
    return TextHash{}(text.substr(0, text.find(' '))) % kFirstWords;
  }

  [[nodiscard]] const std::vector<std::uint32_t>& named(std::string_view name) const {
    static const std::vector<std::uint32_t> kNone;
    if (name.size() > longest_name_) return kNone;
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? kNone : found->second;
  }

  // Rows without a name are held against every line: in no filing that people write so often.
  static constexpr std::size_t kMostCompared = 2'000'000;

  const StatementIndex& index_;
  std::set<RowRef> taken_;
  std::vector<RowRef> lines_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>, TextHash> by_name_;
  static constexpr std::size_t kFirstWords = 4096;
  std::bitset<kFirstWords> first_words_;  // of the names, by their hash
  std::size_t longest_name_ = 0;          // bytes
  std::vector<std::uint32_t> net_income_;
  std::vector<std::uint32_t> in_title_;  // of the table at hand
  std::unordered_map<std::string_view, int, TextHash> items_under_;
  std::size_t compared_ = 0;
  std::vector<Counterpart> out_;
};

}  // namespace

std::vector<Counterpart> find_note_lines(const StatementIndex& index, std::span<const Counterpart> taken) {
  return NoteLines(index, taken).run();
}

}  // namespace kcfin::rulebook
