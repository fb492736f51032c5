"""The charts of an edition are told apart by keys, and are those that its pages show."""

import pytest

from generator.charts.edition import charts_of
from generator.pages.pages import pages_of
from generator.pages.urls import Address
from generator.pages.workspace import open_workspace


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_charts_of_an_edition_are_those_of_its_pages(small_root, language):
    workspace = open_workspace(small_root)
    for edition in workspace.editions:
        volume = workspace.volume(Address(language, edition.id, False))
        shown = [name for page in pages_of(volume) for name in page.attachments if name.endswith(".vl.json")]
        keys = [chart.key for chart in charts_of(edition, workspace.archive.atlas.groups, volume.locale)]

        assert sorted(f"figures/{key}.vl.json" for key in keys) == sorted(set(shown))
        assert len(set(keys)) == len(keys)
