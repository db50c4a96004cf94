"""`python -m kcfin`: the program itself."""

from __future__ import annotations

import os
import sys

from .errors import ProgramNotFound
from .program import program

if __name__ == "__main__":
    try:
        path = program()
    except ProgramNotFound as fault:
        sys.exit(f"kcfin: {fault}")
    os.execv(path, ["kcfin", *sys.argv[1:]])
