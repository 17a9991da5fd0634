"""Spaces are written ~ (no-break, U+00A0) and _ (narrow no-break, U+202F) in the tables."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.render import typography
from filquartiers.render.typography import NBSP, NNBSP, typeset, typeset_html

TEXTS = """
Qui peut venir ?                    | Qui peut venir_?
Venez !                             | Venez_!
Venez!                              | Venez_!
Vraiment ?!                         | Vraiment_?!
Quoi...?                            | Quoi…_?
(sans rire !)                       | (sans rire_!)
un thé ; un café                    | un thé_; un café
un thé; un café                     | un thé_; un café
Horaires : mardi                    | Horaires~: mardi
Horaires: mardi                     | Horaires~: mardi
« Petit Déj' »                      | «_Petit Déj’_»
«Petit Déj»                         | «_Petit Déj_»
« Qui ? »                           | «_Qui_?_»
«  »                                | «_»
l'atelier d'Avalix                  | l’atelier d’Avalix
aujourd'hui                         | aujourd’hui
à suivre...                         | à suivre…
à suivre.....                       | à suivre.....
14h30                               | 14~h~30
14 h 30                             | 14~h~30
de 9h à 11h                         | de 9~h à 11~h
9 h – 11 h                          | 9~h~– 11~h
9h-11h                              | 9~h-11~h
14 hectares                         | 14 hectares
35 h par semaine                    | 35~h par semaine
02 40 70 95 92                      | 02~40~70~95~92
02.40.70.95.92                      | 02~40~70~95~92
0240709592                          | 0240709592
2 500,00 €                          | 2_500,00~€
2 500€                              | 2_500~€
1 234 567 habitants                 | 1_234_567 habitants
en 2017 300 familles                | en 2017 300 familles
44600 Saint-Nazaire                 | 44600 Saint-Nazaire
82 %                                | 82~%
82%                                 | 82~%
dès 6 ans                           | dès 6~ans
6 anses                             | 6 anses
le 6 avril 2027                     | le 6~avril 2027
le 1er mai                          | le 1er~mai
la 2ème, la 1ère, le 3eme           | la 2e, la 1re, le 3e
n°12 et n° 7                        | n°~12 et n°~7
M. Martin et Mme Petit              | M.~Martin et Mme~Petit
le m. suivant                       | le m. suivant
p. 12                               | p.~12
habitant·e·s, HABITANT.E.S          | habitant·e·s, HABITANT.E.S
habitant(e)s et/ou salarié.e.s      | habitant(e)s et/ou salarié.e.s
https://a.fr/l'an?x=2:30!           | https://a.fr/l'an?x=2:30_!
www.a.fr/14h30                      | www.a.fr/14h30
adultes · un quartier · 3 € · gratuit | adultes~· un quartier~· 3~€~· gratuit
o'brien@a.fr                        | o'brien@a.fr
de 14:30 à 16:00                    | de 14:30 à 16:00
a:b ; c::d                          | a:b_; c::d
"""

MARKUP = """
<p>« <em>x</em> ! »</p>             | <p>«_<em>x</em>_!_»</p>
<em>Qui </em>?                      | <em>Qui_</em>?
<em>Qui</em>?                       | <em>Qui</em>_?
<p>Oui</p> <p>!</p>                 | <p>Oui</p> <p>!</p>
voir <code>l'an !</code> !          | voir <code>l'an !</code>_!
<pre>a ! l'an</pre>                 | <pre>a ! l'an</pre>
<a title="l'an !" href="?a !">l'an</a> | <a title="l'an !" href="?a !">l’an</a>
<a title='>l"an !'>l'an</a>         | <a title='>l"an !'>l’an</a>
<script>a = 'x' ? 1 : 2</script>l'an | <script>a = 'x' ? 1 : 2</script>l’an
<!-- l'an ! -->l'an                 | <!-- l'an ! -->l’an
l&#39;an &amp; vous !               | l’an &amp; vous_!
&lt;b&gt; : a                       | &lt;b&gt;~: a
<time datetime="14:30">14h30</time> | <time datetime="14:30">14~h~30</time>
<b>12</b> %                         | <b>12</b>~%
<b>02</b> 40 70 95 92               | <b>02</b>~40~70~95~92
l<i>'</i>an                         | l<i>’</i>an
<svg><text>l'an</text></svg> !      | <svg><text>l'an</text></svg> !
<img alt="l'an"> ?                  | <img alt="l'an">_?
"""


def cases(table):
    rows = [re.split(r"\s*\|\s", row, maxsplit=1) for row in table.strip().splitlines()]
    return [pytest.param(before, after, id=before) for before, after in rows]


def spelled(text):
    return text.replace(NBSP, "~").replace(NNBSP, "_")


@pytest.mark.parametrize(("before", "after"), cases(TEXTS))
def test_plain_text(before, after):
    assert spelled(typeset(before)) == after


@pytest.mark.parametrize(("before", "after"), cases(MARKUP))
def test_markup(before, after):
    assert spelled(typeset_html(before)) == after


SIGNS = st.text(st.sampled_from("a éhM1250.,;:!?«»'’…%€°n()[]-–/@w\"\n\u00a0\u202f"), max_size=40)
WORDS = st.lists(
    st.sampled_from(
        ["14h30", "https://a.fr/?", "02 40 70 95 92", "1 000", "2ème", "1er", "mai", "«", "»", "...", "?",
         ":", "M.", "n°", "€", " ", "'", "h", "12"]
    )
).map("".join)  # fmt: skip


@given(st.one_of(st.text(), SIGNS, WORDS))
def test_twice_is_once(text):
    once = typeset(text)
    assert typeset(once) == once


@given(st.one_of(SIGNS, WORDS))
def test_no_word_is_lost(text):
    def letters(words):
        return re.sub(r"[\s.…]|ème|eme|e|re", "", words).replace("’", "'")

    assert letters(typeset(text)) == letters(text)


@given(st.one_of(st.text(), SIGNS, WORDS))
def test_html_without_tags_reads_as_text(text):
    assert html.unescape(typeset_html(html.escape(text))) == typeset(text)


@given(
    st.lists(st.one_of(SIGNS.map(html.escape), st.sampled_from(["<b>", "</b>", "<br>", "<code>'</code>"])))
)
def test_tags_stay_and_twice_is_once(parts):
    markup = "".join(parts)
    once = typeset_html(markup)
    assert re.findall(r"<[^>]*>", once) == re.findall(r"<[^>]*>", markup)
    assert typeset_html(once) == once


def every_rule_everywhere(text):
    """The letters of ``text`` once each rule has been tried at each of them: slow, and plainly right."""
    letters = list(text)
    for match in typography._RULES.finditer(text):
        new = typography._corrected(match)
        same_length = len(new) == len(match[0])
        letters[slice(*match.span())] = list(new) if same_length else [new, *[""] * (len(match[0]) - 1)]
    return letters


SPACED = st.lists(
    st.sampled_from(
        [" ", "\u00a0", "\n", "1er", "Mme", "Mmes", "MM.", "M.", "Dr", "Me", "p.", "A", "ans", "h", "–", "·",
         "12", "www.a.fr", "http://b.fr/l'an", "l'an", "...", "!", "mai", ":", "»", "«", "5", "%", "n°", "٣"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(st.one_of(st.text(), SIGNS, WORDS, SPACED))
def test_every_place_of_a_rule_is_found(text):
    assert typeset(text) == "".join(every_rule_everywhere(text))


@given(st.lists(st.one_of(SIGNS, WORDS, SPACED), min_size=1, max_size=5))
def test_a_sentence_is_followed_across_tags(texts):
    letters = every_rule_everywhere("".join(texts))
    expected, start = [], 0
    for text in texts:
        expected.append(html.escape("".join(letters[start : start + len(text)]), quote=False))
        start += len(text)
    markup = "<em>".join(html.escape(text) for text in texts)
    assert typeset_html(f"<p>{markup}</p>") == f"<p>{'<em>'.join(expected)}</p>"
