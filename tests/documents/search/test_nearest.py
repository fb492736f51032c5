"""The passages that are nearest to a milestone, found without their text."""

from dataclasses import replace

import pytest

from generator.archive.archive import Archive
from generator.documents.search.nearest import Search, words_of
from generator.model.milestone import Milestone


def milestone(archive: Archive, id: str) -> Milestone:
    return next(record for record in archive.milestones if record.id == id)


@pytest.mark.parametrize(
    ("id", "source", "passage"),
    [
        ("electric-ferries", "brief-2023-06-20", "veren-2"),
        ("lock-oosterdam", "brief-2023-06-20", "sluizen-1"),
        ("ferry-noordeiland", "verslag-2022", "veren-1"),
    ],
)
def test_the_passage_that_reports_on_a_milestone_is_the_nearest(
    small_archive: Archive, id: str, source: str, passage: str
) -> None:
    found = Search(small_archive).nearest(milestone(small_archive, id), source)

    assert found[0].passage.id == passage
    assert found[0].is_near


def test_the_nearest_come_first_and_there_are_at_most_five(small_archive: Archive) -> None:
    for record in small_archive.milestones:
        found = Search(small_archive).nearest(record, "verslag-2022")

        assert len(found) <= 5
        assert [near.share for near in found] == sorted((near.share for near in found), reverse=True)


def test_what_is_found_are_stems_of_the_title(small_archive: Archive) -> None:
    record = milestone(small_archive, "lock-oosterdam")
    (first, *_) = Search(small_archive).nearest(record, "brief-2023-06-20")

    assert set(first.words) <= words_of(small_archive, record, "nl")
    assert "oosterdam" in first.words


def test_nothing_is_near_in_a_source_without_hashes(small_archive: Archive) -> None:
    bare = {id: p.model_copy(update={"stems": None}) for id, p in small_archive.passages["verslag-2022"].items()}
    archive = replace(small_archive, passages={**small_archive.passages, "verslag-2022": bare})

    assert Search(archive).nearest(milestone(archive, "electric-ferries"), "verslag-2022") == ()
    assert Search(archive).nearest(milestone(archive, "electric-ferries"), "meetnet-2021") == ()


def test_one_looks_for_the_rarest_words_of_the_title(small_archive: Archive) -> None:
    words = Search(small_archive).suggested_words(milestone(small_archive, "lock-oosterdam"))

    assert "Oosterdam" in words
    assert not {"van", "de", "bij"} & set(words)
