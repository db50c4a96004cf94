"""Rows that add up: a label, and an amount or None a column."""
SALES = ["Licences", "Hardware", "Rentals", "Freight", "Storage", "Training", "Textiles", "Timber", "Energy", "Optics", "Seeds",
         "Glass", "Dairy", "Coatings", "Printing", "Ferries"]
COSTS = ["Wages", "Rent", "Depreciation", "Materials", "Travel", "Insurance", "Audit fees", "Marketing", "Research", "Software",
         "Bad debts"]
LINES = ["Northern", "Southern", "Retail", "Marine", "Devices", "Clinic", "Garden", "Workshop", "Europe", "Asia Pacific"]


def amounts(rng, columns, low, high, blank=0.0):
    return [None if rng.random() < blank else rng.randint(low, high) for _ in range(columns)]


def add(*rows):
    return [sum(kept) if (kept := [v for v in column if v is not None]) else None for column in zip(*rows)]


def minus(row):
    return [None if v is None else -v for v in row]


def header(label, columns):
    return label, [None] * columns


def blocks(rng, columns):
    """Blocks that end alike; not every block has every column."""
    first, last = rng.choice([("GAAP amounts", "Adjusted amounts"), ("As reported", "As adjusted"),
                              ("Reported result", "Underlying result"), ("Operating profit", "Adjusted EBITDA")])
    subtotal = rng.choice(["Total special items", "Adjustments, net", None])
    rows = []
    for line in rng.sample(LINES, rng.randint(2, 4)):
        opening = amounts(rng, columns, -900, 3000, 0.2)
        opening[0] = 77 if all(v is None for v in opening) else opening[0]
        changes = [[None if v is None else rng.randint(-400, 900) for v in opening] for _ in range(rng.randint(1, 3))]
        rows += [header(line, columns), (first, opening)]
        if rng.random() < 0.4:
            rows.append(header("Adjustments:", columns))
        rows += zip(rng.sample(COSTS, len(changes)), changes)
        if subtotal:
            rows.append((subtotal, add(*changes)))
        rows.append((last, add(opening, *changes)))
    return rows


def segments(rng, columns):
    """A measure of each segment under the measure's name, with its total."""
    rows, names = [], rng.sample(LINES, rng.randint(2, 5))
    for measure in rng.sample(["Revenue", "Segment profit", "Capital expenditure", "Total assets"], rng.randint(2, 3)):
        parts = [amounts(rng, columns, 10, 5000, 0.1) for _ in names]
        rows += [header(measure + rng.choice([":", ""]), columns), *zip(names, parts)]
        if rng.random() < 0.5:
            parts.append(minus(amounts(rng, columns, 1, 50)))
            rows.append((rng.choice(["Eliminations", "Corporate and other", "Unallocated"]), parts[-1]))
        rows.append((rng.choice(["Total", "Total " + measure.lower(), "Group", "Consolidated"]), add(*parts)))
    return rows


def income(rng, columns):
    """From revenues to net income; costs in brackets or not."""
    rows = []
    printed = minus if rng.random() < 0.5 else (lambda row: row)

    def cost(label, row):
        rows.append((label, printed(row)))
        return minus(row)

    if rng.random() < 0.5:
        rows.append(header("Revenues:", columns))
    sales = [amounts(rng, columns, 100, 9000, 0.05) for _ in range(rng.randint(2, 4))]
    rows += zip(rng.sample(SALES, len(sales)), sales)
    revenue = add(*sales)
    rows.append((rng.choice(["Total revenues", "Net sales", "Total net revenue"]), revenue))
    gross = add(revenue, cost(rng.choice(["Cost of revenues", "Cost of sales"]), amounts(rng, columns, 50, 4000)))
    rows.append(("Gross profit", gross))
    if rng.random() < 0.4:
        rows.append(header("Operating expenses:", columns))
    spent = [cost(label, amounts(rng, columns, 1, 900, 0.1)) for label in rng.sample(COSTS, rng.randint(2, 4))]
    if rng.random() < 0.6:
        rows.append(("Total operating expenses", printed(minus(add(*spent)))))
    result = add(gross, *spent)
    if rng.random() < 0.4:
        rows.append(("Other operating income, net", amounts(rng, columns, -60, 90, 0.2)))
        result = add(result, rows[-1][1])
    rows.append((rng.choice(["Operating income", "Operating profit", "Results from operating activities"]), result))
    earned = amounts(rng, columns, 0, 90)
    rows.append(("Finance income", earned))
    paid = cost("Finance costs", amounts(rng, columns, 0, 80))
    if rng.random() < 0.3:
        rows.append(("Net finance income", add(earned, paid)))
    before_tax = add(result, earned, paid)
    if rng.random() < 0.5:
        rows.append((rng.choice(["Share of results of associates", "Equity in losses of affiliates"]),
                     amounts(rng, columns, -30, 40, 0.2)))
        before_tax = add(before_tax, rows[-1][1])
    rows.append((rng.choice(["Income before income taxes", "Profit before tax"]), before_tax))
    net = add(before_tax, cost(rng.choice(["Income tax expense", "Income taxes"]), amounts(rng, columns, -40, 300)))
    rows.append((rng.choice(["Net income", "Profit for the period", "Net income (loss)"]), net))
    if rng.random() < 0.4:
        minority = amounts(rng, columns, -20, 60)
        rows += [header("Attributable to:", columns), ("Owners of the parent", add(net, minus(minority))),
                 ("Non-controlling interests", minority)]
    return rows


