// The flag that a signal raises.
#include "cli/interruption.h"

#include <atomic>
#include <csignal>

namespace kcfin::cli {
namespace {

std::atomic<bool> raised = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

void raise_flag(int /*signal*/) { raised = true; }

}  // namespace

void heed_interruptions() {
  struct sigaction action = {};
  action.sa_handler = raise_flag;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

bool interrupted() { return raised; }

}  // namespace kcfin::cli
