"""The fixed phrases of the pages: what stands in braces is filled in, by the same names in both languages."""

from dataclasses import replace
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.checks.texts import phrases_are_known, phrases_match, phrases_name_the_same, remarks_on
from generator.diagnostics.rules import Rule
from generator.model.enums import Weight
from generator.model.records import Thread
from tests.support.phrase_list import LIST, listed


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


@pytest.mark.parametrize(
    ("nl", "en", "openings"),
    [
        ("Ook is een veer vervangen.", "A ferry was replaced.", ["Ook"]),
        ("Een veer is vervangen.", "It was late because of ice.", ["It"]),
        (
            "De invoering gebeurt in stappen.",
            "The introduction takes place in steps.",
            ["De invoering gebeurt", "The introduction takes"],
        ),
        ("Daardoor vaart er geen veer.", "This leaves no ferry.", ["Daardoor", "This"]),
        ("De commissie, die meekijkt, is er.", "Those are the ferries.", ["De commissie,", "Those are"]),
        ("Ook in 2022 voer het veer.", "In 2022 too the ferry sailed.", []),
        ("De invoering van het veer loopt.", "The introduction of the ferry is under way.", []),
        ("Dat het veer vaart, is nieuw.", "It is expected that the ferry sails.", []),
        ("IT voor het veer is er.", "IT for the ferry is there.", []),
    ],
)
def test_a_statement_that_begins_with_a_reference_to_another_gets_a_remark(small_archive, nl, en, openings):
    theme = small_archive.themes["ferries"]
    statement = theme.statements[0].model_copy(update={"text": {"nl": nl, "en": en}})
    themes = {"ferries": replace(theme, statements=(statement,))}
    remarks = [r for r in remarks_on(replace(small_archive, themes=themes)) if r.rule is Rule.STANDS_ALONE]

    assert [remark.message.partition(" begins with ")[2].split("'")[1] for remark in remarks] == openings


def test_a_record_in_no_thread_gets_a_remark_unless_it_is_minor_or_alone(small_archive):
    theme = small_archive.themes["ferries"]
    jetty = {"id": "jetty", "title": {"nl": "Steiger", "en": "Jetty"}, "members": ["jetty-refused"]}
    listed = {"threads": (Thread.model_validate(jetty),), "alone": ("jetty-without-permit", "ferry-noordeiland")}
    indicators = (theme.indicators[0].model_copy(update={"weight": Weight.MINOR}), *theme.indicators[1:])
    with_threads = replace(theme, text=theme.text.model_copy(update=listed), indicators=indicators)
    remarks = remarks_on(replace(small_archive, themes={"ferries": with_threads}))

    assert [remark.message for remark in remarks] == [
        f"{id!r} is in no thread of theme 'ferries'"
        for id in ("electric-ferries", "ticket-sales", "safety-checks-total")
    ]
    assert {remark.rule for remark in remarks} == {Rule.THREAD}


def test_statements_that_can_be_read_alone_get_no_remark(small_archive):
    assert remarks_on(small_archive) == []


def test_the_list_of_phrases_is_that_of_the_words_of_the_project():
    assert LIST.read_text("utf-8") == listed()


@pytest.mark.parametrize("brace", ["{due.nope}", "{due[x]}", "{due!r}", "{due:>9}", "{}", "{0}", "{day}"])
def test_a_phrase_has_only_values_that_it_is_given(small_archive, brace):
    both = with_phrase(with_phrase(small_archive, "nl", f"voor {brace}"), "en", f"by {brace}")
    told = [(diagnostic.message, diagnostic.hint) for diagnostic in phrases_are_known(both)]

    assert told == [(f"the phrase 'due_by' is not given {brace}", "Values that it is given: {due}.")] * 2


def test_a_phrase_that_both_languages_lack_is_missing(small_archive):
    words = {code: {**phrases, "nav": {**phrases["nav"]}} for code, phrases in small_archive.words.items()}
    for phrases in words.values():
        del phrases["due_by"], phrases["nav"]["home"], phrases["days"]

    assert [diagnostic.message for diagnostic in phrases_are_known(replace(small_archive, words=words))] == [
        "missing in all languages: 'due_by', 'days'",
        "missing in all languages: 'nav.home'",
    ]


def test_a_phrase_that_no_page_shows_is_refused(small_archive):
    words = {code: {**phrases, "due_bye": "x"} for code, phrases in small_archive.words.items()}

    assert [diagnostic.message for diagnostic in phrases_are_known(replace(small_archive, words=words))] == [
        "no page shows the phrase 'due_bye'"
    ] * 2
