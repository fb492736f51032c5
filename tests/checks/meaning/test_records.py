"""Records beside each other: said twice, of another theme, at another place, announced after it was done."""

from dataclasses import replace

import pytest

from generator.archive.archive import Archive
from generator.checks.meaning.passages import Passages
from generator.checks.meaning.records import announced_after_done, first_to_say, misplaced, off_theme, said_twice
from generator.model import Place, Report


def test_a_statement_that_another_nearly_says_is_told(small_archive: Archive) -> None:
    theme = small_archive.themes["locks"]
    first = theme.statements[0]
    again = first.model_copy(update={"id": "again"})
    twice = replace(theme, statements=(*theme.statements, again))
    archive = replace(small_archive, themes={**small_archive.themes, "locks": twice})

    assert [finding.id for finding in said_twice(twice, again, first_to_say(archive))] == ["again"]
    assert list(said_twice(twice, first, first_to_say(archive))) == []


def test_the_very_text_of_a_statement_of_another_theme_is_told(small_archive: Archive) -> None:
    ferries, locks = small_archive.themes["ferries"], small_archive.themes["locks"]
    again = ferries.statements[0].model_copy(update={"id": "again"})
    there = replace(locks, statements=(*locks.statements, again))
    archive = replace(small_archive, themes={**small_archive.themes, "locks": there})

    assert len(list(said_twice(there, again, first_to_say(archive)))) == 1


def test_a_statement_of_another_theme_is_told(small_archive: Archive) -> None:
    passages = Passages(small_archive)
    ferries, locks = small_archive.themes["ferries"], small_archive.themes["locks"]
    bare = replace(ferries, text=ferries.text.model_copy(update={"standings": ()}), indicators=(), milestones=())

    assert [finding.diagnostic.rule.value for finding in off_theme(passages, bare, locks.statements[1])] == [
        "off-theme"
    ]
    assert list(off_theme(passages, locks, locks.statements[1])) == []


def test_a_place_that_nothing_names_is_told(small_archive: Archive) -> None:
    passages, statement = Passages(small_archive), small_archive.themes["locks"].statements[1]

    assert list(misplaced(small_archive, passages, statement)) == []
    moved = statement.model_copy(update={"places": ("noordeiland",)})
    assert len(list(misplaced(small_archive, passages, moved))) == 1


def test_a_word_of_many_places_or_the_start_of_a_long_name_names_none(small_archive: Archive) -> None:
    def named(nl: str) -> Place:
        return Place.model_validate(
            {"id": "x", "name": {"nl": nl, "en": nl}, "kind": "port", "lat": "52.1", "lon": "4.5"}
        )

    statement = small_archive.themes["locks"].statements[1]
    text = statement.text.model_copy(update={"nl": "De haven bij Oosterdam is eind 2022 open.", "en": "It is open."})
    ports = {f"port-{i}": named(f"Haven van {name}") for i, name in enumerate(("Noordwijk", "Zuidwijk", "Eindewerth"))}
    archive = replace(small_archive, places={**ports, "town": named("Oosterdammen")})
    passages = Passages(small_archive)

    def told(id: str) -> int:
        moved = statement.model_copy(update={"text": text, "places": (id,)})
        return len(list(misplaced(archive, passages, moved)))

    assert [told(id) for id in ("port-0", "port-2", "town")] == [1, 1, 0]


@pytest.mark.parametrize(("says", "told"), [("announced", 1), ("under-way", 0)])
def test_what_is_done_is_not_announced_later(small_archive: Archive, says: str, told: int) -> None:
    milestone = small_archive.themes["locks"].milestones[1]
    later = Report.model_validate({"cites": "brief-2023-06-20#sluizen-1", "says": says})
    changed = milestone.model_copy(update={"reports": (*milestone.reports, later)})

    assert len(list(announced_after_done(changed))) == told
