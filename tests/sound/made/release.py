"""Whole results releases that are sound: statements that belong together, in one or two currencies, and what is said of
them.

Each period has one set of items; every statement, reconciliation, highlight and sentence prints from them. Amounts are whole
numbers of the filing's unit (thousands or millions); translations are rounded figure by figure, as filers do, so that their
sums may be off by rounding.
"""
from . import notes, sentences
from .dialects import DIALECTS, MARKED_UP
from .issuer import ORDINALS, SPANS, Issuer
from .statements import balance_sheet, cash_flow, heading_of, highlights, income_statement, reconciliation


def quarter_name(issuer):
    """The number of the quarter or half, and the fiscal year that it is of: named after the year in which it ends."""
    month = issuer.current.month
    number = ((month - issuer.fiscal_end - 1) % 12) // issuer.step + 1
    return number, issuer.current.year + (1 if issuer.fiscal_end != 12 and month > issuer.fiscal_end else 0)


def highlights_table(issuer):
    """The quarter, the same of the year before and the one before it, and its changes against both."""
    periods = [issuer.current, issuer.current.before(12), issuer.current.before(issuer.step)]
    heading = [[(f"For the {sentences.lowered(SPANS[issuer.step])}", 3), ("Change", 2)],
               [(period.date(), 1) for period in periods] + [("YoY", 1), ("QoQ" if issuer.step == 3 else "HoH", 1)],
               [(issuer.currency, 1)] * 3 + [("%", 1)] * 2]
    return "Financial Highlights", heading, highlights(issuer, periods)


def tables_of(issuer):
    rng, quarter, quarterly = issuer.rng, issuer.current, issuer.step == 3
    periods, to_date = [quarter.before(12), quarter], []
    if quarterly and rng.random() < 0.4:
        periods.insert(1, quarter.before(3))
    if quarterly and issuer.quarter > 1 and rng.random() < 0.6:
        to_date = [issuer.to_date.before(12), issuer.to_date]
    ends = [issuer.year_end, quarter]
    if not issuer.translates and rng.random() < 0.5:  # the latest first
        for list_of in (periods, to_date, ends):
            list_of.reverse()
    flow, instants = issuer.columns_of(periods + to_date), issuer.columns_of(ends)
    of_cash = rng.choice([flow, issuer.columns_of(periods), issuer.columns_of(to_date) if to_date else flow])
    tables = [highlights_table(issuer)] if issuer.step < 12 and rng.random() < 0.4 else []
    title = rng.choice(["UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS", "Consolidated Income Statements"])
    tables += [
        (title, heading_of(rng, flow), income_statement(issuer, flow)),
        ("UNAUDITED CONDENSED CONSOLIDATED BALANCE SHEETS", heading_of(rng, instants, True), balance_sheet(issuer, instants)),
        ("UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF CASH FLOWS", heading_of(rng, of_cash), cash_flow(issuer, of_cash)),
        ("RECONCILIATIONS OF GAAP AND NON-GAAP RESULTS", heading_of(rng, flow), reconciliation(issuer, flow))]
    return tables + (notes.of_release(issuer, flow, instants) if rng.random() < 0.5 else [])


def filing(rng, seed):
    issuer, dialect = Issuer(rng), rng.choice(DIALECTS)
    number, fiscal = quarter_name(issuer)
    letters = "".join(chr(ord("a") + int(digit)) for digit in str(seed))
    of_year = "" if issuer.fiscal_end == 12 else "of Fiscal Year "
    ordinal = ORDINALS[number - 1].title()
    when = {3: f"{ordinal} Quarter {of_year}{fiscal}", 6: f"{ordinal} Half {of_year}{fiscal}",
            12: f"{rng.choice(['Fiscal Year', 'Full Year'])} {fiscal}"}[issuer.step]
    lines = [f"Alder {letters.capitalize()} Works Announces {when} Unaudited Financial Results", ""]
    tables = tables_of(issuer)  # made first: sentences tell of them
    lines += sentences.of_release(issuer, number, fiscal)
    if issuer.translates:
        lines += [f"The translations of {issuer.currency} amounts into U.S. dollars were made at a rate of "
                  f"{issuer.currency}{issuer.rate} to US$1.00, the rate in effect as of {issuer.current.date()}.", ""]
    for title, heading, rows in tables:
        lines += dialect(title, issuer.unit(), heading, rows) + [""]
    if dialect in MARKED_UP:
        lines = [f"<p>{line}</p>" if line and not line.startswith("<") else line for line in lines]
    return "\n".join(lines)
