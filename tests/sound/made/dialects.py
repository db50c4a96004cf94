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


DIALECTS = [tabs, pipes, places, markup, split_markup, cell_lines]
MARKED_UP = [markup, split_markup]


def every_pair_meets(rows):
    """Whether some row has figures in all columns: what stands by its place alone tells them apart only then."""
    return any(all(cells) for _, cells in rows)
