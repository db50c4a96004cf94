// The difference of a column decides what each of its figures would have to be.
#include "rules/footing/near_miss.h"

#include <algorithm>
#include <optional>

#include "values/slip.h"

namespace kcfin::rulebook {
namespace {

// Of fewer digits many differ in one.
constexpr Wide kTelling = 100, kTellingCopy = 1000;

// "3,600" tells as little as "36".
Wide without_zeros(Wide value) {
  while (value != 0 && value % 10 == 0) value /= 10;
  return value < 0 ? -value : value;
}

std::optional<Decimal> decimal_of(Wide value) {
  const auto mantissa = static_cast<std::int64_t>(value);
  return mantissa == value ? std::optional(Decimal{mantissa, 0}) : std::nullopt;
}

// The one is the other in thousands, rounded.
bool in_thousands(Wide few, Wide many) {
  const Wide rest = many - few * 1000;
  return rest <= 500 && -rest <= 500;
}

// Amounts in units of their own last place.
bool is_slip(Wide printed, Wide right, bool signs_known) {
  if (printed == 0 || right == 0) return false;
  if (std::max(without_zeros(printed), without_zeros(right)) < kTelling) return false;
  if (printed == -right) return signs_known;
  if (in_thousands(printed, right) || in_thousands(right, printed)) return true;
  const auto own = decimal_of(printed), other = decimal_of(right);
  const Slip slip = own && other ? slip_between(*own, *other) : Slip::none;
  return slip == Slip::digit || slip == Slip::transposed;
}

class NearMiss {
 public:
  NearMiss(const TableAmounts& amounts, std::uint32_t total, std::span<const FootingTerm> terms)
      : amounts_(amounts), total_(total), terms_(terms) {}

  [[nodiscard]] bool in_every_broken_column() {
    bool any = false;
    for (std::size_t c = 0; c < amounts_.table().columns.size(); ++c) {
      const auto& sum = amounts_.amount(total_, c);
      signs_known_ = signs_known_ || (difference(c) == Wide{0} && sum && sum->twice != 0);
    }
    for (std::size_t c = 0; c < amounts_.table().columns.size(); ++c) {
      const auto off = difference(c);
      if (!off || *off == 0) continue;
      if (!explained(c, *off)) return false;
      any = true;
    }
    return any;
  }

 private:
  // Twice the total less the sum, within roundings nothing; empty where a figure has no value.
  [[nodiscard]] std::optional<Wide> difference(std::size_t column) const {
    const auto& sum = amounts_.amount(total_, column);
    if (!sum) return std::nullopt;
    Wide out = sum->twice, slack = sum->slack, beyond = sum->beyond();
    for (const FootingTerm& term : terms_) {
      const auto& part = amounts_.amount(term.row, column);
      if (!part && !amounts_.blank(term.row, column)) return std::nullopt;
      if (!part) continue;
      out -= term.sign * part->twice;
      slack += part->slack;
      beyond -= term.sign * part->beyond();
    }
    const auto within = [&](Wide off) { return off <= slack && -off <= slack; };
    return within(out) || (amounts_.rounded_down() && within(out + beyond)) ? Wide{0} : out;
  }

  [[nodiscard]] bool explained(std::size_t column, Wide off) const {
    return slips(total_, column, -off) ||
           std::any_of(terms_.begin(), terms_.end(), [&](const FootingTerm& term) {
             return amounts_.amount(term.row, column) && slips(term.row, column, term.sign * off);
           });
  }

  // Whether the figure, changed by so much, would be itself with a slip.
  [[nodiscard]] bool slips(std::uint32_t row, std::size_t column, Wide change) const {
    const Amount& printed = *amounts_.amount(row, column);
    const Wide unit = 2 * printed.slack;
    if (unit == 0 || change % unit != 0) return false;
    const Wide own = printed.twice / unit;
    return is_slip(own, own + change / unit, signs_known_) ||
           (without_zeros(own) >= kTellingCopy && copied(row, column));
  }

  // The figure of the row above or below, or of another column of its row.
  [[nodiscard]] bool copied(std::uint32_t row, std::size_t column) const {
    const Wide own = amounts_.amount(row, column)->twice;
    const auto alike = [&](std::uint32_t r, std::size_t c) {
      const auto& other = amounts_.amount(r, c);
      return other && (other->twice == own || other->twice == -own);
    };
    for (std::size_t c = 0; c < amounts_.table().columns.size(); ++c) {
      if (c != column && alike(row, c)) return true;
    }
    return (row > 0 && alike(row - 1, column)) || (row + 1 < amounts_.rows() && alike(row + 1, column));
  }

  const TableAmounts& amounts_;
  const std::uint32_t total_;
  std::span<const FootingTerm> terms_;
  bool signs_known_ = false;  // another column adds up with them; otherwise a sign that is odd may be ours
};

}  // namespace

bool misses_by_a_slip(const TableAmounts& amounts, std::uint32_t total, std::span<const FootingTerm> terms) {
  return terms.size() >= 2 && amounts.telling(total, terms) &&
         NearMiss(amounts, total, terms).in_every_broken_column();
}

bool holds_but_for_a_slip(const TableAmounts& amounts, std::uint32_t total,
                          std::span<const FootingTerm> terms, const Score& score) {
  return score.exact == 1 && score.judged == 2 && misses_by_a_slip(amounts, total, terms);
}

}  // namespace kcfin::rulebook
