"""What French content does to YAML and Markdown loaders: each trap ends in its value or in a sentence."""

import unicodedata
from datetime import date, time
from decimal import Decimal

import pytest

from filquartiers.model.kinds import Brochure, Evenement, Fiche, Maison, Reseau
from filquartiers.model.kinds.reseau import Chiffre


def house(read, *lines):
    loaded = read({"maisons/le-bac.md": "---\nnom: Le Bac\nreseau: rives\n" + "\n".join(lines) + "\n---\n"})
    assert loaded.problems == ()
    return loaded.site.of(Maison)[0]


def event(read, *lines):
    text = "- titre: Loto\n  maison: le-bac\n" + "".join(f"  {line}\n" for line in lines)
    loaded = read({"calendrier/hiver.yaml": text})
    assert loaded.problems == ()
    return loaded.site.of(Evenement)[0]


def test_a_telephone_keeps_its_zero(read):
    assert house(read, "telephone: 0240703522").telephones == ("0240703522",)


def test_a_postcode_keeps_its_zero(read):
    assert house(read, "code_postal: 01000").code_postal == "01000"


@pytest.mark.parametrize("typed", ["14:00", "14h", "14 h 00", "14h00"])
def test_an_hour_is_no_sexagesimal_number(read, typed):
    assert event(read, "debut: 6 janvier 2027", f"horaire: {typed}").horaire.start == time(14)


@pytest.mark.parametrize(
    "typed", ["0o17", "017_5", "0x1F", "1e3", "1_000", "1:30", "+5", ".5", ".inf", "5 ou 6"]
)
def test_a_number_is_read_as_french_writes_it_or_refused(read, typed):
    loaded = read({"maisons/le-port.md": f"---\nnom: Le Port\nreseau: rives\nordre: {typed}\n---\n"})
    assert [one.code for one in loaded.problems] == ["nombre-invalide"]


def test_a_leading_zero_is_no_octal_number(read):
    assert house(read, "ordre: 012").ordre == 12


@pytest.mark.parametrize("typed", ["47.2735", "47,2735", "47,2735°", "'47,2735'"])
def test_a_position_has_a_comma_or_a_point(read, typed):
    position = house(read, "position:", f"  latitude: {typed}", "  longitude: -2,2137").position
    assert (position.latitude, position.longitude) == (47.2735, -2.2137)


@pytest.mark.parametrize("typed", ["67,5 %", "67.5 %", "67.50", "67,5%"])
def test_a_rate_keeps_its_decimals(read, typed):
    text = f"---\nnom: Rives\nville: Rives\naccessibilite:\n  taux: {typed}\n---\n"
    assert read({"reseaux/rives.md": text}).site.of(Reseau)[0].accessibilite.taux == Decimal("67.5")


@pytest.mark.parametrize("typed", ["2 000", "2000 ex.", "2\u00a0000 exemplaires", "2\u202f000"])
def test_copies_are_counted(read, typed):
    text = f"titre: Nous\nreseau: rives\nexemplaires: {typed}\n"
    assert read({"brochures/nous.yaml": text}).site.of(Brochure)[0].exemplaires == 2000


@pytest.mark.parametrize("typed", ["2_000", "2 000 à 3 000", "2000-3000", "1e3", "2.000"])
def test_copies_that_are_not_one_number_are_refused(read, typed):
    loaded = read({"brochures/nous.yaml": f"titre: Nous\nreseau: rives\nexemplaires: {typed}\n"})
    assert [one.code for one in loaded.problems] == ["exemplaires-invalides"]


@pytest.mark.parametrize(
    ("typed", "free"),
    [
        ("gratuit", True),
        ("Gratuit, sur inscription", True),
        ("Entrée gratuite", True),
        ("gratuit pour tous", True),
        ("gratuit pour les moins de 12 ans, 3 € sinon", False),
        ("gratuit ou 3 €", False),
        ("pas gratuit", False),
        ("prix libre", False),
        ("3 €", False),
    ],
)
def test_a_price_is_free_only_when_it_is_for_all(read, typed, free):
    said = event(read, "debut: 6 janvier 2027", f"tarif: {typed}")
    assert (said.tarif, said.is_free) == (typed, free)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [("plus de 80", ("plus de", "80")), ("24", ("", "24")), ("1 840", ("", "1 840")), ("80 %", ("", "80 %"))],
)
def test_a_figure_keeps_its_words(typed, parts):
    assert Chiffre(valeur=typed, libelle="x").parts == parts


@pytest.mark.parametrize("word", ["NO", "on", "Yes", "null", "~x", "1e3", "0x1F", "2027-01-06", "1_000"])
def test_words_of_yaml_stay_text(sheet, word):
    entry, codes = sheet(f"departement: {word}")
    assert entry.departement == word
    assert codes == []


