"""Which page of the editor answers what, and what is refused before any does."""

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from http import HTTPStatus
from pathlib import Path

from filquartiers.editing import Gone, Refused
from filquartiers.serve.answers import Reply, nothing_taken, refusal
from filquartiers.serve.editor import (
    asides,
    cancelling,
    entry,
    fresh,
    home,
    keeping,
    outcome,
    photos,
    programme,
    whole,
)
from filquartiers.serve.editor.asked import FORM, Asked
from filquartiers.serve.editor.guard import TOKEN, is_foreign, is_form, is_too_long
from filquartiers.serve.editor.multipart import MULTIPART
from filquartiers.serve.editor.workroom import Workroom, to
from filquartiers.serve.preview import Preview

Handler = Callable[[Workroom, Asked], Reply]

_FILES = "fichiers/"
_SHOWN_AGAIN = frozenset({"fiche", "nouveau"})


@dataclass(frozen=True, slots=True)
class Route:
    """Who shows a page, and who takes what its form sends; ``kinds`` are the types that it may send."""

    show: Handler | None = None
    take: Handler | None = None
    kinds: tuple[str, ...] = (FORM,)


ROUTES: Mapping[str, Route] = {
    "": Route(home.show),
    "page": Route(home.of_page),
    "fichier": Route(home.of_file),
    "a-corriger": Route(home.mending),
    "fiche": Route(entry.show, entry.save),
    "nouveau": Route(fresh.show, fresh.save),
    "dates": Route(None, asides.dates),
    "annuler": Route(None, cancelling.cancel),
    "fait": Route(outcome.show),
    "texte": Route(whole.show, whole.save),
    "supprimer": Route(keeping.confirm, keeping.discard),
    "corbeille": Route(keeping.show_bin, keeping.put_back),
    "histoire": Route(keeping.show_past, keeping.restore),
    "photo": Route(photos.show, photos.take, (MULTIPART,)),
    "depot": Route(photos.picture),
    "importer": Route(programme.show, programme.drop, (MULTIPART,)),
    "accepter": Route(None, programme.take),
}


class Editor:
    """Answers for all that is under the address of the editor."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview

    @cached_property
    def room(self) -> Workroom:
        """What the pages work with; made when first asked for."""
        return Workroom(self._preview)

    def answer(self, asked: Asked) -> Reply:
        """The answer; what cannot be done is said in a sentence, and nothing is half done."""
        if asked.name.startswith(_FILES) and not asked.sends:
            return self.room.pages.file(asked.name.removeprefix(_FILES))
        route = ROUTES.get(asked.name)
        handler = (route.take if asked.sends else route.show) if route else None
        if route is None or handler is None:
            return home.missing(self.room, asked) if not asked.sends else nothing_taken()
        try:
            refused = self._refused(asked, route) if asked.sends else None
            return refused or handler(self.room, asked)
        except Exception as error:  # noqa: BLE001  the last net: what was typed stays in the browser
            return self._told(error)

    def _told(self, error: Exception) -> Reply:
        """Why nothing was done."""
        if isinstance(error, Gone):
            return entry.gone(self.room)
        if isinstance(error, Refused):
            link = (to(""), "La liste")
            return self.room.message("Rien n’a été changé", error.sentence, HTTPStatus.CONFLICT, link)
        if isinstance(error, ValueError):
            return refusal(HTTPStatus.BAD_REQUEST, "Envoi illisible.")
        return self._our_fault(error)

    def _our_fault(self, error: Exception) -> Reply:
        """Say that the fault is ours, with what helps to mend it."""
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}, ligne {last.lineno}, {last.name}"
        words = (
            "Une erreur du programme, pas de vos fichiers : rien n’a été changé. Revenez en arrière, votre "
            "texte y est encore. À envoyer à la personne qui s’occupe du programme : "
            f"{type(error).__name__} · {place} · {error}"
        )
        link = (to(""), "La liste")
        return self.room.message("Erreur du programme", words, HTTPStatus.INTERNAL_SERVER_ERROR, link)

    def _refused(self, asked: Asked, route: Route) -> Reply | None:
        if is_foreign(asked):
            return refusal(
                HTTPStatus.FORBIDDEN, "Cet envoi ne vient pas d’une page de l’éditeur : il est refusé."
            )
        if not is_form(asked, *route.kinds):
            return refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Ce n’est pas l’envoi d’un formulaire.")
        if is_too_long(asked):
            return refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Envoi trop long.")
        if not self.room.guard.knows(asked.name, asked.one(TOKEN)):
            return self._slept(asked, route)
        return None

    def _slept(self, asked: Asked, route: Route) -> Reply:
        """A form of a former run: shown again with all that was typed in it, where that was much."""
        if asked.name in _SHOWN_AGAIN and route.take:
            return route.take(self.room, replace(asked, read=lambda: asked.body, asleep=True))
        words = "Cette page date d’un autre lancement de l’éditeur : rien n’a été changé."
        file = asked.one("fichier")
        link = to("fichier", fichier=file) if file else to("")
        return self.room.message("Rouvrez la page", words, HTTPStatus.FORBIDDEN, (link, "La rouvrir"))
