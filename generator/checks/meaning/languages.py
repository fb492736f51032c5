"""Both languages of a text say the same: denials, more and less, before and after, units and names."""

import re
from collections.abc import Iterator, Mapping

from generator.checks.claims import Claim
from generator.checks.meaning.names import Names
from generator.checks.meaning.units import units_of, unlike
from generator.checks.meaning.words import DENIAL, THINGS, WORDS, Range, differing, lexicon, meaning_of
from generator.diagnostics import Diagnostic, Rule
from generator.model import Bilingual
from generator.text import LANGUAGES

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z]|\d)")
_CLAUSE_END = re.compile(rf"[;:]\s(?![^()]{{0,200}}\))|{_SENTENCE_END.pattern}")
"""A semicolon or colon outside parentheses, or the end of a sentence."""


def unlike_in_languages(claim: Claim, names: Names) -> Iterator[Diagnostic]:
    """A problem for each thing that only one language of the claim says."""
    if isinstance(claim.value, Bilingual):
        yield from _said(claim, claim.value)
        yield from _counted(claim, claim.value)
        yield from _named(claim, claim.value, names)


def _said(claim: Claim, text: Bilingual) -> Iterator[Diagnostic]:
    for table, concept, code, other in _differing(text):
        what = f"{claim.part} of {claim.name} says {meaning_of(concept, table)} in {code!r}, and not in {other!r}"
        hint = "Both languages must say the same: compare them word by word."
        rule = Rule.NEGATION_DIFFERS if concept == DENIAL else Rule.MEANING_DIFFERS
        yield Diagnostic(claim.place(code), what, hint, rule=rule)


def _differing(text: Bilingual) -> Iterator[tuple[str, str, str, str]]:
    """What a clause says, or the whole text names, in one language: its table, the concept, both languages."""
    for found in dict.fromkeys(one for clause in _clauses(text) for one in differing(_said_in(clause, WORDS))):
        yield WORDS, *found
    for found in differing(_said_in({code: text[code] for code in LANGUAGES}, THINGS)):
        yield THINGS, *found


def _said_in(text: Mapping[str, str], table: str) -> dict[str, Mapping[str, Range]]:
    return {code: lexicon(code, table).said(text[code]) for code in LANGUAGES}


def _clauses(text: Bilingual) -> list[dict[str, str]]:
    """The clauses that stand at the same place in both languages; where they are not as many, the sentences."""
    for end in (_CLAUSE_END, _SENTENCE_END):
        parts = [end.split(text[code]) for code in LANGUAGES]
        if len({len(found) for found in parts}) == 1:
            return [dict(zip(LANGUAGES, found, strict=True)) for found in zip(*parts, strict=True)]
    return [{code: text[code] for code in LANGUAGES}]


def _counted(claim: Claim, text: Bilingual) -> Iterator[Diagnostic]:
    for (digits, unit), code, other in unlike({code: units_of(code).pairs(text[code]) for code in LANGUAGES}):
        what = f"{claim.part} of {claim.name} has {digits} as {unit} in {code!r}, and not in {other!r}"
        hint = "A figure has the same unit in both languages."
        yield Diagnostic(claim.place(code), what, hint, rule=Rule.UNIT_DIFFERS)


def _named(claim: Claim, text: Bilingual, names: Names) -> Iterator[Diagnostic]:
    for code, other in (LANGUAGES, LANGUAGES[::-1]):
        for name in names.missing(text[code], code, other, text[other]):
            what = f"{claim.part} of {claim.name} names {name!r} in {code!r}, and not in {other!r}"
            hint = "Write the name in both languages; another way of writing it goes into data/renderings.yaml."
            yield Diagnostic(claim.place(code), what, hint, rule=Rule.NAME_DIFFERS)
