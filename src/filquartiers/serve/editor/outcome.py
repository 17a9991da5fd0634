"""After a save: what it changes for readers, what the reader of the files says, and the way back."""

import re
from html import unescape
from time import monotonic

from filquartiers.model.addresses import SITE, Addresses, is_page, page_at
from filquartiers.model.files import picture_field
from filquartiers.model.kinds import Evenement
from filquartiers.problems import Gravity
from filquartiers.serve.answers import Reply
from filquartiers.serve.editor.asked import Asked
from filquartiers.serve.editor.coming import coming
from filquartiers.serve.editor.entry import gone, rank_in, title_in
from filquartiers.serve.editor.judging import judged
from filquartiers.serve.editor.workroom import Workroom
from filquartiers.serve.shown import Shown

PATIENCE = 5.0  # seconds for the site to be drawn anew
_FEW = 12
_TITLE = re.compile("<title>(.*?)</title>")


def show(room: Workroom, asked: Asked) -> Reply:
    """The page one is led to once the file is written."""
    taken = room.on_desk(asked.one("fichier"))
    rank = rank_in(asked)
    if taken is None or rank >= len(taken.opened.entries):
        return gone(room)
    nothing, since = asked.one("rien") == "1", asked.one("depuis")
    shown = room.preview.shown if nothing else _drawn_since(room, since)
    entry = taken.opened.entries[rank]
    told = judged(entry, room.site)
    published = next(
        (one for one in room.site.everything() if _is(one, taken.held.file, entry.draft.fields.where.line)),
        None,
    )
    address = Addresses(room.site).of(published) if published else None
    event = told.entry if isinstance(told.entry, Evenement) else None
    versions = room.desk.versions(taken.held.file)
    first, last = (
        entry.first,
        taken.opened.entries[rank + 1].first if rank + 1 < len(taken.opened.entries) else 10**9,
    )
    about = [
        one
        for one in shown.problems
        if one.where.file == taken.held.file
        and one.gravity is not Gravity.GAP
        and (first <= one.where.line < last or not one.where.line)
    ]
    return room.draw(
        "fait.html",
        titre=title_in(entry.values) or taken.held.file,
        fichier=taken.held.file,
        rang=rank,
        rien=nothing,
        neuf=asked.one("neuf") == "1",
        pret=nothing or not _is_late(shown, since),
        phrase=shown.changes,
        pages=_pages(room, shown),
        adresse=address,
        problemes=about,
        dates=coming(event, room.project.today) if event else (),
        version=versions[0].number if versions and asked.one("neuf") != "1" else 0,
        empreinte=taken.digest,
        evenement=event is not None,
        photo=bool(picture_field(taken.held.kind)),
    )


def _is(one: object, file: str, line: int) -> bool:
    origin = getattr(one, "origin", None)
    return bool(origin and origin.file == file and origin.where().line == line)


def _is_late(shown: Shown, since: str) -> bool:
    return (since.isdecimal() and shown.drawn <= int(since)) or shown.looking


def _drawn_since(room: Workroom, since: str) -> Shown:
    """The state once the save is shown and looked at, or as it is when that takes too long."""
    end = monotonic() + PATIENCE
    shown = room.preview.shown
    while _is_late(shown, since) and (left := end - monotonic()) > 0 and not room.preview.closed:
        shown = room.preview.wait(shown.version, left)
    return shown


def _pages(room: Workroom, shown: Shown) -> list[tuple[str, str]]:
    """Pages that changed: address and title, those of entries first."""
    addresses = Addresses(room.site)
    own = {addresses.of(entry) for entry in room.site.everything()}
    changed = (path for path in shown.changed if path.startswith(SITE) and is_page(page_at(path)))
    paths = sorted((path for path in changed if shown.holds(path)), key=lambda path: page_at(path) not in own)
    return [(f"/{page_at(path)}", _title(shown.file(path) or b"")) for path in paths[:_FEW]]


def _title(page: bytes) -> str:
    """The title of a page, without what it is under."""
    found = _TITLE.search(page.decode())
    return unescape(found[1]).partition(" · ")[0] if found else "Une page"
