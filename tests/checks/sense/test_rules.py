"""The rules of sense accept the small archive, and allow what somebody gave a reason for."""

from generator.checks.sense.rules import figures_and_years_are_in_place, what_is_to_come_is_a_plan
from tests.checks.reading.conftest import statement

WRONG = statement("Van 3 naar 4.", "From 4 to 3.", "verslag-2022#sluizen-3")


def test_the_small_archive_makes_sense(small_archive):
    assert [*figures_and_years_are_in_place(small_archive), *what_is_to_come_is_a_plan(small_archive)] == []


def test_another_order_is_reported(archive_from):
    assert [d.rule.value for d in figures_and_years_are_in_place(archive_from(WRONG))] == ["figures-in-other-order"]


def test_another_order_may_be_allowed(archive_from):
    allowed = {"data/allowed.yaml": '- {of: s, rule: figures-in-other-order, why: "So it is said."}\n'}

    assert list(figures_and_years_are_in_place(archive_from(WRONG | allowed))) == []