def cash_flow(rng, columns):
    rows, totals = [], []
    for kind, items in (("operating", ["Net income", "Depreciation and amortization", "Share-based compensation",
                                       "Changes in receivables", "Changes in inventories"]),
                        ("investing", ["Purchases of property and equipment", "Proceeds from disposals",
                                       "Purchases of securities"]),
                        ("financing", ["Proceeds from borrowings", "Repayments of borrowings", "Dividends paid"])):
        kept = items[:rng.randint(2, len(items))]
        parts = [amounts(rng, columns, -900, 1500, 0.1) for _ in kept]
        totals.append(add(*parts))
        words = rng.choice(["provided by", "used in", "provided by (used in)", "from"])
        rows += [header(f"Cash flows from {kind} activities" + rng.choice([":", ""]), columns), *zip(kept, parts),
                 (f"Net cash {words} {kind} activities", totals[-1])]
    if rng.random() < 0.6:
        totals.append(amounts(rng, columns, -30, 30))
        rows.append(("Effect of exchange rate changes on cash", totals[-1]))
    opening, change = amounts(rng, columns, 2000, 9000), add(*totals)
    return rows + [(rng.choice(["Net increase (decrease) in cash and cash equivalents", "Net change in cash"]), change),
                   ("Cash and cash equivalents at beginning of period", opening),
                   ("Cash and cash equivalents at end of period", add(opening, change))]


def balance_sheet(rng, columns):
    rows = []

    def part(name, items, total):
        kept = rng.sample(items, rng.randint(2, len(items)))
        parts = [amounts(rng, columns, 5, 4000, 0.05) for _ in kept]
        if rng.random() < 0.7:
            rows.append(header(name, columns))
        rows.extend(zip(kept, parts))
        if total:
            rows.append((total, add(*parts)))
        return add(*parts)

    assets = add(part("Current assets:", ["Cash and cash equivalents", "Trade receivables", "Inventories", "Prepaid expenses"],
                      "Total current assets"),
                 part("Non-current assets:", ["Property and equipment", "Goodwill", "Intangible assets", "Deferred tax assets"],
                      rng.choice(["Total non-current assets", None])))
    rows.append(("Total assets", assets))
    owed = add(part("Current liabilities:", ["Trade payables", "Short-term borrowings", "Accrued expenses"],
                    "Total current liabilities"),
               part("Non-current liabilities:", ["Long-term borrowings", "Lease liabilities", "Deferred tax liabilities"],
                    rng.choice(["Total non-current liabilities", None])))
    equity, capital, reserves = add(assets, minus(owed)), amounts(rng, columns, 10, 90), amounts(rng, columns, -500, 500)
    return rows + [("Total liabilities", owed), ("Share capital", capital), ("Reserves", reserves),
                   ("Retained earnings (accumulated deficit)", add(equity, minus(capital), minus(reserves))),
                   (rng.choice(["Total equity", "Total shareholders' equity"]), equity),
                   ("Total liabilities and equity", assets)]


def reconciliation(rng, columns):
    rows = [("Net income (loss)", amounts(rng, columns, -900, 2000))]
    for label in rng.sample(["Income tax expense", "Interest expense", "Interest income", "Depreciation and amortization"], 4):
        row = amounts(rng, columns, 1, 300)
        rows.append((label, minus(row) if label == "Interest income" else row))
    rows.append(("EBITDA", add(*(row for _, row in rows))))
    added = []
    for label in rng.sample(["Share-based compensation", "Restructuring costs", "Gain on disposal of a subsidiary"],
                            rng.randint(1, 3)):
        row = amounts(rng, columns, 1, 300, 0.2)
        added.append((label, minus(row) if label.startswith("Gain") else row))
    return rows + added + [("Adjusted EBITDA", add(rows[-1][1], *(row for _, row in added)))]


def roll_forward(rng, columns):
    opening = amounts(rng, columns, 500, 900)
    moves = []
    for label in rng.sample(["Additions", "Acquisitions", "Utilised", "Exchange differences", "Released"], rng.randint(2, 4)):
        row = amounts(rng, columns, 1, 120, 0.15)
        moves.append((label, minus(row) if label in ("Utilised", "Released") else row))
    return [(rng.choice(["Balance at beginning of period", "Opening balance"]), opening), *moves,
            (rng.choice(["Balance at end of period", "Closing balance"]), add(opening, *(row for _, row in moves)))]
