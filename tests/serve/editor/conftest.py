"""The editor of a small project, at work."""

import pytest

from filquartiers.build import PAGES
from serve.editor.visitor import Visitor


@pytest.fixture
def scene(play):
    with play(dict(PAGES)) as made:
        made.until(lambda shown: not shown.looking)  # only what is saved from now on is a change
        yield made


@pytest.fixture
def visitor(scene):
    return Visitor(scene)
