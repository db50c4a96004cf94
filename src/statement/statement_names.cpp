// A name is read on from the beginning of a word, part by part; what may be left out is passed where it
// stands.
#include "statement/statement_names.h"

#include <array>
#include <initializer_list>
#include <string>

#include "values/text.h"

namespace kcfin::statement {
namespace {

bool of_word(char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_'; }

// Over a text in lower case. `takes` stays where it is if what is asked for does not stand there.
class Scan {
 public:
  Scan(std::string_view text, std::size_t at) : text_(text), at_(at) {}
  [[nodiscard]] std::size_t at() const { return at_; }

  bool takes(std::string_view part) {
    if (!text_.substr(at_).starts_with(part)) return false;
    at_ += part.size();
    return true;
  }
  bool takes_one_of(std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) {
      if (takes(part)) return true;
    }
    return false;
  }
  // One word, or more of it: "statement", "statements".
  bool takes_plural(std::string_view part) { return takes(part) && (takes("s"), true); }
  void go_back_to(std::size_t at) { at_ = at; }

 private:
  std::string_view text_;
  std::size_t at_;
};

bool statements_of(Scan& scan) { return scan.takes_plural("statement") && scan.takes(" of "); }

void pass_states(Scan& scan) {
  while (scan.takes_one_of({"standalone ", "consolidated ", "audited ", "unaudited "})) {
  }
}

// "shareholders' ", "stockholder's ", with either apostrophe.
void pass_holders(Scan& scan) {
  const std::size_t begin = scan.at();
  const auto apostrophe = [&] { scan.takes_one_of({"'", "\u2019"}); };
  if (!scan.takes_one_of({"shareholder", "stockholder"})) return;
  scan.takes("s");
  apostrophe();
  scan.takes("s");
  apostrophe();
  if (!scan.takes(" ")) scan.go_back_to(begin);
}

bool equity(Scan& scan) {
  if (!statements_of(scan)) return false;
  scan.takes_one_of({"consolidated ", "the "});
  scan.takes_one_of({"changes in ", "movement in ", "movements in "});
  scan.takes("consolidated ");
  scan.takes("total ");
  pass_holders(scan);
  if (!scan.takes_one_of({"equity", "deficit", "net assets"})) return false;
  scan.takes(" (deficit)");
  return true;
}

bool flows_of_cash(Scan& scan) {
  return scan.takes("cash") && (scan.takes(" "), true) && scan.takes_plural("flow");
}

bool cash_flows(Scan& scan) {
  const std::size_t begin = scan.at();
  if (statements_of(scan)) {
    pass_states(scan);
    if (flows_of_cash(scan)) return true;
  }
  scan.go_back_to(begin);
  return flows_of_cash(scan) && scan.takes(" ") && scan.takes_plural("statement");
}

bool balance_sheet(Scan& scan) {
  if (scan.takes("balance")) return (scan.takes(" "), true) && scan.takes_plural("sheet");
  if (!statements_of(scan)) return false;
  const std::size_t begin = scan.at();
  scan.takes("consolidated ");
  if (scan.takes("financial ") && scan.takes_one_of({"position", "condition"})) return true;
  scan.go_back_to(begin);
  pass_states(scan);
  return scan.takes("assets and liabilities");
}

bool profit_or_loss(Scan& scan) {
  if (!scan.takes_plural("profit") || !scan.takes_one_of({" or loss", " and loss"})) return false;
  scan.takes("es");
  return true;
}

bool income_of_statement(Scan& scan) {
  scan.takes("consolidated ");
  scan.takes("net ");
  const std::size_t begin = scan.at();
  if (scan.takes_one_of({"operations", "income", "earnings", "loss", "other comprehensive"})) return true;
  if (scan.takes("comprehensive ") && scan.takes_one_of({"income", "loss", "earnings"})) return true;
  scan.go_back_to(begin);
  return profit_or_loss(scan);
}

bool income(Scan& scan) {
  if (scan.takes("income ")) return scan.takes_plural("statement");
  if (scan.takes("profit and loss ")) return scan.takes_plural("account") || scan.takes_plural("statement");
  if (!statements_of(scan)) return false;
  const std::size_t begin = scan.at();
  if (income_of_statement(scan)) return true;
  scan.go_back_to(begin);
  pass_states(scan);
  return scan.takes("financial results");
}

struct Kind {
  TableKind kind;
  bool (*reads)(Scan& scan);
};
constexpr std::array<Kind, 4> kKinds = {{{TableKind::changes_in_equity, equity},
                                         {TableKind::cash_flow, cash_flows},
                                         {TableKind::balance_sheet, balance_sheet},
                                         {TableKind::income_statement, income}}};

// Every name has one of these words; most texts have none.
bool may_hold_a_name(std::string_view lowered) {
  return has(lowered, "statement") || has(lowered, "sheet") || has(lowered, "account");
}

std::optional<StatementName> first_of(const Kind& kind, std::string_view lowered) {
  for (std::size_t at = 0; at < lowered.size(); ++at) {
    const char c = lowered[at];
    const bool may_begin = c == 's' || c == 'c' || c == 'b' || c == 'i' || c == 'p';
    if (!may_begin || (at > 0 && of_word(lowered[at - 1]))) continue;
    Scan scan(lowered, at);
    if (kind.reads(scan)) return StatementName{kind.kind, at, scan.at()};
  }
  return std::nullopt;
}

}  // namespace

std::vector<StatementName> statement_names(std::string_view text) {
  const std::string lowered = lower(text);
  std::vector<StatementName> out;
  if (!may_hold_a_name(lowered)) return out;
  for (const Kind& kind : kKinds) {
    if (const auto name = first_of(kind, lowered)) out.push_back(*name);
  }
  return out;
}

std::optional<StatementName> first_statement_name(std::string_view text) {
  std::optional<StatementName> first;
  for (const StatementName& name : statement_names(text)) {
    if (!first || name.begin < first->begin) first = name;
  }
  return first;
}

}  // namespace kcfin::statement
