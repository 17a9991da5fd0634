"""The elements of an XML part, one after the other: no entity, no outside file, no tree in memory."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from filquartiers.model.refusal import Refusal

Attributes = Mapping[str, str]


_INLINE = {"span": "", "a": "", "s": " ", "tab": " ", "line-break": "\n"}
"""Elements that are part of the text around them, and the sign that some stand for (OpenDocument)."""


def walk(
    name: str, data: bytes, start: Callable[[str, Attributes], None], end: Callable[[str, str], None]
) -> None:
    """Call ``start`` at each opening tag of the part ``name``, ``end`` at each closing one with its text.

    Names are told without their namespace: transitional and strict workbooks use different ones. The text
    is that of the element, with the spans and links inside it, not with other elements.

    Raises:
        Refusal: the part is no XML, or declares a document type: workbooks have none, bombs and
            references to other files are made of them.
    """
    texts: list[list[str]] = [[]]

    def opened(tag: str, attributes: Attributes) -> None:
        texts.append([])
        start(_local(tag), {_local(key): value for key, value in attributes.items()})

    def closed(tag: str) -> None:
        local, text = _local(tag), "".join(texts.pop())
        if local in _INLINE and len(texts) > 1:
            texts[-1].append(text or _INLINE[local])
        end(local, text)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = lambda text: texts[-1].append(text)  # noqa: PLW0108  the last list changes
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003  the signature is pyexpat's
    except Refusal:
        raise
    except (expat.ExpatError, ValueError):
        raise Refusal("classeur-illisible", raison=f"sa partie « {name} » est abîmée") from None


def _refuse(*_: object) -> None:
    raise Refusal("classeur-illisible", raison="il contient des déclarations qu’aucun tableur n’écrit")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
