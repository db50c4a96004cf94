// The flag that a signal raises.
#include "cli/interruption.h"

#include <atomic>
#include <csignal>

namespace kcfin::cli {
namespace {

std::atomic<bool> raised = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

void raise_flag(int /*signal*/) { raised = true; }

void heed(int signal, int flags) {
  struct sigaction action = {};
  action.sa_handler = raise_flag;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

}  // namespace

void heed_interruptions() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) heed(signal, static_cast<int>(SA_RESETHAND));
}

void finish_in_spite_of_interruptions() {
  for (const int signal : {SIGINT, SIGHUP}) heed(signal, 0);
  std::signal(SIGTERM, SIG_DFL);
}

bool interrupted() { return raised; }

}  // namespace kcfin::cli
