"""The moves by which a file is saved, and what the system says when it cannot be."""

import errno
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filquartiers.disk import PAUSES, alone, beside, patiently
from filquartiers.editing.refused import ChangedMeanwhile, Gone, Refused
from filquartiers.editing.versions import Version


def digest_of(data: bytes) -> str:
    """What tells one state of a file from another."""
    return hashlib.sha256(data).hexdigest()


def swap(place: Path, fresh: Path, kept: Version, seen: str) -> None:
    """A last look, the move, then a look at what was moved away and at what is there now.

    What somebody wrote meanwhile into the same file is found there, and goes back to its place. What somebody
    put in its place since, on a disk without locks, stays: whoever saved first is told.
    """
    ours = digest_of(fresh.read_bytes())
    try:
        checked(place, seen)
        patiently(lambda: fresh.replace(place))
    except BaseException:
        kept.place.unlink(missing_ok=True)
        raise
    theirs = kept.data
    if digest_of(theirs) != seen:
        patiently(lambda: kept.place.replace(place))
        raise ChangedMeanwhile(theirs)
    checked(place, ours)


def checked(place: Path, seen: str) -> bytes:
    """What a file holds, which is what was seen."""
    data = patiently(place.read_bytes)
    if digest_of(data) != seen:
        raise ChangedMeanwhile(data)
    return data


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Another program that saves is given the time to end."""
    for pause in (*PAUSES, None):
        turn = alone(folder)
        try:
            turn.__enter__()
            break
        except BlockingIOError:
            if pause is None:
                raise Refused("Un autre enregistrement est en cours : réessayez dans un instant.") from None
            time.sleep(pause)
    try:
        yield
    finally:
        turn.__exit__(None, None, None)


@contextmanager
def told(file: str, done: str = "enregistré") -> Iterator[None]:
    """What the system refuses, in a sentence."""
    try:
        yield
    except FileNotFoundError:
        raise Gone from None
    except FileExistsError:
        raise Refused(f"« {file} » existe déjà : choisissez un autre nom.") from None
    except OSError as error:
        raise Refused(f"« {file} » n’a pas pu être {done} : {_reason(error)}.") from None


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "il est protégé, ou un autre programme le tient ouvert"
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return "le disque est plein"
    return "le disque ne répond pas"


def ready(place: Path, data: bytes) -> Path:
    """The new state, beside its place, safely on the disk."""
    fresh = beside(place)
    try:
        with fresh.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return fresh


def put_new(fresh: Path, place: Path) -> None:
    """Give a new file its place, if it is free."""
    try:
        os.link(fresh, place)
    except FileExistsError:
        raise
    except OSError:  # a disk without second names
        with place.open("xb") as stream:
            stream.write(fresh.read_bytes())
