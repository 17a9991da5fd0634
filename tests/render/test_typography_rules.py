"""Each rule of French typography from both sides: what it sets right, and what looks like it and stays.

In the tables, ~ is a no-break space (U+00A0), _ a narrow one (U+202F), ␣ a plain space, ⏎ the end of a line,
and « = » stands for a text that stays as it is.
"""

import pytest

from filquartiers.render.typography import NBSP, NNBSP, typeset, typeset_html

TEXTS = """
# Web addresses are left alone, but for the mark that follows them
voir https://a.fr/l'an?x=2:30 !            | voir https://a.fr/l'an?x=2:30_!
voir (https://a.fr/l'an)                   | =
«https://a.fr/l'an»d'ici                   | «_https://a.fr/l'an_»d’ici
http://a.fr/d'ici. Et d'ailleurs           | http://a.fr/d'ici. Et d’ailleurs
https://a.fr/d'ici...                      | https://a.fr/d'ici…
www.a.fr/d'ici, l'an                       | www.a.fr/d'ici, l’an
www.a.fr/l'an!                             | www.a.fr/l'an_!
xwww.a.fr/l'an                             | xwww.a.fr/l’an
a/www.a.fr/l'an                            | a/www.a.fr/l’an

# Telephones
(02 40 70 95 92)                           | (02~40~70~95~92)
02 40 70 95 92, poste 3                    | 02~40~70~95~92, poste 3
02~40_70 95.92                             | 02~40~70~95~92
02 40 70 95                                | =
02 40 70 95 92a                            | =
00 40 70 95 92                             | =
B02 40 70 95 92                            | =
1,02 40 70 95 92                           | =
n-02 40 70 95 92                           | =
1.02 40 70 95 92                           | =
02-40-70-95-92                             | =

# Hours
0h                                         | 0~h
9h05                                       | 9~h~05
19h59                                      | 19~h~59
24h                                        | 24~h
23 h 05, 9_h~30                            | 23~h~05, 9~h~30
9⏎h⏎30                                     | 9~h~30
25h                                        | =
29h30                                      | =
9h75                                       | =
9h5                                        | =
14h@a.fr                                   | =
14 habitants                               | =
10:9h                                      | =
1,9h                                       | =
a/9h                                       | =
A9h                                        | =
3.9h                                       | =
de 9h30 à 11h30.                           | de 9~h~30 à 11~h~30.
9hs                                        | =

# Ordinals
la 1ère fois, la 1ere fois                 | la 1re fois, la 1re fois
la 12ème, le 12eme.                        | la 12e, le 12e.
la 21ère                                   | =
les 2èmes                                  | =
A2ème                                      | =
1,2ème                                     | =
1.2ème                                     | =
article-2ème                               | =

# Thousands
1 000, 12 000 et 123 456 789               | 1_000, 12_000 et 123_456_789
2~500 et 2_500                             | 2_500 et 2_500
1 0000                                     | =
1234 567                                   | =
1 000a                                     | =
3,1 000                                    | =
3.1 000                                    | =
2 50                                       | =
n1 000                                     | =

# Quotation marks
«mot» et «  mot  »                         | «_mot_» et «_mot_»
«⏎mot⏎»                                    | «_mot_»
dit «␣                                     | =
«                                          | =
» seul                                     | =
« » vide                                   | «_» vide
« Oui. » et «Oui.»                         | «_Oui._» et «_Oui._»
(«oui»)                                    | («_oui_»)
« a » ; « b »                              | «_a_»_; «_b_»

# Marks
Oui␣␣! Non~? Si_;                          | Oui_! Non_? Si_;
␣!                                         | =
Oui!! Non ?! Si!?                          | Oui_!! Non_?! Si_!?
(?) [!] (!) [;                             | =
«?»                                        | «_?_»
:!                                         | =
a!b, a?b=1 et a;b                          | =
(oui!) [oui!] "oui!" “oui!”                | (oui_!) [oui_!] "oui_!" “oui_!”
oui!, oui!. oui!…                          | oui_!, oui_!. oui_!…
oui!-                                      | =
!                                          | =
3!                                         | 3_!

# Colons
Prix␣␣: 3                                  | Prix~: 3
Prix : et Prix:                            | Prix~: et Prix~:
Prix~: 3                                   | =
Prix :                                     | Prix~:
Prix:                                      | Prix~:
Prix :3                                    | =
«Prix»: 3                                  | «_Prix_»~: 3
«Prix:»                                    | «_Prix~:_»
Prix :«a» et Prix :»                       | Prix~:«_a_» et Prix~:_»
(: [: «:                                   | (: [: «_:
a :: b                                     | =
a:: b                                      | =
14:30 et a:b                               | =
: x                                        | =

# Apostrophes
d'Élise, L'ÉTÉ                             | d’Élise, L’ÉTÉ
rock'n'roll                                | rock’n’roll
5' et 5'30                                 | =
l'a@b.fr                                   | =
d'arc.en-ciel+x@b.fr                       | =

# Dots
Et ... a...b                               | Et … a…b
...                                        | …
Et....                                     | =
..                                         | =

# Units
3%, 3 %, 3€ et 3␣␣€                        | 3~%, 3~%, 3~€ et 3~€
3%x                                        | =
3€/h                                       | 3~€/h
x €                                        | =
20 °C                                      | 20~°C
20°C                                       | =
5 km, 5 cm, 5 mm, 5 m² et 5 m              | 5~km, 5~cm, 5~mm, 5~m² et 5~m
5 kms                                      | =
5 mètres                                   | =
2 kg et 2 g                                | 2~kg et 2~g
9 h, 10 min et 10 s                        | 9~h, 10~min et 10~s
10 minutes                                 | =
1 an, 2 ans, 3 mois, 1 jour, 2 jours       | 1~an, 2~ans, 3~mois, 1~jour, 2~jours
1 semaine, 4 semaines, 1 heure, 3 heures   | 1~semaine, 4~semaines, 1~heure, 3~heures
1 euro, 50 euros, 12 personnes             | 1~euro, 50~euros, 12~personnes
2 anses, 12 personnels, 3 joursx           | =

# Months
1 janvier, 1 février, 1 mars, 1 avril      | 1~janvier, 1~février, 1~mars, 1~avril
1 mai, 1 juin, 1 juillet, 1 août           | 1~mai, 1~juin, 1~juillet, 1~août
1 septembre, 1 octobre, 1 novembre, 1 décembre | 1~septembre, 1~octobre, 1~novembre, 1~décembre
6 maison, 12 maillots                      | =
le 1er mai                                 | le 1er~mai
11er mai                                   | =

# Numbers
n° 5, n°5, N°5                             | n°~5, n°~5, N°~5
n °5                                       | =
an°5                                       | =
n° cinq                                    | =

# Dashes and middle dots
9 h – 11 h                                 | 9~h~– 11~h
9 – 11 et 9 —11                            | 9~– 11 et 9~—11
9 - 11                                     | =
lundi – mardi                              | =
9 – mardi                                  | =
mardi – 9                                  | =
adultes · gratuit                          | adultes~· gratuit
adultes ·                                  | =
adultes ·gratuit                           | =

# Titles and pages
M. Martin, MM. Martin et Petit             | M.~Martin, MM.~Martin et Petit
Mme Élise, Mmes Petit, Dr Petit, Me Petit  | Mme~Élise, Mmes~Petit, Dr~Petit, Me~Petit
M. le maire, Mme la maire                  | =
AM. Martin                                 | =
p. 12, P. 12                               | p.~12, P.~12
p. douze                                   | =
sp. 12                                     | =
"""

