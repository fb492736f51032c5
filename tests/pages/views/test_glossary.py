"""The glossary: the terms that an edition knows, under their initials."""

from generator.pages.views.glossary import glossary_view
from tests.support.views import reviewed, small_context, view_of


def test_the_glossary_is_shown_as_it_was_reviewed():
    assert view_of("glossary") == reviewed("glossary")


def test_an_edition_lists_only_the_terms_that_it_knows():
    letters = glossary_view(small_context(0)).letters

    assert [(letter.letter, letter.headwords, [term.id for term in letter.terms]) for letter in letters] == [
        ("L", "Lockage", ["lockage"])
    ]
