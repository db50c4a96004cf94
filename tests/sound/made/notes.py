"""Notes to the statements of an issuer: what stands behind a line of them, or beside it."""
import decimal

from .issuer import SPANS, rounded
from .statements import blank, cells, heading_of
from .tables import percent, printed


def split(rng, value, parts):
    """A positive whole number as so many positive ones that add up to it; fewer where it is too small."""
    cuts = sorted(rng.sample(range(1, value), min(parts, value) - 1)) if value > 1 else []
    return [b - a for a, b in zip([0, *cuts], [*cuts, value])]


def in_parts(issuer, columns, key, labels):
    """Rows that add up to an item, period by period."""
    of = {}
    for period in dict.fromkeys(column[0] for column in columns):
        whole = issuer.value(key, period)
        if whole < len(labels):
            return None
        of[period] = split(issuer.rng, whole, len(labels))
    return [(label, [printed(issuer.amount(of[c[0]][at], c)) for c in columns]) for at, label in enumerate(labels)]


def of_item(issuer, columns, title, key, labels, total, header=None):
    rows = in_parts(issuer, columns, key, labels)
    if rows is None:
        return None
    return (title, heading_of(issuer.rng, columns),
            ([(header, blank(columns))] if header else []) + rows + [(total, cells(issuer, columns, key))])


def compensation(issuer, flow, _):
    """Where share-based compensation stands in the expenses."""
    labels = [issuer.words[key] for key in ("cost", "selling", "research", "general")]
    return of_item(issuer, flow, "Share-based compensation expenses were recorded as follows:", "stock",
                   labels[issuer.rng.randint(0, 1):], issuer.rng.choice(["Total", "Total share-based compensation expenses"]))


def places_of_sale(issuer, flow, _):
    labels = issuer.rng.sample(["Mainland China", "Hong Kong", "Europe", "North America", "Rest of the world"], 3)
    return of_item(issuer, flow, "Revenues by geographical area", "revenue", labels,
                   issuer.rng.choice(["Total", issuer.words["revenue"]]))


def timing_of_sale(issuer, flow, _):
    return of_item(issuer, flow, "Timing of revenue recognition", "revenue",
                   ["Products transferred at a point in time", "Services transferred over time"], "Total",
                   issuer.rng.choice([None, "Timing:"]))


def taxes(issuer, flow, _):
    return of_item(issuer, flow, "Income tax expense consists of:", "tax", ["Current income tax expense",
                   "Deferred income tax expense"], issuer.rng.choice(["Total", "Income tax expense"]))


def of_balance(issuer, columns, label):
    return [issuer.balances[label][column[0]] for column in columns] if label in issuer.balances else None


def less_part(issuer, instants, label, of_gross, of_part, title, header=None):
    """Gross, what is taken off it, net: the net of a line of the balance sheet."""
    net = of_balance(issuer, instants, label)
    if net is None:
        return None
    rng, dates = issuer.rng, list(dict.fromkeys(c[0] for c in instants))
    off = {d: 1 + int(issuer.balances[label][d] * rng.uniform(0.05, 0.6)) for d in dates}
    gross = {d: split(rng, issuer.balances[label][d] + off[d], len(of_gross)) for d in dates}
    row = lambda name, of: (name, [printed(issuer.amount(of[c[0]], c)) for c in instants])  # noqa: E731
    rows = [row(name, {d: gross[d][at] for d in dates}) for at, name in enumerate(of_gross)]
    if len(of_gross) > 1:
        rows.append(row(rng.choice(["Total", "Total cost", "Subtotal"]), {d: sum(gross[d]) for d in dates}))
    sign = rng.choice([-1, -1, 1])
    rows.append(row(of_part, {d: sign * off[d] for d in dates}))
    rows.append(row(rng.choice(["Net", label, "Total, net"]), issuer.balances[label]))
    return title, heading_of(rng, instants, True), ([(header, blank(instants))] if header else []) + rows


