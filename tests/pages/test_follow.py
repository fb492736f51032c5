"""What pages offer to follow: the newest edition, whatever edition they are of."""

import pytest

from generator.pages.follow import Follow, FollowLink, follow, followed_in, written_for
from generator.pages.urls import calendar_path, feed_path
from tests.support.heads import volume_at

FERRIES = {"feed": feed_path("themes/ferries/"), "calendar": calendar_path("themes/ferries/")}
LINKS = (
    FollowLink("en/themes/ferries/feed.xml", "[follow.feed]"),
    FollowLink("en/themes/ferries/promises.ics", "[follow.calendar]"),
)


@pytest.mark.parametrize(
    "volume",
    [
        pytest.param(volume_at(), id="in the newest edition"),
        pytest.param(volume_at(latest=False), id="in its copy under a date"),
        pytest.param(volume_at(edition=0), id="in an older one"),
    ],
)
def test_every_edition_leads_to_the_feeds_of_the_newest(volume):
    assert follow(volume, **FERRIES) == Follow("[follow.lead]", LINKS)


def test_a_calendar_to_which_an_older_edition_leads_is_there_when_nothing_is_awaited_any_more():
    path = calendar_path("themes/locks/")
    then = follow(volume_at(edition=0), calendar=path)

    assert then is not None
    assert [link.path for link in then.links] == [f"en/{path}"]
    assert path in written_for(volume_at())


def test_what_there_is_not_is_not_offered():
    locks = {"feed": feed_path("themes/locks/"), "calendar": calendar_path("themes/locks/")}
    offered = follow(volume_at(), **locks)

    assert offered is not None
    assert [link.path for link in offered.links] == ["en/themes/locks/feed.xml"]
    assert follow(volume_at(), calendar=calendar_path("themes/locks/")) is None


def test_a_site_of_one_edition_leads_to_its_own_feeds_if_it_is_the_newest():
    newest = follow(volume_at(alone=True), **FERRIES)

    assert newest is not None
    assert [link.path for link in newest.links] == list(FERRIES.values())
    assert follow(volume_at(edition=0, alone=True), **FERRIES) is None


def test_a_calendar_is_there_only_where_something_is_awaited():
    paths = set(followed_in(volume_at().edition))

    assert {path for path in paths if path.endswith(".ics")} == {"promises.ics", "themes/ferries/promises.ics"}
    assert paths >= {"feed.xml", "milestones/feed.xml", "themes/locks/feed.xml", "milestones/ticket-sales/feed.xml"}
