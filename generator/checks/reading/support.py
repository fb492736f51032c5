"""What a text says in words that its passages do not have, or that the other language does not."""

from collections.abc import Iterator, Mapping, Sequence

from generator.archive import Archive
from generator.checks.claims import Claim
from generator.checks.reading.nearest import nearest
from generator.checks.reading.words import is_named_once, may_mean, meaning_of, opposite_of, said_in
from generator.diagnostics import Diagnostic, Rule
from generator.model import (
    Bilingual,
    Break,
    Citation,
    Indicator,
    IndicatorGroup,
    Milestone,
    Observation,
    Report,
    Standing,
    Statement,
    Tension,
    Term,
)
from generator.text import LANGUAGES

_EXPLAINED = frozenset(
    {
        (Term, "text"),
        (Break, "text"),
        (Standing, "summary"),
        (Milestone, "why"),
        (Indicator, "definition"),
        (IndicatorGroup, "why"),
        (IndicatorGroup, "differs"),
        (Observation, "note"),
        (Tension, "text"),
    }
)
"""Texts of the editors' own, which explain or compare what passages say."""
_SHORT = (Statement, Milestone, Report)
"""Records that say one thing, which a few sentences say."""
Read = Mapping[Citation, str]
"""The texts of passages, with the headings above them."""


def unsupported(archive: Archive, texts: Read, claim: Claim) -> Iterator[Diagnostic]:
    """What a text of the claim says and none of its passages: nothing if one of them is not at hand."""
    text = text_of(texts, claim)
    if text is None:
        return
    for code in LANGUAGES:
        for name, word in said_in(text[code], code, "passages").items():
            if _is_missing(name, near(archive, texts, claim, text, is_whole=is_named_once(name))):
                what = f"{claim.part} of {claim.name} says {word!r} in {code!r}, {meaning_of(name)}"
                what += ", and its passages do not"
                hint = "Read the passage: what does it say?"
                yield Diagnostic(claim.place(code), what, hint, rule=Rule.WORD_NOT_READ)


def text_of(texts: Read, claim: Claim) -> Bilingual | None:
    """The text of the claim, if it is one that its passages must say, and all of them are at hand; or else None."""
    is_ours = (type(claim.record), claim.part) in _EXPLAINED
    is_read = bool(claim.cites) and all(c in texts for c in claim.cites)
    return claim.value if isinstance(claim.value, Bilingual) and is_read and not is_ours else None


def near(archive: Archive, texts: Read, claim: Claim, text: Bilingual, *, is_whole: bool) -> list[tuple[str, str]]:
    """By language: the passages of a claim, and the language.

    Of short records only the sentences nearest to the text, unless the whole is asked for.
    """
    by_language: dict[str, list[str]] = {}
    for citation in claim.cites:
        by_language.setdefault(archive.indexes[citation.source].language, []).append(texts[citation])
    is_short = isinstance(claim.record, _SHORT) and not is_whole
    return [
        (nearest(tuple(read), text[code], code) if is_short else "\n".join(read), code)
        for code, read in by_language.items()
    ]


def _is_missing(name: str, passages: Sequence[tuple[str, str]]) -> bool:
    """Whether none of the passages, each with its language, means it; of what has an opposite, if one means that."""
    if any(may_mean(passage, name, language) for passage, language in passages):
        return False
    opposite = opposite_of(name)
    return not opposite or any(may_mean(passage, opposite, language) for passage, language in passages)


def one_sided(claim: Claim) -> Iterator[Diagnostic]:
    """What the text of one language says and that of the other cannot mean."""
    if not isinstance(claim.value, Bilingual):
        return
    for code, other in (LANGUAGES, LANGUAGES[::-1]):
        for name, word in said_in(claim.value[code], code, "languages").items():
            if not may_mean(claim.value[other], name, other):
                what = f"{claim.part} of {claim.name} says {word!r} in {code!r}, {meaning_of(name)}"
                what += f", and {other!r} does not"
                hint = "Both languages must say the same: compare them word by word."
                yield Diagnostic(claim.place(code), what, hint, rule=Rule.WORD_OF_ONE_LANGUAGE)
