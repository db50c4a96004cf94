// How often headings, amounts and unit lines name each currency.
#include "table/main_currency.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "table/heading_lexer.h"
#include "table/number.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::table {
namespace {

// A currency is a sign or a word in capitals; digits alone name none.
bool names_currency(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c == '$' || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

// How often each currency is named.
class CurrencyCount {
 public:
  void add(Currency code, int weight) {
    const auto known =
        std::find_if(counts_.begin(), counts_.end(), [&](const auto& entry) { return entry.first == code; });
    if (known != counts_.end()) {
      known->second += weight;
    } else {
      counts_.emplace_back(code, weight);
    }
  }

  void read(std::string_view cell) {
    const Scanned scanned = scan_cell(cell);
    if (scanned.money[0] != 0) add(scanned.money, 1);
    if (scanned.bare_dollar) ++dollars_;
    if (scanned.form != Form::words) return;
    for (const Token& token : lex_heading(cell).tokens) {
      if (token.word == Word::unit) add(token.code, 1);
    }
  }

  // A unit line names the currency.
  void state(Currency code) {
    add(code, 3);
    stated_.push_back(code);
  }

  // Among far more amounts with a mere "$" a currency that is named now and then is that of some amounts:
  // notes in Australian dollars, a hedge in euros.
  [[nodiscard]] Currency most() const {
    const auto most = std::max_element(counts_.begin(), counts_.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    constexpr int kFarMore = 8;
    if (most != counts_.end() && (most->second * kFarMore >= dollars_ ||
                                  std::find(stated_.begin(), stated_.end(), most->first) != stated_.end()))
      return most->first;
    return dollars_ > 0 ? currency("USD") : Currency{};
  }

 private:
  std::vector<std::pair<Currency, int>> counts_;
  std::vector<Currency> stated_;
  int dollars_ = 0;  // a mere "$": the currency named elsewhere, or else the US dollar
};

// Tables may name no currency where every amount of the sentences is in US dollars, "$40.7 million".
Currency only_dollars_in_sentences(const Document& document) {
  constexpr int kSeveral = 3;
  int dollars = 0;
  for (const Paragraph& paragraph : document.paragraphs) {
    const std::string_view text = paragraph.text;
    for (const words::CurrencyForm& other : words::currency_forms()) {
      const bool sign = other.form == words::Form::sign && !has(other.text, "$");
      if ((sign || other.text == "RMB") && has(text, other.text)) return {};
    }
    for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
      const char before = at == 0 ? ' ' : text[at - 1];
      const bool us = at >= 2 && text.substr(at - 2, 2) == "US";
      if (!us && ((before >= 'A' && before <= 'Z') || (before >= 'a' && before <= 'z'))) return {};
      if (at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9') ++dollars;
    }
  }
  return dollars >= kSeveral ? currency("USD") : Currency{};
}

// "Consolidated Income Statement - CNY (¥)": the code behind the title of a statement as a viewer of tagged
// statements prints it; empty where there is none.
Currency behind_title(std::string_view text) {
  constexpr std::size_t kLongest = 300;
  const std::size_t dash = text.rfind(" - ");
  if (text.size() > kLongest || dash == std::string_view::npos || !text.ends_with(')')) return {};
  text.remove_prefix(dash + 3);
  const words::CurrencyForm* code = words::currency_at(text, words::kMarks);
  if (code == nullptr || !text.substr(code->text.size()).starts_with(" (")) return {};
  text.remove_prefix(code->text.size() + 2);
  text.remove_suffix(1);
  return words::currency_alone(text) != nullptr ? currency(code->code) : Currency{};
}

}  // namespace

Currency main_currency(const Document& document, std::span<const ScaleStatement> scales) {
  CurrencyCount count;
  for (const RawTable& raw : document.tables) {
    for (const RawRow& row : raw.rows) {
      for (const RawCell& cell : row.cells) {
        if (cell.text.size() > 40 || cell.column == 0 || !names_currency(cell.text)) continue;
        count.read(cell.text);
      }
    }
  }
  for (const ScaleStatement& scale : scales) {
    if (scale.scale_power >= 0 && scale.code[0] != 0) count.state(scale.code);
  }
  for (const Paragraph& paragraph : document.paragraphs) {
    if (const Currency code = behind_title(paragraph.text); code[0] != 0) count.state(code);
  }
  const Currency most = count.most();
  return most[0] != 0 ? most : only_dollars_in_sentences(document);
}

}  // namespace kcfin::table
