"""One command and all the processes it starts: seconds of wall and of processor, memory, told as it runs.

Linux tells of each process in ``/proc``; elsewhere only the totals are known, and the peak is that of the
largest process (``ru_maxrss``).
"""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from time import monotonic, thread_time

PROC = Path("/proc")
STEP = 0.02  # seconds between two looks; more when a look takes long, so that looking never weighs over 5 %
_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_MEGA = 1e6


@dataclass(frozen=True, slots=True)
class Look:
    """What the tree had taken at one moment: seconds since the start, seconds of processor, megabytes."""

    at: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Run:
    """What a command took, whole tree: seconds, seconds of processor, peak in megabytes (10⁶ bytes).

    ``spoke`` is when its first word came out; ``looks`` are in order of time.
    """

    wall: float
    cpu: float
    memory: float
    spoke: float
    looks: tuple[Look, ...]
    code: int
    said: str

    def between(self, start: float, end: float) -> tuple[float, float]:
        """Seconds of processor and peak of the tree between two moments, from the looks."""
        inside = [look.memory for look in self.looks if start <= look.at <= end]
        around = (self._memory_at(start), self._memory_at(end))
        return max(0.0, self._cpu_at(end) - self._cpu_at(start)), max(*inside, *around)

    def _cpu_at(self, moment: float) -> float:
        ends = (Look(0, 0, 0), *self.looks, Look(self.wall, self.cpu, 0))
        for one, two in pairwise(ends):
            if one.at <= moment <= two.at:
                part = (moment - one.at) / (two.at - one.at) if two.at > one.at else 1.0
                return one.cpu + part * (two.cpu - one.cpu)
        return self.cpu

    def _memory_at(self, moment: float) -> float:
        nearest = min(self.looks, key=lambda look: abs(look.at - moment), default=None)
        return nearest.memory if nearest else self.memory


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run a command to its end in ``folder``; ``said`` holds what it said, then what its other voice said."""
    with tempfile.TemporaryFile() as other:
        start = monotonic()
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": other}
        apart = {"cwd": folder, "env": dict(environment), "start_new_session": True}
        with subprocess.Popen(command, **apart, **pipes) as process:
            try:
                found = _followed(process, start)
            except BaseException:  # Ctrl-C: what was started must not go on alone
                os.killpg(process.pid, signal.SIGKILL)
                raise
        other.seek(0)
        return replace(found, said=found.said + other.read().decode(errors="replace"))


def _followed(process: subprocess.Popen[bytes], start: float) -> Run:
    """Listen to it, look at it, and wait for its end, all at once."""
    words, spoke, ended = list[bytes](), list[float](), list[tuple[float, int, resource.struct_rusage]]()

    def listen() -> None:
        while data := os.read(process.stdout.fileno(), 65536):
            spoke.append(monotonic() - start)
            words.append(data)

    def wait() -> None:
        _, status, usage = os.wait4(process.pid, 0)
        ended.append((monotonic() - start, os.waitstatus_to_exitcode(status), usage))

    listener, waiter = threading.Thread(target=listen), threading.Thread(target=wait)
    listener.start()
    waiter.start()
    looks = tuple(_looks(process.pid, start, waiter))
    waiter.join()
    listener.join()
    wall, process.returncode, usage = ended[0]
    largest = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / _MEGA
    return Run(
        wall=wall,
        cpu=max([usage.ru_utime + usage.ru_stime, *(look.cpu for look in looks)]),
        memory=max([largest, *(look.memory for look in looks)]),
        spoke=spoke[0] if spoke else wall,
        looks=looks,
        code=process.returncode,
        said=b"".join(words).decode(errors="replace"),
    )


def _looks(root: int, start: float, alive: threading.Thread) -> list[Look]:
    found = list[Look]()
    step = STEP
    while alive.is_alive():
        before = thread_time()
        if PROC.is_dir() and (look := _look(root, monotonic() - start)):
            found.append(look)
        step = max(STEP, 20 * (thread_time() - before))
        alive.join(step)
    return found


def look_at(number: int) -> Look | None:
    """A process and its children at this moment of the clock; None when the system does not tell."""
    return _look(number, monotonic()) if PROC.is_dir() else None


def _look(root: int, at: float) -> Look | None:
    """The tree at this moment; None when it has just ended."""
    numbers = _tree(root)
    cpu = memory = 0.0
    for number in numbers:
        try:
            stat = (PROC / f"{number}/stat").read_text().rpartition(")")[2].split()
            memory += _memory(number, shared=len(numbers) > 1)
        except (OSError, ValueError):
            continue
        cpu += sum(map(int, stat[11:15])) / _TICK  # its own and that of its children that ended (proc(5))
    return Look(at, cpu, memory) if memory else None


def _memory(number: int, *, shared: bool) -> float:
    """Megabytes; of pages that processes share, each has its part (PSS), which takes longer to count."""
    if shared:
        for line in (PROC / f"{number}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024 / _MEGA
    return int((PROC / f"{number}/statm").read_text().split()[1]) * _PAGE / _MEGA


def _tree(root: int) -> list[int]:
    """The process and all that descend from it."""
    numbers = [root]
    for number in numbers:
        try:
            tasks = list((PROC / f"{number}/task").iterdir())
        except OSError:
            continue
        for task in tasks:
            try:
                numbers += map(int, (task / "children").read_text().split())
            except OSError:
                continue
    return numbers
