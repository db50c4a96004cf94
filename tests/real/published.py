"""What the program makes of the published filings, file by file: the answers of the tools beside them, and `facts`."""
import collections
import csv
import io
import json
import re
import subprocess

from filings import dealt, dialect, group, half, here, output_of, spread

STATEMENTS = ("income_statement", "balance_sheet", "cash_flow", "non_gaap")

READ = re.compile(r"^(\S+) +(\d+) of +(\d+) held, false errors +(\d+), false warnings +(\d+)"
                  r"(?:, (\d+) of (\d+) listed found)?$")
NOT_READ = re.compile(r"^(\S+) +(?:exit (-?\d+)|nothing): ?(.*)$")
FALSE = re.compile(r"^  false (error|warning): (.+?):(\d+):(\d+) (\S+) (.*)$")
MISSED = re.compile(r"^  not found: (.+?):(\d+) (\S+) (.*)$")
TOTAL = re.compile(r"^(?:releases|annual and quarterly reports): (\d+) files, (\d+) refused, (\d+) crashed; .*?; "
                   r"(\d+) false errors, (\d+) false warnings,")
TAGGED = re.compile(r"^(\S+) +\S+ +want +(\d+) right +\S+% period (\d+) unit (\d+) scale (\d+) lost (\d+) "
                    r"\(wrong, not unknown: (\d+)\) sign (\d+) concept (\d+)/(\d+) ")
TAGGED_REFUSED = re.compile(r"^(\S+) +(?:exit (-?\d+)|timeout)")


class Filing:
    """One file: how it was read, what was held, what was said of it that no ledger lists."""

    def __init__(self, path):
        self.path, self.name = path, path.name
        self.group, self.half, self.dialect = group(path), half(path.name), dialect(path)
        self.counts = collections.Counter(files=1)
        self.alarms, self.missed, self.refusal = [], [], ""
        self.kinds = collections.defaultdict(collections.Counter)  # of `facts`, by kind of table


def alarms(filings, shared, program):
    """Fills in what `tools/real` says, with both ledgers; a part of the files to a process."""
    known = {f.name: f for f in filings}

    def part(files):
        return output_of([shared / "tools/real", program, "--ledger", shared / "filings/ledger.tsv", "--ledger",
                          here / "ledger.tsv", "--jobs", "1", "-v", *files])

    for text in spread(part, dealt([f.path for f in filings], 8)):
        expected = collections.Counter()
        seen = collections.Counter()
        for line in text.split("\n"):
            if m := READ.match(line):
                c = known[m[1]].counts
                errors, warnings = int(m[4]), int(m[5])
                c.update(held=int(m[2]), figures=int(m[3]), false_errors=errors, false_warnings=warnings,
                         listed_found=int(m[6] or 0), listed=int(m[7] or 0), silent=not errors and not warnings)
                seen.update(files=1, errors=errors, warnings=warnings)
            elif m := FALSE.match(line):
                known[m[2]].alarms.append({"severity": m[1], "line": int(m[3]), "column": int(m[4]), "rule": m[5],
                                           "says": m[6]})
            elif m := MISSED.match(line):
                known[m[1]].missed.append({"line": int(m[2]), "rule": m[3], "why": m[4]})
            elif m := NOT_READ.match(line):
                known[m[1]].counts.update({"crashed" if m[2] not in (None, "2") else "refused": 1})
                known[m[1]].refusal = m[3]
                seen.update(files=1)
            elif m := TOTAL.match(line):
                expected.update(files=int(m[1]), errors=int(m[4]), warnings=int(m[5]))
        if expected != +seen and +expected != +seen:
            raise SystemExit(f"tools/real prints what this program does not understand: {expected} read as {seen}")


def ledgers(shared):
    """File: {(line, rule): (origin, why)} of what is known to be wrong."""
    out = collections.defaultdict(dict)
    for ledger in (shared / "filings/ledger.tsv", here / "ledger.tsv"):
        for line in ledger.read_text(encoding="utf-8").split("\n"):
            if line and not line.startswith("#"):
                file, at, rule, origin, why = line.split("\t")
                out[file][int(at.split(":")[0]), rule] = origin, why
    return out


