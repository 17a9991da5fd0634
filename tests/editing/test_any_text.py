"""Whatever a file holds and whatever is asked, an edit is what was asked or is refused; nothing is raised."""

from hypothesis import given, settings
from hypothesis import strategies as st

from content.test_any_bytes import SCRAPS
from filquartiers.editing import NotEditable, open_text
from filquartiers.model.kinds import Evenement, Fiche, Maison

FILES = st.sampled_from(
    [
        ("content/fiches/x.md", Fiche),
        ("content/maisons/x.md", Maison),
        ("content/calendrier/x.yaml", Evenement),
        ("content/calendrier/x.md", Evenement),
    ]
)
KEYS = st.sampled_from(
    ["titre: ", "nom: ", "corps: ", "public:\n  - ", "horaires:\n  lundi: ", "debut: ", "- titre: "]
)
SCRAWL = st.lists(st.one_of(SCRAPS, KEYS, st.just("---\n")), max_size=30).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "cp1252"])
VALUES = st.one_of(
    st.text(max_size=30), SCRAPS, st.lists(st.text(max_size=10), max_size=3), st.none(), SCRAWL
)


@given(FILES, st.one_of(st.binary(max_size=200), SCRAWL.map(str.encode)))
def test_any_bytes_are_opened(file, data):
    opened = open_text(file[0], data, file[1])
    assert opened.entries or opened.problem
    for index, entry in enumerate(opened.entries):
        assert entry.typed.keys() == entry.values.keys()
        assert opened.changed(index, {(name,): value for name, value in entry.values.items()}) == data


@settings(deadline=None)
@given(FILES, SCRAWL, ENCODINGS, st.data())
def test_any_edit_is_done_as_asked_or_refused(file, text, encoding, data):
    name, kind = file
    opened = open_text(name, text.encode(encoding, "ignore"), kind)
    if not opened.entries:
        return
    index = data.draw(st.integers(0, len(opened.entries) - 1))
    field = data.draw(st.sampled_from([guide.name for guide in kind.fields()]))
    value = data.draw(VALUES)
    try:
        fresh = opened.reopened(opened.changed(index, {(field,): value}))
    except NotEditable:
        return
    others = [name for name in {*opened.entries[index].values, *fresh.entries[index].values} if name != field]
    before, after = opened.entries[index].values, fresh.entries[index].values
    assert [before.get(name) for name in others] == [after.get(name) for name in others]
    for rank, entry in enumerate(opened.entries):
        assert rank == index or entry.said == fresh.entries[rank].said
    if value is None:
        assert field not in after
    elif isinstance(value, str) and value.isalnum() and value.isascii():
        assert after[field] in {value, (value,)}


@settings(deadline=None)
@given(SCRAWL, st.dictionaries(st.sampled_from(["titre", "debut", "lieu", "corps"]), VALUES, min_size=1))
def test_an_entry_is_added_whole_or_not_at_all(text, values):
    opened = open_text("content/calendrier/x.yaml", text.encode("utf-8", "ignore"), Evenement)
    try:
        data = opened.added(values)
    except NotEditable:
        return
    fresh = opened.reopened(data)
    assert [one.said for one in fresh.entries[:-1]] == [one.said for one in opened.entries]
    if len(fresh.entries) > 1:
        again = fresh.reopened(fresh.removed(len(fresh.entries) - 1))
        assert [one.said for one in again.entries] == [one.said for one in opened.entries]