MARKUP = """
<SCRIPT>l'an⏎l'an</SCRIPT> l'an            | <SCRIPT>l'an⏎l'an</SCRIPT> l’an
<style>⏎a::after { content: '!' }⏎</style> | =
<!-- l'an⏎! -->l'an                        | <!-- l'an⏎! -->l’an
<p>a "b" !</p>                             | <p>a "b"_!</p>
<p>a <b>"b"</b> !</p>                      | <p>a <b>"b"</b>_!</p>
<b>a</b> &amp; b &lt; c !                  | <b>a</b> &amp; b &lt; c_!
Oui <article>!</article>                   | =
<P>Oui</P> !                               | =
<EM>Oui</EM> !                             | <EM>Oui</EM>_!
l'<IMG alt="l'an">'an !                    | l’<IMG alt="l'an">'an_!
Oui<br>!                                   | =
<b>1</b> <i>000</i> €                      | <b>1</b>_<i>000</i>~€
<b>9</b> <i>h</i> <u>30</u>                | <b>9</b>~<i>h</i>~<u>30</u>
<b>...</b>                                 | <b>…</b>
M. <b>Martin</b>                           | M.~<b>Martin</b>
M.<b> Martin</b>                           | M.<b>~Martin</b>
Oui&nbsp;! Oui&#160;!                      | Oui_! Oui_!
<a>l'an                                    | <a>l’an
"""

SIGNS = {"~": NBSP, "_": NNBSP, "␣": " ", "⏎": "\n"}
INLINE = (
    "a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u",
)  # fmt: skip
CODE = ("code", "kbd", "samp", "var")
OPAQUE = ("script", "style", "pre", "textarea", "svg", "template")
BLOCK = ("p", "div", "article", "section", "body", "ul", "li", "td", "address", "summary", "dt")


def meant(text: str) -> str:
    return "".join(SIGNS.get(sign, sign) for sign in text)


def cases(table: str):
    rows = [row.split(" | ") for row in table.splitlines() if row and not row.startswith("#")]
    texts = [(before.rstrip(), before.rstrip() if after == "=" else after) for before, after in rows]
    return [pytest.param(meant(before), meant(after), id=before) for before, after in texts]


@pytest.mark.parametrize(("before", "after"), cases(TEXTS))
def test_plain_text(before, after):
    assert typeset(before) == after


@pytest.mark.parametrize(("before", "after"), cases(MARKUP))
def test_markup(before, after):
    assert typeset_html(before) == after


@pytest.mark.parametrize("tag", INLINE)
def test_a_sentence_goes_on_through_what_stands_in_a_line(tag):
    assert typeset_html(f"<{tag}>l'an</{tag}> !") == f"<{tag}>l’an</{tag}>{NNBSP}!"


@pytest.mark.parametrize("tag", CODE)
def test_code_is_a_word_of_the_sentence_and_stays(tag):
    markup = f"l'an <{tag}>l'an\n!</{tag}> !"
    assert typeset_html(markup) == f"l’an <{tag}>l'an\n!</{tag}>{NNBSP}!"


@pytest.mark.parametrize("tag", OPAQUE)
def test_what_is_no_text_stays_and_ends_a_sentence(tag):
    markup = f"l’an <{tag} title='>'>l'an <b>l'an</b>\n...</{tag}> !"
    assert typeset_html(markup) == markup


@pytest.mark.parametrize("tag", BLOCK)
def test_a_block_is_a_sentence_of_its_own(tag):
    assert typeset_html(f"Oui <{tag}>! l'an</{tag}> ! l'an") == f"Oui <{tag}>! l’an</{tag}> ! l’an"


@pytest.mark.parametrize("text", ["Дзвоніть: 02", "Ласкаво просимо!", "Τι;", "שלום?", "مرحبا:"])
def test_the_marks_of_other_scripts_take_no_space(text):
    assert typeset_html(text) == text
