"""Tables: title, heading rows of (text, span), rows of a label and printed cells."""
from .dialects import BY_PLACE, DIALECTS, every_pair_meets
from .matrices import matrix
from .rows import (LINES, add, amounts, balance_sheet, blocks, cash_flow, income, minus, reconciliation, roll_forward,
                   segments)


def printed(value):
    if value is None:
        return ""
    return "\u2014" if value == 0 else f"({-value:,})" if value < 0 else f"{value:,}"


def percent(part, whole):
    if part is None or not whole:
        return ""
    share = round(100 * part / whole, 1)
    return f"({-share})%" if share < 0 else f"{share}%"


def plain(rng, make, titles, span, currency, columns):
    years = [2024 - i for i in range(columns)]
    if rng.random() < 0.3:
        years.reverse()
    return (rng.choice(titles), [[(span, columns)], [(str(year), 1) for year in years], [(currency, 1)] * columns],
            [(label, [printed(v) for v in row]) for label, row in make(rng, columns)])


def with_shares(rng, span, currency, columns):
    """An income statement with each amount's percentage of revenue beside it."""
    rows = income(rng, columns)
    revenue = next(row for label, row in rows if label in ("Total revenues", "Net sales", "Total net revenue"))
    word = rng.choice(["% of revenue", "%"])
    return ("CONSOLIDATED STATEMENTS OF OPERATIONS",
            [[(span, 2 * columns)], [(str(2024 - i), 2) for i in range(columns)], [(currency, 1), (word, 1)] * columns],
            [(label, [cell for v, whole in zip(row, revenue) for cell in (printed(v), percent(v, whole))])
             for label, row in rows])


def with_changes(rng, span, currency):
    """An income statement of two years with what changed; what came from nothing has no change."""
    in_amounts, rows = rng.random() < 0.5, []
    for label, (now, before) in income(rng, 2):
        both = now is not None and before is not None
        told = both and now * before > 0 and abs(now - before) < 9 * abs(before)
        cells = [printed(now), printed(before)] + ([printed(now - before) if both else ""] if in_amounts else [])
        rows.append((label, cells + [percent(now - before, abs(before)) if told else "n.m." if both else ""]))
    amount = [("Amount", 1)] if in_amounts else []
    return ("CONSOLIDATED STATEMENTS OF OPERATIONS",
            [[(span, 2), ("Change", 1 + len(amount))], [("2024", 1), ("2023", 1), *amount, ("%", 1)],
             [(currency, 1)] * (2 + len(amount)) + [("", 1)]], rows)


def in_columns(rng, span, currency):
    """Segments as columns, with eliminations or without, and their total."""
    names, eliminates = rng.sample(LINES, rng.randint(2, 4)), rng.random() < 0.5

    def across(low, high, between=False):
        row = amounts(rng, len(names), low, high, 0.08)
        if eliminates:
            row.append(-sum(v or 0 for v in row) if between else None)
        return row + [sum(v or 0 for v in row)]

    outside, inside, spent = across(100, 5000), across(5, 900, True), across(50, 3000)
    sales = add(outside, inside)
    rows = [("External sales", outside), ("Inter-segment sales", inside), ("Total sales", sales), ("Operating costs", spent),
            ("Segment result", add(sales, minus(spent))), ("Capital expenditure", across(5, 900))]
    columns = names + (["Eliminations"] if eliminates else []) + ["Total"]
    return ("SEGMENT INFORMATION", [[(f"{span} 2024", len(columns))], [(name, 1) for name in columns],
                                    [(currency, 1)] * len(columns)],
            [(label, [printed(v) for v in row]) for label, row in rows])


PLAIN = {
    "blocks": (blocks, ["RECONCILIATION BY SEGMENT", "Segment measures"]),
    "segments": (segments, ["SEGMENT INFORMATION", "Note 4 Segments"]),
    "income": (income, ["CONSOLIDATED STATEMENTS OF OPERATIONS", "Condensed consolidated income statement"]),
    "cash_flow": (cash_flow, ["CONSOLIDATED STATEMENTS OF CASH FLOWS"]),
    "balance_sheet": (balance_sheet, ["CONSOLIDATED BALANCE SHEETS"]),
    "reconciliation": (reconciliation, ["RECONCILIATION OF NON-GAAP MEASURES"]),
    "roll_forward": (roll_forward, ["Note 7. Movements"]),
}
# Tables of one filing do not contradict each other: no two of them print one line.
TOGETHER = [[kind] for kind in PLAIN] + [["shares"], ["changes"], ["columns"], ["income", "balance_sheet"],
                                         ["shares", "blocks"], ["roll_forward", "reconciliation"],
                                         ["balance_sheet", "roll_forward"], ["income", "matrix"], ["shares", "matrix"],
                                         ["balance_sheet", "matrix"]]


def filing(rng, seed):
    """One or two tables under a name that no other filing has."""
    currency, unit = rng.choice(["USD", "RMB", "EUR"]), rng.choice(["(in thousands)", "(in millions)"])
    span = rng.choice(["Three months ended June 30,", "Year ended December 31,"])
    dialect = rng.choice(DIALECTS)
    lines = [f"Alder {''.join(chr(ord('a') + int(digit)) for digit in str(seed))} Works plc", "", "Results announcement", ""]
    for kind in rng.choice(TOGETHER):
        columns = 1 if kind == "cash_flow" else rng.choice([1, 2, 2, 3, 4])
        if kind == "shares":
            table = with_shares(rng, span, currency, columns)
        elif kind == "changes":
            table = with_changes(rng, span, currency)
        elif kind == "matrix":
            table = matrix(rng, currency, printed)
        elif kind == "columns":
            table = in_columns(rng, span, currency)
        else:
            of = {"balance_sheet": "As of December 31,", "roll_forward": "Year ended December 31,"}.get(kind, span)
            table = plain(rng, *PLAIN[kind], of, currency, columns)
        title, heading, rows = table
        if dialect in BY_PLACE and (len(rows[0][1]) < 2 or not every_pair_meets(rows)):
            continue
        lines += dialect(title, unit, heading, rows) + [""]
    return "\n".join(lines)
