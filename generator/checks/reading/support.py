"""What a text says in words that its passages do not have, or that the other language does not."""

from collections.abc import Iterator, Mapping

from generator.archive import Archive
from generator.checks.claims import Claim
from generator.checks.reading.words import may_mean, meaning_of, said_in
from generator.diagnostics import Diagnostic, Rule
from generator.model import Bilingual, Citation
from generator.text import LANGUAGES

Read = Mapping[Citation, str]
"""The texts of passages, with the headings above them."""


def unsupported(archive: Archive, texts: Read, claim: Claim) -> Iterator[Diagnostic]:
    """What a text of the claim says and none of its passages: nothing if one of them is not at hand."""
    if not isinstance(claim.value, Bilingual) or not claim.cites or not all(c in texts for c in claim.cites):
        return
    passages = [(texts[c], archive.indexes[c.source].language) for c in claim.cites]
    for code in LANGUAGES:
        for name, word in said_in(claim.value[code], code).items():
            if not any(may_mean(passage, name, language) for passage, language in passages):
                what = f"{claim.part} of {claim.name} says {word!r} in {code!r}, {meaning_of(name)}, and its passages do not"
                hint = "Read the passage: what does it say?"
                yield Diagnostic(claim.place(code), what, hint, rule=Rule.WORD_NOT_IN_PASSAGE)


def one_sided(claim: Claim) -> Iterator[Diagnostic]:
    """What the text of one language says and that of the other cannot mean."""
    if not isinstance(claim.value, Bilingual):
        return
    for code, other in (LANGUAGES, LANGUAGES[::-1]):
        for name, word in said_in(claim.value[code], code).items():
            if not may_mean(claim.value[other], name, other):
                what = f"{claim.part} of {claim.name} says {word!r} in {code!r}, {meaning_of(name)}, and {other!r} does not"
                hint = "Both languages must say the same: compare them word by word."
                yield Diagnostic(claim.place(code), what, hint, rule=Rule.MEANING_DIFFERS)
