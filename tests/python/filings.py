"""The bundled filings, and programs that stand in for kcfin, for the tests of the Python package."""

import contextlib
import os
import pathlib
import stat
import sys
import tempfile
from unittest import mock

TESTDATA = pathlib.Path(__file__).resolve().parent.parent.parent / "testdata"


def filing(name):
    return str(TESTDATA / name)


@contextlib.contextmanager
def program_that(python):
    """For the time of the block kcfin is a program of these lines of Python, which has the folder `room`."""
    with tempfile.TemporaryDirectory() as room:
        path = pathlib.Path(room, "kcfin")
        path.write_text(f"#!{sys.executable}\nimport os, signal, sys, time\nroom = {room!r}\n"
                        f"if '--help' in sys.argv: sys.exit(print('Options:\\n      --format FORMAT  how: json, ndjson'))\n{python}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        with mock.patch.dict(os.environ, {"KCFIN_PROGRAM": str(path)}):
            yield pathlib.Path(room)
