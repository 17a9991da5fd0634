"""A page of the site, read as a reader of its HTML does."""

from html.parser import HTMLParser

from sides.words import Said

VOID = {"br", "img", "input", "link", "meta", "hr", "source", "wbr", "path"}
UNREAD = {"script", "style", "svg", "nav", "template"}
BLOCKS = {
    *("h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "td", "th", "caption", "blockquote"),
    *("div", "section", "ul", "ol", "dl", "main", "article", "header", "footer", "body"),
}


class _Reader(HTMLParser):
    """Gathers the text of ``<main>``, block by block."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, tuple[str, ...], bool]] = []
        self.said: list[Said] = []
        self.fresh = True  # whether the next text starts a new piece

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note where the text that follows stands."""
        if tag in VOID:
            self.fresh = True
            return
        told = dict(attributes)
        names = (
            *(told.get("class") or "").split(),
            *(f"#{told[name]}" for name in ("id",) if told.get(name)),
        )
        unread = tag in UNREAD or told.get("aria-hidden") == "true"
        self.open.append((tag, names, unread))
        self.fresh |= tag in BLOCKS

    def handle_endtag(self, tag: str) -> None:
        """Close what is open, up to this element."""
        while self.open and tag not in VOID:
            self.fresh |= self.open[-1][0] in BLOCKS
            if self.open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        """Add to the piece under way, or start one."""
        tags = [tag for tag, _, _ in self.open]
        if "main" not in tags or any(unread for _, _, unread in self.open) or not data.strip():
            return
        role = next(tag for tag in reversed(tags) if tag in BLOCKS)
        inside = tuple(name for _, names, _ in self.open for name in names)
        if self.fresh:
            self.said.append(Said(role, data, inside))
        else:
            last = self.said[-1]
            self.said[-1] = Said(last.role, last.text + data, last.inside)
        self.fresh = False


def read_page(html: str) -> list[Said]:
    """What the body of a page says; a key figure is read as it is shown, its number first."""
    reader = _Reader()
    reader.feed(html)
    said = reader.said
    for index, one in enumerate(said[:-1]):
        if one.role == "dt" and "chiffre" in one.inside:
            said[index], said[index + 1] = said[index + 1], one
    return said
