// Headers open sections; a total named like its header closes it, and so does a header of the same rank.
#include "statement/sections.h"

#include <algorithm>
#include <array>
#include <string>

#include "statement/concept.h"
#include "statement/concept_name.h"
#include "values/text.h"
#include "words/balance_label.h"

namespace kcfin::statement {
namespace {

bool capitals_only(std::string_view text) {
  bool any = false;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') return false;
    any |= c >= 'A' && c <= 'Z';
  }
  return any;
}

std::string without_colon(std::string_view label) {
  while (!label.empty() && (label.back() == ':' || label.back() == ' ')) label.remove_suffix(1);
  return std::string(label);
}

// Great sections hold others: assets, liabilities, the three parts of a cash flow.
bool great_section(const Row& row) {
  const std::string_view text = row.plain;
  static constexpr std::array<std::string_view, 9> kGreat = {"asset",
                                                             "assets",
                                                             "liability",
                                                             "liabilities",
                                                             "equity",
                                                             "equity and liability",
                                                             "liability and equity",
                                                             "liability and shareholder equity",
                                                             "equity and liabilities"};
  return capitals_only(row.label) || std::find(kGreat.begin(), kGreat.end(), text) != kGreat.end() ||
         (has(text, "liabilit") && (has(text, "equity") || has(text, "defici")));
}

struct OpenSection {
  std::string label;  // as printed, without its colon
  std::string normal;
  std::uint16_t indent = 0;
  bool great = false;
};

class StructureReader {
 public:
  StructureReader(Table& table, const Filing& filing) : table_(table), filing_(filing) {
    for (const Row& row : table.rows) indented_ = indented_ || row.indent > 0;
  }

  void run() {
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      Row& row = table_.rows[i];
      row.plain = normal_label(row.label);
      if (row.role == Role::header && i > 0 && remarks(row, table_.rows[i - 1])) {
        give_place(row);
      } else if (row.role == Role::header) {
        close_for_header(row);
        give_place(row);
        const std::string label = without_colon(row.label);
        open_.push_back({label, row.plain, row.indent, great_section(row)});
        items_ = 0;
      } else {
        read_row(row);
      }
    }
  }

 private:
  // "(formerly known as port services)" under the row that it is said of: a line of its own, and no header.
  static bool remarks(const Row& row, const Row& before) {
    return before.role != Role::header && row.label.starts_with('(') && row.label.ends_with(')');
  }

  void close_for_header(const Row& row) {
    const bool great = great_section(row);
    while (!open_.empty()) {
      const OpenSection& top = open_.back();
      // A header right below a great one stands inside it; otherwise equal ranks follow each other.
      const bool inside =
          indented_ && row.indent != top.indent
              ? row.indent > top.indent
              : (top.great && !great) || (items_ == 0 && !great && !capitals_only(row.label) && top.great);
      if (inside) return;
      open_.pop_back();
    }
  }

  void give_place(Row& row) const {
    row.section.clear();
    for (const OpenSection& section : open_) row.section.push_back(section.label);
    row.depth = static_cast<std::uint8_t>(std::min<std::size_t>(open_.size(), 250));
  }

  void read_row(Row& row) {
    const std::string text = lower(row.label);
    row.less = text.starts_with("less") || text.starts_with("minus") || text.starts_with("deduct");
    const std::size_t closed = section_closed_by(row);
    if (closed < open_.size()) open_.resize(closed + 1);
    give_place(row);
    const Concept* meaning =
        measures_money_or_shares(row) ? match_concept(row.label, table_.kind, meaning_section(row)) : nullptr;
    if (of_comprehensive_income(row, meaning)) meaning = nullptr;
    if (meaning != nullptr && whole_income(meaning->name)) income_above_ = row.label;
    row.concept_name = meaning != nullptr ? meaning->name : std::string_view{};
    row.role = role_of(row, meaning, closed < open_.size());
    ++items_;
    if (closed < open_.size()) {
      open_.resize(closed);
      --row.depth;
    } else if (row.role != Role::item && meaning != nullptr && meaning->subtotal) {
      close_after_subtotal(*meaning);
    }
  }

