"""Each made-up fault is found by its check, and by no other."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, Pdf
from PIL import Image

from filquartiers.press.finish import finish
from filquartiers.press.job import Press
from filquartiers.press.pictures import read_picture
from filquartiers.press.preflight import preflight
from filquartiers.problems import CATALOGUE, Gravity
from press.faults_of_files import ENCRYPTED, WHOLE
from press.faults_of_pages import PAINTED
from press.ghent import GHENT, named
from press.makers import HELVETICA, IMPRINT, SRGB, changed, draws, form, jbig2, press, samples
from press.odd_files import odd_file


def codes(pdf, **profile):
    report = preflight(pdf, press(**profile), "essai.pdf", thumbnails=False)
    return {problem.code for problem in report.problems}


def test_nothing_is_wrong_with_a_sound_file(sound_pdf):
    report = preflight(sound_pdf, press(), "essai.pdf", thumbnails=False)
    assert report.problems == ()
    assert report.verdict.startswith("Aucune erreur")


@pytest.mark.parametrize("name", PAINTED)
def test_a_fault_painted_on_a_page_is_found_by_its_check(sound_pdf, name):
    fault, code = PAINTED[name]
    assert codes(changed(sound_pdf, fault), tons_directs_max=1) == {code}


@pytest.mark.parametrize("name", GHENT)
def test_a_rule_of_the_ghent_workgroup_holds_at_its_threshold(sound_pdf, name):
    rule = GHENT[name]
    for fault in rule.beyond:
        assert codes(changed(sound_pdf, fault), **rule.profile) == {rule.code}
    for twin in rule.within:
        assert codes(changed(sound_pdf, twin), **rule.profile) == set()


@pytest.mark.parametrize("name", WHOLE)
def test_a_fault_of_the_file_is_found_by_its_check(sound_pdf, name):
    fault, code = WHOLE[name]
    assert codes(changed(sound_pdf, fault)) == {code}


@pytest.mark.parametrize("name", ENCRYPTED)
def test_an_encrypted_file_is_refused_in_one_sentence(sound_pdf, name):
    encryption, code = ENCRYPTED[name]
    assert codes(changed(sound_pdf, lambda _: None, encryption=encryption)) == {code}


@pytest.mark.parametrize(
    "data", [b"", b"Bonjour", b"%PDF-1.7\n", b"\x89PNG\r\n"], ids=["vide", "texte", "entete", "image"]
)
def test_what_is_no_pdf_is_refused_in_one_sentence(data):
    assert codes(data) == {"pdf-illisible"}


def test_a_file_cut_short_is_refused_or_said_to_be_mended(sound_pdf):
    assert codes(sound_pdf[: len(sound_pdf) // 3]) == {"pdf-illisible"}
    end = sound_pdf.rindex(b"startxref")
    assert codes(sound_pdf[:end] + b"startxref\n12345\n%%EOF\n") == {"pdf-repare"}


def test_a_file_without_a_page_is_refused(sound_pdf):
    def empty(pdf):
        del pdf.pages[:]

    assert codes(changed(sound_pdf, empty)) == {"pdf-sans-page"}


def test_a_screen_profile_is_refused_as_a_press(sound_pdf):
    report = preflight(sound_pdf, Press(press().profile, SRGB), "essai.pdf")
    assert [problem.code for problem in report.problems] == ["profil-icc"]


def test_too_many_or_too_few_pages(sound_pdf):
    assert codes(sound_pdf, pages_min=8) == {"pages-nombre"}
    assert codes(sound_pdf, pages_max=2, multiple_de=2) == {"pages-nombre"}


def test_a_single_sheet_is_not_asked_to_be_bound(sound_pdf):
    def one(pdf):
        del pdf.pages[1:]

    assert codes(changed(sound_pdf, one), multiple_de=4) == set()


def test_transparency_is_an_error_in_x1a_only(sound_pdf):
    see_through = draws("/A gs 0 1 0 0 k 60 60 40 40 re f", ExtGState={"A": Dictionary(ca=0.5)})
    pdf = changed(sound_pdf, see_through)
    assert codes(pdf) == set()
    assert codes(pdf, norme="PDF/X-1a") == {"transparence-x1a", "norme-differente"}


def test_colours_inside_a_soft_mask_put_no_ink_on_paper(sound_pdf):
    def masked(pdf):
        group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
        mask = form("1 1 1 rg 0 0 300 300 re f", Group=group)(pdf)
        state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask))
        draws("/M gs 0 1 0 0 k 60 60 40 40 re f", ExtGState={"M": state})(pdf)

    assert codes(changed(sound_pdf, masked)) == set()


def test_a_form_that_draws_itself_is_walked_once(sound_pdf):
    def loop(pdf):
        turning = form("1 0 0 rg 0 0 10 10 re f /F Do")(pdf)
        turning.Resources = Dictionary(XObject=Dictionary(F=turning))
        draws("/F Do q 1 0 0 1 60 60 cm /F Do Q", XObject={"F": turning})(pdf)

    assert "couleur-rvb" in codes(changed(sound_pdf, loop))


def test_forms_that_multiply_each_other_are_given_up(sound_pdf):
    def bomb(pdf):
        last = form("0 0 0 1 k 0 0 1 1 re f")(pdf)
        for _ in range(10):
            last = form("/F Do " * 10, Resources=Dictionary(XObject=Dictionary(F=last)))(pdf)
        draws("q 1 0 0 1 60 60 cm /F Do Q", XObject={"F": last})(pdf)

    assert codes(changed(sound_pdf, bomb)) == {"objets-nombreux"}


def test_forms_nested_without_end_are_given_up(sound_pdf):
    def well(pdf):
        last = form("0 0 0 1 k 0 0 1 1 re f")(pdf)
        for _ in range(3000):
            last = form("/F Do", Resources=Dictionary(XObject=Dictionary(F=last)))(pdf)
        draws("q 1 0 0 1 60 60 cm /F Do Q", XObject={"F": last})(pdf)

    pdf = changed(sound_pdf, well)
    assert codes(pdf) == {"objets-nombreux"}
    assert finish(pdf, press(), IMPRINT).pdf


def test_a_page_of_five_metres_is_measured_all_the_same(sound_pdf):
    def enlarge(pdf):
        for page in pdf.pages:
            page.obj.MediaBox = page.obj.BleedBox = page.obj.TrimBox = [0, 0, 14400, 14400]

    assert codes(changed(sound_pdf, enlarge), fond_perdu_mm=0) == set()


def test_every_code_of_the_catalogue_is_shown_by_a_fault():
    """A message that nothing provokes is dead text."""
    messages = (*CATALOGUE.families["impression"], *CATALOGUE.families["impression_objets"])
    provoked = {code for _, code in (*PAINTED.values(), *WHOLE.values(), *ENCRYPTED.values())}
    provoked |= {rule.code for rule in GHENT.values()}
    elsewhere = {
        "pdf-illisible", "pdf-repare", "pdf-sans-page", "profil-icc", "pages-nombre", "transparence-x1a",
        "objets-nombreux", "encre-non-mesuree", "ton-direct-jumeau",
    }  # fmt: skip
    assert {message.code for message in messages} == provoked | elsewhere
    assert all(message.explanation and message.wrong and message.right for message in messages)


def test_the_same_fault_on_several_pages_is_told_once(sound_pdf):
    def red_everywhere(pdf):
        for page in pdf.pages:
            page.contents_add(b"1 0 0 rg 60 60 10 10 re f 90 90 10 10 re f")

    report = preflight(changed(sound_pdf, red_everywhere), press(), "essai.pdf", thumbnails=False)
    (finding,) = report.findings
    assert finding.problem.message == "Pages 1 à 4 : couleurs d’écran (RVB) dans 2 aplats."
    assert finding.pages == (1, 2, 3, 4)


def test_the_sheet_an_image_comes_from_is_named(sound_pdf):
    pdf = changed(sound_pdf, PAINTED["image-grossiere"][0])
    report = preflight(pdf, press(), "essai.pdf", labels={1: "Jardin partagé"}, thumbnails=False)
    assert "Jardin partagé" in report.problems[0].hint


def test_the_report_comes_in_three_forms(sound_pdf):
    pdf = changed(sound_pdf, PAINTED["aplat-rvb"][0])
    report = preflight(pdf, press(nom="Imprimerie <du Port>"), "essai.pdf")
    page = report.to_html()
    assert "Imprimerie &lt;du Port&gt;" in page
    assert page.count("data:image/png;base64,") == 4
    assert "n’est pas un certificat" in page
    assert "http" not in page.replace("http-equiv", "")
    read = json.loads(report.to_json())
    assert read["erreurs"] == 1
    assert read["controles"][4]["problemes"][0]["code"] == "couleur-rvb"
    assert any("couleurs d’écran" in line for line in report.to_text())
    assert preflight(pdf, press(nom="Imprimerie <du Port>"), "essai.pdf").to_html() == page


def test_gravities_are_those_of_the_catalogue(sound_pdf):
    spot = changed(sound_pdf, PAINTED["ton-direct"][0])
    report = preflight(spot, press(tons_directs_max=1), "essai.pdf", thumbnails=False)
    assert report.errors == 0
    assert report.problems[0].gravity is CATALOGUE["ton-direct"].gravity is Gravity.NOTICE


WORDS = "q Q cm w gs g rg k G RG K cs CS sc scn SC SCN m l c v y re h W n f B S BT ET Tf Tj TJ Td Tm ' Do sh"
OPERATORS = st.sampled_from(WORDS.split())
OPERAND = st.sampled_from(
    ["0", "1", "-3.5", "60", "/f0", "/Nulle", "/Pattern", "(a)", "[1 (b) 2]", "<</A 1>>", "null"]
)
LINE = st.tuples(st.lists(OPERAND, max_size=6), OPERATORS).map(lambda line: " ".join([*line[0], line[1]]))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINE, max_size=12))
def test_no_content_stream_ever_breaks_it(sound_pdf, lines):
    report = preflight(changed(sound_pdf, draws("\n".join(lines))), press(), "essai.pdf", thumbnails=False)
    assert len(report.sections) > 10


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_ever_break_it(data):
    assert preflight(b"%PDF-1.4\n" + data, press(), "essai.pdf").errors


@pytest.mark.parametrize("seed", range(60))
def test_an_odd_file_is_told_about(sound_pdf, seed):
    report = preflight(odd_file(sound_pdf, seed), press(), "essai.pdf", thumbnails=False)
    assert report.sections


def test_a_text_shown_from_no_list_and_a_picture_decoded_by_words(sound_pdf):
    odd = changed(
        sound_pdf,
        draws(
            "BT /F 9 Tf 7 TJ << /A 1 >> TJ (a) TJ ET /Im Do",
            Font={"F": HELVETICA},
            XObject={"Im": samples(Name.DeviceGray, 1, 1, b"\x00", Decode=[Name.A, Name.B])},
        ),
    )
    assert len(preflight(odd, press(), "essai.pdf", thumbnails=False).sections) > 10


def test_one_ink_under_two_names_is_two_plates(sound_pdf):
    twice = named("PANTONE 185 C", "Pantone 185C")
    assert codes(changed(sound_pdf, twice), tons_directs_max=2) == {"ton-direct", "ton-direct-jumeau"}
    assert codes(changed(sound_pdf, named("Or", "Argent")), tons_directs_max=2) == {"ton-direct"}


def test_a_picture_in_jbig2_is_read(sound_pdf):
    """White where the drawing is black: JBIG2 takes for ink what Pillow's fax sets."""
    drawing = Image.new("1", (400, 400), 1)
    drawing.paste(0, (50, 50, 200, 300))
    one_bit = {"BitsPerComponent": 1, "Filter": Name.JBIG2Decode}
    picture = samples(Name.DeviceGray, 400, 400, jbig2(drawing), **one_bit)
    report = preflight(
        changed(sound_pdf, draws("q 36 0 0 36 60 60 cm /I Do Q", XObject={"I": picture})),
        press(),
        "essai.pdf",
    )
    assert report.problems == ()
    with Pdf.new() as pdf:
        read = read_picture(picture(pdf), None).samples
    assert read.getpixel((100, 100)) == 255
    assert read.getpixel((10, 10)) == 0


def test_a_damaged_picture_in_jbig2_is_named(sound_pdf):
    picture = samples(Name.DeviceGray, 40, 40, b"\0\1", BitsPerComponent=1, Filter=Name.JBIG2Decode)
    odd = changed(sound_pdf, draws("q 3 0 0 3 60 60 cm /I Do Q", XObject={"I": picture}))
    assert codes(odd) <= {"image-illisible"}
