"""What can go wrong, as exceptions that name the file and the line."""

from __future__ import annotations

from typing import Optional

__all__ = ["KcfinError", "ProgramFault", "ProgramNotFound", "RefusedError", "UsageError"]


class KcfinError(Exception):
    """Any error of this package.

    `file` and `line` (1-based) say where it is, as far as that is known.
    """

    def __init__(self, message: str, *, file: Optional[str] = None, line: Optional[int] = None) -> None:
        self.message = message
        self.file = file
        self.line = line
        where = "" if file is None else f"{file}: " if line is None else f"{file}:{line}: "
        super().__init__(where + message)


class RefusedError(KcfinError):
    """A filing that was asked for by itself could not be read, or has no financial table.

    Among many files this is no exception but a `kcfin.Refused` in their place.
    """


class UsageError(KcfinError):
    """The program does not take these options; the message says what it would take."""


class ProgramFault(KcfinError):
    """The program ended as it should not: by a signal, or before it had read every file."""


class ProgramNotFound(KcfinError):
    """The program `kcfin` is neither in the package nor in the PATH, and KCFIN_PROGRAM does not name it."""
