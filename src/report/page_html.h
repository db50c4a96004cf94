// Pieces of the page of `check --format html`.
#pragma once

#include <string>
#include <string_view>

#include "report/format.h"

namespace kcfin::report {

// What the elements of a filing are named with: the same for the same file and name, whatever else is in the
// page.
[[nodiscard]] std::string page_key(const FileResult& file);
// The filing's line in the page's index, and its own part of the page.
[[nodiscard]] std::string page_entry(const FileResult& file);
[[nodiscard]] std::string page_filing(const FileResult& file);

// Its statements and sentences in their order, every figure with its marks.
class Marks;
[[nodiscard]] std::string page_tables(const FileResult& file, const Marks& marks);
// Its findings, each with what follows from it.
[[nodiscard]] std::string page_findings(const FileResult& file);
// Its checks as data for the page's script.
[[nodiscard]] std::string page_data(const FileResult& file, const Marks& marks);

// A link to a figure of the page: “its row, its column”; empty where there is no figure.
[[nodiscard]] std::string page_link(const FileResult& file, FigureId figure, std::string_view words);
[[nodiscard]] std::string page_element(const FileResult& file, std::string_view name);  // "k1f…-t3.r1.c2"

}  // namespace kcfin::report
