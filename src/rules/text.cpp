// The text/* family: damage in the text itself. The table room proposes, the solve room decides; the
// rules here relate nothing, they are what such findings are named after.
#include "rules/registry.h"

namespace kcfin::rulebook {

const Rule text_table = {
    .id = "text/table",
    .severity = Severity::warning,
    .summary = "a statement that is titled and of which no table, or only a part, could be read",
    .checks =
        "The titles of statements: balance sheets or statements of financial position, statements of income, "
        "operations or comprehensive income, of cash flows, of changes in equity. A title is a line of its "
        "own; "
        "a sentence, a contents page or the heading of a note that names a statement is none. And where the "
        "file ends "
        "within a tag, a table of markup or a document of a submission, that the rest is missing; "
        "text "
        "may end anywhere, and of that nothing is told.",
    .arithmetic =
        "Under a title a table of its kind, or of no known kind, must have been read before the next title. "
        "What is missing is shown by rows of figures that stand under the title and in no table: three where "
        "no table was read, six beside one that was.",
    .example =
        "CONSOLIDATED BALANCE SHEETS over lines whose figures cannot be given to columns: no check holds any "
        "of them, and without this finding nothing would say so.",
    .advice =
        "Take the statement from the filing as published in another form (HTML, or a PDF's text with its "
        "layout), and check again.",
    .relate = nullptr,
};

const Rule text_number = {
    .id = "text/number",
    .severity = Severity::warning,
    .summary = "a malformed number, recovered where an equation proves it",
    .checks =
        "The form of every figure: its grouping against the document's own, a leading zero, a lost head, "
        "letters or strokes among the digits.",
    .arithmetic =
        "A reading that the form allows, or a value that has the digits which can still be read, is taken "
        "only "
        "where an equation over other figures holds with it and none breaks. A value that the text speaks "
        "against "
        "wants two equations over different rows. Otherwise the figure is given as damaged, without a value. "
        "An "
        "amount in a sentence whose translation holds only without its first digit carries the mark of a "
        "footnote.",
    .example = "Public cloud services  169.879  (US$ in thousands): read as 169,879, as its total proves.",
    .advice = "Compare the place with the filing as published; the fault is most likely in this copy.",
    .relate = nullptr,
};

const Rule text_cell = {
    .id = "text/cell",
    .severity = Severity::warning,
    .summary = "a cell that holds two figures, or that lost its own",
    .checks =
        "Rows on which a cell holds more than one figure, or fewer cells stand than the table has columns; "
        "rows that start with a blank in a table that leaves none; a lone figure of which nothing tells the "
        "column.",
    .arithmetic =
        "A figure is moved to the cell that it belongs to only where an equation over sound figures proves "
        "it; a figure without a column has no value.",
    .example =
        "Statutory reserves funds  21,765  21,765  2,610,347 2,995: the first of two belongs to the row "
        "above.",
    .advice = "Compare the row with the filing as published.",
    .relate = nullptr,
};

const Rule text_row = {
    .id = "text/row",
    .severity = Severity::warning,
    .summary = "a row that repeats its neighbour garbled",
    .checks =
        "A row that should carry no figures (a section's header) but carries its neighbour's with digits "
        "changed.",
    .arithmetic =
        "Malformed figures on a header's row show it by their form; well-formed ones by their likeness to "
        "the "
        "row above, where no equation over other rows holds any of them. Such figures are set aside: no "
        "equation "
        "uses them.",
    .example =
        "Non-current liabilities:  0,020,570  7,402,451  1,027,010 under a total of 6,828,590 7,482,431 "
        "1,029,616.",
    .advice = "None needed: the row's figures belong to the row above it.",
    .relate = nullptr,
};

const Rule text_header = {
    .id = "text/header",
    .severity = Severity::warning,
    .summary = "columns whose heading had to be worked out",
    .checks = "Headings whose words run together, stand a column off, or lost a year.",
    .arithmetic =
        "The readings that the words allow are weighed by order, sibling tables and the filing's own "
        "figures: a translation stands at one rate to the amount of its period, a change is the change "
        "between two "
        "columns. One must win clearly, or the column stays unknown and no rule uses it.",
    .example = "2022 2023 over the first of three columns, 2023 over the last: read as 2022, 2023, 2023.",
    .advice = "Check that the periods given for the table are those of the filing.",
    .relate = nullptr,
};

const Rule text_label = {
    .id = "text/label",
    .severity = Severity::warning,
    .summary = "a label that is missing",
    .checks = "Rows of figures without a label in a table that lost its labels.",
    .arithmetic = "A row is named by the same figures elsewhere in the filing, where all of them agree.",
    .example = "206,606  293,253  318,347 without a label: the gross profit of the income statement.",
    .advice = "Compare the table with the filing as published.",
    .relate = nullptr,
};

}  // namespace kcfin::rulebook
