"""What `kcfin check` says of a filing: its report, findings and checks.

Figures are `decimal.Decimal`, the printed digits and not a rounding of them; dates are `datetime.date`. Lines and
columns count from 1, columns in bytes of the line. `scale` is what a figure is counted in: 1000 for “in thousands”.
"""

from __future__ import annotations

import dataclasses
import datetime
import decimal
from typing import Any, Dict, List, Mapping, Optional, Tuple

from . import notebook
from .errors import RefusedError

__all__ = ["Candidate", "Check", "Finding", "Period", "Refused", "Related", "Report", "Summary", "Term", "Where"]

Json = Mapping[str, Any]


def exact(number: Any) -> Optional[decimal.Decimal]:
    """A figure of the JSON, which was read without binary fractions."""
    return None if number is None else decimal.Decimal(number)


def day(text: Optional[str]) -> Optional[datetime.date]:
    return None if text is None else datetime.date.fromisoformat(text)


@dataclasses.dataclass(frozen=True)
class Period:
    """A stretch of time, both days included; an instant, such as a balance sheet's date, has no start."""

    start: Optional[datetime.date]
    end: datetime.date

    def __str__(self) -> str:
        return str(self.end) if self.start is None else f"{self.start} to {self.end}"

    @classmethod
    def of(cls, json: Optional[Json]) -> Optional[Period]:
        return None if json is None else cls(day(json.get("start")), datetime.date.fromisoformat(json["end"]))


@dataclasses.dataclass(frozen=True)
class Refused:
    """A file that has no report: in the stream in its place, so that “nothing found” and “not read” differ.

    `status` is "refused" (it could not be read), "no_tables" (it carries no financial table, as many letters do) or
    "fault" (an error inside the program on this one file). `line` is 1-based, where there is one.
    """

    file: str
    status: str
    message: str
    line: Optional[int] = None
    sha256: Optional[str] = None

    def error(self) -> RefusedError:
        """The same as an exception."""
        return RefusedError(self.message, file=self.file, line=self.line)

    @classmethod
    def of(cls, json: Json) -> Refused:
        return cls(json["file"], json["status"], json.get("message") or json["status"], json.get("line"),
                   json.get("sha256"))

    def _repr_html_(self) -> str:
        return notebook.refused(self)


@dataclasses.dataclass(frozen=True)
class Where:
    """The place of a finding in the filing's own words; `element` and `fragment` only in HTML."""

    statement: Optional[str]
    column_heading: Optional[str]
    row: Optional[str]
    quote: Optional[str]
    element: Optional[str] = None
    fragment: Optional[str] = None

    @classmethod
    def of(cls, json: Json) -> Where:
        return cls(*(json.get(field.name) for field in dataclasses.fields(cls)))


@dataclasses.dataclass(frozen=True)
class Candidate:
    """A figure that could be the wrong one, where the text does not tell which is."""

    fact: Optional[str]
    line: int
    label: str
    period: Optional[Period]
    unit: Optional[str]
    reported: Optional[decimal.Decimal]
    expected: Optional[decimal.Decimal]

    @classmethod
    def of(cls, json: Json) -> Candidate:
        return cls(json.get("fact"), json["line"], json["label"], Period.of(json["period"]), json["unit"],
                   exact(json["reported"]), exact(json["expected"]))


@dataclasses.dataclass(frozen=True)
class Related:
    """Another place that the finding speaks of; `file` where that is in another filing."""

    fact: Optional[str]
    file: Optional[str]
    line: int
    label: str
    unit: Optional[str]
    value: Optional[decimal.Decimal]

    @classmethod
    def of(cls, json: Json) -> Related:
        return cls(json.get("fact"), json.get("file"), json["line"], json["label"], json["unit"], exact(json["value"]))


