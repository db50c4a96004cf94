"""Tables of notes whose columns have names instead of periods: classes, levels, components; and their total."""


def whole(row):
    return [*row, sum(row)]


def added(*rows):
    return [sum(cells) for cells in zip(*rows)]


def some(rng, count, low, high):
    return [rng.randint(low, high) for _ in range(count)]


def down(rng, count, low, high):
    return [-value for value in some(rng, count, low, high)]


def moving(rng, opening, moves, closing):
    """Rows from a balance to the next, each with its total; the closing amounts are given back."""
    rows = [(opening[0], opening[1])] + moves
    end = added(*(row for _, row in rows))
    return [(label, whole(row)) for label, row in [*rows, (closing, end)]], end


def provisions(rng):
    names = rng.sample(["Warranties", "Restructuring", "Legal claims", "Onerous contracts", "Other"], rng.randint(2, 4))
    count = len(names)
    rows, end = moving(rng, ("Balance at January 1, 2024", some(rng, count, 100, 900)),
                       [("Additions", some(rng, count, 20, 90)), (rng.choice(["Utilised", "Used"]), down(rng, count, 10, 60)),
                        ("Released", down(rng, count, 0, 20)), ("Unwinding of discount", some(rng, count, 0, 9))],
                       "Balance at December 31, 2024")
    if rng.random() < 0.5:
        near = [value // 3 for value in end]
        rows += [("of which current", whole(near)), ("of which non-current", whole(added(end, [-v for v in near])))]
    return "Provisions", names + ["Total"], rows


def property_(rng):
    names = ["Land and buildings", "Machinery", "Vehicles"][:rng.randint(2, 3)] + ["Construction in progress"]
    count = len(names)
    moved = some(rng, count - 1, 0, 60)
    cost, end = moving(rng, ("At 1 January 2024", some(rng, count, 900, 5000)),
                       [("Additions", some(rng, count, 50, 500)), ("Disposals", down(rng, count, 0, 90)),
                        ("Transfers", moved + [-sum(moved)])], "At 31 December 2024")
    spent, off = moving(rng, ("At 1 January 2024", down(rng, count - 1, 200, 500) + [0]),
                        [("Depreciation charge", down(rng, count - 1, 50, 100) + [0]),
                         ("Disposals", some(rng, count - 1, 5, 20) + [0])], "At 31 December 2024")
    rows = [("Cost", None), *cost, ("Accumulated depreciation and impairment", None), *spent,
            (rng.choice(["Net book value", "Carrying amount"]), None), ("At 31 December 2024", whole(added(end, off))),
            ("At 31 December 2023", added(cost[0][1], spent[0][1]))]
    return "Property, plant and equipment", names + ["Total"], rows


def levels(rng):
    def row(label):
        return label, whole(some(rng, 3, 0, rng.choice([90, 900, 3000])))

    held = [row(label) for label in ("Equity securities", "Derivatives", "Debt securities")[:rng.randint(2, 3)]]
    owed = [row(label) for label in ("Derivatives", "Contingent consideration")]
    return ("Fair value hierarchy", ["Level 1", "Level 2", "Level 3", "Total"],
            [("Assets", None), *held, ("Total assets", added(*(r for _, r in held))), ("Liabilities", None), *owed,
             ("Total liabilities", added(*(r for _, r in owed)))])


def deferred_taxes(rng):
    names = ["Tax losses", "Provisions", "Fixed assets", "Intangible assets"]

    def moves():
        return [("Credited (charged) to profit or loss", some(rng, 4, -90, 90)),
                ("Charged to other comprehensive income", [0, rng.randint(-9, 9), 0, 0]),
                ("Exchange differences", some(rng, 4, -9, 9))]

    first, end = moving(rng, ("At January 1, 2023", some(rng, 2, 100, 900) + down(rng, 2, 100, 900)), moves(),
                        "At December 31, 2023")
    second, _ = moving(rng, ("At December 31, 2023", end), moves(), "At December 31, 2024")
    return "Movements of deferred tax", names + ["Total"], first + second[1:]


def benefits(rng):
    rows, _ = moving(rng, ("At 1 January 2024", [rng.randint(3000, 5000), -rng.randint(2000, 2900)]),
                     [("Current service cost", [rng.randint(50, 90), 0]),
                      ("Interest expense (income)", [rng.randint(100, 200), -rng.randint(50, 90)]),
                      ("Remeasurements", some(rng, 2, -90, 90)), ("Employer contributions", [0, -rng.randint(10, 90)]),
                      ("Benefits paid", [-50, 50])], "At 31 December 2024")
    return ("Net defined benefit liability",
            ["Present value of obligation", "Fair value of plan assets", "Net defined benefit liability"], rows)


def ageing(rng):
    gross = some(rng, 5, 100, rng.choice([900, 5000]))
    lost = [value // rng.randint(5, 20) for value in gross]
    return ("Ageing of trade receivables", ["Not past due", "1-30 days", "31-60 days", "61-90 days", "Over 90 days", "Total"],
            [("Gross carrying amount", whole(gross)), ("Loss allowance", [-value for value in whole(lost)]),
             ("Net carrying amount", whole(added(gross, [-value for value in lost])))])


def maturities(rng):
    rows = []
    for label in rng.sample(["Bank loans", "Bonds", "Lease liabilities", "Trade payables", "Derivatives"], rng.randint(2, 4)):
        due = some(rng, 4, 0, 900)
        rows.append((label, [sum(due) - rng.randint(0, sum(due) // 9), sum(due), *due]))
    return ("Contractual maturities of financial liabilities",
            ["Carrying amount", "Contractual cash flows", "Within 1 year", "1-2 years", "2-5 years", "Over 5 years"],
            [*rows, ("Total", added(*(row for _, row in rows)))])


def places_and_products(rng):
    names = rng.sample(["Cement", "Concrete", "Aggregates", "Services"], rng.randint(2, 4))
    rows = [(label, whole(some(rng, len(names), 0, rng.choice([90, 900, 9000]))))
            for label in rng.sample(["Brazil", "Mexico", "Chile", "Peru", "Other countries"], rng.randint(2, 4))]
    return "Sales by country and product", names + ["Total"], [*rows, ("Total", added(*(row for _, row in rows)))]


KINDS = [provisions, property_, levels, deferred_taxes, benefits, ageing, maturities, places_and_products]


def matrix(rng, currency, printed):
    """A table of one of the kinds: the names of its columns are its heading, with the currency below them or without."""
    title, names, rows = rng.choice(KINDS)(rng)
    heading = [[(name, 1) for name in names]] + ([[(currency, 1)] * len(names)] if rng.random() < 0.4 else [])
    return title, heading, [(label, [printed(v) for v in row] if row else [""] * len(names)) for label, row in rows]
