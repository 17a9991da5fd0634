"""The preview as a volunteer starts it, and what it says: its address, and a line for each drawing."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from bench.arbre import look_at
from bench.corpus import TODAY
from bench.machine import ROOT

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
DRAWN = re.compile(r"^Site refait", re.MULTILINE)
CALM = 0.15  # part of a core under which nothing is being made any more


class Served:
    """A preview at work."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.address = ""
        self._said: list[str] = []
        self._ready = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            self._said.append(line)
            if found := ADDRESS.search(line):
                self.address = found[0]
                self._ready.set()
        self._ready.set()

    @property
    def said(self) -> str:
        """All it has said so far."""
        return "".join(self._said)

    @property
    def drawings(self) -> int:
        """How many times it has said that the site was drawn."""
        return len(DRAWN.findall(self.said))

    def until_ready(self, patience: float) -> None:
        """Wait until it tells its address; SystemExit with what it said when it does not."""
        if not (self._ready.wait(patience) and self.address):
            raise SystemExit(f"The preview is not there after {patience:.0f} s:\n{self.said[-2000:]}")

    def until_calm(self, patience: float) -> bool:
        """Wait until its processes rest: printed things follow the pages. False when they still work."""
        end, before = monotonic() + patience, look_at(self.process.pid)
        while before and monotonic() < end:
            sleep(1)
            now = look_at(self.process.pid)
            if now is None or now.cpu - before.cpu < CALM * (now.at - before.at):
                return True
            before = now
        return before is None  # this system does not tell


@contextmanager
def served(project: Path, port: int, *, site_only: bool = False) -> Iterator[Served]:
    """Start ``filquartiers serve`` on a project; it is stopped as Ctrl-C stops it."""
    command = [sys.executable, "-m", "filquartiers", "serve", "--projet", str(project)]
    options = [
        "--sans-navigateur",
        "--port",
        str(port),
        "--date",
        TODAY.isoformat(),
        *(["--site"] if site_only else []),
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [*command, *options],
        cwd=project,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            yield Served(process)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
