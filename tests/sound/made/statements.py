"""Statements of an issuer: heading rows of (text, span), and rows of a label and printed cells."""
import decimal

from .issuer import SPANS, rounded
from .tables import percent, printed


def heading_of(rng, columns, instants=False):
    """Heading rows of (text, span): spans of months where there are some, dates or years, currencies."""
    def grouped(name):
        row = []
        for column in columns:
            text = name(column)
            if row and row[-1][0] == text:
                row[-1] = (text, row[-1][1] + 1)
            else:
                row.append((text, 1))
        return row

    currencies = [(column[1], 1) for column in columns]
    if instants:
        style = rng.randint(0, 2)
        if style == 0:
            return [[("As of", len(columns))], grouped(lambda c: c[0].date()), currencies]
        if style == 1:
            return [grouped(lambda c: c[0].date()), currencies]
        return [grouped(lambda c: f"As of {c[0].day()}"), grouped(lambda c: str(c[0].year)), currencies]
    ends = {(c[0].months, c[0].month) for c in columns}
    spans = [c[0].months for c in columns]
    contiguous = all(spans.index(m) + spans.count(m) - 1 == len(spans) - 1 - spans[::-1].index(m) for m in spans)
    if len(ends) == len(set(spans)) and contiguous and rng.random() < 0.6:
        return [grouped(lambda c: f"{SPANS[c[0].months]} {c[0].day()}"), grouped(lambda c: str(c[0].year)), currencies]
    return [grouped(lambda c: rng_free_span(c[0].months)), grouped(lambda c: c[0].date()), currencies]


def rng_free_span(months):
    return "For the " + SPANS[months][0].lower() + SPANS[months][1:]


# ---------------------------------------------------------------- statements: rows of (label, cells)

def cells(issuer, columns, key, sign=1):
    return [printed(issuer.amount(sign * issuer.value(key, column[0]), column)) for column in columns]


def per_share(issuer, columns, which, times=1):
    out = []
    for period, currency in columns:
        value = issuer.earned_a_share(period, which) * times
        value = rounded(value if currency == issuer.currency else value / issuer.rate, 2)
        out.append("\u2014" if value == 0 else f"({-value:,})" if value < 0 else f"{value:,}")
    return out


def share_counts(issuer, columns, which):
    return [f"{issuer.weighted(column[0])[which]:,}" for column in columns]


def blank(columns):
    return [""] * len(columns)


def income_statement(issuer, columns):
    rng, words = issuer.rng, issuer.words
    sign = -1 if issuer.costs_in_brackets else 1
    row = lambda label, key, s=1: (label, cells(issuer, columns, key, s))  # noqa: E731
    rows = []
    if len(issuer.sales) > 1:
        rows += [(rng.choice(["Revenues:", "Net revenues", "Revenues"]), blank(columns))] if rng.random() < 0.7 else []
        rows += [row(name, f"sales {i}") for i, name in enumerate(issuer.sales)]
    rows += [row(words["revenue"], "revenue"), row(words["cost"], "cost", sign), row(words["gross"], "gross")]
    if rng.random() < 0.7:
        rows.append(("Operating expenses:", blank(columns)))
    rows += [row(words[key], key, sign) for key in ("selling", "research", "general")]
    if rng.random() < 0.8:
        rows.append(row("Total operating expenses", "spent", sign))
    rows.append(row(words["result"], "result"))
    rows += [row("Finance income" if issuer.ifrs else "Interest income", "earned"),
             row("Finance costs" if issuer.ifrs else "Interest expense", "paid", -1)]
    if issuer.has_other:
        other = ["Other income (expenses), net", "Other gains/(losses), net", "Foreign exchange gain (loss)"]
        other = ["Share of results of associates", "Other gains/(losses), net"] if issuer.ifrs else other
        rows.append(row(rng.choice(other), "other"))
    loss = "Loss" if issuer.losing else "Income"
    before_tax = f"{loss} before income " + rng.choice(["tax", "taxes", "tax expense"])
    before_tax = rng.choice(["Profit before taxation", "Profit before income tax"]) if issuer.ifrs else before_tax
    rows.append(row(before_tax, "before tax"))
    rows.append(row(rng.choice(["Income tax expense", "Income tax expenses"]), "tax", -1))
    rows.append(row(words["net"], "net"))
    if issuer.has_minority and issuer.ifrs:
        rows += [(rng.choice(["Attributable to:", "Profit attributable to:"]), blank(columns)),
                 row(rng.choice(["Owners of the Company", "Equity holders of the parent"]), "owners"),
                 row("Non-controlling interests", "minority")]
    elif issuer.has_minority:
        rows.append(row("Less: net income (loss) attributable to non-controlling interests", "minority"))
        rows.append(row(f"{words['net']} attributable to shareholders of the Company", "owners"))
    if rng.random() < 0.6:
        rows += [("Other comprehensive income (loss):", blank(columns))] if rng.random() < 0.5 else []
        rows.append(row("Foreign currency translation adjustments", "translated"))
        total = "Total comprehensive income for the " + ("year" if issuer.step == 12 else "period")
        total = total if issuer.ifrs else "Comprehensive loss" if issuer.losing else "Comprehensive income"
        rows.append(row(total, "comprehensive"))
    if issuer.currency not in ("EUR",) or rng.random() < 0.5:
        word = "loss" if issuer.losing else "income"
        rows.append((f"Net {word} per share:" if not issuer.ifrs else "Earnings per share", blank(columns)))
        rows += [("Basic", per_share(issuer, columns, 0)), ("Diluted", per_share(issuer, columns, 1))]
        if issuer.ads:
            rows.append((f"Net {word} per ADS (each ADS represents {issuer.ads} shares):", blank(columns)))
            rows += [(name, per_share(issuer, columns, at, issuer.ads)) for at, name in enumerate(("Basic", "Diluted"))]
        rows.append(("Weighted average number of shares used in computation:", blank(columns)))
        rows += [("Basic", share_counts(issuer, columns, 0)), ("Diluted", share_counts(issuer, columns, 1))]
    return rows


