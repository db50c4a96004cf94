// Any bytes as a filing, printed in every format: JSON parses and names no line that the file does not have,
// nothing of the filing's text reaches a terminal or a page as anything but text, pages and workbooks are
// well formed, and all of it is printed twice alike.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "fuzz/printed.h"
#include "fuzz/property.h"
#include "kcfin/finding.h"
#include "report/format.h"

namespace {

using namespace kcfin::report;
using kcfin::fuzz::require;

std::string printed(const Format& format, const FileResult& file) {
  const Totals totals = Totals::of(file);
  std::string text = format.opening(format.streamed() ? Totals{} : totals);
  std::string_view separator;
  for (const Piece& piece : format.pieces(file)) {
    text.append(separator).append(piece.text);
    separator = format.separator();
  }
  return text + format.closing(totals, 0);
}

// Every line that is named anywhere is one of the file.
void require_lines_of_file(const nlohmann::json& json, std::uint32_t lines) {
  for (const auto& [key, member] : json.items()) {
    if (key == "line" || key == "first_line" || key == "last_line")
      require(member.is_number() && member >= 1 && member <= lines, "a line that is named is in the file");
    if (member.is_structured()) require_lines_of_file(member, lines);
  }
}

void require_json(std::string_view text, const FileResult& file) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  require(!json.is_discarded(), "JSON is well formed");
  require_lines_of_file(json, file.checked.document.lines);
}

void require_json_lines(std::string_view text, const FileResult& file) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    require_json(text.substr(0, end), file);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void require_harmless(const Format& format, const FileResult& file) {
  const std::string text = printed(format, file);
  const bool harmless = std::all_of(text.begin(), text.end(), [](char c) {
    return c == '\n' || (static_cast<unsigned char>(c) >= ' ' && c != '\x7F');
  });
  require(harmless, "no control character is printed");
}

std::optional<FileResult> result_of(const std::string& bytes) {
  kcfin::SolveOptions options;
  options.list_checks = true;
  auto checked = kcfin::check(bytes, {}, options);
  if (!checked) return std::nullopt;
  return FileResult{"a name\nwith \x1B[31mcolour.txt", std::move(*checked), 0};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto file = result_of(bytes);
  if (!file) return 0;
  CheckView view;
  view.passed = view.skipped = view.notes = true;
  require_harmless(*check_text(view), *file);
  view.tables = view.unchecked = view.summary = true;
  require_harmless(*check_text(view), *file);
  require_harmless(*check_html(view), *file);
  require_harmless(*extract_text({true, 80}), *file);
  kcfin::fuzz::require_balanced(printed(*check_html(view), *file), true);
  kcfin::fuzz::require_workbook(printed(*extract_xlsx(), *file));
  kcfin::fuzz::require_balanced(printed(*check_junit(view), *file), false);
  require_json(printed(*check_json(view), *file), *file);
  require_json(printed(*extract_json({true, 80}), *file), *file);
  require_json_lines(printed(*check_ndjson(view), *file), *file);
  require_json_lines(printed(*facts_ndjson(), *file), *file);
  const auto again = result_of(bytes);
  require(again.has_value(), "what was read once is read again");
  for (const auto& format : {check_text(view), check_json(view), check_html(view), extract_json({true, 80}),
                             extract_xlsx(), facts_ndjson()})
    require(printed(*format, *file) == printed(*format, *again), "the same input gives the same output");
  return 0;
}