def listed(filings, shared, program):
    """Fills in which listed errors are found. `tools/real` looks at roots alone; an error is found, too, where what the
    finding gathers or what follows from it stands on its line, and damage to the text where a note says that it could
    not be read and gives it no value."""
    known = ledgers(shared)

    def one(filing):
        done = subprocess.run([program, "check", "--format", "json", "--show", "all", "--jobs", "1", filing.path],
                              capture_output=True)
        files = json.loads(done.stdout)["files"] if done.returncode in (0, 1) else []
        said = [(f["line"], f["rule"], f["severity"]) for file in files for f in file["findings"]]
        # A check that fails by a figure of another line stands on its own.
        said += [(c["line"], c["rule"], "") for file in files for c in file["checks"] if c["verdict"] == "inconsistent"]
        filing.missed = []
        for (line, rule), (origin, why) in known[filing.name].items():
            text = rule.startswith("text/")
            found = any(at == line and (by == rule or not by.startswith("text/") or text)
                        and (severity != "note" or (text and by.startswith("text/"))) for at, by, severity in said)
            filing.counts["listed_found"] += found
            if not found:
                filing.missed.append({"line": line, "rule": rule, "why": why})

    some = [filing for filing in filings if filing.name in known]
    for filing in some:
        filing.counts["listed"], filing.counts["listed_found"] = len(known[filing.name]), 0
    spread(one, some)


def tags(filings, shared, program):
    """Fills in how the tagged figures are read."""
    known = {f.name: f for f in filings if f.group == "reports"}
    if not known:
        return

    def part(files):
        return output_of([shared / "tools/tagged", program, *files])

    for text in spread(part, dealt([f.path for f in known.values()], 6)):
        for line in text.split("\n"):
            if m := TAGGED.match(line):
                want, period, unit, scale, lost, wrong, sign, agree, given = map(int, m.groups()[1:])
                known[m[1]].counts.update(tagged=want, tagged_right=want - period - unit - scale - lost,
                                          tagged_wrong=wrong, period=period, unit=unit, scale=scale, lost=lost,
                                          sign=sign, concepts_right=agree, concepts=given)
            elif (m := TAGGED_REFUSED.match(line)) and m[1] in known:
                known[m[1]].counts["tagged_refused"] += 1


def figures(filings, program):
    """Fills in what `facts` says of each kind of table: figures, those held, those held twice, those of no period or unit."""
    def one(filing):
        done = subprocess.run([program, "facts", "--jobs", "1", filing.path], capture_output=True)
        for row in csv.DictReader(io.StringIO(done.stdout.decode(errors="replace"))):
            kind = filing.kinds[row["kind"]]
            checks = int(row["checks"] or 0)
            heading = row.get("heading")
            kind.update(figures=1, held=checks > 0, held_twice=checks > 1, no_period=not row["period_end"],
                        no_unit=not row["unit"])
            if heading is not None:
                kind.update(headings=1, heading_unknown=heading in ("", "unknown"),
                            heading_worked_out=heading == "worked_out")

    spread(one, filings)


def measured(paths, shared, program):
    filings = [Filing(path) for path in paths]
    alarms(filings, shared, program)
    listed(filings, shared, program)
    tags(filings, shared, program)
    figures(filings, program)
    return filings


def totals(filings):
    """Of some filings: every count, and the shares that are made of them."""
    all_counts = collections.Counter()
    kinds = collections.defaultdict(collections.Counter)
    for filing in filings:
        all_counts.update(filing.counts)
        for kind, counts in filing.kinds.items():
            kinds[kind].update(counts)
            if kind in STATEMENTS:
                kinds["statements"].update(counts)
    return all_counts, kinds


def by_rule(filings):
    counts = collections.defaultdict(collections.Counter)
    for filing in filings:
        for alarm in filing.alarms:
            counts[alarm["rule"]][alarm["severity"], filing.group] += 1
    return dict(sorted(counts.items(), key=lambda item: -sum(item[1].values())))
