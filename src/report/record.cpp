// Writes {"file":…,"sha256":…,"status":"read|no_tables|refused|fault","message":…,"facts":n}, a line each.
#include "report/record.h"

#include "report/facts.h"
#include "report/json.h"

namespace kcfin::report {
namespace {

struct Record {
  std::string_view file, sha256, status, message;
  std::uint64_t facts = 0;
};

std::string line_of(const Record& record) {
  std::string out;
  JsonWriter json(out);
  json.open_object();
  json.member("file", record.file);
  json.member_or_null("sha256", record.sha256);
  json.member("status", record.status);
  json.member_or_null("message", record.message);
  json.member("facts", record.facts);
  json.close_object();
  return out + "\n";
}

}  // namespace

std::string record_of(const FileResult& file) {
  std::uint64_t facts = 0;
  for_each_fact(file.checked, [&facts](const Fact&) { ++facts; });
  return line_of({file.name, file.checked.document.sha256, "read", {}, facts});
}

std::string record_of(const Problem& problem) {
  const std::string_view status = problem.fault ? "fault" : problem.without_tables ? "no_tables" : "refused";
  return line_of({problem.file, {}, status, problem.message, 0});
}

}  // namespace kcfin::report
