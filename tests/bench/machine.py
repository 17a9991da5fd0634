"""What figures depend on: the machine, its disk in memory, the versions."""

import os
import platform
import subprocess
from datetime import datetime
from pathlib import Path
from shutil import disk_usage

ROOT = Path(__file__).resolve().parents[2]
MEMORY = Path("/dev/shm")  # noqa: S108  a disk in memory, where a folder of our own is made
ROOM = 300_000  # bytes that a sheet takes on the disk: both sources, both sites, a store


def disk(sheets: int) -> Path | None:
    """A disk in memory with room enough; None for the usual place of temporary files."""
    return MEMORY if MEMORY.is_dir() and disk_usage(MEMORY).free > sheets * ROOM else None


def machine(binary: Path | None) -> str:
    """What the figures depend on."""
    commit = _said(["git", "-C", str(ROOT), "describe", "--always", "--dirty"])
    hugo = _said([str(binary), "version"]).split("-")[0] if binary else "no Hugo"
    load = f"{os.getloadavg()[0]:.1f}"
    day = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    on = f"Python {platform.python_version()}, {hugo}; {os.cpu_count()} cores, load {load}"
    return f"{day}, commit {commit}, {on}."


def _said(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
