"""The program at work: its records one by one, and what it says on standard error put where it belongs."""

from __future__ import annotations

import collections
import decimal
import json
import logging
import os
import re
import subprocess
import tempfile
import threading
from typing import IO, Any, Deque, Dict, FrozenSet, Iterator, List, Mapping, Optional, Sequence, Union

from .errors import ProgramFault, UsageError
from .program import options_of, program
from .report import Refused

__all__ = ["Path", "Paths", "page", "records", "records_of_bytes", "write"]

Path = Union[str, "os.PathLike[str]"]
Paths = Union[Path, Sequence[Path], Iterator[Path]]
Record = Dict[str, Any]

_log = logging.getLogger("kcfin")
# Longer lists of paths go to the program in a file. Linux takes 2 MiB of arguments and environment.
_MOST_ARGUMENT_BYTES = 500_000
# What the package decides: the form of the output, and what a refused file is.
_RESERVED = frozenset({"format", "output", "report", "files_from", "files0_from", "errors", "exit_zero"})


def paths_of(paths: Paths) -> List[str]:
    """One path or many, as the program takes them: files, and folders for the filings in them."""
    given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    names = [os.fspath(path) for path in given]
    if "-" in names:
        raise UsageError("standard input cannot be named; pass its bytes to kcfin.check_text")
    return names


def _arguments(options: Mapping[str, Any]) -> List[str]:
    """Keyword arguments as the program's options: `max_bytes=9` is --max-bytes 9, True a flag, a list repeats it."""
    arguments: List[str] = []
    for name, value in options.items():
        if name in _RESERVED:
            raise UsageError(f"{name} is not for the caller to set")
        option = "--" + name.replace("_", "-")
        values = value if isinstance(value, (list, tuple)) else [value]
        for one in values:
            if one is True:
                arguments.append(option)
            elif one is not None and one is not False:
                arguments += [option, os.fspath(one) if isinstance(one, os.PathLike) else str(one)]
    return arguments


def _said_of_a_file(complaint: str, given: FrozenSet[str], folders: Sequence[str]) -> Optional[Refused]:
    """“FILE: line N: MESSAGE”, for one of the files; None for anything else."""
    at = complaint.find(": ")
    while at >= 0:
        name, said = complaint[:at], complaint[at + 2:]
        if name in given or any(name.startswith(folder) for folder in folders):
            placed = re.match(r"line (\d+): (.*)", said, re.S)
            line, message = (int(placed[1]), placed[2]) if placed else (None, said)
            status = ("no_tables" if message == "no financial table" else
                      "fault" if message.startswith("internal fault") else "refused")
            return Refused(name, status, message, line)
        at = complaint.find(": ", at + 1)
    return None


class _Complaints:
    """Reads standard error beside standard output: what is said of a file waits as `refused`, the rest as `others`."""

    def __init__(self, pipe: IO[bytes], given: Sequence[str], inline: bool) -> None:
        self.refused: Deque[Refused] = collections.deque()
        self.others: List[str] = []
        self._given = frozenset(given)
        self._folders = [os.path.join(name, "") for name in given if os.path.isdir(name)]
        self._inline = inline
        self._thread = threading.Thread(target=self._read, args=(pipe,), daemon=True)
        self._thread.start()

    def _read(self, pipe: IO[bytes]) -> None:
        for line in pipe:
            text = line.decode("utf-8", "replace").rstrip("\n").removeprefix("kcfin: ")
            refused = _said_of_a_file(text, self._given, self._folders)
            if refused is None:
                self.others.append(text)
            elif not self._inline:
                self.refused.append(refused)

    def end(self) -> None:
        self._thread.join()


def _judge_end(code: int, complaints: _Complaints, command: str, told: bool) -> None:
    """Raises where the program did not read all that it was given, or did not take the command line."""
    said = "; ".join(complaints.others)
    if code not in (0, 1, 2):
        how = f"ended by signal {-code}" if code < 0 else f"ended with {code}"
        raise ProgramFault(f"kcfin {command} {how}{': ' if said else ''}{said}")
    if code == 2 and (not told or any(text.startswith("interrupted") for text in complaints.others)):
        raise (ProgramFault if told else UsageError)(said or f"kcfin {command} ended with 2 and no word")
    for text in complaints.others:
        _log.info("%s", text)


def _record(line: bytes) -> Optional[Record]:
    """A line of NDJSON, or of a JSON document that has a file a line."""
    text = line.strip().rstrip(b",")
    if not text.startswith(b"{") or text.endswith(b"["):
        return None  # the first or last line of a document
    found: Record = json.loads(text, parse_float=decimal.Decimal)
    return found


