// The program: a thin shell over the library.
#include <fcntl.h>

#include <csignal>
#include <span>

#include "cli/commands.h"
#include "cli/run.h"

namespace kcfin::cli {
namespace {

int run(const Request& request) {
  if (request.command == "check") return run_check(request);
  if (request.command == "extract") return run_extract(request);
  if (request.command == "facts") return run_facts(request);
  if (request.command == "rules") return run_rules(request);
  return run_explain(request);
}

// A filing must not be opened under the number of a standard stream that is closed: what is meant for that
// would be written into it. In its place stands one that refuses what the stream is for, as a closed one
// does; only messages vanish where nobody can read them.
void occupy_closed_streams() {
  for (const int stream : {0, 1, 2}) {
    if (fcntl(stream, F_GETFD) >= 0) continue;
    const int opened = open("/dev/null", (stream == 1 ? O_RDONLY : O_WRONLY) | O_NOCTTY);
    if (opened < 0) return;  // the lowest free number otherwise, which is the stream's
  }
}

int run(std::span<const char* const> arguments) {
  occupy_closed_streams();
  // A reader that goes away and a file that may not grow are seen where they are written to.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  if (!arguments.empty() && std::string_view(arguments.front()) == "generate") {
    return run_generate(arguments.subspan(1));
  }
  const Request request = parse(arguments);
  switch (request.kind) {
    case Request::Kind::run:
      return run(request);
    case Request::Kind::print:
      return print_text(request.text);
    case Request::Kind::wrong:
      break;
  }
  complain(request.text);
  return kExitFault;
}

}  // namespace
}  // namespace kcfin::cli

int main(int argc, char** argv) {
  return kcfin::cli::run({argv + 1, static_cast<std::size_t>(argc > 0 ? argc - 1 : 0)});
}
