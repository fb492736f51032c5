"""Which passages of a letter carry nothing by what they are: letterhead, salutation, closing and signature."""

import re
from collections.abc import Mapping, Sequence

from generator.documents.conventions import CONVENTIONS
from generator.documents.passages import OPENING, ExtractedPassage

LETTERHEAD, SALUTATION, CLOSING, SIGNATURE = "letterhead", "salutation", "closing formula", "signature"
_SHORT = 25
"""Words of the longest line of a letterhead or a signature."""
_SCOPE = CONVENTIONS.scope
_SALUTATION, _CLOSING = (re.compile(pattern, re.IGNORECASE) for pattern in (_SCOPE.salutation, _SCOPE.closing))
_REASONS = {reason: re.compile(pattern, re.IGNORECASE) for reason, pattern in _SCOPE.reasons.items()}


def out_of_scope(passages: Sequence[ExtractedPassage]) -> Mapping[str, str]:
    """The reason of each passage that seems to carry nothing, by its id."""
    found: dict[str, str] = {}
    opening = [passage for passage in passages if passage.section == OPENING]
    greeting = next((i for i, passage in enumerate(opening) if _SALUTATION.search(passage.text)), 0)
    found |= {passage.id: LETTERHEAD for passage in opening[:greeting] if passage.words <= _SHORT}
    for passage in passages:
        reason = next((reason for reason, pattern in _REASONS.items() if pattern.search(passage.text)), "")
        reason = SALUTATION if _SALUTATION.search(passage.text) else reason
        found |= {passage.id: reason} if reason else {}
    closing = next((i for i, passage in enumerate(passages) if _CLOSING.search(passage.text)), len(passages))
    below = passages[closing + 1 :]
    if all(passage.words <= _SHORT for passage in below):
        found |= {passage.id: CLOSING for passage in passages[closing : closing + 1]}
        found |= {passage.id: SIGNATURE for passage in below}
    return found
