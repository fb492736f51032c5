"""What search reads: a script with the rows, what they belong to, and how words of the language are compared."""

import pytest

from generator.model.enums import Weight
from generator.pages.page import SearchEntry
from generator.pages.search.index import search_index
from generator.text.language import LANGUAGES, language
from tests.support.found import found
from tests.support.small import ROOT
from tests.support.views import small_context

ENTRIES = (
    SearchEntry("themes/locks/#a", "statement", "", "Says </script> & “more”.", "themes/locks/", Weight.LEAD),
    SearchEntry("data/", "page", "Data", "", ""),
)


def test_a_row_names_its_kind_its_group_and_its_weight():
    context = small_context()
    read = found(search_index(iter(ENTRIES), context.edition, context.locale))
    groups = read["groups"]

    assert groups == [
        ["Ferries", "themes/ferries/"],
        ["Locks", "themes/locks/"],
        ["[nav.sources]", "sources/"],
        ["[nav.places]", "places/"],
        ["[nav.glossary]", "glossary/"],
        ["[search.pages]", ""],
    ]
    assert read["rows"] == [
        ["themes/locks/#a", "statement", 1, "", "Says </script> & “more”.", "lead"],
        ["data/", "page", 5, "Data", "", "normal"],
    ]
    assert read["kinds"] == {"page": "[found.page]", "statement": "[found.statement]"}


def test_a_theme_that_was_not_mentioned_yet_is_no_group():
    context = small_context(0)
    groups = found(search_index((), context.edition, context.locale))["groups"]

    assert [path for _, path in groups if path.startswith("themes/")] == [
        f"themes/{theme.id}/" for theme in context.edition.mentioned
    ]


@pytest.mark.parametrize(("code", "stems", "compounds"), [("nl", "dutch", True), ("en", "english", False)])
def test_words_are_compared_by_the_rules_of_the_language(code, stems, compounds):
    context = small_context(language=code)
    read = found(search_index((), context.edition, context.locale))

    assert (read["stems"], read["compounds"]) == (stems, compounds)


def test_every_language_has_its_stemmer():
    folder = ROOT / "templates/theme/assets/search"
    names = [language(code).stems for code in LANGUAGES]

    assert [name for name in names if f"{name.title()}Stemmer=" not in _read(folder / f"{name}-stemmer.js")] == []


def _read(path):
    return path.read_text("utf-8")
