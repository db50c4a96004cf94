// What must be true of the formats that no parser in the program reads again.
#pragma once

#include <string_view>

namespace kcfin::fuzz {

// Every element that is opened is closed, in order; every attribute is quoted, every reference ends; what the
// filing says is text, so only the elements of the page stand there. `html`: with a doctype, elements that
// have no end, scripts and styles.
void require_balanced(std::string_view markup, bool html);

// An archive whose files unpack to their size and checksum, each of them XML.
void require_workbook(std::string_view archive);

}  // namespace kcfin::fuzz
