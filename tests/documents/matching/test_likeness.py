"""Passages are alike by the words that they share, of earlier ones by their hashes; a rare word says more."""

from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.documents.ingest import read_source
from generator.documents.matching.known import known_before
from generator.documents.matching.likeness import Likeness, Titles, wording_of
from generator.documents.search.stems import stems_in
from generator.model.citation import Citation
from generator.model.period import parse_period
from tests.support.small import SMALL

OLD, DAY = "brief-2021-03-10", parse_period("2024-02-01")


@pytest.fixture
def likeness(small_archive: Archive, tmp_path: Path) -> Likeness:
    """The first letter, read again as a new one."""
    text = (SMALL / "texts" / f"{OLD}.txt").read_text("utf-8")
    (tmp_path / "new.txt").write_text(text, "utf-8")
    return Likeness(known_before(small_archive, "new", DAY), read_source(tmp_path / "new.txt", "new", DAY))


def test_a_passage_is_most_like_the_earlier_one_with_its_words(likeness: Likeness) -> None:
    shares = likeness.alike["sluizen-2"]

    assert max(shares, key=lambda cited: shares[cited]) == Citation(OLD, "sluizen-2")
    assert shares[Citation(OLD, "sluizen-2")] == pytest.approx(1)
    assert all(0 <= share < 1.0001 for share in shares.values())


def test_a_rare_word_weighs_more_than_a_frequent_one(likeness: Likeness) -> None:
    (rare,), (frequent,) = (stems_in(word, "nl") for word in ("Westhaven", "de"))

    assert likeness.weight("unheard-of") > likeness.weight(rare) > likeness.weight(frequent)


def test_a_part_of_a_compound_is_found_by_its_pieces(likeness: Likeness) -> None:
    titles = Titles(likeness)
    (title,) = [words for id, words in titles.words.items() if id == "lock-westhaven"]

    assert titles.pieced(title, "sluizen-2") > 0.5 > titles.pieced(title, "veren-1")
    assert titles.pieced(wording_of("", "nl"), "sluizen-2") == 0


def test_texts_are_nearest_by_the_words_they_share(likeness: Likeness) -> None:
    texts = {"same": likeness.read["sluizen-2"].stems, "none": frozenset({"unheard-of"})}

    assert likeness.nearest(texts)["sluizen-2"] == {"same": pytest.approx(1)}


def test_an_accent_makes_no_other_word() -> None:
    assert wording_of("cocaïne", "nl") == wording_of("cocaine", "nl")


def test_what_matches_is_given_as_it_is_written(likeness: Likeness) -> None:
    (passage,) = [passage for passage in likeness.document.passages if passage.id == "sluizen-2"]

    assert likeness.words_in(wording_of("sluis westhaven", "nl").stems, passage)[0] == "Westhaven"
