// The parts of the package: content types, relations, workbook, styles, sheets.
#include "report/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/characters.h"
#include "report/zip_archive.h"

namespace kcfin::report {
namespace {

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

// In a cell "_x0041_" would be read as a character of that number.
std::string cell_text(std::string_view text) {
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && i + 1 < text.size() && text[i + 1] == 'x') safe += "_x005F";
    safe += text[i];
  }
  return shown_in_markup(safe);
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (std::uint32_t left = column + 1; left > 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters;
}

std::string_view color_of(Ink ink) {
  switch (ink) {
    case Ink::soft:
      return "FF6B6B6B";
    case Ink::held:
      return "FF1B5E20";
    case Ink::bad:
      return "FF9C0006";
    case Ink::warn:
      return "FF7A4400";
    case Ink::link:
      return "FF0B4FB3";
    case Ink::plain:
      break;
  }
  return "FF000000";
}

std::string_view color_of(Ground ground) {
  switch (ground) {
    case Ground::bad:
      return "FFFFC7CE";
    case Ground::warn:
      return "FFFFEB9C";
    case Ground::heading:
      return "FFEDF1F5";
    case Ground::plain:
      break;
  }
  return "";
}

}  // namespace

std::string cell_name(std::uint32_t column, std::uint32_t row) {
  return column_letters(column) + std::to_string(row + 1);
}

std::string sheet_name(std::string_view prefix, std::string_view title) {
  std::string name(prefix);
  std::size_t length = name.size();  // in UTF-16 units, as spreadsheets count
  std::string rest = shown(title);
  std::string_view left = rest;
  if (!left.empty()) name += ' ', ++length;
  while (!left.empty()) {
    const Character c = first_character(left);
    length += c.code > 0xFFFF ? 2 : 1;
    if (length > 31) break;
    const bool forbidden = std::string_view("[]:*?/\\'").find(left.front()) != std::string_view::npos;
    if (forbidden) {
      name += ' ';
    } else {
      name += left.substr(0, c.bytes);
    }
    left.remove_prefix(c.bytes);
  }
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

std::string sheet_reference(std::string_view sheet, std::uint32_t column, std::uint32_t row) {
  return fmt::format("'{}'!{}", sheet, cell_name(column, row));
}

void Sheet::text(std::uint32_t column, std::uint32_t row, std::string_view text, const CellStyle& style) {
  cells_[{row, column}] = {Cell::Kind::text, std::string(text), style};
}

void Sheet::number(std::uint32_t column, std::uint32_t row, std::string_view digits, const CellStyle& style) {
  cells_[{row, column}] = {Cell::Kind::number, std::string(digits), style};
}

void Sheet::formula(std::uint32_t column, std::uint32_t row, std::string formula, const CellStyle& style) {
  cells_[{row, column}] = {Cell::Kind::formula, std::move(formula), style};
}

void Sheet::link(std::uint32_t column, std::uint32_t row, std::string target) {
  links_.emplace_back(cell_name(column, row), std::move(target));
}

void Sheet::checks(std::uint32_t first_column, std::uint32_t last_column, std::uint32_t first_row,
                   std::uint32_t last_row) {
  checks_.push_back(
      fmt::format("{}:{}", cell_name(first_column, first_row), cell_name(last_column, last_row)));
}

// Every style that a cell has, once.
class Workbook::Styles {
 public:
  std::size_t number_of(const CellStyle& style) {
    const auto [entry, added] = numbers_.emplace(style, order_.size() + 1);
    if (added) order_.push_back(style);
    return entry->second;
  }

  [[nodiscard]] std::string xml() const {
    std::string formats, fonts = "<font><sz val=\"10\"/><name val=\"Arial\"/></font>",
                         fills =
                             "<fill><patternFill patternType=\"none\"/></fill>"
                             "<fill><patternFill patternType=\"gray125\"/></fill>",
                         cells = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const CellStyle& style = order_[i];
      const std::size_t format = style.format.empty() ? 0 : 164 + i;
      if (format != 0)
        formats +=
            fmt::format("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", format, shown_in_markup(style.format));
      fonts +=
          fmt::format("<font>{}{}<sz val=\"10\"/><color rgb=\"{}\"/><name val=\"Arial\"/></font>",
                      style.bold ? "<b/>" : "", style.ink == Ink::link ? "<u/>" : "", color_of(style.ink));
      const bool filled = style.ground != Ground::plain;
      fills += filled ? fmt::format(
                            "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{}\"/>"
                            "</patternFill></fill>",
                            color_of(style.ground))
                      : "<fill><patternFill patternType=\"none\"/></fill>";
      cells += fmt::format(
          "<xf numFmtId=\"{}\" fontId=\"{}\" fillId=\"{}\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
          "applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"{}{}/></xf>",
          format, i + 1, i + 2, style.wrap ? " wrapText=\"1\"" : "",
          style.indent > 0 ? fmt::format(" horizontal=\"left\" indent=\"{}\"", style.indent) : "");
    }
    const auto formatted = std::count_if(order_.begin(), order_.end(),
                                         [](const CellStyle& style) { return !style.format.empty(); });
    return fmt::format(
        "{}<styleSheet xmlns=\"{}\">{}<fonts count=\"{}\">{}</fonts><fills count=\"{}\">{}</fills>"
        "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
        "borderId=\"0\"/></cellStyleXfs>"
        "<cellXfs count=\"{}\">{}</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
        "builtinId=\"0\"/></cellStyles><dxfs count=\"1\"><dxf><font><color rgb=\"FF9C0006\"/></font><fill>"
        "<patternFill><bgColor rgb=\"FFFFC7CE\"/></patternFill></fill></dxf></dxfs></styleSheet>",
        kHead, kMain,
        formatted > 0 ? fmt::format("<numFmts count=\"{}\">{}</numFmts>", formatted, formats) : "",
        order_.size() + 1, fonts, order_.size() + 2, fills, order_.size() + 1, cells);
  }

 private:
  std::map<CellStyle, std::size_t> numbers_;
  std::vector<CellStyle> order_;
};

