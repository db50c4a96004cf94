#!/usr/bin/env python3
"""Packages of the npm registry that a test uses where they can be had: kept under build/npm."""
import os
import pathlib
import shutil
import subprocess

folder = pathlib.Path(__file__).resolve().parent.parent.parent / "build/npm"


def installed(*packages):
    """The folder node_modules that has these (NAME@VERSION), or None with the reason printed."""
    modules = folder / "node_modules"
    if all((modules / name.rsplit("@", 1)[0] / "package.json").is_file() for name in packages):
        return modules
    if not shutil.which("npm"):
        print("npm is not installed")
        return None
    folder.mkdir(parents=True, exist_ok=True)
    try:
        run = subprocess.run(["npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts",
                              "--no-save", "--fetch-retries=1", "--fetch-timeout=15000", *packages],
                             cwd=folder, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
                             env={**os.environ, "npm_config_update_notifier": "false"})
    except subprocess.TimeoutExpired:
        print("npm takes too long")
        return None
    if run.returncode != 0:
        print("npm cannot install", *packages)
        return None
    return modules
