// What the formats of `facts` share.
#include "report/facts.h"

namespace kcfin::report {

std::string section_of(const Row& row) {
  std::string text;
  for (const std::string& header : row.section) {
    if (!text.empty()) text += " > ";
    text += header;
  }
  return text;
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
