"""What each page names as its origin, and when it leads there; site/test_edit_links.py follows the links of a site."""

from collections.abc import Callable
from itertools import chain

import pytest

from generator.archive.archive import Archive
from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.pages.edit_links import Origin, Origins, lines_of
from generator.pages.urls import paths_of
from tests.support.small import SMALL, Files

ArchiveFrom = Callable[[Files], Archive]
EDIT = "https://example.org/agency/atlas/edit/main/"
STATEMENTS = "data/themes/ferries/statements.yaml"
WITHOUT_PERMIT, REFUSED = (SMALL / STATEMENTS).read_text("utf-8").split("\n\n")
LATER_FIRST = {STATEMENTS: f"{REFUSED.rstrip()}\n\n{WITHOUT_PERMIT}\n"}
"""What the second letter says stands above what the report said before it."""


def edition(archive: Archive, id: str) -> Edition:
    return next(edition for edition in Editions(archive) if edition.id == id)


@pytest.mark.parametrize(
    ("path", "files"),
    [
        pytest.param("", ["data/atlas.yaml#L1"], id="home"),
        pytest.param(
            "themes/ferries/",
            [f"data/themes/ferries/{name}.yaml#L1" for name in ("theme", "statements", "indicators", "milestones")],
            id="a theme: all of its files",
        ),
        pytest.param(
            "milestones/ticket-sales/", ["data/themes/ferries/milestones.yaml#L{line}"], id="a milestone: its line"
        ),
        pytest.param("sources/verslag-2022/", ["data/sources/verslag-2022.yaml#L1"], id="a source"),
        pytest.param("sources/", ["data/sources/", "data/references.yaml"], id="sources: a folder has no line"),
        pytest.param("places/", ["data/places.yaml#L1"], id="places"),
        pytest.param("glossary/", ["data/glossary.yaml#L1"], id="the glossary"),
        pytest.param("tensions/", ["data/tensions.yaml#L1"], id="contradictions"),
        pytest.param(
            "corrections/",
            ["data/corrections.yaml", "data/amendments.yaml"],
            id="a file that is not there yet leads nowhere",
        ),
        pytest.param("method/", ["content/en/method.md#L1"], id="a page of content, in its language"),
        *(
            pytest.param(path, ["data/themes/"], id=f"{path}: follows from all themes")
            for path in ("milestones/", "indicators/", "changes/", "changes/2023-02/", "silence/", "timeline/")
        ),
        pytest.param("search/", [], id="search: nothing to edit"),
        pytest.param("404.html", [], id="the page that is missing"),
        pytest.param("themes/no-more/", [], id="a page that moved"),
    ],
)
def test_a_page_names_what_it_is_made_from(small_archive: Archive, path: str, files: list[str]) -> None:
    written = (SMALL / "data/themes/ferries/milestones.yaml").read_text("utf-8").splitlines()
    line = written.index("- id: ticket-sales") + 1
    origins = Origins(small_archive, Editions(small_archive)[-1], "en", EDIT).of_page(path)
    named = [o.link.removeprefix(EDIT) if o.link else o.file for o in origins]

    assert named == [file.format(line=line) for file in files]
    assert all(o.link is None or o.link.startswith(EDIT) for o in origins)


def test_only_search_has_no_origin(small_archive: Archive) -> None:
    editions = Editions(small_archive)
    origins = [Origins(small_archive, known, "nl", EDIT) for known in editions]
    mute = {path for o, known in zip(origins, editions, strict=True) for path in paths_of(known)
            if not o.of_page(path)}  # fmt: skip

    assert mute == {"search/"}


def test_an_older_edition_leads_to_the_line_of_today(archive_from: ArchiveFrom) -> None:
    archive = archive_from(LATER_FIRST)
    before, now = (Origins(archive, edition(archive, id), "nl", EDIT) for id in ("2023-02", "2023-06-20"))
    line = archive.documents[STATEMENTS].place(1, "id").line

    assert before.of(STATEMENTS, "jetty-without-permit") == now.of(STATEMENTS, "jetty-without-permit")
    assert now.of(STATEMENTS, "jetty-without-permit").link == f"{EDIT}{STATEMENTS}#L{line}"
    assert line > now.of(STATEMENTS, "jetty-refused").line == 1


def test_without_an_address_to_edit_at_files_are_named_and_no_line_is_told(small_archive: Archive) -> None:
    for known in Editions(small_archive):
        origins = Origins(small_archive, known, "nl", None)
        told = list(chain.from_iterable(map(origins.of_page, paths_of(known))))

        assert {(o.line, o.link) for o in told} == {(None, None)}
    assert Origins(small_archive, known, "nl", None).of_page("milestones/ticket-sales/") == (
        Origin("data/themes/ferries/milestones.yaml", "ticket-sales"),
    )


def test_the_lines_of_an_edition_are_those_of_what_it_knows(small_archive: Archive) -> None:
    first, last = (lines_of(small_archive, edition(small_archive, id)) for id in ("2021-03-10", "2023-06-20"))

    assert (STATEMENTS, "jetty-refused") in last
    assert (STATEMENTS, "jetty-refused") not in first
    assert first.items() < last.items()