Sheet& Workbook::add(std::string name) {
  sheets_.push_back(std::make_unique<Sheet>(std::move(name)));
  return *sheets_.back();
}

std::string Workbook::sheet_xml(const Sheet& sheet, Styles& styles) {
  std::string out =
      fmt::format("{}<worksheet xmlns=\"{}\"><sheetViews><sheetView workbookViewId=\"0\"", kHead, kMain);
  const auto [columns, rows] = sheet.frozen_;
  if (columns + rows > 0) {
    out += fmt::format("><pane{}{} topLeftCell=\"{}\" activePane=\"{}\" state=\"frozen\"/></sheetView>",
                       columns > 0 ? fmt::format(" xSplit=\"{}\"", columns) : "",
                       rows > 0 ? fmt::format(" ySplit=\"{}\"", rows) : "", cell_name(columns, rows),
                       columns == 0 ? "bottomLeft"
                       : rows == 0  ? "topRight"
                                    : "bottomRight");
  } else {
    out += "/>";
  }
  out += "</sheetViews>";
  if (!sheet.widths_.empty()) {
    out += "<cols>";
    for (const auto& [column, width] : sheet.widths_)
      out += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", column + 1, width);
    out += "</cols>";
  }
  out += "<sheetData>";
  std::uint32_t open = 0;  // the row that is open, from 1
  for (const auto& [place, cell] : sheet.cells_) {
    const auto [row, column] = place;
    if (open != row + 1) {
      out += fmt::format("{}<row r=\"{}\">", open > 0 ? "</row>" : "", row + 1);
      open = row + 1;
    }
    const std::string head =
        fmt::format("<c r=\"{}\" s=\"{}\"", cell_name(column, row), styles.number_of(cell.style));
    switch (cell.kind) {
      case Sheet::Cell::Kind::text:
        out += fmt::format("{} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", head,
                           cell_text(cell.content));
        break;
      case Sheet::Cell::Kind::number:
        out += fmt::format("{}><v>{}</v></c>", head, shown_in_markup(cell.content));
        break;
      case Sheet::Cell::Kind::formula:
        out += fmt::format("{}><f>{}</f></c>", head, shown_in_markup(cell.content));
        break;
    }
  }
  out += open > 0 ? "</row></sheetData>" : "</sheetData>";
  for (std::size_t i = 0; i < sheet.checks_.size(); ++i)
    out += fmt::format(
        "<conditionalFormatting sqref=\"{}\"><cfRule type=\"cellIs\" dxfId=\"0\" priority=\"{}\" "
        "operator=\"notEqual\"><formula>0</formula></cfRule></conditionalFormatting>",
        sheet.checks_[i], i + 1);
  if (!sheet.links_.empty()) {
    out += "<hyperlinks>";
    for (const auto& [from, to] : sheet.links_)
      out += fmt::format("<hyperlink ref=\"{}\" location=\"{}\"/>", from, shown_in_markup(to));
    out += "</hyperlinks>";
  }
  return out + "</worksheet>";
}

