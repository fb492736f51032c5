"""The real data. What an editor adds every week is not counted here; what must stay true is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.editions import Edition, edition_of
from generator.library import Library, open_library
from generator.states import KnownMilestone
from generator.yaml_lines import read_yaml
from tests.described import without_later
from tests.small import CASES, ROOT

SOURCES = ROOT.parent / "shared" / "sources"
NAMES = CASES / "names_of_seven_words.txt"
"""Names of seven words or more that stand in a source too, one on a line; headings start with a hash sign."""


@pytest.fixture(scope="module")
def library() -> Library:
    """This atlas, which opens only if every check is content."""
    return open_library(ROOT)


def edition(library: Library, id: str) -> Edition:
    return next(edition for edition in library.editions if edition.id == id)


def milestone(library: Library, edition_id: str, id: str) -> KnownMilestone:
    return next(milestone for milestone in edition(library, edition_id).milestones if milestone.id == id)


def values(library: Library, edition_id: str, id: str) -> list[tuple[str, str]]:
    """(period, value) of the current observations of an indicator."""
    known = next((i for i in edition(library, edition_id).indicators if i.id == id), None)
    return [(o.record.period.text, str(o.record.value)) for o in known.current] if known else []


def told(known: KnownMilestone) -> tuple[Any, ...]:
    """(what the sources say, state, first due date, latest due date, slip)."""
    says = [report.record.says.value for report in known.reports]
    dates = [due.text if due else None for due in (known.first_due, known.latest_due)]
    return says, known.state.value, *dates, known.slip_days


def test_the_five_documents_make_five_editions(library):
    five = ["2020-10-15", "2024-05", "2024-06-24", "2026-05", "2026-06-11"]

    assert [edition.id for edition in library.editions if edition.id in five] == five


def test_no_edition_knows_anything_that_was_published_later(library):
    past = [edition_of(without_later(library.archive, e.as_of), e.source) for e in library.editions]

    assert past == list(library.editions)


def test_nothing_of_2026_stands_in_an_earlier_edition(library):
    later = {id for id, source in library.archive.sources.items() if source.published.first.year >= 2026}
    earlier = [edition for edition in library.editions if edition.as_of.year < 2026]
    known = {source for edition in earlier for theme in edition.themes.values() for source in theme.mentions}

    assert known & later == set()


def test_the_letter_of_2020_does_not_mention_drones(library):
    assert not edition(library, "2020-10-15").themes["drones"].is_mentioned


def test_drones_in_arnhem_and_eindhoven_were_under_way_without_a_date_in_2024(library):
    known = milestone(library, "2024-06-24", "drones-arnhem-eindhoven")

    assert told(known) == (["under-way"], "undated", None, None, None)


def test_drones_in_arnhem_and_eindhoven_are_under_way_for_2026_in_2026(library):
    known = milestone(library, "2026-06-11", "drones-arnhem-eindhoven")

    assert told(known) == (["under-way", "under-way"], "open", "2026", "2026", 0)


def test_the_veterinary_chain_of_certex_slipped_ninety_days_and_the_letter_says_why(library):
    known = milestone(library, "2026-06-11", "certex-veterinary")
    reasons = [(move.days, move.report.record.reason is not None) for move in known.moves]

    assert (told(known)[2:], reasons) == (("2026-04-01", "2026-06", 90), [(90, True)])


@pytest.mark.parametrize("known_on", ["2024-06-24", "2026-06-11"])
def test_the_register_had_one_algorithm_in_early_2024(library, known_on):
    assert ("2024-Q1", "1") in values(library, known_on, "algorithms-published")


def test_the_promise_of_55_descriptions_was_for_2024_and_told_once(library):
    known = milestone(library, "2026-06-11", "algorithm-descriptions-fifty-five")

    assert told(known) == (["under-way"], "overdue", "2024", "2024", 0)


def test_the_48_impactful_algorithms_are_another_quantity(library):
    known = {id: values(library, "2026-06-11", id) for id in ("algorithms-published", "impactful-algorithms-published")}

    assert [id for id, told in known.items() if ("2025", "48") in told] == ["impactful-algorithms-published"]


def test_where_the_attache_in_lima_began_is_a_tension_once_both_sources_are_out(library):
    known = [edition.id for edition in library.editions if any(t.id == "lima-attache-start" for t in edition.tensions)]

    assert known[0] == "2026-06-11"


def test_every_place_that_is_named_is_on_the_map(library):
    themes = library.archive.themes.values()
    named = {place for theme in themes for record in (*theme.statements, *theme.milestones) for place in record.places}

    assert named - library.archive.places.keys() == set()


def test_every_place_lies_on_the_globe(library):
    outside = [
        place.id
        for place in library.archive.places.values()
        if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180)
    ]

    assert outside == []


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the texts of the sources are not at hand")
def test_no_sentence_of_a_source_is_copied():
    theirs = {run: file.stem for file in SOURCES.glob("*.txt") for run in runs(file.read_text("utf-8"))}
    names = {run for line in NAMES.read_text("utf-8").splitlines() if line[0] != "#" for run in runs(line)}
    copied = {
        f"{file.relative_to(ROOT)}: {' '.join(run)} ({theirs[run]})"
        for file in our_files()
        for text in texts_in(file)
        for run in runs(text)
        if run in theirs and run not in names
    }

    assert sorted(copied) == []


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every seven words in a row; `zo'n` is one word."""
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.lower())
    return zip(*(words[start:] for start in range(7)), strict=False)


def our_files() -> Iterator[Path]:
    """What people read of us; the indexes of passages are made by machine and hold no sentences."""
    for folder in ("data", "content", "templates"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in {".yaml", ".md", ".j2", ".html", ".js", ".css"} and file.parent.name != "passages":
                yield file


def texts_in(file: Path) -> Iterator[str]:
    """The texts of a file, each on its own, so that two that stand side by side make no run."""
    text = file.read_text("utf-8")
    yield from scalars(read_yaml(text, file.name).value) if file.suffix == ".yaml" else [text]


def scalars(value: Any) -> Iterator[str]:
    """Every text inside; ids and citations are made of headings and are no texts."""
    if isinstance(value, str) and " " in value:
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from scalars(inner)
