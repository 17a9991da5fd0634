"""The preview: files are watched, the site is drawn anew in memory, the browser follows.

Nothing is written to the disk: what is shown is what the renderers last gave, and only that can be
served. ``watch`` notices changes, ``preview`` holds what is shown, ``http`` hands it to the browser.
"""

from filquartiers.serve.http import Server, open_server
from filquartiers.serve.preview import Preview, Shown
from filquartiers.serve.watch import Watch

__all__ = ["Preview", "Server", "Shown", "Watch", "open_server"]
