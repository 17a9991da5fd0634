from io import BytesIO

import pytest
from pikepdf import Pdf

from filquartiers.press.geometry import MM
from filquartiers.press.impose import booklet, saddle_order
from filquartiers.press.pages import page_images
from press.makers import compose


@pytest.mark.parametrize(
    ("count", "faces"),
    [
        (4, [(3, 0), (1, 2)]),
        (8, [(7, 0), (1, 6), (5, 2), (3, 4)]),
        (6, [(None, 0), (1, None), (5, 2), (3, 4)]),
        (1, [(None, 0), (None, None)]),
    ],
)
def test_pages_fall_in_the_order_of_a_folded_booklet(count, faces):
    assert saddle_order(count) == faces


def test_every_page_is_placed_once():
    for count in range(1, 41):
        placed = [page for face in saddle_order(count) for page in face if page is not None]
        assert sorted(placed) == list(range(count))


def test_a5_pages_land_side_by_side_on_a4(tmp_path):
    colours = ("red", "green", "blue", "yellow")
    head = "#set page(width: 148mm, height: 210mm, bleed: 3mm)\n"
    body = "#pagebreak()".join(f'#page(fill: {colour})[#link("https://exemple.fr")[x]]' for colour in colours)
    body = "".join(f"#page(fill: {colour})[x]" for colour in colours)
    made = booklet(compose(tmp_path, body, head=head))
    assert made == booklet(compose(tmp_path, body, head=head))
    with Pdf.open(BytesIO(made)) as file:
        assert [round(float(value) / MM) for value in file.pages[0].MediaBox] == [0, 0, 297, 210]
        assert len(file.pages) == 2
    front, back = page_images(made, 20)
    expected = next(page_images(compose(tmp_path, body, head=head), 20))
    red = expected.getpixel((10, 100))
    assert front.getpixel((180, 100)) == red
    assert len({picture.getpixel((x, 100)) for picture in (front, back) for x in (50, 180)}) == 4


def test_pages_of_another_size_keep_it(tmp_path):
    with Pdf.open(BytesIO(booklet(compose(tmp_path, "A")))) as file:
        assert [round(float(value) / MM) for value in file.pages[0].MediaBox] == [0, 0, 148, 105]