  static bool whole_income(std::string_view name) {
    return name == "ProfitLoss"_concept ||
           name == "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest"_concept;
  }

  // Between the balances of accumulated other comprehensive income taxes are those of its components.
  [[nodiscard]] bool of_comprehensive_income(const Row& row, const Concept* meaning) {
    balance_above_ = balance_above_ || words::names_balance(row.label);
    comprehensive_above_ = comprehensive_above_ || has(row.plain, "other comprehensive");
    return balance_above_ && comprehensive_above_ && meaning != nullptr &&
           meaning->name == "IncomeTaxExpenseBenefit"_concept;
  }

  // A bare "Attributable to:" speaks of the income printed above it.
  [[nodiscard]] std::vector<std::string> meaning_section(const Row& row) const {
    std::vector<std::string> section = row.section;
    if (!section.empty() && !income_above_.empty() && lower(section.back()) == kAttributable)
      section.back() = income_above_ + " attributable to";
    return section;
  }

  // A percentage under the name of an amount, or a head count, is not that amount.
  [[nodiscard]] bool measures_money_or_shares(const Row& row) const {
    bool percent = false;
    for (const FigureId id : row.cells) {
      if (id == kNoFigure) continue;
      const Measure measure = filing_.figures[id].unit.measure;
      if (measure == Measure::pure) return false;
      if (measure == Measure::percent_change) continue;
      if (measure != Measure::percent) return true;
      percent = true;
    }
    if (!percent) return true;
    const Concept* meaning = match_concept(row.label, table_.kind, row.section);
    return meaning != nullptr && meaning->nature == Nature::ratio;
  }

  // The section that a total is named after: "Total current assets" closes "Current assets".
  [[nodiscard]] std::size_t section_closed_by(const Row& row) const {
    const std::string& normal = row.plain;
    std::string_view rest = normal;
    if (rest.starts_with("total ")) {
      rest.remove_prefix(6);
    } else if (!has(normal, "net cash")) {
      return open_.size();
    }
    for (std::size_t i = open_.size(); i-- > 0;) {
      const std::string& name = open_[i].normal;
      if (name == rest || (rest.size() > 4 && name.starts_with(rest)) ||
          (name.size() > 4 && rest.starts_with(name)))
        return i;
      if (has(normal, "net cash") && has(name, "activit")) {
        for (const std::string_view which : {"operating", "investing", "financing"}) {
          if (has(normal, which) && has(name, which)) return i;
        }
      }
    }
    return open_.size();
  }

  // Lines like "Operating loss" stand outside the sections of an income statement.
  void close_after_subtotal(const Concept& meaning) {
    // Under "attributable to" stand the shares of one income, none a subtotal of the others.
    if (!open_.empty() && lower(open_.back().label).ends_with(kAttributable)) return;
    const bool running =
        meaning.nature == Nature::flow && (meaning.side == Side::income || meaning.side == Side::cash);
    if (running && (table_.kind == TableKind::income_statement || table_.kind == TableKind::non_gaap ||
                    table_.kind == TableKind::highlights))
      open_.clear();
    if (meaning.name == "Assets"_concept || meaning.name == "Liabilities"_concept ||
        meaning.name == "LiabilitiesAndStockholdersEquity"_concept) {
      while (!open_.empty() && !open_.back().great) open_.pop_back();
    }
  }

