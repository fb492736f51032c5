"""Of a new document it is proposed which passage is about which theme, promise and figure, by what was known before."""

from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.documents.ingest import Ingestion, read_source
from generator.documents.matching.items import Work
from generator.documents.matching.work import work_of
from generator.model.enums import Says
from generator.model.period import parse_period

NEW = "brief-2024-02-01"
LETTER = """\
Datum 1 februari 2024

Geachte voorzitter,

# Sluizen

In 2023 was de wachttijd bij de sluizen gemiddeld 3,5 uur.

Over een sluis bij Zuiderkade wordt naar verwachting in mei 2025 besloten.

# Veren

De laatste dieselmotor is op 12 januari 2024 vervangen; het werk is gereed.

# Tot slot

Hoogachtend,

de minister van Water
"""


@pytest.fixture
def letter(tmp_path: Path) -> Ingestion:
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    return read_source(tmp_path / "letter.txt", NEW, parse_period("2024-02-01"))


@pytest.fixture
def work(small_archive: Archive, letter: Ingestion) -> Work:
    return work_of(small_archive, letter)


def test_each_passage_gets_what_it_may_be_about(work: Work) -> None:
    found = {
        item.passage.id: (
            item.out_of_scope,
            [match.theme for match in item.themes],
            [(match.milestone.id, match.claim) for match in item.milestones],
            [(match.indicator.id, match.value, match.period) for match in item.indicators],
        )
        for item in work.items
    }

    assert found == {
        "aanhef-1": ("date line", [], [], []),
        "aanhef-2": ("salutation", [], [], []),
        "sluizen-1": ("", ["locks"], [], [("waiting-time", "3.5", "2023")]),
        "sluizen-2": ("", ["locks"], [("lock-zuiderkade", "same promise, date moved from 2024 to 2025-05")], []),
        "veren-1": ("", ["ferries"], [("electric-ferries", "done, 2024-01-12")], []),
        "tot-slot-1": ("closing formula", [], [], []),
        "tot-slot-2": ("signature", [], [], []),
    }


def test_an_open_promise_is_shown_its_nearest_passages_or_that_there_are_none(work: Work) -> None:
    promises = {p.milestone.id: ([near.passage for near in p.nearest][:1], p.is_matched) for p in work.promises}

    assert promises == {
        "lock-zuiderkade": (["sluizen-2"], True),
        "electric-ferries": (["veren-1"], True),
        "ticket-sales": ([], False),
    }


def test_what_matched_is_given_in_the_words_of_the_passage(work: Work) -> None:
    (match,) = next(item.milestones for item in work.items if item.passage.id == "veren-1")

    assert {"dieselmotor", "laatste"} <= {word.lower() for word in match.words}
    assert (match.says, 0 < match.score <= 1) == (Says.DONE, True)


def test_of_a_paper_about_something_else_no_theme_is_offered_that_is_not_likely(
    small_archive: Archive, tmp_path: Path
) -> None:
    texts = ("Het museum in de stad kreeg dit jaar nieuwe schilderijen.", "De tentoonstelling duurt tot het voorjaar.")
    (tmp_path / "other.txt").write_text("# Musea\n\n" + "\n\n".join(texts * 3), "utf-8")
    read = read_source(tmp_path / "other.txt", NEW, parse_period("2024-02-01"))
    work = work_of(small_archive, read)

    assert work.is_foreign
    assert all(match.score >= 0.5 for item in work.items for match in item.themes)
