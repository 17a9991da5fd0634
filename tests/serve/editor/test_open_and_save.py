"""Opening a form and saving it leaves every file as it is, to the byte: faulty ones too."""

import shutil
from pathlib import Path

import pytest

from filquartiers.project import Project
from filquartiers.serve import Preview, Stages
from serve.editor.visitor import Inside
from serve.scene import DAY

TESTS = Path(__file__).parents[2]
PROJECTS = [
    TESTS.parent,
    TESTS / "exemples/fictif",
    TESTS / "exemples/mini",
    *sorted((TESTS / "fautes").iterdir()),
]


def files(root):
    return {str(one.relative_to(root)): one.read_bytes() for one in sorted(root.rglob("*")) if one.is_file()}


@pytest.mark.parametrize(
    "project", [one for one in PROJECTS if (one / "content").is_dir()], ids=lambda one: one.name
)
def test_nothing_changes(project, tmp_path):
    shutil.copytree(project / "content", tmp_path / "content", symlinks=True)
    preview = Preview(Project(tmp_path, DAY, drafts=True), Stages(), lambda *_: None)
    preview.refresh()
    try:
        visitor, before = Inside(preview), files(tmp_path / "content")
        room = visitor.editor.room
        for one in (one for kind in preview.project.kinds for one in room.shelves.entries(kind, room.site)):
            open_and_save(visitor, one)
        assert files(tmp_path / "content") == before
    finally:
        preview.close()


def open_and_save(visitor, one):
    page = visitor.entry(one.file, one.rank)
    if page.status == 200:
        answer = visitor.send(page.form("fiche"), follow=False)
        assert answer.status == 303, (one, answer.words)
        assert "rien=1" in answer.headers["Location"]
    elif page.status == 303:
        text = visitor.get(page.headers["Location"])
        if text.status == 200:
            assert visitor.send(text.form("texte"), follow=False).status == 303
    else:
        assert page.status == 409, (one, page.words)  # it cannot be read at all
