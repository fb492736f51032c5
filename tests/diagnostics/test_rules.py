"""The names of the rules: each is the name in code."""

import pytest

from generator.diagnostics.rules import Rule


@pytest.mark.parametrize("rule", Rule, ids=str)
def test_the_name_that_is_printed_is_the_name_in_code_and_finds_the_rule(rule: Rule) -> None:
    assert str(rule) == rule.name.lower().replace("_", "-")
    assert Rule(str(rule)) is rule
