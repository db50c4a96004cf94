"""Records as pandas frames, each column of the type that it has: dates, categories, whole numbers, figures."""

from __future__ import annotations

import decimal
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from .errors import KcfinError
from .notebook import unit_text
from .report import Refused, Report

if TYPE_CHECKING:
    import pandas

    from .table import Table

__all__ = ["facts", "findings", "table"]

# Of the columns that are not plain text.
_TYPES = {
    **dict.fromkeys(("period_start", "period_end", "filed", "report_period_end"), "date"),
    **dict.fromkeys(("value", "absolute", "reported", "expected", "difference", "confidence"), "figure"),
    **dict.fromkeys(("line", "scale", "checks", "row", "column", "decimals"), "whole"),
    **dict.fromkeys(("file", "issuer", "table", "kind", "role", "concept", "unit", "status", "heading", "cik", "accession",
                     "sha256", "rule", "origin"), "category"),
    "severity": "severity",
    "wrong": "truth",
    "primary": "truth",
}
_FACTS = ("file issuer table kind section line label role concept period_start period_end unit scale value decimals raw "
          "status checks fact_id row column column_heading heading absolute cik accession filed sha256 primary").split()
_FINDINGS = ("file issuer report_period_end cik accession filed sha256 id fingerprint rule severity confidence message line "
             "column table fact statement column_heading row quote label period_start period_end unit scale reported "
             "expected difference equation cause wrong origin suggestion").split()
_SEVERITIES = ("note", "warning", "error")


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as missing:
        raise KcfinError("frames need pandas, which is not installed; kcfin.each_fact and kcfin.check do without it") \
            from missing
    return pandas


def _series(name: str, values: List[Any], exact: bool) -> Any:
    pandas = _pandas()
    kind = "text" if name == "row" and any(isinstance(value, str) for value in values) else _TYPES.get(name, "text")
    if kind == "date":
        return pandas.Series(pandas.to_datetime(pandas.Series(values, dtype="object")), dtype="datetime64[ns]")
    if kind == "figure":
        if exact:
            return pandas.Series([None if value is None else decimal.Decimal(value) for value in values], dtype="object")
        return pandas.Series([None if value is None else float(value) for value in values], dtype="float64")
    if kind == "whole":
        return pandas.Series(values, dtype="Int64")
    if kind == "truth":
        return pandas.Series(values, dtype="boolean")
    if kind == "category":
        return pandas.Series(values, dtype="object").astype("category")
    if kind == "severity":
        return pandas.Series(pandas.Categorical(values, categories=list(_SEVERITIES), ordered=True))
    return pandas.Series(values, dtype="object")


def _frame(columns: Mapping[str, List[Any]], refused: List[Refused], exact: bool) -> pandas.DataFrame:
    frame = _pandas().DataFrame({name: _series(name, values, exact) for name, values in columns.items()})
    frame.attrs["refused"] = refused
    return frame


def facts(records: Iterable[Union[Dict[str, Any], Refused]], exact: bool) -> pandas.DataFrame:
    _pandas()
    columns: Dict[str, List[Any]] = {name: [] for name in _FACTS}
    refused: List[Refused] = []
    count = 0
    for record in records:
        if isinstance(record, Refused):
            refused.append(record)
            continue
        for name in record.keys() - columns.keys():  # one that a later program adds
            columns[name] = [None] * count
        for name, values in columns.items():
            values.append(record.get(name))
        count += 1
    return _frame(columns, refused, exact)


def findings(reports: Iterable[Union[Report, Refused]], consequences: bool, exact: bool) -> pandas.DataFrame:
    _pandas()
    columns: Dict[str, List[Any]] = {name: [] for name in _FINDINGS}
    refused: List[Refused] = []
    for report in reports:
        if isinstance(report, Refused):
            refused.append(report)
            continue
        for finding in report.findings if consequences else report.roots:
            flat = {**report.json, **finding.json, **(finding.json.get("where") or {})}
            period = finding.json["period"] or {}
            flat.update(period_start=period.get("start"), period_end=period.get("end"))
            for name, values in columns.items():
                values.append(flat.get(name))
    return _frame(columns, refused, exact)


def _cell_value(value: Optional[decimal.Decimal], scale: int, exact: bool, absolute: bool) -> Any:
    if value is None:
        return None
    figure = value * scale if absolute else value
    return figure if exact else float(figure)


def table(shown: Table, *, exact: bool, absolute: bool) -> pandas.DataFrame:
    pandas = _pandas()
    names: List[Tuple[int, str, str]] = []
    data: List[Any] = []
    for at, column in enumerate(shown.columns):
        scale = 1 if absolute else column.scale
        names.append((at + 1, str(column.period or ""), unit_text(column.unit, scale)))
        cells = [row.cells[at] if at < len(row.cells) else None for row in shown.rows]
        values = [_cell_value(None if cell is None else cell.value, column.scale, exact, absolute) for cell in cells]
        data.append(pandas.Series(values, dtype="object" if exact else "float64"))
    frame = pandas.concat(data, axis=1) if data else pandas.DataFrame(index=range(len(shown.rows)))
    frame.columns = pandas.MultiIndex.from_tuples(names, names=["column", "period", "unit"]) if names else frame.columns
    frame.index = pandas.Index([row.label for row in shown.rows], name="label")
    frame.attrs.update(id=shown.id, kind=shown.kind, title=shown.title, lines=[row.line for row in shown.rows],
                       concepts=[row.concept for row in shown.rows], roles=[row.role for row in shown.rows])
    return frame
