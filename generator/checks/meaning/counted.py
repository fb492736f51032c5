"""Rules for what an indicator counts: a word for it stands in its texts or passages, and no number is taken twice."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from generator.archive import Archive
from generator.checks.meaning.figures import same_size, unit_of
from generator.checks.meaning.passages import Passages, SourceIndex
from generator.diagnostics import Diagnostic, Rule
from generator.documents.search import stems_in
from generator.model import Basis, Citation, Indicator
from generator.text import LANGUAGES, SCALES

_TAKEN = ("value", "target")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def unit_is_of_another(archive: Archive, passages: Passages, indicator: Indicator) -> Iterator[Diagnostic]:
    """That neither an indicator nor its passages have a word for what it is counted in, unless it is all computed."""
    stated = [one for one in indicator.observations if one.basis is Basis.STATED]
    cited = [(index, id) for one in stated for index, ids in passages.cited(one.cites) for id in ids]
    words = {code: _words_for(archive, indicator.unit, code) for code in LANGUAGES}
    unit, _ = unit_of(archive, indicator.unit)
    is_known = cited and (unit or any(words.values()))
    if is_known and not _says(indicator, words) and not any(_has(index, id, words, unit) for index, id in cited):
        what = f"indicator {indicator.id!r} is counted in {indicator.unit!r}, and neither it nor its passages say so"
        yield Diagnostic(indicator.place("unit"), what, "Read the passage: what is counted?", rule=Rule.UNIT_OF_PASSAGE)


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


def taken_twice(archive: Archive, indicator: Indicator) -> Iterator[Diagnostic]:
    """That more values and targets of an indicator are a number of a passage than it has there."""
    _, power = unit_of(archive, indicator.unit)
    taken = Counter[tuple[tuple[Citation, ...], Decimal]]()
    for one in indicator.observations:
        known = (archive.passages.get(cited.source, {}).get(cited.passage) for cited in one.cites)
        passages = [passage for passage in known if passage]
        for part in _TAKEN if one.basis is Basis.STATED else ():
            number = getattr(one, part)
            if number is None:
                continue
            size = abs(number * Decimal(10) ** power)
            taken[one.cites, size] += 1
            if 0 < len(same_size(size, passages)) < taken[one.cites, size]:
                what = f"{number} of an observation of {indicator.id!r} is already another value of it"
                hint = "Read the passage: which of its numbers is it?"
                yield Diagnostic(one.place(part), what, hint, rule=Rule.TAKEN_TWICE)
