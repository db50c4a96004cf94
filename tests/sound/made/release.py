"""Whole results releases that are sound: statements that belong together, in one or two currencies, and what is said of
them.

Each period has one set of items; every statement, reconciliation, highlight and sentence prints from them. Amounts are whole
numbers of the filing's unit (thousands or millions); translations are rounded figure by figure, as filers do, so that their
sums may be off by rounding.
"""
from . import sentences
from .dialects import DIALECTS, MARKED_UP
from .issuer import ORDINALS, Issuer
from .statements import balance_sheet, cash_flow, heading_of, highlights, income_statement, reconciliation


def quarter_name(issuer):
    """The number of the quarter, and the fiscal year that it is of: named after the year in which it ends."""
    month = issuer.current.month
    number = ((month - issuer.fiscal_end - 1) % 12) // 3 + 1
    return number, issuer.current.year + (1 if issuer.fiscal_end != 12 and month > issuer.fiscal_end else 0)


def highlights_table(issuer):
    """The quarter, the same of the year before and the one before it, and its changes against both."""
    periods = [issuer.current, issuer.current.before(12), issuer.current.before(3)]
    heading = [[("For the three months ended", 3), ("Change", 2)],
               [(period.date(), 1) for period in periods] + [("YoY", 1), ("QoQ", 1)],
               [(issuer.currency, 1)] * 3 + [("%", 1)] * 2]
    return "Financial Highlights", heading, highlights(issuer, periods)


def tables_of(issuer):
    rng, quarter = issuer.rng, issuer.current
    periods, to_date = [quarter.before(12), quarter], []
    if rng.random() < 0.4:
        periods.insert(1, quarter.before(3))
    if issuer.quarter > 1 and rng.random() < 0.6:
        to_date = [issuer.to_date.before(12), issuer.to_date]
    ends = [issuer.year_end, quarter]
    if not issuer.translates and rng.random() < 0.5:  # the latest first
        for list_of in (periods, to_date, ends):
            list_of.reverse()
    flow, instants = issuer.columns_of(periods + to_date), issuer.columns_of(ends)
    of_cash = rng.choice([flow, issuer.columns_of(periods), issuer.columns_of(to_date) if to_date else flow])
    tables = [highlights_table(issuer)] if rng.random() < 0.4 else []
    title = rng.choice(["UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS", "Consolidated Income Statements"])
    return tables + [
        (title, heading_of(rng, flow), income_statement(issuer, flow)),
        ("UNAUDITED CONDENSED CONSOLIDATED BALANCE SHEETS", heading_of(rng, instants, True), balance_sheet(issuer, instants)),
        ("UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF CASH FLOWS", heading_of(rng, of_cash), cash_flow(issuer, of_cash)),
        ("RECONCILIATIONS OF GAAP AND NON-GAAP RESULTS", heading_of(rng, flow), reconciliation(issuer, flow))]


def filing(rng, seed):
    issuer, dialect = Issuer(rng), rng.choice(DIALECTS)
    number, fiscal = quarter_name(issuer)
    letters = "".join(chr(ord("a") + int(digit)) for digit in str(seed))
    when = f"{ORDINALS[number - 1].title()} Quarter {'' if issuer.fiscal_end == 12 else 'of Fiscal Year '}{fiscal}"
    lines = [f"Alder {letters.capitalize()} Works Announces {when} Unaudited Financial Results", ""]
    lines += sentences.of_release(issuer, number, fiscal)
    if issuer.translates:
        lines += [f"The translations of {issuer.currency} amounts into U.S. dollars were made at a rate of "
                  f"{issuer.currency}{issuer.rate} to US$1.00, the rate in effect as of {issuer.current.date()}.", ""]
    for title, heading, rows in tables_of(issuer):
        lines += dialect(title, issuer.unit(), heading, rows) + [""]
    if dialect in MARKED_UP:
        lines = [f"<p>{line}</p>" if line and not line.startswith("<") else line for line in lines]
    return "\n".join(lines)
