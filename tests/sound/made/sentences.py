"""What a release says of its figures, every word of it true."""
import decimal

from .issuer import ORDINALS, SPANS, rounded
from .several import Several, headlines

SIGNS = {"USD": "$", "EUR": "€"}
MOST = 400  # a larger change is told by its amounts


def lowered(text):
    return text[0].lower() + text[1:]


class Teller:
    """Of one quarter and the same of the year before, as an issuer's text does."""

    def __init__(self, issuer, number, fiscal):
        self.issuer, self.rng, self.quarter, self.before = issuer, issuer.rng, issuer.current, issuer.current.before(12)
        self.revenue = issuer.words["revenue"].lower()
        self.sign = SIGNS.get(issuer.currency, issuer.currency)
        word = {3: "quarter", 6: "half", 12: "year"}[issuer.step]
        self.word = word
        of_year = "" if issuer.fiscal_end == 12 else "fiscal year "
        name = f"the {ORDINALS[number - 1]} {word} of {of_year}" if issuer.step < 12 else "fiscal year "
        self.now = self.rng.choice([f"{name}{fiscal}", f"the {word}" if issuer.step != 6 else "the period",
                                    f"the {lowered(SPANS[issuer.step])} {self.quarter.date()}"])
        then = ["the prior year", "the previous year", "the year before"] if issuer.step == 12 else [
            "the same period of last year", "the corresponding period of the prior year", "the prior year period"]
        dated = f"the {lowered(SPANS[issuer.step])} {self.before.date()}"
        then.append("the same quarter last year" if issuer.step == 3 else dated)
        self.then = self.rng.choice([f"{name}{fiscal - 1}", *then])
        self.translated = self.rng.random() < 0.6

    def of(self, key, period=None):
        return self.issuer.value(key, period or self.quarter)

    def share(self, key, period=None):
        """Of revenues, in percent."""
        return rounded(decimal.Decimal(100 * self.of(key, period)) / self.of("revenue", period), 1)

    def money(self, value, translate=False):
        """In the filing's currency, rounded as sentences do; with its translation."""
        whole = decimal.Decimal(abs(value) * (10**6 if self.issuer.millions else 1000))

        def told(amount, sign):
            if amount >= 10**9 and self.issuer.millions:
                return f"{sign}{rounded(amount / 10**9, 2):,} billion"
            return f"{sign}{rounded(amount / 10**6, 1):,} million"

        text = told(whole, self.sign)
        if translate and self.translated and self.issuer.translates:
            text += f" ({told(whole / self.issuer.rate, 'US$')})"
        return text

    def line(self, name, key, loss=None):
        """One sentence of a line, or None; a loss has a name of its own."""
        a, b = self.of(key), self.of(key, self.before)
        if a == 0 or b == 0 or (min(a, b) < 0 and loss is None):
            return None
        names = [loss if value < 0 else name for value in (a, b)]
        if a * b < 0:
            return (f"{names[0]} was {self.money(a, True)} in {self.now}, compared with {lowered(names[1])} of {self.money(b)} "
                    f"in {self.then}.")
        return self.rng.choice(self.forms(names[0], abs(a), abs(b)))

    def forms(self, name, a, b):
        be = "were" if name.endswith("s") and not name.endswith("loss") else "was"
        now, then, up = self.money(a, True), self.money(b), a > b
        size = abs(rounded(decimal.Decimal(100 * (a - b)) / b, 1))
        if size == 0 or size >= MOST:
            return [f"{name} {be} {now} in {self.now}, compared with {then} in {self.then}."]
        grew = self.rng.choice(["increased", "grew", "rose"] if up else ["decreased", "declined"])
        more, moved = "an increase" if up else "a decrease", "up" if up else "down"
        out = [f"{name} {grew} by {size}% to {now} in {self.now} from {then} in {self.then}.",
               f"{name} {be} {now}, representing {more} of {size}% from {then} in {self.then}.",
               f"{name} {grew} {size}% year-over-year to {now}.",
               f"{name} for {self.now} {be} {now}, {moved} {size}% from {then} in {self.then}.",
               f"{name} {be} {now} in {self.now}, compared to {then} in {self.then}.",
               f"{name} {be} {now}, {moved} {size}% year over year.",
               f"{name} {grew} to {now}, compared with {then} for {self.then}.",
               f"We recorded {lowered(name)} of {now} in {self.now}, against {then} in {self.then}."]
        if self.money(a) != self.money(b):
            out.append(f"{name} {grew} by {self.money(a - b)} from {self.then}.")
        return out

    def cost(self, name, key):
        if self.of(key) <= 0 or self.rng.random() < 0.6:
            return self.line(name, key)
        now, before = self.share(key), self.share(key, self.before)
        return self.rng.choice([
            f"{name} were {self.money(self.of(key), True)}, or {now}% of {self.revenue}, in {self.now}.",
            f"{name} accounted for {now}% of {self.revenue} in {self.now}, compared with {before}% in {self.then}.",
            f"{name} represented {now}% and {before}% of {self.revenue} in {self.now} and {self.then}, respectively.",
            f"As a percentage of {self.revenue}, {lowered(name)} were {now}%, compared with {before}% in {self.then}.",
            f"{name} as a percentage of {self.revenue} were {now}%, compared with {before}% in {self.then}."])

    def margin(self):
        now, before = self.share("gross"), self.share("gross", self.before)
        forms = [f"Gross margin was {now}%, compared with {before}% in {self.then}.",
                 f"Gross profit was {self.money(self.of('gross'), True)}, with a gross margin of {now}%.",
                 f"Gross margin for {self.now} was {now}%, against {before}% in {self.then}."]
        if now != before:
            moved = "increased" if now > before else "decreased"
            forms += [f"Gross margin {moved} to {now}% from {before}% in {self.then}.",
                      f"Gross margin {moved} by {abs(now - before)} percentage points to {now}%."]
        return self.rng.choice(forms)

    def two(self):
        """Two lines at once."""
        names = [(self.issuer.words[key].lower(), key) for key in ("selling", "research", "general")]
        (first, a), (second, b) = self.rng.sample(names, 2)
        return (f"{first.capitalize()} and {second} were {self.money(self.of(a))} and {self.money(self.of(b))}, respectively, "
                f"in {self.now}.")

    def per_share(self):
        times, word = (self.issuer.ads, "ADS") if self.issuer.ads else (1, "share")
        basic, diluted = (rounded(abs(self.issuer.earned_a_share(self.quarter, which)) * times, 2) for which in (0, 1))
        if basic == 0:
            return None
        name = f"net {'loss' if self.of('owners') < 0 else 'income'} per {word}"
        forms = [f"Basic and diluted {name} were {self.sign}{basic} and {self.sign}{diluted}, respectively, in {self.now}.",
                 f"Diluted {name} was {self.sign}{diluted}."]
        if basic == diluted:
            forms.append(f"{name.capitalize().replace('ads', 'ADS')}, basic and diluted, was {self.sign}{basic}.")
        return self.rng.choice(forms)

    def cash(self):
        cash, restricted = self.issuer.cash_at(self.quarter)
        day = f"As of {self.quarter.date()}"
        last = self.issuer.year_end
        forms = [f"{day}, the Company had cash and cash equivalents of {self.money(cash, True)}.",
                 f"{day}, cash and cash equivalents were {self.money(cash, True)}, compared with "
                 f"{self.money(self.issuer.cash_at(last)[0])} as of {last.date()}."]
        if restricted:
            forms.append(f"{day}, the Company had cash, cash equivalents and restricted cash of "
                         f"{self.money(cash + restricted, True)}.")
        return self.rng.choice(forms)

    def outlook(self):
        low = self.of("revenue") * 101 // 100
        return (f"For the next {self.word}, the Company expects {self.revenue} to be between {self.money(low)} and "
                f"{self.money(low * 105 // 100)}. This reflects the Company's current view, which may change.")

    def aside(self):
        """A sentence beside the figures, of nothing that a statement prints."""
        return self.rng.choice([
            f"This was primarily due to {self.rng.randint(2, 40)} more customers and lower freight.",
            f"The change was mainly attributable to higher prices, which added {self.money(self.of('revenue') // 90)}.",
            f"During {self.now}, the Company opened {self.rng.randint(2, 40)} shops and invested "
            f"{self.money(self.of('revenue') // 70)} in them.",
            f"The effective tax rate of the Company's largest subsidiary was {self.rng.randint(12, 31)}%.",
            f"The Company repurchased shares for {self.money(self.of('revenue') // 80)} and issued "
            f"{self.money(self.of('revenue') // 60)} of long-term notes."])


