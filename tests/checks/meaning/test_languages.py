"""Both languages of a text say the same; each rule has its cases in tests/cases/refused/."""

import pytest

from generator.checks.claims import Claim
from generator.checks.meaning.languages import unlike_in_languages
from generator.checks.meaning.names import Names
from generator.diagnostics import Rule
from generator.model.records import Bilingual, Map


def rules_of(nl: str, en: str) -> list[Rule]:
    text = Bilingual.model_validate({"nl": nl, "en": en})
    claim = Claim("the map", text, (), Map(title=text), "title")
    return [diagnostic.rule for diagnostic in unlike_in_languages(claim, Names(()))]


def test_what_only_one_language_says_is_told_by_the_rule_it_breaks():
    assert rules_of("Er is geen veer.", "There is a ferry.") == [Rule.NEGATION_DIFFERS]
    assert rules_of("Het aantal steeg.", "The number fell.") == [Rule.MEANING_DIFFERS, Rule.MEANING_DIFFERS]
    assert rules_of("Het kost € 3.", "It costs 3.") == [Rule.UNIT_DIFFERS]
    assert rules_of("Het is bij Oosterdam.", "It is at the dam.") == [Rule.NAME_DIFFERS]


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        pytest.param(
            "Het veer vaart niet; de sluis is nooit dicht.",
            "The ferry sails; the lock is never closed, not even at night.",
            id="a clause",
        ),
        pytest.param(
            "Het veer vaart niet. De sluis is nooit dicht.",
            "The ferry sails. The lock is never closed, not even at night.",
            id="a sentence",
        ),
        pytest.param(
            "Het veer vaart niet: er is ijs; het wacht. De sluis is nooit dicht.",
            "The ferry sails. There is ice, so the lock is never closed, not even at night.",
            id="a sentence where the clauses are not as many",
        ),
    ],
)
def test_a_denial_in_another_place_does_not_make_up_for_one_that_is_left_out(nl, en):
    assert rules_of(nl, en) == [Rule.NEGATION_DIFFERS, Rule.NEGATION_DIFFERS]


def test_a_semicolon_in_parentheses_ends_no_clause():
    assert (
        rules_of("Het veer (gebouwd in 2019; niet in gebruik) ligt stil.", "The ferry (of 2019) is not in use.") == []
    )


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Het moet varen.", "It may sail."),
        ("Het mag varen.", "It will sail."),
        ("Mogelijk vaart het.", "It sails."),
        ("Zij vaart zonder loods.", "She sails with a pilot."),
        ("De invoer groeit.", "Exports are growing."),
        ("De interne kaart is af.", "The external map is done."),
        ("Het werd afgeschaft.", "It was introduced."),
        ("Zij weigert te varen.", "She wants to sail."),
        ("Alle veren varen.", "Some ferries sail."),
        ("Het duurt sinds maart.", "It lasts until March."),
    ],
)
def test_a_word_of_another_meaning_is_told(nl, en):
    assert set(rules_of(nl, en)) == {Rule.MEANING_DIFFERS} | ({Rule.NEGATION_DIFFERS} if "zonder" in nl else set())


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Schippers kunnen laden en kunnen lossen.", "Skippers can load and unload."),
        ("De wijziging wordt van kracht.", "The change takes effect."),
        ("Het veer is steeds vaker te laat.", "The ferry is late more and more often."),
        ("Zij wil niet langer wachten.", "She no longer wants to wait."),
        ("De uitslag is niet bekend.", "The outcome is unknown."),
        ("Tot en met maart geldt het tarief tot €3.", "Up to and including March the fare of up to €3 applies."),
    ],
)
def test_the_same_in_other_words_is_in_order(nl, en):
    assert rules_of(nl, en) == []


def test_a_text_that_says_the_same_is_in_order():
    assert (
        rules_of("In 2024 kostte het veer bij Oosterdam ruim € 3.", "In 2024 the ferry at Oosterdam cost over €3.")
        == []
    )


def test_a_text_in_one_language_is_compared_with_nothing():
    text = Bilingual.model_validate({"nl": "x", "en": "x"})

    assert list(unlike_in_languages(Claim("x", "Er is geen veer.", (), Map(title=text), "title"), Names(()))) == []
