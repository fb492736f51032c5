"""The 25 checks: each is in the document with its command, and made of tests that are there."""

import re

from tests.measure.trust import CHECKS, Trust, line_of
from tests.support.small import ROOT


def test_there_are_25_and_each_stands_in_the_document() -> None:
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", (ROOT / "docs/checks.md").read_text("utf-8"), re.MULTILINE)

    assert [(int(number), what.strip()) for number, what in rows] == [
        (number, check.what) for number, check in enumerate(CHECKS, 1)
    ]
    assert len(CHECKS) == 25


def test_every_test_that_a_check_names_is_there() -> None:
    named = [test.partition("::") for check in CHECKS for test in check.tests]

    assert [
        (file, name)
        for file, _, name in named
        if not (ROOT / "tests" / file).is_file() or f"def {name}" not in (ROOT / "tests" / file).read_text("utf-8")
    ] == []


def test_a_check_says_whether_it_holds() -> None:
    check, part = Trust("links", ("a.py::test_b",)), Trust("links", ("a.py",), "c is not there")

    assert line_of(1, check, {"a.py::test_b[1]": True, "a.py::test_c": False}) == " 1. links: holds (1 tests)"
    assert line_of(1, check, {"a.py::test_b": False}) == " 1. links: does not hold: 1 of 1 tests fail"
    assert line_of(2, part, {"a.py::test_b": True}) == " 2. links: holds (1 tests); not run here: c is not there"
    assert line_of(3, part, {}) == " 3. links: not run here, because c is not there"
