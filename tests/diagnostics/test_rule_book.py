"""What `atlas explain` shows is true: the wrong lines are refused by that rule alone, the right ones are read."""

from collections import Counter
from pathlib import Path

import pytest

from generator.diagnostics.rule_book import Explained, explanation, rule_book
from generator.diagnostics.rules import Rule
from tests.support.refusals import refusal
from tests.support.small import SMALL

WITH_LINES = {rule: example for rule, example in rule_book().items() if not example.do}


@pytest.mark.parametrize("rule", WITH_LINES, ids=str)
def test_the_wrong_lines_are_refused_by_that_rule_alone_and_the_right_ones_stand_there(
    rule: Rule, tmp_path: Path
) -> None:
    example = WITH_LINES[rule]
    in_order = (SMALL / "data" / example.file).read_text("utf-8")
    wrong = in_order.replace(example.right, example.wrong, 1)
    asked = {Rule.COPIED: "verify", Rule.OUTSIDE_ITS_COUNTRY: "open"}.get(rule, "check")
    refused = refusal({"files": {f"data/{example.file}": wrong}, "asked": asked}, tmp_path)

    assert example.right in in_order
    assert refused and {diagnostic.rule for diagnostic in refused.diagnostics} == {rule}


@pytest.mark.parametrize("asked", ["check", "verify"])
def test_the_files_that_have_the_right_lines_are_read(asked: str, tmp_path: Path) -> None:
    assert refusal({"files": {}, "asked": asked}, tmp_path) is None


def test_every_rule_has_an_example_in_the_order_of_the_rules() -> None:
    assert list(rule_book()) == list(Rule)


@pytest.mark.parametrize("rule", Rule, ids=str)
def test_an_example_is_lines_wrong_and_right_or_a_way_out(rule: Rule) -> None:
    example = rule_book()[rule]

    assert bool(example.do) is not bool(example.file and example.wrong and example.right)
    assert example == Explained(means=example.means, do=example.do) or not example.do


def test_an_explanation_shows_the_meaning_and_the_lines_wrong_and_right() -> None:
    assert explanation(Rule.MISSING_SPACE) == (
        "missing-space\n\n"
        "A key is followed by a colon and a space, and the hyphen of an entry by a space: `id: x`, `- x`.\n\n"
        "Wrong, in data/themes/ferries/statements.yaml:\n\n"
        "      kind:setback\n\n"
        "Right:\n\n"
        "      kind: setback"
    )


def test_where_no_line_is_wrong_it_says_what_to_do() -> None:
    assert explanation(Rule.ENCODING).endswith("(`Save with encoding` or `Save as`).")


@pytest.mark.parametrize("rule", Rule, ids=str)
def test_a_rule_says_in_a_sentence_or_two_what_it_means(rule: Rule) -> None:
    meaning = rule_book()[rule].means

    assert meaning[0].isupper()
    assert meaning.endswith((".", "`."))
    assert 20 < len(meaning) < 140


def test_no_two_rules_mean_the_same() -> None:
    meanings = Counter(explained.means for explained in rule_book().values())

    assert [meaning for meaning, count in meanings.items() if count > 1] == []
