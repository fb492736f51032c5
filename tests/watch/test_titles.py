"""Titles are known by their words, however they are spelt."""

import pytest

from generator.model.settings import TitleWords
from generator.watch.titles import is_titled, words_in

WANTED = TitleWords.model_validate({"words": ["stand van zaken", "sluizen"], "without": ["bruggen"]})


@pytest.mark.parametrize(
    ("title", "is_ours"),
    [
        ("Stand van zaken sluizen", True),
        ("STAND-VAN-ZAKEN: de Sluizen\u2011programma\u2019s", True),
        ("Sluizen; stand van zakenbrief 2026", True),
        ("Sta\u0301nd ván zaken sluizen", True),
        ("Stand van de zaken bij sluizen", False),
        ("Stand van zaken bij de schutsluizen", False),
        ("Stand van zaken sluizen en bruggen", False),
        ("Bestand van zaken, sluizen", False),
        ("", False),
    ],
)
def test_a_title_has_the_words_in_a_row_of_which_the_last_may_go_on(title: str, is_ours: bool) -> None:
    assert is_titled(title, WANTED) is is_ours


def test_only_letters_and_digits_make_words() -> None:
    assert words_in("Één (2-jarig) plan_2") == " een 2 jarig plan 2 "


def test_words_that_are_only_signs_are_in_no_title() -> None:
    assert not is_titled("Stand", TitleWords.model_validate({"words": ["–"]}))
