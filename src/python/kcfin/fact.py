"""What `kcfin facts` says of a filing: one figure of one table at a time."""

from __future__ import annotations

import dataclasses
import datetime
import decimal
from typing import Any, Dict, Optional

from .report import Json, day, exact

__all__ = ["Fact"]


@dataclasses.dataclass(frozen=True)
class Fact:
    """One figure. `value` is in `unit` at `scale`, `absolute` the same in units; None where the text does not carry it.

    `checks`: how many checks have it as an operand; 0 is a figure that nothing holds. `fact_id` ("t3.r12.c2") is
    unique in its file; findings and checks name it. `heading`: whether its column's period and unit are "read",
    "worked_out" or "unknown". `primary`: whether this place speaks for what the filing prints in several, None where it is
    not known what it is. `json` is the whole row of the program.
    """

    file: str
    issuer: Optional[str]
    table: str
    kind: str
    section: str
    line: int
    label: str
    role: str
    concept: Optional[str]
    period_start: Optional[datetime.date]
    period_end: Optional[datetime.date]
    unit: Optional[str]
    scale: int
    value: Optional[decimal.Decimal]
    decimals: Optional[int]
    raw: str
    status: str
    checks: int
    fact_id: str
    row: int
    column: int
    column_heading: Optional[str]
    heading: str
    absolute: Optional[decimal.Decimal]
    cik: Optional[str]
    accession: Optional[str]
    filed: Optional[datetime.date]
    sha256: str
    primary: Optional[bool]
    json: Json = dataclasses.field(repr=False, compare=False)

    @classmethod
    def of(cls, json: Json) -> Fact:
        made: Dict[str, Any] = {field.name: json.get(field.name) for field in dataclasses.fields(cls)}
        made.update({name: exact(json.get(name)) for name in ("value", "absolute")})
        made.update({name: day(json.get(name)) for name in ("period_start", "period_end", "filed")})
        made["json"] = json
        return cls(**made)