std::string Workbook::workbook_xml() const {
  std::string out = fmt::format("{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets>", kHead, kMain, kRelations);
  for (std::size_t i = 0; i < sheets_.size(); ++i)
    out += fmt::format("<sheet name=\"{0}\" sheetId=\"{1}\" r:id=\"rId{1}\"/>",
                       shown_in_markup(sheets_[i]->name()), i + 1);
  out += "</sheets>";
  if (!names_.empty()) {
    out += "<definedNames>";
    for (const auto& [name, reference] : names_)
      out += fmt::format("<definedName name=\"{}\">{}</definedName>", name, shown_in_markup(reference));
    out += "</definedNames>";
  }
  return out + "<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/></workbook>";
}

std::string Workbook::bytes() const {
  constexpr std::string_view kTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  std::string types = fmt::format(
      "{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
      "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
      "ContentType=\"{}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
      "ContentType=\"{}styles+xml\"/>",
      kHead, kTypes, kTypes);
  constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";
  std::string relations = fmt::format("{}<Relationships xmlns=\"{}\">", kHead, kPackage);
  ZipArchive archive;
  Styles styles;
  std::vector<std::string> parts;
  for (const auto& sheet : sheets_) parts.push_back(sheet_xml(*sheet, styles));
  for (std::size_t i = 1; i <= sheets_.size(); ++i) {
    types += fmt::format(
        "<Override PartName=\"/xl/worksheets/sheet{}.xml\" ContentType=\"{}worksheet+xml\"/>", i, kTypes);
    relations +=
        fmt::format("<Relationship Id=\"rId{0}\" Type=\"{1}/worksheet\" Target=\"worksheets/sheet{0}.xml\"/>",
                    i, kRelations);
  }
  relations +=
      fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/styles\" Target=\"styles.xml\"/></Relationships>",
                  sheets_.size() + 1, kRelations);
  archive.add("[Content_Types].xml", types + "</Types>");
  archive.add(
      "_rels/.rels",
      fmt::format("{}<Relationships xmlns=\"{}\"><Relationship Id=\"rId1\" Type=\"{}/officeDocument\" "
                  "Target=\"xl/workbook.xml\"/></Relationships>",
                  kHead, kPackage, kRelations));
  archive.add("xl/workbook.xml", workbook_xml());
  archive.add("xl/_rels/workbook.xml.rels", relations);
  archive.add("xl/styles.xml", styles.xml());
  for (std::size_t i = 0; i < parts.size(); ++i)
    archive.add(fmt::format("xl/worksheets/sheet{}.xml", i + 1), parts[i]);
  return std::move(archive).bytes();
}

}  // namespace kcfin::report
