"""The frame of a page: where its one address is."""

from dataclasses import replace

import pytest

from generator.pages.frame.navigation import Frames
from generator.pages.urls import Address
from tests.support.small import SITE
from tests.support.views import small_context

NOW, THEN = Address("en", "2023-06-20", latest=True), Address("en", "2023-06-20", latest=False)


@pytest.mark.parametrize(
    ("base", "address", "canonical"),
    [
        pytest.param(
            "https://example.org/atlas/",
            NOW,
            "https://example.org/atlas/en/places/",
            id="search engines want whole addresses",
        ),
        pytest.param(None, NOW, "./", id="without an address of the site they are relative"),
        pytest.param(
            "https://example.org/",
            THEN,
            "https://example.org/en/places/",
            id="the copy under a date names the one that always shows the newest",
        ),
        pytest.param(None, replace(NOW, alone=True), "./", id="alone it is its own"),
    ],
)
def test_a_page_names_its_one_address(base, address, canonical):
    volume = replace(small_context().volume, address=address, site=replace(SITE, address=base))

    assert Frames(volume).frame("places/").canonical == canonical