@pytest.mark.parametrize(
    ("word", "value"), [("oui", True), ("Non", False), ("on", True), ("off", False), ("yes", True)]
)
def test_a_yes_no_field_reads_yes_and_no(read, word, value):
    loaded = read({"reseaux/rives.md": f"---\nnom: Rives\nville: Rives\ndemonstration: {word}\n---\n"})
    assert loaded.site.of(Reseau)[0].demonstration is value


@pytest.mark.parametrize(
    "title",
    [
        "Fête : le jardin",
        "Fête: le jardin",
        "Jardin :",
        "18h : la soupe, 19h : le bal",
        "Petits : « un »",
        "L'été: c'est demain",
    ],
)
def test_a_colon_in_a_title(sheet, title):
    entry, codes = sheet(titre=f"titre: {title}")
    assert (entry.titre, codes) == (title, [])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Atelier #2 cuisine", "Atelier"), ("Atelier # cuisine", "Atelier"), ("Menu #1 #2", "Menu")],
)
def test_what_follows_a_hash_is_told(sheet, typed, kept):
    entry, codes = sheet(titre=f"titre: {typed}")
    assert (entry.titre, codes) == (kept, ["diese"])


def test_a_value_that_is_only_a_hash_is_told(sheet):
    entry, codes = sheet("rythme: #ff6600")
    assert (entry.rythme, codes) == (None, ["diese"])


def test_a_comment_is_no_loss(sheet):
    entry, codes = sheet("# une remarque", "rythme: le jeudi  # à vérifier")
    assert entry.rythme == "le jeudi"
    assert codes == ["diese"]  # nothing tells a remark from a text: better one word too many


def test_the_same_key_twice_names_both_lines(read):
    loaded = read({"fiches/jardin.md": "---\ntitre: Un\nrythme: le jeudi\nTitre: Deux\n---\n"})
    (told,) = loaded.problems
    assert (told.code, told.where.line) == ("cle-double", 4)
    assert "ligne 2" in told.message


@pytest.mark.parametrize(
    "title",
    [
        '"Petit Déj" à idées',
        "'Petit Déj' à idées",
        "@asso",
        "*gras*",
        "*La* soupe",
        "& compagnie",
        "% de rire",
        "> Ville",
        "| Ville",
    ],
)
def test_signs_of_yaml_that_open_a_title(sheet, title):
    entry, codes = sheet(titre=f"titre: {title}")
    assert entry.titre == title
    assert codes in ([], ["signe-reserve"])


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("[Ville]", "texte-attendu"),
        ("{Ville}", "texte-attendu"),
        ("&ancre Ville", "yaml-ancre"),
        ("*ancre", "yaml-ancre"),
        ("!important", "yaml-etiquette"),
        ("!!python/name:os.system", "yaml-etiquette"),
        ("[Ville", "crochets-non-fermes"),
        (">2 Ville", "yaml-illisible"),
        ('"Ville', "guillemets-non-fermes"),
    ],
)
def test_signs_of_yaml_that_need_a_sentence(sheet, title, code):
    entry, codes = sheet(titre=f"titre: {title}")
    assert (entry, codes) == (None, [code])


@pytest.mark.parametrize("indent", ["\t", "  \t", "\u00a0\u00a0", "\u202f\u202f"])
def test_tabs_and_no_break_spaces_as_indent(sheet, indent):
    entry, codes = sheet("mots_cles:", f"{indent}- Santé", f"{indent}- Environnement")
    assert entry.mots_cles == ("Santé", "Environnement")
    assert codes == ["indentation", "indentation"]


def test_a_no_break_space_before_a_colon(sheet):
    entry, codes = sheet("rythme\u00a0: le jeudi", "structure : Le Bac")
    assert (entry.rythme, entry.structure, codes) == ("le jeudi", "Le Bac", [])


def test_curly_quotes_are_taken_off(sheet):
    entry, codes = sheet(titre="titre: “Jardin d’été”")
    assert (entry.titre, codes) == ("Jardin d’été", ["guillemets-courbes"])


def test_curly_quotes_inside_stay(sheet):
    entry, codes = sheet(titre="titre: Le “Bac” et l’eau")
    assert (entry.titre, codes) == ("Le “Bac” et l’eau", [])


@pytest.mark.parametrize(
    "typed",
    [
        "06/04/2017",
        "6 avril 2017",
        "jeudi 6 avril 2017",
        "6/4/2017",
        "2017-04-06",
        "le 6 avril 2017",
        "6 AVRIL 2017",
    ],
)
def test_dates_day_first(sheet, typed):
    entry, codes = sheet(f"relue_le: {typed}")
    assert (entry.relue_le, codes) == (date(2017, 4, 6), [])


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("04/13/2017", "date-impossible"),
        ("vendredi 6 avril 2017", "jour-contredit"),
        ("31 juin 2017", "date-impossible"),
    ],
)
def test_dates_that_cannot_be(sheet, typed, code):
    entry, codes = sheet(f"relue_le: {typed}")
    assert (entry, codes) == (None, [code])


