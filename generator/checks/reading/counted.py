"""What a text says that a figure counts, against the words around the same figure in its passages."""

import re
from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.claims import Claim
from generator.checks.reading.support import Read
from generator.checks.reading.words import counted_in, may_mean, meaning_of
from generator.diagnostics import Diagnostic, Rule
from generator.model import Bilingual
from generator.text import LANGUAGES

_AROUND = 70
"""Characters before and after a figure of a passage among which is what it counts."""


def counted_otherwise(archive: Archive, texts: Read, claim: Claim) -> Iterator[Diagnostic]:
    """A problem for each figure of a text with what it counts, if no passage has that word near the same figure."""
    if not isinstance(claim.value, Bilingual) or not claim.cites or not all(c in texts for c in claim.cites):
        return
    passages = [(texts[c], archive.indexes[c.source].language) for c in claim.cites]
    for code in LANGUAGES:
        for digits, name in counted_in(claim.value[code], code):
            near = [(part, language) for passage, language in passages for part in _around(digits, passage)]
            if near and not any(may_mean(part, name, language) for part, language in near):
                what = f"{claim.part} of {claim.name} counts {digits} as {meaning_of(name)} in {code!r}"
                what += ", and no passage has a word for that near the figure"
                hint = "Read the passage: what is counted?"
                yield Diagnostic(claim.place(code), what, hint, rule=Rule.FIGURE_NOT_READ)


def _around(digits: str, passage: str) -> Iterator[str]:
    """What is around each place of a passage that has the digits, with any separators between them."""
    pattern = r"[.,]?".join(digits)
    for found in re.finditer(rf"(?<![\d.,]){pattern}(?![.,]?\d)", passage):
        yield passage[max(0, found.start() - _AROUND) : found.end() + _AROUND]