def property_of(issuer, _, instants):
    classes = issuer.rng.sample(["Buildings", "Machinery and equipment", "Vehicles", "Computers and servers",
                                 "Leasehold improvements"], issuer.rng.randint(2, 4))
    return less_part(issuer, instants, "Property and equipment, net", classes, "Less: accumulated depreciation",
                     "Property and equipment consist of:", issuer.rng.choice([None, "Cost:"]))


def receivables(issuer, _, instants):
    return less_part(issuer, instants, "Accounts receivable, net", ["Accounts receivable"],
                     issuer.rng.choice(["Less: allowance for credit losses", "Allowance for doubtful accounts"]),
                     "Accounts receivable consist of:")


def accrued(issuer, _, instants):
    label, rng = "Accrued expenses and other liabilities", issuer.rng
    if label not in issuer.balances:
        return None
    names = rng.sample(["Payroll and welfare payable", "Other taxes payable", "Accrued freight", "Deposits received",
                        "Professional fees payable", "Others"], rng.randint(2, 5))
    dates = list(dict.fromkeys(c[0] for c in instants))
    of = {d: split(rng, issuer.balances[label][d], len(names)) for d in dates}
    if any(len(parts) < len(names) for parts in of.values()):
        return None
    rows = [(name, [printed(issuer.amount(of[c[0]][at], c)) for c in instants]) for at, name in enumerate(names)]
    rows.append((rng.choice(["Total", label]), [printed(issuer.amount(issuer.balances[label][c[0]], c)) for c in instants]))
    return "Accrued expenses and other liabilities consist of:", heading_of(rng, instants, True), rows


def allowance(issuer, flow, _):
    """A roll-forward in one currency, of periods that do not meet."""
    rng, columns = issuer.rng, [c for c in flow if c[1] == issuer.currency and c[0].months == issuer.step]
    some = lambda low, high: [int(issuer.level * rng.uniform(low, high)) + 2 for _ in columns]  # noqa: E731
    opening, added, used, other = some(0.02, 0.05), some(0.003, 0.01), some(0.001, 0.01), some(0.0, 0.002)
    rows = [("Balance at beginning of the period", opening), ("Additions", added), ("Write-offs", [-v for v in used])]
    if rng.random() < 0.5:
        rows.append(("Foreign currency translation", other))
    closing = [sum(v) for v in zip(*(row for _, row in rows))]
    rows.append(("Balance at end of the period", closing))
    return ("Movements of the allowance for credit losses", heading_of(rng, columns),
            [(n, list(map(printed, r))) for n, r in rows])


def maturities(issuer, _, instants):
    """Payments by year, undiscounted and discounted, at one date."""
    rng, year = issuer.rng, issuer.current.year
    rest = rng.choice([f"Remainder of {year}", None]) if issuer.current.month < 12 else None
    names = ([rest] if rest else []) + [str(year + 1 + i) for i in range(rng.randint(2, 4))]
    names.append(rng.choice(["Thereafter", "2031 and thereafter"]))
    of = [int(issuer.level * rng.uniform(0.01, 0.2)) + 2 for _ in names]
    rows = list(zip(names, of)) + [(rng.choice(["Total lease payments", "Total future lease payments", "Total"]), sum(of))]
    interest = sum(of) // rng.randint(7, 15)
    if rng.random() < 0.7:
        sign = rng.choice([1, -1, -1])
        rows += [("Less: imputed interest", sign * interest),
                 (rng.choice(["Present value of lease liabilities", "Total lease liabilities"]), sum(of) - interest)]
    when = rng.choice([f"As of {issuer.current.date()}", "Operating leases", issuer.current.date()])
    heading = [[(when, 1)], [(issuer.currency, 1)]]
    return "Maturities of lease liabilities", heading, [(n, [printed(v)]) for n, v in rows]


def a_share(issuer, flow, _):
    """How earnings per share are computed."""
    rng, columns = issuer.rng, [c for c in flow if c[1] == issuer.currency]
    weighted = [issuer.weighted(c[0]) for c in columns]
    rows = [("Numerator:", blank(columns)),
            (f"{issuer.words['net']} attributable to ordinary shareholders", cells(issuer, columns, "owners")),
            ("Denominator:", blank(columns)),
            ("Weighted average number of ordinary shares outstanding, basic", [f"{w[0]:,}" for w in weighted])]
    rows.append(("Dilutive effect of share options", [f"{w[1] - w[0]:,}" if w[1] > w[0] else "\u2014" for w in weighted]))
    rows.append(("Weighted average number of ordinary shares outstanding, diluted", [f"{w[1]:,}" for w in weighted]))
    return "Basic and diluted net income (loss) per share", heading_of(rng, columns), rows


