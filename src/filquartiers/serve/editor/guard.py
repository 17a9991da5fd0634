"""Who may change anything: our own pages, in a browser of this machine.

A page of another site can make a browser send a form here. It cannot choose its origin (Fetch, « Origin »;
Fetch Metadata, « Sec-Fetch-Site »), nor read our pages for their token.
"""

import hmac
import secrets
from hashlib import sha256

from filquartiers.serve.editor.asked import FORM, LONGEST_FORM, Asked

TOKEN = "jeton"  # noqa: S105  the name of the field


class Guard:
    """Gives tokens and knows them again; another run of the program has others."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def token(self, route: str) -> str:
        """A token for one form, good for one route."""
        once = secrets.token_hex(12)
        return f"{once}.{self._signed(route, once)}"

    def knows(self, route: str, token: str) -> bool:
        """Whether a token is one of ours, for that route."""
        once, _, signature = token.partition(".")
        return hmac.compare_digest(self._signed(route, once).encode(), signature.encode())

    def _signed(self, route: str, once: str) -> str:
        return hmac.new(self._secret, f"{route}\0{once}".encode(), sha256).hexdigest()


def is_foreign(asked: Asked) -> bool:
    """Whether a form was sent by a page that is not ours, or by who does not say."""
    origin, site = asked.headers.get("origin"), asked.headers.get("sec-fetch-site")
    if origin is not None and origin.lower() != asked.origin:
        return True
    return site != "same-origin" if site is not None else origin is None


def is_too_long(asked: Asked) -> bool:
    """Whether a form of texts sends more than texts are."""
    return asked.kind == FORM and asked.length > LONGEST_FORM


def is_form(asked: Asked, *kinds: str) -> bool:
    """Whether what is sent is of a type that forms send."""
    return asked.kind in (kinds or (FORM,))
