"""What external sources add is kept apart: an edition without them says the same of everything else."""

from dataclasses import replace
from typing import Any

from hypothesis import given

from generator.archive.archive import Archive
from generator.editions.edition import Edition
from generator.editions.history import Editions
from tests.support.described import archive_of
from tests.support.invented import archives


def without_outside(archive: Archive) -> Archive:
    """The archive as it was before anybody read an external source."""
    kept = {id: source for id, source in archive.sources.items() if not source.is_outside}
    return replace(archive, sources=kept)


def judged(edition: Edition) -> Any:
    """All that the edition says, but for what is kept apart."""
    themes = {id: replace(theme, outside=None) for id, theme in edition.themes.items()}
    return replace(edition, themes=themes, outside={})


@given(archives())
def test_external_sources_change_nothing_that_is_said_of_the_others(archive):
    assert list(map(judged, Editions(archive))) == list(map(judged, Editions(without_outside(archive))))


@given(archives())
def test_an_edition_knows_external_sources_from_their_day_of_publication(archive):
    for edition in Editions(archive):
        published = [s.id for s in archive.sources.values() if s.is_outside and s.published.last <= edition.as_of]
        assert list(edition.outside) == published


def moved(*dues: str) -> int | None:
    """The slip in days of what an external source says of one milestone."""
    reports = [{"cites": f"paper-{i}#p-1", "says": "under-way", "due": due} for i, due in enumerate(dues)]
    described = {
        "sources": [
            *(
                {"id": f"paper-{i}", "kind": "external", "published": f"2021-0{i + 1}", "passages": "1"}
                for i in range(2)
            ),
            {"id": "letter", "kind": "letter", "published": "2024-06-24", "passages": "1"},
        ],
        "themes": {
            "bridges": {
                "milestones": [{"id": "bridge", "title": {"nl": "Brug", "en": "Bridge"}, "reports": reports}],
                "statements": [
                    {
                        "id": "there",
                        "when": "2020",
                        "kind": "result",
                        "text": {"nl": "Er is.", "en": "There is."},
                        "cites": ["letter#p-1"],
                    }
                ],
            }
        },
    }
    (edition,) = Editions(archive_of(described))
    assert not edition.milestones
    return edition.themes["bridges"].outside.milestones[0].slip_days


def test_a_slip_outside_is_from_the_first_of_its_own_dates_to_the_last():
    assert moved("2023-06-30", "2023-11-30") == 153


def test_one_date_has_not_moved():
    assert moved("2023-06-30") is None
