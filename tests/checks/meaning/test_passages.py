"""Texts against passages by the hashes of their stems."""

from generator.checks.meaning.passages import Passages, stems_of
from generator.model import Citation


def test_the_nearest_passage_is_the_one_that_says_it(small_archive):
    index = Passages(small_archive).index("verslag-2022")
    likeness = index.likeness("De bodem bij Oosterdam bleek zachter, waardoor de vernieuwing langer duurt.")

    assert max(likeness, key=likeness.get) == "sluizen-1"


def test_a_text_of_words_that_the_source_does_not_know_is_unlike_nothing(small_archive):
    index = Passages(small_archive).index("verslag-2022")

    assert index.likeness("Xyzzy plugh.") == {}
    assert index.support("Xyzzy plugh.", "sluizen-1") == 0


def test_a_passage_supports_the_sentence_of_which_it_has_most(small_archive):
    index = Passages(small_archive).index("verslag-2022")

    assert index.support("De bodem bleek zachter.", "sluizen-1") == 1
    assert index.support("Er is een zeppelin gekocht. De bodem bleek zachter.", "sluizen-1") == 1
    assert index.support("De bodem bleek zachter.", "veren-3") == 0


def test_words_that_are_frequent_or_common_in_the_source_weigh_less(small_archive):
    index = Passages(small_archive).index("verslag-2022")
    frequent, common, rare, unknown = (
        max(index.weights(word).values(), default=0) for word in ("van", "veerboten", "bodem", "zeppelin")
    )

    assert frequent == 0
    assert common <= rare < unknown
    assert index.weights("het OM").keys() == index.hashes("OM")


def test_the_headings_of_a_passage_count(small_archive):
    index = Passages(small_archive).index("verslag-2022")

    assert index.support("Mensen", "mensen-1") == 1


def test_a_source_without_passages_has_no_index_and_is_not_compared(small_archive):
    passages = Passages(small_archive)

    assert passages.index("meetnet-2021") is None
    assert list(passages.cited([Citation("meetnet-2021", "wachttijd-1")])) == []
    assert list(passages.cited([Citation("verslag-2022", "veren-99")])) == []


def test_a_concept_is_said_by_the_hash_of_one_of_its_words(small_archive):
    index = Passages(small_archive).index("verslag-2022")

    assert index.held["veren-1"] & index.hashes_of("negation")
    assert not index.held["sluizen-1"] & index.hashes_of("negation")
    assert index.hashes_of("negation", only_sure=True) < index.hashes_of("negation")


def test_of_a_word_with_hyphens_the_parts_have_stems_too():
    assert {"it", "systemen"} & stems_of("it-systemen", "nl")
