"""The words of an event of another calendar: what a date of a series does not say is as in the series."""

from collections.abc import Iterator, Sequence
from typing import Any

from filquartiers.importers.agenda.ics.expansion import from_then_on
from filquartiers.importers.agenda.ics.groups import Told, text_of
from filquartiers.importers.agenda.ics.texts import plain_line, plain_text
from filquartiers.importers.prose import escaped, markdown


def words_of(one: Told, main: Told) -> dict[str, object]:
    """Title, place, theme and text; what a changed date does not say is as in its series."""
    categories = [plain_line(str(word)) for word in one.event.categories or main.event.categories]
    return {
        "titre": one.title or main.title,
        "lieu": plain_line(text_of(one.event, "LOCATION") or text_of(main.event, "LOCATION")),
        "theme": categories[0] if categories else "",
        "corps": "\n\n".join(_body(one, main, categories)),
    }


def _body(one: Told, main: Told, categories: Sequence[str]) -> Iterator[str]:
    description = _description(one.event) or _description(main.event)
    if text := markdown(description.split("\n")):
        yield text
    if len(categories) > 1:
        yield escaped(f"Thèmes : {', '.join(categories)}")
    address = text_of(one.event, "URL") or text_of(main.event, "URL")
    if address and address not in description:
        yield address


def _description(event: Any) -> str:
    """What is said at length; in HTML only, when that is all there is."""
    names = ("DESCRIPTION", "X-ALT-DESC", "STYLED-DESCRIPTION")
    return next((text for name in names if (text := plain_text(text_of(event, name)).strip())), "")


def has_own_words(one: Told, main: Told) -> bool:
    """Whether a date of a series is told by words that the others do not have; a cancelled one is not."""
    if one is main or one.state == "annulé":
        return False
    if from_then_on(one.event):
        return True
    pairs = [(one.title, main.title)] + [
        (plain_line(text_of(one.event, name)), plain_line(text_of(main.event, name)))
        for name in ("LOCATION", "DESCRIPTION", "URL")
    ]
    return any(own and own != usual for own, usual in pairs)
