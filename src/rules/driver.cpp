// Measures by their head nouns, and what they do to each other.
#include "rules/driver.h"

#include <algorithm>
#include <array>
#include <string>

#include "prose/noun_phrase.h"
#include "prose/one_of.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// "net revenues" of "net revenues from certain games".
std::string_view head_of(std::string_view phrase) {
  std::size_t end = phrase.size();
  for (const std::string_view link :
       {" from ", " of ", " in ", " for ", " on ", " over ", " at ", " against ", " to ", " with ",
        " related to ", " relating to ", " associated with ", " attributable to ", " generated ",
        " especially ", " resulting "})
    end = std::min(end, phrase.find(link));
  return phrase.substr(0, end);
}

std::string_view last_word(std::string_view head) {
  const std::size_t at = head.find_last_of(" -");
  return at == std::string_view::npos ? head : head.substr(at + 1);
}

// "the number of paying users" is what it counts.
std::string_view counted(std::string_view phrase) {
  for (const std::string_view count : {"number of ", "average number of ", "total number of "}) {
    if (phrase.starts_with(count)) return phrase.substr(count.size());
  }
  return phrase;
}

bool ends_in_volume(std::string_view word) {
  static constexpr std::array<std::string_view, 15> kVolumes = {
      "volume",      "volumes",     "deliveries", "shipments",   "users",
      "subscribers", "members",     "customers",  "orders",      "traffic",
      "demand",      "enrollments", "enrolments", "memberships", "transactions"};
  return prose::one_of(word, kVolumes);
}

bool ends_in_charge(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kCharges = {
      "headcount",    "headcounts",   "personnel",    "employees",  "staff",        "salaries",
      "wages",        "bonuses",      "compensation", "commission", "commissions",  "fees",
      "rents",        "rental",       "rentals",      "rent",       "depreciation", "amortization",
      "amortisation", "expenditures", "expenditure",  "spending"};
  return prose::one_of(word, kCharges);
}

// Costs per ton, on average: more tons make them less.
bool of_each(std::string_view phrase) {
  return prose::has_word(phrase, "unit") || prose::has_word(phrase, "per") ||
         prose::has_word(phrase, "average");
}

Driver driver_of_head(std::string_view named) {
  const std::string phrase = lower(named);
  // What is capitalised or deferred is taken off the costs.
  if (has(phrase, "capitali") || prose::has_word(phrase, "deferred") || prose::has_word(phrase, "capital") ||
      prose::has_word(phrase, "tax") || prose::has_word(phrase, "reversal"))
    return Driver::unknown;
  const std::string_view head = head_of(counted(phrase));
  const std::string_view last = last_word(head);
  if (prose::has_word(head, "margin") || prose::has_word(head, "margins"))
    return prose::says_loss(phrase) ? Driver::unknown : Driver::margin;
  if (prose::says_loss(phrase)) return head.ends_with("loss") ? Driver::loss : Driver::unknown;
  if (last == "expenses" || last == "expense" || last == "costs" || last == "cost" ||
      prose::has_word(phrase, "cost of"))
    return of_each(phrase) ? Driver::unknown : Driver::cost;
  if (head.starts_with("average revenue per") || head.starts_with("average selling price"))
    return Driver::revenue;
  if (last == "revenues" || last == "revenue" || last == "sales" || head.ends_with("revenue contribution")) {
    const bool units = prose::has_word(head, "unit");
    return units ? Driver::volume : Driver::revenue;
  }
  if (head.ends_with("gross profit") || head.ends_with("net income") || head.ends_with("operating income") ||
      head.ends_with("operating profit"))
    return Driver::profit;
  // What is invested may save costs; only in research and marketing it is one.
  const bool spent = prose::has_word(head, "development") || prose::has_word(head, "marketing");
  if (ends_in_charge(last) || (last == "investments" && spent)) return Driver::charge;
  return ends_in_volume(last) ? Driver::volume : Driver::unknown;
}

// "gross profit and tighter control": what stands before the "and" is another measure.
bool names_another(std::string_view phrase, Driver own) {
  constexpr std::string_view kAnd = " and ";
  const std::size_t at = phrase.find(kAnd);
  if (at == std::string_view::npos) return false;
  // "Sales and marketing expenses" are no sales.
  const std::string before = lower(phrase.substr(0, at));
  if (last_word(before) == "sales" && own == Driver::cost) return false;
  const Driver first = driver_of(before);
  const bool cost = own == Driver::cost || own == Driver::charge;
  return first != Driver::unknown && first != own &&
         !(cost && (first == Driver::cost || first == Driver::charge));
}

}  // namespace

Driver driver_of(std::string_view named) {
  const Driver own = driver_of_head(named);
  return own != Driver::unknown && names_another(named, own) ? Driver::unknown : own;
}

Direction effect_of(Driver cause, Driver explained, Direction direction) {
  switch (explained) {
    case Driver::revenue:
      return cause == Driver::revenue || cause == Driver::volume ? direction : Direction::none;
    case Driver::cost:
      return cause == Driver::cost || cause == Driver::charge || cause == Driver::volume ? direction
                                                                                         : Direction::none;
    case Driver::profit:
      if (cause == Driver::cost) return turned(direction);
      return cause == Driver::revenue || cause == Driver::profit ? direction : Direction::none;
    case Driver::margin:
      return cause == Driver::cost ? turned(direction) : Direction::none;
    case Driver::loss:
      if (cause == Driver::cost) return direction;
      return cause == Driver::revenue || cause == Driver::profit ? turned(direction) : Direction::none;
    case Driver::unknown:
    case Driver::volume:
    case Driver::charge:
      break;
  }
  return Direction::none;
}

}  // namespace kcfin::rulebook
