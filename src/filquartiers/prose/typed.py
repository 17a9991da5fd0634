"""What people type, as they see it in Notepad, written as Markdown knows it. Every pattern takes linear time.

Each pass does nothing, at once, to a text that holds none of the signs it is for.
"""

from filquartiers.prose.bullets import with_lists
from filquartiers.prose.line_ends import with_line_ends
from filquartiers.prose.pasted import with_code, with_notes, with_tables
from filquartiers.prose.slips import mended
from filquartiers.prose.tags import with_signs


def as_markdown(text: str) -> str:
    """The same words in Markdown: lists, tables, notes, addresses, line ends as the editor sees them.

    What is no Markdown for us (a lone ``<``, « 5*2 », a hashtag) is written so that it is shown.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    for rewrite in (with_code, with_tables, with_notes, with_signs, mended, with_lists, with_line_ends):
        lines = rewrite(lines)
    return lines
