// Any bytes as a filing, printed in every format: JSON parses, and nothing of the filing's text reaches a
// terminal as anything but text.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "fuzz/property.h"
#include "kcfin/finding.h"
#include "report/format.h"

namespace {

using namespace kcfin::report;

std::string printed(const Format& format, const FileResult& file) {
  const Totals totals = Totals::of(file);
  std::string text = format.opening(format.streamed() ? Totals{} : totals);
  const char* separator = "";
  for (const Piece& piece : format.pieces(file)) {
    text += separator + piece.text;
    separator = format.separator().data();
  }
  return text + format.closing(totals, 0);
}

void require_json(const Format& format, const FileResult& file) {
  kcfin::fuzz::require(nlohmann::json::accept(printed(format, file)), "JSON is well formed");
}

void require_json_lines(const Format& format, const FileResult& file) {
  const std::string text = printed(format, file);
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    kcfin::fuzz::require(nlohmann::json::accept(text.substr(from, end - from)), "every line is JSON");
    from = end + 1;
  }
}

void require_harmless(const Format& format, const FileResult& file) {
  const std::string text = printed(format, file);
  const bool harmless = std::all_of(text.begin(), text.end(), [](char c) {
    return c == '\n' || (static_cast<unsigned char>(c) >= ' ' && c != '\x7F');
  });
  kcfin::fuzz::require(harmless, "no control character is printed");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kcfin::SolveOptions options;
  options.list_checks = true;
  auto checked = kcfin::check(std::string(reinterpret_cast<const char*>(data), size), {}, options);
  if (!checked) return 0;
  const FileResult file{"a name\nwith \x1B[31mcolour.txt", std::move(*checked), 0};
  CheckView view;
  view.passed = view.skipped = view.notes = true;
  require_harmless(*check_text(view), file);
  require_harmless(*extract_text({true, 80}), file);
  require_json(*check_json(view), file);
  require_json(*extract_json({true, 80}), file);
  require_json_lines(*check_ndjson(view), file);
  require_json_lines(*facts_ndjson(), file);
  return 0;
}
