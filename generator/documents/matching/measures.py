"""What is measured of each pair of a passage and a promise, theme or indicator that was known before it."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.documents.matching.likeness import SENTENCE, Likeness, Wording, wording_of
from generator.documents.matching.scores import Measures
from generator.documents.matching.values import values_in
from generator.documents.passages import OPENING, ExtractedPassage
from generator.documents.search import stems_in
from generator.model import Citation, Indicator, Milestone

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAST = 0.1
"""Pairs with less of the title in the passage are not measured."""
_CLEAR = 0.6
"""The part of the largest share for one number that another indicator needs to have it too."""
_APART = 0.4
"""How much a title counts that is in another sentence than the number."""
_PLAIN = 0.9
"""The share of a title from which it is plain what is counted, whatever word is used for it."""
_TELLING = 5
"""So many of the most telling words of a theme in a passage count."""

Pairs = Mapping[str, Mapping[str, Measures]]
"""Measures by the id of a passage and that of a record."""


@dataclass(frozen=True)
class Value:
    """What a passage may give as the value of an indicator."""

    share: float
    """Of the title of the indicator, as far as it is in the sentence with the numbers."""
    of: Mapping[str, str]
    """The value in the unit of the indicator, by the number as it is in the text."""


@dataclass(frozen=True)
class Measuring:
    """Measures every pair of a passage of a new document and a record that was known."""

    likeness: Likeness

    @cached_property
    def titles(self) -> Mapping[str, Wording]:
        """The words of the titles of all milestones and indicators, by their ids."""
        code = self.likeness.document.language
        return {record.id: wording_of(record.title[code], code) for _, record in self.likeness.known.records}

    @cached_property
    def _telling(self) -> Mapping[str, float]:
        """The weight of each word of a title: it says more the fewer passages and the fewer titles have it."""
        having = Counter(stem for words in self.titles.values() for stem in words.stems)
        whole = len(self.titles) + 1
        return {stem: self.likeness.weight(stem) * math.log(whole / (n + 0.5)) for stem, n in having.items()}

    @cached_property
    def _has_headings(self) -> bool:
        return any(passage.section != OPENING for passage in self.likeness.document.passages)

    def _covered(self, title: Wording, stems: frozenset[str]) -> float:
        whole = sum(map(self._telling.__getitem__, title.stems))
        return sum(self._telling[stem] for stem in title.stems & stems) / whole if whole else 0.0

    @cached_property
    def milestones(self) -> Pairs:
        """The measures of each passage and each milestone that has some of its words."""
        found: dict[str, dict[str, Measures]] = {}
        open_ids = {milestone.id for _, milestone in self.likeness.known.open}
        for passage in self.likeness.document.passages:
            pairs = {m.id: self._milestone(passage, t, m, m.id in open_ids) for t, m in self._likely(passage)}
            ranked = sorted(pairs, key=lambda id: -pairs[id]["title"] - pairs[id]["alike"] / 2)
            found[passage.id] = {id: {**pairs[id], "rank": math.log(i + 1)} for i, id in enumerate(ranked)}
        return found

    def _likely(self, passage: ExtractedPassage) -> Iterator[tuple[str, Milestone]]:
        stems = self.likeness.read[passage.id].stems
        for theme, milestone in self.likeness.known.milestones:
            if self._covered(self.titles[milestone.id], stems) >= _LEAST:
                yield theme, milestone

    def _milestone(
        self, passage: ExtractedPassage, theme: str, milestone: Milestone, is_open: bool
    ) -> dict[str, float]:
        title, code = self.titles[milestone.id], self.likeness.document.language
        covered = self._covered(title, self.likeness.read[passage.id].stems)
        alike = self._alike(passage.id, {cited for report in milestone.reports for cited in report.cites})
        years = set(_YEAR.findall(milestone.title[code]))
        return {
            "title": covered,
            "sentence": max(self._covered(title, said) for said in self.likeness.sentences[passage.id]),
            "pieces": self.likeness.pieced(title, passage.id),
            "alike": alike,
            "both": covered * alike,
            "year": float(not years <= _years_in(passage)),
            "ended": float(not is_open),
            "opening": float(passage.section == OPENING and self._has_headings),
            "theme": self.near_themes[passage.id][theme],
        }

    def _alike(self, passage: str, cited: Iterable[Citation]) -> float:
        alike = self.likeness.alike[passage]
        return max((alike[citation] for citation in cited if citation in alike), default=0.0)

    @cached_property
    def near_themes(self) -> Mapping[str, Mapping[str, float]]:
        """How alike each passage is to the three nearest passages that a theme cites, by the ids of both."""
        cited = self.likeness.known.cited_by_theme
        return {
            id: {theme: sum(_three(alike.get(c, 0.0) for c in cites)) / 3 for theme, cites in cited.items()}
            for id, alike in self.likeness.alike.items()
        }

    @cached_property
    def themes(self) -> Pairs:
        """The measures of each passage and each theme, but for what its milestones add."""
        found: dict[str, dict[str, Measures]] = {}
        for passage in self.likeness.document.passages:
            near = self.near_themes[passage.id]
            ranked = sorted(near, key=lambda theme: -near[theme])
            most = max(near.values(), default=0.0) or 1.0
            found[passage.id] = {
                theme: {
                    **self._theme(passage, theme),
                    "near": near[theme],
                    "nearest": near[theme] / most,
                    "rank": math.log(i + 1),
                }
                for i, theme in enumerate(ranked)
            }
        return found

    def _theme(self, passage: ExtractedPassage, theme: str) -> dict[str, float]:
        terms = self.terms_in(passage, theme)
        telling = self._words_of_themes[theme]
        words = sorted((telling.get(stem, 0.0) for stem in self.likeness.read[passage.id].stems), reverse=True)
        code = self.likeness.document.language
        weights = [sum(map(self.likeness.weight, stems_in(term, code))) for term in terms]
        return {
            "term": float(bool(terms)),
            "terms": float(min(len(terms), 5)),
            "heading": float(any(term.lower() in passage.section.lower() for term in terms)),
            "rarest": max(weights, default=0.0),
            "telling": sum(words[:_TELLING]) / _TELLING,
        }

    def terms_in(self, passage: ExtractedPassage, theme: str) -> tuple[str, ...]:
        """The terms of a theme that were known and with which a word of the passage or of a heading above it begins."""
        text = f"{passage.section} {passage.text}"
        patterns = self.likeness.known.terms_of_themes[theme]
        return tuple(term for term, pattern in patterns if pattern.search(text))

    @cached_property
    def _words_of_themes(self) -> Mapping[str, Mapping[str, float]]:
        """How much more often each word is in the texts of a theme than in those of all themes together."""
        code = self.likeness.document.language
        texts = self.likeness.known.texts_by_theme(code)
        counts = {t: Counter(s for text in said for s in stems_in(text, code)) for t, said in texts.items()}
        whole = sum(counts.values(), Counter[str]())
        return {theme: _more_often(count, whole, len(counts)) for theme, count in counts.items()}

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, Value]]:
        """The values of each passage that indicators may have, by the ids of both.

        A number is left to the indicators with most of their title beside it.
        """
        return {passage.id: _clearest(self._values(passage)) for passage in self.likeness.document.passages}

    def _values(self, passage: ExtractedPassage) -> dict[str, Value]:
        indicators = self.likeness.known.indicators if passage.numbers else ()
        found = ((indicator.id, self._value(passage, indicator)) for _, indicator in indicators)
        return {id: value for id, value in found if value.of}

    def _value(self, passage: ExtractedPassage, indicator: Indicator) -> Value:
        """By the sentence with most of the title that has values; or by the whole passage, which counts for less."""
        title = self.titles[indicator.id]
        said = zip(SENTENCE.split(passage.text), self.likeness.sentences[passage.id], strict=True)
        texts = [(self._covered(title, stems), 1.0, sentence) for sentence, stems in said]
        texts.append((self._covered(title, self.likeness.read[passage.id].stems), _APART, passage.text))
        for covered, part, text in sorted(texts, key=lambda found: -found[0] * found[1]):
            if covered * part > _LEAST and (values := self._values_in(f"{text} {passage.section}", indicator, covered)):
                return Value(covered * part, values)
        return Value(0.0, {})

    def _values_in(self, text: str, indicator: Indicator, covered: float) -> Mapping[str, str]:
        archive, document = self.likeness.known.archive, self.likeness.document
        day, is_counted = document.published.last, covered < _PLAIN
        return values_in(archive, indicator, text, document.language, day, is_counted=is_counted)


def _clearest(values: Mapping[str, Value]) -> dict[str, Value]:
    most: dict[str, float] = {}
    for value in values.values():
        for number in value.of:
            most[number] = max(value.share, most.get(number, 0.0))
    return {
        id: value for id, value in values.items() if any(value.share >= _CLEAR * most[number] for number in value.of)
    }


def _years_in(passage: ExtractedPassage) -> set[str]:
    return {
        *_YEAR.findall(f"{passage.section} {passage.text}"),
        *(year for d in passage.dates for year in _YEAR.findall(d)),
    }


def _three(values: Iterable[float]) -> Sequence[float]:
    return sorted(values, reverse=True)[:3]


def _more_often(count: Counter[str], whole: Counter[str], themes: int) -> Mapping[str, float]:
    """The logarithm of how many times more often each word is in one theme than in all; 0 for less often."""
    ours, all_ = sum(count.values()) or 1, sum(whole.values()) or 1
    return {
        stem: max(0.0, math.log((n + 0.1) / ours * all_ / (whole[stem] + 0.1 * themes)))
        for stem, n in count.items()
        if n > 1 or n == whole[stem]
    }
