// Amounts that a clause tells to be a part of what stands before it: "; of this, RMB5.0 million came from …".
#pragma once

#include <string_view>

#include "prose/reading.h"

namespace kcfin::prose {

// Marks them as doubtful: the subject that the clause before gave them may not be theirs.
void mark_parts_said(std::string_view text, SentenceReading& sentence);

}  // namespace kcfin::prose
