"""The preview: files are watched, the site is drawn anew in memory, the browser follows.

Nothing is written to the disk: what is shown is what the renderers last gave, and only that can be
served. ``watch`` notices changes, ``memory`` reads again and holds the last good text of each file,
``preview`` brings about each new state, which is ``shown``; pages are drawn ``lazily``, ``later`` does the
slow work beside, ``answers`` and ``http`` hand it all to the browser.
"""

from filquartiers.serve.http import LAST_PORT, Server, open_server
from filquartiers.serve.preview import Preview
from filquartiers.serve.shown import Layer, Shown, Stages
from filquartiers.serve.watch import Watch

__all__ = ["LAST_PORT", "Layer", "Preview", "Server", "Shown", "Stages", "Watch", "open_server"]
