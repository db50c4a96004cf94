"""The figures of tests/real/held.tsv, which only ever get better."""
from decimal import Decimal

import published
from filings import here

PATH = here / "held.tsv"
HEAD = "# name\tvalue\tbetter: down or up (what tests/real/measure gives; --update takes over what is better)\n"


def ratio(part, whole, places=2, times=1):
    """Rounded, in decimal digits."""
    return (Decimal(times * part) / max(1, whole)).quantize(Decimal(1).scaleb(-places))


def now(filings):
    """Name: (value, direction), of whole folders. False alarms count by file that is read: one that was refused and is
    read now may bring some, fewer than the others have."""
    result = {}
    for group in ("releases", "reports"):
        c, _ = published.totals([f for f in filings if f.group == group])
        read = c["files"] - c["refused"] - c["crashed"]
        result |= {f"{group}.crashed": (Decimal(c["crashed"]), "down"),
                   f"{group}.refused": (Decimal(c["refused"]), "down"),
                   f"{group}.false_errors_a_file": (ratio(c["false_errors"], read), "down"),
                   f"{group}.false_warnings_a_file": (ratio(c["false_warnings"], read), "down"),
                   f"{group}.silent": (Decimal(c["silent"]), "up"),
                   f"{group}.held_percent": (ratio(c["held"], c["figures"], 1, 100), "up"),
                   f"{group}.listed_found": (Decimal(c["listed_found"]), "up")}
    c, _ = published.totals([f for f in filings if f.group == "reports"])
    return result | {"tagged.refused": (Decimal(c["tagged_refused"]), "down"),
                     "tagged.right": (Decimal(c["tagged_right"]), "up"),
                     "tagged.given_wrong": (Decimal(c["tagged_wrong"]), "down"),
                     "tagged.concepts_percent": (ratio(c["concepts_right"], c["concepts"], 1, 100), "up")}


def of_seeded(score):
    """Shares in percent: of the figures that a check holds, and of those that two hold."""
    percent = lambda part, whole: ratio(score[part], score[whole], 1, 100)
    return {"seeded.noticed_percent": (percent("noticed", "held"), "up"),
            "seeded.errors_percent": (percent("errors", "held"), "up"),
            "seeded.blamed_percent": (percent("blamed", "held_by_two"), "up"),
            "seeded.mended_percent": (percent("mended", "held_by_two"), "up")}


def committed():
    """Name: (value, direction)."""
    lines = PATH.read_text(encoding="utf-8").split("\n") if PATH.exists() else []
    return {name: (Decimal(value), direction) for name, value, direction in
            (line.split("\t") for line in lines if line and not line.startswith("#"))}


def compared(measured, part, update):
    """0 where nothing of what `part` begins with is worse than what is committed. Which figures errors are put into
    changes with what is read, so that seeded shares may differ by a point without a reason."""
    everything = committed()
    before = {name: held for name, held in everything.items() if name.startswith("seeded.") == (part == "seeded.")}
    slack = Decimal(1) if part == "seeded." else Decimal(0)
    worse = better = 0
    for name, (value, direction) in measured.items():
        if name not in before or before[name][0] == value:
            continue
        was = before[name][0]
        gain = was - value if direction == "down" else value - was
        judged = "better" if gain > 0 else "within the slack" if -gain <= slack else "WORSE"
        worse, better = worse + (judged == "WORSE"), better + (gain > 0)
        print(f"{name}: {value}; committed: {was}; {judged}")
    for name in sorted(set(before) - set(measured)):
        print(f"{name} is held, but not measured: WORSE")
        worse += 1
    if worse:
        print(f"{worse} worse than tests/real/held.tsv" + ("; nothing was taken over" if update else ""))
        return 1
    if update:
        # What is within the slack is left: it must not sink a little with every time.
        everything.update({name: better_of(held, before.get(name, held)) for name, held in measured.items()})
        PATH.write_text(HEAD + "".join(f"{name}\t{value}\t{direction}\n"
                                       for name, (value, direction) in everything.items()), encoding="utf-8")
        print(f"{better} better, taken over into tests/real/held.tsv")
    else:
        print(f"{better} better: tests/real/measure --update takes them over" if better
              else "nothing is worse than tests/real/held.tsv")
    return 0


def better_of(a, b):
    return min(a, b, key=lambda held: held[0] if a[1] == "down" else -held[0])


def judged(filings, update):
    return compared(now(filings), "", update)
