"""Every way of being wrong that has been thought of: a file each in tests/cases/refused/."""

from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics.rules import Rule
from tests.support.cases import case_in
from tests.support.refusals import refusal, refusal_once_mended
from tests.support.small import CASES

REFUSED = {path.stem: case_in(path) for path in sorted((CASES / "refused").glob("*.yaml"))}
MENDED = [name for name, case in REFUSED.items() if "mended" in case]
TOLD_ELSEWHERE = {
    Rule.CONTENT: "pages/test_content.py",
    Rule.TEMPLATE: "pages/test_content.py",
    Rule.MKDOCS: "settings/test_rules.py",
    Rule.PASSAGE_CHANGED: "cli/test_ingest.py",
    Rule.DOCUMENT: "documents/test_verify.py",
    Rule.FORM: "authoring/test_format.py",
    Rule.SILENT_CHANGE: "authoring/test_compare.py",
    Rule.STANDS_ALONE: "checks/test_texts.py",
    Rule.UNLIKE_PASSAGE: "checks/meaning/test_cited.py",
    Rule.NEARER_PASSAGE: "checks/meaning/test_cited.py",
    Rule.OPPOSITE_OF_PASSAGE: "checks/meaning/test_against.py",
    Rule.NAME_NOT_IN_PASSAGE: "checks/meaning/test_against.py",
    Rule.DENIAL_NOT_IN_PASSAGE: "checks/meaning/test_against.py",
    Rule.SAID_TWICE: "checks/meaning/test_records.py",
    Rule.OFF_THEME: "checks/meaning/test_records.py",
    Rule.PLACE_NOT_NAMED: "checks/meaning/test_records.py",
    Rule.WORD_OF_ONE_LANGUAGE: "checks/reading/test_support.py",
    Rule.FIGURE_NOT_READ: "checks/reading/test_figures.py",
    Rule.NAME_NOT_READ: "checks/reading/test_names.py",
    Rule.LOST_ID: "authoring/test_compare.py",
}
"""Rules about what is not in data/, and remarks, each with the tests in which it is broken."""


def rules_of(case: dict[str, Any]) -> list[str]:
    return case["rule"] if isinstance(case["rule"], list) else [case["rule"]]


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_refused_with_its_place_and_a_way_out(name: str, tmp_path: Path) -> None:
    case = REFUSED[name]
    refused = refusal(case, tmp_path)

    assert refused is not None
    assert f"{refused}\n" == case["says"]
    assert list(dict.fromkeys(diagnostic.rule for diagnostic in refused.diagnostics)) == rules_of(case)
    assert [diagnostic.message for diagnostic in refused.diagnostics if not diagnostic.hint] == []


@pytest.mark.parametrize("name", MENDED)
def test_who_does_what_the_message_says_has_mended_it(name: str, tmp_path: Path) -> None:
    assert refusal_once_mended(REFUSED[name], tmp_path) is None


def test_the_likeliest_mistakes_were_mended_by_their_message_alone() -> None:
    assert len(MENDED) >= 40


def test_every_rule_is_broken_by_a_case() -> None:
    broken = {rule for case in REFUSED.values() for rule in rules_of(case)}

    assert broken == set(Rule) - TOLD_ELSEWHERE.keys()
