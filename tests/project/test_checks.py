"""The 25 checks: each is in the document with its command, and made of tests that are there."""

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from tests.checks.test_random_edits import EDITS
from tests.checks.test_random_edits import SEEDS as SEEDS_OF_EDITS
from tests.measure.trust import CHECKS, Trust, is_of, line_of, outcome_of
from tests.publish.test_killed import MOMENTS
from tests.publish.test_killed import SEEDS as SEEDS_OF_KILLS
from tests.publish.test_served import TYPES
from tests.site.kinds import EMBEDDED, KINDS
from tests.support.hostile import HOSTILE
from tests.support.payloads import PAYLOADS
from tests.support.small import ROOT
from tests.test_names_and_ids import COUNT

ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([\d,]+) tests: ([^|]+) \| `pytest ([^`|]+)` \|", re.MULTILINE)
ROWS = ROW.findall((ROOT / "docs/checks.md").read_text("utf-8"))
"""Of each check: its number, what it is of, how many tests and of what, and their paths."""


def test_there_are_25_and_each_stands_in_the_document_with_its_tests() -> None:
    assert [(int(number), what, command.split()) for number, what, _, _, command in ROWS] == [
        (number, check.what, [f"tests/{test}" for test in check.tests]) for number, check in enumerate(CHECKS, 1)
    ]
    assert len(CHECKS) == 25


def test_the_figures_of_the_document_are_those_of_the_tests() -> None:
    figures = {int(number): of for number, _, _, of, _ in ROWS}

    assert f"{MOMENTS * len(SEEDS_OF_KILLS):,} kills" in figures[19]
    assert f"{EDITS * len(SEEDS_OF_EDITS):,} random edits" in figures[21]
    assert f"{len(HOSTILE)} hostile files" in figures[21]
    assert f"{len(PAYLOADS)} payloads" in figures[22]
    assert f"{COUNT:,} names" in figures[23]
    assert {f"each of {len((*KINDS, EMBEDDED))} kinds" in figures[n] for n in (3, 5)} == {True}
    assert f"{len(TYPES)} kinds of files" in figures[9]


@pytest.mark.slow
def test_a_check_has_at_least_as_many_tests_as_the_document_says() -> None:
    tests = sorted({f"tests/{test}" for check in CHECKS for test in check.tests})
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--collect-only",
        "--numprocesses",
        "0",
        "-p",
        "no:cacheprovider",
        *tests,
    ]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    names = [line.removeprefix("tests/") for line in listed if "::" in line]
    found = {
        n: sum(any(is_of(name, test) for test in check.tests) for name in names) for n, check in enumerate(CHECKS, 1)
    }
    claimed = {int(number): int(tests.replace(",", "")) for number, _, tests, _, _ in ROWS}

    assert {n: count for n, count in found.items() if count < claimed[n]} == {}


def test_every_test_that_a_check_names_is_there() -> None:
    named = [test.partition("::") for check in CHECKS for test in check.tests]

    assert [
        (file, name)
        for file, _, name in named
        if not (ROOT / "tests" / file).is_file() or f"def {name}" not in (ROOT / "tests" / file).read_text("utf-8")
    ] == []


@pytest.mark.parametrize(
    ("results", "said"),
    [
        ({"a.py::test_b[1]": True, "c.py::test_d": False}, "holds (1 tests)"),
        ({"a.py::test_b": False, "a.py::test_c": True}, "does not hold: 1 of 2 tests fail"),
        (
            {"a.py::test_b": True, "a.py::test_c": "there is no Java"},
            "holds (1 tests); not run here, because there is no Java",
        ),
        ({"a.py::test_b": "x", "a.py::test_c": "x", "a.py::test_d": "y"}, "not run here, because x, and y"),
        ({}, "not run here, because its tests were not found"),
    ],
)
def test_a_check_says_whether_it_holds_and_what_of_it_was_not_run(results, said):
    assert line_of(1, Trust("links", ("a.py",)), results) == f" 1. links: {said}"


def test_a_test_that_is_skipped_is_not_counted_as_one_that_passed():
    cases = ElementTree.fromstring(
        '<testsuite><testcase/><testcase><skipped message="why"/></testcase><testcase><failure/></testcase></testsuite>'
    )

    assert [outcome_of(case) for case in cases] == [True, "why", False]
