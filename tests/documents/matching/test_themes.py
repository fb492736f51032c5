"""What is measured of a passage and a theme: by its terms, by headings, and by what earlier passages had."""

import pytest

from generator.documents.matching.likeness import Likeness
from generator.documents.matching.themes import Themes


@pytest.fixture
def themes(likeness: Likeness) -> Themes:
    return Themes(likeness)


def test_a_passage_is_nearest_to_the_theme_whose_passages_it_resembles(themes: Themes) -> None:
    ferries, locks = (themes.pairs["veren-1"][theme] for theme in ("ferries", "locks"))

    assert ferries["gap"] == 0 > locks["gap"]
    assert (ferries["near"] > locks["near"], ferries["said"] > locks["said"]) == (True, True)
    assert (ferries["cited"] < locks["cited"], ferries["records"] < locks["records"]) == (True, True)


def test_a_term_counts_in_the_text_and_in_the_heading(themes: Themes) -> None:
    ferries, locks = (themes.pairs["veren-1"][theme] for theme in ("ferries", "locks"))

    assert (ferries["terms"] > 0, locks["terms"]) == (True, 0)
    assert themes.pairs["sluizen-1"]["locks"]["in text"] == 1
    assert (ferries["heading"] > 0, locks["in heading"]) == (True, 0)
    assert themes.pairs["aanhef-1"]["locks"]["heading"] == 0


def test_the_terms_of_a_passage_are_given(themes: Themes) -> None:
    (passage,) = [passage for passage in themes.likeness.document.passages if passage.id == "sluizen-1"]

    assert themes.terms_in(passage, "locks")
    assert themes.terms_in(passage, "ferries") == ()
