"""Whether a passage uses a term, in whatever form."""

import pytest

from generator.checks.meaning.passages import Passages
from generator.checks.meaning.terms import use_of
from generator.model import Term


def term(nl: str, abbreviation: str | None = None) -> Term:
    return Term.model_validate(
        {
            "id": "t",
            "term": {"nl": nl, "en": "x"},
            "text": {"nl": "x", "en": "x"},
            "cites": ["verslag-2022#veren-2"],
            **({"abbreviation": abbreviation} if abbreviation else {}),
        }
    )


@pytest.mark.parametrize(
    ("written", "passage", "uses"),
    [
        pytest.param(term("Dieselmotor"), "veren-2", True, id="the word itself"),
        pytest.param(term("Pont"), "veren-3", True, id="a plural"),
        pytest.param(term("Zomerpont"), "veren-3", True, id="a compound of which both parts are there"),
        pytest.param(term("Motorwagen (dieselmotor)"), "veren-2", True, id="one of two names"),
        pytest.param(term("Motorwagen", "Dieselmotor"), "veren-2", True, id="its short form"),
        pytest.param(term("Sluizen"), "sluizen-2", True, id="a heading"),
        pytest.param(term("Dieselmotor"), "veren-1", False, id="another passage"),
        pytest.param(term("De en het"), "veren-1", False, id="only words that are everywhere"),
    ],
)
def test_a_passage_uses_a_term_in_some_form(small_archive, written, passage, uses):
    index = Passages(small_archive).index("verslag-2022")

    assert (use_of(written, index, passage) > 0.5) is uses


def test_of_a_term_of_several_words_some_are_a_part(small_archive):
    index = Passages(small_archive).index("verslag-2022")

    assert 0 < use_of(term("Nachtelijke kaartverkoop"), index, "veren-2") < 1