def of_release(issuer, number, fiscal):
    """Paragraphs with blank lines between."""
    teller = Teller(issuer, number, fiscal)
    words, rng = issuer.words, issuer.rng
    result_lost = "Loss from operations" if "oss" in words["result"] else "Operating loss"
    result = "Income from operations" if "oss" in words["result"] else words["result"]
    said = [lambda: teller.line(words["revenue"], "revenue")]
    if len(issuer.sales) > 1:
        said += [lambda at=at, name=name: teller.line(f"Revenues from {name.lower()}", f"sales {at}")
                 for at, name in enumerate(issuer.sales)]
    said += [lambda: teller.cost(words["cost"], "cost"), teller.margin, lambda: teller.line("Gross profit", "gross"),
             lambda: teller.cost("Total operating expenses", "spent"),
             *(lambda key=key: teller.cost(words[key], key) for key in ("selling", "research", "general")), teller.two,
             lambda: teller.line(result, "result", result_lost),
             lambda: teller.line("Net income" if "oss" in words["net"] else words["net"], "net", "Net loss"),
             lambda: teller.line("Adjusted net income", "adjusted", "Adjusted net loss"),
             lambda: teller.line("Adjusted EBITDA", "adjusted ebitda"), teller.per_share, teller.cash, *Several(teller).all(),
             teller.outlook]
    lines, joined = [], rng.random() < 0.4
    if rng.random() < 0.4:
        lines += [line for bullet in headlines(teller) for line in (bullet, "")]
    for tell in said:
        text = tell() if rng.random() < 0.5 else None
        if text is None:
            continue
        if rng.random() < 0.25 and "expects" not in text:
            text += " " + teller.aside()
        if joined and lines and lines[-2].endswith(".") and rng.random() < 0.7:
            lines[-2] += " " + text
        else:
            lines += [text, ""]
    return lines
