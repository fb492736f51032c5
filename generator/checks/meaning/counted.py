"""Rules for what figures count: the word for it stands in their passages, and that of an indicator in its texts."""

import re
from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.claims import Claim
from generator.checks.meaning.figures import unit_of
from generator.checks.meaning.passages import Passages, SourceIndex
from generator.checks.meaning.units import counted_as, units_of
from generator.diagnostics import Diagnostic, Rule
from generator.documents.search import stems_in
from generator.model import Basis, Bilingual, Indicator
from generator.text import LANGUAGES, SCALES

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HINT = "Read the passage: what is counted?"


def counts_others(passages: Passages, claim: Claim) -> Iterator[Diagnostic]:
    """That a text counts something of which its passages do not speak."""
    cited = list(passages.cited(claim.cites))
    codes = {index.language for index, _ in cited}
    if not isinstance(claim.value, Bilingual) or len(codes) != 1:
        return
    (code,) = codes
    for digits, unit in units_of(code).pairs(claim.value[code]):
        words = counted_as(unit, code)
        if words and not any(index.has(word, id) for index, ids in cited for id in ids for word in words):
            what = f"{claim.part} of {claim.name} counts {digits} as {words[0]!r} in {code!r}, and its passages do not"
            yield Diagnostic(claim.place(code), what, _HINT, rule=Rule.UNIT_OF_PASSAGE)


def unit_is_of_another(archive: Archive, passages: Passages, indicator: Indicator) -> Iterator[Diagnostic]:
    """That neither an indicator nor its passages have a word for what it is counted in, unless it is all computed."""
    stated = [one for one in indicator.observations if one.basis is Basis.STATED]
    cited = [(index, id) for one in stated for index, ids in passages.cited(one.cites) for id in ids]
    words = {code: _words_for(archive, indicator.unit, code) for code in LANGUAGES}
    unit, _ = unit_of(archive, indicator.unit)
    if cited and not _says(indicator, words) and not any(_has(index, id, words, unit) for index, id in cited):
        what = f"indicator {indicator.id!r} is counted in {indicator.unit!r}, and neither it nor its passages say so"
        yield Diagnostic(indicator.place("unit"), what, _HINT, rule=Rule.UNIT_OF_PASSAGE)


def _words_for(archive: Archive, unit: str, code: str) -> list[str]:
    phrases = archive.words[code].get("units", {}).get(unit, {}).values()
    found = dict.fromkeys(word for phrase in phrases for word in _WORD.findall(phrase))
    return [word for word in found if word not in SCALES[code]]


def _says(indicator: Indicator, words: dict[str, list[str]]) -> bool:
    return any(
        not stems_in(f"{indicator.title[code]} {indicator.definition[code]}", code).isdisjoint(stems_in(word, code))
        for code in LANGUAGES
        for word in words[code]
    )


def _has(index: SourceIndex, id: str, words: dict[str, list[str]], unit: str) -> bool:
    is_given = bool(unit) and any(figure.unit == unit for figure in index.figures(id))
    return is_given or any(index.has(word, id) for word in words[index.language])
