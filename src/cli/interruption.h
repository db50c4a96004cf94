// Ctrl-C: the run ends with the filings that are finished.
#pragma once

namespace kcfin::cli {

// From here on the first SIGINT, SIGTERM or SIGHUP only raises a flag; a second one ends the program.
void heed_interruptions();
[[nodiscard]] bool interrupted();

}  // namespace kcfin::cli
