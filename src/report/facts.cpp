// What the formats of `facts` share.
#include "report/facts.h"

namespace kcfin::report {

const std::string& label_or_section(const Row& row) {
  return row.label.empty() && !row.section.empty() ? row.section.back() : row.label;
}

std::string section_of(const Row& row) {
  std::string text;
  for (const std::string& header : row.section) {
    if (!text.empty()) text += " > ";
    text += header;
  }
  return text;
}

std::string_view name(Heading heading) {
  switch (heading) {
    case Heading::read:
      return "read";
    case Heading::worked_out:
      return "worked_out";
    case Heading::unknown:
      break;
  }
  return "unknown";
}

// The point moves over the printed digits, so nothing can overflow.
std::string absolute_of(const Figure& figure) {
  if (!has_value(figure)) return {};
  const std::size_t decimals = figure.value->decimals, power = figure.scale_power;
  if (decimals > power) {
    return Decimal{figure.value->mantissa, static_cast<std::uint8_t>(decimals - power)}.text();
  }
  std::string digits = Decimal{figure.value->mantissa, 0}.text();
  if (!figure.value->zero()) digits.append(power - decimals, '0');
  return digits;
}

std::string_view name(Status status) {
  switch (status) {
    case Status::ok:
      return "ok";
    case Status::repaired:
      return "repaired";
    case Status::damaged:
      break;
  }
  return "damaged";
}

}  // namespace kcfin::report
