"""What is measured of each pair of a passage and a theme: by terms, by headings, and by what earlier passages had."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.documents.matching.likeness import Likeness, cosines, words_of
from generator.documents.matching.scores import Pairs
from generator.documents.passages import OPENING, ExtractedPassage
from generator.documents.search import stems_in
from generator.model import Citation

_MOST_TERMS = 5
_UNSEEN = 0.3
"""How often a word counts as seen that was not: less than once."""
_SURE = (-1.5, 3.0)
"""How much one word says at least and at most against a theme and for it, as the logarithm of a ratio."""
Words = frozenset[str]


@dataclass(frozen=True)
class Themes:
    """Measures every pair of a passage of a new document and a theme that was known."""

    likeness: Likeness

    @cached_property
    def pairs(self) -> Pairs:
        """The measures of each passage and each theme, by the ids of both."""
        return {passage.id: self._measured(passage) for passage in self.likeness.document.passages}

    def _measured(self, passage: ExtractedPassage) -> dict[str, dict[str, float]]:
        stems, near = self.likeness.read[passage.id].stems, self.near[passage.id]
        most = max(near.values(), default=0.0)
        by_cited, by_records = _places(self._of_cited, stems), _places(self._of_records, stems)
        return {
            theme: {
                **self._named(passage, theme),
                "near": near[theme],
                "gap": near[theme] - most,
                "above": near[theme] - sum(near.values()) / len(near),
                "heading": self._by_headings[passage.section].get(theme, 0.0),
                "said": self._said[passage.id][theme],
                "cited": by_cited[theme],
                "records": by_records[theme],
            }
            for theme in self.likeness.known.themes
        }

    def _named(self, passage: ExtractedPassage, theme: str) -> dict[str, float]:
        terms, code = self.terms_in(passage, theme), self.likeness.document.language
        weights = (sum(map(self.likeness.weight, sorted(stems_in(term, code)))) for term in terms)
        patterns = dict(self.likeness.known.terms_of_themes[theme])
        return {
            "terms": float(min(len(terms), _MOST_TERMS)),
            "rarest": max(weights, default=0.0),
            "in text": float(any(patterns[term].search(passage.text) for term in terms)),
            "in heading": float(any(term.lower() in passage.section.lower() for term in terms)),
        }

    def terms_in(self, passage: ExtractedPassage, theme: str) -> tuple[str, ...]:
        """The terms of a theme that were known and with which a word of the passage or of a heading above it begins."""
        text = f"{passage.section} {passage.text}"
        low, patterns = text.lower(), self.likeness.known.terms_of_themes[theme]
        return tuple(term for term, pattern in patterns if term.lower() in low and pattern.search(text))

    @cached_property
    def _cited(self) -> Mapping[str, Sequence[Citation]]:
        """The earlier passages that each theme cites and of which the words are known."""
        cited, earlier = self.likeness.known.cited_by_theme, self.likeness.earlier
        return {theme: sorted(cites & earlier.keys(), key=str) for theme, cites in cited.items()}

    @cached_property
    def near(self) -> Mapping[str, Mapping[str, float]]:
        """How alike each passage is to the three nearest passages that a theme cites, by the ids of both."""
        return {
            id: {theme: _of_three(alike.get(c, 0.0) for c in cites) for theme, cites in self._cited.items()}
            for id, alike in self.likeness.alike.items()
        }

    @cached_property
    def _texts(self) -> Mapping[tuple[str, int], Words]:
        """The words of everything that the records of each theme say."""
        code = self.likeness.document.language
        said = self.likeness.known.texts_by_theme(code)
        return {(t, i): words_of(text, code) for t, texts in said.items() for i, text in enumerate(texts)}

    @cached_property
    def _said(self) -> Mapping[str, Mapping[str, float]]:
        """How alike each passage is to the three nearest texts of the records of a theme, by the ids of both."""
        found = {}
        for id, alike in self.likeness.nearest(self._texts).items():
            of: dict[str, list[float]] = {theme: [] for theme in self.likeness.known.themes}
            for (theme, _), value in alike.items():
                of[theme].append(value)
            found[id] = {theme: _of_three(values) for theme, values in of.items()}
        return found

    @cached_property
    def _by_headings(self) -> Mapping[str, Mapping[str, float]]:
        """How alike each heading is to the most like heading above a passage that a theme cites."""
        code, held = self.likeness.document.language, self.likeness.known.archive.passages
        ours = {p.section: stems_in(p.section, code) for p in self.likeness.document.passages if p.section != OPENING}
        above = {
            (theme, c): stems_in(held[c.source][c.passage].section, code)
            for theme, cites in self._cited.items()
            for c in cites
        }
        found: dict[str, dict[str, float]] = {OPENING: {}}
        for section, alike in cosines(ours, above, self.likeness.weight).items():
            found[section] = {}
            for (theme, _), value in alike.items():
                found[section][theme] = max(value, found[section].get(theme, 0.0))
        return found

    @cached_property
    def _of_cited(self) -> Mapping[str, Mapping[str, float]]:
        earlier = self.likeness.earlier
        return _tellers({theme: [earlier[c] for c in cites] for theme, cites in self._cited.items()})

    @cached_property
    def _of_records(self) -> Mapping[str, Mapping[str, float]]:
        texts: dict[str, list[Words]] = {theme: [] for theme in self.likeness.known.themes}
        for (theme, _), stems in self._texts.items():
            texts[theme].append(stems)
        return _tellers(texts)


def _of_three(values: Iterable[float]) -> float:
    return sum(sorted(values, reverse=True)[:3]) / 3


def _tellers(texts: Mapping[str, Sequence[Words]]) -> Mapping[str, Mapping[str, float]]:
    """How much each word says for a theme: the logarithm of how much likelier texts of it have the word than others."""
    counts = {theme: Counter(stem for stems in of for stem in stems) for theme, of in texts.items()}
    whole, size = sum(counts.values(), Counter[str]()), sum(map(len, texts.values()))

    def ratio(theme: str, stem: str) -> float:
        ours, others = len(texts[theme]) + 1, size - len(texts[theme]) + 1
        here, there = counts[theme][stem] + _UNSEEN, whole[stem] - counts[theme][stem] + _UNSEEN
        least, most = _SURE
        return max(least, min(most, math.log(here / ours * others / there)))

    return {theme: {stem: ratio(theme, stem) for stem in whole} for theme in texts}


def _places(tellers: Mapping[str, Mapping[str, float]], stems: Words) -> Mapping[str, float]:
    """The logarithm of the place of each theme, from 0 for the one for which the words say most."""
    said = {theme: sum(of.get(stem, 0.0) for stem in sorted(stems)) for theme, of in tellers.items()}
    return {theme: math.log(place / len(said)) for place, theme in enumerate(sorted(said, key=lambda t: -said[t]), 1)}
