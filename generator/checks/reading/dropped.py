"""An expectation of a passage that a text gives as a fact."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.claims import Claim
from generator.checks.reading.nearest import nearest_of_each
from generator.checks.reading.support import Read, text_of
from generator.checks.reading.words import may_mean, words_for
from generator.diagnostics import Diagnostic, Rule

_EXPECTED = "expected"


def given_as_fact(archive: Archive, texts: Read, claim: Claim) -> Iterator[Diagnostic]:
    """A problem if the sentence nearest to one of a text says that something is expected, and the text does not.

    A title names what is to come without a hedge.
    """
    text = text_of(texts, claim)
    if claim.part == "title" or text is None:
        return
    codes = {archive.indexes[c.source].language for c in claim.cites}
    code = codes.pop()
    if codes:
        return
    for sentence, near in nearest_of_each(tuple(texts[c] for c in claim.cites), text[code], code):
        hedge = words_for("expectation", code).search(near.lower())
        if hedge and not may_mean(sentence, _EXPECTED, code):
            what = (
                f"{claim.part} of {claim.name} gives as a fact in {code!r} what its passage says with {hedge.group()!r}"
            )
            yield Diagnostic(claim.place(code), what, "Keep the hedge of the source.", rule=Rule.FIGURE_NOT_READ)
