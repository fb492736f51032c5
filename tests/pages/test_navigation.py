"""The frame of a page: where its one address is, and the same page in the other language."""

from dataclasses import replace

import pytest

from generator.pages.navigation import Frames
from generator.pages.urls import Address
from tests.support.small import SITE
from tests.support.views import small_context

NOW, THEN = Address("en", "2023-06-20", latest=True), Address("en", "2023-06-20", latest=False)


@pytest.mark.parametrize(
    ("base", "address", "canonical", "alternate"),
    [
        pytest.param(
            "https://example.org/atlas/",
            NOW,
            "https://example.org/atlas/en/places/",
            "https://example.org/atlas/nl/places/",
            id="search engines want whole addresses",
        ),
        pytest.param(None, NOW, "./", "../../nl/places/", id="without an address of the site they are relative"),
        pytest.param(
            "https://example.org/",
            THEN,
            "https://example.org/en/places/",
            "https://example.org/nl/editions/2023-06-20/places/",
            id="the copy under a date names the one that always shows the newest",
        ),
        pytest.param(None, replace(NOW, alone=True), "./", None, id="alone there is no other language"),
    ],
)
def test_a_page_names_its_one_address_and_its_twin(base, address, canonical, alternate):
    volume = replace(small_context().volume, address=address, site=replace(SITE, address=base))
    frame = Frames(volume, (volume.edition,)).frame("places/")

    assert (frame.canonical, frame.alternate) == (canonical, alternate)
