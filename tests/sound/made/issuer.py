"""An issuer whose periods have one set of items each; what its statements print follows from them."""
import datetime
import decimal

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]
ORDINALS = ["first", "second", "third", "fourth"]
SPANS = {3: "Three months ended", 6: "Six months ended", 9: "Nine months ended", 12: "Year ended"}
SALES = ["Licences", "Hardware", "Rentals", "Freight services", "Training", "Textiles", "Timber", "Optics", "Dairy"]


def rounded(value, places=0):
    step = decimal.Decimal(1).scaleb(-places)
    return decimal.Decimal(value).quantize(step, rounding=decimal.ROUND_HALF_UP)


class Period:
    """So many months that end with a date's month."""

    def __init__(self, year, month, months):
        self.year, self.month, self.months = year, month, months

    def __eq__(self, other):
        return vars(self) == vars(other)

    def __hash__(self):
        return hash((self.year, self.month, self.months))

    def before(self, months):
        total = self.year * 12 + self.month - 1 - months
        return Period(total // 12, total % 12 + 1, self.months)

    def end(self):
        next_month = datetime.date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return next_month - datetime.timedelta(days=1)

    def day(self):
        return f"{MONTHS[self.month - 1]} {self.end().day},"

    def date(self):
        return f"{self.day()} {self.year}"


class Issuer:
    """What one filing's statements have in common, and the items of each of its periods."""

    def __init__(self, rng):
        self.rng = rng
        self.currency = rng.choice(["RMB", "RMB", "NT$", "EUR", "USD", "US$"])
        self.translates = self.currency in ("RMB", "NT$") and rng.random() < 0.8
        rates = {"RMB": rng.randint(62000, 74000), "NT$": rng.randint(280000, 330000)}
        self.rate = decimal.Decimal(rates.get(self.currency, 1)) / 10000
        self.millions = rng.random() < 0.4
        self.fiscal_end = rng.choice([12, 12, 12, 3, 6])
        self.step = rng.choice([3, 3, 3, 6, 12])  # months from one report to the next
        self.quarter = {3: rng.randint(1, 4), 6: 2, 12: 4}[self.step]
        self.ifrs = rng.random() < 0.3
        self.year = rng.choice([2022, 2023, 2024])  # of the last day
        self.ads = rng.choice([None, 2, 5, 10]) if self.currency in ("RMB", "NT$") else None
        self.sales = rng.sample(SALES, rng.randint(1, 4))
        self.shares = rng.randint(200, 900) * (10**6 if self.millions else 10**5)
        self.losing = not self.ifrs and rng.random() < 0.35
        self.has_minority, self.has_other = rng.random() < 0.5, rng.random() < 0.6
        self.costs_in_brackets = rng.random() < 0.6
        self.level = rng.randint(20, 900) * (10 if self.millions else 1000)
        either = ["Income (loss) from operations", "Operating income (loss)", "(Loss)/income from operations"]
        self.words = {
            "revenue": rng.choice(["Total revenues", "Total net revenues", "Net revenues", "Total revenue"]),
            "cost": rng.choice(["Cost of revenues", "Cost of sales"]),
            "gross": "Gross profit",
            "result": rng.choice(either if rng.random() < 0.4 else ["Loss from operations", "Operating loss"] if self.losing
                                 else ["Income from operations", "Operating income", "Operating profit"]),
            "net": rng.choice(["Net loss"] if self.losing else ["Net income", "Net income", "Profit for the period"]),
            "selling": "Selling and marketing expenses", "research": "Research and development expenses",
            "general": "General and administrative expenses",
        }
        if self.ifrs:
            self.words |= {
                "revenue": rng.choice(["Revenue", "Turnover", "Revenue from contracts with customers"]),
                "cost": "Cost of sales", "result": rng.choice(["Operating profit", "Profit from operations"]),
                "net": "Profit for the " + ("year" if self.step == 12 else "period"),
                "selling": rng.choice(["Distribution costs", "Selling expenses"]),
                "research": rng.choice(["Research and development costs", "Research and development expenses"]),
                "general": "Administrative expenses"}
        self.restricted = rng.random() < 0.4
        self.items_of, self.cash_of = {}, {}
        self.balances, self.flows = {}, {}  # what the statements print, once they are made
        month = (self.fiscal_end + 3 * self.quarter - 1) % 12 + 1
        self.current = Period(self.year, month, self.step)
        self.to_date = Period(self.year, month, 3 * self.quarter)
        self.year_end = self.to_date.before(3 * self.quarter)

    # ------------------------------------------------------------ items

    def items(self, period):
        """Of a period; of more than three months the sum of its quarters."""
        if period not in self.items_of:
            quarters = [Period(period.year, period.month, 3).before(3 * i) for i in range(period.months // 3)]
            if len(quarters) == 1:
                self.items_of[period] = self.made()
            else:
                parts = [self.items(quarter) for quarter in quarters]
                self.items_of[period] = {key: sum(part[key] for part in parts) for key in parts[0]}
        return self.items_of[period]

    def made(self):
        rng, level = self.rng, self.level

        def about(share):
            return max(1, int(level * share * rng.uniform(0.75, 1.3)))

        items = {f"sales {i}": about(1 / len(self.sales)) for i in range(len(self.sales))}
        revenue = sum(items.values())
        items["cost"] = int(revenue * rng.uniform(0.4, 0.7))
        burden = 0.55 if self.losing else 0.2
        for key in ("selling", "research", "general"):
            items[key] = int(revenue * burden / 3 * rng.uniform(0.8, 1.3)) + 1
        items["other"] = rng.choice([-1, 1]) * about(0.01) if self.has_other else 0
        items["earned"], items["paid"] = about(0.012), about(0.008)
        items["tax"] = about(0.02)
        items["minority"] = rng.choice([-1, 1, 1]) * about(0.004) if self.has_minority else 0
        items["stock"], items["amortised"], items["depreciated"] = about(0.03), about(0.01), about(0.04)
        items["translated"] = rng.choice([-1, 1]) * about(0.02)
        return items

    def value(self, key, period):
        """An item of a period, or what follows from its items."""
        items = self.items(period)
        if key in items:
            return items[key]
        of = lambda other: self.value(other, period)  # noqa: E731
        return {
            "revenue": lambda: sum(items[f"sales {i}"] for i in range(len(self.sales))),
            "gross": lambda: of("revenue") - of("cost"),
            "spent": lambda: of("selling") + of("research") + of("general"),
            "result": lambda: of("gross") - of("spent"),
            "before tax": lambda: of("result") + of("other") + of("earned") - of("paid"),
            "net": lambda: of("before tax") - of("tax"),
            "owners": lambda: of("net") - of("minority"),
            "comprehensive": lambda: of("net") + of("translated"),
            "adjusted": lambda: of("net") + of("stock") + of("amortised"),
            "ebitda": lambda: of("net") + of("tax") + of("paid") - of("earned") + of("depreciated") + of("amortised"),
            "adjusted ebitda": lambda: of("ebitda") + of("stock"),
        }[key]()

    def cash_at(self, period):
        """At its end, with what is restricted."""
        key = (period.year, period.month)
        if key not in self.cash_of:
            free, tied = int(self.level * self.rng.uniform(1.5, 3)), int(self.level * self.rng.uniform(0.05, 0.2))
            self.cash_of[key] = (free, tied if self.restricted else 0)
        return self.cash_of[key]

    def weighted(self, period):
        """Shares, basic and diluted: a loss dilutes nothing."""
        basic = self.shares + (period.year * 12 + period.month) % 7 * 1234567
        return basic, basic if self.value("owners", period) < 0 else basic + self.shares // 40

    def earned_a_share(self, period, which):
        """Basic 0 or diluted 1, in the filing's currency."""
        earned = decimal.Decimal(self.value("owners", period)) * (10**6 if self.millions else 1000)
        return earned / self.weighted(period)[which]

    # ------------------------------------------------------------ columns

    def unit(self):
        unit = "millions" if self.millions else "thousands"
        word = {"US$": "U.S. dollars", "USD": "U.S. dollars", "EUR": "Euros"}.get(self.currency, self.currency)
        return self.rng.choice([f"(In {unit}, except share and per share data)",
                                f"(Amounts in {unit} of {word}, except number of shares and per share data)",
                                f"({word} in {unit}, except for share and per share data)"])

    def columns_of(self, periods):
        """A column a period in the filing's currency, and one that translates the latest of each group."""
        columns = []
        for period in periods:
            columns.append((period, self.currency))
            latest = (period.year, period.month) == (self.current.year, self.current.month)
            if latest and self.translates:
                columns.append((period, "US$"))
        return columns

    def amount(self, value, column):
        if value is None:
            return None
        return value if column[1] == self.currency else int(rounded(decimal.Decimal(value) / self.rate))
