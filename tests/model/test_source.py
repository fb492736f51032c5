"""What a source is: how much of it was read, in which language, who wrote it, and what it may prove."""

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model import source as sources_of
from generator.model.source import Document, PassageIndex, Source
from generator.model.types import Record

PIER = {"nl": "Er is een nieuwe steiger.", "en": "There is a new pier."}
NETWORK = {"nl": "het Meetnet", "en": "the measuring network"}
LETTER: dict[str, Any] = {"id": "a", "kind": "letter", "title": PIER, "published": "2022-05"}
OUTSIDE: dict[str, Any] = LETTER | {"kind": "external"}
OWN = [
    model
    for model in vars(sources_of).values()
    if isinstance(model, type) and issubclass(model, Record) and model.__module__ == sources_of.__name__
]


@pytest.mark.parametrize(
    ("held", "is_whole", "has_passages", "makes_edition"),
    [
        pytest.param({}, True, True, True, id="held, unless it says otherwise"),
        pytest.param({"held": "true"}, True, True, True, id="held"),
        pytest.param({"held": "partial"}, False, True, False, id="a fragment"),
        pytest.param({"held": "false"}, False, False, True, id="not held"),
    ],
)
def test_a_letter_proves_a_silence_if_it_was_read_whole_and_makes_an_edition_unless_it_is_a_fragment(
    held: dict[str, str], is_whole: bool, has_passages: bool, makes_edition: bool
) -> None:
    source = Source.model_validate(LETTER | held)

    assert (source.is_whole, source.has_passages, source.makes_edition) == (is_whole, has_passages, makes_edition)


@pytest.mark.parametrize("held", ["true", "partial", "false"])
def test_an_external_source_makes_no_edition_however_much_of_it_was_read(held: str) -> None:
    assert not Source.model_validate(OUTSIDE | {"held": held}).makes_edition


@pytest.mark.parametrize(
    ("kind", "is_outside"),
    [("letter", False), ("annual-report", False), ("implementation-report", False), ("external", True)],
)
def test_only_an_external_source_is_no_document_to_parliament(kind: str, is_outside: bool) -> None:
    assert Source.model_validate(LETTER | {"kind": kind}).is_outside is is_outside


@pytest.mark.parametrize(
    ("said", "author"),
    [
        pytest.param({"sender": NETWORK}, NETWORK, id="who signed it"),
        pytest.param({"publisher": NETWORK}, NETWORK, id="who published it"),
        pytest.param({}, PIER, id="its title, where nobody is named"),
    ],
)
def test_the_author_is_who_is_named(said: dict[str, Any], author: dict[str, str]) -> None:
    named = Source.model_validate(LETTER | said).author

    assert {"nl": named.nl, "en": named.en} == author


@pytest.mark.parametrize("standing", ["reliable", "Official", ""])
def test_a_standing_is_one_of_two_words(standing: str) -> None:
    with pytest.raises(ValidationError, match="standing"):
        Source.model_validate(OUTSIDE | {"standing": standing})


def test_a_source_is_seen_on_a_day_or_in_a_month() -> None:
    with pytest.raises(ValidationError, match="must be a day or a month"):
        Source.model_validate(OUTSIDE | {"seen": "2022"})


def test_a_source_is_in_the_language_it_names_or_else_in_the_first() -> None:
    written = {"id": "a", "kind": "letter", "title": PIER, "published": "2022-05", "sender": PIER}

    sources = [Source.model_validate(written | said) for said in ({}, {"language": "nl"}, {"language": "en"})]

    assert [source.language for source in sources] == ["nl", "nl", "en"]


@pytest.mark.parametrize("code", ["", "EN", "de", "Dutch", "nl, en"])
def test_a_source_is_in_no_language_that_the_atlas_cannot_read(code: str) -> None:
    written = {"id": "a", "kind": "letter", "title": PIER, "published": "2022-05", "sender": PIER, "language": code}

    with pytest.raises(ValidationError, match="is not the code of a language of the atlas; write nl or en"):
        Source.model_validate(written)


@pytest.mark.parametrize("published", ["2022", "2022-Q2", "mid-2022", "2022-05/2022-06"])
def test_a_source_is_dated_by_the_day_or_month_printed_on_it(published: str) -> None:
    written = {"id": "a", "kind": "letter", "title": PIER, "published": published, "sender": PIER}

    with pytest.raises(ValidationError, match="must be a day or a month, as printed on the document"):
        Source.model_validate(written)


def test_passages_are_in_the_language_that_they_name_or_else_in_the_first() -> None:
    written: dict[str, Any] = {"source": "a", "published": "2022-05", "sha256": "0", "passages": []}

    assert [PassageIndex.model_validate(written | said).language for said in ({}, {"language": "en"})] == ["nl", "en"]


@pytest.mark.parametrize(("published", "year"), [({"published": "2020-03"}, 2020), ({}, 9999)])
def test_a_document_of_an_unknown_day_comes_after_all_others(published: dict[str, str], year: int) -> None:
    assert Document.model_validate({"id": "kst-1-2", "title": PIER} | published).year == year


@pytest.mark.parametrize("model", OWN, ids=lambda model: model.__name__)
def test_no_record_takes_a_key_that_it_does_not_know(model: type[Record]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        model.model_validate({"colour": "blue"})
