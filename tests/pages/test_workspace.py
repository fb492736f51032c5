"""The archive opened once: a volume for each address, and the changes between editions."""

import pytest

from generator.editions.history import Editions
from generator.model.citation import Citation
from generator.pages.urls import Address
from generator.pages.workspace import Workspace
from tests.support.small import ROOT, SITE
from tests.support.views import QUOTED, small_context


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    archive = small_context().archive
    return Workspace(
        ROOT, archive, SITE, Editions(archive), {**QUOTED, Citation("brief-2023-06-20", "veren-1"): "Later."}
    )


def test_each_edition_has_an_address_in_each_language_and_the_newest_one_without_a_date(workspace):
    assert [address.root for address in workspace.addresses] == [
        "nl/editions/2021-03-10/",
        "en/editions/2021-03-10/",
        "nl/editions/2023-02/",
        "en/editions/2023-02/",
        "nl/editions/2023-06-20/",
        "en/editions/2023-06-20/",
        "nl/",
        "en/",
    ]


def test_a_volume_knows_the_changes_since_every_earlier_edition_and_since_nothing(workspace):
    volume = workspace.volume(Address("en", "2023-06-20", True))

    assert list(volume.history) == ["2023-02", "2021-03-10", None]
    assert volume.changes == workspace.past.changes(volume.edition)
    assert len(volume.history[None]) > len(volume.history["2021-03-10"]) > len(volume.changes)


def test_a_volume_quotes_only_sources_that_its_edition_knows(workspace):
    assert dict(workspace.volume(Address("nl", "2023-02", False)).quotations) == QUOTED


def test_an_edition_that_there_is_not_is_an_error(workspace):
    with pytest.raises(KeyError):
        workspace.volume(Address("nl", "1999", False))
