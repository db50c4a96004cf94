// The words that stand between the part and the whole, or before both.
#include "prose/percentage_of.h"

#include <string>

#include "values/text.h"

namespace kcfin::prose {

void take_percentage_of(Claim& claim, std::string_view sentence) {
  const std::string& phrase = claim.metric.phrase;
  for (const std::string_view link : {" as a percentage of ", " as a percent of ", " as a % of "}) {
    if (const std::size_t at = phrase.find(link); at != std::string::npos && at > 0) {
      claim.part = phrase.substr(0, at);
      claim.whole = phrase.substr(at + link.size());
      return;
    }
    constexpr std::size_t kLongest = 60;  // characters of what it is a percentage of
    const std::string_view opening = link.substr(1);
    const std::size_t comma = sentence.find(", ");
    if (phrase.empty() || comma > opening.size() + kLongest ||
        lower(sentence.substr(0, opening.size())) != opening)
      continue;
    claim.part = phrase;
    claim.whole = sentence.substr(opening.size(), comma - opening.size());
    return;
  }
}

}  // namespace kcfin::prose
