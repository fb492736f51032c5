"""Prose for engineers is plain standard English: the words of the dialect in which it was first written stay out."""

import re
from itertools import chain

from tests.support.small import ROOT

DIALECT = re.compile(
    r"\b(?:(?:un)?told|nought|anew|tidings|furniture|shelving|fieldbook|whereof)\b|\bin (?:its|their) (?:one )?form\b"
    r"|\bput in place\b|\brest(?:s|ed|ing)? on\b|\bspeaks? of\b|\bways? out\b|\bstands? here again\b"
    r"|\bis no (?:day|date|number|regular)\b",
    re.IGNORECASE,
)
FILES = sorted(
    chain(
        (ROOT / "generator").rglob("*.py"),
        (ROOT / "docs").rglob("*.md"),
        (ROOT / "changelog.d").glob("*.md"),
        (ROOT / "templates/report").glob("*"),
        (ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "Makefile", "data/README.md")),
    )
)


def test_no_word_of_the_dialect_is_in_any_of_them() -> None:
    found = [
        f"{file.relative_to(ROOT).as_posix()}:{number}: {line.strip()}"
        for file in FILES
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if DIALECT.search(line)
    ]

    assert found == []
