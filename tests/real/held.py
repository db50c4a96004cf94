"""The figures of tests/real/held.tsv, which only ever get better."""
from decimal import Decimal

import published
from filings import here

PATH = here / "held.tsv"
HEAD = "# name\tvalue\tbetter: down or up (what tests/real/measure gives; --update takes over what is better)\n"


def now(filings):
    """Name: (value, direction), of whole folders."""
    result = {}
    for group in ("releases", "reports"):
        counts, _ = published.totals([f for f in filings if f.group == group])
        for name, direction in [("crashed", "down"), ("refused", "down"), ("false_errors", "down"),
                                ("false_warnings", "down"), ("silent", "up"), ("held", "up"), ("listed_found", "up")]:
            result[f"{group}.{name}"] = (Decimal(counts[name]), direction)
    counts, _ = published.totals([f for f in filings if f.group == "reports"])
    result["tagged.refused"] = (Decimal(counts["tagged_refused"]), "down")
    result["tagged.right"] = (Decimal(counts["tagged_right"]), "up")
    result["tagged.given_wrong"] = (Decimal(counts["tagged_wrong"]), "down")
    result["tagged.concepts_right"] = (Decimal(counts["concepts_right"]), "up")
    result["tagged.concepts_percent"] = (
        (Decimal(1000 * counts["concepts_right"]) / max(1, counts["concepts"])).to_integral_value() / 10, "up")
    return result


def committed():
    lines = PATH.read_text(encoding="utf-8").split("\n") if PATH.exists() else []
    return {name: Decimal(value) for name, value, _ in
            (line.split("\t") for line in lines if line and not line.startswith("#"))}


def judged(filings, update):
    """0 where nothing is worse than what is committed."""
    measured, before = now(filings), committed()
    worse = better = 0
    for name, (value, direction) in measured.items():
        was = before.get(name)
        if was is None or was == value:
            continue
        is_worse = (value > was) == (direction == "down")
        worse, better = worse + is_worse, better + (not is_worse)
        print(f"{name}: {value}, {was} {'is' if was == 1 else 'are'} committed: {'WORSE' if is_worse else 'better'}")
    for name in sorted(set(before) - set(measured)):
        print(f"{name} is held, but not measured: WORSE")
        worse += 1
    if worse:
        print(f"{worse} worse than tests/real/held.tsv" + ("; nothing was taken over" if update else ""))
        return 1
    if update:
        PATH.write_text(HEAD + "".join(f"{name}\t{value}\t{direction}\n"
                                       for name, (value, direction) in measured.items()), encoding="utf-8")
        print(f"{better} better, taken over into tests/real/held.tsv")
    elif better:
        print(f"{better} better: tests/real/measure --update takes them over")
    else:
        print("nothing is worse than tests/real/held.tsv")
    return 0
