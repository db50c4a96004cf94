"""Where the program is, and what it can do."""

from __future__ import annotations

import functools
import importlib.metadata
import os
import pathlib
import re
import shutil
import subprocess
from typing import FrozenSet, Iterator

from .errors import KcfinError, ProgramNotFound

__all__ = ["options_of", "program", "program_version"]

_NAME = "kcfin"


def _installed_beside() -> Iterator[pathlib.Path]:
    """Where pip put the program of this very wheel: its record says so; with --target it lies beside the package."""
    package = pathlib.Path(__file__).resolve().parent
    try:
        files = importlib.metadata.distribution(_NAME).files or []
    except importlib.metadata.PackageNotFoundError:
        files = []
    recorded = [pathlib.Path(str(file.locate())).resolve() for file in files if file.name in (_NAME, "__init__.py")]
    if package / "__init__.py" in recorded:  # the record is that of this package, and not of another one of its name
        yield from (path for path in recorded if path.name == _NAME and path.parent.name == "bin")
    yield package.parent / "bin" / _NAME


def program() -> str:
    """The path of the program.

    What the environment variable KCFIN_PROGRAM names; else the program that was installed with this package; else
    the first `kcfin` in the PATH. Raises `ProgramNotFound`.
    """
    named = os.environ.get("KCFIN_PROGRAM")
    if named:
        if shutil.which(named) is None:
            raise ProgramNotFound("KCFIN_PROGRAM names no program", file=named)
        return named
    for path in _installed_beside():
        if path.is_file() and os.access(path, os.X_OK):
            return str(path)
    found = shutil.which(_NAME)
    if found is None:
        raise ProgramNotFound(
            "the program kcfin was not found: install the wheel that carries it, or name it in KCFIN_PROGRAM")
    return found


@functools.lru_cache(maxsize=None)
def _help(path: str, command: str) -> str:
    run = subprocess.run([path, command, "--help"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, encoding="utf-8", errors="replace", check=False)
    return run.stdout


def options_of(command: str) -> FrozenSet[str]:
    """The long options of a command, without dashes, and its formats as `format=NAME`; as its help lists them."""
    known = set()
    for entry in re.split(r"\n(?=\s+-)", _help(program(), command)):
        named = re.match(r"\s+(?:-\w, )?--([a-z0-9-]+)", entry)
        if named is None:
            continue
        known.add(named[1])
        if named[1] == "format":
            known |= {f"format={name}" for name in re.findall(r"[a-z]+", entry.split(":", 1)[-1])}
    return frozenset(known)


def program_version() -> str:
    """The version of the program, as `0.1.0`."""
    run = subprocess.run([program(), "--version"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, encoding="utf-8", errors="replace", check=False)
    words = run.stdout.split()
    if run.returncode != 0 or words[:1] != [_NAME] or len(words) < 2:
        raise KcfinError("does not say its version", file=program())
    return words[1]
