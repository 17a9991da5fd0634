"""Which files differ between two drawings of the preview, by their keys first."""

from collections.abc import Callable, Iterator
from itertools import chain

from filquartiers.serve.lazily import Shelf, Shelved

MANY = 100  # pages; when a template was changed, all are: nobody waits until each is drawn twice


def different(former: Shelf, now: Shelf, over: Callable[[], bool]) -> tuple[str, ...]:
    """The paths of files that are new, other or gone; what tells of the others is left aside.

    A page is drawn, as it was and as it is, only when its key changed; beyond `MANY`, its key is believed.
    It ends early once it is ``over``.
    """
    both = [path for path in now if path in former and now[path] is not former[path]]
    doubtful = [path for path in both if not over() and _may_differ(former[path], now[path])]
    drawn = doubtful if len(doubtful) <= MANY else ()
    kept = {path for path in drawn if not over() and former[path].data == now[path].data}
    return tuple(chain(_lone(former, now), _lone(now, former), (one for one in doubtful if one not in kept)))


def _may_differ(former: Shelved, now: Shelved) -> bool:
    return not now.concludes and (not now.key or former.key != now.key)


def _lone(files: Shelf, others: Shelf) -> Iterator[str]:
    return (path for path in files if path not in others)
