"""What search finds: records by name and words, what each belongs to, how much it matters."""

import pytest

from generator.model.enums import Weight
from generator.pages.page import SearchEntry
from generator.pages.search.entries import page_entry, place_entries, source_entry, term_entries, theme_entries
from generator.pages.views.glossary import glossary_view
from tests.support.heads import search_of
from tests.support.views import small_context


def all_entries(edition: int = -1) -> dict[str, SearchEntry]:
    """What search finds in an edition of the small archive, by path."""
    return {entry.path: entry for entry in search_of(small_context(edition).volume)}


def test_a_theme_is_found_by_its_title_and_question_and_leads_what_belongs_to_it():
    context = small_context()
    first, *others = theme_entries(context, context.edition.themes["locks"])

    assert first == SearchEntry(
        "themes/locks/",
        "theme",
        "Locks",
        "Are the locks being renewed, and how long does a ship wait?",
        "themes/locks/",
    )
    assert {entry.group for entry in others} == {"themes/locks/"}


@pytest.mark.parametrize(
    ("path", "title", "text"),
    [
        pytest.param(
            "themes/locks/#remote-control",
            "",
            "The lock at Oosterdam is operated from a distance day and night. · May 2023",
            id="a statement by what it says and when",
        ),
        pytest.param(
            "themes/locks/#waiting-time",
            "Waiting time at the locks",
            "How long a ship waits for the lock on average, over all locks. "
            "2020: 4.50 hours; 2021: 4.20 hours; 2022: 3.8 hours",
            id="a figure by its values",
        ),
        pytest.param(
            "themes/ferries/#safety-checks",
            "Safety checks on ferries",
            "How many safety checks the Waterway Service did, by vessel and season. Ferry, Summer, 2022: 12 checks; "
            "Ferry, Winter, 2022: 0 checks; Pontoon, Summer, 2022: 7 checks; Pontoon, Winter, 2022: 3 checks",
            id="a table by its cells",
        ),
        pytest.param(
            "indicators/#ships-counted-series",
            "Ships at the locks",
            "How many ships the measuring network counted. 2020: 8,100 vessels; 2021: 9,400 vessels; "
            "2022: about 7,900 vessels",
            id="a figure from outside where it stands",
        ),
        pytest.param(
            "milestones/lock-oosterdam/",
            "Renewal of the lock at Oosterdam",
            "[outcome.kept-late] · [late_by 243 days] · [moves 1] · mid-2022 · first quarter of 2023 · May 2023",
            id="a milestone by its outcome, that it moved, and its dates",
        ),
        pytest.param(
            "milestones/lock-zuiderkade/",
            "Lock at Zuiderkade",
            "[state.undated] · [absent.not-mentioned [source_named.letter 10 March 2021]]; [unread 1]",
            id="a milestone that is not mentioned, with what that is based on",
        ),
        pytest.param("silence/", "[nav.silence]", "", id="a page by its name"),
        pytest.param("changes/", "[nav.changes]", "", id="the page of changes"),
    ],
)
def test_a_record_is_found_by_its_words(path: str, title: str, text: str):
    entry = all_entries()[path]

    assert (entry.title, entry.text) == (title, text)


def test_what_is_in_a_list_belongs_to_the_list():
    context = small_context()
    place = next(place_entries(context))
    source = source_entry(context, context.edition.sources["verslag-2022"], "Annual report 2022")
    term = list(term_entries(glossary_view(context)))[-1]

    assert (place.path, place.group) == ("places/#oosterdam", "places/")
    assert (source.path, source.group) == ("sources/verslag-2022/", "sources/")
    assert (term.title, term.group) == ("PT (Pontoon ferry)", "glossary/")
    assert page_entry("data/", "Data") == SearchEntry("data/", "page", "Data", "", "")


def test_how_much_a_record_matters_goes_with_it():
    context = small_context()
    theme = context.edition.themes["locks"]
    weights = {entry.path.partition("#")[2]: entry.weight for entry in theme_entries(context, theme)}
    written = {record.id: record.record.weight for record in (*theme.statements, *theme.indicators)}

    assert {id: weights[id] for id in written} == written
    assert weights[""] is Weight.NORMAL