@dataclasses.dataclass(frozen=True)
class Finding:
    """Printed figures that do not agree.

    `reported`, `expected` and `difference` (reported − expected) are in `unit` at `scale`. `cause` is None for a root
    finding, else the `id` of the one that it follows from; `wrong` then says whether its own figure is wrong, too.
    `fingerprint` stays the same when lines move. `json` is everything the program printed of it.
    """

    id: str
    fingerprint: str
    rule: str
    severity: str
    message: str
    line: int
    column: int
    table: Optional[str]
    fact: Optional[str]
    where: Where
    label: str
    period: Optional[Period]
    unit: Optional[str]
    scale: int
    reported: Optional[decimal.Decimal]
    expected: Optional[decimal.Decimal]
    difference: Optional[decimal.Decimal]
    equation: Optional[str]
    cause: Optional[str]
    wrong: Optional[bool]
    confidence: Optional[decimal.Decimal]
    candidates: Tuple[Candidate, ...]
    origin: str
    suggestion: Optional[str]
    related: Tuple[Related, ...]
    json: Json = dataclasses.field(repr=False, compare=False)

    @classmethod
    def of(cls, json: Json) -> Finding:
        made: Dict[str, Any] = {field.name: json.get(field.name) for field in dataclasses.fields(cls)}
        made.update({name: exact(json.get(name)) for name in ("reported", "expected", "difference", "confidence")})
        made.update(
            where=Where.of(json.get("where") or {}),
            period=Period.of(json["period"]),
            candidates=tuple(Candidate.of(candidate) for candidate in json["candidates"]),
            related=tuple(Related.of(related) for related in json["related"]),
            json=json,
        )
        return cls(**made)


@dataclasses.dataclass(frozen=True)
class Term:
    """An operand of a check: the name of a figure, and whether it is added (1) or taken away (-1)."""

    fact: str
    sign: int


@dataclasses.dataclass(frozen=True)
class Check:
    """One equation that was tried. `verdict`: "exact", "within rounding", "inconsistent" or "skipped"."""

    rule: str
    verdict: str
    line: int
    column: int
    result: Optional[str]
    terms: Tuple[Term, ...]
    rate: Optional[decimal.Decimal]
    reading: Optional[str]
    equation: Optional[str]
    reason: Optional[str]

    @classmethod
    def of(cls, json: Json) -> Check:
        made: Dict[str, Any] = {field.name: json.get(field.name) for field in dataclasses.fields(cls)}
        made["rate"] = exact(json.get("rate"))
        made["terms"] = tuple(Term(term["fact"], term["sign"]) for term in json.get("terms", ()))
        return cls(**made)


@dataclasses.dataclass(frozen=True)
class Summary:
    """Counts of one report. `figures_checked` of `figures` are held by a check; severities count root findings."""

    figures: int
    figures_checked: int
    figures_not_held: int
    figures_nothing_to_hold: int
    passed: int
    failed: int
    skipped: int
    errors: int
    warnings: int
    notes: int
    consequences: int
    known: int

    @classmethod
    def of(cls, json: Json) -> Summary:
        flat = {**json["checks"], **json}
        return cls(*(flat[field.name] for field in dataclasses.fields(cls)))


@dataclasses.dataclass(frozen=True)
class Report:
    """What one filing was found to be.

    `checks` is empty unless the call asked for them: `kcfin.check(paths, show="all")`. `json` is everything the
    program printed of the filing.
    """

    file: str
    sha256: str
    issuer: Optional[str]
    report_period_end: Optional[datetime.date]
    cik: Optional[str]
    accession: Optional[str]
    filed: Optional[datetime.date]
    summary: Summary
    findings: Tuple[Finding, ...]
    checks: Tuple[Check, ...]
    json: Json = dataclasses.field(repr=False, compare=False)

    @property
    def roots(self) -> List[Finding]:
        """The findings that follow from no other one."""
        return [finding for finding in self.findings if finding.cause is None]

    def following(self, finding: Finding) -> List[Finding]:
        """The findings that follow from this one."""
        return [other for other in self.findings if other.cause == finding.id]

    @classmethod
    def of(cls, json: Json) -> Report:
        return cls(json["file"], json["sha256"], json["issuer"], day(json["report_period_end"]), json.get("cik"),
                   json.get("accession"), day(json.get("filed")), Summary.of(json["summary"]),
                   tuple(Finding.of(finding) for finding in json["findings"]),
                   tuple(Check.of(check) for check in json.get("checks", ())), json)

    def _repr_html_(self) -> str:
        return notebook.report(self)
