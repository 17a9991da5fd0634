"""The forms: a page for each entry of ``content/``, drawn from its kind, and what becomes of what they send.

A request comes as `Asked`; ``guard`` lets in those of our own pages, ``routes`` names who answers.
``controls`` says what a kind asks for, ``widgets`` what of it is shown, ``sent`` reads it back; ``merging``
finds what the editor changed, ``judging`` what the reader says of it. The bytes are changed by
`filquartiers.editing` alone.
"""

from filquartiers.serve.editor.asked import Asked
from filquartiers.serve.editor.routes import Editor

__all__ = ["Asked", "Editor"]
