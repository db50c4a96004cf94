// The program: a thin shell over the library.
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

int run(std::span<const char* const> arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is seen where it is written to
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
