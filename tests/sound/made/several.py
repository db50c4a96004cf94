"""Sentences over several lines, or several periods, of a release: every word of them true."""
import decimal

from .issuer import SPANS, rounded


def joined(parts):
    return ", ".join(parts[:-1]) + (" and " if len(parts) == 2 else ", and ") + parts[-1] if len(parts) > 1 else parts[0]


def moved(rng, up):
    return rng.choice(["increased", "grew", "rose"] if up else ["decreased", "declined"])


class Several:
    """Of a teller's quarter, the one before it and the year to date."""

    def __init__(self, teller):
        self.teller, self.issuer, self.rng = teller, teller.issuer, teller.rng
        self.quarter = teller.quarter

    def positive(self, key, periods):
        return all(self.issuer.value(key, period) > 0 for period in periods)

    def change(self, key, base):
        """In percent, one digit; None where it is nothing or too much."""
        now, before = self.issuer.value(key, self.quarter), self.issuer.value(key, base)
        size = rounded(decimal.Decimal(100 * (now - before)) / before, 1)
        return None if size == 0 or abs(size) >= 300 else size

    def both_changes(self, name, key):
        """Against the same quarter and the quarter before."""
        teller, last = self.teller, self.quarter.before(self.issuer.step)
        if self.issuer.step == 12 or not self.positive(key, [self.quarter, teller.before, last]):
            return None
        yearly, quarterly = self.change(key, teller.before), self.change(key, last)
        if yearly is None or quarterly is None:
            return None
        now, before, then = (teller.money(self.issuer.value(key, p)) for p in (self.quarter, teller.before, last))
        be = "were" if name.endswith("s") else "was"
        word = "quarter" if self.issuer.step == 3 else "half-year period"
        told = lambda size: ("up" if size > 0 else "down") + f" {abs(size)}%"  # noqa: E731
        a_change = lambda size: ("an increase" if size > 0 else "a decrease") + f" of {abs(size)}%"  # noqa: E731
        forms = [f"{name} {be} {now}, {told(yearly)} year over year and {told(quarterly)} "
                 f"{'quarter over quarter' if self.issuer.step == 3 else 'from the previous half'}.",
                 f"{name} {be} {now}, compared with {before} in {teller.then} and {then} in the previous {word}."]
        if self.issuer.step == 3:
            forms += [f"{name} {be} {now}, representing {a_change(yearly)} year-over-year and {a_change(quarterly)} "
                      "quarter-over-quarter.",
                      f"{name} {moved(self.rng, quarterly > 0)} {abs(quarterly)}% sequentially to {now}.",
                      f"{name} {be} {now}, compared to {then} and {before} for the previous quarter and {teller.then}, "
                      "respectively."]
        return self.rng.choice(forms)

    def two_spans(self, name, key):
        """"For the three and six months ended", each with its comparative."""
        quarter, to_date, teller = self.quarter, self.issuer.to_date, self.teller
        periods = [quarter, to_date, quarter.before(12), to_date.before(12)]
        if to_date.months not in (6, 9) or quarter.months != 3 or not self.positive(key, periods):
            return None
        word = {6: "six", 9: "nine"}[to_date.months]
        now, long, before, long_before = (teller.money(self.issuer.value(key, p)) for p in periods)
        be = "were" if name.endswith("s") else "was"
        return self.rng.choice([
            f"For the three and {word} months ended {quarter.date()}, {name[0].lower()}{name[1:]} {be} {now} and {long}, "
            f"respectively, compared with {before} and {long_before} for the same periods of the prior year.",
            f"{name} {be} {now} and {long} for the three and {word} months ended {quarter.date()}, respectively.",
            f"{name} for the three months ended {quarter.day()} {quarter.year} and {quarter.year - 1} {be} {now} and {before}, "
            "respectively."])

    def lines_of_sales(self):
        """Each with its share of the whole."""
        issuer, teller = self.issuer, self.teller
        if len(issuer.sales) < 2:
            return None
        names = [name.lower() for name in issuer.sales]
        amounts = [teller.money(teller.of(f"sales {at}")) for at in range(len(names))]
        shares = [f"{teller.share(f'sales {at}')}%" for at in range(len(names))]
        return self.rng.choice([
            f"Revenues from {joined(names)} were {joined(amounts)}, respectively, in {teller.now}.",
            f"Revenues from {joined(names)} accounted for {joined(shares)} of {teller.revenue}, respectively, in {teller.now}.",
            f"Revenues from {names[0]} were {amounts[0]}, or {shares[0]} of {teller.revenue}, while revenues from {names[1]} were "
            f"{amounts[1]}, or {shares[1]} of {teller.revenue}."])

    def driven(self):
        """A total by what drove it: a part that moved the same way."""
        teller, issuer = self.teller, self.issuer
        keys = [key for key in ("selling", "research", "general")
                if (teller.of(key) - teller.of(key, teller.before)) * (teller.of("spent") - teller.of("spent", teller.before)) > 0]
        if not keys:
            return None
        key, up = self.rng.choice(keys), teller.of("spent") > teller.of("spent", teller.before)
        part = issuer.words[key].lower()
        size = teller.money(teller.of(key) - teller.of(key, teller.before))
        return self.rng.choice([
            f"Total operating expenses {moved(self.rng, up)} to {teller.money(teller.of('spent'))}, mainly due to "
            f"{'an increase' if up else 'a decrease'} of {size} in {part}.",
            f"The year-over-year {'increase' if up else 'decrease'} in total operating expenses was mainly due to {'higher' if up else 'lower'} "
            f"{part}."])

    def basis_points(self):
        teller = self.teller
        now, before = teller.share("gross"), teller.share("gross", teller.before)
        if now == before:
            return None
        points = int(abs(now - before) * 100)
        return self.rng.choice([
            f"Gross margin {'improved' if now > before else 'decreased'} by {points} basis points to {now}%.",
            f"Gross margin was {now}%, {'up' if now > before else 'down'} {points} basis points from {before}% in {teller.then}."])

    def to_date(self):
        """A paragraph of the year so far, dated in its own words."""
        issuer, teller = self.issuer, self.teller
        if issuer.to_date.months == self.quarter.months:
            return None
        span = f"the {SPANS[issuer.to_date.months].lower()} {issuer.to_date.date()}"
        before = issuer.to_date.before(12)
        name, key = self.rng.choice([(issuer.words["revenue"], "revenue"), ("Gross profit", "gross"),
                                     (issuer.words["cost"], "cost")])
        now, then = issuer.value(key, issuer.to_date), issuer.value(key, before)
        be = "were" if name.endswith("s") else "was"
        up = "an increase" if now > then else "a decrease"
        size = abs(rounded(decimal.Decimal(100 * (now - then)) / then, 1))
        if size == 0:
            return None
        return self.rng.choice([
            f"For {span}, {name[0].lower()}{name[1:]} {be} {teller.money(now)}, compared with {teller.money(then)} for the same "
            "period of the prior year.",
            f"{name} {be} {teller.money(now)} for {span}, {up} of {size}% from {teller.money(then)} for the "
            f"{SPANS[before.months].lower()} {before.date()}."])

    def earned(self):
        """Earnings a share, with the comparative."""
        issuer, teller = self.issuer, self.teller
        times, word = (issuer.ads, "ADS") if issuer.ads else (1, "share")
        now, before = (rounded(issuer.earned_a_share(p, 1) * times, 2) for p in (self.quarter, teller.before))
        if now == 0 or before == 0 or now * before < 0:
            return None
        noun = "loss" if now < 0 else "income"
        return self.rng.choice([
            f"Diluted net {noun} per {word} was {teller.sign}{abs(now)}, compared with {teller.sign}{abs(before)} in {teller.then}.",
            f"Diluted net {noun} per {word} for {teller.now} was {teller.sign}{abs(now)}, as compared to {teller.sign}{abs(before)} "
            f"for {teller.then}."])

    def flow_of_cash(self):
        """Of the cash flow statement, where it has been made for the quarter."""
        flows = self.issuer.flows
        if self.quarter not in flows or self.teller.before not in flows:
            return None
        kind = self.rng.choice(["operating", "investing", "financing"])
        now, before = flows[self.quarter][kind], flows[self.teller.before][kind]
        if now * before <= 0:
            return None
        words = "provided by" if now > 0 else "used in"
        money = self.teller.money
        return (f"Net cash {words} {kind} activities was {money(now, True)} in {self.teller.now}, compared with {money(before)} in "
                f"{self.teller.then}.")

    def all(self):
        words = self.issuer.words
        lines = [(words["revenue"], "revenue"), ("Gross profit", "gross"), (words["cost"], "cost"),
                 ("Adjusted EBITDA", "adjusted ebitda"), ("Total operating expenses", "spent")]
        pick = lambda tell: tell(*self.rng.choice(lines))  # noqa: E731
        return [lambda: pick(self.both_changes), lambda: pick(self.two_spans), self.lines_of_sales, self.driven, self.basis_points,
                self.to_date, self.earned, self.flow_of_cash]


def headlines(teller):
    """Bullets near the top: a line and its change."""
    several, issuer, rng = Several(teller), teller.issuer, teller.rng
    bullet, out = rng.choice(["•", "-", "●", "*"]), []
    for name, key in ((issuer.words["revenue"], "revenue"), ("Gross profit", "gross"), ("Adjusted EBITDA", "adjusted ebitda")):
        if not several.positive(key, [teller.quarter, teller.before]):
            continue
        size = several.change(key, teller.before)
        if size is None or rng.random() < 0.3:
            continue
        now = teller.money(teller.of(key), True)
        be = "were" if name.endswith("s") else "was"
        more = "an increase" if size > 0 else "a decrease"
        out.append(f"{bullet} " + rng.choice([
            f"{name} {be} {now}, {more} of {abs(size)}% year-over-year.",
            f"{name} of {now}, {'up' if size > 0 else 'down'} {abs(size)}%",
            f"{name}: {now} ({'+' if size > 0 else '-'}{abs(size)}% YoY)", f"{name} {moved(rng, size > 0)} {abs(size)}% to {now}"]))
    return out
