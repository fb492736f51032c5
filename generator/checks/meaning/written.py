"""Rules for a text by itself: it is in its language, finished, and plain text."""

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.claims import Claim
from generator.diagnostics import Diagnostic, Rule
from generator.model import Bilingual
from generator.text import LANGUAGES, language, table_in

_WORD = re.compile(r"[^\W\d_]+")
_UNFINISHED = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+|xxx+|n\.n\.b\.|lorem ipsum)\b|\?\?+|^\W*(?:…|\.\.\.)\W*$|[…]{2,}|\.{4,}|^\W*$"
)
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>|&(?:[a-z]{2,8}|#\d+);|\*\*|(?<!\w)__\w|\]\(|^#{1,6} |`|\{\{|\}\}|\{%|\\n|^\s*[-*] "
)
_SUSPECT = re.compile(r"[<&*_`#{}…?\]\\-]|\.{3}|[TFXx][OBIXx][DCXx]|n\.n|ipsum|^\W*$")
"""What every unfinished or marked text has, and most texts have not."""
_WRONG = (
    (_UNFINISHED, Rule.PLACEHOLDER, "is not finished", "Write the text, or remove the key."),
    (_MARKUP, Rule.MARKUP, "has markup", "Write plain text: it is shown as it is written."),
)
_LEAST = 2
"""Words of the other language in a text that are no accident."""


def unwritten(claim: Claim) -> Iterator[Diagnostic]:
    """A problem for each text of the claim that is unfinished or has markup."""
    for code, text in _texts(claim):
        if not _SUSPECT.search(text):
            continue
        for pattern, rule, what, hint in _WRONG:
            if found := pattern.search(text):
                where = f"{claim.part} of {claim.name} in {code!r}"
                yield Diagnostic(claim.place(code), f"{where} {what}: {found.group()!r}", hint, rule=rule)


def _texts(claim: Claim) -> Iterator[tuple[str, str]]:
    if isinstance(claim.value, Bilingual):
        yield from ((code, claim.value[code]) for code in LANGUAGES)


def in_other_language(claim: Claim) -> Iterator[Diagnostic]:
    """A problem for each text of the claim that has more words of the other language than of its own."""
    if not isinstance(claim.value, Bilingual):
        return
    counted = {code: _counts(claim.value[code]) for code in LANGUAGES}
    for code, other in (LANGUAGES, LANGUAGES[::-1]):
        own, foreign = counted[code][code], counted[code][other]
        is_twice = claim.value[code] == claim.value[other] and foreign > own
        both_swapped = foreign > own and counted[other][code] > counted[other][other]
        if is_twice or both_swapped or (foreign >= _LEAST and foreign > own):
            what = f"{claim.part} of {claim.name} in {code!r} is written in {language(other).name}"
            hint = f"Write it in {language(code).name}; the other language has its own key."
            yield Diagnostic(claim.place(code), what, hint, rule=Rule.WRONG_LANGUAGE)


def _counts(text: str) -> dict[str, int]:
    """How many different words of the text only each of the languages has."""
    words = set(_WORD.findall(text.lower()))
    return {code: len(words & _stop_words(code)) for code in LANGUAGES}


@cache
def _stop_words(code: str) -> frozenset[str]:
    table = table_in("generator.checks.meaning", "stop_words.toml")
    theirs = {word for other in LANGUAGES if other != code for word in table[other].split()}
    return frozenset(table[code].split()) - theirs