CURRENT_ASSETS = ["Short-term investments", "Accounts receivable, net", "Inventories", "Prepayments and other current assets"]
FIXED_ASSETS = ["Property and equipment, net", "Intangible assets, net", "Goodwill", "Deferred tax assets",
                "Operating lease right-of-use assets", "Other non-current assets"]
CURRENT_LIABILITIES = ["Accounts payable", "Short-term borrowings", "Accrued expenses and other liabilities",
                       "Deferred revenue", "Income taxes payable"]
OTHER_LIABILITIES = ["Long-term borrowings", "Operating lease liabilities", "Deferred tax liabilities"]


def balance_sheet(issuer, columns):
    rng, level = issuer.rng, issuer.level
    dates = []
    for period, _ in columns:
        if period not in dates:
            dates.append(period)

    def random_row(low, high, label):
        return label, {d: int(level * rng.uniform(low, high)) + 1 for d in dates}

    def some_rows(low, high, labels, fewest):
        return [random_row(low, high, label) for label in rng.sample(labels, rng.randint(fewest, len(labels)))]

    rows = []
    row = lambda label, of: rows.append((label, [printed(issuer.amount(of[c[0]], c)) for c in columns]))  # noqa: E731
    total = lambda parts: {d: sum(part[d] for part in parts) for d in dates}  # noqa: E731

    def part(header, items, word):
        if header:
            rows.append((header, blank(columns)))
        for label, of in items:
            row(label, of)
            issuer.balances[label] = of
        both = total([of for _, of in items])
        if word:
            row(word, both)
        return both

    cash = [("Cash and cash equivalents", {d: issuer.cash_at(d)[0] for d in dates})]
    if issuer.restricted:
        cash.append(("Restricted cash", {d: issuer.cash_at(d)[1] for d in dates}))
    current = cash + some_rows(0.2, 0.6, CURRENT_ASSETS, 2)
    fixed = some_rows(0.2, 0.9, FIXED_ASSETS, 2)
    if rng.random() < 0.8:
        rows.append(("ASSETS", blank(columns)))
    assets = total([part("Current assets:", current, "Total current assets"),
                    part("Non-current assets:" if rng.random() < 0.7 else None, fixed,
                         "Total non-current assets" if rng.random() < 0.6 else None)])
    row("Total assets", assets)
    if rng.random() < 0.8:
        rows.append(("LIABILITIES AND EQUITY", blank(columns)))
    owed = total([part("Current liabilities:", some_rows(0.1, 0.4, CURRENT_LIABILITIES, 2), "Total current liabilities"),
                  part("Non-current liabilities:", some_rows(0.05, 0.3, OTHER_LIABILITIES, 1),
                       "Total non-current liabilities" if rng.random() < 0.6 else None)])
    row("Total liabilities", owed)
    rows.append(("Shareholders' equity:", blank(columns)))
    equity = {d: assets[d] - owed[d] for d in dates}
    minority = random_row(0.01, 0.05, "Non-controlling interests")[1] if issuer.has_minority else None
    capital, paid_in, other = (random_row(0.001, 0.01, "")[1], random_row(0.5, 0.9, "")[1], random_row(-0.1, 0.1, "")[1])
    own = {d: equity[d] - (minority[d] if minority else 0) for d in dates}
    deficit = {d: own[d] - capital[d] - paid_in[d] - other[d] for d in dates}
    for label, of in (("Ordinary shares", capital), ("Additional paid-in capital", paid_in),
                      ("Accumulated other comprehensive income (loss)", other),
                      ("Retained earnings (accumulated deficit)", deficit)):
        row(label, of)
        issuer.balances[label] = of
    if minority:
        row("Total shareholders' equity of the Company", own)
        row("Non-controlling interests", minority)
    row("Total equity" if minority else "Total shareholders' equity", equity)
    row(rng.choice(["Total liabilities and equity", "Total liabilities and shareholders' equity"]), assets)
    return rows


