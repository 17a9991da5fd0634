"""One command and all the processes it starts: seconds of wall and of processor, memory, told as it runs.

Linux tells of each process in ``/proc``. Elsewhere only the totals are known, and the peak is ``ru_maxrss``:
that of the largest process, or ours when it is larger, since a process begins as a copy of its parent.
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
_KILO, _MEGA = 1024, 1e6


@dataclass(frozen=True, slots=True)
class Look:
    """What the tree had taken at one moment: seconds since the start, seconds of processor, megabytes.

    ``largest`` is the most that one of its processes has held so far, between two looks too.
    """

    at: float
    cpu: float
    memory: float
    largest: float = 0.0


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
    told = usage.ru_maxrss * (1 if sys.platform == "darwin" else _KILO) / _MEGA
    return Run(
        wall=wall,
        cpu=max([usage.ru_utime + usage.ru_stime, *(look.cpu for look in looks)]),
        memory=max((max(look.memory, look.largest) for look in looks), default=told),
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
    cpu = memory = largest = 0.0
    for number in numbers:
        try:
            stat = (PROC / f"{number}/stat").read_text().rpartition(")")[2].split()
            status = _kilobytes(PROC / f"{number}/status")
            # Of pages that processes share, each has its part (PSS), which takes longer to count.
            held = _kilobytes(PROC / f"{number}/smaps_rollup")["Pss"] if numbers[1:] else status["VmRSS"]
        except (OSError, KeyError):  # it has just ended
            continue
        memory += held * _KILO / _MEGA
        largest = max(largest, status["VmHWM"] * _KILO / _MEGA)
        cpu += sum(map(int, stat[11:15])) / _TICK  # its own and that of its children that ended (proc(5))
    return Look(at, cpu, memory, largest) if memory else None


def _kilobytes(file: Path) -> dict[str, int]:
    """The sizes that a file of ``/proc`` tells, by name."""
    lines = (line.split() for line in file.read_text().splitlines())
    return {line[0].rstrip(":"): int(line[1]) for line in lines if line[2:] == ["kB"]}


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
