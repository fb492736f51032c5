"""What a document does not say is written with a denial: `the source says which` is what is left once it is lost."""

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.claims import Claim
from generator.diagnostics import Diagnostic, Rule
from generator.model import Bilingual
from generator.text import LANGUAGES, table_in


def denial_lost(claim: Claim) -> Iterator[Diagnostic]:
    """A problem for each text that says of a document that it does say something, or says what, which or when."""
    for code in LANGUAGES if isinstance(claim.value, Bilingual) else ():
        text = claim.value[code] if isinstance(claim.value, Bilingual) else ""
        if found := _pattern(code).search(text):
            what = (
                f"{claim.part} of {claim.name} has {found.group()!r} in {code!r}, without the denial that goes with it"
            )
            hint = "Write what the document does not say, or what it says."
            yield Diagnostic(claim.place(code), what, hint, rule=Rule.DENIAL_LOST)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    return re.compile(str(table_in("generator.checks.sense", "silence.toml")[code]), re.IGNORECASE)
