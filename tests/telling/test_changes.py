"""What readers will find new, in one sentence."""

import pytest

from filquartiers.telling.changes import changes

SOUP = "site/fiches/table-d-hotes-du-vendredi/index.html"


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        ((), ""),
        (("a-corriger.html", "site/recherche/index.js"), ""),
        ((SOUP,), "1 page (« La table d'hôtes du vendredi ») change."),
        ((SOUP, "site/fiches/index.html"), "2 pages (dont « La table d'hôtes du vendredi ») changent."),
        (("site/plan/index.html",), "1 page change."),
        (("site/agenda/tous.ics",), "L’agenda de tous change."),
        (
            ("site/agenda/maison/le-phare.ics", SOUP),
            "1 page (« La table d'hôtes du vendredi ») et l’agenda de Le Phare changent.",
        ),
        (
            (SOUP, "impression/programme-ecran.pdf", "impression/programme-bon.txt", "site/agenda/x/y.pdf"),
            "1 page (« La table d'hôtes du vendredi ») et 1 imprimé changent.",
        ),
        (
            ("site/documents/bilan.pdf", "site/images/cour-480.12345678.webp"),
            "1 document et 1 photographie changent.",
        ),
    ],
)
def test_it_is_told_in_one_sentence(editions, paths: tuple[str, ...], words: str) -> None:
    assert changes(editions["fictif"].teller, paths) == words