def _format(command: str) -> str:
    return "ndjson" if "format=ndjson" in options_of(command) else "json"


class _Running:
    """The program at work on some paths; both ends of it closed when the block ends, whatever happens."""

    def __init__(self, command: str, paths: Paths, options: Mapping[str, Any], output: Optional[Path] = None) -> None:
        given = paths_of(paths)
        known = options_of(command)
        self.inline = "errors" in known and output is None  # a record in the stream for each refused file
        line = [program(), command, "--format", _format(command), *_arguments(options)]
        line += ["--errors", "inline"] if self.inline else []
        line += ["--output", os.fspath(output)] if output is not None else []
        self._command = command
        with tempfile.TemporaryFile() as listed:
            if sum(len(os.fsencode(name)) + 9 for name in given) <= _MOST_ARGUMENT_BYTES:
                line += ["--", *given]
            elif "files0-from" in known:
                listed.write(b"".join(os.fsencode(name) + b"\0" for name in given))
                listed.seek(0)
                line += ["--files0-from", "-"]
            else:
                raise UsageError(f"{len(given)} paths are too many for one command line; pass their folder")
            self._process = subprocess.Popen(line, stdin=listed, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert self._process.stdout is not None and self._process.stderr is not None
        self.lines: IO[bytes] = self._process.stdout
        self._errors: IO[bytes] = self._process.stderr
        self._complaints = _Complaints(self._errors, given, self.inline)

    def refused(self) -> Iterator[Refused]:
        """Those that were complained of since."""
        while self._complaints.refused:
            yield self._complaints.refused.popleft()

    def wait(self) -> None:
        self._process.wait()
        self._complaints.end()

    def judge(self, told: bool) -> None:
        """After `wait`: raises where the program did not do what it was asked; `told`: it said something of a file."""
        _judge_end(self._process.returncode, self._complaints, self._command, told)

    def __enter__(self) -> _Running:
        return self

    def __exit__(self, *fault: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self.wait()
        self.lines.close()
        self._errors.close()


def records(command: str, paths: Paths, options: Mapping[str, Any]) -> Iterator[Union[Record, Refused]]:
    """The program's records over these paths, as they come; refused files among them.

    The program runs while records are taken. It is stopped when the generator is closed or dropped.
    """
    told = False
    with _Running(command, paths, options) as running:
        for line in running.lines:
            for refused in running.refused():
                told = True
                yield refused
            record = _record(line)
            if record is None:
                continue
            told = True
            if "status" not in record or "fact_id" in record:
                yield record
            elif record["status"] != "read":  # what --errors inline says of a file
                yield Refused.of(record)
        running.wait()
        for refused in running.refused():
            told = True
            yield refused
        running.judge(told)


def _document(command: str, form: str, operands: Sequence[str], name: str, options: Mapping[str, Any],
              data: Optional[bytes] = None) -> bytes:
    """What the program prints of one filing. Raises `RefusedError` where it prints nothing of it."""
    line = [program(), command, "--format", form, *_arguments(options), *operands]
    run = subprocess.run(line, input=data or b"", stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    said = [text.removeprefix("kcfin: ") for text in run.stderr.decode("utf-8", "replace").splitlines()]
    for text in said:
        refused = _said_of_a_file(text, frozenset(operands), [])
        if refused is not None:
            raise Refused(name, refused.status, refused.message, refused.line).error()
    if run.returncode not in (0, 1):
        fault = UsageError if run.returncode == 2 else ProgramFault
        raise fault("; ".join(said) or f"kcfin {command} ended with {run.returncode}")
    return run.stdout


def records_of_bytes(command: str, data: bytes, name: str, options: Mapping[str, Any]) -> List[Record]:
    """The records of one filing that is in memory. Raises `RefusedError` where it has none."""
    printed = _document(command, _format(command), ["-"], name, options, data)
    found = [record for record in map(_record, printed.splitlines()) if record is not None]
    for record in found:
        record["file"] = name
    return found


def page(path: Path, options: Mapping[str, Any]) -> str:
    """The filing as a page of HTML that needs nothing else."""
    name, = paths_of(path)
    return _document("check", "html", ["--", name], name, options).decode("utf-8")


def write(command: str, paths: Paths, output: Path, options: Mapping[str, Any]) -> List[Refused]:
    """Lets the program write its records to a file, which appears whole or not at all. Gives the refused files."""
    with _Running(command, paths, options, output) as running:
        running.lines.read()
        running.wait()
        refused = list(running.refused())
        told = bool(refused) or os.path.exists(output)
        running.judge(told)
    if refused and not os.path.exists(output):
        open(output, "wb").close()  # done, and empty
    return refused
