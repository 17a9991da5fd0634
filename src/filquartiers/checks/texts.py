"""The long texts: links and pictures that lead nowhere, words that say nothing, headings out of order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from filquartiers.model.addresses import own_pages
from filquartiers.model.files import PICTURE_FIELDS, in_texts
from filquartiers.model.headings import lines_in
from filquartiers.model.links import TypedLink, bare_name, links_in, names_of
from filquartiers.model.passages import Passage, passages
from filquartiers.model.site import Site
from filquartiers.model.text import closest, folded
from filquartiers.problems import Problem, Where, problem
from filquartiers.prose import shortened, unreadable
from filquartiers.prose.foreign import foreign_marks

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)
_WEB = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|eu|info|example)(?:/\S*)?", re.IGNORECASE
)
_FATES = {"as-link": "video-en-lien", "shown": "marque-montree", "left-out": "marque-ecartee"}
_LONGEST_MARK = 60
# Words that tell nothing of where a link leads, without accents or case.
_BARE = re.compile(
    r"(par )?ici|la|clic|cliquez( ici)?|clique ici|(ce |le )?(lien|site)|(cette )?page|lire( la suite)?"
    r"|(la )?suite|plus|(en )?savoir plus|plus d (infos|informations)|voir( plus)?"
)


def broken_links(site: Site, files: AbstractSet[str]) -> Iterator[Problem]:
    """Links to a page or a document of ours that does not exist, exact case."""
    pages = names_of(site).keys() | set(own_pages(site))
    known: tuple[str, ...] = ()  # put in order once something is broken
    for entry in site.everything():
        for link, passage in in_texts(entry, pictures=False):
            if link.name not in files and bare_name(link.name) not in pages:
                where = passage.where(link.start, link.length)
                known = known or (*sorted(pages), *sorted(files))
                yield _broken(link, where, known)


def _broken(link: TypedLink, where: Where, known: Iterable[str]) -> Problem:
    if _MAIL.fullmatch(link.name):
        return problem("lien-incomplet", where, cible=link.target, proche=f"mailto:{link.name}")
    if _WEB.fullmatch(link.name):
        return problem("lien-incomplet", where, cible=link.target, proche=f"https://{link.name}")
    near = closest(bare_name(link.name), known)
    return problem("lien-casse", where, cible=link.target, proche=near)


def silent_pictures(site: Site) -> Iterator[Problem]:
    """Pictures without the words that stand for them (WCAG 2.2, 1.1.1)."""
    for passage in passages(site):
        for link in links_in(passage.text):
            if link.is_picture and not link.words.strip():
                where = passage.where(link.start, link.length)
                yield problem("image-sans-description", where, fichier=link.target)
    for entry in site.everything():
        for name in PICTURE_FIELDS:
            if getattr(entry, name, None) and not getattr(entry, f"{name}_description", None):
                file = getattr(entry, name)
                yield problem(
                    "photo-sans-description", entry.where(name), fichier=file, champ=f"{name}_description"
                )


def bare_words(site: Site) -> Iterator[Problem]:
    """Links whose words mean nothing out of their sentence (WCAG 2.2, 2.4.4; RGAA 6.1)."""
    for passage in passages(site):
        for link in links_in(passage.text):
            if not link.is_picture and link.target and _BARE.fullmatch(folded(link.words)):
                where = passage.where(link.start, link.length)
                yield problem("lien-sans-sens", where, mots=link.words.strip())


def headings(site: Site) -> Iterator[Problem]:
    """Headings that skip a level inside a text (WCAG 2.2, 1.3.1)."""
    for passage in passages(site):
        # A section already stands under its own ``##``; free text brings its own.
        level = 1 if passage.path == ("corps",) else 2
        for line, (_, found) in enumerate(lines_in(passage.text)):
            if not found:
                continue
            typed = len(found["level"])
            if typed > level + 1:
                where = passage.at_line(line, found.start("level"), len(found.group().strip()))
                yield problem("titre-saute", where, titre=found["text"], attendu="#" * (level + 1))
            level = typed


def readable(_site: Site, texts: Sequence[Passage]) -> Iterator[Problem]:
    """Texts that would take minutes to read, or whose quotes and lists stand too deep in each other."""
    for passage in texts:
        line = unreadable(passage.text)
        if line is not None:
            yield problem("texte-illisible", passage.at_line(line))


def marks_of_others(site: Site) -> Iterator[Problem]:
    """Videos, marks of other tools and pictures of elsewhere: what becomes of them, told at their line."""
    for passage in passages(site):
        for mark in foreign_marks(passage.text):
            where = passage.where(mark.start, len(mark.words))
            yield problem(_FATES[mark.fate], where, marque=shortened(mark.words, _LONGEST_MARK))
        for link in links_in(passage.text):
            if link.is_picture and link.target and not link.is_internal:
                yield problem("image-d-ailleurs", passage.where(link.start, link.length), fichier=link.target)
