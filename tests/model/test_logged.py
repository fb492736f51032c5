"""What editors log: corrections show where what they correct is known, and links to former ids stay good."""

import pytest

from generator.archive.archive import Archive, read_archive
from generator.checks.run import check
from generator.editions.history import Editions
from generator.pages.page import Page
from generator.pages.pages import pages_of
from generator.pages.urls import Address, moved_pages, paths_of
from generator.pages.workspace import Workspace
from generator.publish.open_data.json_export import atlas_of
from tests.support.small import ROOT, SITE, lay_out_data

LOGGED = {
    "data/corrections.yaml": """\
- id: trainings-counted-twice
  published: 2023-02-05
  of: [lock-trainings]
  what: {nl: "Er stond te veel.", en: "It said too much."}
  why: {nl: "Er waren rijen opgeteld.", en: "Rows had been added up."}
- id: lock-renamed
  published: 2023-02-06
  of: [lock-east]
  what: {nl: "De plaats was verkeerd.", en: "The place was wrong."}
  why: {nl: "Een leesfout.", en: "A misreading."}
""",
    "data/aliases.yaml": """\
- {kind: milestone, was: lock-east, became: lock-oosterdam}
- {kind: milestone, was: last-diesel, became: electric-ferries}
- {kind: theme, was: pontoons, became: ferries}
- {kind: statement, was: ground-soft, became: soft-ground}
- {kind: statement, was: gone, became: ferries}
- {kind: passage, source: verslag-2022, was: ponten-1, became: veren-1}
""",
}


BOTH = ["lock-renamed", "trainings-counted-twice"]
"""The last mended first."""


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return check(read_archive(lay_out_data(tmp_path_factory.mktemp("logged"), LOGGED)))


@pytest.fixture(scope="module")
def pages(logged: Archive) -> dict[str, dict[str, Page]]:
    """The pages of each edition in English, by path."""
    workspace = Workspace(ROOT, logged, SITE, Editions(logged))
    volumes = {edition.id: workspace.volume(Address("en", edition.id, False)) for edition in workspace.editions}
    return {id: {page.path: page for page in pages_of(volume)} for id, volume in volumes.items()}


def shown(page: Page) -> str:
    return "".join(page.blocks.values())


def test_a_correction_shows_from_the_edition_on_that_knows_what_it_corrects(logged):
    told = {edition.id: [c.id for c in edition.corrections] for edition in Editions(logged)}

    assert told == {"2021-03-10": ["lock-renamed"], **dict.fromkeys(list(told)[1:], BOTH)}


def test_the_page_of_corrections_leads_to_what_was_corrected(pages):
    page = shown(list(pages.values())[-1]["corrections/"])

    assert 'href="../milestones/lock-oosterdam/"' in page
    assert 'href="../themes/locks/#lock-trainings"' in page
    assert page.index("The place was wrong.") < page.index("It said too much.")


def test_without_corrections_the_page_says_so(small_archive):
    workspace = Workspace(ROOT, small_archive, SITE, Editions(small_archive))
    volume = workspace.volume(Address("en", workspace.editions[0].id, False))
    page = next(page for page in pages_of(volume) if page.path == "corrections/")

    assert "Nothing has been corrected yet." in shown(page)


def test_the_address_of_a_page_that_moved_leads_to_the_present_one(pages, logged):
    edition = Editions(logged)[-1]

    assert moved_pages(edition) == {
        "milestones/lock-east/": "milestones/lock-oosterdam/",
        "milestones/last-diesel/": "milestones/electric-ferries/",
        "themes/pontoons/": "themes/ferries/",
    }
    assert set(moved_pages(edition)) <= set(paths_of(edition))
    moved = pages[edition.id]["milestones/lock-east/"]
    assert (moved.moved_to, 'href="../lock-oosterdam/"' in shown(moved)) == ("milestones/lock-oosterdam/", True)


def test_an_edition_knows_former_ids_only_of_what_it_knows(logged):
    first = Editions(logged)[0]

    assert "milestones/last-diesel/" not in moved_pages(first)
    assert "milestones/lock-east/" in moved_pages(first)


@pytest.mark.parametrize(
    ("path", "anchor"),
    [
        pytest.param("themes/locks/", "ground-soft", id="of a statement, beside it"),
        pytest.param("themes/ferries/", "gone", id="of what its theme tells now, at the top of the theme"),
        pytest.param("sources/verslag-2022/", "ponten-1", id="of a passage, beside it"),
    ],
)
def test_a_former_id_is_still_a_place_on_the_page(pages, path, anchor):
    page = shown(list(pages.values())[-1][path])

    assert f'<span class="former" id="{anchor}"></span>' in page


def test_the_open_data_tells_former_ids_and_corrections(logged):
    workspace = Workspace(ROOT, logged, SITE, Editions(logged))
    atlas = atlas_of(workspace.editions[-1], workspace).model_dump(mode="json")

    assert {"kind": "milestone", "was": "lock-east", "became": "lock-oosterdam", "source": None} in atlas["aliases"]
    assert [(c["id"], c["of"]) for c in atlas["corrections"]] == [
        ("lock-renamed", ["lock-east"]),
        ("trainings-counted-twice", ["lock-trainings"]),
    ]
