"""Errors seeded into published filings: in figures of tables, and in sentences."""
import collections
import csv
import io
import json
import re
import subprocess

import held
from filings import dialect, expand, group, half, here, published, spread

COLUMNS = ["held", "noticed", "errors", "held by two", "blamed", "mended"]


def sample(shared):
    names = [line for line in (here / "sample.txt").read_text(encoding="utf-8").split("\n")
             if line and not line.startswith("#")]
    known = {path.name: path for path in published(shared)}
    missing = [name for name in names if name not in known]
    if missing:
        raise SystemExit(f"tests/real/sample.txt names what is not there: {', '.join(missing)}")
    return [known[name] for name in names]


def cases_of(path, program, asked):
    """Of one filing, as dictionaries; none where it is refused."""
    harness = program.parent / "tests/seeded_errors"
    done = subprocess.run([harness, "--single", "--lines", "--jobs", "1", "--cases", str(asked.cases or 10), "--seed",
                           str(asked.seed), path], capture_output=True, text=True, errors="replace")
    if done.returncode not in (0, 2):
        raise SystemExit(f"{harness} {path.name}: exit code {done.returncode}\n{done.stderr[-2000:]}")
    rows = list(csv.DictReader(io.StringIO(done.stdout), delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        for name in ("held", "noticed", "warning", "error", "blamed", "first_three", "alone", "mended"):
            row[name] = int(row[name])
    return rows


def score(cases):
    """Numbers and shares: of figures that a check holds, noticed and reported as errors; of those that two hold, blamed
    on the seeded figure and mended."""
    some = [c for c in cases if c["held"]]
    two = [c for c in cases if c["held"] > 1]
    count = lambda of, what: sum(c[what] for c in of)
    return {"cases": len(cases), "held": len(some), "noticed": count(some, "noticed"), "errors": count(some, "error"),
            "held_by_two": len(two), "blamed": count(two, "blamed"), "mended": count(two, "mended")}


def share(part, whole):
    return f"{100 * part / whole:.1f}%" if whole else "-"


def line(name, cases):
    s = score(cases)
    return [name, s["cases"], s["held"], share(s["noticed"], s["held"]), share(s["errors"], s["held"]),
            s["held_by_two"], share(s["blamed"], s["held_by_two"]), share(s["mended"], s["held_by_two"])]


def print_table(rows):
    widths = [max(len(str(row[i])) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  " + "  ".join(str(cell).ljust(width) if i == 0 else str(cell).rjust(width)
                               for i, (cell, width) in enumerate(zip(row, widths))).rstrip())
    print()


def figures(program, shared, asked):
    paths = expand(asked.paths) or sample(shared)
    # The largest first, so that no core waits for one at the end.
    largest_first = sorted(paths, key=lambda path: -path.stat().st_size)
    by_file = dict(zip(largest_first, spread(lambda path: cases_of(path, program, asked), largest_first)))
    cases = [case | {"path": path} for path in paths for case in by_file[path]]
    read = [path for path in paths if by_file[path]]
    if asked.json:
        print(json.dumps({"seed": asked.seed, "filings": len(paths), "read": len(read), "all": score(cases),
                          "files": {path.name: score(by_file[path]) for path in paths}}, indent=1))
        return 0
    print(f"seed {asked.seed}, {len(read)} of {len(paths)} filings read, {len(cases)} single errors\n")
    head = ["cases", *COLUMNS]
    rows = [["", *head], line("all", cases)]
    for name in ("releases", "reports"):
        of = [c for c in cases if group(c["path"]) == name]
        rows.append(line(name, of))
        for h in "AB":
            rows.append(line(f"  half {h}", [c for c in of if half(c["path"].name) == h]))
    print_table(rows)
    print_table([["by error", *head],
                 *(line(kind, [c for c in cases if c["kind"] == kind])
                   for kind in dict.fromkeys(c["kind"] for c in cases))])
    print_table([["by dialect", *head],
                 *(line(name, [c for c in cases if dialect(c["path"]) == name])
                   for name in sorted({dialect(path) for path in paths}))])
    if asked.v:
        print_table([["by filing", *head], *(line(path.name, by_file[path]) for path in paths)])
    if asked.hold or asked.update:
        if asked.paths or asked.seed != 1 or asked.cases:
            raise SystemExit("--hold and --update are for the sample, the seed and the cases as they are by default")
        return held.compared(held.of_seeded(score(cases)), "seeded.", asked.update)
    return 0


def sentences(program, shared, asked):
    """`tools/seeded-sentences` on the filings it was made for and on the releases that are text of pages, each for
    itself, so that every filing has as many cases."""
    paths = expand(asked.paths) or [*sorted((shared / "filings").glob("kc-*.txt")),
                                    *(p for p in sample(shared) if dialect(p) == "pdftext")]
    each = max(1, (asked.cases or 400) // len(paths))

    def one(path):
        done = subprocess.run([shared / "tools/seeded-sentences", program, path, "--n", str(each), "--seed",
                               str(asked.seed)], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"seeded-sentences {path.name}: {done.stderr[-2000:]}")
        return {m[1]: (int(m[2]), *(round(float(x) * int(m[2]) / 100) for x in m[3].split("%")[:-1]))
                for m in re.finditer(r"^(\w+) +(\d+) +((?:[\d.]+% *){4})$", done.stdout, re.M)}

    by_file = dict(zip(paths, spread(one, paths)))
    total = collections.defaultdict(lambda: [0] * 5)

    def add(name, counts):
        total[name] = [a + b for a, b in zip(total[name], counts)]

    for path in paths:
        for kind, counts in by_file[path].items():
            add(kind, counts)
            if kind == "all":
                add("  other issuers" if group(path) == "releases" and path.parent.name == "real" else "  Kingsoft",
                    counts)
    if asked.json:
        print(json.dumps({"seed": asked.seed, "filings": len(paths), "kinds": total}, indent=1))
        return 0
    print(f"seed {asked.seed}, {len(paths)} filings, {each} errors in sentences each at most\n")
    print_table([["changed", "cases", "noticed", "warning", "error", "on its line"],
                 *([kind, counts[0], *(share(c, counts[0]) for c in counts[1:])] for kind, counts in total.items())])
    return 0
