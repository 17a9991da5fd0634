"""What the program writes into ``content/`` is what it reads back."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.compose import compose, compose_list, scalar
from filquartiers.content.nodes import TypedEntry
from filquartiers.content.parse import parse
from filquartiers.content.read import Source
from filquartiers.model.kinds import KINDS, Evenement, Fiche
from filquartiers.problems import Problem

unhurried = settings(deadline=None)  # the machine may be busy

TRAPS = (Path(__file__).parent / "pieges.txt").read_text(encoding="utf-8").splitlines()
ANY = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


def drafts(text: str, *, many: bool = False, name: str = "content/fiches/x.md") -> list[TypedEntry]:
    """What the reader of content makes of a file, without one word of complaint."""
    found = list(parse(Source(name, text), many=many))
    assert [one for one in found if isinstance(one, Problem)] == []
    return found


def fields_of(draft: TypedEntry) -> dict[str, str]:
    return {key.text: getattr(value, "text", "") for key, value in draft.fields.items}


def read_back(text: str) -> dict[str, str]:
    (draft,) = drafts(text)
    return fields_of(draft)


def bare(text: str) -> str:
    """What one line of text keeps, as any YAML reader understands it."""
    return yaml.load(scalar(text), Loader=yaml.BaseLoader)  # noqa: S506  it builds text only


@pytest.mark.parametrize("text", TRAPS)
def test_every_trap_is_read_back_as_typed(text):
    values = read_back(compose(Fiche, {"titre": text, "structure": text}))
    assert values == {"titre": text, "structure": text}


@pytest.mark.parametrize(
    ("text", "expected"), [("a\tb", "a b"), ("deux\nlignes", "deux lignes"), ("a\x07b\u2028c", "abc")]
)
def test_what_cannot_stand_on_one_line_is_smoothed(text, expected):
    assert read_back(compose(Fiche, {"titre": text})) == {"titre": expected}


@unhurried
@given(ANY)
def test_any_text_is_read_back(text):
    values = read_back(compose(Fiche, {"titre": f"{text}.", "structure": f".{text}"}))
    assert values == {"titre": bare(f"{text}."), "structure": bare(f".{text}")}


@unhurried
@given(st.lists(ANY, min_size=1, max_size=4))
def test_any_text_is_read_back_from_a_list_of_events(texts):
    events = [{"titre": f"{text}.", "public": [f".{text}"]} for text in texts]
    text = compose_list(Evenement, events, header="Deux\nlignes")
    found = drafts(text, many=True, name="content/calendrier/x.yaml")
    assert [fields_of(draft)["titre"] for draft in found] == [bare(f"{text}.") for text in texts]


def test_the_order_is_that_of_the_class_and_empty_values_are_left_out():
    values = {"statut": "en cours", "titre": "Jardin", "public": (), "structure": "", "dimension": None}
    text = compose(Fiche, values)
    assert text == "---\ntitre: Jardin\nstatut: en cours\n---\n"


def test_groups_lists_and_yes():
    values = {
        "titre": "Jardin",
        "mots_cles": ["Emploi, économie"],
        "personnes": {"salaries": 2, "autres": "10 enfants"},
        "budget": {"charges": [{"poste": "60 - Achats", "montant": "1800 €"}]},
        "brouillon": True,
    }
    assert compose(Fiche, values) == (
        "---\ntitre: Jardin\nmots_cles:\n  - Emploi, économie\n"
        "budget:\n  charges:\n    - poste: 60 - Achats\n"
        "      montant: 1800 €\npersonnes:\n  salaries: 2\n  autres: 10 enfants\nbrouillon: oui\n---\n"
    )


def test_long_fields_are_sections_that_no_heading_inside_can_end():
    text = compose(Fiche, {"titre": "Jardin", "resume": "# Un\n## Résumé\nligne", "corps": "Avant"})
    assert text == "---\ntitre: Jardin\n---\n\nAvant\n\n## Résumé\n\n### Un\n### Résumé\nligne\n"


def test_a_value_that_is_no_field_is_our_fault():
    with pytest.raises(KeyError):
        compose(Fiche, {"titre": "Jardin", "couleur": "rouge"})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.name)
def test_comments_explain_every_field_and_change_nothing(kind):
    names = [guide.name for guide in kind.fields() if guide.required and not guide.long]
    values = dict.fromkeys(names, "Exemple")
    told = compose(kind, values, comments=True)
    assert read_back(told) == read_back(compose(kind, values))
    for guide in kind.fields():
        if guide.name != "corps":
            assert all(line.strip() in told for line in guide.help.splitlines())
