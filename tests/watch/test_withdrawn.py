"""Papers that a service withdraws: each story is visits to a stand-in, of which the last tells nothing."""

from dataclasses import replace

import pytest

from tests.support.services import DOSSIER, PDF
from tests.support.watched import AT_HOUSE, AT_PUBLICATIONS, LETTER, RESOURCE, UNNUMBERED, Story

STORIES = {
    "an entry that was deleted before it was told is nothing": Story(
        lambda s: s.house.tell(replace(LETTER, is_deleted=True)), []
    ),
    "a told paper that is deleted is told to be withdrawn, once": Story(
        lambda s: s.house.tell(LETTER),
        AT_HOUSE,
        lambda s: s.house.tell(replace(LETTER, is_deleted=True)),
        (f"kst-{DOSSIER}-7 certain withdrawn at house",),
    ),
    "a paper that another service has by now is not withdrawn when the first deletes it": Story(
        lambda s: (s.house.tell(UNNUMBERED), s.publications.list(LETTER)),
        AT_PUBLICATIONS,
        lambda s: s.house.tell(replace(LETTER, is_deleted=True)),
    ),
    "a waiting paper that is deleted does not wait any longer": Story(
        lambda s: (s.house.tell(LETTER), s.server.pages.pop(RESOURCE)),
        [f"kst-{DOSSIER}-7 certain announced at house"],
        lambda s: (s.house.tell(replace(LETTER, is_deleted=True)), s.server.keep(RESOURCE, PDF)),
        (f"kst-{DOSSIER}-7 certain withdrawn at house",),
    ),
}


@pytest.mark.parametrize("story", [pytest.param(story, id=rule) for rule, story in STORIES.items()])
def test_a_visit_tells_once_that_a_paper_is_withdrawn(story: Story) -> None:
    story.is_seen()