def options(issuer, _, __):
    """Share options: how many, and at what price."""
    rng = issuer.rng
    opening, granted, gone, lost = (rng.randint(10**6, 9 * 10**6), rng.randint(10**5, 10**6), rng.randint(10**4, 4 * 10**5),
                                    rng.randint(10**4, 10**5))
    price = lambda: f"{rng.randint(100, 2500) / 100:.2f}"  # noqa: E731
    closing = opening + granted - gone - lost
    rows = [(f"Outstanding at {issuer.year_end.date()}", opening), ("Granted", granted), ("Exercised", -gone),
            (rng.choice(["Forfeited", "Forfeited and expired", "Cancelled"]), -lost),
            (f"Outstanding at {issuer.current.date()}", closing),
            (f"Exercisable at {issuer.current.date()}", closing * rng.randint(30, 70) // 100)]
    heading = [[("Number of options", 1), ("Weighted average exercise price", 1)],
               [("", 1), (rng.choice(["US$", issuer.currency]), 1)]]
    return ("Share options", heading, [(n, [printed(v), price()]) for n, v in rows])


def fair_values(issuer, _, __):
    """By level, and their total across."""
    rng, rows = issuer.rng, []
    held = ["Wealth management products", "Equity securities", "Derivative assets", "Time deposits"]
    for name in rng.sample(held, rng.randint(2, 3)):
        levels = [int(issuer.level * rng.uniform(0.02, 0.5)) + 1 if rng.random() < 0.5 else 0 for _ in range(3)]
        levels[1] += 5 if not any(levels) else 0
        rows.append((name, levels))
    rows.append(("Total", [sum(v) for v in zip(*(row for _, row in rows))]))
    names = ["Level 1", "Level 2", "Level 3", "Total"]
    heading = [[(f"As of {issuer.current.date()}", 4)], [(n, 1) for n in names], [(issuer.currency, 1)] * 4]
    return ("Fair value measurements", heading, [(n, [printed(v) for v in [*row, sum(row)]]) for n, row in rows])


def intangibles(issuer, _, __):
    """Gross, accumulated, net as columns."""
    rng, rows = issuer.rng, []
    for name in rng.sample(["Trademarks", "Customer relationships", "Software", "Licences"], rng.randint(2, 4)):
        gross = int(issuer.level * rng.uniform(0.05, 0.5)) + 20
        rows.append((name, [gross, -(gross * rng.randint(10, 80) // 100)]))
    rows.append(("Total", [sum(v) for v in zip(*(row for _, row in rows))]))
    positive = rng.random() < 0.3
    names = ["Gross carrying amount", "Accumulated amortization", "Net carrying amount"]
    return ("Intangible assets", [[(f"As of {issuer.current.date()}", 3)], [(n, 1) for n in names], [(issuer.currency, 1)] * 3],
            [(n, [printed(g), printed(-a if positive else a), printed(g + a)]) for n, (g, a) in rows])


def segments(issuer, _, __):
    """As columns, with what stands between them and their total."""
    rng, names = issuer.rng, issuer.rng.sample(["Cloud", "Retail", "Logistics", "Media"], 2)
    outside = split(rng, issuer.value("revenue", issuer.current), 2)
    costs = split(rng, issuer.value("cost", issuer.current), 2)
    between = int(issuer.level * rng.uniform(0.01, 0.1)) + 1
    rows = [("Revenues from external customers", [*outside, None, sum(outside)]),
            ("Inter-segment revenues", [between, None, -between, None]),
            (rng.choice(["Segment revenues", "Total segment revenues"]),
             [outside[0] + between, outside[1], -between, sum(outside)]),
            ("Cost of revenues", [-costs[0] - between, -costs[1], between, -sum(costs)]),
            ("Segment gross profit", [outside[0] - costs[0], outside[1] - costs[1], None, sum(outside) - sum(costs)])]
    return ("Segment information", [[(f"For the {SPANS[issuer.step].lower()} {issuer.current.date()}", 4)],
                                    [(n, 1) for n in [*names, "Eliminations", rng.choice(["Total", "Consolidated"])]],
                                    [(issuer.currency, 1)] * 4],
            [(n, [printed(v) if v is not None else rng.choice(["", "\u2014"]) for v in row]) for n, row in rows])


def quarters(issuer, _, __):
    """The last five, the latest first or last."""
    if issuer.step != 3:
        return None
    rng, periods = issuer.rng, [issuer.current.before(3 * i) for i in range(5)]
    if rng.random() < 0.6:
        periods.reverse()
    columns = [(p, issuer.currency) for p in periods]
    rows = [(issuer.words[key], cells(issuer, columns, key)) for key in ("revenue", "cost", "gross")]
    rows += [("Total operating expenses", cells(issuer, columns, "spent")),
             (issuer.words["result"], cells(issuer, columns, "result"))]
    if rng.random() < 0.6:
        rows.insert(3, ("Gross margin", [percent(issuer.value("gross", p), issuer.value("revenue", p)) for p in periods]))
    if rng.random() < 0.5:
        rows.append(("Number of employees", [f"{rng.randint(900, 9000):,}" for _ in periods]))
    heading = [[("For the three months ended", 5)], [(p.date(), 1) for p in periods], [(issuer.currency, 1)] * 5]
    return "Selected quarterly results", heading, rows


def bridge(issuer, _, __):
    """GAAP, adjustments, non-GAAP as columns of one quarter, or of two."""
    rng, periods = issuer.rng, [issuer.current, issuer.current.before(12)][:issuer.rng.randint(1, 2)]
    of = {p: (split(rng, max(4, issuer.value("stock", p)), 4), issuer.value("amortised", p)) for p in periods}
    rows = []
    for at, key in enumerate(("cost", "selling", "research", "general")):
        values = [v for p in periods for g, a in [(issuer.value(key, p), of[p][0][at])] for v in (-g, a, a - g)]
        rows.append((issuer.words[key], values))
    heading = [[(f"{SPANS[issuer.step]} {p.date()}", 3) for p in periods],
               [(n, 1) for n in ("GAAP", "Adjustments", "Non-GAAP")] * len(periods), [(issuer.currency, 1)] * 3 * len(periods)]
    return "Reconciliation of expenses", heading, [(n, [printed(v) for v in row]) for n, row in rows]


def restated(issuer, _, __):
    """As reported before, what changed, as restated."""
    rng, before, rows = issuer.rng, issuer.current.before(12), []
    for key in ("revenue", "cost", "gross"):
        rows.append([issuer.words[key], issuer.value(key, before)])
    moved = [int(issuer.level * rng.uniform(-0.02, 0.02)), int(issuer.level * rng.uniform(-0.02, 0.02))]
    moved.append(moved[0] - moved[1])
    heading = [[(f"For the {SPANS[issuer.step].lower()} {before.date()}", 3)],
               [("As previously reported", 1), ("Adjustments", 1), ("As restated", 1)], [(issuer.currency, 1)] * 3]
    return ("Restatement of the comparative period", heading,
            [(label, [printed(now - change), printed(change), printed(now)]) for (label, now), change in zip(rows, moved)])


def ageing(issuer, _, __):
    rng = issuer.rng
    names = rng.choice([["Within 30 days", "31 to 60 days", "61 to 90 days", "Over 90 days"],
                        ["0-30 days", "31-60 days", "61-90 days", "91 days or above"],
                        ["Less than 1 year", "1 to 2 years", "Over 2 years"]])
    of = [[int(issuer.level * rng.uniform(0.01, 0.2)) + 1 for _ in range(2)] for _ in names]
    ends = [issuer.year_end, issuer.current]
    return ("Ageing analysis of accounts receivable", [[(p.date(), 1) for p in ends], [(issuer.currency, 1)] * 2],
            [(n, [printed(v) for v in row]) for n, row in zip(names, of)] + [("Total", [printed(sum(v)) for v in zip(*of)])])


def tax_rate(issuer, _, __):
    """From the statutory rate to the effective one, in percent of two periods."""
    rng, names = issuer.rng, ["Statutory income tax rate", "Effect of preferential rates", "Non-deductible expenses",
                              "Change in valuation allowance"]
    periods = [issuer.current, issuer.current.before(12)]
    if any(issuer.value("before tax", p) <= 0 for p in periods):
        return None
    effective = [rounded(decimal.Decimal(100 * issuer.value("tax", p)) / issuer.value("before tax", p), 1) for p in periods]
    of = [[decimal.Decimal(rng.randint(-90, 90)) / 10 for _ in periods] for _ in names]
    of[0] = [decimal.Decimal("25.0")] * 2
    of[-1] = [whole - sum(row[at] for row in of[:-1]) for at, whole in enumerate(effective)]
    told = lambda v: f"({-v}%)" if v < 0 else f"{v}%"  # noqa: E731
    rows = list(zip(names, of)) + [(rng.choice(["Effective income tax rate", "Effective tax rate"]), effective)]
    heading = [[(f"{SPANS[issuer.step]} {issuer.current.day()[:-1]}", 2)], [(str(p.year), 1) for p in periods]]
    return "Reconciliation of the tax rate", heading, [(n, [told(v) for v in row]) for n, row in rows]


def operating_data(issuer, _, __):
    rng, ends = issuer.rng, [issuer.current.before(12), issuer.current]
    rows = [("Number of customers", [f"{rng.randint(900, 90000):,}" for _ in ends]),
            ("Number of shops", [f"{rng.randint(20, 900):,}" for _ in ends]),
            ("Average revenue per customer", [f"{rng.randint(200, 90000) / 100:.2f}" for _ in ends]),
            ("Retention rate", [f"{rng.randint(600, 990) / 10}%" for _ in ends])]
    return "Key operating data", [[(SPANS[issuer.step], 2)], [(p.date(), 1) for p in ends]], rng.sample(rows, rng.randint(2, 4))


def equity(issuer, _, __):
    """Changes in equity from the year's end to the quarter's: components as columns, with their total."""
    rng, names = issuer.rng, ["Ordinary shares", "Additional paid-in capital", "Accumulated other comprehensive income (loss)",
                              "Retained earnings (accumulated deficit)"]
    if issuer.has_minority or any(name not in issuer.balances for name in names):
        return None
    start, end = issuer.year_end, issuer.current
    opening, closing = ([issuer.balances[name][p] for name in names] for p in (start, end))
    net, stock, translated = (issuer.value(key, issuer.to_date) for key in ("net", "stock", "translated"))
    moves = [("Net loss" if net < 0 else "Net income", [0, 0, 0, net]), ("Share-based compensation", [0, stock, 0, 0]),
             ("Foreign currency translation adjustment", [0, 0, translated, 0])]
    rest = [c - o - sum(move[at] for _, move in moves) for at, (o, c) in enumerate(zip(opening, closing))]
    moves += [("Issuance of ordinary shares", [rest[0], rest[1], 0, 0]), ("Other changes", [0, 0, rest[2], rest[3]])]
    rows = [(f"Balance as of {start.date()}", opening), *moves, (f"Balance as of {end.date()}", closing)]
    heading = [[(n, 1) for n in [*names, rng.choice(["Total equity", "Total shareholders' equity"])]],
               [(issuer.currency, 1)] * 5]
    return ("UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF CHANGES IN EQUITY", heading,
            [(n, [printed(v) for v in [*row, sum(row)]]) for n, row in rows])


NOTES = [compensation, places_of_sale, timing_of_sale, taxes, property_of, receivables, accrued, allowance, maturities, a_share,
         options, fair_values, intangibles, segments, quarters, bridge, restated, ageing, tax_rate, operating_data, equity]


def of_release(issuer, flow, instants):
    """Some of them, in any order."""
    chosen = issuer.rng.sample(NOTES, issuer.rng.randint(2, 6))
    return [note for note in (make(issuer, flow, instants) for make in chosen) if note is not None]
