// Ctrl-C: the run ends with the filings that are finished.
#pragma once

namespace kcfin::cli {

// From here on the first SIGINT, SIGTERM or SIGHUP only raises a flag; a second one ends the program.
void heed_interruptions();
// In a worker: what a terminal sends to it as well only raises the flag, however often; the run ends it.
void finish_in_spite_of_interruptions();
[[nodiscard]] bool interrupted();

}  // namespace kcfin::cli
