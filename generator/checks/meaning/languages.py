"""Both languages of a text say the same: denials, more and less, before and after, units and names."""

from collections.abc import Iterator

from generator.checks.claims import Claim
from generator.checks.meaning.names import Names
from generator.checks.meaning.units import units_of, unlike
from generator.checks.meaning.words import DENIAL, differing, lexicon, meaning_of
from generator.diagnostics import Diagnostic, Rule
from generator.model import Bilingual
from generator.text import LANGUAGES


def unlike_in_languages(claim: Claim, names: Names) -> Iterator[Diagnostic]:
    """A problem for each thing that only one language of the claim says."""
    if isinstance(claim.value, Bilingual):
        yield from _said(claim, claim.value)
        yield from _counted(claim, claim.value)
        yield from _named(claim, claim.value, names)


def _said(claim: Claim, text: Bilingual) -> Iterator[Diagnostic]:
    for concept, code, other in differing({code: lexicon(code).said(text[code]) for code in LANGUAGES}):
        what = f"{claim.part} of {claim.name} says {meaning_of(concept)} in {code!r}, and not in {other!r}"
        hint = "Both languages must say the same: compare them word by word."
        rule = Rule.NEGATION_DIFFERS if concept == DENIAL else Rule.MEANING_DIFFERS
        yield Diagnostic(claim.place(code), what, hint, rule=rule)


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
