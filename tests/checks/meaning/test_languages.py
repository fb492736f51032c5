"""Both languages of a text say the same; each rule has its cases in tests/cases/refused/."""

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


def test_a_text_that_says_the_same_is_in_order():
    assert (
        rules_of("In 2024 kostte het veer bij Oosterdam ruim € 3.", "In 2024 the ferry at Oosterdam cost over €3.")
        == []
    )


def test_a_text_in_one_language_is_compared_with_nothing():
    text = Bilingual.model_validate({"nl": "x", "en": "x"})

    assert list(unlike_in_languages(Claim("x", "Er is geen veer.", (), Map(title=text), "title"), Names(()))) == []
