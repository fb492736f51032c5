"""The real data. What an editor adds every week is not counted here; what must stay true is."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from generator.authoring.format import hand_written, not_canonical
from generator.documents.ingest import read_source
from generator.documents.passages import PATH, slug_of
from generator.editions.edition import Edition, edition_of
from generator.editions.milestones import KnownMilestone
from generator.pages.workspace import Workspace
from tests.support.cases import case_in
from tests.support.described import without_later
from tests.support.small import CASES, ROOT

SOURCES = ROOT.parent / "shared" / "sources"
TABLES = sorted((CASES / "passages").glob("*.yaml"))
"""For each of the five documents: how many passages stand under each of its headings."""


def edition(workspace: Workspace, id: str) -> Edition:
    return next(edition for edition in workspace.editions if edition.id == id)


def milestone(workspace: Workspace, edition_id: str, id: str) -> KnownMilestone:
    return next(milestone for milestone in edition(workspace, edition_id).milestones if milestone.id == id)


def values(workspace: Workspace, edition_id: str, id: str) -> list[tuple[str, str]]:
    """(period, value) of the current observations of an indicator."""
    known = next((i for i in edition(workspace, edition_id).indicators if i.id == id), None)
    return [(o.record.period.text, str(o.record.value)) for o in known.current] if known else []


def told(known: KnownMilestone) -> tuple[Any, ...]:
    """(what the sources say, state, first due date, latest due date, slip)."""
    says = [report.record.says.value for report in known.reports]
    dates = [due.text if due else None for due in (known.first_due, known.latest_due)]
    return says, known.state.value, *dates, known.slip_days


def test_the_five_documents_make_five_editions(workspace):
    five = ["2020-10-15", "2024-05", "2024-06-24", "2026-05", "2026-06-11"]

    assert [edition.id for edition in workspace.editions if edition.id in five] == five


def test_no_edition_knows_anything_that_was_published_later(workspace):
    past = [edition_of(without_later(workspace.archive, e.as_of), e.source) for e in workspace.editions]

    assert past == list(workspace.editions)


def test_nothing_of_2026_stands_in_an_earlier_edition(workspace):
    later = {id for id, source in workspace.archive.sources.items() if source.published.first.year >= 2026}
    earlier = [edition for edition in workspace.editions if edition.as_of.year < 2026]
    known = {source for edition in earlier for theme in edition.themes.values() for source in theme.mentions}

    assert known & later == set()


def test_the_letter_of_2020_does_not_mention_drones(workspace):
    assert not edition(workspace, "2020-10-15").themes["drones"].is_mentioned


def test_drones_in_arnhem_and_eindhoven_were_under_way_without_a_date_in_2024(workspace):
    known = milestone(workspace, "2024-06-24", "drones-arnhem-eindhoven")

    assert told(known) == (["under-way"], "undated", None, None, None)


def test_drones_in_arnhem_and_eindhoven_are_under_way_for_2026_in_2026(workspace):
    known = milestone(workspace, "2026-06-11", "drones-arnhem-eindhoven")

    assert told(known) == (["under-way", "under-way"], "open", "2026", "2026", 0)


def test_the_veterinary_chain_of_certex_slipped_ninety_days_and_the_letter_says_why(workspace):
    known = milestone(workspace, "2026-06-11", "certex-veterinary")
    reasons = [(move.days, move.report.record.reason is not None) for move in known.moves]

    assert (told(known)[2:], reasons) == (("2026-04-01", "2026-06", 90), [(90, True)])


@pytest.mark.parametrize("known_on", ["2024-06-24", "2026-06-11"])
def test_the_register_had_one_algorithm_in_early_2024(workspace, known_on):
    assert ("2024-Q1", "1") in values(workspace, known_on, "algorithms-published")


def test_the_promise_of_55_descriptions_was_for_2024_and_not_reported_as_kept(workspace):
    known = milestone(workspace, "2026-06-11", "algorithm-descriptions-fifty-five")

    assert told(known) == (["under-way", "under-way"], "overdue", "2024", "2024", 0)


def test_the_48_impactful_algorithms_are_another_quantity(workspace):
    known = {
        id: values(workspace, "2026-06-11", id) for id in ("algorithms-published", "impactful-algorithms-published")
    }

    assert [id for id, told in known.items() if ("2025", "48") in told] == ["impactful-algorithms-published"]


def test_where_the_attache_in_lima_began_is_a_tension_once_both_sources_are_out(workspace):
    known = [
        edition.id for edition in workspace.editions if any(t.id == "lima-attache-start" for t in edition.tensions)
    ]

    assert known[0] == "2026-06-11"


def test_every_place_that_is_named_is_on_the_map(workspace):
    themes = workspace.archive.themes.values()
    named = {place for theme in themes for record in (*theme.statements, *theme.milestones) for place in record.places}

    assert named - workspace.archive.places.keys() == set()


def test_every_place_lies_on_the_globe(workspace):
    outside = [
        place.id
        for place in workspace.archive.places.values()
        if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180)
    ]

    assert outside == []


def test_the_five_documents_have_a_table_of_their_passages(workspace):
    held = {source.id for source in workspace.archive.sources.values() if source.is_whole}

    assert {table.stem for table in TABLES} <= held
    assert len(TABLES) == 5


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_a_section_has_as_many_passages_as_its_table_says(workspace, table):
    counts = Counter(passage.section for passage in workspace.archive.passages[table.stem].values())

    assert list(counts.items()) == list(case_in(table).items())


def test_the_id_of_a_passage_is_its_nearest_heading_and_a_running_number(workspace):
    for index in workspace.archive.indexes.values():
        slugs = [slug_of(passage.section.rpartition(PATH)[2]) for passage in index.passages]
        ids = [f"{slug}-{slugs[: i + 1].count(slug)}" for i, slug in enumerate(slugs)]

        assert [passage.id for passage in index.passages] == ids
        assert len(set(ids)) == len(ids)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the texts of the sources are not at hand")
@pytest.mark.parametrize("source", [table.stem for table in TABLES])
def test_the_passages_of_a_source_are_those_of_its_text(workspace, source):
    read = read_source(SOURCES / f"{source}.txt", source, workspace.archive.sources[source].published)

    again = replace(read, read_again=workspace.archive.indexes[source].read_again)

    assert again.index == (ROOT / f"data/passages/{source}.yaml").read_text("utf-8")


def test_every_file_that_people_write_is_in_its_form():
    assert [str(diagnostic) for diagnostic in not_canonical(ROOT, hand_written(ROOT))] == []