def cash_flow(issuer, columns):
    rng = issuer.rng
    periods = []
    for period, _ in columns:
        if period not in periods:
            periods.append(period)
    rows = []
    row = lambda label, of: rows.append((label, [printed(issuer.amount(of[c[0]], c)) for c in columns]))  # noqa: E731
    total = lambda parts: {p: sum(part[p] for part in parts) for p in periods}  # noqa: E731
    some = lambda low, high: {p: int(issuer.level * rng.uniform(low, high)) or 1 for p in periods}  # noqa: E731
    items = lambda key: {p: issuer.value(key, p) for p in periods}  # noqa: E731
    opening = {p: sum(issuer.cash_at(p.before(p.months))) for p in periods}
    closing = {p: sum(issuer.cash_at(p)) for p in periods}
    change = {p: closing[p] - opening[p] for p in periods}
    exchange = some(-0.02, 0.02)
    operating = [(issuer.words["net"], items("net")), ("Depreciation of property and equipment", items("depreciated")),
                 ("Amortization of intangible assets", items("amortised")), ("Share-based compensation", items("stock")),
                 ("Accounts receivable", some(-0.1, 0.1)), ("Accounts payable", some(-0.1, 0.1))]
    investing = [("Purchase of property and equipment", some(-0.2, -0.05)),
                 ("Purchase of short-term investments", some(-0.3, -0.1)),
                 ("Maturity of short-term investments", some(0.1, 0.3))]
    parts = [total([of for _, of in operating]), total([of for _, of in investing])]
    repaid = some(-0.2, -0.05)
    plug = {p: change[p] - exchange[p] - parts[0][p] - parts[1][p] - repaid[p] for p in periods}
    financing = [("Repayment of borrowings", repaid), ("Proceeds from borrowings", plug)]
    parts.append(total([of for _, of in financing]))
    issuer.flows = {p: {kind: part[p] for kind, part in zip(("operating", "investing", "financing"), parts)} for p in periods}
    full = rng.random() < 0.7
    words = rng.choice(["provided by (used in)", "generated from/(used in)", "(used in)/provided by"])
    for kind, lines, of in zip(("operating", "investing", "financing"), (operating, investing, financing), parts):
        if full:
            rows.append((f"Cash flows from {kind} activities:", blank(columns)))
            for at, (label, line) in enumerate(lines):
                if kind == "operating" and at == 1 and rng.random() < 0.7:
                    rows.append(("Adjustments to reconcile net income to net cash:", blank(columns)))
                if kind == "operating" and at == 4:
                    rows.append(("Changes in operating assets and liabilities:", blank(columns)))
                row(label, line)
        row(f"Net cash {words} {kind} activities", of)
    row(rng.choice(["Effect of exchange rate changes on cash",
                    "Effect of foreign exchange rate changes on cash, cash equivalents and restricted cash"]), exchange)
    cash = "cash, cash equivalents and restricted cash" if issuer.restricted else "cash and cash equivalents"
    row(f"Net increase (decrease) in {cash}", change)
    row(f"{cash[0].upper()}{cash[1:]} at beginning of the period", opening)
    row(f"{cash[0].upper()}{cash[1:]} at end of the period", closing)
    return rows


def margins(issuer, columns, key):
    return [percent(issuer.value(key, period), issuer.value("revenue", period)) for period, _ in columns]


def reconciliation(issuer, columns):
    rng, words = issuer.rng, issuer.words
    row = lambda label, key, s=1: (label, cells(issuer, columns, key, s))  # noqa: E731
    noun = "loss" if issuer.losing else "income"
    rows = [row(words["net"], "net")]
    if rng.random() < 0.5:
        rows.append(("Adjustments:" if rng.random() < 0.5 else "Add:", blank(columns)))
    rows += [row("Share-based compensation expenses", "stock"),
             row("Amortization of acquired intangible assets", "amortised"), row(f"Adjusted net {noun}", "adjusted")]
    if rng.random() < 0.5:
        rows.append((f"Adjusted net {noun} margin", margins(issuer, columns, "adjusted")))
    if rng.random() < 0.6:
        rows += [row(words["net"], "net"), row("Income tax expense", "tax"), row("Interest expense", "paid"),
                 row("Interest income", "earned", -1), row("Depreciation of property and equipment", "depreciated"),
                 row("Amortization of intangible assets", "amortised"), row("EBITDA", "ebitda"),
                 row("Share-based compensation expenses", "stock"), row("Adjusted EBITDA", "adjusted ebitda")]
        if rng.random() < 0.5:
            rows.append(("Adjusted EBITDA margin", margins(issuer, columns, "adjusted ebitda")))
    return rows


def highlights(issuer, periods):
    """What changed against the same quarter, and the one before: no translation."""
    rows = []
    adjusted = "Adjusted net loss" if issuer.losing else "Adjusted net income"
    for label, key in (*((issuer.words[key], key) for key in ("revenue", "gross", "result", "net")),
                       (adjusted, "adjusted"), ("Adjusted EBITDA", "adjusted ebitda")):
        values = [issuer.value(key, period) for period in periods]
        changes = []
        for base in values[1:]:
            now = values[0]
            changes.append("N/A" if base <= 0 or now <= 0 else percent(now - base, base))
        rows.append((label, [printed(v) for v in values] + changes))
    return rows
