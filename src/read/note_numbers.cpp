// A number of a note is told by the count of figures behind it, and by its letters.
#include "read/note_numbers.h"

#include <algorithm>
#include <string_view>

#include "values/text.h"

namespace kcfin::read_room {
namespace {

using Kind = StreamCell::Kind;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// "5", "14b", "10 a),b)", "3, 4", "12.1", "19 y 20": numbers of two digits and letters at most.
bool note_number(std::string_view text) {
  constexpr std::size_t kLongest = 12, kMostAlike = 3;
  if (text.empty() || text.size() > kLongest || !is_digit(text.front()) || text.front() == '0') return false;
  std::size_t digits = 0, letters = 0;
  for (const char c : text) {
    digits = is_digit(c) ? digits + 1 : 0;
    letters = is_letter(c) ? letters + 1 : 0;
    const bool between = std::string_view(" .,()&").find(c) != std::string_view::npos;
    if (digits > 2 || letters > kMostAlike || (!between && digits == 0 && letters == 0)) return false;
  }
  return true;
}

bool lettered(std::string_view text) { return std::any_of(text.begin(), text.end(), is_letter); }
bool bare_number(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// In rows of so many figures; false where no cell is one.
bool tell(std::span<StreamCell> cells, std::size_t columns) {
  bool told = false;
  for (std::size_t at = 1; at + 1 < cells.size(); ++at) {
    if (cells[at - 1].kind != Kind::text || !note_number(cells[at].text())) continue;
    std::size_t end = at + 1;
    while (end < cells.size() && cells[end].figure()) ++end;
    const std::size_t figures = end - at - 1;
    // One figure too many for full rows; or too few figures, of which the first is out of all proportion.
    const bool full = figures != 0 && figures % columns == 0;
    const bool apart =
        figures != 0 && figures < columns && bare_number(cells[at].text()) &&
        std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                    cells.begin() + static_cast<std::ptrdiff_t>(end),
                    [](const StreamCell& cell) { return cell.text().find(',') != std::string_view::npos; });
    if (!full && !apart && !(lettered(cells[at].text()) && figures != 0)) continue;
    cells[at].kind = Kind::note;
    told = true;
  }
  return told;
}

}  // namespace

bool bare_note_number(std::string_view text) {
  return text.size() <= 2 && note_number(text) && bare_number(text);
}

void tell_note_numbers(std::span<StreamCell> cells, std::vector<CellHeading>& headings) {
  const auto notes = [](const CellHeading& heading) { return heading.sort == CellHeading::Sort::note; };
  const std::size_t headed = headed_columns(headings);
  if (headed == 0 || std::count_if(headings.begin(), headings.end(), notes) != 1) return;
  if (tell(cells, headed)) std::erase_if(headings, notes);
}

}  // namespace kcfin::read_room
