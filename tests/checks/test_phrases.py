"""The fixed phrases of the pages: what stands in braces is filled in, by the same names in both languages."""

from dataclasses import replace
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.checks.phrases import phrases_match, phrases_name_the_same


def with_phrase(archive: Archive, language: str, phrase: str) -> Archive:
    words: dict[str, Any] = {**archive.words, language: {**archive.words[language], "due_by": phrase}}
    return replace(archive, words=words)


def test_the_phrases_of_the_project_are_in_order(small_archive):
    assert [*phrases_match(small_archive), *phrases_name_the_same(small_archive)] == []


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        pytest.param("by {day}", "due in 'nl' and day in 'en'", id="another name"),
        pytest.param("by then", "due in 'nl' and nothing in 'en'", id="no name"),
        pytest.param("by {due", "due in 'nl' and a single brace in 'en'", id="a brace that is not closed"),
    ],
)
def test_a_phrase_names_in_braces_what_the_other_language_names(small_archive, phrase, told):
    (diagnostic,) = phrases_name_the_same(with_phrase(small_archive, "en", phrase))

    assert diagnostic.message == f"the phrase 'due_by' has different names in braces: {told}"
    assert (diagnostic.location.file, diagnostic.location.column) == ("data/words/nl.yaml", 9)


def test_a_lone_brace_in_both_languages_is_told_too(small_archive):
    both = with_phrase(with_phrase(small_archive, "nl", "voor {due"), "en", "by {due")

    assert len(list(phrases_name_the_same(both))) == 1
