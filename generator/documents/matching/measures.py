"""What is measured of each pair of a passage and a promise, theme or indicator that was known before it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.documents.matching.likeness import SENTENCE, Likeness, Titles, Wording
from generator.documents.matching.milestones import Milestones
from generator.documents.matching.themes import Themes
from generator.documents.matching.values import values_in
from generator.documents.passages import ExtractedPassage
from generator.model import Indicator

_LEAST = 0.1
"""Pairs with less of the title in the passage are not measured."""
_CLEAR = 0.6
"""The part of the largest share for one number that another indicator needs to have it too."""
_APART = 0.4
"""How much a title counts that is in another sentence than the number."""
_PLAIN = 0.9
"""The share of a title from which it is plain what is counted, whatever word is used for it."""


@dataclass(frozen=True)
class Value:
    """What a passage may give as the value of an indicator."""

    share: float
    """Of the title of the indicator, as far as it is in the sentence with the numbers."""
    of: Mapping[str, str]
    """The value in the unit of the indicator, by the number as it is in the text."""
    known: frozenset[str] = frozenset()
    """The numbers that are a value of the indicator already: they are hardly one of another."""


@dataclass(frozen=True)
class Measuring:
    """Measures every pair of a passage of a new document and a record that was known."""

    likeness: Likeness

    @cached_property
    def titles(self) -> Titles:
        """The titles of all milestones and indicators."""
        return Titles(self.likeness)

    @cached_property
    def themes(self) -> Themes:
        """The measures of passages and themes."""
        return Themes(self.likeness)

    @cached_property
    def milestones(self) -> Milestones:
        """The measures of passages and milestones."""
        return Milestones(self.titles)

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, Value]]:
        """The values of each passage that indicators may have, by the ids of both.

        A number is left to the indicator that has it as a value already, or to those with most of their title.
        """
        return {passage.id: clearest(self._values(passage)) for passage in self.likeness.document.passages}

    def _values(self, passage: ExtractedPassage) -> dict[str, Value]:
        indicators = self.likeness.known.indicators if passage.numbers else ()
        found = ((indicator.id, self._value(passage, indicator)) for _, indicator in indicators)
        return {id: value for id, value in found if value.of}

    def _value(self, passage: ExtractedPassage, indicator: Indicator) -> Value:
        """By the sentence with most of the title that has values; by the whole passage, for less, if only one fits."""
        title = self.titles.words[indicator.id]
        said = zip(SENTENCE.split(passage.text), self.likeness.sentences[passage.id], strict=True)
        texts = [(self._covered(title, stems), 1.0, sentence) for sentence, stems in said]
        texts.append((self._covered(title, self.likeness.read[passage.id].stems), _APART, passage.text))
        for covered, part, text in sorted(texts, key=lambda found: -found[0] * found[1]):
            if covered * part <= _LEAST:
                break
            values = self._values_in(f"{text} {passage.section}", indicator, covered)
            if values and (part == 1 or len(values) == 1):
                return Value(covered * part, values, self._known_in(values, indicator))
        return Value(0.0, {})

    def _covered(self, title: Wording, stems: frozenset[str]) -> float:
        return self.titles.covered(title, self.titles.meant(stems))

    def _known_in(self, values: Mapping[str, str], indicator: Indicator) -> frozenset[str]:
        known = {observation.value for observation in indicator.observations}
        return frozenset(number for number, value in values.items() if Decimal(value) in known)

    def _values_in(self, text: str, indicator: Indicator, covered: float) -> Mapping[str, str]:
        archive, document = self.likeness.known.archive, self.likeness.document
        day, is_counted = document.published.last, covered < _PLAIN
        return values_in(archive, indicator, text, document.language, day, is_counted=is_counted)


def clearest(values: Mapping[str, Value]) -> dict[str, Value]:
    """Those that are left a number: it has one of their values already, or none has, and most of their title."""
    taken = frozenset().union(*(value.known for value in values.values()))
    most: dict[str, float] = {}
    for value in values.values():
        for number in value.of:
            most[number] = max(value.share, most.get(number, 0.0))
    return {
        id: value
        for id, value in values.items()
        if value.known or any(n not in taken and value.share >= _CLEAR * most[n] for n in value.of)
    }
