"""Lines and columns are those of the editor's file, whatever stands before and however it is encoded."""

import pytest

from filquartiers.model.links import links_in
from filquartiers.model.passages import passages_of

CASES = {
    "plain": "---\ntitre: Jardin\nstatut: bof\n---\n",
    "blank lines after the mark": "---\n\n\ntitre: Jardin\n\nstatut: bof\n---\n",
    "comments": "---\n# un\n# deux\ntitre: Jardin  \n# trois\nstatut: bof\n---\n",
    "long mark": "-----\ntitre: Jardin\nstatut: bof\n-----\n",
    "mended lines above": "---\ntitre: Fête : jardin\nstructure: “Bac”\nmots_cles:Santé\nstatut: bof\n---\n",
    "a value on several lines": "---\ntitre: Jardin\nrythme: le jeudi,\n  le vendredi\nstatut: bof\n---\n",
    "a block of text": "---\ntitre: Jardin\nresume: |\n  un : deux\n\n  -trois\nstatut: bof\n---\n",
    "a key with spaces": "---\ntitre: Jardin\n  # retrait\nStatut de l’action :    bof\n---\n",
    "a glued colon": "---\ntitre: Jardin\nstatut:bof\n---\n",
}
ENCODINGS = {
    "utf-8": lambda text: text.encode(),
    "BOM": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "windows-1252": lambda text: f"{text}\nété\n".encode("cp1252"),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_a_wrong_value_is_underlined_where_it_stands(read, text, encode):
    loaded = read({"fiches/jardin.md": encode(text)})
    (told,) = [one for one in loaded.problems if one.code == "choix-inconnu"]
    lines = text.split("\n")
    line = next(number for number, typed in enumerate(lines, 1) if "bof" in typed)
    column = lines[line - 1].index("bof") + 1
    assert (told.where.line, told.where.column, told.where.length) == (line, column, 3)
    assert told.where.excerpt == lines[line - 1]


def test_items_of_lists_and_groups(read):
    text = (
        "- titre: Un\n  maison: le-bac\n  debut: 6 janvier 2027\n\n"
        "- titre: Deux\n  maison:\n    - le-bac\n    - la-tour\n  debut: 7 janvier 2027\n"
    )
    (told,) = read({"calendrier/hiver.yaml": text}).problems
    assert (told.where.line, told.where.column, told.where.length) == (8, 7, 7)


def test_a_missing_field_is_told_at_its_group(read):
    text = "---\ntitre: Jardin\nbudget:\n  charges:\n    - montant: 12 €\n---\n"
    (told,) = read({"fiches/jardin.md": text}).problems
    assert (told.code, told.where.line, told.where.column) == ("champ-manquant", 5, 7)


def test_sections_of_the_body(read):
    text = "---\ntitre: Jardin\n---\n\nAvant.\n\n## Résumé\n\nUn.\n\n## Resume\n\nDeux.\n"
    (told,) = read({"fiches/jardin.md": text}).problems
    assert (told.code, told.where.line) == ("section-double", 11)
    assert "ligne 9" in told.message


def test_a_heading_in_a_fenced_block_is_text(read):
    text = "---\ntitre: Jardin\n---\n\n```\n## Résumé\n```\n"
    loaded = read({"fiches/jardin.md": text})
    assert loaded.problems == ()
    assert loaded.site.entries["fiche"][0].corps.text == "```\n## Résumé\n```"


def test_the_lines_of_long_texts_are_known(read):
    text = (
        "---\ntitre: Jardin\n---\n\nAvant.\n\nEt [la]( x ).\n\n## Autre\n\n[b](y)\n\n"
        "## Résumé\n\n\nUn [c](z).\n\n## Fin\n\n[d](w)\n"
    )
    entry = read({"fiches/jardin.md": text}).site.entries["fiche"][0]
    places = {
        link.target: passage.where(link.start, link.length)
        for passage in passages_of(entry)
        for link in links_in(passage.text)
    }
    lines = text.split("\n")
    for target, where in places.items():
        typed = where.excerpt[where.column - 1 :][: where.length]
        assert where.excerpt == lines[where.line - 1]
        assert typed.startswith("[")
        assert target in typed
        assert typed.endswith(")")
    assert [places[target].line for target in "xyzw"] == [7, 11, 16, 20]
