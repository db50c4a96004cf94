"""Tables, reports and refusals as a notebook shows them: plain HTML, every text of a filing escaped."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Iterable, List, Optional

if TYPE_CHECKING:
    from .report import Finding, Refused, Report
    from .table import Cell, Column, Table

_COLORS = {"error": "#c62828", "warning": "#b26a00", "note": "dimgray", "repaired": "#b26a00", "damaged": "#c62828"}
_SCALES = {1: "", 1000: " thousand", 10000: " ten thousand", 1000000: " million", 100000000: " hundred million",
           1000000000: " billion"}


class Page(str):
    """A whole page of HTML; a notebook shows it in a frame of its own, and it may be written to a file."""

    def _repr_html_(self) -> str:
        return (f'<iframe srcdoc="{html.escape(self)}" sandbox="allow-scripts" style="width:100%;height:40em;border:0">'
                "</iframe>")


def unit_text(unit: Optional[str], scale: int) -> str:
    """“RMB thousand”."""
    return (unit or "unit unknown") + _SCALES.get(scale, f" × {scale:,}")


def _text(value: object) -> str:
    return html.escape("" if value is None else str(value))


def _row(cells: Iterable[str]) -> str:
    return "<tr>" + "".join(cells) + "</tr>"


def _heading(column: Column) -> str:
    return (f"<th style='text-align:right'>{_text(column.period or 'period unknown')}<br>"
            f"{_text(unit_text(column.unit, column.scale))}</th>")


def _figure(cell: Optional[Cell], bold: bool) -> str:
    if cell is None:
        return "<td></td>"
    color = f";color:{_COLORS[cell.status]}" if cell.status in _COLORS else ""
    title = "" if cell.status == "ok" else f" title='{_text(cell.status)}'"
    return (f"<td style='text-align:right{color}{';font-weight:bold' if bold else ''}'{title}>"
            f"{_text(cell.raw)}</td>")


def table(shown: Table) -> str:
    """The table as the filing prints it, with its line numbers; totals bold, damaged figures coloured."""
    head = _row(["<th>line</th><th></th>", *(_heading(column) for column in shown.columns)])
    body: List[str] = []
    for row in shown.rows:
        bold = row.role in ("header", "subtotal", "total")
        label = f"<td style='text-align:left;padding-left:{row.depth + 0.5}em{';font-weight:bold' if bold else ''}'>"
        body.append(_row([f"<td style='color:#9e9e9e'>{row.line}</td>", f"{label}{_text(row.label)}</td>",
                          *(_figure(cell, bold) for cell in row.cells)]))
    caption = f"{shown.id} · {shown.kind.replace('_', ' ')} · {shown.title}"
    return f"<table><caption>{_text(caption)}</caption><thead>{head}</thead><tbody>{''.join(body)}</tbody></table>"


def _finding(finding: Finding, following: int) -> str:
    place = " · ".join(_text(part) for part in (finding.where.statement, finding.where.column_heading) if part)
    after = f"<br><small>{following} more follow from it</small>" if following else ""
    figures = "".join(f"<td style='text-align:right'>{'' if figure is None else _text(f'{figure:,}')}</td>"
                      for figure in (finding.reported, finding.expected, finding.difference))
    return _row([
        f"<td style='color:{_COLORS.get(finding.severity, 'black')}'>{_text(finding.severity)}</td>",
        f"<td>{_text(finding.rule)}</td><td>{finding.line}:{finding.column}</td>",
        f"<td style='text-align:left'>{_text(finding.label)}<br><small>{place}</small>{after}</td>", figures,
        f"<td style='text-align:left'>{_text(finding.equation)}<br>{_text(finding.suggestion)}</td>"])


def report(shown: Report) -> str:
    """The root findings of a report, and how much was looked at."""
    summary = shown.summary
    counts = (f"{summary.errors} errors, {summary.warnings} warnings, {summary.notes} notes; "
              f"{summary.figures_checked} of {summary.figures} figures checked")
    title = " · ".join(_text(part) for part in (shown.file, shown.issuer, shown.report_period_end) if part)
    text = f"<p><b>{title}</b><br>{counts}</p>"
    if not shown.roots:
        return text
    names = ("severity", "rule", "place", "figure", "printed", "recomputed", "difference", "equation")
    head = _row(f"<th>{name}</th>" for name in names)
    body = "".join(_finding(finding, len(shown.following(finding))) for finding in shown.roots)
    return f"{text}<table><thead>{head}</thead><tbody>{body}</tbody></table>"


def refused(shown: Refused) -> str:
    line = "" if shown.line is None else f"line {shown.line}: "
    return f"<p><b>{_text(shown.file)}</b>: {line}{_text(shown.message)}</p>"
