"""Findings that an editor allowed, with a reason; allowances that allow nothing are in tests/cases/refused/."""

from dataclasses import replace

from generator.checks.registry.allowed import not_allowed, unknown_rules
from generator.checks.registry.findings import Finding
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import Allowance

FOUND = Finding("a report of milestone 'x'", Diagnostic(Location("f", 1, 1), "what", "Do.", rule=Rule.NAME_DIFFERS))
ALLOWED = Allowance.model_validate({"of": "x", "rule": "name-differs", "why": "It is right."})


def test_a_finding_says_how_it_is_allowed(small_archive):
    (told,) = not_allowed(small_archive, [FOUND], [Rule.NAME_DIFFERS])

    assert told.hint == "Do. If it is right, allow it in data/allowed.yaml: of: x, rule: name-differs."


def test_what_is_allowed_is_not_told(small_archive):
    archive = replace(small_archive, allowances={ALLOWED.id: ALLOWED})

    assert list(not_allowed(archive, [FOUND], [Rule.NAME_DIFFERS])) == []


def test_an_allowance_that_allows_nothing_is_told_by_its_own_rules_only(small_archive):
    archive = replace(small_archive, allowances={ALLOWED.id: ALLOWED})

    assert [told.rule for told in not_allowed(archive, [], [Rule.NAME_DIFFERS])] == [Rule.ALLOWED]
    assert list(not_allowed(archive, [], [Rule.UNIT_DIFFERS])) == []


def test_only_rules_on_meaning_are_allowed(small_archive):
    archive = replace(small_archive, allowances={ALLOWED.id: ALLOWED})

    assert list(unknown_rules(archive, [Rule.NAME_DIFFERS])) == []
    assert len(list(unknown_rules(archive, [Rule.UNIT_DIFFERS]))) == 1