  [[nodiscard]] Role role_of(const Row& row, const Concept* meaning, bool closes) const {
    static constexpr std::array<std::string_view, 8> kTotals = {
        "Assets"_concept,
        "LiabilitiesAndStockholdersEquity"_concept,
        "ProfitLoss"_concept,
        "NetIncomeLoss"_concept,
        "ComprehensiveIncomeNetOfTax"_concept,
        "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest"_concept,
        "NetIncomeLossAvailableToCommonStockholdersBasic"_concept,
        "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"_concept};
    const std::string text = lower(row.label);
    if (meaning != nullptr && std::find(kTotals.begin(), kTotals.end(), meaning->name) != kTotals.end()) {
      return meaning->name == kTotals.back() && cash_point(row.label) != CashPoint::closing ? Role::item
                                                                                            : Role::total;
    }
    if (closes || (meaning != nullptr && meaning->subtotal)) return Role::subtotal;
    if (text.starts_with("total") || text == "subtotal" || text.starts_with("sub-total"))
      return text == "total" ? Role::total : Role::subtotal;
    if (row.label.empty()) return Role::subtotal;
    // "Operating profit before working capital changes", "Cash flows from operating activities before changes
    // in".
    if (table_.kind == TableKind::cash_flow &&
        (has(text, "before change") || has(text, "before movement") || has(text, "before working capital")))
      return Role::subtotal;
    return Role::item;
  }

  static constexpr std::string_view kAttributable = "attributable to";

  Table& table_;
  const Filing& filing_;
  std::vector<OpenSection> open_;
  std::string income_above_;  // the label of the last whole income: net income, comprehensive income
  bool balance_above_ = false, comprehensive_above_ = false;  // rows of them stood above
  bool indented_ = false;
  int items_ = 0;
};

// "LIABILITIES AND EQUITY Current liabilities:": the words in capitals are a header of their own.
void split_capital_header(Row& row, std::vector<Row>& rows) {
  if (row.role != Role::header || !row.label.ends_with(':')) return;
  std::size_t end = 0;
  for (std::size_t at = 0; at < row.label.size();) {
    std::size_t space = row.label.find(' ', at);
    if (space == std::string::npos) space = row.label.size();
    if (!capitals_only(std::string_view(row.label).substr(at, space - at))) break;
    end = space;
    at = space + 1;
  }
  if (end < 4 || end + 1 >= row.label.size()) return;
  Row header = row;
  header.label = row.label.substr(0, end);
  header.damaged = false;
  header.cells.assign(row.cells.size(), kNoFigure);
  rows.push_back(std::move(header));
  row.label = row.label.substr(end + 1);
}

}  // namespace

bool announces_rows(std::string_view label) {
  static constexpr std::array<std::string_view, 15> kNot = {
      "less", "add",       "including", "of which", "among which", "plus",     "deduct",   "minus",
      "note", "excluding", "add back",  "total",    "include",     "reversal", "(reversal"};
  const std::string text = lower(without_colon(label));
  if (text.empty() || std::count(text.begin(), text.end(), ' ') > 8) return false;
  return std::none_of(kNot.begin(), kNot.end(), [&](std::string_view word) {
    return text == word || (text.starts_with(word) && word != "total" && word != "note");
  });
}

void split_headers_on_item_lines(Table& table, Filing& filing) {
  std::vector<Row> rows;
  rows.reserve(table.rows.size() + 4);
  for (Row& row : table.rows) {
    const std::size_t colon = row.label.find(": ");
    const bool split = colon != std::string::npos && colon > 3 &&
                       announces_rows(std::string_view(row.label).substr(0, colon));
    std::string rest = split ? row.label.substr(colon + 2) : std::string();
    const std::size_t start = rest.find_first_not_of("- \xe2\x80\x93\x94");
    rest = start == std::string::npos ? std::string() : rest.substr(start);
    const bool item_follows =
        !rest.empty() && ((rest.front() >= 'A' && rest.front() <= 'Z') || row.role == Role::header);
    if (split && item_follows) {
      Row header;
      header.at = row.at;
      header.line = row.at.line;
      header.label = row.label.substr(0, colon + 1);
      header.indent = row.indent;
      header.role = Role::header;
      header.cells.assign(row.cells.size(), kNoFigure);
      rows.push_back(std::move(header));
      row.label = std::move(rest);
    } else {
      split_capital_header(row, rows);
    }
    rows.push_back(std::move(row));
  }
  table.rows = std::move(rows);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (const FigureId id : table.rows[r].cells) {
      if (id != kNoFigure) filing.figures[id].row = static_cast<std::uint32_t>(r);
    }
  }
}

void read_structure(Table& table, const Filing& filing) { StructureReader(table, filing).run(); }

}  // namespace kcfin::statement
