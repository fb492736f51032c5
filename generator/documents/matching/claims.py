"""What a passage seems to say of a promise: the kind of report, and the date ahead or past."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.documents.conventions import CONVENTIONS
from generator.documents.matching.likeness import Wording
from generator.documents.search import stems_in
from generator.model import Period, Says, parse_period
from generator.text import QuantityKind, forms, quantities_in

_CLAIMS = CONVENTIONS.claims
_KINDS = {
    Says.DROPPED: _CLAIMS.dropped,
    Says.STALLED: _CLAIMS.stalled,
    Says.DONE: _CLAIMS.done,
    Says.UNDER_WAY: _CLAIMS.under_way,
    Says.ANNOUNCED: _CLAIMS.announced,
}
_PATTERNS = {says: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) for says, pattern in _KINDS.items()}
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True)
class Claim:
    """What a passage seems to say."""

    says: Says
    due: str | None
    """The first date ahead, in the form of the data."""
    done: str | None
    """The last date past, if it is done."""


def claim_of(text: str, words: Wording, code: str, published: Period) -> Claim:
    """What the sentences with most of the words seem to say, in a text in the language `code`."""
    sentences = _SENTENCE.split(text)
    shares = [len(words.stems & stems_in(sentence, code)) for sentence in sentences]
    most = max(shares)
    said = " ".join(sentence for sentence, share in zip(sentences, shares, strict=True) if share == most)
    says = next((says for says, pattern in _PATTERNS.items() if pattern.search(said)), Says.UNDER_WAY)
    ahead, past = _dates(said, code, published.last)
    if says is Says.DONE and ahead and not past:
        says = Says.ANNOUNCED
    is_done = says is Says.DONE
    return Claim(says, None if is_done or not ahead else ahead[0], past[-1] if is_done and past else None)


def _dates(text: str, code: str, published: date) -> tuple[Sequence[str], Sequence[str]]:
    """The dates that end on the day of publication or after it, and those before it."""
    dates = forms(quantities_in(text, code, published), QuantityKind.DATE)
    ahead = [written for written in dates if parse_period(written).last >= published]
    return ahead, [written for written in dates if written not in ahead]
