import pytest

from press.makers import sound


@pytest.fixture(scope="session")
def sound_pdf(tmp_path_factory):
    return sound(tmp_path_factory.mktemp("sain"))
