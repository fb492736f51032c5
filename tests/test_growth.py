"""No text makes the program take much more than linear time: neither one pattern nor what reads foreign text."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from math import inf
from typing import Any

import pytest

from generator.archive.yaml_loader import read_yaml
from generator.diagnostics import InvalidData
from generator.documents.block import Unreadable
from generator.documents.passages import passages_of
from generator.documents.reader import reading_of
from generator.documents.search.stems import names_in, stems_in
from generator.text import LANGUAGES
from generator.text.escape import escape_gfm, escape_markdown
from generator.text.quantities import quantities_in
from generator.text.relative_dates import may_mean
from tests.support.patterns import USUAL, Compiled, compiled_patterns, repeated_for
from tests.support.small import ROOT

SHORT = 20
"""Characters of a text that is read first."""
LENGTH = 1_000
"""Characters of the shortest of three texts, each of which is twice as long as the one before."""
QUICK = 0.006
"""Seconds of processor time below which growth cannot be told from chance; a square of the longest takes some 0.05."""
TOO_LONG = 0.5
"""Seconds that the shortest never takes, unless with its cube: the longer ones are not tried then."""
TRIES = 9
"""How often what seems steep is measured before it is."""
STEEP = 3.0
"""How many times as long twice the text takes at most: 2 where it takes linear time, 4 if a square."""


def steepness(read: Callable[[Any], Any], text_of: Callable[[int], Any]) -> float:
    """How many times as long it takes to read twice the text, at twice and four times `LENGTH`; 0 if that is quick.

    What seems steep is measured again, and the least of each length taken, so that other work of the machine does not
    count.
    """

    def seconds(length: int) -> float:
        text = text_of(length)
        before = time.process_time()
        read(text)
        return time.process_time() - before

    seconds(SHORT)  # what is made ready at its first use counts nowhere
    if (once := seconds(LENGTH)) > TOO_LONG:
        return inf
    if (four := seconds(LENGTH * 4)) < QUICK:
        return 0.0
    least = {1: once, 2: seconds(LENGTH * 2), 4: four}
    for _ in range(TRIES):
        least = {n: min(known, seconds(LENGTH * n)) for n, known in least.items()}
        found = min(least[4] / max(least[2], 1e-6), least[2] / max(least[1], 1e-6)) if least[4] >= QUICK else 0.0
        if found <= STEEP:
            break
    return found


def repeated(part: str) -> Callable[[int], str]:
    """Of a length: so many characters of `part` again and again, and one that ends what was begun."""
    return lambda length: (part * (length // len(part) + 1))[:length] + "!"


def test_what_grows_with_the_cube_is_steep_and_what_grows_in_proportion_is_not() -> None:
    cube = steepness(lambda text: [0 for a in text[::20] for b in text[::20] for c in text[::20]], repeated("a"))
    line = steepness(lambda text: [0 for a in text for b in range(50)], repeated("a"))

    assert line <= STEEP < cube


PACKAGES = sorted(path.parent.name for path in (ROOT / "generator").glob("*/__init__.py"))


@pytest.mark.parametrize("package", PACKAGES)
def test_a_pattern_takes_linear_time(package: str) -> None:
    compiled = [pattern for pattern in compiled_patterns() if package_of(pattern) == package]

    assert {(pattern.place, pattern.pattern): steep for pattern in compiled if (steep := steep_parts(pattern))} == {}


def test_every_pattern_is_of_a_package() -> None:
    assert {package_of(pattern) for pattern in compiled_patterns()} <= {*PACKAGES}


def package_of(compiled: Compiled) -> str:
    """`text` of `generator/text/escape.py:16`."""
    return compiled.place.split("/")[1]


def steep_parts(compiled: Compiled) -> dict[str, float]:
    """The texts of which the pattern takes more than linear time when they are repeated, and how much more."""
    read = compiled.applied()

    def of(part: str) -> Callable[[int], str | bytes]:
        return lambda n: repeated(part)(n).encode() if isinstance(compiled.pattern, bytes) else repeated(part)(n)

    steep = {part: round(steepness(read, of(part)), 1) for part in repeated_for(compiled)}
    return {part: n for part, n in steep.items() if n > STEEP}


DAY = date(2024, 5, 1)
PARTS = (
    *USUAL, "\r", "\v", "\n\n", "\n\f", "a\n", "a\n\n", "a, \n", "-\n", "- a\n", "* a\n", "# A\n", "A. b\n", "a\tb\n",
    "1 A\n", "a1 A\n1 A\n", "¹ A\n", "A¹ ", "honderd", "one ", "één ", " 111", "1, ", "€ 1 ", "2024 ", "in 2024, ",
    "een jaar eerder ", "a year earlier ",
    "[a](b)", "[a](", "<p>", "</p>", "<b>", "<table>", "<li>", "{a: ", "? ", '"a" ',
)  # fmt: skip
READERS: dict[str, Callable[[str], object]] = {
    "a letter": lambda text: passages_of(reading_of(text.encode()).blocks, DAY, "nl"),
    "a letter that begins well": lambda text: reading_of(f"Een kop\n\nEen zin.\n{text}".encode()),
    "a page": lambda text: reading_of(f"<!doctype html><html><body><p>Een zin.</p>{text}".encode()),
    "a paper": lambda text: reading_of(f"<kamerwrk><al><![CDATA[{text}]]></al></kamerwrk>".encode()),
    "a file of data": lambda text: read_yaml.__wrapped__(text, "a.yaml"),
    "a text of data": lambda text: read_yaml.__wrapped__(f"- id: a\n  text: {text}\n  when: 2026\n", "a.yaml"),
    "the names in a text": names_in,
    "a text for a summary": escape_gfm,
    "a text for a page": escape_markdown,
} | {
    f"{what} in {code}": lambda text, code=code, read=read: read(text, code)  # type: ignore[misc]
    for code in LANGUAGES
    for what, read in (
        ("the figures", lambda text, code: quantities_in.__wrapped__(text, code, DAY)),
        ("what may be meant", lambda text, code: may_mean.__wrapped__(text, code, DAY)),
        ("the stems", stems_in),
    )
}
"""What reads text that anybody may write, by what it is read as."""


@pytest.mark.parametrize("reader", READERS)
def test_what_reads_foreign_text_takes_linear_time(reader: str) -> None:
    def read(text: str) -> None:
        with suppress(InvalidData, Unreadable):
            READERS[reader](text)

    steep = {part: round(steepness(read, repeated(part)), 1) for part in PARTS}
    assert {part: n for part, n in steep.items() if n > STEEP} == {}