@pytest.mark.parametrize(
    "typed", ["9h30-11h", "9 h 30 à 11 h", "de 9h30 à 11h", "9:30-11:00", "9h30 – 11h", "entre 9h30 et 11h"]
)
def test_hours(read, typed):
    hours = event(read, "debut: 6 janvier 2027", f"horaire: {typed}").horaire
    assert (hours.start, hours.end) == (time(9, 30), time(11))


def test_one_hour(read):
    assert event(read, "debut: 6 janvier 2027", "horaire: 18h").horaire.start == time(18)


TEXT = "---\ntitre: Fête d’été\n---\n\n## Résumé\n\nÀ l’été, cœur léger.\n"


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (TEXT.encode(), []),
        (TEXT.encode("utf-8-sig"), []),
        (TEXT.encode("utf-16"), ["encodage"]),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), ["encodage"]),
        (TEXT.encode("cp1252"), ["encodage"]),
        (TEXT.replace("\n", "\r\n").encode(), []),
        (TEXT.replace("\n", "\r").encode(), []),
        (TEXT.replace("\n", "\r\n").encode("utf-16"), ["encodage"]),
        (unicodedata.normalize("NFD", TEXT).encode(), []),
    ],
    ids=["utf-8", "BOM", "utf-16", "utf-16 BE", "windows-1252", "CRLF", "CR", "utf-16 CRLF", "NFD"],
)
def test_every_encoding_gives_the_same_sheet(read, data, codes):
    loaded = read({"fiches/fete.md": data})
    (entry,) = loaded.site.of(Fiche)
    assert (entry.titre, entry.resume.text) == ("Fête d’été", "À l’été, cœur léger.")
    assert [one.code for one in loaded.problems] == codes


def test_names_of_files_in_nfd(read):
    loaded = read({unicodedata.normalize("NFD", "fiches/fête.md"): TEXT})
    (entry,) = loaded.site.of(Fiche)
    assert (entry.slug, entry.origin.file) == ("fete", "content/fiches/fête.md")
    assert [one.code for one in loaded.problems] == ["nom-decompose"]


def test_two_names_equal_after_nfc_are_an_error(read):
    names = [unicodedata.normalize(form, "fiches/fête.md") for form in ("NFC", "NFD")]
    loaded = read(dict.fromkeys(names, TEXT))
    assert "adresse-double" in [one.code for one in loaded.problems]


def test_two_files_of_one_address_are_named_both(read):
    loaded = read({"fiches/Fête.md": TEXT, "fiches/fete.md": TEXT})
    (told,) = loaded.problems
    assert told.code == "adresse-double"
    assert {told.where.file, told.message.split(" que ")[1].split(" :")[0]} == {
        "content/fiches/Fête.md",
        "content/fiches/fete.md",
    }


@pytest.mark.parametrize("rule", ["---", "-----", "- - -", "***"])
def test_a_rule_inside_the_text_is_no_header(read, rule):
    loaded = read({"fiches/jardin.md": f"---\ntitre: Jardin\n---\n\nAvant.\n\n{rule}\n\nstatut: perdu\n"})
    (entry,) = loaded.site.of(Fiche)
    assert loaded.problems == ()
    assert entry.corps.text == f"Avant.\n\n{rule}\n\nstatut: perdu"
    assert entry.statut is None


def test_a_keyword_is_never_split_on_commas(sheet):
    entry, codes = sheet("mots_cles: Emploi, économie")
    assert (entry.mots_cles, codes) == (("Emploi, économie",), [])


@pytest.mark.parametrize(
    "key", ["Statut", "STATUT", "statut de l’action", "Statut_de_l_action", "état", "Etat", '"statut"']
)
def test_keys_whatever_their_case_and_accents(sheet, key):
    entry, codes = sheet(f"{key}: Terminé")
    assert (entry.statut, codes) == ("terminée", [])


@pytest.mark.parametrize(
    ("lines", "code", "values"),
    [
        (("mots_cles:", "  -Santé", "  -Environnement"), "tiret-colle", ("Santé", "Environnement")),
        (("mots_cles:", "-Santé"), "tiret-colle", ("Santé",)),
        (("mots_cles:Santé",), "espace-manquante", ("Santé",)),
    ],
)
def test_a_missing_space_is_understood(sheet, lines, code, values):
    entry, codes = sheet(*lines)
    assert entry.mots_cles == values
    assert set(codes) == {code}


@pytest.mark.parametrize("text", ["https://exemple.fr", "02:30", "un\n  -deux", "|\n  -deux\n  trois:quatre"])
def test_a_missing_space_is_not_invented(sheet, text):
    entry, codes = sheet(f"rythme: {text}")
    assert entry is not None
    assert codes == []
