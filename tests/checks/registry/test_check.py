"""A rule is upheld by a check that declares it, or by the reader of one file; every check is asked."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

from generator.checks.meaning.rules import REMARKED
from generator.checks.reading.rules import OF_READING
from generator.checks.registry.check import Check
from generator.checks.run import RULES
from generator.diagnostics.rules import Rule
from tests.support.small import ROOT

CHECKS = ROOT / "generator/checks"
READERS = ("archive", "model", "documents", "charts", "authoring", "pages")
"""Packages that hold single files, documents, templates and published editions against rules of their own."""


def named_in(folder: Path) -> set[Rule]:
    """The rules that the modules of a folder name."""
    trees = [ast.walk(ast.parse(path.read_text("utf-8"))) for path in folder.rglob("*.py")]
    attributes = [node for tree in trees for node in tree if isinstance(node, ast.Attribute)]
    return {Rule[node.attr] for node in attributes if isinstance(node.value, ast.Name) and node.value.id == "Rule"}


def test_every_check_is_asked() -> None:
    modules = [import_module(f"generator.checks.{path.stem}") for path in sorted(CHECKS.glob("*.py"))]
    written = {id(value): value for module in modules for value in vars(module).values() if isinstance(value, Check)}

    assert {check.name for check in written.values()} == {check.name for check in RULES}
    assert len(set(RULES)) == len(RULES)


def test_every_rule_has_a_check_a_reader_or_a_remark() -> None:
    checked = {rule for check in RULES for rule in check.rules}
    read = set().union(*(named_in(ROOT / "generator" / package) for package in READERS))

    assert set(Rule) - checked - read == {Rule.STANDS_ALONE, *REMARKED, *OF_READING}, (
        "remarks, see `remarks_on` and `checks.meaning`; and what only verify can see"
    )


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.name)
def test_a_check_finds_what_breaks_each_of_its_rules_and_nothing_else(
    check: Check, broken_in_cases: dict[str, set[Rule]]
) -> None:
    assert broken_in_cases[check.name] == set(check.rules)
