"""Every example that an editor is shown could stand in the field that it is of, and none is given without a choice."""

from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter

from generator.authoring.field_examples import TEXTS, WORDS
from generator.model import milestone, records, settings, source
from generator.model.types import Record
from generator.text.language import LANGUAGES

MODELS = {name: model for module in (records, milestone, settings, source) for name, model in vars(module).items()}


def accepted_by(key: str) -> TypeAdapter[Any]:
    """What reads a value of the field, called as in the file of examples: `Source.id`."""
    model, _, field = key.partition(".")
    assert issubclass(MODELS[model], Record)
    known = MODELS[model].model_fields[field]
    return TypeAdapter(Annotated[(known.annotation, *known.metadata)] if known.metadata else known.annotation)


@pytest.mark.parametrize("key", WORDS)
def test_every_word_could_stand_in_its_field(key: str) -> None:
    is_list = str(accepted_by(key).core_schema).startswith("{'type': 'tuple'")
    reads = accepted_by(key).validate_python
    read = [reads([word] if is_list else word) for word in WORDS[key]]

    assert len(set(map(str, read))) == len(WORDS[key])


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_could_stand_in_its_field_in_each_language(key: str) -> None:
    read = accepted_by(key).validate_python(dict(TEXTS[key]))

    assert tuple(TEXTS[key]) == LANGUAGES
    assert {code: getattr(read, code) for code in LANGUAGES} == TEXTS[key]


def test_of_a_word_there_are_two_or_more_so_that_none_is_filled_in_for_the_editor() -> None:
    hashes = {"PassageIndex.sha256"}

    assert {key for key, words in WORDS.items() if len(words) < 2} == hashes


def test_no_field_has_an_example_of_both_kinds() -> None:
    assert WORDS.keys() & TEXTS.keys() == set()
