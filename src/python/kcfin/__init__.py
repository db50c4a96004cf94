"""Holds the figures of financial statements in SEC filings to each other.

    import kcfin

    for report in kcfin.check("filings"):          # a Report a filing, as soon as it is ready
        print(report)
    kcfin.findings("filings")                      # a pandas frame, a contradiction a row
    kcfin.facts("filings")                         # a pandas frame, a figure a row
    for filing in kcfin.extract("filings"):
        filing.tables[0].to_frame()                # a statement as the filing prints it

This is Python over the program `kcfin`, which the wheel brings along; nothing else is needed, and pandas only for frames.
`paths` is a path or many: files, and folders for the filings in them. Further keyword arguments are the program's options:
`check(paths, show="all", against=["2023"], max_bytes=10**6)` is `kcfin check --show all --against 2023 --max-bytes 1000000`.
One that it does not know raises `UsageError` with what was probably meant.

A file that cannot be read is data among many, `Refused` in the place of its report, and an exception by itself
(`check_text`, `Refused.error()`). Figures are exact decimals, dates are dates, lines and columns count from 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, List, Union

from . import frames, stream
from .errors import KcfinError, ProgramFault, ProgramNotFound, RefusedError, UsageError
from .fact import Fact
from .notebook import Page
from .program import program, program_version
from .report import Candidate, Check, Finding, Period, Refused, Related, Report, Summary, Term, Where
from .stream import Path, Paths
from .table import Cell, Column, Filing, Rate, Row, Table

if TYPE_CHECKING:
    import pandas

__version__ = "0.1.0"
__all__ = [
    "Candidate", "Cell", "Check", "Column", "Fact", "Filing", "Finding", "KcfinError", "Page", "Period", "ProgramFault",
    "ProgramNotFound", "Rate", "Refused", "RefusedError", "Related", "Report", "Row", "Summary", "Table", "Term",
    "UsageError", "Where", "check", "check_text", "each_fact", "extract", "extract_text", "facts", "findings", "page", "program",
    "program_version", "write_facts",
]


def check(paths: Paths, **options: Any) -> Iterator[Union[Report, Refused]]:
    """Reads each filing, runs every rule, and gives its report as soon as it is ready.

    Memory does not grow with the number of files. The program runs while reports are taken, and is stopped when the
    generator is closed or dropped. With `show="all"` reports also list the checks that held and those that were skipped.
    """
    for record in stream.records("check", paths, options):
        yield record if isinstance(record, Refused) else Report.of(record)


def check_text(text: Union[bytes, str], *, name: str = "-", **options: Any) -> Report:
    """The report of one filing that is in memory; `name` is what it is called in the report.

    Raises `RefusedError` where it cannot be read or has no financial table.
    """
    return Report.of(stream.records_of_bytes("check", _bytes(text), name, options)[0])


def extract(paths: Paths, **options: Any) -> Iterator[Union[Filing, Refused]]:
    """The typed tables of each filing, a `Filing` at a time; `Table.to_frame()` makes a pandas frame of one."""
    for record in stream.records("extract", paths, options):
        yield record if isinstance(record, Refused) else Filing.of(record)


def extract_text(text: Union[bytes, str], *, name: str = "-", **options: Any) -> Filing:
    """The typed tables of one filing that is in memory. Raises `RefusedError`, as `check_text` does."""
    return Filing.of(stream.records_of_bytes("extract", _bytes(text), name, options)[0])


def each_fact(paths: Paths, **options: Any) -> Iterator[Union[Fact, Refused]]:
    """Every figure of every table, one at a time, without pandas and in constant memory."""
    for record in stream.records("facts", paths, options):
        yield record if isinstance(record, Refused) else Fact.of(record)


def facts(paths: Paths, *, exact: bool = False, **options: Any) -> pandas.DataFrame:
    """A pandas frame with every figure of every table: a row a figure, the columns those of `kcfin facts`.

    `period_start` (empty for an instant), `period_end` and `filed` are datetime64; `line`, `row`, `column`, `scale`,
    `decimals` and `checks` Int64; `file`, `issuer`, `kind`, `concept`, `unit` and the like categories. `value` (in `unit`
    at `scale`) and `absolute` (value × scale) are float64, or with `exact` `decimal.Decimal`, the printed digits. Files
    without a row are in `attrs["refused"]`. Needs pandas.
    """
    return frames.facts(stream.records("facts", paths, options), exact)


def findings(paths: Paths, *, consequences: bool = False, exact: bool = False, **options: Any) -> pandas.DataFrame:
    """A pandas frame with every finding: a row a root finding, or with `consequences` also what follows from one.

    `severity` is an ordered category (note < warning < error); `reported`, `expected` and `difference` are in `unit` at
    `scale`, float64 or with `exact` `decimal.Decimal`; `statement`, `column_heading` and `row` are the place in the filing's
    own words. Files without a report are in `attrs["refused"]`. Needs pandas.
    """
    return frames.findings(check(paths, **options), consequences, exact)


def page(path: Path, **options: Any) -> Page:
    """One filing as a page of HTML that needs nothing else: its tables with a mark on every figure that is held, its
    findings beside them. A notebook shows it; `pathlib.Path("page.html").write_text(page)` keeps it.

    Raises `RefusedError` where the filing cannot be read or has no financial table.
    """
    return Page(stream.page(path, options))


def write_facts(paths: Paths, output: Path, **options: Any) -> List[Refused]:
    """Writes the figures of these filings to `output` as NDJSON, whole or not at all, and gives the refused files.

    What a worker of a cluster does with its part: done again after a fault, it replaces the file and doubles nothing.
    """
    return stream.write("facts", paths, output, options)


def _bytes(text: Union[bytes, str]) -> bytes:
    return text.encode("utf-8") if isinstance(text, str) else text
