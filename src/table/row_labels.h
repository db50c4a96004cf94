// Labels of rows: what of their text is label, and which go on in the next line.
#pragma once

#include <string>
#include <string_view>

namespace kcfin::table {

// Without the marks of lists before it and of footnotes behind it.
[[nodiscard]] std::string clean_label(std::string_view text);

// Whether a dash makes it a part of the row above.
[[nodiscard]] bool begins_with_dash(std::string_view text);

// Whether it ends in a word that more must follow: "Net cash used in".
[[nodiscard]] bool ends_open(std::string_view label);

// Whether a label without figures, which may be a header, goes on in the label of the next line.
[[nodiscard]] bool goes_on(std::string_view pending, std::string_view next);

}  // namespace kcfin::table
