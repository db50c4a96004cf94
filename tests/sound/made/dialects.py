"""How a table is put into text: title, line of the unit, heading rows of (text, span), rows of a label and printed cells."""


def tabs(title, unit, heading, rows):
    return ([title, "", unit, ""] + ["\t" + "\t".join(text + "\t" * (span - 1) for text, span in line) for line in heading] +
            [label + "\t" + "\t".join(cells) if any(cells) else label for label, cells in rows])


def pipes(title, unit, heading, rows):
    lines = ["| | " + " | ".join(cell for text, span in line for cell in [text] + [""] * (span - 1)) + " |"
             for line in heading]
    lines.insert(1, "|" + "---|" * (len(rows[0][1]) + 1))
    return [f"**{title}**", "", unit, ""] + lines + [f"| {label} | " + " | ".join(cells) + " |" for label, cells in rows]


def places(title, unit, heading, rows):
    first = max([46] + [len(label) + 2 for label, _ in rows])
    wide = max([14] + [-(-(len(text) + 2) // span) for line in heading for text, span in line])
    lines = [" " * first + "".join(f"{text:>{wide}}" if span == 1 else f"{text:^{wide * span}}" for text, span in line)
             for line in heading]
    lines += [f"{label:<{first}}" + "".join(f"{cell:>{wide}}" for cell in cells) for label, cells in rows]
    return [title, "", unit, ""] + [line.rstrip() for line in lines]


def markup(title, unit, heading, rows):
    head = "".join("<tr><td></td>" + "".join(f"<td colspan={span}>{text}</td>" for text, span in line) + "</tr>"
                   for line in heading)
    return ([f"<p>{title}</p><p>{unit}</p><table>{head}"] +
            [f"<tr><td>{label}</td>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" for label, cells in rows] +
            ["</table>"])


def split_markup(title, unit, heading, rows):
    """As filing agents write it: before each figure a narrow cell and one for a sign, behind it one for its bracket."""
    def figure(cell):
        closes = cell[-1:] if cell[-1:] in (")", "%") else ""
        closes = ")%" if cell.endswith(")%") else closes
        digits = cell[:len(cell) - len(closes)]
        return f"<td>&nbsp;</td><td>&nbsp;</td><td align='right'>{digits}</td><td>{closes or '&nbsp;'}</td>"

    lines = [f"<p align='center'><b>{title}</b></p>", f"<p>{unit}</p>", "<table>"]
    for line in heading:
        over = [f"<td>&nbsp;</td><td colspan='{4 * span - 2}' align='center'><b>{text}</b></td><td>&nbsp;</td>"
                for text, span in line]
        lines.append("<tr><td>&nbsp;</td>" + "".join(over) + "</tr>")
    for label, cells in rows:
        lines.append(f"<tr><td>{label}</td>" + "".join(map(figure, cells)) + "</tr>")
    return lines + ["</table>"]


def cell_lines(title, unit, heading, rows):
    """Markup whose cells became lines: an empty cell is an empty line; no merged cell tells how wide it was."""
    lines = [title, "", unit, ""]
    for line in heading:
        lines += [""] + [text for text, _ in line]
    for label, cells in rows:
        lines += [label, *cells]
    return lines


def signed_cells(title, unit, heading, rows):
    """Markdown of a converter: currency signs, brackets and percent signs in cells of their own, spanned headings repeated."""
    def figure(cell):
        closes = ")%" if cell.endswith(")%") else cell[-1:] if cell[-1:] in (")", "%") else ""
        return ["", cell[:len(cell) - len(closes)], closes]

    lines = ["|  | " + " | ".join(text for text, span in line for _ in range(3 * span)) + " |" for line in heading]
    lines.insert(1, "|" + " --- |" * (3 * len(rows[0][1]) + 1))
    for label, cells in rows:
        lines.append(f"| {label} | " + " | ".join(part for cell in cells for part in figure(cell)) + " |")
    return [f"## {title}", "", unit, "", *lines]


def ruled(title, unit, heading, rows):
    """An ASCII exhibit of the nineties: tags, rules, leaders, labels that go on in the next line, a page that ends."""
    wide = max([16] + [-(-(len(text) + 2) // span) for line in heading for text, span in line])
    first = 44
    total = first + wide * len(rows[0][1])
    lines = ["<TABLE>", "<CAPTION>", f"{title:^{total}}".rstrip(), f"{unit:^{total}}".rstrip(), ""]
    for line in heading:
        lines.append((" " * first + "".join(f"{text:^{wide * span}}" for text, span in line)).rstrip())
    lines.append(" " * first + " ".join("-" * (wide - 1) for _ in rows[0][1]))
    lines.append("<S>" + " " * (first - 3) + "".join(f"{'<C>':<{wide}}" for _ in rows[0][1]).rstrip())
    for label, cells in rows:
        while len(label) > first - 4:
            cut = label.rfind(" ", 0, first - 4)
            lines.append(label[:cut])
            label = "  " + label[cut + 1:]
        if not any(cells):
            lines.append(label)
            continue
        dots = label + " " + "." * max(0, first - 3 - len(label))
        lines.append(f"{dots:<{first}}" + "".join(f"{cell:>{wide - 2}}  " for cell in cells).rstrip())
    return lines + [" " * first + " ".join("=" * (wide - 1) for _ in rows[0][1]), "</TABLE>"]


def signed_lines(title, unit, heading, rows):
    """Cells as lines, with brackets and percent signs on lines of their own and no line for a blank cell."""
    lines = [title, unit]
    for line in heading:
        lines += [text for text, _ in line if text]
    for label, cells in rows:
        lines.append(label)
        for cell in cells:
            closes = ")%" if cell.endswith(")%") else cell[-1:] if cell[-1:] in (")", "%") else ""
            lines += [part for part in (cell[:len(cell) - len(closes)], closes) if part]
    return lines


def styled_markup(title, unit, heading, rows):
    """Paragraphs in cells, entities for signs and blanks, indents by blanks, headings of two lines."""
    def told(text):
        return text.replace("&", "&amp;").replace("\u2014", "&#8212;").replace("$", "&#36;").replace("'", "&#8217;")

    lines = [f"<div><p style='text-align:center'><b>{told(title)}</b></p><p><i>{told(unit)}</i></p></div>", "<table border='0'>"]
    for line in heading:
        lines.append("<tr><td></td>" + "".join(f"<td colspan='{span}'><p><b>{told(text).replace(' ended ', ' ended<br>')}</b></p></td>"
                                               for text, span in line) + "</tr>")
    for label, cells in rows:
        indent = "&nbsp;&nbsp;" if any(cells) else ""
        lines.append(f"<tr><td><p>{indent}{told(label)}</p></td>" +
                     "".join(f"<td><p>{told(cell) or '&nbsp;'}</p></td>" for cell in cells) + "</tr>")
    return lines + ["</table>"]


DIALECTS = [tabs, pipes, places, markup, split_markup, cell_lines, signed_cells, ruled, signed_lines, styled_markup]
MARKED_UP = [markup, split_markup, styled_markup]
BY_PLACE = [places, ruled]  # what stands in a column is told by its place alone


def every_pair_meets(rows):
    """Whether some row has figures in all columns: what stands by its place alone tells them apart only then."""
    return any(all(cells) for _, cells in rows)
