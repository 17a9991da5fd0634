"""Links and pictures inside the texts of editors, resolved for the page that shows them."""

import re
from collections.abc import Callable

from markupsafe import Markup

from filquartiers.model.fields import Prose
from filquartiers.model.links import file_name
from filquartiers.render import prose
from filquartiers.render.album import Album
from filquartiers.render.web.page import Page

_ELSEWHERE = re.compile(r"(?:https?|mailto|tel):|#", re.IGNORECASE)
_PICTURE = Markup('<img class="image" src="{}" alt="{}" width="{}" height="{}" loading="lazy">')

ProseFilter = Callable[..., Markup]


def prose_filter(album: Album) -> ProseFilter:
    """The filter ``texte|prose(page, level)`` of the templates."""

    def shown(text: Prose, page: Page, level: int = 2) -> Markup:
        def picture(name: str, alternative: str) -> str:
            found = album.picture(file_name(name))
            if found is None:
                return ""
            size = (found.width, found.height)
            return str(_PICTURE.format(page.to(found.largest), alternative, *size))

        targets = prose.Targets(link=lambda target: resolved(page, target, album), picture=picture)
        return prose.to_html(text, targets, level=level)

    return shown


def resolved(page: Page, target: str, album: Album) -> str | None:
    """The link behind what an editor typed: ``maisons/kerlede``, ``kerlede.md``, ``bilan.pdf``, ``https://…``.

    None when nothing of that name is published: the words then stay without link.
    """
    if _ELSEWHERE.match(target):
        return target
    name, mark, anchor = target.partition("#")
    named = page.addresses.named(name)
    address = album.document(file_name(name)) or None if named is None else named
    return None if address is None else page.to(address + mark + anchor)
