"""The pages that texts may lead to are pages that exist."""

from filquartiers.model.addresses import Addresses, output_path, own_pages
from filquartiers.render.web import pages


def test_texts_may_lead_to_pages_that_no_entry_makes_and_all_of_these_exist(reel, mini, fictif) -> None:
    for edition in (reel, mini, fictif):
        made = {output.path for output in pages(edition)}
        known = Addresses(edition.site)
        assert [
            name for name in own_pages(edition.site) if output_path(str(known.named(name))) not in made
        ] == []
