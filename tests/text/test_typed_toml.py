"""A data file of the program says what it lacks, with its place and a way out."""

from dataclasses import dataclass

import pytest

from generator.diagnostics.diagnostic import InvalidData
from generator.text.typed_toml import typed


@dataclass(frozen=True)
class Sign:
    """Two fields, one of them a word of Python."""

    and_: str
    shapes: tuple[str, ...]


def test_lists_become_tuples_and_words_of_python_fields() -> None:
    assert typed({"and": "en", "shapes": ["x"]}, Sign, "signs.toml") == Sign("en", ("x",))


def test_all_keys_that_are_missing_or_unknown_are_told_at_once() -> None:
    with pytest.raises(InvalidData) as error:
        typed({"shape": ["x"]}, Sign, "signs.toml")

    assert str(error.value) == (
        "signs.toml:1:1: Sign has no and, shapes; unknown shape\n    The fields of `Sign` say what belongs there."
    )
