// Lists of parts: amounts of a paragraph, or of the paragraphs below it, that make up a whole.
#pragma once

#include <vector>

#include "kcfin/filing.h"
#include "prose/draft.h"

namespace kcfin::prose {

// Numbers the lists that are complete: they end in "other ...", or their items are the table's rows. The
// whole and its parts share the number; parts carry share_of_whole.
void find_parts(const Filing& filing, std::vector<Draft>& drafts);

}  // namespace kcfin::prose
