// A workbook as bytes (ECMA-376, "Office Open XML"): sheets of cells, styles, formulas, links between cells.
//
// Debian has no static libxlsxwriter, and the program is linked statically; what is needed of the format is
// small: a ZIP archive of six kinds of XML parts. Text is written so that no reader takes it for a formula.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kcfin/decimal.h"

namespace kcfin::report {

enum class Ink : std::uint8_t { plain, soft, held, bad, warn, link };
enum class Ground : std::uint8_t { plain, bad, warn, heading };

struct CellStyle {
  std::string format{};  // of numbers, as spreadsheets write it; empty for the general one
  bool bold = false, wrap = false;
  std::uint8_t indent = 0;
  Ink ink = Ink::plain;
  Ground ground = Ground::plain;
  friend auto operator<=>(const CellStyle&, const CellStyle&) = default;
};

// "C5", "$C$5": of a column and a row, both from 0.
[[nodiscard]] std::string cell_name(std::uint32_t column, std::uint32_t row);
// Unique within 31 characters by its prefix, without what a name of a sheet may not have.
[[nodiscard]] std::string sheet_name(std::string_view prefix, std::string_view title);
[[nodiscard]] std::string sheet_reference(std::string_view sheet, std::uint32_t column, std::uint32_t row);

class Sheet {
 public:
  explicit Sheet(std::string name) : name_(std::move(name)) {}
  [[nodiscard]] const std::string& name() const { return name_; }

  void text(std::uint32_t column, std::uint32_t row, std::string_view text, const CellStyle& style = {});
  void number(std::uint32_t column, std::uint32_t row, std::string_view digits, const CellStyle& style = {});
  // Without the equals sign.
  void formula(std::uint32_t column, std::uint32_t row, std::string formula, const CellStyle& style = {});
  void link(std::uint32_t column, std::uint32_t row, std::string target);  // "'t1 Balance sheet'!C5"
  void freeze(std::uint32_t columns, std::uint32_t rows) { frozen_ = {columns, rows}; }
  void width(std::uint32_t column, std::uint32_t characters) { widths_[column] = characters; }
  // Coloured where they are not zero.
  void checks(std::uint32_t first_column, std::uint32_t last_column, std::uint32_t first_row,
              std::uint32_t last_row);

 private:
  friend class Workbook;
  struct Cell {
    enum class Kind : std::uint8_t { text, number, formula } kind = Kind::text;
    std::string content;
    CellStyle style;
  };
  std::string name_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Cell> cells_;  // by row and column
  std::map<std::uint32_t, std::uint32_t> widths_;
  std::vector<std::pair<std::string, std::string>> links_;  // from, to
  std::vector<std::string> checks_;                         // ranges
  std::pair<std::uint32_t, std::uint32_t> frozen_{0, 0};
};

class Workbook {
 public:
  // Sheets are printed in order; a reference stays good.
  Sheet& add(std::string name);
  // A name for a cell: RATE_1.
  void define(std::string name, std::string reference) {
    names_.emplace_back(std::move(name), std::move(reference));
  }
  [[nodiscard]] std::string bytes() const;

 private:
  class Styles;
  [[nodiscard]] static std::string sheet_xml(const Sheet& sheet, Styles& styles);
  [[nodiscard]] std::string workbook_xml() const;

  std::vector<std::unique_ptr<Sheet>> sheets_;
  std::vector<std::pair<std::string, std::string>> names_;
};

}  // namespace kcfin::report
