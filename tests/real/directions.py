"""Directions turned around in published releases, one at a time: "increased" for "decreased", in every sentence about
figures of statements that tells what was. Which of them does the program notice?"""
import collections
import json
import pathlib
import random
import re
import subprocess
import tempfile

from filings import expand, half, published, spread

TURNED = {"increase": "decrease", "increased": "decreased", "increases": "decreases", "rose": "fell", "grew": "declined",
          "higher": "lower", "growth": "decline"}
TURNED |= {there: here for here, there in TURNED.items()}
WORD = re.compile(r"\b(" + "|".join(sorted(TURNED, key=len, reverse=True)) + r")\b", re.I)
FIGURE = re.compile(r"(?:RMB|CAD|CHF|EUR|GBP|SEK|NIS|\$|€|£|¥|₹) ?\d|\d[\d,.]*\s*(?:%|per ?cent|basis|bps|[mb]illion|thousand|crore)"
                    r"|\d,\d{3}|\d\.\d")
TO_COME = re.compile(r"expect|outlook|guidance|forward-looking|anticipat|could|would|may |might|will |should|intend|"
                     r"forecast|believe|risk|policy|if the", re.I)
MEASURE = re.compile(r"\b(revenues?|sales|income|loss|profit|margins?|expenses?|costs?|EBITDA?|cash|earnings|EPS|assets|"
                     r"liabilities|equity|debt|deposits?|depreciation|amortization|tax(?:es)?|interest|orders|backlog|fees|"
                     r"results?|turnover|inventor(?:y|ies)|receivables?|payables?)\b", re.I)
CAUSE = re.compile(r"due to|attributable|attributed|driven by|result(?:ed|ing)? (?:of|from)|because of|reflect|offset|owing|"
                   r"caused by|led by", re.I)
BLOCK = {"p", "div", "tr", "td", "th", "table", "li", "h1", "h2", "h3", "h4"}
SHORT = 80  # characters of a cell that is no sentence


def running_text(raw, markup):
    """The text, and where each character stands in the file. Tags part it, short cells are left out."""
    if not markup:
        return raw, range(len(raw))
    text, places, depth = [], [], 0
    for piece in re.finditer(r"<!--.*?-->|<(/?)([a-zA-Z][\w:]*)[^>]*>|[^<]+|<", raw, re.S):
        if piece[2]:
            tag = piece[2].lower()
            depth += {"table": -1 if piece[1] else 1}.get(tag, 0)
            if tag in BLOCK:
                text.append("\n\n")
                places += [piece.start()] * 2
        elif not piece[0].startswith("<!--") and (depth <= 0 or len(piece[0].strip()) >= SHORT):
            text.append(piece[0])
            places += range(piece.start(), piece.end())
    return "".join(text), places


def sentences(text):
    """Begin and end of each; lines of tables part them."""
    for block in re.finditer(r"(?:[^\n]+(?:\n(?!\s*\n)|$)?)+", text):
        begin, parts = block.start(), []
        for line in re.finditer(r"[^\n]+\n?", block[0]):
            table = "\t" in line[0] or re.search(r"\S {3,}\S", line[0].strip()) or line[0].count("|") > 1
            if table or re.match(r"\s*[•●▪] ", line[0]):
                parts.append((begin, block.start() + line.start()))
                begin = block.start() + (line.end() if table else line.start())
        for first, last in [*parts, (begin, block.end())]:
            stops = [first + stop.end() for stop in re.finditer(r"[.!?][”\"]?\s+(?=[A-Z“\"])|;\s", text[first:last])]
            yield from zip([first, *stops], [*stops, last])


def cases(path):
    raw = path.read_bytes().decode("utf-8", errors="surrogateescape")
    markup = path.suffix in (".html", ".htm") or re.search(r"<(?:table|div|p)\b", raw[:20000], re.I)
    text, places = running_text(raw, markup)
    out = []
    for begin, end in sentences(text):
        said = " ".join(text[begin:end].split())
        if not 40 <= len(said) < 900 or not MEASURE.search(said) or TO_COME.search(said):
            continue
        for word in WORD.finditer(text, begin, end):
            at = places[word.start()]
            if raw[at:at + len(word[0])] != word[0]:
                continue
            turned = TURNED[word[0].lower()]
            kind = ("with figures" if FIGURE.search(said) else "without") + \
                (", a cause" if CAUSE.search(text[begin:word.start()]) else "")
            turned = turned.capitalize() if word[0][0].isupper() else turned
            out.append({"file": path.name, "line": raw.count("\n", 0, at) + 1, "kind": kind, "said": said, "word": word[0],
                        "text": raw[:at] + turned + raw[at + len(word[0]):]})
    return out


def findings(program, path):
    done = subprocess.run([program, "check", path, "--format", "json", "--exit-zero"], capture_output=True)
    if not done.stdout:
        return collections.Counter()
    return collections.Counter((f["rule"], f["line"], f["message"]) for file in json.loads(done.stdout)["files"]
                               for f in file.get("findings", []) if f["severity"] != "note")


def measure(program, shared, asked, print_table):
    paths = expand(asked.paths) or [p for p in published(shared) if p.parent.name == "real"]
    each = asked.cases or 12

    def one(path):
        some = cases(path)
        random.Random(f"{asked.seed} {path.name}").shuffle(some)
        before = findings(program, path)
        for case in some[:each]:
            with tempfile.TemporaryDirectory() as folder:
                copy = pathlib.Path(folder) / path.name
                copy.write_bytes(case.pop("text").encode("utf-8", errors="surrogateescape"))
                case["noticed"] = bool(findings(program, copy) - before)
        return some[:each]

    found = [case for some in spread(one, sorted(paths, key=lambda p: -p.stat().st_size)) for case in some]
    if asked.json:
        print(json.dumps(found, indent=1))
        return 0
    print(f"seed {asked.seed}, {len({case['file'] for case in found})} releases, {each} directions turned around each at most\n")

    def line(name, some):
        noticed = sum(case["noticed"] for case in some)
        return [name, len(some), f"{100 * noticed / len(some):.1f}%" if some else "-"]

    rows = [["sentence", "cases", "noticed"], line("all", found)]
    rows += [line(f"  half {h}", [c for c in found if half(c["file"]) == h]) for h in "AB"]
    rows += [line(kind, [c for c in found if c["kind"] == kind]) for kind in sorted({c["kind"] for c in found})]
    print_table(rows)
    if asked.v:
        for case in found:
            if not case["noticed"]:
                print(f"{case['file']}:{case['line']} {case['word']}: {case['said']}")
    return 0
