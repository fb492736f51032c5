"""The catalogue of rules: each has a name to ask for and a sentence that explains it."""

from collections import Counter

import pytest

from generator.diagnostics.rules import Rule


@pytest.mark.parametrize("rule", Rule, ids=str)
def test_a_rule_says_in_a_sentence_or_two_what_it_means(rule: Rule) -> None:
    assert rule.meaning[0].isupper()
    assert rule.meaning.endswith((".", "`."))
    assert 20 < len(rule.meaning) < 140


@pytest.mark.parametrize("rule", Rule, ids=str)
def test_the_name_that_is_printed_is_the_name_in_code_and_finds_the_rule(rule: Rule) -> None:
    assert str(rule) == rule.name.lower().replace("_", "-")
    assert Rule(str(rule)) is rule


def test_no_two_rules_mean_the_same() -> None:
    assert [meaning for meaning, count in Counter(rule.meaning for rule in Rule).items() if count > 1] == []
