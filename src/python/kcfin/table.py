"""What `kcfin extract` says of a filing: its statements as typed tables."""

from __future__ import annotations

import dataclasses
import datetime
import decimal
from typing import TYPE_CHECKING, List, Optional, Tuple

from . import notebook
from .report import Json, Period, day, exact

if TYPE_CHECKING:
    import pandas

__all__ = ["Cell", "Column", "Filing", "Rate", "Row", "Table"]


@dataclasses.dataclass(frozen=True)
class Column:
    """`unit`: "RMB", "USD" and other ISO 4217 codes, "RMB/share", "USD/ADS", "shares", "percent", "percent-change" or
    "pure"; None where it is not known. `scale`: what its figures are counted in, as 1000."""

    period: Optional[Period]
    unit: Optional[str]
    scale: int


@dataclasses.dataclass(frozen=True)
class Cell:
    """`value`: as printed, sign applied, in its column's scale; None where the text does not carry it.
    `status`: "ok", "repaired" (damaged text, recovered and confirmed) or "damaged"."""

    value: Optional[decimal.Decimal]
    decimals: Optional[int]
    raw: str
    status: str


@dataclasses.dataclass(frozen=True)
class Row:
    """`cells`: one a column, None for a blank one. `role`: "header", "item", "subtotal" or "total"; `depth`: how far
    it is indented. `concept`: the us-gaap element that the label means."""

    line: int
    label: str
    concept: Optional[str]
    role: str
    depth: int
    cells: Tuple[Optional[Cell], ...]


@dataclasses.dataclass(frozen=True)
class Table:
    """One table of a filing: `len(rows)` rows by `len(columns)` columns.

    `kind`: "income_statement", "balance_sheet", "cash_flow", "changes_in_equity", "non_gaap", "highlights", "note" or
    "other". Lines are 1-based lines of the file.
    """

    id: str
    kind: str
    title: str
    first_line: int
    last_line: int
    columns: Tuple[Column, ...]
    rows: Tuple[Row, ...]

    def to_frame(self, *, exact: bool = False, absolute: bool = False) -> pandas.DataFrame:
        """The table as a pandas frame of `len(rows)` × `len(columns)`, indexed by label.

        The columns have three levels: `column` (1-based), `period` ("2024-01-01 to 2024-06-30") and `unit`
        ("RMB thousand"). Figures are in their column's scale, or with `absolute` multiplied by it, as float64, or with
        `exact` as `decimal.Decimal` (None where there is none). `attrs` has the table's id, kind and title, and the
        lines, concepts and roles of its rows.
        """
        from . import frames

        return frames.table(self, exact=exact, absolute=absolute)

    @classmethod
    def of(cls, json: Json) -> Table:
        columns = tuple(Column(Period.of(column["period"]), column["unit"], column["scale"])
                        for column in json["columns"])
        rows = tuple(Row(row["line"], row["label"], row["concept"], row["role"], row["depth"],
                         tuple(_cell(cell) for cell in row["cells"])) for row in json["rows"])
        return cls(json["id"], json["kind"], json["title"], json["first_line"], json["last_line"], columns, rows)

    def _repr_html_(self) -> str:
        return notebook.table(self)


def _cell(json: Optional[Json]) -> Optional[Cell]:
    return None if json is None else Cell(exact(json["value"]), json["decimals"], json["raw"], json["status"])


@dataclasses.dataclass(frozen=True)
class Rate:
    """An exchange rate that the filing states: units of `source` for one of `target`."""

    source: str
    target: str
    rate: decimal.Decimal
    as_of: Optional[datetime.date]
    line: int


@dataclasses.dataclass(frozen=True)
class Filing:
    """A filing's cover and its tables. `json` is everything the program printed of it."""

    file: str
    form: Optional[str]
    issuer: Optional[str]
    commission_file_number: Optional[str]
    report_period_end: Optional[datetime.date]
    report_kind: str
    signed: Optional[datetime.date]
    rates: Tuple[Rate, ...]
    tables: Tuple[Table, ...]
    json: Json = dataclasses.field(repr=False, compare=False)

    def of_kind(self, kind: str) -> List[Table]:
        """The tables of a kind, in the filing's order."""
        return [table for table in self.tables if table.kind == kind]

    @classmethod
    def of(cls, json: Json) -> Filing:
        cover = json["filing"]
        rates = tuple(Rate(rate["from"], rate["to"], decimal.Decimal(rate["rate"]), day(rate["as_of"]), rate["line"])
                      for rate in cover["rates"])
        return cls(json["file"], cover["form"], cover["issuer"], cover["commission_file_number"],
                   day(cover["report"]["period_end"]), cover["report"]["kind"], day(cover["signed"]), rates,
                   tuple(Table.of(table) for table in json["tables"]), json)

    def _repr_html_(self) -> str:
        return "".join(notebook.table(table) for table in self.tables)
