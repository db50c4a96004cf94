// The system's own words, in lower case as the rest of a message.
#include "cli/system_error.h"

#include <cctype>
#include <system_error>

namespace kcfin::cli {

std::string system_error(int number) {
  std::string text = std::generic_category().message(number);
  const bool acronym = text.size() > 1 && std::isupper(static_cast<unsigned char>(text[1])) != 0;
  if (!acronym && !text.empty())
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

}  // namespace kcfin::cli
