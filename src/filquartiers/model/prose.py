"""Long texts, as editors type them."""

from pydantic_core import PydanticCustomError

from filquartiers.model.shapes import Frozen


class Prose(Frozen):
    """A long text in Markdown, as typed. The renderers turn it into HTML or print nodes."""

    text: str = ""

    def __bool__(self) -> bool:
        """False when nothing is written."""
        return bool(self.text.strip())

    def __str__(self) -> str:
        """As typed."""
        return self.text


def as_prose(raw: object) -> object:
    """Text as prose, empty when nothing is typed; a list of texts as a Markdown list.

    Raises:
        PydanticCustomError: fields, or a list that holds some.
    """
    if isinstance(raw, list) and all(isinstance(line, str) for line in raw):
        return Prose(text="\n".join(f"- {line}" for line in raw))
    if isinstance(raw, (dict, list)):
        raise PydanticCustomError("texte-long-attendu", "")
    return Prose(text=(raw or "").strip("\n")) if isinstance(raw, str | None) else raw
