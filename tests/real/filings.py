"""The published filings beside the checkout, and what every tool here must know of them: halves, dialects, processes."""
import concurrent.futures
import os
import pathlib
import subprocess

root = pathlib.Path(__file__).resolve().parent.parent.parent
here = pathlib.Path(__file__).resolve().parent
PROGRAM = root / "build/release/kcfin"
SUFFIXES = (".txt", ".htm", ".html", ".md")
FOLDERS = {"real": "releases", "tagged": "reports"}

# The first that the name ends with, or holds where it begins and ends with a star, tells the dialect.
DIALECTS = [("-ascii.txt", "ascii"), ("-cellperline.txt", "cellperline"), ("-fullsub.txt", "fullsub"),
            ("-pdftext.txt", "pdftext"), ("-pdfmd.md", "pdfmd"), ("-stanfordmd.md", "stanfordmd"),
            ("-edgartools.md", "edgartools"), ("-htmltablemd.md", "htmltablemd"), ("-llmmarkdown.md", "llmmarkdown"),
            (".md", "other markdown"), (".html", "html"), (".htm", "html")]


def half(name):
    """A to tune on, B to look at the totals of: by issuer, so that no issuer is in both."""
    issuer = name.split("-")[0].split("_")[0]
    return "AB"[sum(map(ord, issuer)) % 2]


def dialect(path):
    if path.parent.name == "tagged":
        return "tagged html"
    return next((name for end, name in DIALECTS if path.name.endswith(end)), "other")


def group(path):
    return FOLDERS.get(path.parent.name, "releases")


def published(shared):
    """Every release and report, sorted by folder and name."""
    return [f for folder in FOLDERS for f in sorted((shared / "filings" / folder).iterdir())
            if f.suffix in SUFFIXES]


def expand(paths):
    return sorted(f for p in map(pathlib.Path, paths) for f in (p.iterdir() if p.is_dir() else [p])
                  if f.suffix in SUFFIXES)


def with_program(asked):
    """The first word of the command line may be a filing: the program is then the one that is built here."""
    if asked.kcfin.is_dir() or asked.kcfin.suffix in SUFFIXES:
        asked.paths, asked.kcfin = [str(asked.kcfin), *asked.paths], PROGRAM
    return asked


def dealt(files, parts):
    """The files in parts of about the same size."""
    hands = [[0, []] for _ in range(parts)]
    for file in sorted(files, key=lambda f: (-f.stat().st_size, f.name)):
        hand = min(hands, key=lambda h: h[0])
        hand[0] += file.stat().st_size
        hand[1].append(file)
    return [sorted(hand) for _, hand in hands if hand]


def spread(work, pieces, jobs=None):
    """What `work` gives for each piece, in order, some at a time; the work is done by programs, not by Python."""
    with concurrent.futures.ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        return list(pool.map(work, pieces))


def output_of(command, codes=(0,)):
    """What a tool prints; the end of everything where it fails."""
    done = subprocess.run([str(word) for word in command], capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode not in codes:
        raise SystemExit(f"{' '.join(str(word) for word in command[:3])} …: exit code {done.returncode}\n"
                         + done.stderr.decode(errors="replace")[-2000:])
    return done.stdout.decode(errors="replace")
