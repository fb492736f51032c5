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


def test_every_page_of_an_amended_edition_says_when_and_by_what():
    frames = [Frames(small_context(edition).volume).frame("places/") for edition in (0, 1, 2)]

    assert [frame.amended for frame in frames] == [(), (), ("[frame.amended 1 July 2023 Annual report 2022]",)]
    assert frames[2].log == "../corrections/"


def test_a_page_says_nothing_of_later_editions_and_leads_to_the_newest():
    then = Frames(small_context(1).volume).frame("places/")
    now = Frames(replace(small_context().volume, address=NOW)).frame("places/")

    assert [(entry.label, entry.link) for entry in then.picker] == [
        ("10 Mar 2021", "../../2021-03-10/places/"),
        ("February 2023", "./"),
        ("[frame.newest]", "../../../places/"),
    ]
    assert [(entry.label, entry.link, entry.newest) for entry in now.picker][-1] == ("20 Jun 2023", "./", True)
    assert (then.banner is None, now.banner) == (False, None)


def test_a_list_of_changes_that_is_no_longer_made_leads_to_those_of_now():
    frames = Frames(small_context(1).volume)

    assert frames.frame("changes/2021-03-10/").present == "../../../../changes/"
    assert frames.frame("milestones/lock-east/").present == "../../../../milestones/lock-oosterdam/"
