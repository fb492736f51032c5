"""Both languages of a text have their figures in the same order, and no year stands where a number belongs."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.checks.claims import Claim
from generator.diagnostics import Diagnostic, Rule
from generator.model import Bilingual
from generator.text import LANGUAGES, months_of, table_in

_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[\w'’-]+")


def in_other_order(claim: Claim) -> Iterator[Diagnostic]:
    """A problem if both languages of a text have the same figures in another order: years, and all others.

    Days of a date are left out, and years and other figures are compared apart: languages put them in other places.
    """
    if not isinstance(claim.value, Bilingual):
        return
    numbers = {code: _numbers(claim.value[code], code) for code in LANGUAGES}
    for are_years in (True, False):
        found = {code: [n for n in numbers[code] if bool(_YEAR.fullmatch(n)) is are_years] for code in LANGUAGES}
        first, other = (found[code] for code in LANGUAGES)
        if first != other and sorted(first) == sorted(other):
            what = f"{claim.part} of {claim.name} has {', '.join(first)} in {LANGUAGES[0]!r}, and "
            what += f"{', '.join(other)} in {LANGUAGES[1]!r}"
            hint = "Put them in the same order, or look whether two have changed places."
            yield Diagnostic(claim.place(LANGUAGES[1]), what, hint, rule=Rule.FIGURES_IN_OTHER_ORDER)


def _numbers(text: str, code: str) -> list[str]:
    return [re.sub(r"\D", "", found.group()) for found in _NUMBER.finditer(_days(code).sub(" ", text))]


def years_as_counts(claim: Claim) -> Iterator[Diagnostic]:
    """A problem for each text in which a year stands where a number belongs, and a number where a year does."""
    if not isinstance(claim.value, Bilingual):
        return
    for code in LANGUAGES:
        text = claim.value[code]
        hedged = _hedged(code).search(text)
        counted = [found.group() for found in _NUMBER.finditer(text) if _is_counted(text, found, code)]
        dated = _dated(code).search(text)
        if hedged or (counted and dated):
            odd = hedged.group() if hedged else f"{dated.group() if dated else ''}' and '{counted[0]}"
            what = f"{claim.part} of {claim.name} has '{odd}' in {code!r}, as if a year were a number"
            hint = "Look whether a year and a number have changed places; a year has no hedge."
            yield Diagnostic(claim.place(code), what, hint, rule=Rule.YEAR_AS_NUMBER)


def _is_counted(text: str, found: re.Match[str], code: str) -> bool:
    """Whether it looks like a year, and neither a name nor a word that goes with years is before it."""
    before = _before(text, found)
    return bool(
        _YEAR.fullmatch(found.group())
        and before
        and before.lower() not in _words()[code]["before_years"]
        and not is_year_of_a_name(text, found)
    )


def is_year_of_a_name(text: str, found: re.Match[str]) -> bool:
    """Whether a year follows a word with a capital that is no month and begins no sentence, as in `Visie 2035`."""
    start = text.rfind(" ", 0, max(0, found.start() - 1)) + 1
    before, is_first = _before(text, found), not text[:start].strip() or text[:start].rstrip()[-1] in ".;:!?"
    known = {word for words in _words().values() for word in words["before_years"]}
    return before[:1].isupper() and before.lower() not in known and not is_first


def _before(text: str, found: re.Match[str]) -> str:
    words = _WORD.findall(text[max(0, found.start() - 30) : found.start()])
    return words[-1] if words else ""


@cache
def _days(code: str) -> re.Pattern[str]:
    months = "|".join(months_of(code))
    return re.compile(rf"\b\d{{1,2}} (?:{months})\b|\b(?:{months}) \d{{1,2}}\b(?! *\d)", re.IGNORECASE)


@cache
def _hedged(code: str) -> re.Pattern[str]:
    """A year with the hedge of a number; a round one may be a number without its separator: `ruim 2000 containers`."""
    hedges = "|".join(map(re.escape, _words()[code]["hedges"]))
    return re.compile(
        rf"\b(?:{hedges}) {_YEAR.pattern}(?<!0)\b(?![.,]\d| (?:%|{'|'.join(_words()[code]['counted'])}))", re.IGNORECASE
    )


@cache
def _dated(code: str) -> re.Pattern[str]:
    """A number of at most three digits where a year belongs: before a word that is not counted."""
    words = _words()[code]
    before, after = ("|".join(map(re.escape, words[key])) for key in ("dating", "verbs"))
    return re.compile(rf"\b(?:{before}) \d{{1,3}}(?:\.\d{{3}})?(?=[.,;]|$| (?:\d|(?:{after})\b))", re.IGNORECASE)


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    return table_in("generator.checks.sense", "years.toml")
