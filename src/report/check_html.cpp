// `check --format html`: one page that needs nothing else, for any number of filings.
//
// Its policy lets nothing be loaded and nothing run but the style and the script that are part of the
// program, told by their digests, so that whatever a filing's text contains stays text.
#include <fmt/format.h>
#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <array>

#include "report/characters.h"
#include "report/format.h"
#include "report/marks.h"
#include "report/page_html.h"
#include "report/wording.h"

namespace kcfin::report {
namespace {

#include "page_files.inc"

// The digest of a style or a script, as a content security policy names it.
std::string digest(std::string_view content) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, content.size(), reinterpret_cast<const std::uint8_t*>(content.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> bytes{};
  sha256_digest(&context, bytes.size(), bytes.data());
  std::string text(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
  base64_encode_raw(text.data(), bytes.size(), bytes.data());
  return text;
}

std::string policy() {
  return fmt::format(
      "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action "
      "'none'",
      digest(kPageStyle), digest(kPageScript));
}

std::string legend() {
  std::string out = "<details class=\"legend\"><summary>Marks</summary><dl>";
  for (const Mark& mark : kMarks) out += fmt::format("<dt>{}</dt><dd>{}</dd>", mark.letter, mark.word);
  out += fmt::format("<dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd>", kContradicted.letter, kContradicted.word,
                     kUnheldMark, kUnheldWord);
  return out +
         "<dt>*</dt><dd>damaged text, recovered</dd><dt>?</dt><dd>damaged text, not recovered</dd></dl>"
         "<p>Point at a figure to see its checks, their operands lit up; a click, or Enter, keeps them, and "
         "Enter once more goes to them. Arrows move from figure to figure, Escape lets go.</p></details>";
}

std::string rule_choices() {
  std::string out = "<option value=\"\">any rule</option>", family;
  for (const Rule& rule : rules()) {
    if (rule.id.starts_with("text/")) continue;
    const std::string own(rule.id.substr(0, rule.id.find('/')));
    if (own != family) out += fmt::format("<option value=\"{0}\">{0}</option>", own);
    family = own;
    out += fmt::format("<option value=\"{0}\">{0}</option>", rule.id);
  }
  return out;
}

class CheckHtml final : public Format {
 public:
  explicit CheckHtml(const CheckView& view) : view_(view) {}

  // The index stands first, so that the page is printed when the last filing has been read.
  [[nodiscard]] bool streamed() const override { return false; }

  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    return {{0, page_entry(file)}, {1, page_filing(file)}};
  }
  [[nodiscard]] std::vector<Piece> pieces(const Problem& problem) const override {
    return {{0, fmt::format("<p class=\"name\">{}: {}</p>\n", shown_in_markup(problem.file),
                            shown_in_markup(problem.message))}};
  }

  [[nodiscard]] std::string opening(const Totals& totals) const override {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>kcfin check</title>\n<style>{}</style>\n"
        "</head>\n<body>\n<header>\n<h1>kcfin check</h1>\n"
        "<p>{}: {}, {}, {}; {} of {} figures checked{}</p>\n{}\n</header>\n"
        "<nav class=\"tools\" aria-label=\"Filters\">\n"
        "<label>Figures <select id=\"show\" disabled><option value=\"all\">all</option>"
        "<option value=\"contradicted\">contradicted</option><option value=\"unheld\">held by "
        "nothing</option>"
        "<option value=\"damaged\">damaged</option></select></label>\n"
        "<label>Checks <select id=\"rule\" disabled>{}</select></label>\n"
        "<button type=\"button\" id=\"reset\" disabled>Show all</button>\n"
        "<span id=\"told\" role=\"status\"></span>\n</nav>\n<main>\n",
        policy(), kPageStyle, counted(totals.files, "filing", "filings"),
        counted(totals.errors, "error", "errors"), counted(totals.warnings, "warning", "warnings"),
        counted(totals.notes, "note", "notes"), totals.figures_checked, totals.figures,
        totals.unreadable > 0 ? fmt::format("; {} unreadable", totals.unreadable) : "", legend(),
        rule_choices());
  }

  [[nodiscard]] std::string closing(const Totals& /*totals*/, std::uint64_t /*left_out*/) const override {
    return fmt::format(
        "</main>\n<aside id=\"panel\" aria-label=\"Checks of a figure\" aria-live=\"polite\" tabindex=\"-1\" "
        "hidden></aside>\n<footer><p class=\"soft\">kcfin {}</p></footer>\n<script>{}</script>\n</body>\n"
        "</html>\n",
        shown_in_markup(view_.version), kPageScript);
  }

 private:
  CheckView view_;
};

}  // namespace

std::unique_ptr<Format> check_html(const CheckView& view) { return std::make_unique<CheckHtml>(view); }

}  // namespace kcfin::report
