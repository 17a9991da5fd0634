"""Long texts in which nothing was found once: known by their digests, they are not looked at again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from pydantic import TypeAdapter

from filquartiers.model.passages import Passage
from filquartiers.model.persons import contacts_in, people_addressed, titled_people
from filquartiers.prose import unreadable
from filquartiers.store import Store, key_of, running

FINDERS: tuple[Callable[[str], Iterable[object]], ...] = (titled_people, people_addressed, contacts_in)
_DIGESTS = TypeAdapter(list[str])


@dataclass
class ReadTexts:
    """The texts that the last build found nothing in, and those of this one.

    ``store`` is where they are kept between builds, if anywhere.
    """

    store: Store | None = None
    _quiet: set[str] = field(default_factory=set)

    @cached_property
    def _known(self) -> frozenset[str]:
        found = self.store and self.store.find(_key(), _DIGESTS)
        return frozenset(found or ())

    def doubtful(self, passages: Iterable[Passage]) -> Iterator[Passage]:
        """The passages worth looking at: each of whom something is to tell is among them."""
        for passage in passages:
            digest = blake2b(passage.text.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
            if digest in self._known or digest in self._quiet or _is_quiet(passage.text):
                self._quiet.add(digest)
            else:
                yield passage

    def remember(self) -> None:
        """Keep what was found, for the next time."""
        if self.store:
            if self._quiet != self._known:
                self.store.keep(_key(), sorted(self._quiet), _DIGESTS)
            self.store.forget_the_rest()


def _key() -> str:
    return key_of("quiet texts", running())


def _is_quiet(text: str) -> bool:
    """Whether the checks that are given only doubtful passages would find nothing in a text."""
    return not any(True for find in FINDERS for _ in find(text)) and unreadable(text) is None
