// `extract --why`: the way of one figure from its bytes to its verdict, a station to a paragraph.
#include <fmt/format.h>

#include "kcfin/why.h"
#include "report/characters.h"
#include "report/format.h"
#include "report/style.h"

namespace kcfin::report {
namespace {

constexpr std::size_t kMargin = 11, kLeast = 40;

class WhyText final : public Format {
 public:
  explicit WhyText(const WhyView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return true; }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    const Way way = way_of(file.checked, view_.place);
    std::string out = painted(
        Style::place, fmt::format("{}:{}:{}", shown(file.name), way.at.line, way.at.column), view_.color);
    out += '\n';
    for (const Station& station : way.stations) write(out, station);
    return {{0, std::move(out)}};
  }

 private:
  void write(std::string& out, const Station& station) const {
    std::string_view name = station.name;
    const std::size_t width = std::max(view_.width, kMargin + kLeast) - kMargin;
    for (const std::string& line : station.lines) {
      std::size_t margin = kMargin;
      for (const std::string& piece : folded(shown(line), width)) {
        out += painted(Style::faint, padded_right(name, margin), view_.color) + piece + "\n";
        name = {};
        margin = kMargin + 2;  // a line that goes on
      }
    }
  }

  WhyView view_;
};

}  // namespace

std::unique_ptr<Format> why_text(const WhyView& view) { return std::make_unique<WhyText>(view); }

}  // namespace kcfin::report
